package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/review"
	"rasoat/seed"
	"rasoat/store"
	"rasoat/value"
)

// formatSeed is the source of what stands in the starting content.
const formatSeed = "seed"

// systemActor is who acts where no person does.
const systemActor = "rasoat"

// fillIfEmpty puts the starting content into an empty store: the plan, its dates and indicators, holidays,
// hourly rates, the public procedures of a commune and the typical internal ones. Campaigns start without
// a list.
func (a *App) fillIfEmpty(ctx context.Context, leaveEmpty bool) error {
	empty, err := a.store.Empty(ctx)
	if err != nil || !empty || leaveEmpty {
		return err
	}
	plan, err := seedPlan()
	if err != nil {
		return err
	}
	holidays, err := seedHolidays()
	if err != nil {
		return err
	}
	rates, err := SeedRates()
	if err != nil {
		return err
	}
	procedures, err := seedProcedures()
	if err != nil {
		return err
	}
	names, err := seedNames()
	if err != nil {
		return err
	}
	return a.store.Write(ctx, systemActor, func(tx *store.Tx) error {
		if _, err := tx.SavePlan(ctx, plan, 0); err != nil {
			return err
		}
		if _, err := tx.SaveSetting(ctx, settingHolidays, holidays.Holidays, 0); err != nil {
			return err
		}
		if _, err := tx.SaveSetting(ctx, settingRates, rates, 0); err != nil {
			return err
		}
		src := catalog.Source{Format: formatSeed, Date: a.Today()}
		for _, p := range procedures {
			p = knownOn(a.Today(), p)
			merged, origins, _ := catalog.Merge(catalog.Procedure{}, nil, p, formatSeed)
			merged.Ours, merged.Group, merged.Decider, merged.AlsoKnown = p.Ours, p.Group, p.Decider, p.AlsoKnown
			names.give(&merged, origins)
			if _, err := tx.SaveProcedure(ctx, merged, origins, 0, "", src); err != nil {
				return fmt.Errorf("seed %s: %w", p.Code, err)
			}
		}
		return nil
	})
}

// lawYear is the year in the number of a legal document: "80/2025/QH15".
var lawYear = regexp.MustCompile(`/(20\d\d)/`)

// knownOn is a procedure of the starting content without the decision and the laws that came after a day (laws by the
// year of their number): a demo that holds its clock in 2024 cites nothing of 2025.
func knownOn(day value.Date, p catalog.Procedure) catalog.Procedure {
	p.Law = slices.DeleteFunc(slices.Clone(p.Law), func(l catalog.LegalBasis) bool {
		m := lawYear.FindStringSubmatch(l.Number + l.Name + l.Raw)
		return m != nil && m[1] > strconv.Itoa(day.Year)
	})
	if p.Decision.Date.After(day) {
		p.Decision = catalog.Decision{}
	}
	if p.Published.After(day) {
		p.Published = value.Date{}
	}
	return p
}

func readSeed(name string, into any) error {
	raw, err := seed.Read(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("seed %s: %w", name, err)
	}
	return nil
}

func seedPlan() (review.Plan, error) {
	var p review.Plan
	if err := readSeed(seed.PlanFile, &p); err != nil {
		return p, err
	}
	source, err := seed.Read(seed.PlanSource)
	p.Source = string(source)
	return p, err
}

// seedProcedures reads the catalogue files; a later one writes a procedure out that an earlier one lists.
func seedProcedures() ([]catalog.Procedure, error) {
	var out []catalog.Procedure
	at := map[catalog.Code]int{}
	for _, name := range []string{seed.PublicFile, seed.TypicalFile} {
		raw, err := seed.Read(name)
		if err != nil {
			return nil, err
		}
		err = exchange.ReadJSONL(bytes.NewReader(raw), func(row int, p catalog.Procedure) error {
			if i, there := at[p.Code.Key()]; there {
				out[i] = p
				return nil
			}
			at[p.Code.Key()] = len(out)
			out = append(out, p)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("seed %s: %w", name, err)
		}
	}
	return out, nil
}
