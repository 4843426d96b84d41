package proposal

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/viet"
	"rasoat/web/page"
)

// mayCorrectService reports whether somebody may put right the decision of a review, which has one.
func mayCorrectService(r app.Restructuring, by app.Person) bool {
	return r.Decision.Number != "" && by.May(account.ApproveProposal)
}

// CorrectRestructuringForm is the page on which number and day of the decision of a review are put right.
func (s *Room) CorrectRestructuringForm(c *gin.Context) error {
	r, err := s.restructuringOf(c)
	if err != nil {
		return err
	}
	if !mayCorrectService(r, s.Person(c)) {
		c.Redirect(http.StatusSeeOther, page.ServiceHref(r.ID))
		return nil
	}
	return s.showCorrectRestructuring(c, r, page.Shown(page.CorrectForm.Values(app.DecisionOrder{
		DecisionRef: r.Decision,
	})))
}

// CorrectRestructuring puts them right with a reason; what stood before stays beside them.
func (s *Room) CorrectRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.restructuringOf(c)
	if err != nil {
		return page.Act{}, err
	}
	ctx := c.Request.Context()
	return s.Kit.Correct(in, func(o app.DecisionOrder) (page.Done, error) {
		err := s.App.CorrectRestructuring(ctx, s.Person(c), r.ID, page.Version(in), o)
		args := []any{s.App.DecisionNumber(ctx, o.Number), viet.ShortDate(o.Date)}
		return page.Done{To: page.ServiceHref(r.ID), Say: "list.correct.said", Args: args}, err
	}, func(t page.Typed) error { return s.showCorrectRestructuring(c, r, t) }), nil
}

func (s *Room) showCorrectRestructuring(c *gin.Context, r app.Restructuring, t page.Typed) error {
	others, err := s.App.ServicesWith(c.Request.Context(), s.Person(c), r.Restructuring)
	if err != nil {
		return err
	}
	m := page.Correction{
		Frame:  s.Frame(c, s.Text.Say("decision.correct")),
		Back:   page.Link{Text: r.Name, Href: page.ServiceHref(r.ID)},
		State:  s.Text.Say("services.correct.state", r.Decision.Number, viet.ShortDate(r.Decision.Date)),
		Action: page.ServiceHref(r.ID) + "/dinh-chinh",
		Typed:  []page.HiddenField{{Name: "version", Value: t.Version(r.Version)}},
		Told:   s.Text.Say("services.correct.others", len(others)),
		Alone:  s.Text.Say("services.correct.alone"),
	}
	for _, x := range others {
		name := s.Text.Say("step.service", strconv.FormatInt(int64(x.ID), 10))
		m.Others = append(m.Others, page.Link{Text: name, Href: page.ServiceHref(x.ID)})
	}
	return s.ShowCorrection(c, m, t)
}
