package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// Where a word stands decides what it is worth to the retrieval.
const (
	worthName  = 1.0
	worthAlso  = 0.9
	worthPart  = 0.6
	worthText  = 0.1
	worthExact = 0.1 // beside worthName, where the accents agree
)

// worth is that of each class.
var worth = [...]float32{
	inExact: worthName + worthExact,
	inName:  worthName,
	inAlso:  worthAlso,
	inPart:  worthPart,
	inText:  worthText,
}

const (
	candidates  = 30   // are judged: those that have most of the reading
	insiders    = 15   // and of a loose one those of whose names the reading has most
	retrieved   = 24   // words of a reading, the heaviest, fetch documents
	wellCovered = 0.8  // share of the full worth from which a document with all words makes others needless
	someCovered = 0.55 // share of the best worth that documents with some words must have
	sureScore   = 0.94 // of what was typed, from which no other reading is tried
	weakScore   = 0.35
	fitScore    = 0.6
)

// A reading that mends what was typed is weak below these, where that is up to five words, or up to two.
const (
	weakSlip      = 0.6
	weakSlipOfTwo = 0.75
)

// term is one word of a reading on its way through the retrieval.
type term struct {
	*postings
	weight float32
}

// match finds what fits any reading of the text, and judges the best of it.
func (s *search) match() (docSet, []ranked, error) {
	order := []ranked{}
	s.readings = s.readings[:0]
	for _, r := range s.readingsOf(s.text) {
		s.readings = append(s.readings, r)
		best, within, err := s.retrieve(r)
		if err != nil {
			return nil, nil, err
		}
		order = s.judge(r, best, within, order)
		if r.why == whyTyped && !r.loose &&
			slices.ContainsFunc(order, func(o ranked) bool { return o.score >= sureScore }) ||
			s.enoughNames(order) {
			break
		}
	}
	s.sortRanked(order)
	return s.found, order, nil
}

// enoughNames reports that so many names fit as are asked for: while one types, no other reading is worth its time.
func (s *search) enoughNames(order []ranked) bool {
	fit := 0
	for _, r := range order {
		if r.score >= fitScore {
			fit++
		}
	}
	return s.names > 0 && fit >= s.names
}

// retrieve adds the documents with all words of the reading, or, where these are poor, with enough of them, to
// what is found; of a loose reading also those whose names stand inside it. The best are to be judged.
func (s *search) retrieve(r *reading) (best, within []uint32, err error) {
	full, err := s.gather(r)
	if err != nil {
		return nil, nil, err
	}
	s.sumNames()
	s.haveAll()
	s.found.join(s.all)
	if !r.loose && len(s.allSums) > 0 && slices.Max(s.allSums) >= wellCovered*full {
		s.kept = s.kept[:0]
		s.fillUp()
		return s.best(s.kept, candidates), nil, nil
	}
	s.meetNames()
	if r.loose {
		within = s.inside(insiders)
		s.found.addAll(within)
	}
	if r.sentence {
		s.narrow(true, s.topOf(s.kept)*someCovered) // what it asks for is a reading of its own
	} else {
		s.sumRest()
	}
	s.found.addAll(s.kept)
	if len(s.kept) < candidates {
		for _, n := range s.kept {
			s.all.remove(n)
		}
		s.fillUp()
	}
	return s.best(s.kept, candidates), within, nil
}

// gather makes s.terms the heaviest words of the reading, in this order, and gives the sum of their weights.
func (s *search) gather(r *reading) (full float32, err error) {
	s.terms = s.terms[:0]
	for _, a := range heaviest(r.words, retrieved) {
		p, err := s.fetch(a)
		if err != nil {
			return 0, err
		}
		s.terms = append(s.terms, term{p, float32(a.weight)})
		full += float32(a.weight)
	}
	return full, nil
}

// heaviest is the words that say most, at most n, in this order.
func heaviest(words []asked, n int) []*asked {
	out := make([]*asked, len(words))
	for i := range words {
		out[i] = &words[i]
	}
	slices.SortStableFunc(out, func(a, b *asked) int { return cmp.Compare(b.weight, a.weight) })
	return out[:min(n, len(out))]
}

// sumNames adds up in s.coarse what the words are worth in names.
func (s *search) sumNames() {
	clear(s.coarse)
	for _, t := range s.terms {
		var each [len(worth)]float32
		for c := range each {
			each[c] = t.weight * worth[c]
		}
		for i, n := range t.names {
			s.coarse[n] += each[t.class[i]]
		}
	}
}

// haveAll makes s.all the documents of the scope with all words of the reading, s.allList the same in order
// and s.allSums their scores.
func (s *search) haveAll() {
	copy(s.all, s.scope)
	for _, t := range s.terms {
		s.all.cut(t.any)
	}
	s.allList = s.all.appendTo(s.allList[:0])
	s.allSums = s.sums(s.allList, s.allSums[:0])
}

// sums appends the scores of documents, in order, of which s.coarse has what their names are worth.
func (s *search) sums(list []uint32, to []float32) []float32 {
	from := len(to)
	for _, n := range list {
		to = append(to, s.coarse[n])
	}
	for _, t := range s.terms {
		part, text := t.weight*worthPart, t.weight*worthText
		for i, n := range list {
			if t.part.has(n) {
				to[from+i] += part
			} else if t.text != nil && t.text.has(n) {
				to[from+i] += text
			}
		}
	}
	return to
}

// fillUp appends to s.kept what s.all has, with its scores.
func (s *search) fillUp() {
	for i, n := range s.allList {
		if s.all.has(n) {
			s.kept = append(s.kept, n)
			s.coarse[n] = s.allSums[i]
		}
	}
}

// meetNames makes s.touched the documents of the scope whose names have a word of the reading.
func (s *search) meetNames() {
	clear(s.touched)
	for _, t := range s.terms {
		s.touched.addAll(t.names)
	}
	s.touched.cut(s.scope)
	s.kept = s.touched.appendTo(s.kept[:0])
}

// sumRest adds to s.coarse what the words are worth in papers and texts, the heaviest first, and leaves in s.kept,
// in order, the documents with enough of the best. As soon as what is left can lift no new document to
// that, it is added to those met so far alone: long lists are seldom walked to their end.
func (s *search) sumRest() {
	top, left := s.topOf(s.kept), float32(0)
	for _, t := range s.terms {
		left += t.weight * worthPart // the most that what is not yet walked can give a document
	}
	narrow := false
	for _, t := range s.terms {
		if !narrow && left < top*someCovered {
			s.narrow(false, top*someCovered-left)
			narrow = true
		}
		part := t.weight * worthPart
		left -= t.weight * (worthPart - worthText)
		if narrow {
			s.lift(t.part, part, top*someCovered-left)
		} else {
			top = s.addPart(t.part, part, top)
		}
	}
	if !narrow {
		if left >= top*someCovered {
			for _, t := range s.terms {
				if t.text != nil {
					s.touched.join(t.text)
				}
			}
		}
		s.narrow(false, top*someCovered-left)
	}
	for _, t := range s.terms {
		if t.text != nil {
			s.lift(t.text, t.weight*worthText, 0)
		}
	}
	s.narrow(true, s.topOf(s.kept)*someCovered)
}

// lift adds to the kept documents of a set, and keeps those that have at least so much then. Sums and places are
// written whatever the set says: a wrong guess costs more than a store.
func (s *search) lift(set docSet, worth, least float32) {
	worths := [2]float32{0, worth}
	at := 0
	for _, n := range s.kept {
		score := s.coarse[n] + worths[set[n>>6]>>(n&63)&1]
		s.coarse[n] = score
		s.kept[at] = n
		if score >= least {
			at++
		}
	}
	s.kept = s.kept[:at]
}

// addPart adds to the documents of a set, and gives top, the best score so far of the scope.
func (s *search) addPart(part docSet, worth, top float32) float32 {
	s.touched.join(part)
	for i, w := range part {
		for ; w != 0; w &= w - 1 {
			n := i<<6 + bits.TrailingZeros64(w)
			score := s.coarse[n] + worth
			s.coarse[n] = score
			if score > top && s.scope.has(uint32(n)) {
				top = score
			}
		}
	}
	return top
}

// narrow leaves in s.kept the documents that have at least so much: of those met, or again of those kept.
func (s *search) narrow(again bool, least float32) {
	if !again {
		s.touched.cut(s.scope)
		s.kept = s.touched.appendTo(s.kept[:0])
	}
	at := 0
	for _, n := range s.kept {
		s.kept[at] = n
		// no append: there is nothing to foresee here, and a wrong guess costs more than a store
		if s.coarse[n] >= least {
			at++
		}
	}
	s.kept = s.kept[:at]
}

func (s *search) topOf(list []uint32) (top float32) {
	for _, n := range list {
		if score := s.coarse[n]; score > top {
			top = score
		}
	}
	return top
}

// merits is the best score of some documents, in order, by any reading.
func (s *search) merits(some []uint32) ([]float32, error) {
	out := make([]float32, len(some))
	for _, r := range s.readings {
		full, err := s.gather(r)
		if err != nil {
			return nil, err
		}
		s.sumNames()
		for i, sum := range s.sums(some, s.allSums[:0]) {
			out[i] = max(out[i], sum*float32(r.weight)/full)
		}
	}
	return out, nil
}

// best is the documents with the highest scores of the retrieval, at most n; ties by code.
func (s *search) best(numbers []uint32, n int) []uint32 {
	return s.highest(numbers, n, func(d uint32) float32 { return s.coarse[d] })
}

// inside is the documents whose names stand inside the reading, as far as the retrieval tells, at most n. Of
// those kept s.coarse has what their names are worth.
func (s *search) inside(n int) []uint32 {
	return s.highest(s.kept, n, func(d uint32) float32 {
		named, span := s.coarse[d], s.span[d]
		if named < span/2 {
			return 0
		}
		w := min(named/span, 1)
		return w * w * min(named, span)
	})
}

// highest is the n documents with the highest scores above 0, ties by code.
func (s *search) highest(numbers []uint32, n int, score func(uint32) float32) []uint32 {
	type scored struct {
		number uint32
		score  float32
	}
	list, least := make([]scored, 0, n+1), float32(0)
	for _, d := range numbers {
		x := scored{d, score(d)}
		if x.score <= 0 || x.score < least {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, x, func(a, b scored) int {
			return cmp.Or(cmp.Compare(b.score, a.score), s.compareCodes(a.number, b.number))
		})
		if at == n {
			continue
		}
		list = slices.Insert(list, at, x)
		if len(list) > n {
			list = list[:n]
		}
		if len(list) == n {
			least = list[n-1].score
		}
	}
	out := make([]uint32, len(list))
	for i, x := range list {
		out[i] = x.number
	}
	return out
}
