package store

import (
	"context"
	"errors"
	"fmt"

	"rasoat/catalog"
	"rasoat/value"
)

// formFileForm is how the form files of a procedure are written.
var formFileForm = snapshot[[]catalog.FormFile]{kind: "form_file"}

// FormFiles are the forms of a procedure that can be downloaded, with the version that stands; none, of version 0,
// where nobody has attached any.
func (r reader) FormFiles(ctx context.Context, key catalog.Code) (value.Versioned[[]catalog.FormFile], error) {
	v, err := one(ctx, r, formFileForm.scan, `
SELECT
	version,
	body
FROM form_file
WHERE agency = ? AND procedure = ?`, r.agency, key)
	if errors.Is(err, value.ErrNotFound) {
		return v, nil
	}
	if err != nil {
		return v, fmt.Errorf("form files of %s: %w", key, err)
	}
	return v, nil
}

// SaveFormFiles saves the form files of a procedure as the version after base; *value.Conflict where another stands.
func (tx *Tx) SaveFormFiles(ctx context.Context, key catalog.Code, all []catalog.FormFile, base int) error {
	_, err := formFileForm.saveNext(ctx, tx, string(key), all, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO form_file (
	agency,
	procedure,
	version,
	body
) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, procedure) DO UPDATE SET
	version = excluded.version,
	body = excluded.body`, tx.agency, key, number, text)
		return err
	})
	return err
}
