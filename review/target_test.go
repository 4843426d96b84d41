package review_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
)

// plan29 is the plan with its five targets, as the seed has it.
func plan29() review.Plan {
	august, june, april := value.MustDate("2024-08-10"), value.MustDate("2024-06-20"), value.MustDate("2024-04-25")
	return review.Plan{
		ID: "kh-29-2024",
		Targets: []review.Target{
			{ID: "internal-b-reviewed", Campaign: review.CampaignInternalB, Metric: review.Reviewed, Threshold: value.Whole(100), Deadline: august},
			{ID: "internal-b-number", Campaign: review.CampaignInternalB, Metric: review.Number, Threshold: value.Whole(20), Deadline: august},
			{ID: "internal-b-cost", Campaign: review.CampaignInternalB, Metric: review.Cost, Threshold: value.Whole(20), Deadline: august},
			{ID: "public-reviewed", Campaign: review.CampaignPublic, Metric: review.Reviewed, Threshold: value.Whole(100), Deadline: june},
			{ID: "internal-b-additions", Campaign: review.CampaignInternalB, Metric: review.Issued, Threshold: value.Whole(100), Deadline: april},
		},
	}
}

// table is a cost table that comes to n đồng a year.
func table(n value.Money) *[]cost.Row {
	return &[]cost.Row{{
		Task:            cost.Fees,
		Activity:        "a",
		Fees:            n,
		TimesPerYear:    value.Whole(1),
		SubjectsPerYear: 1,
		Source:          cost.Estimate,
	}}
}

func empty() *[]cost.Row { return &[]cost.Row{} }

func list(codes ...catalog.Code) []review.ListItem {
	items := make([]review.ListItem, len(codes))
	for i, c := range codes {
		items[i] = review.ListItem{Code: c, Name: string(c), Kind: catalog.Internal, Group: catalog.GroupB}
	}
	return items
}

// of is a proposal for one internal procedure.
func of(code catalog.Code, c review.Conclusion, s review.State, before, after *[]cost.Row) review.Proposal {
	return review.Proposal{
		Plan: "kh-29-2024", Campaign: review.CampaignInternalB, Conclusion: c, State: s,
		Members: []review.Member{{Procedure: code, Before: before, After: after}},
	}
}

func inputOf(items []review.ListItem, ps ...review.Proposal) review.TargetInput {
	for i := range ps {
		ps[i].ID = review.ProposalID(i + 1)
	}
	return review.TargetInput{
		Plan: plan29(), AsOf: value.MustDate("2024-08-01"), Proposals: ps,
		Lists: map[review.CampaignID][]review.ListItem{review.CampaignInternalB: items},
	}
}

func check(t *testing.T, in review.TargetInput) review.TargetReport {
	t.Helper()
	rep, err := review.CheckTargets(in)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func target(t *testing.T, results []review.TargetResult, id string) review.TargetResult {
	t.Helper()
	for _, r := range results {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no target %s", id)
	return review.TargetResult{}
}

// text writes the pointers of a result as a reader sees them.
func text[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// Plan 29/KH-UBND, III.1(b): which procedures count as cut or simplified.
func TestCheckTargets_Number(t *testing.T) {
	a, b := table(100), table(90)
	lighter := []review.Measure{{Kind: review.CutDocument}}
	wording := []review.Measure{{Kind: review.AmendForm}, {Kind: review.DecentraliseTo}, {Kind: review.OtherMeasure}}
	tests := []struct {
		name   string
		change func(*review.Proposal)
		rules  review.Rules
		want   int64
	}{
		{"abolish", func(p *review.Proposal) { p.Conclusion = review.Abolish }, review.Rules{}, 1},
		{"cut", func(p *review.Proposal) { p.Conclusion = review.Cut }, review.Rules{}, 1},
		{"merge without merged", func(p *review.Proposal) { p.Conclusion = review.Merge }, review.Rules{}, 1},
		{"merge with two listed ones, one twice, itself and a stranger", func(p *review.Proposal) {
			p.Conclusion, p.Merged = review.Merge, []catalog.Code{"NB-02", "nb-02", "NB-03", "NB-01", "NB-99"}
		}, review.Rules{}, 3},
		{"keep", func(p *review.Proposal) { p.Conclusion = review.Keep }, review.Rules{}, 0},
		{"keep merges nothing", func(p *review.Proposal) {
			p.Conclusion, p.Merged = review.Keep, []catalog.Code{"NB-02"}
		}, review.Rules{}, 0},
		{"amend, nothing lighter", func(p *review.Proposal) { p.Conclusion = review.Amend }, review.Rules{}, 0},
		{"amend, wording only", func(p *review.Proposal) { p.Conclusion, p.Measures = review.Amend, wording }, review.Rules{}, 0},
		{"amend, a paper less", func(p *review.Proposal) { p.Conclusion, p.Measures = review.Amend, lighter }, review.Rules{}, 1},
		{"amend, cheaper", func(p *review.Proposal) {
			p.Conclusion, p.Members[0].Before, p.Members[0].After = review.Amend, a, b
		}, review.Rules{}, 1},
		{"amend, dearer", func(p *review.Proposal) {
			p.Conclusion, p.Members[0].Before, p.Members[0].After = review.Amend, b, a
		}, review.Rules{}, 0},
		{"amend, dearer but a paper less", func(p *review.Proposal) {
			p.Conclusion, p.Measures, p.Members[0].Before, p.Members[0].After = review.Amend, lighter, b, a
		}, review.Rules{}, 1},
		{"amend, cheaper, rules say never", func(p *review.Proposal) {
			p.Conclusion, p.Members[0].Before, p.Members[0].After = review.Amend, a, b
		}, review.Rules{AmendNeverCounts: true}, 0},
		{"decentralise, wording only", func(p *review.Proposal) { p.Conclusion, p.Measures = review.Decentralise, wording }, review.Rules{}, 0},
		{"decentralise, a paper less", func(p *review.Proposal) { p.Conclusion, p.Measures = review.Decentralise, lighter }, review.Rules{}, 1},
		{"decentralise, a paper less, rules say never", func(p *review.Proposal) {
			p.Conclusion, p.Measures = review.Decentralise, lighter
		}, review.Rules{DecentraliseNever: true}, 0},
		{"cut is not touched by the rules", func(p *review.Proposal) { p.Conclusion = review.Cut },
			review.Rules{AmendNeverCounts: true, DecentraliseNever: true}, 1},
		{"not on the list", func(p *review.Proposal) { p.Conclusion, p.Members[0].Procedure = review.Cut, "NB-99" }, review.Rules{}, 0},
		{"an alternative", func(p *review.Proposal) { p.Conclusion, p.Alternative = review.Cut, true }, review.Rules{}, 0},
		{"another plan", func(p *review.Proposal) { p.Conclusion, p.Plan = review.Cut, "kh-1-2025" }, review.Rules{}, 0},
		{"another campaign", func(p *review.Proposal) { p.Conclusion, p.Campaign = review.Cut, review.CampaignPublic }, review.Rules{}, 0},
		{"a group of three, one of them not listed", func(p *review.Proposal) {
			p.Conclusion, p.Members = review.Cut, []review.Member{{Procedure: "NB-01"}, {Procedure: "NB-04"}, {Procedure: "NB-99"}}
		}, review.Rules{}, 2},
		{"a group to amend: only the member that gets cheaper", func(p *review.Proposal) {
			p.Conclusion = review.Amend
			p.Members = []review.Member{{Procedure: "NB-01", Before: a, After: b}, {Procedure: "NB-02", Before: a, After: a}}
		}, review.Rules{}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := of("NB-01", "", review.Approved, nil, nil)
			tt.change(&p)
			in := inputOf(list("NB-01", "NB-02", "NB-03", "NB-04", "NB-01"), p)
			in.Rules = map[review.CampaignID]review.Rules{review.CampaignInternalB: tt.rules}
			got := target(t, check(t, in).Targets, "internal-b-number")
			if got.Numerator != tt.want || got.Denominator != 4 {
				t.Errorf("got %d of %d, want %d of 4", got.Numerator, got.Denominator, tt.want)
			}
		})
	}
}

// Plan 29/KH-UBND, III.1(b): which states count, in targets, proposed and reviewed.
func TestCheckTargets_States(t *testing.T) {
	type counts struct{ Granted, Proposed, Reviewed int64 }
	want := map[review.State]counts{
		review.Draft: {0, 0, 0}, review.Submitted: {0, 1, 1}, review.Checked: {0, 1, 1}, review.Approved: {1, 1, 1},
		review.Returned: {0, 0, 0}, review.Withdrawn: {0, 0, 0}, review.Forwarded: {0, 1, 1},
		review.Accepted: {1, 1, 1}, review.Refused: {0, 0, 1}, review.InForce: {1, 1, 1},
	}
	for _, s := range review.States {
		t.Run(string(s), func(t *testing.T) {
			p := of("NB-01", review.Cut, s, table(100), table(60))
			rep := check(t, inputOf(list("NB-01"), p))
			got := counts{
				target(t, rep.Targets, "internal-b-number").Numerator,
				target(t, rep.Proposed, "internal-b-number").Numerator,
				target(t, rep.Targets, "internal-b-reviewed").Numerator,
			}
			if got != want[s] {
				t.Errorf("got %+v, want %+v", got, want[s])
			}
			if n := target(t, rep.Proposed, "internal-b-reviewed").Numerator; n != want[s].Reviewed {
				t.Errorf("reviewed differs between the bases: %d", n)
			}
			if n := target(t, rep.Targets, "internal-b-cost").Numerator; n != 40*want[s].Granted {
				t.Errorf("saving %d", n)
			}
			p.Decided = value.MustDate("2024-08-02")
			rep = check(t, inputOf(list("NB-01"), p))
			if n := target(t, rep.Proposed, "internal-b-reviewed").Numerator; n != 0 {
				t.Errorf("counts the day before its state was reached")
			}
			in := inputOf(list("NB-01"), p)
			in.AsOf = p.Decided
			if n := target(t, check(t, in).Targets, "internal-b-number").Numerator; n != want[s].Granted {
				t.Errorf("on the day itself: %d", n)
			}
		})
	}
}

// Plan 29/KH-UBND, III.1(b): the sums of the cost target and what is not priced.
func TestCheckTargets_Cost(t *testing.T) {
	ptr := func(ps ...review.Proposal) []review.Proposal { return ps }
	tests := []struct {
		name             string
		proposals        []review.Proposal
		rules            review.Rules
		saving           int64
		listed, with     value.Money
		metListed, metWP any
		met              any
		unpriced         []catalog.Code
	}{
		{"no review at all", nil, review.Rules{}, 0, 0, 0, nil, nil, nil, []catalog.Code{"NB-01", "NB-02"}},
		{"a draft's before is in the denominator", ptr(
			of("NB-01", review.Cut, review.Approved, table(100), table(50)),
			of("NB-02", review.Cut, review.Draft, table(100), table(0)),
		), review.Rules{}, 50, 200, 100, true, true, true, []catalog.Code{}},
		{"exactly 20%", ptr(
			of("NB-01", review.Cut, review.Approved, table(100), table(80)), of("NB-02", review.Keep, review.Approved, table(0), nil),
		), review.Rules{}, 20, 100, 100, true, true, true, []catalog.Code{}},
		{"a hair below 20%", ptr(
			of("NB-01", review.Cut, review.Approved, table(1_000_000), table(800_040)), of("NB-02", review.Keep, review.Draft, table(0), nil),
		), review.Rules{}, 199_960, 1_000_000, 1_000_000, false, false, false, []catalog.Code{}},
		{"incomplete: listed is not met", ptr(
			of("NB-01", review.Abolish, review.Approved, table(100), nil),
		), review.Rules{}, 100, 100, 100, false, true, false, []catalog.Code{"NB-02"}},
		{"incomplete, but the plan's own reading is the other", ptr(
			of("NB-01", review.Abolish, review.Approved, table(100), nil),
		), review.Rules{CostDenominator: review.WithProposal}, 100, 100, 100, false, true, true, []catalog.Code{"NB-02"}},
		{"counting review without an after", ptr(
			of("NB-01", review.Cut, review.Approved, table(100), nil), of("NB-02", review.Amend, review.Approved, table(100), empty()),
		), review.Rules{}, 0, 200, 200, false, false, false, []catalog.Code{"NB-01", "NB-02"}},
		{"review without an after that does not count yet", ptr(
			of("NB-01", review.Cut, review.Submitted, table(100), nil), of("NB-02", review.Abolish, review.Approved, table(100), empty()),
		), review.Rules{}, 100, 200, 100, true, true, true, []catalog.Code{}},
		{"before empty is not costed, whatever after says", ptr(
			of("NB-01", review.Abolish, review.Approved, empty(), nil), of("NB-02", review.Cut, review.Approved, nil, table(70)),
		), review.Rules{}, 0, 0, 0, nil, nil, nil, []catalog.Code{"NB-01", "NB-02"}},
		{"a cost that rises is subtracted", ptr(
			of("NB-01", review.Cut, review.Approved, table(100), table(50)), of("NB-02", review.Amend, review.Approved, table(100), table(120)),
		), review.Rules{}, 30, 200, 200, false, false, false, []catalog.Code{}},
		{"keep saves nothing and has no proposal", ptr(
			of("NB-01", review.Keep, review.Approved, table(100), table(100)), of("NB-02", review.Keep, review.InForce, table(100), empty()),
		), review.Rules{}, 0, 200, 0, false, nil, false, []catalog.Code{}},
		{"tables that come to nothing: a denominator of 0", ptr(
			of("NB-01", review.Abolish, review.Approved, table(0), nil), of("NB-02", review.Keep, review.Approved, table(0), nil),
		), review.Rules{}, 0, 0, 0, nil, nil, nil, []catalog.Code{}},
		{"decentralise counts in the denominator though not in the number", ptr(
			of("NB-01", review.Decentralise, review.Approved, table(100), table(100)), of("NB-02", review.Keep, review.Approved, table(50), nil),
		), review.Rules{}, 0, 150, 100, false, false, false, []catalog.Code{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := inputOf(list("NB-02", "NB-01"), tt.proposals...)
			in.Rules = map[review.CampaignID]review.Rules{review.CampaignInternalB: tt.rules}
			got := target(t, check(t, in).Targets, "internal-b-cost")
			if got.Numerator != tt.saving {
				t.Errorf("saving %d, want %d", got.Numerator, tt.saving)
			}
			wholes := []value.Money{got.Readings[0].Whole, got.Readings[1].Whole}
			if diff := cmp.Diff([]value.Money{tt.listed, tt.with}, wholes); diff != "" {
				t.Errorf("denominators: %s", diff)
			}
			mets := []any{text(got.Readings[0].Met), text(got.Readings[1].Met), text(got.Met)}
			if diff := cmp.Diff([]any{tt.metListed, tt.metWP, tt.met}, mets); diff != "" {
				t.Errorf("met: %s", diff)
			}
			if diff := cmp.Diff(tt.unpriced, got.Unpriced); diff != "" || got.Complete != (len(tt.unpriced) == 0) {
				t.Errorf("unpriced: %s, complete %v", diff, got.Complete)
			}
		})
	}
}

// A merged procedure counts towards the number, its cost only through its own review.
func TestCheckTargets_MergedCost(t *testing.T) {
	merge := of("NB-01", review.Merge, review.Approved, table(100), table(100))
	merge.Merged = []catalog.Code{"NB-02"}
	rep := check(t, inputOf(list("NB-01", "NB-02"), merge, of("NB-02", review.Keep, review.Approved, table(300), nil)))
	if n := target(t, rep.Targets, "internal-b-number"); n.Numerator != 2 {
		t.Errorf("number %d, want 2", n.Numerator)
	}
	if c := target(t, rep.Targets, "internal-b-cost"); c.Readings[1].Whole != 100 || c.Readings[0].Whole != 400 {
		t.Errorf("denominators %+v", c.Readings)
	}
}

// Plan 29/KH-UBND, III.1(b): "trước ngày", the day itself, and what late means.
func TestCheckTargets_Late(t *testing.T) {
	done := of("NB-01", review.Abolish, review.Approved, table(1), nil)
	tests := []struct {
		name    string
		asOf    string
		rules   review.Rules
		done    bool
		lastDay string
		late    bool
	}{
		{"a Saturday: Friday is the last day", "2024-08-09", review.Rules{}, false, "2024-08-09", false},
		{"the day after", "2024-08-10", review.Rules{}, false, "2024-08-09", true},
		{"met is never late", "2024-12-31", review.Rules{}, true, "2024-08-09", false},
		{"the day itself is on time, but nobody works on it", "2024-08-10", review.Rules{DayItselfOnTime: true}, false, "2024-08-09", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := inputOf(list("NB-01"))
			if tt.done {
				in = inputOf(list("NB-01"), done)
			}
			in.AsOf, in.Plan.Rules = value.MustDate(tt.asOf), tt.rules
			got := target(t, check(t, in).Targets, "internal-b-number")
			if got.LastDay.String() != tt.lastDay || got.Late != tt.late {
				t.Errorf("last day %s, late %v; want %s, %v", got.LastDay, got.Late, tt.lastDay, tt.late)
			}
		})
	}
}

// Plan 29/KH-UBND, III.1(b): the request to announce additions, before 25/4/2024 (a Thursday).
func TestCheckTargets_Issued(t *testing.T) {
	tests := []struct {
		name, issued, asOf string
		numerator          int64
		met, late          bool
	}{
		{"not yet, still time", "", "2024-04-24", 0, false, false},
		{"not yet, too late", "", "2024-04-25", 0, false, true},
		{"on the last day", "2024-04-24", "2024-08-01", 1, true, false},
		{"after the last day", "2024-04-25", "2024-08-01", 1, false, true},
		{"will go out tomorrow", "2024-04-24", "2024-04-23", 0, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := inputOf(nil)
			in.AsOf = value.MustDate(tt.asOf)
			if tt.issued != "" {
				in.Issued = map[string]value.Date{"internal-b-additions": value.MustDate(tt.issued)}
			}
			got := target(t, check(t, in).Targets, "internal-b-additions")
			if got.Numerator != tt.numerator || got.Denominator != 1 || *got.Met != tt.met || got.Late != tt.late {
				t.Errorf("got %d of %d, met %v, late %v", got.Numerator, got.Denominator, *got.Met, got.Late)
			}
		})
	}
}

// interface.md, Starting content: a campaign without a list has nothing to judge.
func TestCheckTargets_NoList(t *testing.T) {
	rep := check(t, inputOf(nil))
	for _, r := range append(rep.Targets[:4:4], rep.Proposed[:4]...) {
		if r.Denominator != 0 || r.Percent != nil || r.Met != nil || r.Missing != 0 {
			t.Errorf("%s: %+v", r.ID, r)
		}
	}
}

// The rules of the plan hold until a campaign copied them; the setting of the public threshold is one of them.
func TestCheckTargets_Rules(t *testing.T) {
	in := inputOf(nil)
	in.Plan.Rules.PublicReviewed = value.Known(value.Whole(80))
	in.Lists[review.CampaignPublic] = list("1.000001", "1.000002", "1.000003", "1.000004", "1.000005")
	for _, code := range []catalog.Code{"1.000001", "1.000002.000.00.00.H50", "1.000003", "1.000004"} {
		p := of(code, review.Keep, review.Submitted, nil, nil)
		p.Campaign = review.CampaignPublic
		in.Proposals = append(in.Proposals, p)
	}
	if got := target(t, check(t, in).Targets, "public-reviewed"); !*got.Met || got.Numerator != 4 {
		t.Errorf("80%% of 5: %d, met %v", got.Numerator, *got.Met)
	}
	in.Rules = map[review.CampaignID]review.Rules{review.CampaignPublic: {}}
	if got := target(t, check(t, in).Targets, "public-reviewed"); *got.Met || got.Missing != 1 {
		t.Errorf("a campaign under the default rules: met %v, missing %d", *got.Met, got.Missing)
	}
}

func TestCheckTargets_Refused(t *testing.T) {
	if _, err := review.CheckTargets(review.TargetInput{}); err == nil {
		t.Error("a check without a day was answered")
	}
	huge := of("NB-01", review.Cut, review.Approved, table(cost.MaxMoney+1), nil)
	_, err := review.CheckTargets(inputOf(list("NB-01"), huge))
	var problems value.Problems
	if !errors.As(err, &problems) {
		t.Errorf("table beyond the bounds: %v", err)
	}
	in := inputOf(nil)
	in.Plan.Targets[0].Metric = "hearts"
	if _, err := review.CheckTargets(in); err == nil {
		t.Error("an unknown metric was answered")
	}
}

// The document is spelt as interface.md, Targets, spells it.
func TestCheckTargets_JSON(t *testing.T) {
	in := inputOf(list("NB-01"), of("NB-01", review.Cut, review.Approved, table(100), table(50)))
	in.Plan.Targets = in.Plan.Targets[2:3]
	in.Calendar = viet.Calendar{}
	got, err := json.Marshal(check(t, in))
	if err != nil {
		t.Fatal(err)
	}
	one := `{"id":"internal-b-cost","metric":"cost","threshold":"20","numerator":50,"denominator":100,` +
		`"percent":"50.00","met":true,` +
		`"missing":0,"deadline":"2024-08-10","last_day":"2024-08-09","late":false,"complete":true,"unpriced":[],` +
		`"readings":[` +
		`{"denominator":"listed","percent":"50.00","met":true},{"denominator":"with_proposal","percent":"50.00",` +
		`"met":true}]}`
	want := `{"plan":"kh-29-2024","as_of":"2024-08-01","targets":[` + one + `],"proposed":[` + one + `]}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

// Plan 29/KH-UBND, III.1(b): "trước ngày 10/8/2024" (a Saturday) ends on Friday 9/8, and on Friday 9/8 for "trước ngày
// 12/8/2024" (a Monday) too; that Monday itself is in time by the target's own word or by the rules, not by another
// rule.
func TestCheckTargets_lastDay(t *testing.T) {
	for _, c := range []struct {
		name      string
		deadline  string
		inclusive bool
		rules     review.Rules
		last      string
		onDay     bool
	}{
		{"before a Saturday", "2024-08-10", false, review.Rules{}, "2024-08-09", false},
		{"before a Monday", "2024-08-12", false, review.Rules{}, "2024-08-09", false},
		{"the Monday itself by the target", "2024-08-12", true, review.Rules{}, "2024-08-12", true},
		{"the Monday itself by the rules", "2024-08-12", false, review.Rules{DayItselfOnTime: true}, "2024-08-12", true},
		{"another rule of writing", "2024-08-12", false, review.Rules{TrimZeroPercent: true}, "2024-08-09", false},
		{"no deadline", "", true, review.Rules{}, "", true},
	} {
		target := review.Target{ID: "t", Campaign: review.CampaignInternalB, Metric: review.Issued,
			Threshold: value.Whole(100),
			Inclusive: c.inclusive}
		if c.deadline != "" {
			target.Deadline = value.MustDate(c.deadline)
		}
		plan := review.Plan{ID: "kh", Rules: c.rules, Targets: []review.Target{target}}
		rep, err := review.CheckTargets(review.TargetInput{Plan: plan, AsOf: value.MustDate("2024-08-01")})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := rep.Targets[0]; got.LastDay.String() != c.last || got.OnDay != c.onDay || got.ID != "t" {
			t.Errorf("%s: last day %q, day itself %v; want %q, %v", c.name, got.LastDay, got.OnDay, c.last, c.onDay)
		}
	}
}
