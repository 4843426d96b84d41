package app

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rasoat/search"
	"rasoat/viet"
)

// Bounds of a query that is kept.
const (
	maxAskedLetters = 100
	maxAskedWords   = 20
	// in a row, blanks and signs between them aside: more is a number of a person, or a date of birth
	maxAskedDigits = 5
)

var (
	nationalCodes = regexp.MustCompile(`\b\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?\b`)
	digitRuns     = regexp.MustCompile(`\d(?:[\s./()+–-]*\d)*`)
	web           = regexp.MustCompile(`@|://|\bwww\.`)
)

// keepableQuery is a query as it is kept, and false where it is not: what nobody would look for twice, and what looks
// like it says who somebody is: numbers of identity papers and telephones, dates of birth, addresses of e-mail, names.
//
// Practice, not law: docs/decisions/0090.
func keepableQuery(text string) (cleaned string, ok bool) {
	cleaned = viet.Clean(strings.ToValidUTF8(text, " "))
	words := len(strings.Fields(search.Fold(cleaned)))
	switch {
	case words == 0 || words > maxAskedWords || utf8.RuneCountInString(cleaned) > maxAskedLetters ||
		utf8.RuneCountInString(cleaned) < 2:
		return "", false
	case web.MatchString(cleaned), isPersonName(cleaned):
		return "", false
	}
	for _, run := range digitRuns.FindAllString(nationalCodes.ReplaceAllString(cleaned, " "), -1) {
		digits := 0
		for _, r := range run {
			if unicode.IsDigit(r) {
				digits++
			}
		}
		if digits > maxAskedDigits {
			return "", false
		}
	}
	return cleaned, true
}

// surnames are the commonest family names.
var surnames = map[string]bool{
	"nguyen": true,
	"tran":   true,
	"le":     true,
	"pham":   true,
	"hoang":  true,
	"huynh":  true,
	"phan":   true,
	"vu":     true,
	"vo":     true,
	"dang":   true,
	"bui":    true,
	"do":     true,
	"ho":     true,
	"ngo":    true,
	"duong":  true,
	"ly":     true,
	"dinh":   true,
	"truong": true,
	"trinh":  true,
	"doan":   true,
}

// isPersonName reports a family name with "Văn" or "Thị" behind it, or with two more words in capitals: "Nguyễn Văn
// An", "tran thi b", "Lê Minh Châu".
func isPersonName(text string) bool {
	words := strings.Fields(text)
	for i := 0; i+2 < len(words); i++ {
		if !surnames[search.Fold(words[i])] {
			continue
		}
		if second := search.Fold(words[i+1]); second == "van" || second == "thi" {
			return true
		}
		if isNamed(words[i]) && isNamed(words[i+1]) && isNamed(words[i+2]) {
			return true
		}
	}
	return false
}

// isNamed reports a word written like a name: a capital and small letters.
func isNamed(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && size < len(word) && strings.ToLower(word[size:]) == word[size:]
}
