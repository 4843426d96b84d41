package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"rasoat/catalog"
)

// Vocabulary is how people name things: given by the seed, changed by the office.
type Vocabulary struct {
	Terms []Term  `json:"terms"`
	Known []Known `json:"known"`
}

// Term is an abbreviation with the official words, and what citizens say instead of them. It is read one
// way only: from the short to the official.
type Term struct {
	Short    string   `json:"short"`              // "GKS"
	Full     string   `json:"full"`               // "giấy khai sinh"
	Variants []string `json:"variants,omitempty"` // what citizens say: "giấy sinh"
	Context  string   `json:"context,omitempty"`  // field in which an ambiguous one is meant: "hộ tịch"
	Rare     bool     `json:"rare,omitempty"`     // made for search alone: read only beside other words
}

// Known is names by which a procedure is also known.
type Known struct {
	Code  catalog.Code `json:"code"`
	Names []string     `json:"names"`
}

// vocabulary is a Vocabulary made ready. A nil one knows nothing.
type vocabulary struct {
	shorts  map[string][]Term   // folded abbreviation -> what it may mean
	phrases map[string][]phrase // first folded word -> what citizens say
	known   map[catalog.Code][]string
	mark    string // tells one vocabulary from another: names are part of the index
}

// phrase is folded words of citizens with the official ones.
type phrase struct {
	words []string
	full  string
}

func compile(from Vocabulary) *vocabulary {
	v := &vocabulary{map[string][]Term{}, map[string][]phrase{}, map[catalog.Code][]string{}, ""}
	for _, t := range from.Terms {
		short := strings.ReplaceAll(foldWords(t.Short), " ", "")
		v.shorts[short] = append(v.shorts[short], t)
		for _, variant := range t.Variants {
			if said := strings.Fields(foldWords(variant)); len(said) > 1 {
				v.phrases[said[0]] = append(v.phrases[said[0]], phrase{said, t.Full})
			}
		}
	}
	for first := range v.phrases { // longer ones first
		slices.SortStableFunc(v.phrases[first], func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	for _, k := range from.Known {
		v.known[k.Code.Key()] = append(v.known[k.Code.Key()], k.Names...)
	}
	if text, err := json.Marshal(from.Known); err == nil && len(from.Known) > 0 {
		sum := sha256.Sum256(text)
		v.mark = "+" + hex.EncodeToString(sum[:8])
	}
	return v
}

// alsoKnown is the names by which a procedure is also known: its own and those of the vocabulary.
func (v *vocabulary) alsoKnown(d *Document) []string {
	out := slices.Clone(d.Procedure.AlsoKnown)
	for _, name := range v.known[d.Key] {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// spelledOut replaces abbreviations in folded words by the official ones; the n-th of several meanings.
// Made-up ones, and those of several meanings, are read only beside other words.
func (v *vocabulary) spelledOut(typed []asked, n int) (out []string, found bool) {
	for _, a := range typed {
		meanings := v.shorts[a.folded]
		if n >= len(meanings) || len(typed) == 1 && (meanings[n].Rare && len(a.folded) < 3 || len(meanings) > 1 && len(a.folded) < 3) {
			out = append(out, a.written)
			continue
		}
		out = append(out, wordsOf(meanings[n].Full)...)
		found = true
	}
	return out, found
}

// official replaces what citizens say by the official words.
func (v *vocabulary) official(typed []asked) (out []string, found bool) {
	for i := 0; i < len(typed); {
		p, ok := v.phraseAt(typed[i:])
		if !ok {
			out = append(out, typed[i].written)
			i++
			continue
		}
		out = append(out, wordsOf(p.full)...)
		i, found = i+len(p.words), true
	}
	return out, found
}

func (v *vocabulary) phraseAt(typed []asked) (phrase, bool) {
	for _, p := range v.phrases[typed[0].folded] {
		if len(p.words) <= len(typed) && slices.EqualFunc(p.words, typed[:len(p.words)], func(w string, a asked) bool { return w == a.folded }) {
			return p, true
		}
	}
	return phrase{}, false
}

func wordsOf(text string) []string {
	var out []string
	words(text, func(start, end int) { out = append(out, text[start:end]) })
	return out
}
