package catalog

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// handbook §4.4: the variants in which a code is written, and what must not be taken for one.
func TestCode(t *testing.T) {
	for _, c := range []struct {
		name, code string
		valid      bool
		key        Code
		national   bool
		serial     string
	}{
		{"national key", "1.001193", true, "1.001193", true, "001193"},
		{"zeros at the end count", "1.001190", true, "1.001190", true, "001190"},
		{"another code than the one before", "1.00119", true, "1.00119", false, ""},
		{"with unit levels and province", "1.001193.000.00.00.H50", true, "1.001193", true, "001193"},
		{"with unit levels alone", "1.001193.000.00.00", true, "1.001193", true, "001193"},
		{"with province alone", "1.012753.H19", true, "1.012753", true, "012753"},
		{"of a ministry", "2.000815.G15", true, "2.000815", true, "000815"},
		{"case of an online service", "1.000358.01", true, "1.000358", true, "000358"},
		{"text behind a province", "1.012790.000.00.00.H41-abc", true, "1.012790", true, "012790"},
		{"internal", "6.006594", true, "6.006594", true, "006594"},
		{"seven digits", "1.0133611", true, "1.0133611", true, "0133611"},
		{"nine digits", "2.009182739", true, "2.009182739", true, "009182739"},
		{"marked for deletion", "1.014325-Xoa", true, "1.014325-XOA", false, ""},
		{"a blank before it", " 1.014325", false, " 1.014325", false, ""},
		{"a blank behind it", "1.014325 ", false, "1.014325 ", false, ""},
		{"a line break behind it", "1.014325\n", false, "1.014325\n", false, ""},
		{"own", "NB-01", true, "NB-01", false, ""},
		{"own in small letters", "nb-01", true, "NB-01", false, ""},
		{"own with accents", "đk_01", true, "ĐK_01", false, ""},
		{"two series digits", "11.001193", true, "11.001193", false, ""},
		{"a letter among the digits", "1.00119O", true, "1.00119O", false, ""},
		{"empty", "", false, "", false, ""},
		{"a slash", "1/001193", false, "1/001193", false, ""},
		{"40 letters", strings.Repeat("đ", 40), true, Code(strings.Repeat("Đ", 40)), false, ""},
		{"41 letters", strings.Repeat("a", 41), false, Code(strings.Repeat("A", 41)), false, ""},
	} {
		code := Code(c.code)
		if code.Valid() != c.valid || code.Key() != c.key || code.IsNational() != c.national ||
			code.Serial() != c.serial {
			t.Errorf("%s: %q: valid %v, key %q, national %v, serial %q; want %v, %q, %v, %q", c.name, c.code,
				code.Valid(), code.Key(), code.IsNational(), code.Serial(), c.valid, c.key, c.national, c.serial)
		}
	}
}

func TestKeyOfAKeyIsTheKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Code(rapid.OneOf(rapid.String(),
			rapid.StringMatching(`[1-6]\.[0-9]{5,10}(\.[0-9]{2,3}){0,3}(\.[GH][0-9]{2})?(-.*)?`)).Draw(t, "code"))
		if c.Key().Key() != c.Key() {
			t.Fatalf("%q has the key %q, of which the key is %q", c, c.Key(), c.Key().Key())
		}
	})
}
