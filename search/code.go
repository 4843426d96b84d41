package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rasoat/catalog"
	"rasoat/viet"
)

// codeTerm is one way to ask for a document by its code, in small letters.
type codeTerm struct {
	text   string
	number uint32
}

func appendCodes(out []codeTerm, r *row, number uint32) []codeTerm {
	for _, t := range codeTerms(r.key, r.code) {
		out = append(out, codeTerm{t, number})
	}
	return out
}

func sortCodes(codes []codeTerm) {
	slices.SortFunc(codes, func(a, b codeTerm) int {
		if n := strings.Compare(a.text, b.text); n != 0 {
			return n
		}
		return int(a.number) - int(b.number)
	})
}

var (
	// pointed is a national code or the beginning of one, with its point.
	pointed = regexp.MustCompile(`(?:^|[^\w.])(\d\.\d{1,9}(?:\.[\w.-]*)?)`)
	// unpointed is a whole one with anything or nothing for the point: "1001193", "1 001193", "1-001193".
	unpointed  = regexp.MustCompile(`(?:^|[^\w.])(\d)[ .-]{0,3}(\d{6,9})(?:[^\w]|$)`)
	loneNumber = regexp.MustCompile(`^\d{3,9}$`)
	// ownCode is a code of the commune's own among words: letters, a sign, a number.
	ownCode = regexp.MustCompile(`^\p{L}{1,8}(?:[._-]\p{L}{1,8})*[._-]\d[\w.-]*$`)
)

// leastSerial is how many digits of the serial must be there where a code stands among words: "phiên bản 1.0" is none.
const leastSerial = 4

// codeLeads are words before a code, folded.
var codeLeads = setOf("thu", "tuc", "hanh", "chinh", "tthc", "ma", "so", "ms", "code", "no")

// wantedCode is a code that a query may ask for.
type wantedCode struct {
	text string
	part bool // it may be the beginning of one
}

// askedCodes is the codes that a query may ask for, the likeliest first, none where it asks by words alone. A code
// is known in brackets and quotes, behind "mã số" or "#", with any sign, a blank or nothing for its point, in full
// width. A number alone is part of a code; among other words it is a number.
func askedCodes(text string) []wantedCode {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return nil
	}
	text = plainCode(text)
	typed := strings.Fields(text)
	list := typed
	for len(list) > 1 && codeLeads[viet.Fold(list[0])] {
		list = list[1:]
	}
	var out []wantedCode
	whole := strings.Join(list, "")
	if m := pointed.FindStringSubmatch(text); m != nil {
		code := strings.TrimRight(m[1], ".-")
		if len(list) == 1 || len(code) >= len("1.")+leastSerial {
			out = append(out, wantedCode{code, true})
		}
	}
	for _, m := range unpointed.FindAllStringSubmatch(text, -1) {
		out = append(out, wantedCode{m[1] + "." + m[2], false})
	}
	if len(list) == 1 && loneNumber.MatchString(whole) {
		out = append(out, wantedCode{whole, true})
	}
	for _, pieces := range [][]string{list, typed} { // perhaps a code of the commune's own: NB-01, TTHC-01
		if own := strings.Join(pieces, ""); len(pieces) <= maxCodePieces && strings.ContainsAny(own, "0123456789") {
			out = append(out, wantedCode{own, false})
		}
	}
	for _, w := range list {
		if ownCode.MatchString(w) {
			out = append(out, wantedCode{w, false})
		}
	}
	return out
}

// maxCodePieces is in how many pieces a code may be typed: "NB - 01".
const maxCodePieces = 3

// plainCode is a text with what codes are written with in one form: small letters, digits and points of ASCII, one
// kind of dash; what encloses or parts words is a blank.
func plainCode(text string) string {
	lower := strings.ToLower(norm.NFKC.String(strings.Map(dropInvisible, text)))
	runes := []rune(norm.NFC.String(lower)) // a small letter may join an accent that its capital does not
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		switch {
		case unicode.Is(unicode.Pd, r), r == '\u2212': // minus
			r = '-'
		case strings.ContainsRune("。｡·•‧∙・", r), r == ',' && isDigitAt(runes, i-1) && isDigitAt(runes, i+1):
			r = '.'
		case r != '.' && r != '-' && r != '_' && r != '/' && !isWordRune(r):
			r = ' '
		}
		out = append(out, r)
	}
	return string(out)
}

// dropInvisible is a rune that can be seen, else -1; what cannot may part a letter from its accent.
func dropInvisible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

func isDigitAt(runes []rune, i int) bool {
	return i >= 0 && i < len(runes) && '0' <= runes[i] && runes[i] <= '9'
}

// bareCode is a code of the commune's own without its signs: "NB-01" is nb01.
func bareCode(code string) string { return strings.ReplaceAll(viet.Fold(code), " ", "") }

// byCode is the documents that a query asks for by code, with the code as it was understood: those that are it, else
// those that begin with it, in order. "1.001193.000.00.00.H50" is 1.001193.
func (v *view) byCode(text string) (numbers []uint32, code string, exact bool) {
	wanted := askedCodes(text)
	for _, c := range wanted {
		key := strings.ToLower(string(catalog.Code(strings.ToUpper(c.text)).Key()))
		for _, form := range []string{c.text, key, bareCode(c.text)} {
			if found := v.codeRange(form, true); len(found) > 0 {
				return found, c.text, true
			}
		}
	}
	for _, c := range wanted {
		if c.part {
			if found := v.codeRange(c.text, false); len(found) > 0 {
				return found, c.text, false
			}
		}
	}
	return nil, "", false
}

// codeRange is the documents with a code that is text, or begins with it.
func (v *view) codeRange(text string, whole bool) []uint32 {
	at, _ := slices.BinarySearchFunc(
		v.codes,
		text,
		func(c codeTerm, t string) int { return strings.Compare(c.text, t) },
	)
	var out []uint32
	for ; at < len(v.codes) && strings.HasPrefix(v.codes[at].text, text); at++ {
		if whole && v.codes[at].text != text {
			break
		}
		out = append(out, v.codes[at].number)
	}
	slices.SortFunc(out, v.compareCodes)
	return slices.Compact(out)
}

// compareCodes is the order of two documents by code.
func (v *view) compareCodes(a, b uint32) int { return cmp.Compare(v.byCodes[a], v.byCodes[b]) }

func compareCodes(a, b *row) int { return strings.Compare(string(a.key), string(b.key)) }
