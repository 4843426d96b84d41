package rasoat_test

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// unitWords are what only some communes are or have: a ward is no commune, there is no district since 1 July 2025, and
// not everywhere an office keeps procedure control.
var unitWords = regexp.MustCompile(`(?i)(^|[^\p{L}])(xã|huyện|văn phòng|vp)($|[^\p{L}])`)

// No document says in its code what the commune is, to whom it reports or which unit keeps procedure control: settings
// and the plan do. What settings offer to choose from, and the demo, are data.
func TestDocumentsNameNoUnit(t *testing.T) {
	for _, room := range []string{"report", "app"} {
		eachGo(t, room, func(path string, file *ast.File, at func(ast.Node) token.Position) {
			path = filepath.ToSlash(path)
			isData := strings.HasPrefix(path, "app/demo") || path == "app/commune.go"
			if isData || strings.HasPrefix(path, "report/reporttest/") {
				return
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if s, ok := literal(n); ok && unitWords.MatchString(strings.ReplaceAll(s, "XÃ HỘI", "")) {
					t.Errorf("%s: %q belongs into the settings", at(n), s)
				}
				return true
			})
		})
	}
}
