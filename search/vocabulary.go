package search

import "rasoat/catalog"

// Vocabulary is how people name things: given by the seed, changed by the office.
type Vocabulary struct {
	Terms []Term  `json:"terms"`
	Known []Known `json:"known"`
}

// Term is an abbreviation or a citizens' word with the official one. It is read one way only.
type Term struct {
	Short    string   `json:"short"`              // "GKS"
	Full     string   `json:"full"`               // "giấy khai sinh"
	Variants []string `json:"variants,omitempty"` // what citizens say: "giấy sinh"
	Context  string   `json:"context,omitempty"`  // field in which an ambiguous one is meant: "hộ tịch"
	Rare     bool     `json:"rare,omitempty"`     // made for search alone: read only where the rest of the query agrees
}

// Known is names by which a procedure is also known.
type Known struct {
	Code  catalog.Code `json:"code"`
	Names []string     `json:"names"`
}

// vocabulary is a Vocabulary made ready.
type vocabulary struct{}

func compile(Vocabulary) *vocabulary { return &vocabulary{} }
