package page

import (
	"github.com/gin-gonic/gin"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/viet"
)

// DecisionsOf are the decisions of the register that touch a procedure, as links in words.
func (k *Kit) DecisionsOf(c *gin.Context, code catalog.Code) ([]Link, error) {
	all, err := k.App.AnnouncementsOf(c.Request.Context(), k.Person(c), code)
	if err != nil {
		return nil, err
	}
	var out []Link
	for _, x := range all {
		for _, t := range x.Touches {
			if words := k.TouchOn(t, code.Key()); words != "" {
				out = append(out, Link{
					Text: k.Text.Say("announcement.on_procedure", x.Number, viet.ShortDate(x.Date), words),
					Href: AnnouncementHref(x.ID, ""),
				})
			}
		}
	}
	return out, nil
}

// TouchOn says what a decision does to a procedure; "" where it does nothing to it.
func (k *Kit) TouchOn(t review.Touch, key catalog.Code) string {
	switch {
	case t.Procedure.Key() == key && t.By != "":
		return k.Text.Say("announcement.replaced_by", string(t.By))
	case t.Procedure.Key() == key:
		return k.Text.Name("touch", string(t.Kind))
	case t.By.Key() == key:
		return k.Text.Say("announcement.replaces", string(t.Procedure))
	}
	return ""
}
