package cost

import (
	"fmt"
	"math/big"
	"slices"

	"rasoat/value"
)

// Labour is what the work of one person for one time is worth: hours × hourly rate, rounded half away from
// zero to the đồng. Hours are time worked, not time waited: opportunity costs do not count. It is
// value.ErrOverflow from value.MaxTotal on.
//
// Circular 02/2017/TT-VPCP, article 27 clause 2.
func Labour(hours value.Decimal, rate value.Money) (value.Money, error) {
	return rounded(product(int64(hours), int64(rate)), value.DecimalScale)
}

// Unit is what a row costs one person one time: labour, services, and fees with the other prescribed costs.
// It is value.ErrOverflow from value.MaxTotal on.
//
// Circular 02/2017/TT-VPCP, article 27 clause 3(a).
func Unit(labour, service, fees value.Money) (value.Money, error) {
	sum, err := value.AddMoney(labour, service)
	if err != nil {
		return 0, err
	}
	return value.AddMoney(sum, fees)
}

// Annual is what a row costs in a year: unit cost × times × subjects, rounded half away from zero to the
// đồng. It is value.ErrOverflow from value.MaxTotal on.
//
// Circular 02/2017/TT-VPCP, article 27 clause 3(b).
func Annual(unit value.Money, times value.Decimal, subjects int64) (value.Money, error) {
	return rounded(product(int64(unit), int64(times), subjects), value.DecimalScale)
}

// Price compares a procedure as it is with what a proposal makes of it. The error is a value.Problems that
// names side, row and key: "before[2].hours". An empty side costs nothing.
//
// Circular 02/2017/TT-VPCP, article 27 clause 1.
func Price(before, after []Row) (Result, error) {
	var res Result
	var onBefore, onAfter value.Problems
	res.Before, onBefore = total("before", before)
	res.After, onAfter = total("after", after)
	if err := append(onBefore, onAfter...).Err(); err != nil {
		return Result{}, err
	}
	res.Saving = res.Before.AnnualTotal - res.After.AnnualTotal
	share := value.Ratio{Part: int64(res.Saving), Whole: int64(res.Before.AnnualTotal)}
	if percent, ok := share.Percent(2); ok {
		res.Percent = &percent
	}
	return res, nil
}

// Total prices one table. The error is a value.Problems that names row and key: "rows[2].hours".
//
// The year is added up row by row, never unit total × subjects: where only some applicants have a step,
// that would charge it to all (handbook, example A).
func Total(rows []Row) (Side, error) {
	side, problems := total("rows", rows)
	if err := problems.Err(); err != nil {
		return Side{}, err
	}
	return side, nil
}

func total(name string, rows []Row) (Side, value.Problems) {
	side := Side{Rows: make([]RowCost, len(rows))}
	hours := new(big.Int)
	var p value.Problems
	for i, r := range rows {
		c, problems := r.cost()
		p = append(p, problems.Under(fmt.Sprintf("%s[%d]", name, i))...)
		side.Rows[i] = c
		hours.Add(hours, product(int64(r.Hours), int64(r.TimesPerYear), r.SubjectsPerYear))
	}
	if len(p) > 0 {
		return Side{}, p
	}
	side.AnnualHours = value.FormatScaled(hours, 2*4)
	if p = side.addUp().Under(name); len(p) > 0 {
		return Side{}, p
	}
	return side, nil
}

// cost prices a row that has passed its Check.
func (r Row) cost() (RowCost, value.Problems) {
	p := r.Check()
	if len(p) > 0 {
		return RowCost{}, p
	}
	labour, errLabour := Labour(r.Hours, r.HourlyRate)
	unit, errUnit := Unit(labour, r.ServiceCost, r.Fees)
	if errLabour != nil || errUnit != nil {
		p.Add("unit_cost", tooLarge, value.MaxTotal)
		return RowCost{}, p
	}
	annual, err := Annual(unit, r.TimesPerYear, r.SubjectsPerYear)
	if err != nil {
		p.Add("annual_cost", tooLarge, value.MaxTotal)
	}
	return RowCost{Labour: labour, UnitCost: unit, AnnualCost: annual}, p
}

// tooLarge is the code of every figure that reaches value.MaxTotal.
const tooLarge = "total.too_large"

// addUp fills in the totals of a side from its rows.
func (s *Side) addUp() value.Problems {
	var p value.Problems
	for _, c := range s.Rows {
		var errUnit, errAnnual error
		s.UnitTotal, errUnit = value.AddMoney(s.UnitTotal, c.UnitCost)
		s.AnnualTotal, errAnnual = value.AddMoney(s.AnnualTotal, c.AnnualCost)
		if errUnit != nil {
			p.Add("unit_total", tooLarge, value.MaxTotal)
		}
		if errAnnual != nil {
			p.Add("annual_total", tooLarge, value.MaxTotal)
		}
		if len(p) > 0 {
			return p
		}
	}
	return nil
}

// ByTask is what the rows of each task cost in a year, in the order of Tasks; together they are AnnualTotal. The rows
// are those that the side was priced from.
func (s Side) ByTask(rows []Row) []value.Money {
	out := make([]value.Money, len(Tasks))
	for i, c := range s.Rows {
		out[max(slices.Index(Tasks, rows[i].Task), 0)] += c.AnnualCost // below value.MaxTotal, as their sum is
	}
	return out
}

func product(factors ...int64) *big.Int {
	n := big.NewInt(1)
	for _, f := range factors {
		n.Mul(n, big.NewInt(f))
	}
	return n
}

// rounded is n / scale in whole đồng, half away from zero.
func rounded(n *big.Int, scale int64) (value.Money, error) {
	return value.MoneyOf(value.RoundDiv(n, big.NewInt(scale)))
}
