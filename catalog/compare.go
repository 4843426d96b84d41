package catalog

import (
	"slices"
	"strings"
)

// Comparison is how two versions of a procedure differ, part by part.
type Comparison struct {
	Parts []PartDiff `json:"parts"` // every part and field that either version has, in order
}

// PartDiff is how one part, or another field of the procedure, differs.
type PartDiff struct {
	Part    Part       `json:"part"` // a part, or a field by its JSON name: "field", "decision"
	Changed bool       `json:"changed"`
	Old     []string   `json:"old"` // one line per item
	New     []string   `json:"new"`
	Items   []ItemDiff `json:"items,omitempty"` // what became of each item; only where Changed
}

// ItemDiff is what became of one item: a paper, a step, a fee.
type ItemDiff struct {
	Op    Op        `json:"op"`
	Old   string    `json:"old,omitempty"`
	New   string    `json:"new,omitempty"`
	Words []Segment `json:"words,omitempty"` // word by word; only where Op is OpReplace
	Was   int       `json:"-"`               // which one it is in the old list, from 1; 0: it is not there
	Now   int       `json:"-"`               // and in the new one
}

// Changed lists the parts and fields that differ.
func (c Comparison) Changed() []Part {
	var out []Part
	for _, p := range c.Parts {
		if p.Changed {
			out = append(out, p.Part)
		}
	}
	return out
}

// Diff compares two versions part by part, lists whose order means nothing as sets, and everything else
// word by word. The Unicode form of a text is no difference.
func Diff(old, new Procedure) Comparison {
	old, new = Canonical(old), Canonical(new)
	var c Comparison
	for _, s := range sections {
		if d := diffPart(s, old, new); len(d.Old)+len(d.New) > 0 {
			c.Parts = append(c.Parts, d)
		}
	}
	return c
}

func diffPart(s section, old, new Procedure) PartDiff {
	before, after := s.entries(old), s.entries(new)
	d := PartDiff{Part: s.part, Old: lines(before), New: lines(after)}
	d.Changed = !sameLines(d.Old, d.New, s.ordered)
	if d.Changed {
		d.Items = diffItems(before, after, s)
	}
	return d
}

func sameLines(a, b []string, ordered bool) bool {
	if !ordered {
		a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	}
	return slices.Equal(a, b)
}

// diffItems pairs the items of two lists: those that read the same, then those that are the same by their
// key, then those that read alike; what is left went or came. Items come in the order of the new list,
// each one that went where it stood.
func diffItems(before, after []entry, s section) []ItemDiff {
	pair := pairItems(before, after) // of each new item, the old one or -1
	if s.ordered && s.part != PartDossier && len(before) == 1 && len(after) == 1 {
		pair[0] = 0 // the only text of a part is that text, however it reads now; a paper is another paper
	}
	moved := map[int]bool{}
	if s.ordered {
		moved = outOfOrder(pair)
	}
	taken := make([]bool, len(before))
	for _, i := range pair {
		if i >= 0 {
			taken[i] = true
		}
	}
	var out []ItemDiff
	next := 0 // the first old item that is not yet told
	went := func(until int) {
		for ; next < until; next++ {
			if !taken[next] {
				out = append(out, ItemDiff{Op: OpDelete, Old: before[next].text, Was: next + 1})
			}
		}
	}
	for j, i := range pair {
		switch {
		case i < 0:
			out = append(out, ItemDiff{Op: OpInsert, New: after[j].text, Now: j + 1})
			continue
		case !moved[j]:
			went(i)
		}
		d := diffItem(before[i].text, after[j].text, moved[j])
		d.Was, d.Now = i+1, j+1
		out = append(out, d)
	}
	went(len(before))
	return out
}

func diffItem(old, new string, moved bool) ItemDiff {
	d := ItemDiff{Op: OpReplace, Old: old, New: new}
	switch {
	case old != new:
		d.Words = WordDiff(old, new)
	case moved:
		d.Op = OpMove
	default:
		d.Op = OpEqual
	}
	return d
}

// pairItems says for each new item which old one it is, -1 where it is new.
func pairItems(before, after []entry) []int {
	pair := make([]int, len(after))
	for j := range pair {
		pair[j] = -1
	}
	taken := make([]bool, len(before))
	match := func(same func(a, b entry) bool) {
		for j := range after {
			for i := 0; i < len(before) && pair[j] < 0; i++ {
				if !taken[i] && same(before[i], after[j]) {
					pair[j], taken[i] = i, true
				}
			}
		}
	}
	match(func(a, b entry) bool { return a.text == b.text })
	match(func(a, b entry) bool { return a.key != "" && a.key == b.key })
	before, after = withWords(before), withWords(after)
	match(func(a, b entry) bool { return alike(a.key, b.key) })
	return pair
}

// withWords replaces each key by the words of the text, for alike.
func withWords(entries []entry) []entry {
	out := make([]entry, len(entries))
	for i, e := range entries {
		out[i] = entry{strings.ToLower(e.text), e.text}
	}
	return out
}

// alike reports whether two texts share at least half of their words (Dice).
func alike(a, b string) bool {
	left, right := strings.Fields(a), strings.Fields(b)
	count := map[string]int{}
	for _, w := range left {
		count[w]++
	}
	shared := 0
	for _, w := range right {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return shared > 0 && 4*shared >= len(left)+len(right)
}

// outOfOrder marks the items that moved: those outside the longest run that kept its order.
func outOfOrder(pair []int) map[int]bool {
	// length of the best run ending here; where it came from
	best, from := make([]int, len(pair)), make([]int, len(pair))
	last := -1
	for j, i := range pair {
		if i < 0 {
			continue
		}
		best[j], from[j] = 1, -1
		for k := range j {
			if pair[k] >= 0 && pair[k] < i && best[k] >= best[j] {
				best[j], from[j] = best[k]+1, k
			}
		}
		if last < 0 || best[j] > best[last] {
			last = j
		}
	}
	moved := map[int]bool{}
	for j, i := range pair {
		moved[j] = i >= 0
	}
	for ; last >= 0; last = from[last] {
		moved[last] = false
	}
	return moved
}
