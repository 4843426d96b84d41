package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC is s in Unicode normalization form C, the one form in which texts are kept. Windows-1258 order
// (ê + dot below) and the deprecated tone marks come out as the usual letters.
func NFC(s string) string { return norm.NFC.String(s) }

// Clean is s as one line of text fit to be kept: NFC; every kind of blank, tab and line break is one
// blank, none at the ends; control and invisible characters are gone; Ð, Ɖ and ı are the Vietnamese
// letters they stand for, Cyrillic and Greek look-alikes the Latin ones where the rest of the word is
// Latin. Wording, tone placement, quotes and dashes stay as they are.
//
// TCVN3 text must be decoded before: its ư is the soft hyphen, which is dropped here.
func Clean(s string) string {
	return strings.Join(strings.Fields(visible(s)), " ")
}

// CleanText is Clean for text of several lines: breaks become \n and stay, blanks at the ends of lines
// go, more than one empty line becomes one, none stands at the start or the end.
func CleanText(s string) string {
	var out []string
	empty := false
	for _, line := range strings.Split(breaks.Replace(s), "\n") {
		if line = Clean(line); line == "" {
			empty = len(out) > 0
			continue
		}
		if empty {
			out = append(out, "")
		}
		out, empty = append(out, line), false
	}
	return strings.Join(out, "\n")
}

// breaks turns every kind of line break into \n; Word pastes a vertical tab for shift-enter.
var breaks = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// visible is s in NFC without what cannot be seen, with every blank as ' ' and every look-alike as the
// letter it stands for.
func visible(s string) string {
	s = strings.Map(plain, NFC(strings.ToValidUTF8(s, "\uFFFD")))
	if strings.ContainsFunc(s, foreign) {
		s = latinized(s)
	}
	return NFC(s) // what was dropped or mapped may have kept a letter from its marks
}

// plain maps one character: blanks to ' ', the invisible to nothing, stand-ins to their letter.
func plain(r rune) rune {
	switch {
	case r < unicode.MaxASCII && r > ' ':
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		return -1
	}
	switch r {
	case 'Ð', 'Ɖ':
		return 'Đ'
	case 'ð', 'ɖ':
		return 'đ'
	case 'ı':
		return 'i'
	}
	return r
}

// lookAlikes are the Cyrillic and Greek letters that no reader tells from a Latin one.
var lookAlikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'Ѕ': 'S', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P',
	'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'Ԁ': 'D', 'Ԛ': 'Q', 'Ԝ': 'W',
	'а': 'a', 'е': 'e', 'ѕ': 's', 'і': 'i', 'ј': 'j', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'һ': 'h',
	'ԁ': 'd', 'ԛ': 'q', 'ԝ': 'w',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P',
	'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o', 'ν': 'v',
}

// foreign reports whether r is Cyrillic or Greek.
func foreign(r rune) bool { return r >= 0x370 && unicode.In(r, unicode.Cyrillic, unicode.Greek) }

// latinized maps look-alikes word by word. A word here holds together what a code or a document number
// does: "1.001193.Н50", "29/КН-UBND".
func latinized(s string) string {
	var out strings.Builder
	for s != "" {
		end := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) })
		if end < 0 {
			end = len(s)
		}
		out.WriteString(latinWord(s[:end]))
		rest := s[end:]
		next := strings.IndexFunc(rest, inWord)
		if next < 0 {
			next = len(rest)
		}
		out.WriteString(rest[:next])
		s = rest[next:]
	}
	return out.String()
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("./-_", r)
}

// latinWord maps the look-alikes of a word that is Latin or a number otherwise. A word with any other
// Cyrillic or Greek letter, or with nothing Latin in it, is a foreign word and stays.
func latinWord(word string) string {
	latin := false
	for _, r := range word {
		if foreign(r) && lookAlikes[r] == 0 {
			return word
		}
		latin = latin || unicode.Is(unicode.Latin, r) || unicode.IsDigit(r)
	}
	if !latin {
		return word
	}
	return strings.Map(twin, word)
}

// twin is the Latin letter that r looks like, else r.
func twin(r rune) rune {
	if l, ok := lookAlikes[r]; ok {
		return l
	}
	return r
}
