package catalog

import (
	"slices"

	"rasoat/viet"
)

// FormFile is a form (mẫu đơn, tờ khai) as a file to download. Form is what the procedure calls it; a paper that names
// no form has its own name there.
type FormFile struct {
	Form string `json:"form"`
	SHA  string `json:"sha"`  // SHA-256 of the content in hex
	Name string `json:"name"` // of the file as it was handed in
	Size int64  `json:"size"` // bytes
}

// FormsOf are the forms of a paper by name: those that it names, else its own name.
func FormsOf(x Paper) []string {
	if len(x.Forms) > 0 {
		return x.Forms
	}
	return []string{x.Name}
}

// FormNames are what a form file of a procedure may belong to: the forms of its papers and those that stand alone, each
// once, in the order of the dossier.
func FormNames(p Procedure) []string {
	var out []string
	add := func(name string) {
		same := func(other string) bool { return IsSameForm(other, name) }
		if name != "" && !slices.ContainsFunc(out, same) {
			out = append(out, name)
		}
	}
	for _, g := range PaperGroups(p) {
		for _, x := range g.Items {
			if x.Use == NoPaper {
				continue
			}
			for _, name := range FormsOf(x.Paper) {
				add(name)
			}
		}
	}
	for _, name := range p.Forms {
		add(name)
	}
	return out
}

// IsSameForm reports whether two names are of one form: however they are written, and with the marks of a list or
// without.
func IsSameForm(a, b string) bool { return viet.Fold(a) == viet.Fold(b) }
