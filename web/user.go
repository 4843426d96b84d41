package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

const usersPath = "/nguoi-dung"

// users lists all accounts.
func (s *Server) users(c *gin.Context) error {
	people, err := s.app.People(c.Request.Context())
	if err != nil {
		return err
	}
	active := 0
	m := userList{frame: s.frame(c, s.text.Say("user.title"))}
	for _, p := range people {
		row := userRow{Name: p.Name, FullName: p.Shown(), Title: p.Title, Unit: p.Unit, Roles: s.roleNames(p.Roles), Href: userHref(p.Name),
			Since: viet.ShortDate(value.On(p.Created)), State: badge{Text: s.text.Name("account", "active"), Tone: "met"}}
		if p.Disabled {
			row.State = badge{Text: s.text.Name("account", "disabled")}
		} else {
			active++
		}
		m.Rows = append(m.Rows, row)
	}
	m.State = s.text.Say("user.state", len(people), active)
	return s.show(c, http.StatusOK, "user/list", m)
}

func userHref(name string) string { return usersPath + "/" + url.PathEscape(name) }

// roleNames are the roles in words.
func (s *Server) roleNames(roles []account.Role) string {
	var names []string
	for _, r := range roles {
		names = append(names, s.text.Name("role", string(r)))
	}
	return strings.Join(names, ", ")
}

// newUser is the page for opening an account.
func (s *Server) newUser(c *gin.Context) error {
	return s.showNewUser(c, shown(nil))
}

func (s *Server) showNewUser(c *gin.Context, t Typed) error {
	f := field.NewSheet(s.text, t.Values, t.Problems)
	m := userEdit{frame: s.frame(c, s.text.Say("user.new")), Headline: s.text.Say("user.new"), State: s.text.Say("user.new.text"), Action: usersPath, Button: s.text.Say("user.open")}
	m.Fields = []field.Cell{f.Cell("username", s.text.Say("signin.name"), field.Need, field.Hint(s.text.Say("user.name.hint")), field.Auto("off"), field.Medium)}
	m.Fields = append(m.Fields, s.personFields(f)...)
	m.Roles = s.roleChoice(f, t.Values["roles"])
	m.Secrets = s.passwordFields(f)
	m.Summary = f.Summary()
	return s.show(c, t.Status, "user/edit", m)
}

func (s *Server) personFields(f *field.Sheet) []field.Cell {
	return []field.Cell{
		f.Cell("full_name", s.text.Say("user.full_name"), field.Medium),
		f.Cell("title", s.text.Say("user.job"), field.Medium),
		f.Cell("unit", s.text.Say("user.unit"), field.Medium),
	}
}

func (s *Server) passwordFields(f *field.Sheet) []field.Cell {
	return []field.Cell{
		f.Cell("password", s.text.Say("password.new"), field.Need, field.Hint(s.text.Say("password.hint", account.MinPassword)), field.Kind("password"), field.Auto("new-password"), field.Medium),
		f.Cell("again", s.text.Say("password.again"), field.Need, field.Kind("password"), field.Auto("new-password"), field.Medium),
	}
}

// roleChoice is the boxes of roles; several may be ticked where somebody acts for another.
func (s *Server) roleChoice(f *field.Sheet, ticked []string) roleChoice {
	m := roleChoice{Problem: f.Problem("roles", s.text.Say("user.roles"))}
	for _, r := range account.Roles {
		m.Options = append(m.Options, roleOption{Value: string(r), Text: viet.Capital(s.text.Name("role", string(r))), Hint: s.text.Say("role." + string(r) + ".may"),
			Checked: slices.Contains(ticked, string(r))})
	}
	return m
}

// readAccount reads what was typed about a person.
func readAccount(in url.Values) app.Account {
	return app.Account{Name: strings.TrimSpace(in.Get("username")), FullName: in.Get("full_name"), Title: in.Get("title"), Unit: in.Get("unit"), Roles: in["roles"]}
}

// twice is the problem of a password that was not typed twice alike.
func twice(in url.Values) (p value.Problems) {
	if in.Get("password") != in.Get("again") {
		p.Add("again", "password.differ")
	}
	return p
}

// addUser opens an account.
func (s *Server) addUser(c *gin.Context, in url.Values) (Act, error) {
	a := readAccount(in)
	return Act{
		Do: func() (Done, error) {
			if problems := append(twice(in), a.Check()...); len(problems) > 0 {
				return Done{}, problems
			}
			err := s.app.AddPerson(c.Request.Context(), a, in.Get("password"), s.person(c))
			return Done{To: userHref(a.Name), Say: "user.saved.mo"}, err
		},
		Again: func(t Typed) error { return s.showNewUser(c, t) },
	}, nil
}

// user is one account: what it says, its password, closing and opening it.
func (s *Server) user(c *gin.Context) error {
	p, err := s.app.Person(c.Request.Context(), c.Param("name"))
	if err != nil {
		return err
	}
	return s.showUser(c, p, shown(typedPerson(p)))
}

// typedPerson is an account as it is typed into its form.
func typedPerson(p app.Person) url.Values {
	v := url.Values{"full_name": {p.FullName}, "title": {p.Title}, "unit": {p.Unit}}
	for _, r := range p.Roles {
		v.Add("roles", string(r))
	}
	return v
}

// showUser shows an account with what was typed. Problems of the person stand at the first form, those of the
// password at the second.
func (s *Server) showUser(c *gin.Context, p app.Person, t Typed) error {
	f := field.NewSheet(s.text, t.Values, t.Problems)
	m := userEdit{frame: s.frame(c, p.Shown()), Headline: p.Shown(), Action: userHref(p.Name), Button: s.text.Say("save"), Mark: p.Mark(), Name: p.Name}
	m.State = s.text.Say("user.of", p.Name, s.text.Name("account", stateOf(p)), viet.ShortDate(value.On(p.Created)))
	m.Fields = s.personFields(f)
	m.Roles = s.roleChoice(f, t.Values["roles"])
	m.Secrets = s.passwordFields(f)
	m.Closed = p.Disabled
	m.Summary = f.Summary()
	if t.Status == http.StatusConflict {
		m.Now = s.text.Say("user.now", p.Shown(), p.Title, p.Unit, s.roleNames(p.Roles))
	}
	return s.show(c, t.Status, "user/edit", m)
}

func stateOf(p app.Person) string {
	if p.Disabled {
		return "disabled"
	}
	return "active"
}

// saveUser changes what an account says of a person.
func (s *Server) saveUser(c *gin.Context, in url.Values) (Act, error) {
	return s.onUser(c, in, "sua", func(name string) error {
		a := readAccount(in)
		a.Name = name
		return s.app.ChangePerson(c.Request.Context(), a, in.Get("mark"), s.person(c))
	})
}

// resetPassword gives a person a new password.
func (s *Server) resetPassword(c *gin.Context, in url.Values) (Act, error) {
	return s.onUser(c, in, "mat-khau", func(name string) error {
		if p := twice(in); len(p) > 0 {
			return p
		}
		return s.app.ResetPassword(c.Request.Context(), name, in.Get("password"), s.person(c))
	})
}

// closeUser closes an account.
func (s *Server) closeUser(c *gin.Context, in url.Values) (Act, error) {
	return s.onUser(c, in, "dong", func(name string) error {
		return s.app.ClosePerson(c.Request.Context(), name, s.person(c))
	})
}

// reopenUser opens an account again.
func (s *Server) reopenUser(c *gin.Context, in url.Values) (Act, error) {
	return s.onUser(c, in, "mo-lai", func(name string) error {
		if p := twice(in); len(p) > 0 {
			return p
		}
		return s.app.ReopenPerson(c.Request.Context(), name, in.Get("password"), s.person(c))
	})
}

// onUser does something to the account of the address and shows it again: as it stands where it was done, as typed
// where it was refused.
func (s *Server) onUser(c *gin.Context, in url.Values, done string, do func(name string) error) (Act, error) {
	p, err := s.app.Person(c.Request.Context(), c.Param("name"))
	return Act{
		Do: func() (Done, error) {
			err := do(p.Name)
			if p.Name == s.person(c).Name && done != "sua" {
				return Done{To: signInPath, Say: "user.saved." + done}, err // one's own session has ended
			}
			return Done{To: userHref(p.Name), Say: "user.saved." + done}, err
		},
		Again: func(t Typed) error {
			if done != "sua" { // the other forms do not carry what the person's says
				t.Values = typedPerson(p)
			}
			for i := range t.Problems {
				if t.Problems[i].Field == "username" { // no field here: the sentence names the account
					t.Problems[i].Field = ""
				}
			}
			return s.showUser(c, p, t)
		},
	}, err
}
