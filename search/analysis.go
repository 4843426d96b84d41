package search

import (
	"bytes"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
)

// foldedForm and accentedForm choose what of a word is indexed.
func foldedForm(f forms) string   { return f.folded }
func accentedForm(f forms) string { return f.accented }

// speller remembers the forms of words: a language has few, and spelling one costs far more than finding it.
type speller struct {
	mu    sync.RWMutex
	forms map[string]forms
}

// maxSpelled bounds the memory that odd texts can take.
const maxSpelled = 1 << 17

// of is formsOf(word), remembered.
func (s *speller) of(word string) forms {
	s.mu.RLock()
	f, ok := s.forms[word]
	s.mu.RUnlock()
	if ok {
		return f
	}
	f = formsOf(word)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.forms == nil || len(s.forms) >= maxSpelled {
		s.forms = map[string]forms{}
	}
	s.forms[string(append([]byte(nil), word...))] = f
	return f
}

// analyser makes tokens of Vietnamese text, each distinct word once, at its first place. Without a form
// the whole text is one token.
type analyser struct {
	form  func(forms) string
	spell *speller
}

// notebook is the memory of one analysis at a time: it finds a word faster than the speller, without a lock.
type notebook struct {
	words map[string]noted
	terms map[string]uint32 // term -> its number
	last  []uint32          // number of a term -> the text that had it last
	text  uint32
}

// noted is a written word with its terms by form.
type noted struct{ folded, accented termNote }

type termNote struct {
	term   []byte // shared by all tokens; nobody writes into it
	number uint32
}

var notebooks = sync.Pool{New: func() any { return &notebook{words: map[string]noted{}, terms: map[string]uint32{}} }}

func (n *notebook) note(word string, spell *speller) noted {
	if w, ok := n.words[word]; ok {
		return w
	}
	if len(n.words) >= maxSpelled {
		clear(n.words)
	}
	f := spell.of(word)
	w := noted{n.number(f.folded), n.number(f.accented)}
	n.words[strings.Clone(word)] = w
	return w
}

func (n *notebook) number(term string) termNote {
	number, ok := n.terms[term]
	if !ok {
		number = uint32(len(n.last))
		n.terms[strings.Clone(term)] = number
		n.last = append(n.last, 0)
	}
	return termNote{[]byte(term), number}
}

// Analyze implements Bleve's analysis.Analyzer. Offsets are those of the original bytes.
func (a analyser) Analyze(text []byte) analysis.TokenStream {
	if a.form == nil {
		return analysis.TokenStream{token(0, len(text), 1, bytes.Clone(text))}
	}
	book := notebooks.Get().(*notebook)
	defer notebooks.Put(book)
	book.text++
	folded := a.form(forms{folded: "f", accented: "a"}) == "f"
	out := make(analysis.TokenStream, 0, min(len(text)/16+1, 512))
	tokens := make([]analysis.Token, 0, cap(out))
	s, position := string(text), 0
	words(s, func(start, end int) {
		position++
		w := book.note(s[start:end], a.spell)
		t := w.accented
		if folded {
			t = w.folded
		}
		if len(t.term) == 0 || book.last[t.number] == book.text {
			return
		}
		book.last[t.number] = book.text
		if len(tokens) == cap(tokens) {
			tokens = make([]analysis.Token, 0, cap(out))
		}
		tokens = append(tokens, analysis.Token{Start: start, End: end, Term: t.term, Position: position, Type: analysis.AlphaNumeric})
		out = append(out, &tokens[len(tokens)-1])
	})
	return out
}

func token(start, end, position int, term []byte) *analysis.Token {
	return &analysis.Token{Start: start, End: end, Term: term, Position: position, Type: analysis.AlphaNumeric}
}
