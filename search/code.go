package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rasoat/catalog"
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
	nationalCode = regexp.MustCompile(`(?:^|\s)(\d\.\d{1,9}(?:\.[\w.-]*)?)`)
	loneNumber   = regexp.MustCompile(`^\d{3,9}$`)
)

// askedCode is the code in a query, small letters, "" where it asks by words. A number alone is part of a
// code; among other words it is a number.
func askedCode(text string) string {
	if m := nationalCode.FindStringSubmatch(text); m != nil {
		return strings.ToLower(strings.TrimRight(m[1], "."))
	}
	rest := strings.TrimSpace(text)
	for _, lead := range []string{"thủ tục", "thu tuc", "tthc", "mã số", "ma so", "mã", "ma", "số", "so", ":"} {
		if len(rest) >= len(lead) && strings.EqualFold(rest[:len(lead)], lead) {
			rest = strings.TrimSpace(rest[len(lead):])
		}
	}
	if loneNumber.MatchString(rest) {
		return rest
	}
	if !strings.ContainsAny(rest, " \t") && strings.ContainsAny(rest, "0123456789") {
		return strings.ToLower(rest) // perhaps a code of the commune's own: NB-01
	}
	return ""
}

// byCode is the documents a code asks for: those that are it, else those that begin with it, in order.
// "1.001193.000.00.00.H50" is 1.001193.
func (v *view) byCode(code string) (numbers []uint32, exact bool) {
	for _, c := range []string{code, strings.ToLower(string(catalog.Code(strings.ToUpper(code)).Key()))} {
		if found := v.codeRange(c, true); len(found) > 0 {
			return found, true
		}
	}
	if !nationalCode.MatchString(code) && !loneNumber.MatchString(code) {
		return nil, false
	}
	return v.codeRange(code, false), false
}

// codeRange is the documents with a code that is text, or begins with it.
func (v *view) codeRange(text string, whole bool) []uint32 {
	at, _ := slices.BinarySearchFunc(v.codes, text, func(c codeTerm, t string) int { return strings.Compare(c.text, t) })
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
