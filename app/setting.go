package app

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// Names under which settings are stored.
const (
	settingCommune  = "commune"
	settingHolidays = "holidays"
	settingRates    = "rates"
)

// Revision is one version of a setting: what it said, who saved it, when.
type Revision[T any] struct {
	Number int
	Author string
	At     time.Time
	Value  T
}

// settingHistory reads all versions of a setting, newest first; none where it was never saved.
func settingHistory[T any](ctx context.Context, a *App, name string) ([]Revision[T], error) {
	kept, err := a.store.SettingHistory(ctx, name)
	if err != nil {
		return nil, err
	}
	out := make([]Revision[T], len(kept))
	for i, k := range kept {
		out[i] = Revision[T]{Number: k.Number, Author: k.Author, At: k.At}
		if err := json.Unmarshal(k.Value, &out[i].Value); err != nil {
			return nil, fmt.Errorf("setting %s version %d: %w", name, k.Number, err)
		}
	}
	return out, nil
}
