package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/search"
	"rasoat/store"
)

// What a preview looks at.
const (
	previewHits    = 10     // of the word itself
	previewTop     = 3      // of other queries
	previewQueries = 2_000  // the most asked ones
	previewNames   = 20_000 //
	askedFor       = 400    // days that queries are kept
)

// SearchAnswer is the beginning of what a query finds.
type SearchAnswer = search.Answer

// WordPreview is what saving a word would change.
type WordPreview struct {
	Itself  []PreviewAsk    // what is read by the word: before and after
	Effects []PreviewEffect // other queries whose first hits change, the most asked first, then names
	Queries int             // queries asked here that were looked at
	Names   int             // names that were looked at
}

// PreviewAsk is one way to ask for the word.
type PreviewAsk struct {
	Text          string
	Before, After SearchAnswer
}

// PreviewEffect is a query that finds something else first: one that was asked here, so many times, or a name by
// which a procedure is known.
type PreviewEffect struct {
	Text          string
	Times         int          // 0: a name
	Code          catalog.Code // of the procedure, for a name
	First         bool         // the first hit is another; else one of the first three
	Before, After SearchAnswer
}

// PreviewWord says what saving a word would change, and changes nothing. What is wrong is said as by SaveWord.
func (a *App) PreviewWord(ctx context.Context, by Person, e WordEdit) (WordPreview, error) {
	if err := by.must(account.EditVocabulary); err != nil {
		return WordPreview{}, err
	}
	e = e.clean()
	x := a.index.Load()
	if x == nil {
		return WordPreview{}, ErrNoIndex
	}
	words, err := a.Words(ctx)
	if err != nil {
		return WordPreview{}, err
	}
	was, others, err := e.plan(words)
	if err != nil {
		return WordPreview{}, err
	}
	return a.preview(ctx, x, was, others, e, words)
}

func (a *App) preview(
	ctx context.Context, x *search.Index, was Word, others []Word, e WordEdit, words []Word,
) (p WordPreview, err error) {
	before := readWords(words)
	after := readWords(append([]Word{{Term: e.Term, Off: e.Off}}, others...))
	if e.ID != "" {
		after = readWords(withEdit(words, e))
	}
	itself := askedBy(was, e)
	for _, text := range itself {
		ask := PreviewAsk{Text: text}
		q := search.Asked{Text: text, Scope: search.Official}
		if ask.Before, err = x.Brief(ctx, q, before, previewHits); err != nil {
			return p, err
		}
		if ask.After, err = x.Brief(ctx, q, after, previewHits); err != nil {
			return p, err
		}
		p.Itself = append(p.Itself, ask)
	}
	asked, names, err := a.queriesToPreview(ctx, x, itself)
	if err != nil {
		return p, err
	}
	p.Queries, p.Names = len(asked), len(names)
	all := append(asked, mayReadOtherwise(names, itself)...)
	list := make([]search.Asked, len(all))
	for i, q := range all {
		list[i] = search.Asked{Text: q.Text, Scope: search.Official}
		if q.public {
			list[i].Scope = search.Public
		}
	}
	effects, err := x.Effects(ctx, list, before, after, previewTop)
	if err != nil {
		return p, err
	}
	for _, f := range effects {
		out := all[f.At].PreviewEffect
		out.Before, out.After, out.First = f.Before, f.After, firstKey(f.Before) != firstKey(f.After)
		p.Effects = append(p.Effects, out)
	}
	slices.SortStableFunc(p.Effects,
		func(x, y PreviewEffect) int { return cmp.Or(cmp.Compare(y.Times, x.Times), firstFirst(x, y)) })
	return p, nil
}

// firstFirst puts what changes the first hit before what changes others.
func firstFirst(x, y PreviewEffect) int {
	switch {
	case x.First == y.First:
		return 0
	case x.First:
		return -1
	}
	return 1
}

// mayReadOtherwise are the names that may be read otherwise: those that have a word with which one of the ways to ask
// begins. All words of a name are words of names and stand beside their neighbours, so that no slip is mended in one:
// what is not touched is read as before. Of queries that cannot be said.
func mayReadOtherwise(names []previewed, itself []string) []previewed {
	var out []previewed
	for _, n := range names {
		words := " " + search.Fold(n.Text) + " "
		if slices.ContainsFunc(itself, func(ask string) bool {
			folded := search.Fold(ask)
			first, _, _ := strings.Cut(folded, " ")
			return strings.Contains(words, " "+first+" ") ||
				strings.Contains(words, " "+strings.ReplaceAll(folded, " ", "")+" ")
		}) {
			out = append(out, n)
		}
	}
	return out
}

func firstKey(a search.Answer) catalog.Code {
	if len(a.Top) == 0 {
		return ""
	}
	return a.Top[0].Key
}

// withEdit is the words with the edit in the place of what stands.
func withEdit(words []Word, e WordEdit) []Word {
	out := slices.Clone(words)
	for i := range out {
		if out[i].ID == e.ID {
			out[i].Term, out[i].Off = e.Term, e.Off
		}
	}
	return out
}

// askedBy is the ways to ask for a word, as it stands and as it would.
func askedBy(was Word, e WordEdit) []string {
	var out []string
	for _, t := range []Term{e.Term, was.Term} {
		for _, text := range append([]string{t.Short}, t.Variants...) {
			if text != "" && !slices.ContainsFunc(out,
				func(s string) bool { return search.Fold(s) == search.Fold(text) }) {
				out = append(out, text)
			}
		}
	}
	return out
}

// previewed is a text to look at in a preview.
type previewed struct {
	PreviewEffect
	public bool
}

// queriesToPreview are the queries asked here, the most asked first, and the names by which procedures are known;
// without those that ask for the word itself.
func (a *App) queriesToPreview(
	ctx context.Context, x *search.Index, itself []string,
) (asked, names []previewed, err error) {
	seen := map[string]bool{}
	for _, text := range itself {
		seen[search.Fold(text)] = true
	}
	kept, err := a.store.Asked(ctx, store.AskedFilter{From: a.Today().Add(-askedFor)})
	if err != nil {
		return nil, nil, err
	}
	type key struct {
		query    string
		internal bool
	}
	at := map[key]int{}
	for _, k := range kept {
		if seen[k.Query] {
			continue
		}
		i, there := at[key{k.Query, k.Internal}]
		if !there {
			i = len(asked)
			at[key{k.Query, k.Internal}] = i
			asked = append(asked, previewed{public: !k.Internal})
		}
		asked[i].Text = k.Text
		asked[i].Times += k.Times
	}
	slices.SortStableFunc(asked, func(p, q previewed) int { return cmp.Compare(q.Times, p.Times) })
	asked = asked[:min(len(asked), previewQueries)]
	all, err := x.Names()
	if err != nil {
		return nil, nil, err
	}
	for _, n := range all {
		for _, text := range append([]string{n.Name}, n.Also...) {
			if f := search.Fold(text); !seen[f] && len(names) < previewNames {
				seen[f] = true
				names = append(names, previewed{PreviewEffect{Text: text, Code: n.Key}, false})
			}
		}
	}
	return asked, names, nil
}
