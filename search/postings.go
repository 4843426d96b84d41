package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// class is where a word stands in a document, the best place.
type class = uint8

const (
	inName class = iota
	inAlso
	inPart
	inText
	nowhere
)

// postings is where one word stands, decoded: a search adds up scores faster than a bitmap unpacks.
type postings struct {
	docs  []uint32
	class []class            // of each of docs; a word in too many texts stands there unlisted
	dense []class            // by number, for a word in many documents; not where it does not stand
	lists [4]*roaring.Bitmap // by class
	any   *roaring.Bitmap    // every document that has the word
}

// fields is the field of each class.
var fields = [...]string{inName: fieldName, inAlso: fieldAlso, inPart: fieldPart, inText: fieldText}

// manyDocs is from how many documents a word in more than 1/8 of them is also kept by number.
const manyDocs = 4096

// maxCached bounds the words that a view keeps decoded.
const maxCached = 1 << 13

// fetch is where a word, or what it may stand for, is found.
func (s *search) fetch(a asked) (*postings, error) {
	switch len(a.ids) {
	case 0:
		return s.postingsOf(a.folded)
	case 1:
		return s.postingsOf(s.lex.text[a.ids[0]])
	}
	var lists [4]*roaring.Bitmap
	for _, id := range a.ids {
		p, err := s.postingsOf(s.lex.text[id])
		if err != nil {
			return nil, err
		}
		for c := range lists {
			if lists[c] == nil {
				lists[c] = p.lists[c].Clone()
			} else {
				lists[c].Or(p.lists[c])
			}
		}
	}
	return s.newPostings(lists), nil
}

// postingsOf is where a folded word stands; the caller does not change it.
func (v *view) postingsOf(word string) (*postings, error) {
	v.mu.RLock()
	p, ok := v.cache[word]
	v.mu.RUnlock()
	if ok {
		return p, nil
	}
	var lists [4]*roaring.Bitmap
	for c, field := range fields {
		b, err := v.lists.list(field, word)
		if err != nil {
			return nil, err
		}
		b.And(v.live)
		lists[c] = b
	}
	p = v.newPostings(lists)
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.cache) >= maxCached {
		clear(v.cache)
	}
	v.cache[word] = p
	return p, nil
}

func (v *view) newPostings(lists [4]*roaring.Bitmap) *postings {
	p := &postings{lists: lists, any: roaring.FastOr(lists[:]...)}
	p.any.RunOptimize()
	listed := lists[:]
	if lists[inText].GetCardinality()*commonShare >= v.live.GetCardinality() {
		listed = lists[:inText]
	}
	for it := roaring.FastOr(listed...).Iterator(); it.HasNext(); {
		n := it.Next()
		p.docs = append(p.docs, n)
		for c, b := range listed {
			if b.Contains(n) {
				p.class = append(p.class, class(c))
				break
			}
		}
	}
	if len(p.docs) > manyDocs && len(p.docs)*8 > len(v.rows) {
		p.dense = slices.Repeat([]class{nowhere}, len(v.rows))
		for i, n := range p.docs {
			p.dense[n] = p.class[i]
		}
	}
	return p
}

// exactly is the documents whose names have a word with its accents.
func (v *view) exactly(id wordID, word string) ([]uint32, error) {
	v.mu.RLock()
	docs, ok := v.accented[id]
	v.mu.RUnlock()
	if ok {
		return docs, nil
	}
	b, err := v.lists.list(fieldAccented, word)
	if err != nil {
		return nil, err
	}
	b.And(v.live)
	docs = b.ToArray()
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.accented) >= maxCached {
		clear(v.accented)
	}
	v.accented[id] = docs
	return docs, nil
}
