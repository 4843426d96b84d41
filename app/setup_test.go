package app

import (
	"errors"
	"testing"

	"rasoat/account"
	"rasoat/value"
)

var sampleSetup = Setup{
	Commune:  Commune{Kind: "xã", Name: "An Bình", Units: []string{"Văn phòng", " Văn phòng ", ""}},
	Year:     2024,
	Holidays: []Holiday{{value.MustDate("2024-09-02"), "Quốc khánh"}},
	Admin:    Account{Name: "quantri.xa", FullName: "Lê Văn Bảo"},
	Password: goodPassword,
}

func TestFinishSetup(t *testing.T) {
	a := openTest(t)
	old, err := a.OpenSetup(t.Context())
	if err != nil || old == "" {
		t.Fatal(old, err)
	}
	token, err := a.OpenSetup(t.Context())
	if err != nil || token == old {
		t.Fatal(token, err)
	}
	for name, void := range map[string]string{"the link of an earlier start": old, "no token": "", "a guess": "x"} {
		if _, err := a.FinishSetup(t.Context(), void, sampleSetup); !errors.Is(err, value.ErrForbidden) {
			t.Errorf("%s: %v", name, err)
		}
	}
	p, err := a.FinishSetup(t.Context(), token, sampleSetup)
	if err != nil || !p.May(account.ManageUsers) {
		t.Fatalf("%+v %v", p, err)
	}
	if c, version, err := a.Commune(t.Context()); err != nil || version != 1 || c.Title() != "xã An Bình" ||
		len(c.Units) != 1 {
		t.Errorf("%+v %d %v", c, version, err)
	}
	h, _, err := a.Holidays(t.Context())
	if err != nil || len(h.Of(2024).Holidays) != 1 || len(h.Of(2024).Workdays) != 1 || len(h.Of(2025).Holidays) == 0 {
		t.Errorf("%+v %v", h.Of(2024), err)
	}
	if _, err := a.FinishSetup(t.Context(), token, sampleSetup); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the link is used twice: %v", err)
	}
	if again, err := a.OpenSetup(t.Context()); err != nil || again != "" {
		t.Errorf("set up twice: %q %v", again, err)
	}
}

// A refused setup stores nothing, and the link stays open.
func TestFinishSetup_Refused(t *testing.T) {
	a := openTest(t)
	token, err := a.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func(*Setup){
		"commune.name_missing": func(s *Setup) { s.Commune.Name = " " },
		"commune.kind_unknown": func(s *Setup) { s.Commune.Kind = "huyện" },
		"number.negative":      func(s *Setup) { s.Commune.Inhabitants = -1 },
		"holiday.other_year":   func(s *Setup) { s.Year = 2025 },
		"holiday.twice":        func(s *Setup) { s.Holidays = append(s.Holidays[:1:1], s.Holidays[0]) },
		"user.name_form":       func(s *Setup) { s.Admin.Name = "Quản trị" },
		"password.too_short":   func(s *Setup) { s.Password = "ngắn" },
	} {
		s := sampleSetup
		change(&s)
		if _, err := a.FinishSetup(t.Context(), token, s); codeOf(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if _, version, _ := a.Commune(t.Context()); version != 0 {
		t.Error("the commune was stored")
	}
	if people, _ := a.People(t.Context()); len(people) != 0 {
		t.Error("an account was opened")
	}
	if open, err := a.SetupOpen(t.Context(), token); err != nil || !open {
		t.Errorf("the link is closed: %v", err)
	}
}

// An administrator made on the command line ends the first start as well.
func TestSetup_CommandLineAdmin(t *testing.T) {
	a := openTest(t)
	token, err := a.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	addTest(t, a, Account{Name: "anh", Roles: []string{"admin"}})
	if open, err := a.SetupOpen(t.Context(), token); err != nil || open {
		t.Errorf("open beside an administrator: %v", err)
	}
	if _, err := a.FinishSetup(t.Context(), token, sampleSetup); !errors.Is(err, value.ErrForbidden) {
		t.Error(err)
	}
	if again, err := a.OpenSetup(t.Context()); err != nil || again != "" {
		t.Errorf("%q %v", again, err)
	}
}
