package indicator

import (
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// rowMaker makes the rows of a grid.
type rowMaker struct {
	s        *Room
	now      app.IndicatorMonth
	plan     review.Plan
	typed    map[string]typedFigure
	problems map[string]string // sentence by field
	people   func(string) string
	editable bool
	public   bool
}

// indicatorGrid is the grid of a month, own rows first; what is typed is judged as far as it can be read.
func (s *Room) indicatorGrid(c *gin.Context, now app.IndicatorMonth, g typedGrid, editable bool) indicatorGrid {
	k := rowMaker{
		s:        s,
		now:      now,
		plan:     now.Plan,
		typed:    map[string]typedFigure{},
		problems: map[string]string{},
		people:   s.Names(c),
		editable: editable,
	}
	for _, r := range g.rows {
		k.typed[r.key] = r
	}
	for _, p := range g.problems {
		if k.problems[p.Field] == "" {
			k.problems[p.Field] = s.Sentence(p)
		}
	}
	table := now.Preview(g.sound(now))
	out := indicatorGrid{ID: "luoi", Editable: editable, Month: s.Text.Say("month.of", viet.MonthYear(table.Month))}
	if editable {
		out.Action = page.IndicatorsPath + "/tinh"
	}
	unit := s.Person(c).Unit
	own := indicatorGroup{Title: s.Text.Say("indicator.own", unit)}
	var others []indicatorGroup
	for _, r := range table.Rows {
		rows := k.rows(r)
		if r.Indicator.IsLedBy(unit) {
			own.Rows = append(own.Rows, rows...)
			continue
		}
		others = intoGroup(others, r.Indicator.Group, rows)
	}
	if len(own.Rows) > 0 {
		out.Groups = append(out.Groups, own)
	}
	out.Groups = append(out.Groups, s.titled(now.Plan, others)...)
	return out
}

// publicGrid is a released month.
func (s *Room) publicGrid(p review.Plan, t review.IndicatorTable) indicatorGrid {
	k := rowMaker{s: s, public: true}
	for _, r := range t.Rows {
		k.plan.Indicators = append(k.plan.Indicators, r.Indicator)
	}
	out := indicatorGrid{ID: "luoi", Public: true, Month: s.Text.Say("month.of", viet.MonthYear(t.Month))}
	for _, r := range t.Rows {
		out.Groups = intoGroup(out.Groups, r.Indicator.Group, k.rows(r))
	}
	out.Groups = s.titled(p, out.Groups)
	return out
}

// intoGroup adds rows to the group of that name, or begins it.
func intoGroup(groups []indicatorGroup, name string, rows []indicatorRow) []indicatorGroup {
	for i := range groups {
		if groups[i].Title == name {
			groups[i].Rows = append(groups[i].Rows, rows...)
			return groups
		}
	}
	return append(groups, indicatorGroup{Title: name, Rows: rows})
}

// titled writes the names of groups out: "NQ 01" is "Nghị quyết số 01/NQ-CP" in the plan's appendix.
func (s *Room) titled(p review.Plan, groups []indicatorGroup) []indicatorGroup {
	for i := range groups {
		groups[i].Title = s.groupName(p, groups[i].Title)
	}
	return groups
}

// groupName is how a plan heads a group of indicators, else the program's own name of it.
func (s *Room) groupName(p review.Plan, id string) string {
	if name := p.GroupName(id); name != "" {
		return name
	}
	return s.Text.Name("indicator_group", id)
}

// rows are the rows of one indicator: itself, or itself above its parts.
func (k rowMaker) rows(r review.IndicatorRow) (out []indicatorRow) {
	ind := r.Indicator
	top := indicatorRow{ID: ind.ID, Number: k.s.indicatorNumber(ind), Name: ind.Name, Target: ind.TargetText}
	if len(r.Parts) > 1 {
		top.Head = true
		top.Result, top.Year = k.score(ind, r.Month), k.score(ind, r.Year)
		top.Result.Percent, top.Result.Sum, top.Year.Percent, top.Year.Sum = sums(ind, top.Result, top.Year)
		out = append(out, top)
		for _, p := range r.Parts {
			row := k.part(ind, p)
			row.IsPart, row.Name = true, p.Name
			out = append(out, row)
		}
		return out
	}
	row := k.part(ind, r.Parts[0])
	row.Number, row.Name, row.Target = top.Number, top.Name, top.Target
	return append(out, row)
}

// sums are the figures of an indicator above its parts: only where they are added up.
func sums(ind review.Indicator, month, year indicatorScore) (string, string, string, string) {
	if ind.Combine == review.SumOf {
		return month.Percent, month.Sum, year.Percent, year.Sum
	}
	return "", "", "", ""
}

// part is the row of one thing that is counted.
func (k rowMaker) part(ind review.Indicator, p review.IndicatorPart) indicatorRow {
	key := p.Figure.Key()
	row := indicatorRow{
		ID:      key,
		Waiting: p.Month.Verdict == review.NotEntered && !k.public,
		Result:  k.score(ind, p.Month),
		Year:    k.score(ind, p.Year),
		Change:  points(p.Month, p.Before),
		Trend:   k.s.sparkline(ind, p.Trend),
		Terms:   k.terms(ind, p),
	}
	if !k.public && len(p.Lacking) > 0 && p.Year.Verdict != review.NotEntered {
		row.Year.More = withMore(row.Year.More, k.s.Text.Say("indicator.lacking", k.months(p)))
	}
	if ind.Level {
		row.Year.More = withMore(row.Year.More, k.s.Text.Say("indicator.level"))
	}
	if ind.SameAs != "" {
		row.ID, row.Shared, row.Waiting = ind.ID, k.s.Text.Say("indicator.shared", k.shared(ind)), false
	}
	row.Open = k.editable && ind.SameAs == ""
	name, _ := k.s.rowName(k.now.Table, key)
	row.Numerator = page.CostCell{
		Name:  key + ".numerator",
		Label: name + ", " + k.s.Text.Say("indicator.numerator"),
		Value: countText(p.Figure.Numerator),
	}
	row.Denominator = page.CostCell{
		Name:  key + ".denominator",
		Label: name + ", " + k.s.Text.Say("indicator.denominator"),
		Value: countText(p.Figure.Denominator),
	}
	row.Note = page.CostCell{Name: key + ".note", Value: p.Figure.Note}
	if !k.public {
		row.Result.Sum = "" // it stands in the cells beside it
	}
	row.More = k.s.Text.Say("indicator.definition")
	if k.public || ind.SameAs != "" {
		return row
	}
	typed := k.typed[key]
	if row.More = k.s.Text.Say("indicator.details"); len(typed.evidence) > 0 {
		row.More = k.s.Text.Say("indicator.details_files", len(typed.evidence))
	}
	row.Base, row.Upload, row.Clash = strconv.Itoa(typed.base), key+".file", typed.clash
	if row.Open {
		row.Numerator.Value, row.Denominator.Value, row.Note.Value = typed.numerator, typed.denominator, typed.note
		row.Numerator.Problem, row.Denominator.Problem = k.problems[key+".numerator"], k.problems[key+".denominator"]
		row.Unfold = k.problems[key+".evidence"] != "" || k.problems[key+".file"] != ""
	}
	if n, there := k.now.Counted[key]; there {
		register := ind.CountedBy(p.Variant)
		said := "indicator.counted." + string(register)
		row.Counted.Text = k.s.Text.Say(said, viet.Number(n.Part), viet.Number(n.Whole))
		if register == review.PostedInTime {
			row.Counted.Href = page.AnnouncementPath + "?thang=" + k.now.Table.Month.String()
		}
	}
	for _, e := range typed.evidence {
		row.Files = append(row.Files, k.file(p, e))
	}
	if saved, there := k.now.Saved[key]; there {
		row.Saved = k.people(saved.By) + ", " + viet.ShortDate(value.On(saved.At))
	}
	return row
}

// file is a file of evidence; it can be fetched once a figure that is saved names it.
func (k rowMaker) file(p review.IndicatorPart, e review.Evidence) indicatorFile {
	f := indicatorFile{Text: e.Name, Value: page.EvidenceValue(e)}
	stored, _ := k.now.Figure(p.Figure.Key()) // the row is one of the month
	for _, s := range stored.Evidence {
		if s.SHA == e.SHA {
			f.Href = page.IndicatorsPath + "/tai-lieu/" + e.SHA
		}
	}
	return f
}

// score is figures in words.
func (k rowMaker) score(ind review.Indicator, s review.Score) indicatorScore {
	out := indicatorScore{Verdict: k.s.score(s.Verdict)}
	if percent, ok := s.HonestPercent(k.plan.Rules.PercentPlaces.Or(2), ind.Target); ok {
		out.Percent = viet.Percent(percent, k.plan.Rules.TrimZeroPercent)
		out.Sum = viet.Number(s.Part) + "/" + viet.Number(s.Whole)
	}
	if s.Missing > 0 {
		out.More = k.s.Text.Say("indicator.missing", viet.Number(s.Missing))
	}
	if s.Small {
		out.More = withMore(out.More, k.s.Text.Say("indicator.small"))
	}
	return out
}

// terms are the definitions of numerator and denominator, where they come from, who leads and who supports.
func (k rowMaker) terms(ind review.Indicator, p review.IndicatorPart) []page.Term {
	var out []page.Term
	for _, t := range []page.Term{{
		Term: "indicator.numerator",
		Text: p.Numerator,
	}, {Term: "indicator.denominator", Text: p.Denominator}, {Term: "indicator.source", Text: p.Source},
		{Term: "indicator.lead", Text: ind.Lead}, {Term: "indicator.support", Text: ind.Support}} {
		if t.Text != "" {
			out = append(out, page.Term{Term: k.s.Text.Say(t.Term), Text: t.Text})
		}
	}
	if len(ind.Measured()) == 1 && p.Name != "" {
		out = append([]page.Term{{Term: k.s.Text.Say("indicator.way"), Text: p.Name}}, out...)
	}
	return out
}

// shared is the number of the indicator whose figures another one shares.
func (k rowMaker) shared(ind review.Indicator) string {
	for _, x := range k.plan.Indicators {
		if x.ID == ind.SameAs {
			return k.s.indicatorNumber(x)
		}
	}
	return ind.SameAs
}

// months names the months without figures: "T3, T4".
func (k rowMaker) months(p review.IndicatorPart) string {
	var out []string
	for _, m := range p.Lacking {
		out = append(out, k.s.Text.Say("month.short", int(m.Month)))
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

func withMore(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// indicatorGrid is the indicators with their figures. Part: indicator_grid.
type indicatorGrid struct {
	ID       string
	Editable bool
	Public   bool   // without notes, evidence and who entered
	Action   string // address that judges the figures while they are typed
	Month    string // "Tháng 6/2024", head of its columns
	Groups   []indicatorGroup
}

// indicatorGroup is indicators below one heading.
type indicatorGroup struct {
	Title string
	Rows  []indicatorRow
}

// indicatorRow is one thing that is counted, or the indicator above its parts.
type indicatorRow struct {
	ID          string // anchor, and the name of the row in the form: "nq01-4.papers"
	Number      string // "NQ 01, số 4"; empty in a row of a part
	Name        string
	IsPart      bool
	Head        bool // stands above its parts: no figures of its own
	Shared      string
	Target      string // "Tối thiểu 80"
	Lead        string // "Thực hiện: …; phối hợp: …"
	Open        bool   // can be typed into
	Waiting     bool   // figures of this month are missing
	Numerator   page.CostCell
	Denominator page.CostCell
	Result      indicatorScore
	Year        indicatorScore
	Change      string // "+3,20"
	Trend       sparkline
	More        string // what opens the details: "Cách tính, ghi chú, tài liệu (2)"
	Terms       []page.Term
	Note        page.CostCell
	Files       []indicatorFile
	Upload      string    // name of the field for a file
	Counted     page.Link // what a register of the program counts, to the list behind it: "Sổ phản ánh, kiến nghị: 2/3"
	Base        string    // version that the row started from
	Saved       string    // "Lê Thị Lan, 15/7/2024"
	Clash       string    // what somebody else saved meanwhile
	Unfold      bool      // the details are open
}

// indicatorScore is a figure with its verdict.
type indicatorScore struct {
	Percent string // "60,97%"; empty where there is none
	Sum     string // "189/310"
	Verdict page.Verdict
	More    string // "còn thiếu 12"; "ít hồ sơ"
}

// indicatorFile is a file of evidence.
type indicatorFile struct {
	Text  string
	Href  string // empty until it is saved
	Value string // as the form sends it back
}
