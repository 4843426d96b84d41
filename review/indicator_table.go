package review

import "rasoat/value"

// IndicatorTable is the indicators of a plan as they stand in a month.
type IndicatorTable struct {
	Month value.Month
	Rows  []IndicatorRow // in the order of the plan
}

// IndicatorRow is one indicator: what was counted for it, and how it stands.
type IndicatorRow struct {
	Indicator Indicator
	Parts     []IndicatorPart // one, or each part where several are counted
	Month     Score           // of all parts together
	Year      Score
}

// IndicatorPart is one thing that is counted for an indicator.
type IndicatorPart struct {
	Variant
	Figure  Figure // of the month; IsEmpty where nobody has entered it
	Month   Score
	Before  Score // of the month before
	Year    Score
	Lacking []value.Month // months up to this one without figures, from the plan's first month on
	Trend   []TrendPoint  // the months up to this one, from the first with figures on
}

// TrendPoint is a month on the line of an indicator's year.
type TrendPoint struct {
	Month value.Month
	Score Score
}

// Indicators is how the indicators of a plan stand in a month, by the figures of its year.
func Indicators(p Plan, figures []Figure, m value.Month) IndicatorTable {
	by := map[string]map[value.Month]Figure{}
	for _, f := range figures {
		if by[f.Key()] == nil {
			by[f.Key()] = map[value.Month]Figure{}
		}
		by[f.Key()][f.Month] = f
	}
	t := IndicatorTable{Month: m}
	for _, ind := range p.Indicators {
		row := IndicatorRow{Indicator: ind}
		var months, years []Score
		for _, v := range ind.Measured() {
			part := partOf(p, ind, v, by[FigureKey(ind.MeasuredAs(), v.ID)], m)
			row.Parts = append(row.Parts, part)
			months, years = append(months, part.Month), append(years, part.Year)
		}
		row.Month, row.Year = together(ind, months), together(ind, years)
		t.Rows = append(t.Rows, row)
	}
	return t
}

func partOf(p Plan, ind Indicator, v Variant, months map[value.Month]Figure, m value.Month) IndicatorPart {
	part := IndicatorPart{Variant: v, Figure: months[m]}
	part.Figure.Indicator, part.Figure.Variant, part.Figure.Month = ind.MeasuredAs(), v.ID, m
	before, month := months[m.Add(-1)], months[m]
	part.Before = scoreOf(ind, before.Numerator, before.Denominator)
	part.Month = scoreOf(ind, month.Numerator, month.Denominator)
	var year []Figure
	for at := (value.Month{Year: p.Year, Month: 1}); !at.After(m); at = at.Add(1) {
		f := months[at]
		s := scoreOf(ind, f.Numerator, f.Denominator)
		if s.Verdict == NotEntered && !at.Before(p.FirstMonth()) {
			part.Lacking = append(part.Lacking, at)
		}
		if s.Verdict != NotEntered || len(part.Trend) > 0 {
			part.Trend = append(part.Trend, TrendPoint{at, s})
		}
		year = append(year, f)
	}
	part.Year = YearSoFar(ind, year)
	return part
}

// Count is how many of the plan's indicators stand how in the month. What did not arise and what was not entered
// is neither met nor missed, and in no total but its own.
//
// Practice, not law: docs/decisions/0026.
func (t IndicatorTable) Count() map[Verdict]int {
	out := map[Verdict]int{}
	for _, r := range t.Rows {
		out[r.Month.Verdict]++
	}
	return out
}

// NotEntered lists the indicators whose figures of the month are missing, those that share a measurement once.
func (t IndicatorTable) NotEntered() []Indicator {
	var out []Indicator
	for _, r := range t.Rows {
		if r.Month.Verdict == NotEntered && r.Indicator.SameAs == "" {
			out = append(out, r.Indicator)
		}
	}
	return out
}
