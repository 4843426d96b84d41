package app

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Each kind goes out from its page, stays as it was, and what it fulfils is noted once.
func TestIssueReport_Fulfils(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	day := value.MustDate("2024-07-15")
	for i, tt := range []struct {
		o    ReportOptions
		done map[string]string // Due.ID: day on which it is done
		says string
	}{
		{ReportOptions{Kind: "review-plan", Campaign: review.CampaignInternalB}, nil, "Theo Kế hoạch 29/KH-UBND, mục III.1"},
		{ReportOptions{Kind: "internal-list"}, nil, "nhóm B 12 thủ tục"},
		{ReportOptions{Kind: "indicators"}, nil, "tháng 6/2024"},
		{ReportOptions{Kind: "review-summary", Campaign: review.CampaignPublic}, map[string]string{"D1": "2024-06-18"}, "Kết quả rà soát"}, // noted before: that paper stays
		{ReportOptions{Kind: "monthly", Month: value.MustMonth("2024-07")}, map[string]string{"D4/2024-07": "2024-07-15", "D4/2024-06": "2024-06-14"}, "tháng 7 năm 2024"},
	} {
		tt.o.Number, tt.o.Date = strconv.Itoa(61+i), day
		id, err := a.IssueReport(ctx, officePerson, tt.o)
		if err != nil {
			t.Fatalf("%s: %v", tt.o.Kind, err)
		}
		if got := issuedText(t, a, id); !strings.Contains(got, tt.says) || !strings.Contains(got, tt.o.Number+"/") {
			t.Errorf("%s does not say %q:\n%s", tt.o.Kind, tt.says, got)
		}
		d, err := a.Timeline(ctx, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, due := range d.Dues {
			if want, asked := tt.done[due.ID]; asked && due.Done.String() != want {
				t.Errorf("after %s, %s is done on %q, want %q", tt.o.Kind, due.ID, due.Done, want)
			}
		}
	}
	if _, err := a.IssueReport(ctx, officePerson, ReportOptions{
		Kind:     "review-plan",
		Campaign: "x",
		Number:   "62",
		Date:     day,
	}); codeOf(err) != "campaign.unknown" {
		t.Errorf("a campaign that is none: %v", err)
	}
}

// The list of internal procedures is the one of its day: what was repealed later still stands on it.
func TestInternalList_OnItsDay(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	v, err := a.Procedure(ctx, officePerson.Reader(), "NB-01")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Repeal(ctx, officePerson, "NB-01", "70/QĐ-UBND", value.MustDate("2024-07-10"), "Không còn dùng.",
		v.Number); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]string{"2024-07-09": "nhóm B 12 thủ tục", "2024-07-10": "nhóm B 11 thủ tục"} {
		var page bytes.Buffer
		if err := a.Report(ctx, &page, ReportOptions{
			Kind:   "internal-list",
			Format: "html",
			Date:   value.MustDate(on),
		}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page.String(), want) {
			t.Errorf("on %s the list does not say %q", on, want)
		}
	}
}

// A report on a campaign that is not through is no report on its results: the plan's date stays open.
func TestIssueReport_NotThrough(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	plan, _, err := a.Plan(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.MarkDone(ctx, officePerson, string(plan.ID), "D1", "", value.Date{}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.IssueReport(ctx, officePerson, ReportOptions{
		Kind: "review-summary", Number: "61", Date: DemoDay,
	}); err != nil {
		t.Fatal(err)
	}
	noted, err := a.store.Issued(ctx, plan.ID)
	if err != nil {
		t.Fatal(err)
	}
	if day, done := noted["D1"]; done {
		t.Errorf("with 8 of 12 procedures reviewed D1 is done on %s", day)
	}
}
