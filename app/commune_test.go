package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// A report names the commune as the issuer of its plan, never the one that the starting content came from.
func TestCommune_IssuerOf(t *testing.T) {
	seeded := review.Plan{Issuer: "Ủy ban nhân dân xã Vĩnh Chấp"}
	for _, tt := range []struct {
		commune Commune
		want    string
	}{
		{Commune{}, ""},
		{Commune{Kind: "xã", Name: "Vĩnh Chấp"}, "Ủy ban nhân dân xã Vĩnh Chấp"},
		{Commune{Kind: "phường", Name: "An Bình"}, "Ủy ban nhân dân phường An Bình"},
	} {
		if got := tt.commune.issuerOf(seeded); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.commune.Title(), got, tt.want)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: who signs the committee's papers, the chairman's and the unit's, and what the unit
// is called.
func TestCommune_Letterhead(t *testing.T) {
	ward := Commune{
		Kind:          "phường",
		Name:          "An Bình",
		Superior:      "UBND tỉnh Đồng Tháp",
		Capacity:      "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
		SignTitle:     "PHÓ CHỦ TỊCH",
		Signer:        "Trần Thị Mai",
		ControlUnit:   "Trung tâm Phục vụ hành chính công",
		ControlSymbol: "TTPVHCC",
		ControlTitle:  "GIÁM ĐỐC",
		ControlSigner: "Lê Văn Bảo",
	}
	l := ward.letterhead("BC")
	want := report.ControlUnit{Name: "Trung tâm Phục vụ hành chính công phường An Bình", Symbol: "TTPVHCC",
		Issuer: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Signature: report.Signature{Title: "GIÁM ĐỐC",
			Signer: "Lê Văn Bảo"}}
	if l.Unit != want {
		t.Errorf("the unit: %+v", l.Unit)
	}
	if got := l.Recipients; !slices.Equal(got, []string{"UBND tỉnh Đồng Tháp", "Lưu: VT, TTPVHCC"}) {
		t.Errorf("recipients: %q", got)
	}
	ward.ChairmanCapacity, ward.ChairmanTitle, ward.ControlUnit = "TUQ. CHỦ TỊCH", "GIÁM ĐỐC",
		"Văn phòng phường An Bình"
	if l = ward.letterhead("QĐ"); l.Chairman != (report.Signature{Capacity: "TUQ. CHỦ TỊCH", Title: "GIÁM ĐỐC"}) {
		t.Errorf("by authorisation: %+v", l.Chairman)
	}
	if l.Unit.Name != "Văn phòng phường An Bình" {
		t.Errorf("a unit that names the ward itself: %q", l.Unit.Name)
	}
	if l = (Commune{Kind: "phường", Name: "An Bình"}).letterhead("BC"); l.Unit != (report.ControlUnit{}) {
		t.Errorf("a unit that nobody named: %+v", l.Unit)
	}
}

func TestSaveCommune(t *testing.T) {
	a := openTest(t)
	c := Commune{Kind: "xã", Name: " An  Bình ", Signer: "Trần Văn Bảo"}
	if err := a.SaveCommune(t.Context(), CommandPerson, c, 0); err != nil {
		t.Fatal(err)
	}
	c.Signer = "Lê Thị Lan"
	var conflict *value.Conflict
	if err := a.SaveCommune(t.Context(), CommandPerson, c, 0); !errors.As(err, &conflict) || conflict.Newest != 1 {
		t.Errorf("saved over a newer one: %v", err)
	}
	if err := a.SaveCommune(t.Context(), CommandPerson, c, 1); err != nil {
		t.Fatal(err)
	}
	history, err := a.CommuneHistory(t.Context())
	if err != nil || len(history) != 2 || history[0].Value.Signer != "Lê Thị Lan" ||
		history[1].Value.Name != "An Bình" || history[0].Author != "cmd" {
		t.Errorf("%+v %v", history, err)
	}
	if err := a.SaveCommune(t.Context(), Person{Name: "x"}, c, 2); !errors.Is(err, value.ErrForbidden) {
		t.Error(err)
	}
	for want, change := range map[string]func(*Commune){
		"commune.name_missing": func(c *Commune) { c.Name = "" },
		"commune.kind_unknown": func(c *Commune) { c.Kind = "tỉnh" },
		"text.too_long":        func(c *Commune) { c.Superior = strings.Repeat("ạ", 201) },
		"commune.units_many":   func(c *Commune) { c.Units = manyUnits(61) },
		"commune.authority":    func(c *Commune) { c.ChairmanCapacity = "phó chủ tịch" },
		"commune.symbol_form":  func(c *Commune) { c.ControlSymbol = "T T/X" },
		"number.negative":      func(c *Commune) { c.Inhabitants = -1 },
		"commune.phone":        func(c *Commune) { c.DeskPhone = "0233 3820 125; gọi bà Lan" },
		"number.too_large":     func(c *Commune) { c.Inhabitants = 1_000_001 },
	} {
		bad := c
		change(&bad)
		if err := a.SaveCommune(t.Context(), CommandPerson, bad, 2); codeOf(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// Telephone numbers are kept as they are written, and dialled by their digits.
func TestCommune_Phones(t *testing.T) {
	for text, want := range map[string][]Phone{
		"":                               nil,
		" ; ":                            nil,
		"113":                            {{"113", "113"}},
		"0233.3820.125; (0233) 912-345":  {{"0233.3820.125", "02333820125"}, {"(0233) 912-345", "0233912345"}},
		"+84 233 3820 125,0233 3820 126": {{"+84 233 3820 125", "+842333820125"}, {"0233 3820 126", "02333820126"}},
	} {
		if got := (Commune{DeskPhone: text}).Phones(); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"": true, "0233 3820 125": true, "+84 233 3820 125; 113": true, "12": false, "1234567890123456": false,
		"ba số": false, "0233 - Lan": false, "<b>123</b>": false,
	} {
		if got := arePhones(text); got != want {
			t.Errorf("%q is taken for telephone numbers: %v", text, got)
		}
	}
}

func manyUnits(n int) []string {
	units := make([]string, n)
	for i := range units {
		units[i] = strings.Repeat("x", i+1)
	}
	return units
}
