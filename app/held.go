package app

import (
	"context"
	"encoding/json"
	"fmt"

	"rasoat/exchange"
	"rasoat/store"
)

// hold keeps a row that contradicts what is known about its code for a person to decide; it changes
// nothing. A row that waits already, or about which a person has decided, is counted and not asked about twice.
func (r *importRun) hold(ctx context.Context, tx *store.Tx, row exchange.Row, reason string, args []any) error {
	r.out.Held++
	r.warn(row, "code", reason, args)
	payload, err := json.Marshal(row.Procedure)
	if err != nil {
		return err
	}
	h := store.Held{
		File:    r.out.File,
		Format:  r.out.Format,
		Row:     row.Number,
		Code:    row.Raw,
		Name:    row.Procedure.Name,
		Reason:  reason,
		Payload: payload,
	}
	for _, a := range args {
		h.Args = append(h.Args, fmt.Sprint(a))
	}
	if r.waiting[heldMark(h)] {
		return nil
	}
	return tx.AddHeld(ctx, h)
}

func heldMark(h store.Held) string {
	return h.Format + "\x00" + h.Code + "\x00" + h.Reason + "\x00" + string(h.Payload)
}
