package viet

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"rasoat/value"
)

// Handbook §5.4: thousands with a dot, decimals with a comma.
func TestNumber(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1.000", 24_124: "24.124", 123_456: "123.456", 77_893_240: "77.893.240",
		-1: "-1", -999: "-999", -30_000: "-30.000", -100: "-100", 2_306_000_000_000: "2.306.000.000.000",
		math.MaxInt64: "9.223.372.036.854.775.807", math.MinInt64: "-9.223.372.036.854.775.808",
	} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestMoney(t *testing.T) {
	for m, want := range map[value.Money]string{
		0: "0 đồng", 77_893_240: "77.893.240 đồng", -30_000: "-30.000 đồng",
	} {
		if got := Money(m); got != want {
			t.Errorf("Money(%d) = %q, want %q", m, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for d, want := range map[value.Decimal]string{
		0: "0", 5000: "0,5", 1: "0,0001", 12_0000: "12", 1505_5000: "1.505,5", 10_000_0000: "10.000",
	} {
		if got := Decimal(d); got != want {
			t.Errorf("Decimal(%d) = %q, want %q", int64(d), got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for machine, want := range map[string]string{
		"55.80": "55,80%", "100": "100%", "-10.00": "-10,00%", "19.996": "19,996%", "1234.50": "1.234,50%", "": "",
	} {
		if got := Percent(machine); got != want {
			t.Errorf("Percent(%q) = %q, want %q", machine, got, want)
		}
	}
}

func TestComma(t *testing.T) {
	for machine, want := range map[string]string{
		"1505.5": "1.505,5", "1505": "1.505", "0.0001": "0,0001", "-1234.5": "-1.234,5",
		"": "", "-": "-", ".5": ".5", "5.": "5.", "1.2.3": "1.2.3", "NB-01": "NB-01", "1e3": "1e3", "--1": "--1",
	} {
		if got := Comma(machine); got != want {
			t.Errorf("Comma(%q) = %q, want %q", machine, got, want)
		}
	}
}

func TestNumbers_ReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64().Draw(t, "n")
		for _, written := range []string{Number(n), Money(value.Money(n))} {
			if got, err := ParseMoney(written); err != nil || got != value.Money(n) {
				t.Fatalf("%q read as %v, %v", written, got, err)
			}
		}
		d := value.Decimal(rapid.Int64Range(0, 1e16-1).Draw(t, "d"))
		if got, err := ParseDecimal(Decimal(d)); err != nil || got != d {
			t.Fatalf("%q read as %v, %v", Decimal(d), got, err)
		}
	})
}
