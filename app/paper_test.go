package app

import (
	"cmp"
	"errors"
	"strings"
	"sync"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Decree 30/2020/NĐ-CP, appendix I: papers of one symbol have one row of numbers a year, whatever they report on and
// however the number is spelt.
func TestPaperNumbers(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	issue := func(kind, number, day string) error {
		o := ReportOptions{Kind: kind, Campaign: review.CampaignInternalB, Number: number, Date: value.MustDate(day)}
		if kind == "monthly" {
			o.Month = value.MustMonth("2024-06")
		}
		_, err := a.IssueReport(ctx, officePerson, o)
		return err
	}
	for _, tt := range []struct{ situation, kind, number, day, problem string }{
		{"the number alone", "indicators", "95", "2024-07-15", ""},
		{"another kind of report with the same symbol", "internal-list", "95", "2024-07-15", "paper.taken"},
		{"noughts before it", "review-summary", "095", "2024-07-14", "paper.taken"},
		{"the symbol behind it", "indicators", "95/BC-UBND", "2024-07-15", "paper.taken"},
		{"small letters and blanks", "indicators", "Số 95 / bc-ubnd", "2024-07-15", "paper.taken"},
		{"the year before", "indicators", "95/BC-UBND", "2023-12-29", ""},
		{"another symbol: a plan", "review-plan", "95", "2024-07-15", ""},
		{"the symbol of another kind", "indicators", "96/QĐ-UBND", "2024-07-15", "paper.symbol"},
		{"what went wrong took no number", "indicators", "96/BC-UBND", "2024-07-15", ""},
		{"no number", "indicators", "BC-UBND", "2024-07-15", "paper.number"},
	} {
		if err := issue(tt.kind, tt.number, tt.day); codeOf(err) != tt.problem {
			t.Errorf("%s: %s %s: %v, want %q", tt.situation, tt.kind, tt.number, err, tt.problem)
		}
	}
	all, err := a.IssuedReports(ctx, "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	if got := all[0].Number; got != "96" {
		t.Errorf("the number that is printed before the symbol is %q, want 96", got)
	}
}

// Of many who ask for one number at once, each spelling it otherwise, one gets it, whatever the paper is. A decision
// may be noted with several things under its own day, so each asks under another.
func TestPaperNumbers_AtOnce(t *testing.T) {
	decision := func(give func(*App, review.DecisionRef) error) func(*App, int, string) error {
		return func(a *App, i int, number string) error {
			number = strings.NewReplacer("BC", "QĐ", "bc", "qđ").Replace(number)
			return give(a, review.DecisionRef{Number: number, Date: DemoDay.Add(-i)})
		}
	}
	isDecided := func(a *App, d review.DecisionRef) error {
		return a.store.Write(t.Context(), "an", func(tx *store.Tx) error {
			_, err := a.takeDecision(t.Context(), tx, d)
			return err
		})
	}
	for kind, give := range map[string]func(a *App, i int, number string) error{
		"report": func(a *App, _ int, number string) error {
			o := ReportOptions{Kind: "indicators", Number: number, Date: DemoDay}
			_, err := a.IssueReport(t.Context(), officePerson, o)
			return err
		},
		"reports of several kinds": func(a *App, i int, number string) error {
			kinds := []string{"indicators", "monthly", "review-summary", "internal-list"}
			o := ReportOptions{Kind: kinds[i], Number: number, Date: DemoDay}
			if o.Kind == "monthly" {
				o.Month = value.MustMonth("2024-06")
			}
			_, err := a.IssueReport(t.Context(), officePerson, o)
			return err
		},
		"submission": func(a *App, _ int, number string) error {
			o := ReportOptions{Kind: "submission", Campaign: review.CampaignInternalB, Date: DemoDay}
			o.Number = strings.NewReplacer("BC-UBND", "TTr-VP", "bc-ubnd", "ttr-vp").Replace(number)
			_, err := a.IssueReport(t.Context(), officePerson, o)
			return err
		},
		"decision of proposals and services": decision(isDecided),
		"decision that changes a list": decision(func(a *App, d review.DecisionRef) error {
			codes := []catalog.Code{"NB-05", "NB-06", "NB-07", "NB-08"}
			leaving := codes[DemoDay.Sub(d.Date)]
			return a.ChangeList(t.Context(), officePerson, demoPlan, review.CampaignInternalB, ListOrder{
				Number: d.Number, Date: d.Date, Reason: "Bị bãi bỏ", Leaving: []catalog.Code{leaving},
			}, false)
		}),
	} {
		t.Run(kind, func(t *testing.T) {
			a := openChecked(t)
			var all sync.WaitGroup
			errs := make([]error, 4)
			for i, number := range []string{"7", "07", "7/BC-UBND", "007 / bc-ubnd"} {
				all.Go(func() { errs[i] = give(a, i, number) })
			}
			all.Wait()
			given := 0
			for _, err := range errs {
				switch {
				case err == nil:
					given++
				case codeOf(err) != "paper.taken":
					t.Error(err)
				}
			}
			if given != 1 {
				t.Errorf("the number was given %d times", given)
			}
		})
	}
}

// The decision of the register and the request for additions have their numbers once too: a decision of the superior in
// the register, told by number, day and body; a request in the commune's own row.
func TestRegisterNumbers_Once(t *testing.T) {
	a := openDemo(t)
	var all sync.WaitGroup
	errs := make([]error, 4)
	for i, number := range []string{"812/QĐ-UBND", "0812/QĐ-UBND", "Số 812/qđ-ubnd", "812 / QĐ-UBND"} {
		all.Go(func() {
			o := anOrder(map[review.TouchKind]string{review.TouchAmend: "1.001193"})
			o.Number = number
			_, errs[i] = a.RecordAnnouncement(t.Context(), anOffice, o)
		})
	}
	all.Wait()
	given := 0
	for _, err := range errs {
		switch {
		case err == nil:
			given++
		case codeOf(err) != "announcement.twice":
			t.Error(err)
		}
	}
	if given != 1 {
		t.Errorf("the decision stands %d times in the register", given)
	}
	taken := func(plan review.PlanID, number string) error {
		return a.store.Write(t.Context(), "an", func(tx *store.Tx) error {
			r := review.AdditionRequest{Number: number, Date: DemoDay}
			_, err := a.takeRequest(t.Context(), tx, plan, r)
			return err
		})
	}
	if err := taken(demoPlan, "131"); err != nil {
		t.Fatal(err)
	}
	if err := taken("kh-31-2025", "0131/ttr-ubnd"); codeOf(err) != "paper.taken" {
		t.Errorf("another request gets the number: %v", err)
	}
}

// One decision approves many proposals, under its own day alone.
func TestDecisionNumber(t *testing.T) {
	a := openDemo(t)
	for _, tt := range []struct{ situation, number, day, want, problem string }{
		{"the number alone", "5", "2024-07-11", "05/QĐ-UBND", ""},
		{"the same decision once more", "05/qđ-ubnd", "2024-07-11", "05/QĐ-UBND", ""},
		{"the number of another day's decision", "5/QĐ-UBND", "2024-07-12", "", "paper.taken"},
		{"a row of numbers of its own", "5/QĐ-CT", "2024-07-12", "05/QĐ-CT", ""},
		{"no decision", "5/BC-UBND", "2024-07-12", "", "paper.symbol"},
	} {
		var got review.DecisionRef
		err := a.store.Write(t.Context(), "an", func(tx *store.Tx) (err error) {
			got, err = a.takeDecision(t.Context(), tx, review.DecisionRef{
				Number: tt.number, Date: value.MustDate(tt.day),
			})
			return err
		})
		var wrong value.Problems
		if errors.As(err, &wrong) && wrong[0].Field != "decision.number" {
			t.Errorf("%s: the problem stands at %s", tt.situation, wrong[0].Field)
		}
		if codeOf(err) != tt.problem || err == nil && got.Number != tt.want {
			t.Errorf("%s: %s is %q (%v), want %q, %q", tt.situation, tt.number, got.Number, err, tt.want, tt.problem)
		}
	}
}

// A report that was taken back keeps file and number; what it fulfilled is open again, and another goes out instead.
func TestWithdrawReport(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	o := ReportOptions{
		Kind: "monthly", Month: value.MustMonth("2024-07"), Number: "45", Date: value.MustDate("2024-07-15"),
	}
	id, err := a.IssueReport(ctx, officePerson, o)
	if err != nil {
		t.Fatal(err)
	}
	isDone := func() bool {
		d, err := a.Timeline(ctx, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, due := range d.Dues {
			if due.ID == "D4/2024-07" {
				return !due.Done.IsZero()
			}
		}
		t.Fatal("the plan has no report in July")
		return false
	}
	if !isDone() {
		t.Error("the report that went out is not noted")
	}
	for _, tt := range []struct {
		situation string
		by        Person
		reason    string
		problem   string
	}{
		{"without a reason", officePerson, "  ", "reason.missing"},
		{"with one", officePerson, "Số liệu phần II sai.", ""},
		{"once more", officePerson, "Lần nữa.", "report.withdrawn"},
	} {
		if err := a.WithdrawReport(ctx, tt.by, id, tt.reason); codeOf(err) != tt.problem {
			t.Errorf("taken back %s: %v, want %q", tt.situation, err, tt.problem)
		}
	}
	reviewer := Person{Name: "reviewer", Roles: []account.Role{account.Reviewer}}
	if err := a.WithdrawReport(ctx, reviewer, id, "Sai."); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer takes a report back: %v", err)
	}
	if isDone() {
		t.Error("what was taken back still fulfils the duty")
	}
	r, file, err := a.IssuedFile(ctx, officePerson, id)
	if err != nil {
		t.Fatal(err)
	}
	file.Close()
	if r.Withdrawn == nil || r.Withdrawn.Reason != "Số liệu phần II sai." || r.Withdrawn.By != officePerson.Name {
		t.Errorf("taken back: %+v", r.Withdrawn)
	}
	if _, err := a.IssueReport(ctx, officePerson, o); codeOf(err) != "paper.taken" {
		t.Errorf("its number is given again: %v", err)
	}
	o.Number = "46"
	if _, err := a.IssueReport(ctx, officePerson, o); err != nil || !isDone() {
		t.Errorf("another in its place: %v, done %v", err, isDone())
	}
	b, err := a.Month(ctx, "", o.Month)
	if err != nil {
		t.Fatal(err)
	}
	if stand := standingOf(b.Issued); len(b.Issued) != 2 || len(stand) != 1 || stand[0].Number != "46" {
		t.Errorf("of the month's %d reports %d stand, want 46 alone beside the other", len(b.Issued), len(stand))
	}
}

// A decision that was entered wrongly is put right with a reason; the number that nobody has any more is free again,
// and the state counts from the right day.
func TestCorrectDecision(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	chairman := Person{Name: "chairman", Roles: []account.Role{account.Chairman}}
	all, err := a.Proposals(ctx, chairman, ProposalFilter{State: review.Checked})
	if err != nil || len(all.Rows) == 0 {
		t.Fatal("the demo has no checked proposal: ", err)
	}
	id := all.Rows[0].Proposal.ID
	version := func() int {
		v, err := a.Proposal(ctx, chairman, id)
		if err != nil {
			t.Fatal(err)
		}
		return v.Proposal.Version
	}
	wrong := review.DecisionRef{Number: "54", Date: value.MustDate("2024-07-15")}
	if err := a.Step(ctx, chairman, id, version(), StepOrder{Step: review.Step{
		Action: review.ActionApprove, Decision: wrong,
	}}); err != nil {
		t.Fatal(err)
	}
	right := review.DecisionRef{Number: "5/QĐ-UBND", Date: value.MustDate("2024-07-11")}
	for _, tt := range []struct {
		situation string
		by        Person
		base      int
		d         review.DecisionRef
		reason    string
		problem   string
	}{
		{"without a reason", chairman, version(), right, "", "reason.missing"},
		{"from a version that is gone", chairman, version() - 1, right, "Ghi nhầm.", "conflict"},
		{"by the office", officePerson, version(), right, "Ghi nhầm.", "forbidden"},
		{"the number of a report", chairman, version(),
			review.DecisionRef{Number: "5/BC-UBND", Date: right.Date}, "Ghi nhầm.", "paper.symbol"},
		{"as it should be", chairman, version(), right, "Ghi nhầm.", ""},
	} {
		err := a.CorrectDecision(ctx, tt.by, id, tt.base, DecisionOrder{DecisionRef: tt.d, Reason: tt.reason})
		var conflict *value.Conflict
		got := codeOf(err)
		switch {
		case errors.As(err, &conflict):
			got = "conflict"
		case errors.Is(err, value.ErrForbidden):
			got = "forbidden"
		}
		if got != tt.problem {
			t.Errorf("%s: %v, want %q", tt.situation, err, tt.problem)
		}
	}
	v, err := a.Proposal(ctx, chairman, id)
	if err != nil {
		t.Fatal(err)
	}
	if d := v.Proposal.Decision; d.Number != "05/QĐ-UBND" || v.Proposal.StateOn(right.Date) != review.Approved {
		t.Errorf("the decision is %+v, the state on its day %s", d, v.Proposal.StateOn(right.Date))
	}
	last, noted := v.Steps[len(v.Steps)-1], "54/QĐ-UBND ngày 15/7/2024 → 05/QĐ-UBND ngày "+viet.ShortDate(right.Date)+
		"; lý do: Ghi nhầm."
	if last.Action != "correct" || last.Note != noted {
		t.Errorf("the last step is %+v", last)
	}
	if err := a.store.Write(ctx, "an", func(tx *store.Tx) error {
		_, err := a.takeDecision(ctx, tx, review.DecisionRef{Number: "54", Date: value.MustDate("2024-07-01")})
		return err
	}); err != nil {
		t.Errorf("the number that nobody has is not free: %v", err)
	}
}

// A number stays given while anything that was decided by it stands: another proposal, the review of an online service.
func TestCorrectDecision_Shared(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	services, err := a.Restructurings(ctx, officePerson, "")
	if err != nil {
		t.Fatal(err)
	}
	proposals, err := a.Proposals(ctx, officePerson, ProposalFilter{})
	if err != nil {
		t.Fatal(err)
	}
	decided := map[string]review.DecisionRef{}
	for _, r := range services.List {
		decided["a service"] = cmp.Or(decided["a service"], r.Decision)
	}
	for _, r := range proposals.Rows {
		decided["a proposal"] = cmp.Or(decided["a proposal"], r.Proposal.Decision)
	}
	for what, d := range decided {
		if d.Number == "" {
			t.Fatalf("the demo has not decided on %s", what)
		}
		err := a.store.Write(ctx, "an", func(tx *store.Tx) error {
			if err := tx.FreeDecision(ctx, d, review.Proposal{ID: 999}); err != nil {
				return err
			}
			_, err := a.takeDecision(ctx, tx, review.DecisionRef{Number: d.Number, Date: d.Date.Add(1)})
			return err
		})
		if codeOf(err) != "paper.taken" {
			t.Errorf("the number of %s, %s, is given again: %v", what, d.Number, err)
		}
	}
}
