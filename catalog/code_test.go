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

// The key does not depend on capitals, nor on what a province writes behind it; a code and its key are of one kind.
func TestCode_spellings(t *testing.T) {
	key := rapid.StringMatching(`[1-6]\.[0-9]{6,9}`)
	behind := rapid.StringMatching(`(\.[0-9]{3}\.[0-9]{2}\.[0-9]{2})?(\.[GH][0-9]{2}(-[a-zđ]{0,5})?)?|\.[0-9]{2}`)
	rapid.Check(t, func(t *rapid.T) {
		want := key.Draw(t, "key")
		code := Code(want + behind.Draw(t, "behind"))
		if code.Key() != Code(want) || !code.IsNational() || code.Serial() != want[2:] {
			t.Fatalf("%q: key %q, national %v, serial %q; want %q", code, code.Key(), code.IsNational(),
				code.Serial(), want)
		}
	})
	own := rapid.StringMatching(`[a-zA-ZđĐ][a-zA-Z0-9_-]{0,20}`)
	rapid.Check(t, func(t *rapid.T) {
		code := own.Draw(t, "code")
		if a, b := Code(strings.ToLower(code)).Key(), Code(strings.ToUpper(code)).Key(); a != b {
			t.Fatalf("%q: key %q in small letters, %q in capitals", code, a, b)
		}
		if c := Code(code); !c.Valid() || !c.Key().Valid() || c.IsNational() || c.Serial() != "" {
			t.Fatalf("%q: valid %v, key %q, national %v, serial %q", c, c.Valid(), c.Key(), c.IsNational(), c.Serial())
		}
	})
}

// handbook §4.4: what a code is made of, and what only looks like a part of it.
func TestCode_parts(t *testing.T) {
	for _, c := range []struct {
		name, code string
		key        Code
	}{
		{"a letter that is neither province nor ministry", "1.012753.K19", "1.012753.K19"},
		{"a province in a small letter", "1.012753.h19", "1.012753.H19"},
		{"a province of one digit", "1.012753.H1", "1.012753.H1"},
		{"a province of three digits", "1.012753.H190", "1.012753.H190"},
		{"two of the three unit levels", "1.001193.000.00", "1.001193.000.00"},
		{"four unit levels", "1.001193.000.00.00.00", "1.001193.000.00.00.00"},
		{"a case of three digits", "1.000358.001", "1.000358.001"},
		{"a case with a province", "1.000358.01.H19", "1.000358.01.H19"},
		{"text behind unit levels alone", "1.012790.000.00.00-abc", "1.012790.000.00.00-ABC"},
		{"text behind a case", "1.000358.01-abc", "1.000358.01-ABC"},
		{"ten digits", "1.0123456789", "1.0123456789"},
		{"five digits", "1.01234", "1.01234"},
		{"a comma for the dot", "1,012345", "1,012345"},
		{"text behind the province", "1.012790.H41-Xoa", "1.012790"},
		{"a dash behind the province", "1.012790.H41-", "1.012790"},
	} {
		if got := Code(c.code).Key(); got != c.key {
			t.Errorf("%s: key of %q is %q, want %q", c.name, c.code, got, c.key)
		}
	}
}

// Whatever stands where a code should: its key is settled, and no two kinds of code share one.
func FuzzCode(f *testing.F) {
	for _, s := range []string{"", "1.001193", "1.001193.000.00.00.H50", "1.012790.000.00.00.H41-abc", "1.000358.01", "NB-01",
		"nb-01", "1.014325-Xoa", " 1.014325", "1.014325\n", "đk_01", "ﬀ", "ß", "1.\u0660\u0661\u0662\u0663\u0664\u0665"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		code := Code(raw)
		key := code.Key()
		if key.Key() != key {
			t.Errorf("%q has the key %q, of which the key is %q", raw, key, key.Key())
		}
		if key.IsNational() != code.IsNational() || (code.Serial() != "") != code.IsNational() {
			t.Errorf("%q: national %v, its key %q national %v, serial %q", raw, code.IsNational(), key,
				key.IsNational(),
				code.Serial())
		}
		if code.IsNational() && !strings.HasPrefix(raw, string(key)) {
			t.Errorf("%q has the key %q, which does not stand in front", raw, key)
		}
	})
}
