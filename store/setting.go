package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rasoat/value"
)

// SettingVersion is one version of a setting.
type SettingVersion struct {
	Number int
	Author string
	At     time.Time
	Value  json.RawMessage
}

// settingForm is how settings are written. Their types live with their users.
var settingForm = snapshot[json.RawMessage]{}

// Setting reads the setting name into v and says which version it is; value.ErrNotFound where it was never saved.
func (r reader) Setting(ctx context.Context, name string, v any) (version int, err error) {
	body, version, err := r.settingBody(ctx, name)
	if err != nil {
		return 0, fmt.Errorf("setting %s: %w", name, err)
	}
	return version, json.Unmarshal(body, v)
}

func (r reader) settingBody(ctx context.Context, name string) (json.RawMessage, int, error) {
	row, err := one(ctx, r, func(row scanner) (k kept, err error) {
		err = row.Scan(&k.number, &k.body)
		return k, err
	}, `
SELECT
	version,
	body
FROM setting
WHERE agency = ? AND name = ?`, r.agency, name)
	if err != nil {
		return nil, 0, err
	}
	body, err := settingForm.open([]byte(row.body))
	return body, row.number, err
}

// SettingHistory lists all versions of a setting, newest first.
func (r reader) SettingHistory(ctx context.Context, name string) ([]SettingVersion, error) {
	all, err := r.versions(ctx, "setting", name)
	if err != nil {
		return nil, err
	}
	out := make([]SettingVersion, len(all))
	for i, k := range all {
		body, err := settingForm.open([]byte(k.body))
		if err != nil {
			return nil, fmt.Errorf("setting %s version %d: %w", name, k.number, err)
		}
		out[i] = SettingVersion{Number: k.number, Author: k.author, At: k.at, Value: body}
	}
	return out, nil
}

// SaveSetting saves v as the next version after base, 0 where the setting is new; *value.Conflict where
// another version stands.
func (tx *Tx) SaveSetting(ctx context.Context, name string, v any, base int) (int, error) {
	_, newest, err := tx.settingBody(ctx, name)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return 0, err
	}
	if err := follows("setting "+name, base, newest); err != nil {
		return 0, err
	}
	body, err := encode(v)
	if err != nil {
		return 0, err
	}
	text, hash, err := settingForm.seal(body)
	if err != nil {
		return 0, err
	}
	_, err = tx.exec(ctx, `
INSERT INTO setting (
	agency,
	name,
	version,
	body
) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, name) DO UPDATE SET
	version = excluded.version,
	body = excluded.body`, tx.agency, name, base+1, text)
	if err != nil {
		return 0, err
	}
	return base + 1, tx.keep(ctx, "setting", name, base+1, text, hash)
}
