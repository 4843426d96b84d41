package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// HeldItem is a row of an import that waits for a person, with what is stored beside it.
type HeldItem struct {
	ID        int64
	File      string
	Format    string
	Row       int
	Code      string // as the file has it; it need not be a code
	Reason    string // code of the sentence
	Args      []any
	At        time.Time
	Came      catalog.Procedure
	Taken     catalog.Procedure // what would stand once it was taken under its code
	Stored    Version           // Number 0: nothing is stored under its code
	Suggested catalog.Code
}

// HeldItems lists what waits, oldest first.
func (a *App) HeldItems(ctx context.Context, by Person) ([]HeldItem, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return nil, err
	}
	rows, err := a.store.HeldRows(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]HeldItem, len(rows))
	for i, h := range rows {
		if out[i], err = a.heldItem(ctx, h); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// HeldItem is one row that waits; value.ErrNotFound where somebody has decided meanwhile.
func (a *App) HeldItem(ctx context.Context, by Person, id int64) (HeldItem, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return HeldItem{}, err
	}
	h, err := a.store.HeldRow(ctx, id)
	if err != nil {
		return HeldItem{}, err
	}
	return a.heldItem(ctx, h)
}

func (a *App) heldItem(ctx context.Context, h store.Held) (HeldItem, error) {
	out := HeldItem{ID: h.ID, File: h.File, Format: h.Format, Row: h.Row, Code: h.Code, Reason: h.Reason, At: h.At}
	for _, x := range h.Args {
		out.Args = append(out.Args, x)
	}
	if err := json.Unmarshal(h.Payload, &out.Came); err != nil {
		return out, fmt.Errorf("held row %d: %w", h.ID, err)
	}
	out.Taken = out.Came
	code := catalog.Code(viet.Clean(h.Code))
	if !code.Valid() {
		return out, nil
	}
	var err error
	out.Stored, err = a.store.Procedure(ctx, code.Key())
	if errors.Is(err, value.ErrNotFound) {
		err = nil
	}
	if out.Stored.Number > 0 {
		came := out.Came
		came.Code = out.Stored.Procedure.Code
		out.Taken, _, _ = catalog.MergeForced(out.Stored.Procedure, out.Stored.Origins, came, h.Format)
	}
	if h.Reason != catalog.HeldNotACode {
		out.Suggested = code
	}
	return out, err
}

// HeldCount counts what waits.
func (a *App) HeldCount(ctx context.Context) (int, error) { return a.store.CountHeld(ctx) }

// TakeHeld puts a row that was held under a code: a person says that it is right, and so it stands above better
// sources where they say otherwise.
//
//	reason.missing code.invalid
func (a *App) TakeHeld(ctx context.Context, by Person, id int64, code catalog.Code, reason string) (Saved, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return Saved{}, err
	}
	var ps value.Problems
	if code = catalog.Code(viet.Clean(string(code))); !code.Valid() {
		ps.Add("code", "code.invalid", code)
	}
	if reason = viet.CleanText(reason); reason == "" {
		ps.Add("reason", "reason.missing")
	}
	if len(ps) > 0 {
		return Saved{}, ps
	}
	saved := Saved{Code: code}
	err := a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		h, err := tx.HeldRow(ctx, id)
		if err != nil {
			return err
		}
		var came catalog.Procedure
		if err := json.Unmarshal(h.Payload, &came); err != nil {
			return fmt.Errorf("held row %d: %w", id, err)
		}
		came.Code = code
		current, err := tx.Procedure(ctx, code.Key())
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return err
		}
		merged, origins, _ := catalog.MergeForced(current.Procedure, current.Origins, came, h.Format)
		saved.Version = current.Number
		if current.Number == 0 || !catalog.Equal(merged, current.Procedure) {
			src := catalog.Source{Format: h.Format, File: h.File, Date: a.Today()}
			if saved.Version, err = tx.SaveProcedure(ctx, merged, origins, current.Number, reason, src); err != nil {
				return err
			}
			if current.Number > 0 {
				saved.Changes = catalog.Describe(current.Procedure, merged)
			}
		}
		return tx.ResolveHeld(ctx, id, "take", reason)
	})
	if err != nil {
		return Saved{}, err
	}
	a.settle(ctx)
	return saved, nil
}

// DiscardHeld says that a row that was held is wrong; it changes nothing and leaves the list.
//
//	reason.missing
func (a *App) DiscardHeld(ctx context.Context, by Person, id int64, reason string) error {
	if err := by.must(account.ImportCatalogue); err != nil {
		return err
	}
	if reason = viet.CleanText(reason); reason == "" {
		return value.Problems{{Field: "reason", Code: "reason.missing"}}
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error { return tx.ResolveHeld(ctx, id, "discard", reason) })
}
