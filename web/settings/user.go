package settings

import (
	"context"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Users lists all accounts.
func (s *Room) Users(c *gin.Context) error {
	people, err := s.App.People(c.Request.Context())
	if err != nil {
		return err
	}
	m := userList{Frame: s.Frame(c, s.Text.Say("user.title")), People: people}
	for _, p := range people {
		if !p.Disabled {
			m.Active++
		}
	}
	return s.Show(c, http.StatusOK, "settings/user", m)
}

// userForm is what an account says of a person; a new one is asked for a name to sign in with as well.
var userForm = field.Form[app.Account]{
	field.Text("username", func(a *app.Account) *string { return &a.Name },
		field.Label("name"), field.Need, field.Auto("off"), field.Medium),
	field.Text("full_name", func(a *app.Account) *string { return &a.FullName }, field.Medium),
	field.Text("title", func(a *app.Account) *string { return &a.Title }, field.Label("job"), field.Medium),
	field.Text("unit", func(a *app.Account) *string { return &a.Unit }, field.Medium),
	field.Words("roles", func(a *app.Account) *[]string { return &a.Roles }, "role", words(account.Roles)).Capital(),
}

// personForm is userForm of an account that stands: its name stays.
var personForm = userForm.Named("full_name", "title", "unit", "roles")

// userKeys is under which keys their labels stand.
const userKeys = "user"

// words are roles as an account has them.
func words(roles []account.Role) (out []string) {
	for _, r := range roles {
		out = append(out, string(r))
	}
	return out
}

// accountOf is what an account says of a person, as its form has it.
func accountOf(p app.Person) app.Account {
	return app.Account{Name: p.Name, FullName: p.FullName, Title: p.Title, Unit: p.Unit, Roles: words(p.Roles)}
}

// NewUser is the page for opening an account.
func (s *Room) NewUser(c *gin.Context) error { return s.showNewUser(c, page.Shown(nil)) }

func (s *Room) showNewUser(c *gin.Context, t page.Typed) error {
	return s.showAccount(c, userForm, userEdit{Headline: s.Text.Say("user.new"), Action: page.UsersPath}, t)
}

// showAccount shows the form of an account that is new or stands.
func (s *Room) showAccount(c *gin.Context, form field.Form[app.Account], m userEdit, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = userKeys
	m.Frame, m.Both = s.Frame(c, m.Headline), t.Both
	m.Fields = form.Lay(f).Cells
	m.Secrets = s.passwordFields(f, "password.new")
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "settings/user_edit", m)
}

// passwordFields ask for a password twice; label is the key of what the first is called.
func (s *Room) passwordFields(f *field.Sheet, label string) []field.Cell {
	looks := []field.Look{field.Need, field.Kind("password"), field.Auto("new-password"), field.Medium}
	hint := field.Hint(s.Text.Say("password.hint", account.MinPassword))
	return []field.Cell{
		f.Cell("password", s.Text.Say(label), append(looks, hint)...),
		f.Cell("again", s.Text.Say("password.again"), looks...),
	}
}

// twice is the problem of a password that was not typed twice alike.
func twice(in url.Values) (p value.Problems) {
	if in.Get("password") != in.Get("again") {
		p.Add("again", "password.differ")
	}
	return p
}

// AddUser opens an account.
func (s *Room) AddUser(c *gin.Context, in url.Values) (page.Act, error) {
	return page.ActOf(s.Kit, in, page.Edit[app.Account]{
		Form: userForm,
		Keys: userKeys,
		Save: func(a app.Account, _ func(*app.Account)) (page.Done, error) {
			if problems := append(twice(in), a.Check()...); len(problems) > 0 {
				return page.Done{}, problems
			}
			err := s.App.AddPerson(c.Request.Context(), s.Person(c), a, in.Get("password"))
			return page.Done{To: page.UserHref(a.Name), Say: "user.saved.mo"}, err
		},
		Again: func(t page.Typed) error { return s.showNewUser(c, t) },
	}), nil
}

// User is one account: what it says, its password, closing and opening it.
func (s *Room) User(c *gin.Context) error {
	p, err := s.App.Person(c.Request.Context(), c.Param("name"))
	if err != nil {
		return err
	}
	return s.showUser(c, p, page.Shown(personForm.Values(accountOf(p))))
}

// showUser shows an account with what was typed. Problems of the person stand at the first form, those of the
// password at the second.
func (s *Room) showUser(c *gin.Context, p app.Person, t page.Typed) error {
	for i := range t.Problems {
		if t.Problems[i].Field == "username" { // no field here: the sentence names the account
			t.Problems[i].Field = ""
		}
	}
	state := "active"
	if p.Disabled {
		state = "disabled"
	}
	m := userEdit{
		Headline: p.Shown(),
		State:    s.Text.Say("user.of", p.Name, s.Text.Name("account", state), viet.ShortDate(value.On(p.Created))),
		Action:   page.UserHref(p.Name),
		Name:     p.Name,
		Mark:     p.Mark(),
		Closed:   p.Disabled,
	}
	if typed := t.Values.Get("mark"); typed != "" && t.Status != http.StatusConflict {
		m.Mark = typed // it goes on from its own, so that a newer one is still seen
	}
	return s.showAccount(c, personForm, m, t)
}

// SaveUser changes what an account says of a person.
func (s *Room) SaveUser(c *gin.Context, in url.Values) (page.Act, error) {
	p, err := s.App.Person(c.Request.Context(), c.Param("name"))
	return page.ActOf(s.Kit, in, page.Edit[app.Account]{
		Form: personForm,
		Keys: userKeys,
		Base: accountOf(p),
		Save: func(a app.Account, _ func(*app.Account)) (page.Done, error) {
			err := s.App.ChangePerson(c.Request.Context(), s.Person(c), a, in.Get("mark"))
			return page.Done{To: page.UserHref(p.Name), Say: "user.saved.sua"}, err
		},
		Again: func(t page.Typed) error { return s.showUser(c, p, t) },
	}), err
}

// ResetPassword gives a person a new password.
func (s *Room) ResetPassword(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "mat-khau", s.App.ResetPassword)
}

// CloseUser closes an account.
func (s *Room) CloseUser(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "dong", func(ctx context.Context, by app.Person, name, _ string) error {
		return s.App.ClosePerson(ctx, by, name)
	})
}

// ReopenUser opens an account again.
func (s *Room) ReopenUser(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "mo-lai", s.App.ReopenPerson)
}

// onUser does something to the account of the address, mostly with a password, and shows it again as it stands: these
// forms do not carry what it says of the person.
func (s *Room) onUser(
	c *gin.Context, in url.Values, done string,
	do func(ctx context.Context, by app.Person, name, password string) error,
) (page.Act, error) {
	p, err := s.App.Person(c.Request.Context(), c.Param("name"))
	return page.Act{
		Do: func() (page.Done, error) {
			if problems := twice(in); len(problems) > 0 {
				return page.Done{}, problems
			}
			to := page.UserHref(p.Name)
			if p.Name == s.Person(c).Name {
				to = page.SignInPath // one's own session has ended
			}
			err := do(c.Request.Context(), s.Person(c), p.Name, in.Get("password"))
			return page.Done{To: to, Say: "user.saved." + done}, err
		},
		Again: func(t page.Typed) error {
			t.Values = personForm.Values(accountOf(p))
			return s.showUser(c, p, t)
		},
	}, err
}

// userList is all accounts. Template: settings/user.
type userList struct {
	page.Frame
	People []app.Person
	Active int
}

// Since is the day on which an account was opened.
func (userList) Since(p app.Person) value.Date { return value.On(p.Created) }

// userEdit is one account, or a new one. Template: settings/user_edit.
type userEdit struct {
	page.Frame
	Headline, State string
	Both            page.BothVersions
	Summary         field.Summary
	Action          string // where the first form goes; the others lie below it
	Name            string // empty: a new account
	Mark            string // how the account stood when the edit began
	Fields, Secrets []field.Cell
	Closed          bool
}
