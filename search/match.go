package search

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// Where a word stands decides what it is worth to the retrieval.
const (
	worthName  = 1.0
	worthAlso  = 0.9
	worthPart  = 0.6
	worthText  = 0.1
	worthExact = 0.1 // beside worthName, where the accents agree
)

const (
	candidates  = 40   // are judged: those that have most of the reading
	insiders    = 20   // and of a loose one those of whose names the reading has most
	retrieved   = 24   // words of a reading, the heaviest, fetch documents
	wellCovered = 0.8  // share of the full worth from which a document with all words makes others needless
	someCovered = 0.55 // share of the best worth that documents with some words must have
	commonShare = 4    // where only some words match, a word in more than 1/4 of the texts is not looked for there
	rareFirst   = 0.5  // share of the worth of a reading after whose words common ones add to what is found alone
	sureScore   = 0.94 // of what was typed, from which no other reading is tried
	weakScore   = 0.35
)

// match finds what fits any reading of the text, and judges the best of it.
func (s *search) match() (*roaring.Bitmap, []ranked, error) {
	all, order := roaring.New(), []ranked{}
	s.readings = s.readings[:0]
	for _, r := range s.readingsOf(s.text) {
		s.readings = append(s.readings, r)
		set, within, err := s.retrieve(r)
		if err != nil {
			return nil, nil, err
		}
		all.Or(set)
		order = s.judge(r, set, within, order)
		if r.why == whyTyped && !r.loose && slices.ContainsFunc(order, func(o ranked) bool { return o.score >= sureScore }) {
			break
		}
	}
	s.sortRanked(order)
	return all, order, nil
}

// retrieve is the documents with all words of the reading, or, where these are poor, with enough of them; of
// a loose reading also those whose names stand inside it. It leaves their scores in s.coarse.
func (s *search) retrieve(r *reading) (set *roaring.Bitmap, within []uint32, err error) {
	heavy := heaviest(r.words, retrieved)
	clear(s.coarse)
	clear(s.named)
	s.touched = s.touched[:0]
	all, full, done := s.scope, 0.0, 0.0
	for _, a := range heavy {
		full += a.weight
	}
	for i, a := range heavy {
		p, err := s.fetch(a)
		if err != nil {
			return nil, nil, err
		}
		if p.dense != nil && done >= rareFirst*full && len(s.touched) < len(p.docs) {
			s.addDense(p, float32(a.weight))
		} else {
			s.add(p, float32(a.weight))
		}
		if err := s.addExact(a); err != nil {
			return nil, nil, err
		}
		if i == 0 {
			all = roaring.And(all, p.any)
		} else if !all.IsEmpty() {
			all.And(p.any)
		}
		done += a.weight
	}
	best := float32(0)
	for it := all.Iterator(); it.HasNext(); {
		best = max(best, s.coarse[it.Next()])
	}
	set = all
	if float64(best) < wellCovered*full || r.loose {
		set, within = s.enough(r, all)
	}
	s.credit(set, float32(r.weight/full))
	return set, within, nil
}

// enough is the documents with all words, and those with most of what the best one has; of a loose reading
// also those named within.
func (s *search) enough(r *reading, all *roaring.Bitmap) (set *roaring.Bitmap, within []uint32) {
	best := float32(0)
	kept := s.touched[:0]
	for _, n := range s.touched {
		if s.shows(n) {
			kept = append(kept, n)
			best = max(best, s.coarse[n])
		}
	}
	set = all.Clone()
	var list []uint32
	for _, n := range kept {
		if s.coarse[n] >= best*someCovered {
			list = append(list, n)
		}
	}
	if r.loose {
		within = s.inside(kept, insiders)
		list = append(list, within...)
	}
	slices.Sort(list)
	set.AddMany(list)
	return set, within
}

// shows reports whether a document that is not deleted lies in the scope.
func (s *search) shows(n uint32) bool { return s.q.Scope == Official || s.isPublic[n] }

// add gives each document what the word is worth where it stands in it.
func (s *search) add(p *postings, weight float32) {
	worth := [...]float32{inName: weight * worthName, inAlso: weight * worthAlso, inPart: weight * worthPart, inText: weight * worthText}
	named := [...]float32{inName: weight, inAlso: weight, inPart: 0, inText: 0}
	for i, n := range p.docs {
		if s.coarse[n] == 0 {
			s.touched = append(s.touched, n)
		}
		c := p.class[i]
		s.coarse[n] += worth[c]
		s.named[n] += named[c]
	}
}

// addDense is add for a common word, only where a rarer one stands.
func (s *search) addDense(p *postings, weight float32) {
	worth := [...]float32{weight * worthName, weight * worthAlso, weight * worthPart, weight * worthText, 0}
	named := [...]float32{weight, weight, 0, 0, 0}
	for _, n := range s.touched {
		c := p.dense[n]
		s.coarse[n] += worth[c]
		s.named[n] += named[c]
	}
}

// addExact adds to documents whose names have the word with the accents that were typed.
func (s *search) addExact(a asked) error {
	if a.exact == 0 || len(a.ids) == 0 {
		return nil
	}
	docs, err := s.exactly(a.exact, a.accented)
	for _, n := range docs {
		if s.coarse[n] == 0 {
			continue
		}
		s.coarse[n] += float32(a.weight * worthExact)
	}
	return err
}

// credit keeps for each document the best that a retrieval gave it, for what is not judged.
func (s *search) credit(set *roaring.Bitmap, scale float32) {
	for it := set.Iterator(); it.HasNext(); {
		n := it.Next()
		s.merit[n] = max(s.merit[n], s.coarse[n]*scale)
	}
}

// heaviest is the words that say most, at most n, in this order.
func heaviest(words []asked, n int) []asked {
	out := slices.Clone(words)
	slices.SortStableFunc(out, func(a, b asked) int { return cmp.Compare(b.weight, a.weight) })
	return out[:min(n, len(out))]
}

// best is the documents of the set with the highest scores of the retrieval, at most n; ties by code.
func (s *search) best(set *roaring.Bitmap, n int) []uint32 {
	numbers := set.ToArray()
	before := func(a, b uint32) int {
		if s.coarse[a] != s.coarse[b] {
			return cmp.Compare(s.coarse[b], s.coarse[a])
		}
		return compareCodes(s.rows[a], s.rows[b])
	}
	if len(numbers) > 2*n {
		numbers = s.above(numbers, n)
	}
	slices.SortFunc(numbers, before)
	return numbers[:min(n, len(numbers))]
}

// inside is the documents whose names stand inside the reading, as far as the retrieval tells: at most n.
func (s *search) inside(numbers []uint32, n int) []uint32 {
	var out []uint32
	for _, d := range numbers {
		if s.named[d] >= s.span[d]/2 {
			out = append(out, d)
		}
	}
	share := func(d uint32) float32 {
		w := min(s.named[d]/s.span[d], 1)
		return w * w * min(s.named[d], s.span[d])
	}
	slices.SortFunc(out, func(a, b uint32) int {
		if x, y := share(a), share(b); x != y {
			return cmp.Compare(y, x)
		}
		return compareCodes(s.rows[a], s.rows[b])
	})
	return out[:min(n, len(out))]
}

// above drops what cannot be among the best n: scores are counted in steps, and the lowest steps go.
func (s *search) above(numbers []uint32, n int) []uint32 {
	const steps = 256
	top := float32(0)
	for _, d := range numbers {
		top = max(top, s.coarse[d])
	}
	if top == 0 {
		return numbers
	}
	var counts [steps + 1]int
	step := func(d uint32) int { return int(s.coarse[d] / top * steps) }
	for _, d := range numbers {
		counts[step(d)]++
	}
	least, sum := steps, 0
	for ; least > 0 && sum+counts[least] < n; least-- {
		sum += counts[least]
	}
	out := numbers[:0]
	for _, d := range numbers {
		if step(d) >= least {
			out = append(out, d)
		}
	}
	return out
}
