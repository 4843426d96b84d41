package exchange

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rasoat/viet"
)

// clean warns of what is wrong with a text and puts it right with how: viet.Clean or viet.CleanText.
func (r *rowReader) clean(field, s string, how func(string) string) string {
	if s == "" {
		return ""
	}
	cleaned := how(strings.Map(bullet, s))
	for _, d := range defects(s, cleaned) {
		r.warn(field, d)
	}
	return cleaned
}

// name reads the name, of which blanks, breaks and capitals are warned too: people search and sort by it.
func (r *rowReader) name(o object) string {
	s := o.raw("name", "name")
	for _, d := range nameDefects(s) {
		r.warn("name", d)
	}
	return r.clean("name", s, viet.Clean)
}

// bullet turns the list marks that Word keeps in the private use area into one that every font has.
func bullet(r rune) rune {
	if isPrivate(r) {
		return '•'
	}
	return r
}

func isPrivate(r rune) bool { return r >= 0xe000 && r <= 0xf8ff }

// defects lists what is wrong with the characters of a text. Blanks at the ends and line breaks are nothing
// wrong in a long text.
func defects(raw, cleaned string) []string {
	var out []string
	add := func(found bool, code string) {
		if found {
			out = append(out, code)
		}
	}
	add(strings.Contains(raw, "\t"), warnTab)
	if isASCII(raw) {
		return out
	}
	var zero, hard, private, broken, foreign bool
	for _, c := range raw {
		switch {
		case c < '\u00a0':
		case c == '\u00a0':
			hard = true
		case isZeroWidth(c):
			zero = true
		case c == utf8.RuneError:
			broken = true
		case isForeign(c):
			foreign = true
		case isPrivate(c):
			private = true
		}
	}
	add(!norm.NFC.IsNormalString(raw), warnNotNFC)
	add(zero, warnZeroWidth)
	add(hard, warnNoBreak)
	add(private, warnPrivateUse)
	add(broken, warnReplaced)
	add(foreign && countForeign(raw) > countForeign(cleaned), warnLookAlike)
	add(strings.Contains(strings.ToLower(cleaned), "cấp huyện"), warnDistrict)
	return out
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const softHyphen = '\u00ad'

func isZeroWidth(c rune) bool {
	return c >= '\u200b' && c <= '\u200f' || c == '\u2060' || c == '\ufeff' || c == softHyphen
}

// isForeign reports whether c is Greek or Cyrillic. What cleaning leaves of these was no look-alike.
func isForeign(c rune) bool { return c >= 0x370 && c < 0x530 }

func countForeign(s string) int {
	n := 0
	for _, c := range s {
		if isForeign(c) {
			n++
		}
	}
	return n
}

// nameDefects lists what is wrong with the blanks and the case of a name.
func nameDefects(s string) []string {
	var out []string
	if s != strings.TrimSpace(s) {
		out = append(out, warnOuterSpace)
	}
	if strings.ContainsAny(s, "\r\n") {
		out = append(out, warnLineBreak)
	}
	if strings.Contains(s, "  ") {
		out = append(out, warnDoubleSpace)
	}
	if s != strings.ToLower(s) && s == strings.ToUpper(s) {
		out = append(out, warnCapitals)
	}
	return out
}
