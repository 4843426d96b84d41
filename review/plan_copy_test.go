package review

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rasoat/value"
	"rasoat/viet"
)

// Practice, not law: docs/decisions/0042.
func TestShiftYears(t *testing.T) {
	calendar := viet.Calendar{Holidays: map[value.Date]string{value.MustDate("2025-04-30"): "Ngày Chiến thắng", value.MustDate("2025-05-01"): "Quốc tế lao động"},
		Workdays: map[value.Date]string{value.MustDate("2025-04-26"): "Làm bù"}}
	for _, tt := range []struct {
		name, day string
		years     int
		want      string
		off       string // why nobody works on the shifted day
		before    string // last day where the plan says "trước ngày"
		itself    string // last day where the day itself is on time
	}{
		{"a working day stays one", "2024-06-20", 1, "2025-06-20", "", "2025-06-19", "2025-06-20"},
		{"from a Saturday to a Sunday", "2024-08-10", 1, "2025-08-10", "Chủ nhật", "2025-08-08", "2025-08-08"},
		{"onto a Saturday", "2024-10-11", 1, "2025-10-11", "thứ Bảy", "2025-10-10", "2025-10-10"},
		{"onto a holiday", "2024-05-01", 1, "2025-05-01", "Quốc tế lao động", "2025-04-29", "2025-04-29"},
		{"onto a Saturday that is worked", "2024-04-26", 1, "2025-04-26", "", "2025-04-25", "2025-04-26"},
		{"29 February", "2024-02-29", 1, "2025-02-28", "", "2025-02-27", "2025-02-28"},
		{"29 February in a leap year", "2024-02-29", 4, "2028-02-29", "", "2028-02-28", "2028-02-29"},
		{"28 February stays", "2023-02-28", 1, "2024-02-28", "", "2024-02-27", "2024-02-28"},
		{"last day of the year", "2024-12-31", 2, "2026-12-31", "", "2026-12-30", "2026-12-31"},
	} {
		got := ShiftYears(value.MustDate(tt.day), tt.years)
		why, off := DayOff(got, calendar)
		if got.String() != tt.want || why != tt.off || off != (tt.off != "") {
			t.Errorf("%s: %s + %d years = %s (%q), want %s (%q)", tt.name, tt.day, tt.years, got, why, tt.want, tt.off)
		}
		if last := calendar.LastDay(got, false); last.String() != tt.before {
			t.Errorf("%s: before %s the last day is %s, want %s", tt.name, got, last, tt.before)
		}
		if last := calendar.LastDay(got, true); last.String() != tt.itself {
			t.Errorf("%s: with %s itself the last day is %s, want %s", tt.name, got, last, tt.itself)
		}
	}
	if !ShiftYears(value.Date{}, 1).IsZero() {
		t.Error("no day became one")
	}
}

// A shifted day is a day of the year asked for, in the same month, on the same day of it or on the month's last, and
// its last working day is worked and not after it.
func TestShiftYears_Any(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := value.MustDate("2020-01-01").Add(rapid.IntRange(0, 4000).Draw(t, "day"))
		n := rapid.IntRange(-5, 5).Draw(t, "years")
		got := ShiftYears(d, n)
		if got.Year != d.Year+n || got.Month != d.Month {
			t.Fatalf("%s + %d = %s", d, n, got)
		}
		if leap := d.Month == time.February && d.Day == 29; got.Day != d.Day && !(leap && got.Day == 28) {
			t.Fatalf("%s + %d = %s", d, n, got)
		}
		if _, err := value.ParseDate(got.String()); err != nil {
			t.Fatalf("%s does not exist", got)
		}
		if back := ShiftYears(got, -n); back != d && !(d.Month == time.February && d.Day == 29) {
			t.Fatalf("%s there and back is %s", d, back)
		}
		calendar := viet.Calendar{Holidays: map[value.Date]string{}}
		for range rapid.IntRange(0, 10).Draw(t, "holidays") {
			calendar.Holidays[got.Add(rapid.IntRange(-6, 0).Draw(t, "holiday"))] = "nghỉ"
		}
		for _, itself := range []bool{false, true} {
			last := calendar.LastDay(got, itself)
			if !calendar.IsWorking(last) || last.After(got) || last == got && !itself {
				t.Fatalf("last day of %s (itself %v) is %s", got, itself, last)
			}
		}
	})
}

func copyable() Plan {
	return Plan{
		ID:      "kh-29-2024",
		Number:  "29/KH-UBND",
		Date:    value.MustDate("2024-03-13"),
		Year:    2024,
		Title:   "Cải cách thủ tục hành chính trọng tâm năm 2024",
		Issuer:  "UBND xã Vĩnh Chấp",
		InForce: true,
		Source:  "toàn văn",
		Rules:   Rules{TrimZeroPercent: true},
		Report:  ReportRules{FirstDay: 15, DueDay: 16},
		Campaigns: []CampaignPlan{{
			ID:     CampaignInternalB,
			Name:   "Đợt nội bộ",
			Due:    value.MustDate("2024-08-10"),
			HandIn: value.MustDate("2024-07-31"),
			To:     "Văn phòng HĐND và UBND huyện Vĩnh Linh",
		}},
		Targets: []Target{{
			ID:        "internal-b-cost",
			Campaign:  CampaignInternalB,
			Metric:    Cost,
			Threshold: value.Whole(20),
			Deadline:  value.MustDate("2024-08-10"),
		}},
		Duties: []Duty{{ID: "D3", Title: "Rà soát", Deadline: value.MustDate("2024-08-10"), Done: value.MustDate("2024-08-09"), Targets: []string{"internal-b-cost"}},
			{ID: "D4", Title: "Báo cáo", Monthly: 15, To: "UBND huyện Vĩnh Linh"}},
		Tasks: []Task{{ID: "T1", Text: "Số hóa"}},
		Indicators: []Indicator{{
			ID:         "nq01-4",
			Number:     "4",
			Group:      "NQ 01",
			Name:       "Số hóa",
			Target:     value.Whole(80),
			Comparator: AtLeast,
			Variants:   []Variant{{ID: "papers", Name: "Hồ sơ"}},
			Register:   FeedbackInTime,
		}},
		References: []Reference{{Number: "104/QĐ-TTg"}},
	}
}

func TestCopyPlan(t *testing.T) {
	old, before := copyable(), copyable()
	next := CopyPlan(old, 2025, Upward{
		Superior:  "UBND huyện Vĩnh Linh",
		Addressee: "Văn phòng HĐND và UBND huyện Vĩnh Linh",
	})
	if next.State() != PlanDraft || next.ID != "" || next.Number != "" || next.Source != "" ||
		next.CopiedFrom != old.ID || next.Year != 2025 || !next.Date.IsZero() {
		t.Errorf("%+v", next)
	}
	if next.Title != "Cải cách thủ tục hành chính trọng tâm năm 2025" ||
		next.Campaigns[0].Due.String() != "2025-08-10" || next.Campaigns[0].HandIn.String() != "2025-07-31" ||
		next.Targets[0].Deadline.String() != "2025-08-10" || next.Duties[0].Deadline.String() != "2025-08-10" ||
		!next.Duties[0].Done.IsZero() || next.Duties[1].Monthly != 15 {
		t.Errorf("%+v", next)
	}
	if next.Report != old.Report || next.Rules != old.Rules || !reflect.DeepEqual(next.Indicators, old.Indicators) ||
		!reflect.DeepEqual(next.Tasks, old.Tasks) {
		t.Error("not everything went along")
	}
	// what is done to the copy does nothing to the plan that it was made from
	from := next.Upward
	next.Upward.Superior, next.Upward.Addressee = "UBND tỉnh Quảng Trị", "Văn phòng UBND tỉnh Quảng Trị"
	next = Readdress(next, from)
	if next.Campaigns[0].To != "Văn phòng UBND tỉnh Quảng Trị" || next.Duties[1].To != "UBND tỉnh Quảng Trị" {
		t.Errorf("%+v", next)
	}
	next.Targets[0].Threshold, next.Indicators[0].Variants[0].Name, next.Tasks[0].Text,
		next.Duties[0].Targets[0] = value.Whole(30), "khác", "khác", "khác"
	next.Campaigns[0].Name, next.References[0].Number = "khác", "khác"
	if !reflect.DeepEqual(old, before) {
		t.Errorf("the old plan changed: %+v", old)
	}
}

func TestPlanIDFor(t *testing.T) {
	taken := map[PlanID]bool{"kh-31-2025": true}
	for _, tt := range []struct {
		number string
		year   int
		want   PlanID
	}{{"29/KH-UBND", 2024, "kh-29-2024"}, {"31/KH-UBND", 2025, "kh-31-2025-2"}, {" 07 /KH", 2026, "kh-07-2026"}, {"Đ 5/KH", 2026, "kh-d-5-2026"}, {"/KH", 2026, "kh-2026"}} {
		if got := PlanIDFor(tt.number, tt.year, func(id PlanID) bool { return taken[id] }); got != tt.want {
			t.Errorf("%q of %d: %s, want %s", tt.number, tt.year, got, tt.want)
		}
	}
}
