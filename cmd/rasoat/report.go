package main

import (
	"bytes"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// reportCmd writes a report.
type reportCmd struct {
	Kind      string `arg:""`
	Format    string `required:"" enum:"docx,xlsx,html,pdf"`
	Out       string `required:"" placeholder:"FILE"`
	Plan      string `placeholder:"P"`
	Campaign  string `placeholder:"C"`
	Procedure string `placeholder:"CODE"`
	Number    string `placeholder:"N"`
	Date      string `placeholder:"YYYY-MM-DD"`
	Month     string `placeholder:"YYYY-MM"`
	Section   bool
	JSON      bool
}

// notBuilt are formats that interface.md names and that come later: exit status 2.
var notBuilt = map[string]bool{"pdf": true}

// Run is the command. The file appears whole or not at all.
func (c *reportCmd) Run(w *world) error {
	o := app.ReportOptions{
		Kind:      c.Kind,
		Format:    c.Format,
		Plan:      c.Plan,
		Campaign:  review.CampaignID(c.Campaign),
		Procedure: catalog.Code(c.Procedure),
		Number:    c.Number,
		Section:   c.Section,
	}
	if notBuilt[c.Format] {
		return errUsage{value.Problems{{Field: c.Format, Code: "not_built"}}}
	}
	if c.Date != "" {
		d, err := value.ParseDate(c.Date)
		if err != nil {
			return errUsage{value.Problems{{Field: "--date", Code: "date.form", Args: []any{c.Date}}}}
		}
		o.Date = d
	}
	if c.Month != "" {
		m, err := value.ParseMonth(c.Month)
		if err != nil {
			return errUsage{value.Problems{{Field: "--month", Code: "month.form", Args: []any{c.Month}}}}
		}
		o.Month = m
	}
	return w.withApp(false, func(a *app.App) error {
		var b bytes.Buffer
		if err := a.Report(w.ctx, &b, o); err != nil {
			return planSentence(err, c.Plan)
		}
		return w.deliver(c.Out, b.Bytes(), c.JSON)
	})
}
