package search

import "sync"

// scratch is the working memory of one search, lent out so that a search allocates little.
type scratch struct {
	coarse  []float32             // document -> score of the retrieval
	touched docSet                // documents that the retrieval gave something
	all     docSet                // documents with all words of the reading at hand
	found   docSet                // documents that fit any reading
	kept    []uint32              // documents that the retrieval keeps
	allList []uint32              // all again
	allSums []float32             // their scores
	terms   []term                // words of the reading at hand
	asked   []int16               // word -> place in the reading at hand + 1
	traces  []trace               // place in the reading -> the word's
	marked  []bool                // word -> is to be highlighted
	seen    []float64             // place in the reading -> how much of it the text at hand has
	stamps  [maxQueryWords]uint32 // place in the reading -> the text that had it last
	stamp   uint32
	beside  []bool // place in the query -> the pair that ends there was met in the text at hand
}

var scratches = sync.Pool{New: func() any { return &scratch{} }}

// takeScratch lends zeroed memory for so many documents and words.
func takeScratch(docs, words int) *scratch {
	s := scratches.Get().(*scratch)
	s.coarse = zeroed(s.coarse, docs)
	s.touched = zeroed(s.touched, (docs+63)/64)
	s.all = zeroed(s.all, (docs+63)/64)
	s.found = zeroed(s.found, (docs+63)/64)
	s.asked = zeroed(s.asked, words)
	s.marked = zeroed(s.marked, words)
	return s
}

func giveScratch(s *scratch) { scratches.Put(s) }

func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/8)
	}
	s = s[:n]
	clear(s)
	return s
}
