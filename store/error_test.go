package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"rasoat/catalog"
)

func TestWrite_FullDisk(t *testing.T) {
	s := opened(t)
	var pages int
	if err := s.writeDB.QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writeDB.Exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, pages+5)); err != nil {
		t.Fatal(err)
	}
	p := catalog.Procedure{Code: "NB-01", Name: strings.Repeat("dài ", 50_000)}
	put := func(tx *Tx) error {
		_, err := tx.SaveProcedure(t.Context(), p, nil, 0, "", catalog.Source{})
		return err
	}
	if err := s.Write(t.Context(), "an", put); !errors.Is(err, ErrFull) {
		t.Fatalf("error %v, want %v", err, ErrFull)
	}
	if empty, err := s.Empty(t.Context()); err != nil || !empty {
		t.Errorf("Empty: %v, %v", empty, err)
	}
	p.Name = "ngắn"
	if err := s.Write(t.Context(), "an", put); err != nil {
		t.Errorf("what fits: %v", err)
	}
}

// A store whose connection may not write says so, and writes again once it may.
func TestWrite_ReadOnly(t *testing.T) {
	s := opened(t)
	put := func(tx *Tx) error {
		_, err := tx.SaveProcedure(t.Context(), catalog.Procedure{Code: "NB-01", Name: "a"}, nil, 0, "",
			catalog.Source{})
		return err
	}
	if _, err := s.writeDB.Exec(`PRAGMA query_only = 1`); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(t.Context(), "an", put); !errors.Is(err, ErrFolder) {
		t.Fatalf("error %v, want %v", err, ErrFolder)
	}
	if _, err := s.writeDB.Exec(`PRAGMA query_only = 0`); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(t.Context(), "an", put); err != nil {
		t.Errorf("writable again: %v", err)
	}
}

func TestKind(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want error
	}{
		{"busy", sqlite3.Error{Code: sqlite3.ErrBusy}, ErrBusy},
		{"locked", sqlite3.Error{Code: sqlite3.ErrLocked}, ErrBusy},
		{"full", sqlite3.Error{Code: sqlite3.ErrFull}, ErrFull},
		{"a disk that turned read-only", sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: 30}, ErrFolder},
		{"no room for the log", sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: 28}, ErrFull},
		{"read-only", sqlite3.Error{Code: sqlite3.ErrReadonly}, ErrFolder},
		{"cannot open", sqlite3.Error{Code: sqlite3.ErrCantOpen}, ErrFolder},
		{"damaged", sqlite3.Error{Code: sqlite3.ErrCorrupt}, ErrDamaged},
		{"reference", sqlite3.Error{Code: sqlite3.ErrConstraint, ExtendedCode: sqlite3.ErrConstraintForeignKey},
			ErrReference},
		{"already a kind", fmt.Errorf("%w: %w", ErrFull, sqlite3.Error{Code: sqlite3.ErrFull}), ErrFull},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := kind(fmt.Errorf("saving: %w", tt.err))
			if !errors.Is(got, tt.want) {
				t.Errorf("kind(%v) = %v, want %v", tt.err, got, tt.want)
			}
			if n := strings.Count(got.Error(), tt.want.Error()); n != 1 {
				t.Errorf("%q says its kind %d times", got, n)
			}
		})
	}
	other := errors.New("other")
	if got := kind(other); got != other {
		t.Errorf("kind(%v) = %v", other, got)
	}
}
