package search

import (
	"maps"
	"strings"
)

// wordID numbers the words of an index, accented and folded ones in one series: a word without accents has
// one number for both. 0 is no word.
type wordID uint32

// ids is a word by its two numbers.
type ids struct{ folded, accented wordID }

// lexicon knows the words of all names and papers. It is never changed: a batch extends it to a new one
// that shares what is old, so that readers need no lock.
type lexicon struct {
	surface [2]map[string]ids    // as written: the old ones, the recent ones
	number  [2]map[string]wordID // as compared
	text    []string             // wordID -> word; grows at its end only
	pairs   [2]map[pair]struct{} // folded words that stand side by side in a name
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
			pairs:   [2]map[pair]struct{}{{}, {}},
		}
	}
	next := *l
	next.surface = extended(l.surface)
	next.number = extended(l.number)
	next.pairs = extended(l.pairs)
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

// beside reports whether two folded words stand side by side in a name.
func (l *lexicon) beside(left, right wordID) bool {
	p := pair{left, right}
	if _, ok := l.pairs[0][p]; ok {
		return true
	}
	_, ok := l.pairs[1][p]
	return ok
}

// meet notes that two folded words stand side by side.
func (l *lexicon) meet(left, right wordID) {
	if left != 0 && right != 0 && !l.beside(left, right) {
		l.pairs[1][pair{left, right}] = struct{}{}
	}
}

// known is the word as it is written, if a name or paper has it in that spelling.
func (l *lexicon) known(written string) (ids, bool) {
	if w, ok := l.surface[0][written]; ok {
		return w, true
	}
	w, ok := l.surface[1][written]
	return w, ok
}

// find is the number of a form, 0 where no name or paper has it.
func (l *lexicon) find(form string) wordID {
	if n, ok := l.number[0][form]; ok {
		return n
	}
	return l.number[1][form]
}

// lookup is the word in both forms; a form that no name or paper has is 0.
func (l *lexicon) lookup(written string) ids {
	if w, ok := l.known(written); ok {
		return w
	}
	f := formsOf(written)
	return ids{l.find(f.folded), l.find(f.accented)}
}

// plain reports whether a word is a folded one: without accents.
func (l *lexicon) plain(id wordID) bool { return isPlain(l.text[id]) }

// intern is the word's numbers, given now where it is new.
func (l *lexicon) intern(written string) ids {
	if w, ok := l.known(written); ok {
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
	if n := l.find(form); n != 0 {
		return n
	}
	n := wordID(len(l.text))
	l.text = append(l.text, form)
	l.number[1][form] = n
	return n
}
