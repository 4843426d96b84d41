package app

import (
	"errors"
	"slices"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// A question is asked, waits in the work of the other side, is answered, waits for who asked, and is settled.
func TestRemarks(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	ctx := t.Context()
	waits := func(by Person) bool {
		t.Helper()
		w, err := a.Work(ctx, by, "")
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(w.Tasks, func(x Task) bool { return x.Kind == TaskRemark && x.Proposal == id })
	}
	if err := a.Ask(ctx, lan, id, "measures[7]", " "); codeOf(err) != "remark.text_missing" {
		t.Errorf("nothing about nowhere: %v", err)
	}
	if err := a.Ask(ctx, Person{}, id, "", "x"); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("nobody asks: %v", err)
	}
	if err := a.Ask(ctx, lan, id, "measures[0]", "Vì sao?"); err != nil {
		t.Fatal(err)
	}
	p, _ := a.store.Proposal(ctx, id)
	remark := func() Remark {
		all, err := a.Remarks(ctx, hoa, p)
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		return all[0]
	}
	if !waits(hoa) || waits(lan) || waits(tuan) || !remark().MayAnswer || remark().MaySettle {
		t.Errorf("asked: %v %v %v, %+v", waits(hoa), waits(lan), waits(tuan), remark())
	}
	r := remark()
	if err := a.AnswerRemark(ctx, hoa, r.ID, r.Version, "Theo sổ"); err != nil {
		t.Fatal(err)
	}
	if err := a.AnswerRemark(ctx, hoa, r.ID, r.Version, "Theo sổ"); !errors.As(err, new(*value.Conflict)) {
		t.Errorf("an old page: %v", err)
	}
	if waits(hoa) || !waits(lan) {
		t.Error("answered, it waits for who asked")
	}
	if err := a.SettleRemark(ctx, lan, r.ID, remark().Version); err != nil || waits(lan) || remark().IsOpen() {
		t.Error(err, remark())
	}
}

// What is sent back says where: the reason stands there for the author.
func TestReturn_Place(t *testing.T) {
	a, plan := openCampaign(t)
	id, _ := completed(t, a, plan)
	step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
	p, _ := a.store.Proposal(t.Context(), id)
	order := StepOrder{Step: review.Step{Action: review.ActionReturn, Note: "Số lần chưa khớp"}, Place: "costs"}
	if err := a.Step(t.Context(), lan, id, p.Version, order); err != nil {
		t.Fatal(err)
	}
	all, err := a.Remarks(t.Context(), hoa, p)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if r := all[0]; r.Place != "costs" || r.Text != "Số lần chưa khớp" || r.Asked.By != "lan" {
		t.Errorf("%+v", r)
	}
}

// A change whose measure the form had opened leaves one measure; a double of before goes.
func TestWithoutDoubles(t *testing.T) {
	a, plan := openCampaign(t)
	opened := review.Measure{Kind: review.CutDocument, Part: catalog.PartDossier, Reason: "Xã đã giữ"}
	id, err := a.DraftProposal(t.Context(), hoa, plan, review.CampaignInternalB, "NB-02", review.Cut,
		[]review.Measure{opened})
	if err != nil {
		t.Fatal(err)
	}
	p, _ := a.store.Proposal(t.Context(), id)
	p.Members[0].Changes = []review.Change{dropPaper}
	if _, err := a.SaveProposal(t.Context(), hoa, id, p.Version, p); err != nil {
		t.Fatal(err)
	}
	v, err := a.Proposal(t.Context(), hoa, id)
	if err != nil || len(v.Proposal.Measures) != 1 || v.Proposal.Measures[0].Reason != opened.Reason ||
		v.Proposal.Measures[0].Content == "" {
		t.Fatalf("%+v %v", v.Proposal.Measures, err)
	}
	twice := v.Proposal
	twice.Measures = []review.Measure{opened, {
		Kind:    review.CutDocument,
		Part:    catalog.PartDossier,
		Content: v.Proposal.Measures[0].Content,
	}}
	bases := map[catalog.Code]catalog.Procedure{"NB-02": v.Members[0].Base}
	if got := a.WithoutDoubles(twice, bases); len(got) != 1 || got[0] != v.Proposal.Measures[0] {
		t.Errorf("%+v", got)
	}
}

// The same time limit by every way to apply is one measure.
func TestMeasuresOf_OneLimit(t *testing.T) {
	a := openTest(t)
	base := catalog.Procedure{Methods: []catalog.Method{{Channel: catalog.InPerson}, {Channel: catalog.Online}}}
	for i := range base.Methods {
		base.Methods[i].Limit = catalog.TimeLimit{Number: value.Known(value.Whole(10)), Unit: catalog.WorkingDays}
	}
	limit := func(i, days int) review.Change {
		return review.Change{
			Op:    review.SetLimit,
			Part:  catalog.PartChannels,
			Index: i,
			Limit: catalog.TimeLimit{Number: value.Known(value.Whole(int64(days))), Unit: catalog.WorkingDays},
		}
	}
	if got := a.measuresOf(base, []review.Change{limit(0, 7), limit(1, 7)}); len(got) != 1 {
		t.Errorf("%+v", got)
	}
	if got := a.measuresOf(base, []review.Change{limit(0, 7), limit(1, 5)}); len(got) != 2 {
		t.Errorf("two limits: %+v", got)
	}
}
