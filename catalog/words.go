package catalog

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op says what became of a segment or an item.
type Op string

// The operations of a comparison.
const (
	OpEqual   Op = "equal"
	OpInsert  Op = "insert"
	OpDelete  Op = "delete"
	OpReplace Op = "replace" // items only: the same item with another wording
	OpMove    Op = "move"    // items only: the same wording at another place
)

// Segment is a piece of a text that stayed, came or went. Its ends never lie inside a word.
type Segment struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// diffTime bounds the search for the smallest difference. Two unlike texts of 20,000 words reach it; what
// comes out then is coarser and as true.
const diffTime = time.Second

// WordDiff compares two texts word by word: equal and deleted segments joined are old, equal and inserted
// ones are new. Each punctuation mark and each blank counts as a word.
func WordDiff(old, new string) []Segment {
	before, after := tokens(old), tokens(new)
	codes, words, ok := encode(before, after)
	if !ok {
		return coarse(before, after)
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = diffTime
	diffs := dmp.DiffMainRunes(codes[0], codes[1], false)
	return decode(dmp.DiffCleanupSemantic(diffs), words)
}

// tokens cuts a text into words, and everything between words into single characters.
func tokens(s string) []string {
	out := make([]string, 0, len(s)/3)
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) })
		if n < 0 {
			n = len(s)
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s)
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// inWord reports whether r is part of a word. Marks are, so that decomposed letters stay whole, and so is
// the invisible (joiners, soft hyphens).
func inWord(r rune) bool {
	return r != utf8.RuneError &&
		(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r))
}

// The private planes 15 and 16 hold a code for each distinct word; all are four bytes long in UTF-8, which
// keeps the byte arithmetic of the diff library on whole codes.
const (
	firstCode  = 0xF0000
	planeSize  = 0xFFFE // the last two code points of a plane are no characters
	secondBase = 0x100000
	maxWords   = 2 * planeSize
)

func codeOf(i int) rune {
	if i < planeSize {
		return rune(firstCode + i)
	}
	return rune(secondBase + i - planeSize)
}

func indexOf(r rune) int {
	if r >= secondBase {
		return int(r-secondBase) + planeSize
	}
	return int(r - firstCode)
}

// encode maps each distinct word of both texts to a code; ok is false where there are more than codes.
func encode(before, after []string) (codes [2][]rune, words []string, ok bool) {
	index := map[string]int{}
	for side, text := range [2][]string{before, after} {
		codes[side] = make([]rune, len(text))
		for i, word := range text {
			n, known := index[word]
			if !known {
				if n = len(words); n == maxWords {
					return codes, nil, false
				}
				index[word], words = n, append(words, word)
			}
			codes[side][i] = codeOf(n)
		}
	}
	return codes, words, true
}

func decode(diffs []diffmatchpatch.Diff, words []string) []Segment {
	var out []Segment
	for _, d := range diffs {
		var text strings.Builder
		for _, r := range d.Text {
			text.WriteString(words[indexOf(r)])
		}
		out = appendSegment(out, ops[d.Type+1], text.String())
	}
	return out
}

// ops is indexed by the library's operation plus one.
var ops = [...]Op{OpDelete, OpEqual, OpInsert}

func appendSegment(out []Segment, op Op, text string) []Segment {
	if text == "" {
		return out
	}
	if n := len(out); n > 0 && out[n-1].Op == op {
		out[n-1].Text += text
		return out
	}
	return append(out, Segment{op, text})
}

// coarse is the difference of texts with more distinct words than there are codes: what they share at the
// start and at the end, and one change between.
func coarse(before, after []string) []Segment {
	start := 0
	for start < len(before) && start < len(after) && before[start] == after[start] {
		start++
	}
	end := 0
	for end < len(before)-start && end < len(after)-start && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	out := appendSegment(nil, OpEqual, strings.Join(before[:start], ""))
	out = appendSegment(out, OpDelete, strings.Join(before[start:len(before)-end], ""))
	out = appendSegment(out, OpInsert, strings.Join(after[start:len(after)-end], ""))
	return appendSegment(out, OpEqual, strings.Join(before[len(before)-end:], ""))
}
