package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// formForm is how answers to form 02/RS-KSTT are written; their type lives with their users.
var formForm = snapshot[json.RawMessage]{kind: "form"}

// FormVersion is one saved version of the answers.
type FormVersion = value.Versioned[json.RawMessage]

// Form is the answers to form 02/RS-KSTT for a procedure of a campaign, as they were saved; value.ErrNotFound where
// nobody has begun.
func (r reader) Form(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) (FormVersion, error) {
	f, err := one(ctx, r, formForm.scanSigned, `
SELECT
	version,
	author,
	at,
	body
FROM form
WHERE agency = ? AND plan = ? AND campaign = ? AND procedure = ?`, r.agency, plan, campaign, key)
	if err != nil {
		return f, fmt.Errorf("form %s: %w", formItem(plan, campaign, key), err)
	}
	return f, nil
}

func formItem(plan review.PlanID, campaign review.CampaignID, key catalog.Code) string {
	return string(plan) + "/" + string(campaign) + "/" + string(key)
}

// FormVersion is version n of the answers, also of a form that an import has taken away since.
func (r reader) FormVersion(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code, n int,
) (FormVersion, error) {
	return formForm.version(ctx, r, formItem(plan, campaign, key), n)
}

// FormVersions lists all versions of the answers, newest first; none where nobody has begun.
func (r reader) FormVersions(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) ([]FormVersion, error) {
	return formForm.versions(ctx, r, formItem(plan, campaign, key))
}

// SaveForm saves the answers as the version after base, 0 where the form is new; *value.Conflict where
// another version stands. Where an import has taken the form away, a new one goes on counting.
func (tx *Tx) SaveForm(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID, key catalog.Code, raw json.RawMessage,
	base int,
) (int, error) {
	item := formItem(plan, campaign, key)
	current, err := tx.Form(ctx, plan, campaign, key)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return 0, err
	}
	if err := follows("form "+item, base, current.Number); err != nil {
		return 0, err
	}
	last, err := formForm.last(ctx, tx.reader, item)
	if err != nil {
		return 0, err
	}
	return formForm.saveNext(ctx, tx, item, raw, last, func(number int, text string) error {
		_, err := tx.exec(ctx, `
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
	body = excluded.body`, tx.agency, plan, campaign, key, number, tx.actor, stamp(tx.now), text)
		return err
	})
}

// Forms are the answers that stand for the procedures of a campaign, by key.
func (r reader) Forms(
	ctx context.Context, plan review.PlanID, campaign review.CampaignID,
) (map[catalog.Code]FormVersion, error) {
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
		l.Value, err = formForm.open(body)
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
