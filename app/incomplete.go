package app

import (
	"context"
	"slices"
	"strings"
	"sync"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/viet"
)

// Doubt is something about a part of a procedure that an official should look at: it is missing, or a number in it does
// not say what it seems to. It keeps nothing from being saved. Code and Args are those of app/text.
type Doubt struct {
	Part catalog.Part
	Code string
	Args []any
}

// Doubts lists what is doubtful in a procedure, for those who see internal matters; nobody else is told.
func (a *App) Doubts(by Person, p catalog.Procedure) []Doubt {
	if !by.May(account.SeeInternal) {
		return nil
	}
	var out []Doubt
	for _, w := range catalog.Warnings(p) {
		d := Doubt{Part: catalog.Part(w.Field), Code: w.Code, Args: w.Args}
		switch {
		case strings.HasSuffix(w.Field, "limit"):
			d.Part = catalog.PartTimeLimit
		case strings.Contains(w.Field, "fees["):
			d.Part = catalog.PartFees
		}
		out = append(out, d)
	}
	return out
}

// IncompleteProcedure is a procedure of the commune with the parts of which nothing is known.
type IncompleteProcedure struct {
	Code    catalog.Code
	Name    string
	Missing []catalog.Part
}

// incompleteNow is the newest answer of Incomplete, and the change to the catalogue after which it was found.
type incompleteNow struct {
	sync.Mutex
	seq  int64
	list []IncompleteProcedure
}

// Incomplete lists the commune's own procedures, announced or in force, that lack a part which the law requires, by
// name; for whoever keeps the catalogue. The catalogue is read again only after it was changed.
func (a *App) Incomplete(ctx context.Context, by Person) ([]IncompleteProcedure, error) {
	if err := by.must(account.EditProcedure); err != nil {
		return nil, err
	}
	seq, err := a.store.LastSeq(ctx)
	if err != nil {
		return nil, err
	}
	a.incomplete.Lock()
	defer a.incomplete.Unlock()
	if a.incomplete.seq == seq {
		return slices.Clone(a.incomplete.list), nil
	}
	var out []IncompleteProcedure
	for _, status := range []catalog.Status{catalog.Announced, catalog.InForce} {
		all, err := a.store.Procedures(ctx, store.Filter{Ours: store.AnyOurs, Status: status})
		if err != nil {
			return nil, err
		}
		for _, v := range all {
			if missing := catalog.MissingParts(v.Procedure); len(missing) > 0 {
				out = append(out, IncompleteProcedure{v.Procedure.Code, v.Procedure.Name, missing})
			}
		}
	}
	viet.SortBy(out, func(p IncompleteProcedure) string { return p.Name })
	a.incomplete.seq, a.incomplete.list = seq, out
	return slices.Clone(out), nil
}

// IncompleteTask is the work of filling in what procedures lack, none where they lack nothing or where somebody else
// keeps the catalogue.
func (a *App) IncompleteTask(ctx context.Context, by Person) ([]Task, error) {
	if !by.May(account.EditProcedure) {
		return nil, nil
	}
	all, err := a.Incomplete(ctx, by)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return []Task{{Kind: TaskIncomplete, Count: len(all)}}, nil
}
