package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rasoat/catalog"
)

// The kinds of suggestions.
const (
	SuggestName  = "name"
	SuggestField = "field"
	SuggestCode  = "code"
	SuggestQuery = "query"
)

// Suggestion is one line under the search box.
type Suggestion struct {
	Text string
	Code catalog.Code // of a name or code
	Kind string
}

// Suggest completes what is being typed: codes, fields, names; at most n.
func (x *Index) Suggest(ctx context.Context, text string, n int, scope Scope) ([]Suggestion, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.view == nil {
		return nil, ErrClosed
	}
	s := x.newSearch(Query{Text: text, Scope: scope, Limit: max(n, 1)})
	if scope == Official {
		s.scope = s.current
	}
	out := []Suggestion{}
	if s.text == "" || n <= 0 {
		return out, nil
	}
	numbers, _, _ := s.byCode(s.text)
	for _, d := range numbers {
		if len(out) < n && s.scope.has(d) {
			out = append(out, Suggestion{string(s.rows[d].key) + " " + s.rows[d].name, s.rows[d].key, SuggestCode})
		}
	}
	out = append(out, s.suggestFields(n-len(out))...)
	names, err := s.suggestNames(n - len(out))
	return append(out, names...), err
}

// suggestFields is the fields of administration that begin with the text, at most two.
func (s *search) suggestFields(n int) []Suggestion {
	var out []Suggestion
	typed := foldWords(s.text)
	for i, begin := range s.fieldForms() {
		if t := &s.facets[s.fieldAt]; len(out) < min(n, 2) && strings.HasPrefix(begin, typed) &&
			t.docs[i].meets(s.scope) {
			out = append(out, Suggestion{Text: t.values[i], Kind: SuggestField})
		}
	}
	return out
}

// fieldForms is the fields of administration as folded words, made once for a view.
func (s *search) fieldForms() []string {
	s.foldFields.Do(func() {
		s.fieldAt = slices.IndexFunc(s.facets, func(t facetTable) bool { return t.name == facetField })
		for _, value := range s.facets[s.fieldAt].values {
			var forms []string
			for _, w := range wordsOf(value) {
				forms = append(forms, s.spell.of(w).folded)
			}
			s.folded = append(s.folded, strings.Join(forms, " "))
		}
	})
	return s.folded
}

// suggestNames is the names that have all the words typed, the last one perhaps unfinished.
func (s *search) suggestNames(n int) ([]Suggestion, error) {
	if n <= 0 {
		return nil, nil
	}
	s.scratch = takeScratch(len(s.rows), len(s.lex.text))
	defer giveScratch(s.scratch)
	s.names = n
	begun, err := s.begun()
	if err != nil {
		return nil, err
	}
	var out []Suggestion
	seen := map[string]bool{}
	for _, number := range begun[:min(len(begun), n)] {
		if d := s.rows[number]; !seen[d.name] {
			seen[d.name] = true
			out = append(out, Suggestion{d.name, d.key, SuggestName})
		}
	}
	if len(out) >= n {
		return out, nil
	}
	s.names = n - len(out)
	_, order, err := s.match()
	if err != nil {
		return nil, err
	}
	for _, r := range order {
		if d := s.rows[r.number]; len(out) < n && !seen[d.name] && r.score >= weakScore && s.scope.has(r.number) {
			seen[d.name] = true
			out = append(out, Suggestion{d.name, d.key, SuggestName})
		}
	}
	return out, nil
}

// begunMost is how many names are looked at for what is begun.
const begunMost = 4000

// begun is the documents whose names, or names also known, have what is typed word by word, the last one perhaps
// unfinished: what is ours first, then the shortest names. A single word completes to too much to be looked at so.
func (s *search) begun() ([]uint32, error) {
	typed := s.apart(wordsOf(s.text))
	if len(typed) < 2 || len(typed) > maxQueryWords {
		return nil, nil
	}
	whole := make([]wordID, len(typed)-1)
	var fewest []uint32
	for i := range whole {
		if whole[i] = s.lex.find(s.spell.of(typed[i]).folded); whole[i] == 0 {
			return nil, nil
		}
		p, err := s.postingsOf(spelled{s.lex.text[whole[i]], 0})
		if err != nil {
			return nil, err
		}
		if i == 0 || len(p.names) < len(fewest) {
			fewest = p.names
		}
	}
	last := s.spell.of(typed[len(typed)-1])
	var out []uint32
	for _, n := range fewest[:min(len(fewest), begunMost)] {
		if s.scope.has(n) && s.rows[n].isBegun(whole, last, s.lex) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b uint32) int {
		x, y := s.rows[a], s.rows[b]
		return cmp.Or(
			cmp.Compare(y.standing, x.standing),
			cmp.Compare(len(x.words), len(y.words)),
			s.compareCodes(a, b),
		)
	})
	return out, nil
}

// isBegun reports whether one of the names has the words side by side with one that begins with last behind them.
func (r *row) isBegun(typed []wordID, last forms, lex *lexicon) bool {
	begins := func(at func(int) ids, count int) bool {
		for i := 0; i+len(typed) < count; i++ {
			same := true
			for j := range typed {
				if at(i+j).folded != typed[j] {
					same = false
					break
				}
			}
			if w := at(i + len(typed)); same && strings.HasPrefix(lex.text[w.folded], last.folded) {
				return true
			}
		}
		return false
	}
	if begins(func(i int) ids { return r.words[i].ids }, len(r.words)) {
		return true
	}
	for _, also := range r.alsoWords {
		if begins(func(i int) ids { return also[i] }, len(also)) {
			return true
		}
	}
	return false
}

// completed is the words typed with the last one standing for all that it may become; those that stand behind
// the word before it in names are preferred.
func (s *search) completed(typed []asked, text string) []asked {
	i := len(typed) - 1
	last := typed[i]
	if !strings.HasSuffix(text, last.written) {
		return typed
	}
	ids := s.completions(last.folded, 200)
	slices.SortStableFunc(ids, func(x, y wordID) int {
		whole := func(id wordID) int {
			if s.lex.text[id] == last.folded {
				return 1
			}
			return 0
		}
		return cmp.Or(whole(y)-whole(x), s.support(typed, i, y)-s.support(typed, i, x))
	})
	if len(ids) == 0 {
		return typed
	}
	last.ids = ids[:min(endings, len(ids))]
	if len(last.ids) > 1 && s.lex.text[last.ids[0]] != last.folded {
		last.exact, last.accented = 0, last.folded
	}
	last.weight = s.weigh(last)
	return append(slices.Clone(typed[:i]), last)
}

// endings is how many words an unfinished one may stand for.
const endings = 12

// foldWords is a text as its folded words, parted by blanks.
func foldWords(text string) string {
	var out []string
	words(text, func(start, end int) { out = append(out, formsOf(text[start:end]).folded) })
	return strings.Join(out, " ")
}

// completions is the words of names and papers that begin with a form, the commonest first.
func (v *view) completions(form string, n int) []wordID {
	at, _ := slices.BinarySearchFunc(v.alphabet, form, func(id wordID, f string) int {
		return strings.Compare(v.lex.text[id], f)
	})
	var out []wordID
	for ; at < len(v.alphabet) && strings.HasPrefix(v.lex.text[v.alphabet[at]], form); at++ {
		out = append(out, v.alphabet[at])
	}
	v.sortCommon(out)
	return out[:min(n, len(out))]
}

// sortCommon puts the words that most names have first.
func (v *view) sortCommon(list []wordID) {
	slices.SortFunc(list, func(a, b wordID) int {
		return cmp.Or(cmp.Compare(v.weightOf[a], v.weightOf[b]), strings.Compare(v.lex.text[a], v.lex.text[b]))
	})
}

// didYouMean is the query as a correction reads it.
func (s *search) didYouMean(order []ranked) string {
	if len(order) == 0 || order[0].by == nil || order[0].by.why != whySlip {
		return ""
	}
	var out []string
	d := s.rows[order[0].number]
	for _, i := range order[0].by.typed {
		out = append(out, s.spelling(d, order[0].by.words[i]))
	}
	meant := strings.Join(out, " ")
	if strings.EqualFold(meant, s.text) {
		return "" // what the texts have of it is what was typed
	}
	return meant
}

// spelling is the word as the best hit writes it, else as it was typed.
func (s *search) spelling(d *row, a asked) string {
	for _, w := range d.words {
		if slices.Contains(a.ids, w.folded) {
			return strings.ToLower(d.name[w.start:w.end])
		}
	}
	return a.written
}
