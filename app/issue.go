package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/docx"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// IssuedReport is a report that went out: frozen with its number, date, figures and bytes.
type IssuedReport = store.Issued

// issuedFigures is what an issued report keeps beside its bytes: of which month it is, and everything it printed.
type issuedFigures struct {
	Month   value.Month           `json:"month,omitzero"`
	Targets []review.TargetResult `json:"targets,omitempty"` // of a monthly report: what the next one compares with
	// of a submission: on which campaign it is, and what it asks to be decided
	Campaign   review.CampaignID `json:"campaign,omitempty"`
	Procedures []catalog.Code    `json:"procedures,omitempty"`
	Document   json.RawMessage   `json:"document"`
}

// IssueReport freezes a report under its number and date: the Word document as it is now and the figures it printed.
// Later changes move neither. No two papers of a symbol and year have one number. Dates of the plan that the report
// fulfils by going out are noted as done, unless somebody noted another paper for them.
//
//	report.kind paper.missing paper.number paper.symbol paper.taken report.date_missing date.future month.future
func (a *App) IssueReport(ctx context.Context, by Person, o ReportOptions) (int64, error) {
	out, err := a.outgoing(ctx, by, o)
	if err != nil {
		return 0, err
	}
	return a.freezeReport(ctx, by, out)
}

// outgoing fills a report under the number and date that it is to have, once they are found in order.
func (a *App) outgoing(ctx context.Context, by Person, o ReportOptions) (out Outgoing, err error) {
	if err := by.must(account.IssueReport); err != nil {
		return out, err
	}
	if out.plan, _, err = a.Plan(ctx, o.Plan); err != nil {
		return out, err
	}
	if err := out.plan.TakesWork(); err != nil {
		return out, err
	}
	if !HasReport(o.Kind) {
		return out, value.Problems{{Field: "kind", Code: "report.kind", Args: []any{o.Kind}}}
	}
	number, err := a.checkIssue(o)
	if err != nil {
		return out, err
	}
	o.Plan, o.Number = string(out.plan.ID), number.Digits()
	if o.Month, err = a.monthIssued(ctx, out.plan, o); err != nil {
		return out, err
	}
	out.options = o
	if out.document, out.targets, err = a.fillReport(ctx, o); err != nil {
		return out, err
	}
	var wrong value.Problems
	if out.Number, wrong = number.Of(out.document.Letterhead.NumberSuffix); len(wrong) > 0 {
		return out, wrong
	}
	out.dates, err = a.fulfilledBy(ctx, out.plan, o)
	return out, err
}

// freezeReport keeps the document of a report and the figures it prints.
func (a *App) freezeReport(ctx context.Context, by Person, out Outgoing) (id int64, err error) {
	o := out.options
	var file bytes.Buffer
	if err := docx.Write(&file, out.document); err != nil {
		return 0, err
	}
	printed, err := json.Marshal(out.document)
	if err != nil {
		return 0, err
	}
	kept := issuedFigures{Month: o.Month, Targets: out.targets, Document: printed}
	if kept.Campaign, kept.Procedures, err = a.submittedIn(ctx, o); err != nil {
		return 0, err
	}
	figures, err := json.Marshal(kept)
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
			Plan:    out.plan.ID,
			Kind:    o.Kind,
			Number:  o.Number,
			Date:    o.Date,
			Title:   out.document.Title,
			Figures: figures,
			Docx:    sha,
		})
		if err != nil {
			return err
		}
		paper := store.Paper{Number: out.Number, Date: o.Date, Item: fmt.Sprintf("report %d", id)}
		if err := tx.TakeNumber(ctx, paper); err != nil {
			return err
		}
		return noteFulfilled(ctx, tx, out.plan.ID, out.dates, o.Date, out.Number.String())
	})
	return id, err
}

// submittedIn is what a submission asks to be decided: the campaign, and the keys of the procedures. Nothing of others.
func (a *App) submittedIn(ctx context.Context, o ReportOptions) (c review.CampaignID, all []catalog.Code, err error) {
	if report.Kind(o.Kind) != report.KindSubmission {
		return "", nil, nil
	}
	in, err := a.submitted(ctx, o)
	for _, s := range in.Standings {
		all = append(all, s.Item.Code.Key())
	}
	return in.Campaign.ID, all, err
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
		calendar, err := a.Calendar(ctx)
		if err != nil {
			return o.Month, err
		}
		if o.Month.IsZero() {
			o.Month = review.LastPeriod(p, o.Date, calendar).Month
		}
		return o.Month, review.CheckReportMonth(p, o.Month, review.CurrentPeriod(p, a.Today(), calendar).Month).Err()
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

// issuedOf lists those of a kind and a month, newest first, with those that were taken back.
func (a *App) issuedOf(ctx context.Context, plan review.PlanID, kind string, m value.Month) ([]IssuedReport, error) {
	all, err := a.store.Reports(ctx, plan)
	if err != nil {
		return nil, err
	}
	var out []IssuedReport
	for _, r := range all {
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

// standingOf are the reports that were not taken back.
func standingOf(issued []IssuedReport) []IssuedReport {
	isWithdrawn := func(r IssuedReport) bool { return r.Withdrawn != nil }
	return slices.DeleteFunc(slices.Clone(issued), isWithdrawn)
}

// issuedTargets are the targets as the newest monthly report of a month printed them, by their ids; none where no
// report of that month went out.
func (a *App) issuedTargets(
	ctx context.Context, plan review.PlanID, m value.Month,
) (map[string]review.TargetResult, error) {
	out := map[string]review.TargetResult{}
	issued, err := a.issuedOf(ctx, plan, string(report.KindMonthly), m)
	standing := standingOf(issued)
	if err != nil || len(standing) == 0 {
		return out, err
	}
	var f issuedFigures
	if err := json.Unmarshal(standing[0].Figures, &f); err != nil {
		return nil, err
	}
	for _, t := range f.Targets {
		out[t.ID] = t
	}
	return out, nil
}
