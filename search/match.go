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
	weakScore   = 0.35
)

// match finds what fits any reading of the text, and judges the best of it.
func (s *search) match() (*roaring.Bitmap, []ranked, error) {
	s.readings = s.readingsOf(s.text)
	all, order := roaring.New(), []ranked{}
	for _, r := range s.readings {
		set, within, err := s.retrieve(r)
		if err != nil {
			return nil, nil, err
		}
		all.Or(set)
		order = s.judge(r, set, within, order)
	}
	s.sortRanked(order)
	return all, order, nil
}

// lists is where one word of a reading stands.
type lists struct {
	name, also, part, text, exact, any *roaring.Bitmap
}

// retrieve is the documents with all words of the reading, or, where these are poor, with enough of them; of
// a loose reading also those whose names stand inside it. It leaves their scores in s.coarse.
func (s *search) retrieve(r *reading) (set *roaring.Bitmap, within []uint32, err error) {
	heavy := heaviest(r.words, retrieved)
	found := make([]lists, len(heavy))
	full := 0.0
	for i, a := range heavy {
		if found[i], err = s.fetch(a); err != nil {
			return nil, nil, err
		}
		full += a.weight
	}
	clear(s.coarse)
	clear(s.named)
	all := s.scope.Clone()
	for _, l := range found {
		all.And(l.any)
	}
	if best := s.score(heavy, found, all, false); float64(best) >= wellCovered*full && !r.loose {
		return all, nil, nil
	}
	clear(s.coarse)
	clear(s.named)
	some := roaring.New()
	for _, l := range found {
		some.Or(l.name)
		some.Or(l.also)
		some.Or(l.part)
		if l.text.GetCardinality()*commonShare < s.live.GetCardinality() {
			some.Or(l.text)
		}
	}
	some.And(s.scope)
	best := s.score(heavy, found, some, true)
	enough := roaring.New()
	for it := some.Iterator(); it.HasNext(); {
		if n := it.Next(); s.coarse[n] >= best*someCovered {
			enough.Add(n)
		}
	}
	enough.Or(all)
	if r.loose {
		within = s.inside(some, insiders)
		enough.AddMany(within)
	}
	return enough, within, nil
}

// fetch is the lists of one word and what it may stand for.
func (s *search) fetch(a asked) (lists, error) {
	l := lists{roaring.New(), roaring.New(), roaring.New(), roaring.New(), nil, roaring.New()}
	var err error
	if l.text, err = s.list(fieldText, a.folded); err != nil {
		return l, err
	}
	if a.exact != 0 {
		if l.exact, err = s.list(fieldAccented, a.accented); err != nil {
			return l, err
		}
	}
	for i, id := range a.ids {
		word := s.lex.text[id]
		if i > 0 {
			text, err := s.list(fieldText, word)
			if err != nil {
				return l, err
			}
			l.text = roaring.Or(l.text, text)
		}
		for _, f := range []struct {
			field string
			into  *roaring.Bitmap
		}{{fieldName, l.name}, {fieldAlso, l.also}, {fieldPart, l.part}} {
			docs, err := s.list(f.field, word)
			if err != nil {
				return l, err
			}
			f.into.Or(docs)
		}
	}
	l.any = roaring.FastOr(l.name, l.also, l.part, l.text)
	return l, nil
}

func heaviest(words []asked, n int) []asked {
	if len(words) <= n {
		return words
	}
	out := slices.Clone(words)
	slices.SortStableFunc(out, func(a, b asked) int { return cmp.Compare(b.weight, a.weight) })
	return out[:n]
}

// score adds up what each document of the set is worth and gives the best. Texts are counted one by one only
// where not all words need to be there.
func (s *search) score(heavy []asked, found []lists, set *roaring.Bitmap, texts bool) float32 {
	base := 0.0
	for i, a := range heavy {
		l := found[i]
		s.addName(roaring.And(l.name, set), a.weight, worthName)
		s.addName(roaring.AndNot(roaring.And(l.also, set), l.name), a.weight, worthAlso)
		part := roaring.And(l.part, set)
		part.AndNot(l.name)
		part.AndNot(l.also)
		s.addWorth(part, a.weight*worthPart)
		if l.exact != nil {
			s.addWorth(roaring.And(l.exact, set), a.weight*worthExact)
		}
		base += a.weight * worthText
		if texts && l.text.GetCardinality()*commonShare < s.live.GetCardinality() {
			s.addWorth(roaring.And(l.text, set), a.weight*worthText)
		}
	}
	best := float32(0)
	for it := set.Iterator(); it.HasNext(); {
		n := it.Next()
		if !texts {
			s.coarse[n] += float32(base)
		}
		best = max(best, s.coarse[n])
	}
	return best
}

func (s *search) addWorth(docs *roaring.Bitmap, worth float64) {
	var buffer [256]uint32
	for it := docs.ManyIterator(); ; {
		n := it.NextMany(buffer[:])
		if n == 0 {
			return
		}
		for _, doc := range buffer[:n] {
			s.coarse[doc] += float32(worth)
		}
	}
}

// addName is addWorth for a word of names.
func (s *search) addName(docs *roaring.Bitmap, weight, worth float64) {
	var buffer [256]uint32
	for it := docs.ManyIterator(); ; {
		n := it.NextMany(buffer[:])
		if n == 0 {
			return
		}
		for _, doc := range buffer[:n] {
			s.coarse[doc] += float32(weight * worth)
			s.named[doc] += float32(weight)
		}
	}
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
	if len(numbers) > 4*n {
		numbers = s.above(numbers, n)
	}
	slices.SortFunc(numbers, before)
	return numbers[:min(n, len(numbers))]
}

// inside is the documents of the set whose names stand inside the reading, as far as the retrieval tells: at
// most n.
func (s *search) inside(set *roaring.Bitmap, n int) []uint32 {
	var out []uint32
	share := func(d uint32) float32 {
		w := min(s.named[d]/s.span[d], 1)
		return w * w * min(s.named[d], s.span[d])
	}
	for it := set.Iterator(); it.HasNext(); {
		if d := it.Next(); s.named[d] >= s.span[d]/2 {
			out = append(out, d)
		}
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
