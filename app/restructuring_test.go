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
		"2024-06": "dịch vụ công trực tuyến, chưa rà soát xong dịch vụ nào.",
		"2024-07": "Trong kỳ rà soát 01 dịch vụ công trực tuyến, phê duyệt phương án 01 dịch vụ; lũy kế rà soát 01, phê duyệt 01, đã thực thi 00; cộng các dịch vụ đã phê duyệt, mỗi lượt người dân thực hiện: số bước từ 5 còn 3, số lần đi lại từ 3 còn 1, giấy tờ từ 8 còn 3, thông tin khai lại từ 14 còn 2.",
		"2024-08": "Trong kỳ rà soát 01 dịch vụ công trực tuyến, phê duyệt phương án 00 dịch vụ; lũy kế rà soát 02, phê duyệt 01, đã thực thi 00;",
	} {
		var page bytes.Buffer
		if err := a.Report(ctx, &page, ReportOptions{
			Kind:   "monthly",
			Format: "html",
			Month:  value.MustMonth(month),
		}); err != nil {
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
	if err := a.SaveRestructuring(ctx, Person{
		Name:  "chairman",
		Roles: []account.Role{account.Chairman},
	}, 3, 1, review.Restructuring{}); err != value.ErrForbidden {
		t.Errorf("the chairman writes: %v", err)
	}
	path, err := a.RestructuringPath(ctx, officePerson, 1)
	if err != nil || len(path) != 4 || path[3].State != review.Approved || path[3].By != "chairman" {
		t.Errorf("%+v, %v", path, err)
	}
}

// Practice, not law: docs/decisions/0024: four eyes see a review of a service as they see a proposal, and an old
// version is refused (App.StepRestructuring).
func TestStepRestructuring(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	person := func(name string) Person {
		p, err := a.Person(ctx, name)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	plan, _, err := a.Plan(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	services, err := a.OnlineServices(ctx, plan.ID)
	if err != nil || len(services) == 0 {
		t.Fatalf("%d services, %v", len(services), err)
	}
	id, err := a.BeginRestructuring(ctx, person("reviewer"), "", services[0].Code, "", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	step := review.UserStep{Text: "Nộp hồ sơ.", Where: review.AtOffice}
	service := review.Service{Level: review.PartOnline, Steps: []review.UserStep{step}}
	text := review.Restructuring{Finding: "Phải đến nơi.", Change: "Nộp trực tuyến.", Before: service, After: service}
	if err := a.SaveRestructuring(ctx, person("reviewer"), id, 1, text); err != nil {
		t.Fatal(err)
	}
	decision := review.DecisionRef{Number: "09/QĐ-UBND", Date: DemoDay}
	for _, tt := range []struct {
		by   string
		base int
		step review.Step
		want string // code of the problem
	}{
		{"chairman", 2, review.Step{Action: review.ActionSubmit}, "action.no_role"},
		{"reviewer2", 2, review.Step{Action: review.ActionSubmit}, "action.author_only"},
		{"reviewer", 2, review.Step{Action: review.ActionSubmit}, ""},
		{"reviewer", 3, review.Step{Action: review.ActionCheck}, "action.no_role"},
		{"office", 3, review.Step{Action: review.ActionCheck}, ""},
		{"chairman", 4, review.Step{Action: review.ActionApprove}, "decision.number_missing"},
		{"chairman", 4, review.Step{Action: review.ActionApprove, Decision: decision}, ""},
	} {
		if got := codeOf(a.StepRestructuring(ctx, person(tt.by), id, tt.base, tt.step)); got != tt.want {
			t.Errorf("%s by %s: %q, want %q", tt.step.Action, tt.by, got, tt.want)
		}
	}
	if err := a.StepRestructuring(ctx, person("office"), id, 3,
		review.Step{Action: review.ActionPutInForce}); !isConflict(err) {
		t.Errorf("an old version: %v", err)
	}
	if r, err := a.Restructuring(ctx, person("office"), id); err != nil || r.State != review.Approved ||
		r.Decision.Number != "09/QĐ-UBND" {
		t.Errorf("%+v, %v", r, err)
	}
}
