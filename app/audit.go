package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
)

// auditPage is how many entries stand on a page.
const auditPage = 50

// AuditFilter narrows the audit; the zero filter is everything, newest first.
type AuditFilter struct {
	Kind   string // of the subject: "procedure", "proposal", "user" …
	Item   string // stands in the rest of the subject: "1.001193"
	Actor  string
	Before int64 // entries with a smaller number: the next page
}

// AuditEntry is who did what to what, when.
type AuditEntry struct {
	Seq    int64
	At     time.Time
	Actor  string
	Action string // "procedure.save"
	Kind   string // "procedure"
	Item   string // "1.001193"; empty where the kind says it all
	Detail AuditDetail
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
}

// Audit is a page of the audit and, where there are more, the number before which the next begins.
func (a *App) Audit(ctx context.Context, by Person, f AuditFilter) (entries []AuditEntry, next int64, err error) {
	if err := by.must(account.SeeAudit); err != nil {
		return nil, 0, err
	}
	kept, err := a.store.Audit(ctx, store.AuditFilter{
		Kind:   f.Kind,
		Item:   f.Item,
		Actor:  f.Actor,
		Before: f.Before,
		Limit:  auditPage + 1,
	})
	if err != nil {
		return nil, 0, err
	}
	if len(kept) > auditPage {
		kept = kept[:auditPage]
		next = kept[auditPage-1].Seq
	}
	for _, k := range kept {
		e, err := a.auditEntry(ctx, k)
		if err != nil {
			return nil, 0, err
		}
		entries = append(entries, e)
	}
	return entries, next, nil
}

// noted is what store writes into the details of entries. From and to are versions, or states of a proposal.
type noted struct {
	To       any      `json:"to"`
	Action   string   `json:"action"`
	Note     string   `json:"note"`
	Reason   string   `json:"reason"`
	Number   string   `json:"number"`
	Roles    []string `json:"roles"`
	New      bool     `json:"new"`
	Disabled bool     `json:"disabled"`
	Password bool     `json:"password"`
}

func (a *App) auditEntry(ctx context.Context, k store.Entry) (AuditEntry, error) {
	e := AuditEntry{Seq: k.Seq, At: k.At, Actor: k.Actor, Action: k.Action}
	e.Kind, e.Item, _ = strings.Cut(k.Subject, " ")
	var n noted
	if err := json.Unmarshal(k.Detail, &n); err != nil {
		return e, fmt.Errorf("audit entry %d: %w", k.Seq, err)
	}
	e.Detail = AuditDetail{
		Reason: n.Reason,
		Roles:  n.Roles,
		New:    n.New,
		Closed: n.Disabled,
		Secret: n.Password && !n.New,
		Step:   n.Action,
		Number: n.Number,
	}
	if n.Note != "" {
		e.Detail.Reason = n.Note
	}
	if v, isNumber := n.To.(float64); isNumber {
		e.Detail.Version = int(v)
	}
	if e.Kind == "procedure" && e.Detail.Version > 0 {
		reason, err := a.store.ProcedureReason(ctx, catalog.Code(e.Item), e.Detail.Version)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return e, err
		}
		e.Detail.Reason = reason
	}
	return e, nil
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
