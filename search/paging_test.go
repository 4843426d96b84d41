package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"rasoat/catalog"
)

// manifold is some real procedures with sortings, groups, levels and fees that differ, so that filters part them.
func manifold(t testing.TB) []Change {
	t.Helper()
	all := realChanges(t)[:500]
	sortings := []catalog.Ours{"", catalog.Receives, catalog.Decides, catalog.Shared, catalog.NotOurs}
	for i := range all {
		p := &all[i].Doc.Procedure
		p.Ours = sortings[i%len(sortings)]
		if i%7 == 0 {
			p.Kind, p.Group = catalog.Internal, catalog.Groups[i%len(catalog.Groups)]
		}
		if i%3 == 0 {
			p.Levels = append(p.Levels, catalog.Commune)
		}
		all[i].Seq = int64(1 + (i*131)%997) // changed in another order than that of the codes; never twice the same
	}
	slices.SortFunc(all, func(a, b Change) int { return int(a.Seq - b.Seq) })
	return all
}

// walk is every hit of a query, page after page.
func walk(t testing.TB, x *Index, q Query) (all []Hit, total int) {
	t.Helper()
	for q.Offset = 0; ; q.Offset += q.Limit {
		r, err := x.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		if q.Offset > 0 && r.Total != total {
			t.Fatalf("page at %d tells %d hits, the first %d", q.Offset, r.Total, total)
		}
		total = r.Total
		if want := min(q.Limit, max(0, total-q.Offset)); len(r.Hits) != want {
			t.Fatalf("page at %d of %d has %d hits, want %d", q.Offset, total, len(r.Hits), want)
		}
		if len(r.Hits) == 0 {
			return all, total
		}
		all = append(all, r.Hits...)
	}
}

// Walking the pages of any order under any filters meets every hit once, and in that order.
func TestSearch_PagesMeetEveryHitOnce(t *testing.T) {
	changes := manifold(t)
	x := filled(t, Options{}, changes)
	vietnamese := collate.New(language.Vietnamese)
	seqOf := map[catalog.Code]int64{}
	for _, c := range changes {
		seqOf[c.Key] = c.Seq
	}
	yes := true
	filters := map[string]Query{
		"all": {}, "ours": {Ours: string(catalog.Decides)}, "unsorted": {Ours: Unsorted}, "internal": {Kind: string(catalog.Internal), Group: string(catalog.Groups[0])},
		"level and free": {Level: string(catalog.Commune), Free: &yes},
	}
	for _, text := range []string{"", "cấp giấy phép", "dang ky", "đổi giấy phép lái xe bị mất ở xã"} {
		for name, q := range filters {
			found := map[string][]catalog.Code{}
			for _, sort := range Sorts {
				q.Text, q.Scope, q.Sort, q.Limit = text, Official, sort, 17
				hits, total := walk(t, x, q)
				what := fmt.Sprintf("%q, %s, by %s", text, name, sort)
				seen := map[catalog.Code]bool{}
				for i, h := range hits {
					if seen[h.Key] {
						t.Errorf("%s: %s comes twice", what, h.Key)
					}
					seen[h.Key] = true
					found[sort] = append(found[sort], h.Key)
					if i == 0 {
						continue
					}
					before := hits[i-1]
					var right bool
					switch sort {
					case ByRelevance:
						right = text == "" || before.Score > h.Score || before.Score == h.Score && before.Key < h.Key
					case ByName:
						by := vietnamese.CompareString(before.Name, h.Name)
						right = by < 0 || by == 0 && before.Key < h.Key
					case ByCode:
						right = before.Key < h.Key
					case ByChange:
						right = seqOf[before.Key] > seqOf[h.Key]
					}
					if !right {
						t.Errorf("%s: %s %q stands before %s %q", what, before.Key, before.Name, h.Key, h.Name)
					}
				}
				if len(seen) != total {
					t.Errorf("%s: %d hits, %d told", what, len(seen), total)
				}
			}
			for _, sort := range Sorts {
				slices.Sort(found[sort])
				if !slices.Equal(found[sort], found[ByRelevance]) {
					t.Errorf("%q, %s: other hits by %s than by relevance", text, name, sort)
				}
			}
		}
	}
}

// An offset past the end is an empty page, and an order that there is not breaks nothing.
func TestSearch_PastTheEnd(t *testing.T) {
	x := filled(t, Options{}, sample())
	for _, sort := range append(Sorts, "zzz") {
		for _, offset := range []int{5, 1 << 30, -1} {
			r, err := x.Search(
				context.Background(),
				Query{Text: "khai sinh", Scope: Official, Sort: sort, Offset: offset},
			)
			if err != nil || r.Total == 0 || (len(r.Hits) > 0) != (offset < 0) {
				t.Errorf("by %q from %d: %d of %d hits, %v", sort, offset, len(r.Hits), r.Total, err)
			}
		}
	}
}

func TestSearch_DidYouMean(t *testing.T) {
	x := filled(t, Options{}, sample())
	for _, c := range []struct{ text, want string }{
		{"khai sih", "khai sinh"},
		{"hòa giải trnah chấp", "hòa giải tranh chấp"},
		{"khai sinh", ""},
		{"ĐĂNG KÝ KHAI SINH", ""},
		{"1.001193", ""},
		{"", ""},
		{"qwrtpl", ""},
	} {
		r, err := x.Search(context.Background(), Query{Text: c.text, Scope: Official})
		if err != nil {
			t.Fatal(err)
		}
		if r.DidYouMean != c.want {
			t.Errorf("%q: did you mean %q, want %q", c.text, r.DidYouMean, c.want)
		}
		if c.want == "" {
			continue
		}
		meant, err := x.Search(context.Background(), Query{Text: r.DidYouMean, Scope: Official})
		if err != nil || meant.Total == 0 || meant.Hits[0].Key != r.Hits[0].Key {
			t.Errorf("%q leads to %v, %v", r.DidYouMean, meant.Hits, err)
		}
	}
}

// An explanation says how the query was read, what fits, and what parts equals.
func TestSearch_Explain(t *testing.T) {
	x := filled(
		t,
		Options{
			Vocabulary: Vocabulary{
				Terms: []Term{
					{Short: "GKS", Full: "khai sinh"},
					{Full: "khai sinh", Variants: []string{"giấy chào đời"}},
				},
			},
		},
		sample(),
	)
	for _, c := range []struct{ text, what, said string }{
		{"đăng ký khai sinh", "reading", whyTyped},
		{"khai sih", "reading", whySlip},
		{"GKS", "reading", whyShort},
		{"giấy chào đời", "reading", whyOfficial},
		{"tôi muốn hỏi đăng ký khai sinh thế nào", "reading", whyQuestion},
		{"1.001193", "code", "1.001193"},
		{"1193", "code", "1193"},
		{"", "all", ""},
	} {
		r, err := x.Search(context.Background(), Query{Text: c.text, Scope: Public, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) == 0 || len(r.Hits[0].Why) == 0 || r.Hits[0].Why[0].What != c.what ||
			r.Hits[0].Why[0].Text != c.said {
			t.Errorf("%q: %+v, want %s %s", c.text, r.Hits, c.what, c.said)
			continue
		}
		if why := r.Hits[0].Why; c.what == "reading" &&
			(why[1].What != "name" || why[1].Value <= 0 || why[1].Value > 1 || why[len(why)-1].What != "standing") {
			t.Errorf("%q: %+v", c.text, why)
		}
	}
	r, err := x.Search(context.Background(), Query{Text: "khai sinh", Scope: Public})
	if err != nil || r.Hits[0].Why != nil {
		t.Errorf("explained without being asked: %+v, %v", r.Hits, err)
	}
}

func TestHighlight_Table(t *testing.T) {
	x := filled(t, Options{}, sample())
	for _, c := range []struct{ text, want string }{
		{"dang ky khai sinh", "Thủ tục <mark>đăng ký khai sinh</mark>"},
		{"ĐĂNG KÝ KHAI SINH", "Thủ tục <mark>đăng ký khai sinh</mark>"},
		{"đa\u0306ng ky\u0301 khai sinh", "Thủ tục <mark>đăng ký khai sinh</mark>"},
		{"đăng kí khai sinh", "Thủ tục <mark>đăng ký khai sinh</mark>"},
		{"khai sih", "Thủ tục đăng ký <mark>khai sinh</mark>"},
		{"sinh", "Thủ tục đăng ký khai <mark>sinh</mark>"},
	} {
		r, err := x.Search(context.Background(), Query{Text: c.text, Scope: Public})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) == 0 || r.Hits[0].NameHTML != c.want {
			t.Errorf("%q: %+v, want %s", c.text, r.Hits, c.want)
		}
	}
}

// A passage is a part of a paper, cut at word ends, not much longer than it may be, with a mark in it; marks taken
// away and signs unescaped, it stands in the paper.
func TestHighlight_PassageAtWordEnds(t *testing.T) {
	word := rapid.SampledFrom(
		[]string{
			"giấy",
			"tờ",
			"khai",
			"bản",
			"sao",
			"chứng",
			"thực",
			"<hộ>",
			"a&b",
			"đơn,",
			"đề\u0301",
			"nghị",
			"(theo",
			"mẫu)",
			"thuỷ",
			"Ð",
		},
	)
	plain := strings.NewReplacer(
		"<mark>",
		"",
		"</mark>",
		"",
		"&lt;",
		"<",
		"&gt;",
		">",
		"&amp;",
		"&",
		"&#34;",
		`"`,
		"&#39;",
		"'",
	)
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 90).Draw(r, "text"), " ")
		lex := (*lexicon)(nil).extend()
		s := &search{view: &view{lex: lex}, scratch: &scratch{}}
		var list []ids
		words(text, func(start, end int) { list = append(list, lex.intern(text[start:end])) })
		asked := word.Draw(r, "asked")
		wanted := idsOf(asked, lex)
		s.marked = make([]bool, len(lex.text))
		for _, w := range wanted {
			s.marked[w.folded] = true
		}
		s.marked[0] = false
		got := s.excerpt(text, list)
		if got == "" {
			if strings.Contains(text, asked) && len(wordsOf(asked)) > 0 {
				r.Fatalf("no passage of %q for %q", text, asked)
			}
			return
		}
		if !strings.Contains(got, "<mark>") {
			r.Fatalf("nothing is marked in %q", got)
		}
		body := strings.TrimSuffix(strings.TrimPrefix(got, "… "), " …")
		body = plain.Replace(body)
		at := strings.Index(text, body)
		if at < 0 {
			r.Fatalf("%q does not stand in %q", body, text)
		}
		if len(body) > passageBytes+40 {
			r.Fatalf("%d bytes: %q", len(body), body)
		}
		inside := false
		words(text, func(start, end int) {
			for from := at; from >= 0; {
				if start < from && from < end || start < from+len(body) && from+len(body) < end {
					inside = true
				}
				next := strings.Index(text[from+1:], body)
				if next < 0 {
					return
				}
				from += 1 + next
			}
		})
		if inside && strings.Count(text, body) == 1 {
			r.Fatalf("%q is cut inside a word of %q", body, text)
		}
	})
}
