package review_test

import (
	"encoding/json"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// filled answers every question well, then as told.
func filled(change map[string]review.Answer) review.Form {
	f := review.Form{Answers: map[string]review.Answer{}}
	for _, q := range review.Questions() {
		good := review.Yes
		if q.OpensOn == review.Yes {
			good = review.No
		}
		f.Answers[q.ID] = review.Answer{Value: good}
	}
	for id, a := range change {
		f.Answers[id] = a
	}
	return f
}

// Circular 02/2017/TT-VPCP, article 25: the table of questions holds together.
func TestQuestions(t *testing.T) {
	seen := map[string]bool{}
	asked := map[catalog.Part][]review.Aspect{}
	last := -1
	for _, q := range review.Questions() {
		if seen[q.ID] {
			t.Errorf("%s stands twice", q.ID)
		}
		seen[q.ID] = true
		if q.OpensOn != review.Yes && q.OpensOn != review.No {
			t.Errorf("%s: bad answer %q", q.ID, q.OpensOn)
		}
		if q.Suggests != "" && !slices.Contains(review.MeasureKinds, q.Suggests) {
			t.Errorf("%s suggests %q", q.ID, q.Suggests)
		}
		if !norm.NFC.IsNormalString(q.Text) || utf8.RuneCountInString(q.Text) < 20 || q.Text[len(q.Text)-1] != '?' {
			t.Errorf("%s: text %q", q.ID, q.Text)
		}
		at := slices.Index(catalog.Parts, q.Part)
		if (q.Aspect == review.Necessary) != (q.Part == "") || at < last {
			t.Errorf("%s: part %q out of order", q.ID, q.Part)
		}
		last = at
		asked[q.Part] = append(asked[q.Part], q.Aspect)
	}
	for _, p := range catalog.Parts {
		if p == catalog.PartLegalBasis {
			continue // a field of the record, not a part
		}
		if !slices.Contains(asked[p], review.Reasonable) {
			t.Errorf("nobody asks whether %s is reasonable", p)
		}
	}
	if _, known := review.QuestionByID(review.Necessity); !known {
		t.Error("no question of necessity")
	}
}

func TestCheckForm(t *testing.T) {
	tests := []struct {
		name string
		form review.Form
		want value.Problems
	}{
		{"empty form", review.Form{}, nil},
		{"all well", filled(nil), nil},
		{"bad answer without a reason", filled(map[string]review.Answer{"dossier.needed": {Value: review.No}}),
			value.Problems{{Field: "answers.dossier.needed.reason", Code: "reason.missing"}}},
		{"bad answer that is a yes, blank reason", filled(map[string]review.Answer{"steps.removable": {Value: review.Yes, Reason: "  "}}),
			value.Problems{{Field: "answers.steps.removable.reason", Code: "reason.missing"}}},
		{"bad answer with its reason", filled(map[string]review.Answer{"dossier.needed": {Value: review.No, Reason: "Đã có trong CSDL"}}), nil},
		{"a part that always exists", filled(map[string]review.Answer{"time_limit.clear": {Value: review.NotApplicable}}),
			value.Problems{{Field: "answers.time_limit.clear.value", Code: "answer.always_applies"}}},
		{"a part that may not exist", filled(map[string]review.Answer{"fees.fair": {Value: review.NotApplicable}}), nil},
		{"unknown answer and question", review.Form{Answers: map[string]review.Answer{"name.clear": {Value: "maybe"}, "b": {}, "a": {}}},
			value.Problems{
				{Field: "answers.name.clear.value", Code: "answer.unknown", Args: []any{"maybe"}},
				{Field: "answers.a", Code: "question.unknown", Args: []any{"a"}},
				{Field: "answers.b", Code: "question.unknown", Args: []any{"b"}},
			}},
		{"goals", review.Form{
			StateGoals:   []review.Goal{{Text: "Quản lý", Changed: review.Answer{Value: review.Yes}, Reached: review.Answer{Value: review.Yes}}},
			CitizenGoals: []review.Goal{{Reached: review.Answer{Value: review.No}}},
		}, value.Problems{
			{Field: "state_goals[0].changed.reason", Code: "reason.missing"},
			{Field: "citizen_goals[0].text", Code: "goal.missing"},
			{Field: "citizen_goals[0].reached.reason", Code: "reason.missing"},
		}},
		{"solution and participants", review.Form{Solution: "burn", Participants: []review.Participant{{}}}, value.Problems{
			{Field: "solution", Code: "solution.unknown", Args: []any{"burn"}},
			{Field: "participants[0].who", Code: "participant.missing"},
			{Field: "participants[0].how", Code: "participation.missing"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, review.CheckForm(tt.form)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Decree 63/2010/NĐ-CP, article 29 clause 4: those affected take part.
func TestFormNotices(t *testing.T) {
	f := review.Form{}
	want := value.Problems{{Field: "state_goals", Code: "goals.missing"},
		{Field: "participants", Code: "participants.missing"}, {Field: "contact.name", Code: "contact.missing"}}
	if diff := cmp.Diff(want, review.FormNotices(f)); diff != "" {
		t.Error(diff)
	}
	f.CitizenGoals, f.Participants = []review.Goal{{Text: "x"}}, []review.Participant{{Who: "a", How: "b"}}
	f.Contact.Name = "Lan"
	if got := review.FormNotices(f); len(got) != 0 {
		t.Error(got)
	}
}

func TestOpened(t *testing.T) {
	f := filled(map[string]review.Answer{
		"dossier.twice":      {Value: review.Yes, Reason: "Giấy tờ 2 trùng 3", Measure: "Bỏ giấy tờ 3"},
		"dossier.needed":     {Value: review.No, Reason: " Không dùng đến ", Measure: " Bỏ giấy tờ 1 "},
		"time_limit.shorter": {Value: review.Yes, Reason: "Làm trong 2 ngày"},
		"fees.fair":          {Value: review.Yes, Reason: "Đúng mức", Measure: "không tính đến"},
	})
	want := []review.Measure{
		{Kind: review.CutDocument, Part: catalog.PartDossier, Content: "Bỏ giấy tờ 1\nBỏ giấy tờ 3", Reason: "Không dùng đến\nGiấy tờ 2 trùng 3"},
		{Kind: review.ShortenTime, Part: catalog.PartTimeLimit, Reason: "Làm trong 2 ngày"},
	}
	if diff := cmp.Diff(want, review.Opened(f)); diff != "" {
		t.Error(diff)
	}
}

func TestProgress(t *testing.T) {
	total := len(review.Questions())
	if p := review.Progress(review.Form{}); p.Answered != 0 || p.Total != total || len(p.Parts) != 13 ||
		p.Parts[0].Part != "" {
		t.Errorf("empty: %+v", p)
	}
	p := review.Progress(filled(map[string]review.Answer{"copies.one": {Value: review.No}, "name.clear": {}}))
	if p.Answered != total-1 {
		t.Errorf("answered %d of %d", p.Answered, total)
	}
	for _, part := range p.Parts {
		if bad := part.Part == catalog.PartCopies; bad != (part.Bad == 1) {
			t.Errorf("%+v", part)
		}
	}
	needless := review.Form{Answers: map[string]review.Answer{review.Necessity: {Value: review.No, Reason: "x"}}}
	if p := review.Progress(needless); p.Total != 3 || len(p.Parts) != 1 {
		t.Errorf("not needed, but asked on: %+v", p)
	}
}

// Circular 02/2017/TT-VPCP, article 25 clause 1: what is not needed is abolished.
func TestDefaultConclusion(t *testing.T) {
	bad := func(id string, v review.AnswerValue) map[string]review.Answer {
		return map[string]review.Answer{id: {Value: v, Reason: "x"}}
	}
	solved := func(s review.Solution) review.Form { f := review.Form{Solution: s}; return f }
	tests := []struct {
		name string
		form review.Form
		want review.Conclusion
	}{
		{"nothing said yet", review.Form{}, ""},
		{"not needed", filled(bad(review.Necessity, review.No)), review.Abolish},
		{"all well", filled(nil), review.Keep},
		{"a paper too many", filled(bad("dossier.needed", review.No)), review.Cut},
		{"a form to reword", filled(bad("forms.known", review.Yes)), review.Amend},
		{"only to be decentralised", filled(bad("agency.lower", review.Yes)), review.Decentralise},
		{"one of two like it", filled(bad("necessity.duplicate", review.Yes)), review.Merge},
		{"to be replaced", solved(review.Replace), review.Merge},
		{"to be dropped", solved(review.Drop), review.Abolish},
		{"to be revised", solved(review.Revise), review.Amend},
		{"to be maintained", solved(review.Maintain), review.Keep},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := review.DefaultConclusion(tt.form); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestForm_JSON(t *testing.T) {
	f := filled(map[string]review.Answer{"name.clear": {Value: review.No, Reason: "dài"}})
	f.Participants = []review.Participant{{Who: "a", How: "b", Date: value.MustDate("2024-06-01")}}
	f.StateGoals = []review.Goal{{Text: "x", Reached: review.Answer{Value: review.Yes}}}
	raw, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	var back review.Form
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f, back); diff != "" {
		t.Error(diff)
	}
}
