package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/value"
)

func ExampleDiff() {
	old, new := certificate(), certificate()
	new.Dossier[0].Papers = new.Dossier[0].Papers[:2]
	new.Conditions = "Đủ 16 tuổi."
	for _, p := range Diff(old, new).Parts {
		for _, i := range p.Items {
			if i.Op != OpEqual {
				fmt.Printf("%s: %s %q %q\n", p.Part, i.Op, i.Old, i.New)
			}
		}
	}
	// Output:
	// dossier: delete "Ảnh chân dung (02 bản chính)" ""
	// conditions: replace "Đủ 18 tuổi." "Đủ 16 tuổi."
}

// told is the comparison of one part as lines "op old → new", unchanged items left out.
func told(c Comparison, part Part) []string {
	var out []string
	for _, p := range c.Parts {
		if p.Part != part {
			continue
		}
		for _, i := range p.Items {
			if i.Op != OpEqual {
				out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s → %s", i.Op, i.Old, i.New)))
			}
		}
	}
	return out
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		parts  []Part
		items  []string // of the first part
	}{
		{"nothing", func(p *Procedure) {}, nil, nil},
		{"name", func(p *Procedure) { p.Name = "Cấp bản sao" }, []Part{PartName}, []string{"replace Cấp giấy xác nhận → Cấp bản sao"}},
		{"a step less", func(p *Procedure) { p.Steps = slices.Delete(p.Steps, 1, 2) }, []Part{PartSteps},
			[]string{"delete Bước 2\nCông chức kiểm tra hồ sơ. →"}},
		{"a step moved", func(p *Procedure) { p.Steps = []Step{p.Steps[1], p.Steps[2], p.Steps[0]} }, []Part{PartSteps},
			[]string{"move Bước 1\nNgười dân nộp hồ sơ. → Bước 1\nNgười dân nộp hồ sơ."}},
		{"a step told otherwise", func(p *Procedure) { p.Steps[1].Text = "Công chức không kiểm tra." }, []Part{PartSteps},
			[]string{"replace Bước 2\nCông chức kiểm tra hồ sơ. → Bước 2\nCông chức không kiểm tra."}},
		{"another paper", func(p *Procedure) { p.Dossier[0].Papers[2] = Paper{Name: "Hợp đồng"} }, []Part{PartDossier},
			[]string{"insert  → Hợp đồng", "delete Ảnh chân dung (02 bản chính) →"}},
		{"the number of a paper", func(p *Procedure) { p.Dossier[0].Papers[2].Originals = value.Known(1) }, []Part{PartDossier},
			[]string{"replace Ảnh chân dung (02 bản chính) → Ảnh chân dung (01 bản chính)"}},
		{"a form", func(p *Procedure) { p.Dossier[0].Papers[0].Forms = nil }, []Part{PartForms}, []string{"delete Mẫu 01 →"}},
		{"a channel", func(p *Procedure) { p.Methods = append(p.Methods, Method{Channel: Online}) }, []Part{PartChannels}, []string{"insert  → Trực tuyến"}},
		{"a limit of one channel", func(p *Procedure) { p.Methods[0].Limit.Number = value.Known(value.Whole(3)) }, []Part{PartTimeLimit},
			[]string{"replace Trực tiếp: 5 ngày làm việc → Trực tiếp: 3 ngày làm việc"}},
		{"a fee of one channel", func(p *Procedure) { p.Methods[1].Fees = []Fee{{State: FeeFree}} }, []Part{PartFees},
			[]string{"replace Dịch vụ bưu chính công ích: Lệ phí: 10.000 đồng → Dịch vụ bưu chính công ích: miễn phí"}},
		{"law in another order", func(p *Procedure) { slices.Reverse(p.Law) }, nil, nil},
		{"a document more", func(p *Procedure) { p.Law = append(p.Law, LegalBasis{Raw: "Luật X"}) }, []Part{PartLegalBasis}, []string{"insert  → Luật X"}},
		{"fields of the record", func(p *Procedure) { p.Field, p.Status, p.FullOnline = "Đất đai", Repealed, true }, []Part{"status", "field", "full_online"},
			[]string{"replace in_force → repealed"}},
		{"all conditions", func(p *Procedure) { p.Conditions, p.None = "", []Part{PartConditions} }, []Part{PartConditions, "none"},
			[]string{"delete Đủ 18 tuổi. →"}},
		{"the Unicode form", func(p *Procedure) { p.Name = "Ca\u0302\u0301p giấy xác nhận" }, nil, nil},
	} {
		new := certificate()
		c.change(&new)
		got := Diff(certificate(), new)
		if diff := cmp.Diff(c.parts, got.Changed()); diff != "" {
			t.Errorf("%s: parts: -want +got\n%s", c.name, diff)
			continue
		}
		if len(c.parts) > 0 {
			if diff := cmp.Diff(c.items, told(got, c.parts[0])); diff != "" {
				t.Errorf("%s: items: -want +got\n%s", c.name, diff)
			}
		}
	}
}

// Whatever became of the items: those that are not inserted are the old ones, those not deleted the new ones.
func TestDiffLosesNoItem(t *testing.T) {
	step := rapid.Custom(func(t *rapid.T) Step {
		return Step{rapid.SampledFrom([]string{"", "Bước 1", "Bước 2"}).Draw(t, "name"), rapid.SampledFrom([]string{"nộp hồ sơ", "nộp hồ sơ tại xã", "trả kết quả", "ký", "x"}).Draw(t, "text")}
	})
	rapid.Check(t, func(t *rapid.T) {
		old := Procedure{Steps: rapid.SliceOfN(step, 0, 6).Draw(t, "old")}
		new := Procedure{Steps: rapid.SliceOfN(step, 0, 6).Draw(t, "new")}
		for _, p := range Diff(old, new).Parts {
			var before, after []string
			for _, i := range p.Items {
				if i.Op != OpInsert {
					before = append(before, i.Old)
				}
				if i.Op != OpDelete {
					after = append(after, i.New)
				}
			}
			slices.Sort(before) // moved items stand where they went
			if p.Changed && (!slices.Equal(before, slices.Sorted(slices.Values(p.Old))) ||
				!slices.Equal(after, p.New)) {
				t.Fatalf("old %q new %q\ntold %q and %q", p.Old, p.New, before, after)
			}
			if p.Changed != (strings.Join(p.Old, "\x00") != strings.Join(p.New, "\x00")) {
				t.Fatalf("changed is %v of %q and %q", p.Changed, p.Old, p.New)
			}
		}
	})
}

// stepTexts is a procedure of nothing but steps without names.
func stepTexts(texts ...string) (out Procedure) {
	for _, s := range texts {
		out.Steps = append(out.Steps, Step{Text: s})
	}
	return out
}

// How items are paired: those that read the same first, then those with the same key, then those that read alike.
func TestDiff_pairs(t *testing.T) {
	papers := func(names ...string) (p Procedure) {
		p.Dossier = []DossierCase{{}}
		for _, n := range names {
			p.Dossier[0].Papers = append(p.Dossier[0].Papers, Paper{Name: n})
		}
		return p
	}
	named := func(pairs ...string) (p Procedure) {
		for i := 0; i < len(pairs); i += 2 {
			p.Steps = append(p.Steps, Step{Name: pairs[i], Text: pairs[i+1]})
		}
		return p
	}
	for _, c := range []struct {
		name     string
		old, new Procedure
		part     Part
		want     []string
	}{
		{"the only step is that step, however it reads now", stepTexts("nộp hồ sơ"), stepTexts("trả kết quả"), PartSteps,
			[]string{"replace nộp hồ sơ → trả kết quả"}},
		{"the only paper is another paper", papers("Tờ khai"), papers("Hợp đồng"), PartDossier,
			[]string{"insert  → Hợp đồng", "delete Tờ khai →"}},
		{"of two steps each stays apart", stepTexts("nộp hồ sơ", "ký"), stepTexts("trả kết quả", "ký"), PartSteps,
			[]string{"insert  → trả kết quả", "delete nộp hồ sơ →"}},
		{"the only step of two", stepTexts("nộp hồ sơ", "ký"), stepTexts("trả kết quả"), PartSteps,
			[]string{"insert  → trả kết quả", "delete nộp hồ sơ →", "delete ký →"}},
		{"half of the words make it the same step", stepTexts("a b c d", "x"), stepTexts("a b y z", "x"), PartSteps,
			[]string{"replace a b c d → a b y z"}},
		{"less than half does not", stepTexts("a b c d", "x"), stepTexts("a y z w", "x"), PartSteps,
			[]string{"insert  → a y z w", "delete a b c d →"}},
		{"a word counts as often as it stands there", stepTexts("a b c d", "x"), stepTexts("a a a a", "x"), PartSteps,
			[]string{"insert  → a a a a", "delete a b c d →"}},
		{"capitals are no other words", stepTexts("Nộp Hồ Sơ", "x"), stepTexts("nộp hồ sơ ngay", "x"), PartSteps,
			[]string{"replace Nộp Hồ Sơ → nộp hồ sơ ngay"}},
		{"the name of a step ties it", named("Bước 1", "a b c d", "Bước 2", "e"), named("Bước 1", "u v x y", "Bước 2", "e"),
			PartSteps, []string{"replace Bước 1\na b c d → Bước 1\nu v x y"}},
		{"the same words tie, wherever the name stands again", named("Bước 1", "a", "Bước 2", "b"),
			named("Bước 2", "c", "Bước 2", "b"), PartSteps, []string{"insert  → Bước 2\nc", "delete Bước 1\na →"}},
		{"the same words tie before the name does", named("Bước 1", "a", "Bước 2", "b"), named("Bước 2", "b", "Bước 2", "c"),
			PartSteps, []string{"delete Bước 1\na →", "insert  → Bước 2\nc"}},
		{"each old item answers one new one", papers("Tờ khai"), papers("Tờ khai", "Tờ khai"), PartDossier,
			[]string{"insert  → Tờ khai"}},
		{"a step in front", stepTexts("a", "b"), stepTexts("c", "a", "b"), PartSteps, []string{"insert  → c"}},
		{"what went is told where it stood", stepTexts("a", "b", "c"), stepTexts("b", "d", "c"), PartSteps,
			[]string{"delete a →", "insert  → d"}},
		{"the last went", stepTexts("a", "b", "c"), stepTexts("a", "b"), PartSteps, []string{"delete c →"}},
		{"the first went to the end", stepTexts("a", "b", "c"), stepTexts("b", "c", "a"), PartSteps, []string{"move a → a"}},
		{"the last went to the front", stepTexts("a", "b", "c"), stepTexts("c", "a", "b"), PartSteps, []string{"move c → c"}},
		{"two changed places: one of them moved", stepTexts("a", "b"), stepTexts("b", "a"), PartSteps,
			[]string{"move a → a"}},
	} {
		if diff := cmp.Diff(c.want, told(Diff(c.old, c.new), c.part)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Only what moved is told as moved: no more items than must have, and those that are left kept their order.
func TestDiff_movesAsFewAsItTakes(t *testing.T) {
	letters := strings.Split("abcdef", "")
	rapid.Check(t, func(t *rapid.T) {
		before := letters[:rapid.IntRange(2, len(letters)).Draw(t, "n")]
		after := rapid.Permutation(before).Draw(t, "after")
		moved, stayed := 0, ""
		for _, p := range Diff(stepTexts(before...), stepTexts(after...)).Parts {
			for _, i := range p.Items {
				switch i.Op {
				case OpMove:
					moved++
				case OpEqual:
					stayed += i.New
				default:
					t.Fatalf("%v to %v: %s of %q", before, after, i.Op, i.Old+i.New)
				}
			}
		}
		if want := len(before) - longestRising(after); moved != want && !slices.Equal(before, after) {
			t.Fatalf("%v to %v: %d moved, want %d", before, after, moved, want)
		}
		if sorted := strings.Join(slices.Sorted(slices.Values(strings.Split(stayed, ""))), ""); stayed != sorted {
			t.Fatalf("%v to %v: %q is said to have kept its order", before, after, stayed)
		}
	})
}

// longestRising is the length of the longest rising run of a list, found by trying every choice of items.
func longestRising(list []string) int {
	best := 0
	for choice := range 1 << len(list) {
		n, last, rises := 0, "", true
		for i, x := range list {
			if choice&(1<<i) == 0 {
				continue
			}
			rises = rises && x > last
			n, last = n+1, x
		}
		if rises {
			best = max(best, n)
		}
	}
	return best
}

// An item that reads otherwise is told word by word; one that only moved, or stayed, is not.
func TestDiff_words(t *testing.T) {
	old := stepTexts("Nộp hồ sơ trong 05 ngày.", "Ký.", "Trả kết quả.")
	new := stepTexts("Nộp hồ sơ trong 03 ngày.", "Trả kết quả.", "Ký.")
	want := []ItemDiff{
		{OpReplace, "Nộp hồ sơ trong 05 ngày.", "Nộp hồ sơ trong 03 ngày.", []Segment{
			{OpEqual, "Nộp hồ sơ trong "}, {OpDelete, "05"}, {OpInsert, "03"}, {OpEqual, " ngày."}}, 1, 1},
		{OpEqual, "Trả kết quả.", "Trả kết quả.", nil, 3, 2},
		{OpMove, "Ký.", "Ký.", nil, 2, 3},
	}
	got := Diff(old, new)
	if diff := cmp.Diff(want, got.Parts[0].Items); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, p := range Diff(certificate(), certificate()).Parts {
		if p.Changed || p.Items != nil {
			t.Errorf("%s of the same procedure: changed %v, items %v", p.Part, p.Changed, p.Items)
		}
	}
}

// A comparison holds the parts that either version has, and none that neither has.
func TestDiff_parts(t *testing.T) {
	partsOf := func(c Comparison) (out []Part) {
		for _, p := range c.Parts {
			out = append(out, p.Part)
		}
		return out
	}
	for _, c := range []struct {
		name     string
		old, new Procedure
		want     []Part
	}{
		{"two empty ones", Procedure{}, Procedure{}, nil},
		{"a part that the old one has", Procedure{Conditions: "Đủ 18 tuổi."}, Procedure{}, []Part{PartConditions}},
		{"a part that the new one has", Procedure{}, Procedure{Field: "Hộ tịch"}, []Part{"field"}},
		{"a part that stayed", Procedure{Name: "Cấp thẻ"}, Procedure{Name: "Cấp thẻ", AnyPlace: true},
			[]Part{PartName, "any_place"}},
	} {
		if diff := cmp.Diff(c.want, partsOf(Diff(c.old, c.new))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}
