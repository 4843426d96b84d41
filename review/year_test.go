package review

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
)

// yearRow is one review in the making: whose, due when, where it stands and how it came there.
type yearRow struct {
	officer, due string
	state        State
	decided      string
	before       int64
	after        int64
	path         []PathStep
}

func yearInput(asOf string, rows ...yearRow) YearInput {
	p := Plan{
		ID:        "kh",
		Year:      2024,
		Date:      value.MustDate("2024-03-13"),
		Campaigns: []CampaignPlan{{ID: CampaignInternalB, Due: value.MustDate("2024-08-10")}},
		Targets:   []Target{{ID: "cost", Campaign: CampaignInternalB, Metric: Cost, Threshold: value.Whole(20)}},
	}
	in := YearInput{
		Targets: TargetInput{
			Plan:     p,
			Lists:    map[CampaignID][]ListItem{},
			AsOf:     value.MustDate(asOf),
			Calendar: viet.Calendar{},
		},
		Paths:  map[ProposalID][]PathStep{},
		UnitOf: func(officer string) string { return "Bộ phận " + officer[:1] },
	}
	for i, r := range rows {
		code := catalog.Code(fmt.Sprintf("NB-%02d", i+1))
		item := ListItem{Code: code, Officer: r.officer}
		if r.due != "" {
			item.Due = value.MustDate(r.due)
		}
		in.Targets.Lists[CampaignInternalB] = append(in.Targets.Lists[CampaignInternalB], item)
		if r.state == "" {
			continue
		}
		table := func(n int64) *[]cost.Row {
			return &[]cost.Row{{
				Task:            cost.Other,
				Activity:        "lệ phí",
				Source:          cost.Estimate,
				Fees:            value.Money(n),
				TimesPerYear:    value.Whole(1),
				SubjectsPerYear: 1,
			}}
		}
		q := Proposal{
			ID:         ProposalID(i + 1),
			Plan:       "kh",
			Campaign:   CampaignInternalB,
			Conclusion: Cut,
			State:      r.state,
			Author:     r.officer,
			Members:    []Member{{Procedure: code, Before: table(r.before), After: table(r.after)}},
		}
		if r.decided != "" {
			q.Decided = value.MustDate(r.decided)
		}
		if len(r.path) > 0 {
			in.Paths[q.ID] = r.path
			for _, s := range r.path[:len(r.path)-1] {
				q.Past = append(q.Past, Reached{s.To, s.On})
			}
		}
		in.Targets.Proposals = append(in.Targets.Proposals, q)
	}
	return in
}

func took(steps ...string) (out []PathStep) {
	to := map[Action]State{ActionSubmit: Submitted, ActionCheck: Checked, ActionApprove: Approved, ActionReturn: Returned, ActionReopen: Draft, ActionPutInForce: InForce}
	for _, s := range steps {
		var action, by, on string
		if _, err := fmt.Sscan(s, &on, &by, &action); err != nil {
			panic(err)
		}
		out = append(out, PathStep{Action: Action(action), By: by, On: value.MustDate(on), To: to[Action(action)]})
	}
	return out
}

// Practice, not law: docs/decisions/0043.
func TestYear(t *testing.T) {
	for _, tt := range []struct {
		name, asOf string
		row        yearRow
		want       Tally
	}{
		{"nothing begun", "2024-08-01", yearRow{officer: "hoa"}, Tally{Assigned: 1}},
		{"a draft is not done", "2024-08-01", yearRow{officer: "hoa", state: Draft}, Tally{Assigned: 1}},
		{"handed in on its day", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Submitted, decided: "2024-07-15",
			path: took("2024-07-15 hoa submit")}, Tally{Assigned: 1, Done: 1, OnTime: 1}},
		{"a day late", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Submitted, decided: "2024-07-16",
			path: took("2024-07-16 hoa submit")}, Tally{Assigned: 1, Done: 1, Late: 1}},
		{"without an own day the campaign's counts: before 10/8, a Saturday", "2024-08-20", yearRow{officer: "hoa", state: Submitted, decided: "2024-08-09",
			path: took("2024-08-09 hoa submit")}, Tally{Assigned: 1, Done: 1, OnTime: 1}},
		{"on 10/8 it is late", "2024-08-20", yearRow{officer: "hoa", state: Submitted, decided: "2024-08-10",
			path: took("2024-08-10 hoa submit")}, Tally{Assigned: 1, Done: 1, Late: 1}},
		{"returned in time is not done", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Returned, decided: "2024-07-14",
			path: took("2024-07-10 hoa submit", "2024-07-14 lan return")}, Tally{Assigned: 1, Returned: 1}},
		{"returned and handed in again after its day is late", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Submitted, decided: "2024-07-20",
			path: took("2024-07-10 hoa submit", "2024-07-14 lan return", "2024-07-15 hoa reopen", "2024-07-20 hoa submit")}, Tally{Assigned: 1, Done: 1, Late: 1, Returned: 1}},
		{"returned twice is two events", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-30", state: Approved, decided: "2024-07-25", before: 100, after: 40,
			path: took("2024-07-10 hoa submit", "2024-07-11 lan return", "2024-07-12 hoa submit", "2024-07-13 lan return", "2024-07-14 hoa submit", "2024-07-15 lan check", "2024-07-25 tuan approve")},
			Tally{Assigned: 1, Done: 1, OnTime: 1, Returned: 2, Saved: 60}},
		{"what is on its way saves nothing yet", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-30", state: Checked, decided: "2024-07-15", before: 100, after: 40,
			path: took("2024-07-14 hoa submit", "2024-07-15 lan check")}, Tally{Assigned: 1, Done: 1, OnTime: 1}},
		{"a cost that rises is a saving below nothing", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-30", state: Approved, decided: "2024-07-15", before: 40, after: 100,
			path: took("2024-07-14 hoa submit")}, Tally{Assigned: 1, Done: 1, OnTime: 1, Saved: -60}},
		{"imported, decided before its day: in time", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Approved, decided: "2024-07-10", before: 5, after: 1},
			Tally{Assigned: 1, Done: 1, OnTime: 1, Saved: 4}},
		{"imported, decided after its day: nobody knows", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Approved, decided: "2024-07-20", before: 5, after: 1},
			Tally{Assigned: 1, Done: 1, Undated: 1, Saved: 4}},
		{"imported, handed in after its day: late", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Submitted, decided: "2024-07-20"}, Tally{Assigned: 1, Done: 1, Late: 1}},
		{"imported without a day", "2024-08-01", yearRow{officer: "hoa", due: "2024-07-15", state: Submitted}, Tally{Assigned: 1, Done: 1, Undated: 1}},
		{"imported as returned", "2024-08-01", yearRow{officer: "hoa", state: Returned, decided: "2024-07-20"}, Tally{Assigned: 1, Returned: 1}},
		{"put into force in the year after: approved at its end", "2024-12-31", yearRow{officer: "hoa", due: "2024-07-30", state: InForce, decided: "2025-02-01", before: 100, after: 40,
			path: took("2024-07-14 hoa submit", "2024-07-15 lan check", "2024-07-25 tuan approve", "2025-02-01 lan put_in_force")}, Tally{Assigned: 1, Done: 1, OnTime: 1, Saved: 60}},
		{"returned in the year after is not of this year", "2024-12-31", yearRow{officer: "hoa", due: "2024-07-30", state: Returned, decided: "2025-01-05",
			path: took("2024-07-14 hoa submit", "2025-01-05 lan return")}, Tally{Assigned: 1, Done: 1, OnTime: 1}},
	} {
		got, err := Year(yearInput(tt.asOf, tt.row))
		if err != nil || got.Total != tt.want {
			t.Errorf("%s: %+v (%v), want %+v", tt.name, got.Total, err, tt.want)
		}
	}
}

// A review that changes hands goes over whole; a return stays with whoever had handed it in.
//
// Practice, not law: docs/decisions/0043.
func TestYear_ChangesHands(t *testing.T) {
	got, err := Year(yearInput("2024-08-01", yearRow{
		officer: "minh",
		due:     "2024-07-30",
		state:   Approved,
		decided: "2024-07-25",
		before:  100,
		after:   40,
		path: took("2024-07-10 hoa submit", "2024-07-11 lan return", "2024-07-20 minh submit",
			"2024-07-25 tuan approve"),
	}))
	if err != nil || len(got.Units) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if h := got.Units[0].Officers[0]; h.Officer != "hoa" || h.Tally != (Tally{Returned: 1}) {
		t.Errorf("%+v", h)
	}
	if share := got.Units[0].Share(); share.Whole != 0 {
		t.Errorf("who was assigned nothing has a share of %v", share)
	}
	if m := got.Units[1].Officers[0]; m.Officer != "minh" || m.Tally != (Tally{
		Assigned: 1,
		Done:     1,
		OnTime:   1,
		Saved:    60,
	}) {
		t.Errorf("%+v", m)
	}
}

func TestYearEnd(t *testing.T) {
	p := Plan{Year: 2024}
	for today, want := range map[string]string{"2024-07-15": "2024-07-15", "2024-12-31": "2024-12-31", "2025-01-01": "2024-12-31", "2026-11-25": "2024-12-31"} {
		if got := YearEnd(p, value.MustDate(today)); got.String() != want {
			t.Errorf("%s: %s", today, got)
		}
	}
}

// Whatever happened, officers add up to units and units to the whole; each review stands once; every return is
// somebody's; what is saved is what the cost target counts.
func TestYear_AddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []yearRow
		returns := 0
		for range rapid.IntRange(0, 20).Draw(t, "rows") {
			r := yearRow{
				officer: rapid.SampledFrom([]string{"", "hoa", "hanh", "minh", "tam"}).Draw(t, "officer"),
				state:   rapid.SampledFrom(append([]State{""}, States...)).Draw(t, "state"),
				before:  rapid.Int64Range(0, 1_000_000).Draw(t, "before"),
				after:   rapid.Int64Range(0, 1_000_000).Draw(t, "after"),
			}
			if rapid.Bool().Draw(t, "due") {
				r.due = value.MustDate("2024-06-01").Add(rapid.IntRange(0, 90).Draw(t, "due day")).String()
			}
			day := value.MustDate("2024-06-01")
			for range rapid.IntRange(0, 3).Draw(t, "rounds") {
				if r.state == "" || r.state == Draft {
					break
				}
				day = day.Add(rapid.IntRange(0, 20).Draw(t, "handed in"))
				who := rapid.SampledFrom([]string{"hoa", "minh"}).Draw(t, "who")
				r.path = append(r.path, PathStep{Action: ActionSubmit, By: who, On: day, To: Submitted})
				if rapid.Bool().Draw(t, "sent back") {
					returns++
					r.path = append(r.path, PathStep{Action: ActionReturn, By: "lan", On: day, To: Returned})
				}
			}
			if n := len(r.path); r.state == Returned && (n == 0 || r.path[n-1].Action != ActionReturn) {
				if n > 0 {
					r.path = append(r.path, PathStep{Action: ActionReturn, By: "lan", On: day, To: Returned})
				}
				returns++
			}
			rows = append(rows, r)
		}
		in := yearInput("2024-12-31", rows...)
		got, err := Year(in)
		if err != nil {
			t.Fatal(err)
		}
		var units Tally
		seen := map[string]bool{}
		for _, u := range got.Units {
			var officers Tally
			for _, o := range u.Officers {
				if seen[o.Officer] {
					t.Fatalf("%q stands twice", o.Officer)
				}
				seen[o.Officer] = true
				officers.add(o.Tally)
				if o.Done != o.OnTime+o.Late+o.Undated || o.Done > o.Assigned {
					t.Fatalf("%+v", o)
				}
			}
			if officers != u.Tally {
				t.Fatalf("%s: officers %+v, unit %+v", u.Unit, officers, u.Tally)
			}
			units.add(u.Tally)
		}
		if units != got.Total {
			t.Fatalf("units %+v, whole %+v", units, got.Total)
		}
		if got.Total.Assigned != len(rows) || got.Total.Returned != returns {
			t.Fatalf("%+v of %d reviews, %d returns", got.Total, len(rows), returns)
		}
		rep, err := CheckTargets(in.Targets)
		if err != nil {
			t.Fatal(err)
		}
		if int64(got.Total.Saved) != rep.Targets[0].Numerator {
			t.Fatalf("saved %d, the cost target counts %d", got.Total.Saved, rep.Targets[0].Numerator)
		}
	})
}
