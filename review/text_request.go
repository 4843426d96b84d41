package review

import (
	"slices"
	"strings"

	"rasoat/viet"
)

// TextRequest is one request of a proposal that a document be amended, with the procedures for whose sake it is asked
// (văn bản kiến nghị sửa đổi, bổ sung).
type TextRequest struct {
	Amendment
	Proposal *Proposal
	State    State // of the proposal on that day
	Items    []ListItem
}

// TextRequests is one table of all documents that the proposals of some procedures ask to amend: those that were handed
// in and were neither sent back nor refused, a document's requests beside each other, documents in the order of their
// names. A group's request stands once.
//
// Plan 29/KH-UBND, III.1(a).
func TextRequests(all []Standing) (out []TextRequest) {
	for _, s := range oncePerProposal(all) {
		if !Proposed.Has(s.State) {
			continue
		}
		for _, a := range s.Review.Amendments {
			if strings.TrimSpace(a.Document+a.Article+a.Request) == "" {
				continue
			}
			out = append(out, TextRequest{Amendment: a, Proposal: s.Review, State: s.State, Items: s.items})
		}
	}
	viet.SortBy(out, func(r TextRequest) string { return r.Document })
	return out
}

// CountDocuments is how many documents requests are about; one that is written with other blanks or letters is no
// other.
func CountDocuments(all []TextRequest) int {
	seen := map[string]bool{}
	for _, r := range all {
		seen[viet.Fold(r.Document)] = true
	}
	return len(seen)
}

// Decentralisation is a procedure, or a group, whose settling a review would give, or has given, to a lower level or to
// whoever handles it (phân cấp, ủy quyền).
type Decentralisation struct {
	Proposal *Proposal
	State    State // on that day
	Items    []ListItem
	Measures []Measure // those that decentralise; all, where the conclusion alone says so
}

// Decentralisations lists what was decentralised or asked to be, each proposal once, in the order of the list: those
// handed in, refused ones too, as what was asked for and not granted is reported as well.
//
// Plan 29/KH-UBND, III.1(b).
func Decentralisations(all []Standing) (out []Decentralisation) {
	for _, s := range oncePerProposal(all) {
		if !IsReviewed(s.State) {
			continue
		}
		d := Decentralisation{Proposal: s.Review, State: s.State, Items: s.items}
		for _, m := range s.Review.Measures {
			if m.Kind == DecentraliseTo {
				d.Measures = append(d.Measures, m)
			}
		}
		if len(d.Measures) == 0 && s.Review.Conclusion == Decentralise {
			d.Measures = s.Review.Measures
		} else if len(d.Measures) == 0 {
			continue
		}
		out = append(out, d)
	}
	return out
}

// IsDone reports whether it was decentralised: granted by whoever decides.
func (d Decentralisation) IsDone() bool { return Granted.Has(d.State) }

type proposalOnce struct {
	Standing
	items []ListItem
}

// oncePerProposal is each proposal of some procedures once, with all of them that it covers.
func oncePerProposal(all []Standing) (out []proposalOnce) {
	for _, s := range all {
		if s.Review == nil {
			continue
		}
		i := slices.IndexFunc(out, func(o proposalOnce) bool { return o.Review == s.Review })
		if i < 0 {
			i, out = len(out), append(out, proposalOnce{Standing: s})
		}
		out[i].items = append(out[i].items, s.Item)
	}
	return out
}
