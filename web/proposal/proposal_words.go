package proposal

import (
	"regexp"
	"slices"
	"strconv"

	"rasoat/app"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// problemLines are problems in words, with the place in the proposal that each speaks of.
func (s *Room) problemLines(v app.ProposalView, list value.Problems) []string {
	var out []string
	for _, p := range list {
		text := s.Sentence(p)
		if place := s.proposalPlace(v, p.Field); place != "" {
			text = place + ": " + field.Clause(s.Text, p)
		}
		out = append(out, text)
	}
	return out
}

var (
	placeForm    = regexp.MustCompile(`^(members|measures|amendments|merged)\[(\d+)\]\.?(.*)$`)
	rowPlaceForm = regexp.MustCompile(`^(before|after)(?:\[(\d+)\])?\.?(\w*)$`)
)

// proposalPlace writes where in a proposal a problem stands: "NB-01, bảng hiện tại, dòng 1.2, Thời gian (giờ)".
func (s *Room) proposalPlace(v app.ProposalView, f string) string {
	m := placeForm.FindStringSubmatch(f)
	if m == nil {
		return ""
	}
	n, _ := strconv.Atoi(m[2]) // digits by the expression
	switch {
	case m[1] != "members" && m[3] == "":
		return s.Text.Say("place."+m[1], n+1)
	case m[1] != "members":
		return s.Text.Say("place."+m[1], n+1) + ", " + s.Text.Say("proposal."+m[3])
	case n >= len(v.Members):
		return ""
	case len(v.Members) == 1:
		return s.rowPlace(v.Members[n].Member, m[3])
	}
	return page.Joined(", ", string(v.Members[n].Item.Code), s.rowPlace(v.Members[n].Member, m[3]))
}

// rowPlace is a row of a member's tables by the number that the form shows.
func (s *Room) rowPlace(m review.Member, f string) string {
	at := rowPlaceForm.FindStringSubmatch(f)
	if at == nil {
		return ""
	}
	side, rows := s.Text.Say("cost."+at[1]), rowsIn(m.Before)
	if at[1] == "after" {
		rows = rowsIn(m.After)
	}
	n, err := strconv.Atoi(at[2])
	if err != nil || n >= len(rows) {
		return side
	}
	within := 0
	for _, r := range rows[:n+1] {
		if r.Task == rows[n].Task {
			within++
		}
	}
	number := strconv.Itoa(slices.Index(cost.Tasks, rows[n].Task)+1) + "." + strconv.Itoa(within)
	return s.Text.Say("cost.cell", side, number, s.Text.Say("cost."+at[3]))
}
