package app

import (
	"context"

	"rasoat/review"
)

// Plans lists the plans, newest first.
func (a *App) Plans(ctx context.Context) ([]review.Plan, error) { return a.store.Plans(ctx) }
