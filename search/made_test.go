package search

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rasoat/search/measure"
	"rasoat/viet"
)

// madeQueries is queries made of the procedures themselves: every kind that can be made without a person. The
// same ones at every run.
func madeQueries(t testing.TB, changes []Change, every int) []measure.Query {
	t.Helper()
	rnd := rand.New(rand.NewPCG(29, 2024))
	same, papers := map[string][]string{}, map[string][]string{}
	var all []string
	for _, c := range changes {
		name := foldWords(c.Doc.Procedure.Name)
		same[name] = append(same[name], string(c.Key))
		all = append(all, " "+name+" ")
		seen := map[string]bool{}
		for _, d := range c.Doc.Procedure.Dossier {
			for _, p := range d.Papers {
				if f := foldWords(p.Name); !seen[f] {
					seen[f] = true
					papers[f] = append(papers[f], string(c.Key))
				}
			}
		}
	}
	var out []measure.Query
	add := func(kind, text string, codes []string) {
		q := measure.Query{ID: text, Text: text, Kind: kind, Expected: map[string]int{}}
		for _, code := range codes {
			q.Expected[code] = 3
		}
		out = append(out, q)
	}
	for i, c := range changes {
		if i%every != 0 {
			continue
		}
		name := viet.Clean(c.Doc.Procedure.Name)
		list := wordsOf(name)
		codes := same[foldWords(name)]
		add("exact", name, codes)
		add("nodiacritics", viet.Fold(name), codes)
		if len(list) >= 6 {
			n := 4 + rnd.IntN(3)
			at := rnd.IntN(len(list) - n + 1)
			part := strings.Join(list[at:at+n], " ")
			var with []string
			for j, a := range all {
				if strings.Contains(a, " "+foldWords(part)+" ") {
					with = append(with, string(changes[j].Key))
				}
			}
			add("partial", part, with)
		}
		if len(list) <= 14 {
			add("typo", slipped(rnd, list), codes)
		}
		for _, d := range c.Doc.Procedure.Dossier {
			for _, p := range d.Papers {
				if n := len(wordsOf(p.Name)); n >= 5 && n <= 14 && len(papers[foldWords(p.Name)]) <= 2 &&
					rnd.IntN(4) == 0 {
					add("dossier", p.Name, papers[foldWords(p.Name)])
				}
			}
		}
	}
	return out
}

// slipped is words with one slip in one of the longer ones: two letters swapped, one lost or twice.
func slipped(rnd *rand.Rand, list []string) string {
	list = append([]string(nil), list...)
	for range 20 {
		i := rnd.IntN(len(list))
		w := []rune(list[i])
		if len(w) < 4 {
			continue
		}
		at := 1 + rnd.IntN(len(w)-2)
		switch rnd.IntN(3) {
		case 0:
			w[at], w[at+1] = w[at+1], w[at]
		case 1:
			w = append(w[:at], w[at+1:]...)
		default:
			w = append(w[:at+1], w[at:]...)
		}
		list[i] = string(w)
		break
	}
	return strings.Join(list, " ")
}
