package proposal

import (
	"errors"
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// costID is where the cost table stands on its page.
const costID = "bang-chi-phi"

// costView is the two tables as they were typed, with every figure that can be worked out. A row with something
// missing or wrong has no figure and is in no total, and the note says so. A table without rows is not priced, save
// where the conclusion says what its side costs. Problems are those of a form that was refused; while typing only what
// was typed wrong is marked, not what is still empty.
//
// Circular 02/2017/TT-VPCP, article 27.
func (s *Room) costView(typed typedTables, conclusion review.Conclusion, problems value.Problems) costTable {
	t := costTable{ID: costID, Percent: "–", Saving: "–"}
	view := costForm{s: s, problems: problems}
	before, after := view.side("before", typed["before"]), view.side("after", typed["after"])
	t.Before, t.After = before.view, after.view
	result, err := cost.Price(before.rows, after.rows)
	priced, unpriced := review.PriceProposal(review.Proposal{
		Conclusion: conclusion,
		Members:    []review.Member{{Before: &before.rows, After: &after.rows}},
	})
	if errors.Join(err, unpriced) == nil {
		before.fill(&t.Before, result.Before, s.sumWords)
		after.fill(&t.After, result.After, s.sumWords)
		t.Before.Annual, t.After.Annual = s.moneyOr(priced.Before), s.moneyOr(priced.After)
		if before.open+after.open == 0 && priced.Saving().IsKnown() { // of half a table nobody shall read a percentage
			t.Saving, t.Percent = s.moneyOr(priced.Saving()), savingPercent(priced)
		}
	} else {
		t.Note = s.Text.Say("cost.not_priced")
	}
	t.Note = page.Joined(" · ", t.Note, view.note(before, after))
	t.Problems = view.lines
	return t
}

// costForm gathers what the two tables have in common while they are laid out.
type costForm struct {
	s        *Room
	problems value.Problems
	lines    field.Summary
}

// pricedSide is one table in the middle of being laid out: its view, the rows that can be priced, and where each
// of those stands.
type pricedSide struct {
	view      costSide
	rows      []cost.Row
	at        []costPlace // group and row of view for each of rows
	open      int         // rows with something missing or wrong
	estimates int
}

type costPlace struct{ group, row int }

func (f *costForm) side(id string, typed []typedRow) pricedSide {
	out := pricedSide{view: costSide{ID: id, Title: f.s.Text.Say("cost." + id), Unit: "–", Annual: "–"}}
	group := map[string]int{}
	for i, task := range cost.Tasks {
		group[string(task)] = i
		out.view.Groups = append(out.view.Groups, costGroup{
			Number: strconv.Itoa(i + 1),
			Task:   string(task),
			Title:  f.s.Text.Name("task", string(task)),
		})
	}
	for i, t := range typed {
		g, known := group[t.Task]
		if !known {
			g = group[string(cost.Other)]
			t.Task = string(cost.Other)
		}
		rows := &out.view.Groups[g].Rows
		view := f.row(id, i, out.view.Groups[g].Number+"."+strconv.Itoa(len(*rows)+1), t)
		*rows = append(*rows, view)
		if t.isBlank() {
			continue
		}
		row, wrong := t.row()
		if len(wrong) > 0 {
			out.open++
			continue
		}
		if row.Source == cost.Estimate {
			out.estimates++
		}
		out.rows, out.at = append(out.rows, row), append(out.at, costPlace{g, len(*rows) - 1})
	}
	return out
}

// row is a row as it was typed.
func (f *costForm) row(side string, i int, number string, t typedRow) costRow {
	name := side + "[" + strconv.Itoa(i) + "]"
	_, wrong := t.row()
	cell := func(key string) page.CostCell {
		c := page.CostCell{
			Name:  name + "." + key,
			Label: f.s.Text.Say("cost.cell", f.s.Text.Say("cost."+side), number, f.s.Text.Say("cost."+key)),
			Value: t.Cells[key],
		}
		for _, p := range f.problems {
			if p.Field == c.Name && c.Problem == "" {
				c.Problem = f.s.Sentence(p)
				f.lines = append(f.lines, field.Line{Href: field.Fragment(c.Name), Text: c.Label + ": " + c.Problem})
			}
		}
		for _, p := range wrong {
			missing := p.Code == "cell.empty" || p.Code == "activity.missing"
			if p.Field == key && !missing && c.Problem == "" && !t.isBlank() {
				c.Problem = f.s.Sentence(p)
			}
		}
		return c
	}
	source := t.Source
	if source == "" {
		source = string(cost.Estimate)
	}
	out := costRow{
		Number:   number,
		Name:     name,
		Task:     t.Task,
		Activity: cell("activity"),
		Hours:    cell("hours"),
		Rate:     cell("hourly_rate"),
		Service:  cell("service_cost"),
		Fees:     cell("fees"),
		Times:    cell("times_per_year"),
		Subjects: cell("subjects_per_year"),
		Note:     cell("note"),
		Source:   f.s.Text.Name("source", source),
		Unit:     "–",
		Annual:   "–",
	}
	for _, x := range cost.Sources {
		out.Sources = append(out.Sources, field.Option{
			Value:    string(x),
			Text:     f.s.Text.Name("source", string(x)),
			Selected: string(x) == source,
		})
	}
	return out
}

// fill puts the figures of a priced table at its rows, groups and foot.
func (p pricedSide) fill(view *costSide, side cost.Side, sum func(cost.Explanation) string) {
	groups := make([]value.Money, len(view.Groups))
	for i, c := range side.Rows {
		at := p.at[i]
		row := &view.Groups[at.group].Rows[at.row]
		row.Unit, row.Annual = viet.Number(int64(c.UnitCost)), viet.Number(int64(c.AnnualCost))
		row.Sum = sum(cost.Explain(p.rows[i], c))
		groups[at.group] += c.AnnualCost // below value.MaxTotal, as their sum is
	}
	for i := range view.Groups {
		if len(view.Groups[i].Rows) > 0 {
			view.Groups[i].Annual = viet.Number(int64(groups[i]))
		}
	}
	view.Unit, view.Hours = viet.Number(int64(side.UnitTotal)), viet.Comma(side.AnnualHours)
}

// sumWords is how a row came to its figure, for a reader with a calculator: "0,5 giờ × 48.248 = 24.124; 24.124 ×
// 1 lần × 420 = 10.132.080".
func (s *Room) sumWords(e cost.Explanation) string {
	equals := func(rounded bool) string {
		if rounded {
			return " ≈ "
		}
		return " = "
	}
	n := func(m value.Money) string { return viet.Number(int64(m)) }
	var parts []string
	if e.Hours > 0 {
		labour := s.Text.Say("cost.sum.labour", viet.Decimal(e.Hours), n(e.Rate))
		parts = append(parts, labour+equals(e.LabourRounded)+n(e.Labour))
	}
	if e.Service > 0 || e.Fees > 0 {
		terms := []string{n(e.Labour)}
		for _, m := range []value.Money{e.Service, e.Fees} {
			if m > 0 {
				terms = append(terms, n(m))
			}
		}
		parts = append(parts, strings.Join(terms, " + ")+" = "+n(e.Unit))
	}
	year := s.Text.Say("cost.sum.year", n(e.Unit), viet.Decimal(e.Times), viet.Number(e.Subjects))
	parts = append(parts, year+equals(e.AnnualRounded)+n(e.Annual))
	return strings.Join(parts, "; ")
}

// note says how much of what is shown is estimated, and what no total holds yet.
func (f *costForm) note(sides ...pricedSide) string {
	open, estimates := 0, 0
	for _, s := range sides {
		open, estimates = open+s.open, estimates+s.estimates
	}
	var words []string
	if estimates > 0 {
		words = append(words, f.s.Text.Say("cost.estimates", estimates))
	}
	if open > 0 {
		words = append(words, f.s.Text.Say("cost.open_rows", open))
	}
	return strings.Join(words, " · ")
}

// costTable is form 03/SCM-KSTT: the cost of one procedure before and after. Part: cost_table.
//
// Circular 02/2017/TT-VPCP, article 27.
type costTable struct {
	ID       string // "bang-chi-phi"
	Editable bool
	Action   string // address that prices the rows while they are typed; empty: only when saved
	Before   costSide
	After    costSide
	Saving   string // "43.467.080 đồng"
	Percent  string // "55,80%"; "–" where before is 0
	Note     string // "1 dòng là ước tính"
	Problems field.Summary
	Sources  []field.Option
}

// costSide is one of the two tables.
type costSide struct {
	ID     string // "before", "after": the prefix of its fields
	Title  string // "Hiện tại", "Sau đơn giản hóa"
	Groups []costGroup
	Unit   string // total for one time
	Annual string // total for one year
	Hours  string // working hours in a year
}

// costGroup is one of the six groups of work; it stands there even without rows.
type costGroup struct {
	Number string // "1"
	Task   string // "prepare"
	Title  string // "Chuẩn bị hồ sơ"
	Annual string
	Rows   []costRow
}

// costRow is one activity. The figures are as typed; Unit, Annual and Sum are computed.
type costRow struct {
	Number   string // "1.2"
	Name     string // of the row in the form: "before[2]"
	Task     string
	Activity page.CostCell
	Hours    page.CostCell
	Rate     page.CostCell
	Service  page.CostCell
	Fees     page.CostCell
	Times    page.CostCell
	Subjects page.CostCell
	Note     page.CostCell
	Source   string // the word beside the figure: "ước tính"
	Sources  []field.Option
	Unit     string
	Annual   string
	Sum      string // "0,5 giờ × 48.248 = 24.124"
}
