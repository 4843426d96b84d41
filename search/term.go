package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/value"
)

// Bounds of a term, in letters, words and lines.
const (
	maxShort     = 20
	maxFull      = 120
	maxFullWords = 16
	maxSaid      = 80
	maxSaidWords = 8
	maxSaidLines = 40
)

// read is what other terms are read by: abbreviations and words of citizens, folded, with the terms.
type read struct{ short, said map[string][]Term }

func readOf(terms []Term) read {
	r := read{map[string][]Term{}, map[string][]Term{}}
	for _, t := range terms {
		if short := strings.ReplaceAll(foldWords(t.Short), " ", ""); short != "" {
			r.short[short] = append(r.short[short], t)
		}
		for _, said := range t.Read() {
			folded := foldWords(said)
			r.said[folded] = append(r.said[folded], t)
		}
	}
	return r
}

// Check is everything that is wrong with a term beside the others that are read. Lines that stood in the term before
// are not refused: was is the zero Term where it is new.
//
//	word.missing word.nothing word.long word.long_line word.one_word word.empty word.stop word.itself word.circle
//	word.twice word.duplicate word.meanings word.too_little word.lines
func (t Term) Check(was Term, others []Term) value.Problems {
	var ps value.Problems
	full, known := foldWords(t.Full), readOf(others)
	switch {
	case t.Full == "":
		ps.Add("full", "word.missing")
	case full == "":
		ps.Add("full", "word.empty", t.Full)
	case tooLong(t.Full, maxFull, maxFullWords):
		ps.Add("full", "word.long", maxFull, maxFullWords)
	}
	if t.Short == "" && len(t.Variants) == 0 {
		ps.Add("short", "word.nothing")
	}
	if code, args := t.shortProblem(was, full, known); code != "" {
		ps.Add("short", code, args...)
	}
	if len(t.Variants) > maxSaidLines {
		ps.Add("said", "word.lines", maxSaidLines)
		return ps
	}
	seen := map[string]bool{}
	for _, said := range t.Variants {
		if code, args := t.saidProblem(said, was, full, known); code != "" {
			ps.Add("said", code, args...)
		} else if seen[accentedWords(said)] && !slices.Contains(was.Variants, said) {
			ps.Add("said", "word.twice", said)
		}
		seen[accentedWords(said)] = true
	}
	return ps
}

func tooLong(text string, letters, words int) bool {
	return utf8.RuneCountInString(text) > letters || len(wordsOf(text)) > words
}

func (t Term) shortProblem(was Term, full string, known read) (code string, args []any) {
	if t.Short == "" {
		return "", nil
	}
	if t.Short == was.Short && t.Full == was.Full {
		return "", nil
	}
	short := foldWords(t.Short)
	for _, o := range known.short[short] {
		if foldWords(o.Full) == full {
			return "word.duplicate", []any{t.Short, o.Full}
		}
	}
	switch {
	case short == "":
		return "word.empty", []any{t.Short}
	case tooLong(t.Short, maxShort, maxShort):
		return "word.long", []any{maxShort, 1}
	case strings.ContainsAny(short+t.Short, " \t"):
		return "word.one_word", []any{t.Short}
	case isStop(t.Short):
		return "word.stop", []any{t.Short}
	case slices.Contains(strings.Fields(full), short):
		return "word.itself", []any{t.Short, t.Full}
	case known.leadsBack(full, short):
		return "word.circle", []any{t.Short, t.Full}
	case len(known.short[short]) >= maxMeanings && t.Short != was.Short:
		return "word.meanings", []any{t.Short, maxMeanings}
	}
	return "", nil
}

func (t Term) saidProblem(said string, was Term, full string, known read) (code string, args []any) {
	if slices.Contains(was.Variants, said) && t.Full == was.Full {
		return "", nil
	}
	folded := foldWords(said)
	for _, o := range known.said[folded] {
		if foldWords(o.Full) == full &&
			slices.ContainsFunc(o.Read(), func(s string) bool { return accentedWords(s) == accentedWords(said) }) {
			return "word.duplicate", []any{said, o.Full}
		}
	}
	switch {
	case folded == "":
		return "word.empty", []any{said}
	case tooLong(said, maxSaid, maxSaidWords):
		return "word.long_line", []any{said, maxSaid, maxSaidWords}
	case isStop(said):
		return "word.stop", []any{said}
	case folded == full:
		return "word.itself", []any{said, t.Full}
	case t.Short != "" && !t.reads(formsIn(said)):
		return "word.too_little", []any{said}
	case known.leadsBack(full, folded):
		return "word.circle", []any{said, t.Full}
	}
	return "", nil
}

// accentedWords is a text as its words with their accents, in one spelling.
func accentedWords(text string) string {
	var out []string
	for _, w := range wordsOf(text) {
		out = append(out, formsOf(w).accented)
	}
	return strings.Join(out, " ")
}

// isStop reports a text none of whose words says anything.
func isStop(text string) bool {
	for _, w := range wordsOf(text) {
		f := formsOf(w)
		plain := !f.hasAccent() && (fillersFolded[f.folded] || questionFolded[f.folded])
		if saysSomething(f) && !plain {
			return false
		}
	}
	return true
}

// leadsBack reports whether official words are read, step by step, as something that is or has what they stand for:
// another term abbreviates or says them, and its official words lead there.
func (r read) leadsBack(full, start string) bool {
	seen := map[string]bool{}
	for next := []string{full}; len(next) > 0; next = next[1:] {
		at := next[0]
		if seen[at] {
			continue
		}
		seen[at] = true
		steps := slices.Clone(r.said[at])
		for _, w := range strings.Fields(at) {
			steps = append(steps, r.short[w]...)
		}
		for _, o := range steps {
			to := foldWords(o.Full)
			if to == start || slices.Contains(strings.Fields(to), start) {
				return true
			}
			next = append(next, to)
		}
	}
	return false
}
