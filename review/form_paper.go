package review

import (
	"maps"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/viet"
)

// PaperReview is what the form says of one paper of the dossier (thành phần hồ sơ): the answers to the questions that
// are asked of each paper, by question, and why and what is to become of it where one of them is bad. It is kept under
// the paper's name, so that a list of papers that changes moves no answer to another paper.
type PaperReview struct {
	Paper   string                 `json:"paper"`
	Answers map[string]AnswerValue `json:"answers,omitempty"`
	Reason  string                 `json:"reason,omitempty"`
	Measure string                 `json:"measure,omitempty"`
	Gone    bool                   `json:"-"` // the procedure has no such paper any more: it is asked nothing
}

// IsEmpty reports whether nothing is said of the paper.
func (p PaperReview) IsEmpty() bool {
	for _, a := range p.Answers {
		if a != NotAnswered {
			return false
		}
	}
	return strings.TrimSpace(p.Reason) == "" && strings.TrimSpace(p.Measure) == ""
}

// IsBad reports whether an answer on the paper opens a measure.
func (p PaperReview) IsBad() bool {
	return slices.ContainsFunc(PaperQuestions(), func(q Question) bool {
		return q.IsBad(Answer{Value: p.Answers[q.ID]})
	})
}

// IsSamePaper reports whether two names are those of one paper.
func IsSamePaper(a, b string) bool { return viet.Fold(a) == viet.Fold(b) }

// PaperQuestions are the questions that are asked of each paper of the dossier.
//
// Decree 63/2010/NĐ-CP, article 28.
func PaperQuestions() []Question {
	return slices.DeleteFunc(Questions(), func(q Question) bool { return q.OfPaper == "" })
}

// PapersAsked are the papers of a procedure of which the form asks, each once however many cases need it, in the order
// of the dossier; remarks that stand in the list are none.
//
// Decree 63/2010/NĐ-CP, article 28.
func PapersAsked(p catalog.Procedure) []string {
	var out []string
	for _, g := range catalog.PaperGroups(p) {
		for _, x := range g.Items {
			known := slices.ContainsFunc(out, func(name string) bool { return IsSamePaper(name, x.Name) })
			if x.Use != catalog.NoPaper && viet.Clean(x.Name) != "" && !known {
				out = append(out, viet.Clean(x.Name))
			}
		}
	}
	return out
}

// On is the form with the papers of a procedure as it stands, in its order, each with what was said of it; what was
// said of papers that it does not have any more stays behind them and is asked nothing.
func (f Form) On(p catalog.Procedure) Form {
	said := slices.Clone(f.Papers)
	f.Papers = nil
	for _, name := range PapersAsked(p) {
		now := PaperReview{Paper: name}
		if i := slices.IndexFunc(said, func(x PaperReview) bool { return IsSamePaper(x.Paper, name) }); i >= 0 {
			now.Answers, now.Reason, now.Measure = maps.Clone(said[i].Answers), said[i].Reason, said[i].Measure
			said = slices.Delete(said, i, i+1)
		}
		f.Papers = append(f.Papers, now)
	}
	for _, x := range said {
		if !x.IsEmpty() {
			x.Gone = true
			f.Papers = append(f.Papers, x)
		}
	}
	return f
}

// Ask is a question that the form asks: of the procedure, or of one paper of the dossier.
type Ask struct {
	Question
	Paper int // its place in Form.Papers; OfAll where the question is not asked of one paper
}

// OfAll is the place of no paper: the question is about the procedure, or was answered for the whole dossier.
const OfAll = -1

// asks lists a question as it is asked: once, or of each paper. What was answered for the whole dossier before there
// were questions of each paper holds on, and a paper that was answered on its own beside it counts too. Without a list
// of papers the question is of the whole dossier.
func (f Form) asks(q Question) (out []Ask) {
	whole := f.Answers[q.ID].Value != NotAnswered
	for i, p := range f.Papers {
		if q.OfPaper != "" && !p.Gone && (!whole || p.Answers[q.ID] != NotAnswered) {
			out = append(out, Ask{q, i})
		}
	}
	if whole || len(out) == 0 {
		out = append([]Ask{{q, OfAll}}, out...)
	}
	return out
}

// Given is the answer to a question that the form asks.
func (f Form) Given(a Ask) AnswerValue {
	if a.Paper == OfAll {
		return f.Answers[a.ID].Value
	}
	return f.Papers[a.Paper].Answers[a.ID]
}

// isBad reports whether the answer given opens a measure.
func (f Form) isBad(a Ask) bool { return a.IsBad(Answer{Value: f.Given(a)}) }

// name is how an act of answering names a question: with the paper where it is asked of one.
func (f Form) name(a Ask) string {
	if a.Paper == OfAll {
		return a.ID
	}
	return a.ID + "/" + f.Papers[a.Paper].Paper
}

// answer puts an answer into a form whose answers and papers are its own.
func (f *Form) answer(a Ask, v AnswerValue) {
	if a.Paper == OfAll {
		f.Answers[a.ID] = Answer{Value: v}
		return
	}
	p := &f.Papers[a.Paper]
	if p.Answers == nil {
		p.Answers = map[string]AnswerValue{}
	}
	p.Answers[a.ID] = v
}

// own gives a form answers and papers of its own, so that they can be written in.
func (f Form) own() Form {
	f.Answers, f.Papers = maps.Clone(f.Answers), slices.Clone(f.Papers)
	if f.Answers == nil {
		f.Answers = map[string]Answer{}
	}
	for i := range f.Papers {
		f.Papers[i].Answers = maps.Clone(f.Papers[i].Answers)
	}
	return f
}

// opens is the measure that the bad answers on a paper call for: one, about that paper. Taking it away goes before any
// other way to lighten it.
func (p PaperReview) opens() Measure {
	m := Measure{
		Part:    catalog.PartDossier,
		Paper:   p.Paper,
		Content: strings.TrimSpace(p.Measure),
		Reason:  strings.TrimSpace(p.Reason),
	}
	for _, q := range PaperQuestions() {
		if q.IsBad(Answer{Value: p.Answers[q.ID]}) && (m.Kind == "" || q.Suggests == CutDocument) {
			m.Kind = q.Suggests
		}
	}
	return m
}
