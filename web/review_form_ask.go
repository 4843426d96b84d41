package web

import (
	"net/url"

	"rasoat/review"
)

// ask is one question of the form as it was answered.
func (s *Server) ask(f *formView, q review.Question) formAsk {
	id := "answers." + q.ID
	a := s.askFields(f, id, q)
	a.Text, a.Aspect = s.question(q), s.text.Name("aspect", string(q.Aspect))
	a.Opens = s.text.Say("form02.opens." + string(q.OpensOn))
	if q.Suggests != "" {
		a.Kind = s.text.Name("measure", string(q.Suggests))
		m := f.field(id+".measure", s.text.Say("form02.measure"), kind("textarea"))
		a.Measure, a.Told = &m, a.Told || m.Value != ""
	}
	return a
}

// question is what the form asks; review.Question has the words in which it is printed.
func (s *Server) question(q review.Question) string { return s.text.Say("question." + q.ID) }

// askGoal is one of the two questions about a goal, which opens no measure.
func (s *Server) askGoal(f *formView, id, text string, opensOn review.AnswerValue) formAsk {
	a := s.askFields(f, id, review.Question{OpensOn: opensOn})
	a.Text, a.Opens = text, s.text.Say("form02.reason_on."+string(opensOn))
	return a
}

// askFields are the answers to a question and the reason.
func (s *Server) askFields(f *formView, id string, q review.Question) formAsk {
	a := formAsk{ID: id, Problem: f.problem(id+".value", s.text.Say("form02.answer"))}
	values := []review.AnswerValue{review.Yes, review.No}
	if q.Optional {
		values = append(values, review.NotApplicable)
	}
	for _, v := range values {
		a.Options = append(a.Options, formOption{Value: string(v), Text: s.text.Name("answered", string(v)), Bad: v == q.OpensOn,
			Chosen: f.typed.Get(id+".value") == string(v)})
	}
	a.Reason = f.field(id+".reason", s.text.Say("form02.reason"), kind("textarea"))
	a.Told = a.Reason.Value != "" || a.Reason.Problem != ""
	return a
}

// goals are the goals of one kind that were typed, and an empty line below.
func (s *Server) goals(f *formView, v url.Values, name string) goalGroup {
	g := goalGroup{Title: s.text.Say("form02." + name)}
	for i := range typedRows(v, name, goalFields) + 1 {
		at := rowAt(name, i)
		g.Goals = append(g.Goals, goalAsk{
			Text:    f.field(at+".text", s.text.Say("form02.goal", i+1), kind("textarea")),
			Changed: s.askGoal(f, at+".changed", s.text.Say("form02.goal_changed"), review.Yes),
			Reached: s.askGoal(f, at+".reached", s.text.Say("form02.goal_reached"), review.No),
		})
	}
	return g
}

// solution is the choice of II.2c.
func (s *Server) solution(f *formView) *formChoice {
	out := &formChoice{ID: "solution", Title: s.text.Say("form02.solution"), Problem: f.problem("solution", s.text.Say("form02.solution"))}
	for _, x := range review.Solutions {
		out.Options = append(out.Options, formOption{Value: string(x), Text: s.text.Name("solution", string(x)), Chosen: f.typed.Get("solution") == string(x)})
	}
	note := f.field("solution_note", s.text.Say("form02.solution_note"), kind("textarea"))
	out.Note = &note
	return out
}

// participants are those affected who took part, and an empty line below.
func (s *Server) participants(f *formView, v url.Values) []fieldGroup {
	var out []fieldGroup
	for i := range typedRows(v, "participants", peopleFields) + 1 {
		at := rowAt("participants", i)
		out = append(out, fieldGroup{ID: at, Title: s.text.Say("form02.participant", i+1), Fields: []field{
			f.field(at+".who", s.text.Say("form02.who"), hint(s.text.Say("form02.who_hint"))),
			f.field(at+".how", s.text.Say("form02.how"), hint(s.text.Say("form02.how_hint"))),
			f.field(at+".date", s.text.Say("form02.date"), hint(s.text.Say("form02.date_hint")), width("short")),
			f.field(at+".said", s.text.Say("form02.said"), kind("textarea")),
		}})
	}
	return out
}

// contactFields are part IV.
func (s *Server) contactFields(f *formView) *fieldGroup {
	return &fieldGroup{ID: "lien-he", Title: s.text.Say("form02.contact"), Fields: []field{
		f.field("contact.name", s.text.Say("form02.contact_name"), width("medium")),
		f.field("contact.title", s.text.Say("form02.contact_title"), width("medium")),
		f.field("contact.phone", s.text.Say("form02.contact_phone"), width("medium"), kind("tel")),
		f.field("contact.email", s.text.Say("form02.contact_email"), width("medium"), kind("email")),
	}}
}
