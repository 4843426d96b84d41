package review_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// Plan 29/KH-UBND, III.1(b): announced procedures of group B, and for the other campaign public ones, all ours.
func TestIneligible(t *testing.T) {
	b := catalog.Procedure{
		Kind:   catalog.Internal,
		Group:  catalog.GroupB,
		Ours:   catalog.Decides,
		Status: catalog.Announced,
	}
	public := catalog.Procedure{Kind: catalog.Public, Ours: catalog.Receives, Status: catalog.InForce}
	with := func(p catalog.Procedure, change func(*catalog.Procedure)) catalog.Procedure { change(&p); return p }
	tests := []struct {
		name     string
		p        catalog.Procedure
		campaign review.CampaignID
		want     string
	}{
		{"group B, announced", b, review.CampaignInternalB, ""},
		{"group B, in force, shared", with(b, func(p *catalog.Procedure) { p.Status, p.Ours = catalog.InForce, catalog.Shared }), review.CampaignInternalB, ""},
		{"group A", with(b, func(p *catalog.Procedure) { p.Group = catalog.GroupA }), review.CampaignInternalB, "procedure.not_group_b"},
		{"group not known", with(b, func(p *catalog.Procedure) { p.Group = "" }), review.CampaignInternalB, "procedure.not_group_b"},
		{"public in the internal campaign", public, review.CampaignInternalB, "procedure.not_group_b"},
		{"public, in force", public, review.CampaignPublic, ""},
		{"internal in the public campaign", b, review.CampaignPublic, "procedure.not_public"},
		{"not sorted", with(public, func(p *catalog.Procedure) { p.Ours = catalog.NotSorted }), review.CampaignPublic, "procedure.not_sorted"},
		{"not ours", with(public, func(p *catalog.Procedure) { p.Ours = catalog.NotOurs }), review.CampaignPublic, "procedure.not_ours"},
		{"typical", with(b, func(p *catalog.Procedure) { p.Status = catalog.Typical }), review.CampaignInternalB, "procedure.not_in_force"},
		{"draft", with(b, func(p *catalog.Procedure) { p.Status = catalog.Draft }), review.CampaignInternalB, "procedure.not_in_force"},
		{"repealed", with(public, func(p *catalog.Procedure) { p.Status = catalog.Repealed }), review.CampaignPublic, "procedure.not_in_force"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := review.Ineligible(tt.p, tt.campaign); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Decree 63/2010/NĐ-CP, article 30 clause 2: what a review plan lists, frozen with the rules of the day.
func TestStart(t *testing.T) {
	plan := review.Plan{
		Campaigns: []review.CampaignPlan{{ID: review.CampaignInternalB, Due: value.MustDate("2024-08-10")}},
		Rules:     review.Rules{AmendNeverCounts: true},
	}
	b := catalog.Procedure{
		Code:   "NB-01",
		Name:   "Nghỉ phép",
		Kind:   catalog.Internal,
		Group:  catalog.GroupB,
		Ours:   catalog.Decides,
		Status: catalog.Announced,
		Field:  "Văn phòng",
	}
	draft := b
	draft.Code, draft.Status = "NB-02", catalog.Draft
	one := review.Candidate{
		Procedure: b,
		Version:   3,
		Why:       "100%",
		Officer:   "lan",
		Due:       value.MustDate("2024-07-01"),
		Product:   "Phương án",
	}

	items, rules, err := review.Start(plan, review.CampaignInternalB, nil, []review.Candidate{one})
	want := []review.ListItem{{
		Code:    "NB-01",
		Name:    "Nghỉ phép",
		Kind:    catalog.Internal,
		Group:   catalog.GroupB,
		Field:   "Văn phòng",
		Version: 3,
		Why:     "100%",
		Officer: "lan",
		Due:     value.MustDate("2024-07-01"),
		Product: "Phương án",
	}}
	if diff := cmp.Diff(want, items); diff != "" || err != nil || rules != plan.Rules {
		t.Errorf("%s %v %+v", diff, err, rules)
	}
	if got := review.ListNotices(items); len(got) != 0 {
		t.Error(got)
	}
	if got := review.ListNotices([]review.ListItem{{Code: "NB-01"}}); codes(
		got.Err(),
	) != "why.missing officer.missing due.missing product.missing" {
		t.Error(got)
	}

	late := one
	late.Due = value.MustDate("2024-08-11")
	tests := []struct {
		name     string
		campaign review.CampaignID
		standing []review.ListItem
		chosen   []review.Candidate
		want     string
	}{
		{"no such campaign", review.CampaignPublic, nil, []review.Candidate{one}, "campaign.unknown"},
		{"started already", review.CampaignInternalB, items, []review.Candidate{one}, "campaign.started"},
		{"nothing chosen", review.CampaignInternalB, nil, nil, "procedures.missing"},
		{"one twice, a draft, one due too late", review.CampaignInternalB, nil, []review.Candidate{one, {Procedure: draft}, late},
			"procedure.not_in_force procedure.twice due.after_campaign"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := review.Start(plan, tt.campaign, tt.standing, tt.chosen)
			if diff := cmp.Diff(tt.want, codes(err)); diff != "" || !errors.As(err, new(value.Problems)) {
				t.Error(diff, err)
			}
		})
	}
}
