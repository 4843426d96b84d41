package campaign

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rasoat/app/text"
	"rasoat/review"
)

// Screen and paper number the parts of the form alike: "III.5." on both is the same part (review.FormSections).
//
// Circular 02/2017/TT-VPCP, article 25.
func TestFormParts_numbers(t *testing.T) {
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range formParts {
		if len(p.asks) == 0 || p.asks[0] == "" {
			continue
		}
		if n == len(review.FormSections) || !slices.Equal(p.asks, review.FormSections[n]) {
			t.Fatalf("section %d of the screen asks about %v", n+1, p.asks)
		}
		n++
		if title := words.Say("form02.part." + p.word); !strings.HasPrefix(title, "III."+strconv.Itoa(n)+". ") {
			t.Errorf("section %d is called %q", n, title)
		}
	}
	if n != len(review.FormSections) {
		t.Errorf("%d of %d sections stand on the screen", n, len(review.FormSections))
	}
}
