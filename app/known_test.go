package app

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/store"
)

func importText(t *testing.T, a *App, name, text string) ImportFile {
	t.Helper()
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader([]byte(text))), nil }
	doc, err := a.Import(t.Context(), []Upload{{Name: name, Open: open}}, ImportOptions{Actor: "office"})
	if err != nil || !doc.OK() {
		t.Fatalf("%s: %v %+v", name, err, doc)
	}
	return doc.Files[0]
}

func alsoKnown(t *testing.T, a *App, code catalog.Code) []string {
	t.Helper()
	v, err := a.Procedure(t.Context(), Reader{Official: true}, code)
	if err != nil {
		t.Fatal(err)
	}
	return v.Procedure.AlsoKnown
}

// What comes into being takes the names people use, by national key; a source with names of its own keeps them.
func TestKnownNames_created(t *testing.T) {
	a := openTest(t)
	if got := alsoKnown(t, a, "1.001193"); !slices.Contains(got, "làm giấy khai sinh") {
		t.Errorf("the starting content knows 1.001193 as %q", got)
	}
	file := strings.Join([]string{
		`{"schema":1,"code":"1.013067.000.00.00.H50","name":"Đăng ký xe lần đầu","kind":"public","status":"in_force"}`,
		`{"schema":1,"code":"1.013076","name":"Đăng ký sang tên xe","kind":"public","status":"in_force","also_known":["mua xe cũ"]}`,
		`{"schema":1,"code":"X-1","name":"Không ai có tên khác","kind":"public","status":"in_force"}`,
	}, "\n")
	if got := importText(t, a, "x.jsonl", file); got.Created != 3 {
		t.Fatalf("first import: %+v", got)
	}
	if got := alsoKnown(t, a, "1.013067"); !slices.Contains(got, "bấm biển số xe") {
		t.Errorf("1.013067 is known as %q", got)
	}
	if got := alsoKnown(t, a, "1.013076"); !slices.Equal(got, []string{"mua xe cũ"}) {
		t.Errorf("the source's own names of 1.013076 became %q", got)
	}
	if got := alsoKnown(t, a, "X-1"); len(got) > 0 {
		t.Errorf("X-1 is known as %q", got)
	}
	if got := importText(t, a, "x.jsonl", file); got.Unchanged != 3 {
		t.Errorf("second import: %+v", got)
	}
}

// What a person made of the names stays, also that there are none, and search follows the field.
func TestKnownNames_edited(t *testing.T) {
	a := openTest(t)
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := firstHit(t, a, "đại lý gas"); got != "2.001283" {
		t.Fatalf("before the edit %q is first", got)
	}
	edit(t, a, "2.001283", nil)
	edit(t, a, "1.000656", []string{"đám ma phải báo ai"})
	file := strings.Join([]string{
		`{"schema":1,"code":"2.001283","name":"Cấp Giấy chứng nhận đủ điều kiện cửa hàng bán lẻ LPG chai","kind":"public","status":"in_force"}`,
		`{"schema":1,"code":"1.000656","name":"Thủ tục đăng ký khai tử","kind":"public","status":"in_force","also_known":["báo tử"]}`,
	}, "\n")
	importText(t, a, "x.jsonl", file)
	if got := alsoKnown(t, a, "2.001283"); len(got) > 0 {
		t.Errorf("deleted names came back: %q", got)
	}
	if got := alsoKnown(t, a, "1.000656"); !slices.Equal(got, []string{"đám ma phải báo ai"}) {
		t.Errorf("a person's names became %q", got)
	}
	if err := a.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := firstHit(t, a, "đám ma phải báo ai"); got != "1.000656" {
		t.Errorf("the new name finds %q", got)
	}
	if got := firstHit(t, a, "đại lý gas"); got == "2.001283" {
		t.Error("a name that a person deleted still finds the procedure")
	}
}

// firstHit is the code that a search of an official puts first.
func firstHit(t *testing.T, a *App, query string) catalog.Code {
	t.Helper()
	doc, err := a.Search(t.Context(), SearchQuery{Text: query, Scope: ScopeOfficial})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Hits) == 0 {
		return ""
	}
	return doc.Hits[0].Code
}

// edit sets the names of a procedure as a person does.
func edit(t *testing.T, a *App, code catalog.Code, names []string) {
	t.Helper()
	err := a.store.Write(t.Context(), "office", func(tx *store.Tx) error {
		v, err := tx.Procedure(t.Context(), code)
		if err != nil {
			return err
		}
		v.Procedure.AlsoKnown = names
		v.Origins[fieldKnown] = catalog.FormatPerson
		src := catalog.Source{Format: catalog.FormatPerson}
		_, err = tx.SaveProcedure(t.Context(), v.Procedure, v.Origins, v.Number, "tên người dân hay gọi", src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
