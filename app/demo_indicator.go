package app

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rasoat/review"
	"rasoat/seed"
	"rasoat/value"
)

// demoReleased is how many of the demo's months the office has released; the last is being worked on.
const demoReleased = 3

// fillDemoFigures enters and releases the demo's figures of the indicators as the office would.
func (a *App) fillDemoFigures(ctx context.Context) error {
	var months map[string]map[string][2]int64
	if err := readSeed(seed.DemoFigures, &months); err != nil {
		return err
	}
	office, err := a.Person(ctx, "office")
	if err != nil {
		return err
	}
	sheet, err := a.PutEvidence(ctx, office, "Sổ theo dõi hồ sơ tháng 5.csv",
		strings.NewReader("Tháng,Hồ sơ tiếp nhận,Trực tuyến\n5/2024,301,171\n"))
	if err != nil {
		return err
	}
	for i, name := range slices.Sorted(maps.Keys(months)) {
		m, err := value.ParseMonth(name)
		if err != nil {
			return fmt.Errorf("seed %s: %w", seed.DemoFigures, err)
		}
		now, err := a.Indicators(ctx, "", m)
		if err != nil {
			return err
		}
		var entries []FigureEntry
		for key, n := range months[name] {
			f, _ := now.Figure(key) // what the plan does not count is refused below
			f.Numerator, f.Denominator = value.Known(n[0]), value.Known(n[1])
			if key == "nq01-3" && name == "2024-05" {
				f.Note, f.Evidence = "Theo sổ theo dõi hồ sơ của bộ phận một cửa", []review.Evidence{sheet}
			}
			entries = append(entries, FigureEntry{Figure: f})
		}
		slices.SortFunc(entries, func(a, b FigureEntry) int { return strings.Compare(a.Key(), b.Key()) })
		if _, err := a.EnterFigures(ctx, office, "", m, entries); err != nil {
			return fmt.Errorf("demo %s: %w", name, err)
		}
		if i < demoReleased {
			if err := a.ReleaseIndicators(ctx, office, "", m, 0); err != nil {
				return fmt.Errorf("demo %s: %w", name, err)
			}
		}
	}
	return nil
}
