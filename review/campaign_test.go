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
		campaign review.Scope
		want     string
	}{
		{"group B, announced", b, review.ScopeInternalB, ""},
		{"group B, in force, shared", with(b, func(p *catalog.Procedure) { p.Status, p.Ours = catalog.InForce, catalog.Shared }), review.ScopeInternalB, ""},
		{"group A", with(b, func(p *catalog.Procedure) { p.Group = catalog.GroupA }), review.ScopeInternalB, "procedure.not_group_b"},
		{"group not known", with(b, func(p *catalog.Procedure) { p.Group = "" }), review.ScopeInternalB, "procedure.not_group_b"},
		{"public in the internal campaign", public, review.ScopeInternalB, "procedure.not_group_b"},
		{"group A in its campaign", with(b, func(p *catalog.Procedure) { p.Group = catalog.GroupA }), review.ScopeInternalA, ""},
		{"group B in that of group A", b, review.ScopeInternalA, "procedure.not_group_a"},
		{"either group", b, review.ScopeInternal, ""},
		{"public in that of either group", public, review.ScopeInternal, "procedure.not_internal"},
		{"public, in force", public, review.ScopePublic, ""},
		{"internal in the public campaign", b, review.ScopePublic, "procedure.not_public"},
		{"not sorted", with(public, func(p *catalog.Procedure) { p.Ours = catalog.NotSorted }), review.ScopePublic, "procedure.not_sorted"},
		{"not ours", with(public, func(p *catalog.Procedure) { p.Ours = catalog.NotOurs }), review.ScopePublic, "procedure.not_ours"},
		{"typical", with(b, func(p *catalog.Procedure) { p.Status = catalog.Typical }), review.ScopeInternalB, "procedure.typical"},
		{"draft", with(b, func(p *catalog.Procedure) { p.Status = catalog.Draft }), review.ScopeInternalB, "procedure.not_in_force"},
		{"repealed", with(public, func(p *catalog.Procedure) { p.Status = catalog.Repealed }), review.ScopePublic, "procedure.not_in_force"},
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

// Decree 63/2010/NĐ-CP, article 30 clause 2: a line of the review plan is due on the campaign's day at the latest, and
// what it leaves open is told at its own field.
func TestStart_due(t *testing.T) {
	due := value.MustDate("2024-08-10")
	b := catalog.Procedure{Code: "NB-01", Kind: catalog.Internal, Group: catalog.GroupB, Ours: catalog.Decides,
		Status: catalog.Announced}
	for _, c := range []struct {
		name     string
		campaign value.Date
		due      value.Date
		want     string
	}{
		{"the day before", due, due.Add(-1), ""},
		{"the campaign's own day", due, due, ""},
		{"the day after", due, due.Add(1), "due.after_campaign"},
		{"no day of its own", due, value.Date{}, ""},
		{"a campaign without a day", value.Date{}, due, ""},
	} {
		plan := review.Plan{Number: "29/KH-UBND", Title: "Cải cách",
			Campaigns: []review.CampaignPlan{{ID: review.CampaignInternalB, Due: c.campaign, HandIn: due.Add(-10)}}}
		_, _, err := review.Start(plan, review.CampaignInternalB, nil, []review.Candidate{{Procedure: b, Due: c.due}})
		if got := codes(err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		var p value.Problems
		if errors.As(err, &p) && p[0].Args[0] != due {
			t.Errorf("%s: the sentence names %v, want %s", c.name, p[0].Args, due)
		}
		_, _, err = review.Start(plan, review.CampaignPublic, nil, []review.Candidate{{Procedure: b}})
		if !errors.As(err, &p) || p[0].Code != "campaign.unknown" || p[0].Args[1] != "29/KH-UBND" {
			t.Errorf("a campaign that the plan has not: %v", err)
		}
	}
	public := b
	public.Kind = catalog.Public
	if got := review.Ineligible(public, review.ScopeInternalB); got != "procedure.not_group_b" {
		t.Errorf("a public procedure said to be of group B: %q, want procedure.not_group_b", got)
	}
}

// Decree 63/2010/NĐ-CP, article 30 clause 2: why, by whom, by when, and what shall come of it.
func TestListNotices_each(t *testing.T) {
	whole := review.ListItem{Code: "NB-01", Name: "Nghỉ phép", Why: "100%", Officer: "lan",
		Due:     value.MustDate("2024-07-01"),
		Product: "Phương án"}
	for field, clear := range map[string]func(*review.ListItem){
		"why":     func(i *review.ListItem) { i.Why = " " },
		"officer": func(i *review.ListItem) { i.Officer = "" },
		"due":     func(i *review.ListItem) { i.Due = value.Date{} },
		"product": func(i *review.ListItem) { i.Product = "\t" },
	} {
		item := whole
		clear(&item)
		want := value.Problems{{Field: "procedures[1]." + field, Code: field + ".missing", Args: []any{"NB-01"}}}
		if diff := cmp.Diff(want, review.ListNotices([]review.ListItem{whole, item})); diff != "" {
			t.Errorf("without %s: -want +got\n%s", field, diff)
		}
	}
}
