package pages

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// validator is the Nu Html Checker, which npm brings for the tests.
const validator = "../../web/front/node_modules/vnu-jar/build/dist/vnu.jar"

// fewest is how many pages a whole test run has to leave; fewer are a run that did not collect.
const fewest = 25

// message is what the validator says of a page.
type message struct {
	Type     string `json:"type"`
	URL      string `json:"url"`
	LastLine int    `json:"lastLine"`
	Message  string `json:"message"`
	Extract  string `json:"extract"`
}

// Every page that the tests of a run were served is valid HTML, without a warning either.
func TestCollected(t *testing.T) {
	dir := os.Getenv("RASOAT_CHECK_PAGES")
	if dir == "" {
		t.Skip("make test collects the pages and runs this at its end")
	}
	if _, err := os.Stat(validator); err != nil {
		t.Skip("vnu-jar is not installed: make tools installs it")
	}
	if _, err := exec.LookPath("java"); err != nil || Browser() == "" {
		t.Skip("java and chromium are not both installed: make tools installs them")
	}
	kept, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) < fewest {
		t.Fatalf("%d pages were kept, want %d at least", len(kept), fewest)
	}
	looked := different(t, kept)
	times := map[string]int{}
	for _, m := range validate(t, looked) {
		times[m.Message]++
		if times[m.Message] <= 3 {
			t.Errorf("%s, line %d: %s\n%s", filepath.Base(m.URL), m.LastLine, m.Message, m.Extract)
		}
	}
	t.Logf("%d pages were kept, %d looked at", len(kept), len(looked))
}

var (
	tag    = regexp.MustCompile(`<[^>]*>`)
	said   = regexp.MustCompile(`(value|href|content|title|datetime|action|aria-label)="[^"]*"`)
	number = regexp.MustCompile(`[0-9]+`)
)

// different leaves out pages that are built as others are: one is looked at where two tags stand side by side in it
// that did so in no page before. What attributes say to people counts for nothing, and all numbers are alike.
func different(t *testing.T, kept []string) []string {
	t.Helper()
	var out []string
	seen := map[[2]string]bool{}
	for _, name := range kept {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		before, new := "", false
		for _, x := range tag.FindAllString(string(page), -1) {
			x = number.ReplaceAllString(said.ReplaceAllString(x, "$1"), "0")
			new = new || !seen[[2]string{before, x}]
			seen[[2]string{before, x}] = true
			before = x
		}
		if new {
			out = append(out, name)
		}
	}
	return out
}

// validate has pages checked by one process.
func validate(t *testing.T, pages []string) []message {
	t.Helper()
	args := []string{"-jar", validator, "--format", "json", "--exit-zero-always", "--stdout"}
	cmd := exec.Command("java", append(args, pages...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Messages []message `json:"messages"`
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("%v\n%.2000s", err, out)
	}
	var found []message
	for _, m := range report.Messages {
		if m.Type == "non-document-error" {
			t.Fatalf("the validator itself: %s", m.Message)
		}
		if !strings.HasPrefix(m.Message, "The first occurrence of ID") { // said again beside each double one
			found = append(found, m)
		}
	}
	return found
}

// A page is kept once however often it is served, and what is no whole page not at all.
func TestKeep(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("RASOAT_KEEP_PAGES", dir)
	page := []byte("\n<!DOCTYPE html>\n<html lang=vi><title>Một</title>")
	for _, c := range []struct {
		path string
		page []byte
	}{{"/thu-tuc/1?q=ơ", page}, {"/thu-tuc/1?q=ơ", page}, {"/phan", []byte("<p>một phần</p>")}} {
		if err := Keep("TestA/b", "POST", c.path, 422, c.page); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(dir, "POST 422 thu-tuc_1_q_ TestA_b *.html"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%q, %v", kept, err)
	}
	if all, err := os.ReadDir(dir); err != nil || len(all) != 1 {
		t.Errorf("%d files, %v", len(all), err)
	}
	if got, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(got, page) {
		t.Errorf("kept %q, %v", got, err)
	}
}
