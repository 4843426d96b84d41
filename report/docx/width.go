package docx

import (
	"strconv"

	"golang.org/x/text/unicode/norm"
)

// boldWidths are the widths of bold upright letters of Times New Roman in thousandths of the type size,
// where they are not 500. Marks above and below a letter take no width.
var boldWidths = map[rune]int{
	'A': 722, 'B': 667, 'C': 722, 'D': 722, 'E': 667, 'F': 611, 'G': 778, 'H': 778, 'I': 389, 'J': 500, 'K': 778,
	'L': 667, 'M': 944, 'N': 722, 'O': 778, 'P': 611, 'Q': 778, 'R': 722, 'S': 556, 'T': 667, 'U': 722, 'V': 722,
	'W': 1000, 'X': 722, 'Y': 722, 'Z': 667, 'Đ': 722,
	'c': 444, 'd': 556, 'e': 444, 'f': 333, 'h': 556, 'i': 278, 'j': 333, 'k': 556, 'l': 278, 'm': 833, 'n': 556,
	'p': 556, 'q': 556, 'r': 444, 's': 389, 't': 333, 'u': 556, 'w': 722, 'z': 444, 'đ': 556,
	' ': 250, '-': 333, '.': 250, ',': 250, '/': 278, ':': 333, ';': 333, '(': 333, ')': 333,
}

// boldWidth is how wide s is in bold type of the given size in points, in twips.
func boldWidth(s string, points int) int {
	thousandths := 0
	for _, r := range norm.NFD.String(s) {
		switch w, ok := boldWidths[r]; {
		case ok:
			thousandths += w
		case r < 0x300 || r > 0x36F:
			thousandths += 500
		}
	}
	return thousandths * points * 20 / 1000
}

func itoa(n int) string { return strconv.Itoa(n) }
