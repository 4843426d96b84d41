package app

import (
	"context"
	"errors"

	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// installation is what the first start keeps of itself.
type installation struct {
	Began value.Date `json:"began"` // the day on which the program came into use
}

// Began is the day on which the program came into use; no day where nobody went through the first start. What fell due
// before it is late nowhere but in the target check.
func (a *App) Began(ctx context.Context) (value.Date, error) {
	var i installation
	_, err := a.store.Setting(ctx, settingInstallation, &i)
	if errors.Is(err, value.ErrNotFound) {
		err = nil
	}
	return i.Began, err
}

// begin keeps the day of the first start, and sets the plan of the starting content aside: the commune has not said
// yet which plan it follows. A plan that is its own stays; so does one under which a file has brought work, with the
// commune's own particulars in the place of the other's.
func (c Commune) begin(ctx context.Context, tx *store.Tx, today value.Date) error {
	if _, err := tx.SaveSetting(ctx, settingInstallation, installation{today}, 0); err != nil {
		return err
	}
	plans, err := tx.Plans(ctx)
	if err != nil || len(plans) != 1 || c.issued(plans[0]) {
		return err
	}
	p, version, err := tx.Plan(ctx, string(plans[0].ID))
	if err != nil {
		return err
	}
	next := review.SetAside(p)
	if worked, err := hasWork(ctx, tx, p); err != nil {
		return err
	} else if worked {
		next = c.takeOver(p)
	}
	_, err = tx.SavePlan(ctx, next, version)
	return err
}

// hasWork reports whether a list was frozen or a paper noted under a plan.
func hasWork(ctx context.Context, tx *store.Tx, p review.Plan) (bool, error) {
	for _, c := range p.Campaigns {
		list, err := tx.CampaignList(ctx, p.ID, c.ID)
		if err != nil || len(list) > 0 {
			return len(list) > 0, err
		}
	}
	noted, err := tx.Issued(ctx, p.ID)
	return len(noted) > 0, err
}
