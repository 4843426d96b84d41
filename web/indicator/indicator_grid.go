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
	rows     []typedFigure
	problems value.Problems
	both     page.BothVersions
	done     string // what was taken from a sheet
	paste    string
	reason   string
}

// typedFigure is a row of it.
type typedFigure struct {
	key                    string
	numerator, denominator string
	note                   string
	evidence               []review.Evidence
	base                   int
	clash                  string
}

// counted lists what is counted, each once.
func counted(t review.IndicatorTable) (out []review.IndicatorPart) {
	for _, r := range t.Rows {
		if r.Indicator.SameAs == "" {
			out = append(out, r.Parts...)
		}
	}
	return out
}

// storedGrid is a month as it stands.
func (s *Room) storedGrid(now app.IndicatorMonth) (g typedGrid) {
	for _, p := range counted(now.Table) {
		key := p.Figure.Key()
		g.rows = append(g.rows, typedFigure{
			key:         key,
			numerator:   countText(p.Figure.Numerator),
			denominator: countText(p.Figure.Denominator),
			note:        p.Figure.Note,
			evidence:    p.Figure.Evidence,
			base:        now.Saved[key].Version,
		})
	}
	return g
}

// typedGrid is a month as a form sent it. Rows that the form did not have stay as they stand.
func (s *Room) typedGrid(now app.IndicatorMonth, in url.Values) typedGrid {
	g := s.storedGrid(now)
	g.paste = in.Get("paste")
	for i := range g.rows {
		r := &g.rows[i]
		if !in.Has(r.key + ".base") {
			continue
		}
		r.numerator, r.denominator = in.Get(r.key+".numerator"), in.Get(r.key+".denominator")
		r.note = viet.CleanText(in.Get(r.key + ".note"))
		base, err := strconv.Atoi(in.Get(r.key + ".base"))
		if err != nil {
			g.problems.Add("", "form.unreadable")
		}
		r.base, r.evidence = base, page.ReadEvidence(in[r.key+".evidence"], in[r.key+".drop"])
	}
	return g
}

// use takes what a register of the program counts into the cells of a row.
func (g *typedGrid) use(key string, now app.IndicatorMonth) {
	n, there := now.Counted[key]
	for i := range g.rows {
		if r := &g.rows[i]; there && r.key == key {
			r.numerator, r.denominator = viet.Number(n.Part), viet.Number(n.Whole)
		}
	}
}

// figure reads the cells of a row; the stored figure says which one it is.
func (r typedFigure) figure(stored review.Figure) (review.Figure, value.Problems) {
	var problems value.Problems
	read := func(field, typed string) value.Opt[int64] {
		if strings.TrimSpace(typed) == "" {
			return value.Opt[int64]{}
		}
		n, err := viet.ParseCount(typed)
		if err != nil {
			problems.Add(r.key+"."+field, "figure.whole", typed)
			return value.Opt[int64]{}
		}
		return value.Known(n)
	}
	f := stored
	f.Numerator, f.Denominator = read("numerator", r.numerator), read("denominator", r.denominator)
	f.Note, f.Evidence = r.note, r.evidence
	if len(problems) == 0 {
		problems = review.CheckFigures(f.Numerator, f.Denominator).Under(r.key)
	}
	return f, problems
}

// entries reads all rows; what is wrong with them is added to the problems.
func (g *typedGrid) entries(now app.IndicatorMonth) (out []app.FigureEntry) {
	for _, r := range g.rows {
		stored, _ := now.Figure(r.key) // the rows are those of the month
		f, problems := r.figure(stored)
		g.problems = append(g.problems, problems...)
		out = append(out, app.FigureEntry{Figure: f, Base: r.base})
	}
	return out
}

// sound are the figures of the rows without a problem; the others count as not entered.
func (g typedGrid) sound(now app.IndicatorMonth) (out []review.Figure) {
	for _, r := range g.rows {
		stored, _ := now.Figure(r.key) // likewise
		f, problems := r.figure(stored)
		if len(problems) > 0 {
			f.Numerator, f.Denominator = value.Opt[int64]{}, value.Opt[int64]{}
		}
		out = append(out, f)
	}
	return out
}

// showIndicators shows a month with what stands in its cells.
func (s *Room) showIndicators(c *gin.Context, status int, now app.IndicatorMonth, g typedGrid) error {
	by, month := s.Person(c), viet.MonthYear(now.Table.Month)
	m := indicatorMonth{
		Frame:    s.Frame(c, s.Text.Say("page.indicators")),
		Headline: s.Text.Say("indicator.headline", month),
		PlanID:   string(now.Plan.ID),
		Month:    now.Table.Month.String(),
		Taken:    g.done,
		Both:     g.both,
		Counts:   s.indicatorCounts(now.Table),
		Lacking:  s.lacking(now.Table),
		Sheet:    page.MonthHref(page.IndicatorsPath+"/bang.xlsx", now.Table.Month),
	}
	entered := len(now.Table.Rows) - now.Table.Count()[review.NotEntered]
	m.State = s.Text.Say("indicator.state", now.Plan.Number, entered, len(now.Table.Rows), s.releaseState(now.Release))
	for _, x := range now.Months {
		m.Months = append(m.Months, s.monthTab(now, x))
	}
	open := !now.Release.IsFrozen() && len(review.CheckMonth(now.Plan, now.Table.Month, s.App.Today())) == 0
	editable := by.May(account.EnterFigures) && open
	if by.May(account.EnterFigures) && !editable {
		m.Locked = s.Text.Say("indicator.locked")
	}
	f := field.NewSheet(s.Text, url.Values{"paste": {g.paste}, "reason": {g.reason}}, g.problems)
	m.Grid = s.indicatorGrid(c, now, g, editable)
	for _, r := range g.rows {
		where, _ := s.rowName(now.Table, r.key)
		f.Problem(r.key, where)
		f.Problem(r.key+".numerator", where+", "+s.Text.Say("indicator.numerator"))
		f.Problem(r.key+".denominator", where+", "+s.Text.Say("indicator.denominator"))
		f.Problem(r.key+".evidence", where)
		f.Problem(r.key+".file", where)
	}
	m.Paste = f.Cell("paste", s.Text.Say("indicator.paste"), field.Kind("textarea"))
	if by.May(account.IssueReport) {
		s.releaseForms(&m, now, f)
	}
	m.Problems = f.Summary()
	m.Links = []page.Link{{
		Text: s.Text.Say("page.released"),
		Href: page.ReleasedPath,
	}, {Text: s.Text.Say("nav.targets"), Href: "/chi-tieu"}}
	return s.Show(c, status, "indicator/month", m)
}

// releaseForms adds the form by which a month is released, or taken up again.
func (s *Room) releaseForms(m *indicatorMonth, now app.IndicatorMonth, f *field.Sheet) {
	month, version := viet.MonthYear(now.Table.Month), strconv.Itoa(now.ReleaseVersion)
	if now.Release.IsFrozen() {
		m.Reopen = &reopenBox{
			Title:   s.Text.Say("reopen.title", month),
			Text:    s.Text.Say("reopen.text"),
			Version: version,
			Reason:  f.Cell("reason", s.Text.Say("reopen.reason"), field.Need, field.Medium),
		}
		return
	}
	n := now.Table.Count()
	if n[review.NotEntered] == len(now.Table.Rows) {
		return
	}
	box := &releaseBox{
		Title:   s.Text.Say("release.title", month),
		Button:  s.Text.Say("release.button", month),
		Version: version,
		Text:    []string{s.Text.Say("release.text", n[review.IsMet], len(now.Table.Rows))},
	}
	if n[review.NotEntered] > 0 {
		box.Text = append(box.Text, s.Text.Say("release.lacking", n[review.NotEntered]))
	}
	m.Release = box
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

func (s *Room) monthTab(now app.IndicatorMonth, x app.IndicatorMonthState) page.MonthTab {
	t := page.MonthTab{
		Text:    s.Text.Say("month.short", int(x.Month.Month)),
		Href:    page.MonthHref(page.IndicatorsPath, x.Month),
		Current: x.Month == now.Table.Month,
	}
	number, all := int(x.Month.Month), len(now.Plan.Indicators)
	t.Label = s.Text.Say("month.tab", number, viet.MonthYear(x.Month), x.Entered, all, s.releaseState(x.Release))
	switch {
	case x.Release.IsFrozen():
		t.Sign = "✓"
	case x.Entered > 0:
		t.Sign = "…"
	}
	return t
}

// score is a verdict in its word, sign and colour.
func (s *Room) score(v review.Verdict) page.Verdict {
	out := page.Verdict{Text: s.Text.Name("indicator", string(v))}
	switch v {
	case review.IsMet:
		out.Sign, out.Tone = "✓", "met"
	case review.NotMet:
		out.Sign, out.Tone = "✗", "bad"
	case review.NotArising:
		out.Sign = "–"
	default:
		out.Sign, out.Tone = "…", "warn"
	}
	return out
}

// indicatorCounts says how many indicators stand how: "✓ 9/13 đạt".
func (s *Room) indicatorCounts(t review.IndicatorTable) (out []page.Verdict) {
	n := t.Count()
	for _, v := range []review.Verdict{review.IsMet, review.NotMet, review.NotArising, review.NotEntered} {
		if n[v] == 0 && v != review.IsMet {
			continue
		}
		line := s.score(v)
		line.Text = strconv.Itoa(n[v]) + "/" + strconv.Itoa(len(t.Rows)) + " " + line.Text
		out = append(out, line)
	}
	return out
}

// lacking says whose figures are missing, unit by unit.
func (s *Room) lacking(t review.IndicatorTable) (out []lackingLine) {
	for _, ind := range t.NotEntered() {
		item := page.Link{
			Text: s.indicatorNumber(ind),
			Href: field.Fragment(review.FigureKey(ind.MeasuredAs(), ind.Measured()[0].ID)),
		}
		i := slices.IndexFunc(out, func(l lackingLine) bool { return l.Unit == ind.Lead })
		if i < 0 {
			out = append(out, lackingLine{Unit: ind.Lead, Items: []page.Link{item}})
			continue
		}
		out[i].Items = append(out[i].Items, item)
	}
	return out
}

// indicatorNumber is the number of an indicator as in the source, with its resolution: the numbers repeat.
func (s *Room) indicatorNumber(ind review.Indicator) string {
	return s.Text.Say("indicator.number", ind.Group, ind.Number)
}

// rowName is a row as a problem calls it.
func (s *Room) rowName(t review.IndicatorTable, key string) (string, bool) {
	for _, r := range t.Rows {
		for _, p := range r.Parts {
			if p.Figure.Key() != key {
				continue
			}
			name := s.indicatorNumber(r.Indicator)
			if len(r.Parts) > 1 {
				name += " (" + p.Name + ")"
			}
			return name, true
		}
	}
	return "", false
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
	Headline string // "Chỉ tiêu cụ thể, tháng 6/2024"
	State    string // "Kế hoạch 29/KH-UBND · đã nhập 11/13 chỉ tiêu · chưa công khai"
	PlanID   string
	Month    string // "2024-06", as the address and the form say it
	Months   []page.MonthTab
	Taken    string // what was taken from a sheet; empty: nothing was
	Both     page.BothVersions
	Counts   []page.Verdict
	Lacking  []lackingLine
	Problems field.Summary
	Grid     indicatorGrid
	Locked   string // why nothing can be entered; empty: it can
	Paste    field.Cell
	Sheet    string // address of the month as a workbook
	Release  *releaseBox
	Reopen   *reopenBox
	Links    []page.Link
}

// lackingLine is a unit whose figures are missing, and which.
type lackingLine struct {
	Unit  string
	Items []page.Link // "NQ 02, 3" → its row
}

// releaseBox asks before a month is made public.
type releaseBox struct {
	Title   string
	Text    []string
	Button  string
	Version string
}

// reopenBox takes a released month up again.
type reopenBox struct {
	Title   string
	Text    string
	Reason  field.Cell
	Version string
}
