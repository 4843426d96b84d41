package review_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/review"
	"rasoat/value"
)

// A draft is kept with its gaps; what makes no sense is not.
func TestFormGapsAndFaults(t *testing.T) {
	f := review.Form{
		StateGoals:   []review.Goal{{Changed: review.Answer{Value: review.Yes}}},
		Participants: []review.Participant{{}},
		Solution:     "burn",
		Answers: map[string]review.Answer{
			"dossier.needed":   {Value: review.No},
			"dossier.twice":    {Value: review.NotApplicable},
			"name.clear":       {Value: "maybe"},
			"nobody.asks.this": {Value: review.Yes},
		},
	}
	codes := func(p value.Problems) []string {
		var out []string
		for _, x := range p {
			out = append(out, x.Field+" "+x.Code)
		}
		return out
	}
	if diff := cmp.Diff([]string{"answers.dossier.needed.reason reason.missing", "state_goals[0].text goal.missing",
		"state_goals[0].changed.reason reason.missing", "participants[0].who participant.missing",
		"participants[0].how participation.missing"}, codes(review.FormGaps(f))); diff != "" {
		t.Errorf("gaps: %s", diff)
	}
	if diff := cmp.Diff([]string{"answers.name.clear.value answer.unknown", "answers.dossier.twice.value answer.always_applies",
		"answers.nobody.asks.this question.unknown", "solution solution.unknown"}, codes(review.FormFaults(f))); diff != "" {
		t.Errorf("faults: %s", diff)
	}
	if len(review.FormGaps(filled(nil)))+len(review.FormFaults(filled(nil))) != 0 {
		t.Error("a good form has gaps or faults")
	}
}

func TestFormKept(t *testing.T) {
	hoas := review.ListItem{Code: "NB-01", Officer: "hoa"}
	tests := []struct {
		name    string
		item    review.ListItem
		state   review.State
		by      string
		assigns bool
		code    string
	}{
		{"the officer, nothing handed in", hoas, "", "hoa", false, ""},
		{"the officer, a draft", hoas, review.Draft, "hoa", false, ""},
		{"the officer, sent back", hoas, review.Returned, "hoa", false, ""},
		{"the officer, taken back", hoas, review.Withdrawn, "hoa", false, ""},
		{"the officer, handed in", hoas, review.Submitted, "hoa", false, "form.frozen"},
		{"the officer, refused above", hoas, review.Refused, "hoa", false, "form.frozen"},
		{"another reviewer", hoas, "", "minh", false, "form.of_another"},
		{"the office", hoas, review.Draft, "lan", true, ""},
		{"the office, approved", hoas, review.Approved, "lan", true, "form.frozen"},
		{"nobody assigned", review.ListItem{Code: "NB-02"}, "", "minh", false, ""},
		{"has left the list", moved("NB-03", false, "2024-07-15"), "", "lan", true, "procedure.left_list"},
		{"leaves it tomorrow", moved("NB-03", false, "2024-07-16"), "", "lan", true, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := review.FormKept(tt.item, value.MustDate("2024-07-15"), tt.state, tt.by, tt.assigns)
			var p value.Problems
			errors.As(err, &p)
			if tt.code == "" && err != nil || tt.code != "" && (len(p) != 1 || p[0].Code != tt.code) {
				t.Errorf("got %v, want %q", err, tt.code)
			}
			if errors.Is(err, value.ErrForbidden) != (tt.code == "form.of_another") {
				t.Errorf("forbidden: %v", err)
			}
		})
	}
}

func TestCheckConclusion(t *testing.T) {
	open := filled(map[string]review.Answer{"name.clear": {}})
	bad := filled(map[string]review.Answer{"dossier.needed": {Value: review.No}})
	tests := []struct {
		name string
		form review.Form
		c    review.Conclusion
		want value.Problems
	}{
		{"keep, all looked at", filled(nil), review.Keep, nil},
		{"keep, one question open", open, review.Keep, value.Problems{{Field: "conclusion", Code: "keep.unanswered", Args: []any{1}}}},
		{"a change needs not every answer", open, review.Amend, nil},
		{"a reason is missing", bad, review.Cut, value.Problems{{Field: "answers.dossier.needed.reason", Code: "reason.missing"}}},
		{"nothing concluded", open, "", value.Problems{{Field: "conclusion", Code: "conclusion.missing"}}},
		{"no such conclusion", open, "burn", value.Problems{{Field: "conclusion", Code: "conclusion.unknown", Args: []any{"burn"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, review.CheckConclusion(tt.form, tt.c)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
