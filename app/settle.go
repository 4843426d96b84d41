package app

import "context"

// settle brings the index up to what was just saved, so that whoever saved finds it. Where the index cannot, the
// follower tries again; what was saved is saved.
func (a *App) settle(ctx context.Context) {
	if err := a.CatchUp(context.WithoutCancel(ctx)); err != nil {
		a.log.Warn("index not up yet", "error", err)
	}
	a.nudge()
}
