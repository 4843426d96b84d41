package search

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the retrieval leaves out could not count: the documents it finds for a reading, and the best of them, are
// those that adding up every word in every document finds.
func TestRetrieve_skipsNothingThatCounts(t *testing.T) {
	x := realIndex(t)
	for i, g := range append(gradedQueries(t), ownQueries(t)...) {
		s := x.newSearch(Query{Text: g.Text, Scope: Scope(i % 2)})
		s.scratch = takeScratch(len(s.rows), len(s.lex.text))
		for _, r := range s.readingsOf(s.text) {
			if r.sentence {
				continue // its papers are left out on purpose
			}
			clear(s.found)
			best, within, err := s.retrieve(r)
			if err != nil {
				t.Fatal(err)
			}
			found := s.found.appendTo(nil)
			wantFound, wantBest := everything(t, s, r, within)
			if diff := cmp.Diff(wantFound, found); diff != "" {
				t.Errorf("%q read as %s: found (-all words added up +got):\n%s", g.Text, r.why, diff)
			}
			for _, n := range best {
				if !slices.Contains(wantBest, n) {
					t.Errorf("%q read as %s: %s is judged and not among the best", g.Text, r.why, s.rows[n].key)
				}
			}
		}
		giveScratch(s.scratch)
	}
}

// everything is what retrieve should find and judge, by adding up without leaving anything out.
func everything(t *testing.T, s *search, r *reading, within []uint32) (found, best []uint32) {
	t.Helper()
	full, err := s.gather(r)
	if err != nil {
		t.Fatal(err)
	}
	s.sumNames()
	numbers := s.scope.appendTo(nil)
	sums := s.sums(numbers, nil)
	top, sure := float32(0), false
	all := map[uint32]bool{}
	for i, n := range numbers {
		top = max(top, sums[i])
		all[n] = !slices.ContainsFunc(s.terms, func(w term) bool { return !w.any.has(n) })
		sure = sure || all[n] && sums[i] >= wellCovered*full
	}
	sure = sure && !r.loose
	var judged []uint32
	for i, n := range numbers {
		s.coarse[n] = sums[i]
		counts := all[n] || !sure && sums[i] >= top*someCovered && top > 0
		if counts {
			judged = append(judged, n)
		}
		if counts || slices.Contains(within, n) {
			found = append(found, n)
		}
	}
	// Added in another order the same weights differ in the last bit: whoever is as good as the last may be judged.
	least := float32(0)
	if last := s.best(judged, candidates); len(last) == candidates {
		least = s.coarse[last[candidates-1]] * 0.9999
	}
	return found, slices.DeleteFunc(judged, func(n uint32) bool { return s.coarse[n] < least })
}

// Pages follow one another: together they are all hits, each once, whatever is shown at a time.
func TestSearch_pagesFollowOneAnother(t *testing.T) {
	x := realIndex(t)
	for _, q := range []Query{
		{Text: "giấy phép"}, {Text: "con mới đẻ làm giấy tờ gì"}, {Text: "đất", Sort: ByName}, {Text: "đất", Sort: ByCode, Field: "Đất đai"}, {Text: "khai", Sort: ByChange},
	} {
		t.Run(fmt.Sprint(q.Text, q.Sort), func(t *testing.T) {
			q.Scope = Official
			q.Limit = 100
			whole := keysOfPages(t, x, q)
			q.Limit = 33
			if diff := cmp.Diff(whole, keysOfPages(t, x, q)); diff != "" {
				t.Errorf("pages of 33 (-of 100 +got):\n%s", diff)
			}
			slices.Sort(whole)
			if once := len(slices.Compact(slices.Clone(whole))); once != len(whole) {
				t.Errorf("%d hits, %d different ones", len(whole), once)
			}
		})
	}
}

func keysOfPages(t *testing.T, x *Index, q Query) []string {
	t.Helper()
	var out []string
	for {
		r, err := x.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			out = append(out, string(h.Key))
		}
		if q.Offset += q.Limit; q.Offset >= r.Total {
			if len(out) != r.Total {
				t.Errorf("%d hits on all pages, total %d", len(out), r.Total)
			}
			return out
		}
	}
}
