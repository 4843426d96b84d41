package app

import (
	"context"
	"encoding/json"
	"io"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

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

// SentReport is a report that went out as people look it up.
type SentReport struct {
	IssuedReport
	Plan   review.Plan
	Month  value.Month // that it is on; none: of no month
	Symbol string      // its whole number: "05/BC-UBND"
}

// SentReport is one report that went out; value.ErrNotFound where there is none.
func (a *App) SentReport(ctx context.Context, by Person, id int64) (SentReport, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return SentReport{}, err
	}
	r, err := a.store.Report(ctx, id)
	if err != nil {
		return SentReport{}, err
	}
	out := SentReport{IssuedReport: r}
	var f issuedFigures
	if err := json.Unmarshal(r.Figures, &f); err != nil {
		return out, err
	}
	out.Month = f.Month
	if out.Symbol, err = fullNumber(r); err != nil {
		return out, err
	}
	out.Plan, _, err = a.Plan(ctx, string(r.Plan))
	return out, err
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
