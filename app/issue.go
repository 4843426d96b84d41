package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"rasoat/account"
	"rasoat/report"
	"rasoat/report/docx"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// IssuedReport is a report that went out: frozen with its number, date, figures and bytes.
type IssuedReport = store.Issued

// issuedFigures is what an issued report keeps beside its bytes: of which month it is, and everything it printed.
type issuedFigures struct {
	Month    value.Month           `json:"month,omitzero"`
	Targets  []review.TargetResult `json:"targets,omitempty"` // of a monthly report: what the next one compares with
	Document json.RawMessage       `json:"document"`
}

// IssueReport freezes a report under its number and date: the Word document as it is now and the figures it printed.
// Later changes move neither. No two papers of a symbol and year have one number. Dates of the plan that the report
// fulfils by going out are noted as done, unless somebody noted another paper for them.
//
//	report.kind paper.missing paper.number paper.symbol paper.taken report.date_missing date.future
func (a *App) IssueReport(ctx context.Context, by Person, o ReportOptions) (int64, error) {
	if err := by.must(account.IssueReport); err != nil {
		return 0, err
	}
	plan, _, err := a.Plan(ctx, o.Plan)
	if err != nil {
		return 0, err
	}
	if err := plan.TakesWork(); err != nil {
		return 0, err
	}
	if !HasReport(o.Kind) {
		return 0, value.Problems{{Field: "kind", Code: "report.kind", Args: []any{o.Kind}}}
	}
	number, err := a.checkIssue(o)
	if err != nil {
		return 0, err
	}
	o.Plan, o.Number = string(plan.ID), number.Digits()
	if o.Month, err = a.monthIssued(ctx, plan, o); err != nil {
		return 0, err
	}
	return a.freezeReport(ctx, by, plan, o, number)
}

// freezeReport keeps the document of a report and the figures it prints, under the number and date that were checked.
func (a *App) freezeReport(
	ctx context.Context, by Person, plan review.Plan, o ReportOptions, number review.PaperNumber,
) (id int64, err error) {
	d, targets, err := a.fillReport(ctx, o)
	if err != nil {
		return 0, err
	}
	number, wrong := number.Of(d.Letterhead.NumberSuffix)
	if len(wrong) > 0 {
		return 0, wrong
	}
	var file bytes.Buffer
	if err := docx.Write(&file, d); err != nil {
		return 0, err
	}
	printed, err := json.Marshal(d)
	if err != nil {
		return 0, err
	}
	figures, err := json.Marshal(issuedFigures{Month: o.Month, Targets: targets, Document: printed})
	if err != nil {
		return 0, err
	}
	fulfilled, err := a.fulfilledBy(ctx, plan, o)
	if err != nil {
		return 0, err
	}
	name := o.Kind + "-" + o.Number + ".docx"
	sha, size, err := a.store.PutFile(ctx, &file, name)
	if err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		if err := tx.SaveFile(ctx, store.File{SHA: sha, Name: name, Size: size}); err != nil {
			return err
		}
		id, err = tx.InsertReport(ctx, store.Issued{
			Plan:    plan.ID,
			Kind:    o.Kind,
			Number:  o.Number,
			Date:    o.Date,
			Title:   d.Title,
			Figures: figures,
			Docx:    sha,
		})
		if err != nil {
			return err
		}
		paper := store.Paper{Number: number, Date: o.Date, Item: fmt.Sprintf("report %d", id)}
		if err := tx.TakeNumber(ctx, paper); err != nil {
			return err
		}
		return noteFulfilled(ctx, tx, plan.ID, fulfilled, o.Date, o.Number+"/"+d.Letterhead.NumberSuffix)
	})
	return id, err
}

// fillReport is a report that goes out, with the targets that a monthly one prints.
func (a *App) fillReport(
	ctx context.Context, o ReportOptions,
) (d report.Document, targets []review.TargetResult, err error) {
	if report.Kind(o.Kind) != report.KindMonthly {
		d, err = documents[report.Kind(o.Kind)](a, ctx, o)
		return d, nil, err
	}
	in, err := a.monthly(ctx, o)
	if err != nil {
		return d, nil, err
	}
	for _, c := range in.Campaigns {
		targets = append(targets, c.Now...)
	}
	return in.Document(), targets, nil
}

// monthIssued is the month that a report is on: the one asked for, else the one that its document would choose.
func (a *App) monthIssued(ctx context.Context, p review.Plan, o ReportOptions) (value.Month, error) {
	switch report.Kind(o.Kind) {
	case report.KindMonthly:
		if o.Month.IsZero() {
			calendar, err := a.Calendar(ctx)
			return review.CurrentPeriod(p, o.Date, calendar).Month, err
		}
	case report.KindIndicators:
		if o.Month.IsZero() {
			return a.newestFigures(ctx, p, o.Date)
		}
	default:
		return value.Month{}, nil
	}
	return o.Month, nil
}

// fulfilledBy lists the dates of the plan that a report fulfils by going out. One on the results of a campaign does
// where the whole list is reviewed on its day.
func (a *App) fulfilledBy(ctx context.Context, p review.Plan, o ReportOptions) ([]string, error) {
	var paper review.Paper
	switch report.Kind(o.Kind) {
	case report.KindMonthly:
		paper.Month = o.Month
	case report.KindReviewSummary:
		s, err := a.planOn(ctx, string(p.ID), o.Date)
		if err != nil {
			return nil, err
		}
		for _, b := range s.boards {
			if (o.Campaign == "" || o.Campaign == b.Campaign.ID) && b.Reviewed.IsThrough() {
				paper.Campaigns = append(paper.Campaigns, b.Campaign.ID)
			}
		}
	}
	return paper.Fulfils(p), nil
}

// noteFulfilled notes dates of a plan as done by a report, unless another paper was noted for them.
func noteFulfilled(
	ctx context.Context, tx *store.Tx, plan review.PlanID, dates []string, on value.Date, number string,
) error {
	noted, err := tx.Issued(ctx, plan)
	if err != nil {
		return err
	}
	for _, id := range dates {
		if _, before := noted[id]; before {
			continue
		}
		if err := tx.MarkIssued(ctx, plan, id, number, on); err != nil {
			return err
		}
	}
	return nil
}

// checkIssue reads the number that a report is to have, and holds its date to today.
func (a *App) checkIssue(o ReportOptions) (review.PaperNumber, error) {
	number, out := review.ParsePaperNumber(o.Number)
	switch {
	case o.Date.IsZero():
		out.Add("date", "report.date_missing")
	case o.Date.After(a.Today()):
		out.Add("date", "date.future", a.Today())
	}
	return number, out.Err()
}

// IssuedReports lists the reports of a plan that went out, newest first.
func (a *App) IssuedReports(ctx context.Context, plan review.PlanID) ([]IssuedReport, error) {
	return a.store.Reports(ctx, plan)
}

// issuedOf lists those of a kind and a month that stand, newest first.
func (a *App) issuedOf(ctx context.Context, plan review.PlanID, kind string, m value.Month) ([]IssuedReport, error) {
	all, err := a.store.Reports(ctx, plan)
	if err != nil {
		return nil, err
	}
	var out []IssuedReport
	for _, r := range all {
		if r.Withdrawn != nil {
			continue
		}
		var f issuedFigures
		if err := json.Unmarshal(r.Figures, &f); err != nil {
			return nil, err
		}
		if r.Kind == kind && f.Month == m {
			out = append(out, r)
		}
	}
	return out, nil
}

// issuedTargets are the targets as the newest monthly report of a month printed them, by their ids; none where no
// report of that month went out.
func (a *App) issuedTargets(
	ctx context.Context, plan review.PlanID, m value.Month,
) (map[string]review.TargetResult, error) {
	out := map[string]review.TargetResult{}
	issued, err := a.issuedOf(ctx, plan, string(report.KindMonthly), m)
	if err != nil || len(issued) == 0 {
		return out, err
	}
	var f issuedFigures
	if err := json.Unmarshal(issued[0].Figures, &f); err != nil {
		return nil, err
	}
	for _, t := range f.Targets {
		out[t.ID] = t
	}
	return out, nil
}

// WithdrawReport takes an issued report back. It keeps its file and its number, which no other gets; the dates of the
// plan that were noted as done by it are open again.
//
//	reason.missing report.withdrawn
func (a *App) WithdrawReport(ctx context.Context, by Person, id int64, reason string) error {
	if err := by.must(account.IssueReport); err != nil {
		return err
	}
	r, err := a.store.Report(ctx, id)
	if err != nil {
		return err
	}
	if r.Withdrawn != nil {
		return value.Problems{{Code: "report.withdrawn", Args: []any{r.Withdrawn.Reason}}}
	}
	if reason = viet.CleanText(reason); reason == "" {
		return value.Problems{{Field: "reason", Code: "reason.missing"}}
	}
	number, err := fullNumber(r)
	if err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		if err := tx.WithdrawReport(ctx, id, reason); err != nil {
			return err
		}
		return tx.UnmarkIssued(ctx, r.Plan, number, r.Date)
	})
}

// fullNumber is number and symbol of an issued report, as they stand on it: "05/BC-UBND".
func fullNumber(r IssuedReport) (string, error) {
	var f issuedFigures
	var printed struct{ Letterhead struct{ NumberSuffix string } }
	if err := json.Unmarshal(r.Figures, &f); err != nil {
		return "", err
	}
	if err := json.Unmarshal(f.Document, &printed); err != nil {
		return "", err
	}
	return r.Number + "/" + printed.Letterhead.NumberSuffix, nil
}

// IssuedFile opens the Word document of an issued report, as it went out. The caller closes it.
func (a *App) IssuedFile(ctx context.Context, by Person, id int64) (IssuedReport, io.ReadCloser, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return IssuedReport{}, nil, err
	}
	r, err := a.store.Report(ctx, id)
	if err != nil {
		return IssuedReport{}, nil, err
	}
	f, err := a.store.OpenFile(r.Docx)
	return r, f, err
}
