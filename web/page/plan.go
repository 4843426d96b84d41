package page

import (
	"cmp"
	"math"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
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
	if named := cmp.Or(c.Param("plan"), asked(c, PlanParam), c.Request.PostForm.Get("plan")); named != "" {
		return named
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

// PlanPick offers the plans that pages may be about, where there are several. Its notice says that the one shown is
// not the one that is followed; back is where to come back to: this page, of the plan that was chosen.
type PlanPick struct {
	Notice  string
	Choices []PlanChoice
	Back    string
}

// PlanChoice is one plan to show: "31/KH-UBND, năm 2025, đang thực hiện". An empty ID is the plan that is followed.
type PlanChoice struct{ ID, Text string }

// planPick offers the other plans, and says where the one shown is not the one that is followed.
func (k *Kit) planPick(c *gin.Context, by app.Person, shown review.Plan) PlanPick {
	all, err := k.App.PlansFor(c.Request.Context(), by)
	if err != nil || len(all) < 2 {
		return PlanPick{} // a failing store fails the page itself
	}
	out := PlanPick{Back: sectionOf(c.Request.URL.Path)}
	followed, _ := review.Followed(all, k.App.Today())
	for _, p := range all {
		state := k.Text.Name("plan_state", string(p.State()))
		switch {
		case p.ID != shown.ID:
			x := PlanChoice{ID: string(p.ID), Text: k.Text.Say("plan.choice", p.Number, p.Year, state)}
			if p.ID == followed.ID {
				x.ID = ""
			}
			out.Choices = append(out.Choices, x)
		case p.ID != followed.ID:
			out.Notice = k.Text.Say("plan.other", p.Number, p.Year, state, followed.Number)
		}
	}
	return out
}

// sectionOf is the page of a plan's section above a page: what lies below it names one plan's campaign, proposal or
// part.
func sectionOf(path string) string {
	for _, section := range []string{"/ra-soat", ProposalsPath, PlansPath} {
		if under(path, section) {
			return section
		}
	}
	return path
}

// PlanPlace is where in a plan something stands: "Kế hoạch 29/KH-UBND, mục III.1(b)".
func (k *Kit) PlanPlace(p review.Plan, place string) string {
	if place == "" {
		return ""
	}
	return k.Text.Say("plan.place", p.Number, place)
}

// DutyPlace is a duty's place in the page.
func DutyPlace(id string) string { return "moc-" + strings.ReplaceAll(id, "/", "-") }

// CampaignName is the name of a campaign of a plan.
func CampaignName(p review.Plan, id review.CampaignID) string {
	for _, c := range p.Campaigns {
		if c.ID == id {
			return c.Name
		}
	}
	return string(id)
}

// RuleKeys is under which keys the labels of RuleTable stand.
const RuleKeys = "rules"

// RuleTable is the rules of a plan that the law leaves open, each asked as a question. A default is not kept as a
// choice.
var RuleTable = field.Form[review.Rules]{
	field.Pick("cost_denominator", []string{string(review.Listed), string(review.WithProposal)},
		func(r *review.Rules) string { return string(cmp.Or(r.CostDenominator, review.Listed)) },
		func(r *review.Rules, word string) {
			if r.CostDenominator = ""; word == string(review.WithProposal) {
				r.CostDenominator = review.WithProposal
			}
		}),
	field.Either("amend", func(r *review.Rules) *bool { return &r.AmendNeverCounts }, "lighter", "never"),
	field.Either("decentralise", func(r *review.Rules) *bool { return &r.DecentraliseNever }, "lighter", "never"),
	field.Either("deadline_day", func(r *review.Rules) *bool { return &r.DayItselfOnTime }, "before", "itself"),
	field.Pick("percent_places", []string{"2", "1", "0"},
		func(r *review.Rules) string { return strconv.Itoa(r.PercentPlaces.Or(2)) },
		func(r *review.Rules, word string) {
			r.PercentPlaces = value.Opt[int]{}
			if n, err := strconv.Atoi(word); err == nil && n != 2 {
				r.PercentPlaces = value.Known(n)
			}
		}),
	field.Either("trim_zero", func(r *review.Rules) *bool { return &r.TrimZeroPercent }, "no", "yes"),
	field.PercentOr("public_reviewed", func(r *review.Rules) *value.Opt[value.Decimal] { return &r.PublicReviewed }).
		Refused("rules.threshold"),
	field.Either("posting_from", func(r *review.Rules) *bool { return &r.PostingFromSigned }, "received", "signed"),
	field.Count("posting_days", func(r *review.Rules) *value.Opt[int] { return &r.PostingDays }, math.MaxInt16),
}
