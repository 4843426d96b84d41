package review

import (
	"testing"
)

// Circular 02/2017/TT-VPCP, article 25 clause 1: whoever finds a procedure needless is not asked about its parts
// (Form.Asked).
func TestForm_Asked(t *testing.T) {
	if got := len((Form{}).Asked()); got != len(Questions()) {
		t.Errorf("%d of %d questions", got, len(Questions()))
	}
	needless := Form{Answers: map[string]Answer{Necessity: {Value: No}}}
	if len(needless.Asked()) == 0 {
		t.Error("nothing is asked")
	}
	for _, q := range needless.Asked() {
		if q.Aspect != Necessary {
			t.Errorf("%s is asked of what is not needed", q.ID)
		}
	}
}
