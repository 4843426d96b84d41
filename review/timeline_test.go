package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

func dutyPlan() review.Plan {
	return review.Plan{
		Year: 2024, Date: value.MustDate("2024-03-13"),
		Campaigns: []review.CampaignPlan{
			{ID: review.CampaignPublic, Name: "Rà soát TTHC", HandIn: value.MustDate("2024-06-10")}, {ID: review.CampaignInternalB},
		},
		Duties: []review.Duty{
			{ID: "D3", Title: "Rà soát nội bộ", Deadline: value.MustDate("2024-08-10")},
			{ID: "D6", Title: "Thường xuyên"},
			{ID: "D2", Title: "Bổ sung danh mục", Deadline: value.MustDate("2024-04-25")},
			{ID: "D4", Title: "Báo cáo tháng", Monthly: 15},
			{ID: "D1", Title: "Rà soát TTHC", Deadline: value.MustDate("2024-06-20"), Done: value.MustDate("2024-06-20")},
		},
	}
}

// Plan 29/KH-UBND, III.1(b): what is still open on its last day is not late on that day, and is on the next.
func TestTimeline_LastDay(t *testing.T) {
	for day, late := range map[string]bool{"2024-08-08": false, "2024-08-09": false, "2024-08-10": true} {
		for _, d := range review.Timeline(dutyPlan(), viet.Calendar{}, value.MustDate(day), nil) {
			if d.ID == "D3" && d.Late != late {
				t.Errorf("on %s late is %v", day, d.Late)
			}
		}
	}
}

// Plan 29/KH-UBND, III.1 and IV: all dates of the plan in the demo's week of July.
func TestTimeline(t *testing.T) {
	today := value.MustDate("2024-07-24")
	calendar := viet.Calendar{Holidays: map[value.Date]string{value.MustDate("2024-04-18"): "Giỗ Tổ Hùng Vương"}}
	done := review.Facts{"D2": value.MustDate("2024-04-24"), "D4/2024-03": value.MustDate("2024-03-15")}
	type row struct {
		ID, LastDay string
		Left        int
		Late        bool
	}
	want := []row{
		{"D4/2024-03", "2024-03-15", 0, false},
		{"D4/2024-04", "2024-04-15", 0, true},
		{"D2", "2024-04-24", 0, false}, // before the 25th, done that day
		{"D4/2024-05", "2024-05-15", 0, true},
		{"hand_in/public", "2024-06-10", 0, true},
		{"D4/2024-06", "2024-06-14", 0, true}, // the 15th is a Saturday
		{"D1", "2024-06-19", 0, true},         // done on the 20th, which was too late
		{"D4/2024-07", "2024-07-15", 0, true},
		{"D3", "2024-08-09", 12, false}, // a Friday: the 10th is a Saturday
		{"D4/2024-08", "2024-08-15", 16, false},
		{"D4/2024-09", "2024-09-13", 36, false},
		{"D4/2024-10", "2024-10-15", 58, false},
		{"D4/2024-11", "2024-11-15", 81, false},
		{"D4/2024-12", "2024-12-13", 101, false},
		{"D6", "", 0, false},
	}
	timeline := review.Timeline(dutyPlan(), calendar, today, done)
	var got []row
	for _, d := range timeline {
		got = append(got, row{d.ID, d.LastDay.String(), d.Left, d.Late})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTimeline_DayItself(t *testing.T) {
	p := dutyPlan()
	p.Rules.DayItselfOnTime = true
	for _, d := range review.Timeline(p, viet.Calendar{}, value.MustDate("2024-06-20"), nil) {
		if d.ID == "D1" && (d.Late || d.LastDay != d.Deadline) {
			t.Errorf("the day itself is on time: %+v", d)
		}
	}
}

// A monthly duty of the 31st is due on the last day of shorter months.
func TestTimeline_ShortMonths(t *testing.T) {
	p := review.Plan{Year: 2024, Duties: []review.Duty{{ID: "M", Monthly: 31}}}
	want := map[string]string{"M/2024-02": "2024-02-29", "M/2024-04": "2024-04-30", "M/2024-12": "2024-12-31"}
	for _, d := range review.Timeline(p, viet.Calendar{}, value.MustDate("2024-01-01"), nil) {
		if w, asked := want[d.ID]; asked && d.Deadline.String() != w {
			t.Errorf("%s: %s, want %s", d.ID, d.Deadline, w)
		}
	}
}

// A month's turn of a duty has begun with its period, whatever day that begins on (docs/decisions/0041).
func TestDue_IsBegun(t *testing.T) {
	for _, tt := range []struct {
		first       int
		month, from string
	}{
		{0, "2024-08", "2024-07-15"}, {21, "2024-08", "2024-07-21"}, {1, "2024-08", "2024-07-01"},
	} {
		p := review.Plan{
			Year:   2024,
			Report: review.ReportRules{FirstDay: tt.first},
			Duties: []review.Duty{{ID: "D4", Monthly: 15}},
		}
		for _, d := range review.Timeline(p, viet.Calendar{}, value.MustDate("2024-07-15"), nil) {
			if d.Month() != value.MustMonth(tt.month) {
				continue
			}
			if from := value.MustDate(tt.from); d.IsBegun(from.Add(-1)) || !d.IsBegun(from) {
				t.Errorf("a period from day %d: that due in %s begins on %v", tt.first, tt.month, d.Begins)
			}
		}
	}
	if !(review.Due{}).IsBegun(value.MustDate("2024-01-01")) {
		t.Error("a duty without a period waits for one")
	}
}
