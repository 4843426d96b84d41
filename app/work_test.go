package app

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// kinds are the tasks of a person as "kind code", in order.
func kinds(t *testing.T, a *App, name string) []string {
	t.Helper()
	p, err := a.Person(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	w, err := a.Work(t.Context(), p, "")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, task := range w.Tasks {
		s := string(task.Kind)
		if task.Code != "" {
			s += " " + string(task.Code)
		}
		if task.Late {
			s += " late"
		}
		out = append(out, s)
	}
	return out
}

// Each person of the demo sees what is their turn, and nobody sees another's.
func TestWork(t *testing.T) {
	a := openDemo(t)
	tests := map[string][]string{
		"chairman": {"approve 2.000815"}, // the other checked ones keep what is there: nothing to decide
		"admin":    nil,
	}
	for name, want := range tests {
		got := kinds(t, a, name)
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	office := kinds(t, a, "office")
	for _, want := range []string{"check NB-03", "check NB-10", "answer 1.004873", "assign", "post", "apply"} {
		if !slices.Contains(office, want) {
			t.Errorf("the office does not see %q among %q", want, office)
		}
	}
	for _, no := range []string{"approve NB-05", "returned NB-06", "check NB-05"} {
		if slices.Contains(office, no) {
			t.Errorf("the office sees %q", no)
		}
	}
	var mine []string
	for _, name := range []string{"reviewer", "reviewer2", "reviewer3", "reviewer4"} {
		for _, k := range kinds(t, a, name) {
			if slices.Contains(mine, k) && k != "post" { // whoever sits at the one-stop unit posts
				t.Errorf("two reviewers see %q", k)
			}
			mine = append(mine, k)
		}
	}
	for _, want := range []string{"returned NB-06", "draft NB-09", "draft 1.011607 late"} {
		if !slices.Contains(mine, want) {
			t.Errorf("no reviewer sees %q among %q", want, mine)
		}
	}
}

// Whoever wrote a proposal does not find it among what waits to be checked.
func TestWork_FourEyes(t *testing.T) {
	a := openDemo(t)
	proposals, err := a.store.Proposals(t.Context(), store.ProposalFilter{Procedure: "NB-03"})
	if err != nil || len(proposals) != 1 {
		t.Fatal(proposals, err)
	}
	p := proposals[0]
	p.Author = "office"
	err = a.store.Write(t.Context(), "test", func(tx *store.Tx) error {
		_, err := tx.SaveProposal(t.Context(), p, p.Version)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(kinds(t, a, "office"), "check NB-03") {
		t.Error("the author is asked to check")
	}
}

// On the last day a task is due; the day after it is late.
func TestDated(t *testing.T) {
	s := &planDay{in: review.TargetInput{AsOf: value.MustDate("2024-07-15")}}
	tests := []struct {
		due        string
		late, soon bool
	}{{"2024-07-12", true, false}, {"2024-07-15", false, true}, {"2024-07-22", false, true}, {"2024-07-23", false, false}}
	for _, tt := range tests {
		got := withDue(s, Task{}, value.MustDate(tt.due), 5)
		if got.Late != tt.late || got.Soon != tt.soon {
			t.Errorf("due %s: late %v, soon %v", tt.due, got.Late, got.Soon)
		}
	}
}

func TestWork_Progress(t *testing.T) {
	a := openDemo(t)
	p, err := a.Person(t.Context(), "reviewer2")
	if err != nil {
		t.Fatal(err)
	}
	w, err := a.Work(t.Context(), p, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Progress) != 5 || w.Progress[0].Unit != "Tài chính - Kế toán" || !w.Progress[0].Own ||
		w.Progress[4].Unit != "" {
		t.Fatalf("%+v", w.Progress)
	}
	total, reviewed := 0, 0
	for _, u := range w.Progress {
		total, reviewed = total+u.Assigned, reviewed+u.Reviewed
	}
	if total != 24 || reviewed != 16 {
		t.Errorf("%d of %d", reviewed, total)
	}
}
