package campaign

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// formKeys is under which keys the labels of the review form stand.
const formKeys = "form02"

// formPart is a part of form 02/RS-KSTT as one page.
type formPart struct {
	word  string         // in the address
	asks  []catalog.Part // whose questions stand on it; part II has the empty part
	says  []catalog.Part // what of the procedure stands beside them
	names []string       // how the names of the fields begin that it has beside the questions
	more  field.Form[review.Form]
}

// The words of the parts that are more than questions.
const (
	partGeneral    = "chung"
	partNecessity  = "can-thiet"
	partPeople     = "tham-gia"
	partConclusion = "ket-luan"
)

// formParts are the parts in the order of the form: I, II, III part by part, those who took part with IV.
var formParts = []formPart{
	{word: partGeneral},
	{
		word:  partNecessity,
		asks:  []catalog.Part{""},
		says:  []catalog.Part{catalog.PartApplicants, catalog.PartResult, catalog.PartLegalBasis},
		names: []string{"state_goals", "citizen_goals", "solution"},
		more: field.Form[review.Form]{
			field.Rows("state_goals", func(f *review.Form) *[]review.Goal { return &f.StateGoals }, goalTable),
			field.Rows("citizen_goals", func(f *review.Form) *[]review.Goal { return &f.CitizenGoals }, goalTable),
			field.Word("solution", func(f *review.Form) *review.Solution { return &f.Solution }, "solution",
				review.Solutions),
			field.Long("solution_note", func(f *review.Form) *string { return &f.SolutionNote }),
		},
	},
	partOf("ten", catalog.PartName),
	partOf("trinh-tu", catalog.PartSteps),
	partOf("cach-thuc", catalog.PartChannels),
	{
		word:  partDossier,
		asks:  []catalog.Part{catalog.PartDossier, catalog.PartCopies},
		says:  []catalog.Part{catalog.PartDossier, catalog.PartCopies},
		names: []string{"papers"},
		more:  field.Form[review.Form]{paperRows},
	},
	partOf("thoi-han", catalog.PartTimeLimit),
	partOf("doi-tuong", catalog.PartApplicants),
	partOf("co-quan", catalog.PartAgency),
	partOf("mau-don", catalog.PartForms),
	partOf("dieu-kien", catalog.PartConditions),
	partOf("phi", catalog.PartFees),
	partOf("ket-qua", catalog.PartResult),
	{
		word:  partPeople,
		names: []string{"participants", "contact"},
		more: field.Form[review.Form]{
			field.Rows("participants", func(f *review.Form) *[]review.Participant { return &f.Participants },
				peopleTable),
			field.Text("contact.name", func(f *review.Form) *string { return &f.Contact.Name },
				field.Label("contact_name"), field.Medium),
			field.Text("contact.title", func(f *review.Form) *string { return &f.Contact.Title },
				field.Label("contact_title"), field.Medium),
			field.Text("contact.phone", func(f *review.Form) *string { return &f.Contact.Phone },
				field.Label("contact_phone"), field.Medium, field.Kind("tel")),
			field.Text("contact.email", func(f *review.Form) *string { return &f.Contact.Email },
				field.Label("contact_email"), field.Medium, field.Kind("email")),
		},
	},
	{word: partConclusion},
}

var goalTable = slices.Concat(
	field.Form[review.Goal]{field.Long("text", func(g *review.Goal) *string { return &g.Text })},
	answerTable("changed", func(g *review.Goal) review.Answer { return g.Changed },
		func(g *review.Goal, a review.Answer) { g.Changed = a }),
	answerTable("reached", func(g *review.Goal) review.Answer { return g.Reached },
		func(g *review.Goal, a review.Answer) { g.Reached = a }),
)

var peopleTable = field.Form[review.Participant]{
	field.Text("who", func(p *review.Participant) *string { return &p.Who }),
	field.Text("how", func(p *review.Participant) *string { return &p.How }),
	field.Date("date", func(p *review.Participant) *value.Date { return &p.Date }),
	field.Long("said", func(p *review.Participant) *string { return &p.Said }),
}

// answerTable is an answer with its reason and its measure; put gives it back to what it is an answer in.
func answerTable[T any](name string, get func(*T) review.Answer, put func(*T, review.Answer)) field.Form[T] {
	one := func(piece string, at func(*review.Answer) *string) field.Field[T] {
		write := func(t *T) string {
			a := get(t)
			return *at(&a)
		}
		return field.Own(name+piece, write, func(t *T, typed string) *value.Problem {
			a := get(t)
			*at(&a) = typed
			put(t, a)
			return nil
		})
	}
	return field.Form[T]{
		one(".value", func(a *review.Answer) *string { return (*string)(&a.Value) }),
		one(".reason", func(a *review.Answer) *string { return &a.Reason }),
		one(".measure", func(a *review.Answer) *string { return &a.Measure }),
	}
}

func partOf(word string, parts ...catalog.Part) formPart {
	return formPart{word: word, asks: parts, says: parts}
}

// formPartAt is the place of a part in the form, -1 where there is none of that word.
func formPartAt(word string) int {
	return slices.IndexFunc(formParts, func(p formPart) bool { return p.word == word })
}

// questions are the questions of the part, in order.
func (p formPart) questions() []review.Question {
	return slices.DeleteFunc(review.Questions(), func(q review.Question) bool {
		return !slices.Contains(p.asks, q.Part)
	})
}

// table is all fields of the part.
func (p formPart) table() field.Form[review.Form] {
	out := slices.Clone(p.more)
	for _, q := range p.questions() {
		out = append(out, answerTable("answers."+q.ID,
			func(f *review.Form) review.Answer { return f.Answers[q.ID] },
			func(f *review.Form, a review.Answer) { f.Answers[q.ID] = a })...)
	}
	return out
}

// formValues is what stands in the fields of a form, by field name.
func formValues(f review.Form) url.Values {
	v := url.Values{}
	for _, p := range formParts {
		maps.Copy(v, p.table().Values(f))
	}
	return v
}

// read is the form with what was typed on the page of the part; the other parts are left alone. The problems are
// those of fields that cannot be read at all.
func (p formPart) read(in url.Values, f review.Form) (review.Form, value.Problems) {
	answers := map[string]review.Answer{}
	maps.Copy(answers, f.Answers)
	f.Answers = answers
	if p.word == partDossier {
		f = withTyped(f, in)
	}
	closeRanks(in)
	sent := p.table().Values(review.Form{}) // what was not sent is empty
	maps.Copy(sent, in)
	problems := p.table().Read(sent, &f).Problems
	return f, problems
}

// closeRanks moves the rows that may be repeated up over those left blank, so that a row has the same number on the
// page and in the form that is kept.
func closeRanks(in url.Values) {
	for _, list := range []string{"state_goals", "citizen_goals", "participants"} {
		field.Renumber(in, list, func(row string) bool { return !field.IsBlank(in, row) })
	}
}

// keepSaved replaces what was typed as it had been before by what has been saved since: an answer, a goal, a
// participant as one.
func keepSaved(typed, was, now url.Values) {
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

// within are the problems whose fields stand on this part's page.
func (p formPart) within(all value.Problems) value.Problems {
	elsewhere := func(x value.Problem) bool { return partOfField(x.Field).word != p.word }
	return slices.DeleteFunc(slices.Clone(all), elsewhere)
}

// idle reports whether the part has questions, none of which the form asks any more.
func (p formPart) idle(f review.Form) bool {
	asked := func(q review.Ask) bool { return slices.Contains(p.asks, q.Part) }
	return len(p.asks) > 0 && !slices.ContainsFunc(f.Asked(), asked)
}

// partOfField is the part on whose page a field stands, the conclusion where on none.
func partOfField(field string) formPart {
	begins := func(name string) bool { return strings.HasPrefix(field, name) }
	for _, p := range formParts {
		ofAnswer := func(q review.Question) bool { return begins("answers." + q.ID + ".") }
		if slices.ContainsFunc(p.names, begins) || slices.ContainsFunc(p.questions(), ofAnswer) {
			return p
		}
	}
	return formParts[len(formParts)-1]
}

// neighbour is the place of the part behind one (by 1) or before it (by -1), over those that nobody has to answer; its
// own place where there is none.
func neighbour(f review.Form, at, by int) int {
	for i := at + by; i >= 0 && i < len(formParts); i += by {
		if !formParts[i].idle(f) {
			return i
		}
	}
	return at
}

// firstOpen is the part to go on with: the first with a gap or a question left open, the conclusion where all is told.
func firstOpen(f review.Form) formPart {
	if gaps := review.FormGaps(f); len(gaps) > 0 {
		return partOfField(gaps[0].Field)
	}
	left := f.Unanswered()
	switch {
	case len(left) == len(f.Asked()):
		return formParts[0]
	case len(left) > 0:
		return partOfField(askedAt(left[0]))
	}
	return formParts[len(formParts)-1]
}

// askedAt is the field of the answer to a question.
func askedAt(a review.Ask) string {
	if a.Paper == review.OfAll {
		return "answers." + a.ID + ".value"
	}
	return field.RowName("papers", a.Paper) + ".answers." + a.ID
}

// question is what the form asks; review.Question has the words in which it is printed.
func (s *Room) question(q review.Question) string { return s.Text.Say("question." + q.ID) }

// The two questions about a goal; they open no measure.
var goalChanged, goalReached = review.Question{OpensOn: review.Yes}, review.Question{OpensOn: review.No}

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
	Question      review.Question
	ID            string // the fields are ID.value, ID.reason, ID.measure
	Text, Problem string
	Opens         string // which answer is the bad one, in words
	Answers       []review.AnswerValue
	Given         review.AnswerValue
	Told          bool // reason or measure is filled in: shown whatever the answer
	Reason        field.Cell
	Measure       *field.Cell // nil: the question opens none
	OfPapers      bool        // it was answered for the whole dossier; that may be given up for answers of each paper
}

// formChoice is one choice among several, with a note.
type formChoice struct {
	field.Cell
	Note *field.Cell
}
