package review

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"rasoat/value"
)

// RemarkID numbers the remarks of a commune.
type RemarkID int64

// Remark is a question or a demand about a place of a proposal: asked, answered and settled, each with who and when.
//
// Practice, not law: docs/decisions/0024.
type Remark struct {
	ID       RemarkID   `json:"id"`
	Proposal ProposalID `json:"proposal"`
	Place    string     `json:"place,omitempty"` // see RemarkPlaces; empty: the whole proposal
	Text     string     `json:"text"`
	Asked    Signed     `json:"asked"`
	Answer   string     `json:"answer,omitempty"`
	Answered Signed     `json:"answered,omitzero"`
	Settled  Signed     `json:"settled,omitzero"`
}

// Signed is who did something on what day.
type Signed struct {
	By string     `json:"by,omitempty"` // user name
	On value.Date `json:"on,omitzero"`
}

// RemarkPlaces lists the places of a proposal that a remark may be about; each of its measures, "measures[1]", is one
// too.
var RemarkPlaces = []string{"", "conclusion", "changes", "measures", "amendments", "costs"}

var measurePlace = regexp.MustCompile(`^measures\[(\d{1,4})\]$`)

// PlacesOf lists the places of one proposal that a remark may be about.
func (p Proposal) PlacesOf() []string {
	var out []string
	for _, place := range RemarkPlaces {
		out = append(out, place)
		if place == "measures" {
			for i := range p.Measures {
				out = append(out, fmt.Sprintf("measures[%d]", i))
			}
		}
	}
	return out
}

// MeasureAt is the number of the measure that a place names, from 0; false where it names none.
func MeasureAt(place string) (int, bool) {
	m := measurePlace.FindStringSubmatch(place)
	if m == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(m[1]) // four digits at most
	return n, true
}

// IsOpen reports whether the remark still waits for somebody.
func (r Remark) IsOpen() bool { return r.Settled.By == "" }

// WaitsForAnswer reports whether nobody has answered yet.
func (r Remark) WaitsForAnswer() bool { return r.IsOpen() && r.Answered.By == "" }

// AnswerRemark answers a remark, or writes the answer anew until it is settled; whoever asked does not.
//
//	remark.settled remark.own remark.text_missing
func AnswerRemark(r Remark, by, text string, on value.Date) (Remark, error) {
	switch {
	case !r.IsOpen():
		return r, value.Problems{{Field: "action", Code: "remark.settled"}}
	case r.Asked.By == by:
		return r, value.Problems{{Field: "action", Code: "remark.own"}}
	case strings.TrimSpace(text) == "":
		return r, value.Problems{{Field: "answer", Code: "remark.text_missing"}}
	}
	r.Answer, r.Answered = strings.TrimSpace(text), Signed{by, on}
	return r, nil
}

// SettleRemark settles a remark: whoever asked does, or, where the proposal's author did not ask, anybody else but the
// author.
//
//	remark.settled remark.of_another
func SettleRemark(r Remark, author, by string, on value.Date) (Remark, error) {
	switch {
	case !r.IsOpen():
		return r, value.Problems{{Field: "action", Code: "remark.settled"}}
	case r.Asked.By != by && (r.Asked.By == author || by == author):
		return r, value.Problems{{Field: "action", Code: "remark.of_another"}}
	}
	r.Settled = Signed{by, on}
	return r, nil
}
