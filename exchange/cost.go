package exchange

import (
	"io"
	"strings"

	"rasoat/review/cost"
	"rasoat/value"
)

// rowKeys are the keys of a row of a cost table; those of neededKeys must be there.
var (
	rowKeys = []string{"task", "activity", "hours", "hourly_rate", "service_cost", "fees", "times_per_year",
		"subjects_per_year", "source", "note"}
	neededKeys = []string{"task", "activity", "hours", "hourly_rate", "subjects_per_year"}
)

// ReadCost reads two cost tables (interface.md, Cost tables). The error is value.Problems with everything
// that is wrong, each with its path ("before[2].hours"), or what reading r failed with.
func ReadCost(r io.Reader) (before, after []cost.Row, err error) {
	var p problemList
	n, err := readJSON(r, maxJSON, &p)
	if err != nil {
		return nil, nil, err
	}
	if n != nil {
		f := openObject(n, "", &p, "before", "after").need("before", "after")
		before, after = readRows(f, "before"), readRows(f, "after")
	}
	if err := p.Err(); err != nil {
		return nil, nil, err
	}
	return before, after, nil
}

// readRows reads the table at a key; it is never nil.
func readRows(f fields, key string) []cost.Row {
	rows := each(f, key, func(n *node, path string) cost.Row { return readRow(n, path, f.p) })
	return append([]cost.Row{}, rows...)
}

func readRow(n *node, path string, p *problemList) cost.Row {
	f := openObject(n, path, p, rowKeys...)
	if n.kind != isObject {
		return cost.Row{}
	}
	f.need(neededKeys...)
	row := cost.Row{
		Task:            cost.Task(f.text("task")),
		Activity:        f.text("activity"),
		Hours:           f.decimal("hours").Or(0),
		HourlyRate:      f.amount("hourly_rate").Or(0),
		ServiceCost:     f.amount("service_cost").Or(0),
		Fees:            f.amount("fees").Or(0),
		TimesPerYear:    f.decimal("times_per_year").Or(value.Whole(1)),
		SubjectsPerYear: f.whole("subjects_per_year").Or(0),
		Source:          cost.Estimate,
		Note:            f.text("note"),
	}
	if f.at("source") != nil {
		row.Source = cost.Source(f.text("source"))
	}
	for _, x := range row.Check().Under(path) {
		if key := strings.TrimPrefix(x.Field, path+"."); !p.fields[x.Field] && f.at(key) != nil {
			p.add(x.Field, x.Code, x.Args...)
		}
	}
	return row
}
