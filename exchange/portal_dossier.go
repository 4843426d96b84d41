package exchange

import (
	"rasoat/catalog"
	"rasoat/value"
)

// dossier reads the cases with their papers. A case without name and papers says nothing.
func (r *rowReader) dossier(o object) []catalog.DossierCase {
	var out []catalog.DossierCase
	for _, c := range o.objects("executionCases", "dossier") {
		c.know(dossierKeys)
		dossier := catalog.DossierCase{Name: c.text("name", "dossier"), Papers: r.papers(c)}
		if dossier.Name != "" || len(dossier.Papers) > 0 {
			out = append(out, dossier)
		}
	}
	return out
}

func hasPaper(cases []catalog.DossierCase) bool {
	for _, c := range cases {
		if len(c.Papers) > 0 {
			return true
		}
	}
	return false
}

// papers reads the papers of a case. Those without a name are results of the procedure, no papers.
func (r *rowReader) papers(c object) []catalog.Paper {
	var out []catalog.Paper
	seen := map[string]bool{}
	twice := false
	for _, o := range c.objects("profileComponents", "dossier") {
		o.know(paperKeys)
		paper := catalog.Paper{Name: o.text("name", "dossier"), Code: o.line("code", "dossier"), Forms: o.forms()}
		if paper.Name == "" {
			r.warn("dossier", warnPaperUnnamed)
			continue
		}
		originals, _ := o.quantity("originalQty", "dossier")
		copies, _ := o.quantity("copyQty", "dossier")
		r.quantities(&paper, originals, copies)
		twice = twice || seen[paper.Name]
		seen[paper.Name] = true
		out = append(out, paper)
	}
	if twice {
		r.warn("dossier", warnPaperTwice)
	}
	return out
}

// quantities sets how many originals and copies are asked for; none of either means that it is not stated.
func (r *rowReader) quantities(paper *catalog.Paper, originals, copies int) {
	if originals == 0 && copies == 0 {
		r.warn("dossier", warnPaperQuantity)
		return
	}
	paper.Originals, paper.Copies = value.Known(originals), value.Known(copies)
}

func (o object) forms() []string {
	var out []string
	for _, f := range o.objects("attachments", "forms") {
		f.know(fileKeys)
		if name := f.line("fileName", "forms"); name != "" {
			out = append(out, name)
		}
	}
	return out
}
