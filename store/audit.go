package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// Entry is one link of the audit chain: who did what to what, when.
type Entry struct {
	Seq     int64
	At      time.Time
	Actor   string
	Action  string          // "procedure.save", "proposal.step"
	Subject string          // "procedure 1.001193"
	Detail  json.RawMessage // an object: versions from and to, hash of the content, counts
	Hash    string          // SHA-256 in hex over the hash before and everything above
}

// link is where the chain ends.
type link struct {
	seq  int64
	hash string
}

// AuditFilter narrows a listing of the audit chain; the zero filter is everything.
type AuditFilter struct {
	Subject string
	Kind    string // the subject's first word: "procedure"
	Actor   string
	From    time.Time // the first moment
	Until   time.Time // the first moment after it
	Oldest  bool      // the oldest first, not the newest
	Past    int64     // entries that stand behind that number in this order; 0: all
	Limit   int
}

const entryColumns = `
SELECT
	seq,
	at,
	actor,
	action,
	subject,
	detail,
	hash
FROM audit
`

func scanEntry(row scanner) (e Entry, err error) {
	var detail string
	err = row.Scan(&e.Seq, (*stamp)(&e.At), &e.Actor, &e.Action, &e.Subject, &detail, &e.Hash)
	e.Detail = json.RawMessage(detail)
	return e, err
}

// Audit lists entries, newest first unless the filter says otherwise.
func (r reader) Audit(ctx context.Context, f AuditFilter) ([]Entry, error) {
	var w where
	w.add("agency = ?", r.agency)
	if f.Subject != "" {
		w.add("subject = ?", f.Subject)
	}
	if f.Kind != "" {
		w.add("(subject = ? OR subject >= ? AND subject < ?)", f.Kind, f.Kind+" ", f.Kind+"!") // "!" follows the blank
	}
	if !f.From.IsZero() {
		w.add("at >= ?", stamp(f.From))
	}
	if !f.Until.IsZero() {
		w.add("at < ?", stamp(f.Until))
	}
	if f.Actor != "" {
		w.add("actor = ?", f.Actor)
	}
	behind, order := "seq < ?", "DESC"
	if f.Oldest {
		behind, order = "seq > ?", "ASC"
	}
	if f.Past > 0 {
		w.add(behind, f.Past)
	}
	return list(ctx, r, scanEntry, entryColumns+"WHERE "+w.String()+" ORDER BY seq "+order+" LIMIT ?",
		append(w.args, limitOrAll(f.Limit))...)
}

// AuditError names the first entry of the chain that is not as it was written.
type AuditError struct {
	Seq    int64
	Reason string // "missing", "changed", "added"
}

func (e *AuditError) Error() string { return fmt.Sprintf("audit entry %d: %s", e.Seq, e.Reason) }

// auditBatch is how many entries are held in memory at a time.
const auditBatch = 2000

// VerifyAudit recomputes the chain; *AuditError names the first broken entry. Entries cut off or added at
// the end are found as well, by the head that is kept apart.
func (r reader) VerifyAudit(ctx context.Context) error {
	ends, err := r.auditEnds(ctx)
	if err != nil {
		return err
	}
	var last link
	for last.seq < ends.head.seq {
		batch, err := list(ctx, r, scanEntry, entryColumns+`
WHERE agency = ? AND seq > ? AND seq <= ?
ORDER BY seq
LIMIT ?`, r.agency, last.seq, ends.head.seq, auditBatch)
		if err != nil {
			return err
		}
		if len(batch) == 0 {
			return &AuditError{Seq: last.seq + 1, Reason: "missing"}
		}
		if last, err = r.follow(last, batch); err != nil {
			return err
		}
	}
	if ends.last > last.seq {
		return &AuditError{Seq: last.seq + 1, Reason: "added"}
	}
	if last.hash != ends.head.hash {
		return &AuditError{Seq: last.seq, Reason: "changed"}
	}
	return nil
}

// follow goes along the chain from one link to the last entry of a batch.
func (r reader) follow(last link, batch []Entry) (link, error) {
	for _, e := range batch {
		if e.Seq != last.seq+1 {
			return last, &AuditError{Seq: last.seq + 1, Reason: "missing"}
		}
		if hash, err := r.linkHash(last.hash, e); err != nil || hash != e.Hash {
			return last, &AuditError{Seq: e.Seq, Reason: "changed"}
		}
		last = link{e.Seq, e.Hash}
	}
	return last, nil
}

// auditEnds is where the chain ought to end and where it does, read at one instant: others may be writing.
type auditEnds struct {
	head link
	last int64
}

func (r reader) auditEnds(ctx context.Context) (auditEnds, error) {
	return one(ctx, r, func(row scanner) (e auditEnds, err error) {
		err = row.Scan(&e.head.seq, &e.head.hash, &e.last)
		return e, err
	}, `
SELECT
	COALESCE((SELECT seq FROM audit_head WHERE agency = ?), 0),
	COALESCE((SELECT hash FROM audit_head WHERE agency = ?), ''),
	COALESCE((SELECT MAX(seq) FROM audit WHERE agency = ?), 0)`, r.agency, r.agency, r.agency)
}

// linkHash is the hash of an entry behind the one before it. A JSON list keeps the fields apart.
func (r reader) linkHash(before string, e Entry) (string, error) {
	at, err := stamp(e.At).Value()
	if err != nil {
		return "", err
	}
	b, err := encode([]any{before, r.agency, e.Seq, at, e.Actor, e.Action, e.Subject, string(e.Detail)})
	return hashOf(b), err
}

// note appends to the audit chain. Every method that changes a row calls it, so that no caller can forget.
func (tx *Tx) note(ctx context.Context, action, subject string, detail map[string]any) error {
	if tx.audit == nil {
		ends, err := tx.auditEnds(ctx)
		if err != nil {
			return err
		}
		tx.audit = &ends.head
	}
	text, err := encode(detail)
	if err != nil {
		return err
	}
	e := Entry{Seq: tx.audit.seq + 1, At: tx.now, Actor: tx.actor, Action: action, Subject: subject, Detail: text}
	if e.Hash, err = tx.linkHash(tx.audit.hash, e); err != nil {
		return err
	}
	*tx.audit = link{e.Seq, e.Hash}
	_, err = tx.exec(ctx, `
INSERT INTO audit (
	agency,
	seq,
	at,
	actor,
	action,
	subject,
	detail,
	hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		tx.agency, e.Seq, stamp(e.At), e.Actor, e.Action, e.Subject, string(e.Detail), e.Hash)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `
INSERT INTO audit_head (
	agency,
	seq,
	hash
) VALUES (?, ?, ?)
ON CONFLICT (agency) DO UPDATE SET
	seq = excluded.seq,
	hash = excluded.hash`, tx.agency, e.Seq, e.Hash)
	return err
}

// edit is the detail of a save: the versions and the hash of what stands now.
func edit(from, to int, hash string) map[string]any {
	return map[string]any{"from": from, "to": to, "hash": hash}
}

// LastAudit is the number of the newest entry, 0 where there is none: it grows with every change.
func (r reader) LastAudit(ctx context.Context) (int64, error) {
	return one(ctx, r, scanValue[int64], `
SELECT COALESCE(MAX(seq), 0)
FROM audit
WHERE agency = ?`, r.agency)
}
