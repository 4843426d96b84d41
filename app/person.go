package app

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"rasoat/account"
	"rasoat/store"
	"rasoat/value"
)

// Person is somebody with an account: who acts, and what their roles let them do.
type Person struct {
	Name     string // how they sign in
	FullName string
	Title    string // chức vụ
	Unit     string
	Roles    []account.Role
	Disabled bool
	Created  time.Time
	Stamp    string // changes with the password: a session under another stamp has ended
	Given    bool   // somebody else set the password: an own one comes before anything else
}

// Mark is what the account says at this moment, in a form that can be compared: an edit that began with
// another mark is not saved over it.
func (p Person) Mark() string {
	return account.TokenHash(fmt.Sprintf("%q %q %q %q %q %v", p.Name, p.FullName, p.Title, p.Unit, p.Roles,
		p.Disabled))[:16]
}

// May reports whether the person's roles allow an action. Four eyes decide beside it (review.Next).
func (p Person) May(a account.Action) bool { return !p.Disabled && account.May(p.Roles, a) }

// must is value.ErrForbidden where the person's roles do not allow the action.
func (p Person) must(a account.Action) error {
	if p.May(a) {
		return nil
	}
	return value.ErrForbidden
}

// Reader is the person as somebody who reads.
func (p Person) Reader() Reader { return Reader{Official: p.May(account.SeeInternal)} }

// Shown is the full name, the user name where none is given.
func (p Person) Shown() string {
	if p.FullName != "" {
		return p.FullName
	}
	return p.Name
}

// CommandPerson is who acts on the command line: whoever may run the program on the data folder may do everything.
var CommandPerson = Person{Name: "cmd", Roles: account.Roles}

func personOf(u store.User) Person {
	p := Person{
		Name:     u.Name,
		FullName: u.FullName,
		Title:    u.Title,
		Unit:     u.Unit,
		Disabled: u.Disabled,
		Created:  u.Created,
		Stamp:    account.TokenHash(u.Hash)[:16],
		Given:    u.Given,
	}
	for _, r := range u.Roles {
		if role, known := account.ParseRole(r); known {
			p.Roles = append(p.Roles, role)
		}
	}
	return p
}

// Person is the account of a name; value.ErrNotFound where there is none.
func (a *App) Person(ctx context.Context, name string) (Person, error) {
	u, err := a.store.User(ctx, name)
	return personOf(u), err
}

// People lists all accounts by name, closed ones too.
func (a *App) People(ctx context.Context) ([]Person, error) {
	users, err := a.store.Users(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Person, len(users))
	for i, u := range users {
		out[i] = personOf(u)
	}
	return out, nil
}

// Units are the parts of the commune's office: those of its particulars, then those that accounts name beside them.
func (a *App) Units(ctx context.Context) ([]string, error) {
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return nil, err
	}
	people, err := a.People(ctx)
	if err != nil {
		return nil, err
	}
	units := slices.Clone(commune.Units)
	for _, p := range people {
		if p.Unit != "" && !slices.Contains(units, p.Unit) {
			units = append(units, p.Unit)
		}
	}
	return units, nil
}

// Sessions keeps the sessions of people signed in.
func (a *App) Sessions() scs.CtxStore { return a.store.Sessions() }

// How often a password may be wrong before its name has to wait, and how long.
const (
	triesBeforeWait = 5
	waitAfterTries  = 15 * time.Minute
)

// SignIn is the person with that name and password. It says value.Problems where they do not fit together,
// without telling which of the two is wrong, and where the name has to wait after too many tries.
func (a *App) SignIn(ctx context.Context, name, password string) (Person, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	failed, err := a.store.FailedLogins(ctx, name, a.now().Add(-waitAfterTries))
	if err != nil {
		return Person{}, err
	}
	if failed >= triesBeforeWait {
		return Person{}, value.Problems{{
			Field: "username",
			Code:  "signin.wait",
			Args:  []any{int(waitAfterTries.Minutes())},
		}}
	}
	u, err := a.store.User(ctx, name)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return Person{}, err
	}
	fits, err := account.VerifyPassword(u.Hash, password)
	if err != nil {
		return Person{}, err
	}
	fits = fits && !u.Disabled
	err = a.store.Write(ctx, name, func(tx *store.Tx) error {
		if fits && account.IsOutdated(u.Hash) {
			if u.Hash, err = account.HashPassword(password, rand.Reader); err != nil {
				return err
			}
			if err := tx.SaveUser(ctx, u); err != nil {
				return err
			}
		}
		return tx.NoteLogin(ctx, name, fits)
	})
	if err != nil {
		return Person{}, err
	}
	if !fits {
		return Person{}, value.Problems{{Field: "username", Code: "signin.wrong"}}
	}
	return personOf(u), nil
}
