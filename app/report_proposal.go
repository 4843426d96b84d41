package app

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/value"
)

// proposalsReport, submission and decision are the documents about the proposals of a campaign.
func (a *App) proposalsReport(ctx context.Context, o ReportOptions) (report.Document, error) {
	in, err := a.gatherProposals(ctx, o, "BC", review.Proposed.Has)
	return in.List(), err
}

// submission asks for a decision on what was checked and waits for it.
func (a *App) submission(ctx context.Context, o ReportOptions) (report.Document, error) {
	in, err := a.submitted(ctx, o)
	if err != nil {
		return report.Document{}, err
	}
	return in.Submission(), nil
}

// submitted is what a submission asks to be decided.
func (a *App) submitted(ctx context.Context, o ReportOptions) (report.Proposed, error) {
	in, err := a.gatherProposals(ctx, o, submissionSymbol, func(s review.State) bool { return s == review.Checked })
	if err != nil {
		return in, err
	}
	return in, somethingToDecide(in)
}

// AwaitDecision lists the campaigns of a plan in which a proposal was checked and waits for its decision.
func (a *App) AwaitDecision(ctx context.Context, plan string) (out []review.CampaignID, _ error) {
	in, err := a.targetInput(ctx, plan, value.Date{})
	if err != nil {
		return nil, err
	}
	awaits := func(s review.Standing) bool {
		return s.State == review.Checked && s.Review.Conclusion != review.Keep
	}
	for _, c := range in.Plan.Campaigns {
		all, err := standingsOf(in, c.ID)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, awaits) {
			out = append(out, c.ID)
		}
	}
	return out, nil
}

// somethingToDecide refuses a paper that would ask for a decision, or be one, on nothing.
//
//	report.nothing_to_decide
func somethingToDecide(in report.Proposed) error {
	if len(in.Standings) > 0 {
		return nil
	}
	return value.Problems{{Field: "--campaign", Code: "report.nothing_to_decide", Args: []any{in.Campaign.Name}}}
}

// decision is the draft on what was checked and waits for it; with the number of a decision that was taken, on what was
// decided by it.
func (a *App) decision(ctx context.Context, o ReportOptions) (report.Document, error) {
	in, err := a.gatherProposals(ctx, o, decisionSymbol, func(s review.State) bool { return s == review.Checked })
	if err != nil {
		return report.Document{}, err
	}
	taken, on, err := a.decidedBy(ctx, in, o)
	if err != nil {
		return report.Document{}, err
	}
	if len(taken) > 0 {
		in.Standings, in.Date = taken, on
		if in.Costs, err = review.CostLines(taken, review.Granted); err != nil {
			return report.Document{}, err
		}
		if in.Bases, err = a.basesOf(ctx, taken); err != nil {
			return report.Document{}, err
		}
	}
	if err := somethingToDecide(in); err != nil {
		return report.Document{}, err
	}
	in.Number = requestDigits(o.Number)
	in.Grounds, _ = review.GroundsOn(in.Plan.Grounds, in.Campaign.ID, in.Date)
	if in.Submitted, err = a.submittedBefore(ctx, in); err != nil {
		return report.Document{}, err
	}
	return in.Decision(), nil
}

// decidedBy is what the decision of a number decided, as it was decided, and its day: none where no decision has that
// number. What became of it afterwards is nothing that the decision says.
func (a *App) decidedBy(
	ctx context.Context, in report.Proposed, o ReportOptions,
) (taken []review.Standing, on value.Date, err error) {
	if o.Number == "" {
		return nil, on, nil
	}
	all, err := a.store.Proposals(ctx, store.ProposalFilter{Plan: in.Plan.ID, Campaign: in.Campaign.ID})
	if err != nil {
		return nil, on, err
	}
	var approved []review.Proposal
	for _, p := range all {
		was, err := a.asApproved(ctx, p, o.Number)
		if errors.Is(err, value.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, on, err
		}
		on = was.Decision.Date
		was.State, was.Decided, was.Past = review.Approved, on, nil
		approved = append(approved, was)
	}
	list, err := a.store.CampaignList(ctx, in.Plan.ID, in.Campaign.ID)
	if err != nil {
		return nil, on, err
	}
	standings, err := review.Standings(list, approved, on)
	return slices.DeleteFunc(standings, func(s review.Standing) bool {
		return s.Review == nil || s.Review.Conclusion == review.Keep
	}), on, err
}

// asApproved is a proposal as the decision of a number approved it; value.ErrNotFound where it did not.
func (a *App) asApproved(ctx context.Context, p review.Proposal, number string) (review.Proposal, error) {
	if review.SameNumber(p.Decision.Number, number) {
		return p, nil // nothing of it changes before it is opened again
	}
	if !slices.ContainsFunc(p.Past, func(r review.Reached) bool { return r.State == review.Approved }) {
		return p, value.ErrNotFound
	}
	for version := p.Version - 1; version > 0; version-- {
		was, err := a.store.ProposalVersion(ctx, p.ID, version)
		if err != nil || review.SameNumber(was.Decision.Number, number) {
			return was, err
		}
	}
	return p, value.ErrNotFound
}

// What the symbols of submissions and decisions begin with.
const (
	submissionSymbol = "TTr"
	decisionSymbol   = "QĐ"
)

// gatherProposals is what is known of the proposals of a campaign that change something, of those states alone; nil:
// all.
func (a *App) gatherProposals(
	ctx context.Context, o ReportOptions, symbol string, wanted func(review.State) bool,
) (in report.Proposed, err error) {
	targets, campaign, err := a.campaignAsked(ctx, o)
	if err != nil {
		return in, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return in, err
	}
	commune = commune.under(targets.Plan)
	campaign = commune.withAddressee(targets.Plan, campaign)
	targets.Plan.Issuer = commune.issuerOf(targets.Plan)
	in = report.Proposed{
		Letterhead: commune.letterhead(symbol),
		Number:     o.Number,
		Date:       targets.AsOf,
		Superior:   commune.Superior,
		Plan:       targets.Plan,
		Campaign:   campaign,
		Names:      a.names(),
	}
	all, err := standingsOf(targets, campaign.ID)
	if err != nil {
		return in, err
	}
	for _, s := range all {
		if s.Review != nil && s.Review.Conclusion != review.Keep && (wanted == nil || wanted(s.State)) {
			in.Standings = append(in.Standings, s)
		}
	}
	if in.Bases, err = a.basesOf(ctx, in.Standings); err != nil {
		return in, err
	}
	if in.Costs, err = review.CostLines(in.Standings, review.Proposed); err != nil {
		return in, err
	}
	in.Shares = targets.Plan.CostShares(campaign.ID, targets.Rules[campaign.ID])
	in.Decided, err = review.CostLines(in.Standings, review.Granted)
	return in, err
}

// basesOf are the versions that the reviews of procedures start from, by key.
func (a *App) basesOf(ctx context.Context, all []review.Standing) (map[catalog.Code]catalog.Procedure, error) {
	var members []review.Member
	for _, s := range all {
		if s.Member != nil {
			members = append(members, *s.Member)
		}
	}
	return a.bases(ctx, a.store, review.Proposal{Members: members})
}

// submittedBefore is the newest submission to the chairman on a campaign that went out until the day of a decision and
// names a procedure that it decides; none where no such paper is recorded.
func (a *App) submittedBefore(ctx context.Context, in report.Proposed) (out report.PaperRef, err error) {
	issued, err := a.store.Reports(ctx, in.Plan.ID)
	if err != nil {
		return out, err
	}
	toSuperior := submissionSymbol + strings.TrimPrefix(in.Letterhead.NumberSuffix, decisionSymbol)
	for _, r := range standingOf(issued) {
		if r.Kind != string(report.KindSubmission) || r.Date.After(in.Date) || r.Date.Before(out.Date) {
			continue
		}
		var f issuedFigures
		if err := json.Unmarshal(r.Figures, &f); err != nil {
			return out, err
		}
		isNamed := func(s review.Standing) bool { return slices.Contains(f.Procedures, s.Item.Code.Key()) }
		if f.Campaign != in.Campaign.ID || !slices.ContainsFunc(in.Standings, isNamed) {
			continue
		}
		number, err := fullNumber(r)
		if err != nil {
			return out, err
		}
		if !strings.HasSuffix(number, "/"+toSuperior) {
			out = report.PaperRef{Number: number, Date: r.Date}
		}
	}
	return out, nil
}

// campaignAsked is the campaign that a report is about; without a name the one on internal procedures, which the
// commune decides itself.
func (a *App) campaignAsked(ctx context.Context, o ReportOptions) (review.TargetInput, review.CampaignPlan, error) {
	in, err := a.targetInput(ctx, o.Plan, o.Date)
	if err != nil {
		return in, review.CampaignPlan{}, err
	}
	asked := o.Campaign
	if asked == "" {
		asked = review.CampaignInternalB
		own := func(c review.CampaignPlan) bool { return c.Takes().IsInternal() }
		if i := slices.IndexFunc(in.Plan.Campaigns, own); i >= 0 {
			asked = in.Plan.Campaigns[i].ID
		}
	}
	for _, c := range in.Plan.Campaigns {
		if c.ID == asked {
			return in, c, nil
		}
	}
	return in, review.CampaignPlan{}, value.Problems{{
		Field: "--campaign",
		Code:  "campaign.unknown",
		Args:  []any{asked, in.Plan.Number},
	}}
}

func standingsOf(in review.TargetInput, c review.CampaignID) ([]review.Standing, error) {
	var own []review.Proposal
	for _, p := range in.Proposals {
		if p.Campaign == c {
			own = append(own, p)
		}
	}
	return review.Standings(in.Lists[c], own, in.AsOf)
}

// listedFor are the procedures that forms are asked for: one, or the whole list of a campaign, of all where none is
// named.
func (a *App) listedFor(
	ctx context.Context, o ReportOptions,
) (in review.TargetInput, all []review.Standing, campaigns []review.CampaignID, err error) {
	if in, err = a.targetInput(ctx, o.Plan, o.Date); err != nil {
		return in, nil, nil, err
	}
	if o.Campaign != "" && !hasCampaign(in.Plan, o.Campaign) {
		return in, nil, nil, value.Problems{{
			Field: "--campaign",
			Code:  "campaign.unknown",
			Args:  []any{o.Campaign, in.Plan.Number},
		}}
	}
	for _, c := range in.Plan.Campaigns {
		if o.Campaign != "" && c.ID != o.Campaign {
			continue
		}
		standings, err := standingsOf(in, c.ID)
		if err != nil {
			return in, nil, nil, err
		}
		for _, s := range standings {
			if o.Procedure == "" || s.Item.Code.Key() == o.Procedure.Key() {
				all, campaigns = append(all, s), append(campaigns, c.ID)
			}
		}
	}
	if o.Procedure != "" && len(all) == 0 {
		return in, nil, nil, value.Problems{{
			Field: "--procedure",
			Code:  "procedure.not_listed",
			Args:  []any{string(o.Procedure)},
		}}
	}
	return in, all, campaigns, nil
}

// forms02 is review forms as a document.
func (a *App) forms02(ctx context.Context, o ReportOptions) (report.Document, error) {
	targets, all, campaigns, err := a.listedFor(ctx, o)
	if err != nil {
		return report.Document{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return report.Document{}, err
	}
	in := report.Forms02{Letterhead: commune.letterhead(""), Number: o.Number, Names: report.FormNames{
		Part:     func(p catalog.Part) string { return a.text.Name("part", string(p)) },
		Solution: func(s review.Solution) string { return a.text.Name("solution", string(s)) },
		Answer: func(v review.AnswerValue) string {
			if v == review.NotAnswered {
				return "–"
			}
			return a.text.Name("answered", string(v))
		}}}
	in.Reference = commune.Form02
	reader := Person{Name: systemActor, Roles: CommandPerson.Roles}
	for i, s := range all {
		f, err := a.ReviewForm(ctx, reader, targets.Plan.ID, campaigns[i], s.Item.Code)
		if err != nil {
			return report.Document{}, err
		}
		one := report.Form02{Procedure: f.Procedure, Form: f.Form, Begun: f.Saved.Number > 0}
		if one.Begun {
			one.Saved = value.On(f.Saved.At)
		} else {
			one.Form = review.Form{} // whoever asks is nobody's contact
		}
		in.Forms = append(in.Forms, one)
	}
	return in.Document(), nil
}

// forms03 is cost tables as a document; those of procedures that have none yet are left out unless asked for by code.
func (a *App) forms03(ctx context.Context, o ReportOptions) (report.Document, error) {
	targets, all, campaigns, err := a.listedFor(ctx, o)
	if err != nil {
		return report.Document{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return report.Document{}, err
	}
	in := report.Forms03{
		Letterhead: commune.letterhead(""),
		Number:     o.Number,
		Date:       targets.AsOf,
		Task:       func(t cost.Task) string { return a.text.Name("task", string(t)) },
		Source:     func(s cost.Source) string { return a.text.Name("source", string(s)) },
	}
	rates, _, err := a.Rates(ctx)
	if err != nil {
		return report.Document{}, err
	}
	for i, s := range all {
		f := report.Form03{Code: s.Item.Code, Name: s.Item.Name, Saved: s}
		f.Shares = targets.Plan.CostShares(campaigns[i], targets.Rules[campaigns[i]])
		if s.Member != nil {
			f.Before, f.After = rowsOf(s.Member.Before), rowsOf(s.Member.After)
			f.Rates = ratesUsed(rates, string(s.Item.Kind), slices.Concat(f.Before, f.After))
			if s.Review.Author != "" {
				if f.Author, err = a.shownName(ctx, s.Review.Author); err != nil {
					return report.Document{}, err
				}
			}
		}
		if len(f.Before)+len(f.After) == 0 && o.Procedure == "" {
			continue
		}
		if f.Priced, err = cost.Price(f.Before, f.After); err != nil {
			return report.Document{}, err
		}
		in.Forms = append(in.Forms, f)
	}
	return in.Document(), nil
}

// ratesUsed are the hourly rates of some rows, each once, with the source that the table of rates gives; a rate that it
// does not have has none.
//
// Circular 02/2017/TT-VPCP, article 27.
func ratesUsed(rates []Rate, kind string, rows []cost.Row) []report.RateUsed {
	var out []report.RateUsed
	for _, r := range rows {
		used := report.RateUsed{Rate: r.HourlyRate}
		if i := slices.IndexFunc(rates, func(x Rate) bool { return x.Kind == kind && x.Rate == r.HourlyRate }); i >= 0 {
			used.Source = rates[i].Source
		}
		if r.HourlyRate > 0 && !slices.Contains(out, used) {
			out = append(out, used)
		}
	}
	return out
}
