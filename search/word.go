package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rasoat/viet"
)

// forms is one word as it is compared: accented is lower case in one spelling (tone apart from its vowel,
// y for i at the end), folded is without accents. "Hoà" and "hòa" have the same forms.
type forms struct{ accented, folded string }

// hasAccent reports whether the word was written with an accent or đ.
func (f forms) hasAccent() bool { return f.accented != f.folded }

// formsOf spells one word, a result of words.
func formsOf(word string) forms {
	folded := viet.FoldVariants(word)
	if isPlain(word) {
		return forms{folded, folded}
	}
	var letters, tone strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(viet.Clean(word))) {
		switch {
		case isTone(r):
			tone.WriteRune(r)
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
			letters.WriteRune(r)
		}
	}
	accented := letters.String()
	if strings.HasSuffix(accented, "y") && strings.HasSuffix(folded, "i") {
		accented = strings.TrimSuffix(accented, "y") + "i"
	}
	return forms{norm.NFC.String(accented + tone.String()), folded}
}

func isPlain(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isTone(r rune) bool {
	switch r {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
		return true
	}
	return false
}

// words calls yield with the byte offsets of each word of text: letters and digits with their marks. What
// cannot be seen (zero width, soft hyphen) parts no word.
func words(text string, yield func(start, end int)) {
	start, end := -1, 0
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isWordRune(c):
			if start < 0 {
				start = i
			}
			end = i + size
		case start >= 0 && !isInvisible(c):
			yield(start, end)
			start = -1
		}
		i += size
	}
	if start >= 0 {
		yield(start, end)
	}
}

// wordRunes tells isWordRune of the first runes: all that Vietnamese is written with.
var wordRunes = func() (table [0x2000]bool) {
	for r := range rune(len(table)) {
		table[r] = unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
	}
	return table
}()

func isWordRune(r rune) bool {
	if uint32(r) < uint32(len(wordRunes)) {
		return wordRunes[r]
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func isInvisible(r rune) bool {
	return r >= utf8.RuneSelf && r != utf8.RuneError && unicode.Is(unicode.Cf, r)
}
