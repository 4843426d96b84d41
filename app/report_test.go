package app

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

// Every kind of report of the demo has tables whose rows cover their columns.
func TestReport_tables(t *testing.T) {
	a := openChecked(t)
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

// A number is printed once with its symbol, whatever was typed; the symbol of another kind is a mistake.
func TestReport_Number(t *testing.T) {
	a := openDemo(t)
	for typed, want := range map[string]string{
		"95": "Số: 95/BC-UBND", "095": "Số: 95/BC-UBND", "12/BC-UBND": "Số: 12/BC-UBND", "5": "Số: 05/BC-UBND",
	} {
		text := plainReport(t, a, ReportOptions{Kind: "indicators", Number: typed})
		if !strings.Contains(text, want) || strings.Contains(text, "BC-UBND/BC-UBND") {
			t.Errorf("%s is not printed as %s", typed, want)
		}
	}
	err := a.Report(t.Context(), io.Discard, ReportOptions{Kind: "indicators", Format: "html", Number: "5/QĐ-UBND"})
	if codeOf(err) != "paper.symbol" {
		t.Errorf("the symbol of another kind: %v", err)
	}
}

// Every kind of report of the demo is a file that Word and Excel read without repair, and its workbook has every table
// that the document has.
func TestReport_files(t *testing.T) {
	a := openChecked(t)
	dir := t.TempDir()
	var files []string
	for _, kind := range report.Kinds {
		for _, campaign := range []review.CampaignID{"", review.CampaignInternalB} {
			if campaign == "" && (kind == report.KindSubmission || kind == report.KindDecision) {
				continue // they are about one campaign
			}
			for _, format := range []string{"docx", "xlsx"} {
				o := ReportOptions{
					Kind:     string(kind),
					Format:   format,
					Campaign: campaign,
					Date:     DemoDay,
					Month:    value.MustMonth("2024-06"),
				}
				name := filepath.Join(dir, string(kind)+string(campaign)+"."+format)
				f, err := os.Create(name)
				if err == nil {
					err = errors.Join(a.Report(t.Context(), f, o), f.Close())
				}
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if files = append(files, name); format == "xlsx" {
					d, err := documents[kind](a, t.Context(), o)
					if err != nil {
						t.Fatal(err)
					}
					reporttest.CheckWorkbook(t, d, name)
				}
			}
		}
	}
	reporttest.CheckOffice(t, "../web/front", files...)
}
