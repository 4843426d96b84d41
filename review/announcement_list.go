package review

import (
	"regexp"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// looksLikeCode is a word that can hardly be anything but the code of a procedure.
var looksLikeCode = regexp.MustCompile(`^(\d\.\d{6,9}(\.[\p{L}\p{Nd}.-]+)?|\p{Lu}{1,6}(-\p{Lu}{1,6})*-\d{1,6})$`)

// ReadTouches reads the procedures of one kind from a pasted list: codes in lines or parted by commas, or rows of a
// table in which the code stands somewhere. A line of replacements holds the old code, then the new one. Known says
// whether the catalogue has a code.
func ReadTouches(k TouchKind, text string, known func(catalog.Code) bool) (out []Touch, problems value.Problems) {
	for line := range strings.Lines(text) {
		if line = viet.Clean(line); line == "" {
			continue
		}
		codes, unknown := codesIn(line, known)
		for _, u := range unknown {
			problems.Add(string(k), "procedure.unknown", u)
		}
		switch {
		case len(unknown) > 0:
		case k == TouchReplace && len(codes) != 2:
			problems.Add(string(k), "announcement.replace_form", line)
		case k == TouchReplace:
			out = append(out, Touch{Kind: k, Procedure: codes[0], By: codes[1]})
		default:
			for _, c := range codes {
				out = append(out, Touch{Kind: k, Procedure: c})
			}
		}
	}
	return out, problems
}

// codesIn finds the codes of a line: those the catalogue has, and those that it lacks.
func codesIn(line string, known func(catalog.Code) bool) (codes []catalog.Code, unknown []string) {
	for _, word := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t,;|→>()", r) }) {
		word = strings.Trim(word, ".:")
		code := catalog.Code(word)
		switch {
		case code.Valid() && known(code.Key()):
			codes = append(codes, code.Key())
		case looksLikeCode.MatchString(word):
			unknown = append(unknown, word)
		}
	}
	if len(codes) == 0 && len(unknown) == 0 {
		unknown = append(unknown, line)
	}
	return codes, unknown
}
