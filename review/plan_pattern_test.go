package review_test

import (
	"slices"
	"testing"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Practice, not law: docs/decisions/0042.
func TestTakeOver(t *testing.T) {
	pattern := review.Plan{
		ID:      "kh-29-2024",
		Number:  "29/KH-UBND",
		Date:    value.MustDate("2024-03-13"),
		Title:   "Cải cách thủ tục hành chính trọng tâm năm 2024",
		Year:    2024,
		Issuer:  "Ủy ban nhân dân xã Vĩnh Chấp",
		Signer:  "Võ Văn Tuấn",
		InForce: true,
		Upward:  review.Upward{Recipients: []string{"UBND huyện Vĩnh Linh"}},
		References: []review.Reference{
			{Number: "104/QĐ-TTg", Issuer: "Thủ tướng Chính phủ"},
			{Number: "46/KH-UBND", Issuer: "UBND tỉnh Quảng Trị"},
			{Number: "5/NQ-HĐND", Issuer: "Hội đồng nhân dân tỉnh Quảng Trị"},
		},
		Campaigns: []review.CampaignPlan{{
			ID:  review.CampaignInternalB,
			Due: value.MustDate("2024-08-10"),
			To:  "Văn phòng HĐND và UBND huyện Vĩnh Linh",
		}},
		Duties: []review.Duty{
			{ID: "D4", Monthly: 15, Owner: "Văn phòng UBND xã", To: "UBND huyện Vĩnh Linh"},
			{ID: "D3", To: "Chủ tịch UBND xã", Deadline: value.MustDate("2024-08-10")},
		},
		Tasks:      []review.Task{{ID: "N1", Text: "Việc của UBND cấp xã", Owner: "Văn phòng UBND xã"}},
		Indicators: []review.Indicator{{ID: "i", Lead: "Một cửa", Support: "Văn phòng UBND xã"}},
	}
	ward := review.Holder{
		Issuer: "Ủy ban nhân dân phường An Bình",
		Signer: "Lê Văn Bảo",
		Unit:   "phường",
		Upward: review.Upward{Superior: "UBND tỉnh Đồng Tháp", Addressee: "Văn phòng UBND tỉnh Đồng Tháp"},
	}
	p := review.TakeOver(pattern, 2026, ward)
	if p.Number != "" || !p.Date.IsZero() || p.CopiedFrom != "" || p.Issuer != ward.Issuer || p.Signer != ward.Signer ||
		len(p.Upward.Recipients) != 0 || p.Title != "Cải cách thủ tục hành chính trọng tâm năm 2026" {
		t.Errorf("the head: %+v", p)
	}
	if len(p.References) != 1 || p.References[0].Number != "104/QĐ-TTg" {
		t.Errorf("references of another province stay: %+v", p.References)
	}
	if c := p.Campaigns[0]; c.To != ward.Upward.Addressee || c.Due != value.MustDate("2026-08-10") {
		t.Errorf("campaign: %+v", c)
	}
	if d := p.Duties[0]; d.To != ward.Upward.Superior || d.Owner != "Văn phòng UBND phường" {
		t.Errorf("monthly duty: %+v", d)
	}
	if d := p.Duties[1]; d.To != "Chủ tịch UBND phường" || d.Deadline != value.MustDate("2026-08-10") {
		t.Errorf("duty: %+v", d)
	}
	if p.Tasks[0].Owner != "Văn phòng UBND phường" || p.Tasks[0].Text != "Việc của UBND cấp xã" ||
		p.Indicators[0].Support != "Văn phòng UBND phường" {
		t.Errorf("tasks and indicators: %+v %+v", p.Tasks, p.Indicators)
	}
	if pattern.Duties[0].Owner != "Văn phòng UBND xã" || pattern.Indicators[0].Support != "Văn phòng UBND xã" {
		t.Error("the pattern itself was changed")
	}
	begun := review.BeginPlan(p)
	if begun.State() != review.PlanFollowed || begun.Pattern {
		t.Errorf("begun: %+v", begun)
	}
	if review.TakeOver(pattern, 2025, review.Holder{Unit: "xã"}).Duties[0].Owner != "Văn phòng UBND xã" {
		t.Error("a commune is none any more")
	}
}

func TestSetAside(t *testing.T) {
	seed := review.Plan{ID: "kh-29-2024", InForce: true, Campaigns: []review.CampaignPlan{{ID: "public", Name: "Đợt"}}}
	pattern := review.SetAside(seed)
	_, some := review.Followed([]review.Plan{pattern}, value.MustDate("2024-07-15"))
	if some || pattern.TakesWork() == nil {
		t.Error("a pattern is followed, or takes work")
	}
	empty := review.EmptyPlan(seed, 2026, review.Holder{Signer: "Lê Văn Bảo"})
	if len(empty.Campaigns) != 1 || empty.Campaigns[0].Name != "Đợt" || empty.Signer != "Lê Văn Bảo" ||
		len(empty.Targets)+len(empty.Duties)+len(empty.References) > 0 {
		t.Errorf("%+v", empty)
	}
}

// What fell due before the program came into use is not late, done or not; the day itself is one of its own.
func TestSince(t *testing.T) {
	day := value.MustDate
	dues := []review.Due{
		{ID: "past", LastDay: day("2024-03-19"), Late: true},
		{ID: "past done late", LastDay: day("2024-03-15"), Done: day("2024-03-18"), Late: true},
		{ID: "on the first day", LastDay: day("2024-03-20"), Late: true},
		{ID: "undated"},
	}
	got := review.Since(dues, day("2024-03-20"))
	for i, want := range []struct{ before, late, ahead bool }{
		{true, false, false}, {true, false, false}, {false, true, false}, {false, false, false},
	} {
		if d := got[i]; d.Before != want.before || d.Late != want.late {
			t.Errorf("%s: %+v", d.ID, d)
		}
	}
	if none := review.Since(dues, value.Date{}); !slices.EqualFunc(none, dues,
		func(x, y review.Due) bool { return x.ID == y.ID && x.Late == y.Late && !x.Before }) {
		t.Errorf("without a day: %+v", none)
	}
	if open := (review.Due{Deadline: day("2024-03-19")}); !open.IsAhead() {
		t.Error("an open date is none to look to")
	}
}

// A target is late for those who work with the program unless its last day was past before they began.
func TestTargetReport_Since(t *testing.T) {
	began := value.MustDate("2024-03-20")
	r := review.TargetReport{Targets: []review.TargetResult{
		{LastDay: began.Add(-1), Late: true}, {LastDay: began, Late: true}, {LastDay: began.Add(9)},
	}}
	for i, want := range []bool{false, true, false} {
		if got := r.Since(began).Targets[i].Late; got != want {
			t.Errorf("last day %s: late %v", r.Targets[i].LastDay, got)
		}
	}
	if !r.Targets[0].Late || !r.Since(value.Date{}).Targets[0].Late {
		t.Error("the check itself changed, or a day is known that nobody gave")
	}
}

// Practice, not law: docs/decisions/0063.
func TestIsBefore(t *testing.T) {
	day, began := value.MustDate, value.MustDate("2024-03-20")
	for name, tt := range map[string]struct {
		date, received, named string
		want                  bool
	}{
		"received before":                      {"2024-03-01", "2024-03-19", "", true},
		"signed long before, received after":   {"2022-05-05", "2024-03-20", "", true},
		"signed just before, received after":   {"2024-03-18", "2024-03-21", "", false},
		"signed and received after":            {"2024-03-21", "2024-03-22", "", false},
		"names a day that was past":            {"2024-03-01", "2024-03-05", "2024-03-19", true},
		"names a day to come, received before": {"2024-03-01", "2024-03-05", "2024-04-01", false},
	} {
		a := review.Announcement{Date: day(tt.date), Received: day(tt.received)}
		if tt.named != "" {
			a.Named = day(tt.named)
		}
		if got := review.IsBefore(a, review.Rules{}, viet.Calendar{}, began); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
		if review.IsBefore(a, review.Rules{}, viet.Calendar{}, value.Date{}) {
			t.Errorf("%s: before no day at all", name)
		}
	}
	old := review.Announcement{Due: day("2024-03-08"), Received: day("2024-03-01"), Before: true}
	period := review.Period{From: day("2024-03-15"), To: day("2024-04-14")}
	all := []review.Announcement{old}
	n, _, _ := review.PostingsDue(all, value.MonthOf(old.Due), day("2024-04-14"))
	if old.IsLate(day("2024-04-14")) || review.PostingsIn(all, period).Overdue != 0 || n.Whole != 0 {
		t.Error("a decision for the record is late")
	}
}
