package search

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"

	"rasoat/catalog"
)

// plain fetches the same lists as snapshot through bleve.Search alone. It shows by test that the short way
// says what Bleve says, and stands in where a new Bleve changes its insides.
type plain struct {
	index   bleve.Index
	size    int
	numbers map[catalog.Code]uint32
}

// list is the documents whose field has the term.
func (p *plain) list(field, term string) (*roaring.Bitmap, error) {
	q := bleve.NewTermQuery(term)
	q.SetField(field)
	request := bleve.NewSearchRequestOptions(q, p.size, 0, false)
	request.SortBy([]string{"_id"})
	found, err := p.index.SearchInContext(context.Background(), request)
	if err != nil {
		return nil, err
	}
	out := roaring.New()
	for _, hit := range found.Hits {
		if n, ok := p.numbers[catalog.Code(hit.ID)]; ok {
			out.Add(n)
		}
	}
	return out, nil
}
