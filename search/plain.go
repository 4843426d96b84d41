package search

import (
	"context"

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

// list adds the documents whose field has the term to a set.
func (p *plain) list(field, term string, to docSet) error {
	q := bleve.NewTermQuery(term)
	q.SetField(field)
	request := bleve.NewSearchRequestOptions(q, p.size, 0, false)
	request.SortBy([]string{"_id"})
	found, err := p.index.SearchInContext(context.Background(), request)
	if err != nil {
		return err
	}
	for _, hit := range found.Hits {
		if n, ok := p.numbers[catalog.Code(hit.ID)]; ok {
			to.add(n)
		}
	}
	return nil
}
