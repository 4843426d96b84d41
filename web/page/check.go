package page

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/web/field"
)

// CheckField is the field of the buttons on the page of a check: which of them was pressed.
const CheckField = "kiem-tra"

// CheckYes does the thing, CheckBack leads back to the form.
const (
	CheckYes  = "lam"
	CheckBack = "sua"
)

// Check is what is shown before something is done that cannot be undone, or not easily: the answers that count, what
// follows from them, and what one should know. The page ends in the button that does it and in one that leads back to
// the form as it was typed.
type Check struct {
	Headline string       // "Kiểm tra trước khi ban hành"
	State    string       // of what: "Báo cáo tháng 7/2024"
	Notes    []string     // sentences that stand out: what can no longer be changed, what is missing
	Missing  []Link       // what is not there, in a sentence each, with where it is mended
	Asks     []field.Cell // what the page itself asks for; the form before it does not
	Problems field.Summary
	Mend     Link     // where what the notes tell is put right; none: nowhere
	Answers  []Fact   // "Số": "45/BC-UBND"
	Follows  []string // what it sets in motion, a sentence each
	Do       string   // on the button: "Phát hành báo cáo"
}

// Checked is an act that is done in two steps: the form is checked and the page says what it will do; the button there
// does it. What is wrong is refused by check like by the act itself, so that nothing wrong gets as far as the page.
// What check adds to the form, such as the name of a file that it kept, goes along.
func (k *Kit) Checked(c *gin.Context, in url.Values, check func() (Check, error), act Act) Act {
	show := func(page func() error) (Done, error) { return Done{Show: page}, nil }
	return Act{
		Again: act.Again,
		Do: func() (Done, error) {
			switch in.Get(CheckField) {
			case CheckYes:
				return act.Do()
			case CheckBack:
				return show(func() error { return act.Again(Shown(in)) })
			}
			asked, err := check()
			if err != nil {
				return Done{}, err
			}
			return show(func() error { return k.ShowCheck(c, http.StatusOK, in, asked) })
		},
	}
}

// ShowCheck shows the page of a check; its form carries what was typed.
func (k *Kit) ShowCheck(c *gin.Context, status int, in url.Values, asked Check) error {
	m := CheckPage{
		Frame:  k.Frame(c, asked.Headline),
		Check:  asked,
		Action: c.Request.URL.RequestURI(),
		Field:  CheckField,
		Yes:    CheckYes,
		Back:   CheckBack,
	}
	for _, name := range slices.Sorted(maps.Keys(in)) {
		if name == CheckField || slices.ContainsFunc(asked.Asks, func(x field.Cell) bool { return x.ID == name }) {
			continue
		}
		for _, v := range in[name] {
			m.Typed = append(m.Typed, HiddenField{name, v})
		}
	}
	return k.Show(c, status, "page/check", m)
}

// CheckPage asks before something is done that cannot be undone. Template: page/check.
type CheckPage struct {
	Frame
	Check
	Action           string // address to which the form goes, as the one before it
	Typed            []HiddenField
	Field, Yes, Back string // name of the buttons, and their values
}
