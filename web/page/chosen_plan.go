package page

import (
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
)

// PlanParam is under which name an address says of which plan it speaks; SessionPlan is under which key a session keeps
// the plan that was chosen.
const (
	PlanParam   = "ke-hoach"
	SessionPlan = "plan"
)

// asked is a name of the address as it stands now. c.Query keeps the first address that it was asked about, and a
// refused form shows its list again under the address that it came from.
func asked(c *gin.Context, name string) string { return c.Request.URL.Query().Get(name) }

// OfPlan is the plan of the address as another address names it, "?ke-hoach=…"; empty where the address named none.
func OfPlan(c *gin.Context) string {
	if plan := asked(c, PlanParam); plan != "" {
		return "?" + url.Values{PlanParam: {plan}}.Encode()
	}
	return ""
}

// PlanID is the plan that a page is about, as app takes it: "" is the plan that is followed.
func (k *Kit) PlanID(c *gin.Context) string {
	for _, named := range []string{c.Param("plan"), asked(c, PlanParam), c.Request.PostForm.Get("plan")} {
		if named != "" {
			return named
		}
	}
	chosen := k.Sessions.GetString(c.Request.Context(), SessionPlan)
	if chosen == "" {
		return ""
	}
	if _, _, err := k.App.PlanFor(c.Request.Context(), k.Person(c), chosen); err != nil {
		return "" // it is gone, or a draft that is not for these eyes
	}
	return chosen
}

// SeesPlan refuses an address of a plan that whoever asks does not see.
func (k *Kit) SeesPlan(c *gin.Context, by app.Person) error {
	for _, named := range []string{c.Param("plan"), asked(c, PlanParam)} {
		if named == "" {
			continue
		}
		if _, _, err := k.App.PlanFor(c.Request.Context(), by, named); err != nil {
			return err
		}
	}
	return nil
}

// planPick offers the other plans, and says where the one shown is not the one that is followed.
func (k *Kit) planPick(c *gin.Context, by app.Person, shown review.Plan) PlanPick {
	var out PlanPick
	all, err := k.App.PlansFor(c.Request.Context(), by)
	if err != nil || len(all) < 2 {
		return out // a failing store fails the page itself
	}
	followed, _ := review.Followed(all, k.App.Today())
	if shown.ID != followed.ID {
		state := k.Text.Name("plan_state", string(shown.State()))
		out.Notice = k.Text.Say("plan.other", shown.Number, shown.Year, state, followed.Number)
	}
	out.Back = sectionOf(c.Request.URL.Path)
	for _, p := range all {
		if p.ID == shown.ID {
			continue
		}
		state := k.Text.Name("plan_state", string(p.State()))
		x := PlanChoice{ID: string(p.ID), Text: k.Text.Say("plan.choice", p.Number, p.Year, state)}
		if p.ID == followed.ID {
			x.ID = ""
		}
		out.Choices = append(out.Choices, x)
	}
	return out
}

// PlanPick offers the plans that pages may be about, where there are several.
type PlanPick struct {
	Notice  string // that this is not the plan that is followed; empty where it is
	Choices []PlanChoice
	Back    string // where to come back to: this page, of the plan that was chosen
}

// PlanChoice is one plan to show. An empty ID is the plan that is followed.
type PlanChoice struct {
	ID   string
	Text string // "31/KH-UBND, năm 2025, đang thực hiện"
}
