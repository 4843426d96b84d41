package search

import (
	"cmp"
	"slices"
	"strings"

	"rasoat/catalog"
)

// Bounds of an abbreviation by initials, in letters.
const (
	leastInitials = 3
	mostInitials  = 8
)

// meanings is what an abbreviation stands for: by the vocabulary, else by the initials of names.
func (s *search) meanings(a asked) []Term {
	if list := s.vocab.shorts[a.folded]; len(list) > 0 || !s.isInitials(a) {
		return list
	}
	return s.initialsMean(a)
}

// isInitials reports a word that can be read by initials alone: no name, paper or citizen has it, and it is written in
// capitals or cannot be spoken.
func (s *search) isInitials(a asked) bool {
	switch {
	case len(a.folded) < leastInitials, len(a.folded) > mostInitials, s.vocab.off[a.folded]:
		return false
	case s.isWord(a.written), len(s.completions(a.folded, 1)) > 0:
		return false
	case strings.ContainsFunc(a.folded, func(r rune) bool { return r < 'a' || r > 'z' }):
		return false
	}
	return !strings.ContainsAny(a.folded, "aeiouy") || a.written == strings.ToUpper(a.written)
}

// initialed is where the words of a name stand in view.initials.
type initialed struct {
	at  int // of its first word
	row *row
}

// initialsMean is the words that begin with the letters side by side in most names, at most maxMeanings: ĐKKS is
// "đăng ký khai sinh". None of them only joins others.
func (s *search) initialsMean(a asked) []Term {
	s.noteInitials()
	counts := map[[mostInitials]wordID]int{}
	for at := 0; ; at++ {
		next := strings.Index(s.initials[at:], a.folded)
		if next < 0 {
			break
		}
		at += next
		i, exact := slices.BinarySearchFunc(
			s.initialed,
			at,
			func(n initialed, at int) int { return cmp.Compare(n.at, at) },
		)
		if !exact {
			i--
		}
		n := s.initialed[i]
		var list [mostInitials]wordID
		for j, w := range n.row.words[at-n.at : at-n.at+len(a.folded)] {
			list[j] = w.accented
		}
		counts[list]++
	}
	type found struct {
		text  string
		names int
	}
	var phrases []found
	for ids, names := range counts {
		list := ids[:len(a.folded)]
		joins := slices.ContainsFunc(list, func(id wordID) bool { return fillers[s.lex.text[id]] })
		if text := s.lex.phrase(list); !joins && agreesByInitials(strings.ToLower(a.written), text) {
			phrases = append(phrases, found{text, names})
		}
	}
	slices.SortFunc(phrases, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.names, a.names), strings.Compare(a.text, b.text))
	})
	var out []Term
	for _, f := range phrases[:min(len(phrases), maxMeanings)] {
		if f.names*rivals >= phrases[0].names {
			out = append(out, Term{Full: f.text})
		}
	}
	return out
}

// rivals is how many times as many names the first of two meanings may have.
const rivals = 2

// agreesByInitials reports that a word begins with đ wherever đ was typed.
func agreesByInitials(letters, text string) bool {
	list := strings.Fields(text)
	for i, r := range []rune(letters) {
		if r == 'đ' && i < len(list) && !strings.HasPrefix(list[i], "đ") {
			return false
		}
	}
	return true
}

// phrase is words as they are compared, parted by blanks.
func (l *lexicon) phrase(list []wordID) string {
	var out []string
	for _, id := range list {
		out = append(out, l.text[id])
	}
	return strings.Join(out, " ")
}

// noteInitials writes down the initials of all names, once for a view.
func (v *view) noteInitials() {
	v.foldInitials.Do(func() {
		var out strings.Builder
		for _, r := range v.rows {
			if r == nil || r.status == catalog.Repealed {
				continue
			}
			v.initialed = append(v.initialed, initialed{out.Len(), r})
			for _, w := range r.words {
				out.WriteByte((v.lex.text[w.folded] + "-")[0])
			}
			out.WriteByte(' ')
		}
		v.initials = out.String()
	})
}
