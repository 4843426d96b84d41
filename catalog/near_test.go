package catalog

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rasoat/value"
)

// Practice, not law: docs/decisions/0040.
func TestFindNear(t *testing.T) {
	list := []Procedure{
		{Code: "NB-01", Name: "Thanh toán chế độ công tác phí"},
		{Code: "NB-02", Name: "Thủ tục thanh toán chế độ công tác phí cho cán bộ"},
		{Code: "NB-03", Name: "Kiểm kê tài sản"},
		{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh"},
		{Code: "1.004884", Name: "Thủ tục đăng ký lại khai sinh"},
		{Code: "NB-04", Name: "Đăng ký khai sinh"},
		{Code: "NB-05", Name: "…"},
		{Code: "NB-06", Name: "–"},
	}
	want := []NearPair{
		{0, 1, value.Ratio{Part: 14, Whole: 17}},
		{3, 5, value.Ratio{Part: 8, Whole: 8}},
		{4, 5, value.Ratio{Part: 8, Whole: 9}},
	}
	if got := FindNear(list); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Practice, not law: docs/decisions/0040. Three words of five are near in two lists, and not within one.
func TestIsNear(t *testing.T) {
	l := Likeness(WordsOf("một hai ba bốn năm"), WordsOf("ba hai một sáu bảy"))
	if !IsNear(l, NearFrom) || IsNear(l, NearFrom+1) || IsNear(l, NearInListFrom) || IsNear(value.Ratio{}, 0) {
		t.Errorf("%v", l)
	}
}

// Likeness minds neither which name comes first nor the order of the words, and only the same words are the same.
func TestLikeness(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"cấp", "lại", "thẻ", "cho"}))
		join := func(words []string) (out string) {
			for _, w := range words {
				out += w + " "
			}
			return out
		}
		a, b := words.Draw(t, "a"), words.Draw(t, "b")
		l := Likeness(WordsOf(join(a)), WordsOf(join(b)))
		slices.Reverse(a)
		if r := Likeness(WordsOf(join(b)), WordsOf(join(a))); r != l {
			t.Fatalf("%v and %v", l, r)
		}
		slices.Sort(a)
		slices.Sort(b)
		if IsSameName(l) != (len(a) > 0 && slices.Equal(a, b)) || IsSameName(l) && !IsNear(l, NearInListFrom) {
			t.Fatalf("%v for %q and %q", l, a, b)
		}
	})
}

// Practice, not law: docs/decisions/0040.
func TestHasContent(t *testing.T) {
	table := Procedure{
		Name:     "Tạm ứng",
		Agencies: []Named{{Name: "Kế toán"}},
		Limit:    TimeLimit{Text: "trong ngày"},
		Law:      []LegalBasis{{Number: "95/QĐ-UBND"}},
	}
	steps, none := table, table
	steps.Steps = []Step{{Text: "Nộp giấy đề nghị"}}
	none.None = []Part{PartForms}
	for _, tt := range []struct {
		name string
		p    Procedure
		want bool
	}{
		{"a line of a table", table, false},
		{"steps", steps, true},
		{"known to need no form", none, true},
	} {
		if got := HasContent(tt.p); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestCopyOf(t *testing.T) {
	p := Procedure{
		Code:     "TB-01",
		Name:     "Tạm ứng",
		Status:   Typical,
		Decision: Decision{Number: "95/QĐ-UBND", Date: value.MustDate("2024-01-05")},
		Validity: Validity{From: value.MustDate("2024-01-05")},
		Steps:    []Step{{Text: "Nộp giấy đề nghị"}},
	}
	got := CopyOf(p)
	want := Procedure{Name: "Tạm ứng", Status: Draft, Steps: p.Steps}
	if !Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
