package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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

// Board is one campaign as it stands on a day: its list with who reviews what until when, what the reviews conclude
// and what they save. Every figure in it is review's.
type Board struct {
	Plan     review.Plan
	Campaign review.CampaignPlan
	Started  time.Time         // zero: the list is not frozen yet
	Version  int               // of the list, for editing the review plan
	Items    []review.ListItem // as frozen, and all that entered since
	Rules    review.Rules      // those it started under
	AsOf     value.Date
	LastDay  value.Date // last working day of the campaign

	Lines     []BoardLine
	Reviewed  review.SummaryRow // in total
	Proposals int               // handed in or decided, that change something
	Decided   review.CostTable  // what has been decided
	Proposed  review.CostTable  // with what is on its way; the lines add up to its total
	Targets   []review.TargetResult
	OnTheWay  []review.TargetResult // the same with what is on its way
	Course    []review.CoursePoint  // since the day of the plan
	Notices   value.Problems        // what the review plan leaves open, by "procedures[i].field"
}

// BoardLine is one procedure of a campaign's list. Counts says that its review is decided or on its way: only then
// does what it costs afterwards differ.
type BoardLine struct {
	review.CostLine
	Officer Person // of the list; the name alone where the account is gone
	Late    bool   // due and not handed in
}

// Boards are the campaigns of a plan as they stand today; "" is the plan that is followed.
func (a *App) Boards(ctx context.Context, plan string) ([]Board, error) {
	s, err := a.planToday(ctx, plan)
	if err != nil {
		return nil, err
	}
	return s.boards, nil
}

// CampaignBoard is one campaign of a plan as it stands today; value.ErrNotFound where the plan has none of that name.
func (a *App) CampaignBoard(ctx context.Context, plan string, id review.CampaignID) (Board, error) {
	boards, err := a.Boards(ctx, plan)
	if err != nil {
		return Board{}, err
	}
	for _, b := range boards {
		if b.Campaign.ID == id {
			return b, nil
		}
	}
	return Board{}, value.ErrNotFound
}

// board works one campaign out from where its plan stands.
func (a *App) board(ctx context.Context, s *planDay, c review.CampaignPlan, people map[string]Person) (Board, error) {
	b := Board{Plan: s.in.Plan, Campaign: c, AsOf: s.in.AsOf, Rules: s.in.Rules[c.ID]}
	head, err := a.store.Campaign(ctx, s.in.Plan.ID, c.ID)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return b, err
	}
	b.Started, b.Version = head.Started, head.Version
	if !c.Due.IsZero() {
		b.LastDay = s.in.Calendar.LastDay(c.Due, c.Inclusive || s.in.Rules[c.ID].DayItselfOnTime)
	}
	r, err := reviewedCampaign(s.in, s.targets, c)
	if err != nil {
		return b, err
	}
	wide := r.Wide
	b.Reviewed, b.Proposals = r.Summary.Total, review.CountProposals(r.Standings)
	b.Decided, b.Proposed, b.Targets, b.OnTheWay = r.Costs, wide, r.Targets, r.Proposed
	b.Items = s.in.Lists[c.ID]
	if len(b.Items) > 0 {
		from := cmp.Or(s.in.Plan.Date, value.On(b.Started))
		b.Course = review.Course(b.Items, campaignProposals(s.in, c.ID), from, s.in.AsOf)
	}
	b.Notices = review.ListNotices(review.ListOn(b.Items, s.in.AsOf))
	for _, l := range wide.Lines {
		item := l.Of.Item
		line := BoardLine{CostLine: l, Officer: people[item.Officer]}
		line.Officer.Name = item.Officer
		line.Late = !item.Due.IsZero() && !item.Due.Before(s.began) && s.in.AsOf.After(item.Due) &&
			!review.IsReviewed(l.Of.State)
		b.Lines = append(b.Lines, line)
	}
	return b, nil
}

// PlanLine is the line of the review plan for one procedure of a frozen list.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
type PlanLine struct {
	Code    catalog.Code
	Why     string
	Officer string // user name
	Due     value.Date
	Product string
}

// SaveReviewPlan writes lines of the review plan and returns the version of the list that stands then. What was
// frozen stays: no procedure enters or leaves, no name and no version changes. A line that says what stands there
// already is passed over; *value.Conflict where the list has moved on from base.
func (a *App) SaveReviewPlan(
	ctx context.Context, by Person, plan string, id review.CampaignID, base int, lines []PlanLine,
) (int, error) {
	if err := by.must(account.AssignReview); err != nil {
		return 0, err
	}
	version := base
	err := a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, _, err := tx.Plan(ctx, plan)
		if err != nil {
			return err
		}
		head, err := tx.Campaign(ctx, p.ID, id)
		if err != nil {
			return err
		}
		if head.Version != base {
			return &value.Conflict{
				What:   "campaign " + string(p.ID) + "/" + string(id),
				Base:   base,
				Newest: head.Version,
			}
		}
		items, err := tx.CampaignList(ctx, p.ID, id)
		if err != nil {
			return err
		}
		changed, err := a.applyPlanLines(ctx, p, id, items, lines)
		if err != nil {
			return err
		}
		for _, item := range changed {
			if err := tx.SaveListItem(ctx, p.ID, id, item); err != nil {
				return err
			}
			version++
		}
		return nil
	})
	return version, err
}

// applyPlanLines puts lines into the items of a list and gives those that change, or everything wrong with the lines.
func (a *App) applyPlanLines(
	ctx context.Context, p review.Plan, id review.CampaignID, items []review.ListItem, lines []PlanLine,
) ([]review.ListItem, error) {
	people, err := a.people(ctx)
	if err != nil {
		return nil, err
	}
	at := make(map[catalog.Code]review.ListItem, len(items))
	for _, i := range items {
		at[i.Code.Key()] = i
	}
	campaign := p.Campaigns[slices.IndexFunc(p.Campaigns, func(c review.CampaignPlan) bool { return c.ID == id })]
	var problems value.Problems
	var out []review.ListItem
	for n, l := range lines {
		place := fmt.Sprintf("procedures[%d]", n)
		old, listed := at[l.Code.Key()]
		if !listed {
			problems.Add(place+".code", "procedure.not_listed", string(l.Code))
			continue
		}
		item := old
		item.Why, item.Product, item.Officer, item.Due = strings.TrimSpace(l.Why), strings.TrimSpace(l.Product),
			l.Officer, l.Due
		if who := people[l.Officer]; item.Officer != old.Officer && item.Officer != "" && !who.May(account.EditReview) {
			problems.Add(place+".officer", "officer.unknown", l.Officer)
		}
		if item.Due != old.Due && !campaign.Due.IsZero() && item.Due.After(campaign.Due) {
			problems.Add(place+".due", "due.after_campaign", viet.ShortDate(campaign.Due))
		}
		if !isSameLine(item, old) {
			out = append(out, item)
		}
	}
	return out, problems.Err()
}

// isSameLine reports whether the review plan says the same of a procedure twice.
func isSameLine(a, b review.ListItem) bool {
	return a.Why == b.Why && a.Product == b.Product && a.Officer == b.Officer && a.Due == b.Due
}

// Reviewers are the people who may review, in the order of their names.
func (a *App) Reviewers(ctx context.Context) ([]Person, error) {
	all, err := a.People(ctx)
	if err != nil {
		return nil, err
	}
	out := slices.DeleteFunc(all, func(p Person) bool { return !p.May(account.EditReview) })
	viet.SortBy(out, Person.Shown)
	return out, nil
}

// rulesOf are the rules that a campaign runs under: those that it started with, else the plan's.
func (a *App) rulesOf(ctx context.Context, p review.Plan, id review.CampaignID) (review.Rules, error) {
	head, err := a.store.Campaign(ctx, p.ID, id)
	if errors.Is(err, value.ErrNotFound) {
		return p.Rules, nil
	}
	return head.Rules, err
}

// campaign reads one campaign: its head, the list as frozen with all that entered since, and main proposals. One that
// has not been started has the plan's rules and an empty list.
func (a *App) campaign(
	ctx context.Context, p review.Plan, id review.CampaignID,
) (store.CampaignHead, []review.ListItem, []review.Proposal, error) {
	head, err := a.store.Campaign(ctx, p.ID, id)
	if errors.Is(err, value.ErrNotFound) {
		return store.CampaignHead{Rules: p.Rules}, nil, nil, nil
	}
	if err != nil {
		return head, nil, nil, err
	}
	list, err := a.store.CampaignList(ctx, p.ID, id)
	if err != nil {
		return head, nil, nil, err
	}
	proposals, err := a.store.Proposals(ctx, store.ProposalFilter{Plan: p.ID, Campaign: id})
	return head, list, proposals, err
}
