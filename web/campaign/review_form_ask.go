package campaign

import (
	"net/url"

	"rasoat/review"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ask is one question of the form as it was answered.
func (s *Room) ask(f *field.Sheet, q review.Question) formAsk {
	id := "answers." + q.ID
	a := s.askFields(f, id, q)
	a.Text, a.Aspect = s.question(q), s.Text.Name("aspect", string(q.Aspect))
	a.Opens = s.Text.Say("form02.opens." + string(q.OpensOn))
	if q.Suggests != "" {
		a.Kind = s.Text.Name("measure", string(q.Suggests))
		m := f.Cell(id+".measure", s.Text.Say("form02.measure"), field.Kind("textarea"))
		a.Measure, a.Told = &m, a.Told || m.Value != ""
	}
	return a
}

// question is what the form asks; review.Question has the words in which it is printed.
func (s *Room) question(q review.Question) string { return s.Text.Say("question." + q.ID) }

// askGoal is one of the two questions about a goal, which opens no measure.
func (s *Room) askGoal(f *field.Sheet, id, text string, opensOn review.AnswerValue) formAsk {
	a := s.askFields(f, id, review.Question{OpensOn: opensOn})
	a.Text, a.Opens = text, s.Text.Say("form02.reason_on."+string(opensOn))
	return a
}

// askFields are the answers to a question and the reason.
func (s *Room) askFields(f *field.Sheet, id string, q review.Question) formAsk {
	a := formAsk{ID: id, Problem: f.Problem(id+".value", s.Text.Say("form02.answer"))}
	values := []review.AnswerValue{review.Yes, review.No}
	if q.Optional {
		values = append(values, review.NotApplicable)
	}
	for _, v := range values {
		a.Options = append(a.Options, formOption{
			Value:  string(v),
			Text:   s.Text.Name("answered", string(v)),
			Bad:    v == q.OpensOn,
			Chosen: f.Typed.Get(id+".value") == string(v),
		})
	}
	a.Reason = f.Cell(id+".reason", s.Text.Say("form02.reason"), field.Kind("textarea"))
	a.Told = a.Reason.Value != "" || a.Reason.Problem != ""
	return a
}

// goals are the goals of one kind that were typed, and an empty line below.
func (s *Room) goals(f *field.Sheet, v url.Values, name string) goalGroup {
	g := goalGroup{Title: s.Text.Say("form02." + name)}
	for i := range typedRows(v, name, goalFields) + 1 {
		at := field.RowName(name, i)
		g.Goals = append(g.Goals, goalAsk{
			Text:    f.Cell(at+".text", s.Text.Say("form02.goal", i+1), field.Kind("textarea")),
			Changed: s.askGoal(f, at+".changed", s.Text.Say("form02.goal_changed"), review.Yes),
			Reached: s.askGoal(f, at+".reached", s.Text.Say("form02.goal_reached"), review.No),
		})
	}
	return g
}

// solution is the choice of II.2c.
func (s *Room) solution(f *field.Sheet) *formChoice {
	out := &formChoice{
		ID:      "solution",
		Title:   s.Text.Say("form02.solution"),
		Problem: f.Problem("solution", s.Text.Say("form02.solution")),
	}
	for _, x := range review.Solutions {
		out.Options = append(out.Options, formOption{
			Value:  string(x),
			Text:   s.Text.Name("solution", string(x)),
			Chosen: f.Typed.Get("solution") == string(x),
		})
	}
	note := f.Cell("solution_note", s.Text.Say("form02.solution_note"), field.Kind("textarea"))
	out.Note = &note
	return out
}

// participants are those affected who took part, and an empty line below.
func (s *Room) participants(f *field.Sheet, v url.Values) []page.FieldGroup {
	var out []page.FieldGroup
	for i := range typedRows(v, "participants", peopleFields) + 1 {
		at := field.RowName("participants", i)
		out = append(out, page.FieldGroup{ID: at, Title: s.Text.Say("form02.participant", i+1), Fields: []field.Cell{
			f.Cell(at+".who", s.Text.Say("form02.who"), field.Hint(s.Text.Say("form02.who_hint"))),
			f.Cell(at+".how", s.Text.Say("form02.how"), field.Hint(s.Text.Say("form02.how_hint"))),
			f.Cell(at+".date", s.Text.Say("form02.date"), field.Hint(s.Text.Say("form02.date_hint")), field.Short),
			f.Cell(at+".said", s.Text.Say("form02.said"), field.Kind("textarea")),
		}})
	}
	return out
}

// contactFields are part IV.
func (s *Room) contactFields(f *field.Sheet) *page.FieldGroup {
	return &page.FieldGroup{ID: "lien-he", Title: s.Text.Say("form02.contact"), Fields: []field.Cell{
		f.Cell("contact.name", s.Text.Say("form02.contact_name"), field.Medium),
		f.Cell("contact.title", s.Text.Say("form02.contact_title"), field.Medium),
		f.Cell("contact.phone", s.Text.Say("form02.contact_phone"), field.Medium, field.Kind("tel")),
		f.Cell("contact.email", s.Text.Say("form02.contact_email"), field.Medium, field.Kind("email")),
	}}
}

// formAsk is one question with its answers; what a bad one opens stands below them.
type formAsk struct {
	ID      string // the fields are ID.value, ID.reason, ID.measure
	Text    string
	Aspect  string // "hợp lý", "hợp pháp"
	Opens   string // which answer is the bad one, in words
	Options []formOption
	Kind    string // the measure that it opens: "Bỏ giấy tờ"; empty: none
	Told    bool   // reason or measure is filled in: shown whatever the answer
	Problem string
	Reason  field.Cell
	Measure *field.Cell // nil: the question opens none
}

type formOption struct {
	Value  string
	Text   string
	Note   string
	Chosen bool
	Bad    bool
}

// formChoice is one choice among several, with a note.
type formChoice struct {
	ID      string
	Title   string
	Options []formOption
	Problem string
	Note    *field.Cell
}
