package page

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// PaperGroup is the papers of one case for reading. Hint says of a case that not everybody is in it; Remarks are what
// the source wrote among the papers and is none.
type PaperGroup struct {
	Name, Hint string
	Papers     []PaperLine
	Remarks    []string
}

// PaperLine is a paper for reading: Special where not everybody in the case brings it.
type PaperLine struct {
	catalog.Paper
	Special   bool
	FormLines []FormLine
}

// FormLine is a form by name: with a file the address to download it and what it is, "docx, 24 KB".
type FormLine struct{ Name, Href, About string }

// paperGroups lays the papers of a procedure out by case.
func (k *Kit) paperGroups(p catalog.Procedure, files []catalog.FormFile) (out []PaperGroup) {
	for _, g := range catalog.PaperGroups(p) {
		group := PaperGroup{Name: g.Name}
		if g.Use == catalog.BringSpecial {
			group.Hint = k.Text.Say("procedure.case_special")
		}
		for _, x := range g.Items {
			if x.Use == catalog.NoPaper {
				group.Remarks = append(group.Remarks, x.Name)
				continue
			}
			line := PaperLine{Paper: x.Paper, Special: x.Use == catalog.BringSpecial}
			line.FormLines = k.FormLines(catalog.FormsOf(x.Paper), p.Code, files)
			if len(x.Forms) == 0 { // its own name says nothing unless there is a file
				line.FormLines = slices.DeleteFunc(line.FormLines, func(l FormLine) bool { return l.Href == "" })
			}
			group.Papers = append(group.Papers, line)
		}
		out = append(out, group)
	}
	return out
}

// FormLines are forms by name, each with the file to download where there is one.
func (k *Kit) FormLines(names []string, code catalog.Code, files []catalog.FormFile) (out []FormLine) {
	for _, name := range names {
		line := FormLine{Name: name}
		same := func(f catalog.FormFile) bool { return catalog.IsSameForm(f.Form, name) }
		if i := slices.IndexFunc(files, same); i >= 0 {
			line.Href, line.About = FormFileHref(code, files[i].SHA), k.AboutFile(files[i])
		}
		out = append(out, line)
	}
	return out
}

// FormFileHref is the address of a form to download.
func FormFileHref(code catalog.Code, sha string) string {
	return FormFilesHref(code) + "/" + url.PathEscape(sha)
}

// FormFilesHref is the page on which the forms of a procedure are attached.
func FormFilesHref(code catalog.Code) string { return ProcedureHref(code) + "/bieu-mau" }

// AboutFile says of what kind a file is, and how large: "docx, 24 KB".
func (k *Kit) AboutFile(f catalog.FormFile) string {
	size := k.Text.Say("size.kb", viet.Number(max(1, (f.Size+512)>>10)))
	if f.Size >= 1<<20 {
		tenths := (f.Size*10 + 1<<19) >> 20
		size = k.Text.Say("size.mb", viet.Decimal(value.Decimal(tenths*1000)))
	}
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(f.Name)), ".") + ", " + size
}

// PapersToBring says how many papers everybody brings, and how many more some do; "" where nothing is known.
func (k *Kit) PapersToBring(a catalog.PaperAnswer) (said, more string) {
	switch {
	case a.Presence == catalog.Absent:
		return k.Text.Say("answer.no_papers"), ""
	case a.Presence == catalog.Unknown:
		return "", ""
	case a.Most == 0: // nothing but remarks
		return k.Text.Say("answer.papers_listed"), ""
	case a.Always > 0 && a.Special > 0:
		return k.Text.Say("answer.papers", a.Always), k.Text.Say("answer.papers_more", a.Special)
	case a.Always > 0:
		return k.Text.Say("answer.papers", a.Always), ""
	case a.Fewest == a.Most:
		return k.Text.Say("answer.papers", a.Most), k.Text.Say("answer.papers_differ")
	case a.Fewest == 0:
		return k.Text.Say("answer.papers_most", a.Most), k.Text.Say("answer.papers_differ")
	}
	return k.Text.Say("answer.papers_range", a.Fewest, a.Most), k.Text.Say("answer.papers_differ")
}
