package search

import (
	"strings"
	"unicode/utf8"
)

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
		strings.Map(noDigit, folded),
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

func (v *view) inNames(id wordID) bool { return float64(v.weightOf[id]) < v.idf(0) }

// shortest is the length under which a word is not corrected: everything is one slip from it.
const shortest = 3

// oneEdit is the words of names one slip from a folded one: a letter more, less, other, or two swapped.
// The commonest come first, at most n.
func (v *view) oneEdit(folded string, n int) []wordID {
	if utf8.RuneCountInString(folded) < shortest || strings.ContainsAny(folded, "0123456789") {
		return nil
	}
	var out []wordID
	for _, id := range v.alphabet {
		if isOneEdit(folded, v.lex.text[id]) {
			out = append(out, id)
		}
	}
	v.sortCommon(out)
	return out[:min(n, len(out))]
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
