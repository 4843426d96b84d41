package value

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Month is a month of the calendar: the period of the monthly figures and reports. The zero Month is none.
type Month struct {
	Year  int
	Month time.Month
}

// ParseMonth reads YYYY-MM and refuses months that do not exist.
func ParseMonth(s string) (Month, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil || t.Year() < 1 {
		return Month{}, fmt.Errorf("value: %q is not a month YYYY-MM", s)
	}
	return Month{t.Year(), t.Month()}, nil
}

// MustMonth is ParseMonth for constants.
func MustMonth(s string) Month {
	m, err := ParseMonth(s)
	if err != nil {
		panic(err)
	}
	return m
}

// MonthOf is the month in which a day lies; no day lies in no month.
func MonthOf(d Date) Month { return Month{d.Year, d.Month} }

// IsZero reports whether m is no month.
func (m Month) IsZero() bool { return m == Month{} }

// String is YYYY-MM, "" for no month.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, int(m.Month))
}

// Add is the month n months later.
func (m Month) Add(n int) Month {
	all := m.Year*12 + int(m.Month) - 1 + n
	return Month{all / 12, time.Month(all%12 + 1)}
}

// Compare is negative where m lies before n, 0 where they are the same month.
func (m Month) Compare(n Month) int { return (m.Year-n.Year)*12 + int(m.Month) - int(n.Month) }

// Before and After compare months.
func (m Month) Before(n Month) bool { return m.Compare(n) < 0 }

// After reports whether m lies after n.
func (m Month) After(n Month) bool { return m.Compare(n) > 0 }

// MarshalText writes YYYY-MM; no month is the empty text.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads YYYY-MM; the empty text is no month.
func (m *Month) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*m = Month{}
		return nil
	}
	v, err := ParseMonth(string(b))
	if err != nil {
		return err
	}
	*m = v
	return nil
}

// Value stores the month as text.
func (m Month) Value() (driver.Value, error) { return m.String(), nil }

// Scan reads the text of a month.
func (m *Month) Scan(src any) error {
	switch s := src.(type) {
	case string:
		return m.UnmarshalText([]byte(s))
	case []byte:
		return m.UnmarshalText(s)
	}
	return fmt.Errorf("value: cannot read a month from %T", src)
}
