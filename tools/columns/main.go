// Command columns says which lines of the Go files that it is given are longer than 120 columns, a tab counted as
// four, and exits with 1 where there are any. Two kinds of line may be longer: a row of a table of test cases, and a
// line whose length comes from the address of a page. The packages of notHeld are passed over.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// widest is the longest line that is read without moving the eyes back.
const widest = 120

// notHeld are the rooms whose long lines are still to be broken. The list is to be empty.
var notHeld = []string{}

func main() {
	long := 0
	for _, name := range os.Args[1:] {
		in := func(room string) bool { return strings.HasPrefix(filepath.ToSlash(name), room+"/") }
		if slices.ContainsFunc(notHeld, in) {
			continue
		}
		source, err := os.ReadFile(name)
		if err == nil {
			var lines []int
			if lines, err = longLines(name, source); err == nil {
				for _, n := range lines {
					fmt.Printf("%s:%d: longer than %d columns\n", name, n, widest)
				}
				long += len(lines)
			}
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
	if long > 0 {
		os.Exit(1)
	}
}

// longLines are the numbers of the lines that are too long.
func longLines(name string, source []byte) ([]int, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	row := map[int]bool{} // lines that belong to a row of a table of test cases
	if strings.HasSuffix(name, "_test.go") {
		ast.Inspect(file, func(n ast.Node) bool {
			for _, r := range rows(n) {
				for line := files.Position(r.Pos()).Line; line <= files.Position(r.End()).Line; line++ {
					row[line] = true
				}
			}
			return true
		})
	}
	var long []int
	for i, line := range strings.Split(string(source), "\n") {
		if columns(line) > widest && !row[i+1] && columns(address.ReplaceAllString(line, "")) > widest {
			long = append(long, i+1)
		}
	}
	return long, nil
}

var address = regexp.MustCompile(`(?:https?:/|(?:GET |POST) +)/[^\s"` + "`" + `]+`)

func columns(line string) int {
	return utf8.RuneCountInString(line) + 3*strings.Count(line, "\t")
}

// rows are the cases of a table: the elements of a list or map of several values.
func rows(n ast.Node) []ast.Expr {
	table, ok := n.(*ast.CompositeLit)
	if !ok || len(table.Elts) < 2 {
		return nil
	}
	switch table.Type.(type) {
	case *ast.ArrayType, *ast.MapType:
		return table.Elts
	}
	return nil
}
