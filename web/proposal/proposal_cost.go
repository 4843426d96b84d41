package proposal

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
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

// proposalCosts is the form of the cost tables of one procedure. Template: proposal/cost.
type proposalCosts struct {
	proposalPage
	Item            review.ListItem
	Rate            string // "23.932 đồng/giờ, …"
	Subjects, Times field.Cell
	Start           bool      // nothing is filled in yet, or it was just used: what fills in quickly stands open
	Next            page.Link // what comes after the costs
	Table           costTable
	Asked           []remarkShow // about the costs
}

// CostsForm is the cost tables of one procedure of a draft as they are stored.
func (s *Room) CostsForm(c *gin.Context) error {
	v, member, err := s.costedMember(c, c.Query("thu-tuc"))
	if err != nil {
		return err
	}
	if !writes(v.Proposal, s.Person(c)) {
		c.Redirect(http.StatusSeeOther, page.ProposalHref(v.Proposal.ID))
		return nil
	}
	return s.showCosts(c, v, member, tablesOf(member.Member), page.Shown(nil))
}

func (s *Room) costedMember(c *gin.Context, code string) (app.ProposalView, app.MemberView, error) {
	v, err := s.proposalOf(c)
	if err != nil {
		return v, app.MemberView{}, err
	}
	member, err := memberOf(v, catalog.Code(code))
	return v, member, err
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
func (s *Room) Costs(c *gin.Context, in url.Values) (page.Act, error) {
	v, member, err := s.costedMember(c, in.Get("procedure"))
	if err != nil {
		return page.Act{}, err
	}
	typed, err := readTables(in)
	if err != nil {
		return page.Act{}, err
	}
	again := func(t page.Typed) error { return s.showCosts(c, v, member, typed, t) }
	if do := in.Get("do"); do != "" && do != "save" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			rate, _, err := s.rateOf(c, member)
			if err != nil {
				return page.Done{}, err
			}
			t := page.Shown(in)
			t.Problems = tablesEdited(typed, do, in, rate, s.usualRows(member.Item.Kind, rate))
			return page.Done{Show: func() error { return again(t) }}, nil
		}}, nil
	}
	return page.Act{Again: again, Do: func() (page.Done, error) {
		before, wrongBefore := readRows(typed["before"], "before")
		after, wrongAfter := readRows(typed["after"], "after")
		if err := append(wrongBefore, wrongAfter...).Err(); err != nil {
			return page.Done{}, err
		}
		ctx, by, p, code := c.Request.Context(), s.Person(c), v.Proposal, member.Item.Code
		version, err := s.App.SaveCosts(ctx, by, p.ID, page.Version(in), code, before, after)
		done := page.Done{To: page.ProposalHref(p.ID) + "/chi-phi", Say: "proposal.saved", Args: []any{version}}
		if len(v.Members) > 1 {
			done.To += "?" + url.Values{"thu-tuc": {string(code)}}.Encode()
		}
		differ := func() []page.BothRow { return s.costsDiffer(v, tablesOf(member.Member), typed) }
		return done, s.newer(c, v, in, err, differ)
	}}, nil
}

func (s *Room) costsDiffer(v app.ProposalView, saved, typed typedTables) []page.BothRow {
	conclusion, shares := v.Proposal.Conclusion, v.Shares()
	a, b := s.costView(saved, conclusion, shares, nil), s.costView(typed, conclusion, shares, nil)
	return slices.DeleteFunc([]page.BothRow{
		{Label: s.Text.Say("cost.before"), Saved: a.Before.inWords(), Typed: b.Before.inWords()},
		{Label: s.Text.Say("cost.after"), Saved: a.After.inWords(), Typed: b.After.inWords()},
		{Label: s.Text.Say("cost.saving"), Saved: a.Saving, Typed: b.Saving},
	}, func(r page.BothRow) bool { return r.Saved == r.Typed })
}

func (side costSide) inWords() string {
	var out []string
	for _, g := range side.Groups {
		for _, r := range g.Rows {
			out = append(out, page.Joined(" ", r.Number, r.Cells[0].Value+":", r.Annual()))
		}
	}
	return strings.Join(append(out, side.Annual), "; ")
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
	shares, err := at(s, c, s.App.CostShares)
	if err != nil {
		return err
	}
	t := s.costView(typed, review.Conclusion(c.Query("ket-luan")), shares, nil)
	t.Editable = true
	c.Header("Content-Type", "text/html; charset=utf-8")
	c.Header("Cache-Control", "no-store")
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
	words = s.Text.Say("cost.rate", viet.Money(rate.Rate), viet.ShortDate(rate.From), rate.Source)
	return viet.Number(int64(rate.Rate)), words, nil
}

func (s *Room) showCosts(
	c *gin.Context, v app.ProposalView, member app.MemberView, typed typedTables, t page.Typed,
) error {
	_, rate, err := s.rateOf(c, member)
	if err != nil {
		return err
	}
	m := proposalCosts{
		proposalPage: s.proposalPage(c, v, t, s.Text.Say("proposal.costs")),
		Item:         member.Item,
		Rate:         rate,
		Start:        len(typed["before"]) == 0 || slices.Contains(quickWords, t.Values.Get("do")),
		Next:         s.afterCosts(v, member),
	}
	var ofCells, rest value.Problems
	for _, p := range t.Problems {
		row, key, _ := strings.Cut(p.Field, "].")
		if strings.Contains(row, "[") && (key == "note" || slices.Contains(figureKeys, key)) {
			ofCells = append(ofCells, p)
		} else {
			rest = append(rest, p)
		}
	}
	m.Table = s.costView(typed, v.Proposal.Conclusion, v.Shares(), ofCells)
	m.Table.Editable = true
	m.Table.Action = m.Href() + "/tinh?" + url.Values{"ket-luan": {string(v.Proposal.Conclusion)}}.Encode()
	f := field.NewSheet(s.Text, t.Values, rest)
	m.Subjects = f.Cell("all.subjects", s.Text.Say("cost.subjects_per_year"), field.Short)
	m.Times = f.Cell("all.times", s.Text.Say("cost.times_per_year"), field.Short)
	m.Summary = f.Summary()
	asked, err := s.talk(c, f, v.Proposal)
	m.Asked = remarksAt(asked.Remarks, func(place string) bool { return place == "costs" })
	if err != nil {
		return err
	}
	return s.Show(c, t.Status, "proposal/cost", m)
}

// afterCosts leads to what comes next once the costs of a procedure are saved: those of the next one that has none,
// what is still open in the proposal, or the proposal itself, to be handed in.
func (s *Room) afterCosts(v app.ProposalView, member app.MemberView) page.Link {
	href := page.ProposalHref(v.Proposal.ID)
	for _, m := range v.Members {
		if m.Item.Code != member.Item.Code && m.Member.Before == nil {
			query := url.Values{"thu-tuc": {string(m.Item.Code)}}.Encode()
			return page.Link{Text: s.Text.Say("cost.next_member", m.Item.Code), Href: href + "/chi-phi?" + query}
		}
	}
	if n := len(v.Open); n > 0 {
		return page.Link{Text: s.Text.Say("cost.next_open", n), Href: href + "/sua"}
	}
	return page.Link{Text: s.Text.Say("cost.next_submit"), Href: href}
}

// quickWords are the buttons of what fills in quickly.
var quickWords = []string{"fill", "template", "copy", "trim"}

// tablesEdited changes the tables as a button says; nothing is saved.
func tablesEdited(t typedTables, do string, in url.Values, rate string, usual []typedRow) value.Problems {
	word, rest, _ := strings.Cut(do, ".")
	switch word {
	case "add":
		side, task, _ := strings.Cut(rest, ".")
		if slices.Contains(sides, side) && slices.Contains(cost.Tasks, cost.Task(task)) {
			t[side] = append(t[side], freshRow(cost.Task(task), "", rate))
		}
	case "delete":
		for _, side := range sides {
			for i, n := range field.RowNumbers(in, side) { // as its rows were read
				if field.RowName(side, n) == rest {
					t[side] = slices.Delete(t[side], i, i+1)
				}
			}
		}
	case "copy":
		t["after"] = nil
		for _, r := range t["before"] {
			t["after"] = append(t["after"], typedRow{maps.Clone(r.Values)})
		}
	case "template":
		before := len(t["before"])
		for _, r := range usual {
			if !slices.ContainsFunc(t["before"], func(x typedRow) bool {
				return x.Get("task") == r.Get("task") && x.Get("activity") == r.Get("activity")
			}) {
				t["before"] = append(t["before"], r)
			}
		}
		return fillCells(t["before"][before:], in, rate)
	case "trim":
		for _, side := range sides {
			t[side] = slices.DeleteFunc(t[side], typedRow.hasNoFigures)
		}
	case "fill":
		return fillCells(slices.Concat(t["before"], t["after"]), in, rate)
	}
	return nil
}

func freshRow(task cost.Task, activity, rate string) typedRow {
	r := blankRow()
	r.Set("task", string(task))
	r.Set("source", string(cost.Estimate))
	r.Set("activity", activity)
	r.Set("hourly_rate", rate)
	r.Set("times_per_year", "1")
	return r
}

// fillCells writes the numbers of people and of times, and the rate of the day, into cells that are still empty.
func fillCells(rows []typedRow, in url.Values, rate string) value.Problems {
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
	for _, r := range rows {
		for _, x := range []struct{ key, standard, typed string }{
			{"subjects_per_year", "", subjects},
			{"times_per_year", "1", times},
			{"hourly_rate", "", rate},
		} {
			if now := strings.TrimSpace(r.Get(x.key)); x.typed != "" && (now == "" || now == x.standard) {
				r.Set(x.key, x.typed)
			}
		}
	}
	return nil
}

// usualRows are the usual activities of a procedure of that kind, without one figure: those are for people to measure.
//
// Circular 02/2017/TT-VPCP, article 27.
func (s *Room) usualRows(kind catalog.Kind, rate string) []typedRow {
	var out []typedRow
	for _, x := range usualActivities[kind] {
		out = append(out, freshRow(x.task, s.Text.Say("cost.usual."+x.code), rate))
	}
	return out
}

var usualActivities = map[catalog.Kind][]struct {
	task cost.Task
	code string
}{
	catalog.Public: {{cost.Prepare, "form"}, {cost.Prepare, "copies"}, {cost.Submit, "in_person"}, {cost.Fees, "fee"},
		{cost.Receive, "receive"}},
	catalog.Internal: {{cost.Prepare, "draft"}, {cost.Submit, "hand_in"}, {cost.Other, "check"},
		{cost.Receive, "receive"}},
}
