package app

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rasoat/app/text"
)

// Whatever befalls the index between two starts, the second tells what it was in its log, answers from the
// store at once and from the index soon: nobody has to do anything.
func TestFollowIndex_HealsDamage(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	seen := map[string]string{}
	for _, c := range []struct {
		name, want string
		harm       func(index string) error
	}{
		{"folder missing", "index missing", func(index string) error { return os.RemoveAll(index) }},
		{"whole", "", func(string) error { return nil }},
		{"bolt file cut", "(root)", func(index string) error { return os.Truncate(filepath.Join(index, "store", "root.bolt"), 5000) }},
		{"mapping empty", "(meta)", func(index string) error { return os.Truncate(filepath.Join(index, "index_meta.json"), 0) }},
		{"segments lost", "(segment)", func(index string) error {
			files, err := filepath.Glob(filepath.Join(index, "store", "*.zap"))
			for _, f := range files {
				err = os.Remove(f)
			}
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := c.harm(filepath.Join(dir, "index")); err != nil {
				t.Fatal(err)
			}
			var log bytes.Buffer
			a, err := Open(t.Context(), Config{
				Dir:  dir,
				Now:  DemoDay.Start,
				Text: table,
				Log:  slog.New(slog.NewTextHandler(&log, nil)),
			})
			if err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithCancel(t.Context())
			ready, done, err := a.FollowIndex(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := a.Procedure(t.Context(), everything, birth); err != nil {
				t.Errorf("read while the index is built: %v", err)
			}
			if _, err := a.Find(t.Context(), SearchQuery{Text: "khai sinh", Scope: ScopeOfficial}); err != nil {
				t.Errorf("searched while the index is built: %v", err)
			}
			<-ready
			r, err := a.Find(t.Context(), SearchQuery{Text: "khai sinh", Scope: ScopeOfficial})
			if err != nil || len(r.Hits) == 0 || r.Hits[0].Key != birth {
				t.Errorf("after it: %d hits, %v", r.Total, err)
			}
			stop()
			<-done
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			line := firstLine(log.String(), "index")
			if !strings.Contains(line, c.want) || (c.want == "") != (line == "") {
				t.Errorf("log %q, want %q", line, c.want)
			}
			if other, ok := seen[line]; ok {
				t.Errorf("%s is logged as %s is: %s", c.name, other, line)
			}
			seen[line] = c.name
		})
	}
}

// firstLine is the message of the first line of a log that has a word, and its error.
func firstLine(log, word string) string {
	for line := range strings.Lines(log) {
		if _, said, ok := strings.Cut(line, "msg="); ok && strings.Contains(said, word) {
			return said
		}
	}
	return ""
}
