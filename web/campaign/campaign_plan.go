package campaign

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// planKeys is under which keys the labels of the review plan stand.
const planKeys = "campaign.col"

// planTable is the grid of a review plan: a row for each procedure of the list.
var planTable = field.Form[[]app.PlanLine]{
	field.FixedRows("procedures", func(all *[]app.PlanLine) *[]app.PlanLine { return all }, planRow),
}

var planRow = field.Form[app.PlanLine]{
	field.Key("code", func(l *app.PlanLine) *catalog.Code { return &l.Code }),
	field.Titled(func(_ *text.Table, l *app.PlanLine) string { return string(l.Code) }),
	field.Long("why", func(l *app.PlanLine) *string { return &l.Why }),
	field.Offer("officer", func(l *app.PlanLine) *string { return &l.Officer }, "officers"),
	field.Date("due", func(l *app.PlanLine) *value.Date { return &l.Due }),
	field.Long("product", func(l *app.PlanLine) *string { return &l.Product }),
}

// planLines is the review plan that stands.
func planLines(b app.Board) []app.PlanLine {
	out := make([]app.PlanLine, len(b.Lines))
	for i, l := range b.Lines {
		x := l.Of.Item
		out[i] = app.PlanLine{Code: x.Code, Why: x.Why, Officer: x.Officer, Due: x.Due, Product: x.Product}
	}
	return out
}

// ReviewPlan shows the review plan of a campaign as a grid.
func (s *Room) ReviewPlan(c *gin.Context) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	return s.showReviewPlan(c, b, page.Shown(url.Values{}))
}

// SaveReviewPlan saves the grid; what stands in the row for several lines is put into the lines that were ticked.
func (s *Room) SaveReviewPlan(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.boardOf(c)
	if err != nil {
		return page.Act{}, err
	}
	base, err := strconv.Atoi(in.Get("version"))
	if err != nil {
		return page.Act{}, value.Problems{{Code: "form.unreadable"}}
	}
	again := func(t page.Typed) error {
		newest, err := s.boardOf(c)
		if err != nil {
			return err
		}
		return s.showReviewPlan(c, newest, t)
	}
	if pick := in.Get("chon"); pick != "" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			pickLines(in, pick == "hien")
			return page.Done{Show: func() error { return s.showReviewPlan(c, b, page.Shown(in)) }}, nil
		}}, nil
	}
	if in.Get("fill") != "" {
		fillLines(in)
	}
	return page.ActOf(s.Kit, in, page.Edit[[]app.PlanLine]{
		Form: planTable,
		Keys: planKeys,
		Base: planLines(b),
		Save: func(lines []app.PlanLine, _ func(*[]app.PlanLine)) (page.Done, error) {
			id, plan := b.Campaign.ID, string(b.Plan.ID)
			// on to the rows that were shown
			done := page.Done{To: c.Request.URL.RequestURI(), Say: "campaign.plan_unchanged"}
			version, err := s.App.SaveReviewPlan(c.Request.Context(), s.Person(c), plan, id, base, lines)
			if version != base {
				done.Say, done.Args = "campaign.plan_saved", []any{b.Campaign.Name}
			}
			return done, page.Newer(err, func() page.BothVersions { return s.bothPlans(c, planLines(b), lines) })
		},
		Again: again,
	}), nil
}

// bothPlans is each cell in which what was typed differs from the plan that stands, people by their full names.
func (s *Room) bothPlans(c *gin.Context, saved, typed []app.PlanLine) page.BothVersions {
	out, people := page.BothVersions{Text: s.Text.Say("setting.conflict")}, s.Names(c)
	for _, lines := range [][]app.PlanLine{saved, typed} {
		for i := range lines {
			lines[i].Officer = people(lines[i].Officer)
		}
	}
	for _, d := range planTable.Differ(s.Text, planKeys, saved, typed) {
		out.Rows = append(out.Rows, page.BothRow(d))
	}
	return out
}

// pickLines ticks every line that was shown, or none.
func pickLines(in url.Values, all bool) {
	in.Del("line")
	if !all {
		return
	}
	for _, n := range field.RowNumbers(in, "procedures") {
		in.Add("line", strconv.Itoa(n))
	}
}

// numberedLine is a line of the review plan with its place in the form.
type numberedLine struct {
	app.BoardLine
	index int
}

// planList is the review plan as a list: who has which procedure, until when.
func (s *Room) planList() page.List[numberedLine] {
	item := func(of func(review.ListItem) string) func(numberedLine) string {
		return func(l numberedLine) string { return of(l.Of.Item) }
	}
	return page.List[numberedLine]{
		Of: "choose.shown",
		Columns: []page.Column[numberedLine]{
			page.WordsColumn("ma", "col.code", item(func(x review.ListItem) string { return string(x.Code) })),
			page.WordsColumn("ten", "col.procedure", item(func(x review.ListItem) string {
				return x.Name
			}), page.Beside),
			page.WordsColumn("thuoc-linh-vuc", "facet.field", item(func(x review.ListItem) string { return x.Field }),
				page.Beside),
			page.WordsColumn("can-cu", "campaign.col.why", item(func(x review.ListItem) string { return x.Why })),
			page.WordsColumn("nguoi", "campaign.col.officer", func(l numberedLine) string { return l.Officer.Shown() }),
			page.DayColumn("thoi-han", "campaign.col.due", func(l numberedLine) value.Date { return l.Of.Item.Due }),
			page.WordsColumn("san-pham", "campaign.col.product", item(func(x review.ListItem) string {
				return x.Product
			})),
		},
		Filters: []page.Filter[numberedLine]{
			{
				ID: "phan-cong", Title: "campaign.assigned", Chips: true, Order: []string{"-"},
				Of: func(l numberedLine) []field.Option {
					nobody := s.Text.Say("campaign.nobody")
					return page.One(cmp.Or(l.Officer.Name, "-"), cmp.Or(l.Officer.Shown(), nobody))
				},
			},
			{ID: "linh-vuc", Title: "facet.field", Of: func(l numberedLine) []field.Option {
				return page.One(l.Of.Item.Field, l.Of.Item.Field)
			}},
		},
	}
}

// fillLines puts what stands in the fill row into the ticked lines; an empty field of it leaves them as they are.
func fillLines(in url.Values) {
	for _, index := range in["line"] {
		for _, column := range []string{"why", "officer", "due", "product"} {
			if text := strings.TrimSpace(in.Get("fill-" + column)); text != "" {
				in.Set("procedures["+index+"]."+column, text)
			}
		}
	}
}

// showReviewPlan shows the grid as it was typed; what was not sent as it stands.
func (s *Room) showReviewPlan(c *gin.Context, b app.Board, t page.Typed) error {
	if b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, page.CampaignHref(b.Plan.ID, b.Campaign.ID))
		return nil
	}
	lines := make([]numberedLine, len(b.Lines))
	for i, l := range b.Lines {
		lines[i] = numberedLine{l, i}
	}
	list, mayAssign := s.planList(), s.Person(c).May(account.AssignReview)
	if mayAssign {
		list.Ticks = "campaign.col.pick"
	}
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("campaign.review_plan"), lines)
	}
	people, err := s.App.Reviewers(c.Request.Context())
	if err != nil {
		return err
	}
	for name, stands := range planTable.Values(planLines(b)) {
		if !t.Values.Has(name) {
			t.Values[name] = stands
		}
	}
	m := reviewPlan{
		Frame:    s.Frame(c, s.Text.Say("campaign.review_plan")),
		Of:       b,
		State:    viet.Capital(s.frozen(b)),
		Version:  t.Version(b.Version),
		Both:     t.Both,
		ReadOnly: !mayAssign,
	}
	if t.Status == http.StatusOK {
		m.Notices = s.planNotices(b)
	}
	f, officers := field.NewSheet(s.Text, t.Values, t.Problems), []field.Option{{Text: s.Text.Say("campaign.nobody")}}
	for _, p := range people {
		officers = append(officers, field.Option{Value: p.Name, Text: p.Shown()})
	}
	f.Keys, f.Offers = planKeys, map[string][]field.Option{"officers": officers}
	rows := planTable.Lay(f).Lists[0].Rows
	m.List, lines = list.Lay(s.Text, c.Request.URL, lines)
	for _, l := range lines {
		i := l.index
		cell := rows[i].Cell("officer") // whoever stands there stays a choice, though no reviewer any more
		if !slices.ContainsFunc(cell.Options, func(o field.Option) bool { return o.Selected }) {
			cell.Options = append(cell.Options, field.Option{Value: cell.Value, Text: cell.Value, Selected: true})
		}
		ticked := slices.Contains(t.Values["line"], strconv.Itoa(i))
		m.Lines = append(m.Lines, planLine{l.Of.Item, i, ticked, rows[i].Cells})
	}
	m.Summary, m.Fill = f.Summary(), s.fillRow(t.Values, slices.Clone(officers))
	for i, line := range m.Summary { // a problem says of which procedure
		for _, row := range rows {
			if strings.HasPrefix(line.Href, field.Fragment(row.Name+".")) {
				m.Summary[i].Text = row.Title + ", " + line.Text
			}
		}
	}
	return s.Show(c, t.Status, "campaign/plan", m)
}

// fillRow is the row from which several lines are filled.
func (s *Room) fillRow(typed url.Values, officers []field.Option) []field.Cell {
	f, say := field.NewSheet(s.Text, typed, nil), s.Text.Say
	officers[0].Text = say("campaign.fill_same")
	return []field.Cell{
		f.Cell("fill-why", say("campaign.col.why")),
		f.Cell("fill-officer", say("campaign.col.officer"), field.Choose(officers...)),
		f.Cell("fill-due", say("campaign.col.due"), field.Short),
		f.Cell("fill-product", say("campaign.col.product")),
	}
}

// planNotices says what the review plan leaves open: by kind, with how many procedures and the first of them.
func (s *Room) planNotices(b app.Board) (out []string) {
	codes := map[string][]string{}
	var kinds []string
	for _, p := range b.Notices {
		if codes[p.Code] == nil {
			kinds = append(kinds, p.Code)
		}
		codes[p.Code] = append(codes[p.Code], fmt.Sprint(p.Args[0]))
	}
	for _, kind := range kinds {
		all := codes[kind]
		text := strings.Join(all[:min(len(all), 5)], ", ")
		if len(all) > 5 {
			text += "…"
		}
		out = append(out, s.Text.Say("notice."+kind, len(all), text))
	}
	return out
}

// reviewPlan is the review plan of a campaign as a grid. Template: campaign/plan.
type reviewPlan struct {
	page.Frame
	Of             app.Board
	State, Version string
	Both           page.BothVersions
	Summary        field.Summary
	Notices        []string
	Fill           []field.Cell // the row from which several lines are filled
	List           page.Listing
	Lines          []planLine
	ReadOnly       bool
}

type planLine struct {
	review.ListItem
	Index  int // place in the form
	Ticked bool
	Cells  []field.Cell
}
