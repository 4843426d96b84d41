package review_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// campaignFile is as much of a campaign file as the vectors use.
type campaignFile struct {
	Plan       review.PlanID
	Campaign   review.CampaignID
	Procedures []struct {
		Code catalog.Code
		Name string
	}
	Reviews []struct {
		Procedure     catalog.Code
		Conclusion    review.Conclusion
		Status        review.State
		Decided       value.Date
		Measures      []review.Measure
		Merged        []catalog.Code
		Before, After *[]cost.Row
	}
}

// want is what a target must come to; the fields are those that the vectors give.
type want struct {
	Numerator, Denominator, Missing int64
	Percent                         *string
	Met                             *bool
	Complete                        *bool            `json:",omitempty"`
	Readings                        []review.Reading `json:",omitempty"`
}

// shared is the folder of given texts beside the project; the test is skipped where it is not there.
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Skip("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(dir, "..", "shared")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no folder ../shared beside the project")
	}
	return dir
}

// Handbook, §1.8, example D: twelve procedures, 18,60% of the listed cost and 86,00% of the proposed.
func TestCheckTargets_ExampleD(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(shared(t), "domain", "scm_test_vectors.json"))
	if err != nil {
		t.Skip(err)
	}
	var vectors struct {
		Campaign campaignFile
		Want     map[string]want `json:"campaign_want"`
	}
	if err := json.Unmarshal(raw, &vectors); err != nil {
		t.Fatal(err)
	}
	rep := check(t, vectors.Campaign.input())
	for id, w := range vectors.Want {
		r := target(t, rep.Targets, id)
		got := want{
			Numerator:   r.Numerator,
			Denominator: r.Denominator,
			Missing:     r.Missing,
			Percent:     r.Percent,
			Met:         r.Met,
		}
		if w.Complete != nil {
			got.Complete = &r.Complete
		}
		for _, x := range r.Readings {
			got.Readings = append(got.Readings, review.Reading{
				Denominator: x.Denominator,
				Percent:     x.Percent,
				Met:         x.Met,
			})
		}
		if diff := cmp.Diff(w, got); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	if len(vectors.Want) == 0 {
		t.Error("the vectors hold no targets")
	}
}

func (c campaignFile) input() review.TargetInput {
	var codes []catalog.Code
	for _, p := range c.Procedures {
		codes = append(codes, p.Code)
	}
	var ps []review.Proposal
	for _, r := range c.Reviews {
		ps = append(ps, review.Proposal{
			Plan: c.Plan, Campaign: c.Campaign, Conclusion: r.Conclusion, State: r.Status, Decided: r.Decided,
			Measures: r.Measures, Merged: r.Merged,
			Members: []review.Member{{Procedure: r.Procedure, Before: r.Before, After: r.After}},
		})
	}
	return inputOf(list(codes...), ps...)
}
