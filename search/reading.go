package search

import "math"

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

// readingsOf understands the text of the search.
func (s *search) readingsOf(text string) []*reading {
	var typed []asked
	words(text, func(start, end int) {
		if len(typed) < maxQueryWords {
			typed = append(typed, s.ask(text[start:end]))
		}
	})
	if len(typed) == 0 {
		return nil
	}
	return []*reading{s.newReading(typed, 1, "typed")}
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
		}
		r.typed = append(r.typed, i)
	}
	return r
}

var (
	fillers       = setOf("của", "và", "các", "những", "là", "được", "có", "trong", "với", "do", "từ", "thủ", "tục", "cho", "về", "theo", "tại", "ở", "thì")
	fillersFolded = setOf("cua", "va", "nhung", "duoc", "trong", "voi", "thu", "tuc", "tai", "theo", "thi")
)

// setOf is the forms of words.
func setOf(list ...string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, w := range list {
		out[formsOf(w).accented] = true
	}
	return out
}
