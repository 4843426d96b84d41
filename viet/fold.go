package viet

import (
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

// SameTone is s with the tone on the first vowel of an open oa, oe, uy: hoà becomes hòa, khoẻ khỏe,
// thuỷ thủy. Behind q the u is no vowel (quý), and closed syllables (hoàn, khuyển) know one spelling
// only: both stay. It makes texts comparable; kept texts keep the spelling of their author.
func SameTone(s string) string {
	rs := []rune(NFC(s))
	for i := 0; i+1 < len(rs); i++ {
		if i+2 < len(rs) && (unicode.IsLetter(rs[i+2]) || unicode.IsMark(rs[i+2])) {
			continue
		}
		behindQ := i > 0 && (rs[i-1] == 'q' || rs[i-1] == 'Q')
		if first, second, ok := moved(rs[i], rs[i+1]); ok && !behindQ {
			rs[i], rs[i+1] = first, second
		}
	}
	return string(rs)
}

// moved takes the tone of the second vowel of oa, oe, uy to the first one.
func moved(first, second rune) (rune, rune, bool) {
	parts := []rune(norm.NFD.String(string(second)))
	if len(parts) != 2 || !strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", parts[1]) {
		return 0, 0, false
	}
	switch strings.ToLower(string([]rune{first, parts[0]})) {
	case "oa", "oe", "uy":
		toned := []rune(NFC(string([]rune{first, parts[1]})))
		return toned[0], parts[0], true
	}
	return 0, 0, false
}
