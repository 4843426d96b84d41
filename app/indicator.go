package app

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"rasoat/account"
	"rasoat/exchange"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// IndicatorMonth is the indicators of a plan in a month as people work on them.
type IndicatorMonth struct {
	Plan           review.Plan
	Table          review.IndicatorTable
	Saved          map[string]SavedFigure // by review.Figure.Key; what nobody has entered is missing
	Release        review.IndicatorRelease
	ReleaseVersion int // 0: the month was never released
	Months         []IndicatorMonthState
	Counted        map[string]value.Ratio // what the program's own registers count, by review.Figure.Key

	figures []review.Figure // of all months
}

// SavedFigure is who saved a figure when, and its version.
type SavedFigure struct {
	Version int
	By      string
	At      time.Time
}

// IndicatorMonthState is how far a month of the plan's year is.
type IndicatorMonthState struct {
	Month   value.Month
	Entered int // indicators with figures
	Release review.IndicatorRelease
}

// Indicators is a month of a plan's indicators. No month is the one that is worked on: the first from the plan's own
// on that was not released; with all released, the last.
func (a *App) Indicators(ctx context.Context, plan string, m value.Month) (IndicatorMonth, error) {
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return IndicatorMonth{}, err
	}
	return a.indicatorMonth(ctx, p, m)
}

func (a *App) indicatorMonth(ctx context.Context, p review.Plan, m value.Month) (IndicatorMonth, error) {
	out := IndicatorMonth{Plan: p, Saved: map[string]SavedFigure{}}
	stored, err := a.store.Figures(ctx, p.ID)
	if err != nil {
		return out, err
	}
	released, err := a.releasedMonths(ctx, p.ID)
	if err != nil {
		return out, err
	}
	figures := value.Values(stored)
	out.figures = figures
	for _, at := range p.Months(a.Today()) {
		state := IndicatorMonthState{Month: at, Release: released[at].Value}
		state.Entered = len(p.Indicators) - review.Indicators(p, figures, at).Count()[review.NotEntered]
		out.Months = append(out.Months, state)
		if m.IsZero() && !at.Before(p.FirstMonth()) && !state.Release.IsFrozen() {
			m = at
		}
	}
	if m.IsZero() && len(out.Months) > 0 {
		m = out.Months[len(out.Months)-1].Month
	}
	out.Table = review.Indicators(p, figures, m)
	out.Release, out.ReleaseVersion = released[m].Value, released[m].Number
	if out.Counted, err = a.countRegisters(ctx, p, m); err != nil {
		return out, err
	}
	for _, f := range stored {
		if f.Value.Month == m {
			out.Saved[f.Value.Key()] = SavedFigure{Version: f.Number, By: f.Author, At: f.At}
		}
	}
	return out, nil
}

func (a *App) releasedMonths(ctx context.Context, plan review.PlanID) (map[value.Month]store.Release, error) {
	all, err := a.store.Releases(ctx, plan)
	if err != nil {
		return nil, err
	}
	out := make(map[value.Month]store.Release, len(all))
	for _, r := range all {
		out[r.Value.Month] = r
	}
	return out, nil
}

// FigureEntry is a figure as somebody entered it, and the version that it started from, 0 where there was none.
type FigureEntry struct {
	review.Figure
	Base int
}

// EnterFigures saves the figures of a month, those alone that differ from what stands. It refuses them all where one
// is wrong: value.Problems with the figure's key before the field; *value.Conflict where somebody else saved one of
// them meanwhile.
func (a *App) EnterFigures(
	ctx context.Context, by Person, plan string, m value.Month, entries []FigureEntry,
) (saved int, err error) {
	if err := by.must(account.EnterFigures); err != nil {
		return 0, err
	}
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return 0, err
	}
	if err := p.TakesWork(); err != nil {
		return 0, err
	}
	now, err := a.indicatorMonth(ctx, p, m)
	if err != nil {
		return 0, err
	}
	problems := review.CheckMonth(p, m, a.Today())
	if now.Release.IsFrozen() {
		problems.Add("month", "month.released")
	}
	problems = append(problems, a.checkEntries(now, entries)...)
	if len(problems) > 0 {
		return 0, problems
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		if err := notReleased(ctx, tx, p.ID, m); err != nil {
			return err
		}
		for _, e := range entries {
			if stands, _ := now.Figure(e.Key()); SameFigure(stands, e.Figure) {
				continue
			}
			if err := a.nameEvidence(ctx, tx, e.Evidence); err != nil {
				return err
			}
			if _, err := tx.SaveFigure(ctx, p.ID, e.Figure, e.Base); err != nil {
				return err
			}
			saved++
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return saved, nil
}

// checkEntries lists what is wrong with entries, and puts indicator, variant and month of each right by its key.
func (a *App) checkEntries(now IndicatorMonth, entries []FigureEntry) (out value.Problems) {
	for i := range entries {
		e := &entries[i]
		if _, counted := now.Figure(e.Key()); !counted {
			out.Add(e.Key(), "figure.unknown", e.Key())
			continue
		}
		e.Month = now.Table.Month
		out = append(out, review.CheckFigures(e.Numerator, e.Denominator).Under(e.Key())...)
		for _, file := range e.Evidence {
			f, err := a.store.OpenFile(file.SHA)
			if err != nil {
				out.Add(e.Key()+".evidence", "evidence.missing", file.Name)
				continue
			}
			f.Close() // only read
		}
	}
	return out
}

// notReleased refuses to write into a month that was released while the page stood open.
func notReleased(ctx context.Context, tx *store.Tx, plan review.PlanID, m value.Month) error {
	all, err := tx.Releases(ctx, plan)
	if err != nil {
		return err
	}
	for _, r := range value.Values(all) {
		if r.Month == m && r.IsFrozen() {
			return value.Problems{{Field: "month", Code: "month.released"}}
		}
	}
	return nil
}

// Preview is the table of the month with other figures than those that stand; nothing is saved.
func (m IndicatorMonth) Preview(other []review.Figure) review.IndicatorTable {
	all := slices.DeleteFunc(slices.Clone(m.figures), func(f review.Figure) bool {
		return slices.ContainsFunc(other,
			func(o review.Figure) bool { return o.Month == f.Month && o.Key() == f.Key() })
	})
	return review.Indicators(m.Plan, append(all, other...), m.Table.Month)
}

// Figure is what stands of a key in the month; found is false where the plan counts nothing under it.
func (m IndicatorMonth) Figure(key string) (f review.Figure, found bool) {
	p, found := m.part(key)
	return p.Figure, found
}

func (m IndicatorMonth) part(key string) (review.IndicatorPart, bool) {
	for _, r := range m.Table.Rows {
		for _, p := range r.Parts {
			if p.Figure.Key() == key {
				return p, true
			}
		}
	}
	return review.IndicatorPart{}, false
}

// SameFigure reports whether two figures of one thing say the same.
func SameFigure(a, b review.Figure) bool {
	return a.Numerator == b.Numerator && a.Denominator == b.Denominator && a.Note == b.Note &&
		slices.Equal(a.Evidence, b.Evidence)
}

// PutEvidence keeps a file that shows where a figure comes from; the figure that is saved afterwards names it.
func (a *App) PutEvidence(ctx context.Context, by Person, name string, r io.Reader) (review.Evidence, error) {
	if err := by.must(account.EnterFigures); err != nil {
		return review.Evidence{}, err
	}
	sha, size, err := a.store.PutFile(ctx, r, name)
	if err == nil && size == 0 {
		err = value.Problems{{Code: "evidence.empty", Args: []any{name}}}
	}
	if err != nil {
		return review.Evidence{}, err
	}
	return review.Evidence{SHA: sha, Name: name}, nil
}

// nameEvidence names the files of a figure in the transaction that saves it, so that they are kept.
func (a *App) nameEvidence(ctx context.Context, tx *store.Tx, files []review.Evidence) error {
	for _, e := range files {
		f, err := a.store.OpenFile(e.SHA)
		if err != nil {
			return err
		}
		info, err := f.Stat()
		f.Close() // only read
		if err != nil {
			return err
		}
		if err := tx.SaveFile(ctx, store.File{SHA: e.SHA, Name: e.Name, Size: info.Size()}); err != nil {
			return err
		}
	}
	return nil
}

// Evidence opens a file of evidence that a figure or a task of a plan names; the caller closes it.
func (a *App) Evidence(ctx context.Context, by Person, plan, sha string) (io.ReadCloser, string, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, "", err
	}
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return nil, "", err
	}
	figures, err := a.store.Figures(ctx, p.ID)
	if err != nil {
		return nil, "", err
	}
	var named []review.Evidence
	for _, f := range value.Values(figures) {
		named = append(named, f.Evidence...)
	}
	entries, err := a.store.MonthEvidence(ctx, p.ID)
	if err != nil {
		return nil, "", err
	}
	for _, e := range append(named, entries...) {
		if e.SHA == sha {
			file, err := a.store.OpenFile(sha)
			return file, e.Name, err
		}
	}
	return nil, "", fmt.Errorf("evidence %s: %w", sha, value.ErrNotFound)
}

// FigureRow is a line of a sheet of figures.
type FigureRow = exchange.FigureRow

// ReadFigures reads the figures of a month from a sheet or a pasted table. Nothing is saved: what was read goes into
// the page, where somebody looks at it first.
func (a *App) ReadFigures(ctx context.Context, by Person, plan string, raw []byte) ([]FigureRow, error) {
	if err := by.must(account.EnterFigures); err != nil {
		return nil, err
	}
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return nil, err
	}
	return exchange.ReadFigures(raw, p.Indicators)
}

// WriteFigures writes the sheet of a month for filling in.
func (a *App) WriteFigures(ctx context.Context, by Person, plan string, m value.Month, w io.Writer) error {
	if err := by.must(account.SeeInternal); err != nil {
		return err
	}
	now, err := a.Indicators(ctx, plan, m)
	if err != nil {
		return err
	}
	return exchange.WriteFigures(w, now.Table)
}

// ReleaseIndicators makes a month public and freezes it; base is the version of its release that the page showed.
func (a *App) ReleaseIndicators(ctx context.Context, by Person, plan string, m value.Month, base int) error {
	return a.changeRelease(ctx, by, plan, m, base,
		func(p review.Plan, figures []review.Figure, last review.IndicatorRelease) (review.IndicatorRelease, error) {
			return review.ReleaseIndicators(p, figures, m, last, by.Name, a.Today())
		})
}

// ReopenIndicators takes a released month up again, so that its figures can be put right.
func (a *App) ReopenIndicators(
	ctx context.Context, by Person, plan string, m value.Month, base int, reason string,
) error {
	return a.changeRelease(ctx, by, plan, m, base,
		func(_ review.Plan, _ []review.Figure, last review.IndicatorRelease) (review.IndicatorRelease, error) {
			return review.ReopenIndicators(last, reason, by.Name, a.Today())
		})
}

func (a *App) changeRelease(ctx context.Context, by Person, plan string, m value.Month, base int,
	decide func(review.Plan, []review.Figure, review.IndicatorRelease) (review.IndicatorRelease, error)) error {
	if err := by.must(account.IssueReport); err != nil {
		return err
	}
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		figures, err := tx.Figures(ctx, p.ID)
		if err != nil {
			return err
		}
		all, err := tx.Releases(ctx, p.ID)
		if err != nil {
			return err
		}
		var last review.IndicatorRelease
		for _, r := range value.Values(all) {
			if r.Month == m {
				last = r
			}
		}
		next, err := decide(p, value.Values(figures), last)
		if err != nil {
			return err
		}
		_, err = tx.SaveRelease(ctx, next, base)
		return err
	})
}

// Released is what the office has released of the indicators, newest month first. It is public.
func (a *App) Released(ctx context.Context) ([]review.IndicatorRelease, error) {
	all, err := a.store.Releases(ctx, "")
	if err != nil {
		return nil, err
	}
	return value.Values(all), nil
}

// ReleasedMonth is the release of a month, the newest where none is asked for; value.ErrNotFound where it was not
// released.
func (a *App) ReleasedMonth(ctx context.Context, m value.Month) (review.IndicatorRelease, error) {
	all, err := a.Released(ctx)
	if err != nil {
		return review.IndicatorRelease{}, err
	}
	for _, r := range all {
		if m.IsZero() || r.Month == m {
			return r, nil
		}
	}
	return review.IndicatorRelease{}, fmt.Errorf("released %s: %w", m, value.ErrNotFound)
}
