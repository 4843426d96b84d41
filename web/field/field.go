// Package field describes a form once: a table with one line for each field says its name, where its value
// stands and what kind of value it is. From that table the engine writes the values into a page, reads what was
// typed, puts each problem at its field and row, lays the fields out, and names what two versions differ in.
// It knows no store, no rule and no page; the words come from app/text by key.
package field

import (
	"net/url"
	"slices"
	"strings"

	"rasoat/app/text"
	"rasoat/value"
	"rasoat/viet"
)

// Form is the fields of a T in the order of the page.
type Form[T any] []Field[T]

// Field is one line of a form: a single answer, or a list of rows with a form of their own.
type Field[T any] struct {
	name  string
	looks []Look
	hint  string                           // the key of the hint of every field of this kind; one of its own wins
	box   bool                             // ticked or not: what is not ticked is not sent
	given bool                             // a new row comes with it: alone it says nothing
	key   bool                             // the hidden name of a row, by which what the form does not ask is kept
	title func(w *text.Table, t *T) string // not asked: what a row is called
	rows  rows[T]

	write   func(t *T) []string                             // the value as it stands in the form
	read    func(t *T, typed []string) *value.Problem       // nil: it was read; the problem has no field yet
	say     func(w *text.Table, label, typed string) string // what was typed, in words; nil: as it was typed
	options func(s *Sheet, label string) []Option           // of a choice
}

// Reading is what reading a form found out: problems at the fields where they were typed, and which row of the form
// became which line of a list.
type Reading struct {
	Problems value.Problems
	rows     map[string][]int // by list, as the form spells it: the number in the form of each line
}

// Values is how t stands in the form.
func (f Form[T]) Values(t T) url.Values {
	v := url.Values{}
	f.write("", &t, v)
	return v
}

func (f Form[T]) write(prefix string, t *T, to url.Values) {
	for _, x := range f {
		switch {
		case x.title != nil:
		case x.rows != nil:
			x.rows.write(prefix+x.name, t, to)
		default:
			to[prefix+x.name] = x.write(t)
		}
	}
}

// Read reads what was typed into t; what the form does not ask for, or this page of it did not, stays in it. An answer
// that cannot be read keeps what stood in t, and its problem says so.
func (f Form[T]) Read(in url.Values, t *T) Reading {
	r := Reading{rows: map[string][]int{}}
	f.read("", in, t, &r)
	return r
}

func (f Form[T]) read(prefix string, in url.Values, t *T, r *Reading) {
	for _, x := range f {
		switch {
		case x.title != nil:
		case x.rows != nil:
			x.rows.read(prefix+x.name, in, t, r)
		default:
			typed, sent := in[prefix+x.name]
			if !sent && !x.box {
				continue // not asked on this page
			}
			if p := x.read(t, typed); p != nil {
				p.Field = prefix + x.name
				r.Problems = append(r.Problems, *p)
			}
		}
	}
}

// Place puts the problems of a rule at the rows of the form: a rule counts the lines of a list, the form keeps the
// numbers that its rows were sent with.
func (r Reading) Place(problems value.Problems) value.Problems {
	out := slices.Clone(problems)
	for i := range out {
		out[i].Field = r.place(out[i].Field)
	}
	return out
}

func (r Reading) place(path string) string {
	done := ""
	for {
		list, line, rest, ok := cutRow(path)
		numbers, read := r.rows[done+list]
		if !ok || !read || line >= len(numbers) {
			return done + path
		}
		done += RowName(list, numbers[line])
		if path = rest; !strings.HasPrefix(path, ".") {
			return done + path
		}
		done, path = done+".", path[1:]
	}
}

// Named are the fields of a form with these names, in the order of the form: for a page that asks for some of them.
func (f Form[T]) Named(names ...string) Form[T] {
	var out Form[T]
	for _, x := range f {
		if slices.Contains(names, x.name) {
			out = append(out, x)
		}
	}
	return out
}

// Given marks an answer that a new row comes with, such as the first of a choice: alone it makes no row.
func (x Field[T]) Given() Field[T] {
	x.given = true
	return x
}

// Choose lets a choice stand open; it is not one of its answers.
func (x Field[T]) Choose() Field[T] {
	options := x.options
	x.options = func(s *Sheet, label string) []Option {
		return append([]Option{{Text: s.Words.Say("choose")}}, options(s, label)...)
	}
	return x
}

// Hinted gives a field a hint that several share, by its key; one of its own wins.
func (x Field[T]) Hinted(key string) Field[T] {
	x.hint = key
	return x
}

// Capital writes the answers of a choice with a capital letter, where their names stand within sentences too.
func (x Field[T]) Capital() Field[T] {
	options := x.options
	x.options = func(s *Sheet, label string) []Option {
		out := options(s, label)
		for i := range out {
			out[i].Text = viet.Capital(out[i].Text)
		}
		return out
	}
	return x
}

// Refused gives what cannot be read another sentence than its kind has; it is handed the same arguments.
func (x Field[T]) Refused(code string) Field[T] {
	read := x.read
	x.read = func(t *T, typed []string) *value.Problem {
		p := read(t, typed)
		if p != nil {
			p.Code = code
		}
		return p
	}
	return x
}
