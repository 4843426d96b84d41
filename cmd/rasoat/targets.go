package main

import (
	"fmt"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// targetsCmd is the target check.
type targetsCmd struct {
	Plan string `placeholder:"P"`
	AsOf string `placeholder:"YYYY-MM-DD"`
	JSON bool
}

// Run is the command.
func (c *targetsCmd) Run(w *world) error {
	var day value.Date
	if c.AsOf != "" {
		d, err := value.ParseDate(c.AsOf)
		if err != nil {
			return errUsage{value.Problems{{Field: "--as-of", Code: "date.form", Args: []any{c.AsOf}}}}
		}
		day = d
	}
	return w.withApp(false, func(a *app.App) error {
		rep, err := a.Targets(w.ctx, c.Plan, day)
		if err != nil {
			return planSentence(err, c.Plan)
		}
		for _, y := range rep.Guessed {
			fmt.Fprintln(w.err, w.text.Say("guessed.targets", y))
		}
		if c.JSON {
			return w.print(rep)
		}
		for _, t := range rep.Targets {
			w.printTarget(t)
		}
		return nil
	})
}

func (w *world) printTarget(t review.TargetResult) {
	fmt.Fprintf(w.out, "%s · %s\n", t.ID, w.text.Name("metric", string(t.Metric)))
	if t.Denominator == 0 {
		fmt.Fprintf(w.out, "  %s\n", w.text.Say("targets.no_list"))
		return
	}
	fmt.Fprintf(w.out, "  %s/%s = %s, %s %s%%: %s\n",
		t.Amount(t.Numerator), t.Amount(t.Denominator), t.Shown(),
		w.text.Say("targets.threshold"), viet.Comma(t.Threshold.String()),
		w.text.Say("verdict."+string(t.Outcome()), t.Lacking()))
	if t.Missing > 0 {
		fmt.Fprintf(w.out, "  %s\n", w.lacks(t))
	}
	for _, r := range t.Readings {
		if r.Percent != nil {
			fmt.Fprintf(w.out, "  %s: %s, %s\n",
				w.text.Name("denominator", string(r.Denominator)), t.ShownReading(r),
				w.text.Say("verdict."+string(r.Outcome), len(t.Unpriced)))
		}
	}
	if len(t.Unpriced) > 0 {
		fmt.Fprintf(w.out, "  %s\n", w.text.Say("targets.unpriced", len(t.Unpriced)))
	}
	if len(t.Unmeasured) > 0 {
		fmt.Fprintf(w.out, "  %s\n", w.text.Say("targets.unmeasured", len(t.Unmeasured)))
	}
	if !t.LastDay.IsZero() {
		fmt.Fprintf(w.out, "  %s\n", w.text.Say("targets.last_day", viet.ShortDate(t.LastDay)))
	}
}

// lacks is what a target still needs.
func (w *world) lacks(t review.TargetResult) string {
	switch t.Metric {
	case review.Cost:
		return w.text.Say("targets.missing_cost", viet.Money(value.Money(t.Missing)))
	case review.Time:
		return w.text.Say("targets.missing_time", t.Amount(t.Missing))
	}
	return w.text.Say("targets.missing_count", t.Missing)
}
