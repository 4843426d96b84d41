package app

import (
	"context"
	"fmt"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/seed"
	"rasoat/store"
)

// demoForm is a review form of the demo: what it says beside the questions that are answered well.
type demoForm struct {
	Campaign  review.CampaignID `json:"campaign"`
	Procedure catalog.Code      `json:"procedure"`
	Through   catalog.Part      `json:"through"`           // the last part that was answered
	Without   []catalog.Part    `json:"without,omitempty"` // parts that the procedure does not have
	Form      review.Form       `json:"form"`
}

// fillDemoForms puts the review forms of the demo into its campaigns, each by the officer whom the review plan
// names. They are older than the proposals made from them, so that these do not keep them back.
func (a *App) fillDemoForms(ctx context.Context, plan review.Plan) error {
	var forms []demoForm
	if err := readSeed(seed.DemoForms, &forms); err != nil {
		return err
	}
	for _, d := range forms {
		item, err := a.listLine(ctx, plan.ID, d.Campaign, d.Procedure)
		if err != nil {
			return err
		}
		procedure, _, err := a.frozenProcedure(ctx, item)
		if err != nil {
			return err
		}
		f, err := a.fitForm(d.filled(procedure))
		if err != nil {
			return fmt.Errorf("demo form %s: %w", d.Procedure, err)
		}
		by := item.Officer
		if by == "" {
			by = DemoPeople[1].Name // nobody is named for it; somebody began all the same
		}
		item.Officer = by
		if f.Contact, err = a.contact(ctx, item, Person{Name: systemActor, Roles: account.Roles}); err != nil {
			return err
		}
		err = a.store.Write(ctx, by, func(tx *store.Tx) error {
			_, err := putForm(ctx, tx, plan.ID, d.Campaign, d.Procedure, f, 0)
			return err
		})
		if err != nil {
			return fmt.Errorf("demo form %s: %w", d.Procedure, err)
		}
	}
	return nil
}

// filled is the form with every question answered well, through the last part answered, that it says nothing else of.
func (d demoForm) filled(p catalog.Procedure) review.Form {
	f := d.Form.On(p)
	if f.Answers == nil {
		f.Answers = map[string]review.Answer{}
	}
	last := slices.Index(catalog.Parts, d.Through)
	for _, q := range f.Unanswered() {
		if slices.Index(catalog.Parts, q.Part) > last {
			continue
		}
		good := review.Yes
		switch {
		case q.Optional && slices.Contains(d.Without, q.Part):
			good = review.NotApplicable
		case q.OpensOn == review.Yes:
			good = review.No
		}
		if q.Paper == review.OfAll {
			f.Answers[q.ID] = review.Answer{Value: good}
			continue
		}
		if f.Papers[q.Paper].Answers == nil {
			f.Papers[q.Paper].Answers = map[string]review.AnswerValue{}
		}
		f.Papers[q.Paper].Answers[q.ID] = good
	}
	return f
}
