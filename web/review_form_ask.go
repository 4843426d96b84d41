package web

import (
	"net/url"

	"rasoat/web/field"

	"rasoat/review"
)

// ask is one question of the form as it was answered.
func (s *Server) ask(f *field.Sheet, q review.Question) formAsk {
	id := "answers." + q.ID
	a := s.askFields(f, id, q)
	a.Text, a.Aspect = s.question(q), s.text.Name("aspect", string(q.Aspect))
	a.Opens = s.text.Say("form02.opens." + string(q.OpensOn))
	if q.Suggests != "" {
		a.Kind = s.text.Name("measure", string(q.Suggests))
		m := f.Cell(id+".measure", s.text.Say("form02.measure"), field.Kind("textarea"))
		a.Measure, a.Told = &m, a.Told || m.Value != ""
	}
	return a
}

// question is what the form asks; review.Question has the words in which it is printed.
func (s *Server) question(q review.Question) string { return s.text.Say("question." + q.ID) }

// askGoal is one of the two questions about a goal, which opens no measure.
func (s *Server) askGoal(f *field.Sheet, id, text string, opensOn review.AnswerValue) formAsk {
	a := s.askFields(f, id, review.Question{OpensOn: opensOn})
	a.Text, a.Opens = text, s.text.Say("form02.reason_on."+string(opensOn))
	return a
}

// askFields are the answers to a question and the reason.
func (s *Server) askFields(f *field.Sheet, id string, q review.Question) formAsk {
	a := formAsk{ID: id, Problem: f.Problem(id+".value", s.text.Say("form02.answer"))}
	values := []review.AnswerValue{review.Yes, review.No}
	if q.Optional {
		values = append(values, review.NotApplicable)
	}
	for _, v := range values {
		a.Options = append(a.Options, formOption{Value: string(v), Text: s.text.Name("answered", string(v)), Bad: v == q.OpensOn,
			Chosen: f.Typed.Get(id+".value") == string(v)})
	}
	a.Reason = f.Cell(id+".reason", s.text.Say("form02.reason"), field.Kind("textarea"))
	a.Told = a.Reason.Value != "" || a.Reason.Problem != ""
	return a
}

// goals are the goals of one kind that were typed, and an empty line below.
func (s *Server) goals(f *field.Sheet, v url.Values, name string) goalGroup {
	g := goalGroup{Title: s.text.Say("form02." + name)}
	for i := range typedRows(v, name, goalFields) + 1 {
		at := rowAt(name, i)
		g.Goals = append(g.Goals, goalAsk{
			Text:    f.Cell(at+".text", s.text.Say("form02.goal", i+1), field.Kind("textarea")),
			Changed: s.askGoal(f, at+".changed", s.text.Say("form02.goal_changed"), review.Yes),
			Reached: s.askGoal(f, at+".reached", s.text.Say("form02.goal_reached"), review.No),
		})
	}
	return g
}

// solution is the choice of II.2c.
func (s *Server) solution(f *field.Sheet) *formChoice {
	out := &formChoice{ID: "solution", Title: s.text.Say("form02.solution"), Problem: f.Problem("solution", s.text.Say("form02.solution"))}
	for _, x := range review.Solutions {
		out.Options = append(out.Options, formOption{Value: string(x), Text: s.text.Name("solution", string(x)), Chosen: f.Typed.Get("solution") == string(x)})
	}
	note := f.Cell("solution_note", s.text.Say("form02.solution_note"), field.Kind("textarea"))
	out.Note = &note
	return out
}

// participants are those affected who took part, and an empty line below.
func (s *Server) participants(f *field.Sheet, v url.Values) []fieldGroup {
	var out []fieldGroup
	for i := range typedRows(v, "participants", peopleFields) + 1 {
		at := rowAt("participants", i)
		out = append(out, fieldGroup{ID: at, Title: s.text.Say("form02.participant", i+1), Fields: []field.Cell{
			f.Cell(at+".who", s.text.Say("form02.who"), field.Hint(s.text.Say("form02.who_hint"))),
			f.Cell(at+".how", s.text.Say("form02.how"), field.Hint(s.text.Say("form02.how_hint"))),
			f.Cell(at+".date", s.text.Say("form02.date"), field.Hint(s.text.Say("form02.date_hint")), field.Short),
			f.Cell(at+".said", s.text.Say("form02.said"), field.Kind("textarea")),
		}})
	}
	return out
}

// contactFields are part IV.
func (s *Server) contactFields(f *field.Sheet) *fieldGroup {
	return &fieldGroup{ID: "lien-he", Title: s.text.Say("form02.contact"), Fields: []field.Cell{
		f.Cell("contact.name", s.text.Say("form02.contact_name"), field.Medium),
		f.Cell("contact.title", s.text.Say("form02.contact_title"), field.Medium),
		f.Cell("contact.phone", s.text.Say("form02.contact_phone"), field.Medium, field.Kind("tel")),
		f.Cell("contact.email", s.text.Say("form02.contact_email"), field.Medium, field.Kind("email")),
	}}
}
