package app

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"rasoat/account"
	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Term is an abbreviation or what citizens say, with the official words that search reads instead.
type Term = search.Term

// WordOrigin is where a word comes from.
type WordOrigin string

// The origins.
const (
	WordShipped WordOrigin = "shipped" // comes with the program
	WordChanged WordOrigin = "changed" // likewise, and the commune reads it otherwise
	WordOwn     WordOrigin = "own"     // the commune's
)

// WordOrigins lists the origins.
var WordOrigins = []WordOrigin{WordOwn, WordChanged, WordShipped}

// Word is a term as it stands here.
type Word struct {
	ID      string
	Term    Term
	Off     bool // not read
	Origin  WordOrigin
	Shipped Term // what comes with the program; zero for an own one
	Version int  // 0: never saved here
	Author  string
	At      time.Time
}

// wordBody is a word as it is stored.
type wordBody struct {
	Term
	Off bool `json:"off,omitempty"`
}

// Words lists what search reads, and what was switched off: the commune's own first, newest first, then what comes with
// the program in its order.
func (a *App) Words(ctx context.Context) ([]Word, error) {
	shipped, err := shippedWords()
	if err != nil {
		return nil, err
	}
	kept, err := a.store.Words(ctx, store.KindWord)
	if err != nil {
		return nil, err
	}
	at := make(map[string]int, len(shipped))
	for i, w := range shipped {
		at[w.ID] = i
	}
	var own []Word
	for _, k := range kept {
		i, there := at[k.ID]
		w := Word{ID: k.ID, Origin: WordOwn}
		if there {
			w = shipped[i]
		}
		if err := w.take(k.Versioned); err != nil {
			return nil, err
		}
		if there {
			shipped[i] = w
		} else {
			own = append(own, w)
		}
	}
	// ids are numbers
	slices.SortFunc(own, func(x, y Word) int { return cmp.Or(len(y.ID)-len(x.ID), strings.Compare(y.ID, x.ID)) })
	return append(own, shipped...), nil
}

// take makes the word what was saved of it.
func (w *Word) take(k Revision[json.RawMessage]) error {
	var body wordBody
	if err := json.Unmarshal(k.Value, &body); err != nil {
		return fmt.Errorf("word %s version %d: %w", w.ID, k.Number, err)
	}
	w.Term, w.Off, w.Version, w.Author, w.At = body.Term, body.Off, k.Number, k.Author, k.At
	if w.Origin != WordOwn {
		w.Origin = WordChanged
		if sameTerm(w.Term, w.Shipped) {
			w.Origin = WordShipped
		}
	}
	return nil
}

func sameTerm(a, b Term) bool {
	return a.Short == b.Short && a.Full == b.Full && a.Rare == b.Rare && slices.Equal(a.Variants, b.Variants)
}

// shippedWords is what comes with the program. What is said but not read stays out: people edit what has an effect.
func shippedWords() ([]Word, error) {
	v, err := seedVocabulary()
	if err != nil {
		return nil, err
	}
	out := make([]Word, len(v.Terms))
	for i, t := range v.Terms {
		t.Variants = t.Read()
		out[i] = Word{ID: wordID(t), Term: t, Origin: WordShipped, Shipped: t}
	}
	return out, nil
}

// wordID names a word that comes with the program, in all its versions: "gks-giay-khai-sinh".
func wordID(t Term) string {
	return strings.ReplaceAll(search.Fold(strings.TrimSpace(t.Short+" "+t.Full)), " ", "-")
}

// readTerms are the terms that search reads.
func readTerms(words []Word) []Term {
	var out []Term
	for _, w := range words {
		if !w.Off {
			out = append(out, w.Term)
		}
	}
	return out
}

// readWords is the words that are read, made ready; an abbreviation that is switched off is not read by the initials of
// names either.
func readWords(words []Word) *search.Words {
	var off []string
	for _, w := range words {
		if w.Off {
			off = append(off, w.Term.Short)
		}
	}
	return search.NewWords(readTerms(words), off...)
}

// useWords makes the index read queries with the words that stand.
func (a *App) useWords(ctx context.Context, x *search.Index) error {
	words, err := a.Words(ctx)
	if err == nil {
		x.Use(readWords(words))
	}
	return err
}

// Word is one of them; value.ErrNotFound where there is none.
func (a *App) Word(ctx context.Context, id string) (Word, error) {
	words, err := a.Words(ctx)
	if err != nil {
		return Word{}, err
	}
	w, _, there := pickWord(words, id)
	if !there {
		return Word{}, fmt.Errorf("word %s: %w", id, value.ErrNotFound)
	}
	return w, nil
}

// pickWord is a word and the others.
func pickWord(words []Word, id string) (w Word, others []Word, there bool) {
	for i, x := range words {
		if x.ID == id {
			return x, slices.Concat(words[:i], words[i+1:]), true
		}
	}
	return Word{}, words, false
}

// WordPast is how a word was saved, newest first.
func (a *App) WordPast(ctx context.Context, id string) ([]Word, error) {
	kept, err := a.store.WordHistory(ctx, store.KindWord, id)
	if err != nil {
		return nil, err
	}
	out := make([]Word, len(kept))
	for i, k := range kept {
		out[i].ID = id
		if err := out[i].take(k); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// WordEdit is a word as somebody wants it; a new one has no ID. Base is the version the edit began with.
type WordEdit struct {
	ID   string
	Base int
	Term Term
	Off  bool
}

func (e WordEdit) clean() WordEdit {
	e.Term.Short, e.Term.Full = viet.Clean(e.Term.Short), viet.Clean(e.Term.Full)
	var said []string
	for _, s := range e.Term.Variants {
		if s = viet.Clean(s); s != "" {
			said = append(said, s)
		}
	}
	e.Term.Variants, e.Term.Context = said, ""
	return e
}

// plan is the edit as it would be saved: the word that stands, and the others; the problems of search.Term.Check.
func (e WordEdit) plan(words []Word) (was Word, others []Word, err error) {
	var there bool
	if was, others, there = pickWord(words, e.ID); e.ID != "" && !there {
		return was, nil, fmt.Errorf("word %s: %w", e.ID, value.ErrNotFound)
	}
	if was.Version != e.Base {
		return was, others, &value.Conflict{What: "word " + e.ID, Base: e.Base, Newest: was.Version}
	}
	if e.Off {
		return was, others, nil // nothing of it is read
	}
	return was, others, e.Term.Check(was.Term, readTerms(others)).Err()
}

// SaveWord saves a word; search reads it from the next query on, in every process. It says the id. The conflict of an
// edit that began with another version and the problems of search.Term.Check are refused, and word.nothing_new.
func (a *App) SaveWord(ctx context.Context, by Person, e WordEdit) (id string, err error) {
	if err := by.must(account.EditVocabulary); err != nil {
		return "", err
	}
	e = e.clean()
	words, err := a.Words(ctx)
	if err != nil {
		return "", err
	}
	was, _, err := e.plan(words)
	if err != nil {
		return "", err
	}
	if e.ID != "" && sameTerm(was.Term, e.Term) && was.Off == e.Off {
		return "", value.Problems{{Code: "word.nothing_new"}}
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) (err error) {
		if id = e.ID; id == "" {
			if id, err = tx.NewWordID(ctx); err != nil {
				return err
			}
		}
		_, err = tx.SaveWord(ctx, store.KindWord, id, wordBody{e.Term, e.Off}, e.Base)
		return err
	})
	if err != nil {
		return "", err
	}
	a.settle(ctx)
	if err := a.askAgain(ctx); err != nil {
		a.log.Warn("queries not asked again", "error", err) // the list asks again when it is opened
	}
	return id, nil
}
