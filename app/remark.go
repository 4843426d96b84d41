package app

import (
	"context"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Remark is a remark about a proposal, and what the person who asked for it may do with it.
type Remark struct {
	review.Remark
	Version              int
	MayAnswer, MaySettle bool
}

// mayRemark is the right of whoever writes, checks or decides proposals.
func mayRemark(by Person) error {
	if by.May(account.CheckProposal) || by.May(account.ApproveProposal) {
		return nil
	}
	return by.must(account.EditReview)
}

// Remarks are what was said about a proposal, oldest first.
func (a *App) Remarks(ctx context.Context, by Person, p review.Proposal) ([]Remark, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := a.store.Remarks(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	var out []Remark
	for _, x := range all {
		r := Remark{Remark: x.Value, Version: x.Number}
		if mayRemark(by) == nil {
			_, answer := review.AnswerRemark(r.Remark, by.Name, "x", a.Today())
			_, settle := review.SettleRemark(r.Remark, p.Author, by.Name, a.Today())
			r.MayAnswer, r.MaySettle = answer == nil, settle == nil
		}
		out = append(out, r)
	}
	return out, nil
}

// Ask puts a question about a place of a proposal.
//
//	remark.text_missing remark.no_place
func (a *App) Ask(ctx context.Context, by Person, id review.ProposalID, place, text string) error {
	if err := mayRemark(by); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, err := tx.Proposal(ctx, id)
		if err != nil {
			return err
		}
		return a.ask(ctx, tx, by, p, place, text)
	})
}

func (a *App) ask(ctx context.Context, tx *store.Tx, by Person, p review.Proposal, place, text string) error {
	var problems value.Problems
	if text = strings.TrimSpace(viet.CleanText(text)); text == "" {
		problems.Add("text", "remark.text_missing")
	}
	if !slices.Contains(p.PlacesOf(), place) {
		problems.Add("place", "remark.no_place", place)
	}
	if err := problems.Err(); err != nil {
		return err
	}
	return tx.AddRemark(ctx, review.Remark{
		Proposal: p.ID,
		Place:    place,
		Text:     text,
		Asked:    review.Signed{By: by.Name, On: a.Today()},
	})
}

// AnswerRemark answers a remark; *value.Conflict where another version than base stands.
func (a *App) AnswerRemark(ctx context.Context, by Person, id review.RemarkID, base int, text string) error {
	return a.changeRemark(ctx, by, id, base, func(_ review.Proposal, r review.Remark) (review.Remark, error) {
		return review.AnswerRemark(r, by.Name, viet.CleanText(text), a.Today())
	})
}

// SettleRemark settles a remark; *value.Conflict where another version than base stands.
func (a *App) SettleRemark(ctx context.Context, by Person, id review.RemarkID, base int) error {
	return a.changeRemark(ctx, by, id, base, func(p review.Proposal, r review.Remark) (review.Remark, error) {
		return review.SettleRemark(r, p.Author, by.Name, a.Today())
	})
}

func (a *App) changeRemark(ctx context.Context, by Person, id review.RemarkID, base int,
	change func(review.Proposal, review.Remark) (review.Remark, error)) error {
	if err := mayRemark(by); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		x, err := tx.Remark(ctx, id)
		if err != nil {
			return err
		}
		p, err := tx.Proposal(ctx, x.Value.Proposal)
		if err != nil {
			return err
		}
		next, err := change(p, x.Value)
		if err != nil {
			return err
		}
		return tx.SaveRemark(ctx, next, base)
	})
}

// remarkTasks are the open remarks on which it is this person's turn: the author answers what others asked, who checks
// answers what the author asked, and who asked settles what was answered.
func (a *App) remarkTasks(ctx context.Context, s *planDay, by Person) ([]Task, error) {
	if mayRemark(by) != nil {
		return nil, nil
	}
	open, err := a.store.OpenRemarks(ctx)
	if err != nil {
		return nil, err
	}
	var out []Task
	for _, r := range value.Values(open) {
		i := slices.IndexFunc(s.in.Proposals, func(p review.Proposal) bool { return p.ID == r.Proposal })
		if i < 0 || !isTurn(r, s.in.Proposals[i], by) {
			continue
		}
		p, item := s.in.Proposals[i], firstItem(s, s.in.Proposals[i])
		out = append(out, Task{
			Kind:     TaskRemark,
			Plan:     p.Plan,
			Campaign: p.Campaign,
			Code:     item.Code,
			Name:     item.Name,
			Proposal: p.ID,
			Note:     r.Text,
		})
	}
	return out, nil
}

func isTurn(r review.Remark, p review.Proposal, by Person) bool {
	switch {
	case !r.WaitsForAnswer():
		return r.Asked.By == by.Name
	case r.Asked.By == p.Author:
		return by.Name != p.Author && by.May(account.CheckProposal)
	}
	return by.Name == p.Author
}
