package app

import (
	"context"
	"crypto/rand"
	"errors"

	"rasoat/account"
	"rasoat/store"
	"rasoat/value"
)

// Setup is what the first start asks for: whose installation it is, the holidays of the year, and who looks
// after it.
type Setup struct {
	Commune  Commune
	Year     int
	Holidays []Holiday // of Year, in place of those that the starting content has
	Admin    Account   // its roles are given here, not asked for
	Password string
}

// clean is the setup as it is stored: who does it is an administrator.
func (s Setup) clean() Setup {
	s.Commune, s.Admin.Roles = s.Commune.clean(), []string{string(account.Admin)}
	s.Admin = s.Admin.clean()
	return s
}

// Check is everything that is wrong with it, all at once.
func (s Setup) Check() value.Problems {
	s = s.clean()
	problems := append(append(s.Commune.Check(), Holidays{Holidays: s.Holidays}.CheckYear(s.Year)...),
		s.Admin.Check()...)
	checkPassword(&problems, "password", s.Password, s.Admin.Name)
	return problems
}

// OpenSetup opens the one-time link of the first start and gives its token; an older link is void from then on.
// Where somebody already looks after the installation there is nothing to set up: "" and no link stays open.
func (a *App) OpenSetup(ctx context.Context) (token string, err error) {
	done, err := a.hasAdmin(ctx)
	if err != nil {
		return "", err
	}
	kept, err := a.store.SetupToken(ctx)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return "", err
	}
	if done && kept == "" {
		return "", nil
	}
	hash := ""
	if !done {
		if token, err = account.NewToken(rand.Reader); err != nil {
			return "", err
		}
		hash = account.TokenHash(token)
	}
	return token, a.store.Write(ctx, systemActor, func(tx *store.Tx) error { return tx.SetSetupToken(ctx, hash) })
}

// SetupOpen reports whether the token is that of the open link.
func (a *App) SetupOpen(ctx context.Context, token string) (bool, error) {
	done, err := a.hasAdmin(ctx)
	if err != nil || done {
		return false, err
	}
	kept, err := a.store.SetupToken(ctx)
	if errors.Is(err, value.ErrNotFound) {
		return false, nil
	}
	return account.IsToken(kept, token), err
}

// FinishSetup stores what the first start asked for, all or nothing, and closes the link. It says
// value.ErrForbidden where the token is not that of the open link.
func (a *App) FinishSetup(ctx context.Context, token string, s Setup) (Person, error) {
	open, err := a.SetupOpen(ctx, token)
	if err == nil && !open {
		err = value.ErrForbidden
	}
	if err != nil {
		return Person{}, err
	}
	s = s.clean()
	if err := s.Check().Err(); err != nil {
		return Person{}, err
	}
	admin, err := newUser(s.Admin, s.Password)
	if err != nil {
		return Person{}, err
	}
	err = a.store.Write(ctx, admin.Name, func(tx *store.Tx) error {
		if kept, err := tx.SetupToken(ctx); err != nil || !account.IsToken(kept, token) {
			return value.ErrForbidden // another window was quicker
		}
		return s.save(ctx, tx, admin, a.Today())
	})
	if err != nil {
		return Person{}, err
	}
	return a.Person(ctx, admin.Name)
}

// save writes commune, holidays, administrator and the day, and closes the link.
func (s Setup) save(ctx context.Context, tx *store.Tx, admin store.User, today value.Date) error {
	if err := addUser(ctx, tx, admin); err != nil {
		return err
	}
	var commune Commune
	base, err := tx.Setting(ctx, settingCommune, &commune)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return err
	}
	if _, err := tx.SaveSetting(ctx, settingCommune, s.Commune, base); err != nil {
		return err
	}
	var all Holidays
	if base, err = tx.Setting(ctx, settingHolidays, &all); err != nil && !errors.Is(err, value.ErrNotFound) {
		return err
	}
	days := Holidays{Holidays: s.Holidays, Workdays: all.Of(s.Year).Workdays}
	if err := saveHolidays(ctx, tx, s.Year, days, base); err != nil {
		return err
	}
	if err := s.Commune.begin(ctx, tx, today); err != nil {
		return err
	}
	return tx.SetSetupToken(ctx, "")
}
