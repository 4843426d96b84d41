package value

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestParseMoney(t *testing.T) {
	for in, want := range map[string]Money{
		"0": 0, "77893240": 77_893_240, "-30000": -30_000,
		"9223372036854775807": math.MaxInt64, "-9223372036854775808": math.MinInt64,
	} {
		if got, err := ParseMoney(in); err != nil || got != want {
			t.Errorf("ParseMoney(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-", "--1", "+1", "01", "-01", "1.0", "1,000", "1e3", " 1", "1 ", "١", "0x1", "1_000"} {
		if got, err := ParseMoney(in); err == nil || errors.Is(err, ErrOverflow) || got != 0 {
			t.Errorf("ParseMoney(%q) = %d, %v", in, got, err)
		}
	}
	if _, err := ParseMoney("9223372036854775808"); !errors.Is(err, ErrOverflow) {
		t.Errorf("beyond int64: %v", err)
	}
}

// interface.md, Cost tables: any total below 9·10¹⁵.
func TestAddMoney_Bound(t *testing.T) {
	for _, tt := range []struct {
		name    string
		a, b    Money
		want    Money
		refused bool
	}{
		{"two fees", 4_000, 6_000, 10_000, false},
		{"a saving", -5, 3, -2, false},
		{"just below", MaxTotal - 2, 1, MaxTotal - 1, false},
		{"on the bound", MaxTotal - 1, 1, 0, true},
		{"just above the lower", -MaxTotal + 2, -1, -MaxTotal + 1, false},
		{"on the lower bound", -MaxTotal + 1, -1, 0, true},
		{"beyond int64", math.MaxInt64, math.MaxInt64, 0, true},
		{"beyond int64 below", math.MinInt64, math.MinInt64, 0, true},
	} {
		got, err := AddMoney(tt.a, tt.b)
		if got != tt.want || errors.Is(err, ErrOverflow) != tt.refused {
			t.Errorf("%s: AddMoney(%d, %d) = %d, %v", tt.name, tt.a, tt.b, got, err)
		}
	}
}

func TestRoundDiv_HalfAwayFromZero(t *testing.T) {
	for _, tt := range []struct{ n, d, want int64 }{
		{0, 3, 0}, {1, 3, 0}, {2, 3, 1}, {4, 2, 2},
		{1, 2, 1}, {3, 2, 2}, {5, 2, 3}, // half to even would give 0, 2, 2
		{-1, 2, -1}, {-3, 2, -2}, {-5, 2, -3}, // half up would give 0, -1, -2
		{4_999, 10_000, 0}, {5_000, 10_000, 1}, {5_001, 10_000, 1},
		{-4_999, 10_000, 0}, {-5_000, 10_000, -1},
		{7, 1, 7}, {10, 4, 3}, {9, 4, 2}, {11, 4, 3},
	} {
		if got := RoundDiv(big.NewInt(tt.n), big.NewInt(tt.d)); got.Int64() != tt.want {
			t.Errorf("RoundDiv(%d, %d) = %s, want %d", tt.n, tt.d, got, tt.want)
		}
	}
}

func TestMoney_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Money(rapid.Int64().Draw(t, "m"))
		if got, err := ParseMoney(m.String()); err != nil || got != m {
			t.Fatalf("%q read as %d, %v", m, got, err)
		}
		n, d := rapid.Int64().Draw(t, "n"), rapid.Int64Range(1, math.MaxInt64).Draw(t, "d")
		num, den := big.NewInt(n), big.NewInt(d)
		got := RoundDiv(num, den)
		if num.Int64() != n || den.Int64() != d {
			t.Fatal("the arguments were changed")
		}
		// |n/d - got| ≤ ½, and on the half the result is the one farther from 0
		exact := big.NewRat(n, d)
		off := new(big.Rat).Sub(new(big.Rat).SetInt(got), exact)
		switch half := new(big.Rat).Abs(off).Cmp(big.NewRat(1, 2)); {
		case half > 0, half == 0 && off.Sign() != exact.Sign():
			t.Fatalf("RoundDiv(%d, %d) = %s", n, d, got)
		}
		a, b := Money(rapid.Int64().Draw(t, "a")), Money(rapid.Int64().Draw(t, "b"))
		sum := new(big.Int).Add(big.NewInt(int64(a)), big.NewInt(int64(b)))
		s, err := AddMoney(a, b)
		if fits := sum.CmpAbs(big.NewInt(int64(MaxTotal))) < 0; fits != (err == nil) || fits &&
			sum.Int64() != int64(s) {
			t.Fatalf("AddMoney(%d, %d) = %d, %v; exactly %s", a, b, s, err, sum)
		}
	})
}
