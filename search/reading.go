package search

import (
	"math"
	"slices"
	"strings"
)

// asked is one word of a reading.
type asked struct {
	written string
	forms
	ids    []wordID // folded: the word itself and what it may stand for
	exact  wordID   // accented; 0 where the query has no accent there
	weight float64
	filler bool // carries little meaning
}

// reading is one way to understand a query: its words, and how far it is from what was typed.
type reading struct {
	words  []asked // distinct, in the order typed
	typed  []int   // the query as typed, as places in words
	weight float64 // 1 for what was typed
	total  float64 // Σ weight of words
	why    string
}

// The ways to understand a query, and what each is worth against the words as typed.
const (
	whyTyped    = "typed"
	whySlip     = "slip"
	whyQuestion = "question"
	whyShort    = "abbreviation"
	whyOfficial = "official"

	worthSlip     = 0.93
	worthQuestion = 0.97
	worthShort    = 0.96
	worthOfficial = 0.86
)

// maxMeanings is how many meanings of an abbreviation are tried.
const maxMeanings = 2

// readingsOf understands the text of the search: as typed, with slips mended, stripped of what makes it a
// question, with abbreviations spelled out, and with the official words for those of citizens.
func (s *search) readingsOf(text string) []*reading {
	var typed []asked
	for _, w := range wordsOf(text) {
		if len(typed) < maxQueryWords {
			typed = append(typed, s.ask(w))
		}
	}
	if len(typed) == 0 {
		return nil
	}
	out := []*reading{s.newReading(typed, 1, whyTyped)}
	if mended, ok := s.mend(typed, text); ok {
		out = append(out, s.newReading(mended, worthSlip, whySlip))
	}
	if core := stripped(typed); len(core) > 0 && len(core) < len(typed) {
		out = append(out, s.newReading(core, worthQuestion, whyQuestion))
	}
	for n := range maxMeanings {
		if full, ok := s.vocab.spelledOut(typed, n); ok {
			out = append(out, s.newReading(core(s.askAll(full)), worthShort, whyShort))
		}
	}
	if full, ok := s.vocab.official(typed); ok {
		out = append(out, s.newReading(core(s.askAll(full)), worthOfficial, whyOfficial))
	}
	return out
}

func (s *search) askAll(written []string) []asked {
	out := make([]asked, 0, len(written))
	for _, w := range written {
		out = append(out, s.ask(w))
	}
	return out
}

// mend puts words of names in the place of those that no text has; the last one may be unfinished.
func (s *search) mend(typed []asked, text string) ([]asked, bool) {
	out, found := slices.Clone(typed), false
	for i := range out {
		a := &out[i]
		if len(a.ids) > 0 || len(s.vocab.shorts[a.folded]) > 0 || len(typed) > retrieved {
			continue
		}
		var ids []wordID
		if i == len(out)-1 && strings.HasSuffix(text, a.written) && len(a.folded) > 1 {
			ids = s.completions(a.folded, 8)
		}
		if id := s.unslipped(a.folded); id != 0 {
			ids = append([]wordID{id}, ids...)
		} else if len(ids) == 0 {
			ids = s.oneEdit(a.folded, 6)
		}
		if len(ids) > 0 {
			a.ids, a.exact, found = ids, 0, true
			a.accented = a.folded
			a.weight = s.weigh(*a)
		}
	}
	return out, found
}

// core is the words stripped, or all of them where nothing else is left.
func core(typed []asked) []asked {
	if out := stripped(typed); len(out) > 0 {
		return out
	}
	return typed
}

// stripped is the words without those that only make a question of them.
func stripped(typed []asked) []asked {
	var out []asked
	for _, a := range typed {
		if !a.filler && !questionWords[a.accented] {
			out = append(out, a)
		}
	}
	return out
}

// ask weighs one written word.
func (s *search) ask(written string) asked {
	f := formsOf(written)
	a := asked{written: written, forms: f, filler: fillers[f.accented] || fillersFolded[f.folded]}
	if n := s.lex.find(f.folded); n != 0 {
		a.ids = []wordID{n}
	}
	if f.hasAccent() {
		a.exact = s.lex.find(f.accented)
	}
	a.weight = s.weigh(a)
	return a
}

// weigh is how much a word says: rare ones more.
func (s *search) weigh(a asked) float64 {
	weight := s.idf(0)
	if len(a.ids) > 0 {
		weight = float64(s.weightOf[a.ids[0]])
	}
	if a.filler {
		weight *= fillerShare
	}
	return weight
}

// fillerShare is what a word that only joins others counts.
const fillerShare = 0.2

// idf is the weight of a word that stands in so many names.
func (v *view) idf(names uint32) float64 {
	return math.Log(1 + float64(len(v.rows)+1)/(1+float64(names)))
}

func (s *search) newReading(typed []asked, weight float64, why string) *reading {
	r := &reading{weight: weight, why: why}
	at := map[string]int{}
	for _, a := range typed {
		i, ok := at[a.folded]
		if !ok {
			i = len(r.words)
			at[a.folded] = i
			r.words = append(r.words, a)
			r.total += a.weight
		} else if w := &r.words[i]; w.accented != a.accented {
			w.accented, w.exact = w.folded, 0 // từ and tử in one query: either will do
		}
		r.typed = append(r.typed, i)
	}
	return r
}

var (
	fillers       = setOf("của", "và", "các", "những", "là", "được", "có", "trong", "với", "do", "từ", "thủ", "tục", "cho", "về", "theo", "tại", "ở", "thì")
	fillersFolded = setOf("cua", "va", "nhung", "duoc", "trong", "voi", "thu", "tuc", "tai", "theo", "thi")
)

// questionWords make a question of what is asked, or a person of who asks.
var questionWords = setOf("tôi", "em", "anh", "chị", "mình", "ạ", "ơi", "muốn", "cần", "phải", "xin", "thế", "nào", "như",
	"đâu", "gì", "bao", "nhiêu", "lâu", "khi", "sao", "ra", "giờ", "nhờ", "hỏi", "không", "nộp", "hồ", "sơ", "ở", "nhà",
	"của", "bị", "hay", "đến", "làm", "này", "cái", "thôi", "rồi", "vậy", "nên", "được", "tui", "bác", "cháu", "hết")

// setOf is the forms of words.
func setOf(list ...string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, w := range list {
		out[formsOf(w).accented] = true
	}
	return out
}
