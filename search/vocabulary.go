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

// Term is an abbreviation with the official words, or what citizens say instead of them. It is read one way
// only: from the short, or the said, to the official.
type Term struct {
	Short    string   `json:"short,omitempty"`    // "GKS"; "" where nothing is abbreviated
	Full     string   `json:"full"`               // "giấy khai sinh"
	Variants []string `json:"variants,omitempty"` // what citizens say: "giấy sinh"
	Context  string   `json:"context,omitempty"`  // field in which an ambiguous one is meant: "hộ tịch"
	Rare     bool     `json:"rare,omitempty"`     // ambiguous: read only where the rest of the query agrees
}

// Known is names by which a procedure is also known, where it has none of its own.
type Known struct {
	Code  catalog.Code `json:"code"`
	Names []string     `json:"names"`
}

// vocabulary is a Vocabulary made ready.
type vocabulary struct {
	shorts  map[string][]Term   // folded abbreviation -> what it may mean
	phrases map[string][]phrase // first folded word -> what citizens say, longer ones first
	off     map[string]bool     // folded abbreviations that are not read
	said    map[string]bool     // folded words of citizens, and of the official words
	besides map[[2]string]bool  // two of them side by side
	known   map[catalog.Code][]string
	mark    string // tells one vocabulary from another: names are part of the index
}

// phrase is words of citizens with the official ones.
type phrase struct {
	words    []forms
	meanings []Term
}

// maxMeanings is how many meanings of an abbreviation or a phrase are tried.
const maxMeanings = 2

func compile(from Vocabulary) *vocabulary {
	v := &vocabulary{
		shorts:  map[string][]Term{},
		phrases: map[string][]phrase{},
		off:     map[string]bool{},
		said:    map[string]bool{},
		besides: map[[2]string]bool{},
		known:   map[catalog.Code][]string{},
	}
	for _, t := range from.Terms {
		if short := strings.ReplaceAll(foldWords(t.Short), " ", ""); short != "" {
			v.shorts[short] = append(v.shorts[short], t)
		}
		v.meet(formsIn(t.Full))
		for _, said := range t.Variants {
			v.say(said, t)
		}
	}
	for first := range v.phrases {
		slices.SortStableFunc(v.phrases[first], func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	for _, k := range from.Known {
		v.known[k.Code.Key()] = append(v.known[k.Code.Key()], k.Names...)
	}
	if text, err := json.Marshal(from); err == nil && len(from.Known)+len(from.Terms) > 0 {
		sum := sha256.Sum256(text)
		v.mark = "+" + hex.EncodeToString(sum[:8])
	}
	return v
}

// reads reports whether what citizens say is read as the official words. The variants beside an abbreviation are
// often no more than related: a single word of them says too little.
func (t Term) reads(said []forms) bool {
	if t.Short == "" || len(said) == 0 {
		return len(said) > 0
	}
	return len(said) > 1 && slices.ContainsFunc(said, saysSomething)
}

// say notes that citizens say so for the official words.
func (v *vocabulary) say(said string, t Term) {
	list := formsIn(said)
	if !t.reads(list) {
		return
	}
	v.meet(list)
	v.note(list, t)
	if befalls[list[0].accented] && len(list) > 1 {
		v.note(append(slices.Clone(list[1:]), list[0]), t)
	}
}

// befalls are words that stand before a thing or behind it: "mất sổ đỏ", "sổ đỏ bị mất".
var befalls = setOf("mất", "rơi", "rớt", "hỏng", "hư", "rách", "sai", "cháy")

// note adds what is said for the official words.
func (v *vocabulary) note(list []forms, t Term) {
	first := list[0].folded
	for i, p := range v.phrases[first] {
		if slices.Equal(p.words, list) {
			v.phrases[first][i].meanings = append(p.meanings, t)
			return
		}
	}
	v.phrases[first] = append(v.phrases[first], phrase{list, []Term{t}})
}

// meet notes the words of a text and which stand side by side.
func (v *vocabulary) meet(text []forms) {
	before := ""
	for _, w := range text {
		if w.folded == "" {
			continue
		}
		v.said[w.folded] = true
		if before != "" {
			v.besides[[2]string{before, w.folded}] = true
		}
		before = w.folded
	}
}

// has reports a folded word that is an abbreviation, or one of citizens or of the official words.
func (v *vocabulary) has(folded string) bool { return v.said[folded] || len(v.shorts[folded]) > 0 }

// saysSomething reports a word that is more than a part of a question.
func saysSomething(f forms) bool {
	return !fillers[f.accented] && !questionWords[f.accented] && !talk[f.accented]
}

// alsoKnown is the names by which a procedure is also known: its own, else those of the vocabulary.
func (v *vocabulary) alsoKnown(d *Document) []string {
	if len(d.Procedure.AlsoKnown) > 0 {
		return d.Procedure.AlsoKnown
	}
	return v.known[d.Key]
}

// longName is a name with its abbreviations spelled out, "" where it has none: "thẻ BHYT". Only what is written
// in capitals and means one thing.
func (v *vocabulary) longName(name string) string {
	var out []string
	found := false
	words(name, func(start, end int) {
		word := name[start:end]
		if len(word) > 2 && word == strings.ToUpper(word) {
			if meanings := v.shorts[formsOf(word).folded]; len(meanings) == 1 && !meanings[0].Rare {
				word, found = meanings[0].Full, true
			}
		}
		out = append(out, word)
	})
	if !found {
		return ""
	}
	return strings.Join(out, " ")
}

// spelledOut replaces abbreviations by the official words; the n-th of several meanings. Short ambiguous ones, and
// those of several meanings, are read only beside other words, ambiguous ones where these agree.
func (s *search) spelledOut(typed []asked, n int) (out []asked, found bool) {
	for i, a := range typed {
		meanings := s.meanings(a)
		if n >= len(meanings) || len(typed) == 1 && len(a.folded) < 3 && (meanings[n].Rare || len(meanings) > 1) ||
			meanings[n].Rare && !s.agree(typed, i, 1, meanings[n].Full) {
			out = append(out, a)
			continue
		}
		out = s.appendOfficial(out, meanings[n].Full)
		found = true
	}
	return out, found
}

// official replaces what citizens say by the official words; the n-th of several meanings.
func (s *search) official(typed []asked, n int) (out []asked, found bool) {
	for i := 0; i < len(typed); {
		meanings, length := s.vocab.phraseAt(typed[i:])
		if length == 1 && isQuestion(typed[i]) && asksOnly(typed[i+1:]) {
			length, meanings = 0, nil
		}
		meanings = s.agreeing(meanings, typed, i, length)
		if len(meanings) == 0 {
			out = append(out, typed[i])
			i++
			continue
		}
		found = found || n < len(meanings)
		out = s.appendOfficial(out, meanings[min(n, len(meanings)-1)].Full)
		i += length
	}
	return out, found
}

// asksOnly reports words that go on with nothing but a question: "làm thế nào", "làm giấy tờ gì".
func asksOnly(rest []asked) bool {
	for _, a := range rest {
		if isQuestion(a) {
			return true
		}
		if !a.filler && !talk[a.accented] {
			return false
		}
	}
	return true
}

// appendOfficial adds official words, unless they were said before.
func (s *search) appendOfficial(out []asked, text string) []asked {
	var list []asked
	defer func(was bool) { s.accented = was }(s.accented)
	s.accented = true
	for _, w := range wordsOf(text) {
		a := s.ask(w)
		a.official = true
		list = append(list, a)
	}
	same := func(a, b asked) bool { return a.accented == b.accented }
	for i := 0; i+len(list) <= len(out); i++ {
		if slices.EqualFunc(out[i:i+len(list)], list, same) {
			return out
		}
	}
	return append(out, list...)
}

// between are the words that may stand inside a phrase: "bà nội tôi mất".
var between = setOf("tôi", "em", "mình", "của", "cháu", "bị", "cái")

// phraseAt is what the longest phrase that the words begin with means, and how many of them it takes. Accents
// that were typed must agree.
func (v *vocabulary) phraseAt(typed []asked) (meanings []Term, length int) {
	for _, p := range v.phrases[typed[0].folded] {
		if n := p.at(typed); n > 0 {
			return p.meanings, n
		}
	}
	return nil, 0
}

// at is how many of the words the phrase takes at their beginning, 0 where it does not stand there.
func (p phrase) at(typed []asked) int {
	i, skipped := 0, 0
	spelled := 0
	for _, want := range p.words {
		if i > 0 && i < len(typed) && skipped == 0 && !agrees(want, typed[i]) && between[typed[i].accented] {
			i, skipped = i+1, 1
		}
		if i >= len(typed) || !agrees(want, typed[i]) {
			return 0
		}
		if typed[i].official {
			spelled++
		}
		i++
	}
	if spelled == len(p.words) || spelled > 0 && len(p.words) < 3 {
		return 0 // official words need no others
	}
	return i
}

func agrees(f forms, a asked) bool {
	return f.folded == a.folded && (!a.hasAccent() || f.accented == a.accented)
}

// formsIn is the words of a text as they are compared.
func formsIn(text string) []forms {
	var out []forms
	words(text, func(start, end int) { out = append(out, formsOf(text[start:end])) })
	return out
}

func wordsOf(text string) []string {
	var out []string
	words(text, func(start, end int) { out = append(out, text[start:end]) })
	return out
}
