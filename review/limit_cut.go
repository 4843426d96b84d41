package review

import (
	"slices"

	"rasoat/catalog"
	"rasoat/value"
)

// LimitCut is one time limit of a procedure before and after a proposal (thời gian giải quyết).
type LimitCut struct{ Before, After catalog.TimeLimit }

// LimitCuts pairs the time limits of a procedure with those of what a proposal makes of it: the one of the whole, then
// those of the channels, each pair once. What says nothing before is left out; of a procedure that is abolished nothing
// is left.
//
// Practice, not law: docs/decisions/0165.
func LimitCuts(c Conclusion, base, proposed catalog.Procedure) (out []LimitCut) {
	for _, p := range limitPairs(base, proposed) {
		if p.Before.IsZero() {
			continue
		}
		if c == Abolish {
			p.After = catalog.TimeLimit{Number: value.Known(value.Decimal(0)), Unit: p.Before.Unit}
		}
		if !slices.Contains(out, p.LimitCut) {
			out = append(out, p.LimitCut)
		}
	}
	return out
}

// wholeLimit stands for the limit of the whole beside those of channels.
const wholeLimit catalog.Channel = ""

// limitPair is a limit of the baseline with what becomes of it, and the channel that has it.
type limitPair struct {
	channel catalog.Channel
	LimitCut
}

// limitPairs are the limits of a procedure with what becomes of each. A new channel has no before and is none of them.
func limitPairs(base, proposed catalog.Procedure) (out []limitPair) {
	if !base.Limit.IsZero() {
		out = append(out, limitPair{wholeLimit, LimitCut{base.Limit, proposed.Limit}})
	}
	for i, m := range base.Methods {
		if m.Limit.IsZero() && !base.Limit.IsZero() {
			continue
		}
		pair := limitPair{m.Channel, LimitCut{Before: m.Limit}}
		if i < len(proposed.Methods) {
			pair.After = proposed.Methods[i].Limit
		}
		if pair.After.IsZero() { // a limit that was written anew stands for all channels
			pair.After = proposed.Limit
		}
		out = append(out, pair)
	}
	return out
}

// Cut is by how much a limit is cut, and of how much; ok is false where the two cannot be compared: another unit, or a
// limit without number.
func (l LimitCut) Cut() (r value.Ratio, ok bool) {
	before, known := l.Before.Number.Get()
	after, left := l.After.Number.Get()
	isSame := l.Before.Unit == l.After.Unit && l.Before.Unit != catalog.NoUnit
	return value.Ratio{Part: int64(before - after), Whole: int64(before)}, known && left && isSame
}

// PapersOf is how many papers the dossier of a procedure asks for, in the case that asks for most; 0 where nothing is
// known of it.
func PapersOf(p catalog.Procedure) (n int) {
	for _, c := range p.Dossier {
		n = max(n, len(c.Papers))
	}
	return n
}
