package store

import (
	"context"
	"fmt"

	"rasoat/value"
)

// AskedState is what a query came to when it was last asked.
type AskedState string

// The states of a query.
const (
	AskedFound    AskedState = "found"
	AskedWeak     AskedState = "weak"     // nothing fits well
	AskedNothing  AskedState = "nothing"  //
	AskedAnswered AskedState = "answered" // led nowhere then, and finds something now
)

// Asked is a query on one day: text alone, no person.
type Asked struct {
	Day      value.Date
	Query    string // folded: what is counted together
	Text     string // as it was last typed
	Internal bool   // asked by somebody signed in
	Times    int
	State    AskedState
}

// AskedFilter narrows a listing; the zero filter is everything.
type AskedFilter struct {
	From, To value.Date
	States   []AskedState
	Public   bool // only what was asked without signing in
}

func scanAsked(row scanner) (q Asked, err error) {
	err = row.Scan(&q.Day, &q.Query, &q.Text, &q.Internal, &q.Times, &q.State)
	return q, err
}

// Asked lists queries by day, oldest first.
func (r reader) Asked(ctx context.Context, f AskedFilter) ([]Asked, error) {
	var w where
	w.add("agency = ?", r.agency)
	if !f.From.IsZero() {
		w.add("day >= ?", f.From)
	}
	if !f.To.IsZero() {
		w.add("day <= ?", f.To)
	}
	if len(f.States) > 0 {
		in(&w, "state", f.States)
	}
	if f.Public {
		w.add("NOT internal")
	}
	all, err := list(ctx, r, scanAsked, `
SELECT
	day,
	query,
	text,
	internal,
	times,
	state
FROM asked
WHERE `+w.String()+`
ORDER BY day, query, internal`, w.args...)
	if err != nil {
		return nil, fmt.Errorf("queries: %w", err)
	}
	return all, nil
}

// CountUnanswered is how many queries asked since a day lead nowhere and wait for somebody.
func (r reader) CountUnanswered(ctx context.Context, since value.Date) (int, error) {
	return one(ctx, r, scanValue[int], `
SELECT COUNT(DISTINCT a.query)
FROM asked a
LEFT JOIN word w ON w.agency = a.agency AND w.kind = 'query' AND w.id = a.query
WHERE a.agency = ? AND a.state IN ('nothing', 'weak') AND a.day >= ?
	AND (w.body IS NULL OR w.body LIKE '%"reason":""%')`, r.agency, since)
}

// AskedMonths lists the months in which something was asked, newest first: "2024-07".
func (r reader) AskedMonths(ctx context.Context) ([]string, error) {
	return list(ctx, r, scanValue[string], `
SELECT DISTINCT SUBSTR(day, 1, 7)
FROM asked
WHERE agency = ?
ORDER BY 1 DESC`, r.agency)
}

// CountAsked adds to the queries of their days. A day keeps at most so many different ones: what comes later is not
// kept. It is counting and nobody's edit, so that the audit hears nothing of it.
func (tx *Tx) CountAsked(ctx context.Context, all []Asked, most int) error {
	kept := map[value.Date]int{}
	for _, q := range all {
		n, known := kept[q.Day]
		if !known {
			var err error
			if n, err = one(ctx, tx.reader, scanValue[int], `SELECT COUNT(*) FROM asked WHERE agency = ? AND day = ?`,
				tx.agency, q.Day); err != nil {
				return err
			}
		}
		touched, err := tx.exec(ctx, `
UPDATE asked
SET
	text = ?,
	times = times + ?,
	state = CASE WHEN ? = 'found' AND state <> 'found' THEN 'answered' ELSE ? END
WHERE agency = ? AND day = ? AND query = ? AND internal = ?`,
			q.Text, q.Times, q.State, q.State, tx.agency, q.Day, q.Query, q.Internal)
		if err != nil {
			return fmt.Errorf("query of %s: %w", q.Day, err)
		}
		if touched == 0 && n < most {
			if _, err := tx.exec(ctx, `
INSERT INTO asked (
	agency,
	day,
	query,
	internal,
	text,
	times,
	state
) VALUES (?, ?, ?, ?, ?, ?, ?)`, tx.agency, q.Day, q.Query, q.Internal, q.Text, q.Times, q.State); err != nil {
				return fmt.Errorf("query of %s: %w", q.Day, err)
			}
			n++
		}
		kept[q.Day] = n
	}
	return nil
}

// AnswerAsked notes of a query that led nowhere that it finds something now.
func (tx *Tx) AnswerAsked(ctx context.Context, query string, internal bool) error {
	_, err := tx.exec(ctx, `
UPDATE asked
SET state = ?
WHERE agency = ? AND query = ? AND internal = ? AND state IN ('nothing', 'weak')`,
		AskedAnswered, tx.agency, query, internal)
	return err
}

// ForgetAsked removes what was asked before a day.
func (tx *Tx) ForgetAsked(ctx context.Context, before value.Date) error {
	_, err := tx.exec(ctx, `DELETE FROM asked WHERE agency = ? AND day < ?`, tx.agency, before)
	return err
}
