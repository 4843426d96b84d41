package proposal

import (
	"net/url"
	"strings"
	"testing"

	"rasoat/review/cost"
)

// FuzzReadTables holds the reader of the cost form against any form: it never breaks, keeps what was typed, and what
// it reads without a problem is a row that can be priced.
func FuzzReadTables(f *testing.F) {
	f.Add(
		"before[0].hours=0,5&before[0].activity=a&before[0].task=prepare&before[0].source=law" +
			"&before[0].hourly_rate=48.248&before[0].subjects_per_year=420",
	)
	f.Add("after[9999].hours=-1&after[0].fees=1.5&before[00].note=x")
	f.Add("before[1].hours=NaN&before[2].hours=1e3&before[3].subjects_per_year=9999999999999999999")
	f.Fuzz(func(t *testing.T, query string) {
		in, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		typed, err := readTables(in)
		if err != nil {
			return
		}
		for _, side := range sides {
			for i, r := range typed[side] {
				for k := range r.Values {
					if v := r.Get(k); v != "" && !typedSomewhere(in, v) {
						t.Errorf("row %d: %s became %q", i, k, v)
					}
				}
			}
			rows, problems := readRows(typed[side], side)
			if len(problems) > 0 {
				continue
			}
			if _, err := cost.Total(rows); err != nil && !strings.Contains(err.Error(), "too_large") {
				t.Errorf("read without a problem and cannot be priced: %v", err)
			}
		}
	})
}

// typedSomewhere reports whether a form sent that text as the first value of a field.
func typedSomewhere(in url.Values, text string) bool {
	for _, values := range in {
		if len(values) > 0 && values[0] == text {
			return true
		}
	}
	return false
}
