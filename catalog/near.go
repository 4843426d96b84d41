package catalog

import (
	"slices"
	"strings"
	"unicode"

	"rasoat/value"
	"rasoat/viet"
)

// NameWords are the words of a name as names are compared: folded and sorted, without the "thủ tục" that some lists
// write in front and some do not.
type NameWords []string

// WordsOf are the words of a name.
func WordsOf(name string) NameWords {
	folded := strings.TrimPrefix(viet.Fold(name), "thu tuc ")
	words := strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	slices.Sort(words)
	return words
}

// Likeness is how much two names have in common, whatever the order of their words: Dice's measure, the words in
// common counted twice, of the words of both.
//
// Practice, not law: docs/decisions/0040.
func Likeness(a, b NameWords) value.Ratio {
	common, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			common, i, j = common+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return value.Ratio{Part: int64(2 * common), Whole: int64(len(a) + len(b))}
}

// How many percent of their words two names share that a person should look at side by side: names of two lists, and
// names of one list, where many share the words of their subject.
//
// Practice, not law: docs/decisions/0040.
const (
	NearFrom       = 60
	NearInListFrom = 75
)

// IsNear reports whether two names share so many percent of their words.
func IsNear(l value.Ratio, percent int64) bool { return l.Whole > 0 && l.Part*100 >= percent*l.Whole }

// IsSameName reports whether two names are the same words.
func IsSameName(l value.Ratio) bool { return l.Whole > 0 && l.Part == l.Whole }

// NearPair is two procedures of a list whose names are near.
type NearPair struct {
	First, Second int // where they stand in the list
	Likeness      value.Ratio
}

// FindNear lists the procedures of one list whose names are near to another of it, each pair once, in the order of the
// list. Two that have national codes are two procedures, however near their names.
//
// Practice, not law: docs/decisions/0040.
func FindNear(list []Procedure) []NearPair {
	words := make([]NameWords, len(list))
	for i, p := range list {
		words[i] = WordsOf(p.Name)
	}
	var out []NearPair
	for i := range words {
		for j := i + 1; j < len(words); j++ {
			if list[i].Code.IsNational() && list[j].Code.IsNational() {
				continue
			}
			if l := Likeness(words[i], words[j]); IsNear(l, NearInListFrom) {
				out = append(out, NearPair{i, j, l})
			}
		}
	}
	return out
}

// HasContent reports whether anything is known of what a procedure asks: its steps, channels, papers, applicants,
// forms, conditions, fees or result, be it that there are none. Name, time limit, agency and law stand in the table of
// every decision; with them alone there is nothing to review.
//
// Practice, not law: docs/decisions/0040.
func HasContent(p Procedure) bool {
	return slices.ContainsFunc(contentParts, func(part Part) bool { return Holds(p, part) != Unknown })
}

var contentParts = []Part{
	PartSteps, PartChannels, PartDossier, PartApplicants, PartForms, PartConditions, PartFees, PartResult,
}

// CopyOf is a new draft that begins with what another procedure says. What a decision or a system gave the other is
// not copied: its code, its decision, its validity and the codes of its online services.
func CopyOf(p Procedure) Procedure {
	p.Code, p.Status = "", Draft
	p.Decision, p.Announcer, p.Published, p.Validity = Decision{}, Named{}, value.Date{}, Validity{}
	p.OnlineCases, p.FullOnline = nil, false
	return p
}
