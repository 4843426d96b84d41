// Package campaign is the room of the reviews under way: campaigns, their boards and lists, the review form and the
// targets.
package campaign

import (
	"cmp"
	"embed"
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
	}
	return s.Show(c, http.StatusOK, "campaign/list", m)
}

// campaignHead says how a campaign stands.
func (s *Room) campaignHead(c *gin.Context, b app.Board) campaignHead {
	none := s.Text.Say("campaign.fact.reviewed", "0/0")
	h := campaignHead{Board: b, Due: s.campaignDue(b), MayAssign: s.Person(c).May(account.AssignReview)}
	h.MayFreeze = h.MayAssign && b.Plan.TakesWork() == nil
	h.Bar, h.Cost = page.Bar{Percent: "0", Label: none}, viet.Percent(b.Decided.Percent, false)
	for _, t := range b.Targets {
		switch t.Metric {
		case review.Reviewed:
			h.ReviewedID, h.Bar = t.ID, s.targetBar(t, b.Rules)
		case review.Cost:
			h.CostID, h.Cost = t.ID, percentOf(t.Ratio(), t.Threshold, b.Rules)
		}
	}
	return h
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
	m.Open, m.Rows = map[any]bool{}, b.Lines
	for _, p := range b.Notices {
		m.Open[p.Args[0]] = true
	}
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
		{"linh-vuc", "facet.field", func(l app.BoardLine) (string, string) { return l.Of.Item.Field, l.Of.Item.Field }},
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
	Services  string // how far the reviews of online services are
}

// campaignHead is how a campaign stands, in the list of them and above its own.
type campaignHead struct {
	app.Board
	ReviewedID, CostID   string // the targets that the facts lead to
	Cost, Due            string // "18,60%"; "hạn 09/8/2024"
	Bar                  page.Bar
	MayAssign, MayFreeze bool
}

// campaignBoard is the list of a campaign with how each procedure stands. Template: campaign/board.
type campaignBoard struct {
	page.Frame
	Of      campaignHead
	State   string
	Open    map[any]bool // the procedures for which the review plan leaves something open
	Filters []field.Cell
	Rows    []app.BoardLine
	Clear   string // address without filters; empty: none is set
}

// FormHref is the review form of a procedure of the list.
func (h campaignHead) FormHref(code catalog.Code) string {
	return page.CampaignHref(h.Plan.ID, h.Campaign.ID) + "/thu-tuc/" + url.PathEscape(string(code))
}

// Share is how much of the cost before is saved, in percent.
func (m campaignBoard) Share(l review.CostLine) string { return viet.Percent(l.Percent, false) }

// ChooseList shows what may enter the list of a campaign, all of it chosen at first, and what may not and why.
func (s *Room) ChooseList(c *gin.Context) error {
	return s.showChoice(c, page.Shown(nil), nil, false)
}

// FreezeList asks before a list is frozen, and freezes it once that was confirmed.
func (s *Room) FreezeList(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.boardOf(c)
	if err != nil {
		return page.Act{}, err
	}
	codes := []catalog.Code{} // not nil, which would choose all
	for _, code := range in["code"] {
		codes = append(codes, catalog.Code(code))
	}
	show := func(confirm bool) (page.Done, error) {
		return page.Done{Show: func() error { return s.showChoice(c, page.Shown(in), codes, confirm) }}, nil
	}
	return page.Act{
		Do: func() (page.Done, error) {
			switch step := in.Get("step"); {
			case step == "back":
				return show(false)
			case len(codes) == 0:
				return page.Done{}, value.Problems{{Field: "procedures", Code: "procedures.missing"}}
			case step != "freeze":
				return show(true)
			}
			err := s.App.StartCampaign(c.Request.Context(), s.Person(c), c.Param("plan"), b.Campaign.ID, codes)
			to := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
			return page.Done{To: to, Say: "campaign.now_frozen", Args: []any{len(codes)}}, err
		},
		Again: func(t page.Typed) error { return s.showChoice(c, t, codes, false) },
	}, nil
}

// showChoice shows the choice; codes nil chooses all. With confirm it is shown as a question.
func (s *Room) showChoice(c *gin.Context, t page.Typed, codes []catalog.Code, confirm bool) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	if !b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, page.CampaignHref(b.Plan.ID, b.Campaign.ID))
		return nil
	}
	if err := b.Plan.TakesWork(); err != nil {
		return err
	}
	may, mayNot, err := s.App.Candidates(c.Request.Context(), b.Campaign.ID)
	if err != nil {
		return err
	}
	m := campaignChoose{
		Frame:   s.Frame(c, s.Text.Say("campaign.freeze")),
		Of:      b,
		Confirm: confirm,
		May:     len(may),
		MayNot:  len(mayNot),
		Summary: field.NewSheet(s.Text, nil, t.Problems).Summary(),
		Refused: s.refusals(mayNot),
	}
	sent := map[catalog.Code]bool{}
	for _, code := range codes {
		sent[code.Key()] = true
	}
	for _, x := range may {
		chosen := codes == nil || sent[x.Code.Key()]
		if chosen {
			m.Chosen++
		} else if confirm {
			continue
		}
		title := cmp.Or(x.Field, s.Text.Say("choose.no_field"))
		if k := len(m.Groups); k == 0 || m.Groups[k-1].Title != title {
			m.Groups = append(m.Groups, choiceGroup{Title: title})
		}
		g := &m.Groups[len(m.Groups)-1]
		g.Choices = append(g.Choices, choiceLine{x, chosen})
	}
	return s.Show(c, t.Status, "campaign/choose", m)
}

// shownRefused is how many procedures are named below each reason.
const shownRefused = 60

// refusals groups what may not enter by its reason.
func (s *Room) refusals(list []app.Choice) (out []refusedGroup) {
	for _, x := range list {
		i := slices.IndexFunc(out, func(g refusedGroup) bool { return g.Code == x.Reason })
		if i < 0 {
			i = len(out)
			out = append(out, refusedGroup{Code: x.Reason, Reason: viet.Capital(s.Text.Say(x.Reason))})
		}
		g := &out[i]
		if g.Count++; len(g.Named) < shownRefused {
			g.Named = append(g.Named, x)
		} else {
			g.More++
		}
	}
	viet.SortBy(out, func(g refusedGroup) string { return g.Reason })
	return out
}

// campaignChoose is the choice of the procedures for the list, and the page that asks before it is frozen.
// Template: campaign/choose.
type campaignChoose struct {
	page.Frame
	Of                  app.Board
	Confirm             bool // the question; the choice stands below it
	May, MayNot, Chosen int
	Summary             field.Summary
	Groups              []choiceGroup
	Refused             []refusedGroup
}

// choiceGroup is a field with its procedures.
type choiceGroup struct {
	Title   string
	Choices []choiceLine
}

type choiceLine struct {
	app.Choice
	Chosen bool
}

// refusedGroup is the procedures that may not enter for one reason.
type refusedGroup struct {
	Code, Reason string
	Count, More  int // all of them, and those that are not named
	Named        []app.Choice
}
