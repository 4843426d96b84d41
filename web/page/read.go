package page

import (
	"errors"
	"net/http"
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

// Also are the problems of reading a form with those of what was called with it; a field has one.
func Also(read value.Problems, err error) value.Problems {
	var found value.Problems
	errors.As(err, &found)
	out := read
	for _, p := range found {
		taken := false
		for _, r := range read {
			taken = taken || r.Field == p.Field
		}
		if !taken {
			out = append(out, p)
		}
	}
	return out
}

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

// Refused is with which status a form is shown again, and why: 422 with its problems, 409 where a newer version
// stands, 200 where it was stored. Any other error is nobody's typing.
func Refused(err error) (status int, problems value.Problems, other error) {
	var conflict *value.Conflict
	switch {
	case err == nil:
		return http.StatusOK, nil, nil
	case errors.As(err, &conflict):
		return http.StatusConflict, nil, nil
	case errors.As(err, &problems):
		return http.StatusUnprocessableEntity, problems, nil
	}
	return 0, nil, err
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
