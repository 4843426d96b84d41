package field

import (
	"slices"
	"strings"

	"rasoat/app/text"
)

// Difference is one answer that two versions of a thing give differently, in words. Of a row that came or went
// its title stands on one side alone.
type Difference struct{ Label, Saved, Typed string }

// Differ names what two versions answer differently, in the order of the form. Keys is under which keys the labels
// stand.
func (f Form[T]) Differ(words *text.Table, keys string, saved, typed T) []Difference {
	c := &comparison{words: words, keys: keys}
	f.differ(c, "", "", &saved, &typed)
	return c.out
}

// Answer is one answer of a thing in words, under the name of its field.
type Answer struct{ Name, Label, Text string }

// Answers are the single answers of a thing in words, in the order of the form.
func (f Form[T]) Answers(words *text.Table, keys string, t T) []Answer {
	c := &comparison{words: words, keys: keys}
	var out []Answer
	for _, x := range f {
		if !x.key && x.title == nil && x.rows == nil {
			out = append(out, Answer{Name: x.name, Label: words.Say(x.label(keys)), Text: x.said(c, &t)})
		}
	}
	return out
}

type comparison struct {
	words *text.Table
	keys  string
	out   []Difference
}

func (c *comparison) add(within, label, saved, typed string) {
	if saved != typed {
		c.out = append(c.out, Difference{Label: join(", ", within, label), Saved: saved, Typed: typed})
	}
}

func (f Form[T]) differ(c *comparison, prefix, within string, saved, typed *T) {
	for _, x := range f {
		switch {
		case x.key || x.title != nil:
		case x.rows != nil:
			x.rows.differ(c, x.label(c.keys), within, saved, typed)
		default:
			c.add(within, c.words.Say(x.label(c.keys)), x.said(c, saved), x.said(c, typed))
		}
	}
}

// said is an answer in words, in one line.
func (x Field[T]) said(c *comparison, t *T) string {
	var all []string
	label := x.label(c.keys)
	for _, typed := range x.write(t) {
		switch {
		case typed == "" && c.words.Has(label+".default"):
			typed = c.words.Say(label + ".default")
		case x.say != nil:
			typed = x.say(c.words, label, typed)
		case typed != "" && c.words.Has(label+".answer"):
			typed = c.words.Say(label+".answer", typed)
		}
		all = append(all, SplitLines(typed)...)
	}
	return strings.Join(all, "; ")
}

// differ compares two lists: by their keys row by row, else as a whole.
func (l rowList[T, R]) differ(c *comparison, label, within string, saved, typed *T) {
	before, after := *l.at(saved), *l.at(typed)
	name := c.words.Say(label)
	key := l.form.key()
	if !key.key {
		c.add(within, name, l.form.inWords(c, before), l.form.inWords(c, after))
		return
	}
	var was, is []string // the rows that both have, in the order of each
	for i := range before {
		if j := key.line(after, key.write(&before[i])[0]); j < 0 {
			c.add(within, name, l.form.title(c, &before[i]), "")
		} else {
			was = append(was, l.form.title(c, &after[j]))
		}
	}
	for j := range after {
		i := key.line(before, key.write(&after[j])[0])
		if i < 0 {
			c.add(within, name, "", l.form.title(c, &after[j]))
			continue
		}
		is = append(is, l.form.title(c, &after[j]))
		l.form.differ(c, "", join(", ", within, l.form.title(c, &before[i])), &before[i], &after[j])
	}
	if !slices.Equal(was, is) {
		c.add(within, join(", ", name, c.words.Say("rows.order")), strings.Join(was, "; "), strings.Join(is, "; "))
	}
}

// title is what a row is called: as the form says, or by its first answer.
func (f Form[R]) title(c *comparison, r *R) string {
	for _, x := range f {
		switch {
		case x.title != nil:
			return x.title(c.words, r)
		case !x.key && x.rows == nil:
			return x.said(c, r)
		}
	}
	return ""
}

// inWords is all rows in one line.
func (f Form[R]) inWords(c *comparison, all []R) string {
	var lines []string
	for i := range all {
		var words []string
		for _, x := range f {
			if x.rows == nil && x.title == nil {
				words = append(words, x.said(c, &all[i]))
			}
		}
		lines = append(lines, join(" ", words...))
	}
	return strings.Join(lines, "; ")
}

func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), sep)
}
