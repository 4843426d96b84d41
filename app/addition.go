package app

import (
	"context"
	"errors"
	"strings"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// AdditionBoard is a plan's request for additions to the list of internal group-B procedures with everything around
// it: the list handed down beside the commune's own, what is asked for, and what keeps it from being issued.
type AdditionBoard struct {
	Plan       review.Plan
	Request    review.AdditionRequest
	Version    int // 0: nothing saved yet
	Lines      []review.ComparedLine
	OnlyOurs   []catalog.Procedure
	Candidates []catalog.Procedure // internal group-B procedures that are not announced: drafts and typical ones
	Items      []AdditionItem      // what is asked for, in order
	Problems   value.Problems      // of review.CheckAdditions
}

// AdditionItem is one procedure asked for.
type AdditionItem struct {
	Procedure catalog.Procedure // with its code alone where the catalogue has no such procedure
	Reason    string
}

// Additions is the request of a plan as it stands; a plan without one has an empty request of version 0.
func (a *App) Additions(ctx context.Context, plan string) (AdditionBoard, error) {
	var b AdditionBoard
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return b, err
	}
	b.Plan = p
	if b.Request, b.Version, err = a.store.Additions(ctx, p.ID); err != nil && !errors.Is(err, value.ErrNotFound) {
		return b, err
	}
	internal, err := a.store.Procedures(ctx, store.Filter{Kind: catalog.Internal})
	if err != nil {
		return b, err
	}
	known := map[catalog.Code]catalog.Procedure{}
	var ours []catalog.Procedure
	for _, v := range internal {
		known[v.Key] = v.Procedure
		if v.Procedure.Group != catalog.GroupB || v.Procedure.Status == catalog.Repealed {
			continue
		}
		ours = append(ours, v.Procedure)
		if v.Procedure.Status == catalog.Draft || v.Procedure.Status == catalog.Typical {
			b.Candidates = append(b.Candidates, v.Procedure)
		}
	}
	b.Lines, b.OnlyOurs = review.CompareList(b.Request.Handed, ours)
	for _, i := range b.Request.Items {
		item := AdditionItem{Procedure: known[i.Procedure.Key()], Reason: i.Reason}
		if item.Procedure.Code == "" {
			item.Procedure.Code = i.Procedure
		}
		b.Items = append(b.Items, item)
	}
	b.Problems = review.CheckAdditions(b.Request, known)
	return b, nil
}

// requestNumber is the number of a request without its symbol, as the letterhead prints them apart.
func requestNumber(number string) string {
	n, _, _ := strings.Cut(number, "/")
	return n
}

// additionsRequest is the request as a document. The number and date under which it went out stand on it; what the
// caller gives stands on one that has not.
func (a *App) additionsRequest(ctx context.Context, o ReportOptions) (report.Document, error) {
	b, err := a.Additions(ctx, o.Plan)
	if err != nil {
		return report.Document{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return report.Document{}, err
	}
	in := report.Additions{Letterhead: commune.letterhead("TTr"), Number: o.Number, Date: o.Date, Plan: b.Plan,
		Addressees: []string{commune.Superior}, Part: func(p catalog.Part) string { return a.text.Name("part", string(p)) }}
	switch {
	case b.Request.IsIssued():
		in.Number, in.Date = requestNumber(b.Request.Number), b.Request.Date
	case in.Date.IsZero():
		in.Date = a.Today()
	}
	for _, i := range b.Items {
		in.Items = append(in.Items, report.AddedProcedure{Procedure: i.Procedure, Reason: i.Reason})
	}
	return in.Document(), nil
}
