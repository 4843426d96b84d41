package exchange

import (
	"bytes"
	"errors"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
)

const goodLine = `{"schema":1,"code":"NB-01","name":"Một","kind":"internal","status":"announced"}`

func lineWith(rest string) string { return strings.TrimSuffix(goodLine, "}") + "," + rest + "}" }

func TestReadJSONL(t *testing.T) {
	in := "\uFEFF" + goodLine + "\r\n\n" + strings.Replace(goodLine, "NB-01", "NB-02", 1) + "\n" +
		lineWith(`"limit":{"number":"5","unit":"working_days"},"copies":1`)
	var rows []int
	var got []catalog.Code
	err := ReadJSONL(strings.NewReader(in), func(row int, p catalog.Procedure) error {
		rows, got = append(rows, row), append(got, p.Code)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{1, 3, 4}, rows); diff != "" {
		t.Errorf("rows: %s", diff)
	}
	if diff := cmp.Diff([]catalog.Code{"NB-01", "NB-02", "NB-01"}, got); diff != "" {
		t.Errorf("codes: %s", diff)
	}
}

func TestReadJSONLRefuses(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       []string
	}{
		{"not JSON", `x`, []string{"json.syntax"}},
		{"a list", `[]`, []string{"type.wrong", "code code.invalid", "name name.empty", "kind value.unknown", "status value.unknown"}},
		{"nothing in it", `{}`, []string{"schema key.missing", "code key.missing", "name key.missing", "kind key.missing", "status key.missing"}},
		{"another schema", strings.Replace(goodLine, `:1,`, `:2,`, 1), []string{"schema schema.unknown"}},
		{"an unknown key", lineWith(`"colour":"red"`), []string{"colour key.unknown"}},
		{"an unknown key below", lineWith(`"steps":[{"text":"a","no":1}]`), []string{"steps[0].no key.unknown"}},
		{"a key twice", lineWith(`"name":"Hai"`), []string{"name key.duplicate"}},
		{"two documents", goodLine + goodLine, []string{"json.trailing"}},
		{"a code with a blank", strings.Replace(goodLine, "NB-01", " NB-01", 1), []string{"code code.invalid"}},
		{"an unknown level", lineWith(`"levels":["village"]`), []string{"levels[0] value.unknown"}},
		{"an unknown unit", lineWith(`"limit":{"number":5,"unit":"weeks"}`), []string{"limit.unit value.unknown"}},
		{"a limit with a comma", lineWith(`"limit":{"number":"1,5"}`), []string{"limit.number decimal.comma"}},
		{"a method without channel", lineWith(`"methods":[{}]`), []string{"methods[0].channel key.missing"}},
		{"money with places", lineWith(`"fees":[{"amount":1.5}]`), []string{"fees[0].amount number.whole"}},
		{"a wrong date", lineWith(`"published":"2024-13-01"`), []string{"published date.invalid"}},
		{"a truth that is none", lineWith(`"any_place":"yes"`), []string{"any_place type.wrong"}},
		{"papers that are no list", lineWith(`"dossier":[{"papers":{}}]`), []string{"dossier[0].papers type.wrong"}},
		{"too many copies", lineWith(`"copies":99999999`), []string{"copies copies.too_large"}},
		{"too long", lineWith(`"note":"` + strings.Repeat("a", maxLine) + `"`), []string{"line.too_long"}},
	} {
		in := c.line + "\n"
		if c.name != "too long" {
			in += goodLine
		}
		good := 0
		err := ReadJSONL(strings.NewReader(in), func(int, catalog.Procedure) error { good++; return nil })
		var bad LineErrors
		if !errors.As(err, &bad) || len(bad) != 1 || bad[0].Line != 1 {
			t.Errorf("%s: %v, want one bad line", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, told(bad[0].Problems)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		if good != 1 && c.name != "too long" {
			t.Errorf("%s: the good line behind was not read", c.name)
		}
	}
}

func TestReadJSONLEndsWhereToldTo(t *testing.T) {
	stop := errors.New("stop")
	n := 0
	err := ReadJSONL(strings.NewReader(goodLine+"\n"+goodLine), func(int, catalog.Procedure) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("%d lines read, error %v", n, err)
	}
	var bad LineErrors
	err = ReadJSONL(strings.NewReader(strings.Repeat("x\n", 2*maxBadLines)),
		func(int, catalog.Procedure) error { return nil })
	if !errors.As(err, &bad) || len(bad) != maxBadLines {
		t.Errorf("%d bad lines told, want %d", len(bad), maxBadLines)
	}
}

func sequence(ps ...catalog.Procedure) iter.Seq2[catalog.Procedure, error] {
	return func(yield func(catalog.Procedure, error) bool) {
		for _, p := range ps {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func TestJSONLRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(anyProcedure(), 1, 3).Draw(t, "procedures")
		var out bytes.Buffer
		if err := WriteJSONL(&out, sequence(want...)); err != nil {
			t.Fatal(err)
		}
		var got []catalog.Procedure
		err := ReadJSONL(&out, func(_ int, p catalog.Procedure) error {
			got = append(got, p)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(want, got) {
			t.Fatalf("written %+v\nread    %+v", want, got)
		}
	})
}

// Every field of a procedure has its key: a new one must be read as well as written.
func TestProcedureKeysAreComplete(t *testing.T) {
	want := []string{"schema"}
	for f := range reflect.TypeFor[catalog.Procedure]().Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		want = append(want, key)
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(procedureKeys))); diff != "" {
		t.Errorf("-fields +keys\n%s", diff)
	}
}

func FuzzReadJSONL(f *testing.F) {
	f.Add([]byte(goodLine))
	f.Add([]byte(lineWith(`"methods":[{"channel":"online","limit":{"number":1.5},"fees":[{"amount":1}]}],`+
		`"none":["fees"]`) + "\n\n{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		err := ReadJSONL(bytes.NewReader(data), func(_ int, p catalog.Procedure) error {
			if ps := catalog.Check(p); len(ps) > 0 {
				t.Errorf("lets pass %v", ps)
			}
			var out bytes.Buffer
			if err := WriteJSONL(&out, sequence(p)); err != nil {
				t.Fatal(err)
			}
			return ReadJSONL(&out, func(_ int, back catalog.Procedure) error {
				if !catalog.Equal(p, back) {
					t.Errorf("read %+v\nand again %+v", p, back)
				}
				return nil
			})
		})
		var bad LineErrors
		if err != nil && !errors.As(err, &bad) {
			t.Errorf("ReadJSONL(%q): %v", data, err)
		}
	})
}
