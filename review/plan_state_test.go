package review

import (
	"errors"
	"slices"
	"testing"

	"rasoat/value"
)

func codesOf(err error) (out []string) {
	var p value.Problems
	if errors.As(err, &p) {
		for _, x := range p {
			out = append(out, x.Field+" "+x.Code)
		}
	}
	slices.Sort(out)
	return out
}

func TestPlanState(t *testing.T) {
	day := value.MustDate
	draft := CopyPlan(copyable(), 2025, Upward{})
	draft.ID, draft.Number, draft.Date = "kh-31-2025", "31/KH-UBND", day("2025-02-10")
	if err := draft.TakesWork(); !slices.Equal(codesOf(err), []string{"plan plan.is_draft"}) {
		t.Errorf("a draft takes work: %v", err)
	}
	if _, err := PutPlanInForce(draft, day("2025-02-09")); !slices.Equal(codesOf(err),
		[]string{"from plan.from_before_date"}) {
		t.Errorf("%v", err)
	}
	hollow := draft
	hollow.Number = " "
	if _, err := PutPlanInForce(hollow, day("2025-02-10")); !slices.Equal(codesOf(err),
		[]string{"number plan.number_missing"}) {
		t.Errorf("%v", err)
	}
	next, err := PutPlanInForce(draft, day("2025-03-01"))
	if err != nil || next.State() != PlanFollowed || next.IsFollowedOn(day("2025-02-28")) ||
		!next.IsFollowedOn(day("2025-03-01")) {
		t.Fatalf("%+v, %v", next, err)
	}
	old := copyable()
	for _, tt := range []struct {
		name  string
		plans []Plan
		on    string
		want  PlanID
	}{
		{"the new one has not begun", []Plan{next, old}, "2025-02-28", "kh-29-2024"},
		{"the newest in force", []Plan{next, old}, "2025-03-01", "kh-31-2025"},
		{"a draft is never followed", []Plan{draft, old}, "2025-06-01", "kh-29-2024"},
		{"only drafts", []Plan{draft}, "2025-06-01", ""},
	} {
		if got, _ := Followed(tt.plans, day(tt.on)); got.ID != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got.ID, tt.want)
		}
	}
	stood := Upward{Superior: "UBND huyện", Addressee: "Văn phòng huyện"}
	for _, on := range []string{"2024-03-12", "2026-01-02"} {
		if _, err := ClosePlan(old, day(on), day("2026-01-01"), stood); err == nil {
			t.Errorf("closed on %s", on)
		}
	}
	closed, err := ClosePlan(old, day("2025-12-31"), day("2026-01-01"), stood)
	if err != nil || closed.State() != PlanClosed || closed.Editable() == nil ||
		closed.Upward.Superior != "UBND huyện" {
		t.Fatalf("%+v, %v", closed, err)
	}
	if again, err := PutPlanInForce(closed, day("2024-03-13")); err != nil || again.Editable() != nil {
		t.Errorf("taken up again: %v", err)
	}
}

func TestCheckPlan(t *testing.T) {
	if p := CheckPlan(copyable()); len(p) > 0 {
		t.Fatal(p)
	}
	for name, tt := range map[string]struct {
		change func(*Plan)
		want   string
	}{
		"no number":              {func(p *Plan) { p.Number = "" }, "number plan.number_missing"},
		"no title":               {func(p *Plan) { p.Title = " " }, "title plan.title_missing"},
		"year 1":                 {func(p *Plan) { p.Year = 1 }, "year plan.year"},
		"signed years before":    {func(p *Plan) { p.Date = value.MustDate("2020-01-01") }, "date plan.date_of_year"},
		"threshold 0":            {func(p *Plan) { p.Targets[0].Threshold = 0 }, "targets[0].threshold rules.threshold"},
		"threshold 101":          {func(p *Plan) { p.Targets[0].Threshold = value.Whole(101) }, "targets[0].threshold rules.threshold"},
		"unknown campaign":       {func(p *Plan) { p.Targets[0].Campaign = "x" }, "targets[0].campaign rules.choose"},
		"duty without a name":    {func(p *Plan) { p.Duties[0].Title = "" }, "duties[0].title plan.name_missing"},
		"dated and monthly":      {func(p *Plan) { p.Duties[0].Monthly = 5 }, "duties[0].monthly plan.once_or_monthly"},
		"day 32":                 {func(p *Plan) { p.Duties[1].Monthly = 32 }, "duties[1].monthly plan.day_of_month"},
		"task without words":     {func(p *Plan) { p.Tasks[0].Text = "" }, "tasks[0].text plan.name_missing"},
		"indicator of nothing":   {func(p *Plan) { p.Indicators[0].Name = "" }, "indicators[0].name plan.name_missing"},
		"indicator above all":    {func(p *Plan) { p.Indicators[0].Target = value.Whole(120) }, "indicators[0].target rules.threshold"},
		"all of less than all":   {func(p *Plan) { p.Indicators[0].Comparator = All }, "indicators[0].comparator indicator.all_is_100"},
		"unknown register":       {func(p *Plan) { p.Indicators[0].Register = "x" }, "indicators[0].register rules.choose"},
		"shares with nothing":    {func(p *Plan) { p.Indicators[0].SameAs = "x" }, "indicators[0].same_as indicator.shared_unknown"},
		"unknown variant chosen": {func(p *Plan) { p.Indicators[0].Chosen = "x" }, "indicators[0].chosen rules.choose"},
		"handed in after due":    {func(p *Plan) { p.Campaigns[0].HandIn = value.MustDate("2024-09-01") }, "campaigns[0].hand_in due.after_campaign"},
		"due on day 40":          {func(p *Plan) { p.Report.DueDay = 40 }, "due_day plan.day_of_month"},
	} {
		p := CopyPlan(copyable(), 2024, Upward{})
		p.Number, p.Date = "1/KH", value.MustDate("2024-01-05")
		tt.change(&p)
		if got := codesOf(CheckPlan(p).Err()); !slices.Contains(got, tt.want) {
			t.Errorf("%s: %v, want %s", name, got, tt.want)
		}
	}
}

func TestPlanNotices(t *testing.T) {
	p := copyable()
	p.Duties = append(p.Duties, Duty{ID: "D5", Title: "Thực hiện 13 chỉ tiêu cụ thể"})
	p.Duties[0].Title = "Cắt giảm ít nhất 20% chi phí tuân thủ"
	if got := codesOf(PlanNotices(p).Err()); !slices.Equal(got, []string{"duties[2].title plan.indicators_said"}) {
		t.Errorf("%v", got)
	}
	p.Indicators = make([]Indicator, 13)
	p.Targets[0].Threshold, p.Targets[0].Deadline = value.Whole(30), value.MustDate("2024-08-15")
	p.Duties[0].Deadline = value.MustDate("2025-08-10")
	want := []string{"duties[0].deadline plan.other_year", "duties[0].deadline plan.target_date", "duties[0].title plan.percent_said"}
	if got := codesOf(PlanNotices(p).Err()); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
