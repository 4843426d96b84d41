package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Capital is a text as it begins a sentence: "đã trình" becomes "Đã trình", however its letters are composed.
func Capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// LowerFirst is a text as it goes on within a sentence: "Kế hoạch" becomes "kế hoạch". What begins with an abbreviation
// ("TTHC nội bộ", "UBND xã") stays.
func LowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	rest := strings.TrimLeftFunc(s[n:], unicode.IsMark) // of a decomposed letter
	if second, _ := utf8.DecodeRuneInString(rest); n == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
