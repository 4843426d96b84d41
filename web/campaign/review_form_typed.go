package campaign

import (
	"net/url"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// The rows of a form that may be repeated, and their fields.
var (
	goalFields   = []string{"text", "changed.value", "changed.reason", "reached.value", "reached.reason"}
	peopleFields = []string{"who", "how", "date", "said"}
)

// maxRows is how many rows of one kind a form takes.
const maxRows = 50

// typedForm is what stands in the fields of a form, by field name.
func typedForm(f review.Form) url.Values {
	v := url.Values{
		"solution":      {string(f.Solution)},
		"solution_note": {f.SolutionNote},
		"contact.name":  {f.Contact.Name},
		"contact.title": {f.Contact.Title},
		"contact.phone": {f.Contact.Phone},
		"contact.email": {f.Contact.Email},
	}
	for id, a := range f.Answers {
		typeAnswer(v, "answers."+id, a)
	}
	for name, goals := range map[string][]review.Goal{"state_goals": f.StateGoals, "citizen_goals": f.CitizenGoals} {
		for i, g := range goals {
			at := field.RowName(name, i)
			v.Set(at+".text", g.Text)
			typeAnswer(v, at+".changed", g.Changed)
			typeAnswer(v, at+".reached", g.Reached)
		}
	}
	for i, p := range f.Participants {
		at := field.RowName("participants", i)
		v.Set(at+".who", p.Who)
		v.Set(at+".how", p.How)
		v.Set(at+".date", viet.ShortDate(p.Date))
		v.Set(at+".said", p.Said)
	}
	return v
}

func typeAnswer(v url.Values, at string, a review.Answer) {
	v.Set(at+".value", string(a.Value))
	v.Set(at+".reason", a.Reason)
	v.Set(at+".measure", a.Measure)
}

// untouched replaces what was typed as it had been before by what has been saved since: an answer with its reason
// and its measure, a goal, a participant as one.
func untouched(typed, was, now url.Values) {
	touched := map[string]bool{}
	for field := range typed {
		touched[belongs(field)] = touched[belongs(field)] || typed.Get(field) != was.Get(field)
	}
	for _, fields := range []url.Values{was, now} {
		for field := range fields {
			if !touched[belongs(field)] {
				typed.Set(field, now.Get(field))
			}
		}
	}
}

// belongs is what a field is a piece of: its question, its row, itself.
func belongs(field string) string {
	if at := strings.Index(field, "]"); at > 0 {
		return field[:at]
	}
	for _, piece := range []string{".value", ".reason", ".measure", "_note"} {
		field = strings.TrimSuffix(field, piece)
	}
	return field
}

// rowOf is the kind and the place of the row that a field belongs to.
func rowOf(field string) (name string, i int) {
	name, rest, _ := strings.Cut(field, "[")
	number, _, _ := strings.Cut(rest, "]")
	i, _ = strconv.Atoi(number) // a field of no row is the first
	return name, i
}

// typedRows is how many rows of a kind stand in what was typed.
func typedRows(v url.Values, name string, fields []string) int {
	n := 0
	for !blank(v, field.RowName(name, n), fields) {
		n++
	}
	return n
}

func blank(v url.Values, at string, fields []string) bool {
	for _, f := range fields {
		if v.Get(at+"."+f) != "" {
			return false
		}
	}
	return true
}

// closeRanks moves the rows of a kind up over those left blank, so that a row has the same number on the page
// and in the form that is kept.
func closeRanks(v url.Values, name string, fields []string) {
	n := 0
	for i := range maxRows {
		if blank(v, field.RowName(name, i), fields) {
			continue
		}
		if i > n {
			for _, f := range fields {
				v.Set(field.RowName(name, n)+"."+f, v.Get(field.RowName(name, i)+"."+f))
				v.Del(field.RowName(name, i) + "." + f)
			}
		}
		n++
	}
}

// readPart puts what was typed on the page of one part into a form and leaves the other parts alone. The
// problems are those of fields that cannot be read at all.
func readPart(v url.Values, p formPart, f *review.Form) value.Problems {
	answers := map[string]review.Answer{}
	for id, a := range f.Answers {
		answers[id] = a
	}
	for _, q := range p.questions() {
		answers[q.ID] = readAnswer(v, "answers."+q.ID)
	}
	f.Answers = answers
	switch p.word {
	case partNecessity:
		f.StateGoals, f.CitizenGoals = readGoals(v, "state_goals"), readGoals(v, "citizen_goals")
		f.Solution, f.SolutionNote = review.Solution(v.Get("solution")), v.Get("solution_note")
	case partPeople:
		f.Contact = review.Contact{
			Name:  v.Get("contact.name"),
			Title: v.Get("contact.title"),
			Phone: v.Get("contact.phone"),
			Email: v.Get("contact.email"),
		}
		return readParticipants(v, f)
	}
	return nil
}

func readAnswer(v url.Values, at string) review.Answer {
	return review.Answer{
		Value:   review.AnswerValue(v.Get(at + ".value")),
		Reason:  v.Get(at + ".reason"),
		Measure: v.Get(at + ".measure"),
	}
}

func readGoals(v url.Values, name string) []review.Goal {
	closeRanks(v, name, goalFields)
	var out []review.Goal
	for i := range typedRows(v, name, goalFields) {
		at := field.RowName(name, i)
		out = append(out, review.Goal{
			Text:    v.Get(at + ".text"),
			Changed: readAnswer(v, at+".changed"),
			Reached: readAnswer(v, at+".reached"),
		})
	}
	return out
}

func readParticipants(v url.Values, f *review.Form) value.Problems {
	closeRanks(v, "participants", peopleFields)
	var problems value.Problems
	f.Participants = nil
	for i := range typedRows(v, "participants", peopleFields) {
		at := field.RowName("participants", i)
		p := review.Participant{Who: v.Get(at + ".who"), How: v.Get(at + ".how"), Said: v.Get(at + ".said")}
		day, wrong := page.TypedDate(v, at+".date")
		p.Date, problems = day, append(problems, wrong...)
		f.Participants = append(f.Participants, p)
	}
	return problems
}

// suggestNone fills in "not applicable" for the questions of a part that the catalogue says the procedure does not
// have; it reports whether it did.
func suggestNone(v url.Values, p formPart, proc catalog.Procedure) bool {
	done := false
	for _, q := range p.questions() {
		name := "answers." + q.ID + ".value"
		if q.Optional && q.Part != "" && catalog.Holds(proc, q.Part) == catalog.Absent && v.Get(name) == "" {
			v.Set(name, string(review.NotApplicable))
			done = true
		}
	}
	return done
}
