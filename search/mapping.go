package search

import (
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// mappingVersion says which form an index has. An index of another version is built anew; a test with a
// fingerprint of the table fails when the table changes without it.
const mappingVersion = "2"

// The fields of the index.
const (
	fieldName     = "name"  // official name, folded
	fieldAccented = "exact" // official name, accented
	fieldAlso     = "also"  // also known as, folded
	fieldPart     = "part"  // papers, forms, results, field of administration, folded
	fieldText     = "text"  // everything else, folded
	fieldCode     = "code"  // code, national key, serial with and without leading zeros
	fieldRow      = "row"   // what a results page needs, packed; stored only
)

// fieldSpec is one line of the mapping: which words of a document a field holds, in which form. Without a
// form each text is one term as it stands.
type fieldSpec struct {
	name string
	text func(d *content) []string
	form func(forms) string
}

// table is the whole mapping, static. Beside it each document stores its packed row.
var table = []fieldSpec{
	{fieldName, func(d *content) []string { return d.name }, foldedForm},
	{fieldAccented, func(d *content) []string { return d.name }, accentedForm},
	{fieldAlso, func(d *content) []string { return d.also }, foldedForm},
	{fieldPart, func(d *content) []string { return d.part }, foldedForm},
	{fieldText, func(d *content) []string { return d.text }, foldedForm},
	{fieldCode, func(d *content) []string { return d.code }, nil},
}

// wordsOnly is how every field of the table is indexed. Order and nearness are judged on the rows, so that
// the index needs neither frequencies nor positions.
const wordsOnly = index.IndexField | index.SkipFreqNorm

// emptyMapping is Bleve's own mapping with everything off: documents are built from the table, and nothing
// is indexed by accident.
func emptyMapping() mapping.IndexMapping {
	m := mapping.NewIndexMapping()
	m.DefaultMapping = mapping.NewDocumentDisabledMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}
