package store_test

import (
	"context"
	"database/sql"
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// inside lets comparisons see the fields that value.Opt keeps to itself.
var inside = cmp.Exporter(func(reflect.Type) bool { return true })

// write runs fn as "an" and ends the test where it fails.
func write(t testing.TB, s *store.Store, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), "an", fn); err != nil {
		t.Fatal(err)
	}
}

// raw is the database behind the store's back, without its foreign keys.
func raw(t testing.TB, s *store.Store) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", s.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func rawExec(t testing.TB, s *store.Store, query string, args ...any) {
	t.Helper()
	if _, err := raw(t, s).Exec(query, args...); err != nil {
		t.Fatal(err)
	}
}

func procedure(code catalog.Code, name string) catalog.Procedure {
	return catalog.Procedure{
		Code:   code,
		Name:   name,
		Kind:   catalog.Internal,
		Group:  catalog.GroupB,
		Status: catalog.InForce,
	}
}

// addProcedures saves procedures as new ones.
func addProcedures(t testing.TB, s *store.Store, all ...catalog.Procedure) {
	t.Helper()
	write(t, s, func(tx *store.Tx) error {
		for _, p := range all {
			if _, err := tx.SaveProcedure(t.Context(), p, nil, 0, "", catalog.Source{Format: "person"}); err != nil {
				return err
			}
		}
		return nil
	})
}

// addPlan saves the plan "p" with procedures NB-01 to NB-03.
func addPlan(t testing.TB, s *store.Store) {
	t.Helper()
	addProcedures(t, s, procedure("NB-01", "Một"), procedure("NB-02", "Hai"), procedure("NB-03", "Ba"))
	write(t, s, func(tx *store.Tx) error {
		_, err := tx.SavePlan(t.Context(), review.Plan{ID: "p", Number: "1/KH", Date: value.MustDate("2024-01-05")}, 0)
		return err
	})
}

func wantConflict(t testing.TB, err error, want value.Conflict) {
	t.Helper()
	var c *value.Conflict
	if !errors.As(err, &c) {
		t.Fatalf("error %v, want a conflict", err)
	}
	if *c != want {
		t.Errorf("conflict %+v, want %+v", *c, want)
	}
}

func wantProblem(t testing.TB, err error, code string) {
	t.Helper()
	var p value.Problems
	if !errors.As(err, &p) || len(p) != 1 || p[0].Code != code {
		t.Fatalf("error %v, want the problem %s", err, code)
	}
}

func wantIs(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("error %v, want %v", err, want)
	}
}

func diff(t testing.TB, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, inside); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// save is what one writes again and again.
func save(ctx context.Context, tx *store.Tx, p catalog.Procedure, base int) error {
	_, err := tx.SaveProcedure(ctx, p, nil, base, "sửa", catalog.Source{Format: "person"})
	return err
}
