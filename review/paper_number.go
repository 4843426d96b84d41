package review

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"rasoat/value"
	"rasoat/viet"
)

// PaperNumber is the number of a paper that the commune issues (số của văn bản): 95, with the symbol that says of which
// kind it is (ký hiệu): "BC-UBND". Papers of one symbol stand in one row of numbers, which begins anew each year.
//
// Decree 30/2020/NĐ-CP, appendix I.
type PaperNumber struct {
	Number int
	Symbol string // as the kind of paper has it: "TTr-UBND"; in capitals where none is known; empty: none was given
}

var paperNumber = regexp.MustCompile(`^(?:SỐ\s*:?\s*)?0*([1-9]\d{0,4})\s*(?:/\s*(\S.*))?$`)

// ParsePaperNumber reads a number as people write it: "95", "095", "95/BC-UBND", "Số: 95/BC-UBND".
//
// What is wrong stands at the field number.
//
//	paper.missing paper.number
func ParsePaperNumber(typed string) (PaperNumber, value.Problems) {
	clean := strings.ToUpper(viet.Clean(typed))
	if clean == "" {
		return PaperNumber{}, value.Problems{{Field: "number", Code: "paper.missing"}}
	}
	part := paperNumber.FindStringSubmatch(clean)
	if part == nil {
		return PaperNumber{}, value.Problems{{Field: "number", Code: "paper.number", Args: []any{viet.Clean(typed)}}}
	}
	n, _ := strconv.Atoi(part[1]) // at most five digits
	return PaperNumber{Number: n, Symbol: strings.ReplaceAll(part[2], " ", "")}, nil
}

// Digits is the number as it stands before the symbol: numbers below 10 begin with a nought.
func (n PaperNumber) Digits() string { return fmt.Sprintf("%02d", n.Number) }

// String is number and symbol: "05/BC-UBND".
func (n PaperNumber) String() string {
	if n.Symbol == "" {
		return n.Digits()
	}
	return n.Digits() + "/" + n.Symbol
}

// Row names the row of numbers in which the number stands within a year: its symbol, however it is spelt.
func (n PaperNumber) Row() string { return strings.ToUpper(n.Symbol) }

// Of is the number under the symbol of a kind of paper; another symbol that was written behind it is a mistake.
//
//	paper.symbol
func (n PaperNumber) Of(symbol string) (PaperNumber, value.Problems) {
	if n.Symbol != "" && n.Symbol != strings.ToUpper(symbol) {
		return n, value.Problems{{Field: "number", Code: "paper.symbol", Args: []any{n.Symbol, symbol}}}
	}
	n.Symbol = symbol
	return n, nil
}

// SameNumber reports whether two papers of one kind and year have one number, however it is spelt.
func SameNumber(a, b string) bool {
	m, unread := ParsePaperNumber(a)
	n, unreadToo := ParsePaperNumber(b)
	if len(unread)+len(unreadToo) > 0 {
		return viet.Fold(a) == viet.Fold(b)
	}
	return m.Number == n.Number && (m.Symbol == "" || n.Symbol == "" || m.Row() == n.Row())
}
