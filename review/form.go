package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// AnswerValue is the answer to a question of the form; empty is not yet answered.
type AnswerValue string

// The answers.
const (
	NotAnswered   AnswerValue = ""
	Yes           AnswerValue = "yes"            // có
	No            AnswerValue = "no"             // không
	NotApplicable AnswerValue = "not_applicable" // không áp dụng: the procedure has no such part
)

// Answer is what the reviewer says to one question, why, and what they would have changed.
type Answer struct {
	Value   AnswerValue `json:"value"`
	Reason  string      `json:"reason,omitempty"`
	Measure string      `json:"measure,omitempty"` // phương án xử lý đề xuất, where the answer opens a measure
}

// Form is a filled review form 02/RS-KSTT (biểu mẫu rà soát). Part I (name, field, documents, agency) is read
// from the procedure and the settings and is not kept here.
type Form struct {
	StateGoals   []Goal            `json:"state_goals,omitempty"`   // II.1a: for the state's management
	CitizenGoals []Goal            `json:"citizen_goals,omitempty"` // II.1b: for the rights of people and organisations
	Solution     Solution          `json:"solution,omitempty"`      // II.2c
	SolutionNote string            `json:"solution_note,omitempty"`
	Answers      map[string]Answer `json:"answers,omitempty"` // II and III: question id → answer
	Participants []Participant     `json:"participants,omitempty"`
	Contact      Contact           `json:"contact,omitzero"` // IV
	Rest         []RestAnswer      `json:"rest,omitempty"`   // questions answered as fulfilled in one act
	// III.4: what is said of each paper; as it is kept only those of which something is said, see On
	Papers []PaperReview `json:"papers,omitempty"`
}

// Goal is one goal of the procedure: whether it has changed (II.2a) and whether it is reached (II.2b).
type Goal struct {
	Text    string `json:"text"`
	Changed Answer `json:"changed,omitzero"`
	Reached Answer `json:"reached,omitzero"`
}

// Solution is what the reviewer expects to become of the procedure (giải pháp dự kiến).
type Solution string

// The solutions of part II.
const (
	Maintain Solution = "maintain" // duy trì
	Revise   Solution = "revise"   // sửa đổi, bổ sung
	Replace  Solution = "replace"  // thay thế
	Drop     Solution = "drop"     // bãi bỏ
)

// Solutions lists the solutions in the order of the form.
var Solutions = []Solution{Maintain, Revise, Replace, Drop}

// Contact is who filled in the form (part IV).
type Contact struct {
	Name  string `json:"name,omitempty"`
	Title string `json:"title,omitempty"`
	Phone string `json:"phone,omitempty"`
	Email string `json:"email,omitempty"`
}

// Participant records how somebody whom the procedure affects took part in the review.
//
// Decree 63/2010/NĐ-CP, article 29 clause 4.
type Participant struct {
	Who  string     `json:"who"` // "05 hộ kinh doanh tại thôn Chấp Nam"
	How  string     `json:"how"` // "phiếu hỏi", "họp lấy ý kiến"
	Date value.Date `json:"date,omitzero"`
	Said string     `json:"said,omitempty"` // what came of it
}

// IsBad reports whether an answer opens a measure.
func (q Question) IsBad(a Answer) bool { return a.Value != NotAnswered && a.Value == q.OpensOn }

// Asked lists the questions that the form asks now: all of them, those on the dossier of each of its papers (On), but
// where the procedure is found not to be needed only part II; nobody has to weigh the parts of what is to be abolished.
//
// Circular 02/2017/TT-VPCP, article 25 clause 1.
func (f Form) Asked() []Ask {
	var out []Ask
	for _, q := range questions {
		if !f.needless() || q.Aspect == Necessary {
			out = append(out, f.asks(q)...)
		}
	}
	return out
}

// needless reports whether the reviewer finds that the procedure is not needed.
func (f Form) needless() bool { return f.Answers[Necessity].Value == No }

// CheckForm lists what is wrong with the answers given so far: a bad answer, a changed goal or one not
// reached without its reason, an answer that the question does not have, a participant without name or way.
// What is not answered yet is no problem; see Unanswered.
//
// Circular 02/2017/TT-VPCP, article 25.
func CheckForm(f Form) value.Problems {
	var p value.Problems
	for _, q := range Questions() {
		if a, given := f.Answers[q.ID]; given {
			p = append(p, q.check(a).Under("answers."+q.ID)...)
		}
	}
	p = append(p, unknownAnswers(f)...)
	p = append(p, checkPapers(f.Papers)...)
	p = append(p, checkGoals("state_goals", f.StateGoals)...)
	p = append(p, checkGoals("citizen_goals", f.CitizenGoals)...)
	if f.Solution != "" && !slices.Contains(Solutions, f.Solution) {
		p.Add("solution", "solution.unknown", string(f.Solution))
	}
	return append(p, checkParticipants(f.Participants)...)
}

func (q Question) check(a Answer) value.Problems {
	var p value.Problems
	switch {
	case a.Value == NotApplicable && !q.Optional:
		p.Add("value", "answer.always_applies")
	case !isAnswer(a.Value):
		p.Add("value", "answer.unknown", string(a.Value))
	case q.IsBad(a) && strings.TrimSpace(a.Reason) == "":
		p.Add("reason", "reason.missing")
	}
	return p
}

func isAnswer(v AnswerValue) bool {
	return v == NotAnswered || v == Yes || v == No || v == NotApplicable
}

// unknownAnswers names answers to questions that the form does not have, in order.
func unknownAnswers(f Form) value.Problems {
	var ids []string
	for id := range f.Answers {
		if _, known := QuestionByID(id); !known {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	var p value.Problems
	for _, id := range ids {
		p.Add("answers."+id, "question.unknown", id)
	}
	return p
}

// checkPapers wants one reason for each paper with a bad answer; a paper that is gone is asked nothing.
func checkPapers(all []PaperReview) value.Problems {
	var p value.Problems
	for i, x := range all {
		at := fmt.Sprintf("papers[%d]", i)
		for _, id := range slices.Sorted(maps.Keys(x.Answers)) {
			q, known := QuestionByID(id)
			switch a := x.Answers[id]; {
			case !known || q.OfPaper == "":
				p.Add(at+".answers."+id, "question.unknown", id)
			case a == NotApplicable:
				p.Add(at+".answers."+id, "answer.always_applies")
			case !isAnswer(a):
				p.Add(at+".answers."+id, "answer.unknown", string(a))
			}
		}
		if !x.Gone && x.IsBad() && strings.TrimSpace(x.Reason) == "" {
			p.Add(at+".reason", "reason.missing")
		}
	}
	return p
}

// checkGoals wants a reason where a goal has changed and where it is not reached.
func checkGoals(field string, goals []Goal) value.Problems {
	var p value.Problems
	for i, g := range goals {
		at := fmt.Sprintf("%s[%d]", field, i)
		if strings.TrimSpace(g.Text) == "" {
			p.Add(at+".text", "goal.missing")
		}
		p = append(p, Question{OpensOn: Yes}.check(g.Changed).Under(at+".changed")...)
		p = append(p, Question{OpensOn: No}.check(g.Reached).Under(at+".reached")...)
	}
	return p
}

func checkParticipants(all []Participant) value.Problems {
	var p value.Problems
	for i, x := range all {
		at := fmt.Sprintf("participants[%d]", i)
		if strings.TrimSpace(x.Who) == "" {
			p.Add(at+".who", "participant.missing")
		}
		if strings.TrimSpace(x.How) == "" {
			p.Add(at+".how", "participation.missing")
		}
	}
	return p
}

// FormNotices lists what a form ready to be handed in lacks without being wrong: nobody affected took part,
// no goal is named, no contact is given.
//
// Decree 63/2010/NĐ-CP, article 29 clause 4.
func FormNotices(f Form) value.Problems {
	var p value.Problems
	if len(f.StateGoals)+len(f.CitizenGoals) == 0 {
		p.Add("state_goals", "goals.missing")
	}
	if len(f.Participants) == 0 {
		p.Add("participants", "participants.missing")
	}
	if strings.TrimSpace(f.Contact.Name) == "" {
		p.Add("contact.name", "contact.missing")
	}
	return p
}

// Unanswered lists the questions that still wait for an answer.
func (f Form) Unanswered() []Ask {
	return slices.DeleteFunc(f.Asked(), func(a Ask) bool { return f.Given(a) != NotAnswered })
}

// FormProgress is how far a form is filled in.
type FormProgress struct {
	Answered, Total int
	Parts           []PartProgress // part II under the empty part, then the parts that are asked about
}

// PartProgress is FormProgress for one constituent part.
type PartProgress struct {
	Part            catalog.Part
	Answered, Total int
	Bad             int // answers that open a measure
}

// Progress counts the answers of a form, part by part in the order of the form.
func Progress(f Form) FormProgress {
	var out FormProgress
	for _, q := range f.Asked() {
		if n := len(out.Parts); n == 0 || out.Parts[n-1].Part != q.Part {
			out.Parts = append(out.Parts, PartProgress{Part: q.Part})
		}
		part := &out.Parts[len(out.Parts)-1]
		part.Total++
		out.Total++
		if f.Given(q) != NotAnswered {
			part.Answered++
			out.Answered++
		}
		if f.isBad(q) {
			part.Bad++
		}
	}
	return out
}

// Opened lists the measures that bad answers call for, in the order of the form: kind and part as the question
// suggests, reason and content as the reviewer gave them. Several bad answers that suggest the same kind for the
// same part open one measure, and so do those on one paper.
func Opened(f Form) []Measure {
	var out []Measure
	told := map[int]bool{} // papers
	for _, q := range f.Asked() {
		switch {
		case !f.isBad(q) || q.Suggests == "" || told[q.Paper]:
			continue
		case q.Paper != OfAll:
			told[q.Paper] = true
			out = append(out, f.Papers[q.Paper].opens())
			continue
		}
		a := f.Answers[q.ID]
		out = addMeasure(out, Measure{
			Kind:    q.Suggests,
			Part:    q.Part,
			Content: strings.TrimSpace(a.Measure),
			Reason:  strings.TrimSpace(a.Reason),
		})
	}
	return out
}

func addMeasure(ms []Measure, m Measure) []Measure {
	for i, old := range ms {
		if old.Kind == m.Kind && old.Part == m.Part && old.Paper == "" {
			ms[i].Content = strings.TrimSpace(old.Content + "\n" + m.Content)
			ms[i].Reason = strings.TrimSpace(old.Reason + "\n" + m.Reason)
			return ms
		}
	}
	return append(ms, m)
}

// DefaultConclusion is what the answers lead to until the reviewer says otherwise, "" while they lead nowhere:
// what is not needed is abolished, else the expected solution decides, else the measures that stand open; a
// complete form without a bad answer keeps the procedure.
//
// Circular 02/2017/TT-VPCP, article 25 clause 1.
func DefaultConclusion(f Form) Conclusion {
	opened := Opened(f)
	some := func(is func(MeasureKind) bool) bool {
		return slices.ContainsFunc(opened, func(m Measure) bool { return is(m.Kind) })
	}
	switch {
	case f.needless() || f.Solution == Drop:
		return Abolish
	case f.Solution == Replace || some(func(k MeasureKind) bool { return k == MergeProcedures }):
		return Merge
	case some(MeasureKind.takesAway):
		return Cut
	case len(opened) > 0 && !some(func(k MeasureKind) bool { return k != DecentraliseTo }):
		return Decentralise
	case f.Solution == Revise || len(opened) > 0:
		return Amend
	case f.Solution == Maintain || len(f.Unanswered()) == 0:
		return Keep
	}
	return ""
}

// takesAway reports whether a measure of that kind takes away a constituent part or a piece of one.
func (k MeasureKind) takesAway() bool {
	switch k {
	case CutDocument, CutStep, MergeSteps, CutFee, DropCondition, ReuseData:
		return true
	}
	return false
}
