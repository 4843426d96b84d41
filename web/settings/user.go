package settings

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Users lists all accounts.
func (s *Room) Users(c *gin.Context) error {
	people, err := s.App.People(c.Request.Context())
	if err != nil {
		return err
	}
	list := s.userList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("user.title"), people)
	}
	m := userList{Frame: s.Frame(c, s.Text.Say("user.title")), All: len(people)}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, people)
	for _, p := range people {
		if !p.Disabled {
			m.Active++
		}
	}
	return s.Show(c, http.StatusOK, "settings/user", m)
}

// userList is the list of accounts.
func (s *Room) userList() page.List[app.Person] {
	state := func(p app.Person) string {
		if p.Disabled {
			return "disabled"
		}
		return "active"
	}
	roles := func(p app.Person) (out []string) {
		for _, r := range p.Roles {
			out = append(out, s.Text.Name("role", string(r)))
		}
		return out
	}
	return page.List[app.Person]{
		Columns: []page.Column[app.Person]{
			page.WordsColumn("ho-ten", "user.full_name", app.Person.Shown),
			page.WordsColumn("ten", "signin.name", func(p app.Person) string { return p.Name }),
			page.WordsColumn("chuc-vu", "user.job", func(p app.Person) string { return p.Title }),
			page.WordsColumn("bo-phan", "user.unit", func(p app.Person) string { return p.Unit }, page.Beside),
			page.WordsColumn("vai-tro", "user.roles", func(p app.Person) string {
				return strings.Join(roles(p), ", ")
			}),
			page.WordsColumn("tinh-trang", "col.status", func(p app.Person) string {
				return s.Text.Name("account", state(p))
			}),
			page.DayColumn("tu-ngay", "col.from_day", func(p app.Person) value.Date { return value.On(p.Created) }),
		},
		Filters: []page.Filter[app.Person]{
			{ID: "trang-thai", Title: "col.status", Chips: true, Of: func(p app.Person) []field.Option {
				return page.One(state(p), s.Text.Name("account", state(p)))
			}},
			{ID: "vai-tro", Title: "user.roles", Chips: true, Of: func(p app.Person) (out []field.Option) {
				for _, r := range p.Roles {
					out = append(out, field.Option{Value: string(r), Text: s.Text.Name("role", string(r))})
				}
				return out
			}},
		},
	}
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

const userKeys = "user" // of the labels

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
func (s *Room) NewUser(c *gin.Context) error { return s.showUser(c, app.Person{}, page.Shown(nil)) }

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
			return page.Done{To: page.UsersPath, Say: "user.saved.mo", Args: []any{a.Name}}, err
		},
		Again: func(t page.Typed) error { return s.showUser(c, app.Person{}, t) },
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

// showUser shows the form of an account, nobody's of a new one. Problems of the person stand at the first form, those
// of the password at the second.
func (s *Room) showUser(c *gin.Context, p app.Person, t page.Typed) error {
	m := userEdit{Frame: s.Frame(c, s.Text.Say("user.new")), About: p, Both: t.Both}
	form := userForm
	if p.Name != "" {
		m.Frame, m.Mark, form = s.Frame(c, p.Shown()), p.Mark(), personForm
		t.Problems = slices.Clone(t.Problems)
		for i := range t.Problems {
			if t.Problems[i].Field == "username" { // no field here: the sentence names the account
				t.Problems[i].Field = ""
			}
		}
	}
	if typed := t.Values.Get("mark"); typed != "" && t.Status != http.StatusConflict {
		m.Mark = typed // it goes on from its own, so that a newer one is still seen
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = userKeys
	m.Fields, m.Secrets, m.Summary = form.Lay(f).Cells, s.passwordFields(f, "password.new"), f.Summary()
	units, err := s.App.Units(c.Request.Context())
	if err != nil {
		return err
	}
	for i := range m.Fields {
		if m.Fields[i].ID == "unit" {
			m.Fields[i].Suggest = units
		}
	}
	return s.Show(c, t.Status, "settings/user_edit", m)
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
	List        page.Listing
	Rows        []app.Person
	All, Active int
}

// userEdit is one account, or a new one. Template: settings/user_edit.
type userEdit struct {
	page.Frame
	About           app.Person // nobody: a new account
	Both            page.BothVersions
	Summary         field.Summary
	Mark            string // how the account stood when the edit began
	Fields, Secrets []field.Cell
}

// SignInForm is the page for signing in.
func (s *Room) SignInForm(c *gin.Context) error {
	if s.Person(c).Name != "" {
		c.Redirect(http.StatusSeeOther, page.OwnPath(c.Query("tiep")))
		return nil
	}
	return s.ShowSignIn(c, http.StatusOK, c.Query("tiep"), "", nil, nil)
}

// ShowSignIn shows the page for signing in; with a form that was kept, it carries that.
func (s *Room) ShowSignIn(
	c *gin.Context, status int, next, name string, kept *page.KeptForm, problems value.Problems,
) error {
	f := field.NewSheet(s.Text, url.Values{"username": {name}}, problems)
	m := signIn{Frame: s.Frame(c, s.Text.Say("page.sign_in")), Next: next, Kept: kept.Hidden(), Fields: []field.Cell{
		f.Cell("username", s.Text.Say("signin.name"), field.Need, field.Auto("username"), field.Medium, field.Focused),
		f.Cell("password", s.Text.Say("signin.password"),
			field.Need, field.Kind("password"), field.Auto("current-password"), field.Medium),
	}, Summary: f.Summary()}
	if s.Demo {
		m.Accounts = app.DemoPeople
	}
	return s.Show(c, status, "settings/signin", m)
}

// SignIn lets somebody in with name and password.
func (s *Room) SignIn(c *gin.Context) error {
	in, err := page.PostedUpTo(c, page.MaxKept)
	if err != nil {
		return err
	}
	p, err := s.App.SignIn(c.Request.Context(), in.Get("username"), in.Get("password"))
	var problems value.Problems
	if errors.As(err, &problems) {
		c.Set(page.RefusedKey, true)
		name, kept := in.Get("username"), s.KeptOf(in)
		return s.ShowSignIn(c, http.StatusUnprocessableEntity, in.Get("next"), name, kept, problems)
	}
	if err != nil {
		return err
	}
	if err := s.Enter(c, p); err != nil {
		return err
	}
	kept := s.KeptOf(in)
	switch {
	case p.Given && kept != nil:
		return s.ShowOwnPassword(c, http.StatusOK, "", kept, nil)
	case kept != nil:
		return s.GoOn(c, kept)
	case p.Given:
		c.Redirect(http.StatusSeeOther, page.PasswordHref(in.Get("next")))
	default:
		c.Redirect(http.StatusSeeOther, page.OwnPath(in.Get("next")))
	}
	return nil
}

// SignOut ends the session.
func (s *Room) SignOut(c *gin.Context) error {
	if err := s.Sessions.Destroy(c.Request.Context()); err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/")
	return nil
}

// signIn is the page for signing in. Template: settings/signin.
type signIn struct {
	page.Frame
	Summary  field.Summary
	Fields   []field.Cell
	Next     string             // where to go afterwards
	Kept     []page.HiddenField // of a form; then the session has ended
	Accounts []app.DemoPerson
}

// PasswordForm is where everybody changes their own password.
func (s *Room) PasswordForm(c *gin.Context) error {
	return s.ShowOwnPassword(c, http.StatusOK, c.Query("tiep"), nil, nil)
}

// ShowOwnPassword shows the page where everybody changes their own password. To whoever has one that somebody else set
// it says so, and leads on from there: with a form that was kept, to that.
func (s *Room) ShowOwnPassword(
	c *gin.Context, status int, next string, kept *page.KeptForm, problems value.Problems,
) error {
	f := field.NewSheet(s.Text, nil, problems) // no password comes back
	m := passwordChange{Given: s.Person(c).Given, Next: next, Kept: kept.Hidden()}
	title, old := "password.change", "password.old"
	if m.Given {
		title, old = "password.own", "password.given"
	}
	m.Frame = s.Frame(c, s.Text.Say(title))
	m.Fields = append([]field.Cell{f.Cell("old", s.Text.Say(old),
		field.Need, field.Kind("password"), field.Auto("current-password"), field.Medium, field.Focused)},
		s.passwordFields(f, "password.new")...)
	m.Summary = f.Summary()
	return s.Show(c, status, "settings/password", m)
}

// ChangePassword changes the password of whoever is signed in; this session goes on, others end.
func (s *Room) ChangePassword(c *gin.Context, in url.Values) (page.Act, error) {
	return page.Act{
		Do: func() (page.Done, error) {
			if problems := twice(in); len(problems) > 0 {
				return page.Done{}, problems
			}
			was := s.Person(c)
			p, err := s.App.ChangeOwnPassword(c.Request.Context(), was, in.Get("old"), in.Get("password"))
			if err != nil {
				return page.Done{}, err
			}
			done := page.Done{To: page.PasswordPath, Say: "password.changed"}
			switch kept := s.KeptOf(in); {
			case kept != nil:
				done = page.Done{Show: func() error { return s.GoOn(c, kept) }}
			case was.Given:
				done.To = page.OwnPath(in.Get("next"))
			}
			return done, s.Enter(c, p)
		},
		Again: func(t page.Typed) error {
			return s.ShowOwnPassword(c, t.Status, in.Get("next"), s.KeptOf(in), t.Problems)
		},
	}, nil
}

// passwordChange is where everybody changes their own password. Template: settings/password.
type passwordChange struct {
	page.Frame
	Given   bool // somebody else set the one that is to be changed
	Summary field.Summary
	Fields  []field.Cell
	Next    string             // where to go afterwards
	Kept    []page.HiddenField // of a form that waits
}
