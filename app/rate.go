package app

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/account"
	"rasoat/seed"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Rate is an hourly rate (mức thu nhập bình quân/01 người/01 giờ làm việc): from a day on, for a kind of
// procedure, in đồng, with its source. A new one is a new row; no issued report moves.
type Rate struct {
	From   value.Date  `json:"from"`
	Kind   string      `json:"kind"` // "public" or "internal"
	Rate   value.Money `json:"rate"`
	Source string      `json:"source"`
}

// Rates is the table of hourly rates and its version.
func (a *App) Rates(ctx context.Context) ([]Rate, int, error) {
	var r []Rate
	v, err := a.store.Setting(ctx, settingRates, &r)
	if errors.Is(err, value.ErrNotFound) {
		return nil, 0, nil
	}
	return r, v, err
}

// SeedRates are the dated rates that the program comes with, each with its source. A store that is older than one of
// them does not have it until the office adds it.
func SeedRates() (out []Rate, err error) {
	err = readSeed(seed.RateFile, &out)
	return out, err
}

// RateOn is the newest rate of a kind that is in force on a day; ok is false where none is. Of two from the same
// day the later row counts: it corrects the other.
func RateOn(rates []Rate, kind string, on value.Date) (best Rate, ok bool) {
	for _, r := range rates {
		if r.Kind == kind && !r.From.After(on) && (!ok || !r.From.Before(best.From)) {
			best, ok = r, true
		}
	}
	return best, ok
}

// RateKinds are the kinds of procedures that have their own hourly rate.
var RateKinds = []string{"public", "internal"}

// maxRate is the bound of an hourly rate in a cost table (interface.md, Cost tables).
const maxRate value.Money = 1_000_000_000_000

// Check refuses a rate without day, kind, amount or source.
func (r Rate) Check() value.Problems {
	var p value.Problems
	if r.From.IsZero() {
		p.Add("from", "rate.no_date")
	}
	if !slices.Contains(RateKinds, r.Kind) {
		p.Add("kind", "rate.kind_unknown")
	}
	switch {
	case r.Rate <= 0:
		p.Add("rate", "rate.not_positive")
	case r.Rate > maxRate:
		p.Add("rate", "number.too_large", viet.Money(maxRate))
	}
	switch {
	case r.Source == "":
		p.Add("source", "rate.no_source")
	case utf8.RuneCountInString(r.Source) > 500:
		p.Add("source", "text.too_long", 500)
	}
	return p
}

// RateHistory is how the table stood, newest first.
func (a *App) RateHistory(ctx context.Context) ([]Revision[[]Rate], error) {
	return settingHistory[[]Rate](ctx, a, settingRates)
}

// AddRate adds a row to the table of hourly rates; those that stand stay. Base is the version that the edit
// began with; *value.Conflict where a newer one stands. A row that says nothing new is refused.
func (a *App) AddRate(ctx context.Context, by Person, r Rate, base int) error {
	if err := by.must(account.EditSettings); err != nil {
		return err
	}
	r.Source = viet.Clean(r.Source)
	if err := r.Check().Err(); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		var rates []Rate
		if _, err := tx.Setting(ctx, settingRates, &rates); err != nil && !errors.Is(err, value.ErrNotFound) {
			return err
		}
		if stands, ok := RateOn(rates, r.Kind, r.From); ok && stands.From == r.From && stands.Rate == r.Rate &&
			strings.EqualFold(stands.Source, r.Source) {
			return value.Problems{{
				Field: "rate",
				Code:  "rate.stands",
				Args:  []any{viet.Money(r.Rate), viet.ShortDate(r.From)},
			}}
		}
		_, err := tx.SaveSetting(ctx, settingRates, append(rates, r), base)
		return err
	})
}
