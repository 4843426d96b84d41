package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// formForm is how answers to form 02/RS-KSTT are written; their type lives with their users.
var formForm = snapshot[json.RawMessage]{}

// Form is the answers to form 02/RS-KSTT for a procedure of a campaign, as they were saved, with version,
// author and time; value.ErrNotFound where nobody has begun.
func (r reader) Form(ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code) (raw json.RawMessage, version int, by string, at time.Time, err error) {
	k, err := one(ctx, r, scanKept, `
SELECT
	version,
	author,
	at,
	body
FROM form
WHERE agency = ? AND plan = ? AND campaign = ? AND procedure = ?`, r.agency, plan, campaign, key)
	if err != nil {
		return nil, 0, "", time.Time{}, fmt.Errorf("form %s: %w", formItem(plan, campaign, key), err)
	}
	raw, err = formForm.open([]byte(k.body))
	return raw, k.number, k.author, k.at, err
}

func formItem(plan review.PlanID, campaign review.CampaignID, key catalog.Code) string {
	return string(plan) + "/" + string(campaign) + "/" + string(key)
}

// FormVersion is version n of the answers, also of a form that an import has taken away since.
func (r reader) FormVersion(ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code, n int) (json.RawMessage, error) {
	k, err := r.version(ctx, "form", formItem(plan, campaign, key), n)
	if err != nil {
		return nil, fmt.Errorf("form %s version %d: %w", formItem(plan, campaign, key), n, err)
	}
	return formForm.open([]byte(k.body))
}

// SaveForm saves the answers as the version after base, 0 where the form is new; *value.Conflict where
// another version stands. Where an import has taken the form away, a new one goes on counting.
func (tx *Tx) SaveForm(ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code, raw json.RawMessage, base int) (int, error) {
	item := formItem(plan, campaign, key)
	_, newest, _, _, err := tx.Form(ctx, plan, campaign, key)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return 0, err
	}
	if err := follows("form "+item, base, newest); err != nil {
		return 0, err
	}
	last, err := tx.last(ctx, "form", item)
	if err != nil {
		return 0, err
	}
	text, hash, err := formForm.seal(raw)
	if err != nil {
		return 0, fmt.Errorf("form %s: %w", item, err)
	}
	_, err = tx.exec(ctx, `
INSERT INTO form (
	agency,
	plan,
	campaign,
	procedure,
	version,
	author,
	at,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, campaign, procedure) DO UPDATE SET
	version = excluded.version,
	author = excluded.author,
	at = excluded.at,
	body = excluded.body`,
		tx.agency, plan, campaign, key, last+1, tx.actor, stamp(tx.now), text)
	if err != nil {
		return 0, fmt.Errorf("form %s: %w", item, err)
	}
	return last + 1, tx.keep(ctx, "form", item, last+1, text, hash)
}

// FormVersion is one saved version of the answers.
type FormVersion struct {
	Number int
	Author string
	At     time.Time
	Body   json.RawMessage
}

// FormVersions lists all versions of the answers, newest first; none where nobody has begun.
func (r reader) FormVersions(ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code) ([]FormVersion, error) {
	all, err := r.versions(ctx, "form", formItem(plan, campaign, key))
	if err != nil {
		return nil, fmt.Errorf("form %s: %w", formItem(plan, campaign, key), err)
	}
	out := make([]FormVersion, len(all))
	for i, k := range all {
		body, err := formForm.open([]byte(k.body))
		if err != nil {
			return nil, fmt.Errorf("form %s version %d: %w", formItem(plan, campaign, key), k.number, err)
		}
		out[i] = FormVersion{Number: k.number, Author: k.author, At: k.at, Body: body}
	}
	return out, nil
}

// Forms are the answers that stand for the procedures of a campaign, by key.
func (r reader) Forms(ctx context.Context, plan review.PlanID, campaign review.CampaignID) (map[catalog.Code]FormVersion, error) {
	type line struct {
		key catalog.Code
		FormVersion
	}
	all, err := list(ctx, r, func(row scanner) (line, error) {
		var l line
		var body []byte
		if err := row.Scan(&l.key, &l.Number, &l.Author, (*stamp)(&l.At), &body); err != nil {
			return l, err
		}
		var err error
		l.Body, err = formForm.open(body)
		return l, err
	}, `
SELECT
	procedure,
	version,
	author,
	at,
	body
FROM form
WHERE agency = ? AND plan = ? AND campaign = ?`, r.agency, plan, campaign)
	if err != nil {
		return nil, fmt.Errorf("forms of %s: %w", campaignName(plan, campaign), err)
	}
	out := make(map[catalog.Code]FormVersion, len(all))
	for _, l := range all {
		out[l.key] = l.FormVersion
	}
	return out, nil
}
