package review

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// Decree 30/2020/NĐ-CP, appendix I: a number, and the symbol that says of which kind the paper is.
func TestParsePaperNumber(t *testing.T) {
	for _, tt := range []struct{ typed, want, problem string }{
		{"95", "95", ""},
		{"095", "95", ""},
		{" 95 ", "95", ""},
		{"95/BC-UBND", "95/BC-UBND", ""},
		{"095/bc-ubnd", "95/BC-UBND", ""},
		{"95 / BC - UBND", "95/BC-UBND", ""},
		{"Số: 95/BC-UBND", "95/BC-UBND", ""},
		{"số 5", "05", ""},
		{"5/qđ-ubnd", "05/QĐ-UBND", ""},
		{norm.NFD.String("5/QĐ-UBND"), "05/QĐ-UBND", ""},
		{"12345", "12345", ""},
		{"", "", "paper.missing"},
		{"   ", "", "paper.missing"},
		{"0", "", "paper.number"},
		{"123456", "", "paper.number"},
		{"-5", "", "paper.number"},
		{"BC-UBND", "", "paper.number"},
		{"95-BC", "", "paper.number"},
		{"95/", "", "paper.number"},
		{"9 5", "", "paper.number"},
	} {
		got, p := ParsePaperNumber(tt.typed)
		switch {
		case p != nil && p[0].Code != tt.problem, p == nil && tt.problem != "":
			t.Errorf("%q has the problem %v, want %q", tt.typed, p, tt.problem)
		case p == nil && got.String() != tt.want:
			t.Errorf("%q is %s, want %s", tt.typed, got, tt.want)
		}
	}
}

func TestPaperNumber_Of(t *testing.T) {
	for _, tt := range []struct{ typed, symbol, want, problem string }{
		{"5", "BC-UBND", "05/BC-UBND", ""},
		{"5/bc-ubnd", "BC-UBND", "05/BC-UBND", ""},
		{"5", "TTr-VP", "05/TTr-VP", ""},
		{"5/TTr-VP", "TTr-VP", "05/TTr-VP", ""},
		{"5/QĐ-UBND", "BC-UBND", "", "paper.symbol"},
	} {
		n, p := ParsePaperNumber(tt.typed)
		if p != nil {
			t.Fatal(p)
		}
		switch n, p = n.Of(tt.symbol); {
		case p != nil && p[0].Code != tt.problem, p == nil && tt.problem != "":
			t.Errorf("%q as %s has the problem %v, want %q", tt.typed, tt.symbol, p, tt.problem)
		case p == nil && n.String() != tt.want:
			t.Errorf("%q as %s is %s, want %s", tt.typed, tt.symbol, n, tt.want)
		}
	}
}

// However a number is spelt, it is the same number.
func TestParsePaperNumber_Spellings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := PaperNumber{Number: rapid.IntRange(1, 99999).Draw(t, "number"), Symbol: "BC-UBND"}
		typed := rapid.SampledFrom([]string{"", "Số ", "số: ", "SỐ:"}).Draw(t, "before") +
			rapid.SampledFrom([]string{"", "0", "00"}).Draw(t, "noughts") + want.Digits() +
			rapid.SampledFrom([]string{"/BC-UBND", " / bc-ubnd", "/Bc-Ubnd"}).Draw(t, "symbol")
		if got, p := ParsePaperNumber(typed); p != nil || got != want {
			t.Errorf("%q is %v (%v), want %v", typed, got, p, want)
		}
	})
}

func TestSameNumber(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"5", "05/QĐ-UBND", true},
		{"05/qđ-ubnd", "5/QĐ-UBND", true},
		{"5/QĐ-UBND", "5/QĐ-CT", false},
		{"5", "6", false},
		{"QĐ2338-BTP", "qđ2338-btp", true},
		{"QĐ2338-BTP", "2338", false},
	} {
		if SameNumber(tt.a, tt.b) != tt.want || SameNumber(tt.b, tt.a) != tt.want {
			t.Errorf("%s and %s: want %v", tt.a, tt.b, tt.want)
		}
	}
}
