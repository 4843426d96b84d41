package main

import "testing"

// The office issues reports from the page of reports: a refused form keeps what was typed, and what went out is listed
// and can be opened.
func TestBrowser_IssueReport(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/bao-cao").Press("Lấy số, ban hành kế hoạch rà soát").Look("reports")
	v.Fill("Số văn bản (kế hoạch rà soát)", "12").Fill("Ngày ban hành (kế hoạch rà soát)", "31/6/2024").
		Fill("Đợt rà soát (kế hoạch rà soát)", "internal-b")
	v.Press("Ban hành kế hoạch rà soát").See("31/6/2024").Look("reports-refused")
	n, c := v.Value("Số văn bản (kế hoạch rà soát)"), v.Value("Đợt rà soát (kế hoạch rà soát)")
	if n != "12" || c != "internal-b" {
		t.Errorf("after the refusal the form holds %q, %q", n, c)
	}
	v.Fill("Ngày ban hành (kế hoạch rà soát)", "15/7/2024").Press("Ban hành kế hoạch rà soát").See("12/KH-UBND")
	v.Press("Ban hành báo cáo").See("Đã ban hành").See("12 ngày 15/7/2024")
	if raw := v.Download("/bao-cao/da-phat-hanh/1"); len(raw) < 1000 || string(raw[:2]) != "PK" {
		t.Errorf("%d bytes went out", len(raw))
	}
}
