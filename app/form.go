package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// ReviewForm is form 02/RS-KSTT of a procedure of a campaign, as it stands for somebody.
type ReviewForm struct {
	Plan      review.Plan
	Campaign  review.CampaignID
	Item      review.ListItem
	Procedure catalog.Procedure // as it was when the list was frozen
	Officer   string            // full name of who is assigned
	// version of the procedure that stands now; above Item.Version where it was changed since
	Newest int
	Form   review.Form
	Saved  FormVersion // number 0: nobody has begun
	Review *review.Proposal
	Kept   error // why this person may not write in it; nil: they may
}

// FormVersion says which version of a form was saved by whom and when.
type FormVersion struct {
	Number int
	By     string // full name of who saved it
	At     time.Time
	Form   review.Form
}

// ReviewForm is the form of a procedure on a campaign's list; value.ErrNotFound where it is not on it. A form
// that nobody has begun names whoever is to fill it in and is otherwise empty.
func (a *App) ReviewForm(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) (ReviewForm, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return ReviewForm{}, err
	}
	p, _, err := a.Plan(ctx, string(plan))
	if err != nil {
		return ReviewForm{}, err
	}
	plan = p.ID
	out := ReviewForm{Plan: p, Campaign: campaign}
	if out.Item, err = a.listLine(ctx, plan, campaign, key); err != nil {
		return out, err
	}
	if out.Procedure, out.Newest, err = a.frozenProcedure(ctx, out.Item); err != nil {
		return out, err
	}
	if out.Item.Officer != "" {
		if out.Officer, err = a.shownName(ctx, out.Item.Officer); err != nil {
			return out, err
		}
	}
	if out.Review, err = a.reviewOf(ctx, plan, campaign, key); err != nil {
		return out, err
	}
	out.Kept = a.mayWriteForm(out.Item, out.Review, by)
	saved, err := a.store.Form(ctx, plan, campaign, key.Key())
	switch {
	case errors.Is(err, value.ErrNotFound):
		out.Form = out.Form.On(out.Procedure)
		out.Form.Contact, err = a.contact(ctx, out.Item, by)
		return out, err
	case err != nil:
		return out, err
	}
	if out.Form, err = readForm(saved.Value, out.Procedure); err != nil {
		return out, err
	}
	out.Saved = FormVersion{Number: saved.Number, At: saved.At, Form: out.Form}
	out.Saved.By, err = a.shownName(ctx, saved.Author)
	return out, err
}

// ReviewFormVersion is version n of a form.
func (a *App) ReviewFormVersion(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, key catalog.Code, n int,
) (FormVersion, error) {
	all, err := a.ReviewFormVersions(ctx, by, plan, campaign, key)
	if err != nil {
		return FormVersion{}, err
	}
	i := slices.IndexFunc(all, func(v FormVersion) bool { return v.Number == n })
	if i < 0 {
		return FormVersion{}, value.ErrNotFound
	}
	return all[i], nil
}

// ReviewFormVersions are all versions of a form, newest first.
func (a *App) ReviewFormVersions(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) ([]FormVersion, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := a.store.FormVersions(ctx, plan, campaign, key.Key())
	if err != nil || len(all) == 0 {
		return nil, err
	}
	item, err := a.listLine(ctx, plan, campaign, key)
	if err != nil {
		return nil, err
	}
	procedure, _, err := a.frozenProcedure(ctx, item)
	if err != nil {
		return nil, err
	}
	out := make([]FormVersion, len(all))
	for i, v := range all {
		out[i] = FormVersion{Number: v.Number, At: v.At}
		if out[i].By, err = a.shownName(ctx, v.Author); err != nil {
			return nil, err
		}
		if out[i].Form, err = readForm(v.Value, procedure); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// SaveForm saves a form as the version after base, 0 where it is new, and says which version it is. What the
// form still has to tell is no hindrance (review.FormGaps); *value.Conflict where another version stands.
func (a *App) SaveForm(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, key catalog.Code, f review.Form,
	base int,
) (version int, err error) {
	if err := by.must(account.EditReview); err != nil {
		return 0, err
	}
	item, err := a.listLine(ctx, plan, campaign, key)
	if err != nil {
		return 0, err
	}
	f, err = a.fitForm(f)
	if err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		current, err := tx.Proposals(ctx, store.ProposalFilter{Plan: plan, Campaign: campaign, Procedure: key.Key()})
		if err != nil {
			return err
		}
		if err := a.mayWriteForm(item, first(current), by); err != nil {
			return err
		}
		version, err = putForm(ctx, tx, plan, campaign, key, f, base)
		return err
	})
	return version, err
}

// AnswerRest answers all questions of a form that are open as fulfilled, in one act that the form records under the
// person's name, and saves it as the version after base.
func (a *App) AnswerRest(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, key catalog.Code, base int,
) error {
	f, err := a.ReviewForm(ctx, by, plan, campaign, key)
	if err != nil {
		return err
	}
	if f.Kept != nil {
		return f.Kept
	}
	form, err := review.AnswerRest(f.Form, f.Procedure, by.Shown(), a.Today())
	if err != nil {
		return err
	}
	_, err = a.SaveForm(ctx, by, plan, campaign, key, form, base)
	return err
}

func putForm(
	ctx context.Context, tx *store.Tx, plan review.PlanID, campaign review.CampaignID, key catalog.Code, f review.Form,
	base int,
) (int, error) {
	raw, err := json.Marshal(f)
	if err != nil {
		return 0, err
	}
	return tx.SaveForm(ctx, plan, campaign, key.Key(), raw, base)
}

// ConcludeForm begins or updates the proposal of a procedure from what its form says and what the reviewer
// concludes: the opened measures, none where all is kept.
func (a *App) ConcludeForm(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
	c review.Conclusion,
) (review.ProposalID, error) {
	f, err := a.ReviewForm(ctx, by, plan, campaign, key)
	if err != nil {
		return 0, err
	}
	if f.Kept != nil {
		return 0, f.Kept
	}
	if err := review.CheckConclusion(f.Form, c).Err(); err != nil {
		return 0, err
	}
	var measures []review.Measure
	if c != review.Keep {
		measures = a.namePapers(review.Opened(f.Form))
	}
	return a.DraftProposal(ctx, by, plan, campaign, key, c, measures)
}

// namePapers are opened measures whose words name the paper that they are about; one without words is left to the
// change that carries it out, or to whoever writes the proposal.
func (a *App) namePapers(opened []review.Measure) []review.Measure {
	for i, m := range opened {
		named := strings.Contains(viet.Fold(m.Content), viet.Fold(m.Paper))
		if m.Content != "" && !named {
			opened[i].Content = a.text.Say("measure.of_paper", m.Paper, m.Content)
		}
	}
	return opened
}

// mayWriteForm is review.FormKept for a person and the proposal that covers the procedure.
func (a *App) mayWriteForm(item review.ListItem, p *review.Proposal, by Person) error {
	if err := by.must(account.EditReview); err != nil {
		return err
	}
	var state review.State
	if p != nil {
		state = p.State
	}
	return review.FormKept(item, a.Today(), state, by.Name, by.May(account.AssignReview))
}

// listLine is a procedure's line on the list of a campaign; value.ErrNotFound where it has none.
func (a *App) listLine(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) (review.ListItem, error) {
	list, err := a.store.CampaignList(ctx, plan, campaign)
	if err != nil {
		return review.ListItem{}, err
	}
	i := slices.IndexFunc(list, func(x review.ListItem) bool { return x.Code.Key() == key.Key() })
	if i < 0 {
		return review.ListItem{}, fmt.Errorf("procedure %s in %s/%s: %w", key, plan, campaign, value.ErrNotFound)
	}
	return list[i], nil
}

// frozenProcedure is a procedure as it was when its list was frozen, and the number of the version that stands now.
func (a *App) frozenProcedure(ctx context.Context, item review.ListItem) (catalog.Procedure, int, error) {
	now, err := a.store.Procedure(ctx, item.Code.Key())
	if err != nil || item.Version == 0 || item.Version == now.Number {
		return now.Procedure, now.Number, err
	}
	then, err := a.store.ProcedureVersion(ctx, item.Code.Key(), item.Version)
	return then.Procedure, now.Number, err
}

// reviewOf is the main proposal that covers a procedure in a campaign, nil where there is none.
func (a *App) reviewOf(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) (*review.Proposal, error) {
	all, err := a.store.Proposals(ctx, store.ProposalFilter{Plan: plan, Campaign: campaign, Procedure: key.Key()})
	return first(all), err
}

func first(all []review.Proposal) *review.Proposal {
	if len(all) == 0 {
		return nil
	}
	return &all[0]
}

// contact is who is to fill in a form: the officer assigned, else whoever begins it.
func (a *App) contact(ctx context.Context, item review.ListItem, by Person) (review.Contact, error) {
	if item.Officer != "" && item.Officer != by.Name {
		p, err := a.Person(ctx, item.Officer)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return review.Contact{}, err
		}
		if err == nil {
			by = p
		}
	}
	return review.Contact{Name: by.FullName, Title: by.Title}, nil
}

// shownName is the full name behind a user name; the name itself where there is no such account.
func (a *App) shownName(ctx context.Context, name string) (string, error) {
	p, err := a.Person(ctx, name)
	if errors.Is(err, value.ErrNotFound) {
		return name, nil
	}
	return p.Shown(), err
}

// readForm is a saved form, asked on the papers of its procedure.
func readForm(raw json.RawMessage, p catalog.Procedure) (review.Form, error) {
	var f review.Form
	if err := json.Unmarshal(raw, &f); err != nil {
		return f, fmt.Errorf("form: %w", err)
	}
	return f.On(p), nil
}

// fitForm is a form fit to be kept: its texts cleaned, what is empty left out; or what no form may hold.
func (a *App) fitForm(f review.Form) (review.Form, error) {
	f.StateGoals, f.CitizenGoals = cleanGoals(f.StateGoals), cleanGoals(f.CitizenGoals)
	f.SolutionNote = viet.CleanText(f.SolutionNote)
	answers := map[string]review.Answer{}
	for id, x := range f.Answers {
		if x = cleanAnswer(x); x != (review.Answer{}) {
			answers[id] = x
		}
	}
	f.Answers = answers
	f.Papers = cleanPapers(f.Papers)
	var people []review.Participant
	for _, x := range f.Participants {
		x = review.Participant{
			Who:  viet.Clean(x.Who),
			How:  viet.Clean(x.How),
			Date: x.Date,
			Said: viet.CleanText(x.Said),
		}
		if x != (review.Participant{}) {
			people = append(people, x)
		}
	}
	f.Participants = people
	f.Contact = review.Contact{
		Name:  viet.Clean(f.Contact.Name),
		Title: viet.Clean(f.Contact.Title),
		Phone: viet.Clean(f.Contact.Phone),
		Email: viet.Clean(f.Contact.Email),
	}
	faults := review.FormFaults(f)
	for i, x := range f.Participants {
		if x.Date.After(a.Today()) {
			faults.Add(fmt.Sprintf("participants[%d].date", i), "date.future", viet.ShortDate(a.Today()))
		}
	}
	f.Papers = slices.DeleteFunc(f.Papers, review.PaperReview.IsEmpty)
	return f, faults.Err()
}

func cleanPapers(all []review.PaperReview) []review.PaperReview {
	var out []review.PaperReview
	for _, x := range all {
		x.Paper, x.Reason, x.Measure = viet.Clean(x.Paper), viet.CleanText(x.Reason), viet.CleanText(x.Measure)
		x.Answers = maps.Clone(x.Answers)
		maps.DeleteFunc(x.Answers, func(_ string, a review.AnswerValue) bool { return a == review.NotAnswered })
		out = append(out, x)
	}
	return out
}

func cleanAnswer(x review.Answer) review.Answer {
	x.Reason, x.Measure = viet.CleanText(x.Reason), viet.CleanText(x.Measure)
	return x
}

func cleanGoals(all []review.Goal) []review.Goal {
	var out []review.Goal
	for _, g := range all {
		g = review.Goal{Text: viet.CleanText(g.Text), Changed: cleanAnswer(g.Changed), Reached: cleanAnswer(g.Reached)}
		if g != (review.Goal{}) {
			out = append(out, g)
		}
	}
	return out
}
