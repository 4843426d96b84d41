package search

import (
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

// Analyze implements Bleve's analysis.Analyzer. Offsets are those of the original bytes.
func (a analyser) Analyze(text []byte) analysis.TokenStream {
	if a.form == nil {
		return analysis.TokenStream{token(0, len(text), 1, string(text))}
	}
	var out analysis.TokenStream
	written, terms := map[string]bool{}, map[string]bool{}
	s, position := string(text), 0
	words(s, func(start, end int) {
		position++
		word := s[start:end]
		if written[word] {
			return
		}
		written[word] = true
		term := a.form(a.spell.of(word))
		if term == "" || terms[term] {
			return
		}
		terms[term] = true
		out = append(out, token(start, end, position, term))
	})
	return out
}

func token(start, end, position int, term string) *analysis.Token {
	return &analysis.Token{
		Start: start, End: end, Term: []byte(term), Position: position, Type: analysis.AlphaNumeric,
	}
}
