package campaign

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// CorrectForm is the page on which number and day of a decision that changed a list are put right.
func (s *Room) CorrectForm(c *gin.Context) error {
	was := recorded(c.Request.URL.Query())
	return s.showCorrect(c, was, page.Shown(changeForm.Values(app.ListOrder{Number: was.Number, Date: was.Date})))
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
	return page.ActOf(s.Kit, in, page.Edit[app.ListOrder]{
		Form: changeForm,
		Keys: changeKeys,
		Save: func(o app.ListOrder, _ func(*app.ListOrder)) (page.Done, error) {
			ctx, is := c.Request.Context(), review.DecisionRef{Number: o.Number, Date: o.Date}
			plan, campaign := string(b.Plan.ID), b.Campaign.ID
			err := s.App.CorrectListChange(ctx, s.Person(c), plan, campaign, was, is, o.Reason)
			return page.Done{
				To:   page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/thay-doi",
				Say:  "list.correct.said",
				Args: []any{s.App.DecisionNumber(ctx, o.Number), viet.ShortDate(o.Date)},
			}, err
		},
		Again: func(t page.Typed) error { return s.showCorrect(c, was, t) },
	}), nil
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
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = changeKeys
	m := changeCorrect{Frame: s.Frame(c, s.Text.Say("list.correct.title")), Of: b, Was: was}
	m.Fields, m.Summary = changeForm.Lay(f).Cells, f.Summary()
	return s.Show(c, max(t.Status, http.StatusOK), "campaign/change_correct", m)
}

// changeCorrect is a decision that changed a list, to be put right. Template: campaign/change_correct.
type changeCorrect struct {
	page.Frame
	Of      app.Board
	Was     review.DecisionRef
	Summary field.Summary
	Fields  []field.Cell
}
