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

// UpperFirst is a text as it stands at the beginning of a sentence: "kế hoạch" becomes "Kế hoạch".
func UpperFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}
