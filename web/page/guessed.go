package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
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
		k.SayGuessedYears(c, f, calendar.Guessed(days...))
	}
	return err
}

// SayGuessedYears is SayGuessed for years that are known already.
func (k *Kit) SayGuessedYears(c *gin.Context, f *Frame, more []int) {
	years := append(slices.Clone(f.Guessed.years), more...)
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

// Counted are the days between which a deadline's last working day was counted.
func Counted(dues ...review.Due) (days []value.Date) {
	for _, d := range dues {
		days = append(days, d.Deadline, d.LastDay)
	}
	return days
}

// DaysHref is the table of holidays of a year.
func DaysHref(year int) string { return DaysPath + "?nam=" + strconv.Itoa(year) }
