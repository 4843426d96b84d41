package search

import (
	"bytes"
	"context"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/seed"
	"rasoat/viet"
)

// What stood once leaves no trace: after edits, slips that are taken back, deletions, reopenings and merges an index
// answers exactly as one that is built of what stands. TestKill_atAnyMoment does the same after kills, and
// app/reindex_test.go with a store.
func TestLiving_seed(t *testing.T) {
	for n := range uint64(3) {
		wander(t, seedChanges(t), n, 10, 9)
	}
}

// The same with every sixth of the portal's pages.
func TestLiving_real(t *testing.T) {
	var some []Change
	for i, c := range realChanges(t) {
		if i%6 == 0 {
			c.Seq = int64(len(some) + 1)
			some = append(some, c)
		}
	}
	wander(t, some, 29, 8, 40)
}

// The same with all of them: the index is built three times.
func TestLiving_all_Slow(t *testing.T) {
	wander(t, realChanges(t), 29, 8, 120)
}

// The queries of issue 10: a slip that is saved and taken back is no word of any name.
func TestLiving_slipTakenBack(t *testing.T) {
	log := sample()
	log = append(
		log,
		changed(t, log, "1.001193", 6, "Đăng ký kết hôn"),
		changed(t, log, "1.003583", 7, "Đăng ký ket hom"),
	)
	x := filled(t, Options{}, log)
	before := searched(t, x, "ket hom")
	right := changed(t, log, "1.003583", 8, "Đăng ký kết hôn lưu động")
	fresh := filled(t, Options{}, append(log[:len(log)-1:len(log)-1], right))
	must(t, x.Apply(context.Background(), []Change{right}))
	after, want := searched(t, x, "ket hom"), searched(t, fresh, "ket hom")
	if diff := cmp.Diff(want, after); diff != "" {
		t.Errorf("after the slip was taken back (-fresh +after):\n%s", diff)
	}
	if before.DidYouMean != "" || after.DidYouMean == "" || after.Total < 2 {
		t.Errorf("while the slip stood: %d hits, %q", before.Total, before.DidYouMean)
		t.Errorf("after it: %d hits, %q", after.Total, after.DidYouMean)
	}
}

// changed is the change that gives a document of a log another name.
func changed(t *testing.T, log []Change, key catalog.Code, seq int64, name string) Change {
	t.Helper()
	at := slices.IndexFunc(log, func(c Change) bool { return c.Key == key })
	doc := *log[at].Doc
	doc.Procedure.Name = name
	return Change{Seq: seq, Key: key, Doc: &doc}
}

func searched(t *testing.T, x *Index, text string) Result {
	t.Helper()
	r, err := x.Search(context.Background(), Query{Text: text, Scope: Official, Limit: 100})
	must(t, err)
	return r
}

// seedChanges is the procedures of the starting content.
func seedChanges(t testing.TB) []Change {
	t.Helper()
	var out []Change
	for _, name := range []string{seed.PublicFile, seed.TypicalFile} {
		raw, err := seed.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		err = exchange.ReadJSONL(bytes.NewReader(raw), func(_ int, p catalog.Procedure) error {
			doc := &Document{Key: p.Code.Key(), Procedure: p}
			out = append(out, Change{Seq: int64(len(out) + 1), Key: doc.Key, Doc: doc})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// wanderer is an index on its way, with what it should hold.
type wanderer struct {
	t      *testing.T
	rnd    *rand.Rand
	o      Options
	dir    string
	x      *Index
	first  map[catalog.Code]Document // as they were at the beginning
	now    map[catalog.Code]Change   // the last change of each that is there
	keys   []catalog.Code
	seq    int64
	spoken []string // names that stood at some time
}

// wander edits an index of the documents at random and compares it with a fresh one, twice on its way and at its end.
func wander(t *testing.T, start []Change, seed uint64, rounds, edits int) {
	t.Helper()
	w := &wanderer{
		t:     t,
		rnd:   rand.New(rand.NewPCG(seed, 10)),
		o:     Options{Vocabulary: seedVocabulary(t)},
		dir:   filepath.Join(t.TempDir(), "index"),
		first: map[catalog.Code]Document{},
		now:   map[catalog.Code]Change{},
		seq:   int64(len(start)),
	}
	for _, c := range start {
		w.first[c.Key], w.now[c.Key] = *c.Doc, c
		w.keys = append(w.keys, c.Key)
	}
	var err error
	w.x, err = Create(w.dir, w.o)
	must(t, err)
	defer func() { must(t, w.x.Close()) }()
	must(t, CatchUp(context.Background(), w.x, changeLog(start)))
	for round := range rounds {
		w.edit(edits)
		switch w.rnd.IntN(4) {
		case 0:
			w.reopen()
		case 1:
			w.merge()
		case 2:
			searched(t, w.x, w.spoken[w.rnd.IntN(len(w.spoken))]) // fills what a view keeps
		}
		if round%(rounds/2) == rounds/2-1 {
			w.compare()
		}
	}
}

// edit applies a batch of edits: slips, names of others, texts, deletions, and what takes all of that back.
func (w *wanderer) edit(n int) {
	var batch []Change
	for range n {
		key := w.keys[w.rnd.IntN(len(w.keys))]
		doc := w.first[key]
		if c, ok := w.now[key]; ok {
			doc = *c.Doc
		}
		gone := false
		switch w.rnd.IntN(9) {
		case 0, 1, 2:
			doc = w.first[key]
		case 3:
			gone = true
		default:
			w.change(&doc)
		}
		w.seq++
		c := Change{Seq: w.seq, Key: key, Doc: &doc}
		if w.now[key] = c; gone {
			c.Doc = nil
			delete(w.now, key)
		}
		batch = append(batch, c)
		w.spoken = append(w.spoken, doc.Procedure.Name)
	}
	must(w.t, w.x.Apply(w.context(), batch))
}

func (w *wanderer) context() context.Context { return context.Background() }

// change alters a document in one of the ways in which people do.
func (w *wanderer) change(doc *Document) {
	p := &doc.Procedure
	list := wordsOf(p.Name)
	other := w.first[w.keys[w.rnd.IntN(len(w.keys))]].Procedure
	theirs := wordsOf(other.Name)
	switch w.rnd.IntN(7) {
	case 0:
		p.Name = slipped(w.rnd, list)
	case 1: // without accents in part
		at := w.rnd.IntN(len(list))
		list[at] = viet.Fold(list[at])
		p.Name = strings.Join(list, " ")
	case 2: // half of one and half of the other: pairs that stood nowhere
		p.Name = strings.Join(append(list[:len(list)/2:len(list)/2], theirs[len(theirs)/2:]...), " ")
	case 3: // a blank lost
		at := w.rnd.IntN(len(list))
		p.Name = strings.Join(list[:at], " ") + list[at] + strings.Join(list[at+1:], " ")
	case 4:
		p.AlsoKnown = []string{slipped(w.rnd, theirs)}
	case 5:
		p.Dossier = []catalog.DossierCase{{Papers: []catalog.Paper{{Name: slipped(w.rnd, theirs)}}}}
		p.Field = other.Field
	default:
		p.Status = []catalog.Status{catalog.InForce, catalog.Repealed, catalog.Draft}[w.rnd.IntN(3)]
		p.Conditions = slipped(w.rnd, theirs)
	}
}

func (w *wanderer) reopen() {
	must(w.t, w.x.Close())
	w.o.Plain = !w.o.Plain
	var err error
	w.x, err = Open(w.dir, w.o)
	must(w.t, err)
}

// merge makes one segment of all, so that what was deleted has no number any more.
func (w *wanderer) merge() {
	advanced, err := w.x.bleve.Advanced()
	must(w.t, err)
	must(w.t, advanced.(*scorch.Scorch).ForceMerge(w.context(), nil))
	must(w.t, CatchUp(w.context(), w.x, changeLog(nil)))
}

// compare asks the index and a fresh one the same.
func (w *wanderer) compare() {
	t := w.t
	t.Helper()
	var log changeLog
	for _, key := range slices.Sorted(maps.Keys(w.now)) {
		log = append(log, w.now[key])
	}
	slices.SortFunc(log, func(a, b Change) int { return int(a.Seq - b.Seq) })
	o := w.o
	o.Plain = false
	fresh := filled(t, o, log)
	for _, q := range w.queries() {
		want, err := fresh.Search(w.context(), q)
		must(t, err)
		got, err := w.x.Search(w.context(), q)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q, scope %d, sort %q (-fresh +edited):\n%s", q.Text, q.Scope, q.Sort, diff)
		}
		for _, begun := range []string{q.Text, q.Text[:len(q.Text)/2]} {
			want, err := fresh.Suggest(w.context(), begun, 8, q.Scope)
			must(t, err)
			got, err := w.x.Suggest(w.context(), begun, 8, q.Scope)
			must(t, err)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("suggestions for %q (-fresh +edited):\n%s", begun, diff)
			}
		}
	}
	want, err := fresh.Names()
	must(t, err)
	got, err := w.x.Names()
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-fresh +edited):\n%s", diff)
	}
}

// queries is what people ask, and names that stood at some time: whole, without accents, with a slip, in part, run
// together.
func (w *wanderer) queries() []Query {
	texts := []string{"", "1.00", "ket hom", "khai sinh", "dangkykhaisinh", "giấy"}
	for i, q := range slices.Concat(ownQueries(w.t), secondQueries(w.t), thirdQueries(w.t)) {
		if i%6 == 0 {
			texts = append(texts, q.Text)
		}
	}
	for range 24 {
		name := w.spoken[w.rnd.IntN(len(w.spoken))]
		list := wordsOf(name)
		at := w.rnd.IntN(len(list))
		part := list[at:min(len(list), at+1+w.rnd.IntN(4))]
		texts = append(
			texts,
			name,
			viet.Fold(name),
			slipped(w.rnd, list),
			strings.Join(part, " "),
			strings.Join(part, ""),
			viet.Fold(strings.Join(part, " ")),
		)
	}
	sorts := []string{ByRelevance, ByRelevance, ByRelevance, ByName, ByCode, ByChange}
	var out []Query
	for _, text := range texts {
		q := Query{Text: text, Scope: Scope(w.rnd.IntN(2)), Sort: sorts[w.rnd.IntN(len(sorts))]}
		q.Limit, q.Offset = 1+w.rnd.IntN(100), w.rnd.IntN(2)*w.rnd.IntN(40)
		q.Explain = w.rnd.IntN(3) == 0
		out = append(out, q)
	}
	return out
}
