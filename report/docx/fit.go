package docx

import (
	"strings"
	"unicode"

	"rasoat/report"
)

// Type sizes of tables in points: the usual one, and the smallest one that still prints clearly.
const (
	tableType     = 12
	smallestTable = 8
)

// cellMargins is what a cell keeps free on its left and right, with some room for letters that are wider than their
// bold base, in twips.
const cellMargins = 2*70 + 40

// fit divides a width among the columns of a table so that no figure and no word breaks inside a cell, in the largest
// type in which that is possible. Each column gets its share, and at least its widest word.
func fit(t report.Table, width int) (widths []int, points int) {
	for points = tableType; ; points-- {
		least := make([]int, len(t.Columns))
		sum := 0
		for i, word := range widestWords(t, points) {
			least[i] = word + cellMargins
			sum += least[i]
		}
		if sum <= width || points == smallestTable {
			return spread(shares(t.Columns, width), least, width), points
		}
	}
}

// widestWords is how wide the widest piece of each column is that must not break, in twips.
func widestWords(t report.Table, points int) []int {
	out := make([]int, len(t.Columns))
	for _, row := range report.Grid(append(append(t.Heads(), t.Rows...), t.Total), len(t.Columns)) {
		for _, s := range row {
			if s.Cols > 1 || s.Continued {
				continue
			}
			for _, word := range words(s.Text) {
				out[s.Column] = max(out[s.Column], boldWidth(word, points))
			}
		}
	}
	return out
}

// words are the pieces of a text that stay whole: at a blank a line may end, and in a word behind a hyphen that no
// digit follows.
func words(s string) []string {
	var out []string
	for _, field := range strings.Fields(s) {
		start := 0
		runes := []rune(field)
		for i := 1; i < len(runes)-1; i++ {
			if runes[i] == '-' && !unicode.IsDigit(runes[i+1]) {
				out = append(out, string(runes[start:i+1]))
				start = i + 1
			}
		}
		out = append(out, string(runes[start:]))
	}
	return out
}

// spread gives every column at least what it needs and takes that from those that have more than they need, each by
// what it can spare.
func spread(widths, least []int, width int) []int {
	lacks, spare := 0, 0
	for i, w := range widths {
		lacks += max(least[i]-w, 0)
		spare += max(w-least[i], 0)
	}
	if lacks == 0 {
		return widths
	}
	rest := width
	for i, w := range widths {
		switch {
		case spare < lacks: // not even in the smallest type
			widths[i] = least[i] * width / (width + lacks - spare)
		case w < least[i]:
			widths[i] = least[i]
		default:
			widths[i] = w - ((w-least[i])*lacks+spare-1)/spare
		}
		rest -= widths[i]
	}
	roomiest := 0
	for i := range widths {
		if widths[i]-least[i] > widths[roomiest]-least[roomiest] {
			roomiest = i
		}
	}
	widths[roomiest] += rest // what rounding leaves
	return widths
}
