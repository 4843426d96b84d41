package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review/cost"
	"rasoat/value"
)

// CheckProposal lists everything that keeps a proposal from being submitted. List is the campaign's; bases are
// the versions that its members start from, by key. Costs that nobody has worked out yet keep nothing back:
// see ProposalNotices.
func CheckProposal(p Proposal, list []ListItem, bases map[catalog.Code]catalog.Procedure) value.Problems {
	listed := make(map[catalog.Code]ListItem, len(list))
	for _, item := range list {
		listed[item.Code.Key()] = item
	}
	out := p.checkHead()
	out = append(out, p.checkMembers(listed, bases)...)
	out = append(out, p.checkMeasures()...)
	out = append(out, p.checkMerged(listed)...)
	return append(out, p.checkAmendments(listed)...)
}

func (p Proposal) checkHead() value.Problems {
	var out value.Problems
	switch {
	case p.Conclusion == "":
		out.Add("conclusion", "conclusion.missing")
	case !slices.Contains(Conclusions, p.Conclusion):
		out.Add("conclusion", "conclusion.unknown", string(p.Conclusion))
	}
	if len(p.Members) == 0 {
		out.Add("members", "members.missing")
	}
	if len(p.Members) > 1 && strings.TrimSpace(p.Title) == "" {
		out.Add("title", "title.missing")
	}
	return out
}

func (p Proposal) checkMembers(
	listed map[catalog.Code]ListItem, bases map[catalog.Code]catalog.Procedure,
) value.Problems {
	var out value.Problems
	seen := map[catalog.Code]bool{}
	for i, m := range p.Members {
		at := fmt.Sprintf("members[%d]", i)
		key := m.Procedure.Key()
		if _, on := listed[key]; !on {
			out.Add(at+".procedure", "procedure.not_listed", string(m.Procedure))
		}
		if seen[key] {
			out.Add(at+".procedure", "procedure.twice", string(m.Procedure))
		}
		seen[key] = true
		out = append(out, CheckTables(p.Conclusion, m).Under(at)...)
		out = append(out, p.checkChanges(m, bases).Under(at)...)
	}
	return out
}

// CheckTables lists what is wrong with the cost tables of a member: what a row or a total breaks, and an after
// table that differs from the before table though nothing is to change.
//
// Circular 02/2017/TT-VPCP, article 27.
func CheckTables(c Conclusion, m Member) value.Problems {
	var out value.Problems
	if _, err := cost.Price(rowsOf(m.Before), rowsOf(m.After)); !errors.As(err, &out) && err != nil {
		out.Add("before", "total.too_large", value.MaxTotal)
	}
	if c == Keep && !KeepsCost(m.Before, m.After) {
		out.Add("after", "keep.after_differs")
	}
	return out
}

func rowsOf(t *[]cost.Row) []cost.Row {
	if t == nil {
		return nil
	}
	return *t
}

func (p Proposal) checkChanges(m Member, bases map[catalog.Code]catalog.Procedure) value.Problems {
	var out value.Problems
	if len(m.Changes)+len(m.Overrides) == 0 {
		return nil
	}
	base, known := bases[m.Procedure.Key()]
	if !known {
		out.Add("baseline", "baseline.missing", string(m.Procedure))
		return out
	}
	if p.Conclusion == Keep {
		out.Add("changes", "keep.changes")
	}
	_, err := Propose(base, m.Changes, m.Overrides)
	var wrong value.Problems
	errors.As(err, &wrong)
	return append(out, wrong...)
}

func (p Proposal) checkMeasures() value.Problems {
	var out value.Problems
	switch {
	case p.Conclusion == Keep && len(p.Measures) > 0:
		out.Add("measures", "keep.measures")
	case p.Conclusion != Keep && len(p.Measures) == 0:
		out.Add("measures", "measures.missing")
	}
	for i, m := range p.Measures {
		out = append(out, m.check().Under(fmt.Sprintf("measures[%d]", i))...)
	}
	return out
}

func (m Measure) check() value.Problems {
	var out value.Problems
	if !slices.Contains(MeasureKinds, m.Kind) {
		out.Add("kind", "measure.unknown", string(m.Kind))
	}
	if m.Part != "" && !slices.Contains(catalog.Parts, m.Part) {
		out.Add("part", "part.unknown", string(m.Part))
	}
	if strings.TrimSpace(m.Content) == "" {
		out.Add("content", "content.missing")
	}
	if strings.TrimSpace(m.Reason) == "" {
		out.Add("reason", "reason.missing")
	}
	return out
}

func (p Proposal) checkMerged(listed map[catalog.Code]ListItem) value.Problems {
	var out value.Problems
	seen := map[catalog.Code]bool{}
	for i, code := range p.Merged {
		at, key := fmt.Sprintf("merged[%d]", i), code.Key()
		if _, on := listed[key]; !on {
			out.Add(at, "procedure.not_listed", string(code))
		}
		if seen[key] {
			out.Add(at, "procedure.twice", string(code))
		}
		seen[key] = true
	}
	return out
}

// checkAmendments wants every request to amend the law to be whole, and one at least where a public procedure
// is to change: its parts stand in documents that the commune cannot amend.
//
// Plan 29/KH-UBND, III.1(a).
func (p Proposal) checkAmendments(listed map[catalog.Code]ListItem) value.Problems {
	var out value.Problems
	if len(p.Amendments) == 0 && p.needsAmendment(listed) {
		out.Add("amendments", "amendments.missing")
	}
	for i, a := range p.Amendments {
		at := fmt.Sprintf("amendments[%d]", i)
		if strings.TrimSpace(a.Document) == "" {
			out.Add(at+".document", "document.missing")
		}
		if strings.TrimSpace(a.Request) == "" {
			out.Add(at+".request", "request.missing")
		}
	}
	return out
}

func (p Proposal) needsAmendment(listed map[catalog.Code]ListItem) bool {
	return p.Conclusion != Keep && slices.ContainsFunc(p.Members, func(m Member) bool {
		return listed[m.Procedure.Key()].Kind == catalog.Public
	})
}
