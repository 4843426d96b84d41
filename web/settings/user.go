package settings

import (
	"net/http"
	"net/url"
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
		row := userRow{
			Name:     p.Name,
			FullName: p.Shown(),
			Title:    p.Title,
			Unit:     p.Unit,
			Roles:    s.roleNames(p.Roles),
			Href:     page.UserHref(p.Name),
			Since:    viet.ShortDate(value.On(p.Created)),
			State:    page.Badge{Text: s.Text.Name("account", "active"), Tone: "met"},
		}
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

// userForm is what an account says of a person; a new one is asked for a name to sign in with as well.
var userForm = field.Form[app.Account]{
	field.Text("username", func(a *app.Account) *string { return &a.Name },
		field.Label("name"), field.Need, field.Auto("off"), field.Medium),
	field.Text("full_name", func(a *app.Account) *string { return &a.FullName }, field.Medium),
	field.Text("title", func(a *app.Account) *string { return &a.Title }, field.Label("job"), field.Medium),
	field.Text("unit", func(a *app.Account) *string { return &a.Unit }, field.Medium),
	field.Words("roles", func(a *app.Account) *[]string { return &a.Roles }, "role", roleWords()),
}

// personForm is userForm of an account that stands: its name stays.
var personForm = userForm.Named("full_name", "title", "unit", "roles")

// userKeys is under which keys their labels stand.
const userKeys = "user"

func roleWords() []string {
	var out []string
	for _, r := range account.Roles {
		out = append(out, string(r))
	}
	return out
}

// accountOf is what an account says of a person, as its form has it.
func accountOf(p app.Person) app.Account {
	a := app.Account{Name: p.Name, FullName: p.FullName, Title: p.Title, Unit: p.Unit}
	for _, r := range p.Roles {
		a.Roles = append(a.Roles, string(r))
	}
	return a
}

// layUser lays the fields of an account out: those to type into, and the boxes of roles.
func (s *Room) layUser(f *field.Sheet, form field.Form[app.Account]) (fields []field.Cell, roles field.Cell) {
	f.Keys = userKeys
	fields = form.Lay(f).Cells
	roles = fields[len(fields)-1]
	for i, o := range roles.Options {
		roles.Options[i].Text, roles.Options[i].Hint = viet.Capital(o.Text), s.Text.Say("role."+o.Value+".may")
	}
	return fields[:len(fields)-1], roles
}

// NewUser is the page for opening an account.
func (s *Room) NewUser(c *gin.Context) error { return s.showNewUser(c, page.Shown(nil)) }

func (s *Room) showNewUser(c *gin.Context, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := userEdit{
		Frame:    s.Frame(c, s.Text.Say("user.new")),
		Headline: s.Text.Say("user.new"),
		State:    s.Text.Say("user.new.text"),
		Action:   page.UsersPath,
		Button:   s.Text.Say("user.open"),
	}
	m.Fields, m.Roles = s.layUser(f, userForm)
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
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	since := viet.ShortDate(value.On(p.Created))
	m := userEdit{
		Frame:    s.Frame(c, p.Shown()),
		Headline: p.Shown(),
		State:    s.Text.Say("user.of", p.Name, s.Text.Name("account", stateOf(p)), since),
		Both:     t.Both,
		Action:   page.UserHref(p.Name),
		Button:   s.Text.Say("save"),
		Name:     p.Name,
		Mark:     p.Mark(),
		Closed:   p.Disabled,
	}
	if typed := t.Values.Get("mark"); typed != "" && t.Status != http.StatusConflict {
		m.Mark = typed // it goes on from its own, so that a newer one is still seen
	}
	m.Fields, m.Roles = s.layUser(f, personForm)
	m.Secrets = s.passwordFields(f, "password.new")
	m.Summary = f.Summary()
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
	return s.onUser(c, "mat-khau", func(name string) error {
		if p := twice(in); len(p) > 0 {
			return p
		}
		return s.App.ResetPassword(c.Request.Context(), s.Person(c), name, in.Get("password"))
	})
}

// CloseUser closes an account.
func (s *Room) CloseUser(c *gin.Context, _ url.Values) (page.Act, error) {
	return s.onUser(c, "dong", func(name string) error {
		return s.App.ClosePerson(c.Request.Context(), s.Person(c), name)
	})
}

// ReopenUser opens an account again.
func (s *Room) ReopenUser(c *gin.Context, in url.Values) (page.Act, error) {
	return s.onUser(c, "mo-lai", func(name string) error {
		if p := twice(in); len(p) > 0 {
			return p
		}
		return s.App.ReopenPerson(c.Request.Context(), s.Person(c), name, in.Get("password"))
	})
}

// onUser does something to the account of the address and shows it again as it stands: these forms do not carry what
// it says of the person.
func (s *Room) onUser(c *gin.Context, done string, do func(name string) error) (page.Act, error) {
	p, err := s.App.Person(c.Request.Context(), c.Param("name"))
	return page.Act{
		Do: func() (page.Done, error) {
			to := page.UserHref(p.Name)
			if p.Name == s.Person(c).Name {
				to = page.SignInPath // one's own session has ended
			}
			return page.Done{To: to, Say: "user.saved." + done}, do(p.Name)
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
	Both     page.BothVersions
	Summary  field.Summary
	Action   string // where the first form goes; the others lie below it
	Button   string
	Name     string // empty: a new account
	Mark     string // how the account stood when the edit began
	Fields   []field.Cell
	Roles    field.Cell // boxes to tick; several where somebody acts for another
	Secrets  []field.Cell
	Closed   bool
}
