package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/value"
	"rasoat/viet"
)

// Guessed says that days of a page were counted without the holidays of their years, which nobody entered.
type Guessed struct {
	Text  string
	Enter Link // to where they are entered, for who may

	years []int
}

// SayGuessed says above a page whether days that it shows, or counts from and to, fall into years whose holidays nobody
// entered. It may be asked several times: what is known already stays.
func (k *Kit) SayGuessed(c *gin.Context, f *Frame, days ...value.Date) error {
	calendar, err := k.App.Calendar(c.Request.Context())
	if err == nil {
		k.sayGuessed(c, f, calendar, days...)
	}
	return err
}

func (k *Kit) sayGuessed(c *gin.Context, f *Frame, calendar viet.Calendar, days ...value.Date) {
	years := append(f.Guessed.years, calendar.Guessed(days...)...)
	slices.Sort(years)
	if years = slices.Compact(years); len(years) == 0 {
		return
	}
	var named []string
	for _, y := range years {
		named = append(named, strconv.Itoa(y))
	}
	f.Guessed = Guessed{Text: k.Text.Say("guessed.years", strings.Join(named, ", ")), years: years}
	if k.Person(c).May(account.EditSettings) {
		f.Guessed.Enter = Link{Text: k.Text.Say("guessed.enter", named[0]), Href: DaysHref(years[0])}
	}
}

// DaysHref is the table of holidays of a year.
func DaysHref(year int) string { return DaysPath + "?nam=" + strconv.Itoa(year) }
