package review_test

import (
	"testing"

	"rasoat/catalog"
	"rasoat/review"
)

func requestStandings() []review.Standing {
	item := func(code string) review.ListItem { return review.ListItem{Code: catalog.Code(code), Name: code} }
	group := &review.Proposal{
		Conclusion: review.Amend,
		Amendments: []review.Amendment{
			{Document: "Thông tư số 2", Request: "Bỏ bản sao"},
			{Document: "nghị định số 1", Article: "Điều 3", Request: "Rút ngắn"},
			{},
		},
		Measures: []review.Measure{{Kind: review.CutDocument}, {Kind: review.DecentraliseTo, Content: "Giao xã"}},
	}
	lower := &review.Proposal{
		Conclusion: review.Decentralise,
		Amendments: []review.Amendment{{Document: "Nghị định  số 1", Request: "Giao cấp xã"}},
		Measures:   []review.Measure{{Kind: review.OtherMeasure, Content: "Giao Chủ tịch xã"}},
	}
	other := &review.Proposal{Conclusion: review.Amend, Amendments: []review.Amendment{{Document: "A", Request: "x"}}}
	return []review.Standing{
		{Item: item("1"), Review: group, State: review.Forwarded},
		{Item: item("2")},
		{Item: item("3"), Review: lower, State: review.Refused},
		{Item: item("4"), Review: group, State: review.Forwarded},
		{Item: item("5"), Review: other, State: review.Draft},
	}
}

// Plan 29/KH-UBND, III.1(a): one table of all documents; drafts and what was refused ask for nothing.
func TestTextRequests(t *testing.T) {
	all := requestStandings()
	got := review.TextRequests(all)
	if len(got) != 2 || got[0].Document != "nghị định số 1" || got[1].Document != "Thông tư số 2" ||
		len(got[0].Items) != 2 || got[0].Items[1].Code != "4" {
		t.Fatalf("%+v", got)
	}
	all[2].State, all[4].State = review.Approved, review.Submitted
	if got = review.TextRequests(all); len(got) != 4 || got[0].Document != "A" || review.CountDocuments(got) != 3 {
		t.Errorf("%d documents in %+v", review.CountDocuments(got), got)
	}
}

// Plan 29/KH-UBND, III.1(b): by its measure or by its conclusion; what was refused was asked for all the same.
func TestDecentralisations(t *testing.T) {
	all := requestStandings()
	got := review.Decentralisations(all)
	if len(got) != 2 || len(got[0].Items) != 2 || len(got[0].Measures) != 1 ||
		got[0].Measures[0].Content != "Giao xã" ||
		got[1].Measures[0].Content != "Giao Chủ tịch xã" || got[0].IsDone() || got[1].IsDone() {
		t.Fatalf("%+v", got)
	}
	all[0].State, all[2].State = review.InForce, review.Draft
	if got = review.Decentralisations(all); len(got) != 1 || !got[0].IsDone() {
		t.Errorf("%+v", got)
	}
}
