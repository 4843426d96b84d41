package indicator

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// typedGrid is what stands in the cells of a month, as it was typed or as it is stored.
type typedGrid struct {
	rows                []typedFigure
	problems            value.Problems
	both                page.BothVersions
	paste, done, reason string // done is what was taken from a sheet
}

// typedFigure is a row of it: the figure that it is about with note and evidence, and its numbers as typed.
type typedFigure struct {
	review.Figure
	name, clash            string // name is how a problem calls it
	numerator, denominator string
	base                   int
}

// storedGrid is a month as it stands: what is counted, each once.
func (s *Room) storedGrid(now app.IndicatorMonth) (g typedGrid) {
	for _, r := range now.Table.Rows {
		if r.Indicator.SameAs != "" {
			continue
		}
		for _, p := range r.Parts {
			name := s.indicatorNumber(r.Indicator)
			if len(r.Parts) > 1 {
				name += " (" + p.Name + ")"
			}
			row := typedFigure{Figure: p.Figure, name: name, base: now.Saved[p.Figure.Key()].Version}
			row.numerator, row.denominator = countText(p.Figure.Numerator), countText(p.Figure.Denominator)
			g.rows = append(g.rows, row)
		}
	}
	return g
}

// typedGrid is a month as a form sent it. Rows that the form did not have stay as they stand.
func (s *Room) typedGrid(now app.IndicatorMonth, in url.Values) typedGrid {
	g := s.storedGrid(now)
	g.paste = in.Get("paste")
	for i := range g.rows {
		r, key := &g.rows[i], g.rows[i].Key()
		if !in.Has(key + ".base") {
			continue
		}
		r.numerator, r.denominator = in.Get(key+".numerator"), in.Get(key+".denominator")
		r.Note = viet.CleanText(in.Get(key + ".note"))
		r.Evidence = page.ReadEvidence(in[key+".evidence"], in[key+".drop"])
		var err error
		if r.base, err = strconv.Atoi(in.Get(key + ".base")); err != nil {
			g.problems.Add("", "form.unreadable")
		}
	}
	return g
}

// row is the row of a figure; nil where the month has none of that key.
func (g typedGrid) row(key string) *typedFigure {
	i := slices.IndexFunc(g.rows, func(r typedFigure) bool { return r.Key() == key })
	if i < 0 {
		return nil
	}
	return &g.rows[i]
}

// read reads the cells of a row; the numbers of one that has a problem count as not entered.
func (r typedFigure) read() (review.Figure, value.Problems) {
	var problems value.Problems
	count := func(field, typed string) value.Opt[int64] {
		if strings.TrimSpace(typed) == "" {
			return value.Opt[int64]{}
		}
		n, err := viet.ParseCount(typed)
		if err != nil {
			problems.Add(r.Key()+"."+field, "figure.whole", typed)
		}
		return value.Known(n)
	}
	f := r.Figure
	f.Numerator, f.Denominator = count("numerator", r.numerator), count("denominator", r.denominator)
	if len(problems) == 0 {
		problems = review.CheckFigures(f.Numerator, f.Denominator).Under(r.Key())
	}
	if len(problems) > 0 {
		f.Numerator, f.Denominator = value.Opt[int64]{}, value.Opt[int64]{}
	}
	return f, problems
}

func (g typedGrid) read() (out []review.Figure, problems value.Problems) {
	for _, r := range g.rows {
		f, wrong := r.read()
		out, problems = append(out, f), append(problems, wrong...)
	}
	return out, problems
}

// showIndicators shows a month with what stands in its cells.
func (s *Room) showIndicators(c *gin.Context, status int, now app.IndicatorMonth, g typedGrid) error {
	by, table, count := s.Person(c), now.Table, now.Table.Count()
	m := indicatorMonth{
		Frame:  s.Frame(c, s.Text.Say("page.indicators")),
		Of:     now,
		Taken:  g.done,
		Both:   g.both,
		Counts: s.indicatorCounts(table),
		Units:  s.lacking(table),
	}
	m.Met, m.Lacking, m.All = count[review.IsMet], count[review.NotEntered], len(table.Rows)
	m.State = s.Text.Say("indicator.state", now.Plan.Number, m.All-m.Lacking, m.All, s.releaseState(now.Release))
	for _, x := range now.Months {
		all, state := len(now.Plan.Indicators), s.releaseState(x.Release)
		label := s.Text.Say("month.tab", int(x.Month.Month), viet.MonthYear(x.Month), x.Entered, all, state)
		tab := s.monthTab(page.IndicatorsPath, x.Month, table.Month, label)
		switch {
		case x.Release.IsFrozen():
			tab.Sign = "✓"
		case x.Entered > 0:
			tab.Sign = "…"
		}
		m.Months = append(m.Months, tab)
	}
	editable := by.May(account.EnterFigures)
	switch err := now.Plan.TakesWork(); {
	case !editable:
	case err != nil:
		m.Locked, editable = s.Text.Say("plan.is_draft", now.Plan.Number), false
	case now.Release.IsFrozen() || len(review.CheckMonth(now.Plan, table.Month, s.App.Today())) > 0:
		m.Locked, editable = s.Text.Say("indicator.locked"), false
	}
	f := field.NewSheet(s.Text, url.Values{"paste": {g.paste}, "reason": {g.reason}}, g.problems)
	m.Grid = s.indicatorGrid(c, now, g, f, editable)
	m.Paste = f.Cell("paste", s.Text.Say("indicator.paste"), field.Kind("textarea"))
	m.MayRelease = by.May(account.IssueReport) && !now.Release.IsFrozen() && m.Lacking < m.All
	if by.May(account.IssueReport) && now.Release.IsFrozen() {
		reason := f.Cell("reason", s.Text.Say("reopen.reason"), field.Need, field.Medium)
		m.Reopen = &reason
	}
	m.Problems = f.Summary()
	return s.Show(c, status, "indicator/month", m)
}

// releaseState says in a word whether a month is public.
func (s *Room) releaseState(r review.IndicatorRelease) string {
	switch {
	case r.Month.IsZero():
		return s.Text.Say("release.not_yet")
	case r.Reopened != nil:
		return s.Text.Say("release.reopened", viet.ShortDate(r.Reopened.On), r.Reopened.Reason)
	}
	return s.Text.Say("release.done", viet.ShortDate(r.On))
}

func (s *Room) monthTab(path string, m, current value.Month, label string) page.MonthTab {
	text := s.Text.Say("month.short", int(m.Month))
	return page.MonthTab{Text: text, Label: label, Href: page.MonthHref(path, m), Current: m == current}
}

func (s *Room) score(v review.Verdict) page.Verdict {
	sign, tone := "…", "warn"
	switch v {
	case review.IsMet:
		sign, tone = "✓", "met"
	case review.NotMet:
		sign, tone = "✗", "bad"
	case review.NotArising:
		sign, tone = "–", ""
	}
	return page.Verdict{Sign: sign, Text: s.Text.Name("indicator", string(v)), Tone: tone}
}

// indicatorCounts says how many indicators stand how: "✓ 9/13 đạt".
func (s *Room) indicatorCounts(t review.IndicatorTable) (out []page.Verdict) {
	n := t.Count()
	for _, v := range []review.Verdict{review.IsMet, review.NotMet, review.NotArising, review.NotEntered} {
		if n[v] > 0 || v == review.IsMet {
			line := s.score(v)
			line.Text = strconv.Itoa(n[v]) + "/" + strconv.Itoa(len(t.Rows)) + " " + line.Text
			out = append(out, line)
		}
	}
	return out
}

func (s *Room) lacking(t review.IndicatorTable) (out []lackingUnit) {
	for _, ind := range t.NotEntered() {
		key := review.FigureKey(ind.MeasuredAs(), ind.Measured()[0].ID)
		i := slices.IndexFunc(out, func(l lackingUnit) bool { return l.Unit == ind.Lead })
		if i < 0 {
			i, out = len(out), append(out, lackingUnit{Unit: ind.Lead})
		}
		out[i].Items = append(out[i].Items, page.Link{Text: s.indicatorNumber(ind), Href: "#" + key})
	}
	return out
}

// indicatorNumber is the number of an indicator as in the source, with its resolution: the numbers repeat.
func (s *Room) indicatorNumber(ind review.Indicator) string {
	return s.Text.Say("indicator.number", ind.Group, ind.Number)
}

func countText(n value.Opt[int64]) string {
	if v, known := n.Get(); known {
		return viet.Number(v)
	}
	return ""
}

// indicatorMonth is a month of the indicators where officials enter, release and reopen it. Template: indicator/month.
type indicatorMonth struct {
	page.Frame
	Of                app.IndicatorMonth
	State, Taken      string // "Kế hoạch 29/KH-UBND · đã nhập 11/13 chỉ tiêu"; what was taken from a sheet
	Months            []page.MonthTab
	Both              page.BothVersions
	Counts            []page.Verdict
	Units             []lackingUnit
	Met, Lacking, All int // indicators
	Problems          field.Summary
	Grid              indicatorGrid
	Locked            string // why nothing can be entered by those who may enter
	Paste             field.Cell
	MayRelease        bool
	Reopen            *field.Cell // the reason, where the month may be taken up again
}

type lackingUnit struct {
	Unit  string
	Items []page.Link // "NQ 02, 3" → its row
}
