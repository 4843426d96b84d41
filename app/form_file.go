package app

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
)

// formKind is a kind of file that a form may be.
type formKind struct{ ending, mime string }

// formKinds are the files that a form may be. What a file is its content says; of the two old kinds of Office, which
// begin alike, its name says which.
var formKinds = []formKind{
	{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{".pdf", "application/pdf"},
	{".doc", "application/msword"},
	{".xls", "application/vnd.ms-excel"},
}

// oldOffice begins every .doc and .xls.
var oldOffice = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// oldMacros is the name of the part of a .doc or .xls that holds macros, as it stands there.
const oldMacros = "_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00"

// formEnding is the ending of the kind that a file is, "" where no form may be one; macros says that it would run
// something on the machine of whoever opens it.
func formEnding(name string, content []byte) (ending string, macros bool) {
	switch {
	case bytes.HasPrefix(content, []byte("%PDF-")):
		return ".pdf", false
	case bytes.HasPrefix(content, oldOffice):
		if ending = strings.ToLower(filepath.Ext(name)); ending != ".doc" && ending != ".xls" {
			ending = ""
		}
		return ending, bytes.Contains(content, []byte(oldMacros))
	}
	packed, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "", false
	}
	for _, f := range packed.File { // their names alone: nothing is unpacked
		switch {
		case strings.HasSuffix(strings.ToLower(f.Name), "vbaproject.bin"):
			macros = true
		case f.Name == "word/document.xml":
			ending = ".docx"
		case f.Name == "xl/workbook.xml":
			ending = ".xlsx"
		}
	}
	return ending, macros
}

// FormFiles are the forms of a procedure that the reader may download.
func (a *App) FormFiles(ctx context.Context, r Reader, code catalog.Code) ([]catalog.FormFile, error) {
	if _, err := a.Procedure(ctx, r, code); err != nil {
		return nil, err
	}
	v, err := a.store.FormFiles(ctx, code.Key())
	return v.Value, err
}

// FormFile opens a form of a procedure; value.ErrNotFound where the procedure, for this reader, has no such file. The
// caller closes it.
func (a *App) FormFile(ctx context.Context, r Reader, code catalog.Code, sha string) (ScanFile, string, error) {
	all, err := a.FormFiles(ctx, r, code)
	if err != nil {
		return ScanFile{}, "", err
	}
	i := slices.IndexFunc(all, func(f catalog.FormFile) bool { return f.SHA == sha })
	if i < 0 {
		return ScanFile{}, "", value.ErrNotFound
	}
	f, err := a.store.OpenFile(sha)
	if err != nil {
		return ScanFile{}, "", err
	}
	ending := strings.ToLower(filepath.Ext(all[i].Name))
	k := slices.IndexFunc(formKinds, func(k formKind) bool { return k.ending == ending })
	return ScanFile{Content: f, MIME: formKinds[k].mime, Ending: ending}, all[i].Form, nil
}

// AttachForm makes a file the form of that name of a procedure, in place of the one before. It refuses what is no docx,
// xlsx, pdf, doc or xls, what holds macros, what is larger than MaxScan, and a name that the procedure does not have.
//
//	form_file.not_chosen form_file.missing form_file.too_large form_file.kind form_file.macros form_file.unknown
func (a *App) AttachForm(ctx context.Context, by Person, code catalog.Code, form string, s Scan) error {
	if err := by.must(account.EditProcedure); err != nil {
		return err
	}
	v, err := a.Procedure(ctx, Reader{Official: true}, code)
	if err != nil {
		return err
	}
	content, err := io.ReadAll(io.LimitReader(s.Content, MaxScan+1))
	if err != nil {
		return err
	}
	ending, macros := formEnding(s.Name, content)
	var p value.Problems
	named := func(name string) bool { return catalog.IsSameForm(name, form) }
	switch {
	case form == "":
		p.Add("form", "form_file.not_chosen")
	case !slices.ContainsFunc(catalog.FormNames(v.Procedure), named):
		p.Add("form", "form_file.unknown", form)
	case len(content) == 0:
		p.Add("file", "form_file.missing")
	case len(content) > MaxScan:
		p.Add("file", "form_file.too_large", MaxScan>>20)
	case ending == "":
		p.Add("file", "form_file.kind", filepath.Base(s.Name))
	case macros:
		p.Add("file", "form_file.macros", filepath.Base(s.Name))
	}
	if err := p.Err(); err != nil {
		return err
	}
	name := filepath.Base(s.Name)
	name = strings.TrimSuffix(name, filepath.Ext(name)) + ending
	sha, size, err := a.store.PutFile(ctx, bytes.NewReader(content), name)
	if err != nil {
		return err
	}
	file := catalog.FormFile{Form: form, SHA: sha, Name: name, Size: size}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		if err := tx.SaveFile(ctx, store.File{SHA: sha, Name: name, Size: size}); err != nil {
			return err
		}
		return changeForms(ctx, tx, code, named, file)
	})
}

// DetachForm takes the file of a form away; the file itself stays among those that were once attached.
func (a *App) DetachForm(ctx context.Context, by Person, code catalog.Code, form string) error {
	if err := by.must(account.EditProcedure); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		return changeForms(ctx, tx, code, func(name string) bool { return catalog.IsSameForm(name, form) })
	})
}

// changeForms takes the forms with such a name out of a procedure's files and puts others behind the rest.
func changeForms(
	ctx context.Context, tx *store.Tx, code catalog.Code, gone func(form string) bool, come ...catalog.FormFile,
) error {
	v, err := tx.FormFiles(ctx, code.Key())
	if err != nil {
		return err
	}
	isGone := func(f catalog.FormFile) bool { return gone(f.Form) }
	if len(come) == 0 && !slices.ContainsFunc(v.Value, isGone) {
		return nil // somebody else was quicker
	}
	rest := slices.DeleteFunc(slices.Clone(v.Value), isGone)
	return tx.SaveFormFiles(ctx, code.Key(), append(rest, come...), v.Number)
}
