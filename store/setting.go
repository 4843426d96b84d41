package store

import (
	"context"
	"encoding/json"
	"fmt"

	"rasoat/value"
)

// settingForm is how settings are written. Their types live with their users.
var settingForm = snapshot[json.RawMessage]{kind: "setting"}

// Setting reads the setting name into v and says which version it is; value.ErrNotFound where it was never saved.
func (r reader) Setting(ctx context.Context, name string, v any) (version int, err error) {
	s, err := one(ctx, r, settingForm.scan, `
SELECT
	version,
	body
FROM setting
WHERE agency = ? AND name = ?`, r.agency, name)
	if err != nil {
		return 0, fmt.Errorf("setting %s: %w", name, err)
	}
	return s.Number, json.Unmarshal(s.Value, v)
}

// SettingHistory lists all versions of a setting, newest first.
func (r reader) SettingHistory(ctx context.Context, name string) ([]value.Versioned[json.RawMessage], error) {
	return settingForm.versions(ctx, r, name)
}

// SaveSetting saves v as the next version after base, 0 where the setting is new; *value.Conflict where
// another version stands.
func (tx *Tx) SaveSetting(ctx context.Context, name string, v any, base int) (int, error) {
	body, err := encode(v)
	if err != nil {
		return 0, err
	}
	return settingForm.saveNext(ctx, tx, name, body, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO setting (
	agency,
	name,
	version,
	body
) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, name) DO UPDATE SET
	version = excluded.version,
	body = excluded.body`, tx.agency, name, number, text)
		return err
	})
}
