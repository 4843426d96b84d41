package review_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

func limitOf(n string, u catalog.Unit) catalog.TimeLimit {
	d, err := value.ParseDecimal(n)
	if err != nil {
		panic(err)
	}
	return catalog.TimeLimit{Number: value.Known(d), Unit: u}
}

func workingDays(n string) catalog.TimeLimit { return limitOf(n, catalog.WorkingDays) }

// procedureWith is a procedure with a limit of the whole and those of its channels.
func procedureWith(whole catalog.TimeLimit, methods ...catalog.Method) catalog.Procedure {
	return catalog.Procedure{Limit: whole, Methods: methods}
}

func via(c catalog.Channel, l catalog.TimeLimit) catalog.Method {
	return catalog.Method{Channel: c, Limit: l}
}

// hoursOf writes a time that may be unknown.
func hoursOf(t value.Opt[value.Decimal]) string {
	if d, known := t.Get(); known {
		return d.String()
	}
	return "?"
}

// Practice, not law: docs/decisions/0170. What of a limit can be said in working hours.
func TestHours(t *testing.T) {
	for _, tt := range []struct {
		limit catalog.TimeLimit
		want  string
	}{
		{workingDays("5"), "40"},
		{workingDays("0.5"), "4"},
		{workingDays("0.0001"), "0.0008"},
		{limitOf("4", catalog.Hours), "4"},
		{limitOf("1.5", catalog.Hours), "1.5"},
		{limitOf("15", catalog.Days), "?"},
		{limitOf("1", catalog.Months), "?"},
		{limitOf("1", catalog.Years), "?"},
		{limitOf("5", catalog.NoUnit), "?"},
		{catalog.TimeLimit{Text: "Giải quyết ngay"}, "?"},
		{catalog.TimeLimit{}, "?"},
	} {
		got := value.Opt[value.Decimal]{}
		if h, ok := review.Hours(tt.limit); ok {
			got = value.Known(h)
		}
		if hoursOf(got) != tt.want {
			t.Errorf("%v: %s, want %s", tt.limit, hoursOf(got), tt.want)
		}
	}
}

// Practice, not law: docs/decisions/0170. Each limit once, channels that share one together.
func TestTimeOf(t *testing.T) {
	none := catalog.TimeLimit{}
	ten, seven, five := workingDays("10"), workingDays("7"), workingDays("5")
	desk, net, post := catalog.InPerson, catalog.Online, catalog.Postal
	for _, tt := range []struct {
		name           string
		conclusion     review.Conclusion
		base, proposed catalog.Procedure
		before, after  string
	}{
		{"of the whole", review.Amend, procedureWith(ten), procedureWith(seven), "80", "56"},
		{"three channels with one limit", review.Amend,
			procedureWith(none, via(desk, ten), via(net, ten), via(post, ten)),
			procedureWith(none, via(desk, seven), via(net, seven), via(post, seven)), "80", "56"},
		{"days and hours of one length are one limit", review.Amend,
			procedureWith(none, via(desk, workingDays("1")), via(net, limitOf("8", catalog.Hours))),
			procedureWith(none, via(desk, workingDays("0.5")), via(net, limitOf("4", catalog.Hours))), "8", "4"},
		{"one of the channels that share a limit keeps it", review.Amend,
			procedureWith(none, via(desk, ten), via(net, ten)),
			procedureWith(none, via(desk, ten), via(net, seven)), "80", "80"},
		{"channels with limits of their own", review.Amend,
			procedureWith(none, via(desk, ten), via(net, seven)),
			procedureWith(none, via(desk, seven), via(net, seven)), "136", "112"},
		{"two cases of one channel count each, though they last as long", review.Amend,
			procedureWith(none, via(desk, ten), via(desk, ten)),
			procedureWith(none, via(desk, seven), via(desk, five)), "160", "96"},
		{"the same cases through two channels", review.Amend,
			procedureWith(none, via(desk, ten), via(desk, seven), via(net, seven), via(net, ten)),
			procedureWith(none, via(desk, five), via(desk, seven), via(net, seven), via(net, five)), "136", "96"},
		{"a channel without a limit has that of the whole", review.Amend,
			procedureWith(ten, via(desk, none), via(net, none)),
			procedureWith(seven, via(desk, none), via(net, none)), "80", "56"},
		{"written anew for all channels", review.Amend,
			procedureWith(none, via(desk, ten), via(net, ten)),
			procedureWith(seven, via(desk, none), via(net, none)), "80", "56"},
		{"a new channel has no before", review.Amend, procedureWith(ten), procedureWith(ten, via(net, seven)), "80", "80"},
		{"longer", review.Amend, procedureWith(five), procedureWith(seven), "40", "56"},
		{"abolished", review.Abolish, procedureWith(ten), procedureWith(ten), "80", "0"},
		{"kept, whatever is written", review.Keep, procedureWith(ten), procedureWith(seven), "80", "80"},
		{"calendar days", review.Amend, procedureWith(limitOf("10", catalog.Days)), procedureWith(seven), "?", "?"},
		{"one channel in calendar days", review.Amend,
			procedureWith(none, via(desk, ten), via(net, limitOf("10", catalog.Days))),
			procedureWith(none, via(desk, seven), via(net, seven)), "?", "?"},
		{"one channel with no limit, none of the whole", review.Amend,
			procedureWith(none, via(desk, ten), via(net, none)), procedureWith(none, via(desk, seven), via(net, none)), "?", "?"},
		{"calendar days afterwards", review.Amend, procedureWith(ten), procedureWith(limitOf("7", catalog.Days)), "80", "?"},
		{"in words afterwards", review.Amend, procedureWith(ten), procedureWith(catalog.TimeLimit{Text: "sớm"}), "80", "?"},
		{"of which nothing is known", review.Amend, procedureWith(none), procedureWith(seven), "?", "?"},
	} {
		got := review.TimeOf(tt.conclusion, tt.base, tt.proposed)
		if hoursOf(got.Before) != tt.before || hoursOf(got.After) != tt.after {
			t.Errorf("%s: %s → %s, want %s → %s", tt.name, hoursOf(got.Before), hoursOf(got.After), tt.before, tt.after)
		}
	}
}

// timeInput is a plan with one time target over a list of procedures by their versions.
func timeInput(threshold int64, bases map[catalog.Code]catalog.Procedure, ps ...review.Proposal) review.TargetInput {
	var codes []catalog.Code
	versions := map[review.ProcedureVersion]catalog.Procedure{}
	for i := range len(bases) {
		code := catalog.Code(fmt.Sprintf("NB-%02d", i+1))
		codes = append(codes, code)
		versions[review.ProcedureVersion{Code: code.Key(), Number: 1}] = bases[code]
	}
	in := inputOf(list(codes...), ps...)
	for i := range in.Lists[review.CampaignInternalB] {
		in.Lists[review.CampaignInternalB][i].Version = 1
	}
	in.Versions = versions
	in.Plan.Targets = []review.Target{{
		ID:        "internal-b-time",
		Campaign:  review.CampaignInternalB,
		Metric:    review.Time,
		Threshold: value.Whole(threshold),
	}}
	return in
}

// shortened is a proposal in a state that gives the whole of a procedure another limit.
func shortened(code catalog.Code, s review.State, l catalog.TimeLimit) review.Proposal {
	p := of(code, review.Amend, s, nil, nil)
	p.Members[0].Changes = []review.Change{{Op: review.SetLimit, Part: catalog.PartTimeLimit, Limit: l}}
	return p
}

// Practice, not law: docs/decisions/0170. The time target of a list.
func TestCheckTargets_Time(t *testing.T) {
	ten, twenty := procedureWith(workingDays("10")), procedureWith(workingDays("20"))
	calendar := procedureWith(limitOf("30", catalog.Days))
	type bases = map[catalog.Code]catalog.Procedure
	newer := shortened("NB-01", review.Approved, workingDays("5"))
	newer.Members[0].Baseline = 2
	frozen := shortened("NB-01", review.Approved, workingDays("1"))
	as := procedureWith(workingDays("7"))
	frozen.Members[0].Proposed = &as
	for _, tt := range []struct {
		name       string
		in         review.TargetInput
		want       string // numerator/denominator percent met missing
		unmeasured []catalog.Code
		outcome    review.Outcome
	}{
		{"nothing reviewed", timeInput(30, bases{"NB-01": ten, "NB-02": twenty}),
			"0/240 0.00 false 72", nil, review.TargetNotMet},
		{"one shortened", timeInput(30, bases{"NB-01": ten, "NB-02": twenty},
			shortened("NB-02", review.Approved, workingDays("10"))), "80/240 33.33 true 0", nil, review.TargetMet},
		{"half a day at a time", timeInput(30, bases{"NB-01": ten, "NB-02": twenty},
			shortened("NB-02", review.Approved, workingDays("11.9375"))), "64.5/240 26.88 false 7.5", nil,
			review.TargetNotMet},
		{"just met", timeInput(30, bases{"NB-01": ten}, shortened("NB-01", review.InForce, workingDays("7"))),
			"24/80 30.00 true 0", nil, review.TargetMet},
		{"not decided yet", timeInput(30, bases{"NB-01": ten}, shortened("NB-01", review.Submitted, workingDays("7"))),
			"0/80 0.00 false 24", nil, review.TargetNotMet},
		{"abolished", timeInput(30, bases{"NB-01": ten}, of("NB-01", review.Abolish, review.Approved, nil, nil)),
			"80/80 100.00 true 0", nil, review.TargetMet},
		{"kept", timeInput(30, bases{"NB-01": ten}, of("NB-01", review.Keep, review.Approved, nil, nil)),
			"0/80 0.00 false 24", nil, review.TargetNotMet},
		{"longer", timeInput(30, bases{"NB-01": ten}, shortened("NB-01", review.Approved, workingDays("11"))),
			"-8/80 -10.00 false 32", nil, review.TargetNotMet},
		{"what cannot be measured proves nothing", timeInput(30, bases{"NB-01": ten, "NB-02": calendar},
			shortened("NB-01", review.Approved, workingDays("5"))),
			"40/80 50.00 false 0", []catalog.Code{"NB-02"}, review.NotMeasured},
		{"below the mark, what is not measured has no review", timeInput(30, bases{"NB-01": ten, "NB-02": calendar}),
			"0/80 0.00 false 24", []catalog.Code{"NB-02"}, review.TargetNotMet},
		{"below the mark, what is not measured counts", timeInput(30, bases{"NB-01": ten, "NB-02": calendar},
			shortened("NB-02", review.Approved, workingDays("5"))),
			"0/80 0.00 false 24", []catalog.Code{"NB-02"}, review.NotMeasured},
		{"measured before, not afterwards", timeInput(30, bases{"NB-01": ten},
			shortened("NB-01", review.Approved, limitOf("5", catalog.Days))),
			"0/80 0.00 false 24", []catalog.Code{"NB-01"}, review.NotMeasured},
		{"nothing can be measured", timeInput(30, bases{"NB-01": calendar}),
			"0/0 – – 0", []catalog.Code{"NB-01"}, review.NotMeasured},
		{"no list", timeInput(30, nil), "0/0 – – 0", nil, review.NothingToMeasure},
		{"a version that is not there", timeInput(30, bases{"NB-01": ten}, newer),
			"0/0 – – 0", []catalog.Code{"NB-01"}, review.NotMeasured},
		{"decided as it was handed in", timeInput(30, bases{"NB-01": ten}, frozen),
			"24/80 30.00 true 0", nil, review.TargetMet},
	} {
		r := check(t, tt.in).Targets[0]
		percent, met := any("–"), any("–")
		if r.Percent != nil {
			percent, met = *r.Percent, *r.Met
		}
		got := fmt.Sprintf("%s/%s %v %v %s", r.Amount(r.Numerator), r.Amount(r.Denominator), percent, met,
			r.Amount(r.Missing))
		got = strings.ReplaceAll(got, ",", ".")
		if got != tt.want || r.Outcome() != tt.outcome || r.Complete != (len(tt.unmeasured) == 0) {
			t.Errorf("%s: %s, %s, complete %v; want %s, %s", tt.name, got, r.Outcome(), r.Complete, tt.want, tt.outcome)
		}
		if diff := cmp.Diff(tt.unmeasured, r.Unmeasured, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: unmeasured %s", tt.name, diff)
		}
	}
}

// interface.md, Targets: numerator and denominator in working hours, and a result that is read back is the same.
func TestTargetResult_TimeJSON(t *testing.T) {
	in := timeInput(30, map[catalog.Code]catalog.Procedure{
		"NB-01": procedureWith(workingDays("10")),
		"NB-02": procedureWith(limitOf("1", catalog.Months)),
	}, shortened("NB-01", review.Approved, workingDays("10.25")))
	r := check(t, in).Targets[0]
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"id": "internal-b-time", "metric": "time", "threshold": "30", "numerator": -2.0,
		"denominator": 80.0, "percent": "-2.50", "met": false, "missing": 26.0, "late": false, "complete": false,
		"unmeasured": []any{"NB-02"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	r.Numerator, r.Missing = -2_5000, 1_0001
	if raw, err = json.Marshal(r); err != nil {
		t.Fatal(err)
	}
	var back review.TargetResult
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if back.Numerator != r.Numerator || back.Missing != r.Missing || back.Denominator != r.Denominator {
		t.Errorf("%s is read back as %+v", raw, back)
	}
}

// timeWorld draws a list whose procedures have limits of every kind, and proposals that change some.
func timeWorld(t *rapid.T, units []catalog.Unit, shorter bool) review.TargetInput {
	limit := func(label string, max int) catalog.TimeLimit {
		n := value.Decimal(rapid.IntRange(1, max).Draw(t, label))
		return catalog.TimeLimit{Number: value.Known(n), Unit: rapid.SampledFrom(units).Draw(t, label+" unit")}
	}
	bases := map[catalog.Code]catalog.Procedure{}
	var ps []review.Proposal
	for i := range rapid.IntRange(0, 6).Draw(t, "listed") {
		code := catalog.Code(fmt.Sprintf("NB-%02d", i+1))
		var p catalog.Procedure
		if rapid.Bool().Draw(t, "whole") {
			p.Limit = limit("limit", 200_000)
		}
		channels := []catalog.Channel{catalog.InPerson, catalog.Online, catalog.Postal}
		for range rapid.IntRange(0, 4).Draw(t, "methods") {
			p.Methods = append(p.Methods, via(rapid.SampledFrom(channels).Draw(t, "channel"), limit("limit", 200_000)))
		}
		bases[code] = p
		if !rapid.Bool().Draw(t, "reviewed") {
			continue
		}
		r := of(code, rapid.SampledFrom(review.Conclusions).Draw(t, "conclusion"),
			rapid.SampledFrom(review.States).Draw(t, "state"), nil, nil)
		for j, m := range p.Methods {
			l := limit("new limit", 300_000)
			if shorter {
				l = m.Limit
				l.Number = value.Known(l.Number.Or(0) / 2)
			}
			if rapid.Bool().Draw(t, "changes") {
				r.Members[0].Changes = append(r.Members[0].Changes,
					review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: j, Limit: l})
			}
		}
		ps = append(ps, r)
	}
	return timeInput(30, bases, ps...)
}

var measuredUnits = []catalog.Unit{catalog.WorkingDays, catalog.Hours}

// Neither the order of the list, of the proposals nor of the channels means anything.
func TestCheckTargets_TimeOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := timeWorld(t, append(measuredUnits, catalog.Days, catalog.NoUnit), false)
		want := mustCheck(t, in)
		if items := in.Lists[review.CampaignInternalB]; len(items) > 0 {
			in.Lists[review.CampaignInternalB] = rapid.Permutation(items).Draw(t, "list")
		}
		if len(in.Proposals) > 0 {
			in.Proposals = rapid.Permutation(in.Proposals).Draw(t, "proposals")
		}
		opts := cmpopts.EquateComparable(value.Opt[int]{}, value.Opt[value.Decimal]{})
		if diff := cmp.Diff(want, mustCheck(t, in), opts); diff != "" {
			t.Fatal(diff)
		}
		for v, p := range in.Versions {
			if len(p.Methods) < 2 {
				continue
			}
			order := rapid.Permutation(indices(len(p.Methods))).Draw(t, "channels")
			turned := p
			turned.Methods = nil
			for _, i := range order {
				turned.Methods = append(turned.Methods, p.Methods[i])
			}
			a, b := review.TimeOf(review.Keep, p, p), review.TimeOf(review.Keep, turned, turned)
			if a != b {
				t.Fatalf("%s: %v, turned round %v", v.Code, a, b)
			}
		}
	})
}

func indices(n int) (out []int) {
	for i := range n {
		out = append(out, i)
	}
	return out
}

// Where limits only get shorter nobody saves more time than there was or less than none, and what is decided is part of
// what is proposed.
func TestCheckTargets_TimeBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rep := mustCheck(t, timeWorld(t, append(measuredUnits, catalog.Months), true))
		granted, proposed := rep.Targets[0], rep.Proposed[0]
		if granted.Numerator < 0 || granted.Numerator > proposed.Numerator ||
			proposed.Numerator > proposed.Denominator || granted.Denominator != proposed.Denominator {
			t.Fatalf("%d/%d decided, %d/%d proposed", granted.Numerator, granted.Denominator, proposed.Numerator,
				proposed.Denominator)
		}
	})
}

// A further channel with a limit that the procedure has already changes nothing.
func TestCheckTargets_TimeChannels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := timeWorld(t, measuredUnits, false)
		in.Proposals = nil
		want := mustCheck(t, in).Targets[0]
		for v, p := range in.Versions {
			if len(p.Methods) == 0 {
				continue
			}
			p.Methods = append(p.Methods[:len(p.Methods):len(p.Methods)], via("other", p.Methods[0].Limit))
			in.Versions[v] = p
		}
		if got := mustCheck(t, in).Targets[0]; got.Denominator != want.Denominator {
			t.Fatalf("%d, with channels of the same limits %d", want.Denominator, got.Denominator)
		}
	})
}

// A target is complete exactly where nothing is named, is never met while something is, and names nothing where every
// limit is measured.
func TestCheckTargets_TimeComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := append(measuredUnits, catalog.Days, catalog.Years, catalog.NoUnit)
		r := mustCheck(t, timeWorld(t, units, false)).Targets[0]
		if r.Complete != (len(r.Unmeasured) == 0) {
			t.Fatalf("complete %v with %v", r.Complete, r.Unmeasured)
		}
		if !r.Complete && r.Met != nil && *r.Met {
			t.Fatalf("met though %v are not measured", r.Unmeasured)
		}
	})
}
