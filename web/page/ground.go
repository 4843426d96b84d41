package page

import (
	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// GroundNotes say which grounds a paper on campaigns of a plan leaves out on its day, and lead to where they are put
// right; nothing where all are in force.
func (k *Kit) GroundNotes(
	c *gin.Context, plan review.PlanID, on value.Date, campaigns ...review.CampaignID,
) (notes []string, mend Link, err error) {
	amiss, err := k.App.GroundsAmiss(c.Request.Context(), string(plan), on, campaigns...)
	if err != nil || len(amiss) == 0 {
		return nil, mend, err
	}
	for _, p := range amiss {
		notes = append(notes, field.Sentence(k.Text, p))
	}
	p, _, err := k.App.Plan(c.Request.Context(), string(plan))
	return notes, k.MendGrounds(c, p), err
}

// MendGrounds leads to where the grounds of a plan are put right: to their form, for who may not edit them to where
// they stand.
func (k *Kit) MendGrounds(c *gin.Context, p review.Plan) Link {
	href := PlanHref(p.ID) + "#can-cu-ten"
	if k.Person(c).May(account.EditPlan) && p.Editable() == nil {
		href = PlanHref(p.ID) + "/sua/can-cu"
	}
	return Link{Text: k.Text.Say("plan.mend_grounds"), Href: href}
}
