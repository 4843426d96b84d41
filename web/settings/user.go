package settings

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

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
	active := 0
	m := userList{Frame: s.Frame(c, s.Text.Say("user.title"))}
	for _, p := range people {
		row := userRow{Name: p.Name, FullName: p.Shown(), Title: p.Title, Unit: p.Unit, Roles: s.roleNames(p.Roles), Href: page.UserHref(p.Name),
			Since: viet.ShortDate(value.On(p.Created)), State: page.Badge{Text: s.Text.Name("account", "active"), Tone: "met"}}
		if p.Disabled {
			row.State = page.Badge{Text: s.Text.Name("account", "disabled")}
		} else {
			active++
		}
		m.Rows = append(m.Rows, row)
	}
	m.State = s.Text.Say("user.state", len(people), active)
	return s.Show(c, http.StatusOK, "settings/user", m)
}

// roleNames are the roles in words.
func (s *Room) roleNames(roles []account.Role) string {
	var names []string
	for _, r := range roles {
		names = append(names, s.Text.Name("role", string(r)))
	}
	return strings.Join(names, ", ")
}

// NewUser is the page for opening an account.
func (s *Room) NewUser(c *gin.Context) error {
	return s.showNewUser(c, page.Shown(nil))
}

func (s *Room) showNewUser(c *gin.Context, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := userEdit{Frame: s.Frame(c, s.Text.Say("user.new")), Headline: s.Text.Say("user.new"), State: s.Text.Say("user.new.text"), Action: page.UsersPath, Button: s.Text.Say("user.open")}
	m.Fields = []field.Cell{f.Cell("username", s.Text.Say("signin.name"), field.Need, field.Hint(s.Text.Say("user.name.hint")), field.Auto("off"), field.Medium)}
	m.Fields = append(m.Fields, s.personFields(f)...)
	m.Roles = s.roleChoice(f, t.Values["roles"])
	m.Secrets = s.passwordFields(f)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "settings/user_edit", m)
}

func (s *Room) personFields(f *field.Sheet) []field.Cell {
	return []field.Cell{
		f.Cell("full_name", s.Text.Say("user.full_name"), field.Medium),
		f.Cell("title", s.Text.Say("user.job"), field.Medium),
		f.Cell("unit", s.Text.Say("user.unit"), field.Medium),
	}
}

func (s *Room) passwordFields(f *field.Sheet) []field.Cell {
	return []field.Cell{
		f.Cell("password", s.Text.Say("password.new"), field.Need, field.Hint(s.Text.Say("password.hint", account.MinPassword)), field.Kind("password"), field.Auto("new-password"), field.Medium),
		f.Cell("again", s.Text.Say("password.again"), field.Need, field.Kind("password"), field.Auto("new-password"), field.Medium),
	}
}

// roleChoice is the boxes of roles; several may be ticked where somebody acts for another.
func (s *Room) roleChoice(f *field.Sheet, ticked []string) roleChoice {
	m := roleChoice{Problem: f.Problem("roles", s.Text.Say("user.roles"))}
	for _, r := range account.Roles {
		m.Options = append(m.Options, roleOption{Value: string(r), Text: viet.Capital(s.Text.Name("role", string(r))), Hint: s.Text.Say("role." + string(r) + ".may"),
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

// AddUser opens an account.
func (s *Room) AddUser(c *gin.Context, in url.Values) (page.Act, error) {
	a := readAccount(in)
	return page.Act{
		Do: func() (page.Done, error) {
			if problems := append(twice(in), a.Check()...); len(problems) > 0 {
				return page.Done{}, problems
			}
			err := s.App.AddPerson(c.Request.Context(), a, in.Get("password"), s.Person(c))
			return page.Done{To: page.UserHref(a.Name), Say: "user.saved.mo"}, err
		},
		Again: func(t page.Typed) error { return s.showNewUser(c, t) },
	}, nil
}

// User is one account: what it says, its password, closing and opening it.
func (s *Room) User(c *gin.Context) error {
	p, err := s.App.Person(c.Request.Context(), c.Param("name"))
	if err != nil {
		return err
	}
	return s.showUser(c, p, page.Shown(typedPerson(p)))
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
func (s *Room) showUser(c *gin.Context, p app.Person, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := userEdit{Frame: s.Frame(c, p.Shown()), Headline: p.Shown(), Action: page.UserHref(p.Name), Button: s.Text.Say("save"), Mark: p.Mark(), Name: p.Name}
	m.State = s.Text.Say("user.of", p.Name, s.Text.Name("account", stateOf(p)), viet.ShortDate(value.On(p.Created)))
	m.Fields = s.personFields(f)
	m.Roles = s.roleChoice(f, t.Values["roles"])
	m.Secrets = s.passwordFields(f)
	m.Closed = p.Disabled
	m.Summary = f.Summary()
	if t.Status == http.StatusConflict {
		m.Now = s.Text.Say("user.now", p.Shown(), p.Title, p.Unit, s.roleNames(p.Roles))
	}
	return s.Show(c, t.Status, "settings/user_edit", m)
}

func stateOf(p app.Person) string {
	if p.Disabled {
		return "disabled"
	}
	return "active"
}

// SaveUser changes what an account says of a person.
func (s *Room) SaveUser(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "sua", func(name string) error {
		a := readAccount(in)
		a.Name = name
		return s.App.ChangePerson(c.Request.Context(), a, in.Get("mark"), s.Person(c))
	})
}

// ResetPassword gives a person a new password.
func (s *Room) ResetPassword(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "mat-khau", func(name string) error {
		if p := twice(in); len(p) > 0 {
			return p
		}
		return s.App.ResetPassword(c.Request.Context(), name, in.Get("password"), s.Person(c))
	})
}

// CloseUser closes an account.
func (s *Room) CloseUser(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "dong", func(name string) error {
		return s.App.ClosePerson(c.Request.Context(), name, s.Person(c))
	})
}

// ReopenUser opens an account again.
func (s *Room) ReopenUser(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, in, "mo-lai", func(name string) error {
		if p := twice(in); len(p) > 0 {
			return p
		}
		return s.App.ReopenPerson(c.Request.Context(), name, in.Get("password"), s.Person(c))
	})
}

// onUser does something to the account of the address and shows it again: as it stands where it was done, as typed
// where it was refused.
func (s *Room) onUser(c *gin.Context, in url.Values, done string, do func(name string) error) (page.Act, error) {
	p, err := s.App.Person(c.Request.Context(), c.Param("name"))
	return page.Act{
		Do: func() (page.Done, error) {
			err := do(p.Name)
			if p.Name == s.Person(c).Name && done != "sua" {
				return page.Done{To: page.SignInPath, Say: "user.saved." + done}, err // one's own session has ended
			}
			return page.Done{To: page.UserHref(p.Name), Say: "user.saved." + done}, err
		},
		Again: func(t page.Typed) error {
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

// userList is all accounts. Template: settings/user.
type userList struct {
	page.Frame
	State string
	Rows  []userRow
}

type userRow struct {
	Name     string // to sign in with
	FullName string
	Title    string
	Unit     string
	Roles    string
	Since    string
	Href     string
	State    page.Badge
}

// userEdit is one account, or a new one. Template: settings/user_edit.
type userEdit struct {
	page.Frame
	Headline string
	State    string
	Now      string // how the account stands, where somebody else changed it meanwhile
	Summary  field.Summary
	Action   string // where the first form goes; the others lie below it
	Button   string
	Name     string // empty: a new account
	Mark     string // how the account stood when the edit began
	Fields   []field.Cell
	Roles    roleChoice
	Secrets  []field.Cell
	Closed   bool
}

// roleChoice is the boxes of roles.
type roleChoice struct {
	Problem string
	Options []roleOption
}

type roleOption struct {
	Value   string
	Text    string
	Hint    string // what the role may
	Checked bool
}
