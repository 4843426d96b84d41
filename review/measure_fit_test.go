package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
)

func measure(kind review.MeasureKind, part catalog.Part, content, reason string) review.Measure {
	return review.Measure{Kind: kind, Part: part, Content: content, Reason: reason}
}

func TestFitMeasures(t *testing.T) {
	const dossier, steps = catalog.PartDossier, catalog.PartSteps
	opened := measure(review.CutDocument, dossier, "", "Xã đã giữ")
	worded := measure(review.CutDocument, dossier, "Không đòi bản sao", "Xã đã giữ")
	paper := measure(review.CutDocument, dossier, "Bỏ giấy tờ: Bản sao", "")
	other := measure(review.CutDocument, dossier, "Bỏ giấy tờ: Đơn", "")
	filled := measure(review.CutDocument, dossier, paper.Content, opened.Reason)
	data := measure(review.ReuseData, dossier, "Khai thác cơ sở dữ liệu", "Đã có dữ liệu")
	step := measure(review.CutStep, steps, "Bỏ bước: Trình ký", "")
	clearer := measure(review.OtherMeasure, steps, "Ghi rõ ai làm", "Chưa rõ")
	type list = []review.Measure
	for _, c := range []struct {
		name                          string
		written, standing, more, want list
	}{
		{"nothing was opened", nil, nil, list{paper}, list{paper}},
		{"a measure without words is filled", list{opened}, nil, list{paper}, list{filled}},
		{"one with words keeps them", list{worded}, nil, list{paper}, list{worded}},
		{"the second change of its kind is new", list{opened}, nil, list{paper, other}, list{filled, other}},
		{"it was filled by an earlier change", list{worded}, list{paper}, list{other}, list{worded, other}},
		{"an earlier one leaves an opened one free", list{other, opened}, list{other}, list{paper}, list{other, filled}},
		{"data in place of the paper", list{data}, nil, list{paper}, list{data}},
		{"the sure likeness first", list{data, opened}, nil, list{paper}, list{data, filled}},
		{"clearer words cut no step", list{clearer}, nil, list{step}, list{clearer, step}},
		{"another part is another measure", list{opened}, nil, list{step}, list{opened, step}},
		{"the form again, after the change", list{filled}, nil, list{opened}, list{filled}},
		{"the form after the change", list{paper}, nil, list{opened}, list{filled}},
		{"a form without words becomes what is changed", list{measure(review.AmendForm, catalog.PartForms, "", "Dài")}, nil,
			list{measure(review.CutDocument, catalog.PartForms, "Bỏ mẫu 2", "")},
			list{measure(review.CutDocument, catalog.PartForms, "Bỏ mẫu 2", "Dài")}},
		{"and is known again by its reason", list{measure(review.CutDocument, catalog.PartForms, "Bỏ mẫu 2", "Dài")}, nil,
			list{measure(review.AmendForm, catalog.PartForms, "", "Dài")},
			list{measure(review.CutDocument, catalog.PartForms, "Bỏ mẫu 2", "Dài")}},
	} {
		if diff := cmp.Diff(c.want, review.FitMeasures(c.written, c.standing, c.more)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestWithoutDoubles(t *testing.T) {
	const dossier = catalog.PartDossier
	worded := measure(review.CutDocument, dossier, "Không đòi bản sao", "Xã đã giữ")
	paper := measure(review.CutDocument, dossier, "Bỏ giấy tờ: Bản sao", "")
	other := measure(review.CutDocument, dossier, "Bỏ giấy tờ: Đơn", "")
	type list = []review.Measure
	for _, c := range []struct {
		name                   string
		written, derived, want list
	}{
		{"a double goes", list{worded, paper}, list{paper}, list{worded}},
		{"two changes are no doubles", list{paper, other}, list{paper, other}, list{paper, other}},
		{"one opened for two changes", list{worded, paper, other}, list{paper, other}, list{worded, other}},
		{"no change derives it", list{worded, other}, nil, list{worded, other}},
		{"what is not written yet is not added", list{worded}, list{paper, other}, list{worded}},
	} {
		if diff := cmp.Diff(c.want, review.WithoutDoubles(c.written, c.derived)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// No written measure goes, none gets a twin by being fitted again, and no change is left without one.
func TestFitMeasures_Properties(t *testing.T) {
	drawn := rapid.Custom(func(t *rapid.T) review.Measure {
		return review.Measure{
			Kind:    rapid.SampledFrom(review.MeasureKinds).Draw(t, "kind"),
			Part:    rapid.SampledFrom([]catalog.Part{catalog.PartDossier, catalog.PartSteps}).Draw(t, "part"),
			Content: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "content"),
			Reason:  rapid.SampledFrom([]string{"", "r"}).Draw(t, "reason"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		written := rapid.SliceOfN(drawn, 0, 4).Draw(t, "written")
		more := rapid.SliceOfNDistinct(drawn, 0, 4, func(m review.Measure) string {
			return string(m.Kind) + string(m.Part) + m.Content
		}).Draw(t, "more")
		got := review.FitMeasures(written, nil, more)
		if len(got) < max(len(written), len(more)) || len(got) > len(written)+len(more) {
			t.Fatalf("%d of %d and %d", len(got), len(written), len(more))
		}
		for i, w := range written {
			if got[i].Part != w.Part || w.Content != "" && got[i].Content != w.Content ||
				w.Reason != "" && got[i].Reason != w.Reason {
				t.Fatalf("%+v became %+v", w, got[i])
			}
		}
		if again := review.FitMeasures(got, nil, more); len(again) != len(got) {
			t.Fatalf("fitted again: %+v, then %+v", got, again)
		}
	})
}
