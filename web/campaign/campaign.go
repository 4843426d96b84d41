package campaign

import (
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

// List shows the campaigns of the plan that is followed.
func (s *Room) List(c *gin.Context) error {
	boards, err := s.App.Boards(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	m := campaignList{
		Frame: s.Frame(c, s.Text.Say("nav.review")),
		None: page.EmptyState{
			Text: s.Text.Say("campaign.no_campaign"),
			Next: page.Link{Text: s.Text.Say("page.plan"), Href: "/ke-hoach"},
		},
	}
	for _, b := range boards {
		m.State = s.Text.Say("plan.state", b.Plan.Number, viet.ShortDate(b.Plan.Date))
		m.Campaigns = append(m.Campaigns, s.campaignLine(c, b))
	}
	services, err := s.App.Restructurings(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	m.Services = campaignServices{
		Title: page.Link{Text: s.Text.Say("campaign.services"), Href: page.ServicesPath},
		State: s.ServicesState(services),
	}
	return s.Show(c, http.StatusOK, "campaign/list", m)
}

// campaignLine says in one line how a campaign stands.
func (s *Room) campaignLine(c *gin.Context, b app.Board) campaignLine {
	href := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
	l := campaignLine{Name: b.Campaign.Name, Href: href}
	l.Due = viet.Capital(s.campaignDue(b))
	if b.Started.IsZero() {
		l.Empty = s.noList(c, b)
		return l
	}
	l.Facts = s.campaignFacts(b)
	l.Bar = s.reviewedBar(b)
	l.Actions = s.campaignActions(c, b)
	return l
}

// reviewedBar draws how much of the list is reviewed.
func (s *Room) reviewedBar(b app.Board) page.Bar {
	for _, t := range b.Targets {
		if t.Metric == review.Reviewed {
			return s.targetBar(t, b.Rules.PercentPlaces.Or(2), b.Rules.TrimZeroPercent)
		}
	}
	return page.Bar{Percent: "0", Label: s.Text.Say("campaign.fact.reviewed", "0/0")}
}

// noList says why a campaign shows nothing yet, and offers the step that changes it to whoever may take it.
func (s *Room) noList(c *gin.Context, b app.Board) page.EmptyState {
	if s.Person(c).May(account.AssignReview) {
		return page.EmptyState{
			Text: s.Text.Say("campaign.no_list"),
			Next: page.Link{
				Text: s.Text.Say("campaign.freeze"),
				Href: page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/danh-muc",
			},
		}
	}
	return page.EmptyState{Text: s.Text.Say("campaign.no_list_wait")}
}

// campaignFacts is the line of a campaign: reviewed, proposals, cost; each leads to its target.
func (s *Room) campaignFacts(b app.Board) []page.Link {
	reviewed := viet.Number(int64(b.Reviewed.Reviewed)) + "/" + viet.Number(int64(b.Reviewed.Listed))
	facts := []page.Link{
		{Text: s.Text.Say("campaign.fact.reviewed", reviewed), Href: "/chi-tieu"},
		{Text: s.Text.Say("campaign.fact.proposals", b.Proposals), Href: "/phuong-an"},
	}
	cost := page.Link{Text: s.Text.Say("campaign.fact.no_cost"), Href: "/chi-tieu"}
	if b.Decided.Percent != "" {
		cost.Text = s.Text.Say("campaign.fact.cost", viet.Percent(b.Decided.Percent, false))
	}
	for _, t := range b.Targets {
		switch t.Metric {
		case review.Reviewed:
			facts[0].Href = "/chi-tieu#" + t.ID
		case review.Cost:
			cost.Href = "/chi-tieu#" + t.ID
			share := s.targetPercent(t, b.Rules.PercentPlaces.Or(2), b.Rules.TrimZeroPercent)
			cost.Text = s.Text.Say("campaign.fact.cost", share)
		}
	}
	return append(facts, cost)
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

// campaignActions are the ways on from a campaign; the first is the main one.
func (s *Room) campaignActions(c *gin.Context, b app.Board) []page.Link {
	href := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
	plan := page.Link{Text: s.Text.Say("campaign.see_plan"), Href: href + "/ke-hoach"}
	if s.Person(c).May(account.AssignReview) {
		plan.Text = s.Text.Say("campaign.assign")
	}
	return []page.Link{plan, {Text: s.Text.Say("campaign.report"), Href: "/bao-cao?dot=" + string(b.Campaign.ID)}}
}

// boardOf is the campaign that an address names.
func (s *Room) boardOf(c *gin.Context) (app.Board, error) {
	return s.App.CampaignBoard(c.Request.Context(), c.Param("plan"), review.CampaignID(c.Param("campaign")))
}

// boardFilter is what the address of a board asks for.
type boardFilter struct{ officer, state, field, late string }

// Board shows the list of a campaign, filtered as the address says.
func (s *Room) Board(c *gin.Context) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	m := campaignBoard{Frame: s.Frame(c, b.Campaign.Name), Name: b.Campaign.Name}
	due := s.campaignDue(b)
	m.State = page.Joined(" · ", s.Text.Say("plan.line", b.Plan.Number), due)
	if b.Started.IsZero() {
		m.Empty = s.noList(c, b)
		return s.Show(c, http.StatusOK, "campaign/board", m)
	}
	frozen := s.Text.Say("campaign.frozen", b.Reviewed.Listed, viet.ShortDate(value.On(b.Started)))
	m.State = viet.Capital(page.Joined(" · ", frozen, due))
	m.Facts, m.Actions = s.campaignFacts(b), s.campaignActions(c, b)
	if open := openLines(b); open > 0 {
		m.Notice = page.Link{Text: s.Text.Say("campaign.plan_open", open), Href: m.Actions[0].Href}
	}
	f := boardFilter{c.Query("nguoi"), c.Query("trang-thai"), c.Query("linh-vuc"), c.Query("han")}
	for _, l := range b.Lines {
		if f.takes(l) {
			m.Rows = append(m.Rows, s.boardRow(b, l))
		}
	}
	m.Filters = s.boardFilters(b, f)
	if f != (boardFilter{}) {
		m.Shown, m.All = s.Text.Say("campaign.shown", len(m.Rows), len(b.Lines)), c.Request.URL.Path
	}
	if len(m.Rows) == 0 {
		m.None = s.Text.Say("campaign.nothing_shown")
	}
	m.Decided = s.boardTotal("campaign.total_decided", b.Decided)
	m.Wide = s.boardTotal("campaign.total_wide", b.Proposed)
	return s.Show(c, http.StatusOK, "campaign/board", m)
}

// openLines is how many lines of the review plan leave something open.
func openLines(b app.Board) int {
	lines := map[string]bool{}
	for _, p := range b.Notices {
		lines[p.Args[0].(string)] = true
	}
	return len(lines)
}

func (f boardFilter) takes(l app.BoardLine) bool {
	return (f.officer == "" || f.officer == officerValue(l)) && (f.state == "" || f.state == stateValue(l)) &&
		(f.field == "" || f.field == l.Of.Item.Field) && (f.late == "" || l.Late)
}

// Values of the filters for what has none.
const (
	nobodyValue  = "-"
	noStateValue = "none"
)

func officerValue(l app.BoardLine) string {
	if l.Officer.Name == "" {
		return nobodyValue
	}
	return l.Officer.Name
}

func stateValue(l app.BoardLine) string {
	if l.Of.State == "" {
		return noStateValue
	}
	return string(l.Of.State)
}

// boardFilters are the choices that narrow a board, each value with how many procedures of the whole list it has.
func (s *Room) boardFilters(b app.Board, f boardFilter) []field.Cell {
	filter := func(id, title, set string, of func(app.BoardLine) (value, text string)) field.Cell {
		out := field.Cell{
			ID:      id,
			Label:   s.Text.Say(title),
			Type:    "select",
			Options: []field.Option{{Text: s.Text.Say("filter.all")}},
		}
		count := map[string]int{}
		for _, l := range b.Lines {
			v, text := of(l)
			if v == "" {
				continue
			}
			if count[v]++; count[v] == 1 {
				out.Options = append(out.Options, field.Option{Value: v, Text: text, Selected: v == set})
			}
		}
		viet.SortBy(out.Options[1:], func(o field.Option) string { return o.Text })
		for i, o := range out.Options[1:] {
			out.Options[i+1].Text = o.Text + " (" + viet.Number(int64(count[o.Value])) + ")"
		}
		return out
	}
	return []field.Cell{
		filter("trang-thai", "campaign.col.state", f.state, func(l app.BoardLine) (string, string) {
			return stateValue(l), s.Text.Name("state", string(l.Of.State))
		}),
		filter("nguoi", "campaign.col.officer", f.officer, func(l app.BoardLine) (string, string) {
			return officerValue(l), s.officerName(l.Officer)
		}),
		filter("linh-vuc", "facet.field", f.field, func(l app.BoardLine) (string, string) {
			return l.Of.Item.Field, l.Of.Item.Field
		}),
		filter("han", "campaign.col.due", f.late, func(l app.BoardLine) (string, string) {
			if l.Late {
				return "qua", s.Text.Say("due.late")
			}
			return "", ""
		}),
	}
}

func (s *Room) officerName(p app.Person) string {
	if p.Name == "" {
		return s.Text.Say("campaign.nobody")
	}
	return p.Shown()
}

// boardRow is one procedure's row. What is not decided and not on its way saves nothing yet: a dash.
func (s *Room) boardRow(b app.Board, l app.BoardLine) boardRow {
	item := l.Of.Item
	r := boardRow{
		Code:    string(item.Code),
		Name:    item.Name,
		Field:   item.Field,
		Officer: s.officerName(l.Officer),
		Due:     viet.ShortDate(item.Due),
		Late:    l.Late,
		Href:    page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/thu-tuc/" + url.PathEscape(string(item.Code)),
		State:   page.StateBadge(s.Text, l.Of.State),
		Before:  orDash(l.Before),
		After:   "–",
		Saving:  "–",
	}
	if l.Of.Review != nil {
		r.Conclusion = s.Text.Name("conclusion", string(l.Of.Review.Conclusion))
		r.Proposal = page.ProposalHref(l.Of.Review.ID)
	}
	if l.Counts {
		r.After, r.Saving = orDash(l.After), orDash(l.Saving)
	}
	return r
}

func orDash(m value.Opt[value.Money]) string {
	if v, known := m.Get(); known {
		return viet.Number(int64(v))
	}
	return "–"
}

func (s *Room) boardTotal(title string, l review.CostLine) boardTotal {
	t := boardTotal{
		Title:  s.Text.Say(title),
		Before: orDash(l.Before),
		After:  orDash(l.After),
		Saving: orDash(l.Saving),
	}
	if l.Percent != "" {
		t.Percent = viet.Percent(l.Percent, false)
	}
	return t
}

// chosen are the codes that a form of choices sent; not nil, which would choose all.
func chosen(in url.Values) []catalog.Code {
	out := []catalog.Code{}
	for _, code := range in["code"] {
		out = append(out, catalog.Code(code))
	}
	return out
}

// campaignList is the campaigns of the plan that is followed. Template: campaign/list.
type campaignList struct {
	page.Frame
	State     string
	Campaigns []campaignLine
	None      page.EmptyState // shown where the plan has no campaign
	Services  campaignServices
}

// campaignServices is how far the reviews of online services are.
type campaignServices struct {
	Title page.Link
	State string
}

// campaignLine is one campaign in a line that leads to the targets.
type campaignLine struct {
	Name    string
	Href    string
	Facts   []page.Link // "34/47 đã rà soát", "7 phương án", "18,60% chi phí"; each leads to its target
	Due     string      // "hạn 09/8/2024, còn 19 ngày làm việc"
	Bar     page.Bar
	Actions []page.Link
	Empty   page.EmptyState // the list is not frozen yet
}

// campaignBoard is the list of a campaign with how each procedure stands. Template: campaign/board.
type campaignBoard struct {
	page.Frame
	Name    string
	State   string
	Facts   []page.Link
	Actions []page.Link
	Empty   page.EmptyState
	Notice  page.Link // what the review plan leaves open
	Filters []field.Cell
	Shown   string // "Hiện 5/12 thủ tục"; empty where all are shown
	All     string // address without filters
	Rows    []boardRow
	None    string // the filters leave nothing
	Decided boardTotal
	Wide    boardTotal
}

// boardRow is one procedure of the list.
type boardRow struct {
	Code       string
	Name       string
	Href       string // to its review form
	Field      string
	Officer    string
	Due        string
	Late       bool
	State      page.Badge
	Conclusion string
	Proposal   string // address; empty where there is none
	Before     string
	After      string
	Saving     string
}

type boardTotal struct {
	Title, Before, After, Saving, Percent string
}
