package viet

import (
	"fmt"

	"rasoat/value"
)

// ShortDate is d as it stands in tables: "09/8/2024", "05/01/2024", "" for no day. Days below 10 and the
// months 1 and 2 carry a zero, so that nobody can put a 1 or a 2 in front of them.
//
// Decree 30/2020/NĐ-CP, appendix I.
func ShortDate(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%s/%04d", d.Day, month(d), d.Year)
}

// DayMonth is d within its year: "09/8".
func DayMonth(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%s", d.Day, month(d))
}

// LongDate is d in a sentence: "ngày 05 tháng 01 năm 2024", "ngày 13 tháng 3 năm 2024", "" for no day.
//
// Decree 30/2020/NĐ-CP, appendix I.
func LongDate(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %04d", d.Day, month(d), d.Year)
}

func month(d value.Date) string {
	if d.Month <= 2 {
		return fmt.Sprintf("%02d", int(d.Month))
	}
	return fmt.Sprint(int(d.Month))
}

// LongMonth is a month in running text: "tháng 6 năm 2024", "tháng 02 năm 2024"; "" for none.
//
// Decree 30/2020/NĐ-CP, appendix I.
func LongMonth(m value.Month) string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("tháng %s năm %04d", month(value.Date{Month: m.Month}), m.Year)
}

// MonthYear is a month as it is written: "6/2024", "02/2024"; "" for none. The months 1 and 2 carry a zero.
//
// Decree 30/2020/NĐ-CP, appendix I.
func MonthYear(m value.Month) string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s/%04d", month(value.Date{Month: m.Month}), m.Year)
}
