package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
)

// userCmd is accounts. A password is read from standard input, never from an argument: arguments stand in the
// list of processes and in the shell's history.
type userCmd struct {
	Add     userAddCmd     `cmd:""`
	List    userListCmd    `cmd:""`
	Passwd  userPasswdCmd  `cmd:""`
	Disable userDisableCmd `cmd:""`
	Enable  userEnableCmd  `cmd:""`
}

// userAddCmd opens an account.
type userAddCmd struct {
	Name     string   `arg:""`
	Role     []string `placeholder:"ROLE"`
	FullName string   `placeholder:"NAME"`
	Title    string   `placeholder:"TEXT"`
	Unit     string   `placeholder:"TEXT"`
	JSON     bool
}

// Run is the command.
func (c *userAddCmd) Run(w *world) error {
	password, err := w.password()
	if err != nil {
		return err
	}
	return w.withApp(false, func(a *app.App) error {
		person := app.Account{Name: c.Name, FullName: c.FullName, Title: c.Title, Unit: c.Unit, Roles: c.Role}
		if err := a.AddPerson(w.ctx, app.CommandPerson, person, password); err != nil {
			return w.asOptions(err)
		}
		return w.sayPerson(a, c.Name, "user.added", c.JSON)
	})
}

// userListCmd lists all accounts.
type userListCmd struct {
	JSON bool
}

// Run is the command.
func (c *userListCmd) Run(w *world) error {
	return w.withApp(false, func(a *app.App) error {
		people, err := a.People(w.ctx)
		if err != nil {
			return err
		}
		docs := make([]personDoc, len(people))
		for i, p := range people {
			docs[i] = personDocOf(p)
		}
		if c.JSON {
			return w.print(map[string]any{"users": docs})
		}
		if len(docs) == 0 {
			fmt.Fprintln(w.out, w.text.Say("user.none"))
		}
		for i, d := range docs {
			var roles []string
			for _, r := range d.Roles {
				roles = append(roles, w.text.Name("role", string(r)))
			}
			fmt.Fprintf(w.out, "%s\t%s\t%s\t%s\n",
				d.Name, people[i].Shown(), strings.Join(roles, ", "), w.text.Name("account", d.State))
		}
		return nil
	})
}

// userPasswdCmd sets a password.
type userPasswdCmd struct {
	Name string `arg:""`
	JSON bool
}

// Run is the command.
func (c *userPasswdCmd) Run(w *world) error {
	password, err := w.password()
	if err != nil {
		return err
	}
	return w.withApp(false, func(a *app.App) error {
		if err := a.ResetPassword(w.ctx, app.CommandPerson, c.Name, password); err != nil {
			return w.asOptions(err)
		}
		return w.sayPerson(a, c.Name, "user.password_set", c.JSON)
	})
}

// userDisableCmd closes an account.
type userDisableCmd struct {
	Name string `arg:""`
	JSON bool
}

// Run is the command.
func (c *userDisableCmd) Run(w *world) error {
	return w.withApp(false, func(a *app.App) error {
		if err := a.ClosePerson(w.ctx, app.CommandPerson, c.Name); err != nil {
			return w.asOptions(err)
		}
		return w.sayPerson(a, c.Name, "user.disabled", c.JSON)
	})
}

// userEnableCmd opens a closed account.
type userEnableCmd struct {
	Name string `arg:""`
	JSON bool
}

// Run is the command.
func (c *userEnableCmd) Run(w *world) error {
	password, err := w.password()
	if err != nil {
		return err
	}
	return w.withApp(false, func(a *app.App) error {
		if err := a.ReopenPerson(w.ctx, app.CommandPerson, c.Name, password); err != nil {
			return w.asOptions(err)
		}
		return w.sayPerson(a, c.Name, "user.enabled", c.JSON)
	})
}

// personDoc is an account as it is printed. No password and no hash of one is in it.
type personDoc struct {
	Name     string         `json:"name"`
	FullName string         `json:"full_name"`
	Title    string         `json:"title"`
	Unit     string         `json:"unit"`
	Roles    []account.Role `json:"roles"`
	State    string         `json:"state"` // "active" or "disabled"
}

func personDocOf(p app.Person) personDoc {
	d := personDoc{Name: p.Name, FullName: p.FullName, Title: p.Title, Unit: p.Unit, Roles: p.Roles, State: "active"}
	if p.Disabled {
		d.State = "disabled"
	}
	if d.Roles == nil {
		d.Roles = []account.Role{}
	}
	return d
}

// sayPerson says what became of an account.
func (w *world) sayPerson(a *app.App, name, code string, asJSON bool) error {
	p, err := a.Person(w.ctx, name)
	if err != nil {
		return err
	}
	if asJSON {
		return w.print(personDocOf(p))
	}
	_, err = fmt.Fprintln(w.out, w.text.Say(code, p.Name))
	return err
}

// password is the first line of standard input; what follows it is refused, so that a wrong file is noticed.
func (w *world) password() (string, error) {
	raw, err := io.ReadAll(io.LimitReader(w.in, account.MaxPassword+3))
	if err != nil {
		return "", err
	}
	line := strings.TrimSuffix(strings.TrimSuffix(string(raw), "\n"), "\r")
	switch {
	case line == "":
		return "", value.Problems{{Code: "password.none"}}
	case strings.ContainsAny(line, "\r\n"):
		return "", value.Problems{{Code: "password.lines"}}
	}
	return line, nil
}

// options is how the fields of an account are called on the command line; a sentence about the rest stands alone.
var options = map[string]string{
	"username":  "NAME",
	"roles":     "--role",
	"full_name": "--full-name",
	"title":     "--title",
	"unit":      "--unit",
}

func (w *world) asOptions(err error) error {
	var problems value.Problems
	if !errors.As(err, &problems) {
		return err
	}
	for i, p := range problems {
		if problems[i].Field = options[p.Field]; p.Field == "password" {
			problems[i].Field = w.text.Say("signin.password")
		}
	}
	return problems
}
