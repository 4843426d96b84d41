package campaign

import (
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// CorrectForm is the page on which number and day of a decision that changed a list are put right.
func (s *Room) CorrectForm(c *gin.Context) error {
	was := recorded(c.Request.URL.Query())
	return s.showCorrect(c, was, page.Shown(page.CorrectForm.Values(app.DecisionOrder{DecisionRef: was})))
}

// recorded is the decision as it stands, of an address or a form.
func recorded(in url.Values) review.DecisionRef {
	day, _ := value.ParseDate(in.Get("ngay")) // of no day there is no decision
	return review.DecisionRef{Number: in.Get("so"), Date: day}
}

// Correct puts them right with a reason.
func (s *Room) Correct(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.boardOf(c)
	if err != nil {
		return page.Act{}, err
	}
	was := recorded(in)
	return s.Kit.Correct(in, func(o app.DecisionOrder) (page.Done, error) {
		ctx := c.Request.Context()
		plan, campaign := string(b.Plan.ID), b.Campaign.ID
		err := s.App.CorrectListChange(ctx, s.Person(c), plan, campaign, was, o.DecisionRef, o.Reason)
		return page.Done{
			To:   page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/thay-doi",
			Say:  "list.correct.said",
			Args: []any{s.App.DecisionNumber(ctx, o.Number), viet.ShortDate(o.Date)},
		}, err
	}, func(t page.Typed) error { return s.showCorrect(c, was, t) }), nil
}

func (s *Room) showCorrect(c *gin.Context, was review.DecisionRef, t page.Typed) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	isIt := func(x review.ListChange) bool { return x.Decision == was }
	if !slices.ContainsFunc(b.Items, func(x review.ListItem) bool { return slices.ContainsFunc(x.Changes, isIt) }) {
		return value.ErrNotFound
	}
	back := page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/thay-doi"
	return s.ShowCorrection(c, page.Correction{
		Frame:  s.Frame(c, s.Text.Say("list.correct.title")),
		Back:   page.Link{Text: s.Text.Say("list.title"), Href: back},
		State:  s.Text.Say("list.correct.state", was.Number, viet.ShortDate(was.Date)),
		Action: back + "/dinh-chinh",
		Typed:  []page.HiddenField{{Name: "so", Value: was.Number}, {Name: "ngay", Value: was.Date.String()}},
	}, t)
}
