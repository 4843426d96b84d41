package app

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/store"
)

// valuesOf is what a facet counts of a procedure, told from the procedure alone.
func valuesOf(facet string, p catalog.Procedure) []string {
	one := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	switch facet {
	case "kind":
		return one(string(p.Kind))
	case "group":
		return one(string(p.Group))
	case "field":
		return one(p.Field)
	case "status":
		return one(string(p.Status))
	case "ours":
		if p.Ours == catalog.NotSorted {
			return []string{"unsorted"}
		}
		return one(string(p.Ours))
	case "level":
		var out []string
		for _, l := range p.Levels {
			if !slices.Contains(out, string(l)) {
				out = append(out, string(l))
			}
		}
		return out
	case "free":
		fees := slices.Clone(p.Fees)
		for _, m := range p.Methods {
			fees = append(fees, m.Fees...)
		}
		free, costs := slices.Contains(p.None, catalog.PartFees), false
		for _, f := range fees {
			free = free || f.State == catalog.FeeFree
			costs = costs || f.State == catalog.FeeAmount || f.State == catalog.FeeSetBy
		}
		switch {
		case slices.Contains(p.None, catalog.PartFees), free && !costs:
			return []string{"true"}
		case costs:
			return []string{"false"}
		}
	}
	return nil
}

// The counts of every facet under filters are those of the store: each hit is looked up there, and counted by what the
// procedure says. A facet obeys all filters but its own.
func TestFacets_AreThoseOfTheStore(t *testing.T) {
	a := openDemo(t)
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	all, err := a.store.Procedures(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	stored := map[catalog.Code]catalog.Procedure{}
	for i, v := range all {
		p := v.Procedure
		// sorted anew and repealed ones, so that every facet has several values
		if i%9 == 0 && p.Kind == catalog.Public {
			p.Ours = []catalog.Ours{catalog.NotOurs, catalog.Receives, catalog.Shared}[i/9%3]
			if i%4 == 0 {
				p.Status = catalog.Repealed
			}
			err := a.store.Write(t.Context(), "an", func(tx *store.Tx) error {
				_, err := tx.SaveProcedure(t.Context(), p, v.Origins, v.Number, "thử", v.Source)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		stored[v.Key] = p
	}
	if err := a.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	yes, no := true, false
	facets := []string{"kind", "group", "field", "status", "ours", "level", "free"}
	filters := []SearchQuery{
		{}, {Kind: "public"}, {Kind: "internal", Group: "B"}, {Field: "Hộ tịch"}, {Field: "Hộ tịch", Free: &yes}, {Free: &no}, {Ours: "unsorted"},
		{Ours: "receive", Kind: "public"}, {Level: "commune"}, {Level: "commune", Ours: "not_ours", Free: &yes}, {Status: "repealed"}, {Status: "in_force", Field: "Hộ tịch"}, {Field: "không có"},
	}
	want := func(f SearchQuery, facet string, p catalog.Procedure) bool {
		for name, value := range map[string]string{"kind": f.Kind, "group": f.Group, "field": f.Field, "status": f.Status, "ours": f.Ours, "level": f.Level} {
			if name == facet || value == "" && name != "status" {
				continue
			}
			if value == "" { // what is repealed has left the view
				if p.Status == catalog.Repealed {
					return false
				}
			} else if !slices.Contains(valuesOf(name, p), value) {
				return false
			}
		}
		return facet == "free" || f.Free == nil || slices.Contains(valuesOf("free", p), map[bool]string{true: "true", false: "false"}[*f.Free])
	}
	counted := map[string]bool{}
	for _, text := range []string{"", "đăng ký", "cap giay", "hộ kinh doanh"} {
		matching := matched(t, a, text)
		for _, f := range filters {
			f.Text, f.Scope, f.Limit = text, ScopeOfficial, 1
			r, err := a.Find(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			total := 0
			for _, key := range matching {
				if want(f, "", stored[key]) {
					total++
				}
			}
			if r.Total != total {
				t.Errorf("%q %+v: %d hits, the store has %d", text, f, r.Total, total)
			}
			for _, facet := range facets {
				counts := map[string]int{}
				for _, key := range matching {
					if want(f, facet, stored[key]) {
						for _, v := range valuesOf(facet, stored[key]) {
							counts[v]++
						}
					}
				}
				got := map[string]int{}
				for _, v := range r.Facets[facet] {
					got[v.Value] = v.Count
					counted[facet+v.Value] = true
				}
				if diff := cmp.Diff(counts, got); diff != "" {
					t.Errorf("%q %+v, %s (-store +facet):\n%s", text, f, facet, diff)
				}
			}
		}
	}
	for _, must := range []string{"kindinternal", "groupB", "statusrepealed", "oursunsorted", "oursnot_ours", "levelcommune", "freetrue", "freefalse"} {
		if !counted[must] {
			t.Errorf("%s was never counted: the test looks at too little", must)
		}
	}
}

// matched are the keys of all that a text finds, whatever its status.
func matched(t *testing.T, a *App, text string) (keys []catalog.Code) {
	t.Helper()
	for _, status := range []string{"", string(catalog.Repealed)} {
		for offset := 0; ; offset += 100 {
			r, err := a.Find(t.Context(), SearchQuery{
				Text:   text,
				Scope:  ScopeOfficial,
				Status: status,
				Limit:  100,
				Offset: offset,
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range r.Hits {
				keys = append(keys, h.Key)
			}
			if len(r.Hits) < 100 {
				break
			}
		}
	}
	return keys
}
