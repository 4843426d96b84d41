// Package measure judges a search by queries whose answers are known: how far up the right procedures stand.
// It holds no search; the tests of the room and the comparison with other engines bring theirs. No part of
// the program imports it.
package measure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// Query is one query with its answers.
type Query struct {
	ID       string         `json:"id"`
	Text     string         `json:"query"`
	Kind     string         `json:"kind"`     // "exact", "question", …; "none" has no answer
	Expected map[string]int `json:"expected"` // code -> grade, 1 to 3
}

// None is the kind of queries that have no answer.
const None = "none"

// ReadQueries reads queries, one JSON object a line.
func ReadQueries(r io.Reader) ([]Query, error) {
	var out []Query
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var q Query
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("query %d: %w", len(out)+1, err)
		}
		out = append(out, q)
	}
	return out, lines.Err()
}

// ReadLines reads queries as people write them: kind | text | codes that may come first | codes that are
// related | why. Lines that begin with # say nothing.
func ReadLines(r io.Reader) ([]Query, error) {
	var out []Query
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 5 {
			return nil, fmt.Errorf("line %d: %d parts, want 5", n, len(parts))
		}
		q := Query{
			fmt.Sprintf("line-%d", n),
			strings.TrimSpace(parts[1]),
			strings.TrimSpace(parts[0]),
			map[string]int{},
		}
		for grade, list := range map[int]string{3: parts[2], 1: parts[3]} {
			for _, code := range strings.Fields(list) {
				q.Expected[code] = grade
			}
		}
		out = append(out, q)
	}
	return out, lines.Err()
}

// Answer is what a search says: the codes it shows, best first, and whether it calls them weak.
type Answer struct {
	Codes []string
	Weak  bool
}

// Figures are sums over queries; Line shows them as shares.
type Figures struct {
	N                       int
	MRR, NDCG, Recall, Zero float64
	First                   float64 // with one of the best grade as the first hit
	Quiet                   float64 // without a hit, or with weak ones alone
}

// depth is how many hits are looked at.
const depth = 10

// Add counts one answer and gives its reciprocal rank: of the first hit with the best grade.
func (f *Figures) Add(q Query, a Answer) float64 {
	f.N++
	if len(a.Codes) == 0 {
		f.Zero++
	}
	if len(a.Codes) == 0 || a.Weak {
		f.Quiet++
	}
	if len(q.Expected) == 0 {
		return 0
	}
	best := slices.Max(slices.Collect(maps.Values(q.Expected)))
	rank, gained, found := 0.0, 0.0, 0
	for i, code := range a.Codes[:min(depth, len(a.Codes))] {
		grade := q.Expected[code]
		gained += gain(grade, i)
		if grade == best && rank == 0 {
			rank = 1 / float64(i+1)
		}
		if grade == best && i < 5 {
			found++
		}
	}
	ideal, wanted := 0.0, 0
	for i, grade := range slices.SortedFunc(maps.Values(q.Expected), func(a, b int) int { return b - a }) {
		if i < depth {
			ideal += gain(grade, i)
		}
		if grade == best {
			wanted++
		}
	}
	f.MRR += rank
	if rank == 1 {
		f.First++
	}
	f.NDCG += gained / ideal
	f.Recall += float64(found) / float64(min(wanted, 5))
	return rank
}

func gain(grade, place int) float64 {
	return (math.Exp2(float64(grade)) - 1) / math.Log2(float64(place+2))
}

// String is one line of a table.
func (f Figures) String() string {
	n := float64(max(f.N, 1))
	return fmt.Sprintf("n=%4d  MRR@10 %.3f  hit@1 %.3f  nDCG@10 %.3f  recall@5 %.3f  no hit %.2f  no hit or weak %.2f",
		f.N, f.MRR/n, f.First/n, f.NDCG/n, f.Recall/n, f.Zero/n, f.Quiet/n)
}

// Table is figures per kind, and for all kinds that have an answer.
type Table struct {
	Kinds map[string]*Figures
	All   Figures
}

// Add counts one answer.
func (t *Table) Add(q Query, a Answer) float64 {
	if t.Kinds == nil {
		t.Kinds = map[string]*Figures{}
	}
	if t.Kinds[q.Kind] == nil {
		t.Kinds[q.Kind] = &Figures{}
	}
	if q.Kind != None {
		t.All.Add(q, a)
	}
	return t.Kinds[q.Kind].Add(q, a)
}

// String is the table, a kind a line.
func (t *Table) String() string {
	var out strings.Builder
	for _, k := range slices.Sorted(maps.Keys(t.Kinds)) {
		fmt.Fprintf(&out, "%-14s %s\n", k, t.Kinds[k])
	}
	fmt.Fprintf(&out, "%-14s %s", "all", t.All)
	return out.String()
}
