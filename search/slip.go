package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mend puts words of names in the place of those that no text has, or that never stand where they stand; the
// last one may be unfinished. Abbreviations are left alone.
func (s *search) mend(typed []asked, text string) ([]asked, bool) {
	if len(typed) > retrieved {
		return typed, false
	}
	var out []asked
	found := false
	for i, a := range typed {
		number := strings.ContainsAny(a.folded, "0123456789") && len(a.folded) < 4
		if a.filler || isQuestion(a) || number || len(s.meanings(a)) > 0 {
			out = append(out, a)
			continue
		}
		if len(a.ids) > 0 && s.inNames(a.ids[0]) {
			if better := s.fitting(typed, i); better != 0 {
				a.ids, a.exact, a.accented, found = []wordID{better}, 0, s.lex.text[better], true
				a.folded = a.accented
				a.weight = s.weigh(a)
			}
			out = append(out, a)
			continue
		}
		if parts := s.pieces([]rune(a.written), false); parts != nil { // the papers alone have it
			for _, p := range parts {
				out = append(out, s.ask(p))
			}
			found = true
			continue
		}
		unfinished := i == len(typed)-1 && strings.HasSuffix(text, a.written)
		if ids := s.meant(typed, i, unfinished); len(ids) > 0 {
			a.ids, a.exact, a.accented, found = ids, 0, a.folded, true
			a.weight = s.weigh(a)
		}
		out = append(out, a)
	}
	return out, found
}

// meant is what a word that no name has may stand for, the likeliest first.
func (s *search) meant(typed []asked, i int, unfinished bool) []wordID {
	a := typed[i]
	var ids []wordID
	if id := s.unslipped(strings.ToLower(a.folded)); id != 0 {
		ids = append(ids, id)
	} else {
		near := s.oneEdit(a.folded, 1, 60)
		slices.SortStableFunc(near, func(x, y wordID) int { return s.support(typed, i, y) - s.support(typed, i, x) })
		if len(a.folded) < shortest || len(near) > 0 && s.support(typed, i, near[0]) > 0 {
			near = slices.DeleteFunc(near, func(id wordID) bool { return s.support(typed, i, id) == 0 })
		}
		ids = near[:min(6, len(near))]
	}
	if unfinished && len(a.folded) > 1 {
		ids = append(ids, s.completions(a.folded, 8)...)
	}
	return ids
}

// support is on how many sides a word stands beside the neighbours it has here, in names.
func (s *search) support(typed []asked, i int, id wordID) int {
	n := 0
	if i > 0 && len(typed[i-1].ids) > 0 && s.lex.beside(typed[i-1].ids[0], id) {
		n++
	}
	if i+1 < len(typed) && len(typed[i+1].ids) > 0 && s.lex.beside(id, typed[i+1].ids[0]) {
		n++
	}
	return n
}

// sides is how many neighbours with a meaning the i-th word has.
func sides(typed []asked, i int) int {
	n := 0
	if i > 0 && len(typed[i-1].ids) > 0 {
		n++
	}
	if i+1 < len(typed) && len(typed[i+1].ids) > 0 {
		n++
	}
	return n
}

// leastFitting is the least weight of a word that another one gives way to.
const leastFitting = 1

// fitting is a word one slip away that stands beside all its neighbours in names, where the word as typed
// stands beside none of them: "giấy phép lá xe".
func (s *search) fitting(typed []asked, i int) wordID {
	want := sides(typed, i)
	if want == 0 || s.support(typed, i, typed[i].ids[0]) > 0 {
		return 0
	}
	if want == 1 && len(typed) < 3 && s.namesOf[typed[i].ids[0]] > fewNames {
		return 0
	}
	if len(typed) >= looseFrom && typed[i].exact != 0 {
		return 0 // people say more than names do
	}
	for _, id := range s.oneEdit(typed[i].folded, 1, 60) {
		if s.support(typed, i, id) == want && s.weightOf[id] >= leastFitting {
			return id
		}
	}
	return 0
}

// telex and vni are what the keys of the two input methods add to a word: a mark that was typed as a letter
// or digit stands anywhere behind its vowel.
var (
	telexPairs = strings.NewReplacer("aa", "a", "aw", "a", "ee", "e", "oo", "o", "ow", "o", "uw", "u", "dd", "d")
	telexTones = "sfrxj"
)

// unslipped is the folded word that the keys of Telex or VNI would have made of a folded word, where an
// input method was off; "" where no name has it.
func (v *view) unslipped(folded string) wordID {
	telex := telexPairs.Replace(folded)
	for _, form := range []string{
		telex, strings.TrimRight(telex, telexTones), strings.ReplaceAll(telex, "w", ""),
		strings.TrimRight(strings.ReplaceAll(telex, "w", ""), telexTones), strings.Map(noDigit, folded),
	} {
		if form != folded && len(form) > 1 {
			if id := v.lex.find(formsOf(form).folded); id != 0 && v.inNames(id) {
				return id
			}
		}
	}
	if i := strings.IndexAny(folded, telexTones); i > 0 { // the tone in the midst: "thur" is at the end, "thuwrc" not
		form := telexPairs.Replace(folded[:i] + folded[i+1:])
		if id := v.lex.find(form); id != 0 && v.inNames(id) {
			return id
		}
	}
	return 0
}

func noDigit(r rune) rune {
	if '0' <= r && r <= '9' {
		return -1
	}
	return r
}

func (v *view) inNames(id wordID) bool { return v.namesOf[id] > 0 }

// fewNames is up to how many names a word is rare, so that one neighbour is enough to doubt it.
const fewNames = 4

// shortest is how short a word may be that is mended without looking at its neighbours: everything is one
// slip from a shorter one.
const shortest = 3

// oneEdit is the words of names one slip from a folded one: a letter more, less, other, or two swapped, or
// letters that sound alike. The commonest come first, at most n.
func (v *view) oneEdit(folded string, least, n int) []wordID {
	if utf8.RuneCountInString(folded) < least || strings.ContainsAny(folded, "0123456789") {
		return nil
	}
	var out []wordID
	for _, id := range v.alphabet {
		if w := v.lex.text[id]; len(w) >= len(folded)-1 && len(w) <= len(folded)+1 && isOneEdit(folded, w) {
			out = append(out, id)
		}
	}
	for _, id := range v.alike[soundAlike(folded)] {
		if w := v.lex.text[id]; len(w) > 1 && w != folded && !isOneEdit(folded, w) {
			out = append(out, id)
		}
	}
	v.sortCommon(out)
	return out[:min(n, len(out))]
}

// soundAlike is a folded word with the letters that are confused in speech made one: ch and tr, x and s, d and
// gi and r, l and n at the beginning; n and ng, t and c at the end.
func soundAlike(w string) string {
	for _, p := range [...][2]string{{"tr", "ch"}, {"gi", "d"}, {"r", "d"}, {"s", "x"}, {"n", "l"}} {
		if rest, ok := strings.CutPrefix(w, p[0]); ok &&
			(p[0] != "n" || !strings.HasPrefix(rest, "g") && !strings.HasPrefix(rest, "h")) {
			w = p[1] + rest
			break
		}
	}
	for _, p := range [...][2]string{{"ng", "n"}, {"c", "t"}} {
		if rest, ok := strings.CutSuffix(w, p[0]); ok {
			return rest + p[1]
		}
	}
	return w
}

func isOneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
