package viet

import (
	"unicode"
	"unicode/utf8"
)

// LowerFirst is a text as it goes on within a sentence: "Kế hoạch" becomes "kế hoạch". What begins with an abbreviation
// ("TTHC nội bộ", "UBND xã") stays.
func LowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); n == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
