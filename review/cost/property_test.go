package cost

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rasoat/value"
)

// rows draws tables of a size that a commune meets, with every fraction that the form allows.
var rows = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Row {
	return Row{
		Task:            rapid.SampledFrom(Tasks).Draw(t, "task"),
		Activity:        "step",
		Hours:           value.Decimal(rapid.Int64Range(0, 500_0000).Draw(t, "hours")),
		HourlyRate:      value.Money(rapid.Int64Range(0, 1_000_000).Draw(t, "rate")),
		ServiceCost:     value.Money(rapid.Int64Range(0, 1_000_000).Draw(t, "service")),
		Fees:            value.Money(rapid.Int64Range(0, 1_000_000).Draw(t, "fees")),
		TimesPerYear:    value.Decimal(rapid.Int64Range(0, 12_0000).Draw(t, "times")),
		SubjectsPerYear: rapid.Int64Range(0, 100_000).Draw(t, "subjects"),
		Source:          rapid.SampledFrom(Sources).Draw(t, "source"),
	}
}), 0, 6)

// nearest is x in whole numbers, half up, reckoned another way than the room does: ⌊x + ½⌋. x is ≥ 0.
func nearest(x *big.Rat) value.Money {
	x = new(big.Rat).Add(x, big.NewRat(1, 2))
	return value.Money(new(big.Int).Quo(x.Num(), x.Denom()).Int64())
}

func rat(d value.Decimal) *big.Rat { return big.NewRat(int64(d), value.DecimalScale) }

func TestTotal_AgreesWithFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := rows.Draw(t, "table")
		side, err := Total(table)
		if err != nil {
			t.Fatal(err)
		}
		hours := new(big.Rat)
		var unit, annual value.Money
		for i, r := range table {
			c := side.Rows[i]
			times := new(big.Rat).Mul(rat(r.TimesPerYear), big.NewRat(r.SubjectsPerYear, 1))
			labour := nearest(new(big.Rat).Mul(rat(r.Hours), big.NewRat(int64(r.HourlyRate), 1)))
			year := nearest(new(big.Rat).Mul(times, big.NewRat(int64(c.UnitCost), 1)))
			if c.Labour != labour || c.UnitCost != labour+r.ServiceCost+r.Fees || c.AnnualCost != year {
				t.Fatalf("row %d: got %+v, want labour %d, year %d", i, c, labour, year)
			}
			unit, annual = unit+c.UnitCost, annual+c.AnnualCost
			hours.Add(hours, times.Mul(times, rat(r.Hours)))
		}
		var tasks value.Money
		for _, sum := range side.ByTask(table) {
			tasks += sum
		}
		if tasks != side.AnnualTotal {
			t.Fatalf("the tasks cost %d, the year %d", tasks, side.AnnualTotal)
		}
		if side.UnitTotal != unit || side.AnnualTotal != annual {
			t.Fatalf("totals %d, %d are not the sums %d, %d", side.UnitTotal, side.AnnualTotal, unit, annual)
		}
		if got, _ := new(big.Rat).SetString(side.AnnualHours); got.Cmp(hours) != 0 {
			t.Fatalf("hours %s, want %s", side.AnnualHours, hours)
		}
	})
}

func TestTotal_RowOrderIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := rows.Draw(t, "table")
		there, err := Total(table)
		if err != nil {
			t.Fatal(err)
		}
		seed := rapid.Uint64().Draw(t, "shuffle")
		table = slices.Clone(table)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(table), func(i, j int) { table[i], table[j] = table[j], table[i] })
		back, err := Total(table)
		if err != nil {
			t.Fatal(err)
		}
		if there.UnitTotal != back.UnitTotal || there.AnnualTotal != back.AnnualTotal ||
			there.AnnualHours != back.AnnualHours {
			t.Fatalf("%+v became %+v", there, back)
		}
	})
}

func TestAnnual_SplitSubjects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := value.Money(rapid.Int64Range(0, 10_000_000).Draw(t, "unit"))
		times := value.Decimal(rapid.Int64Range(0, 12_0000).Draw(t, "times"))
		n := rapid.Int64Range(0, 10_000).Draw(t, "subjects")
		k := rapid.Int64Range(0, n).Draw(t, "of them")
		whole, err1 := Annual(unit, times, n)
		part, err2 := Annual(unit, times, k)
		rest, err3 := Annual(unit, times, n-k)
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		if d := part + rest - whole; d < -1 || d > 1 {
			t.Fatalf("%d + %d is %d beside %d", part, rest, d, whole)
		}
	})
}

func TestPrice_SavingIsTheDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := rows.Draw(t, "before"), rows.Draw(t, "after")
		res, err := Price(before, after)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Price(after, before)
		if err != nil {
			t.Fatal(err)
		}
		if res.Saving != res.Before.AnnualTotal-res.After.AnnualTotal || back.Saving != -res.Saving {
			t.Fatalf("saving %d, back %d of %d and %d", res.Saving, back.Saving, res.Before.AnnualTotal,
				res.After.AnnualTotal)
		}
		if (res.Percent == nil) != (res.Before.AnnualTotal == 0) {
			t.Fatalf("percent %s of %d", show(res.Percent), res.Before.AnnualTotal)
		}
	})
}
