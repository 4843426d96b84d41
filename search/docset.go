package search

import "math/bits"

// docSet is documents by number, a bit each. The sets of one view are of one length, so that joining, cutting
// and counting them is a loop over words.
type docSet []uint64

// newSet is an empty set for numbers below n.
func newSet(n int) docSet { return make(docSet, (n+63)/64) }

func (s docSet) has(n uint32) bool { return s[n>>6]&(1<<(n&63)) != 0 }

func (s docSet) add(n uint32) { s[n>>6] |= 1 << (n & 63) }

func (s docSet) remove(n uint32) { s[n>>6] &^= 1 << (n & 63) }

func (s docSet) addAll(list []uint32) {
	for _, n := range list {
		s.add(n)
	}
}

// join adds what the other has.
func (s docSet) join(other docSet) {
	for i, w := range other {
		s[i] |= w
	}
}

// cut keeps what the other has too.
func (s docSet) cut(other docSet) {
	for i, w := range other {
		s[i] &= w
	}
}

// drop takes out what the other has.
func (s docSet) drop(other docSet) {
	for i, w := range other {
		s[i] &^= w
	}
}

func (s docSet) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// countBoth is how many both have.
func (s docSet) countBoth(other docSet) int {
	n := 0
	for i, w := range other {
		n += bits.OnesCount64(s[i] & w)
	}
	return n
}

// meets reports whether both have one.
func (s docSet) meets(other docSet) bool {
	for i, w := range other {
		if s[i]&w != 0 {
			return true
		}
	}
	return false
}

// appendTo appends the numbers to list, in order.
func (s docSet) appendTo(list []uint32) []uint32 {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			list = append(list, uint32(i<<6+bits.TrailingZeros64(w)))
		}
	}
	return list
}
