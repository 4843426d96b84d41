package search

import (
	"slices"
	"strings"
)

// Words is terms made ready to read queries with; they are never changed.
type Words struct{ *vocabulary }

// NewWords makes terms ready. What they say holds for queries alone: names that an index spells out stay as the
// vocabulary says that it was made with. The abbreviations that are off are not read by the initials of names either.
func NewWords(terms []Term, off ...string) *Words {
	v := compile(Vocabulary{Terms: terms})
	for _, short := range off {
		v.off[strings.ReplaceAll(foldWords(short), " ", "")] = true
	}
	return &Words{v}
}

// Use makes queries be read with other words, from the next search on.
func (x *Index) Use(w *Words) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.spoken = w.vocabulary
}

// Read is what citizens say that is read as the official words of the term; a word that says too little beside an
// abbreviation is not.
func (t Term) Read() []string {
	return slices.DeleteFunc(slices.Clone(t.Variants), func(said string) bool { return !t.reads(formsIn(said)) })
}

// Fold is a text as queries are compared: its words in small letters without accents, parted by blanks.
func Fold(text string) string { return foldWords(text) }

// agreeing are the meanings of a phrase that takes length words from i on: ambiguous ones where the rest agrees.
func (s *search) agreeing(meanings []Term, typed []asked, i, length int) []Term {
	if !slices.ContainsFunc(meanings, func(t Term) bool { return t.Rare }) {
		return meanings
	}
	return slices.DeleteFunc(
		slices.Clone(meanings),
		func(t Term) bool { return t.Rare && !s.agree(typed, i, length, t.Full) },
	)
}

// agree reports whether the rest of a query, beside the words from i on, agrees with what they may mean: some
// document has the official words and one of the rest, in its names, papers or field. Where there is no rest
// that says something, nothing contradicts.
func (s *search) agree(typed []asked, i, length int, full string) bool {
	rest, some := newSet(len(s.rows)), false
	for at, a := range typed {
		if at >= i && at < i+length || a.filler || isQuestion(a) || talk[a.accented] {
			continue
		}
		some = true
		rest.join(s.having(a.folded))
	}
	if !some {
		return true
	}
	for _, w := range wordsOf(full) {
		if f := s.spell.of(w); !fillers[f.accented] {
			rest.cut(s.having(f.folded))
		}
	}
	return rest.meets(s.scope)
}

// having is the documents with a word in their names, papers or field. A list that cannot be read is empty: the
// retrieval meets the same error and tells it.
func (s *search) having(folded string) docSet {
	out := newSet(len(s.rows))
	p, err := s.postingsOf(spelled{folded, 0})
	if err != nil {
		return out
	}
	out.addAll(p.names)
	out.join(p.part)
	return out
}
