package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// auditPage is how many entries stand on a page.
const auditPage = 50

// auditBatch is how many entries are read at once.
const auditBatch = 200

// AuditFilter narrows the audit; the zero filter is everything, newest first.
type AuditFilter struct {
	Kind     string // of the subject: "procedure", "proposal", "user" …
	Thing    string // words of what the subject is called: "1.001193", "cong tac phi"
	Actor    string
	From, To value.Date // both days counted
	Order    AuditOrder
	Past     int64 // entries behind that one, in this order: the next page
}

// AuditOrder is the order of entries.
type AuditOrder string

// The orders: newest first without a word.
const (
	NewestFirst AuditOrder = ""
	OldestFirst AuditOrder = "so"
)

// AuditEntry is who did what to what, when.
type AuditEntry struct {
	Seq     int64
	At      time.Time
	Actor   string
	Action  string // "procedure.save"
	Kind    string // "procedure"
	Item    string // "1.001193": how the subject is filed
	Subject AuditSubject
	Detail  AuditDetail
}

// AuditDetail is what entries say beside that, as far as a person reads it.
type AuditDetail struct {
	Version int      // that was saved; 0: not a version
	Reason  string   // that was given
	Roles   []string // of an account
	New     bool     // the account was opened
	Closed  bool     // the account is closed
	Secret  bool     // its password was changed
	Step    string   // taken by a proposal: "approve"
	Number  string   // of a document

	Was, Is review.DecisionRef // number and day of a paper that were put right

	Before, After review.Figure // of a figure that was saved; Before has no month where it is the first
	Officer       string        // who is to review a procedure; Due until when
	Due           value.Date
}

// Audit is a page of the audit and, where there are more, the number behind which the next begins.
func (a *App) Audit(ctx context.Context, by Person, f AuditFilter) (entries []AuditEntry, next int64, err error) {
	err = a.EachAudit(ctx, by, f, func(e AuditEntry) bool {
		if len(entries) == auditPage {
			next = entries[auditPage-1].Seq
			return false
		}
		entries = append(entries, e)
		return true
	})
	return entries, next, err
}

// EachAudit gives the entries that a filter leaves one after another, until yield says that it wants no more. No more
// than a batch of them is held at once.
func (a *App) EachAudit(ctx context.Context, by Person, f AuditFilter, yield func(AuditEntry) bool) error {
	if err := by.must(account.SeeAudit); err != nil {
		return err
	}
	names, err := a.auditNames(ctx)
	if err != nil {
		return err
	}
	filter := store.AuditFilter{
		Kind:   f.Kind,
		Actor:  f.Actor,
		Oldest: f.Order == OldestFirst,
		Past:   f.Past,
		Limit:  auditBatch,
	}
	if !f.From.IsZero() {
		filter.From = f.From.Start()
	}
	if !f.To.IsZero() {
		filter.Until = f.To.Add(1).Start()
	}
	for {
		kept, err := a.store.Audit(ctx, filter)
		if err != nil {
			return err
		}
		for _, k := range kept {
			e, d, err := auditEntry(k, names)
			if err != nil {
				return err
			}
			if f.Thing != "" && !viet.HoldsWords(e.Subject.words(), f.Thing) {
				continue
			}
			if err := a.detailAudit(ctx, &e, d); err != nil {
				return err
			}
			if !yield(e) {
				return nil
			}
		}
		if len(kept) < auditBatch {
			return nil
		}
		filter.Past = kept[len(kept)-1].Seq
	}
}

// noted is what store writes into the details of entries. From and to are versions, or states of a proposal.
type noted struct {
	To       any             `json:"to"`
	Action   string          `json:"action"`
	Note     string          `json:"note"`
	Reason   string          `json:"reason"`
	Number   string          `json:"number"`
	Name     string          `json:"name"`
	Roles    []string        `json:"roles"`
	New      bool            `json:"new"`
	Disabled bool            `json:"disabled"`
	Password bool            `json:"password"`
	Item     review.ListItem `json:"item"`

	Was review.DecisionRef `json:"was"`
	Is  review.DecisionRef `json:"is"`
}

// auditEntry reads an entry with the name of its subject and what was noted beside it.
func auditEntry(k store.Entry, names auditNames) (e AuditEntry, d noted, err error) {
	e = AuditEntry{Seq: k.Seq, At: k.At, Actor: k.Actor, Action: k.Action}
	e.Kind, e.Item, _ = strings.Cut(k.Subject, " ")
	if err := json.Unmarshal(k.Detail, &d); err != nil {
		return e, d, fmt.Errorf("audit entry %d: %w", k.Seq, err)
	}
	e.Subject = names.subject(e.Kind, e.Item, d)
	return e, d, nil
}

// detailAudit adds what was noted to an entry, and what the version that was saved says.
func (a *App) detailAudit(ctx context.Context, e *AuditEntry, d noted) error {
	e.Detail = AuditDetail{
		Reason:  cmp.Or(d.Note, d.Reason),
		Roles:   d.Roles,
		New:     d.New,
		Closed:  d.Disabled,
		Secret:  d.Password && !d.New,
		Step:    d.Action,
		Number:  d.Number,
		Was:     d.Was,
		Is:      d.Is,
		Officer: d.Item.Officer,
		Due:     d.Item.Due,
	}
	if v, isNumber := d.To.(float64); isNumber {
		e.Detail.Version = int(v)
	}
	var err error
	switch {
	case e.Detail.Version == 0:
	case e.Kind == "procedure":
		e.Detail.Reason, err = a.store.ProcedureReason(ctx, catalog.Code(e.Item), e.Detail.Version)
	case e.Kind == "figure":
		e.Detail.After, err = a.store.FigureVersion(ctx, e.Item, e.Detail.Version)
		if err == nil && e.Detail.Version > 1 {
			e.Detail.Before, err = a.store.FigureVersion(ctx, e.Item, e.Detail.Version-1)
		}
	}
	if errors.Is(err, value.ErrNotFound) {
		return nil
	}
	return err
}

// AuditVerdict is what checking the audit came to.
type AuditVerdict struct {
	Entries int64  // how many there are
	Broken  int64  // the first that is not as it was written; 0: none
	Reason  string // "missing", "changed", "added"
	Damaged string // a version that was changed behind the program's back; empty: none
}

// OK reports whether everything is as the program wrote it.
func (v AuditVerdict) OK() bool { return v.Broken == 0 && v.Damaged == "" }

// CheckAudit goes along the whole chain and holds every stored version to it.
func (a *App) CheckAudit(ctx context.Context, by Person) (v AuditVerdict, err error) {
	if err := by.must(account.SeeAudit); err != nil {
		return v, err
	}
	if v.Entries, err = a.store.LastAudit(ctx); err != nil {
		return v, err
	}
	var broken *store.AuditError
	switch err := a.store.VerifyAudit(ctx); {
	case errors.As(err, &broken):
		v.Broken, v.Reason = broken.Seq, broken.Reason
	case err != nil:
		return v, err
	}
	switch err := a.store.VerifyVersions(ctx); {
	case errors.Is(err, store.ErrDamaged):
		v.Damaged = err.Error()
	case err != nil:
		return v, err
	}
	return v, nil
}
