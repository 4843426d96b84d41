package app

import (
	"bytes"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// The demo's reviews of online services, and the line of the monthly report: it says what a sum over the entered steps
// says, and moves with the period.
func TestRestructurings_InTheMonthlyReport(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	all, err := a.Restructurings(ctx, officePerson, "")
	if err != nil || len(all.List) != 3 {
		t.Fatalf("%d reviews, %v", len(all.List), err)
	}
	papers := map[bool]int{}
	for _, r := range all.List {
		if r.State != review.Approved {
			continue
		}
		for _, x := range r.Before.Steps {
			papers[false] += x.Papers
		}
		for _, x := range r.After.Steps {
			papers[true] += x.Papers
		}
	}
	if papers[false] != 8 || papers[true] != 3 {
		t.Fatalf("the demo's papers: %v", papers)
	}
	for month, want := range map[string]string{
		"2024-06": "Trong kỳ rà soát 00 dịch vụ công trực tuyến, phê duyệt phương án 00 dịch vụ; lũy kế rà soát 00, phê duyệt 00, đã thực thi 00.",
		"2024-07": "Trong kỳ rà soát 01 dịch vụ công trực tuyến, phê duyệt phương án 01 dịch vụ; lũy kế rà soát 01, phê duyệt 01, đã thực thi 00; cộng các dịch vụ đã phê duyệt, mỗi lượt người dân thực hiện: số bước từ 5 còn 3, số lần đi lại từ 3 còn 1, giấy tờ từ 8 còn 3, thông tin khai lại từ 14 còn 2.",
		"2024-08": "Trong kỳ rà soát 01 dịch vụ công trực tuyến, phê duyệt phương án 00 dịch vụ; lũy kế rà soát 02, phê duyệt 01, đã thực thi 00;",
	} {
		var page bytes.Buffer
		if err := a.Report(ctx, &page, ReportOptions{Kind: "monthly", Format: "html", Month: value.MustMonth(month)}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page.String(), want) {
			t.Errorf("the report of %s does not say %q", month, want)
		}
		if strings.Contains(page.String(), "lấy người dùng làm trung tâm: chưa bắt đầu") {
			t.Errorf("the report of %s says of what its register counts that it has not begun", month)
		}
	}
	if _, err := a.Restructurings(ctx, Person{}, ""); err != value.ErrForbidden {
		t.Errorf("nobody lists: %v", err)
	}
	if err := a.SaveRestructuring(ctx, Person{Name: "chairman", Roles: []account.Role{account.Chairman}}, 3, 1, review.Restructuring{}); err != value.ErrForbidden {
		t.Errorf("the chairman writes: %v", err)
	}
	path, err := a.RestructuringPath(ctx, officePerson, 1)
	if err != nil || len(path) != 4 || path[3].State != review.Approved || path[3].By != "chairman" {
		t.Errorf("%+v, %v", path, err)
	}
}
