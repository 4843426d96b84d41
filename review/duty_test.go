package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Plan 29/KH-UBND, III.1(b): a duty is done since its targets are met without a break; a late request is done too.
func TestDutyFacts(t *testing.T) {
	decided := func(code catalog.Code, c review.Conclusion, on string) review.Proposal {
		p := of(code, c, review.Approved, nil, nil)
		p.Decided = value.MustDate(on)
		return p
	}
	plan := review.Plan{ID: "p", Date: value.MustDate("2024-03-13"),
		Targets: []review.Target{
			{ID: "reviewed", Campaign: review.CampaignInternalB, Metric: review.Reviewed, Threshold: value.Whole(100)},
			{ID: "number", Campaign: review.CampaignInternalB, Metric: review.Number, Threshold: value.Whole(20)},
			{ID: "additions", Metric: review.Issued, Threshold: value.Whole(100), Deadline: value.MustDate("2024-04-25")},
		},
		Duties: []review.Duty{
			{ID: "D1"}, {ID: "D2", Targets: []string{"additions"}}, {ID: "D3", Targets: []string{"reviewed", "number"}}, {ID: "D9", Targets: []string{"reviewed", "nothing"}},
		}}
	in := review.TargetInput{Plan: plan, AsOf: value.MustDate("2024-07-20"),
		Lists:     map[review.CampaignID][]review.ListItem{review.CampaignInternalB: list("NB-01", "NB-02")},
		Proposals: []review.Proposal{decided("NB-01", review.Abolish, "2024-07-02"), decided("NB-02", review.Keep, "2024-07-10")}}
	for i := range in.Proposals {
		in.Proposals[i].Plan, in.Proposals[i].Campaign = "p", review.CampaignInternalB
	}
	tests := []struct {
		name   string
		change func(*review.TargetInput)
		want   review.Facts
	}{
		{"since the last review", func(*review.TargetInput) {}, review.Facts{"D3": value.MustDate("2024-07-10")}},
		{"the day before", func(in *review.TargetInput) { in.AsOf = value.MustDate("2024-07-09") }, review.Facts{}},
		{"issued late", func(in *review.TargetInput) {
			in.Issued = map[string]value.Date{"additions": value.MustDate("2024-05-02")}
		},
			review.Facts{"D2": value.MustDate("2024-05-02"), "D3": value.MustDate("2024-07-10")}},
		{"states without a day hold from the first", func(in *review.TargetInput) {
			in.Proposals = []review.Proposal{in.Proposals[0], in.Proposals[1]}
			in.Proposals[0].Decided, in.Proposals[1].Decided = value.Date{}, value.Date{}
		}, review.Facts{"D3": value.MustDate("2024-03-13")}},
		{"put in force later: done since it was approved", func(in *review.TargetInput) {
			in.Proposals = []review.Proposal{in.Proposals[0], in.Proposals[1]}
			p := &in.Proposals[0]
			p.Past, p.State, p.Decided = []review.Reached{{State: review.Approved, On: p.Decided}}, review.InForce, value.MustDate("2024-07-18")
		}, review.Facts{"D3": value.MustDate("2024-07-10")}},
		{"no list", func(in *review.TargetInput) { in.Lists = nil }, review.Facts{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := in
			in.Calendar = viet.Calendar{}
			tt.change(&in)
			got, err := review.DutyFacts(in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestMetOf(t *testing.T) {
	yes, no := true, false
	results := []review.TargetResult{{ID: "a", Met: &yes}, {ID: "b", Met: &no}, {ID: "c"}, {ID: "d", Met: &yes}}
	if n := review.MetOf([]string{"a", "b", "c"}, results); n != 1 {
		t.Errorf("%d met, want 1", n)
	}
}

// Plan 29/KH-UBND, III.1(b): a group is one proposal; what changes nothing or was not handed in is none.
func TestCountProposals(t *testing.T) {
	group := of("NB-01", review.Cut, review.Submitted, nil, nil)
	group.ID = 1
	group.Members = append(group.Members, review.Member{Procedure: "NB-02"})
	keep, draft, refused := of("NB-03", review.Keep, review.Approved, nil, nil),
		of("NB-04", review.Cut, review.Draft, nil, nil), of("NB-05", review.Cut, review.Refused, nil, nil)
	keep.ID, draft.ID, refused.ID = 2, 3, 4
	in := inputOf(list("NB-01", "NB-02", "NB-03", "NB-04", "NB-05", "NB-06"), group, keep, draft, refused)
	if n := review.CountProposals(standings(t, in)); n != 1 {
		t.Errorf("%d proposals, want 1", n)
	}
}
