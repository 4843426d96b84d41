package review

import (
	"regexp"
	"strings"
	"unicode"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// looksLikeCode is a word that can hardly be anything but the code of a procedure.
var looksLikeCode = regexp.MustCompile(`^(\d\.\d{6,9}(\.[\p{L}\p{Nd}.-]+)?|\p{Lu}{1,6}(-\p{Lu}{1,6})*-\d{1,6})$`)

// Stock is what a pasted list is read against: the catalogue.
type Stock struct {
	Has   func(catalog.Code) bool
	Named func(name string) catalog.Code // the one procedure of that name; "" where there is none, or several
}

// ReadTouches reads the procedures of one kind from a pasted list: codes in lines or parted by commas, or rows of a
// table in which the code stands somewhere, or else the name of a procedure of the catalogue. A line of heads is none.
// A line of replacements holds the old code, then the new one. Rows in which there is nothing of the kind are one
// problem together.
func ReadTouches(k TouchKind, text string, stock Stock) (out []Touch, problems value.Problems) {
	var strange []string
	for line := range strings.Lines(text) {
		codes, unknown := codesIn(line, stock.Has)
		if k != TouchReplace && len(codes)+len(unknown) == 0 {
			codes = namedIn(line, stock.Named)
		}
		line = viet.Clean(line)
		for _, u := range unknown {
			problems.Add(string(k), "procedure.unknown", u)
		}
		switch {
		case line == "" || len(unknown) > 0:
		case len(codes) == 0 && isHeads(line):
		case len(codes) == 0 && !strings.Contains(line, " "):
			problems.Add(string(k), "procedure.unknown", line)
		case len(codes) == 0:
			strange = append(strange, line)
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
	if len(strange) > 0 {
		problems.Add(string(k), "announcement.no_code", len(strange), shortened(strange[0]))
	}
	return out, problems
}

// codesIn finds the codes of a line: those the catalogue has, and those that it lacks.
func codesIn(line string, known func(catalog.Code) bool) (codes []catalog.Code, unknown []string) {
	parted := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;|→>()", r) }
	for _, word := range strings.FieldsFunc(line, parted) {
		word = strings.Trim(word, ".:")
		code := catalog.Code(word)
		switch {
		case code.Valid() && known(code.Key()):
			codes = append(codes, code.Key())
		case looksLikeCode.MatchString(word):
			unknown = append(unknown, word)
		}
	}
	return codes, unknown
}

// namedIn finds the procedure whose name is a cell of a line.
func namedIn(line string, named func(string) catalog.Code) []catalog.Code {
	for cell := range strings.SplitSeq(line, "\t") {
		if len(catalog.WordsOf(cell)) == 0 {
			continue
		}
		if code := named(cell); code != "" {
			return []catalog.Code{code}
		}
	}
	return nil
}

// isHeads reports whether a line says what the columns of a table are: "STT Tên thủ tục Lĩnh vực".
func isHeads(line string) bool {
	folded := " " + viet.Fold(line) + " "
	for _, begin := range []string{" stt ", " tt ", " ten thu tuc ", " ten tthc "} {
		if strings.HasPrefix(folded, begin) {
			return true
		}
	}
	return false
}

// shortened is the beginning of a line, as a sentence can say it.
func shortened(line string) string {
	const most = 60
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return line
}
