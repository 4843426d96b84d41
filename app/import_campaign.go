package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// importCampaign replaces the list and the reviews of a plan's campaign with those of a file, in one
// transaction; procedures that the catalogue lacks are created, those that are there stay as they are.
func (a *App) importCampaign(ctx context.Context, out ImportFile, r io.Reader, o ImportOptions) (ImportFile, error) {
	c, err := exchange.ReadCampaign(r)
	if err != nil {
		return a.tellRefusal(out, err)
	}
	plan, _, err := a.Plan(ctx, c.Plan)
	if errors.Is(err, value.ErrNotFound) {
		return a.tellRefusal(out, value.Problems{{Field: "plan", Code: "plan.unknown", Args: []any{c.Plan}}})
	}
	if err != nil {
		return out, err
	}
	if err := plan.TakesWork(); err != nil && !plan.Pattern {
		return a.tellRefusal(out, err)
	}
	if !hasCampaign(plan, c.Campaign) {
		return a.tellRefusal(out, value.Problems{{
			Field: "campaign",
			Code:  "campaign.unknown",
			Args:  []any{c.Campaign, plan.Number},
		}})
	}
	err = a.store.Write(ctx, o.Actor, func(tx *store.Tx) error {
		if plan.Pattern {
			if err := followPattern(ctx, tx, plan); err != nil {
				return err
			}
		}
		items, err := a.listOf(ctx, tx, &out, c)
		if err != nil {
			return err
		}
		if err := tx.ReplaceCampaign(ctx, plan.ID, c.Campaign, plan.Rules, items,
			proposalsOf(plan.ID, c, items)); err != nil {
			return err
		}
		if o.DryRun {
			return errDry
		}
		return nil
	})
	var refused value.Problems
	switch {
	case errors.Is(err, errDry):
	case errors.As(err, &refused):
		return a.tellRefusal(out, err)
	case err != nil:
		return out, err
	default:
		out.Stored = true
	}
	return out, nil
}

func hasCampaign(p review.Plan, id review.CampaignID) bool {
	for _, c := range p.Campaigns {
		if c.ID == id {
			return true
		}
	}
	return false
}

// listOf is the frozen list; it creates the procedures that the catalogue lacks.
func (a *App) listOf(
	ctx context.Context, tx *store.Tx, out *ImportFile, c exchange.CampaignFile,
) ([]review.ListItem, error) {
	src := catalog.Source{Format: string(exchange.Campaign), File: out.File, Date: a.Today()}
	names, err := seedNames()
	if err != nil {
		return nil, err
	}
	items := make([]review.ListItem, len(c.Procedures))
	for i, e := range c.Procedures {
		out.Read++
		key := e.Code.Key()
		stored, err := tx.Procedure(ctx, key)
		switch {
		case errors.Is(err, value.ErrNotFound):
			out.Created++
			p, said := entryAsProcedure(e), campaignOrigins(e)
			names.give(&p, said)
			if stored.Number, err = tx.SaveProcedure(ctx, p, said, 0, "", src); err != nil {
				return nil, fmt.Errorf("procedure %s: %w", e.Code, err)
			}
		case err != nil:
			return nil, err
		default:
			out.Unchanged++
			if stored.Procedure.Name != e.Name {
				out.Warnings = append(out.Warnings, ImportLine{
					Row:     i + 1,
					Code:    string(e.Code),
					Field:   "name",
					Message: a.notes.Say("campaign.other_name", stored.Procedure.Name),
				})
			}
		}
		items[i] = review.ListItem{
			Code:    key,
			Name:    e.Name,
			Kind:    e.Kind,
			Group:   e.Group,
			Field:   e.Field,
			Version: stored.Number,
		}
	}
	return items, nil
}

// entryAsProcedure is a procedure of which no more is known than what a campaign's list says. What stands on a list
// to be reviewed has been announced and is the commune's.
func entryAsProcedure(e exchange.ListEntry) catalog.Procedure {
	return catalog.Procedure{
		Code:   e.Code,
		Name:   e.Name,
		Kind:   e.Kind,
		Group:  e.Group,
		Field:  e.Field,
		Status: catalog.Announced,
		Ours:   catalog.Decides,
	}
}

func campaignOrigins(e exchange.ListEntry) catalog.Origins {
	o := catalog.Origins{
		"code":   string(exchange.Campaign),
		"name":   string(exchange.Campaign),
		"kind":   string(exchange.Campaign),
		"status": string(exchange.Campaign),
	}
	if e.Field != "" {
		o["field"] = string(exchange.Campaign)
	}
	return o
}

func proposalsOf(plan review.PlanID, c exchange.CampaignFile, items []review.ListItem) []review.Proposal {
	versions := make(map[catalog.Code]int, len(items))
	for _, i := range items {
		versions[i.Code] = i.Version
	}
	out := make([]review.Proposal, len(c.Reviews))
	for i, e := range c.Reviews {
		p := e.Proposal()
		p.Plan, p.Campaign = plan, c.Campaign
		for m := range p.Members {
			p.Members[m].Procedure = p.Members[m].Procedure.Key()
			p.Members[m].Baseline = versions[p.Members[m].Procedure]
		}
		out[i] = p
	}
	return out
}
