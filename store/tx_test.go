package store_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
)

// A refused edit leaves no trace: no version, no change-log row, no audit entry.
func TestWrite_RollsBack(t *testing.T) {
	broken := errors.New("broken")
	tests := map[string]func(t *testing.T, s *store.Store) error{
		"an error": func(t *testing.T, s *store.Store) error {
			return s.Write(t.Context(), "an", func(tx *store.Tx) error {
				return errors.Join(save(t.Context(), tx, procedure("NB-01", "Một"), 0), broken)
			})
		},
		"a panic": func(t *testing.T, s *store.Store) (err error) {
			defer func() { err = recover().(error) }()
			return s.Write(t.Context(), "an", func(tx *store.Tx) error {
				if err := save(t.Context(), tx, procedure("NB-01", "Một"), 0); err != nil {
					t.Error(err)
				}
				panic(broken)
			})
		},
		"the end of the context": func(t *testing.T, s *store.Store) error {
			ctx, cancel := context.WithCancel(t.Context())
			err := s.Write(ctx, "an", func(tx *store.Tx) error {
				err := save(ctx, tx, procedure("NB-01", "Một"), 0)
				cancel()
				return err
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("error %v", err)
			}
			return broken
		},
	}
	for name, fail := range tests {
		t.Run(name, func(t *testing.T) {
			s := storetest.Open(t)
			wantIs(t, fail(t, s), broken)
			if empty, err := s.Empty(t.Context()); err != nil || !empty {
				t.Errorf("Empty: %v, %v", empty, err)
			}
			if n, err := s.LastSeq(t.Context()); err != nil || n != 0 {
				t.Errorf("change log at %d, %v", n, err)
			}
			if entries, err := s.Audit(t.Context(), store.AuditFilter{}); err != nil || len(entries) != 0 {
				t.Errorf("audit %v, %v", entries, err)
			}
			addProcedures(t, s, procedure("NB-01", "Một"))
		})
	}
}

func TestWrite_OneInstant(t *testing.T) {
	s := storetest.Open(t)
	write(t, s, func(tx *store.Tx) error {
		if !tx.Now().Equal(storetest.Now()) || tx.Actor() != "an" {
			t.Errorf("%v, %q", tx.Now(), tx.Actor())
		}
		return save(t.Context(), tx, procedure("NB-01", "Một"), 0)
	})
	v, err := s.Procedure(t.Context(), "NB-01")
	if err != nil || !v.At.Equal(storetest.Now()) || v.Author != "an" {
		t.Errorf("%+v, %v", v, err)
	}
	entries, err := s.Audit(t.Context(), store.AuditFilter{})
	if err != nil || len(entries) != 1 || !entries[0].At.Equal(storetest.Now()) || entries[0].Actor != "an" {
		t.Errorf("%+v, %v", entries, err)
	}
}

// Two people save the same proposal from the same version: one is stored, one is told.
func TestWrite_TwoWriters(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	id := addProposal(t, s, "NB-01")
	var wg sync.WaitGroup
	errs := make([]error, 2)
	for i := range errs {
		wg.Go(func() {
			p, err := s.Proposal(t.Context(), id)
			if err != nil {
				errs[i] = err
				return
			}
			errs[i] = s.Write(t.Context(), "an", func(tx *store.Tx) error {
				_, err := tx.SaveProposal(t.Context(), p, 1)
				return err
			})
		})
	}
	wg.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("errors %v, want one", errs)
	}
	wantConflict(t, errors.Join(errs...), conflict(id, 1, 2))
	if _, err := s.ProposalVersion(t.Context(), id, 2); err != nil {
		t.Error(err)
	}
	if _, err := s.ProposalVersion(t.Context(), id, 3); err == nil {
		t.Error("both were stored")
	}
}

// Every connection enforces foreign keys, that of the writer and each of the readers' pool.
func TestWrite_ForeignKeys(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	err := s.Write(t.Context(), "an", func(tx *store.Tx) error {
		return tx.StartCampaign(t.Context(), "p", "public", review.Rules{}, []review.ListItem{{Code: "NB-99"}})
	})
	wantIs(t, err, store.ErrReference)
	err = s.Write(t.Context(), "an", func(tx *store.Tx) error {
		return tx.StartCampaign(t.Context(), "none", "public", review.Rules{}, nil)
	})
	wantIs(t, err, store.ErrReference)
}
