package app

import (
	"errors"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/store"
	"rasoat/value"
)

const goodPassword = "hoa gạo tháng ba đỏ"

// lanAccount is an account that any test may open.
var lanAccount = Account{Name: "lan.le", FullName: " Lê  Thị Lan ", Title: "Công chức Văn phòng", Unit: "Văn phòng", Roles: []string{"office", "reviewer", "office"}}

func addTest(t *testing.T, a *App, c Account) Person {
	t.Helper()
	if err := a.AddPerson(t.Context(), CommandPerson, c, goodPassword); err != nil {
		t.Fatal(err)
	}
	p, err := a.Person(t.Context(), c.Name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAddPerson(t *testing.T) {
	a := openTest(t)
	p := addTest(t, a, lanAccount)
	if p.FullName != "Lê Thị Lan" || len(p.Roles) != 2 || p.Roles[0] != account.Reviewer ||
		!p.May(account.CheckProposal) {
		t.Errorf("%+v", p)
	}
	if _, err := a.SignIn(t.Context(), "lan.le", goodPassword); err != nil {
		t.Error(err)
	}
	entries, err := a.store.Audit(t.Context(), store.AuditFilter{Subject: "user lan.le"})
	if err != nil || len(entries) != 1 || entries[0].Actor != "cmd" ||
		strings.Contains(string(entries[0].Detail), "argon2") {
		t.Errorf("%+v %v", entries, err)
	}
}

// A password that somebody else set is only good for choosing an own one.
func TestGivenPassword(t *testing.T) {
	a := openTest(t)
	ctx, name := t.Context(), lanAccount.Name
	admin := Person{Name: "quang", Roles: []account.Role{account.Admin}}
	own := func(old, password string) error {
		_, err := a.ChangeOwnPassword(ctx, Person{Name: name}, old, password)
		return err
	}
	for _, tt := range []struct {
		name string
		do   func() error
		want bool
	}{
		{"opened", func() error { return a.AddPerson(ctx, admin, lanAccount, goodPassword) }, true},
		{"signed in", func() error { _, err := a.SignIn(ctx, name, goodPassword); return err }, true},
		{"own one", func() error { return own(goodPassword, "cây đa đầu làng") }, false},
		{"reset", func() error { return a.ResetPassword(ctx, admin, name, goodPassword) }, true},
		{"own one again", func() error { return own(goodPassword, "bến nước đầu làng") }, false},
		{"closed", func() error { return a.ClosePerson(ctx, admin, name) }, false},
		{"opened again", func() error { return a.ReopenPerson(ctx, admin, name, goodPassword) }, true},
		{"reset on the command line", func() error {
			return a.ResetPassword(ctx, CommandPerson, name, goodPassword)
		}, false},
		{"reset by oneself", func() error {
			self := Person{Name: name, Roles: []account.Role{account.Admin}}
			return a.ResetPassword(ctx, self, name, "sân đình đầu làng")
		}, false},
	} {
		if err := tt.do(); err != nil {
			t.Fatal(tt.name, err)
		}
		if p, err := a.Person(ctx, name); err != nil || p.Given != tt.want {
			t.Errorf("%s: given %v, want %v (%v)", tt.name, p.Given, tt.want, err)
		}
	}
}

func TestAddPerson_Refused(t *testing.T) {
	a := openTest(t)
	addTest(t, a, lanAccount)
	other := func(change func(*Account)) Account {
		c := Account{Name: "minh", Roles: []string{"reviewer"}}
		change(&c)
		return c
	}
	for _, tt := range []struct {
		name     string
		account  Account
		password string
		want     string
	}{
		{"name in capitals", other(func(c *Account) { c.Name = "Minh" }), goodPassword, "user.name_form"},
		{"name taken", other(func(c *Account) { c.Name = "lan.le" }), goodPassword, "user.exists"},
		{"no role", other(func(c *Account) { c.Roles = nil }), goodPassword, "user.role_missing"},
		{"unknown role", other(func(c *Account) { c.Roles = []string{"mayor"} }), goodPassword, "user.role_unknown"},
		{"endless title", other(func(c *Account) { c.Title = strings.Repeat("ạ", 201) }), goodPassword, "text.too_long"},
		{"short password", other(func(*Account) {}), "ngắn", "password.too_short"},
		{"password is the name", other(func(c *Account) { c.Name = "tranvanminh" }), "tranvanminh", "password.common"},
		{"endless password", other(func(*Account) {}), strings.Repeat("dài ", 300), "password.too_long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := a.AddPerson(t.Context(), CommandPerson, tt.account, tt.password); codeOf(err) != tt.want {
				t.Errorf("%v, want %s", err, tt.want)
			}
		})
	}
	if people, err := a.People(t.Context()); err != nil || len(people) != 1 {
		t.Errorf("%d accounts stand, %v", len(people), err)
	}
}

// Whoever does not manage accounts changes none.
func TestAccounts_Forbidden(t *testing.T) {
	a := openTest(t)
	p := addTest(t, a, lanAccount)
	for name, err := range map[string]error{
		"add":    a.AddPerson(t.Context(), p, Account{Name: "minh", Roles: []string{"admin"}}, goodPassword),
		"change": a.ChangePerson(t.Context(), p, lanAccount, p.Mark()),
		"reset":  a.ResetPassword(t.Context(), p, "lan.le", goodPassword),
		"close":  a.ClosePerson(t.Context(), p, "lan.le"),
		"reopen": a.ReopenPerson(t.Context(), p, "lan.le", goodPassword),
	} {
		if !errors.Is(err, value.ErrForbidden) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A person acts in a second role for a while; whoever edits an older state is told.
func TestChangePerson(t *testing.T) {
	a := openTest(t)
	p := addTest(t, a, lanAccount)
	acting := Account{Name: "lan.le", FullName: "Lê Thị Lan", Title: "Phó Chủ tịch (phụ trách)", Unit: "Lãnh đạo", Roles: []string{"office", "chairman"}}
	if err := a.ChangePerson(t.Context(), CommandPerson, acting, p.Mark()); err != nil {
		t.Fatal(err)
	}
	now, _ := a.Person(t.Context(), "lan.le")
	if !now.May(account.ApproveProposal) || !now.May(account.CheckProposal) || now.Unit != "Lãnh đạo" ||
		now.Stamp != p.Stamp {
		t.Errorf("%+v", now)
	}
	var conflict *value.Conflict
	if err := a.ChangePerson(t.Context(), CommandPerson, lanAccount, p.Mark()); !errors.As(err, &conflict) {
		t.Errorf("saved over another's edit: %v", err)
	}
	if after, _ := a.Person(t.Context(), "lan.le"); after.Mark() != now.Mark() {
		t.Errorf("%+v", after)
	}
	if err := a.ChangePerson(t.Context(),

		CommandPerson, Account{
			Name:  "ghost",
			Roles: []string{"office"},
		}, ""); codeOf(err) != "user.unknown" {
		t.Error(err)
	}
}

// There is always an administrator: the last one is neither closed nor loses the role; a closed one does not count.
func TestLastAdmin(t *testing.T) {
	a := openTest(t)
	first := addTest(t, a, Account{Name: "anh", Roles: []string{"admin"}})
	addTest(t, a, lanAccount)
	if err := a.ClosePerson(t.Context(), CommandPerson, "anh"); codeOf(err) != "user.last_admin" {
		t.Errorf("closed the last: %v", err)
	}
	if err := a.ChangePerson(t.Context(),

		CommandPerson, Account{
			Name:  "anh",
			Roles: []string{"office"},
		}, first.Mark()); codeOf(err) != "user.last_admin" {
		t.Errorf("took the role of the last: %v", err)
	}
	if err := a.ClosePerson(t.Context(), CommandPerson, "lan.le"); err != nil {
		t.Errorf("somebody else: %v", err)
	}
	addTest(t, a, Account{Name: "binh", Roles: []string{"admin"}})
	if err := a.ClosePerson(t.Context(), CommandPerson, "anh"); err != nil {
		t.Errorf("one of two: %v", err)
	}
	if err := a.ClosePerson(t.Context(), CommandPerson, "binh"); codeOf(err) != "user.last_admin" {
		t.Errorf("a closed one counts: %v", err)
	}
}

// A closed account has no password: nothing of before lets anybody in, and it comes back with a new one.
func TestClosePerson(t *testing.T) {
	a := openTest(t)
	p := addTest(t, a, lanAccount)
	if err := a.ClosePerson(t.Context(), CommandPerson, "lan.le"); err != nil {
		t.Fatal(err)
	}
	closed, _ := a.Person(t.Context(), "lan.le")
	if !closed.Disabled || closed.May(account.SeeInternal) || closed.Stamp == p.Stamp {
		t.Errorf("%+v", closed)
	}
	if _, err := a.SignIn(t.Context(), "lan.le", goodPassword); codeOf(err) != "signin.wrong" {
		t.Error(err)
	}
	if err := a.ReopenPerson(t.Context(), CommandPerson, "lan.le", "mật khẩu khác hẳn"); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SignIn(t.Context(), "lan.le", goodPassword); codeOf(err) != "signin.wrong" {
		t.Error(err)
	}
	if got, err := a.SignIn(t.Context(), "lan.le", "mật khẩu khác hẳn"); err != nil || got.Stamp == p.Stamp {
		t.Error(err)
	}
}

// A new password from the administrator ends the waiting after wrong tries.
func TestResetPassword_EndsWaiting(t *testing.T) {
	a := openTest(t)
	addTest(t, a, lanAccount)
	for range triesBeforeWait {
		if _, err := a.SignIn(t.Context(), "lan.le", "x"); codeOf(err) != "signin.wrong" {
			t.Fatal(err)
		}
	}
	if err := a.ResetPassword(t.Context(), CommandPerson, "lan.le", "mật khẩu khác hẳn"); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SignIn(t.Context(), "lan.le", "mật khẩu khác hẳn"); err != nil {
		t.Error(err)
	}
}

func TestChangeOwnPassword(t *testing.T) {
	a := openTest(t)
	p := addTest(t, a, lanAccount)
	for _, tt := range []struct{ name, old, password, field, want string }{
		{"wrong old", "x", "mật khẩu khác hẳn", "old", "password.old_wrong"},
		{"the same", goodPassword, goodPassword, "password", "password.same"},
		{"weak", goodPassword, "Password2024", "password", "password.common"},
	} {
		_, err := a.ChangeOwnPassword(t.Context(), p, tt.old, tt.password)
		var problems value.Problems
		if !errors.As(err, &problems) || problems[0].Code != tt.want || problems[0].Field != tt.field {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	after, err := a.ChangeOwnPassword(t.Context(), p, goodPassword, "mật khẩu khác hẳn")
	if err != nil || after.Stamp == p.Stamp || after.Name != "lan.le" {
		t.Fatalf("%+v %v", after, err)
	}
	if _, err := a.SignIn(t.Context(), "lan.le", "mật khẩu khác hẳn"); err != nil {
		t.Error(err)
	}
	// guessing the old password here waits like guessing it at the door
	for range triesBeforeWait {
		_, _ = a.ChangeOwnPassword(t.Context(), after, "x", "một câu khác nữa")
	}
	if _, err := a.ChangeOwnPassword(t.Context(), after, "mật khẩu khác hẳn",
		"một câu khác nữa"); codeOf(err) != "signin.wait" {
		t.Errorf("guessed on: %v", err)
	}
}
