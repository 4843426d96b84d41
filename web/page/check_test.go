package page_test

import (
	"errors"
	"net/url"
	"testing"

	"rasoat/value"
	"rasoat/web/page"
)

// The first button asks and does nothing; the second does it; the third leads back to the form as it was typed; what is
// wrong is refused before anything is asked. How the page looks: TestIssue_Check.
func TestChecked(t *testing.T) {
	wrong := value.Problems{{Field: "number", Code: "paper.missing"}}
	for _, tt := range []struct {
		name, pressed string
		refuse        error
		asked, done   int
		answersItself bool
	}{
		{"form", "", nil, 1, 0, true},
		{"form with something wrong", "", wrong, 1, 0, false},
		{"yes", page.CheckYes, nil, 0, 1, false},
		{"back", page.CheckBack, nil, 0, 0, true},
		{"no button of the page", "x", nil, 1, 0, true},
	} {
		asked, done, again := 0, 0, 0
		in := url.Values{"number": {"45"}, page.CheckField: {tt.pressed}}
		act := (*page.Kit)(nil).Checked(nil, in, func() (page.Check, error) {
			asked++
			return page.Check{}, tt.refuse
		}, page.Act{
			Do:    func() (page.Done, error) { done++; return page.Done{To: "/bao-cao"}, nil },
			Again: func(t page.Typed) error { again++; return nil },
		})
		d, err := act.Do()
		var problems value.Problems
		if errors.As(err, &problems) != (tt.refuse != nil) || asked != tt.asked || done != tt.done ||
			(d.Show != nil) != tt.answersItself {
			t.Errorf("%s: asked %d, done %d times, answers itself %v, %v", tt.name, asked, done, d.Show != nil, err)
		}
		if tt.pressed == page.CheckBack {
			if err := d.Show(); err != nil || again != 1 {
				t.Errorf("%s: the form came again %d times (%v), want once", tt.name, again, err)
			}
		}
	}
}
