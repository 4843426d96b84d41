package campaign

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

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

// ReviewPlan shows the review plan of a campaign as a grid.
func (s *Room) ReviewPlan(c *gin.Context) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	return s.showReviewPlan(c, b, page.Shown(typedPlan(b)))
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
	return page.Act{
		Do: func() (page.Done, error) {
			if in.Get("fill") != "" {
				fillLines(in)
			}
			lines, problems := readPlan(in)
			if len(problems) > 0 {
				return page.Done{}, problems
			}
			plan, to := string(b.Plan.ID), page.CampaignHref(b.Plan.ID, b.Campaign.ID)+"/ke-hoach"
			_, err := s.App.SaveReviewPlan(c.Request.Context(), s.Person(c), plan, b.Campaign.ID, base, lines)
			return page.Done{To: to, Say: "campaign.plan_saved", Args: []any{b.Campaign.Name}}, err
		},
		Again: func(t page.Typed) error {
			newest, err := s.boardOf(c)
			if err != nil {
				return err
			}
			if t.Status == http.StatusConflict {
				t.Both.Rows = s.planDiffers(c, newest, t.Values)
			}
			return s.showReviewPlan(c, newest, t)
		},
	}, nil
}

// planDiffers is each cell in which what was typed differs from the plan that stands.
func (s *Room) planDiffers(c *gin.Context, b app.Board, typed url.Values) (out []page.BothRow) {
	stands, people := typedPlan(b), s.Names(c)
	for i, l := range b.Lines {
		for _, column := range planColumns {
			name := cellName(i, column)
			saved, mine := stands.Get(name), strings.ReplaceAll(typed.Get(name), "\r", "")
			if saved == mine {
				continue
			}
			if column == "officer" {
				saved, mine = people(saved), people(mine)
			}
			out = append(out, page.BothRow{
				Label: s.cellLabel(string(l.Of.Item.Code), column),
				Saved: saved,
				Typed: mine,
			})
		}
	}
	return out
}

// planColumns are the columns of the grid that may be changed.
var planColumns = []string{"why", "officer", "due", "product"}

// cellName is how a form calls a cell; problems of app are spelt alike.
func cellName(i int, column string) string { return fmt.Sprintf("procedures[%d].%s", i, column) }

// typedPlan is the review plan that stands, as the form has it.
func typedPlan(b app.Board) url.Values {
	in := url.Values{"version": {strconv.Itoa(b.Version)}}
	for i, l := range b.Lines {
		item := l.Of.Item
		in.Set(cellName(i, "code"), string(item.Code))
		in.Set(cellName(i, "why"), item.Why)
		in.Set(cellName(i, "officer"), item.Officer)
		in.Set(cellName(i, "due"), viet.ShortDate(item.Due))
		in.Set(cellName(i, "product"), item.Product)
	}
	return in
}

// fillLines puts what stands in the fill row into the ticked lines; an empty field of it leaves them as they are.
func fillLines(in url.Values) {
	for _, index := range in["line"] {
		i, err := strconv.Atoi(index)
		if err != nil {
			continue
		}
		for _, column := range planColumns {
			if text := strings.TrimSpace(in.Get("fill-" + column)); text != "" {
				in.Set(cellName(i, column), text)
			}
		}
	}
}

// readPlan reads the lines of the grid, in order.
func readPlan(in url.Values) ([]app.PlanLine, value.Problems) {
	var out []app.PlanLine
	var problems value.Problems
	for i := 0; in.Has(cellName(i, "code")); i++ {
		day, wrong := page.TypedDate(in, cellName(i, "due"))
		problems = append(problems, wrong...)
		out = append(out, app.PlanLine{
			Code:    catalog.Code(in.Get(cellName(i, "code"))),
			Why:     in.Get(cellName(i, "why")),
			Officer: in.Get(cellName(i, "officer")),
			Due:     day,
			Product: in.Get(cellName(i, "product")),
		})
	}
	return out, problems
}

// showReviewPlan shows the grid as it was typed.
func (s *Room) showReviewPlan(c *gin.Context, b app.Board, t page.Typed) error {
	href := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
	if b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, href)
		return nil
	}
	people, err := s.App.Reviewers(c.Request.Context())
	if err != nil {
		return err
	}
	frozen := s.Text.Say("campaign.frozen", b.Reviewed.Listed, viet.ShortDate(value.On(b.Started)))
	m := reviewPlan{
		Frame:    s.Frame(c, s.Text.Say("campaign.review_plan")),
		Name:     b.Campaign.Name,
		State:    viet.Capital(frozen),
		Back:     href,
		Action:   href + "/ke-hoach",
		Version:  t.Version(b.Version),
		Both:     t.Both,
		Fill:     s.fillRow(t.Values, people),
		ReadOnly: !s.Person(c).May(account.AssignReview),
	}
	if t.Status == http.StatusOK {
		m.Notices = s.planNotices(b)
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	for i, l := range b.Lines {
		m.Lines = append(m.Lines, s.planLine(f, i, l.Of.Item, people))
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "campaign/plan", m)
}

// planLine is one line of the grid.
func (s *Room) planLine(f *field.Sheet, i int, item review.ListItem, people []app.Person) planLineRow {
	cell := func(column string) gridCell {
		label := s.cellLabel(string(item.Code), column)
		x := f.Cell(cellName(i, column), label)
		return gridCell{
			Name:    x.ID,
			Label:   label,
			Value:   x.Value,
			Problem: x.Problem,
			Long:    column == "why" || column == "product",
		}
	}
	r := planLineRow{
		Index:   strconv.Itoa(i),
		Code:    string(item.Code),
		Name:    item.Name,
		Chosen:  slices.Contains(f.Typed["line"], strconv.Itoa(i)),
		Why:     cell("why"),
		Officer: cell("officer"),
		Due:     cell("due"),
		Product: cell("product"),
	}
	r.Officer.Options = officerOptions(s, people, r.Officer.Value)
	return r
}

// cellLabel is what a cell of the grid is called.
func (s *Room) cellLabel(code, column string) string {
	return code + ", " + s.Text.Say("campaign.col."+column)
}

// officerOptions are the people who may review; whoever stands there already stays a choice.
func officerOptions(s *Room, people []app.Person, now string) []field.Option {
	out := []field.Option{{Value: "", Text: s.Text.Say("campaign.nobody"), Selected: now == ""}}
	found := now == ""
	for _, p := range people {
		out = append(out, field.Option{Value: p.Name, Text: p.Shown(), Selected: p.Name == now})
		found = found || p.Name == now
	}
	if !found {
		out = append(out, field.Option{Value: now, Text: now, Selected: true})
	}
	return out
}

// fillRow is the row from which several lines are filled.
func (s *Room) fillRow(typed url.Values, people []app.Person) reviewFill {
	f := field.NewSheet(s.Text, typed, nil)
	say := s.Text.Say
	officers := officerOptions(s, people, "")
	officers[0].Text = say("campaign.fill_same")
	return reviewFill{
		Why:     f.Cell("fill-why", say("campaign.col.why")),
		Officer: f.Cell("fill-officer", say("campaign.col.officer"), field.Choose(officers...)),
		Due:     f.Cell("fill-due", say("campaign.col.due"), field.Short),
		Product: f.Cell("fill-product", say("campaign.col.product")),
	}
}

// planNotices says what the review plan leaves open: by kind, with how many procedures and the first of them.
func (s *Room) planNotices(b app.Board) []string {
	codes := map[string][]string{}
	var order []string
	for _, p := range b.Notices {
		if codes[p.Code] == nil {
			order = append(order, p.Code)
		}
		codes[p.Code] = append(codes[p.Code], fmt.Sprint(p.Args[0]))
	}
	var out []string
	for _, code := range order {
		list := codes[code]
		text := strings.Join(list[:min(len(list), 5)], ", ")
		if len(list) > 5 {
			text += "…"
		}
		out = append(out, s.Text.Say("notice."+code, len(list), text))
	}
	return out
}

// ReviewPlan is the review plan of a campaign as a grid. Template: campaign/plan.
type reviewPlan struct {
	page.Frame
	Name     string
	State    string
	Back     string
	Action   string
	Version  string
	Both     page.BothVersions
	Summary  field.Summary
	Notices  []string
	Fill     reviewFill
	Lines    []planLineRow
	ReadOnly bool
}

// reviewFill is the row from which several lines are filled.
type reviewFill struct {
	Why, Officer, Due, Product field.Cell
}

type planLineRow struct {
	Index      string // "3": place in the form
	Code, Name string
	Chosen     bool
	Why        gridCell
	Officer    gridCell
	Due        gridCell
	Product    gridCell
}

// gridCell is one field of a grid, its label spoken only.
type gridCell struct {
	Name    string
	Label   string
	Value   string
	Problem string
	Options []field.Option // a choice
	Long    bool           // more than a few words
}
