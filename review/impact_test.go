package review_test

import (
	"testing"

	"rasoat/review"
)

func TestImpact(t *testing.T) {
	items := list("NB-01", "NB-02", "NB-03", "NB-04", "NB-05")
	base := inputOf(items,
		of("NB-01", review.Cut, review.Approved, table(100), table(90)),
		of("NB-02", review.Cut, review.Checked, table(100), table(0)),
		of("NB-03", review.Keep, review.Approved, table(100), nil),
		of("NB-04", review.Keep, review.Approved, table(100), nil),
		of("NB-05", review.Keep, review.Approved, table(100), nil))
	alternative := of("NB-01", review.Cut, review.Draft, table(100), table(20))
	alternative.ID, alternative.Alternative = 9, true
	late := base.Proposals[0]
	late.Decided = base.AsOf.Add(1)
	for _, tt := range []struct {
		name            string
		p               review.Proposal
		without, with   string // reviewed, number, cost
		metWith, metOut bool   // of the cost target
	}{
		{"on its way", base.Proposals[1], "100.00 20.00 2.00", "100.00 40.00 22.00", true, false},
		{"decided already", base.Proposals[0], "80.00 0.00 0.00", "100.00 20.00 2.00", false, false},
		{"decided tomorrow", late, "80.00 0.00 0.00", "100.00 20.00 2.00", false, false},
		{"an alternative stands in for the main one", alternative, "100.00 20.00 2.00", "100.00 20.00 16.00", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			without, with, err := review.Impact(base, tt.p)
			if err != nil {
				t.Fatal(err)
			}
			if got := percents(without); got != tt.without {
				t.Errorf("without: got %s, want %s", got, tt.without)
			}
			if got := percents(with); got != tt.with {
				t.Errorf("with: got %s, want %s", got, tt.with)
			}
			if met := isMet(with); met != tt.metWith {
				t.Errorf("met with it: got %v", met)
			}
			if met := isMet(without); met != tt.metOut {
				t.Errorf("met without it: got %v", met)
			}
		})
	}
	if len(base.Proposals) != 5 || base.Proposals[0].State != review.Approved ||
		base.Proposals[1].State != review.Checked {
		t.Error("the input was changed")
	}
	if _, _, err := review.Impact(review.TargetInput{Plan: base.Plan}, alternative); err == nil {
		t.Error("a check without a day was made")
	}
}

// percents are the reviewed, the number and the cost of the internal campaign.
func percents(r review.TargetReport) string {
	out := ""
	for _, id := range []string{"internal-b-reviewed", "internal-b-number", "internal-b-cost"} {
		for _, x := range r.Targets {
			if x.ID == id && x.Percent != nil {
				out += " " + *x.Percent
			}
		}
	}
	if out == "" {
		return ""
	}
	return out[1:]
}

func isMet(r review.TargetReport) bool {
	for _, x := range r.Targets {
		if x.ID == "internal-b-cost" {
			return x.Met != nil && *x.Met
		}
	}
	return false
}
