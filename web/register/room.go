// Package register is the room of the registers: decisions that announce procedures, additions to the list, and
// petitions.
package register

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct {
	*page.Kit
	sends   *limiter // of the public feedback form
	lookUps *limiter // of how feedback stands
}

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit, sends: &limiter{}, lookUps: &limiter{}} }

// In is the same room with another kit: who sent too often in one language did in the other too.
func (s *Room) In(kit *page.Kit) *Room {
	out := *s
	out.Kit = kit
	return &out
}

// step is one step of a thing of a register: where its form goes, what it asks, and what is done with that. Its key
// in app/text names it; under the key and ".said" stands what the next page says.
type step[T any] struct {
	path        string // behind the address of the thing
	key, button string // no button: it says what the key says
	form        field.Form[T]
	// check is the rule, told together with a day that could not be read; nil: the form has no day.
	check func(stands, typed T, today value.Date) error
	do    func(ctx context.Context, a *app.App, by app.Person, base int, typed T) error
	final bool // it is not taken back: what it does is shown first, under the key and ".check" and ".follows"
}

// thing is one thing of a register: its steps, the keys of their labels, its address, and its name for what the next
// page says.
type thing[T any] struct {
	steps          []step[T]
	keys, to, name string
	stands         T
	version        int
}

func (of thing[T]) step(path string) step[T] {
	return of.steps[slices.IndexFunc(of.steps, func(x step[T]) bool { return x.path == path })]
}

// take is what the form of a step does; again shows the page of the thing.
func (of thing[T]) take(s *Room, c *gin.Context, in url.Values, path string, again func(page.Typed) error) page.Act {
	x := of.step(path)
	e := page.Edit[T]{
		Form: x.form,
		Keys: of.keys,
		Base: of.stands,
		Save: func(typed T, _ func(*T)) (page.Done, error) {
			err := x.do(c.Request.Context(), s.App, s.Person(c), page.Version(in), typed)
			return page.Done{To: of.to, Say: x.key + ".said", Args: []any{of.name}}, err
		},
		Again: again,
	}
	if x.check != nil {
		e.Check = func(typed T) value.Problems { return problemsOf(x.check(of.stands, typed, s.App.Today())) }
	}
	if !x.final {
		return page.ActOf(s.Kit, in, e)
	}
	asked := e
	return s.Checked(c, in, func() (check page.Check, err error) {
		asked.Save = func(typed T, _ func(*T)) (page.Done, error) {
			if base := page.Version(in); base != of.version {
				return page.Done{}, &value.Conflict{What: of.keys, Base: base, Newest: of.version}
			}
			check = of.asked(s, x, typed)
			return page.Done{}, problemsOf(x.check(of.stands, typed, s.App.Today())).Err()
		}
		_, err = page.ActOf(s.Kit, in, asked).Do()
		return check, err
	}, page.ActOf(s.Kit, in, e))
}

// asked is the page before a step that is not taken back.
func (of thing[T]) asked(s *Room, x step[T], typed T) page.Check {
	out := page.Check{
		Headline: s.Text.Say(x.key + ".check"),
		State:    s.Text.Say(of.keys+".of", of.name),
		Do:       s.Text.Say(cmp.Or(x.button, x.key)),
		Follows:  []string{s.Text.Say(x.key + ".follows")},
	}
	for _, a := range x.form.Answers(s.Text, of.keys, typed) {
		out.Answers = append(out.Answers, page.Fact{Term: a.Label, Text: a.Text})
	}
	return out
}

type stepForm struct {
	path                        string
	Title, Hint, Action, Button string
	Version                     string // that it starts from
	Fields                      []field.Cell
	Plain                       bool // not the main action of the page
	Fold                        bool // behind its title
}

// lay lays out the forms of the steps that are open. What was typed belongs to the form of the step at path, the others
// start with what is fresh.
func (of thing[T]) lay(
	s *Room, open []stepForm, fresh T, path string, t page.Typed,
) (forms []stepForm, summary field.Summary) {
	for _, form := range open {
		x, typed := of.step(form.path), t
		if form.path != path {
			typed = page.Shown(x.form.Values(fresh))
		}
		f := s.sheet(of.keys, typed)
		form.Title = cmp.Or(form.Title, s.Text.Say(x.key))
		form.Button, form.Action = s.Text.Say(cmp.Or(x.button, x.key)), of.to+x.path
		form.Version = typed.Version(of.version)
		form.Fields = x.form.Lay(f).Cells
		forms, summary = append(forms, form), append(summary, f.Summary()...)
	}
	if !isOpen(open, path) { // a step without a form, or closed meanwhile
		summary = s.sheet("", page.Typed{Problems: t.Problems}).Summary()
	}
	return forms, summary
}

// isOpen reports whether the step of a path is among those that are open.
func isOpen(open []stepForm, path string) bool {
	return slices.ContainsFunc(open, func(f stepForm) bool { return f.path == path })
}

// sheet begins the fields of a page whose labels stand under these keys.
func (s *Room) sheet(keys string, t page.Typed) *field.Sheet {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = keys
	return f
}

// problemsOf are the problems of an error; none where it is another one.
func problemsOf(err error) (out value.Problems) {
	errors.As(err, &out)
	return out
}
