package search

import (
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/size"
	index "github.com/blevesearch/bleve_index_api"
)

// speller remembers the forms of words: a language has few, and spelling one costs far more than finding it.
type speller struct {
	mu    sync.RWMutex
	forms map[string]forms
	books sync.Pool // of *notebook
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
	s.forms[strings.Clone(word)] = f
	return f
}

// notebook is the memory of one analysis at a time: it finds a word faster than the speller, without a lock.
type notebook struct {
	words    map[string]*noted // folded form of a word as it is written
	terms    map[string]*noted
	numbered []*noted // by wordID
	document uint32
}

// noted is a term with what Bleve is told of it, always the same: that it is there.
type noted struct {
	term string
	freq *index.TokenFreq
	last uint32 // document that had it last
}

func (s *speller) book() *notebook {
	if b, ok := s.books.Get().(*notebook); ok && len(b.words) < maxSpelled {
		return b
	}
	return &notebook{words: map[string]*noted{}, terms: map[string]*noted{}}
}

func (n *notebook) note(term string) *noted {
	t, ok := n.terms[term]
	if !ok {
		term = strings.Clone(term)
		t = &noted{term: term, freq: &index.TokenFreq{Term: []byte(term)}}
		n.terms[term] = t
	}
	return t
}

func (n *notebook) written(word string, s *speller) *noted {
	t, ok := n.words[word]
	if !ok {
		t = n.note(s.of(word).folded)
		n.words[strings.Clone(word)] = t
	}
	return t
}

func (n *notebook) byID(id wordID, lex *lexicon) *noted {
	for int(id) >= len(n.numbered) {
		n.numbered = append(n.numbered, make([]*noted, len(n.numbered)+256)...)
	}
	if n.numbered[id] == nil {
		n.numbered[id] = n.note(lex.text[id])
	}
	return n.numbered[id]
}

// analysis is the words of one document, each in the best of its fields alone: whoever asks where a word
// stands asks for the best place.
type analysis struct {
	row    *row
	lex    *lexicon
	rest   []string // texts of which the row has no words
	spell  *speller
	fields [inText + 1]index.TokenFrequencies // by class
	stored []byte                             // the row, packed
}

// run fills the fields and packs the row.
func (a *analysis) run() {
	a.stored = a.row.pack()
	book := a.spell.book()
	defer a.spell.books.Put(book)
	book.document++
	add := func(to index.TokenFrequencies, t *noted) {
		if t.last != book.document && t.term != "" {
			t.last = book.document
			to[t.term] = t.freq
		}
	}
	names, also := make(index.TokenFrequencies, 2*len(a.row.words)), index.TokenFrequencies{}
	for _, w := range a.row.words {
		add(names, book.byID(w.folded, a.lex))
	}
	for _, w := range a.row.words {
		add(names, book.byID(w.accented, a.lex)) // the same where it has no accent
	}
	for _, text := range a.row.alsoWords {
		for _, w := range text {
			add(also, book.byID(w.folded, a.lex))
		}
	}
	part, rest := make(index.TokenFrequencies, 64), make(index.TokenFrequencies, 256)
	for _, text := range a.row.part {
		for _, w := range text {
			add(part, book.byID(w.folded, a.lex))
		}
	}
	for _, text := range a.rest {
		words(text, func(start, end int) { add(rest, book.written(text[start:end], a.spell)) })
	}
	a.fields = [inText + 1]index.TokenFrequencies{inName: names, inAlso: also, inPart: part, inText: rest}
}

// wordField is one field of an analysis as Bleve wants it.
type wordField struct {
	*analysis
	class class
}

// Analyze implements index.Field; Bleve analyses the fields of a document one after the other, and the first
// does it for all.
func (f wordField) Analyze() {
	if f.class == inName {
		f.run()
	}
}

// Name implements index.Field.
func (f wordField) Name() string { return fields[f.class] }

// Value implements index.Field: nothing is stored.
func (f wordField) Value() []byte { return nil }

// ArrayPositions implements index.Field.
func (f wordField) ArrayPositions() []uint64 { return nil }

// EncodedFieldType implements index.Field: text.
func (f wordField) EncodedFieldType() byte { return 't' }

// Options implements index.Field.
func (f wordField) Options() index.FieldIndexingOptions { return wordsOnly }

// AnalyzedLength implements index.Field.
func (f wordField) AnalyzedLength() int { return len(f.fields[f.class]) }

// AnalyzedTokenFrequencies implements index.Field.
func (f wordField) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.fields[f.class] }

// NumPlainTextBytes implements index.Field: for statistics that nobody reads.
func (f wordField) NumPlainTextBytes() uint64 { return 0 }

// Size implements document.Field, likewise.
func (f wordField) Size() int { return size.SizeOfPtr }

// rowField is the row as Bleve stores it.
type rowField struct{ wordField }

// Name implements index.Field.
func (f rowField) Name() string { return fieldRow }

// Value implements index.Field; it is asked for behind all analysis.
func (f rowField) Value() []byte { return f.stored }

// Options implements index.Field.
func (f rowField) Options() index.FieldIndexingOptions { return index.StoreField }

var (
	_ document.Field = wordField{}
	_ document.Field = rowField{}
)
