package app

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/seed"
	"rasoat/viet"
)

// seedFolder is where the files of the starting content stand.
const seedFolder = "../seed"

// seedLines reads a catalogue file of the starting content through the importer, which checks every line.
func seedLines(t *testing.T, name string) []catalog.Procedure {
	t.Helper()
	raw, err := seed.Read(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []catalog.Procedure
	err = exchange.ReadJSONL(bytes.NewReader(raw), func(_ int, p catalog.Procedure) error {
		out = append(out, p)
		return nil
	})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// complete reports whether every constituent part stands there or is known not to exist, with how many
// originals and copies of each paper, a time limit with its unit or words, and laws by number.
func complete(p catalog.Procedure) bool {
	if len(catalog.MissingParts(p)) > 0 {
		return false
	}
	for _, part := range catalog.Parts {
		if catalog.Holds(p, part) == catalog.Unknown {
			return false
		}
	}
	for _, c := range p.Dossier {
		for _, x := range c.Papers {
			if !x.Originals.IsKnown() || !x.Copies.IsKnown() {
				return false
			}
		}
	}
	return !slices.ContainsFunc(append(limitsOf(p), p.Limit), catalog.BareNumber)
}

func limitsOf(p catalog.Procedure) []catalog.TimeLimit {
	var out []catalog.TimeLimit
	for _, m := range p.Methods {
		out = append(out, m.Limit)
	}
	return out
}

func TestSeed_public(t *testing.T) {
	procedures := seedLines(t, seed.PublicFile)
	if len(procedures) < 150 {
		t.Errorf("%d public procedures, want at least 150", len(procedures))
	}
	whole := map[catalog.Code]bool{}
	for _, p := range procedures {
		if p.Kind != catalog.Public || !p.Code.IsNational() || !slices.Contains(p.Levels, catalog.Commune) ||
			!p.Ours.IsOurs() {
			t.Errorf("%s is no public procedure of the commune", p.Code)
		}
		// What other agencies handle at the level of a commune is not the commune's.
		for _, word := range []string{"thuế", "hải quan", "kho bạc", "bảo hiểm xã hội", "bhxh", "bhyt"} {
			if strings.Contains(strings.ToLower(p.Field), word) {
				t.Errorf("%s of %s is not the commune's", p.Code, p.Field)
			}
		}
		whole[p.Code] = complete(p)
	}
	checkWhole(t, whole, 14)
	for _, code := range []catalog.Code{"1.001193", "1.004873"} {
		if !whole[code] {
			t.Errorf("%s lacks a part", code)
		}
	}
}

func TestSeed_typical(t *testing.T) {
	procedures := seedLines(t, seed.TypicalFile)
	if len(procedures) != 47 {
		t.Errorf("%d typical procedures, want 47", len(procedures))
	}
	whole := map[catalog.Code]bool{}
	form := regexp.MustCompile(`^TB-\d\d$`)
	for _, p := range procedures {
		if p.Kind != catalog.Internal || p.Group != catalog.GroupB || p.Status != catalog.Typical ||
			!form.MatchString(string(p.Code)) {
			t.Errorf("%s is no typical procedure of group B", p.Code)
		}
		if p.Decider == "" || strings.Contains(p.Decider, "như trên") {
			t.Errorf("%s does not say who decides: %q", p.Code, p.Decider)
		}
		whole[p.Code] = complete(p)
	}
	checkWhole(t, whole, 12)
}

func checkWhole(t *testing.T, whole map[catalog.Code]bool, least int) {
	t.Helper()
	n := 0
	for _, ok := range whole {
		if ok {
			n++
		}
	}
	if n < least {
		t.Errorf("%d procedures with every part, want at least %d", n, least)
	}
}

// Names are told apart, and legal numbers read as they stand.
func TestSeed_procedures(t *testing.T) {
	names := map[string]catalog.Code{}
	for _, file := range []string{seed.PublicFile, seed.TypicalFile} {
		for _, p := range seedLines(t, file) {
			name := viet.Fold(p.Name)
			if other, twice := names[name]; twice {
				t.Errorf("%s and %s have one name: %s", other, p.Code, p.Name)
			}
			names[name] = p.Code
			for _, l := range p.Law {
				if number, cleaned := catalog.LegalNumber(l.Number); l.Number != "" && (number != l.Number || cleaned) {
					t.Errorf("%s: legal number %q reads as %q", p.Code, l.Number, number)
				}
				if l.Number == "" && l.Name == "" {
					t.Errorf("%s: a legal basis says nothing", p.Code)
				}
			}
		}
	}
}

// Everyday names: for what a commune meets, each leading to one procedure alone, none of them the official
// name of another.
func TestSeed_known(t *testing.T) {
	v, err := seedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Known) < 250 {
		t.Errorf("%d procedures have everyday names, want at least 250", len(v.Known))
	}
	official, named := map[string]catalog.Code{}, map[catalog.Code]bool{}
	var all []catalog.Procedure
	for _, file := range []string{seed.PublicFile, seed.TypicalFile} {
		all = append(all, seedLines(t, file)...)
	}
	for _, p := range all {
		official[viet.Fold(p.Name)] = p.Code
		official[strings.TrimPrefix(viet.Fold(p.Name), "thu tuc ")] = p.Code
	}
	owner := map[string]catalog.Code{}
	for _, k := range v.Known {
		if named[k.Code.Key()] || k.Code != k.Code.Key() || len(k.Names) == 0 {
			t.Errorf("%s stands twice, is no key or has no names", k.Code)
		}
		named[k.Code.Key()] = true
		for _, name := range k.Names {
			folded := viet.Fold(name)
			if other, taken := owner[folded]; taken {
				t.Errorf("%q belongs to %s and %s", name, other, k.Code)
			}
			if other, taken := official[folded]; taken && other != k.Code {
				t.Errorf("%q of %s is the name of %s", name, k.Code, other)
			}
			if folded == "" || name != strings.TrimSpace(name) {
				t.Errorf("%s: name %q", k.Code, name)
			}
			owner[folded] = k.Code
		}
	}
	for _, p := range all {
		if !named[p.Code] {
			t.Errorf("%s has no everyday name: %s", p.Code, p.Name)
		}
	}
}

// Every abbreviation, and everything that citizens say, has its official words, and the same pair stands once.
func TestSeed_terms(t *testing.T) {
	v, err := seedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, term := range v.Terms {
		pair := term.Short + "\t" + term.Full
		if term.Short == "" && len(term.Variants) == 0 || term.Full == "" || seen[pair] {
			t.Errorf("term %q", pair)
		}
		seen[pair] = true
	}
}

// Texts are composed Unicode without look-alikes; the invented procedures NB-01 … stand in the demo alone,
// and the typing error of the plan's own text nowhere else.
func TestSeed_texts(t *testing.T) {
	invented := regexp.MustCompile(`\bNB-\d\d\b`)
	lookAlike := regexp.MustCompile("[ÐðƉɖ\u00a0\u00ad\u200b-\u200f\ufeff]")
	err := filepath.WalkDir(seedFolder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(seedFolder, path)
		text := string(raw)
		if !norm.NFC.IsNormalString(text) {
			t.Errorf("%s is not in composed form", name)
		}
		if found := lookAlike.FindString(text); found != "" && name != seed.PlanSource {
			t.Errorf("%s holds %q", name, found)
		}
		if invented.MatchString(text) && !strings.HasPrefix(filepath.ToSlash(name), "demo/") && name != "seed.go" {
			t.Errorf("%s names an invented procedure", name)
		}
		if strings.Contains(text, "Vĩnh Cháp") != (name == seed.PlanSource) {
			t.Errorf("%s and the plan's typing error", name)
		}
		if filepath.Ext(name) == ".json" && !json.Valid(raw) {
			t.Errorf("%s is no JSON", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
