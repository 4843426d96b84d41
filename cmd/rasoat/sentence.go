package main

import (
	"errors"
	"io/fs"

	"rasoat/app"
	"rasoat/exchange"
	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
)

// sentences says an error to a person: where, what, how to put it right.
func (w *world) sentences(err error) []string {
	var problems value.Problems
	var file *exchange.FormatError
	var schema *store.SchemaError
	var missing *fs.PathError
	switch {
	case errors.As(err, &problems):
		return w.problems(problems)
	case errors.As(err, &file):
		return w.problems(value.Problems{file.Problem()})
	case errors.As(err, &schema):
		return []string{w.text.Say("store.schema", schema.Have, schema.Want)}
	case errors.Is(err, store.ErrFull):
		return []string{w.text.Say("store.full")}
	case errors.Is(err, store.ErrLocked):
		return []string{w.text.Say("store.locked", w.data)}
	case errors.Is(err, search.ErrBusy):
		return []string{w.text.Say("search.busy")}
	case errors.Is(err, app.ErrNoPlan):
		return []string{w.text.Say("plan.not_begun")}
	case errors.Is(err, app.ErrNoIndex):
		return []string{w.text.Say("search.no_index")}
	case errors.As(err, &missing):
		return []string{w.text.Say("file.open", missing.Path, missing.Err)}
	}
	return []string{w.text.Say("failed", err)}
}

func (w *world) problems(problems value.Problems) []string {
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = w.text.Say(p.Code, p.Args...)
		if place := w.text.Place(p.Field); place != "" {
			lines[i] = place + ": " + lines[i]
		}
	}
	return lines
}
