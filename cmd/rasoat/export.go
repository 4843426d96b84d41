package main

import (
	"bytes"
	"os"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
)

// exportCmd writes the catalogue, or a campaign with its reviews.
type exportCmd struct {
	Format   string `required:"" enum:"jsonl,campaign,csv,xlsx,cpsv-jsonld"`
	Out      string `required:"" placeholder:"FILE"`
	Plan     string `placeholder:"P"`
	Campaign string `placeholder:"C"`
	JSON     bool
}

// Run is the command. The file appears whole or not at all.
func (c *exportCmd) Run(w *world) error {
	if c.Format != "jsonl" && c.Format != "campaign" {
		return errUsage{value.Problems{{Field: c.Format, Code: "not_built"}}}
	}
	return w.withApp(false, func(a *app.App) error {
		var b bytes.Buffer
		var err error
		if c.Format == "campaign" {
			err = a.ExportCampaign(w.ctx, &b, c.Plan, review.CampaignID(c.Campaign))
		} else {
			_, err = a.ExportCatalogue(w.ctx, &b)
		}
		if err != nil {
			return planSentence(err, c.Plan)
		}
		return w.deliver(c.Out, b.Bytes(), c.JSON)
	})
}

// deliver writes a finished file, or prints it where out is "-".
func (w *world) deliver(out string, body []byte, asJSON bool) error {
	if out == "-" {
		_, err := w.out.Write(body)
		return err
	}
	if err := os.WriteFile(out, body, 0o644); err != nil {
		return err
	}
	if asJSON {
		return w.print(map[string]any{"file": out, "bytes": len(body)})
	}
	return nil
}
