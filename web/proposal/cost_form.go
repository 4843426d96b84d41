package proposal

import (
	"cmp"
	"errors"
	"net/url"
	"slices"
	"strings"

	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// sides are both sides of a proposal and of a review of a service, as their forms spell them.
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

// figureKeys are the cells of a row that stand beside one another on the page.
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

// wholeCell is a whole number: money and people are typed alike.
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

// typedRow is a row of a cost table as it was typed, by cell.
type typedRow struct{ url.Values }

// blankRow is a row with nothing in its cells.
func blankRow() typedRow {
	row := typedRow{costForm.Values(cost.Row{})}
	for key := range row.Values {
		row.Set(key, "")
	}
	return row
}

// typedTables are the two tables of the form, by side.
type typedTables map[string][]typedRow

// maxCostRows is how many rows one table of a form may have.
const maxCostRows = 300

// readTables reads the rows that a form sent, in the order of their numbers, which may have holes. What the form
// does not know is passed over; a table of more than maxCostRows is refused.
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

// tablesOf are the stored tables of a procedure as a person would have typed them.
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

// hasNoFigures reports whether a row has not one figure of what it says is done.
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

// rowsIn are the rows of a table, none where there is no table.
func rowsIn(t *[]cost.Row) []cost.Row {
	if t == nil {
		return nil
	}
	return *t
}
