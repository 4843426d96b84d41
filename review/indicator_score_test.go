package review_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rasoat/review"
	"rasoat/value"
)

func known(n int64) value.Opt[int64] { return value.Known(n) }

var unknown value.Opt[int64]

func figure(id, variant, month string, num, den value.Opt[int64]) review.Figure {
	return review.Figure{
		Indicator:   id,
		Variant:     variant,
		Month:       value.MustMonth(month),
		Numerator:   num,
		Denominator: den,
	}
}

// sixIndicators is a plan with an indicator of every sort.
func sixIndicators() review.Plan {
	floor := review.Indicator{Target: value.Whole(80), Comparator: review.AtLeast}
	all := review.Indicator{Target: value.Whole(100), Comparator: review.All}
	with := func(ind review.Indicator, id string, set func(*review.Indicator)) review.Indicator {
		ind.ID = id
		set(&ind)
		return ind
	}
	parts := []review.Variant{{ID: "papers"}, {ID: "results"}}
	return review.Plan{
		ID:     "p",
		Number: "1/KH",
		Date:   value.MustDate("2024-03-13"),
		Year:   2024,
		Indicators: []review.Indicator{
			with(floor, "level", func(i *review.Indicator) { i.Level = true }),
			with(floor, "flow", func(*review.Indicator) {}),
			with(floor, "each", func(i *review.Indicator) { i.Variants, i.Combine = parts, review.Each }),
			with(floor, "sum", func(i *review.Indicator) { i.Variants, i.Combine = parts, review.SumOf }),
			with(all, "all", func(*review.Indicator) {}),
			with(all, "again", func(i *review.Indicator) { i.SameAs = "all" }),
		},
	}
}

func row(t review.IndicatorTable, id string) review.IndicatorRow {
	for _, r := range t.Rows {
		if r.Indicator.ID == id {
			return r
		}
	}
	panic("no row " + id)
}

// Handbook, §6.3: the year so far comes from sums; nothing arising and nothing entered add nothing.
func TestYearSoFar(t *testing.T) {
	p := sixIndicators()
	flow, level, all := p.Indicators[1], p.Indicators[0], p.Indicators[4]
	m := func(month string, num, den value.Opt[int64]) review.Figure { return figure("x", "", month, num, den) }
	tests := []struct {
		name    string
		ind     review.Indicator
		months  []review.Figure
		want    value.Ratio
		verdict review.Verdict
		missing int64
	}{
		{"sums, not the mean of 50% and 100%", flow, []review.Figure{m("2024-03", known(1), known(2)), m("2024-04", known(98), known(98))}, value.Ratio{Part: 99, Whole: 100}, review.IsMet, 0},
		{"the mean of 100% and 70% would be met, the sums are not", flow, []review.Figure{m("2024-03", known(2), known(2)), m("2024-04", known(70), known(100))}, value.Ratio{Part: 72, Whole: 102}, review.NotMet, 10},
		{"a month without figures", flow, []review.Figure{m("2024-03", known(8), known(10)), m("2024-04", unknown, unknown)}, value.Ratio{Part: 8, Whole: 10}, review.IsMet, 0},
		{"a month in which nothing arose", flow, []review.Figure{m("2024-03", known(8), known(10)), m("2024-04", unknown, known(0))}, value.Ratio{Part: 8, Whole: 10}, review.IsMet, 0},
		{"a numerator without denominator counts nowhere", flow, []review.Figure{m("2024-03", known(8), unknown)}, value.Ratio{}, review.NotEntered, 0},
		{"nothing ever arose", all, []review.Figure{m("2024-03", known(0), known(0)), m("2024-04", unknown, known(0))}, value.Ratio{}, review.NotArising, 0},
		{"nothing entered", all, nil, value.Ratio{}, review.NotEntered, 0},
		{"one of a thousand is missing", all, []review.Figure{m("2024-03", known(999), known(1000)), m("2024-04", known(4), known(4))}, value.Ratio{Part: 1003, Whole: 1004}, review.NotMet, 1},
		{"a level: the last month stands", level, []review.Figure{m("2024-03", known(10), known(40)), m("2024-04", known(33), known(40)), m("2024-05", unknown, unknown)}, value.Ratio{Part: 33, Whole: 40}, review.IsMet, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := review.YearSoFar(tt.ind, tt.months)
			if got.Ratio != tt.want || got.Verdict != tt.verdict || got.Missing != tt.missing {
				t.Errorf("got %+v, want %v %s, missing %d", got, tt.want, tt.verdict, tt.missing)
			}
		})
	}
}

// Handbook, §6.3: 1.4 is recorded in two parts.
func TestIndicators_parts(t *testing.T) {
	tests := []struct {
		name            string
		papers, results [2]int64 // -1: not entered
		each, sum       review.Verdict
	}{
		{"both reach it", [2]int64{8, 10}, [2]int64{9, 10}, review.IsMet, review.IsMet},
		{"one does not: the sum hides it", [2]int64{79, 100}, [2]int64{100, 100}, review.NotMet, review.IsMet},
		{"one part is missing", [2]int64{8, 10}, [2]int64{-1, -1}, review.NotEntered, review.NotEntered},
		{"no results arose", [2]int64{8, 10}, [2]int64{0, 0}, review.IsMet, review.IsMet},
		{"nothing arose at all", [2]int64{0, 0}, [2]int64{0, 0}, review.NotArising, review.NotArising},
	}
	opt := func(n int64) value.Opt[int64] {
		if n < 0 {
			return unknown
		}
		return known(n)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var figures []review.Figure
			for _, id := range []string{"each", "sum"} {
				figures = append(figures, figure(id, "papers", "2024-06", opt(tt.papers[0]), opt(tt.papers[1])),
					figure(id, "results", "2024-06", opt(tt.results[0]), opt(tt.results[1])))
			}
			table := review.Indicators(sixIndicators(), figures, value.MustMonth("2024-06"))
			if got := row(table, "each").Month.Verdict; got != tt.each {
				t.Errorf("each: %s, want %s", got, tt.each)
			}
			if got := row(table, "sum").Month.Verdict; got != tt.sum {
				t.Errorf("sum: %s, want %s", got, tt.sum)
			}
		})
	}
}

// Practice, not law: docs/decisions/0026: the verdicts of a table are counted (IndicatorTable.Count);
// Practice, not law: docs/decisions/0060: a score is so many points above the month before (Score.PointsAbove).
func TestIndicators(t *testing.T) {
	figures := []review.Figure{
		figure("flow", "", "2024-02", known(1), known(1)), // before the plan: counts, but is not asked for
		figure("flow", "", "2024-04", known(30), known(50)),
		figure("flow", "", "2024-05", known(45), known(50)),
		figure("flow", "", "2024-07", known(0), known(9)), // after the month: counts nowhere
		figure("all", "", "2024-05", known(3), known(4)),
	}
	table := review.Indicators(sixIndicators(), figures, value.MustMonth("2024-05"))
	flow := row(table, "flow")
	part := flow.Parts[0]
	if flow.Year.Ratio != (value.Ratio{
		Part:  76,
		Whole: 101,
	}) || flow.Year.Missing != 5 || flow.Month.Verdict != review.IsMet {
		t.Errorf("flow: %+v", flow)
	}
	if len(part.Lacking) != 1 || part.Lacking[0] != value.MustMonth("2024-03") {
		t.Errorf("months without figures: %v", part.Lacking)
	}
	if len(part.Trend) != 4 || part.Trend[0].Month != value.MustMonth("2024-02") ||
		part.Trend[1].Score.Verdict != review.NotEntered {
		t.Errorf("trend: %+v", part.Trend)
	}
	if points, ok := part.Month.PointsAbove(part.Before); points != "30.00" || !ok {
		t.Errorf("change %s, %v", points, ok)
	}
	// Handbook, §6.3: indicators 5 and 11 share one data row.
	all, again := row(table, "all"), row(table, "again")
	if again.Month != all.Month || again.Month.Missing != 1 || !again.Month.Small ||
		again.Parts[0].Figure.Key() != "all" {
		t.Errorf("shared measurement: %+v and %+v", all, again)
	}
	if _, ok := all.Parts[0].Month.PointsAbove(all.Parts[0].Before); ok {
		t.Error("a change against a month without figures")
	}
	var lacking []string
	for _, ind := range table.NotEntered() {
		lacking = append(lacking, ind.ID)
	}
	if got := strings.Join(lacking, " "); got != "level each sum" {
		t.Errorf("not entered: %s", got)
	}
	if n := table.Count(); n[review.IsMet] != 1 || n[review.NotMet] != 2 || n[review.NotEntered] != 3 {
		t.Errorf("count: %v", n)
	}
}

// Practice, not law: docs/decisions/0060: which of several definitions is in use is the plan's choice; figures stay
// with theirs.
func TestIndicator_Measured(t *testing.T) {
	ind := review.Indicator{ID: "x", Numerator: "a", Denominator: "b"}
	if got := ind.Measured(); len(got) != 1 || got[0].ID != "" || got[0].Numerator != "a" {
		t.Errorf("one way: %+v", got)
	}
	ind.Variants = []review.Variant{{ID: "requests"}, {ID: "units"}}
	for chosen, want := range map[string]string{"": "requests", "requests": "requests", "units": "units", "gone": "requests"} {
		ind.Chosen = chosen
		if got := ind.Measured(); len(got) != 1 || got[0].ID != want {
			t.Errorf("chosen %q: %+v", chosen, got)
		}
	}
	ind.Target, ind.Comparator, ind.Chosen = value.Whole(100), review.All, "units"
	p := review.Plan{Year: 2024, Indicators: []review.Indicator{ind}}
	table := review.Indicators(p, []review.Figure{figure("x", "requests", "2024-01", known(1), known(1))},
		value.MustMonth("2024-01"))
	if got := table.Rows[0].Month.Verdict; got != review.NotEntered {
		t.Errorf("a figure of another definition was taken: %s", got)
	}
	if got := review.FigureKey("nq01-4", "papers"); got != "nq01-4.papers" {
		t.Error(got)
	}
}

func TestIndicator_IsLedBy(t *testing.T) {
	ind := review.Indicator{Lead: "Văn phòng UBND xã", Support: "Cán bộ, công chức"}
	for unit, want := range map[string]bool{"Văn phòng": true, "văn phòng ubnd XÃ": true, "Van phong": true, "Tư pháp - Hộ tịch": false, "": false, " ": false} {
		if ind.IsLedBy(unit) != want {
			t.Errorf("led by %q: %v", unit, !want)
		}
	}
	if !ind.IsSupportedBy("công chức") || ind.IsSupportedBy("Văn phòng") {
		t.Error("support")
	}
}

// Plan 29/KH-UBND, appendix: figures of the plan's year, of months that have begun.
func TestCheckMonth(t *testing.T) {
	p := review.Plan{Year: 2024}
	for month, want := range map[string]string{"2024-01": "", "2024-07": "", "2024-08": "month.future", "2023-12": "month.other_year", "2025-01": "month.other_year"} {
		if got := codes(review.CheckMonth(p, value.MustMonth(month), value.MustDate("2024-07-15")).Err()); got != want {
			t.Errorf("%s: %q, want %q", month, got, want)
		}
	}
	if n := len(p.Months(value.MustDate("2024-07-15"))); n != 7 {
		t.Errorf("%d months", n)
	}
	if n := len(p.Months(value.MustDate("2026-01-01"))); n != 12 {
		t.Errorf("%d months of a year that is over", n)
	}
	if got := (review.Plan{
		Year: 2025,
		Date: value.MustDate("2024-12-20"),
	}).FirstMonth(); got != value.MustMonth("2025-01") {
		t.Errorf("first month %v", got)
	}
}

// Whatever was entered: the year so far is the sum over its months, no order of entry changes it, and with what is
// missing added the indicator is met.
func TestIndicators_properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ind := review.Indicator{
			ID:         "x",
			Target:     value.Decimal(rapid.Int64Range(1, 100*value.DecimalScale).Draw(t, "target")),
			Comparator: review.AtLeast,
		}
		if rapid.Bool().Draw(t, "all") {
			ind.Target, ind.Comparator = value.Whole(100), review.All
		}
		p := review.Plan{Year: 2024, Date: value.MustDate("2023-12-01"), Indicators: []review.Indicator{ind}}
		var figures []review.Figure
		var sum value.Ratio
		last := rapid.IntRange(1, 12).Draw(t, "last")
		entered := 0
		for m := 1; m <= last; m++ {
			if rapid.Bool().Draw(t, "skipped") {
				continue
			}
			den := rapid.Int64Range(0, 100_000_000).Draw(t, "denominator")
			num := rapid.Int64Range(0, den).Draw(t, "numerator")
			figures = append(figures, review.Figure{
				Indicator:   "x",
				Month:       value.Month{Year: 2024, Month: time.Month(m)},
				Numerator:   known(num),
				Denominator: known(den),
			})
			sum.Part, sum.Whole, entered = sum.Part+num, sum.Whole+den, entered+1
		}
		at := value.Month{Year: 2024, Month: time.Month(last)}
		shuffled := rapid.Permutation(figures).Draw(t, "order")
		row := review.Indicators(p, shuffled, at).Rows[0]
		if row.Year.Ratio != sum {
			t.Fatalf("year so far %v, want %v", row.Year.Ratio, sum)
		}
		if len(row.Parts[0].Lacking) != last-entered {
			t.Fatalf("%d months lacking, want %d", len(row.Parts[0].Lacking), last-entered)
		}
		if sum.Whole == 0 {
			return
		}
		full := review.YearSoFar(ind, []review.Figure{{
			Numerator:   known(sum.Part + row.Year.Missing),
			Denominator: known(sum.Whole),
		}})
		if full.Verdict != review.IsMet {
			t.Fatalf("%v and %d more are %s", sum, row.Year.Missing, full.Verdict)
		}
		if row.Year.Missing > 0 {
			short := review.YearSoFar(ind, []review.Figure{{
				Numerator:   known(sum.Part + row.Year.Missing - 1),
				Denominator: known(sum.Whole),
			}})
			if short.Verdict != review.NotMet {
				t.Fatalf("one fewer than missing is %s", short.Verdict)
			}
		}
	})
}
