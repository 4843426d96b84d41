package exchange

import (
	"testing"

	"rasoat/catalog"
)

// wrongPages are the records of the scrape that carry another procedure's page (README, section 2.1).
var wrongPages = []string{
	"1.002544", "1.014208", "2.001709", "3.000224", "3.000272", "3.000274", "3.000284", "3.000285", "3.000286", "3.000332",
	"2.001428", "3.000226", "3.000243", "3.000244", "3.000246", "3.000283", "3.000331",
}

func heldOf(rows []Row, known map[catalog.Code][]string) map[string]string {
	h := catalog.NewHolder()
	for _, r := range rows {
		h.Add(r.Raw, r.Procedure.Name, r.Procedure.Decision.Number)
	}
	held := map[string]string{}
	for _, r := range rows {
		p := r.Procedure
		if reason, _, ok := h.Reason(r.Raw, p.Name, p.Decision.Number, known[p.Code.Key()]); ok {
			held[r.Raw] = reason
		}
	}
	return held
}

// Exactly the wrong pages are held, whatever the catalogue knows before; of the API's own answers none.
func checkHeld(t *testing.T, pages, answers []Row, index map[string]map[string]string) {
	afterAPI, afterAll := map[catalog.Code][]string{}, map[catalog.Code][]string{}
	for _, r := range answers {
		afterAPI[r.Procedure.Code.Key()] = append(afterAPI[r.Procedure.Code.Key()], r.Procedure.Name)
	}
	for code, x := range index {
		afterAll[catalog.Code(code).Key()] = []string{x["name"]}
	}
	for name, known := range map[string]map[catalog.Code][]string{"alone": nil, "after the API's answers": afterAPI, "after the whole list": afterAll} {
		held := heldOf(pages, known)
		for _, code := range wrongPages {
			if held[code] == "" {
				t.Errorf("%s: %s is not held", name, code)
			}
		}
		if len(held) != len(wrongPages) {
			t.Errorf("%s: %d held, want %d: %v", name, len(held), len(wrongPages), held)
		}
	}
	if held := heldOf(answers, nil); len(held) != 0 {
		t.Errorf("of the API's own answers are held: %v", held)
	}
	if held := heldOf(answers, afterAll); len(held) != 0 {
		t.Errorf("of the API's own answers are held beside the list: %v", held)
	}
}

// Each wrong page is found by its name alone where the true name is known.
func checkHeldByName(t *testing.T, pages []Row, index map[string]map[string]string) {
	names := map[string]string{}
	for _, r := range pages {
		names[r.Raw] = r.Procedure.Name
	}
	for _, code := range wrongPages {
		if index[code] == nil {
			t.Logf("%s is gone from the national list", code)
			continue
		}
		h := catalog.NewHolder()
		if reason, _, _ := h.Reason(code, names[code], "",
			[]string{index[code]["name"]}); reason != catalog.HeldOtherName {
			t.Errorf("%s %q beside %q: %q", code, names[code], index[code]["name"], reason)
		}
	}
}
