package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// TaskKind is what waits for somebody.
type TaskKind string

// The kinds of tasks, each with its one action.
const (
	TaskReview     TaskKind = "review"     // a procedure of the list to review
	TaskDraft      TaskKind = "draft"      // an own proposal to hand in
	TaskReturned   TaskKind = "returned"   // an own proposal that was sent back
	TaskCheck      TaskKind = "check"      // a proposal handed in
	TaskApprove    TaskKind = "approve"    // a proposal checked
	TaskRemark     TaskKind = "remark"     // a question about a proposal, to answer or to settle
	TaskAnswer     TaskKind = "answer"     // a proposal sent upward whose answer is to be noted
	TaskStart      TaskKind = "start"      // a campaign without a list
	TaskAssign     TaskKind = "assign"     // procedures of a list that nobody reviews
	TaskDuty       TaskKind = "duty"       // a dated duty of the plan
	TaskMonth      TaskKind = "month"      // a monthly report to be written
	TaskOutdated   TaskKind = "outdated"   // a plan of which something no longer holds
	TaskHeld       TaskKind = "held"       // rows of an import that wait for a decision
	TaskUnsorted   TaskKind = "unsorted"   // procedures that nobody has sorted
	TaskPost       TaskKind = "post"       // a decision whose procedures are to be posted
	TaskApply      TaskKind = "apply"      // a decision that the catalogue does not know yet
	TaskQueries    TaskKind = "queries"    // queries that led nowhere
	TaskIncomplete TaskKind = "incomplete" // procedures that lack a part which the law requires
)

// Working days before its last day from which on a thing is somebody's task.
const (
	dutyWithin    = 10 // a duty of the plan
	postsWithin   = 5  // the posting of a decision
	reviewsWithin = 5  // a review
)

// Task is one thing that waits for a person.
type Task struct {
	Kind     TaskKind
	Plan     review.PlanID
	Campaign review.CampaignID
	Code     catalog.Code // of the procedure, or of a proposal's first
	Name     string       // of the procedure; title of a group; of the duty
	Proposal review.ProposalID
	Author   string // full name of who wrote it
	Note     string // why it was returned, to whom it was sent
	Count    int    // of what is counted
	Due      value.Date
	Left     int  // working days up to Due, where there is one
	Late     bool // Due has passed
	Soon     bool // Due comes within days
	DutyID   string
	Month    value.Month // of a monthly report
	Decision review.AnnouncementID
}

// Progress is how far the people of a unit are with what was assigned to them.
type Progress struct {
	Unit                     string // empty: assigned to nobody
	Assigned, Reviewed, Late int
	Own                      bool // the unit of who asks
}

// Work is what waits for a person, what is late first, and how their unit stands.
type Work struct {
	Plan     review.Plan
	Tasks    []Task
	Progress []Progress
}

// Work is what waits for a person today under a plan; "" is the plan that is followed. Without any plan it is what
// waits in the catalogue and its registers.
func (a *App) Work(ctx context.Context, by Person, plan string) (Work, error) {
	s, err := a.planToday(ctx, plan)
	if errors.Is(err, ErrNoPlan) {
		s, err = a.dayWithoutPlan(ctx)
	}
	if err != nil {
		return Work{}, err
	}
	people, err := a.people(ctx)
	if err != nil {
		return Work{}, err
	}
	w := Work{Plan: s.in.Plan}
	for _, b := range s.boards {
		w.Tasks = append(w.Tasks, a.campaignTasks(s, b, by)...)
	}
	w.Tasks = append(w.Tasks, a.proposalTasks(s, by, people)...)
	w.Tasks = append(w.Tasks, dutyTasks(s, by)...)
	type tasks func(context.Context, *planDay, Person) ([]Task, error)
	for _, more := range []tasks{a.remarkTasks, a.outdatedTasks, a.catalogueTasks, a.announcementTasks} {
		found, err := more(ctx, s, by)
		if err != nil {
			return Work{}, err
		}
		w.Tasks = append(w.Tasks, found...)
	}
	slices.SortStableFunc(w.Tasks, byUrgency)
	w.Progress = progress(s.boards, by)
	return w, nil
}

// byUrgency puts what is late first, then what is due soon, then the rest; each by its day.
func byUrgency(x, y Task) int {
	rank := func(t Task) int {
		switch {
		case t.Late:
			return 0
		case t.Soon:
			return 1
		}
		return 2
	}
	day := func(t Task) value.Date {
		if t.Due.IsZero() {
			return value.Date{Year: 9999, Month: 12, Day: 31}
		}
		return t.Due
	}
	return cmp.Or(cmp.Compare(rank(x), rank(y)), day(x).Compare(day(y)))
}

// campaignTasks are the reviews assigned to somebody that are not begun as a proposal, and what the office has to do
// for a campaign to move.
func (a *App) campaignTasks(s *planDay, b Board, by Person) []Task {
	task := Task{Plan: b.Plan.ID, Campaign: b.Campaign.ID}
	var out []Task
	if b.Started.IsZero() {
		if by.May(account.AssignReview) {
			task.Kind, task.Name = TaskStart, b.Campaign.Name
			out = append(out, withDue(s, task, b.LastDay, dutyWithin))
		}
		return out
	}
	nobody := 0
	for _, l := range b.Lines {
		item := l.Of.Item
		switch {
		case item.Officer == "" && !review.IsReviewed(l.Of.State):
			nobody++
		case item.Officer == by.Name && by.May(account.EditReview) && l.Of.Review == nil:
			t := task
			t.Kind, t.Code, t.Name = TaskReview, item.Code, item.Name
			out = append(out, withDue(s, t, item.Due, reviewsWithin))
		}
	}
	if nobody > 0 && by.May(account.AssignReview) {
		task.Kind, task.Name, task.Count = TaskAssign, b.Campaign.Name, nobody
		out = append(out, task)
	}
	return out
}

// withDue says how a task stands to its day. A day that was past before the program came into use is none.
func withDue(s *planDay, t Task, due value.Date, within int) Task {
	if due.IsZero() || due.Before(s.began) {
		return t
	}
	t.Due = due
	t.Late = s.in.AsOf.After(due)
	t.Left = s.in.Calendar.WorkingDaysBetween(s.in.AsOf, due)
	t.Soon = !t.Late && t.Left <= within
	return t
}

// proposalTasks are the proposals on which it is this person's turn: their own to hand in or to put right, those of
// others to check, to decide or to note an answer to. Four eyes decide as they do when the step is taken.
func (a *App) proposalTasks(s *planDay, by Person, people map[string]Person) []Task {
	var out []Task
	for _, p := range s.in.Proposals {
		item := firstItem(s, p)
		kind := turn(p, by, item)
		if kind == "" {
			continue
		}
		t := Task{
			Kind:     kind,
			Code:     item.Code,
			Plan:     p.Plan,
			Campaign: p.Campaign,
			Proposal: p.ID,
			Name:     p.Title,
			Note:     p.Note,
		}
		if who, there := people[p.Author]; there {
			t.Author = who.Shown()
		}
		if t.Name == "" {
			t.Name = item.Name
		}
		if kind == TaskDraft || kind == TaskReturned {
			t = withDue(s, t, item.Due, reviewsWithin)
		}
		out = append(out, t)
	}
	return out
}

// firstItem is the line of the list for the first procedure that a proposal covers.
func firstItem(s *planDay, p review.Proposal) review.ListItem {
	for _, item := range s.in.Lists[p.Campaign] {
		if len(p.Members) > 0 && item.Code.Key() == p.Members[0].Procedure.Key() {
			return item
		}
	}
	return review.ListItem{}
}

// turn is what a person has to do to a proposal next, "" where it is somebody else's turn. An imported proposal has no
// author: it is the turn of whoever reviews its procedure.
func turn(p review.Proposal, by Person, item review.ListItem) TaskKind {
	own := p.Author == by.Name || p.Author == "" && item.Officer == by.Name
	allowed := review.Allowed(p, by.Name, account.Can(by.Roles))
	can := func(x review.Action) bool { return !by.Disabled && slices.Contains(allowed, x) }
	switch {
	case p.State == review.Draft && own && can(review.ActionSubmit):
		return TaskDraft
	case p.State == review.Returned && own && can(review.ActionReopen):
		return TaskReturned
	case p.State == review.Submitted && can(review.ActionCheck):
		return TaskCheck
	case isDeciders(p, item.Kind, by):
		return TaskApprove
	case p.State == review.Forwarded && can(review.ActionAccept) && by.May(account.CheckProposal):
		return TaskAnswer
	}
	return ""
}

// dutyTasks are the dated duties of the plan that are late or near, for whoever keeps the plan. Of a monthly duty the
// oldest open month stands for all of them.
func dutyTasks(s *planDay, by Person) []Task {
	if !by.May(account.EditPlan) {
		return nil
	}
	var out []Task
	months := map[string]int{}
	for _, d := range s.dues {
		if !d.IsAhead() || d.LastDay.IsZero() {
			continue
		}
		t := withDue(s, Task{
			Kind:   TaskDuty,
			Plan:   s.in.Plan.ID,
			Name:   d.Title,
			DutyID: d.ID,
			Count:  1,
		}, d.LastDay, dutyWithin)
		if !t.Late && !t.Soon {
			continue
		}
		if d.Kind == review.MonthDue {
			if i, there := months[d.Title]; there {
				out[i].Count++
				continue
			}
			months[d.Title] = len(out)
			t.Kind, t.Month = TaskMonth, d.Month()
		}
		out = append(out, t)
	}
	return out
}

// catalogueTasks are what waits in the catalogue, for whoever keeps it.
func (a *App) catalogueTasks(ctx context.Context, _ *planDay, by Person) ([]Task, error) {
	var out []Task
	if by.May(account.ImportCatalogue) {
		n, err := a.store.CountHeld(ctx)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, Task{Kind: TaskHeld, Count: n})
		}
	}
	if by.May(account.SortProcedure) {
		n, err := a.store.CountProcedures(ctx, store.Filter{Ours: store.Unsorted})
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, Task{Kind: TaskUnsorted, Count: n})
		}
	}
	incomplete, err := a.IncompleteTask(ctx, by)
	if err != nil {
		return nil, err
	}
	out = append(out, incomplete...)
	if by.May(account.EditVocabulary) {
		n, err := a.store.CountUnanswered(ctx, a.Today().Add(-newWithin))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, Task{Kind: TaskQueries, Count: n})
		}
	}
	return out, nil
}

// announcementTasks are the decisions of the register whose procedures are still to be posted, for whoever posts, and
// those that the catalogue does not know yet, for whoever keeps it.
func (a *App) announcementTasks(ctx context.Context, s *planDay, by Person) ([]Task, error) {
	if !by.May(account.PostProcedure) && !by.May(account.EditProcedure) {
		return nil, nil
	}
	open, err := a.store.Announcements(ctx, store.AnnouncementFilter{Open: true})
	if err != nil {
		return nil, err
	}
	var out []Task
	for _, x := range value.Values(open) {
		t := Task{Name: x.Title, Note: x.Number, Decision: x.ID}
		if x.IsOwed() && by.May(account.PostProcedure) {
			t.Kind = TaskPost
			if x.Before {
				x.Due = value.Date{}
			}
			out = append(out, withDue(s, t, x.Due, postsWithin))
		}
		if !x.IsConfirmed() && by.May(account.EditProcedure) {
			t.Kind = TaskApply
			out = append(out, t)
		}
	}
	return out, nil
}

// progress counts by unit what is assigned, handed in and late in all campaigns.
func progress(boards []Board, by Person) []Progress {
	at := map[string]*Progress{}
	var out []*Progress
	for _, b := range boards {
		for _, l := range b.Lines {
			unit := l.Officer.Unit
			p := at[unit]
			if p == nil {
				p = &Progress{Unit: unit, Own: unit != "" && unit == by.Unit}
				at[unit] = p
				out = append(out, p)
			}
			p.Assigned++
			if review.IsReviewed(l.Of.State) {
				p.Reviewed++
			}
			if l.Late {
				p.Late++
			}
		}
	}
	viet.SortBy(out, func(p *Progress) string { return p.Unit })
	slices.SortStableFunc(out, func(x, y *Progress) int { return cmp.Compare(last(x), last(y)) })
	list := make([]Progress, len(out))
	for i, p := range out {
		list[i] = *p
	}
	return list
}

// last puts one's own unit first and what nobody has at the end.
func last(p *Progress) int {
	switch {
	case p.Own:
		return 0
	case p.Unit == "":
		return 2
	}
	return 1
}
