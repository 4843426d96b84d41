package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rasoat/value"
)

// User is a person with an account. People are closed, never deleted: what they did names them.
type User struct {
	Name     string // how they sign in
	FullName string
	Title    string
	Unit     string
	Roles    []string
	Hash     string // encoded argon2id hash of the password
	Given    bool   // somebody else set the password
	Disabled bool
	Created  time.Time // set by the store at the first save
}

const userColumns = `
SELECT
	name,
	full_name,
	title,
	unit,
	roles,
	hash,
	given,
	disabled,
	created
FROM account
`

func scanUser(row scanner) (u User, err error) {
	err = row.Scan(&u.Name, &u.FullName, &u.Title, &u.Unit, jsonOf(&u.Roles), &u.Hash, &u.Given,
		&u.Disabled, (*stamp)(&u.Created))
	return u, err
}

// User is the account of a name; value.ErrNotFound where there is none.
func (r reader) User(ctx context.Context, name string) (User, error) {
	u, err := one(ctx, r, scanUser, userColumns+"WHERE agency = ? AND name = ?", r.agency, name)
	if err != nil {
		return u, fmt.Errorf("user %s: %w", name, err)
	}
	return u, nil
}

// Users lists all accounts by name, closed ones too.
func (r reader) Users(ctx context.Context) ([]User, error) {
	return list(ctx, r, scanUser, userColumns+"WHERE agency = ? ORDER BY name", r.agency)
}

// SaveUser makes or replaces the account of u.Name. The audit says whether the password changed, never what it is.
func (tx *Tx) SaveUser(ctx context.Context, u User) error {
	old, err := tx.User(ctx, u.Name)
	fresh := errors.Is(err, value.ErrNotFound)
	if err != nil && !fresh {
		return err
	}
	_, err = tx.exec(ctx, `
INSERT INTO account (
	agency,
	name,
	full_name,
	title,
	unit,
	roles,
	hash,
	given,
	disabled,
	created
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, name) DO UPDATE SET
	full_name = excluded.full_name,
	title = excluded.title,
	unit = excluded.unit,
	roles = excluded.roles,
	hash = excluded.hash,
	given = excluded.given,
	disabled = excluded.disabled`,
		tx.agency, u.Name, u.FullName, u.Title, u.Unit, jsonOf(&u.Roles), u.Hash, u.Given, u.Disabled,
		stamp(tx.now))
	if err != nil {
		return fmt.Errorf("user %s: %w", u.Name, err)
	}
	return tx.note(ctx, "user.save", "user "+u.Name, map[string]any{
		"new":      fresh,
		"roles":    u.Roles,
		"disabled": u.Disabled,
		"password": u.Hash != old.Hash,
	})
}

// NoteLogin notes an attempt to sign in under a name, which need not exist.
func (tx *Tx) NoteLogin(ctx context.Context, name string, ok bool) error {
	_, err := tx.exec(ctx, `
INSERT INTO login_attempt (
	agency,
	name,
	seq,
	at,
	ok
)
SELECT
	?,
	?,
	COALESCE(MAX(seq), 0) + 1,
	?,
	?
FROM login_attempt
WHERE agency = ? AND name = ?`, tx.agency, name, stamp(tx.now), ok, tx.agency, name)
	return err
}

// FailedLogins counts the failed attempts under a name since an instant, from the last successful one on.
func (r reader) FailedLogins(ctx context.Context, name string, since time.Time) (int, error) {
	return one(ctx, r, scanValue[int], `
SELECT COUNT(*)
FROM login_attempt
WHERE agency = ? AND name = ? AND at >= ? AND seq > (
	SELECT COALESCE(MAX(seq), 0)
	FROM login_attempt
	WHERE agency = ? AND name = ? AND ok
)`, r.agency, name, stamp(since), r.agency, name)
}

// ForgetFailedLogins lets a name that has to wait try again at once.
func (tx *Tx) ForgetFailedLogins(ctx context.Context, name string) error {
	_, err := tx.exec(ctx, `
DELETE FROM login_attempt
WHERE agency = ? AND name = ? AND NOT ok`, tx.agency, name)
	return err
}

// SetupToken is the token of the one-time link of the first start; value.ErrNotFound where none is open.
func (r reader) SetupToken(ctx context.Context) (string, error) {
	token, err := one(ctx, r, scanValue[string], `
SELECT token
FROM setup
WHERE agency = ?`, r.agency)
	if err != nil {
		return "", fmt.Errorf("setup token: %w", err)
	}
	return token, nil
}

// SetSetupToken opens the one-time link, in the place of an older one; "" closes it.
func (tx *Tx) SetSetupToken(ctx context.Context, token string) error {
	if _, err := tx.exec(ctx, `
DELETE FROM setup
WHERE agency = ?`, tx.agency); err != nil {
		return err
	}
	if token != "" {
		if _, err := tx.exec(ctx, `
INSERT INTO setup (
	agency,
	token
) VALUES (?, ?)`, tx.agency, token); err != nil {
			return err
		}
	}
	return tx.note(ctx, "setup.link", "setup", map[string]any{"open": token != ""})
}
