package proposal

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// textList is the documents that the proposals of a plan ask to amend. Template: proposal/texts.
type textList struct {
	page.Frame
	State string
	All   int
	List  page.Listing
	Rows  []review.TextRequest
}

// decentralisedList is what was decentralised or asked to be. Template: proposal/decentralised.
type decentralisedList struct {
	page.Frame
	State string
	Of    review.Plan
	All   int
	List  page.Listing
	Rows  []review.Decentralisation
}

// Contents are the measures of a row in one line.
func (decentralisedList) Contents(d review.Decentralisation) string { return contents(d) }

// Decision is the number of the decision by which a row stands where it does; "" where none put it there.
func (decentralisedList) Decision(d review.Decentralisation) string { return decisionNumber(d) }

func decisionNumber(d review.Decentralisation) string {
	decision, _ := d.Proposal.DecidedBy(d.State)
	return decision.Number
}

// Texts is one table of all documents that the proposals of the plan ask to amend.
func (s *Room) Texts(c *gin.Context) error {
	all, err := s.App.Requests(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	list := s.textList(all)
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("page.texts"), all.Texts)
	}
	m := textList{
		Frame: s.Frame(c, s.Text.Say("page.texts")),
		State: s.Text.Say("texts.state", review.CountDocuments(all.Texts), len(all.Texts)),
		All:   len(all.Texts),
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, all.Texts)
	return s.Show(c, http.StatusOK, "proposal/texts", m)
}

func (s *Room) textList(all app.Requests) page.List[review.TextRequest] {
	type row = review.TextRequest
	state := func(r row) string { return s.Text.Name("state", string(r.State)) }
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("van-ban", "texts.document", func(r row) string { return r.Document }),
			page.WordsColumn("dieu", "texts.article", func(r row) string { return r.Article }, page.Beside),
			page.WordsColumn("noi-dung", "texts.request", func(r row) string { return r.Request }),
			page.WordsColumn("thu-tuc", "col.procedure", func(r row) string { return itemsText(r.Items) }),
			page.WordsColumn("thuc-hien", "texts.by", func(r row) string { return r.By }),
			page.DayColumn("han", "col.due", func(r row) value.Date { return r.Due }),
			page.WordsColumn("tinh-trang", "col.status", state),
		},
		Filters: []page.Filter[row]{
			{ID: "trang-thai", Title: "col.status", Chips: true, Of: func(r row) []field.Option {
				return page.One(string(r.State), state(r))
			}},
			{ID: "ra-soat", Title: "proposal.campaign", Of: func(r row) []field.Option {
				return page.One(string(r.Proposal.Campaign), page.CampaignName(all.Plan, r.Proposal.Campaign))
			}},
		},
	}
}

// Decentralised lists what was decentralised or asked to be in the plan.
func (s *Room) Decentralised(c *gin.Context) error {
	all, err := s.App.Requests(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	list := s.decentralisedList(all)
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("page.decentralised"), all.Decentralised)
	}
	done := 0
	for _, d := range all.Decentralised {
		if d.IsDone() {
			done++
		}
	}
	m := decentralisedList{
		Frame: s.Frame(c, s.Text.Say("page.decentralised")),
		State: s.Text.Say("decentralised.state", len(all.Decentralised), done),
		Of:    all.Plan,
		All:   len(all.Decentralised),
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, all.Decentralised)
	return s.Show(c, http.StatusOK, "proposal/decentralised", m)
}

func (s *Room) decentralisedList(all app.Requests) page.List[review.Decentralisation] {
	type row = review.Decentralisation
	state := func(r row) string { return s.Text.Name("state", string(r.State)) }
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("thu-tuc", "col.procedure", func(r row) string { return itemsText(r.Items) }),
			page.WordsColumn("ra-soat", "proposal.campaign", func(r row) string {
				return page.CampaignName(all.Plan, r.Proposal.Campaign)
			}, page.Beside),
			page.WordsColumn("noi-dung", "decentralised.content", contents),
			page.WordsColumn("tinh-trang", "col.status", state),
			page.WordsColumn("quyet-dinh", "decentralised.decision", decisionNumber, page.Beside),
		},
		Filters: []page.Filter[row]{
			{ID: "trang-thai", Title: "col.status", Chips: true, Of: func(r row) []field.Option {
				return page.One(string(r.State), state(r))
			}},
		},
	}
}

func contents(d review.Decentralisation) string {
	var out []string
	for _, m := range d.Measures {
		out = append(out, m.Content)
	}
	return strings.Join(out, "; ")
}

// itemsText are the procedures of a row with their codes.
func itemsText(items []review.ListItem) string {
	var out []string
	for _, x := range items {
		out = append(out, x.Name+" ("+string(x.Code)+")")
	}
	return strings.Join(out, "; ")
}
