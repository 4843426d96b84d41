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
		Status:  catalog.Draft,
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

// Practice, not law: docs/decisions/0040. Each own procedure answers the line that it is likest to, wherever either
// stands; words count as often as they stand in a name, digits are words, and "thủ tục" is none.
func TestCompareList_likest(t *testing.T) {
	for _, c := range []struct {
		name        string
		handed, own []string
		want        []ListMatch
		whose       []catalog.Code
		likeness    value.Ratio // of the first line
	}{
		{"the likest first, though it stands last", []string{"a b c d"}, []string{"a b c x", "a b c d"}, []ListMatch{ThereAlready},
			[]catalog.Code{"NB-2"}, value.Ratio{Part: 8, Whole: 8}},
		{"the other line is likest", []string{"a b c x", "a b c d"}, []string{"a b c d"}, []ListMatch{NotThere, ThereAlready},
			[]catalog.Code{"", "NB-1"}, value.Ratio{}},
		{"longer names are not likelier", []string{"a b c d e f g h"}, []string{"a b c d e f g x", "a b c d e f g h i"},
			[]ListMatch{NamedElse}, []catalog.Code{"NB-2"}, value.Ratio{Part: 16, Whole: 17}},
		{"one line, two of one name", []string{"a b"}, []string{"a b", "a b"}, []ListMatch{ThereAlready}, []catalog.Code{"NB-1"},
			value.Ratio{Part: 4, Whole: 4}},
		{"three words of five", []string{"a b c d e"}, []string{"a b c x y"}, []ListMatch{NamedElse}, []catalog.Code{"NB-1"},
			value.Ratio{Part: 6, Whole: 10}},
		{"two words of five", []string{"a b c d e"}, []string{"a b w x y"}, []ListMatch{NotThere}, []catalog.Code{""}, value.Ratio{}},
		{"a word twice", []string{"a a b"}, []string{"a c d"}, []ListMatch{NotThere}, []catalog.Code{""}, value.Ratio{}},
		{"a word twice there, once here", []string{"a"}, []string{"a a"}, []ListMatch{NamedElse}, []catalog.Code{"NB-1"},
			value.Ratio{Part: 2, Whole: 3}},
		{"years are words", []string{"Kiểm kê 2024"}, []string{"Kiểm kê 2025"}, []ListMatch{NamedElse}, []catalog.Code{"NB-1"},
			value.Ratio{Part: 4, Whole: 6}},
		{"thủ tục before it, marks in it", []string{"Thủ tục kiểm kê (tài sản)"}, []string{"kiểm kê – tài sản"},
			[]ListMatch{ThereAlready}, []catalog.Code{"NB-1"}, value.Ratio{Part: 8, Whole: 8}},
		{"no words on either side", []string{"…"}, []string{"–"}, []ListMatch{NotThere}, []catalog.Code{""}, value.Ratio{}},
	} {
		var handed []HandedLine
		var own []catalog.Procedure
		for _, n := range c.handed {
			handed = append(handed, HandedLine{Name: n})
		}
		for i, n := range c.own {
			own = append(own, ofGroupB(catalog.Code("NB-"+string(rune('1'+i))), n))
		}
		lines, onlyOurs := CompareList(handed, own)
		answered := 0
		for i, l := range lines {
			if l.Match != c.want[i] || l.Own != c.whose[i] || l.Line != handed[i] {
				t.Errorf("%s: line %d is %s of %q, want %s of %q", c.name, i+1, l.Match, l.Own, c.want[i], c.whose[i])
			}
			if l.Own != "" {
				answered++
				if want := own[l.Own[3]-'1'].Name; l.OwnName != want {
					t.Errorf("%s: line %d names %q, want %q", c.name, i+1, l.OwnName, want)
				}
			}
		}
		if lines[0].Likeness != c.likeness || len(onlyOurs) != len(own)-answered {
			t.Errorf("%s: likeness %+v, want %+v; %d only ours", c.name, lines[0].Likeness, c.likeness, len(onlyOurs))
		}
	}
}

// Plan 29/KH-UBND, III.1(b): what may be asked for is a draft or typical internal procedure of group B.
func TestCheckAdditions_whichProcedures(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*catalog.Procedure)
		want   []string
	}{
		{"a typical one", func(p *catalog.Procedure) {}, nil},
		{"a draft", func(p *catalog.Procedure) { p.Status = catalog.Draft }, nil},
		{"in force", func(p *catalog.Procedure) { p.Status = catalog.InForce }, []string{"items[0].procedure addition.announced"}},
		{"repealed", func(p *catalog.Procedure) { p.Status = catalog.Repealed }, []string{"items[0].procedure addition.announced"}},
		{"of group A", func(p *catalog.Procedure) { p.Group = catalog.GroupA }, []string{"items[0].procedure procedure.not_group_b"}},
		{"of no group", func(p *catalog.Procedure) { p.Group = "" }, []string{"items[0].procedure procedure.not_group_b"}},
		{"public, though of group B", func(p *catalog.Procedure) { p.Kind = catalog.Public },
			[]string{"items[0].procedure procedure.not_group_b"}},
		{"no field", func(p *catalog.Procedure) { p.Field = "" }, []string{"items[0].field addition.field_missing"}},
		{"nobody decides", func(p *catalog.Procedure) { p.Decider = "" }, []string{"items[0].decider addition.decider_missing"}},
	} {
		p := ofGroupB("TB-01", "Nghỉ phép")
		c.change(&p)
		r := AdditionRequest{Items: []Addition{{"TB-01", "phát sinh"}}}
		got := codesOf(CheckAdditions(r, map[catalog.Code]catalog.Procedure{"TB-01": p}).Err())
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Plan 29/KH-UBND, III.1(b): the superior decides on the day of the request or later, and by a decision that is whole.
func TestAnnounceAdditions_days(t *testing.T) {
	day := value.MustDate
	r := AdditionRequest{Number: "31/TTr-UBND", Date: day("2024-04-24")}
	today := day("2024-05-12")
	for _, c := range []struct {
		name   string
		number string
		date   value.Date
		from   value.Date
		want   []string
		holds  value.Date
	}{
		{"on the day of the request", "900/QĐ", day("2024-04-24"), value.Date{}, nil, day("2024-04-24")},
		{"the day before", "900/QĐ", day("2024-04-23"), value.Date{}, []string{"date additions.before_request"}, value.Date{}},
		{"today, from a later day", " 900/QĐ ", today, day("2024-06-01"), nil, day("2024-06-01")},
		{"tomorrow", "900/QĐ", today.Add(1), value.Date{}, []string{"date date.future"}, value.Date{}},
		{"no day", "900/QĐ", value.Date{}, value.Date{}, []string{"date decision.date_missing"}, value.Date{}},
		{"no number", " ", today, value.Date{}, []string{"number decision.number_missing"}, value.Date{}},
	} {
		got, err := AnnounceAdditions(r, DecisionRef{Number: c.number, Date: c.date}, c.from, today)
		if diff := cmp.Diff(c.want, codesOf(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		if got.From != c.holds || err == nil && got.Announced != (DecisionRef{Number: "900/QĐ", Date: c.date}) {
			t.Errorf("%s: %+v from %s, want from %s", c.name, got.Announced, got.From, c.holds)
		}
	}
}

// Practice, not law: docs/decisions/0040. A typical procedure is a template: the line still is to be drafted. What is
// the commune's own answers before it, and it is none of what the list lacks.
func TestCompareList_Typical(t *testing.T) {
	typical := func(code catalog.Code, name string) catalog.Procedure {
		p := ofGroupB(code, name)
		p.Status = catalog.Typical
		return p
	}
	own := []catalog.Procedure{
		typical("TB-1", "a b c d"), typical("TB-2", "e f g h"), typical("TB-3", "i k l m"), ofGroupB("NB-1", "a b c x"),
	}
	lines, ours := CompareList([]HandedLine{{Name: "a b c d"}, {Name: "e f g h"}}, own)
	if lines[0].Match != NamedElse || lines[0].Own != "NB-1" ||
		lines[1].Match != OnlyTypical || lines[1].Own != "TB-2" {
		t.Errorf("%+v", lines)
	}
	if len(ours) != 0 {
		t.Errorf("only ours: %+v", ours)
	}
}
