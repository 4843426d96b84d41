package viet

import (
	"strconv"
	"strings"

	"rasoat/value"
)

// Number is n as it is written: "77.893.240", "-30.000".
func Number(n int64) string { return Comma(strconv.FormatInt(n, 10)) }

// Money is an amount with its unit: "77.893.240 đồng".
func Money(m value.Money) string { return Number(int64(m)) + " đồng" }

// Decimal is d as it is written: "0,5", "1.505,25".
func Decimal(d value.Decimal) string { return Comma(d.String()) }

// Percent turns a percentage of value.Ratio into the written one: "55.80" is "55,80%". The empty text, no percentage,
// stays empty.
func Percent(machine string) string {
	if machine == "" {
		return ""
	}
	return Comma(machine) + "%"
}

// Comma turns a number as machines write it into the written one: thousands with a dot, decimals behind a
// comma, "1505.5" is "1.505,5". What is no such number comes back as it is.
func Comma(machine string) string {
	digits, minus := strings.CutPrefix(machine, "-")
	whole, frac, dot := strings.Cut(digits, ".")
	if !isDigits(whole) || dot && !isDigits(frac) {
		return machine
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if dot {
		whole += "," + frac
	}
	if minus {
		whole = "-" + whole
	}
	return whole
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
