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
	// dossier: delete "Ảnh chân dung (bản chính: 2)" ""
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
			[]string{"insert  → Hợp đồng", "delete Ảnh chân dung (bản chính: 2) →"}},
		{"the number of a paper", func(p *Procedure) { p.Dossier[0].Papers[2].Originals = value.Known(1) }, []Part{PartDossier},
			[]string{"replace Ảnh chân dung (bản chính: 2) → Ảnh chân dung (bản chính: 1)"}},
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
