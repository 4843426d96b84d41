package app

import (
	"errors"
	"testing"

	"rasoat/value"
)

func day(date, name string) Holiday { return Holiday{Date: value.MustDate(date), Name: name} }

// The days of one year are saved in place of those that stood for it; other years stay, and whatever counts
// working days follows at once.
func TestSaveHolidays(t *testing.T) {
	a := openTest(t)
	before, version, err := a.Holidays(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	days := Holidays{Holidays: []Holiday{day("2024-09-02", "Quốc khánh"), day("2024-08-09", "Ngày hội của xã"), day("2024-08-08", "Ngày hội của xã")},
		Workdays: []Holiday{day("2024-08-17", "Làm bù")}}
	if err := a.SaveHolidays(t.Context(), CommandPerson, 2024, days, version); err != nil {
		t.Fatal(err)
	}
	after, _, err := a.Holidays(t.Context())
	if err != nil || len(after.Of(2024).Holidays) != 3 ||
		len(after.Of(2025).Holidays) != len(before.Of(2025).Holidays) || len(before.Of(2025).Holidays) == 0 {
		t.Errorf("%+v %v", after, err)
	}
	if got := after.Of(2024).Holidays[0].Date.String(); got != "2024-08-08" {
		t.Errorf("days are not in order: %s first", got)
	}
	report, err := a.Targets(t.Context(), "", value.MustDate("2024-08-01"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Targets {
		if r.ID == "internal-b-cost" && r.LastDay.String() != "2024-08-07" {
			t.Errorf("last day %s, want 2024-08-07", r.LastDay)
		}
	}
	var conflict *value.Conflict
	if err := a.SaveHolidays(t.Context(), CommandPerson, 2024, days, version); !errors.As(err, &conflict) {
		t.Errorf("saved over a newer one: %v", err)
	}
	history, err := a.HolidayHistory(t.Context())
	if err != nil || len(history) != 2 || history[1].Author != systemActor {
		t.Errorf("%d versions, %v", len(history), err)
	}
}

func TestSaveHolidays_Refused(t *testing.T) {
	a := openTest(t)
	_, version, err := a.Holidays(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name        string
		days        Holidays
		field, want string
	}{
		{"no day", Holidays{Holidays: []Holiday{{Name: "Quốc khánh"}}}, "holidays[0].date", "holiday.no_date"},
		{"no name", Holidays{Holidays: []Holiday{day("2024-09-02", "")}}, "holidays[0].name", "holiday.no_name"},
		{"twice", Holidays{Holidays: []Holiday{day("2024-09-02", "a"), day("2024-09-02", "b")}}, "holidays[1].date", "holiday.twice"},
		{"off and made up for", Holidays{Holidays: []Holiday{day("2024-08-17", "a")}, Workdays: []Holiday{day("2024-08-17", "b")}}, "workdays[0].date", "holiday.twice"},
		{"a Wednesday is worked anyway", Holidays{Workdays: []Holiday{day("2024-08-14", "b")}}, "workdays[0].date", "holiday.works_anyway"},
		{"another year", Holidays{Holidays: []Holiday{day("2025-09-02", "a")}}, "holidays[0].date", "holiday.other_year"},
	} {
		err := a.SaveHolidays(t.Context(), CommandPerson, 2024, tt.days, version)
		var p value.Problems
		if !errors.As(err, &p) || p[0].Field != tt.field || p[0].Code != tt.want {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if err := a.SaveHolidays(t.Context(), Person{}, 2024, Holidays{}, version); !errors.Is(err, value.ErrForbidden) {
		t.Error(err)
	}
	if _, now, _ := a.Holidays(t.Context()); now != version {
		t.Error("a refused table was stored")
	}
}
