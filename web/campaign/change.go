package campaign

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// changeForm is what the record of a changed list asks for beside the procedures.
var changeForm = field.Form[app.ListOrder]{
	field.Text("number", func(o *app.ListOrder) *string { return &o.Number }, field.Medium, field.Need),
	field.Date("date", func(o *app.ListOrder) *value.Date { return &o.Date }, field.Need),
	field.Long("reason", func(o *app.ListOrder) *string { return &o.Reason }, field.Tall(3), field.Need),
}

// changeKeys is under which keys the labels of changeForm stand.
const changeKeys = "list"

// ChangeForm shows the page on which procedures enter or leave a frozen list, with what was decided so far.
func (s *Room) ChangeForm(c *gin.Context) error {
	return s.showChange(c, page.Shown(url.Values{}), false)
}

// ChangeList shows what a decision does to a frozen list, and records it once that was confirmed.
func (s *Room) ChangeList(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.boardOf(c)
	if err != nil {
		return page.Act{}, err
	}
	return page.ActOf(s.Kit, in, page.Edit[app.ListOrder]{
		Form: changeForm,
		Keys: changeKeys,
		Save: func(o app.ListOrder, _ func(*app.ListOrder)) (page.Done, error) {
			if in.Get("step") == "back" {
				return page.Done{Show: func() error { return s.showChange(c, page.Shown(in), false) }}, nil
			}
			o.Entering, o.Leaving = codesIn(in, "entering"), codesIn(in, "leaving")
			asks := in.Get("step") != "record"
			err := s.App.ChangeList(c.Request.Context(), s.Person(c), string(b.Plan.ID), b.Campaign.ID, o, asks)
			done := page.Done{
				To:   page.CampaignHref(b.Plan.ID, b.Campaign.ID),
				Say:  "list.recorded",
				Args: []any{len(o.Entering), len(o.Leaving), viet.ShortDate(o.Date)},
			}
			if asks && err == nil {
				done = page.Done{Show: func() error { return s.showChange(c, page.Shown(in), true) }}
			}
			return done, err
		},
		Again: func(t page.Typed) error { return s.showChange(c, t, false) },
	}), nil
}

// showChange shows the page as it was typed, or with asks what the decision does.
func (s *Room) showChange(c *gin.Context, t page.Typed, asks bool) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	if b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, page.CampaignHref(b.Plan.ID, b.Campaign.ID))
		return nil
	}
	may, _, err := s.App.Candidates(c.Request.Context(), b.Campaign.Takes())
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = changeKeys
	m := campaignChange{
		Frame:   s.Frame(c, s.Text.Say("list.title")),
		Of:      b,
		State:   viet.Capital(s.frozen(b)),
		Asks:    asks,
		Cells:   changeForm.Lay(f).Cells,
		Changes: listChanges(b.Items),
	}
	s.nameWriters(c, m.Changes)
	for i, x := range m.Changes {
		m.Changes[i].Correct = page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/thay-doi/dinh-chinh?" +
			url.Values{"so": {x.Decision.Number}, "ngay": {x.Decision.Date.String()}}.Encode()
	}
	var listed []app.Choice
	for _, l := range b.Lines {
		listed = append(listed, app.Choice{Code: l.Of.Item.Code, Name: l.Of.Item.Name, Field: l.Of.Item.Field})
	}
	others := slices.DeleteFunc(may, func(x app.Choice) bool { return hasChoice(listed, x.Code) })
	m.Sides = []changeSide{
		s.changeSide("entering", others, t.Values, asks, c.Request.URL),
		s.changeSide("leaving", listed, t.Values, asks, c.Request.URL),
	}
	if asks {
		s.sayEffect(&m)
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "campaign/change", m)
}

func hasChoice(list []app.Choice, code catalog.Code) bool {
	return slices.ContainsFunc(list, func(x app.Choice) bool { return x.Code.Key() == code.Key() })
}

// changeSide is the procedures that may enter or leave; where it is asked about, those chosen alone.
func (s *Room) changeSide(
	name string, list []app.Choice, typed url.Values, asks bool, address *url.URL,
) changeSide {
	out := changeSide{Field: name, Title: s.Text.Say("list." + name), Picks: page.Picks(address, name)}
	chosen := map[catalog.Code]bool{}
	for _, code := range codesIn(typed, name) {
		chosen[code.Key()] = true
	}
	list = slices.Clone(list)
	viet.SortBy(list, func(x app.Choice) string { return x.Field })
	for _, x := range list {
		chosen[x.Code.Key()] = out.Picks.IsTicked(chosen[x.Code.Key()])
	}
	if asks {
		list = slices.DeleteFunc(list, func(x app.Choice) bool { return !chosen[x.Code.Key()] })
	}
	for _, g := range s.choiceGroups(list, chosen) {
		open := slices.ContainsFunc(g.Choices, func(x choiceLine) bool { return x.Chosen })
		out.Groups = append(out.Groups, changeGroup{g, open})
		for _, x := range g.Choices {
			if x.Chosen {
				out.Chosen++
			}
		}
	}
	return out
}

// sayEffect says how many procedures the list has by the decision, and which reviews it no longer counts.
func (s *Room) sayEffect(m *campaignChange) {
	now := len(m.Of.Lines) + m.Sides[0].Chosen - m.Sides[1].Chosen
	m.Effect = s.Text.Say("list.effect", m.Cells[1].Value, len(m.Of.Lines), now)
	for _, g := range m.Sides[1].Groups {
		for _, x := range g.Choices {
			i := slices.IndexFunc(m.Of.Lines, func(l app.BoardLine) bool { return l.Of.Item.Code == x.Code })
			if r := m.Of.Lines[i].Of.Review; r != nil {
				state := s.Text.Name("state", string(m.Of.Lines[i].Of.State))
				m.Reviewed = append(m.Reviewed, s.Text.Say("list.reviewed", x.Code, page.ID(r.ID), state))
			}
		}
	}
}

// listChanges are the decisions that moved procedures after a list was frozen, newest first, each with what it moved.
func listChanges(items []review.ListItem) (out []listChange) {
	for _, item := range items {
		for _, x := range item.Changes {
			i := slices.IndexFunc(out, func(y listChange) bool {
				return y.Decision == x.Decision && y.Reason == x.Reason && y.By == x.By
			})
			if i < 0 {
				i = len(out)
				out = append(out, listChange{ListChange: x})
			}
			if x.Leaves {
				out[i].Left = append(out[i].Left, item)
			} else {
				out[i].Entered = append(out[i].Entered, item)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y listChange) int { return y.Decision.Date.Compare(x.Decision.Date) })
	return out
}

// nameWriters puts full names in the place of the user names of those who recorded decisions.
func (s *Room) nameWriters(c *gin.Context, all []listChange) {
	names := s.Names(c)
	for i := range all {
		all[i].By = names(all[i].By)
	}
}

// campaignChange is the page on which a frozen list changes. Template: campaign/change.
type campaignChange struct {
	page.Frame
	Of       app.Board
	State    string
	Asks     bool // what the decision does is shown, and asked once more
	Summary  field.Summary
	Cells    []field.Cell // number, day and reason of the decision
	Sides    []changeSide // what enters, what leaves
	Effect   string       // how many procedures the list has by it
	Reviewed []string     // reviews that it no longer counts
	Changes  []listChange
}

// changeSide is what may enter a list, or leave it.
type changeSide struct {
	Field, Title string
	Chosen       int
	Picks        page.Listing // all of them
	Groups       []changeGroup
}

type changeGroup struct {
	choiceGroup
	Open bool // something in it is chosen
}

// listChange is one decision with what it moved.
type listChange struct {
	review.ListChange
	Entered, Left []review.ListItem
	Correct       string // address where its number and day are put right; "" on a page where nobody does
}
