package peer

import "regexp"

var (
	whole  = regexp.MustCompile(`\d\.\d{6}`)
	serial = regexp.MustCompile(`^(?:thủ tục |mã )?0*(\d{3,6})$`)
)

// codeOf is the LIKE pattern of the code that a query asks for: the peers get this much help.
func codeOf(text string) (string, bool) {
	if m := whole.FindString(text); m != "" {
		return m + "%", true
	}
	if m := serial.FindStringSubmatch(text); m != nil {
		return "%" + m[1], true
	}
	return "", false
}
