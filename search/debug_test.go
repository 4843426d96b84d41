package search

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDebug(t *testing.T) {
	if os.Getenv("DEBUGQ") == "" {
		t.Skip()
	}
	x := filled(t, Options{Vocabulary: seedVocabulary(t)}, realChanges(t))
	for _, q := range append(gradedQueries(t), ownQueries(t)...) {
		if !strings.Contains(q.Text, os.Getenv("DEBUGQ")) {
			continue
		}
		got, _ := x.Search(context.Background(), Query{Text: q.Text, Scope: Official, Limit: 50, Explain: true})
		fmt.Println("==", q.Text, q.Expected)
		s := newSearch(x.view, x.vocab, Query{Text: q.Text, Scope: Official})
		for _, r := range s.readingsOf(s.text) {
			var ws []string
			for _, i := range r.typed {
				a := r.words[i]
				o := ""
				for _, id := range a.ids {
					o += s.lex.text[id] + ","
				}
				ws = append(ws, fmt.Sprintf("%s[%s %.1f]", a.written, o, a.weight))
			}
			fmt.Println("  R", r.why, r.weight, r.loose, ws)
		}
		for i, h := range got.Hits {
			if i < 3 || q.Expected[string(h.Key)] == 3 {
				n := []rune(h.Name)
				fmt.Println("  ", i+1, h.Key, h.Score, string(n[:min(60, len(n))]), h.Why[0], h.Why[1].Value)
			}
		}
	}
}
