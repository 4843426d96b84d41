package store_test

import (
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestJobs(t *testing.T) {
	s := storetest.Open(t)
	var ids []int64
	write(t, s, func(tx *store.Tx) error {
		for range 2 {
			id, err := tx.InsertJob(t.Context(), store.Job{Kind: "import", Total: 10})
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return tx.UpdateJob(t.Context(), store.Job{
			ID:      ids[0],
			State:   store.JobDone,
			Done:    10,
			Total:   10,
			Message: "xong",
		})
	})
	if n, err := s.BreakOffJobs(t.Context()); err != nil || n != 1 {
		t.Errorf("broke off %d, %v", n, err)
	}
	got, err := s.Jobs(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	at := storetest.Now().UTC()
	diff(t, got, []store.Job{
		{ID: ids[1], Kind: "import", State: store.JobBroken, Total: 10, Actor: "an", Started: at, Updated: at},
		{ID: ids[0], Kind: "import", State: store.JobDone, Done: 10, Total: 10, Message: "xong", Actor: "an", Started: at, Updated: at},
	})
	if got, err = s.Jobs(t.Context(), 1); err != nil || len(got) != 1 {
		t.Errorf("%v, %v", got, err)
	}
	_, err = s.Job(t.Context(), 99)
	wantIs(t, err, value.ErrNotFound)
	err = s.Write(t.Context(), "an", func(tx *store.Tx) error { return tx.UpdateJob(t.Context(), store.Job{ID: 99}) })
	wantIs(t, err, value.ErrNotFound)
}
