package app

import (
	"errors"
	"testing"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// freshCommune is an installation that went through the first start on 20 March 2024, and its administrator.
func freshCommune(t *testing.T) (*App, Person) {
	t.Helper()
	a := openTest(t)
	token, err := a.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	admin, err := a.FinishSetup(t.Context(), token, sampleSetup)
	if err != nil {
		t.Fatal(err)
	}
	return a, admin
}

// stepsDone are the first steps that are done, in order, and how many there are.
func stepsDone(t *testing.T, a *App, by Person) (done []FirstStepKind, all int) {
	t.Helper()
	steps, err := a.FirstSteps(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range steps {
		if s.Done {
			done = append(done, s.Kind)
		}
		if s.May != by.May(firstStepNeeds[s.Kind]) || len(s.By) == 0 {
			t.Errorf("%+v", s)
		}
	}
	return done, len(steps)
}

// Until the plan is begun none is followed; the first steps are ticked one by one, and the demo has none left.
func TestFirstSteps(t *testing.T) {
	a, admin := freshCommune(t)
	if _, _, err := a.Plan(t.Context(), ""); !errors.Is(err, ErrNoPlan) {
		t.Errorf("a plan is followed: %v", err)
	}
	if _, _, err := a.PlanFor(t.Context(), admin, "kh-29-2024"); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("the pattern is shown: %v", err)
	}
	if w, err := a.Work(t.Context(), admin, ""); err != nil || len(w.Tasks) != 0 {
		t.Errorf("work without a plan: %+v %v", w, err)
	}
	if done, all := stepsDone(t, a, admin); len(done) != 0 || all != 5 {
		t.Errorf("%v of %d", done, all)
	}
	for name, role := range map[string]account.Role{
		"hoa.nguyen": account.Reviewer,
		"lan.le":     account.Office,
		"tuan.vo":    account.Chairman,
	} {
		err := a.AddPerson(t.Context(), admin, Account{Name: name, Roles: []string{string(role)}}, goodPassword)
		if err != nil {
			t.Fatal(err)
		}
	}
	if done, _ := stepsDone(t, a, admin); len(done) != 1 || done[0] != StepPeople {
		t.Errorf("with people: %v", done)
	}
	first, err := a.FirstPlan(t.Context(), admin, StartPattern, review.Plan{}, 2024)
	if err != nil {
		t.Fatal(err)
	}
	put := func(p *review.Plan) { p.Number, p.Date = "12/KH-UBND", value.MustDate("2024-04-02") }
	if _, err := a.BeginPlan(t.Context(), officePerson, first, put); err != nil {
		t.Fatal(err)
	}
	if done, _ := stepsDone(t, a, admin); len(done) != 2 || done[0] != StepPlan {
		t.Errorf("with a plan: %v", done)
	}
	if _, err := a.BeginPlan(t.Context(), officePerson, first, put); codeOf(err) != "plan.begun" {
		t.Errorf("begun twice: %v", err)
	}
	if _, err := a.FirstPlan(t.Context(), Person{}, StartPattern, review.Plan{}, 2024); err == nil {
		t.Error("anybody begins a plan")
	}
}

// What fell due before the first day is late in the target check alone.
func TestBegan(t *testing.T) {
	a, admin := freshCommune(t)
	began, err := a.Began(t.Context())
	if err != nil || began != a.Today() {
		t.Fatal(began, err)
	}
	first, err := a.FirstPlan(t.Context(), admin, StartPattern, review.Plan{}, began.Year)
	if err != nil {
		t.Fatal(err)
	}
	_, err = a.BeginPlan(t.Context(), officePerson, first, func(p *review.Plan) {
		p.Number, p.Date = "12/KH-UBND", value.Date{Year: began.Year, Month: 1, Day: 2}
		for i := range p.Targets {
			p.Targets[i].Deadline = began.Add(-30)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	targets, err := a.Targets(t.Context(), "", value.Date{})
	if err != nil || !targets.Targets[0].Late {
		t.Errorf("the target check: %+v %v", targets.Targets[0], err)
	}
	board, err := a.TargetBoard(t.Context(), "", value.Date{})
	if err != nil || board.Report.Targets[0].Late {
		t.Errorf("the page: %+v %v", board.Report.Targets[0], err)
	}
	dates, err := a.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	before := 0
	for _, d := range dates.Dues {
		if d.Before {
			before++
		}
		if d.Late {
			t.Errorf("late on the first day: %+v", d)
		}
	}
	if before == 0 {
		t.Error("nothing fell due before the first day: the test tells nothing")
	}
	w, err := a.Work(t.Context(), officePerson, "")
	for _, task := range w.Tasks {
		if task.Late {
			t.Errorf("late work: %+v", task)
		}
	}
	if err != nil {
		t.Error(err)
	}
}
