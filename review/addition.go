package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// HandedLine is one line of the list of internal procedures that the superior hands down.
type HandedLine struct {
	Name   string `json:"name"`
	Field  string `json:"field,omitempty"`
	Agency string `json:"agency,omitempty"` // cơ quan thực hiện
	Note   string `json:"note,omitempty"`
}

// ListMatch says what the commune has for a line of the list handed down.
type ListMatch string

// The matches.
const (
	ThereAlready ListMatch = "there"   // the same name
	NamedElse    ListMatch = "named"   // a name near to it: a person looks at both
	OnlyTypical  ListMatch = "typical" // a typical procedure alone: a template
	NotThere     ListMatch = "absent"  // nothing like it
)

// ComparedLine is a line handed down beside what the commune has for it.
type ComparedLine struct {
	Line     HandedLine
	Match    ListMatch
	Own      catalog.Code // "" where nothing is like it
	OwnName  string
	Likeness value.Ratio // words in common, counted twice, of the words of both names
}

// CompareList puts the list handed down beside the commune's own internal procedures: which are there, which
// are there under another name, of which there is a typical one to begin with, which are missing; and which of the
// commune's own the list does not have, in the order given. Each procedure answers one line, the likest first; a
// typical one answers where nothing of the commune's own does.
//
// Practice, not law: docs/decisions/0040.
func CompareList(handed []HandedLine, own []catalog.Procedure) (lines []ComparedLine, onlyOurs []catalog.Procedure) {
	pairs := likePairs(handed, own)
	lines = make([]ComparedLine, len(handed))
	for i, h := range handed {
		lines[i] = ComparedLine{Line: h, Match: NotThere}
	}
	taken := make([]bool, len(own))
	for _, p := range pairs {
		if lines[p.line].Match != NotThere || taken[p.own] {
			continue
		}
		o := own[p.own]
		match := NamedElse
		switch {
		case o.Status == catalog.Typical:
			match = OnlyTypical
		case catalog.IsSameName(p.likeness):
			match = ThereAlready
		}
		lines[p.line] = ComparedLine{
			Line:     handed[p.line],
			Match:    match,
			Own:      o.Code,
			OwnName:  o.Name,
			Likeness: p.likeness,
		}
		taken[p.own] = true
	}
	for i, o := range own {
		if !taken[i] && o.Status != catalog.Typical {
			onlyOurs = append(onlyOurs, o)
		}
	}
	return lines, onlyOurs
}

// pair is a line and an own procedure whose names are near.
type pair struct {
	line, own int
	likeness  value.Ratio
}

// likePairs lists all near pairs, the commune's own before typical procedures, the likest first; equal ones in the
// order of the lists.
func likePairs(handed []HandedLine, own []catalog.Procedure) []pair {
	words := make([]catalog.NameWords, len(own))
	for i, o := range own {
		words[i] = catalog.WordsOf(o.Name)
	}
	var out []pair
	for i, h := range handed {
		mine := catalog.WordsOf(h.Name)
		for j := range own {
			if l := catalog.Likeness(mine, words[j]); catalog.IsNear(l, catalog.NearFrom) {
				out = append(out, pair{i, j, l})
			}
		}
	}
	typical := func(p pair) int {
		if own[p.own].Status == catalog.Typical {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b pair) int {
		return cmp.Or(cmp.Compare(typical(a), typical(b)),
			cmp.Compare(b.likeness.Part*a.likeness.Whole, a.likeness.Part*b.likeness.Whole))
	})
	return out
}

// Addition is one procedure that the commune asks to be announced.
type Addition struct {
	Procedure catalog.Code `json:"procedure"` // key of a draft or typical procedure of the catalogue
	Reason    string       `json:"reason"`
}

// AdditionRequest is the request to announce additions to the list of internal group-B procedures (đề nghị công
// bố bổ sung danh mục TTHC nội bộ nhóm B) with the list handed down that it answers. A plan has one.
type AdditionRequest struct {
	Handed     []HandedLine `json:"handed,omitempty"`
	HandedFrom string       `json:"handed_from,omitempty"` // where the list came from: file or document
	Items      []Addition   `json:"items,omitempty"`
	Number     string       `json:"number,omitempty"`    // of the request once it is issued
	Date       value.Date   `json:"date,omitzero"`       // zero: not issued
	Corrected  []Correction `json:"corrected,omitempty"` // how number and day were put right, oldest first
	Announced  DecisionRef  `json:"announced,omitzero"`  // the superior's decision
	From       value.Date   `json:"valid_from,omitzero"` // since when what was announced holds
}

// IsIssued reports whether the request went out; what it asks for is fixed then.
func (r AdditionRequest) IsIssued() bool { return !r.Date.IsZero() }

// IsAnnounced reports whether the superior has announced what was asked for.
func (r AdditionRequest) IsAnnounced() bool { return r.Announced.Number != "" }

// CheckAdditions lists what keeps a request from being issued: nothing asked for, a line without its reason, a
// procedure that stands twice, is none of group B, has been announced already or lacks name, field, decider,
// steps, papers or time limit. Procedures are those of the catalogue by key.
//
// Plan 29/KH-UBND, III.1(b).
func CheckAdditions(r AdditionRequest, procedures map[catalog.Code]catalog.Procedure) value.Problems {
	var out value.Problems
	if len(r.Items) == 0 {
		out.Add("items", "additions.missing")
	}
	seen := map[catalog.Code]bool{}
	for i, item := range r.Items {
		at, key := fmt.Sprintf("items[%d]", i), item.Procedure.Key()
		if seen[key] {
			out.Add(at+".procedure", "procedure.twice", string(item.Procedure))
		}
		seen[key] = true
		if strings.TrimSpace(item.Reason) == "" {
			out.Add(at+".reason", "reason.missing")
		}
		p, known := procedures[key]
		if !known {
			out.Add(at+".procedure", "procedure.unknown", string(item.Procedure))
			continue
		}
		out = append(out, checkAddition(p).Under(at)...)
	}
	return out
}

func checkAddition(p catalog.Procedure) value.Problems {
	var out value.Problems
	switch {
	case p.Kind != catalog.Internal || p.Group != catalog.GroupB:
		out.Add("procedure", "procedure.not_group_b", string(p.Code))
	case p.Status != catalog.Typical && p.Status != catalog.Draft:
		out.Add("procedure", "addition.announced", string(p.Code))
	}
	if strings.TrimSpace(p.Field) == "" {
		out.Add("field", "addition.field_missing", string(p.Code))
	}
	if strings.TrimSpace(p.Decider) == "" {
		out.Add("decider", "addition.decider_missing", string(p.Code))
	}
	return out
}

// IssueAdditions sends the request out under its number and date, which does not lie after today. What went out
// is not issued again.
//
// Plan 29/KH-UBND, III.1(b).
func IssueAdditions(
	r AdditionRequest, procedures map[catalog.Code]catalog.Procedure, number string, date, today value.Date,
) (AdditionRequest, error) {
	out := CheckAdditions(r, procedures)
	if r.IsIssued() {
		out = value.Problems{{Field: "action", Code: "additions.issued", Args: []any{r.Number}}}
	}
	out = append(out, DecisionRef{Number: number, Date: date}.checkOwn(today)...)
	if err := out.Err(); err != nil {
		return r, err
	}
	r.Number, r.Date = strings.TrimSpace(number), date
	return r, nil
}

// AnnounceAdditions notes the superior's decision that announces what was asked for, and since when it holds
// (its own day where none is given). It needs a request that went out, and is said once.
func AnnounceAdditions(r AdditionRequest, d DecisionRef, from, today value.Date) (AdditionRequest, error) {
	var out value.Problems
	switch {
	case !r.IsIssued():
		out.Add("action", "additions.not_issued")
	case r.IsAnnounced():
		out.Add("action", "additions.announced", r.Announced.Number)
	}
	out = append(out, d.check(today)...)
	if !d.Date.IsZero() && d.Date.Before(r.Date) {
		out.Add("date", "additions.before_request", r.Date)
	}
	if err := out.Err(); err != nil {
		return r, err
	}
	d.Number = strings.TrimSpace(d.Number)
	if from.IsZero() {
		from = d.Date
	}
	r.Announced, r.From = d, from
	return r, nil
}
