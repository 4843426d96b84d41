package app

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// SettlementBook is the files received and settled in a reporting period of a plan, by field.
type SettlementBook struct {
	Plan   review.Plan
	Period review.Period
	Months []value.Month // that may be entered, the oldest first
	Now    review.Settlement
	Before review.Settlement // of the period before
	Number int               // version of Now; 0: nobody has entered anything
	By     string            // full name of who saved it
	At     time.Time
	Fields []string // in which people come to the commune
}

// Settlement is the table of a month, no month the newest that has begun.
func (a *App) Settlement(ctx context.Context, by Person, plan string, m value.Month) (SettlementBook, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return SettlementBook{}, err
	}
	return a.settlement(ctx, plan, m)
}

func (a *App) settlement(ctx context.Context, plan string, m value.Month) (SettlementBook, error) {
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return SettlementBook{}, err
	}
	out := SettlementBook{Plan: p, Months: p.Months(a.Today())}
	if m.IsZero() && len(out.Months) > 0 {
		m = out.Months[len(out.Months)-1]
	}
	calendar, err := a.Calendar(ctx)
	if err != nil {
		return out, err
	}
	out.Period = review.PeriodOf(p, m, calendar)
	out.Now, out.Before = review.Settlement{Month: m}, review.Settlement{Month: m.Add(-1)}
	all, err := a.store.Settlements(ctx, p.ID)
	if err != nil {
		return out, err
	}
	for _, s := range all {
		switch s.Value.Month {
		case m:
			out.Now, out.Number, out.At = s.Value, s.Number, s.At
			if out.By, err = a.shownName(ctx, s.Author); err != nil {
				return out, err
			}
		case out.Before.Month:
			out.Before = s.Value
		}
	}
	out.Fields, err = a.settlementFields(ctx)
	return out, err
}

// settlementFields are the fields of the public procedures in force that the commune receives or decides, in Vietnamese
// order.
func (a *App) settlementFields(ctx context.Context) (out []string, _ error) {
	ours := store.Filter{Kind: catalog.Public, Status: catalog.InForce, Ours: store.AnyOurs}
	heads, err := a.store.ProcedureHeads(ctx, ours)
	if err != nil {
		return nil, err
	}
	for _, h := range heads {
		if h.Field != "" && !slices.Contains(out, h.Field) {
			out = append(out, h.Field)
		}
	}
	viet.SortBy(out, func(s string) string { return s })
	return out, nil
}

// SaveSettlement saves a table as the version after base, and says whether it differs from what stands. It refuses one
// that does not come out (review.CheckSettlement); *value.Conflict where another version stands.
func (a *App) SaveSettlement(
	ctx context.Context, by Person, plan string, s review.Settlement, base int,
) (saved bool, err error) {
	if err := by.must(account.EnterFigures); err != nil {
		return false, err
	}
	now, err := a.settlement(ctx, plan, s.Month)
	if err != nil {
		return false, err
	}
	if err := now.Plan.TakesWork(); err != nil {
		return false, err
	}
	problems := review.CheckMonth(now.Plan, s.Month, a.Today())
	if err := append(problems, review.CheckSettlement(s)...).Err(); err != nil {
		return false, err
	}
	if base == now.Number && slices.EqualFunc(s.Rows, now.Now.Rows, sameFiles) {
		return false, nil
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		_, err := tx.SaveSettlement(ctx, now.Plan.ID, s, base)
		return err
	})
	return err == nil, err
}

func sameFiles(a, b review.FieldFiles) bool {
	same := a.Field == b.Field && len(a.Files) == len(b.Files)
	for id, n := range a.Files {
		m, there := b.Files[id]
		same = same && there && m == n
	}
	return same
}

// PastedFiles is a line of a table that was pasted or sent: the cells as they stand there, by column.
type PastedFiles struct {
	Field string
	Cells map[string]string
}

// ReadSettlement reads a table of files by field: a number in front, the field, then all columns or those that are no
// totals. Heads and the line of totals are left out. Nothing is saved.
func (a *App) ReadSettlement(raw []byte) ([]PastedFiles, error) {
	rows, err := exchange.ReadCells(raw)
	if err != nil {
		return nil, err
	}
	type line struct {
		field string
		cells []string
	}
	var lines []line
	widest := 0
	for _, row := range rows {
		field, cells := splitFiles(row)
		if field == "" || strings.HasPrefix(viet.Fold(field), "tong") {
			continue
		}
		lines, widest = append(lines, line{field, cells}), max(widest, len(cells))
	}
	var columns []review.SettlementColumn
	for _, c := range review.SettlementColumns {
		if widest > 8 || c.Sums == nil {
			columns = append(columns, c)
		}
	}
	switch {
	case len(lines) == 0:
		return nil, value.Problems{{Field: "paste", Code: "settlement.no_rows"}}
	case widest > len(columns):
		return nil, value.Problems{{Field: "paste", Code: "settlement.columns", Args: []any{widest}}}
	}
	var out []PastedFiles
	for _, l := range lines {
		p := PastedFiles{Field: l.field, Cells: map[string]string{}}
		for i, cell := range l.cells {
			p.Cells[columns[i].ID] = cell
		}
		out = append(out, p)
	}
	return out, nil
}

// splitFiles parts a line into its field and the counts behind it; no field where it is a head or has no counts.
func splitFiles(row []string) (field string, cells []string) {
	isCount := func(cell string) bool {
		_, err := viet.ParseCount(cell)
		return err == nil
	}
	at := 0
	if len(row) > 1 && (isCount(row[0]) || strings.TrimSpace(row[0]) == "") {
		at = 1
	}
	if len(row) <= at || isCount(row[at]) {
		return "", nil
	}
	cells = slices.Clone(row[at+1:])
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if !slices.ContainsFunc(cells, isCount) {
		return "", nil
	}
	return viet.Clean(row[at]), cells
}

// WriteSettlement writes the table of a month as a workbook.
func (a *App) WriteSettlement(ctx context.Context, by Person, plan string, m value.Month, w io.Writer) error {
	b, err := a.Settlement(ctx, by, plan, m)
	if err != nil {
		return err
	}
	return WriteSheet(w, report.SettlementTitle(b.Period), report.SettlementTable(b.Now))
}

// settledFiles puts the table of files by field into a monthly report, where figures were entered.
func (a *App) settledFiles(ctx context.Context, in *report.Monthly) error {
	b, err := a.settlement(ctx, string(in.Plan.ID), in.Period.Month)
	in.Settlement = b.Now
	return err
}
