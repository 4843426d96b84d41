package page

import (
	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
)

// Desk is where and when citizens hand in, as the commune says. SetHref leads an official who may to the setting, where
// something is missing. Template: part/desk.
type Desk struct {
	Place, Hours string
	Phones       []app.Phone
	SetHref      string
}

// IsKnown reports whether anything is known of it.
func (d Desk) IsKnown() bool { return d.Place != "" || d.Hours != "" || len(d.Phones) > 0 }

// Desk is where citizens of the commune hand in.
func (k *Kit) Desk(c *gin.Context) (Desk, error) {
	commune, _, err := k.App.Commune(c.Request.Context())
	if err != nil {
		return Desk{}, err
	}
	d := Desk{Place: commune.DeskPlace, Hours: commune.DeskHours, Phones: commune.Phones()}
	if (d.Place == "" || d.Hours == "" || len(d.Phones) == 0) && k.Person(c).May(account.EditSettings) {
		d.SetHref = CommunePath + "#mot-cua"
	}
	return d, nil
}
