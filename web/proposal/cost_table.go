package proposal

import (
	"cmp"
	"errors"
	"net/url"
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

var sides = []string{"before", "after"}

// costForm is a row of a cost table, as the form and the JSON spell its cells, in the order of form 03/SCM-KSTT. An
// empty cell of service and fees is 0, of times 1 (interface.md, Cost tables); the others must be filled in.
//
// Circular 02/2017/TT-VPCP, article 27.
var costForm = field.Form[cost.Row]{
	field.Word("task", func(r *cost.Row) *cost.Task { return &r.Task }, "task", cost.Tasks),
	field.Word("source", func(r *cost.Row) *cost.Source { return &r.Source }, "source", cost.Sources),
	field.Text("activity", func(r *cost.Row) *string { return &r.Activity }),
	decimalCell("hours", func(r *cost.Row) *value.Decimal { return &r.Hours }, ""),
	wholeCell("hourly_rate", func(r *cost.Row) *value.Money { return &r.HourlyRate }, ""),
	wholeCell("service_cost", func(r *cost.Row) *value.Money { return &r.ServiceCost }, "0"),
	wholeCell("fees", func(r *cost.Row) *value.Money { return &r.Fees }, "0"),
	decimalCell("times_per_year", func(r *cost.Row) *value.Decimal { return &r.TimesPerYear }, "1"),
	wholeCell("subjects_per_year", func(r *cost.Row) *int64 { return &r.SubjectsPerYear }, ""),
	field.Text("note", func(r *cost.Row) *string { return &r.Note }),
}

var figureKeys = []string{
	"activity", "hours", "hourly_rate", "service_cost", "fees", "times_per_year", "subjects_per_year",
}

func decimalCell(key string, at func(*cost.Row) *value.Decimal, standard string) field.Field[cost.Row] {
	write := func(r *cost.Row) string { return viet.Decimal(*at(r)) }
	return field.Own(key, write, func(r *cost.Row, typed string) *value.Problem {
		text := cmp.Or(typed, standard)
		d, err := viet.ParseDecimal(text)
		*at(r) = d
		switch {
		case text == "":
			return &value.Problem{Code: "cell.empty"}
		case strings.HasPrefix(text, "-"):
			return &value.Problem{Code: key + ".negative"}
		case errors.Is(err, value.ErrDecimalPlaces):
			return wrongNumber(err, "cell.places", text)
		}
		return wrongNumber(err, "cell.decimal", text)
	})
}

func wholeCell[N ~int64](key string, at func(*cost.Row) *N, standard string) field.Field[cost.Row] {
	write := func(r *cost.Row) string { return viet.Number(int64(*at(r))) }
	return field.Own(key, write, func(r *cost.Row, typed string) *value.Problem {
		text := cmp.Or(typed, standard)
		m, err := viet.ParseMoney(text)
		*at(r) = N(m)
		switch {
		case text == "":
			return &value.Problem{Code: "cell.empty"}
		case errors.Is(err, value.ErrOverflow):
			return &value.Problem{Code: key + ".too_large", Args: []any{cost.MaxMoney}}
		}
		return wrongNumber(err, "cell.whole", text)
	})
}

type typedRow struct{ url.Values }

func blankRow() typedRow {
	row := typedRow{costForm.Values(cost.Row{})}
	for key := range row.Values {
		row.Set(key, "")
	}
	return row
}

type typedTables map[string][]typedRow

const maxCostRows = 300 // of one table of a form

// readTables reads the rows that a form sent, in the order of their numbers, which may have holes.
func readTables(in url.Values) (typedTables, error) {
	out := typedTables{}
	for _, side := range sides {
		numbers := field.RowNumbers(in, side)
		if len(numbers) > maxCostRows {
			return nil, value.Problems{{Field: side, Code: "rows.too_many", Args: []any{maxCostRows}}}
		}
		for _, n := range numbers {
			row := blankRow()
			for key := range row.Values {
				row.Set(key, in.Get(field.RowName(side, n)+"."+key))
			}
			out[side] = append(out[side], row)
		}
	}
	return out, nil
}

func tablesOf(m review.Member) typedTables {
	return typedTables{"before": typedOf(rowsIn(m.Before)), "after": typedOf(rowsIn(m.After))}
}

func typedOf(rows []cost.Row) []typedRow {
	out := make([]typedRow, len(rows))
	for i, r := range rows {
		out[i] = typedRow{costForm.Values(r)}
	}
	return out
}

// isBlank reports whether nobody has written anything into the row beyond what it began with.
func (r typedRow) isBlank() bool {
	return r.lacks("activity", "note", "subjects_per_year") && r.hasNoFigures()
}

func (r typedRow) hasNoFigures() bool { return r.lacks("hours", "service_cost", "fees") }

func (r typedRow) lacks(keys ...string) bool {
	return !slices.ContainsFunc(keys, func(key string) bool {
		v := strings.TrimSpace(r.Get(key))
		return v != "" && v != "0"
	})
}

// row reads a row. Problems stand at the cells; a cell that must be filled in and is empty is one of them.
func (r typedRow) row() (cost.Row, value.Problems) {
	var out cost.Row
	p := costForm.Read(r.Values, &out).Problems
	for _, x := range out.Check() {
		if !slices.ContainsFunc(p, func(seen value.Problem) bool { return seen.Field == x.Field }) {
			p = append(p, x)
		}
	}
	return out, p
}

// readRows are the rows of one table without those that stayed blank, and everything wrong with them; their
// problems are numbered as the rows were typed: "before[2].hours".
func readRows(typed []typedRow, side string) ([]cost.Row, value.Problems) {
	var rows []cost.Row
	var p value.Problems
	for i, t := range typed {
		if !t.isBlank() {
			row, wrong := t.row()
			rows, p = append(rows, row), append(p, wrong.Under(field.RowName(side, i))...)
		}
	}
	return rows, p
}

func rowsIn(t *[]cost.Row) []cost.Row {
	if t == nil {
		return nil
	}
	return *t
}

const costID = "bang-chi-phi" // where the cost table stands on its page

// costTable is form 03/SCM-KSTT: the cost of one procedure before and after. Part: cost_table.
//
// Circular 02/2017/TT-VPCP, article 27.
type costTable struct {
	ID, Note        string // "bang-chi-phi"; "1 dòng là ước tính"
	Action          string // address that prices the rows while they are typed; empty: only when saved
	Editable        bool
	Before, After   costSide
	Saving, Percent string // "43.467.080 đồng"; "55,80%", "–" where before is 0
	Bars            costBars
	Problems        field.Summary
}

// costSide is one of the two tables, with totals for one time, for one year, and the working hours in a year.
type costSide struct {
	ID                  string // "before", "after": the prefix of its fields
	Groups              []*costGroup
	Unit, Annual, Hours string
	rows                []cost.Row // those that can be priced
	at                  []*costRow // where each of them stands
	open, estimates     int        // rows with something missing or wrong; rows that are estimated
}

func (side costSide) byTask(priced cost.Side) []value.Money { return priced.ByTask(side.rows) }

// table is the rows that can be priced, as a member has them: one without any is no table.
func (side costSide) table() *[]cost.Row {
	if len(side.rows) == 0 {
		return nil
	}
	return &side.rows
}

type costGroup struct {
	Number int
	Task   cost.Task
	Annual string
	Rows   []*costRow
}

// costRow is one activity, its cells as they were typed.
type costRow struct {
	Number, Name string // "1.2", and of the row in the form: "before[2]"
	Cells        []page.CostCell
	Note         page.CostCell
	Problem      string // what is wrong in its cells, in sight while typing: "Thời gian (giờ): không được âm."
	Source       cost.Source
	Sum          *cost.Explanation // how it comes to its figure; nil: it has none
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
// missing or wrong is in no total, and the note says so. A table without rows is not priced, save where the conclusion
// says what its side costs. Problems are of a form that was refused: while typing nothing is marked for being empty.
//
// Circular 02/2017/TT-VPCP, article 27.
func (s *Room) costView(
	typed typedTables, conclusion review.Conclusion, shares review.CostShares, problems value.Problems,
) costTable {
	t := costTable{ID: costID, Percent: "–", Saving: "–"}
	f := field.NewSheet(s.Text, nil, problems)
	t.Before, t.After = s.costSide(f, "before", typed), s.costSide(f, "after", typed)
	t.Problems = f.Summary()
	result, err := cost.Price(t.Before.rows, t.After.rows)
	total, unpriced := review.PriceProposal(review.Proposal{
		Conclusion: conclusion,
		Members:    []review.Member{{Before: t.Before.table(), After: t.After.table()}},
	})
	open, estimates := t.Before.open+t.After.open, t.Before.estimates+t.After.estimates
	var note []string
	if errors.Join(err, unpriced) == nil {
		s.fill(&t.Before, result.Before, total.Before)
		s.fill(&t.After, result.After, total.After)
		if open == 0 && total.Saving().IsKnown() { // of half a table nobody shall read a percentage
			t.Saving, t.Percent = s.moneyOr(total.Saving()), priced{total, shares}.Percent()
			t.Bars = barsOf(t.Before.byTask(result.Before), t.After.byTask(result.After), total)
		}
	} else {
		note = append(note, s.Text.Say("cost.not_priced"))
	}
	if open == 0 && total.Before.IsKnown() && !total.After.IsKnown() {
		note = append(note, s.Text.Say("cost.after_open"))
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

func (s *Room) costRow(f *field.Sheet, side string, i int, g *costGroup, r typedRow, wrong value.Problems) *costRow {
	out := &costRow{
		Number: strconv.Itoa(g.Number) + "." + strconv.Itoa(len(g.Rows)+1),
		Name:   field.RowName(side, i),
		Source: cmp.Or(cost.Source(r.Get("source")), cost.Estimate),
	}
	cell := func(key string) page.CostCell {
		name := out.Name + "." + key
		label := s.Text.Say("cost.cell", s.Text.Say("cost."+side), out.Number, s.Text.Say("cost."+key))
		c := page.CostCell{Name: name, Label: label, Value: r.Get(key), Problem: f.Problem(name, label)}
		for _, p := range wrong {
			missing := p.Code == "cell.empty" || p.Code == "activity.missing"
			if p.Field == key && !missing && c.Problem == "" && !r.isBlank() {
				c.Problem = s.Sentence(p)
			}
		}
		if c.Problem != "" {
			out.Problem = page.Joined(" ", out.Problem, s.Text.Say("cost."+key)+": "+viet.LowerFirst(c.Problem))
		}
		return c
	}
	for _, key := range figureKeys {
		out.Cells = append(out.Cells, cell(key))
	}
	out.Note = cell("note")
	return out
}

func (s *Room) fill(view *costSide, side cost.Side, annual value.Opt[value.Money]) {
	for i, c := range side.Rows {
		sum := cost.Explain(view.rows[i], c)
		view.at[i].Sum = &sum
	}
	for i, sum := range view.byTask(side) {
		if g := view.Groups[i]; slices.ContainsFunc(g.Rows, func(r *costRow) bool { return r.Sum != nil }) {
			g.Annual = viet.Number(int64(sum))
		}
	}
	if len(side.Rows) > 0 { // an empty table comes to nothing, not to 0
		view.Unit, view.Hours = viet.Number(int64(side.UnitTotal)), viet.Comma(side.AnnualHours)
	}
	view.Annual = s.moneyOr(annual)
}
