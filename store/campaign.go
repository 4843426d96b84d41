package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// CampaignHead is what is known of a campaign that was started.
type CampaignHead struct {
	Started time.Time
	Rules   review.Rules // the rules it started under
	Frozen  bool         // the list stands: only the plan's line of an item may change
	Version int          // goes up with every change to the list
}

// itemForm is how items of lists are written.
var itemForm = snapshot[review.ListItem]{}

// Campaign says how a campaign was started; value.ErrNotFound where it was not.
func (r reader) Campaign(ctx context.Context, plan review.PlanID, campaign review.CampaignID) (CampaignHead, error) {
	h, err := one(ctx, r, scanCampaign, `
SELECT
	started,
	rules,
	frozen,
	version
FROM campaign
WHERE agency = ? AND plan = ? AND id = ?`, r.agency, plan, campaign)
	if err != nil {
		return h, fmt.Errorf("%s: %w", campaignName(plan, campaign), err)
	}
	return h, nil
}

func scanCampaign(row scanner) (h CampaignHead, err error) {
	err = row.Scan((*stamp)(&h.Started), jsonOf(&h.Rules), &h.Frozen, &h.Version)
	return h, err
}

func campaignName(plan review.PlanID, campaign review.CampaignID) string {
	return "campaign " + string(plan) + "/" + string(campaign)
}

// CampaignList is the list of a campaign in the order in which it was drawn up; empty where it was not started.
func (r reader) CampaignList(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID,
) ([]review.ListItem, error) {
	return list(ctx, r, scanItem, `
SELECT body
FROM campaign_item
WHERE agency = ? AND plan = ? AND campaign = ?
ORDER BY position, procedure`, r.agency, plan, campaign)
}

func scanItem(row scanner) (review.ListItem, error) {
	var body []byte
	if err := row.Scan(&body); err != nil {
		return review.ListItem{}, err
	}
	return itemForm.open(body)
}

// StartCampaign freezes a list under a copy of the rules; the procedures on it must be stored. A campaign
// starts once: the problem "campaign.started" refuses a second time.
func (tx *Tx) StartCampaign(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, rules review.Rules, items []review.ListItem,
) error {
	_, err := tx.Campaign(ctx, plan, campaign)
	if err == nil {
		return value.Problems{{Field: "campaign", Code: "campaign.started", Args: []any{campaign}}}
	}
	if !errors.Is(err, value.ErrNotFound) {
		return err
	}
	if err := tx.putCampaign(ctx, plan, campaign, rules, 1, items); err != nil {
		return fmt.Errorf("%s: %w", campaignName(plan, campaign), err)
	}
	return tx.note(ctx, "campaign.start", campaignName(plan, campaign),
		map[string]any{"from": 0, "to": 1, "rules": rules, "items": items})
}

// putCampaign writes the head and a list for which there is room.
func (tx *Tx) putCampaign(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, rules review.Rules, version int,
	items []review.ListItem,
) error {
	_, err := tx.exec(ctx, `
INSERT INTO campaign (
	agency,
	plan,
	id,
	started,
	rules,
	frozen,
	version
) VALUES (?, ?, ?, ?, ?, TRUE, ?)
ON CONFLICT (agency, plan, id) DO UPDATE SET
	started = excluded.started,
	rules = excluded.rules,
	frozen = excluded.frozen,
	version = excluded.version`, tx.agency, plan, campaign, stamp(tx.now), jsonOf(&rules), version)
	if err != nil {
		return err
	}
	for i, item := range items {
		if err := tx.putItem(ctx, plan, campaign, i+1, item); err != nil {
			return fmt.Errorf("procedure %s: %w", item.Code, err)
		}
	}
	return nil
}

func (tx *Tx) putItem(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, position int, item review.ListItem,
) error {
	text, _, err := itemForm.seal(item)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `
INSERT INTO campaign_item (
	agency,
	plan,
	campaign,
	procedure,
	position,
	body
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, campaign, procedure) DO UPDATE SET
	position = excluded.position,
	body = excluded.body`, tx.agency, plan, campaign, item.Code.Key(), position, text)
	return err
}

// SaveListItem replaces an item of a started campaign's list, or adds it at the end.
func (tx *Tx) SaveListItem(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, item review.ListItem,
) error {
	head, err := tx.Campaign(ctx, plan, campaign)
	if err != nil {
		return err
	}
	what := fmt.Sprintf("%s procedure %s", campaignName(plan, campaign), item.Code.Key())
	position, err := tx.position(ctx, plan, campaign, item.Code.Key())
	if err != nil {
		return err
	}
	if err := tx.putItem(ctx, plan, campaign, position, item); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if _, err := tx.exec(ctx, `
UPDATE campaign
SET version = version + 1
WHERE agency = ? AND plan = ? AND id = ?`, tx.agency, plan, campaign); err != nil {
		return err
	}
	return tx.note(ctx, "campaign.item", campaignName(plan, campaign),
		map[string]any{"from": head.Version, "to": head.Version + 1, "item": item})
}

// position is where a procedure stands on the list, the first free place where it does not yet.
func (tx *Tx) position(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) (int, error) {
	return one(ctx, tx.reader, scanValue[int], `
SELECT COALESCE(
	MAX(CASE WHEN procedure = ? THEN position END),
	MAX(position) + 1,
	1
)
FROM campaign_item
WHERE agency = ? AND plan = ? AND campaign = ?`, key, tx.agency, plan, campaign)
}

// ReplaceCampaign puts list and proposals of an import in the place of those that stand, and takes the
// forms 02 of the campaign away. What is replaced is not lost: versions and steps of the proposals and
// versions of the forms stay readable under their old numbers, and the audit entry holds the old list.
func (tx *Tx) ReplaceCampaign(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, rules review.Rules, items []review.ListItem,
	proposals []review.Proposal,
) error {
	old, err := tx.Campaign(ctx, plan, campaign)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return err
	}
	gone, err := tx.clearCampaign(ctx, plan, campaign)
	if err != nil {
		return err
	}
	gone["from"], gone["to"], gone["rules"], gone["items"] = old.Version, old.Version+1, rules, items
	if err := tx.putCampaign(ctx, plan, campaign, rules, old.Version+1, items); err != nil {
		return fmt.Errorf("%s: %w", campaignName(plan, campaign), err)
	}
	if err := tx.note(ctx, "campaign.replace", campaignName(plan, campaign), gone); err != nil {
		return err
	}
	for _, p := range proposals {
		p.Plan, p.Campaign = plan, campaign
		if _, err := tx.InsertProposal(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// clearCampaign takes list, proposals and forms away and tells the audit what they were.
func (tx *Tx) clearCampaign(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID,
) (map[string]any, error) {
	items, err := tx.CampaignList(ctx, plan, campaign)
	if err != nil {
		return nil, err
	}
	proposals, err := tx.Proposals(ctx, ProposalFilter{Plan: plan, Campaign: campaign, IncludeAlternatives: true})
	if err != nil {
		return nil, err
	}
	for _, query := range []string{`
DELETE FROM proposal_member
WHERE agency = ? AND plan = ? AND campaign = ?`, `
DELETE FROM proposal
WHERE agency = ? AND plan = ? AND campaign = ?`, `
DELETE FROM form
WHERE agency = ? AND plan = ? AND campaign = ?`, `
DELETE FROM campaign_item
WHERE agency = ? AND plan = ? AND campaign = ?`} {
		if _, err := tx.exec(ctx, query, tx.agency, plan, campaign); err != nil {
			return nil, err
		}
	}
	versions := make([]map[string]any, len(proposals))
	for i, p := range proposals {
		versions[i] = map[string]any{"id": p.ID, "version": p.Version, "state": p.State}
	}
	return map[string]any{"old_items": items, "old_proposals": versions}, nil
}
