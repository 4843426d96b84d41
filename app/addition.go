package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
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
	for _, v := range internal {
		known[v.Key] = v.Procedure
	}
	ours := groupB(internal)
	for _, p := range ours {
		if p.Status == catalog.Draft || p.Status == catalog.Typical {
			b.Candidates = append(b.Candidates, p)
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

// TakeHandedList keeps the list that the superior hands down, in the place of an earlier one. From says where it
// comes from.
func (a *App) TakeHandedList(
	ctx context.Context, by Person, plan review.PlanID, from string, raw []byte, base int,
) error {
	lines, err := exchange.ReadHanded(raw)
	if err != nil {
		return err
	}
	return a.changeAdditions(ctx, by, account.EditPlan, plan, base, func(_ *store.Tx, r *review.AdditionRequest) error {
		r.Handed, r.HandedFrom = lines, viet.Clean(from)
		return nil
	})
}

// SaveAdditions keeps what is asked for, procedures of the catalogue (procedure.unknown). A request that went out is
// not changed.
func (a *App) SaveAdditions(
	ctx context.Context, by Person, plan review.PlanID, items []review.Addition, base int,
) error {
	for i := range items {
		items[i].Procedure, items[i].Reason = items[i].Procedure.Key(), viet.CleanText(items[i].Reason)
	}
	save := func(tx *store.Tx, r *review.AdditionRequest) error {
		if r.IsIssued() {
			return value.Problems{{Field: "action", Code: "additions.issued", Args: []any{r.Number}}}
		}
		var bad value.Problems
		for i, item := range items {
			_, err := tx.Procedure(ctx, item.Procedure)
			switch {
			case errors.Is(err, value.ErrNotFound):
				bad.Add(fmt.Sprintf("items[%d].procedure", i), "procedure.unknown", string(item.Procedure))
			case err != nil:
				return err
			}
		}
		r.Items = items
		return bad.Err()
	}
	return a.changeAdditions(ctx, by, account.EditPlan, plan, base, save)
}

// DraftFromHanded makes draft procedures of group B out of lines of the list handed down that the commune lacks
// (additions.no_line, additions.there), with what a typical one of that name says, and asks for them with that reason.
func (a *App) DraftFromHanded(
	ctx context.Context, by Person, plan review.PlanID, chosen []int, reason string, base int,
) ([]catalog.Code, error) {
	if len(chosen) == 0 {
		return nil, value.Problems{{Field: "line", Code: "additions.no_line"}}
	}
	var codes []catalog.Code
	err := a.changeAdditions(ctx, by, account.EditProcedure, plan, base,
		func(tx *store.Tx, r *review.AdditionRequest) error {
			if r.IsIssued() {
				return value.Problems{{Field: "action", Code: "additions.issued", Args: []any{r.Number}}}
			}
			drafts, err := handedDrafts(ctx, tx, r.Handed, chosen)
			if err != nil {
				return err
			}
			heads, err := tx.ProcedureHeads(ctx, store.Filter{})
			if err != nil {
				return err
			}
			next := freeCodes(codesOf(heads), ownPrefix(catalog.Internal))
			codes = nil
			for _, p := range drafts {
				p.Code = next()
				if err := catalog.Check(p).Err(); err != nil {
					return err
				}
				if err := a.saveNew(ctx, tx, p, a.text.Say("additions.drafted", r.HandedFrom)); err != nil {
					return err
				}
				codes = append(codes, p.Code)
				r.Items = append(r.Items, review.Addition{Procedure: p.Code.Key(), Reason: viet.CleanText(reason)})
			}
			return nil
		})
	if err != nil {
		return nil, err
	}
	a.settle(ctx)
	return codes, nil
}

// handedDrafts are drafts of lines handed down, without codes.
func handedDrafts(
	ctx context.Context, tx *store.Tx, handed []review.HandedLine, chosen []int,
) ([]catalog.Procedure, error) {
	versions, err := tx.Procedures(ctx, store.Filter{Kind: catalog.Internal, Group: catalog.GroupB})
	if err != nil {
		return nil, err
	}
	ours := groupB(versions)
	lines, _ := review.CompareList(handed, ours)
	var (
		out []catalog.Procedure
		bad value.Problems
	)
	for _, n := range chosen {
		if n < 0 || n >= len(lines) {
			return nil, value.ErrNotFound
		}
		line := lines[n]
		if line.Match == review.ThereAlready {
			bad.Add("line", "additions.there", line.Line.Name)
		}
		var p catalog.Procedure
		i := slices.IndexFunc(ours, func(p catalog.Procedure) bool { return p.Code == line.Own })
		if line.Match == review.OnlyTypical && i >= 0 {
			p = catalog.CopyOf(ours[i])
		}
		p.Name, p.Field, p.Status = line.Line.Name, cmp.Or(line.Line.Field, p.Field), catalog.Draft
		p.Kind, p.Group, p.Ours = catalog.Internal, catalog.GroupB, catalog.Decides
		p.Levels = []catalog.Level{catalog.Commune}
		if line.Line.Agency != "" {
			p.Agencies = []catalog.Named{{Name: line.Line.Agency}}
		}
		out = append(out, p)
	}
	return out, bad.Err()
}

// groupB are the internal procedures of group B that were not repealed.
func groupB(versions []store.Version) (out []catalog.Procedure) {
	for _, v := range versions {
		if v.Procedure.Group == catalog.GroupB && v.Procedure.Status != catalog.Repealed {
			out = append(out, v.Procedure)
		}
	}
	return out
}

// IssueAdditions sends the request out under its number and date; the plan's target on it is met if that was in time.
func (a *App) IssueAdditions(
	ctx context.Context, by Person, plan review.PlanID, number string, date value.Date, base int,
) error {
	return a.issueAdditions(ctx, by, plan, number, date, base, nil)
}

// CheckIssueAdditions says what IssueAdditions would refuse; nothing is stored.
func (a *App) CheckIssueAdditions(
	ctx context.Context, by Person, plan review.PlanID, number string, date value.Date, base int,
) error {
	return tried(a.issueAdditions(ctx, by, plan, number, date, base, errDry))
}

func (a *App) issueAdditions(
	ctx context.Context, by Person, plan review.PlanID, number string, date value.Date, base int, end error,
) error {
	return a.changeAdditions(ctx, by, account.IssueReport, plan, base,
		func(tx *store.Tx, r *review.AdditionRequest) error {
			procedures, err := additionProcedures(ctx, tx, *r)
			if err != nil {
				return err
			}
			issued, err := review.IssueAdditions(*r, procedures, number, date, a.Today())
			if err != nil {
				return err
			}
			if issued.Number, err = a.takeRequest(ctx, tx, plan, issued); err != nil {
				return err
			}
			*r = issued
			return cmp.Or(markRequest(ctx, tx, plan, issued), end)
		})
}

// markRequest notes number and day of a request that went out at the targets that ask for it.
func markRequest(ctx context.Context, tx *store.Tx, plan review.PlanID, r review.AdditionRequest) error {
	p, _, err := tx.Plan(ctx, string(plan))
	if err != nil {
		return err
	}
	for _, t := range p.Targets {
		if t.Metric != review.Issued {
			continue
		}
		if err := tx.MarkIssued(ctx, plan, t.ID, r.Number, r.Date); err != nil {
			return err
		}
	}
	return nil
}

// CorrectAdditions puts right number and day under which the request of a plan went out; its target counts from the
// right day, and the number that was wrong is free again.
//
//	paper.taken and the codes of review.CorrectAdditions
func (a *App) CorrectAdditions(
	ctx context.Context, by Person, plan review.PlanID, o DecisionOrder, base int,
) error {
	return a.changeAdditions(ctx, by, account.IssueReport, plan, base,
		func(tx *store.Tx, r *review.AdditionRequest) error {
			is := review.DecisionRef{Number: a.RequestNumber(ctx, viet.Clean(o.Number)), Date: o.Date}
			why := review.Correction{Reason: viet.CleanText(o.Reason), By: by.Name, On: a.Today()}
			why.Was = review.DecisionRef{Number: r.Number, Date: r.Date}
			next, err := review.CorrectAdditions(*r, is, why)
			if err != nil {
				return err
			}
			if number, wrong, err := a.requestNumber(ctx, r.Number); err != nil {
				return err
			} else if len(wrong) == 0 {
				if err := tx.FreeNumber(ctx, requestPaper(plan, number, r.Date)); err != nil {
					return err
				}
			}
			if next.Number, err = a.takeRequest(ctx, tx, plan, next); err != nil {
				return err
			}
			*r = next
			if err := markRequest(ctx, tx, plan, next); err != nil {
				return err
			}
			return tx.NoteCorrection(ctx, "additions "+string(plan), is, why)
		})
}

// requestPaper is the number of a plan's request in the row of numbers.
func requestPaper(plan review.PlanID, number review.PaperNumber, day value.Date) store.Paper {
	return store.Paper{Number: number, Date: day, Item: "request " + string(plan)}
}

// takeRequest is the whole number of a request that goes out, "31/TTr-UBND", which no other has.
func (a *App) takeRequest(
	ctx context.Context, tx *store.Tx, plan review.PlanID, r review.AdditionRequest,
) (string, error) {
	number, wrong, err := a.requestNumber(ctx, r.Number)
	if len(wrong) > 0 {
		return "", wrong
	}
	if err != nil {
		return "", err
	}
	return number.String(), tx.TakeNumber(ctx, requestPaper(plan, number, r.Date))
}

func (a *App) requestNumber(ctx context.Context, typed string) (review.PaperNumber, value.Problems, error) {
	number, wrong := review.ParsePaperNumber(typed)
	commune, _, err := a.Commune(ctx)
	if err == nil && len(wrong) == 0 {
		number, wrong = number.Of(commune.letterhead("TTr").NumberSuffix)
	}
	return number, wrong, err
}

// RequestNumber is the number of a request as it is kept and printed, "05/TTr-UBND" of "5"; what is none stays.
func (a *App) RequestNumber(ctx context.Context, typed string) string {
	number, wrong, err := a.requestNumber(ctx, typed)
	if err != nil || len(wrong) > 0 {
		return typed
	}
	return number.String()
}

// AnnounceAdditions notes the superior's decision: every procedure asked for is announced by it. They enter the
// campaigns that start later; a frozen list stays as it is.
func (a *App) AnnounceAdditions(
	ctx context.Context, by Person, plan review.PlanID, d review.DecisionRef, issuer string, from value.Date, base int,
) error {
	err := a.announceAdditions(ctx, by, plan, d, issuer, from, base, nil)
	if err == nil {
		a.settle(ctx)
	}
	return err
}

// CheckAnnounceAdditions says what AnnounceAdditions would refuse; nothing is stored.
func (a *App) CheckAnnounceAdditions(
	ctx context.Context, by Person, plan review.PlanID, d review.DecisionRef, issuer string, from value.Date, base int,
) error {
	return tried(a.announceAdditions(ctx, by, plan, d, issuer, from, base, errDry))
}

func (a *App) announceAdditions(
	ctx context.Context, by Person, plan review.PlanID, d review.DecisionRef, issuer string, from value.Date,
	base int, end error,
) error {
	return a.changeAdditions(ctx, by, account.EditProcedure, plan, base,
		func(tx *store.Tx, r *review.AdditionRequest) error {
			announced, err := review.AnnounceAdditions(*r, d, from, a.Today())
			if err != nil {
				return err
			}
			*r = announced
			for _, i := range r.Items {
				if err := a.announceAddition(ctx, tx, i.Procedure, *r, issuer); err != nil {
					return err
				}
			}
			return end
		})
}

func (a *App) announceAddition(
	ctx context.Context, tx *store.Tx, key catalog.Code, r review.AdditionRequest, issuer string,
) error {
	v, err := tx.Procedure(ctx, key)
	if err != nil {
		return err
	}
	p, err := catalog.Announce(v.Procedure, catalog.Decision{
		Number: r.Announced.Number,
		Date:   r.Announced.Date,
		By:     issuer,
	}, r.From, a.Today())
	if err != nil {
		return err
	}
	if !p.Ours.IsOurs() {
		p.Ours = catalog.Decides
	}
	why := a.text.Say("additions.announced_by", r.Announced.Number, viet.ShortDate(r.Announced.Date))
	if _, err := tx.SaveProcedure(ctx, p, catalog.Edited(v.Procedure, v.Origins, p), v.Number, why,
		a.personSource()); err != nil {
		return fmt.Errorf("procedure %s: %w", key, err)
	}
	return nil
}

// additionProcedures are the procedures asked for, by key, as the transaction sees them.
func additionProcedures(
	ctx context.Context, tx *store.Tx, r review.AdditionRequest,
) (map[catalog.Code]catalog.Procedure, error) {
	out := make(map[catalog.Code]catalog.Procedure, len(r.Items))
	for _, i := range r.Items {
		v, err := tx.Procedure(ctx, i.Procedure.Key())
		if errors.Is(err, value.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out[v.Key] = v.Procedure
	}
	return out, nil
}

// changeAdditions saves what change makes of a plan's request, as the version after base.
func (a *App) changeAdditions(
	ctx context.Context, by Person, needs account.Action, plan review.PlanID, base int,
	change func(*store.Tx, *review.AdditionRequest) error,
) error {
	if err := by.must(needs); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, _, err := tx.Plan(ctx, string(plan))
		if err != nil {
			return err
		}
		if err := p.TakesWork(); err != nil {
			return err
		}
		r, newest, err := tx.Additions(ctx, plan)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return err
		}
		if newest != base {
			return &value.Conflict{What: "additions " + string(plan), Base: base, Newest: newest}
		}
		if err := change(tx, &r); err != nil {
			return err
		}
		_, err = tx.SaveAdditions(ctx, plan, r, base)
		return err
	})
}

// requestDigits is the number of a request without its symbol, as the letterhead prints them apart.
func requestDigits(number string) string {
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
	commune = commune.under(b.Plan)
	b.Plan.Issuer = commune.issuerOf(b.Plan)
	in := report.Additions{
		Letterhead: commune.letterhead("TTr"),
		Number:     o.Number,
		Date:       o.Date,
		Plan:       b.Plan,
		Addressees: []string{commune.Superior},
		Part:       func(p catalog.Part) string { return a.text.Name("part", string(p)) },
	}
	switch {
	case b.Request.IsIssued():
		in.Number, in.Date = requestDigits(b.Request.Number), b.Request.Date
	case in.Date.IsZero():
		in.Date = a.Today()
	}
	for _, i := range b.Items {
		in.Items = append(in.Items, report.AddedProcedure{Procedure: i.Procedure, Reason: i.Reason})
	}
	return in.Document(), nil
}
