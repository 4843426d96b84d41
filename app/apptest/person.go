package apptest

import (
	"testing"

	"rasoat/app"
)

// Join opens an account, whose owner has chosen this password already: it was not given by anybody.
func Join(t testing.TB, a *app.App, who app.Account, password string) {
	t.Helper()
	const given = "hat giong thang hai"
	if err := a.AddPerson(t.Context(), app.CommandPerson, who, given); err != nil {
		t.Fatal(err)
	}
	if _, err := a.ChangeOwnPassword(t.Context(), app.Person{Name: who.Name}, given, password); err != nil {
		t.Fatal(err)
	}
}
