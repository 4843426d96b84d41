package search

import (
	"maps"
	"slices"
	"strings"
)

// wordID numbers the words of an index, accented and folded ones in one series: a word without accents has
// one number for both. 0 is no word.
type wordID uint32

// ids is a word by its two numbers.
type ids struct{ folded, accented wordID }

// lexicon knows the words of all names and papers. It is never changed: a batch extends it to a new one
// that shares what is old, so that readers need no lock. Words and pairs keep their numbers for good; what no
// living document has any more is unknown again, so that the order of edits leaves no trace.
type lexicon struct {
	surface [2]map[string]ids    // as written: the old ones, the recent ones
	number  [2]map[string]wordID // as compared
	text    []string             // wordID -> word; grows at its end only
	pairs   [2]map[pair]uint32   // folded words side by side in a name -> place in met
	uses    []int32              // wordID -> how often living names and papers have it
	met     []int32              // how often living names have each pair
}

// pair is two words side by side.
type pair struct{ left, right wordID }

// recentShare is how small the recent part stays against the old one, so that extending copies little.
const recentShare = 8

// extend is a lexicon to which intern may add, until it is published.
func (l *lexicon) extend() *lexicon {
	if l == nil {
		return &lexicon{
			surface: [2]map[string]ids{{}, {}},
			number:  [2]map[string]wordID{{}, {}},
			text:    []string{""},
			pairs:   [2]map[pair]uint32{{}, {}},
			uses:    []int32{0},
		}
	}
	next := *l
	next.surface = extended(l.surface)
	next.number = extended(l.number)
	next.pairs = extended(l.pairs)
	next.uses = slices.Clone(l.uses)
	next.met = slices.Clone(l.met)
	return &next
}

// extended shares what is old; where much is recent, it becomes old.
func extended[K comparable, V any](m [2]map[K]V) [2]map[K]V {
	if len(m[1])*recentShare <= len(m[0]) {
		return [2]map[K]V{m[0], maps.Clone(m[1])}
	}
	old := make(map[K]V, len(m[0])+2*len(m[1]))
	maps.Copy(old, m[0])
	maps.Copy(old, m[1])
	return [2]map[K]V{old, {}}
}

// of looks into both parts.
func of[K comparable, V any](m [2]map[K]V, key K) (V, bool) {
	if v, ok := m[0][key]; ok {
		return v, true
	}
	v, ok := m[1][key]
	return v, ok
}

// take counts the words of a document that is there from now on.
func (l *lexicon) take(r *row) { l.count(r, 1) }

// drop takes back what take counted.
func (l *lexicon) drop(r *row) { l.count(r, -1) }

// count adds by to the uses of each word of a document, and of each pair of its names.
func (l *lexicon) count(r *row, by int32) {
	left := wordID(0)
	for _, w := range r.words {
		l.countWord(w.ids, by)
		l.countPair(left, w.folded, by)
		left = w.folded
	}
	for _, also := range r.alsoWords {
		left = 0
		for _, w := range also {
			l.countWord(w, by)
			l.countPair(left, w.folded, by)
			left = w.folded
		}
	}
	for _, paper := range r.part {
		for _, w := range paper {
			l.countWord(w, by)
		}
	}
}

func (l *lexicon) countWord(w ids, by int32) {
	l.uses[w.folded] += by
	l.uses[w.accented] += by
}

func (l *lexicon) countPair(left, right wordID, by int32) {
	if left == 0 || right == 0 {
		return
	}
	at, ok := of(l.pairs, pair{left, right})
	if !ok {
		at = uint32(len(l.met))
		l.pairs[1][pair{left, right}] = at
		l.met = append(l.met, 0)
	}
	l.met[at] += by
}

// beside reports whether two folded words stand side by side in a name.
func (l *lexicon) beside(left, right wordID) bool { return l.meetings(left, right) > 0 }

// meetings is how often two folded words stand side by side in names.
func (l *lexicon) meetings(left, right wordID) int32 {
	if at, ok := of(l.pairs, pair{left, right}); ok {
		return l.met[at]
	}
	return 0
}

// find is the number of a form, 0 where no name or paper has it.
func (l *lexicon) find(form string) wordID {
	if n, _ := of(l.number, form); l.uses[n] > 0 {
		return n
	}
	return 0
}

// plain reports whether a word is a folded one: without accents.
func (l *lexicon) plain(id wordID) bool { return isPlain(l.text[id]) }

// intern is the word's numbers, given now where it is new.
func (l *lexicon) intern(written string) ids {
	if w, ok := of(l.surface, written); ok {
		return w
	}
	f := formsOf(written)
	w := ids{l.add(f.folded), l.add(f.accented)}
	l.surface[1][strings.Clone(written)] = w
	return w
}

func (l *lexicon) add(form string) wordID {
	if form == "" {
		return 0
	}
	if n, ok := of(l.number, form); ok {
		return n
	}
	n := wordID(len(l.text))
	l.text = append(l.text, form)
	l.uses = append(l.uses, 0)
	l.number[1][form] = n
	return n
}
