package review

import (
	"fmt"
	"strings"
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

// Practice, not law: docs/decisions/0043. The last day of a review: its own, else the day on which officials hand in,
// else the campaign's ("trước ngày" 10/8/2024, a Saturday: Friday 9/8), where the rules that the campaign started under
// decide whether that day itself is in time.
func TestYear_lastDay(t *testing.T) {
	day := value.MustDate
	for _, c := range []struct {
		name     string
		change   func(in *YearInput)
		due      string // of the review plan
		in, late string // last day in time, first one late; "" where no day is known
	}{
		{"its own day before all others", func(in *YearInput) { in.Targets.Plan.Campaigns[0].HandIn = day("2024-07-31") },
			"2024-07-15", "2024-07-15", "2024-07-16"},
		{"the day on which officials hand in", func(in *YearInput) { in.Targets.Plan.Campaigns[0].HandIn = day("2024-07-31") },
			"", "2024-07-31", "2024-08-01"},
		{"officials hand in on a Sunday: the Friday before", func(in *YearInput) {
			in.Targets.Plan.Campaigns[0].HandIn = day("2024-07-28")
		}, "", "2024-07-26", "2024-07-27"},
		{"before the day of the campaign", func(in *YearInput) {}, "", "2024-08-09", "2024-08-10"},
		{"the day of the campaign, a Monday, itself", func(in *YearInput) {
			in.Targets.Plan.Campaigns[0].Due, in.Targets.Plan.Campaigns[0].Inclusive = day("2024-08-12"), true
		}, "", "2024-08-12", "2024-08-13"},
		{"the day itself by the rules of the plan", func(in *YearInput) {
			in.Targets.Plan.Campaigns[0].Due, in.Targets.Plan.Rules.DayItselfOnTime = day("2024-08-12"), true
		}, "", "2024-08-12", "2024-08-13"},
		{"the rules that the campaign started under go before", func(in *YearInput) {
			in.Targets.Plan.Campaigns[0].Due, in.Targets.Plan.Rules.DayItselfOnTime = day("2024-08-12"), true
			in.Targets.Rules = map[CampaignID]Rules{CampaignInternalB: {}}
		}, "", "2024-08-09", "2024-08-10"},
		{"no day at all", func(in *YearInput) { in.Targets.Plan.Campaigns[0].Due = value.Date{} }, "", "", ""},
	} {
		for _, on := range []string{c.in, c.late} {
			handed := on
			if on == "" {
				handed = "2024-08-01"
			}
			in := yearInput("2024-12-31", yearRow{officer: "hoa", due: c.due, state: Submitted, decided: handed,
				path: took(handed + " hoa submit")})
			c.change(&in)
			want := Tally{Assigned: 1, Done: 1, OnTime: 1}
			switch {
			case on == "":
				want.OnTime, want.Undated = 0, 1
			case on == c.late:
				want.OnTime, want.Late = 0, 1
			}
			if got, err := Year(in); err != nil || got.Total != want {
				t.Errorf("%s, handed in on %s: %+v (%v), want %+v", c.name, handed, got.Total, err, want)
			}
		}
	}
}

// What is no proposal of the plan's own campaign, and no main one, counts nowhere: as if it were not there.
func TestYear_whoseProposals(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(p *Proposal)
		want   Tally
	}{
		{"its own", func(p *Proposal) {}, Tally{Assigned: 1, Done: 1, OnTime: 1, Saved: 60}},
		{"of another plan", func(p *Proposal) { p.Plan = "kh-2023" }, Tally{Assigned: 1}},
		{"of another campaign", func(p *Proposal) { p.Campaign = CampaignPublic }, Tally{Assigned: 1}},
		{"an alternative", func(p *Proposal) { p.Alternative = true }, Tally{Assigned: 1}},
	} {
		in := yearInput("2024-08-31", yearRow{officer: "hoa", due: "2024-07-30", state: Approved,
			decided: "2024-07-25", before: 100,
			after: 40, path: took("2024-07-14 hoa submit", "2024-07-25 tuan approve")})
		c.change(&in.Targets.Proposals[0])
		if got, err := Year(in); err != nil || got.Total != c.want {
			t.Errorf("%s: %+v (%v), want %+v", c.name, got.Total, err, c.want)
		}
	}
}

// On the day itself a step counts, on the day before it does not.
func TestYear_dayOfTheTable(t *testing.T) {
	row := yearRow{officer: "hoa", due: "2024-07-30", state: Submitted, decided: "2024-07-20",
		path: took("2024-07-10 hoa submit", "2024-07-15 lan return", "2024-07-20 hoa submit")}
	for asOf, want := range map[string]Tally{
		"2024-07-09": {Assigned: 1},
		"2024-07-10": {Assigned: 1, Done: 1, OnTime: 1},
		"2024-07-14": {Assigned: 1, Done: 1, OnTime: 1},
		"2024-07-15": {Assigned: 1, Returned: 1},
		"2024-07-19": {Assigned: 1, Returned: 1},
		"2024-07-20": {Assigned: 1, Done: 1, OnTime: 1, Returned: 1},
	} {
		if got, err := Year(yearInput(asOf, row)); err != nil || got.Total != want {
			t.Errorf("on %s: %+v (%v), want %+v", asOf, got.Total, err, want)
		}
	}
	imported := yearRow{officer: "hoa", due: "2024-07-30", state: Submitted, decided: "2024-07-20"}
	for asOf, want := range map[string]Tally{"2024-07-20": {Assigned: 1, Done: 1, OnTime: 1}, "2024-07-21": {Assigned: 1, Done: 1, OnTime: 1}} {
		if got, err := Year(yearInput(asOf, imported)); err != nil || got.Total != want {
			t.Errorf("imported, on %s: %+v (%v), want %+v", asOf, got.Total, err, want)
		}
	}
}

// A return of which nobody knows who had handed it in is the author's; without an author that of the officer of its
// first procedure, and of nobody where it has none.
func TestYear_whoseReturn(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(p *Proposal)
		want   string
	}{
		{"its author", func(p *Proposal) { p.Author = "minh" }, "minh"},
		{"the officer of its procedure", func(p *Proposal) { p.Author = "" }, "hoa"},
		{"nobody", func(p *Proposal) { p.Author, p.Members = "", nil }, ""},
	} {
		in := yearInput("2024-08-01", yearRow{officer: "hoa", state: Returned, decided: "2024-07-20"})
		c.change(&in.Targets.Proposals[0])
		got, err := Year(in)
		if err != nil {
			t.Fatal(err)
		}
		whose := map[string]int{}
		for _, u := range got.Units {
			for _, o := range u.Officers {
				if o.Returned > 0 {
					whose[o.Officer] = o.Returned
				}
			}
		}
		if len(whose) != 1 || whose[c.want] != 1 {
			t.Errorf("%s: returns %v, want one of %q", c.name, whose, c.want)
		}
	}
}

// What was due before the program came into use is neither in time nor late.
func TestYear_beforeTheBeginning(t *testing.T) {
	for due, want := range map[string]Tally{
		"2024-07-14": {Assigned: 1, Done: 1, Undated: 1},
		"2024-07-15": {Assigned: 1, Done: 1, Late: 1},
	} {
		in := yearInput("2024-08-01", yearRow{officer: "hoa", due: due, state: Submitted, decided: "2024-07-20",
			path: took("2024-07-20 hoa submit")})
		in.Began = value.MustDate("2024-07-15")
		if got, err := Year(in); err != nil || got.Total != want {
			t.Errorf("due on %s: %+v, want %+v (%v)", due, got.Total, want, err)
		}
	}
}

// Units stand in the order of their names in the Vietnamese alphabet, officers in that of theirs; what is assigned to
// nobody comes last.
func TestYear_order(t *testing.T) {
	units := map[string]string{"an": "Địa chính", "binh": "Đoàn thể", "chi": "Dân số", "dung": "Dân số", "em": ""}
	in := yearInput("2024-08-01", yearRow{officer: ""}, yearRow{officer: "em"}, yearRow{officer: "binh"},
		yearRow{officer: "dung"},
		yearRow{officer: "chi"}, yearRow{officer: "an"})
	in.UnitOf = func(officer string) string { return units[officer] }
	want := "Dân số: chi dung; Địa chính: an; Đoàn thể: binh; : em ;"
	for range 20 { // the order of a map changes from run to run
		table, err := Year(in)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range table.Units {
			line := u.Unit + ":"
			for _, o := range u.Officers {
				line += " " + o.Officer
			}
			got = append(got, line)
		}
		if s := strings.Join(got, "; ") + ";"; s != want {
			t.Fatalf("%q, want %q", s, want)
		}
	}
}

// Practice, not law: docs/decisions/0043. The share is of what was done with a known day; nothing done is no share.
func TestTally_Share(t *testing.T) {
	for _, c := range []struct {
		name  string
		tally Tally
		want  value.Ratio
	}{
		{"nothing done", Tally{Assigned: 9}, value.Ratio{}},
		{"three in time, one late", Tally{Assigned: 9, Done: 6, OnTime: 3, Late: 1, Undated: 2}, value.Ratio{Part: 3, Whole: 4}},
		{"all late", Tally{Done: 2, Late: 2}, value.Ratio{Part: 0, Whole: 2}},
		{"no day known of any", Tally{Done: 2, Undated: 2}, value.Ratio{}},
	} {
		if got := c.tally.Share(); got != c.want {
			t.Errorf("%s: Share() = %+v, want %+v", c.name, got, c.want)
		}
	}
}
