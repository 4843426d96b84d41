package app

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/value"
)

// dropPaper takes the second paper of a procedure away.
var dropPaper = review.Change{Op: review.RemovePaper, Part: catalog.PartDossier, Index: 1}

// costRow is a row of so many hours at 23.932 đồng, twice a year by 24 people.
func costRow(hours string) cost.Row {
	h, err := value.ParseDecimal(hours)
	if err != nil {
		panic(err)
	}
	return cost.Row{
		Task:            cost.Prepare,
		Activity:        "Viết đơn",
		Hours:           h,
		HourlyRate:      23_932,
		TimesPerYear:    value.Whole(2),
		SubjectsPerYear: 24,
		Source:          cost.Survey,
	}
}

// completed is a proposal of hoa's for NB-01 that may be handed in, with its version.
func completed(t *testing.T, a *App, plan review.PlanID) (review.ProposalID, int) {
	t.Helper()
	id, err := a.NewProposal(t.Context(), hoa, NewProposal{
		Plan:       plan,
		Campaign:   review.CampaignInternalB,
		Procedures: []catalog.Code{"NB-01"},
	})
	if err != nil {
		t.Fatal(err)
	}
	text := review.Proposal{
		Conclusion: review.Cut,
		Members:    []review.Member{{Procedure: "NB-01", Changes: []review.Change{dropPaper}}},
		Measures: []review.Measure{{
			Kind:    review.CutDocument,
			Part:    catalog.PartDossier,
			Content: "Bỏ giấy tờ: Bản sao quyết định tuyển dụng",
			Reason:  "Đã có trong hồ sơ",
		}},
	}
	v, err := a.SaveProposal(t.Context(), hoa, id, 1, text)
	if err != nil {
		t.Fatal(err)
	}
	if v, err = a.SaveCosts(t.Context(), hoa, id, v, "NB-01", []cost.Row{costRow("1")},
		[]cost.Row{costRow("0.5")}); err != nil {
		t.Fatal(err)
	}
	return id, v
}

// noForm is why a proposal of these tests has no review form.
const noForm = "Chỉ thử các bước sau khi trình"

func step(t *testing.T, a *App, by Person, id review.ProposalID, s review.Step) {
	t.Helper()
	p, err := a.store.Proposal(t.Context(), id)
	if err == nil {
		err = a.Step(t.Context(), by, id, p.Version, StepOrder{Step: s, FormReason: noForm})
	}
	if err != nil {
		t.Fatalf("%s: %v", s.Action, err)
	}
}

// decided is the decision of the tests, of the demo's day.
var decided = review.DecisionRef{Number: "45/QĐ-UBND", Date: value.MustDate("2024-07-12")}

// The path from draft to force, each step by who may: state, day, steps and text come along, in one version each.
//
// Plan 29/KH-UBND, III.1(b): what the commune decides itself may become a new version (ProposalView.MayRenew).
func TestStep_Path(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	v, err := a.Proposal(t.Context(), lan, id)
	if err != nil {
		t.Fatal(err)
	}
	if !v.Members[0].Frozen() || len(v.Members[0].Proposed.Dossier[0].Papers) != 1 {
		t.Errorf("the revised text was not frozen: %+v", v.Members[0].Member.Proposed)
	}
	step(t, a, lan, id, review.Step{Action: review.ActionCheck})
	step(t, a, tuan, id, review.Step{Action: review.ActionApprove, Decision: decided})
	if v, err = a.Proposal(t.Context(), hoa, id); err != nil {
		t.Fatal(err)
	}
	if v.Proposal.State != review.Approved || v.Proposal.Decided != decided.Date ||
		v.Proposal.Decision.Number != decided.Number {
		t.Errorf("%+v", v.Proposal)
	}
	var path []string
	for _, s := range v.Steps {
		path = append(path, s.Actor+" "+s.Action+" "+string(s.To))
	}
	if got := strings.Join(path, ", "); got != "hoa submit submitted, lan check checked, tuan approve approved" {
		t.Error(got)
	}
	if saving, _ := v.Cost.Saving().Get(); saving != 23_932*48-11_966*48 {
		t.Errorf("saving %d", saving)
	}
	if len(v.With.Targets) == 0 || *v.With.Targets[1].Percent != "50.00" || *v.Without.Targets[1].Percent != "0.00" {
		t.Errorf("impact %+v", v.With.Targets)
	}
	if !v.MayRenew() {
		t.Error("its text changes and the commune decides, yet no new version is offered")
	}
	err = a.Step(t.Context(), lan, id, v.Proposal.Version, StepOrder{
		Step:        review.Step{Action: review.ActionPutInForce},
		NewVersions: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	now, err := a.store.Procedure(t.Context(), "NB-01")
	if err != nil {
		t.Fatal(err)
	}
	if now.Number != 2 || len(now.Procedure.Dossier[0].Papers) != 1 || !strings.Contains(now.Reason, "45/QĐ-UBND") ||
		now.Origins["dossier"] != catalog.FormatPerson || now.Origins["name"] == catalog.FormatPerson {
		t.Errorf("%+v", now)
	}
}

// Every action by every role, by the author and by somebody else, from every state: what the table of roles, the
// path and four eyes do not allow changes nothing.
//
// Practice, not law: docs/decisions/0024 (App.Step).
func TestStep_FourEyes(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	draft, err := a.store.Proposal(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	allowed := 0
	for _, state := range review.States {
		for _, author := range []string{"x", "y"} {
			p := draft
			p.State, p.Author = state, author
			put(t, a, &p)
			for _, action := range review.Actions {
				for _, role := range account.Roles {
					by := Person{Name: "x", Roles: []account.Role{role}}
					err := a.Step(t.Context(), by, id, p.Version, StepOrder{FormReason: noForm, Step: review.Step{
						Action:   action,
						Note:     "Vì vậy",
						Decision: decided,
					}})
					_, path := review.Next(state, action, review.Actor{Name: "x", Author: author})
					want := path == nil && account.May(by.Roles, account.Action(action))
					if (err == nil) != want {
						t.Fatalf("%s %s by %s, written by %s: %v", state, action, role, author, err)
					}
					now, _ := a.store.Proposal(t.Context(), id)
					if !want && (now.State != state || now.Version != p.Version) {
						t.Fatalf("%s %s by %s was refused and yet did something", state, action, role)
					}
					if want && author == "x" &&
						(now.State == review.Approved || now.State == review.Checked || now.State == review.Forwarded) {
						t.Fatalf("the author brought %s to %s", state, now.State)
					}
					if want {
						allowed++
						put(t, a, &p)
					}
				}
			}
		}
	}
	if allowed < 20 {
		t.Errorf("only %d steps were allowed: the table tests nothing", allowed)
	}
}

// put saves a proposal as it is, past all rules, as the next version.
func put(t *testing.T, a *App, p *review.Proposal) {
	t.Helper()
	err := a.store.Write(t.Context(), "test", func(tx *store.Tx) error {
		now, err := tx.Proposal(t.Context(), p.ID)
		if err != nil {
			return err
		}
		p.Version, err = tx.SaveProposal(t.Context(), *p, now.Version)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A proposal without any answer in its review form goes in only with the reason why, which stays with it.
//
// Practice, not law: docs/decisions/0027.
func TestStep_FormReason(t *testing.T) {
	a, plan := openCampaign(t)
	id, v := completed(t, a, plan)
	order := StepOrder{Step: review.Step{Action: review.ActionSubmit}, FormReason: " \n"}
	if err := a.Step(t.Context(), hoa, id, v, order); codeOf(err) != "form_reason.missing" {
		t.Errorf("no form and no reason: %v", err)
	}
	order.FormReason = " Rà soát theo nhóm;  sẽ lập sau "
	if err := a.Step(t.Context(), hoa, id, v, order); err != nil {
		t.Fatal(err)
	}
	p, err := a.store.Proposal(t.Context(), id)
	if err != nil || p.FormReason != "Rà soát theo nhóm; sẽ lập sau" {
		t.Errorf("the reason is kept as %q, %v", p.FormReason, err)
	}
}

func TestStep_Refuses(t *testing.T) {
	a, plan := openCampaign(t)
	id, v := completed(t, a, plan)
	submit := review.Step{Action: review.ActionSubmit}
	if err := a.Step(t.Context(), hoa, id, v-1, StepOrder{Step: submit, FormReason: noForm}); !isConflict(err) {
		t.Errorf("an old version: %v", err)
	}
	if err := a.Step(t.Context(), tuan, id, v, StepOrder{Step: submit, FormReason: noForm}); !errors.Is(err,
		value.ErrForbidden) ||
		codeOf(err) != "action.no_role" {
		t.Errorf("no role: %v", err)
	}
	half, err := a.NewProposal(t.Context(), hoa, NewProposal{
		Plan:       plan,
		Campaign:   review.CampaignInternalB,
		Procedures: []catalog.Code{"NB-02"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Step(t.Context(), hoa, half, 1, StepOrder{Step: submit,
		FormReason: noForm}); codeOf(err) != "conclusion.missing" {
		t.Errorf("incomplete: %v", err)
	}
	if _, err := a.SaveProposal(t.Context(), minh, id, v, review.Proposal{}); codeOf(err) != "proposal.of_another" {
		t.Errorf("somebody else's: %v", err)
	}
	step(t, a, hoa, id, submit)
	if _, err := a.SaveCosts(t.Context(), hoa, id, v+1, "NB-01", nil, nil); codeOf(err) != "proposal.frozen" {
		t.Errorf("handed in: %v", err)
	}
	if err := a.Step(t.Context(), lan, id, v+1,
		StepOrder{Step: review.Step{Action: review.ActionReturn}}); codeOf(err) != "reason.missing" {
		t.Errorf("a return without a reason: %v", err)
	}
}

func isConflict(err error) bool {
	var c *value.Conflict
	return errors.As(err, &c)
}

// A draft that was returned is reopened by its author, and what was frozen is open again.
func TestStep_ReturnedAndReopened(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	step(t, a, lan, id, review.Step{Action: review.ActionReturn, Note: "Thiếu căn cứ"})
	p, _ := a.store.Proposal(t.Context(), id)
	if p.Note != "Thiếu căn cứ" || p.Members[0].Proposed == nil {
		t.Errorf("%+v", p)
	}
	step(t, a, hoa, id, review.Step{Action: review.ActionReopen})
	if p, _ = a.store.Proposal(t.Context(), id); p.State != review.Draft || p.Members[0].Proposed != nil {
		t.Errorf("%+v", p)
	}
}

// Putting in force writes no version over an edit made meanwhile, and nothing at all then.
func TestStep_EditedSince(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	step(t, a, lan, id, review.Step{Action: review.ActionCheck})
	step(t, a, tuan, id, review.Step{Action: review.ActionApprove, Decision: decided})
	err := a.store.Write(t.Context(), "lan", func(tx *store.Tx) error {
		p := internal("NB-01")
		p.Name = "Tên khác"
		_, err := tx.SaveProcedure(t.Context(), p, nil, 1, "sửa tên", catalog.Source{Format: "person"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	p, _ := a.store.Proposal(t.Context(), id)
	order := StepOrder{Step: review.Step{Action: review.ActionPutInForce}, NewVersions: true}
	if err := a.Step(t.Context(), lan, id, p.Version, order); codeOf(err) != "proposal.edited_since" {
		t.Fatal(err)
	}
	if now, _ := a.store.Proposal(t.Context(), id); now.State != review.Approved {
		t.Error("half a step was stored")
	}
	order.NewVersions = false
	if err := a.Step(t.Context(), lan, id, p.Version, order); err != nil {
		t.Error(err)
	}
}

func TestStep_AbolishedProcedureIsRepealed(t *testing.T) {
	a, plan := openCampaign(t)
	id, v := completed(t, a, plan)
	text := review.Proposal{
		Conclusion: review.Abolish,
		Members:    []review.Member{{Procedure: "NB-01"}},
		Measures:   []review.Measure{{Kind: review.AbolishAll, Content: "Bãi bỏ", Reason: "Không còn phát sinh"}},
	}
	if _, err := a.SaveProposal(t.Context(), hoa, id, v, text); err != nil {
		t.Fatal(err)
	}
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	step(t, a, lan, id, review.Step{Action: review.ActionCheck})
	step(t, a, tuan, id, review.Step{Action: review.ActionApprove, Decision: decided})
	p, _ := a.store.Proposal(t.Context(), id)
	if err := a.Step(t.Context(), lan, id, p.Version, StepOrder{
		Step:        review.Step{Action: review.ActionPutInForce},
		NewVersions: true,
	}); err != nil {
		t.Fatal(err)
	}
	now, err := a.store.Procedure(t.Context(), "NB-01")
	if err != nil || now.Procedure.Status != catalog.Repealed || now.Procedure.Validity.RepealedBy != "45/QĐ-UBND" {
		t.Errorf("%+v %v", now.Procedure, err)
	}
}

func TestScan(t *testing.T) {
	for _, tt := range []struct{ name, content, code, mime string }{
		{"a PDF", "%PDF-1.7 …", "", "application/pdf"},
		{"a photograph", "\xff\xd8\xff\xe0JFIF", "", "image/jpeg"},
		{"a PNG", "\x89PNG\r\n\x1a\n…", "", "image/png"},
		{"a page under a PDF's name", "<html><script>", "scan.kind", ""},
		{"nothing", "", "scan.kind", ""},
		{"too large", "%PDF-" + strings.Repeat("x", MaxScan), "scan.too_large", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, plan := openCampaign(t)
			id, _ := completed(t, a, plan)
			step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
			step(t, a, lan, id, review.Step{Action: review.ActionCheck})
			p, _ := a.store.Proposal(t.Context(), id)
			kept, err := a.KeepScan(t.Context(), tuan, Scan{Name: "qd.pdf", Content: strings.NewReader(tt.content)})
			if codeOf(err) != tt.code {
				t.Fatalf("%v", err)
			}
			if tt.code != "" {
				return
			}
			order := StepOrder{Step: review.Step{Action: review.ActionApprove, Decision: decided}, Scan: kept}
			if err := a.Step(t.Context(), tuan, id, p.Version, order); err != nil {
				t.Fatal(err)
			}
			scan, err := a.Scan(t.Context(), hoa, id)
			if err != nil {
				t.Fatal(err)
			}
			defer scan.Content.Close()
			if content, _ := io.ReadAll(scan.Content); string(content) != tt.content || scan.MIME != tt.mime {
				t.Errorf("%s %q", scan.MIME, content)
			}
			if _, err := a.Scan(t.Context(), Person{}, id); !errors.Is(err, value.ErrForbidden) {
				t.Errorf("read by nobody: %v", err)
			}
		})
	}
}

// An alternative begins as a copy, waits beside the main one, goes nowhere, and takes its place when it is chosen.
func TestAlternative(t *testing.T) {
	a, plan := openCampaign(t)
	main, _ := completed(t, a, plan)
	id, err := a.NewProposal(t.Context(), hoa, NewProposal{From: main})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Step(t.Context(), hoa, id, 1,
		StepOrder{Step: review.Step{Action: review.ActionSubmit}}); codeOf(err) != "proposal.alternative" {
		t.Errorf("handed in: %v", err)
	}
	if err := a.MakeMain(t.Context(), minh, id, 1); codeOf(err) != "proposal.of_another" {
		t.Errorf("by somebody else: %v", err)
	}
	if err := a.MakeMain(t.Context(), hoa, id, 1); err != nil {
		t.Fatal(err)
	}
	v, err := a.Proposal(t.Context(), hoa, id)
	if err != nil || v.Proposal.Alternative || len(v.Proposal.Measures) != 1 || len(v.Others) != 1 ||
		!v.Others[0].Alternative {
		t.Errorf("%+v %v", v.Proposal, err)
	}
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	old, _ := a.store.Proposal(t.Context(), main)
	if err := a.MakeMain(t.Context(), hoa, main, old.Version); codeOf(err) != "proposal.main_handed_in" {
		t.Errorf("the main one was handed in: %v", err)
	}
}

// A group is one proposal: its members keep their tables when another comes in, and lose nothing without a word.
func TestSaveProposal_Group(t *testing.T) {
	a, plan := openCampaign(t)
	id, v := completed(t, a, plan)
	text := review.Proposal{Conclusion: review.Cut, Title: "Nhóm nghỉ phép",
		Members: []review.Member{{Procedure: "NB-01", Changes: []review.Change{dropPaper}}, {Procedure: "nb-02", Changes: []review.Change{dropPaper}}}}
	v, err := a.SaveProposal(t.Context(), hoa, id, v, text)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := a.store.Proposal(t.Context(), id)
	if len(p.Members) != 2 || p.Members[0].Before == nil || p.Members[1].Procedure != "NB-02" ||
		p.Members[1].Baseline != 1 {
		t.Errorf("%+v", p.Members)
	}
	if len(p.Measures) != 1 || p.Measures[0].Content != "Bỏ giấy tờ: Bản sao quyết định tuyển dụng" ||
		p.Measures[0].Kind != review.CutDocument {
		t.Errorf("the new change of NB-02 brought no measure: %+v", p.Measures)
	}
	if _, err := a.SaveProposal(t.Context(), hoa, id, v-1, text); !isConflict(err) {
		t.Errorf("an old version: %v", err)
	}
	text.Members[1].Changes = []review.Change{{Op: review.RemoveStep, Index: 9}}
	if _, err := a.SaveProposal(t.Context(), hoa, id, v, text); codeOf(err) != "change.no_such_item" {
		t.Errorf("a change that does not fit: %v", err)
	}
	if _, err := a.NewProposal(t.Context(), minh, NewProposal{
		Plan:       plan,
		Campaign:   review.CampaignInternalB,
		Procedures: []catalog.Code{"NB-02"},
	}); codeOf(err) != "proposal.exists" {
		t.Errorf("a second main proposal: %v", err)
	}
}

// What waits for whom, over the whole path.
func TestProposals_Waiting(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	wait := func(what string) {
		t.Helper()
		got := ""
		for _, by := range []Person{hoa, minh, lan, tuan} {
			l, err := a.Proposals(t.Context(), by, ProposalFilter{Waiting: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(l.Rows) != l.Wait {
				t.Errorf("%d rows, %d counted", len(l.Rows), l.Wait)
			}
			got += fmt.Sprint(len(l.Rows))
		}
		if got != what {
			t.Errorf("waits for hoa, minh, lan, tuan: got %s, want %s", got, what)
		}
	}
	wait("1000")
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	wait("0010")
	step(t, a, lan, id, review.Step{Action: review.ActionCheck})
	wait("0001")
	step(t, a, tuan, id, review.Step{Action: review.ActionReturn, Note: "Chưa rõ"})
	wait("1000")
	for _, tt := range []struct {
		f    ProposalFilter
		want int
	}{{ProposalFilter{}, 1}, {ProposalFilter{State: review.Returned}, 1}, {ProposalFilter{State: review.Draft}, 0}, {ProposalFilter{Mine: true}, 1}, {ProposalFilter{Campaign: review.CampaignPublic}, 0}} {
		if l, err := a.Proposals(t.Context(), hoa, tt.f); err != nil || len(l.Rows) != tt.want || l.Total != 1 {
			t.Errorf("%+v: %d of %d (%v)", tt.f, len(l.Rows), l.Total, err)
		}
	}
	if _, err := a.Proposals(t.Context(), Person{}, ProposalFilter{}); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("nobody lists: %v", err)
	}
}

// Decree 63/2010/NĐ-CP, article 29 clause 2: a procedure of the list has one main proposal, and only what is on the
// list has one (App.NewProposal).
func TestNewProposal(t *testing.T) {
	a, plan := openCampaign(t)
	begin := func(by Person, codes ...catalog.Code) error {
		_, err := a.NewProposal(t.Context(), by, NewProposal{
			Plan:       plan,
			Campaign:   review.CampaignInternalB,
			Procedures: codes,
		})
		return err
	}
	for _, tt := range []struct {
		name  string
		by    Person
		codes []catalog.Code
		want  string
	}{
		{"listed", hoa, []catalog.Code{"NB-01"}, ""},
		{"a second one for it", minh, []catalog.Code{"NB-01"}, "proposal.exists"},
		{"not on the list", hoa, []catalog.Code{"NB-99"}, "procedure.not_listed"},
	} {
		if got := codeOf(begin(tt.by, tt.codes...)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if err := begin(Person{}, "NB-02"); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("nobody begins one: %v", err)
	}
}

// Circular 02/2017/TT-VPCP, article 27: what the tables cost is priced from what was saved (App.SaveCosts); an empty
// table is none, an old version is refused.
func TestSaveCosts(t *testing.T) {
	a, plan := openCampaign(t)
	id, v := completed(t, a, plan)
	p, err := a.store.Proposal(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	priced, err := cost.Price(*p.Members[0].Before, *p.Members[0].After)
	if err != nil || priced.Before.AnnualTotal != 23_932*2*24 || priced.After.AnnualTotal != 11_966*2*24 {
		t.Errorf("%d before, %d after, %v", priced.Before.AnnualTotal, priced.After.AnnualTotal, err)
	}
	if _, err := a.SaveCosts(t.Context(), hoa, id, v-1, "NB-01", nil, nil); !isConflict(err) {
		t.Errorf("an old version: %v", err)
	}
	if _, err := a.SaveCosts(t.Context(), hoa, id, v, "NB-01", nil, nil); err != nil {
		t.Fatal(err)
	}
	if p, err = a.store.Proposal(t.Context(), id); err != nil || p.Members[0].Before != nil ||
		p.Members[0].After != nil {
		t.Errorf("empty tables are kept as tables: %+v, %v", p.Members[0], err)
	}
}

// Practice, not law: docs/decisions/0024: a draft is its author's, one without an author whoever's; what was handed in
// is frozen.
func TestMayWrite(t *testing.T) {
	for _, tt := range []struct {
		name string
		p    review.Proposal
		want string
	}{
		{"one's own draft", review.Proposal{State: review.Draft, Author: hoa.Name}, ""},
		{"an imported draft", review.Proposal{State: review.Draft}, ""},
		{"somebody else's draft", review.Proposal{State: review.Draft, Author: lan.Name}, "proposal.of_another"},
		{"one's own, handed in", review.Proposal{State: review.Submitted, Author: hoa.Name}, "proposal.frozen"},
	} {
		if got := codeOf(mayWrite(tt.p, hoa)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
