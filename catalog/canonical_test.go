package catalog

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/value"
	"rasoat/viet"
)

// whole lets cmp look into values that may be unknown.
var whole = cmp.Exporter(func(reflect.Type) bool { return true })

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

// distinct puts another decomposed text into every field below v, so that a field written into another shows.
func distinct(v reflect.Value, n *int) {
	if v.Kind() == reflect.String {
		*n++
		v.SetString(decomposed + strconv.Itoa(*n))
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		distinct(v.Index(0), n)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				distinct(v.Field(i), n)
			}
		}
	}
}

// Every text comes out in NFC, in its own field: none is lost, none stands in the place of another.
func TestCanonicalKeepsEachTextInItsField(t *testing.T) {
	var p Procedure
	n := 0
	distinct(reflect.ValueOf(&p).Elem(), &n)
	got := textsOf(reflect.ValueOf(Canonical(p)))
	want := textsOf(reflect.ValueOf(p))
	if len(got) != n || len(want) != n {
		t.Fatalf("%d and %d texts, want %d", len(got), len(want), n)
	}
	enumerations := map[string]bool{"Kind": true, "Group": true, "Status": true, "Ours": true, "Level": true,
		"Channel": true, "Unit": true, "FeeState": true, "FeeKind": true, "Part": true}
	for i, w := range want {
		if !enumerations[w.kind] {
			w.text = viet.NFC(w.text)
		}
		if got[i] != w {
			t.Errorf("text %d is %q (%s), want %q (%s)", i+1, got[i].text, got[i].kind, w.text, w.kind)
		}
	}
}

type typedText struct{ kind, text string }

// textsOf lists the texts below v, in the order of the fields.
func textsOf(v reflect.Value) (out []typedText) {
	switch v.Kind() {
	case reflect.String:
		return []typedText{{v.Type().Name(), v.String()}}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, textsOf(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out = append(out, textsOf(v.Field(i))...)
			}
		}
	}
	return out
}

// Lists whose order means nothing, in every order and with repetitions; two entries that share a name differ by the
// rest.
func TestEqual_listsWithoutOrder(t *testing.T) {
	named := []Named{{"Sở Nội vụ", "H50.1"}, {"Sở Nội vụ", "H50.2"}, {"Ủy ban nhân dân cấp xã", "H50.1"}}
	texts := []string{"Ban", "Anh", "Chị"}
	law := []LegalBasis{{"1/2020/NĐ-CP", "Nghị định A", ""}, {"1/2020/NĐ-CP", "Nghị định B", ""}, {"", "Luật", "Luật số 1"},
		{"", "Luật", "Luật số 2"}, {"2/2020/NĐ-CP", "Nghị định A", ""}}
	all := Procedure{Levels: []Level{Province, Commune, Ministry}, Applicants: texts, Agencies: named, Authorities: named,
		Delegates: named, Partners: named, Forms: texts, Results: named, Law: law, None: []Part{PartFees, PartConditions},
		AlsoKnown: texts, LifeEvents: texts, Dossier: []DossierCase{{Papers: []Paper{{Name: "Đơn", Forms: texts}}}}}
	rapid.Check(t, func(t *rapid.T) {
		p := all
		p.Levels, p.None = shuffled(t, all.Levels), shuffled(t, all.None)
		p.Agencies, p.Authorities = shuffled(t, named), shuffled(t, named)
		p.Delegates, p.Partners, p.Results = shuffled(t, named), shuffled(t, named), shuffled(t, named)
		p.Applicants, p.Forms, p.AlsoKnown, p.LifeEvents = shuffled(t, texts), shuffled(t, texts), shuffled(t, texts),
			shuffled(t, texts)
		p.Law = shuffled(t, law)
		p.Dossier = []DossierCase{{Papers: []Paper{{Name: "Đơn", Forms: shuffled(t, texts)}}}}
		if !Equal(all, p) {
			t.Fatalf("another order is another content:\n%s", cmp.Diff(Canonical(all), Canonical(p), whole))
		}
		if changed := Diff(all, p).Changed(); len(changed) > 0 {
			t.Fatalf("another order is a change of %v", changed)
		}
	})
}

// shuffled is a list in another order with one of its items twice.
func shuffled[T any](t *rapid.T, list []T) []T {
	again := rapid.SampledFrom(list).Draw(t, "again")
	return rapid.Permutation(append(slices.Clone(list), again)).Draw(t, "order")
}

// Lists whose order is a statement: steps, channels, papers, cases, fees and online services.
func TestEqual_listsWithOrder(t *testing.T) {
	two := func(p *Procedure) {
		p.Dossier = append(p.Dossier, DossierCase{Name: "Nếu ủy quyền"})
		p.Fees = []Fee{{State: FeeFree}, {State: FeeSetBy}}
		p.OnlineCases = []OnlineCase{{Code: "1.900001.01"}, {Code: "1.900001.02"}}
	}
	for _, c := range []struct {
		name   string
		change func(*Procedure)
	}{
		{"steps", func(p *Procedure) { slices.Reverse(p.Steps) }},
		{"channels", func(p *Procedure) { slices.Reverse(p.Methods) }},
		{"cases", func(p *Procedure) { slices.Reverse(p.Dossier) }},
		{"papers", func(p *Procedure) { slices.Reverse(p.Dossier[0].Papers) }},
		{"fees", func(p *Procedure) { slices.Reverse(p.Fees) }},
		{"online services", func(p *Procedure) { slices.Reverse(p.OnlineCases) }},
	} {
		old, new := certificate(), certificate()
		two(&old)
		two(&new)
		c.change(&new)
		if Equal(old, new) {
			t.Errorf("%s in another order: Equal = true, want false", c.name)
		}
	}
}

func BenchmarkEqual(b *testing.B) {
	x, y := certificate(), certificate()
	for b.Loop() {
		Equal(x, y)
	}
}
