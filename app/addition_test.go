package app

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// office is somebody of the office, as whom the tests act.
var officePerson = Person{Name: "office", Roles: []account.Role{account.Office}}

// D2 from the list handed down to the announcement: what was announced may enter a campaign that starts later.
func TestAdditions_FromListToAnnouncement(t *testing.T) {
	a := openTest(t)
	ctx := t.Context()
	plan, _, err := a.Plan(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	table := "STT\tTên thủ tục hành chính nội bộ\tLĩnh vực\n1\tGiải quyết nghỉ phép hằng năm, nghỉ việc riêng của " +
		"cán bộ, công chức\tTổ chức cán bộ\n2\tCấp phát bảo hộ lao động\tTổ chức cán bộ\n"
	if err := a.TakeHandedList(ctx, Person{
		Name:  "hoa",
		Roles: []account.Role{account.Reviewer},
	}, plan.ID, "x", []byte(table), 0); err != value.ErrForbidden {
		t.Errorf("a reviewer took a list: %v", err)
	}
	if err := a.TakeHandedList(ctx, officePerson, plan.ID, "Công văn 221", []byte(table), 0); err != nil {
		t.Fatal(err)
	}
	b, err := a.Additions(ctx, "")
	if err != nil || len(b.Lines) != 2 || b.Lines[0].Match != review.OnlyTypical || b.Lines[0].Own != "TB-01" ||
		b.Lines[1].Match != review.NotThere {
		t.Fatalf("%+v %v", b.Lines, err)
	}
	codes, err := a.DraftFromHanded(ctx, officePerson, plan.ID, []int{1}, "phát sinh thường xuyên", b.Version)
	if err != nil || !slices.Equal(codes, []catalog.Code{"NB-01"}) {
		t.Fatal(codes, err)
	}
	if err := a.IssueAdditions(ctx, officePerson, plan.ID, "31/TTr-UBND", value.MustDate("2024-04-22"),
		2); codeOf(err) != "addition.decider_missing" {
		t.Errorf("issued without who decides: %v", err)
	}
	if err := a.SaveAdditions(ctx, officePerson, plan.ID, []review.Addition{{
		Procedure: "TB-02",
		Reason:    "phát sinh",
	}}, 1); err == nil {
		t.Error("saved over a newer version")
	}
	if err := a.SaveAdditions(ctx, officePerson, plan.ID, []review.Addition{{Procedure: "TB-99"}},
		2); codeOf(err) != "procedure.unknown" {
		t.Errorf("saved with a procedure that is not in the catalogue: %v", err)
	}
	if err := a.SaveAdditions(ctx, officePerson, plan.ID, []review.Addition{{
		Procedure: "TB-02",
		Reason:    "phát sinh",
	}}, 2); err != nil {
		t.Fatal(err)
	}
	before, err := a.Targets(ctx, "", value.MustDate("2024-04-30"))
	if err != nil {
		t.Fatal(err)
	}
	if err := a.IssueAdditions(ctx, officePerson, plan.ID, "31/TTr-UBND", value.MustDate("2024-04-22"), 3); err != nil {
		t.Fatal(err)
	}
	after, err := a.Targets(ctx, "", value.MustDate("2024-04-30"))
	if err != nil {
		t.Fatal(err)
	}
	if got := [2]int64{issuedCount(before), issuedCount(after)}; got != [2]int64{0, 1} {
		t.Errorf("target before and after the request: %v", got)
	}
	if err := a.AnnounceAdditions(ctx, officePerson, plan.ID, review.DecisionRef{
		Number: "900/QĐ-UBND",
		Date:   value.MustDate("2024-05-10"),
	}, "UBND tỉnh Quảng Trị", value.Date{}, 4); err != nil {
		t.Fatal(err)
	}
	v, err := a.Procedure(ctx, Reader{Official: true}, "TB-02")
	if err != nil || review.Ineligible(v.Procedure, review.ScopeInternalB) != "" ||
		v.Procedure.Decision.By != "UBND tỉnh Quảng Trị" || v.Author != "office" ||
		!strings.Contains(v.Reason, "900/QĐ-UBND") {
		t.Errorf("%+v %v", v, err)
	}
	var doc bytes.Buffer
	if err := a.Report(ctx, &doc, ReportOptions{
		Kind:   "additions",
		Format: "html",
	}); err != nil || !strings.Contains(doc.String(), v.Procedure.Name) ||
		!strings.Contains(doc.String(), "ngày 22 tháng 4 năm 2024") {
		t.Errorf("the document lacks what went out: %v", err)
	}
	if _, err := a.Procedure(ctx, Reader{}, catalog.Code("NB-01")); err == nil {
		t.Error("everybody sees an internal draft")
	}
}

// Thirty lines are drafted in one step, each with its own code and, where a typical procedure has that name, with what
// it says; a line that the commune has is refused by name and nothing of the others is kept.
func TestDraftFromHanded_Many(t *testing.T) {
	a := openTest(t)
	ctx := t.Context()
	plan, _, err := a.Plan(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	table := "Tên thủ tục\tLĩnh vực\n" +
		"Giải quyết nghỉ phép hằng năm, nghỉ việc riêng của cán bộ, công chức\tTổ chức cán bộ\n"
	chosen := []int{0}
	for i := 1; i < 30; i++ {
		table += strings.Repeat("Cấp phát vật dụng ", i) + "\tVăn phòng\n"
		chosen = append(chosen, i)
	}
	if err := a.TakeHandedList(ctx, officePerson, plan.ID, "Công văn 221", []byte(table), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := a.DraftFromHanded(ctx, officePerson, plan.ID, nil, "", 1); codeOf(err) != "additions.no_line" {
		t.Errorf("nothing chosen: %v", err)
	}
	codes, err := a.DraftFromHanded(ctx, officePerson, plan.ID, chosen, "Phát sinh hằng tháng", 1)
	if err != nil || len(codes) != 30 || codes[0] != "NB-01" || codes[29] != "NB-30" {
		t.Fatal(codes, err)
	}
	b, err := a.Additions(ctx, "")
	if err != nil || len(b.Items) != 30 || b.Items[29].Reason != "Phát sinh hằng tháng" ||
		len(b.Items[0].Procedure.Steps) == 0 || len(b.Items[1].Procedure.Steps) != 0 {
		t.Errorf("%d asked for, %v", len(b.Items), err)
	}
	_, err = a.DraftFromHanded(ctx, officePerson, plan.ID, []int{3}, "", b.Version)
	if codeOf(err) != "additions.there" {
		t.Errorf("drafted what is there: %v", err)
	}
	if next, err := a.NextInternalCode(ctx); err != nil || next != "NB-31" {
		t.Errorf("a refused line left a draft: %s %v", next, err)
	}
}

func issuedCount(r review.TargetReport) int64 {
	for _, t := range r.Targets {
		if t.Metric == review.Issued {
			return t.Numerator
		}
	}
	return -1
}
