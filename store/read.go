package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"rasoat/value"
)

// reader is what both Store and Tx read with.
type reader struct {
	q      querier
	agency string
}

// querier is a pool of readers or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// scanner is the row that is being read.
type scanner interface{ Scan(dest ...any) error }

// collect is the one loop over rows in this room.
func collect[T any](rows *sql.Rows, scan func(scanner) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, kind(err)
		}
		out = append(out, v)
	}
	return out, kind(rows.Err())
}

// list asks and collects.
func list[T any](ctx context.Context, r reader, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := r.q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, kind(err)
	}
	return collect(rows, scan)
}

// one asks for a single row; value.ErrNotFound where there is none.
func one[T any](ctx context.Context, r reader, scan func(scanner) (T, error), query string, args ...any) (T, error) {
	var zero T
	all, err := list(ctx, r, scan, query, args...)
	if err != nil {
		return zero, err
	}
	if len(all) == 0 {
		return zero, value.ErrNotFound
	}
	return all[0], nil
}

// scanValue reads a row of one column.
func scanValue[T any](row scanner) (v T, err error) {
	err = row.Scan(&v)
	return v, err
}

// where puts conditions and their arguments together.
type where struct {
	terms []string
	args  []any
}

func (w *where) add(term string, args ...any) {
	w.terms = append(w.terms, term)
	w.args = append(w.args, args...)
}

// in asks for one of the values; none of them matches nothing.
func in[T any](w *where, column string, values []T) {
	if len(values) == 0 {
		w.add("FALSE")
		return
	}
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = v
	}
	w.add(column+" IN (?"+strings.Repeat(", ?", len(values)-1)+")", args...)
}

func (w *where) String() string { return strings.Join(w.terms, " AND ") }

// limitOrAll is the LIMIT of a query, n ≤ 0 being all; the driver wants a number either way.
func limitOrAll(n int) int {
	if n <= 0 {
		return 1 << 31
	}
	return n
}

// stamp is a time as the database holds it: UTC, ISO text of fixed width, so that text order is time order.
type stamp time.Time

const stampForm = "2006-01-02T15:04:05.000Z"

// Value writes the time.
func (t stamp) Value() (driver.Value, error) { return time.Time(t).UTC().Format(stampForm), nil }

// Scan reads the time; what is not one is an error.
func (t *stamp) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("store: cannot read a time from %T", src)
	}
	at, err := time.Parse(stampForm, s)
	if err == nil && at.Format(stampForm) != s { // Parse is more lenient than text order allows
		err = fmt.Errorf("store: %q is not a time as it is stored", s)
	}
	*t = stamp(at)
	return err
}

// asJSON is a value in a column of JSON text.
type asJSON[T any] struct{ v *T }

// Value writes the JSON.
func (c asJSON[T]) Value() (driver.Value, error) {
	b, err := encode(c.v)
	return string(b), err
}

// Scan reads the JSON.
func (c asJSON[T]) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("store: cannot read JSON from %T", src)
	}
	return json.Unmarshal([]byte(s), c.v)
}

// jsonOf makes a column of what v points to.
func jsonOf[T any](v *T) asJSON[T] { return asJSON[T]{v} }
