package value

import (
	"encoding/json"
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestParseDecimal(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want Decimal
		err  error
	}{
		{"0", 0, nil},
		{"12", 12_0000, nil},
		{"0.5", 5000, nil},
		{"0.50000000", 5000, nil},
		{"0.0001", 1, nil},
		{"10000", 10_000_0000, nil},
		{"999999999999.9999", 9_999_999_999_999_999, nil},
		{"1000000000000", 0, ErrOverflow},
		{"99999999999999999999999", 0, ErrOverflow},
		{"0.00001", 0, ErrDecimalPlaces},
		{"-0.5", 0, ErrDecimalNegative},
		{"-0", 0, ErrDecimalNegative},
		{"", 0, ErrDecimalForm},
		{"-", 0, ErrDecimalForm},
		{"--1", 0, ErrDecimalForm},
		{"+1", 0, ErrDecimalForm},
		{"0,5", 0, ErrDecimalForm},
		{".5", 0, ErrDecimalForm},
		{"5.", 0, ErrDecimalForm},
		{"05", 0, ErrDecimalForm},
		{"00.5", 0, ErrDecimalForm},
		{"1.2.3", 0, ErrDecimalForm},
		{"1e3", 0, ErrDecimalForm},
		{"NaN", 0, ErrDecimalForm},
		{"Inf", 0, ErrDecimalForm},
		{"0x10", 0, ErrDecimalForm},
		{" 1", 0, ErrDecimalForm},
		{"1_000", 0, ErrDecimalForm},
		{"٣", 0, ErrDecimalForm},
	} {
		got, err := ParseDecimal(tt.in)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("ParseDecimal(%q) = %d, %v; want %d, %v", tt.in, int64(got), err, int64(tt.want), tt.err)
		}
	}
}

func TestDecimal_JSON(t *testing.T) {
	for in, want := range map[string]Decimal{`"0.5"`: 5000, `0.5`: 5000, `12`: 12_0000, ` "12" `: 12_0000, `"\u0031"`: 1_0000} {
		var d Decimal
		if err := json.Unmarshal([]byte(in), &d); err != nil || d != want {
			t.Errorf("%s: %d, %v", in, int64(d), err)
		}
	}
	for _, in := range []string{`"0,5"`, `1e3`, `"NaN"`, `-1`, `null`, `true`, `{}`, `""`, `0.00001`} {
		d := Decimal(7)
		if err := json.Unmarshal([]byte(in), &d); err == nil || d != 7 {
			t.Errorf("%s: read as %d, %v", in, int64(d), err)
		}
	}
	if b, err := json.Marshal(Decimal(5000)); string(b) != `"0.5"` || err != nil {
		t.Errorf("written %s, %v", b, err)
	}
}

func TestFormatScaled(t *testing.T) {
	for _, tt := range []struct {
		n      int64
		places int
		want   string
	}{
		{0, 0, "0"}, {0, 8, "0"}, {5, 1, "0.5"}, {3, 8, "0.00000003"}, {1505_00000000, 8, "1505"},
		{-5, 1, "-0.5"}, {100, 0, "100"}, {100, 2, "1"}, {120, 2, "1.2"}, {12_0000, 4, "12"},
	} {
		if got := FormatScaled(big.NewInt(tt.n), tt.places); got != tt.want {
			t.Errorf("FormatScaled(%d, %d) = %q, want %q", tt.n, tt.places, got, tt.want)
		}
	}
}

func TestDecimal_ReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Decimal(rapid.Int64Range(0, 1e16-1).Draw(t, "d"))
		if got, err := ParseDecimal(d.String()); err != nil || got != d {
			t.Fatalf("%q read as %d, %v", d, int64(got), err)
		}
		if n := rapid.Int64Range(0, 1e11).Draw(t, "n"); Whole(n).String() != Money(n).String() {
			t.Fatalf("Whole(%d) is %s", n, Whole(n))
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0", "0.5", "0,5", "1e3", "-1", "0.00001", "999999999999.9999", "1000000000000", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDecimal(s)
		if err != nil {
			return
		}
		exact, ok := new(big.Rat).SetString(s)
		if !ok || exact.Cmp(big.NewRat(int64(d), DecimalScale)) != 0 {
			t.Errorf("%q read as %s", s, d)
		}
	})
}
