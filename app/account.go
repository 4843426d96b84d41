package app

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/account"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// maxPersonText is how many characters a name, title or unit may have.
const maxPersonText = 200

// Account is what an account says of a person, without password and state.
type Account struct {
	Name     string
	FullName string
	Title    string
	Unit     string
	Roles    []string // words of account.Roles; several where somebody acts for another
}

// clean is the account as it is stored: tidy text, roles in the order of account.Roles.
func (c Account) clean() Account {
	c.Name = strings.TrimSpace(c.Name)
	c.FullName, c.Title, c.Unit = viet.Clean(c.FullName), viet.Clean(c.Title), viet.Clean(c.Unit)
	roles := slices.Clone(c.Roles)
	rank := func(r string) int { return slices.Index(account.Roles, account.Role(r)) }
	slices.SortFunc(roles, func(x, y string) int { return rank(x) - rank(y) })
	c.Roles = slices.Compact(roles)
	return c
}

// Check refuses a name that cannot be typed everywhere, a role that there is not, and an account without any.
func (c Account) Check() value.Problems {
	var p value.Problems
	if !account.ValidName(c.Name) {
		p.Add("username", "user.name_form", c.Name)
	}
	for _, t := range []struct{ field, text string }{{"full_name", c.FullName}, {"title", c.Title}, {"unit", c.Unit}} {
		if utf8.RuneCountInString(t.text) > maxPersonText {
			p.Add(t.field, "text.too_long", maxPersonText)
		}
	}
	if len(c.Roles) == 0 {
		p.Add("roles", "user.role_missing")
	}
	for _, r := range c.Roles {
		if _, known := account.ParseRole(r); !known {
			p.Add("roles", "user.role_unknown", r)
		}
	}
	return p
}

// checkPassword refuses a password that anybody would guess.
func checkPassword(p *value.Problems, field, password, name string) {
	switch code := account.Weakness(password, name); code {
	case "":
	case "password.too_short":
		p.Add(field, code, account.MinPassword)
	case "password.too_long":
		p.Add(field, code, account.MaxPassword)
	default:
		p.Add(field, code)
	}
}

// AddPerson opens an account. Whoever gets it from somebody chooses a password of their own at the first sign-in.
func (a *App) AddPerson(ctx context.Context, by Person, c Account, password string) error {
	if err := by.must(account.ManageUsers); err != nil {
		return err
	}
	c = c.clean()
	problems := c.Check()
	checkPassword(&problems, "password", password, c.Name)
	if len(problems) > 0 {
		return problems
	}
	u, err := newUser(c, password)
	if err != nil {
		return err
	}
	u.Given = isGiven(by, c.Name)
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error { return addUser(ctx, tx, u) })
}

// isGiven reports whether a password that somebody sets for an account is another person's to know. One that comes from
// the command line stands as it is: who may run the program on the data folder, and scripts too, set their own there.
func isGiven(by Person, name string) bool { return by.Name != name && by.Name != CommandPerson.Name }

func newUser(c Account, password string) (store.User, error) {
	hash, err := account.HashPassword(password, rand.Reader)
	return store.User{Name: c.Name, FullName: c.FullName, Title: c.Title, Unit: c.Unit, Roles: c.Roles, Hash: hash}, err
}

// addUser saves an account whose name is still free.
func addUser(ctx context.Context, tx *store.Tx, u store.User) error {
	switch _, err := tx.User(ctx, u.Name); {
	case err == nil:
		return value.Problems{{Field: "username", Code: "user.exists", Args: []any{u.Name}}}
	case !errors.Is(err, value.ErrNotFound):
		return err
	}
	return tx.SaveUser(ctx, u)
}

// ChangePerson changes what an account says of somebody: name in full, title, unit and roles. Mark is what
// Person.Mark said when the edit began; *value.Conflict where the account was changed meanwhile.
func (a *App) ChangePerson(ctx context.Context, by Person, c Account, mark string) error {
	if err := by.must(account.ManageUsers); err != nil {
		return err
	}
	c = c.clean()
	return a.changeUser(ctx, by, c.Name, func(tx *store.Tx, u *store.User) error {
		if personOf(*u).Mark() != mark {
			return &value.Conflict{What: "user " + c.Name}
		}
		if problems := c.Check(); len(problems) > 0 {
			return problems
		}
		u.FullName, u.Title, u.Unit, u.Roles = c.FullName, c.Title, c.Unit, c.Roles
		if u.Disabled {
			return nil
		}
		return someAdmin(ctx, tx, *u, "roles")
	})
}

// ResetPassword gives somebody a new password; who is signed in under the old one is signed out, and wrong
// tries are forgotten.
func (a *App) ResetPassword(ctx context.Context, by Person, name, password string) error {
	if err := by.must(account.ManageUsers); err != nil {
		return err
	}
	return a.setPassword(ctx, by, name, password, func(u *store.User) error {
		if u.Disabled {
			return value.Problems{{Field: "username", Code: "user.closed", Args: []any{name}}}
		}
		return nil
	})
}

// ClosePerson closes an account: its sessions end at once and its password is gone. The last active
// administrator stays.
func (a *App) ClosePerson(ctx context.Context, by Person, name string) error {
	if err := by.must(account.ManageUsers); err != nil {
		return err
	}
	return a.changeUser(ctx, by, name, func(tx *store.Tx, u *store.User) error {
		if u.Disabled {
			return value.Problems{{Field: "username", Code: "user.closed_already", Args: []any{name}}}
		}
		u.Disabled, u.Hash = true, ""
		return someAdmin(ctx, tx, *u, "username")
	})
}

// ReopenPerson opens a closed account again, under a new password.
func (a *App) ReopenPerson(ctx context.Context, by Person, name, password string) error {
	if err := by.must(account.ManageUsers); err != nil {
		return err
	}
	return a.setPassword(ctx, by, name, password, func(u *store.User) error {
		if !u.Disabled {
			return value.Problems{{Field: "username", Code: "user.open_already", Args: []any{name}}}
		}
		u.Disabled = false
		return nil
	})
}

// ChangeOwnPassword is for everybody: who acts gives the old password and a new one. Wrong tries count as
// those of signing in do.
func (a *App) ChangeOwnPassword(ctx context.Context, by Person, old, password string) (Person, error) {
	if _, err := a.SignIn(ctx, by.Name, old); err != nil {
		var problems value.Problems
		if errors.As(err, &problems) && problems[0].Code == "signin.wrong" {
			return by, value.Problems{{Field: "old", Code: "password.old_wrong"}}
		}
		if errors.As(err, &problems) {
			problems[0].Field = "old"
			return by, problems
		}
		return by, err
	}
	if old == password {
		return by, value.Problems{{Field: "password", Code: "password.same"}}
	}
	if err := a.setPassword(ctx, by, by.Name, password, func(*store.User) error { return nil }); err != nil {
		return by, err
	}
	return a.Person(ctx, by.Name)
}

// setPassword puts a new password into an account that allow lets have it. One that somebody else sets is to be
// changed by whoever gets it.
func (a *App) setPassword(ctx context.Context, by Person, name, password string, allow func(*store.User) error) error {
	if _, err := a.store.User(ctx, name); err != nil {
		return noSuchUser(err, name)
	}
	var problems value.Problems
	checkPassword(&problems, "password", password, name)
	if len(problems) > 0 {
		return problems
	}
	hash, err := account.HashPassword(password, rand.Reader)
	if err != nil {
		return err
	}
	return a.changeUser(ctx, by, name, func(tx *store.Tx, u *store.User) error {
		if err := allow(u); err != nil {
			return err
		}
		u.Hash, u.Given = hash, isGiven(by, name)
		return tx.ForgetFailedLogins(ctx, name)
	})
}

// changeUser reads an account, lets it be changed, and saves it, in one transaction.
func (a *App) changeUser(ctx context.Context, by Person, name string, change func(*store.Tx, *store.User) error) error {
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		u, err := tx.User(ctx, name)
		if err != nil {
			return noSuchUser(err, name)
		}
		if err := change(tx, &u); err != nil {
			return err
		}
		return tx.SaveUser(ctx, u)
	})
}

func noSuchUser(err error, name string) error {
	if errors.Is(err, value.ErrNotFound) {
		return value.Problems{{Field: "username", Code: "user.unknown", Args: []any{name}}}
	}
	return err
}

// someAdmin holds that there is an active administrator when an account is as changed says.
func someAdmin(ctx context.Context, tx *store.Tx, changed store.User, field string) error {
	if isActiveAdmin(changed) {
		return nil
	}
	users, err := tx.Users(ctx)
	if err != nil {
		return err
	}
	was := false
	for _, u := range users {
		if u.Name != changed.Name && isActiveAdmin(u) {
			return nil
		}
		was = was || u.Name == changed.Name && isActiveAdmin(u)
	}
	if !was {
		return nil // there was none before: this change takes none away
	}
	return value.Problems{{Field: field, Code: "user.last_admin", Args: []any{changed.Name}}}
}

func isActiveAdmin(u store.User) bool {
	return !u.Disabled && slices.Contains(u.Roles, string(account.Admin))
}

// hasAdmin reports whether anybody can manage the program.
func (a *App) hasAdmin(ctx context.Context) (bool, error) {
	users, err := a.store.Users(ctx)
	return slices.ContainsFunc(users, isActiveAdmin), err
}
