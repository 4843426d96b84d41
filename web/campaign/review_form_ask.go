package campaign

import (
	"rasoat/review"
	"rasoat/web/field"
)

// question is what the form asks; review.Question has the words in which it is printed.
func (s *Room) question(q review.Question) string { return s.Text.Say("question." + q.ID) }

// The two questions about a goal; they open no measure.
var (
	goalChanged = review.Question{OpensOn: review.Yes}
	goalReached = review.Question{OpensOn: review.No}
)

// ask is one question as it was answered.
func (s *Room) ask(f *field.Sheet, id, text, opens string, q review.Question) formAsk {
	a := formAsk{
		Question: q,
		ID:       id,
		Text:     text,
		Opens:    opens,
		Answers:  []review.AnswerValue{review.Yes, review.No},
		Given:    review.AnswerValue(f.Typed.Get(id + ".value")),
		Problem:  f.Problem(id+".value", s.Text.Say("form02.answer")),
		Reason:   f.Cell(id+".reason", s.Text.Say("form02.reason"), field.Kind("textarea")),
	}
	if q.Optional {
		a.Answers = append(a.Answers, review.NotApplicable)
	}
	a.Told = a.Reason.Value != "" || a.Reason.Problem != ""
	if q.Suggests != "" {
		m := f.Cell(id+".measure", s.Text.Say("form02.measure"), field.Kind("textarea"))
		a.Measure, a.Told = &m, a.Told || m.Value != ""
	}
	return a
}

// goals are the goals of one kind that were typed, and an empty line below.
func (s *Room) goals(f *field.Sheet, list string) goalGroup {
	say, g := s.Text.Say, goalGroup{Title: s.Text.Say("form02." + list)}
	for i := range len(field.RowNumbers(f.Typed, list)) + 1 {
		at := field.RowName(list, i)
		g.Goals = append(g.Goals, goalAsk{
			Text:    f.Cell(at+".text", say("form02.goal", i+1), field.Kind("textarea")),
			Changed: s.ask(f, at+".changed", say("form02.goal_changed"), say("form02.reason_on.yes"), goalChanged),
			Reached: s.ask(f, at+".reached", say("form02.goal_reached"), say("form02.reason_on.no"), goalReached),
		})
	}
	return g
}

// goalGroup is the goals of one kind, each with its two questions.
type goalGroup struct {
	Title string
	Goals []goalAsk
}

type goalAsk struct {
	Text             field.Cell
	Changed, Reached formAsk
}

// formAsk is one question with its answers; what a bad one opens stands below them.
type formAsk struct {
	Question review.Question
	ID       string // the fields are ID.value, ID.reason, ID.measure
	Text     string
	Opens    string // which answer is the bad one, in words
	Answers  []review.AnswerValue
	Given    review.AnswerValue
	Told     bool // reason or measure is filled in: shown whatever the answer
	Problem  string
	Reason   field.Cell
	Measure  *field.Cell // nil: the question opens none
}

// formChoice is one choice among several, with a note.
type formChoice struct {
	field.Cell
	Note *field.Cell
}
