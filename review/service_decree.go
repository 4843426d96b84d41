package review

import (
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// ServiceDecree is the decree by which the levels of online services are told from a day on.
type ServiceDecree struct {
	From            value.Date
	Name            string // "Nghị định số 42/2022/NĐ-CP"
	PartNeedsReason bool   // một phần needs a reason: toàn trình is the rule
}

// serviceDecrees are the decrees on online services, oldest first; a new one is a line here.
var serviceDecrees = []ServiceDecree{
	{From: value.MustDate("2022-08-01"), Name: "Nghị định số 42/2022/NĐ-CP"},
	{From: value.MustDate("2026-07-01"), Name: "Nghị định số 224/2026/NĐ-CP", PartNeedsReason: true},
}

// ServiceDecreeOn is the decree on online services that is in force on a day; none before the first known.
//
// Decree 224/2026/NĐ-CP, article 90 clause 2.
func ServiceDecreeOn(on value.Date) (d ServiceDecree, known bool) {
	for _, x := range serviceDecrees {
		if !on.Before(x.From) {
			d, known = x, true
		}
	}
	return d, known
}

// LevelsOn is the day by whose decree the levels of a review are told: that on which it was handed in, today while it
// is being written. What was handed in under an older decree stays by that one.
func (r Restructuring) LevelsOn(today value.Date) value.Date {
	if r.State == Draft || r.State == Withdrawn {
		return today
	}
	for _, x := range slices.Backward(append(slices.Clip(r.Past), Reached{r.State, r.Decided})) {
		if x.State == Submitted {
			return x.On
		}
	}
	return r.Decided
}

// CheckPartReason says that a service which is to be online in part lacks the reason for it, where the decree in force
// on a day wants one.
//
// Practice, not law: docs/decisions/0175.
func CheckPartReason(r Restructuring, on value.Date) (out value.Problems) {
	d, _ := ServiceDecreeOn(on)
	if d.PartNeedsReason && r.After.Level == PartOnline && strings.TrimSpace(r.PartReason) == "" {
		out.Add("part_reason", "service.reason_missing", d.Name)
	}
	return out
}

// PartService is a service that was granted to be online in part, and why.
type PartService struct {
	Code   catalog.Code
	Name   string
	Reason string // "" where nobody said it
	Asked  bool   // the decree of its day wants a reason
}

// LevelCount is at which levels the services that were granted by a day are to be, by decree.
type LevelCount struct {
	Decree string // "" where none is known
	Full   int
	None   int // not online
	Parts  []PartService
}

// CountLevels counts the levels of the services that were granted by the end of a day, each by the decree in force when
// its review was handed in.
//
// Plan 29/KH-UBND, III.2.
func CountLevels(all []Restructuring, on value.Date) (out []LevelCount) {
	for _, r := range all {
		if !Granted.Has(r.StateOn(on)) {
			continue
		}
		d, _ := ServiceDecreeOn(r.LevelsOn(on))
		i := slices.IndexFunc(out, func(n LevelCount) bool { return n.Decree == d.Name })
		if i < 0 {
			i, out = len(out), append(out, LevelCount{Decree: d.Name})
		}
		switch r.After.Level {
		case FullOnline:
			out[i].Full++
		case PartOnline:
			part := PartService{Code: r.Procedure, Name: r.Name, Reason: r.PartReason, Asked: d.PartNeedsReason}
			out[i].Parts = append(out[i].Parts, part)
		default:
			out[i].None++
		}
	}
	return out
}
