package viet

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold is the search key of s: lower case, without tones, diacritics and đ, words of letters and digits
// parted by one blank. "Hoà giải", "hòa giải" and "HOA GIAI" have one key, in whatever Unicode form.
// Look-alikes count as Latin everywhere: a key is never read, and one rule for all keeps it stable.
func Fold(s string) string {
	var out strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		r = keyLetter(r)
		switch {
		case r < 0, unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && out.Len() > 0 {
				out.WriteByte(' ')
			}
			gap = false
			out.WriteRune(r)
		default:
			gap = true
		}
	}
	return out.String()
}

// keyLetter is what a character without its marks counts as in a search key, below 0 for nothing.
func keyLetter(r rune) rune {
	if r < unicode.MaxASCII {
		return unicode.ToLower(plain(r))
	}
	r = twin(unicode.ToLower(twin(plain(r))))
	if r == 'đ' {
		return 'd'
	}
	return r
}

// FoldVariants is Fold with y written i where it is a whole rhyme, so that both spellings find each
// other: quy and qui, ký and kí, lý and lí, mỹ and mĩ. It is a key to search by; no text is changed by it.
func FoldVariants(s string) string {
	words := strings.Split(Fold(s), " ")
	for i, w := range words {
		onset, isY := strings.CutSuffix(w, "y")
		if isY && onset != "" && (onset == "qu" || isConsonants(onset)) {
			words[i] = onset + "i"
		}
	}
	return strings.Join(words, " ")
}

func isConsonants(s string) bool {
	for _, r := range s {
		if r < 'a' || r > 'z' || strings.ContainsRune("aeiouy", r) {
			return false
		}
	}
	return true
}

// HoldsWords reports whether each word that somebody looks for begins a word of text, whatever the accents and the
// order. Nothing looked for is held by every text.
func HoldsWords(text, sought string) bool {
	words := strings.Fields(Fold(text))
	for _, want := range strings.Fields(Fold(sought)) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, want) }) {
			return false
		}
	}
	return true
}
