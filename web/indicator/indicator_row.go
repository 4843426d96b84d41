package indicator

import (
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// rowMaker makes the rows of a grid.
type rowMaker struct {
	s                *Room
	now              app.IndicatorMonth
	typed            typedGrid
	fields           *field.Sheet
	people           func(string) string
	editable, public bool
}

// indicatorGrid is the grid of a month, own rows first; what is typed is judged as far as it can be read.
func (s *Room) indicatorGrid(
	c *gin.Context, now app.IndicatorMonth, g typedGrid, f *field.Sheet, editable bool,
) indicatorGrid {
	k := rowMaker{s: s, now: now, typed: g, fields: f, people: s.Names(c), editable: editable}
	figures, _ := g.read()
	unit := s.Person(c).Unit
	own, others := k.groups(now.Preview(figures), unit)
	out := indicatorGrid{Editable: editable, Month: s.Text.Say("month.of", viet.MonthYear(now.Table.Month))}
	if len(own) > 0 {
		out.Groups = append(out.Groups, indicatorGroup{s.Text.Say("indicator.own", unit), own})
	}
	out.Groups = append(out.Groups, others...)
	return out
}

// publicGrid is a released month.
func (s *Room) publicGrid(r review.IndicatorRelease, t review.IndicatorTable) indicatorGrid {
	plan := review.Plan{Groups: r.Groups, Indicators: r.Indicators}
	k := rowMaker{s: s, now: app.IndicatorMonth{Plan: plan}, public: true}
	_, groups := k.groups(t, "")
	return indicatorGrid{Public: true, Month: s.Text.Say("month.of", viet.MonthYear(t.Month)), Groups: groups}
}

// groups are the rows of a unit's own, and the others below the names of their groups as the plan writes them out:
// "NQ 01" is "Nghị quyết số 01/NQ-CP" in its appendix.
func (k rowMaker) groups(t review.IndicatorTable, unit string) (own []indicatorRow, out []indicatorGroup) {
	for _, r := range t.Rows {
		if r.Indicator.IsLedBy(unit) {
			own = append(own, k.rows(r)...)
			continue
		}
		title := k.now.Plan.GroupName(r.Indicator.Group)
		if title == "" {
			title = k.s.Text.Name("indicator_group", r.Indicator.Group)
		}
		i := slices.IndexFunc(out, func(g indicatorGroup) bool { return g.Title == title })
		if i < 0 {
			i, out = len(out), append(out, indicatorGroup{Title: title})
		}
		out[i].Rows = append(out[i].Rows, k.rows(r)...)
	}
	return own, out
}

// rows are the rows of one indicator: itself, or itself above its parts.
func (k rowMaker) rows(r review.IndicatorRow) []indicatorRow {
	ind := r.Indicator
	if len(r.Parts) == 1 {
		return []indicatorRow{k.part(ind, r.Parts[0])}
	}
	top := indicatorRow{ID: ind.ID, Indicator: ind, Head: true}
	top.Result, top.Year = k.score(ind, r.Month), k.score(ind, r.Year)
	if ind.Combine != review.SumOf { // the parts are not added up
		top.Result.Percent, top.Result.Sum, top.Year.Percent, top.Year.Sum = "", "", "", ""
	}
	out := []indicatorRow{top}
	for _, p := range r.Parts {
		row := k.part(ind, p)
		row.IsPart = true
		out = append(out, row)
	}
	return out
}

// part is the row of one thing that is counted.
func (k rowMaker) part(ind review.Indicator, p review.IndicatorPart) indicatorRow {
	row := indicatorRow{
		ID:        p.Figure.Key(),
		Indicator: ind,
		Part:      p,
		Waiting:   p.Month.Verdict == review.NotEntered && !k.public,
		Result:    k.score(ind, p.Month),
		Year:      k.score(ind, p.Year),
		Change:    points(p.Month, p.Before),
		Trend:     k.s.sparkline(ind, p.Trend),
	}
	if !k.public && len(p.Lacking) > 0 && p.Year.Verdict != review.NotEntered {
		row.Year.More = append(row.Year.More, k.s.Text.Say("indicator.lacking", k.months(p.Lacking)))
	}
	if ind.Level {
		row.Year.More = append(row.Year.More, k.s.Text.Say("indicator.level"))
	}
	if !k.public {
		row.Result.Sum = "" // it stands in the cells beside it
	}
	switch {
	case ind.SameAs != "":
		row.ID, row.Shared, row.Waiting = ind.ID, k.s.Text.Say("indicator.shared", k.shared(ind)), false
		row.Numerator.Value, row.Denominator.Value = countText(p.Figure.Numerator), countText(p.Figure.Denominator)
		row.Note = p.Figure.Note
	case !k.public:
		k.enter(&row)
	}
	return row
}

// enter adds to a row what is typed into it, and what is known about who entered it and what the registers count.
func (k rowMaker) enter(row *indicatorRow) {
	key := row.ID
	typed := k.typed.row(key)
	row.Open, row.Base, row.Clash, row.Note = k.editable, typed.base, typed.clash, typed.Note
	k.fields.Problem(key, typed.name)
	cell := func(piece, said string) field.Cell {
		id, label := key+"."+piece, typed.name+", "+k.s.Text.Say("indicator."+piece)
		return field.Cell{ID: id, Label: label, Value: said, Problem: k.fields.Problem(id, label)}
	}
	row.Numerator, row.Denominator = cell("numerator", typed.numerator), cell("denominator", typed.denominator)
	row.Unfold = k.fields.Problem(key+".evidence", typed.name)+k.fields.Problem(key+".file", typed.name) != ""
	if n, there := k.now.Counted[key]; there {
		register := row.Indicator.CountedBy(row.Part.Variant)
		said := "indicator.counted." + string(register)
		row.Counted.Text = k.s.Text.Say(said, viet.Number(n.Part), viet.Number(n.Whole))
		if register == review.PostedInTime {
			row.Counted.Href = page.MonthHref(page.AnnouncementPath, k.now.Table.Month)
		}
	}
	stored, _ := k.now.Figure(key) // the row is one of the month
	for _, e := range typed.Evidence {
		saved := slices.ContainsFunc(stored.Evidence, func(x review.Evidence) bool { return x.SHA == e.SHA })
		row.Files = append(row.Files, indicatorFile{e, saved})
	}
	if saved, there := k.now.Saved[key]; there {
		row.Saved = k.people(saved.By) + ", " + viet.ShortDate(value.On(saved.At))
	}
}

// score is figures in words.
func (k rowMaker) score(ind review.Indicator, s review.Score) indicatorScore {
	out, rules := indicatorScore{Verdict: k.s.score(s.Verdict)}, k.now.Plan.Rules
	if percent, ok := s.HonestPercent(rules.PercentPlaces.Or(2), ind.Target); ok {
		out.Percent = viet.Percent(percent, rules.TrimZeroPercent)
		out.Sum = viet.Number(s.Part) + "/" + viet.Number(s.Whole)
	}
	if s.Missing > 0 {
		out.More = append(out.More, k.s.Text.Say("indicator.missing", viet.Number(s.Missing)))
	}
	if s.Small {
		out.More = append(out.More, k.s.Text.Say("indicator.small"))
	}
	return out
}

// shared is the number of the indicator whose figures another one shares.
func (k rowMaker) shared(ind review.Indicator) string {
	for _, x := range k.now.Plan.Indicators {
		if x.ID == ind.SameAs {
			return k.s.indicatorNumber(x)
		}
	}
	return ind.SameAs
}

// months names the months without figures: "T3, T4".
func (k rowMaker) months(lacking []value.Month) string {
	out := make([]string, len(lacking))
	for i, m := range lacking {
		out[i] = k.s.Text.Say("month.short", int(m.Month))
	}
	return strings.Join(out, ", ")
}

// points is the change since the month before, with its sign; "" where there is none.
func points(now, before review.Score) string {
	n, ok := now.PointsAbove(before)
	switch {
	case !ok:
		return ""
	case strings.HasPrefix(n, "-"):
		return "−" + viet.Comma(strings.TrimPrefix(n, "-"))
	case strings.Trim(n, "0.") == "":
		return viet.Comma(n)
	}
	return "+" + viet.Comma(n)
}

// indicatorGrid is the indicators with their figures. Part: indicator_grid.
type indicatorGrid struct {
	Editable, Public bool   // public is without notes, evidence and who entered
	Month            string // "Tháng 6/2024", head of its columns
	Groups           []indicatorGroup
}

// indicatorGroup is indicators below one heading.
type indicatorGroup struct {
	Title string
	Rows  []indicatorRow
}

// indicatorRow is one thing that is counted, or the indicator above its parts.
type indicatorRow struct {
	ID                     string // anchor, and the name of the row in the form: "nq01-4.papers"
	Indicator              review.Indicator
	Part                   review.IndicatorPart
	IsPart, Head           bool   // below its indicator; above its parts, without figures of its own
	Open, Unfold, Waiting  bool   // can be typed into; its details are open; figures of this month are missing
	Shared, Clash, Saved   string // whose figures it shares; what somebody else saved meanwhile; who saved it and when
	Numerator, Denominator field.Cell
	Result, Year           indicatorScore
	Change, Note           string // "+3,20"
	Trend                  sparkline
	Files                  []indicatorFile
	Counted                page.Link // what a register of the program counts: "Sổ phản ánh, kiến nghị: 2/3"
	Base                   int       // version that the row started from
}

// indicatorScore is a figure with its verdict.
type indicatorScore struct {
	Percent, Sum string // "60,97%", "189/310"; empty where there is none
	Verdict      page.Verdict
	More         []string // "còn thiếu 12"; "ít hồ sơ"
}

// indicatorFile is a file of evidence; it can be fetched once a figure that is saved names it.
type indicatorFile struct {
	review.Evidence
	Stored bool
}
