package web

import (
	"net/http"
	"net/url"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// campaigns shows the campaigns of the plan that is followed.
func (s *Server) campaigns(c *gin.Context) error {
	boards, err := s.app.Boards(c.Request.Context(), s.planID(c))
	if err != nil {
		return err
	}
	m := campaignList{frame: s.frame(c, s.text.Say("nav.review")), None: emptyState{Text: s.text.Say("campaign.no_campaign"), Next: link{s.text.Say("page.plan"), "/ke-hoach"}}}
	for _, b := range boards {
		m.State = s.text.Say("plan.state", b.Plan.Number, viet.ShortDate(b.Plan.Date))
		m.Campaigns = append(m.Campaigns, s.campaignLine(c, b))
	}
	services, err := s.app.Restructurings(c.Request.Context(), s.person(c), s.planID(c))
	if err != nil {
		return err
	}
	m.Services = campaignServices{Title: link{s.text.Say("campaign.services"), servicesPath}, State: s.servicesState(services)}
	return s.show(c, http.StatusOK, "campaign/list", m)
}

// campaignLine says in one line how a campaign stands.
func (s *Server) campaignLine(c *gin.Context, b app.Board) campaignLine {
	href := campaignHref(b.Plan.ID, b.Campaign.ID)
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
func (s *Server) reviewedBar(b app.Board) bar {
	for _, t := range b.Targets {
		if t.Metric == review.Reviewed {
			return s.targetBar(t, b.Rules.PercentPlaces.Or(2), b.Rules.TrimZeroPercent)
		}
	}
	return bar{Percent: "0", Label: s.text.Say("campaign.fact.reviewed", "0/0")}
}

// noList says why a campaign shows nothing yet, and offers the step that changes it to whoever may take it.
func (s *Server) noList(c *gin.Context, b app.Board) emptyState {
	if s.person(c).May(account.AssignReview) {
		return emptyState{Text: s.text.Say("campaign.no_list"), Next: link{s.text.Say("campaign.freeze"), campaignHref(b.Plan.ID, b.Campaign.ID) + "/danh-muc"}}
	}
	return emptyState{Text: s.text.Say("campaign.no_list_wait")}
}

// campaignFacts is the line of a campaign: reviewed, proposals, cost; each leads to its target.
func (s *Server) campaignFacts(b app.Board) []link {
	facts := []link{
		{s.text.Say("campaign.fact.reviewed", viet.Number(int64(b.Reviewed.Reviewed))+"/"+viet.Number(int64(b.Reviewed.Listed))), "/chi-tieu"},
		{s.text.Say("campaign.fact.proposals", b.Proposals), "/phuong-an"},
	}
	cost := link{s.text.Say("campaign.fact.no_cost"), "/chi-tieu"}
	if b.Decided.Percent != "" {
		cost.Text = s.text.Say("campaign.fact.cost", viet.Percent(b.Decided.Percent, false))
	}
	for _, t := range b.Targets {
		switch t.Metric {
		case review.Reviewed:
			facts[0].Href = "/chi-tieu#" + t.ID
		case review.Cost:
			cost.Href = "/chi-tieu#" + t.ID
			cost.Text = s.text.Say("campaign.fact.cost", s.targetPercent(t, b.Rules.PercentPlaces.Or(2), b.Rules.TrimZeroPercent))
		}
	}
	return append(facts, cost)
}

// campaignDue says by when a campaign must be done.
func (s *Server) campaignDue(b app.Board) string {
	switch {
	case b.LastDay.IsZero():
		return ""
	case b.AsOf.After(b.LastDay):
		return s.text.Say("campaign.due_past", viet.ShortDate(b.LastDay))
	}
	return s.text.Say("campaign.due", viet.ShortDate(b.LastDay))
}

// campaignActions are the ways on from a campaign; the first is the main one.
func (s *Server) campaignActions(c *gin.Context, b app.Board) []link {
	href := campaignHref(b.Plan.ID, b.Campaign.ID)
	plan := link{s.text.Say("campaign.see_plan"), href + "/ke-hoach"}
	if s.person(c).May(account.AssignReview) {
		plan.Text = s.text.Say("campaign.assign")
	}
	return []link{plan, {s.text.Say("campaign.report"), "/bao-cao?dot=" + string(b.Campaign.ID)}}
}

// boardOf is the campaign that an address names.
func (s *Server) boardOf(c *gin.Context) (app.Board, error) {
	return s.app.CampaignBoard(c.Request.Context(), c.Param("plan"), review.CampaignID(c.Param("campaign")))
}

// boardFilter is what the address of a board asks for.
type boardFilter struct{ officer, state, field, late string }

// board shows the list of a campaign, filtered as the address says.
func (s *Server) board(c *gin.Context) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	m := campaignBoard{frame: s.frame(c, b.Campaign.Name), Name: b.Campaign.Name}
	due := s.campaignDue(b)
	m.State = joined(" · ", s.text.Say("plan.line", b.Plan.Number), due)
	if b.Started.IsZero() {
		m.Empty = s.noList(c, b)
		return s.show(c, http.StatusOK, "campaign/board", m)
	}
	m.State = viet.Capital(joined(" · ", s.text.Say("campaign.frozen", b.Reviewed.Listed, viet.ShortDate(value.On(b.Started))), due))
	m.Facts, m.Actions = s.campaignFacts(b), s.campaignActions(c, b)
	if c.Query("da") == "chot" {
		m.Saved = s.text.Say("campaign.now_frozen", b.Reviewed.Listed)
	}
	if open := openLines(b); open > 0 {
		m.Notice = link{s.text.Say("campaign.plan_open", open), m.Actions[0].Href}
	}
	f := boardFilter{c.Query("nguoi"), c.Query("trang-thai"), c.Query("linh-vuc"), c.Query("han")}
	for _, l := range b.Lines {
		if f.takes(l) {
			m.Rows = append(m.Rows, s.boardRow(b, l))
		}
	}
	m.Filters = s.boardFilters(b, f)
	if f != (boardFilter{}) {
		m.Shown, m.All = s.text.Say("campaign.shown", len(m.Rows), len(b.Lines)), c.Request.URL.Path
	}
	if len(m.Rows) == 0 {
		m.None = s.text.Say("campaign.nothing_shown")
	}
	m.Decided = s.boardTotal("campaign.total_decided", b.Decided)
	m.Wide = s.boardTotal("campaign.total_wide", b.Proposed)
	return s.show(c, http.StatusOK, "campaign/board", m)
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
func (s *Server) boardFilters(b app.Board, f boardFilter) []field.Cell {
	filter := func(id, title, set string, of func(app.BoardLine) (value, text string)) field.Cell {
		out := field.Cell{ID: id, Label: s.text.Say(title), Type: "select", Options: []field.Option{{Text: s.text.Say("filter.all")}}}
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
		filter("trang-thai", "campaign.col.state", f.state, func(l app.BoardLine) (string, string) { return stateValue(l), s.text.Name("state", string(l.Of.State)) }),
		filter("nguoi", "campaign.col.officer", f.officer, func(l app.BoardLine) (string, string) { return officerValue(l), s.officerName(l.Officer) }),
		filter("linh-vuc", "facet.field", f.field, func(l app.BoardLine) (string, string) { return l.Of.Item.Field, l.Of.Item.Field }),
		filter("han", "campaign.col.due", f.late, func(l app.BoardLine) (string, string) {
			if l.Late {
				return "qua", s.text.Say("due.late")
			}
			return "", ""
		}),
	}
}

func (s *Server) officerName(p app.Person) string {
	if p.Name == "" {
		return s.text.Say("campaign.nobody")
	}
	return p.Shown()
}

// boardRow is one procedure's row. What is not decided and not on its way saves nothing yet: a dash.
func (s *Server) boardRow(b app.Board, l app.BoardLine) boardRow {
	item := l.Of.Item
	r := boardRow{Code: string(item.Code), Name: item.Name, Field: item.Field, Officer: s.officerName(l.Officer), Due: viet.ShortDate(item.Due), Late: l.Late,
		Href:   campaignHref(b.Plan.ID, b.Campaign.ID) + "/thu-tuc/" + url.PathEscape(string(item.Code)),
		State:  s.stateBadge(l.Of.State),
		Before: orDash(l.Before), After: "–", Saving: "–"}
	if l.Of.Review != nil {
		r.Conclusion = s.text.Name("conclusion", string(l.Of.Review.Conclusion))
		r.Proposal = proposalHref(l.Of.Review.ID)
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

// stateBadge is the word of a review's state, coloured by how far it got.
func (s *Server) stateBadge(state review.State) badge {
	b := badge{Text: s.text.Name("state", string(state))}
	switch {
	case review.Granted.Has(state):
		b.Tone = "met"
	case review.Proposed.Has(state):
		b.Tone = "accent"
	case state == review.Returned || state == review.Refused:
		b.Tone = "bad"
	}
	return b
}

func (s *Server) boardTotal(title string, l review.CostLine) boardTotal {
	t := boardTotal{Title: s.text.Say(title), Before: orDash(l.Before), After: orDash(l.After), Saving: orDash(l.Saving)}
	if l.Percent != "" {
		t.Percent = viet.Percent(l.Percent, false)
	}
	return t
}

// chosen are the codes that a form of choices sent.
func chosen(in url.Values) []catalog.Code {
	var out []catalog.Code
	for _, code := range in["code"] {
		out = append(out, catalog.Code(code))
	}
	return out
}
