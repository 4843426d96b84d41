package viet

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"rasoat/value"
)

// Why what a person typed is refused. ParseMoney may also return value.ErrOverflow, ParseDecimal the
// errors of value.ParseDecimal.
var (
	ErrMoneyForm = errors.New("viet: not a whole number of đồng")
	ErrDateForm  = errors.New("viet: not a date d/m/yyyy")
	ErrNoSuchDay = errors.New("viet: no such day")
)

var (
	moneyUnit = regexp.MustCompile(`(?i)[ ]?(đồng|đ|₫)$`)
	// Thousands are groups of three behind dots or blanks, the same sign throughout.
	groupedForm = regexp.MustCompile(`^-?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$`)
	isoForm     = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	dayForm     = regexp.MustCompile(`^(\d{1,2})(?:/(\d{1,2})/|-(\d{1,2})-)(\d{4})$`)
)

// ParseMoney reads an amount as people type it: "77.893.240", "77893240", "77 893 240", each also with
// "đồng" or "đ" behind. It refuses decimals and groups that are not of three: "1.5", "12,5", "1.23.456".
func ParseMoney(s string) (value.Money, error) {
	text := moneyUnit.ReplaceAllString(Clean(s), "")
	m, err := value.ParseMoney(ungrouped(text))
	switch {
	case errors.Is(err, value.ErrOverflow):
		return 0, fmt.Errorf("%w: %q", value.ErrOverflow, s)
	case err != nil:
		return 0, fmt.Errorf("%w: %q", ErrMoneyForm, s)
	}
	return m, nil
}

// ParseDecimal reads a number as people type it. The comma is the decimal sign: "0,5", "1.505,5". A dot
// is read by what stands around it: groups of exactly three digits are thousands, "1.500" is 1500; else, and
// behind a single 0, it is the decimal sign, "0.5", "12.25", "0.125". "1,505.5" is refused.
func ParseDecimal(s string) (value.Decimal, error) {
	whole, frac, comma := strings.Cut(Clean(s), ",")
	machine := ungrouped(whole)
	if comma {
		if strings.Contains(machine, ".") || frac == "" {
			return 0, fmt.Errorf("%w: %q", value.ErrDecimalForm, s)
		}
		machine += "." + frac
	}
	d, err := value.ParseDecimal(machine)
	if err != nil {
		return 0, fmt.Errorf("viet: %q: %w", s, err)
	}
	return d, nil
}

// ungrouped takes the signs between thousands out of a number that has them in the right places.
func ungrouped(s string) string {
	if groupedForm.MatchString(s) {
		return strings.NewReplacer(".", "", " ", "").Replace(s)
	}
	return s
}

// ParseDate reads a day as people type it: d/m/yyyy, dd/mm/yyyy, dd-mm-yyyy, or yyyy-mm-dd as browsers send
// it. It refuses days that do not exist (31/2/2024).
func ParseDate(s string) (value.Date, error) {
	text := Clean(s)
	if isoForm.MatchString(text) {
		return existing(text, s)
	}
	m := dayForm.FindStringSubmatch(text)
	if m == nil {
		return value.Date{}, fmt.Errorf("%w: %q", ErrDateForm, s)
	}
	return existing(m[4]+"-"+twoDigits(m[2]+m[3])+"-"+twoDigits(m[1]), s)
}

func twoDigits(s string) string { return ("0" + s)[len(s)-1:] }

func existing(iso, typed string) (value.Date, error) {
	d, err := value.ParseDate(iso)
	if err != nil {
		return value.Date{}, fmt.Errorf("%w: %q", ErrNoSuchDay, typed)
	}
	return d, nil
}

// ErrMonthForm is why a month is refused.
var ErrMonthForm = errors.New("viet: not a month")

var monthForm = regexp.MustCompile(`^(0?[1-9]|1[0-2])[/-](\d{4})$`)

// ParseMonth reads a month as people type it: m/yyyy, mm/yyyy, mm-yyyy, or yyyy-mm.
func ParseMonth(s string) (value.Month, error) {
	text := Clean(s)
	if m := monthForm.FindStringSubmatch(text); m != nil {
		text = m[2] + "-" + twoDigits(m[1])
	}
	m, err := value.ParseMonth(text)
	if err != nil {
		return value.Month{}, fmt.Errorf("%w: %q", ErrMonthForm, s)
	}
	return m, nil
}

// ErrCountForm is why a number of things is refused.
var ErrCountForm = errors.New("viet: not a whole number")

// ParseCount reads a number of things as people type it: "1.250", "1250", "1 250", "-3". It refuses decimals,
// units and groups that are not of three.
func ParseCount(s string) (int64, error) {
	n, err := strconv.ParseInt(ungrouped(Clean(s)), 10, 64)
	if err != nil || strings.HasPrefix(Clean(s), "+") {
		return 0, fmt.Errorf("%w: %q", ErrCountForm, s)
	}
	return n, nil
}
