package exchange

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

// readText reads a small file of the API's format and gives the codes of its rows.
func readText(text string) (codes []string, err error) {
	err = ReadPortalJSON(strings.NewReader(text), func(r Row) error {
		codes = append(codes, r.Raw)
		return nil
	})
	return codes, err
}

func TestReadPortalJSON_layouts(t *testing.T) {
	const a, b = `{"code":"1.000010","codeNotation":"1.000010"}`, `{"code":"1.000020","codeNotation":"1.000020"}`
	for _, c := range []struct{ what, text, want string }{
		{"single document", a, "1.000010"},
		{"single document, indented", "{\n  \"code\": \"1.000010\",\n  \"codeNotation\": \"1.000010\"\n}\n", "1.000010"},
		{"byte order mark", "\uFEFF" + a, "1.000010"},
		{"array", "[" + a + "," + b + "]", "1.000010 1.000020"},
		{"array, indented", "[\n " + a + " ,\n " + b + "\n]\n", "1.000010 1.000020"},
		{"lines", a + "\n" + b + "\n", "1.000010 1.000020"},
		{"lines of Windows, without the last break", a + "\r\n\r\n" + b, "1.000010 1.000020"},
		{"documents without a break", a + b, "1.000010 1.000020"},
		{"with detail", `{"id":"x","code":"1.000010","name":"n","detail":` + a + `}`, "1.000010"},
		{"with data", `{"code":"OK","data":` + a + `}`, "1.000010"},
		{"with a list of data", `{"code":"OK","data":[` + a + "," + b + `]}`, "1.000010 1.000020"},
		{"array of wrapped ones", `[{"code":"OK","data":` + a + `},{"detail":` + b + `}]`, "1.000010 1.000020"},
		{"brackets and quotes in texts", `{"code":"1.000010","codeNotation":"1.000010","note":"]}\"{[\\"}`, "1.000010"},
	} {
		codes, err := readText(c.text)
		if got := strings.Join(codes, " "); err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.what, got, err, c.want)
		}
	}
}

func TestReadPortalJSON_refuses(t *testing.T) {
	const good = `{"code":"1.000010","codeNotation":"1.000010"}`
	for _, c := range []struct {
		what, text, code string
		row, line        int
		offset           int64
	}{
		{"nothing", "", errEmpty, 1, 1, 0},
		{"blanks", " \n\n ", errEmpty, 1, 1, 0},
		{"an empty list", "[]", errEmpty, 1, 1, 0},
		{"a number", "17", errOtherFormat, 1, 1, 0},
		{"a list of numbers", "[1,2]", errOtherFormat, 1, 1, 1},
		{"another shape", `{"procedure_code":"1.000010","title":"x"}`, errOtherFormat, 1, 1, 0},
		{"a shape like ours", `{"schema":1,"code":"1.000010","name":"x"}`, errOtherFormat, 1, 1, 0},
		{"text", "Số liệu", errJSON, 1, 1, 1},
		{"cut off", good + "\n" + good[:20], errJSON, 2, 2, int64(len(good)) + 21},
		{"comma before the brace", "\n{\n\"codeNotation\":\"1\",\n}", errJSON, 1, 4, 24},
		{"fault in the second line", good + "\n{\"code\":tru}\n", errJSON, 2, 2, int64(len(good)) + 13},
		{"no comma in a list", "[" + good + "\n" + good + "]", errJSON, 2, 2, int64(len(good)) + 3},
		{"list that does not end", "[" + good + ",", errJSON, 2, 1, int64(len(good)) + 2},
		{"text behind the list", "[" + good + "]x", errJSON, 2, 1, int64(len(good)) + 3},
		{"another shape behind an empty list of data", "[{\"data\":[]},\n {\"title\":\"x\"}]", errOtherFormat, 1, 2, 15},
		{"fault behind a byte order mark", "\uFEFF\n{\"code\":tru}", errJSON, 1, 2, 16},
		{"a comma too much", "[" + good + ",]", errJSON, 2, 1, int64(len(good)) + 3},
		{"a brace too much", good + "}", errJSON, 2, 1, int64(len(good)) + 1},
	} {
		_, err := readText(c.text)
		f, ok := errors.AsType[*FormatError](err)
		if !ok {
			t.Errorf("%s: %v is no FormatError", c.what, err)
			continue
		}
		if f.Code != c.code || f.Row != c.row || f.Line != c.line || f.Offset != c.offset || f.Format != "portal-json" {
			t.Errorf("%s: %s row %d line %d byte %d (%v), want %s row %d line %d byte %d",
				c.what, f.Code, f.Row, f.Line, f.Offset, f.Err, c.code, c.row, c.line, c.offset)
		}
	}
}

// A record of another shape behind good ones is an error of its row: all such rows are named at once.
func TestReadPortalJSON_rowOfAnotherShape(t *testing.T) {
	var errs, rows int
	err := ReadPortalJSON(strings.NewReader(`[{"codeNotation":"1"},{"title":"x"},null,{"codeNotation":"2"}]`),
		func(r Row) error {
			if rows++; r.Err != nil {
				errs++
			}
			return nil
		})
	if err != nil || rows != 4 || errs != 2 {
		t.Errorf("%d rows, %d errors, %v", rows, errs, err)
	}
}

func TestReadPortalJSON_stopsWithTheCaller(t *testing.T) {
	stop, calls := errors.New("enough"), 0
	err := ReadPortalJSON(strings.NewReader(`[{"codeNotation":"1"},{"codeNotation":"2"}]`),
		func(Row) error { calls++; return stop })
	if err != stop || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

func TestReadPortalJSON_brokenReader(t *testing.T) {
	broken := errors.New("no such disk")
	in := io.MultiReader(strings.NewReader(`{"codeNotation":"1"}{"code`), iotest.ErrReader(broken))
	if err := ReadPortalJSON(in, func(Row) error { return nil }); !errors.Is(err, broken) {
		t.Errorf("%v does not say what broke", err)
	}
}

// JSON of the same domain in shapes that are not the portal's is refused as what it is (README, section 4).
func TestReadPortal_otherShapes(t *testing.T) {
	for _, name := range []string{
		"other-json/crawler-index-2026-10-excerpt.json", "other-json/knowledge-schema3-1.011607.json",
		"other-json/word-extract-1.013542.json", "portal-page-json/1.001193.json", "portal-page-json/3.000243.json",
	} {
		text, err := os.ReadFile(realData(t, "raw-samples/"+name))
		if err != nil {
			t.Fatal(err)
		}
		for _, read := range []func(io.Reader, func(Row) error) error{ReadPortalJSON, ReadPortalPages} {
			err := read(bytes.NewReader(text), func(Row) error { return nil })
			if f, ok := errors.AsType[*FormatError](err); !ok || f.Code != errOtherFormat {
				t.Errorf("%s: %v, want %s", name, err, errOtherFormat)
			}
		}
	}
}
