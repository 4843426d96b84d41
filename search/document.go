package search

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/document"

	"rasoat/catalog"
)

// Document is what is indexed: a procedure under the key it is matched by.
type Document struct {
	Key       catalog.Code
	Procedure catalog.Procedure
}

// content is the texts of a document beside its names, sorted by where they count.
type content struct {
	part, text []string
}

func contentOf(d *Document) *content {
	p := &d.Procedure
	c := &content{part: paperTexts(p)}
	if p.Field != "" {
		c.part = append(c.part, p.Field)
	}
	for _, r := range p.Results {
		c.part = append(c.part, r.Name)
	}
	c.text = restTexts(p)
	return c
}

// codeTerms is what a code may be asked by: itself, its key, the serial with and without leading zeros; one of the
// commune's own without its signs.
func codeTerms(key, code catalog.Code) []string {
	terms := []string{strings.ToLower(string(key)), strings.ToLower(string(code))}
	if serial := key.Serial(); serial != "" {
		terms = append(terms, serial, strings.TrimLeft(serial, "0"))
	} else {
		terms = append(terms, bareCode(string(key)))
	}
	slices.Sort(terms)
	return slices.DeleteFunc(slices.Compact(terms), func(s string) bool { return s == "" })
}

// paperTexts is the papers of the dossier, with their cases and forms: one text per paper.
func paperTexts(p *catalog.Procedure) []string {
	var out []string
	for _, c := range p.Dossier {
		for _, paper := range c.Papers {
			out = append(out, strings.Join(append([]string{paper.Name}, paper.Forms...), " · "))
		}
	}
	return append(out, p.Forms...)
}

func restTexts(p *catalog.Procedure) []string {
	out := []string{p.Conditions, p.Address, p.Keywords, p.Note, p.Decider, p.Decision.Number, p.Announcer.Name}
	for _, s := range p.Steps {
		out = append(out, s.Name, s.Text)
	}
	for _, c := range p.Dossier {
		out = append(out, c.Name)
	}
	for _, m := range p.Methods {
		out = append(out, m.Text)
	}
	for _, l := range p.Law {
		out = append(out, l.Number, l.Name)
	}
	for _, list := range [][]catalog.Named{p.Agencies, p.Authorities, p.Delegates, p.Partners} {
		for _, a := range list {
			out = append(out, a.Name)
		}
	}
	for _, o := range p.OnlineCases {
		out = append(out, o.Name)
	}
	out = append(append(out, p.Applicants...), p.LifeEvents...)
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// bleveDocument is the document as the table says, with its row.
func bleveDocument(r *row, c *content, lex *lexicon, spell *speller) *document.Document {
	doc := document.NewDocument(string(r.key))
	a := &analysis{row: r, lex: lex, rest: c.text, spell: spell}
	for c := inName; c <= inText; c++ {
		doc.AddField(wordField{a, c})
	}
	doc.AddField(rowField{wordField{a, inText}})
	return doc
}
