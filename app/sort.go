package app

import (
	"context"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// SortChoice is which procedures are to be sorted: those at a level, those of a field, or those with the codes given.
// What is set must hold together; the codes alone decide where they are given.
type SortChoice struct {
	Level        catalog.Level
	Field        string
	Codes        []string // as pasted; they need not be codes
	OnlyUnsorted bool     // what somebody sorted already stays
}

// Head is a procedure without its text.
type Head = store.Head

// SortPreview is what sorting would do.
type SortPreview struct {
	Changing []Head   // which would change, by key
	Same     int      // how many stand so already
	Kept     int      // how many were sorted otherwise and stay, with OnlyUnsorted
	Unknown  []string // codes that the catalogue lacks
}

// PreviewSort says what Sort would do.
//
//	sort.nothing_chosen value.unknown
func (a *App) PreviewSort(ctx context.Context, by Person, c SortChoice, ours catalog.Ours) (SortPreview, error) {
	if err := by.must(account.SortProcedure); err != nil {
		return SortPreview{}, err
	}
	if err := checkSort(c, ours); err != nil {
		return SortPreview{}, err
	}
	f := store.Filter{Field: c.Field, Level: c.Level}
	var out SortPreview
	if len(c.Codes) > 0 {
		f = store.Filter{Keys: []catalog.Code{}}
		for _, code := range c.Codes {
			if key := catalog.Code(code).Key(); !slices.Contains(f.Keys, key) {
				f.Keys = append(f.Keys, key)
			}
		}
	}
	list, err := a.store.ProcedureHeads(ctx, f)
	if err != nil {
		return out, err
	}
	found := make(map[catalog.Code]bool, len(list))
	for _, v := range list {
		found[v.Key] = true
		switch {
		case v.Ours == ours:
			out.Same++
		case c.OnlyUnsorted && v.Ours != catalog.NotSorted:
			out.Kept++
		default:
			out.Changing = append(out.Changing, v)
		}
	}
	for _, code := range c.Codes {
		if !found[catalog.Code(code).Key()] && !slices.Contains(out.Unknown, code) {
			out.Unknown = append(out.Unknown, code)
		}
	}
	return out, nil
}

func checkSort(c SortChoice, ours catalog.Ours) error {
	var ps value.Problems
	if c.Level == "" && c.Field == "" && len(c.Codes) == 0 {
		ps.Add("choice", "sort.nothing_chosen")
	}
	if c.Level != "" && !slices.Contains(catalog.Levels, c.Level) {
		ps.Add("level", "value.unknown", c.Level)
	}
	if !slices.Contains(catalog.Sortings, ours) {
		ps.Add("ours", "value.unknown", ours)
	}
	return ps.Err()
}

// Sort says of each procedure with these codes whose it is, and how many changed. A code that the catalogue lacks
// refuses the whole: it is a slip of whoever typed it.
//
//	reason.missing sort.nothing_chosen sort.unknown_code value.unknown
func (a *App) Sort(
	ctx context.Context, by Person, codes []catalog.Code, ours catalog.Ours, reason string,
) (int, error) {
	if err := by.must(account.SortProcedure); err != nil {
		return 0, err
	}
	var ps value.Problems
	if reason = viet.CleanText(reason); reason == "" {
		ps.Add("reason", "reason.missing")
	}
	if len(codes) == 0 {
		ps.Add("choice", "sort.nothing_chosen")
	}
	if !slices.Contains(catalog.Sortings, ours) {
		ps.Add("ours", "value.unknown", ours)
	}
	changed := 0
	err := a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		keys := make([]catalog.Code, len(codes))
		for i, c := range codes {
			keys[i] = c.Key()
		}
		heads, err := tx.ProcedureHeads(ctx, store.Filter{Keys: keys})
		if err != nil {
			return err
		}
		for i, key := range keys {
			if !slices.ContainsFunc(heads, func(h store.Head) bool { return h.Key == key }) {
				ps.Add("choice", "sort.unknown_code", codes[i])
			}
		}
		if len(ps) > 0 {
			return ps
		}
		changed, err = tx.SetOurs(ctx, keys, ours, reason)
		return err
	})
	if err != nil {
		return 0, err
	}
	a.settle(ctx)
	return changed, nil
}
