package proposal

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// CostsForm is the cost tables of one procedure of a draft as they are stored.
func (s *Room) CostsForm(c *gin.Context) error {
	v, who, err := s.editable(c)
	if err != nil {
		return err
	}
	member, err := memberOf(v, catalog.Code(c.Query("thu-tuc")))
	if err != nil {
		return err
	}
	if !writes(v.Proposal, s.Person(c)) {
		c.Redirect(http.StatusSeeOther, page.ProposalHref(v.Proposal.ID))
		return nil
	}
	typed := typedTables{"before": typedOf(rowsIn(member.Member.Before)), "after": typedOf(rowsIn(member.Member.After))}
	m, err := s.proposalCosts(c, v, who, member, typed, url.Values{}, nil)
	if err != nil {
		return err
	}
	m.Version = strconv.Itoa(v.Proposal.Version)
	if c.Query("luu") != "" {
		m.Saved = s.Text.Say("proposal.saved", v.Proposal.Version)
	}
	return s.Show(c, http.StatusOK, "proposal/cost", m)
}

// memberOf is the member with that code, the first one where none is named.
func memberOf(v app.ProposalView, code catalog.Code) (app.MemberView, error) {
	for _, m := range v.Members {
		if code == "" || m.Item.Code.Key() == code.Key() {
			return m, nil
		}
	}
	return app.MemberView{}, value.ErrNotFound
}

// Costs saves the cost tables of one procedure, or adds, copies and takes away rows without saving.
func (s *Room) Costs(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	v, who, err := s.editable(c)
	if err != nil {
		return err
	}
	member, err := memberOf(v, catalog.Code(in.Get("procedure")))
	if err != nil {
		return err
	}
	typed, err := readTables(in)
	var problems value.Problems
	if err != nil {
		return err
	}
	again := func(status int, problems value.Problems) error {
		m, err := s.proposalCosts(c, v, who, member, typed, in, problems)
		if err != nil {
			return err
		}
		m.Version = in.Get("version")
		return s.Show(c, status, "proposal/cost", m)
	}
	if do := in.Get("do"); do != "" && do != "save" {
		rate, _, err := s.rateOf(c, member)
		if err != nil {
			return err
		}
		problems = tablesEdited(typed, do, in, rate, s.rowTemplates(member.Item.Kind))
		return again(http.StatusOK, problems)
	}
	before, wrongBefore := readRows(typed["before"], "before")
	after, wrongAfter := readRows(typed["after"], "after")
	if problems = append(wrongBefore, wrongAfter...); len(problems) > 0 {
		return again(http.StatusUnprocessableEntity, problems)
	}
	base, _ := strconv.Atoi(in.Get("version")) // no number is no version that stands
	_, err = s.App.SaveCosts(c.Request.Context(), s.Person(c), v.Proposal.ID, base, member.Item.Code, before, after)
	var conflict *value.Conflict
	switch {
	case errors.As(err, &conflict):
		return s.costConflict(c, v, who, member, typed, in)
	case isProblems(err, &problems):
		return again(http.StatusUnprocessableEntity, problems)
	case err != nil:
		return err
	}
	to := url.Values{"luu": {"1"}}
	if len(v.Members) > 1 {
		to.Set("thu-tuc", string(member.Item.Code))
	}
	c.Redirect(http.StatusSeeOther, page.ProposalHref(v.Proposal.ID)+"/chi-phi?"+to.Encode())
	return nil
}

// costConflict shows the totals and rows of both versions; what was typed stays in the form, which starts from the
// newer version.
func (s *Room) costConflict(c *gin.Context, v app.ProposalView, who people, member app.MemberView, typed typedTables, in url.Values) error {
	m, err := s.proposalCosts(c, v, who, member, typed, in, nil)
	if err != nil {
		return err
	}
	m.Version = strconv.Itoa(v.Proposal.Version)
	m.Conflict = &conflictShow{Text: s.Text.Say("conflict.proposal", s.whoWrote(c.Request.Context(), v.Proposal), v.Proposal.Version, in.Get("version")),
		Back: page.Link{Text: s.Text.Say("conflict.back", v.Proposal.Version), Href: page.ProposalHref(v.Proposal.ID) + "/chi-phi"}}
	stored := s.costView(typedTables{"before": typedOf(rowsIn(member.Member.Before)), "after": typedOf(rowsIn(member.Member.After))}, nil)
	add := func(label, theirs, mine string) {
		m.Conflict.Rows = append(m.Conflict.Rows, proposalConflictRow{label, theirs, mine, theirs != mine})
	}
	add(s.Text.Say("cost.before"), sideLines(stored.Before), sideLines(m.Table.Before))
	add(s.Text.Say("cost.after"), sideLines(stored.After), sideLines(m.Table.After))
	add(s.Text.Say("cost.saving"), stored.Saving, m.Table.Saving)
	return s.Show(c, http.StatusConflict, "proposal/cost", m)
}

// sideLines is a table in words, a row a line, its total last.
func sideLines(side costSide) string {
	var out []string
	for _, g := range side.Groups {
		for _, r := range g.Rows {
			out = append(out, page.Joined(" ", r.Number, r.Activity.Value+":", r.Annual))
		}
	}
	return strings.Join(append(out, side.Annual), "\n")
}

// PriceTable answers with the cost table as it is typed, priced: the only place that does arithmetic.
//
// Circular 02/2017/TT-VPCP, article 27.
func (s *Room) PriceTable(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	typed, err := readTables(in)
	if err != nil {
		return err
	}
	t := s.costView(typed, nil)
	t.Editable = true
	c.Header("Content-Type", "text/html; charset=utf-8")
	c.Header("Cache-Control", "no-store")
	c.Status(http.StatusOK)
	return s.Pages.Part(c.Writer, "part/cost_table", t)
}

// rateOf is the hourly rate of the day for a procedure of that kind, as it is typed, and in words with its source.
func (s *Room) rateOf(c *gin.Context, m app.MemberView) (typed, words string, err error) {
	rates, _, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return "", "", err
	}
	rate, known := app.RateOn(rates, string(m.Item.Kind), s.App.Today())
	if !known {
		return "", s.Text.Say("cost.no_rate"), nil
	}
	return viet.Number(int64(rate.Rate)), s.Text.Say("cost.rate", viet.Money(rate.Rate), viet.ShortDate(rate.From), rate.Source), nil
}

func (s *Room) proposalCosts(c *gin.Context, v app.ProposalView, who people, member app.MemberView, typed typedTables, in url.Values, problems value.Problems) (proposalCosts, error) {
	m := proposalCosts{Frame: s.Frame(c, s.Text.Say("proposal.costs")), Head: s.proposalHead(v, who), Code: string(member.Item.Code), Name: member.Item.Name}
	_, words, err := s.rateOf(c, member)
	if err != nil {
		return m, err
	}
	m.Rate = words
	m.Table, m.Start = s.costView(typed, problems), len(typed["before"]) == 0
	m.Table.Editable, m.Table.Action = true, m.Head.Href+"/tinh"
	var rest value.Problems
	for _, p := range problems {
		if cell := rowForm.FindStringSubmatch(p.Field); cell == nil || !slices.Contains(costKeys, cell[3]) {
			rest = append(rest, p)
		}
	}
	f := field.NewSheet(s.Text, in, rest)
	m.Subjects = f.Cell("all.subjects", s.Text.Say("cost.subjects_per_year"), field.Short)
	m.Times = f.Cell("all.times", s.Text.Say("cost.times_per_year"), field.Short)
	m.Summary = f.Summary()
	switch v.Proposal.Conclusion {
	case review.Abolish:
		m.Notice = s.Text.Say("cost.abolish")
	case review.Keep:
		m.Notice = s.Text.Say("cost.keep")
	}
	if len(v.Members) > 1 {
		for _, x := range v.Members {
			m.Tabs = append(m.Tabs, tab{page.Joined(" ", string(x.Item.Code), x.Item.Name), m.Head.Href + "/chi-phi?" + url.Values{"thu-tuc": {string(x.Item.Code)}}.Encode(), x.Item.Code == member.Item.Code})
		}
	}
	return m, nil
}

// tablesEdited changes the tables as a button says: a row more or less, one table copied over the other, rows that
// are usual for such a procedure, empty cells filled in. Nothing is saved.
func tablesEdited(t typedTables, do string, in url.Values, rate string, usual []typedRow) value.Problems {
	word, rest, _ := strings.Cut(do, ".")
	switch word {
	case "add":
		side, task, _ := strings.Cut(rest, ".")
		if slices.Contains(sides, side) && slices.Contains(cost.Tasks, cost.Task(task)) {
			t[side] = append(t[side], freshRow(task, "", rate))
		}
	case "delete":
		if m := rowForm.FindStringSubmatch(rest + ".task"); m != nil {
			// Rows are numbered as they were sent and read in that order, so the number is the place unless rows are missing.
			if n := costRowAt(in, m[1], m[2]); n >= 0 && n < len(t[m[1]]) {
				t[m[1]] = slices.Delete(t[m[1]], n, n+1)
			}
		}
	case "copy":
		t["after"] = nil
		for _, r := range t["before"] {
			t["after"] = append(t["after"], r.clone())
		}
	case "template":
		for _, r := range usual {
			if !slices.ContainsFunc(t["before"], func(x typedRow) bool { return x.Task == r.Task && x.Cells["activity"] == r.Cells["activity"] }) {
				t["before"] = append(t["before"], freshRow(r.Task, r.Cells["activity"], rate))
			}
		}
	case "trim":
		for _, side := range sides {
			t[side] = slices.DeleteFunc(t[side], typedRow.hasNoFigures)
		}
	case "fill":
		return fillCells(t, in, rate)
	}
	return nil
}

// costRowAt is the place of the row with that number among the rows of its side.
func costRowAt(in url.Values, side, number string) int {
	n, _ := strconv.Atoi(number) // four digits at most
	var numbers []int
	for name := range in {
		if m := rowForm.FindStringSubmatch(name); m != nil && m[1] == side {
			if x, _ := strconv.Atoi(m[2]); !slices.Contains(numbers, x) {
				numbers = append(numbers, x)
			}
		}
	}
	slices.Sort(numbers)
	return slices.Index(numbers, n)
}

func freshRow(task, activity, rate string) typedRow {
	return typedRow{Task: task, Source: string(cost.Estimate), Cells: map[string]string{"activity": activity, "hourly_rate": rate, "times_per_year": "1"}}
}

func (r typedRow) clone() typedRow {
	cells := map[string]string{}
	for k, v := range r.Cells {
		cells[k] = v
	}
	r.Cells = cells
	return r
}

// hasNoFigures reports whether a row says what is done and not one figure of it.
func (r typedRow) hasNoFigures() bool {
	for _, key := range []string{"hours", "service_cost", "fees"} {
		if v := strings.TrimSpace(r.Cells[key]); v != "" && v != "0" {
			return false
		}
	}
	return true
}

// fillCells writes the number of people and of times into the cells that are still empty, and the rate of the day.
func fillCells(t typedTables, in url.Values, rate string) value.Problems {
	subjects, times := strings.TrimSpace(in.Get("all.subjects")), strings.TrimSpace(in.Get("all.times"))
	var p value.Problems
	if _, err := viet.ParseMoney(subjects); subjects != "" && err != nil {
		p.Add("all.subjects", "cell.whole", subjects)
	}
	if _, err := viet.ParseDecimal(times); times != "" && err != nil {
		p.Add("all.times", "cell.decimal", times)
	}
	if len(p) > 0 {
		return p
	}
	for _, side := range sides {
		for _, r := range t[side] {
			put := func(key, v string, unless ...string) {
				now := strings.TrimSpace(r.Cells[key])
				if v != "" && (now == "" || slices.Contains(unless, now)) {
					r.Cells[key] = v
				}
			}
			put("subjects_per_year", subjects)
			put("times_per_year", times, "1")
			put("hourly_rate", rate)
		}
	}
	return nil
}

// rowTemplates are the activities that are usual for a procedure of that kind, without one figure: those are for
// people to measure.
//
// Circular 02/2017/TT-VPCP, article 27.
func (s *Room) rowTemplates(kind catalog.Kind) []typedRow {
	var out []typedRow
	for _, x := range usualRows[kind] {
		out = append(out, freshRow(string(x.task), s.Text.Say("cost.usual."+x.code), ""))
	}
	return out
}

var usualRows = map[catalog.Kind][]struct {
	task cost.Task
	code string
}{
	catalog.Public:   {{cost.Prepare, "form"}, {cost.Prepare, "copies"}, {cost.Submit, "in_person"}, {cost.Fees, "fee"}, {cost.Receive, "receive"}},
	catalog.Internal: {{cost.Prepare, "draft"}, {cost.Submit, "hand_in"}, {cost.Other, "check"}, {cost.Receive, "receive"}},
}

// proposalCosts is the form of the cost tables of one procedure. Template: proposal/cost.
type proposalCosts struct {
	page.Frame
	Head     proposalHead
	Summary  field.Summary
	Conflict *conflictShow
	Saved    string
	Version  string
	Code     string
	Name     string
	Tabs     []tab // procedures of a group
	Notice   string
	Rate     string // "23.932 đồng/giờ, …"
	Subjects field.Cell
	Times    field.Cell
	Start    bool // nothing is filled in yet: what fills in quickly stands open
	Table    costTable
}

type tab struct {
	Text    string
	Href    string
	Current bool
}
