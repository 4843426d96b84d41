package viet

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators lends out collators: they are costly to make and not safe for two goroutines at once.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese) }}

// Compare orders texts as a Vietnamese dictionary does: a ă â b c d đ e ê …, then the tones ngang, huyền,
// hỏi, ngã, sắc, nặng, then small before capital. It is 0 only where a and b are the same text, in
// whatever Unicode form.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if n := c.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(NFC(a), NFC(b))
}

// SortBy sorts items by the texts that people see, in the order of Compare; equal ones keep their order.
// Each text is prepared once, which pays from a few dozen items on.
func SortBy[T any](items []T, text func(T) string) {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	type keyed struct {
		item T
		key  []byte
		text string
	}
	var buffer collate.Buffer
	list := make([]keyed, len(items))
	for i, item := range items {
		t := text(item)
		list[i] = keyed{item, bytes.Clone(c.KeyFromString(&buffer, t)), NFC(t)}
		buffer.Reset()
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		if n := bytes.Compare(a.key, b.key); n != 0 {
			return n
		}
		return strings.Compare(a.text, b.text)
	})
	for i, k := range list {
		items[i] = k.item
	}
}
