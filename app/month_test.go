package app

import (
	"bytes"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// A month is written by the office and issued; what went out stays as it was when figures and words move.
func TestMonth_WrittenAndIssued(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	july := value.MustMonth("2024-07")
	b, err := a.Month(ctx, "", value.Month{})
	if err != nil || b.Period.Month != july || b.Last != july.Add(1) {
		t.Fatalf("on 15 July the page opens on %v, that of %v is open: %v", b.Period.Month, b.Last, err)
	}
	entry := review.MonthEntry{Month: july, Place: review.PlaceDirection, Text: "Ban hành công văn đôn đốc rà soát."}
	save := func(base int, entries ...review.MonthEntry) error {
		return a.SaveMonth(ctx, officePerson, b.Plan.ID, typedEntries(base, entries...))
	}
	chairman := Person{Name: "chairman", Roles: []account.Role{account.Chairman}}
	if err := a.SaveMonth(ctx, chairman, b.Plan.ID, typedEntries(0, entry)); err != value.ErrForbidden {
		t.Errorf("the chairman wrote: %v", err)
	}
	task := review.MonthEntry{
		Month:   july,
		Place:   "task/III.2-1",
		State:   review.TaskUnderWay,
		Figures: []review.MonthFigure{{Name: "Văn bản gửi điện tử", Value: 124_0000, Unit: "văn bản"}},
	}
	if err := save(0, entry, task); err != nil {
		t.Fatal(err)
	}
	future := review.MonthEntry{Month: july.Add(2), Place: review.PlaceNext, Text: "x"}
	if err := save(0, future); codeOf(err) != "month.future" {
		t.Errorf("wrote a month to come: %v", err)
	}
	o := ReportOptions{Kind: "monthly", Month: july, Number: "45", Date: value.MustDate("2024-07-15")}
	id, err := a.IssueReport(ctx, officePerson, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.IssueReport(ctx, officePerson, o); codeOf(err) != "paper.taken" {
		t.Errorf("a number given twice: %v", err)
	}
	if _, err := a.IssueReport(ctx, officePerson, ReportOptions{
		Kind:  "monthly",
		Month: july,
		Date:  value.MustDate("2024-07-16"),
	}); codeOf(err) != "paper.missing" {
		t.Errorf("issued without number, tomorrow: %v", err)
	}
	was := issuedText(t, a, id)
	for _, want := range []string{"Số: 45/BC-UBND", "từ ngày 15/6/2024 đến ngày 14/7/2024", "Ban hành công văn đôn đốc rà soát.", "văn bản gửi điện tử 124 văn bản", "25,00% (3/12 thủ tục)"} {
		if !strings.Contains(was, want) {
			t.Errorf("the issued report does not say %q", want)
		}
	}
	entry.Text = "Đã sửa."
	if err := save(1, entry); err != nil {
		t.Fatal(err)
	}
	if issuedText(t, a, id) != was {
		t.Error("the issued report moved")
	}
	again, err := a.Month(ctx, "", july)
	if err != nil || len(again.Issued) != 1 || again.Issued[0].Number != "45" {
		t.Errorf("%+v %v", again.Issued, err)
	}
}

// typedEntries are entries as they come from a page that was opened at a version.
func typedEntries(base int, entries ...review.MonthEntry) []TypedEntry {
	var out []TypedEntry
	for _, e := range entries {
		out = append(out, TypedEntry{MonthEntry: e, Base: base})
	}
	return out
}

// issuedText is the text of an issued Word document.
func issuedText(t *testing.T, a *App, id int64) string {
	t.Helper()
	return issuedWord(t, a, id).plain()
}

// A section has no letterhead and no signature; a draft stands ready before anything was written.
func TestMonthlyReport_Section(t *testing.T) {
	a := openDemo(t)
	for section, want := range map[bool]bool{false: true, true: false} {
		var page bytes.Buffer
		if err := a.Report(t.Context(), &page, ReportOptions{
			Kind:    "monthly",
			Format:  "html",
			Month:   value.MustMonth("2024-07"),
			Section: section,
		}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(page.String(), "Độc lập - Tự do - Hạnh phúc"); got != want {
			t.Errorf("section %v: letterhead %v", section, got)
		}
		if !strings.Contains(page.String(), "KHÓ KHĂN, VƯỚNG MẮC") {
			t.Error("no place for difficulties")
		}
	}
}
