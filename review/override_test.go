package review_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// A part written anew holds what was written, one item a line, and nothing of what stood there; every other part stays.
func TestPropose_overrideEachPart(t *testing.T) {
	for _, c := range []struct {
		part catalog.Part
		text string
		want func(p *catalog.Procedure)
	}{
		{catalog.PartName, " Cấp lại thẻ\n", func(p *catalog.Procedure) { p.Name = "Cấp lại thẻ" }},
		{catalog.PartSteps, "nộp\n\n  trả ", func(p *catalog.Procedure) {
			p.Steps = []catalog.Step{{Text: "nộp"}, {Text: "trả"}}
		}},
		{catalog.PartChannels, "tại xã", func(p *catalog.Procedure) { p.Methods[0].Text, p.Methods[1].Text = "tại xã", "" }},
		{catalog.PartDossier, "Đơn\nẢnh", func(p *catalog.Procedure) {
			p.Dossier = []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "Đơn"}, {Name: "Ảnh"}}}}
		}},
		{catalog.PartCopies, "01 (một) bộ", func(p *catalog.Procedure) { p.Copies = value.Known(1) }},
		{catalog.PartTimeLimit, "ngay trong ngày", func(p *catalog.Procedure) {
			p.Limit = catalog.TimeLimit{Text: "ngay trong ngày"}
			p.Methods[0].Limit, p.Methods[1].Limit = catalog.TimeLimit{}, catalog.TimeLimit{}
		}},
		{catalog.PartApplicants, "Công dân\nTổ chức", func(p *catalog.Procedure) { p.Applicants = []string{"Công dân", "Tổ chức"} }},
		{catalog.PartAgency, "UBND xã", func(p *catalog.Procedure) { p.Agencies = []catalog.Named{{Name: "UBND xã"}} }},
		{catalog.PartForms, "Mẫu 9", func(p *catalog.Procedure) { p.Forms = []string{"Mẫu 9"} }},
		{catalog.PartConditions, "Đủ 16 tuổi\nCó nhà", func(p *catalog.Procedure) { p.Conditions = "Đủ 16 tuổi\nCó nhà" }},
		{catalog.PartFees, "Không thu\nHộ nghèo: miễn", func(p *catalog.Procedure) {
			p.Fees = []catalog.Fee{{Text: "Không thu"}, {Text: "Hộ nghèo: miễn"}}
			p.Methods[0].Fees, p.Methods[1].Fees = nil, nil
		}},
		{catalog.PartResult, "Thẻ", func(p *catalog.Procedure) { p.Results = []catalog.Named{{Name: "Thẻ"}} }},
		{catalog.PartLegalBasis, "Luật Hộ tịch", func(p *catalog.Procedure) { p.Law = []catalog.LegalBasis{{Name: "Luật Hộ tịch"}} }},
	} {
		base, want := two(), two()
		base.Methods[0].Text, base.Methods[1].Text = "một cửa", "bưu điện"
		want.Methods[0].Text, want.Methods[1].Text = "một cửa", "bưu điện"
		c.want(&want)
		got, err := review.Propose(base, nil, []review.Override{{Part: c.part, Text: c.text}})
		if err != nil {
			t.Errorf("%s: %v", c.part, err)
			continue
		}
		if diff := cmp.Diff(want, got, opts); diff != "" {
			t.Errorf("%s written as %q: -want +got\n%s", c.part, c.text, diff)
		}
	}
}

// Where nothing is known of channels, words about them make one.
func TestPropose_overrideChannelsOfNone(t *testing.T) {
	got, err := review.Propose(catalog.Procedure{}, nil, []review.Override{{Part: catalog.PartChannels,
		Text: "tại xã"}})
	want := catalog.Procedure{Methods: []catalog.Method{{Text: "tại xã"}}}
	if diff := cmp.Diff(want, got, opts); err != nil || diff != "" {
		t.Errorf("%v, -want +got\n%s", err, diff)
	}
}

// The number of sets stands first in what is written; at least one is handed in.
func TestPropose_overrideCopies(t *testing.T) {
	for _, c := range []struct {
		text string
		want int // 0 where it is refused
	}{
		{"1", 1}, {"01", 1}, {"2 bộ", 2}, {"03 (ba) bộ", 3}, {"0", 0}, {"00 bộ", 0}, {"-1 bộ", 0}, {"một bộ", 0}, {"2bộ", 0},
		{"1,5 bộ", 0}, {"99999999999999999999", 0},
	} {
		got, err := review.Propose(two(), nil, []review.Override{{Part: catalog.PartCopies, Text: c.text}})
		if n := got.Copies.Or(0); n != c.want || (err == nil) != (c.want > 0) {
			t.Errorf("%q: %d sets, %v; want %d", c.text, n, err, c.want)
		}
		var p value.Problems
		if err != nil && (!errors.As(err, &p) || p[0].Code != "copies.too_few") {
			t.Errorf("%q: %v, want copies.too_few", c.text, err)
		}
	}
}

// Overrides stand over changes: the part that both write reads as the override says.
func TestPropose_overrideAfterChange(t *testing.T) {
	got, err := review.Propose(two(), []review.Change{{Op: review.RemoveStep}, {Op: review.ClearCondition}},
		[]review.Override{{Part: catalog.PartConditions, Text: "Đủ 16 tuổi."}})
	if err != nil || got.Conditions != "Đủ 16 tuổi." || len(got.None) > 0 || len(got.Steps) != 1 {
		t.Errorf("conditions %q, none %v, %d steps, %v", got.Conditions, got.None, len(got.Steps), err)
	}
}
