package proposal

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// sides are the two tables of a proposal, as the form spells them.
var sides = []string{"before", "after"}

// costKeys are the cells of a row, as the form and the JSON spell them, in the order of form 03/SCM-KSTT.
var costKeys = []string{
	"activity",
	"hours",
	"hourly_rate",
	"service_cost",
	"fees",
	"times_per_year",
	"subjects_per_year",
	"note",
}

// maxCostRows is how many rows one table of a form may have.
const maxCostRows = 300

// typedRow is a row of a cost table as it was typed.
type typedRow struct {
	Task   string
	Source string
	Cells  map[string]string
}

// typedTables are the two tables of the form, by side.
type typedTables map[string][]typedRow

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
			at := field.RowName(side, n) + "."
			row := typedRow{Task: in.Get(at + "task"), Source: in.Get(at + "source"), Cells: map[string]string{}}
			for _, key := range costKeys {
				if in.Has(at + key) {
					row.Cells[key] = in.Get(at + key)
				}
			}
			out[side] = append(out[side], row)
		}
	}
	return out, nil
}

// typedOf writes rows as a person would have typed them.
func typedOf(rows []cost.Row) []typedRow {
	out := make([]typedRow, len(rows))
	for i, r := range rows {
		out[i] = typedRow{Task: string(r.Task), Source: string(r.Source), Cells: map[string]string{
			"activity":          r.Activity,
			"hours":             viet.Decimal(r.Hours),
			"hourly_rate":       viet.Number(int64(r.HourlyRate)),
			"service_cost":      viet.Number(int64(r.ServiceCost)),
			"fees":              viet.Number(int64(r.Fees)),
			"times_per_year":    viet.Decimal(r.TimesPerYear),
			"subjects_per_year": viet.Number(r.SubjectsPerYear),
			"note":              r.Note,
		}}
	}
	return out
}

// isBlank reports whether nobody has written anything into the row beyond what it began with.
func (r typedRow) isBlank() bool {
	for _, key := range []string{"activity", "hours", "service_cost", "fees", "subjects_per_year", "note"} {
		if v := strings.TrimSpace(r.Cells[key]); v != "" && v != "0" {
			return false
		}
	}
	return true
}

// row reads a row. Problems stand at the cells; a cell that must be filled in and is empty is one of them.
// An empty cell of service and fees is 0, of times 1 (interface.md, Cost tables).
//
// Circular 02/2017/TT-VPCP, article 27.
func (r typedRow) row() (cost.Row, value.Problems) {
	var p value.Problems
	out := cost.Row{
		Task:     cost.Task(r.Task),
		Source:   cost.Source(r.Source),
		Activity: strings.TrimSpace(r.Cells["activity"]),
		Note:     strings.TrimSpace(r.Cells["note"]),
	}
	out.Hours = decimalCell(&p, r.Cells, "hours", "")
	out.HourlyRate = moneyCell(&p, r.Cells, "hourly_rate", "")
	out.ServiceCost = moneyCell(&p, r.Cells, "service_cost", "0")
	out.Fees = moneyCell(&p, r.Cells, "fees", "0")
	out.TimesPerYear = decimalCell(&p, r.Cells, "times_per_year", "1")
	out.SubjectsPerYear = int64(moneyCell(&p, r.Cells, "subjects_per_year", ""))
	for _, x := range out.Check() {
		if !slices.ContainsFunc(p, func(seen value.Problem) bool { return seen.Field == x.Field }) {
			p = append(p, x)
		}
	}
	return out, p
}

// cellText is what stands in a cell, its standard where nothing does; false where it may not be empty and is.
func cellText(p *value.Problems, cells map[string]string, key, standard string) (string, bool) {
	text := strings.TrimSpace(cells[key])
	if text == "" {
		text = standard
	}
	if text == "" {
		p.Add(key, "cell.empty")
		return "", false
	}
	return text, true
}

func decimalCell(p *value.Problems, cells map[string]string, key, standard string) value.Decimal {
	text, filled := cellText(p, cells, key, standard)
	if !filled {
		return 0
	}
	d, err := viet.ParseDecimal(text)
	switch {
	case strings.HasPrefix(text, "-"):
		p.Add(key, key+".negative")
	case errors.Is(err, value.ErrDecimalPlaces):
		p.Add(key, "cell.places", text)
	case err != nil:
		p.Add(key, "cell.decimal", text)
	}
	return d
}

// moneyCell reads whole numbers: money and people are typed alike.
func moneyCell(p *value.Problems, cells map[string]string, key, standard string) value.Money {
	text, filled := cellText(p, cells, key, standard)
	if !filled {
		return 0
	}
	m, err := viet.ParseMoney(text)
	switch {
	case errors.Is(err, value.ErrOverflow):
		p.Add(key, key+".too_large", cost.MaxMoney)
	case err != nil:
		p.Add(key, "cell.whole", text)
	}
	return m
}

// readRows are the rows of one table without those that stayed blank, and everything wrong with them; their
// problems are numbered as the rows were typed: "before[2].hours".
func readRows(typed []typedRow, side string) ([]cost.Row, value.Problems) {
	var rows []cost.Row
	var p value.Problems
	for i, t := range typed {
		if t.isBlank() {
			continue
		}
		row, wrong := t.row()
		rows, p = append(rows, row), append(p, wrong.Under(side+"["+strconv.Itoa(i)+"]")...)
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
