package campaign

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

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
	m := campaignList{
		Frame: s.Frame(c, s.Text.Say("nav.review")),
		None: page.EmptyState{
			Text: s.Text.Say("campaign.no_campaign"),
			Next: page.Link{Text: s.Text.Say("page.plan"), Href: "/ke-hoach"},
		},
		Services: s.ServicesState(services),
	}
	for _, b := range boards {
		m.Campaigns = append(m.Campaigns, s.campaignHead(c, b))
	}
	return s.Show(c, http.StatusOK, "campaign/list", m)
}

// campaignHead says how a campaign stands.
func (s *Room) campaignHead(c *gin.Context, b app.Board) campaignHead {
	h := campaignHead{Board: b, Due: s.campaignDue(b), MayAssign: s.Person(c).May(account.AssignReview)}
	if b.Started.IsZero() {
		h.Empty = s.noList(c, b)
		return h
	}
	h.Facts, h.Bar = s.campaignFacts(b), page.Bar{Percent: "0", Label: s.Text.Say("campaign.fact.reviewed", "0/0")}
	for _, t := range b.Targets {
		if t.Metric == review.Reviewed {
			h.Bar = s.targetBar(t, b.Rules)
			break
		}
	}
	return h
}

// noList says why a campaign shows nothing yet, and offers the step that changes it to whoever may take it.
func (s *Room) noList(c *gin.Context, b app.Board) page.EmptyState {
	if !s.Person(c).May(account.AssignReview) || b.Plan.TakesWork() != nil {
		return page.EmptyState{Text: s.Text.Say("campaign.no_list_wait")}
	}
	freeze := page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/danh-muc"
	return page.EmptyState{
		Text: s.Text.Say("campaign.no_list"),
		Next: page.Link{Text: s.Text.Say("campaign.freeze"), Href: freeze},
	}
}

// campaignFacts is the line of a campaign: reviewed, proposals, cost; each leads to its target.
func (s *Room) campaignFacts(b app.Board) []page.Link {
	reviewed := viet.Number(int64(b.Reviewed.Reviewed)) + "/" + viet.Number(int64(b.Reviewed.Listed))
	facts := []page.Link{
		{Text: s.Text.Say("campaign.fact.reviewed", reviewed), Href: "/chi-tieu"},
		{Text: s.Text.Say("campaign.fact.proposals", b.Proposals), Href: "/phuong-an"},
		{Text: s.Text.Say("campaign.fact.no_cost"), Href: "/chi-tieu"},
	}
	cost := &facts[2]
	if share := viet.Percent(b.Decided.Percent, false); share != "" {
		cost.Text = s.Text.Say("campaign.fact.cost", share)
	}
	for _, t := range b.Targets {
		switch t.Metric {
		case review.Reviewed:
			facts[0].Href = "/chi-tieu#" + t.ID
		case review.Cost:
			cost.Href = "/chi-tieu#" + t.ID
			cost.Text = s.Text.Say("campaign.fact.cost", percentOf(t.Ratio(), t.Threshold, b.Rules))
		}
	}
	return facts
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

// frozen says how many procedures a list has, and since when.
func (s *Room) frozen(b app.Board) string {
	return s.Text.Say("campaign.frozen", b.Reviewed.Listed, viet.ShortDate(value.On(b.Started)))
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
	if b.Started.IsZero() {
		m.State = page.Joined(" · ", s.Text.Say("plan.line", b.Plan.Number), m.Of.Due)
		return s.Show(c, http.StatusOK, "campaign/board", m)
	}
	m.State = viet.Capital(page.Joined(" · ", s.frozen(b), m.Of.Due))
	open := map[any]bool{} // the lines of the review plan that leave something open
	for _, p := range b.Notices {
		open[p.Args[0]] = true
	}
	m.Open, m.Rows, m.All = len(open), b.Lines, len(b.Lines)
	for _, f := range s.boardFilters() {
		set := c.Query(f.id)
		m.Filters = append(m.Filters, s.filterCell(f, b.Lines, set))
		if set != "" {
			m.Clear = c.Request.URL.Path
			m.Rows = slices.DeleteFunc(slices.Clone(m.Rows), func(l app.BoardLine) bool {
				v, _ := f.of(l)
				return v != set
			})
		}
	}
	m.Shown = len(m.Rows)
	return s.Show(c, http.StatusOK, "campaign/board", m)
}

// boardFilter narrows a board by one thing of a line: its value and its words; what has no value is not offered.
type boardFilter struct {
	id, title string
	of        func(app.BoardLine) (value, text string)
}

func (s *Room) boardFilters() []boardFilter {
	return []boardFilter{
		{"trang-thai", "campaign.col.state", func(l app.BoardLine) (string, string) {
			return cmp.Or(string(l.Of.State), "none"), s.Text.Name("state", string(l.Of.State))
		}},
		{"nguoi", "campaign.col.officer", func(l app.BoardLine) (string, string) {
			return cmp.Or(l.Officer.Name, "-"), cmp.Or(l.Officer.Shown(), s.Text.Say("campaign.nobody"))
		}},
		{"linh-vuc", "facet.field", func(l app.BoardLine) (string, string) {
			return l.Of.Item.Field, l.Of.Item.Field
		}},
		{"han", "campaign.col.due", func(l app.BoardLine) (string, string) {
			if l.Late {
				return "qua", s.Text.Say("due.late")
			}
			return "", ""
		}},
	}
}

// filterCell is a filter as a choice, each value with how many procedures of the whole list it has.
func (s *Room) filterCell(f boardFilter, lines []app.BoardLine, set string) field.Cell {
	all := []field.Option{{Text: s.Text.Say("filter.all")}}
	count := map[string]int64{}
	for _, l := range lines {
		v, text := f.of(l)
		if count[v]++; v != "" && count[v] == 1 {
			all = append(all, field.Option{Value: v, Text: text, Selected: v == set})
		}
	}
	viet.SortBy(all[1:], func(o field.Option) string { return o.Text })
	for i := range all[1:] {
		all[i+1].Text += " (" + viet.Number(count[all[i+1].Value]) + ")"
	}
	return field.Cell{ID: f.id, Label: s.Text.Say(f.title), Type: "select", Options: all}
}

// campaignList is the campaigns of the plan that is followed. Template: campaign/list.
type campaignList struct {
	page.Frame
	Campaigns []campaignHead
	None      page.EmptyState // shown where the plan has no campaign
	Services  string          // how far the reviews of online services are
}

// campaignHead is how a campaign stands, in the list of them and above its own.
type campaignHead struct {
	app.Board
	Facts     []page.Link // "34/47 đã rà soát", "7 phương án", "18,60% chi phí"; each leads to its target
	Due       string
	Bar       page.Bar
	MayAssign bool
	Empty     page.EmptyState // the list is not frozen yet
}

// campaignBoard is the list of a campaign with how each procedure stands. Template: campaign/board.
type campaignBoard struct {
	page.Frame
	Of         campaignHead
	State      string
	Open       int // procedures for which the review plan leaves something open
	Filters    []field.Cell
	Rows       []app.BoardLine
	Shown, All int
	Clear      string // address without filters; empty: none is set
}

// FormHref is the review form of a procedure of the list.
func (h campaignHead) FormHref(code catalog.Code) string {
	return page.CampaignHref(h.Plan.ID, h.Campaign.ID) + "/thu-tuc/" + url.PathEscape(string(code))
}

// Share is how much of the cost before is saved, in percent.
func (m campaignBoard) Share(l review.CostLine) string { return viet.Percent(l.Percent, false) }
