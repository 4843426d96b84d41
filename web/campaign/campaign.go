// Package campaign is the room of the reviews under way: campaigns, their boards and lists, the review form and the
// targets.
package campaign

import (
	"cmp"
	"embed"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// List shows the campaigns of the plan that is followed.
func (s *Room) List(c *gin.Context) error {
	boards, err := s.App.Boards(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	services, err := s.App.Restructurings(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	m := campaignList{Frame: s.Frame(c, s.Text.Say("nav.review")), Services: s.ServicesState(services)}
	for _, b := range boards {
		m.Campaigns = append(m.Campaigns, s.campaignHead(c, b))
		if err := s.SayGuessed(c, &m.Frame, b.LastDay, b.Campaign.Due); err != nil {
			return err
		}
	}
	return s.Show(c, http.StatusOK, "campaign/list", m)
}

// campaignHead says how a campaign stands.
func (s *Room) campaignHead(c *gin.Context, b app.Board) campaignHead {
	none := s.Text.Say("campaign.fact.reviewed", "0/0")
	h := campaignHead{Board: b, Due: s.campaignDue(b), MayAssign: s.Person(c).May(account.AssignReview)}
	h.MayFreeze = h.MayAssign && b.Plan.TakesWork() == nil
	h.Bar, h.Cost = page.Bar{Percent: "0", Label: none}, h.Share(b.Decided)
	for _, t := range b.Targets {
		switch t.Metric {
		case review.Reviewed:
			h.ReviewedID, h.Bar = t.ID, s.targetBar(t)
		case review.Cost:
			h.CostID, h.Cost = t.ID, cmp.Or(t.Shown(), "–")
			if t.Outcome() == review.NotConcluded {
				h.NotConcluded = s.verdict(t).Text
			}
		case review.Number:
			h.Number = s.share(t)
		case review.Time:
			h.Time = s.share(t)
			if t.Outcome() == review.NotMeasured {
				h.Time.Open = s.verdict(t).Text
			}
		}
	}
	return h
}

// share is what the facts of a campaign say of a target.
func (s *Room) share(t review.TargetResult) targetShare {
	return targetShare{ID: t.ID, Text: cmp.Or(t.Shown(), "–")}
}

// campaignDue says by when a campaign must be done.
func (s *Room) campaignDue(b app.Board) string {
	switch {
	case b.LastDay.IsZero():
		return ""
	case b.AsOf.After(b.LastDay):
		return s.Text.Say("campaign.due_past", viet.ShortDate(b.LastDay))
	}
	return s.Text.Say("campaign.due", viet.ShortDate(b.LastDay))
}

// frozen says how many procedures a list has, and since when; of one that has changed, how many it has now.
func (s *Room) frozen(b app.Board) string {
	day := viet.ShortDate(value.On(b.Started))
	if !review.HasChanged(b.Items, b.AsOf) {
		return s.Text.Say("campaign.frozen", b.Reviewed.Listed, day)
	}
	return s.Text.Say("campaign.frozen_changed", len(review.FrozenList(b.Items)), day, b.Reviewed.Listed)
}

// boardOf is the campaign that an address names.
func (s *Room) boardOf(c *gin.Context) (app.Board, error) {
	return s.App.CampaignBoard(c.Request.Context(), c.Param("plan"), review.CampaignID(c.Param("campaign")))
}

// Board shows the list of a campaign, filtered as the address says.
func (s *Room) Board(c *gin.Context) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	m := campaignBoard{Frame: s.Frame(c, b.Campaign.Name), Of: s.campaignHead(c, b)}
	if err := s.SayGuessed(c, &m.Frame, b.LastDay, b.Campaign.Due); err != nil {
		return err
	}
	if b.Started.IsZero() {
		m.State = page.Joined(" · ", s.Text.Say("plan.line", b.Plan.Number), m.Of.Due)
		return s.Show(c, http.StatusOK, "campaign/board", m)
	}
	m.State = viet.Capital(page.Joined(" · ", s.frozen(b), m.Of.Due))
	m.Course = s.courseOf(b)
	m.Open = map[any]bool{}
	for _, p := range b.Notices {
		m.Open[p.Args[0]] = true
	}
	list := s.boardList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, b.Campaign.Name, b.Lines)
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, b.Lines)
	m.Changes = listChanges(b.Items)
	s.nameWriters(c, m.Changes)
	return s.Show(c, http.StatusOK, "campaign/board", m)
}

// boardList is the list of a campaign with how each procedure stands. What is not decided and not on its way costs as
// much afterwards, so that every column comes to its total.
func (s *Room) boardList() page.List[app.BoardLine] {
	state := func(l app.BoardLine) string { return s.Text.Name("state", string(l.Of.State)) }
	perYear := page.InUnit("campaign.col.dong_a_year")
	return page.List[app.BoardLine]{
		Of:     "campaign.shown",
		Sought: func(l app.BoardLine) string { return l.Of.Item.Field },
		Columns: []page.Column[app.BoardLine]{
			page.WordsColumn("ma", "col.code", func(l app.BoardLine) string { return string(l.Of.Item.Code) }),
			page.WordsColumn("ten", "col.procedure", func(l app.BoardLine) string {
				return l.Of.Item.Name
			}, page.Beside),
			page.WordsColumn("nguoi-ra-soat", "campaign.col.officer", func(l app.BoardLine) string {
				return l.Officer.Shown()
			}),
			page.DayColumn("thoi-han", "col.due", func(l app.BoardLine) value.Date { return l.Of.Item.Due }),
			page.WordsColumn("tinh-trang", "col.status", state),
			page.WordsColumn("ket-luan", "proposal.conclusion", func(l app.BoardLine) string {
				if l.Of.Review == nil {
					return ""
				}
				return s.Text.Name("conclusion", string(l.Of.Review.Conclusion))
			}),
			page.MoneyColumn("truoc", "campaign.col.before", func(l app.BoardLine) value.Opt[value.Money] {
				return l.Before
			}, perYear),
			page.MoneyColumn("sau", "campaign.col.after", func(l app.BoardLine) value.Opt[value.Money] {
				return l.After
			}, perYear),
			page.MoneyColumn("tiet-kiem", "campaign.col.saving", func(l app.BoardLine) value.Opt[value.Money] {
				return l.Saving
			}, perYear),
		},
		Filters: []page.Filter[app.BoardLine]{
			{
				ID: "trang-thai", Title: "campaign.col.state", Chips: true, Order: stateOrder(),
				Of: func(l app.BoardLine) []field.Option {
					return page.One(cmp.Or(string(l.Of.State), "none"), state(l))
				},
			},
			{ID: "han", Title: "", Chips: true, Of: func(l app.BoardLine) []field.Option {
				if !l.Late {
					return nil
				}
				return page.One("qua", s.Text.Say("due.late"))
			}},
			{ID: "nguoi", Title: "campaign.col.officer", Of: func(l app.BoardLine) []field.Option {
				return page.One(cmp.Or(l.Officer.Name, "-"), cmp.Or(l.Officer.Shown(), s.Text.Say("campaign.nobody")))
			}},
			{ID: "linh-vuc", Title: "facet.field", Of: func(l app.BoardLine) []field.Option {
				return page.One(l.Of.Item.Field, l.Of.Item.Field)
			}},
		},
	}
}

// stateOrder is the states of a review from the first to the last.
func stateOrder() []string {
	out := []string{"none"}
	for _, st := range review.States {
		out = append(out, string(st))
	}
	return out
}

// campaignList is the campaigns of the plan that is followed. Template: campaign/list.
type campaignList struct {
	page.Frame
	Campaigns []campaignHead
	Services  string // how far the reviews of online services are
}

// campaignHead is how a campaign stands, in the list of them and above its own.
type campaignHead struct {
	app.Board
	ReviewedID, CostID   string // the targets that the facts lead to
	Cost, Due            string // "18,60%"; "hạn 09/8/2024"
	NotConcluded         string // why the cost target cannot be judged yet
	Number, Time         targetShare
	Bar                  page.Bar
	MayAssign, MayFreeze bool
}

// targetShare is the share that a target has reached, and where it is told; nothing where the plan has no such target.
type targetShare struct {
	ID, Text string
	Open     string // why it cannot be judged yet
}

// campaignBoard is the list of a campaign with how each procedure stands. Template: campaign/board.
type campaignBoard struct {
	page.Frame
	Of      campaignHead
	State   string
	Course  course
	Open    map[any]bool // the procedures for which the review plan leaves something open
	List    page.Listing
	Rows    []app.BoardLine
	Changes []listChange
}

// FormHref is the review form of a procedure of the list.
func (h campaignHead) FormHref(code catalog.Code) string {
	return page.CampaignHref(h.Plan.ID, h.Campaign.ID) + "/thu-tuc/" + url.PathEscape(string(code))
}

// Share is how much of the cost before is saved: "18,60%"; "" while a procedure is not priced.
func (h campaignHead) Share(t review.CostTable) string {
	share, known := t.Share()
	if !known {
		return ""
	}
	return h.Plan.CostShares(h.Campaign.ID, h.Rules).Text(share)
}

// totalShare is what stands beside a total: its share, or how many procedures it says nothing of.
type totalShare struct {
	Share    string
	Unpriced int
}

// ShareOf is what stands beside a total.
func (h campaignHead) ShareOf(t review.CostTable) totalShare {
	return totalShare{h.Share(t), len(t.Unpriced)}
}
