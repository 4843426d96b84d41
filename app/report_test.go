package app

import (
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

// Every kind of report of the demo has tables whose rows cover their columns.
func TestReport_tables(t *testing.T) {
	a := openDemo(t)
	for _, kind := range report.Kinds {
		for _, campaign := range []review.CampaignID{"", review.CampaignInternalB} {
			if campaign == "" && (kind == report.KindSubmission || kind == report.KindDecision) {
				continue // they are about one campaign
			}
			o := ReportOptions{Kind: string(kind), Campaign: campaign, Date: DemoDay, Month: value.MustMonth("2024-06")}
			d, err := documents[kind](a, t.Context(), o)
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			t.Run(string(kind)+" "+string(campaign), func(t *testing.T) { reporttest.CheckTables(t, d) })
		}
	}
}
