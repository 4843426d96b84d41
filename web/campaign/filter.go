package campaign

import (
	"net/url"
	"slices"

	"rasoat/viet"
	"rasoat/web/field"
)

// lineFilter narrows a list by one thing of its lines: the values that a line has, each with its words. What has no
// value is not offered.
type lineFilter[T any] struct {
	id, title string
	of        func(T) []field.Option
}

// one is the single value of a line; none where it is empty.
func one(value, text string) []field.Option {
	if value == "" {
		return nil
	}
	return []field.Option{{Value: value, Text: text}}
}

// narrow is the lines that an address asks for, the choices by which it may ask, and whether it does.
func narrow[T any](
	s *Room, asked url.Values, filters []lineFilter[T], lines []T,
) (cells []field.Cell, left []T, narrowed bool) {
	left = lines
	for _, f := range filters {
		set := asked.Get(f.id)
		cells = append(cells, filterCell(s, f, lines, set))
		if set == "" {
			continue
		}
		narrowed = true
		left = slices.DeleteFunc(slices.Clone(left), func(l T) bool {
			return !slices.ContainsFunc(f.of(l), func(o field.Option) bool { return o.Value == set })
		})
	}
	return cells, left, narrowed
}

// filterCell is a filter as a choice, each value with how many lines of the whole list have it.
func filterCell[T any](s *Room, f lineFilter[T], lines []T, set string) field.Cell {
	all := []field.Option{{Text: s.Text.Say("filter.all")}}
	count := map[string]int64{}
	for _, l := range lines {
		for _, o := range f.of(l) {
			if count[o.Value]++; count[o.Value] == 1 {
				o.Selected = o.Value == set
				all = append(all, o)
			}
		}
	}
	viet.SortBy(all[1:], func(o field.Option) string { return o.Text })
	for i := range all[1:] {
		all[i+1].Text += " (" + viet.Number(count[all[i+1].Value]) + ")"
	}
	return field.Cell{ID: f.id, Label: s.Text.Say(f.title), Type: "select", Options: all}
}
