package proposal

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// costID is where the cost table stands on its page.
const costID = "bang-chi-phi"

// costTable is form 03/SCM-KSTT: the cost of one procedure before and after. Part: cost_table.
//
// Circular 02/2017/TT-VPCP, article 27.
type costTable struct {
	ID              string // "bang-chi-phi"
	Editable        bool
	Action          string // address that prices the rows while they are typed; empty: only when saved
	Before, After   costSide
	Saving, Percent string // "43.467.080 đồng"; "55,80%", "–" where before is 0
	Note            string // "1 dòng là ước tính"
	Problems        field.Summary
}

// costSide is one of the two tables, with totals for one time, for one year, and the working hours in a year.
type costSide struct {
	ID                  string // "before", "after": the prefix of its fields
	Groups              []*costGroup
	Unit, Annual, Hours string

	rows            []cost.Row // those that can be priced
	at              []*costRow // where each of them stands
	open, estimates int        // rows with something missing or wrong; rows that are estimated
}

// costGroup is one of the six groups of work; it stands there even without rows.
type costGroup struct {
	Number int
	Task   cost.Task
	Annual string
	Rows   []*costRow
}

// costRow is one activity, its cells as they were typed.
type costRow struct {
	Number string // "1.2"
	Name   string // of the row in the form: "before[2]"
	Cells  []page.CostCell
	Note   page.CostCell
	Source cost.Source
	Sum    *cost.Explanation // how it comes to its figure; nil: it has none
}

// Annual is what the row costs in a year.
func (r costRow) Annual() string {
	if r.Sum == nil {
		return "–"
	}
	return viet.Number(int64(r.Sum.Annual))
}

// Sources are where a figure may come from.
func (costRow) Sources() []cost.Source { return cost.Sources }

// costView is the two tables as they were typed, with every figure that can be worked out. A row with something
// missing or wrong has no figure and is in no total, and the note says so. A table without rows is not priced, save
// where the conclusion says what its side costs. Problems are those of a form that was refused; while typing only what
// was typed wrong is marked, not what is still empty.
//
// Circular 02/2017/TT-VPCP, article 27.
func (s *Room) costView(typed typedTables, conclusion review.Conclusion, problems value.Problems) costTable {
	t := costTable{ID: costID, Percent: "–", Saving: "–"}
	f := field.NewSheet(s.Text, nil, problems)
	t.Before, t.After = s.costSide(f, "before", typed), s.costSide(f, "after", typed)
	t.Problems = f.Summary()
	result, err := cost.Price(t.Before.rows, t.After.rows)
	total, unpriced := review.PriceProposal(review.Proposal{
		Conclusion: conclusion,
		Members:    []review.Member{{Before: &t.Before.rows, After: &t.After.rows}},
	})
	open, estimates := t.Before.open+t.After.open, t.Before.estimates+t.After.estimates
	var note []string
	if errors.Join(err, unpriced) == nil {
		s.fill(&t.Before, result.Before, total.Before)
		s.fill(&t.After, result.After, total.After)
		if open == 0 && total.Saving().IsKnown() { // of half a table nobody shall read a percentage
			t.Saving, t.Percent = s.moneyOr(total.Saving()), priced{total}.Percent()
		}
	} else {
		note = append(note, s.Text.Say("cost.not_priced"))
	}
	if estimates > 0 {
		note = append(note, s.Text.Say("cost.estimates", estimates))
	}
	if open > 0 {
		note = append(note, s.Text.Say("cost.open_rows", open))
	}
	t.Note = strings.Join(note, " · ")
	return t
}

// moneyOr is an amount, or the words for one that is not worked out.
func (s *Room) moneyOr(m value.Opt[value.Money]) string {
	if v, known := m.Get(); known {
		return viet.Money(v)
	}
	return s.Text.Say("cost.unpriced")
}

func (s *Room) costSide(f *field.Sheet, id string, typed typedTables) costSide {
	out := costSide{ID: id, Unit: "–", Annual: "–"}
	for i, task := range cost.Tasks {
		out.Groups = append(out.Groups, &costGroup{Number: i + 1, Task: task})
	}
	for i, r := range typed[id] {
		task := slices.Index(cost.Tasks, cost.Task(r.Get("task")))
		if task < 0 {
			task = slices.Index(cost.Tasks, cost.Other)
			r.Set("task", string(cost.Other))
		}
		g := out.Groups[task]
		row, wrong := r.row()
		view := s.costRow(f, id, i, g, r, wrong)
		g.Rows = append(g.Rows, view)
		switch {
		case r.isBlank():
		case len(wrong) > 0:
			out.open++
		default:
			out.rows, out.at = append(out.rows, row), append(out.at, view)
			if row.Source == cost.Estimate {
				out.estimates++
			}
		}
	}
	return out
}

// costRow is a row as it was typed.
func (s *Room) costRow(
	f *field.Sheet, side string, i int, g *costGroup, r typedRow, wrong value.Problems,
) *costRow {
	out := &costRow{
		Number: strconv.Itoa(g.Number) + "." + strconv.Itoa(len(g.Rows)+1),
		Name:   field.RowName(side, i),
		Source: cmp.Or(cost.Source(r.Get("source")), cost.Estimate),
	}
	cell := func(key string) page.CostCell {
		c := page.CostCell{
			Name:  out.Name + "." + key,
			Label: s.Text.Say("cost.cell", s.Text.Say("cost."+side), out.Number, s.Text.Say("cost."+key)),
			Value: r.Get(key),
		}
		c.Problem = f.Problem(c.Name, c.Label)
		for _, p := range wrong {
			missing := p.Code == "cell.empty" || p.Code == "activity.missing"
			if p.Field == key && !missing && c.Problem == "" && !r.isBlank() {
				c.Problem = s.Sentence(p)
			}
		}
		return c
	}
	for _, key := range figureKeys {
		out.Cells = append(out.Cells, cell(key))
	}
	out.Note = cell("note")
	return out
}

// fill puts the figures of a priced table at its rows, groups and foot.
func (s *Room) fill(view *costSide, side cost.Side, annual value.Opt[value.Money]) {
	for i, c := range side.Rows {
		sum := cost.Explain(view.rows[i], c)
		view.at[i].Sum = &sum
	}
	for _, g := range view.Groups {
		var sum value.Money
		for _, row := range g.Rows {
			if row.Sum != nil {
				sum += row.Sum.Annual // below value.MaxTotal, as their sum is
			}
			g.Annual = viet.Number(int64(sum))
		}
	}
	view.Unit, view.Hours = viet.Number(int64(side.UnitTotal)), viet.Comma(side.AnnualHours)
	view.Annual = s.moneyOr(annual)
}
