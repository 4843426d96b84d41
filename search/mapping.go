package search

import (
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// mappingVersion says which form an index has. An index of another version is built anew; a test with a
// fingerprint of the table fails when the table changes without it.
const mappingVersion = "4"

// The fields of the index. Each document also stores its packed row. A word is indexed in the best of its
// document's fields alone, folded; in the name with its accents too.
const (
	fieldName = "name" // official name
	fieldAlso = "also" // also known as
	fieldPart = "part" // papers, forms, results, field of administration
	fieldText = "text" // everything else
	fieldRow  = "row"  // what a results page needs, packed; stored only
)

// fields is the whole mapping, static: the field of each class.
var fields = [...]string{inName: fieldName, inAlso: fieldAlso, inPart: fieldPart, inText: fieldText}

// wordsOnly is how every field of the table is indexed. Order and nearness are judged on the rows, so that
// the index needs neither frequencies nor positions.
const wordsOnly = index.IndexField | index.SkipFreqNorm

// emptyMapping is Bleve's own mapping with everything off: documents are built from their rows, and nothing
// is indexed by accident.
func emptyMapping() mapping.IndexMapping {
	m := mapping.NewIndexMapping()
	m.DefaultMapping = mapping.NewDocumentDisabledMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}
