package exchange

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// told is the problems of err as "path code", the form in which tables of cases are read.
func told(err error) []string {
	var problems value.Problems
	if err == nil {
		return nil
	}
	if !errors.As(err, &problems) {
		return []string{err.Error()}
	}
	var out []string
	for _, p := range problems {
		out = append(out, strings.TrimSpace(p.Field+" "+p.Code))
	}
	return out
}

func TestParseJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an object", `{"a":[1,"x",true,null]}`, ""},
		{"a byte order mark", "\uFEFF{}", ""},
		{"nothing", " \n", "file.empty"},
		{"not JSON", "abc", "json.syntax [1 1]"},
		{"NaN", `{"a": NaN}`, "a json.syntax [1 7]"},
		{"cut off", `{"a": [1,`, "a[1] json.syntax [1 10]"},
		{"a comma too many", `{"a":1,}`, "a json.syntax [1 8]"},
		{"a comma too many in a list", `[1,]`, "[1] json.syntax [1 4]"},
		{"a missing comma", `[1 2]`, "[1] json.syntax [1 4]"},
		{"single quotes", `{'a':1}`, "json.syntax [1 2]"},
		{"a comment", "{\n// a\n}", "json.syntax [2 1]"},
		{"the wrong bracket", `{"a":[1}`, "a json.syntax [1 8]"},
		{"a line further down", "{\n \"a\": 1,\n \"b\": x}", "b json.syntax [3 7]"},
		{"a key twice", `{"a":1,"b":{"c":1,"c":2},"a":3}`, "b.c key.duplicate [c]; a key.duplicate [a]"},
		{"the same key escaped", `{"a":1,"\u0061":2}`, "a key.duplicate [a]"},
		{"text behind", "{}\n\n{}", "json.trailing [3]"},
		{"a bracket behind", "{}}", "json.trailing [1]"},
		{"no UTF-8", "{\n\"a\":\"\xff\"}", "json.utf8 [2]"},
		{"UTF-16", "{\x00\"\x00", "json.syntax [1 2]"},
		{"a decimal comma", `{"hours": 0,5}`, "hours decimal.comma []"},
		{"a decimal comma in a list", `{"h": [{"x": 12,50, "y": 1}]}`, "h[0].x decimal.comma []"},
		{"too deep", strings.Repeat("[", 40), strings.Repeat("[0]", 33) + " json.depth [32]"},
	} {
		var p problemList
		n := parseJSON([]byte(c.in), &p)
		var got []string
		for _, x := range p.Problems {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %v", x.Field, x.Code, x.Args)))
		}
		text := strings.ReplaceAll(strings.Join(got, "; "), "file.empty []", "file.empty")
		if text != c.want {
			t.Errorf("%s: parseJSON(%q) tells %q, want %q", c.name, c.in, text, c.want)
		}
		if n == nil && c.want == "" {
			t.Errorf("%s: parseJSON(%q) gives nothing", c.name, c.in)
		}
	}
}

func TestReadJSONStopsAtItsBound(t *testing.T) {
	var p problemList
	if _, err := readJSON(strings.NewReader(strings.Repeat(" ", 11)), 10, &p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"file.too_large"}, told(p.Err())); diff != "" {
		t.Error(diff)
	}
}

func TestProblemsHaveABound(t *testing.T) {
	_, _, err := ReadCost(strings.NewReader(`{"before":[` + strings.Repeat(`1,`, 5000) + `1],"after":[]}`))
	if n := len(told(err)); n != maxProblems {
		t.Errorf("%d problems told, want %d", n, maxProblems)
	}
}

func FuzzParseJSON(f *testing.F) {
	for _, s := range []string{`{"a":[1,"x",true,null]}`, `{"a":0,5}`, `[[[`, "\uFEFF{}", `{"a":1,"a":2}`, `"\ud800"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p problemList
		if n := parseJSON(data, &p); n == nil && len(p.Problems) == 0 {
			t.Errorf("parseJSON(%q) gives neither a value nor a problem", data)
		}
	})
}
