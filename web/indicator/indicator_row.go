package indicator

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

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
		out.Groups = []indicatorGroup{{s.Text.Say("indicator.own", unit), own}}
	}
	out.Groups = append(out.Groups, others...)
	return out
}

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
		out = append(out, k.part(ind, p))
		out[len(out)-1].IsPart = true
	}
	return out
}

func (k rowMaker) part(ind review.Indicator, p review.IndicatorPart) indicatorRow {
	row := indicatorRow{
		ID:        p.Figure.Key(),
		Indicator: ind,
		Part:      p,
		Waiting:   p.Month.Verdict == review.NotEntered && !k.public,
		Result:    k.score(ind, p.Month),
		Year:      k.score(ind, p.Year),
		Change:    points(p.Month, p.Before),
		Trend:     k.s.sparkline(ind, p.Trend, k.now.Plan.Rules),
	}
	if !k.public && len(p.Lacking) > 0 && p.Year.Verdict != review.NotEntered {
		var months []string
		for _, m := range p.Lacking {
			months = append(months, k.s.Text.Say("month.short", int(m.Month)))
		}
		row.Year.More = append(row.Year.More, k.s.Text.Say("indicator.lacking", strings.Join(months, ", ")))
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
	key, typed := row.ID, k.typed.row(row.ID)
	row.Open, row.Base, row.Clash, row.Note = k.editable, typed.base, typed.clash, typed.Note
	k.fields.Problem(key, typed.name)
	cell := func(piece, said string) field.Cell {
		id, label := key+"."+piece, typed.name+", "+k.s.Text.Say("indicator."+piece)
		return field.Cell{ID: id, Label: label, Value: said, Problem: k.fields.Problem(id, label)}
	}
	row.Numerator, row.Denominator = cell("numerator", typed.numerator), cell("denominator", typed.denominator)
	row.Unfold = k.fields.Problem(key+".evidence", typed.name)+k.fields.Problem(key+".file", typed.name) != ""
	if n, there := k.now.Counted[key]; there {
		register, part, whole := row.Indicator.CountedBy(row.Part.Variant), viet.Number(n.Part), viet.Number(n.Whole)
		row.Counted.Text = k.s.Text.Say("indicator.counted."+string(register), part, whole)
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

func (k rowMaker) score(ind review.Indicator, s review.Score) indicatorScore {
	out, rules := indicatorScore{Verdict: k.s.score(s.Verdict)}, k.now.Plan.Rules
	if out.Percent = rules.Percent(s.Ratio, ind.Target); out.Percent != "" {
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

// Goal is the target of the year with its unit: the plan writes "Tối thiểu 80" beside a column of "%".
func (r indicatorRow) Goal() string {
	text, unit := r.Indicator.TargetText, r.Indicator.Unit
	switch last := len(text) - 1; {
	case last < 0 || text[last] < '0' || text[last] > '9' || unit == "":
		return text
	case unit != "%":
		return text + " " + unit
	}
	return text + unit
}

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

// The box of a sparkline, and how far apart its months stand at most.
const (
	sparkLeft, sparkRight = 4.0, 96.0
	sparkTop, sparkBottom = 4.0, 24.0
	sparkStep             = 24.0
	allPercent            = 100
)

// sparkline draws the months of a part: a dot where there is a percentage, a line where the months follow each other,
// the target as a mark. The height is that of what there is to see, not 0 to 100: the figures stand beside it.
func (s *Room) sparkline(ind review.Indicator, trend []review.TrendPoint, rules review.Rules) sparkline {
	out, scale := sparkline{}, sparkScale(ind, trend)
	step := min(sparkStep, (sparkRight-sparkLeft)/max(float64(len(trend)-1), 1))
	var words, run []string
	flush := func() {
		if len(run) > 1 {
			out.Lines = append(out.Lines, strings.Join(run, " "))
		}
		run = nil
	}
	for i, p := range trend {
		name := s.Text.Say("month.short", int(p.Month.Month))
		percent := rules.Percent(p.Score.Ratio, ind.Target)
		if percent == "" {
			flush()
			words = append(words, name+" "+s.Text.Name("indicator", string(p.Score.Verdict)))
			continue
		}
		x, y := coordinate(sparkLeft+step*float64(i)), scale(percentOf(p.Score))
		run = append(run, x+","+y)
		out.Dots = append(out.Dots, sparkDot{X: x, Y: y, Tone: s.score(p.Score.Verdict).Tone})
		words = append(words, name+" "+percent)
	}
	flush()
	if len(out.Dots) > 0 {
		out.Mark = scale(targetOf(ind))
	}
	out.Label = strings.Join(words, "; ")
	return out
}

// sparkScale gives the height of a percentage, between the least and the most that the picture has to show.
func sparkScale(ind review.Indicator, trend []review.TrendPoint) func(float64) string {
	least, most := targetOf(ind), targetOf(ind)
	for _, p := range trend {
		if p.Score.Whole > 0 {
			least, most = min(least, percentOf(p.Score)), max(most, percentOf(p.Score))
		}
	}
	return func(percent float64) string {
		if most == least {
			return coordinate((sparkTop + sparkBottom) / 2)
		}
		return coordinate(sparkBottom - (sparkBottom-sparkTop)*(percent-least)/(most-least))
	}
}

// Floats may do in a drawing; no verdict hangs on them.

func percentOf(s review.Score) float64      { return allPercent * float64(s.Part) / float64(s.Whole) }
func targetOf(ind review.Indicator) float64 { return float64(ind.Target) / value.DecimalScale }
func coordinate(n float64) string           { return strconv.FormatFloat(n, 'f', 1, 64) }

// sparkline is the year of an indicator as a small picture, drawn in a box of 100 by 28. Part: sparkline.
type sparkline struct {
	Label string   // the same in words
	Lines []string // points of each unbroken run
	Dots  []sparkDot
	Mark  string // height of the target; empty: none
}

type sparkDot struct{ X, Y, Tone string }
