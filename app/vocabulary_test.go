package app

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/app/text"
	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
)

// firstFound is the first hit of a public query, "" where nothing is found or nothing fits.
func firstFound(t *testing.T, a *App, text string) string {
	t.Helper()
	r, err := a.Find(t.Context(), SearchQuery{Text: text, Scope: ScopePublic})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Hits) == 0 || r.Weak {
		return ""
	}
	return string(r.Hits[0].Key)
}

func openWords(t *testing.T) *App {
	t.Helper()
	a := openTest(t)
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestShippedWords_HaveNames(t *testing.T) {
	words, err := shippedWords()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, w := range words {
		if w.ID == "" || seen[w.ID] {
			t.Errorf("%+v has no name of its own", w.Term)
		}
		seen[w.ID] = true
	}
}

// A word is read as soon as it is saved, in this process, in a second one beside it, and at the next start.
func TestSaveWord_ReadAtOnceEverywhere(t *testing.T) {
	a := openWords(t)
	const asked = "oe oe"
	if got := firstFound(t, a, asked); got != "" {
		t.Fatalf("%q finds %s before it is a word", asked, got)
	}
	id, err := a.SaveWord(t.Context(), anOffice, WordEdit{Term: Term{Full: " đăng ký  khai sinh ", Variants: []string{asked, "", " "}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := firstFound(t, a, "OE OE"); got != "1.001193" {
		t.Errorf("found %q after it was saved", got)
	}
	w, err := a.Word(t.Context(), id)
	if err != nil || w.Origin != WordOwn || w.Term.Full != "đăng ký khai sinh" || len(w.Term.Variants) != 1 ||
		w.Version != 1 {
		t.Errorf("%+v, %v", w, err)
	}
	// Another process writes: this one reads its change log.
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), Config{Dir: a.dir, Text: table, Now: a.now, NoMigrate: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.SaveWord(t.Context(), anOffice, WordEdit{ID: id, Base: 1, Term: w.Term, Off: true}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if got := firstFound(t, a, asked); got != "1.001193" {
		t.Fatalf("%q before this process has looked", got)
	}
	if err := a.CatchUp(t.Context()); err != nil { // as the follower does twice a second
		t.Fatal(err)
	}
	if got := firstFound(t, a, asked); got != "" {
		t.Errorf("found %q after it was switched off beside", got)
	}
	if _, err := a.SaveWord(t.Context(), anOffice, WordEdit{ID: id, Base: 2, Term: w.Term}); err != nil {
		t.Fatal(err)
	}
	// The next start.
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	c, err := Open(t.Context(), Config{Dir: a.dir, Text: table, Now: a.now})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := firstFound(t, c, asked); got != "1.001193" {
		t.Errorf("found %q at the next start", got)
	}
	if _, err := c.Reindex(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := firstFound(t, c, asked); got != "1.001193" {
		t.Errorf("found %q after the index was built anew", got)
	}
	past, err := c.WordPast(t.Context(), id)
	if err != nil || len(past) != 3 || past[0].Off || !past[1].Off || past[2].Author != anOffice.Name {
		t.Errorf("%+v, %v", past, err)
	}
}

// What comes with the program is changed, switched off and taken back; each is told.
func TestSaveWord_Shipped(t *testing.T) {
	a := openWords(t)
	const id = "gks-giay-khai-sinh"
	w, err := a.Word(t.Context(), id)
	if err != nil || w.Origin != WordShipped || w.Version != 0 {
		t.Fatalf("%+v, %v", w, err)
	}
	if got := firstFound(t, a, "GKS"); got != "1.001193" {
		t.Fatalf("GKS finds %q", got)
	}
	changed := w.Term
	changed.Full = "chứng thực chữ ký"
	for base, step := range []struct {
		edit   WordEdit
		origin WordOrigin
		gks    string
	}{
		{WordEdit{ID: id, Term: changed}, WordChanged, "2.000884"},
		{WordEdit{ID: id, Term: w.Term, Off: true}, WordShipped, "2.001283"}, // a slip of another abbreviation
		{WordEdit{ID: id, Term: w.Term}, WordShipped, "1.001193"},
	} {
		step.edit.Base = base
		if _, err := a.SaveWord(t.Context(), anOffice, step.edit); err != nil {
			t.Fatal(err)
		}
		got, err := a.Word(t.Context(), id)
		if err != nil || got.Origin != step.origin || got.Off != step.edit.Off || got.Version != base+1 {
			t.Errorf("step %d: %+v, %v", base, got, err)
		}
		if gks := firstFound(t, a, "GKS"); gks != step.gks {
			t.Errorf("step %d: GKS finds %q, want %q", base, gks, step.gks)
		}
	}
	if _, err := a.SaveWord(t.Context(), anOffice, WordEdit{
		ID:   id,
		Base: 3,
		Term: w.Term,
	}); !hasCode(err, "word.nothing_new") {
		t.Errorf("the same again: %v", err)
	}
	var conflict *value.Conflict
	if _, err := a.SaveWord(t.Context(), anOffice, WordEdit{
		ID:   id,
		Base: 1,
		Term: changed,
	}); !errors.As(err, &conflict) || conflict.Newest != 3 {
		t.Errorf("an edit of yesterday: %v", err)
	}
	if _, err := a.SaveWord(t.Context(), anOffice, WordEdit{
		ID:   "không-có",
		Term: changed,
	}); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a word that is not there: %v", err)
	}
	if _, err := a.SaveWord(t.Context(), aReviewer, WordEdit{Term: changed}); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer: %v", err)
	}
	if _, err := a.PreviewWord(t.Context(), aReviewer, WordEdit{Term: changed}); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer's preview: %v", err)
	}
}

func hasCode(err error, code string) bool {
	var ps value.Problems
	return errors.As(err, &ps) && len(ps) > 0 && ps[0].Code == code
}

// The preview says of the word itself and of every query asked here and every name what saving does: held against
// the searches before and after.
func TestPreviewWord_SaysWhatSavingDoes(t *testing.T) {
	a := openWords(t)
	queries := []string{"tạm trú", "gia hạn tạm trú", "chứng thực chữ ký", "khai sinh"}
	write := func(text string, times int, internal bool) store.Asked {
		return store.Asked{
			Day:      a.Today(),
			Query:    search.Fold(text),
			Text:     text,
			Times:    times,
			Internal: internal,
			State:    store.AskedFound,
		}
	}
	err := a.keepAsked([]store.Asked{write(queries[0], 5, false), write(queries[1], 9, false), write(queries[2], 2, false), write(queries[3], 1, true)})
	if err != nil {
		t.Fatal(err)
	}
	edit := WordEdit{Term: Term{Short: "tạm", Full: "chứng thực chữ ký"}} // nobody would: "tạm" stands in other queries
	got, err := a.PreviewWord(t.Context(), anOffice, edit)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Itself) != 1 || got.Itself[0].Text != "tạm" || cmp.Equal(got.Itself[0].Before, got.Itself[0].After) ||
		len(got.Itself[0].After.Top) > previewHits {
		t.Errorf("of itself: %+v", got.Itself)
	}
	if got.Queries != len(queries) || got.Names < 239 {
		t.Errorf("looked at %d queries, %d names", got.Queries, got.Names)
	}
	top := func(text string, scope search.Scope) []string {
		t.Helper()
		r, err := a.Find(t.Context(), SearchQuery{Text: text, Scope: scope, Limit: previewTop})
		if err != nil {
			t.Fatal(err)
		}
		out := []string{}
		for _, h := range r.Hits {
			out = append(out, string(h.Key))
		}
		return append(out, map[bool]string{true: "weak"}[r.Weak])
	}
	names := map[string]bool{}
	index, err := a.index.Load().Names()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range index {
		for _, text := range append([]string{n.Name}, n.Also...) {
			if search.Fold(text) != "tam" {
				names[text] = true
			}
		}
	}
	before := map[string][]string{}
	for _, q := range queries[:3] {
		before[q] = top(q, search.Public)
	}
	for n := range names {
		before["name "+n] = top(n, search.Official)
	}
	if _, err := a.SaveWord(t.Context(), anOffice, edit); err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, e := range got.Effects {
		if e.Times > 0 {
			told[e.Text] = true
		} else {
			told["name "+search.Fold(e.Text)] = true
		}
	}
	changed := 0
	for _, q := range queries[:3] {
		differs := !cmp.Equal(before[q], top(q, search.Public))
		if differs != told[q] {
			t.Errorf("%q: changes %v, told %v", q, differs, told[q])
		}
	}
	for n := range names {
		differs := !cmp.Equal(before["name "+n], top(n, search.Official))
		if differs {
			changed++
		}
		if differs && !told["name "+search.Fold(n)] {
			t.Errorf("name %q changes and is not told", n)
		}
	}
	if changed == 0 || len(got.Effects) == 0 {
		t.Errorf("%d names change, %d effects: the test looks at nothing", changed, len(got.Effects))
	}
	for i := 1; i < len(got.Effects); i++ {
		if got.Effects[i].Times > got.Effects[i-1].Times {
			t.Errorf("%q asked %d times stands behind %d", got.Effects[i].Text, got.Effects[i].Times,
				got.Effects[i-1].Times)
		}
	}
}
