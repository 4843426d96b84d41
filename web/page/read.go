package page

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Renamed are the same problems at fields of other names.
func Renamed(err error, names map[string]string) error {
	var problems value.Problems
	if !errors.As(err, &problems) {
		return err
	}
	out := make(value.Problems, len(problems))
	for i, p := range problems {
		if n, other := names[p.Field]; other {
			p.Field = n
		}
		out[i] = p
	}
	return out
}

// PlanOf is the plan that the form of a plan's document is about.
func PlanOf(in url.Values) review.PlanID { return review.PlanID(in.Get("plan")) }

// TypedMonth reads the month of an address; none is the one whose period holds today.
func TypedMonth(text string) (value.Month, error) {
	if text == "" {
		return value.Month{}, nil
	}
	m, err := value.ParseMonth(text)
	if err != nil {
		return m, value.Problems{{Field: "thang", Code: "month.form", Args: []any{text}}}
	}
	return m, nil
}

// TypedDate reads a day as people write it; a field that is empty is no day and no problem.
func TypedDate(in url.Values, name string) (value.Date, value.Problems) {
	text := strings.TrimSpace(in.Get(name))
	if text == "" {
		return value.Date{}, nil
	}
	d, err := viet.ParseDate(text)
	if err != nil {
		return value.Date{}, value.Problems{{Field: name, Code: "date.typed", Args: []any{text}}}
	}
	return d, nil
}

// Version is the version that a form started from: 0 of a new thing, −1, which never stood, for what is no number.
func Version(in url.Values) int {
	typed := in.Get("version")
	if typed == "" {
		return 0
	}
	n, err := strconv.Atoi(typed)
	if err != nil {
		return -1
	}
	return n
}
