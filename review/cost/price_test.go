package cost

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// row is a line of form 03/SCM-KSTT; hours and times are written as machines write them.
func row(task Task, hours string, rate, service, fees value.Money, times string, subjects int64) Row {
	return Row{Task: task, Activity: "step", Hours: decimal(hours), HourlyRate: rate, ServiceCost: service,
		Fees: fees, TimesPerYear: decimal(times), SubjectsPerYear: subjects, Source: Survey}
}

func decimal(s string) value.Decimal {
	d, err := value.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Circular 02/2017/TT-VPCP, article 27 clause 2: what the work of one person is worth.
func TestLabour_Article27_2(t *testing.T) {
	for _, tt := range []struct {
		name  string
		hours string
		rate  value.Money
		want  value.Money
		err   error
	}{
		{"half an hour", "0.5", 48_248, 24_124, nil},
		{"half a đồng goes up to the odd", "1.5", 31_111, 46_667, nil},
		{"half a đồng goes up to the even", "0.5", 31_111, 15_556, nil},
		{"half a đồng alone", "0.0001", 5_000, 1, nil},
		{"just below half a đồng", "0.0001", 4_999, 0, nil},
		{"just above half a đồng", "0.05", 23_932, 1_197, nil},
		{"no work", "0", 48_248, 0, nil},
		{"the last amount that may be printed", "1", value.MaxTotal - 1, value.MaxTotal - 1, nil},
		{"the first that may not", "9000", MaxMoney, 0, value.ErrOverflow},
		{"rounded up to the bound", "0.5", 2*value.MaxTotal - 1, 0, value.ErrOverflow},
	} {
		got, err := Labour(decimal(tt.hours), tt.rate)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: Labour(%s, %d) = %d, %v; want %d, %v", tt.name, tt.hours, tt.rate, got, err, tt.want, tt.err)
		}
	}
}

// Circular 02/2017/TT-VPCP, article 27 clause 3(a): what a row costs one person one time.
func TestUnit_Article27_3a(t *testing.T) {
	for _, tt := range []struct {
		name                  string
		labour, service, fees value.Money
		want                  value.Money
		err                   error
	}{
		{"work, a service and a fee", 124_444, 50_000, 2_000, 176_444, nil},
		{"nothing", 0, 0, 0, 0, nil},
		{"just below the bound", value.MaxTotal - 2, 1, 0, value.MaxTotal - 1, nil},
		{"on the bound by the service", value.MaxTotal - 1, 1, 0, 0, value.ErrOverflow},
		{"on the bound by the fee", value.MaxTotal - 2, 1, 1, 0, value.ErrOverflow},
	} {
		got, err := Unit(tt.labour, tt.service, tt.fees)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: got %d, %v; want %d, %v", tt.name, got, err, tt.want, tt.err)
		}
	}
}

// Circular 02/2017/TT-VPCP, article 27 clause 3(b): what a row costs in a year.
func TestAnnual_Article27_3b(t *testing.T) {
	for _, tt := range []struct {
		name     string
		unit     value.Money
		times    string
		subjects int64
		want     value.Money
		err      error
	}{
		{"form filled in by 420 citizens", 24_124, "1", 420, 10_132_080, nil},
		{"once in three years", 24_124, "0.3333", 1, 8_041, nil},
		{"half a đồng goes up to the odd", 1, "0.5", 1, 1, nil},
		{"half a đồng goes up, not to the even", 1, "0.5", 5, 3, nil},
		{"just below half a đồng", 1, "0.4999", 1, 0, nil},
		{"rounded once, not per subject", 1, "0.5", 420, 210, nil},
		{"nobody", 48_248, "1", 0, 0, nil},
		{"just below the bound", value.MaxTotal - 1, "1", 1, value.MaxTotal - 1, nil},
		{"on the bound", value.MaxTotal / 100, "100", 1, 0, value.ErrOverflow},
		{"far beyond int64", MaxMoney, "10000", MaxSubjects, 0, value.ErrOverflow},
	} {
		got, err := Annual(tt.unit, decimal(tt.times), tt.subjects)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: Annual(%d, %s, %d) = %d, %v; want %d, %v",
				tt.name, tt.unit, tt.times, tt.subjects, got, err, tt.want, tt.err)
		}
	}
}

type outcome struct {
	unitBefore, before, unitAfter, after, saving value.Money
	hoursBefore, hoursAfter, percent             string
}

func outcomeOf(r Result) outcome {
	return outcome{r.Before.UnitTotal, r.Before.AnnualTotal, r.After.UnitTotal, r.After.AnnualTotal, r.Saving,
		r.Before.AnnualHours, r.After.AnnualHours, show(r.Percent)}
}

// The worked examples of the handbook, §1.8: a public procedure of which some steps concern only a part of
// the applicants, and two internal ones at the rates of before and after 1/7/2024.
func TestPrice_HandbookExamples(t *testing.T) {
	const citizen, official, raised = 48_248, 23_932, 31_111
	for _, tt := range []struct {
		name          string
		before, after []Row
		want          outcome
	}{
		{"A, certificate of marital status",
			[]Row{
				row(Prepare, "0.5", citizen, 0, 0, "1", 420),
				row(Prepare, "1", citizen, 0, 4_000, "1", 60),
				row(Prepare, "0.25", citizen, 0, 2_000, "1", 420),
				row(Submit, "1.5", citizen, 0, 0, "1", 420),
				row(Fees, "0", citizen, 0, 10_000, "1", 420),
				row(Inspection, "0", citizen, 0, 0, "1", 420),
				row(Other, "2", citizen, 0, 0, "1", 40),
				row(Receive, "1", citizen, 0, 0, "1", 420),
			},
			[]Row{
				row(Prepare, "0.25", citizen, 0, 0, "1", 420),
				row(Submit, "0.25", citizen, 0, 0, "1", 420),
				row(Fees, "0", citizen, 0, 5_000, "1", 420),
				row(Other, "1", citizen, 0, 0, "1", 40),
				row(Receive, "1", citizen, 0, 0, "1", 420),
			},
			outcome{317_550, 77_893_240, 125_620, 34_426_160, 43_467_080, "1505", "670", "55.80"}},
		{"B, yearly leave",
			[]Row{
				row(Prepare, "0.5", official, 0, 1_000, "2", 24),
				row(Prepare, "0.5", official, 0, 0, "2", 24),
				row(Submit, "0.25", official, 0, 0, "2", 24),
				row(Other, "1", official, 0, 500, "2", 24),
				row(Receive, "0.25", official, 0, 0, "2", 24),
			},
			[]Row{
				row(Prepare, "0.25", official, 0, 0, "2", 24),
				row(Submit, "0.05", official, 0, 0, "2", 24),
				row(Other, "0.5", official, 0, 0, "2", 24),
				row(Receive, "0.05", official, 0, 0, "2", 24),
			},
			outcome{61_330, 2_943_840, 20_343, 976_464, 1_967_376, "120", "40.8", "66.83"}},
		{"C, office supplies",
			[]Row{
				row(Prepare, "1.5", raised, 0, 2_000, "12", 6),
				row(Prepare, "4", raised, 50_000, 0, "12", 6),
				row(Submit, "0.5", raised, 0, 0, "12", 6),
				row(Inspection, "1", raised, 0, 0, "12", 6),
				row(Receive, "0.5", raised, 0, 0, "12", 6),
			},
			[]Row{
				row(Prepare, "1.5", raised, 0, 2_000, "4", 6),
				row(Prepare, "1.5", raised, 0, 0, "4", 6),
				row(Submit, "0.1", raised, 0, 0, "4", 6),
				row(Receive, "0.1", raised, 0, 0, "4", 6),
			},
			outcome{285_334, 20_544_048, 101_556, 2_437_344, 18_106_704, "540", "76.8", "88.14"}},
		{"abolished",
			[]Row{row(Submit, "1.5", official, 0, 0, "1", 10)}, nil,
			outcome{35_898, 358_980, 0, 0, 358_980, "15", "0", "100.00"}},
		{"the cost rises",
			[]Row{row(Fees, "0", 0, 0, 300_000, "1", 1)}, []Row{row(Fees, "0", 0, 0, 330_000, "1", 1)},
			outcome{300_000, 300_000, 330_000, 330_000, -30_000, "0", "0", "-10.00"}},
		{"nothing before",
			nil, []Row{row(Fees, "0", 0, 0, 5, "1", 1)},
			outcome{0, 0, 5, 5, -5, "0", "0", "null"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res, err := Price(tt.before, tt.after)
			if err != nil {
				t.Fatal(err)
			}
			if got := outcomeOf(res); got != tt.want {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

// Đồng Nai, decision 2816 of 2025: one row per procedure, days × 8 hours × 40.000 đồng × 10 dossiers.
func TestPrice_DongNai2816(t *testing.T) {
	var before, after []Row
	for _, tt := range []struct {
		code          string
		daysB, daysA  int64
		before, after value.Money
		saving        value.Money
		percent       string
	}{
		{"2.000286", 10, 9, 32_000_000, 28_800_000, 3_200_000, "10.00"},
		{"1.001699", 25, 23, 80_000_000, 73_600_000, 6_400_000, "8.00"},
		{"1.014027", 10, 9, 32_000_000, 28_800_000, 3_200_000, "10.00"},
		{"1.001653", 5, 3, 16_000_000, 9_600_000, 6_400_000, "40.00"},
		{"2.001088", 10, 9, 32_000_000, 28_800_000, 3_200_000, "10.00"},
	} {
		b := row(Other, fmt.Sprint(tt.daysB*8), 40_000, 0, 0, "1", 10)
		a := row(Other, fmt.Sprint(tt.daysA*8), 40_000, 0, 0, "1", 10)
		res, err := Price([]Row{b}, []Row{a})
		if err != nil {
			t.Fatal(tt.code, err)
		}
		if res.Before.AnnualTotal != tt.before || res.After.AnnualTotal != tt.after ||
			res.Saving != tt.saving || show(res.Percent) != tt.percent {
			t.Errorf("%s: got %+v", tt.code, outcomeOf(res))
		}
		before, after = append(before, b), append(after, a)
	}
	sum, err := Price(before, after)
	if err != nil {
		t.Fatal(err)
	}
	if sum.Before.AnnualTotal != 192_000_000 || sum.Saving != 22_400_000 || show(sum.Percent) != "11.67" {
		t.Errorf("sum: got %+v", outcomeOf(sum))
	}
}

func TestPrice_Totals(t *testing.T) {
	half := row(Fees, "0", 0, 0, MaxMoney, "1", 4_500) // 4,5·10¹⁵, half of what may be printed
	almost := half
	almost.TimesPerYear, almost.SubjectsPerYear = decimal("0.9999"), 4_500
	dear := row(Other, "4500", MaxMoney, 0, 0, "0", 0) // dear each time, never done
	cheaper := row(Other, "4499.9999", MaxMoney, 0, 0, "0", 0)
	for _, tt := range []struct {
		name          string
		before, after []Row
		want          value.Problems
	}{
		{"both sides near the bound", []Row{half, almost}, []Row{almost, half}, nil},
		{"unit costs near the bound", []Row{dear, cheaper}, nil, nil},
		{"a row on the bound", []Row{half}, []Row{almost, row(Fees, "0", 0, 0, MaxMoney, "1", 9_000)},
			value.Problems{{Field: "after[1].annual_cost", Code: "total.too_large", Args: []any{value.MaxTotal}}}},
		{"a unit cost on the bound", []Row{row(Other, "9000", MaxMoney, 0, 0, "1", 0)}, nil,
			value.Problems{{Field: "before[0].unit_cost", Code: "total.too_large", Args: []any{value.MaxTotal}}}},
		{"a unit cost on the bound by its fee", []Row{row(Other, "8999", MaxMoney, 0, MaxMoney, "1", 0)}, nil,
			value.Problems{{Field: "before[0].unit_cost", Code: "total.too_large", Args: []any{value.MaxTotal}}}},
		{"a year on the bound", []Row{half, half}, []Row{half, half},
			value.Problems{
				{Field: "before.annual_total", Code: "total.too_large", Args: []any{value.MaxTotal}},
				{Field: "after.annual_total", Code: "total.too_large", Args: []any{value.MaxTotal}}}},
		{"unit costs on the bound", nil, []Row{dear, dear},
			value.Problems{{Field: "after.unit_total", Code: "total.too_large", Args: []any{value.MaxTotal}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Price(tt.before, tt.after)
			var got value.Problems
			errors.As(err, &got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPrice_NamesSideRowAndKey(t *testing.T) {
	good := row(Submit, "1", 1, 0, 0, "1", 1)
	late, odd := good, good
	late.Hours, late.Activity = -1, " "
	odd.Task = "wait"
	_, err := Price([]Row{good, good, late}, []Row{odd})
	want := value.Problems{
		{Field: "before[2].activity", Code: "activity.missing"},
		{Field: "before[2].hours", Code: "hours.negative"},
		{Field: "after[0].task", Code: "task.unknown", Args: []any{"wait"}},
	}
	var got value.Problems
	errors.As(err, &got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err = Total([]Row{good, odd}); !errors.As(err, &got) || got[0].Field != "rows[1].task" {
		t.Errorf("Total: got %v", err)
	}
}

// interface.md, Cost tables: rows are a list even where there are none, the percentage is null.
func TestResult_JSON(t *testing.T) {
	for _, rows := range [][]Row{nil, {}} {
		res, err := Price(rows, rows)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := json.Marshal(res)
		side := `{"rows":[],"unit_total":0,"annual_total":0,"annual_hours":"0"}`
		if want := `{"before":` + side + `,"after":` + side + `,"saving":0,"percent":null}`; string(got) != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestTotal_HoursAreExact(t *testing.T) {
	side, err := Total([]Row{row(Other, "0.0001", 1, 0, 0, "0.0003", 1), row(Other, "10000", 1, 0, 0, "2.5", 7)})
	if err != nil {
		t.Fatal(err)
	}
	if side.AnnualHours != "175000.00000003" {
		t.Errorf("got %s", side.AnnualHours)
	}
}

func ExamplePrice() {
	before := Row{Task: Prepare, Activity: "Điền Tờ khai", Hours: decimal("0.5"), HourlyRate: 48_248,
		TimesPerYear: value.Whole(1), SubjectsPerYear: 420, Source: Survey}
	after := before
	after.Hours = decimal("0.25")

	res, err := Price([]Row{before}, []Row{after})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(res.Before.AnnualTotal, res.After.AnnualTotal, res.Saving, *res.Percent)
	// Output: 10132080 5066040 5066040 50.00
}
