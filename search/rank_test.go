package search

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
)

// The scores of a text by what it covers: 1 where query and text are one, nothing where they share nothing, and a name
// that says much stands inside a long query almost as if it were asked for.
func TestFit_scores(t *testing.T) {
	whole := fit{cover: 1, whole: 1, near: 1, tight: 1}
	says := func(f fit, n float64) fit { f.says = n; return f }
	for _, c := range []struct {
		name string
		got  float64
		want float64
	}{
		{"a name that is the query", whole.score(), 1},
		{"a paper that is the query", whole.paper(), 1},
		{"nothing shared", fit{}.score() + fit{}.paper() + fit{}.inside(), 0},
		{"a quarter of the query, all of the name", fit{cover: 0.25, whole: 1, near: 1}.score(), 0.125},
		{"all of the query, in a name of other words", fit{cover: 1}.score(), 0.55},
		{"likewise, side by side", fit{cover: 1, near: 1}.score(), 0.73},
		{"all of the query, in a paper of other words", fit{cover: 1}.paper(), 0.3},
		{"likewise, side by side in a paper", fit{cover: 1, near: 1}.paper(), 0.7},
		{"a name inside that says nothing", whole.inside(), 0},
		{"a name inside that says 4", says(whole, 4).inside(), 0.5},
		{"a name inside that says 12", says(whole, 12).inside(), 0.75},
		{"half of a name inside", says(fit{cover: 1, whole: 0.5, tight: 1}, 4).inside(), 0.125},
		{"a name inside of which the query is much more", says(fit{whole: 1, tight: 1}, 4).inside(), 0.3},
		{"a name inside that is torn apart", says(fit{cover: 1, whole: 1}, 4).inside(), 0.35},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// A loose reading takes the better of both; a question as typed counts less than what it asks, unless it is the name.
func TestFit_named(t *testing.T) {
	within := fit{cover: 0.25, whole: 1, near: 0, tight: 1, says: 1e9} // score 0.1025, inside 0.7
	isIt := fit{cover: 1, whole: 1, near: 1, tight: 1, says: 4}
	for _, c := range []struct {
		name string
		f    fit
		r    reading
		want float64
	}{
		{"as typed", within, reading{}, 0.125 * 0.82},
		{"loose", within, reading{loose: true}, 0.7},
		{"a question", within, reading{loose: true, sentence: true}, 0.7 * 0.8},
		{"the name itself, loose", isIt, reading{loose: true}, 1},
		{"the name itself, a question", isIt, reading{loose: true, sentence: true}, 1},
	} {
		if got := c.f.named(&c.r); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// More of the query, more of the name, more neighbours: never less, and never out of 0 to 1.
func TestFit_monotone(t *testing.T) {
	share := rapid.Float64Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		f := fit{cover: share.Draw(t, "cover"), whole: share.Draw(t, "whole"), near: share.Draw(t, "near"),
			tight: share.Draw(t, "tight"), says: rapid.Float64Range(0, 100).Draw(t, "says")}
		more := f
		more.cover, more.whole = min(1, f.cover+share.Draw(t, "more")), min(1, f.whole+share.Draw(t, "more of it"))
		more.near, more.tight, more.says = min(1, f.near+share.Draw(t, "nearer")), min(1, f.tight+0.1), f.says+1
		for name, of := range map[string]func(fit) float64{"score": fit.score, "paper": fit.paper, "inside": fit.inside} {
			if a, b := of(f), of(more); a > b+1e-12 || a < 0 || b > 1+1e-9 {
				t.Fatalf("%s of %+v is %v, of %+v %v", name, f, a, more, b)
			}
		}
	})
}

// Of documents that fit alike what is ours, in force and of the commune stands first; no standing outweighs a fit.
func TestStanding(t *testing.T) {
	commune := []string{string(catalog.Commune)}
	for _, c := range []struct {
		name string
		d    record
		want float64
	}{
		{"nothing known", record{}, 0},
		{"ours", record{ours: catalog.Decides}, 0.004},
		{"shared", record{ours: catalog.Shared}, 0.004},
		{"not ours", record{ours: catalog.NotOurs}, -0.004},
		{"in force", record{status: catalog.InForce}, 0},
		{"repealed", record{status: catalog.Repealed}, -0.02},
		{"typical", record{status: catalog.Typical}, -0.01},
		{"of the commune", record{levels: commune}, 0.002},
		{"of the province", record{levels: []string{string(catalog.Province)}}, 0},
		{"ours, of the commune, repealed", record{ours: catalog.Receives, levels: commune, status: catalog.Repealed}, -0.014},
	} {
		if got := standing(&c.d); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Each document stands once, by the best of what the readings say of it; the first of equals keeps its reading.
func TestBetter(t *testing.T) {
	one, two := &reading{why: "one"}, &reading{why: "two"}
	var order []ranked
	for _, r := range []ranked{{1, 0.5, one}, {2, 0.7, one}, {1, 0.6, two}, {2, 0.7, two}, {1, 0.4, one}, {3, 0, two}} {
		order = better(order, r)
	}
	want := []ranked{{1, 0.6, two}, {2, 0.7, one}, {3, 0, two}}
	if !slices.Equal(order, want) {
		t.Errorf("%+v, want %+v", order, want)
	}
}

// Neighbours of the query are marked at each place where they stand in this order.
func TestMarkPair(t *testing.T) {
	r := &reading{typed: []int{0, 1, 2, 0, 1}}
	for _, c := range []struct {
		a, b int
		want []bool
	}{
		{0, 1, []bool{false, true, false, false, true}},
		{1, 2, []bool{false, false, true, false, false}},
		{1, 0, make([]bool, 5)},
		{2, 2, make([]bool, 5)},
	} {
		got := make([]bool, 5)
		found := markPair(r, c.a, c.b, got)
		if !slices.Equal(got, c.want) || found != slices.Contains(c.want, true) {
			t.Errorf("%d before %d: %v %v, want %v", c.a, c.b, found, got, c.want)
		}
	}
}

// Of two names that have all the words asked for, the one that says nothing else stands first; a word of the usual
// case, or in brackets, counts for less.
func TestSearch_wholeNameFirst(t *testing.T) {
	names := []string{"Đăng ký khai sinh", "Đăng ký khai sinh lưu động", "Đăng ký lại khai sinh", "Đăng ký khai tử",
		"Đăng ký khai sinh (có yếu tố nước ngoài)"}
	var log changeLog
	for i, n := range names {
		code := catalog.Code("1.00000" + string(rune('1'+i)))
		p := catalog.Procedure{Code: code, Name: n, Kind: catalog.Public, Status: catalog.InForce}
		log = append(log, Change{Seq: int64(i + 1), Key: code, Doc: &Document{Key: code, Procedure: p}})
	}
	x := filled(t, Options{}, log)
	for text, want := range map[string]string{
		"đăng ký khai sinh": names[0], "dang ky khai sinh": names[0], "khai sinh": names[0], "khai sinh lưu động": names[1],
		"lại khai sinh": names[2], "khai tử": names[3], "khai sinh yếu tố nước ngoài": names[4],
	} {
		r := searched(t, x, text)
		if len(r.Hits) == 0 || r.Hits[0].Name != want {
			t.Errorf("%q finds %+v first, want %q", text, r.Hits[:min(1, len(r.Hits))], want)
		}
	}
}
