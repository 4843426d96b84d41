package value

import (
	"math/big"
	"strings"
)

// Ratio is part of whole as it was counted or added up. It keeps both, because verdicts compare whole
// numbers and never a rounded percentage (interface.md, Targets). Whole is ≥ 0; part may be negative.
type Ratio struct{ Part, Whole int64 }

// Percent is part × 100 / whole rounded half away from zero to places decimals, as machines write it
// ("55.80"); ok is false where the whole is 0.
func (r Ratio) Percent(places int) (s string, ok bool) {
	if r.Whole == 0 {
		return "", false
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	n := new(big.Int).Mul(big.NewInt(r.Part), big.NewInt(100))
	n.Mul(n, scale)
	return fixed(RoundDiv(n, big.NewInt(r.Whole)), places), true
}

// Meets reports whether part × 100 ≥ threshold × whole, compared exactly. A whole of 0 meets nothing.
func (r Ratio) Meets(threshold Decimal) bool { return r.Whole != 0 && r.compare(threshold) >= 0 }

// Exceeds reports whether part × 100 > threshold × whole, compared exactly.
func (r Ratio) Exceeds(threshold Decimal) bool { return r.Whole != 0 && r.compare(threshold) > 0 }

// compare is +1 where part × 100 lies above threshold × whole, 0 where they are equal, −1 below.
func (r Ratio) compare(threshold Decimal) int {
	left := new(big.Int).Mul(big.NewInt(r.Part), big.NewInt(100*DecimalScale))
	return left.Cmp(new(big.Int).Mul(big.NewInt(int64(threshold)), big.NewInt(r.Whole)))
}

// Missing is how much the part must still grow so that Meets holds: ⌈threshold × whole / 100⌉ − part, at least 0.
func (r Ratio) Missing(threshold Decimal) int64 {
	need := new(big.Int).Mul(big.NewInt(int64(threshold)), big.NewInt(r.Whole))
	q, m := new(big.Int).QuoRem(need, big.NewInt(100*DecimalScale), new(big.Int))
	if m.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	q.Sub(q, big.NewInt(r.Part))
	if q.Sign() < 0 {
		return 0
	}
	return q.Int64()
}

// HonestPercent is Percent with as many places as it takes, from the given number on, for the printed
// figure to agree with the verdict: 19.996 of a threshold of 20 is "19.996", never "20.00" beside "not met"
// (interface.md, Cost tables).
func (r Ratio) HonestPercent(places int, threshold Decimal) (s string, ok bool) {
	for ; places < allPlaces; places++ {
		if s, ok = r.Percent(places); !ok || shownMeets(s, threshold) == r.Meets(threshold) {
			break
		}
	}
	return s, ok
}

// allPlaces is where any percentage of a whole in int64 stands apart from any threshold it does not equal:
// they differ by at least 1 / (2⁶³ × DecimalScale) > 10⁻²³.
const allPlaces = 25

// shownMeets reads a printed percentage back and compares it with the threshold.
func shownMeets(s string, threshold Decimal) bool {
	shown, _ := new(big.Rat).SetString(s)
	return shown.Cmp(big.NewRat(int64(threshold), DecimalScale)) >= 0
}

// fixed writes n·10^-places with exactly that many decimals.
func fixed(n *big.Int, places int) string {
	s := new(big.Int).Abs(n).String()
	if len(s) <= places {
		s = strings.Repeat("0", places+1-len(s)) + s
	}
	if places > 0 {
		s = s[:len(s)-places] + "." + s[len(s)-places:]
	}
	if n.Sign() < 0 {
		s = "-" + s
	}
	return s
}
