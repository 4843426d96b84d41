package catalog

import (
	"regexp"
	"strings"
)

// Code is the code of a procedure (mã thủ tục): the national portal's ("1.001193") or the commune's own
// ("NB-01"). It is text: trailing zeros count.
type Code string

var (
	codeForm = regexp.MustCompile(`^[\p{L}\p{Nd}._-]{1,40}$`)
	// handbook §4.4: n.nnnnnn, then a case number, or unit levels and province or ministry. Trailing text is
	// read only behind a province: a bare "1.014325-Xoa" is not the code 1.014325.
	nationalForm = regexp.MustCompile(`^(\d\.\d{6,9})(?:\.\d{2}|(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.[GH]\d{2}(?:-.*)?)?)$`)
	nationalKey  = regexp.MustCompile(`^\d\.\d{6,9}$`)
)

// Valid reports whether the code has 1 to 40 letters, digits, dots, hyphens or underscores (interface.md, Commands).
func (c Code) Valid() bool { return codeForm.MatchString(string(c)) }

// Key is what procedures are matched by: the national key n.nnnnnn where the code holds one
// ("1.001193.000.00.00.H50" is 1.001193), else the code in capitals. The raw code is kept beside it.
func (c Code) Key() Code {
	if m := nationalForm.FindStringSubmatch(string(c)); m != nil {
		return Code(m[1])
	}
	return Code(strings.ToUpper(string(c)))
}

// IsNational reports whether the code's key is one of the national database.
func (c Code) IsNational() bool { return nationalKey.MatchString(string(c.Key())) }

// Serial is the digits behind the first dot of a national key ("001193"), "" for other codes.
func (c Code) Serial() string {
	if !c.IsNational() {
		return ""
	}
	_, serial, _ := strings.Cut(string(c.Key()), ".")
	return serial
}
