package register

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// CorrectAdditionsForm is the page on which number and day of a request that went out are put right.
func (s *Room) CorrectAdditionsForm(c *gin.Context) error {
	b, err := s.App.Additions(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	if !b.Request.IsIssued() {
		c.Redirect(http.StatusSeeOther, additionsHref(b.Plan.ID))
		return nil
	}
	return s.showCorrectAdditions(c, b, page.Shown(page.CorrectForm.Values(app.DecisionOrder{
		DecisionRef: review.DecisionRef{Number: b.Request.Number, Date: b.Request.Date},
	})))
}

// CorrectAdditions puts them right with a reason; what stood before stays beside them.
func (s *Room) CorrectAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	plan := page.PlanOf(in)
	if plan == "" {
		return page.Act{}, value.ErrNotFound
	}
	ctx := c.Request.Context()
	b, err := s.App.Additions(ctx, string(plan))
	if err != nil {
		return page.Act{}, err
	}
	return s.Kit.Correct(in, func(o app.DecisionOrder) (page.Done, error) {
		err := s.App.CorrectAdditions(ctx, s.Person(c), plan, o, page.Version(in))
		args := []any{s.App.RequestNumber(ctx, o.Number), viet.ShortDate(o.Date)}
		return page.Done{To: additionsHref(plan), Say: "additions.correct.said", Args: args}, err
	}, func(t page.Typed) error { return s.showCorrectAdditions(c, b, t) }), nil
}

func (s *Room) showCorrectAdditions(c *gin.Context, b app.AdditionBoard, t page.Typed) error {
	r := b.Request
	return s.ShowCorrection(c, page.Correction{
		Frame:  s.Frame(c, s.Text.Say("additions.correct")),
		Back:   page.Link{Text: s.Text.Say("page.additions"), Href: additionsHref(b.Plan.ID)},
		State:  s.Text.Say("additions.correct.state", r.Number, viet.ShortDate(r.Date)),
		Action: page.AdditionsPath + "/dinh-chinh",
		Typed: []page.HiddenField{
			{Name: "plan", Value: string(b.Plan.ID)}, {Name: "version", Value: t.Version(b.Version)},
		},
		Keys: additionKeys,
	}, t)
}

// additionsHref is the page of a plan's request.
func additionsHref(plan review.PlanID) string {
	return page.AdditionsPath + "?" + url.Values{page.PlanParam: {string(plan)}}.Encode()
}
