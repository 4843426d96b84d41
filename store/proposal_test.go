package store_test

import (
	"fmt"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func proposal(keys ...catalog.Code) review.Proposal {
	p := review.Proposal{Plan: "p", Campaign: "internal-b", Conclusion: review.Cut, State: review.Draft, Author: "an"}
	for _, key := range keys {
		p.Members = append(p.Members, review.Member{Procedure: key, Baseline: 1})
	}
	return p
}

func insert(t testing.TB, s *store.Store, p review.Proposal) (id review.ProposalID, err error) {
	t.Helper()
	err = s.Write(t.Context(), "an", func(tx *store.Tx) error {
		id, err = tx.InsertProposal(t.Context(), p)
		return err
	})
	return id, err
}

func addProposal(t testing.TB, s *store.Store, keys ...catalog.Code) review.ProposalID {
	t.Helper()
	id, err := insert(t, s, proposal(keys...))
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func conflict(id review.ProposalID, base, newest int) value.Conflict {
	return value.Conflict{What: fmt.Sprintf("proposal %d", id), Base: base, Newest: newest}
}

func TestInsertProposal_RoundTrip(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	want := proposal("NB-01", "NB-02")
	want.Title = "Nhóm"
	want.Members[0].Before = &[]cost.Row{{
		Task:            cost.Prepare,
		Activity:        "Điền",
		Hours:           5000,
		HourlyRate:      48248,
		TimesPerYear:    10000,
		SubjectsPerYear: 420,
	}}
	want.Members[0].After = &[]cost.Row{} // priced, and nothing left
	want.Members[0].Changes = []review.Change{{
		Op:     review.RemovePaper,
		Part:   catalog.PartDossier,
		Index:  2,
		Number: value.Known(0),
	}}
	want.Decided = value.MustDate("2024-07-20")
	want.Measures = []review.Measure{{Kind: review.CutDocument, Part: catalog.PartDossier, Content: "Bỏ"}}
	want.Merged = []catalog.Code{"NB-03"}
	want.Effort = value.Known(value.Decimal(25000))
	id, err := insert(t, s, want)
	if err != nil {
		t.Fatal(err)
	}
	want.ID, want.Version = id, 1
	got, err := s.Proposal(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, got, want)
	if got, err = s.ProposalVersion(t.Context(), id, 1); err != nil {
		t.Fatal(err)
	}
	diff(t, got, want)
	_, err = s.Proposal(t.Context(), id+1)
	wantIs(t, err, value.ErrNotFound)
}

func TestSaveProposal_KeepsVersions(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	p := proposal("NB-01")
	p.ID = addProposal(t, s, "NB-01")
	p.State = review.Submitted
	write(t, s, func(tx *store.Tx) error {
		n, err := tx.SaveProposal(t.Context(), p, 1)
		if n != 2 {
			t.Errorf("version %d", n)
		}
		return err
	})
	for n, want := range map[int]review.State{1: review.Draft, 2: review.Submitted} {
		if got, err := s.ProposalVersion(t.Context(), p.ID, n); err != nil || got.State != want || got.Version != n {
			t.Errorf("version %d: %+v, %v", n, got, err)
		}
	}
	err := s.Write(t.Context(), "bình", func(tx *store.Tx) error {
		_, err := tx.SaveProposal(t.Context(), p, 1)
		return err
	})
	wantConflict(t, err, conflict(p.ID, 1, 2))
}

// One main proposal for a procedure of a campaign; alternatives and other campaigns aside.
func TestInsertProposal_OneMain(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	id := addProposal(t, s, "NB-01", "NB-02")
	_, err := insert(t, s, proposal("NB-03", "NB-02"))
	wantProblem(t, err, "proposal.exists")
	if all, err := s.Proposals(t.Context(), store.ProposalFilter{}); err != nil || len(all) != 1 {
		t.Errorf("%v, %v", all, err)
	}
	other := proposal("NB-02")
	other.Campaign = "public"
	if _, err := insert(t, s, other); err != nil {
		t.Errorf("in another campaign: %v", err)
	}
	beside := proposal("NB-02")
	beside.Alternative = true
	alternative, err := insert(t, s, beside)
	if err != nil {
		t.Fatalf("an alternative: %v", err)
	}
	exchange := func(first, second review.Proposal, firstID, secondID review.ProposalID) error {
		first.ID, second.ID = firstID, secondID
		return s.Write(t.Context(), "an", func(tx *store.Tx) error {
			if _, err := tx.SaveProposal(t.Context(), first, 1); err != nil {
				return err
			}
			_, err := tx.SaveProposal(t.Context(), second, 1)
			return err
		})
	}
	main, retired := proposal("NB-02"), proposal("NB-01", "NB-02")
	retired.Alternative = true
	wantProblem(t, exchange(main, retired, alternative, id), "proposal.exists")
	if err := exchange(retired, main, id, alternative); err != nil {
		t.Errorf("exchanged: %v", err)
	}
}

func TestProposals_Filter(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	submitted := proposal("NB-02", "NB-03")
	submitted.State, submitted.Author = review.Submitted, "bình"
	beside := proposal("NB-01")
	beside.Alternative = true
	public := proposal("NB-01")
	public.Campaign = "public"
	for _, p := range []review.Proposal{proposal("NB-01"), submitted, beside, public} {
		if _, err := insert(t, s, p); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		name string
		f    store.ProposalFilter
		want []review.ProposalID
	}{
		{"all main ones", store.ProposalFilter{}, []review.ProposalID{1, 2, 4}},
		{"alternatives too", store.ProposalFilter{IncludeAlternatives: true}, []review.ProposalID{1, 2, 3, 4}},
		{"campaign", store.ProposalFilter{Plan: "p", Campaign: "internal-b"}, []review.ProposalID{1, 2}},
		{"procedure of a group", store.ProposalFilter{Procedure: "NB-03"}, []review.ProposalID{2}},
		{"states", store.ProposalFilter{States: []review.State{review.Submitted, review.Checked}}, []review.ProposalID{2}},
		{"author", store.ProposalFilter{Author: "bình"}, []review.ProposalID{2}},
		{"another plan", store.ProposalFilter{Plan: "q"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all, err := s.Proposals(t.Context(), tt.f)
			if err != nil {
				t.Fatal(err)
			}
			var got []review.ProposalID
			for _, p := range all {
				got = append(got, p.ID)
			}
			diff(t, got, tt.want)
		})
	}
}

func TestSteps(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	id := addProposal(t, s, "NB-01")
	write(t, s, func(tx *store.Tx) error {
		if err := tx.AddStep(t.Context(), store.ProposalStep{
			Proposal: id,
			Action:   "submit",
			From:     review.Draft,
			To:       review.Submitted,
		}); err != nil {
			return err
		}
		return tx.AddStep(t.Context(), store.ProposalStep{
			Proposal: id,
			Actor:    "Chủ tịch",
			Action:   "return",
			From:     review.Submitted,
			To:       review.Returned,
			Note:     "thiếu",
		})
	})
	got, err := s.Steps(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	at := storetest.Now().UTC()
	diff(t, got, []store.ProposalStep{
		{Proposal: id, At: at, Actor: "an", Action: "submit", From: review.Draft, To: review.Submitted},
		{Proposal: id, At: at, Actor: "Chủ tịch", Action: "return", From: review.Submitted, To: review.Returned, Note: "thiếu"},
	})
	err = s.Write(t.Context(), "an",
		func(tx *store.Tx) error { return tx.AddStep(t.Context(), store.ProposalStep{Proposal: 99}) })
	wantIs(t, err, value.ErrNotFound)
}
