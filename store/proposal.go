package store

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// ProposalFilter narrows a listing of proposals; a zero field does not, except that alternatives are left
// out unless asked for.
type ProposalFilter struct {
	Plan                review.PlanID
	Campaign            review.CampaignID
	Procedure           catalog.Code // key of a procedure that the proposal covers
	States              []review.State
	Author              string
	IncludeAlternatives bool
}

func (f ProposalFilter) where(agency string) *where {
	w := new(where)
	w.add("p.agency = ?", agency)
	if f.Plan != "" {
		w.add("p.plan = ?", f.Plan)
	}
	if f.Campaign != "" {
		w.add("p.campaign = ?", f.Campaign)
	}
	if f.Procedure != "" {
		w.add(`EXISTS (
	SELECT 1
	FROM proposal_member m
	WHERE m.agency = p.agency AND m.proposal = p.id AND m.procedure = ?
)`, f.Procedure)
	}
	if len(f.States) > 0 {
		in(w, "p.state", f.States)
	}
	if f.Author != "" {
		w.add("p.author = ?", f.Author)
	}
	if !f.IncludeAlternatives {
		w.add("NOT p.alternative")
	}
	return w
}

// proposalForm is how versions of proposals are written.
var proposalForm = snapshot[review.Proposal]{kind: "proposal"}

const proposalColumns = `
SELECT
	p.id,
	p.version,
	p.body
FROM proposal p
`

func scanProposal(row scanner) (review.Proposal, error) {
	var (
		id      review.ProposalID
		version int
		body    []byte
	)
	if err := row.Scan(&id, &version, &body); err != nil {
		return review.Proposal{}, err
	}
	p, err := proposalForm.open(body)
	p.ID, p.Version = id, version
	return p, err
}

func proposalName(id review.ProposalID) string { return "proposal " + proposalItem(id) }

func proposalItem(id review.ProposalID) string { return strconv.FormatInt(int64(id), 10) }

// Proposal is the current version of a proposal; value.ErrNotFound where there is none.
func (r reader) Proposal(ctx context.Context, id review.ProposalID) (review.Proposal, error) {
	p, err := one(ctx, r, scanProposal, proposalColumns+"WHERE p.agency = ? AND p.id = ?", r.agency, id)
	if err != nil {
		return p, fmt.Errorf("%s: %w", proposalName(id), err)
	}
	return p, nil
}

// ProposalVersion is version n of a proposal, also of one that an import has replaced since.
func (r reader) ProposalVersion(ctx context.Context, id review.ProposalID, n int) (review.Proposal, error) {
	v, err := proposalForm.version(ctx, r, proposalItem(id), n)
	p := v.Value
	p.ID, p.Version = id, n
	return p, err
}

// Proposals lists current versions by id.
func (r reader) Proposals(ctx context.Context, f ProposalFilter) ([]review.Proposal, error) {
	w := f.where(r.agency)
	return list(ctx, r, scanProposal, proposalColumns+"WHERE "+w.String()+" ORDER BY p.id", w.args...)
}

// InsertProposal saves a new proposal as version 1 and gives it its number. A procedure has one main
// proposal in a campaign: the problem "proposal.exists" refuses a second.
func (tx *Tx) InsertProposal(ctx context.Context, p review.Proposal) (review.ProposalID, error) {
	n, err := tx.next(ctx, "proposal")
	if err != nil {
		return 0, err
	}
	p.ID = review.ProposalID(n)
	_, err = tx.putProposal(ctx, p, 0)
	return p.ID, err
}

// SaveProposal saves p as the next version after base; *value.Conflict where another version stands,
// the problem "proposal.exists" where it would be a procedure's second main proposal.
func (tx *Tx) SaveProposal(ctx context.Context, p review.Proposal, base int) (int, error) {
	if _, err := tx.Proposal(ctx, p.ID); err != nil {
		return 0, err
	}
	return tx.putProposal(ctx, p, base)
}

func (tx *Tx) putProposal(ctx context.Context, p review.Proposal, base int) (int, error) {
	p.Version = base + 1
	return proposalForm.saveNext(ctx, tx, proposalItem(p.ID), p, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO proposal (
	agency,
	id,
	plan,
	campaign,
	version,
	alternative,
	state,
	author,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, id) DO UPDATE SET
	plan = excluded.plan,
	campaign = excluded.campaign,
	version = excluded.version,
	alternative = excluded.alternative,
	state = excluded.state,
	author = excluded.author,
	body = excluded.body`,
			tx.agency, p.ID, p.Plan, p.Campaign, number, p.Alternative, p.State, p.Author, text)
		if err != nil {
			return err
		}
		if err := tx.noteDecision(ctx, p.Decision); err != nil {
			return err
		}
		return tx.putMembers(ctx, p)
	})
}

// putMembers writes which procedures a proposal covers, in the place of what stood there.
func (tx *Tx) putMembers(ctx context.Context, p review.Proposal) error {
	if _, err := tx.exec(ctx, `
DELETE FROM proposal_member
WHERE agency = ? AND proposal = ?`, tx.agency, p.ID); err != nil {
		return err
	}
	for i, m := range p.Members {
		_, err := tx.exec(ctx, `
INSERT INTO proposal_member (
	agency,
	proposal,
	position,
	plan,
	campaign,
	procedure,
	alternative
) VALUES (?, ?, ?, ?, ?, ?, ?)`, tx.agency, p.ID, i+1, p.Plan, p.Campaign, m.Procedure.Key(), p.Alternative)
		if isUnique(err) {
			return value.Problems{{Field: "procedure", Code: "proposal.exists", Args: []any{m.Procedure}}}
		}
		if err != nil {
			return fmt.Errorf("procedure %s: %w", m.Procedure, err)
		}
	}
	return nil
}

// ProposalStep is one step on a proposal's path: who took it from which state to which, and what was said.
type ProposalStep struct {
	Proposal review.ProposalID
	At       time.Time // zero when added: the instant of the transaction
	Actor    string    // empty when added: who writes
	Action   string
	From, To review.State
	Note     string
}

// Steps lists the steps of a proposal, oldest first.
func (r reader) Steps(ctx context.Context, id review.ProposalID) ([]ProposalStep, error) {
	return list(ctx, r, scanStep, `
SELECT
	proposal,
	at,
	actor,
	action,
	from_state,
	to_state,
	note
FROM proposal_step
WHERE agency = ? AND proposal = ?
ORDER BY number`, r.agency, id)
}

func scanStep(row scanner) (s ProposalStep, err error) {
	err = row.Scan(&s.Proposal, (*stamp)(&s.At), &s.Actor, &s.Action, &s.From, &s.To, &s.Note)
	return s, err
}

// AddStep adds a step at the end of a proposal's path.
func (tx *Tx) AddStep(ctx context.Context, s ProposalStep) error {
	if s.At.IsZero() {
		s.At = tx.now
	}
	if s.Actor == "" {
		s.Actor = tx.actor
	}
	if _, err := tx.Proposal(ctx, s.Proposal); err != nil {
		return err
	}
	_, err := tx.exec(ctx, `
INSERT INTO proposal_step (
	agency,
	proposal,
	number,
	at,
	actor,
	action,
	from_state,
	to_state,
	note
)
SELECT
	?,
	?,
	COALESCE(MAX(number), 0) + 1,
	?,
	?,
	?,
	?,
	?,
	?
FROM proposal_step
WHERE agency = ? AND proposal = ?`,
		tx.agency, s.Proposal, stamp(s.At), s.Actor, s.Action, s.From, s.To, s.Note, tx.agency, s.Proposal)
	if err != nil {
		return fmt.Errorf("%s: %w", proposalName(s.Proposal), err)
	}
	return tx.note(ctx, "proposal.step", proposalName(s.Proposal),
		map[string]any{"action": s.Action, "from": s.From, "to": s.To, "actor": s.Actor, "note": s.Note})
}
