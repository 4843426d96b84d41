package campaign

import (
	"errors"
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
	return s.showReviewPlan(c, http.StatusOK, b, typedPlan(b), nil, false)
}

// SaveReviewPlan saves the grid; what stands in the row for several lines is put into the lines that were ticked.
func (s *Room) SaveReviewPlan(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	if in.Get("fill") != "" {
		fillLines(in)
	}
	base, err := strconv.Atoi(in.Get("version"))
	if err != nil {
		return value.Problems{{Code: "form.unreadable"}}
	}
	lines, problems := readPlan(in)
	if len(problems) == 0 {
		_, err = s.App.SaveReviewPlan(c.Request.Context(), s.Person(c), string(b.Plan.ID), b.Campaign.ID, base, lines)
	}
	var conflict *value.Conflict
	switch {
	case errors.As(err, &conflict):
		return s.showReviewPlan(c, http.StatusConflict, b, in, nil, true)
	case errors.As(err, &problems), len(problems) > 0:
		return s.showReviewPlan(c, http.StatusUnprocessableEntity, b, in, problems, false)
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, page.CampaignHref(b.Plan.ID, b.Campaign.ID)+"/ke-hoach?da=luu")
	return nil
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
		for column, text := range map[string]string{"code": string(item.Code), "why": item.Why, "officer": item.Officer, "due": viet.ShortDate(item.Due), "product": item.Product} {
			in.Set(cellName(i, column), text)
		}
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
		out = append(out, app.PlanLine{Code: catalog.Code(in.Get(cellName(i, "code"))), Why: in.Get(cellName(i, "why")), Officer: in.Get(cellName(i, "officer")),
			Due: day, Product: in.Get(cellName(i, "product"))})
	}
	return out, problems
}

// showReviewPlan shows the grid as it was typed. After a conflict each cell that differs from the version that
// stands now shows that one too, and saving again starts from it.
func (s *Room) showReviewPlan(c *gin.Context, status int, b app.Board, typed url.Values, problems value.Problems, conflict bool) error {
	href := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
	if b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, href)
		return nil
	}
	people, err := s.App.Reviewers(c.Request.Context())
	if err != nil {
		return err
	}
	m := reviewPlan{Frame: s.Frame(c, s.Text.Say("campaign.review_plan")), Name: b.Campaign.Name, Back: href, Action: href + "/ke-hoach", Version: typed.Get("version"),
		ReadOnly: !s.Person(c).May(account.AssignReview)}
	m.State = viet.Capital(s.Text.Say("campaign.frozen", b.Reviewed.Listed, viet.ShortDate(value.On(b.Started))))
	if c.Query("da") == "luu" {
		m.Saved = s.Text.Say("saved")
	}
	if conflict {
		m.Conflict, m.Version = s.Text.Say("campaign.plan_conflict"), strconv.Itoa(b.Version)
	}
	if status == http.StatusOK {
		m.Notices = s.planNotices(b)
	}
	m.Fill = s.fillRow(typed, people)
	grid := planGrid{s: s, f: field.NewSheet(s.Text, typed, problems), typed: typed, stands: typedPlan(b), people: people, conflict: conflict}
	for i, l := range b.Lines {
		m.Lines = append(m.Lines, grid.line(i, l))
	}
	m.Summary = grid.f.Summary()
	return s.Show(c, status, "campaign/plan", m)
}

// planGrid makes the rows of the grid.
type planGrid struct {
	s        *Room
	f        *field.Sheet
	typed    url.Values
	stands   url.Values
	people   []app.Person
	conflict bool
}

func (g planGrid) line(i int, l app.BoardLine) planLineRow {
	r := planLineRow{Index: strconv.Itoa(i), Code: string(l.Of.Item.Code), Name: l.Of.Item.Name, Chosen: slices.Contains(g.typed["line"], strconv.Itoa(i))}
	r.Why, r.Due, r.Product = g.cell(i, r.Code, "why"), g.cell(i, r.Code, "due"), g.cell(i, r.Code, "product")
	r.Officer = g.cell(i, r.Code, "officer")
	r.Officer.Options = officerOptions(g.s, g.people, r.Officer.Value)
	for _, o := range r.Officer.Options {
		if r.Officer.Other != "" && o.Value == r.Officer.Other {
			r.Officer.Other = o.Text
		}
	}
	return r
}

func (g planGrid) cell(i int, code, column string) gridCell {
	name := cellName(i, column)
	label := code + ", " + g.s.Text.Say("campaign.col."+column)
	field := g.f.Cell(name, label)
	cell := gridCell{Name: name, Label: label, Value: field.Value, Problem: field.Problem, Long: column == "why" || column == "product"}
	if other := g.stands.Get(name); g.conflict && other != cell.Value {
		cell.Other = other
		if other == "" {
			cell.Other = g.s.Text.Say("campaign.cell_empty")
		}
	}
	return cell
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
	Saved    string
	Conflict string // a newer version stands; empty otherwise
	Summary  field.Summary
	Notices  []string
	Officers []field.Option
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

// gridCell is one field of a grid, its label spoken only. Other is what stands in the store where that differs after
// somebody else has saved.
type gridCell struct {
	Name    string
	Label   string
	Value   string
	Problem string
	Other   string
	Options []field.Option // a choice
	Long    bool           // more than a few words
}
