package value

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is a number ≥ 0 of at most four decimal places, held as ten-thousandths: "0.5" is 5000.
type Decimal int64

// DecimalScale is how many units of a Decimal make one.
const DecimalScale = 10_000

// Why a decimal is refused.
var (
	ErrDecimalForm     = errors.New("value: not a plain decimal")
	ErrDecimalNegative = errors.New("value: negative")
	ErrDecimalPlaces   = errors.New("value: more than four decimal places")
)

// ParseDecimal reads "12", "0.5", "0.0001". It refuses a comma, an exponent, a sign, a fifth decimal
// place other than a zero, and anything from 10¹² on (far beyond every bound of the cost tables).
func ParseDecimal(s string) (Decimal, error) {
	if strings.HasPrefix(s, "-") {
		if _, err := ParseDecimal(s[1:]); err == nil {
			return 0, fmt.Errorf("%w: %q", ErrDecimalNegative, s)
		}
		return 0, fmt.Errorf("%w: %q", ErrDecimalForm, s)
	}
	whole, frac, dot := strings.Cut(s, ".")
	if whole == "" || dot && frac == "" || !digits(whole) || !digits(frac) || len(whole) > 1 && whole[0] == '0' {
		return 0, fmt.Errorf("%w: %q", ErrDecimalForm, s)
	}
	if len(strings.TrimRight(frac, "0")) > 4 {
		return 0, fmt.Errorf("%w: %q", ErrDecimalPlaces, s)
	}
	if len(whole) > 12 {
		return 0, fmt.Errorf("%w: %q", ErrOverflow, s)
	}
	frac = (frac + "0000")[:4]
	n, err := strconv.ParseInt(whole+frac, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%w: %q", ErrDecimalForm, s)
	}
	return Decimal(n), nil
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Whole is n as a Decimal.
func Whole(n int64) Decimal { return Decimal(n * DecimalScale) }

// String writes the decimal without trailing zeros: "0.5", "12".
func (d Decimal) String() string { return FormatScaled(big.NewInt(int64(d)), 4) }

// FormatScaled writes n·10^-places as a plain decimal without trailing zeros.
func FormatScaled(n *big.Int, places int) string {
	neg := n.Sign() < 0
	s := new(big.Int).Abs(n).String()
	if len(s) <= places {
		s = strings.Repeat("0", places+1-len(s)) + s
	}
	whole, frac := s[:len(s)-places], strings.TrimRight(s[len(s)-places:], "0")
	if frac != "" {
		whole += "." + frac
	}
	if neg {
		whole = "-" + whole
	}
	return whole
}

// MarshalJSON writes the decimal as a string, the form in which it is exact everywhere.
func (d Decimal) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads a decimal given as string or as number.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	s := string(bytes.TrimSpace(b))
	if strings.HasPrefix(s, `"`) {
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	}
	v, err := ParseDecimal(s)
	if err != nil {
		return err
	}
	*d = v
	return nil
}
