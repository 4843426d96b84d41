package search

import "slices"

// class is where a word stands in a document, the best place.
type class = uint8

const (
	inExact class = iota // in the name, with the accents that were typed
	inName
	inAlso
	inPart
	inText
)

// postings is where one word stands, decoded: a search adds up scores faster than a bitmap unpacks.
type postings struct {
	names []uint32 // documents whose names have it, in order
	class []class  // of each of names
	// part is where it stands in the papers and in no name; text in the text alone, nil for a word in too many
	// texts; any wherever it stands.
	part, text, any docSet
}

// cachedBytes bounds the memory of the words that a view keeps decoded.
const cachedBytes = 1 << 28

// spelled is a folded word with the accents that were typed; 0 where none were.
type spelled struct {
	folded string
	exact  wordID
}

// fetch is where a word, or what it may stand for, is found.
func (s *search) fetch(a *asked) (*postings, error) {
	switch len(a.ids) {
	case 0:
		return s.postingsOf(spelled{a.folded, 0})
	case 1:
		return s.postingsOf(spelled{s.lex.text[a.ids[0]], a.exact})
	}
	var lists [len(fields)]docSet
	for c := range lists {
		lists[c] = newSet(len(s.rows))
	}
	text := newSet(len(s.rows))
	for _, id := range a.ids {
		p, err := s.postingsOf(spelled{s.lex.text[id], 0})
		if err != nil {
			return nil, err
		}
		for i, n := range p.names {
			lists[p.class[i]].add(n)
		}
		lists[inPart].join(p.part)
		lists[inText].join(p.any)
		if p.text != nil {
			text.join(p.text)
		}
	}
	p := s.newPostings(lists)
	text.drop(p.part)
	for _, n := range p.names {
		text.remove(n)
	}
	p.text = text
	return p, nil
}

// postingsOf is where a word stands; the caller does not change it.
func (v *view) postingsOf(w spelled) (*postings, error) {
	v.mu.RLock()
	p, ok := v.cache[w]
	v.mu.RUnlock()
	if ok {
		return p, nil
	}
	p, err := v.decode(w)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	size := 24*len(p.any) + 5*len(p.names)
	if v.cached += size; v.cached > cachedBytes {
		clear(v.cache)
		v.cached = size
	}
	v.cache[w] = p
	return p, nil
}

func (v *view) decode(w spelled) (*postings, error) {
	if w.exact != 0 {
		return v.accentedPostings(w)
	}
	var lists [len(fields)]docSet
	for c := inName; c <= inText; c++ {
		lists[c] = newSet(len(v.rows))
		if err := v.lists.list(fields[c], w.folded, lists[c]); err != nil {
			return nil, err
		}
		lists[c].cut(v.live)
	}
	return v.newPostings(lists), nil
}

// accentedPostings parts the names that have the word with its accents from those that have it with others.
func (v *view) accentedPostings(w spelled) (*postings, error) {
	plain, err := v.postingsOf(spelled{w.folded, 0})
	if err != nil {
		return nil, err
	}
	exact := newSet(len(v.rows))
	if err := v.lists.list(fieldName, v.lex.text[w.exact], exact); err != nil {
		return nil, err
	}
	out := *plain
	out.class = slices.Clone(plain.class)
	for i, n := range out.names {
		if out.class[i] == inName && exact.has(n) {
			out.class[i] = inExact
		}
	}
	return &out, nil
}

// commonShare: a word in more than 1/4 of the texts is not looked for there where only some words match.
const commonShare = 4

func (v *view) newPostings(lists [len(fields)]docSet) *postings {
	names := slices.Clone(lists[inName])
	names.join(lists[inAlso])
	p := &postings{part: lists[inPart], any: slices.Clone(lists[inText])}
	p.any.join(names)
	p.any.join(p.part)
	if texts := lists[inText]; texts.count()*commonShare < v.count {
		p.text = texts
		p.text.drop(names)
		p.text.drop(p.part)
	}
	p.part.drop(names)
	p.names = names.appendTo(make([]uint32, 0, names.count()))
	p.class = make([]class, len(p.names))
	for i, n := range p.names {
		if p.class[i] = inAlso; lists[inName].has(n) {
			p.class[i] = inName
		}
	}
	return p
}
