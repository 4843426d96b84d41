package review

import (
	"testing"

	"rasoat/value"
	"rasoat/viet"
)

// Plan 29/KH-UBND, III.1(a): a deadline is "trước ngày" unless the plan says otherwise; hand-ins and monthly reports
// always have the day itself (Due.settle).
func TestDue_settle(t *testing.T) {
	friday := value.MustDate("2024-08-09")
	for _, tt := range []struct {
		name  string
		kind  DueKind
		rules Rules
		done  Facts
		today string
		last  string
		late  bool
	}{
		{"before the day", DutyDue, Rules{}, nil, "2024-08-08", "2024-08-08", false},
		{"before the day, late on it", DutyDue, Rules{}, nil, "2024-08-09", "2024-08-08", true},
		{"the day itself by rule", DutyDue, Rules{DayItselfOnTime: true}, nil, "2024-08-09", "2024-08-09", false},
		{"a monthly report", MonthDue, Rules{}, nil, "2024-08-09", "2024-08-09", false},
		{"done late", DutyDue, Rules{}, Facts{"D": friday}, "2024-08-20", "2024-08-08", true},
		{"done in time", DutyDue, Rules{}, Facts{"D": friday.Add(-3)}, "2024-08-20", "2024-08-08", false},
	} {
		d := Due{ID: "D", Kind: tt.kind, Deadline: friday}
		d.settle(tt.rules, (viet.Calendar{}), value.MustDate(tt.today), tt.done)
		if d.LastDay.String() != tt.last || d.Late != tt.late {
			t.Errorf("%s: last day %s, late %v", tt.name, d.LastDay, d.Late)
		}
	}
}

// Practice, not law: docs/decisions/0063: five working days to post.
func TestPostingDue_days(t *testing.T) {
	monday := value.MustDate("2024-07-01")
	if got := PostingDue(Announcement{Received: monday}, Rules{},
		(viet.Calendar{})); got != (viet.Calendar{}).AddWorking(monday, postingDays) || got.String() != "2024-07-08" {
		t.Errorf("to post until %s", got)
	}
}

// Practice, not law: docs/decisions/0062: fifteen working days to answer.
func TestFeedbackDue_days(t *testing.T) {
	monday := value.MustDate("2024-07-01")
	if got := FeedbackDue(monday, (viet.Calendar{})); got != (viet.Calendar{}).AddWorking(monday, feedbackDays) ||
		got.String() != "2024-07-22" {
		t.Errorf("to answer until %s", got)
	}
}
