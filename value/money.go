package value

import (
	"fmt"
	"math/big"
	"strconv"
)

// Money is an amount in whole đồng. It has no fraction, and no float ever touches it.
type Money int64

// MaxTotal is the bound below which every total must lie: 9·10¹⁵ đồng (interface.md, Cost tables).
const MaxTotal Money = 9_000_000_000_000_000

// String is the amount for machines: "77893240".
func (m Money) String() string { return strconv.FormatInt(int64(m), 10) }

// AddMoney is a + b, or ErrOverflow where the sum reaches MaxTotal in size.
func AddMoney(a, b Money) (Money, error) {
	return MoneyOf(new(big.Int).Add(big.NewInt(int64(a)), big.NewInt(int64(b))))
}

// RoundDiv is n / d rounded half away from zero; d must be above 0.
func RoundDiv(n, d *big.Int) *big.Int {
	two := big.NewInt(2)
	abs := new(big.Int).Abs(n)
	abs.Mul(abs, two).Add(abs, d)
	q := abs.Quo(abs, new(big.Int).Mul(d, two))
	if n.Sign() < 0 {
		q.Neg(q)
	}
	return q
}

// MoneyOf turns a big integer into Money, or ErrOverflow where it reaches MaxTotal in size.
func MoneyOf(n *big.Int) (Money, error) {
	if n.CmpAbs(big.NewInt(int64(MaxTotal))) >= 0 {
		return 0, ErrOverflow
	}
	return Money(n.Int64()), nil
}

// ParseMoney reads whole đồng as machines write them: digits, with an optional leading minus.
func ParseMoney(s string) (Money, error) {
	if !isInteger(s) {
		return 0, fmt.Errorf("value: %q is not a whole number of đồng", s)
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, ErrOverflow
	}
	return Money(n), nil
}

func isInteger(s string) bool {
	if len(s) > 1 && s[0] == '-' {
		s = s[1:]
	}
	if s == "" || len(s) > 1 && s[0] == '0' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
