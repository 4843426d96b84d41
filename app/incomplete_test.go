package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/value"
)

// Decree 63/2010/NĐ-CP, article 8 clause 2: what the office still has to find out is counted, and no longer once it is
// known.
func TestIncomplete_Article8_2(t *testing.T) {
	a := openTest(t)
	ctx := t.Context()
	before, err := a.Incomplete(ctx, officePerson)
	if err != nil || len(before) == 0 {
		t.Fatalf("%d incomplete, %v", len(before), err)
	}
	for _, p := range before {
		v, err := a.Procedure(ctx, Reader{Official: true}, p.Code)
		if err != nil || !v.Procedure.Ours.IsOurs() || len(p.Missing) == 0 {
			t.Errorf("%s lacks %v, %v", p.Code, p.Missing, err)
		}
	}
	task, err := a.IncompleteTask(ctx, officePerson)
	if err != nil || len(task) != 1 || task[0].Kind != TaskIncomplete || task[0].Count != len(before) {
		t.Errorf("task %+v, %v", task, err)
	}
	first := before[0]
	v, err := a.Procedure(ctx, Reader{Official: true}, first.Code)
	if err != nil {
		t.Fatal(err)
	}
	p := v.Procedure
	p.None = append(p.None, first.Missing...) // known not to exist: nothing is missing any more
	if _, err := a.EditProcedure(ctx, officePerson, first.Code, p, "Đã xác minh", v.Number); err != nil {
		t.Fatal(err)
	}
	after, err := a.Incomplete(ctx, officePerson)
	if err != nil || len(after) != len(before)-1 ||
		slices.ContainsFunc(after, func(x IncompleteProcedure) bool { return x.Code == first.Code }) {
		t.Errorf("%d are left of %d, %v", len(after), len(before), err)
	}
	if _, err := a.Incomplete(ctx, Person{}); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the public is answered: %v", err)
	}
	if task, err := a.IncompleteTask(ctx, Person{}); err != nil || task != nil {
		t.Errorf("the public has the task %v, %v", task, err)
	}
}

// Each doubt stands at the part that a page shows, and has a sentence in both languages with room for its arguments.
func TestDoubts(t *testing.T) {
	a := openTest(t)
	p := catalog.Procedure{
		Fees: []catalog.Fee{
			{State: catalog.FeeAmount, Amount: value.Known[value.Money](0), Text: "do tỉnh quy định"},
			{State: catalog.FeeAmount},
		},
		Methods: []catalog.Method{{
			Channel: catalog.InPerson,
			Limit:   catalog.TimeLimit{Number: value.Known(value.Whole(5))},
			Fees:    []catalog.Fee{{State: catalog.FeeAmount, Amount: value.Known[value.Money](20)}},
		}},
	}
	var got []string
	for _, d := range a.Doubts(officePerson, p) {
		got = append(got, string(d.Part)+" "+d.Code)
		for _, lang := range []text.Lang{text.Vietnamese, text.English} {
			table, err := text.Load(lang)
			if err != nil {
				t.Fatal(err)
			}
			if s := table.Say(d.Code, d.Args...); !table.Has(d.Code) || strings.ContainsAny(s, "…{") {
				t.Errorf("%s in %s: %q", d.Code, lang, s)
			}
		}
	}
	want := []string{
		"name part.missing", "steps part.missing", "dossier part.missing", "applicants part.missing", "agency part.missing", "result result.missing",
		"time_limit limit.unit_missing", "fees fee.zero_with_text", "fees fee.no_amount", "fees fee.tiny",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if d := a.Doubts(Person{}, p); d != nil {
		t.Errorf("the public is told %v", d)
	}
}
