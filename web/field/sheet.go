package field

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Sheet is a form on one page: what stands in its fields and what is wrong with them. Cells are asked for in the
// order of the page: the summary lists their problems in that order.
type Sheet struct {
	Words  *text.Table
	Keys   string              // under which keys the labels of a table stand: "planform"
	Typed  url.Values          // what stands in the fields, by name
	Offers map[string][]Option // the answers of choices that depend on what there is, by name of the offer

	called   Called // nil: each field has its own label
	problems value.Problems
	taken    []bool // problems that stand at their field
	lines    Summary
}

// Called says by the key of a field of a row what stands at it, and how the summary calls it where it must name the row
// too.
type Called func(key string) (label, full string)

// NewSheet begins a page's fields. Typed and problems may be nil.
func NewSheet(words *text.Table, typed url.Values, problems value.Problems) *Sheet {
	return &Sheet{Words: words, Typed: typed, problems: problems, taken: make([]bool, len(problems))}
}

// Cell is one field: its value as typed and its problem, where it has one.
func (s *Sheet) Cell(id, label string, looks ...Look) Cell {
	out := Cell{ID: id, Label: label, Value: s.Typed.Get(id)}
	for _, look := range looks {
		look(&out)
	}
	if out.Type == "password" {
		out.Value = "" // no page carries one
	}
	out.Problem = s.Problem(id, cmp.Or(out.Full, out.Label))
	for i := range out.Options {
		out.Options[i].Selected = slices.Contains(s.Typed[id], out.Options[i].Value) ||
			out.Options[i].Value == "" && out.Value == ""
	}
	if len(s.problems) > 0 {
		out.Focus = false // the summary has it
	}
	return out
}

// Problem is the sentences at a field, "" where nothing is wrong with it; the summary leads to it.
func (s *Sheet) Problem(id, label string) string {
	var all []string
	for i, p := range s.problems {
		if p.Field != id || s.taken[i] {
			continue
		}
		s.taken[i] = true
		said := Sentence(s.Words, p)
		s.lines = append(s.lines, Line{Href: Fragment(id), Text: label + ": " + said})
		all = append(all, said)
	}
	return strings.Join(all, " ")
}

// Fragment is the address of what has an id on the same page: "#rows%5B0%5D.name". An address has no brackets.
func Fragment(id string) string { return (&url.URL{Fragment: id}).String() }

// Summary is what stands at the top of a refused form: the problems of the fields asked for so far, then those that
// no field took.
func (s *Sheet) Summary() Summary {
	out := slices.Clone(s.lines)
	for i, p := range s.problems {
		if s.taken[i] {
			continue
		}
		said := Sentence(s.Words, p)
		if place := viet.Capital(s.Words.PlaceName(p.Field)); place != "" && p.Field != "action" {
			said = place + ": " + said
		}
		out = append(out, Line{Text: said})
	}
	return out
}

// Layout is a form laid out: its single answers, then its lists.
type Layout struct {
	Cells []Cell
	Lists []List
}

// Cell is the cell of a name; nil where the form asks for none.
func (l *Layout) Cell(name string) *Cell { return cellNamed(l.Cells, name) }

// List is the list of a name; nil where the form has none.
func (l *Layout) List(name string) *List {
	for i := range l.Lists {
		if l.Lists[i].Name == name {
			return &l.Lists[i]
		}
	}
	return nil
}

func cellNamed(cells []Cell, id string) *Cell {
	for i := range cells {
		if cells[i].ID == id {
			return &cells[i]
		}
	}
	return nil
}

// Lay lays a form out on a sheet: what stands there was typed, or written by Values.
func (f Form[T]) Lay(s *Sheet) Layout { return f.lay(s, "") }

func (f Form[T]) lay(s *Sheet, prefix string) Layout {
	var out Layout
	for _, x := range f {
		switch {
		case x.key || x.title != nil:
		case x.rows != nil:
			out.Lists = append(out.Lists, x.rows.lay(s, prefix+x.name, x.looks))
		default:
			out.Cells = append(out.Cells, x.cell(s, prefix))
		}
	}
	return out
}

// Cells lays the single answers of a form out where the page makes the rows itself: prefix is "steps[2]." for a row.
func (f Form[T]) Cells(s *Sheet, prefix string, called Called) []Cell {
	var out []Cell
	s.called = called
	for _, x := range f {
		if !x.key && x.title == nil && x.rows == nil {
			out = append(out, x.cell(s, prefix))
		}
	}
	s.called = nil
	return out
}

// cell lays one answer out. Label, hint and unit stand under the key of the label, which is that of the field's name
// where the table gives no other.
func (x Field[T]) cell(s *Sheet, prefix string) Cell {
	key := x.label(s.Keys)
	looks := append(slices.Clone(x.looks), func(c *Cell) {
		if s.called != nil {
			c.Label, c.Full = s.called(key)
		} else {
			c.Label = s.Words.Say(key)
		}
		switch {
		case c.Hint != "":
		case s.Words.Has(key + ".hint"):
			c.Hint = s.Words.Say(key + ".hint")
		case x.hint != "":
			c.Hint = s.Words.Say(x.hint)
		}
		if s.Words.Has(key + ".unit") {
			c.Unit = s.Words.Say(key + ".unit")
		}
		if x.options == nil {
			return
		}
		c.Options = x.options(s, key)
		if c.Type == "" {
			c.Type = "select"
		}
	})
	return s.Cell(prefix+x.name, "", looks...)
}

// label is the key of the label.
func (x Field[T]) label(keys string) string {
	c := Cell{Label: x.name}
	for _, look := range x.looks {
		look(&c)
	}
	return keys + "." + c.Label
}

// Sentence says a problem to a person, with a capital letter.
func Sentence(w *text.Table, p value.Problem) string { return viet.Capital(Clause(w, p)) }

// Clause says a problem within a sentence, after the place that it speaks of: names and numbers among its arguments as
// people write them.
func Clause(w *text.Table, p value.Problem) string {
	switch {
	case strings.HasSuffix(p.Code, ".unknown") && len(p.Args) > 0 && fmt.Sprint(p.Args[0]) == "":
		return w.Say("value.not_chosen")
	case p.Code == "value.unknown": // of a file that is said otherwise
		p.Code = "value.not_offered"
	}
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = written(w, p.Code, a)
	}
	return w.Say(p.Code, args...)
}

// written is an argument of a problem as people write it.
func written(w *text.Table, code string, a any) any {
	switch v := a.(type) {
	case review.State:
		return w.Name("state", string(v))
	case review.Action:
		return viet.LowerFirst(w.Name("action", string(v)))
	case value.Money:
		return viet.Money(v)
	case value.Decimal:
		return viet.Decimal(v)
	case int64:
		return viet.Number(v)
	case value.Date:
		return viet.ShortDate(v)
	case string:
		if strings.HasPrefix(code, "action.") {
			return viet.LowerFirst(w.Name("action", v))
		}
	}
	return a
}
