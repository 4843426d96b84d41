package search

import (
	"context"
	"testing"
)

// An explanation names the reading and what of the hit it found, for every hit of every kind of query; without Explain
// there is none.
func TestSearch_explains(t *testing.T) {
	x := realIndex(t)
	for _, c := range []struct{ text, reading string }{
		{"đăng ký khai sinh", whyTyped}, {"khai sih lưu động", whySlip}, {"cấp lại GPLX", whyShort}, {"làm giá thú", whyOfficial},
	} {
		r, err := x.Search(context.Background(), Query{Text: c.text, Scope: Official, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) == 0 {
			t.Fatalf("%q finds nothing", c.text)
		}
		for i, h := range r.Hits {
			if len(h.Why) == 0 || h.Why[0].What != "reading" {
				t.Errorf("%q, hit %d: %+v", c.text, i, h.Why)
				continue
			}
			if i == 0 && h.Why[0].Text != c.reading {
				t.Errorf("%q is read as %q, want %q", c.text, h.Why[0].Text, c.reading)
			}
			if len(h.Why) < 2 && h.Why[0].Text != "" {
				t.Errorf("%q, hit %d: nothing of it is named: %+v", c.text, i, h.Why)
			}
		}
		r, err = x.Search(context.Background(), Query{Text: c.text, Scope: Official})
		if err != nil || r.Hits[0].Why != nil {
			t.Errorf("%q explained without being asked: %+v, %v", c.text, r.Hits[0].Why, err)
		}
	}
}
