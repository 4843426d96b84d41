package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rasoat/value"
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
	Actor   string
	Before  int64 // entries with a smaller number
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

// Audit lists entries, newest first.
func (r reader) Audit(ctx context.Context, f AuditFilter) ([]Entry, error) {
	var w where
	w.add("agency = ?", r.agency)
	if f.Subject != "" {
		w.add("subject = ?", f.Subject)
	}
	if f.Actor != "" {
		w.add("actor = ?", f.Actor)
	}
	if f.Before > 0 {
		w.add("seq < ?", f.Before)
	}
	return list(ctx, r, scanEntry, entryColumns+"WHERE "+w.String()+" ORDER BY seq DESC LIMIT ?",
		append(w.args, limited(f.Limit))...)
}

// AuditError names the first entry of the chain that is not as it was written.
type AuditError struct {
	Seq    int64
	Reason string // "missing", "changed"
}

func (e *AuditError) Error() string { return fmt.Sprintf("audit entry %d: %s", e.Seq, e.Reason) }

// auditBatch is how many entries are held in memory at a time.
const auditBatch = 2000

// VerifyAudit recomputes the chain; *AuditError names the first broken entry. Entries cut off at the end
// are missed as well, by the head that is kept apart.
func (r reader) VerifyAudit(ctx context.Context) error {
	head, err := r.auditHead(ctx)
	if err != nil {
		return err
	}
	var last link
	for {
		batch, err := list(ctx, r, scanEntry, entryColumns+`
WHERE agency = ? AND seq > ? AND seq <= ?
ORDER BY seq
LIMIT ?`, r.agency, last.seq, head.seq, auditBatch)
		if err != nil {
			return err
		}
		if len(batch) == 0 {
			return auditEnd(last, head)
		}
		for _, e := range batch {
			if e.Seq != last.seq+1 {
				return &AuditError{Seq: last.seq + 1, Reason: "missing"}
			}
			if hash, err := r.linkHash(last.hash, e); err != nil || hash != e.Hash {
				return &AuditError{Seq: e.Seq, Reason: "changed"}
			}
			last = link{e.Seq, e.Hash}
		}
	}
}

// auditEnd compares the end that was found with the head that was noted.
func auditEnd(last, head link) error {
	switch {
	case last.seq < head.seq:
		return &AuditError{Seq: last.seq + 1, Reason: "missing"}
	case last.hash != head.hash:
		return &AuditError{Seq: last.seq, Reason: "changed"}
	}
	return nil
}

func (r reader) auditHead(ctx context.Context) (link, error) {
	head, err := one(ctx, r, func(row scanner) (l link, err error) {
		err = row.Scan(&l.seq, &l.hash)
		return l, err
	}, `
SELECT
	seq,
	hash
FROM audit_head
WHERE agency = ?`, r.agency)
	if errors.Is(err, value.ErrNotFound) {
		return link{}, nil
	}
	return head, err
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
		head, err := tx.auditHead(ctx)
		if err != nil {
			return err
		}
		tx.audit = &head
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
