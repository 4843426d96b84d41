package main

import (
	"slices"
	"strings"
	"testing"
)

func TestLongLines(t *testing.T) {
	wide := strings.Repeat("ơ", 121)
	for name, c := range map[string]struct {
		file, source string
		want         []int
	}{
		"120 letters of several bytes": {"a.go", "package a\n//" + wide[:2*118] + "\n", nil},
		"121 columns, a tab four":      {"a.go", "package a\nfunc f() {\n\t//" + wide[:2*115] + "\n}\n", []int{3}},
		"the length is an address":     {"a.go", "package a\n// see https://example.org/" + wide + "\n", nil},
		"a table outside tests":        {"a.go", "package a\nvar x = []string{\n\"" + wide + "\",\n\"b\",\n}\n", []int{3}},
		"a table of test cases":        {"a_test.go", "package a\nvar x = []string{\n\"" + wide + "\",\n\"b\",\n}\n", nil},
		"a test that is no table":      {"a_test.go", "package a\nvar x = \"" + wide + "\"\n", []int{2}},
	} {
		got, err := longLines(c.file, []byte(c.source))
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, c.want)
		}
	}
}
