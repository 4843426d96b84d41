package app

import (
	"context"
	"io"
	"iter"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// exportPage is how many procedures are read at a time.
const exportPage = 500

// ExportCatalogue writes the whole catalogue as JSON Lines, by key, and says how many there were.
func (a *App) ExportCatalogue(ctx context.Context, w io.Writer) (n int, err error) {
	err = exchange.WriteJSONL(w, func(yield func(catalog.Procedure, error) bool) {
		for v, err := range a.all(ctx) {
			n++
			if !yield(v.Procedure, err) {
				return
			}
		}
	})
	return n, err
}

// all is every procedure's current version, by key.
func (a *App) all(ctx context.Context) iter.Seq2[Version, error] {
	return func(yield func(Version, error) bool) {
		for after := catalog.Code(""); ; {
			page, err := a.store.Procedures(ctx, store.Filter{AfterKey: after, Limit: exportPage})
			if err != nil {
				yield(Version{}, err)
				return
			}
			for _, v := range page {
				if !yield(v, nil) {
					return
				}
				after = v.Key
			}
			if len(page) < exportPage {
				return
			}
		}
	}
}

// ExportCampaign writes a campaign with its reviews (interface.md, Campaign file). Alternatives stay behind.
func (a *App) ExportCampaign(ctx context.Context, w io.Writer, plan string, id review.CampaignID) error {
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return err
	}
	if !hasCampaign(p, id) {
		return value.Problems{{Field: "--campaign", Code: "campaign.unknown", Args: []any{id, p.Number}}}
	}
	_, list, proposals, err := a.campaign(ctx, p, id)
	if err != nil {
		return err
	}
	list = review.ListOn(list, a.Today())
	file := exchange.CampaignFile{
		Plan:       string(p.ID),
		Campaign:   id,
		Procedures: []exchange.ListEntry{},
		Reviews:    []exchange.ReviewEntry{},
	}
	listed := make(map[catalog.Code]bool, len(list))
	for _, i := range list {
		listed[i.Code.Key()] = true
		file.Procedures = append(file.Procedures, exchange.ListEntry{
			Code:  i.Code,
			Name:  i.Name,
			Kind:  i.Kind,
			Group: i.Group,
			Field: i.Field,
		})
	}
	for _, pr := range proposals {
		for m := range pr.Members {
			if listed[pr.Members[m].Procedure.Key()] {
				file.Reviews = append(file.Reviews, exchange.EntryOf(pr, m))
			}
		}
	}
	return exchange.WriteCampaign(w, file)
}
