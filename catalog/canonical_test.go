package catalog

import (
	"reflect"
	"slices"
	"testing"

	"rasoat/value"
	"rasoat/viet"
)

const decomposed = "Thu\u031b\u0309 tu\u0323c" // Thử tục, as NFD

// fill puts something into every field below v: the text s, one item into each list, 1, true.
func fill(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), s)
	case reflect.Struct:
		switch v.Interface().(type) {
		case value.Date:
			v.Set(reflect.ValueOf(value.MustDate("2024-01-05")))
		case value.Opt[int]:
			v.Set(reflect.ValueOf(value.Known(1)))
		case value.Opt[value.Decimal]:
			v.Set(reflect.ValueOf(value.Known(value.Whole(1))))
		case value.Opt[value.Money]:
			v.Set(reflect.ValueOf(value.Known[value.Money](1)))
		default:
			for i := range v.NumField() {
				fill(v.Field(i), s)
			}
		}
	case reflect.Bool:
		v.SetBool(true)
	}
}

// No field is forgotten: a procedure all in NFD is the same as one all in NFC, and enumerations apart its
// canonical form is the latter.
func TestCanonicalReachesEveryText(t *testing.T) {
	var nfd, nfc Procedure
	fill(reflect.ValueOf(&nfd).Elem(), decomposed)
	fill(reflect.ValueOf(&nfc).Elem(), viet.NFC(decomposed))
	for _, p := range []*Procedure{&nfd, &nfc} { // enumerations are ASCII: nothing to normalize
		p.Kind, p.Group, p.Status, p.Ours, p.Levels, p.None = Public, GroupA, InForce, Decides, []Level{Commune},
			[]Part{PartFees}
		p.Methods[0].Channel, p.Methods[0].Limit.Unit, p.Limit.Unit, p.OnlineCases[0].Limit.Unit = Online, Days, Days,
			Days
		for _, f := range []*Fee{&p.Fees[0], &p.Methods[0].Fees[0]} {
			f.State, f.Kind = FeeFree, FeeFee
		}
	}
	if !reflect.DeepEqual(Canonical(nfd), nfc) {
		t.Errorf("Canonical leaves something decomposed:\n%+v", Canonical(nfd))
	}
	if !Equal(nfd, nfc) {
		t.Error("Unicode forms make a difference")
	}
}

// No field is forgotten: a change of any one makes another content, and another comparison.
func TestEveryFieldMakesADifference(t *testing.T) {
	typ := reflect.TypeFor[Procedure]()
	for i := range typ.NumField() {
		old, new := certificate(), certificate()
		field := reflect.ValueOf(&new).Elem().Field(i)
		fill(field, "khác")
		if name := typ.Field(i).Name; name == "Code" {
			continue // what versions are of, not what they say
		} else if Equal(old, new) {
			t.Errorf("%s: Equal sees no difference", name)
		} else if len(Diff(old, new).Changed()) == 0 {
			t.Errorf("%s: Diff sees no difference", name)
		} else if len(Describe(old, new)) == 0 {
			t.Errorf("%s: Describe says nothing", name)
		}
	}
}

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   bool
	}{
		{"nothing changed", func(p *Procedure) {}, true},
		{"law in another order", func(p *Procedure) { slices.Reverse(p.Law) }, true},
		{"applicants in another order", func(p *Procedure) { slices.Reverse(p.Applicants) }, true},
		{"an applicant twice", func(p *Procedure) { p.Applicants = append(p.Applicants, p.Applicants[0]) }, true},
		{"an empty list for none", func(p *Procedure) { p.Partners, p.Dossier[0].Papers[1].Forms = []Named{}, []string{} }, true},
		{"steps in another order", func(p *Procedure) { slices.Reverse(p.Steps) }, false},
		{"papers in another order", func(p *Procedure) { slices.Reverse(p.Dossier[0].Papers) }, false},
		{"a paper without its number", func(p *Procedure) { p.Dossier[0].Papers[0].Originals = value.Opt[int]{} }, false},
		{"an unknown number is not 0", func(p *Procedure) { p.Dossier[0].Papers[0].Copies = value.Known(0) }, false},
		{"a document less", func(p *Procedure) { p.Law = p.Law[:1] }, false},
		{"a fee of a channel", func(p *Procedure) { p.Methods[1].Fees[0].Amount = value.Known[value.Money](1) }, false},
	} {
		p := certificate()
		c.change(&p)
		if got := Equal(certificate(), p); got != c.want {
			t.Errorf("%s: Equal = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCanonicalSharesNothing(t *testing.T) {
	p := certificate()
	c := Canonical(p)
	c.Law[0].Number, c.Steps[0].Text, c.Dossier[0].Papers[0].Forms[0], c.Methods[0].Fees[0].Text = "x", "x", "x", "x"
	if !Equal(p, certificate()) {
		t.Error("a change to the canonical form reaches the procedure")
	}
	if !reflect.DeepEqual(Canonical(Canonical(p)), Canonical(p)) {
		t.Error("the canonical form has another canonical form")
	}
}

func BenchmarkEqual(b *testing.B) {
	x, y := certificate(), certificate()
	for b.Loop() {
		Equal(x, y)
	}
}
