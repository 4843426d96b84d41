package viet

import (
	"errors"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rasoat/value"
)

func TestParseMoney(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want value.Money
		err  error
	}{
		{"0", 0, nil},
		{"77893240", 77_893_240, nil},
		{"77.893.240", 77_893_240, nil},
		{"77 893 240", 77_893_240, nil},
		{"77\u00a0893\u202f240", 77_893_240, nil},
		{" 1.000 ", 1_000, nil},
		{"77.893.240 đồng", 77_893_240, nil},
		{"77.893.240đ", 77_893_240, nil},
		{"5.000 ĐỒNG", 5_000, nil},
		{norm.NFD.String("5000 đồng"), 5_000, nil},
		{"5000 ð", 5_000, nil},
		{"5.000 ₫", 5_000, nil},
		{"-30.000", -30_000, nil},
		{"", 0, ErrMoneyForm},
		{"đồng", 0, ErrMoneyForm},
		{"1.5", 0, ErrMoneyForm},
		{"12,5", 0, ErrMoneyForm},
		{"1.23.456", 0, ErrMoneyForm},
		{"1.234.56", 0, ErrMoneyForm},
		{"1234.567", 0, ErrMoneyForm},
		{"1.234567", 0, ErrMoneyForm},
		{"1.234 567", 0, ErrMoneyForm},
		{"1,000", 0, ErrMoneyForm},
		{"0.500", 0, ErrMoneyForm},
		{"007", 0, ErrMoneyForm},
		{"1e3", 0, ErrMoneyForm},
		{"1 triệu", 0, ErrMoneyForm},
		{"5 đồng đ", 0, ErrMoneyForm},
		{"--5", 0, ErrMoneyForm},
		{"+5", 0, ErrMoneyForm},
		{"9.223.372.036.854.775.807", 9_223_372_036_854_775_807, nil},
		{"9.223.372.036.854.775.808", 0, value.ErrOverflow},
	} {
		got, err := ParseMoney(tt.in)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("ParseMoney(%q) = %d, %v; want %d, %v", tt.in, got, err, tt.want, tt.err)
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string
		err  error
	}{
		{"0,5", "0.5", nil},
		{"0.5", "0.5", nil},
		{" 12 ", "12", nil},
		{"12.25", "12.25", nil},
		{"1,500", "1.5", nil},
		{"1.500", "1500", nil}, // three digits behind a dot are thousands
		{"0.125", "0.125", nil},
		{"1.5000", "1.5", nil},
		{"1.505,5", "1505.5", nil},
		{"1 505,5", "1505.5", nil},
		{"1.234.567", "1234567", nil},
		{"0,0001", "0.0001", nil},
		{"0,00001", "", value.ErrDecimalPlaces},
		{"1,505.5", "", value.ErrDecimalForm},
		{"1.5,5", "", value.ErrDecimalForm},
		{"1,2,3", "", value.ErrDecimalForm},
		{"1.23.456", "", value.ErrDecimalForm},
		{"5,", "", value.ErrDecimalForm},
		{",5", "", value.ErrDecimalForm},
		{"", "", value.ErrDecimalForm},
		{"1e3", "", value.ErrDecimalForm},
		{"NaN", "", value.ErrDecimalForm},
		{"-0,5", "", value.ErrDecimalNegative},
		{"-1.500", "", value.ErrDecimalNegative},
		{"1.000.000.000.000", "", value.ErrOverflow},
	} {
		got, err := ParseDecimal(tt.in)
		if !errors.Is(err, tt.err) || err == nil && got.String() != tt.want {
			t.Errorf("ParseDecimal(%q) = %s, %v; want %s, %v", tt.in, got, err, tt.want, tt.err)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string
		err  error
	}{
		{"9/8/2024", "2024-08-09", nil},
		{"09/8/2024", "2024-08-09", nil},
		{"09/08/2024", "2024-08-09", nil},
		{"25-04-2024", "2024-04-25", nil},
		{"5-4-2024", "2024-04-05", nil},
		{" 2024-08-09\n", "2024-08-09", nil},
		{"29/2/2024", "2024-02-29", nil},
		{"29/2/2023", "", ErrNoSuchDay},
		{"31/2/2024", "", ErrNoSuchDay},
		{"0/1/2024", "", ErrNoSuchDay},
		{"1/13/2024", "", ErrNoSuchDay},
		{"1/1/0000", "", ErrNoSuchDay},
		{"2024-02-30", "", ErrNoSuchDay},
		{"", "", ErrDateForm},
		{"9/8/24", "", ErrDateForm},
		{"9/8-2024", "", ErrDateForm},
		{"2024/08/09", "", ErrDateForm},
		{"2024-8-9", "", ErrDateForm},
		{"009/8/2024", "", ErrDateForm},
		{"9/8/20245", "", ErrDateForm},
		{"hôm nay", "", ErrDateForm},
		{"9 / 8 / 2024", "", ErrDateForm},
	} {
		got, err := ParseDate(tt.in)
		if got.String() != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("ParseDate(%q) = %s, %v; want %s, %v", tt.in, got, err, tt.want, tt.err)
		}
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"77.893.240 đồng", "77 893 240", "-5", "1.23.456", "", "đ", "9.223.372.036.854.775.808"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoney(s)
		if err != nil {
			if m != 0 {
				t.Errorf("%q: refused, yet %d", s, m)
			}
			return
		}
		if again, err := ParseMoney(Money(m)); err != nil || again != m {
			t.Errorf("%q: %d is written %q and read as %d, %v", s, m, Money(m), again, err)
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0,5", "0.5", "1.500", "1.505,5", "0.125", "1,505.5", "-1", "", "1e3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDecimal(s)
		if err != nil {
			return
		}
		if again, err := ParseDecimal(Decimal(d)); err != nil || again != d || d < 0 {
			t.Errorf("%q: %d is written %q and read as %d, %v", s, int64(d), Decimal(d), int64(again), err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"9/8/2024", "09-08-2024", "2024-08-09", "31/2/2024", "", "1/1/0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if again, err := ParseDate(ShortDate(d)); err != nil || again != d || d.IsZero() {
			t.Errorf("%q: %v is written %q and read as %v, %v", s, d, ShortDate(d), again, err)
		}
	})
}

func TestParseCount(t *testing.T) {
	for in, want := range map[string]int64{"0": 0, " 12 ": 12, "1.250": 1250, "1 250": 1250, "1250": 1250, "-3": -3, "-1.250": -1250, "007": 7} {
		if got, err := ParseCount(in); err != nil || got != want {
			t.Errorf("ParseCount(%q) = %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "1,5", "1.5", "12.50", "1.2500", "+3", "3 hồ sơ", "0x10", "1_000", "99999999999999999999", "--1"} {
		if got, err := ParseCount(in); !errors.Is(err, ErrCountForm) {
			t.Errorf("ParseCount(%q) = %d, %v", in, got, err)
		}
	}
}

func TestParseMonth(t *testing.T) {
	tests := []struct {
		in   string
		want string
		err  error
	}{
		{"7/2024", "2024-07", nil},
		{" 07/2024 ", "2024-07", nil},
		{"12-2024", "2024-12", nil},
		{"2024-07", "2024-07", nil},
		{"13/2024", "", ErrMonthForm},
		{"0/2024", "", ErrMonthForm},
		{"7/24", "", ErrMonthForm},
		{"", "", ErrMonthForm},
	}
	for _, tt := range tests {
		got, err := ParseMonth(tt.in)
		if got.String() != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("ParseMonth(%q) = %s, %v; want %s, %v", tt.in, got, err, tt.want, tt.err)
		}
		if err == nil {
			if again, err := ParseMonth(MonthYear(got)); err != nil || again != got {
				t.Errorf("%s is not read back as it is written: %s, %v", got, again, err)
			}
		}
	}
}
