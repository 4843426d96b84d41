package review

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/value"
)

func ofGroupB(code catalog.Code, name string) catalog.Procedure {
	return catalog.Procedure{
		Code:    code,
		Name:    name,
		Kind:    catalog.Internal,
		Group:   catalog.GroupB,
		Status:  catalog.Typical,
		Field:   "Văn phòng",
		Decider: "Chủ tịch UBND xã",
	}
}

func TestCompareList(t *testing.T) {
	handed := []HandedLine{
		{Name: "Thủ tục giải quyết nghỉ phép hằng năm"},
		{Name: "Đề nghị mua sắm văn phòng phẩm, công cụ dụng cụ"},
		{Name: "Kiểm kê tài sản hằng năm"},
	}
	own := []catalog.Procedure{
		ofGroupB("NB-02", "Đề nghị mua sắm văn phòng phẩm"),
		ofGroupB("NB-01", "Giải quyết nghỉ phép hằng năm"),
		ofGroupB("NB-03", "Thanh toán công tác phí"),
	}
	lines, ours := CompareList(handed, own)
	var got []ListMatch
	var codes []catalog.Code
	for _, l := range lines {
		got, codes = append(got, l.Match), append(codes, l.Own)
	}
	if diff := cmp.Diff([]ListMatch{ThereAlready, NamedElse, NotThere}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]catalog.Code{"NB-01", "NB-02", ""}, codes); diff != "" {
		t.Error(diff)
	}
	if len(ours) != 1 || ours[0].Code != "NB-03" {
		t.Errorf("only ours: %v", ours)
	}
}

// Exactly six words in ten in common are near; one word fewer is not.
func TestCompareList_Border(t *testing.T) {
	own := []catalog.Procedure{ofGroupB("NB-01", "một hai ba bốn năm")}
	for _, tt := range []struct {
		name string
		want ListMatch
	}{
		{"một hai ba sáu bảy", NamedElse}, // 2·3 of 10
		{"một hai ba sáu bảy tám", NotThere},
		{"năm bốn ba hai một", ThereAlready},
	} {
		lines, _ := CompareList([]HandedLine{{Name: tt.name}}, own)
		if lines[0].Match != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, lines[0].Match, tt.want)
		}
	}
}

// Every own procedure stands once: beside one line, or among those that the list does not have.
func TestCompareList_EachOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"cấp", "thẻ", "nghỉ", "phép", "lương", "tài", "sản"})
		name := func(label string) string {
			var s string
			for _, w := range rapid.SliceOfN(word, 1, 5).Draw(t, label) {
				s += w + " "
			}
			return s
		}
		var handed []HandedLine
		for range rapid.IntRange(0, 8).Draw(t, "lines") {
			handed = append(handed, HandedLine{Name: name("handed")})
		}
		var own []catalog.Procedure
		for i := range rapid.IntRange(0, 8).Draw(t, "own") {
			own = append(own, ofGroupB(catalog.Code(rune('A'+i)), name("own")))
		}
		lines, ours := CompareList(handed, own)
		seen := map[catalog.Code]int{}
		for _, l := range lines {
			if (l.Match == NotThere) != (l.Own == "") {
				t.Fatalf("%+v", l)
			}
			if l.Own != "" {
				seen[l.Own]++
			}
		}
		for _, p := range ours {
			seen[p.Code]++
		}
		for _, p := range own {
			if seen[p.Code] != 1 {
				t.Fatalf("%s stands %d times", p.Code, seen[p.Code])
			}
		}
	})
}

// Plan 29/KH-UBND, III.1(b): the request to announce additions.
func TestCheckAdditions(t *testing.T) {
	public, done, bare := ofGroupB("1.001193", "Đăng ký khai sinh"), ofGroupB("NB-09", "x"), ofGroupB("NB-08", "y")
	public.Kind, public.Group = catalog.Public, ""
	done.Status = catalog.Announced
	bare.Field, bare.Decider = "", " "
	procedures := map[catalog.Code]catalog.Procedure{}
	for _, p := range []catalog.Procedure{ofGroupB("TB-01", "nghỉ phép"), public, done, bare} {
		procedures[p.Code.Key()] = p
	}
	for _, tt := range []struct {
		name  string
		items []Addition
		want  []string
	}{
		{"whole", []Addition{{"TB-01", "phát sinh thường xuyên"}}, nil},
		{"nothing asked for", nil, []string{"additions.missing"}},
		{"no reason", []Addition{{"TB-01", " "}}, []string{"reason.missing"}},
		{"twice", []Addition{{"TB-01", "a"}, {"TB-01", "b"}}, []string{"procedure.twice"}},
		{"unknown", []Addition{{"TB-99", "a"}}, []string{"procedure.unknown"}},
		{"public", []Addition{{"1.001193", "a"}}, []string{"procedure.not_group_b"}},
		{"announced already", []Addition{{"NB-09", "a"}}, []string{"addition.announced"}},
		{"field and decider", []Addition{{"NB-08", "a"}}, []string{"addition.field_missing", "addition.decider_missing"}},
	} {
		if diff := cmp.Diff(tt.want,
			problemCodes(CheckAdditions(AdditionRequest{Items: tt.items}, procedures))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func problemCodes(err error) (out []string) {
	var p value.Problems
	errors.As(err, &p)
	for _, x := range p {
		out = append(out, x.Code)
	}
	return out
}

// Plan 29/KH-UBND, III.1(b): issued once, with number and a date that is not to come; announced after that.
func TestIssueAdditions(t *testing.T) {
	day := value.MustDate
	procedures := map[catalog.Code]catalog.Procedure{"TB-01": ofGroupB("TB-01", "nghỉ phép")}
	r := AdditionRequest{Items: []Addition{{"TB-01", "phát sinh thường xuyên"}}}
	for _, tt := range []struct {
		name, number, date string
		want               []string
	}{
		{"no number", " ", "2024-04-22", []string{"decision.number_missing"}},
		{"tomorrow", "31/TTr-UBND", "2024-04-25", []string{"date.future"}},
	} {
		if _, err := IssueAdditions(r, procedures, tt.number, day(tt.date),
			day("2024-04-24")); !cmp.Equal(problemCodes(err), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := AnnounceAdditions(r, DecisionRef{
		Number: "900/QĐ-UBND",
		Date:   day("2024-05-10"),
	}, value.Date{}, day("2024-05-12")); !cmp.Equal(problemCodes(err), []string{"additions.not_issued"}) {
		t.Errorf("announced before it was asked for: %v", err)
	}
	r, err := IssueAdditions(r, procedures, " 31/TTr-UBND ", day("2024-04-24"), day("2024-04-24"))
	if err != nil || r.Number != "31/TTr-UBND" {
		t.Fatal(r, err)
	}
	if _, err := IssueAdditions(r, procedures, "32/TTr-UBND", day("2024-04-24"),
		day("2024-04-24")); !cmp.Equal(problemCodes(err), []string{"additions.issued"}) {
		t.Errorf("issued twice: %v", err)
	}
	if _, err := AnnounceAdditions(r, DecisionRef{
		Number: "900/QĐ-UBND",
		Date:   day("2024-04-23"),
	}, value.Date{}, day("2024-05-12")); !cmp.Equal(problemCodes(err), []string{"additions.before_request"}) {
		t.Errorf("announced before the request: %v", err)
	}
	r, err = AnnounceAdditions(r, DecisionRef{
		Number: "900/QĐ-UBND",
		Date:   day("2024-05-10"),
	}, value.Date{}, day("2024-05-12"))
	if err != nil || r.From != day("2024-05-10") {
		t.Fatal(r, err)
	}
	if _, err := AnnounceAdditions(r, r.Announced, value.Date{}, day("2024-05-12")); !cmp.Equal(problemCodes(err),
		[]string{"additions.announced"}) {
		t.Errorf("announced twice: %v", err)
	}
}
