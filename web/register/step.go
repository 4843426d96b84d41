package register

import (
	"cmp"
	"context"
	"errors"
	"mime/multipart"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// step is one step of a thing of a register: where its form goes, what it asks, and what is done with that. Its key
// in app/text names it; under the key and ".said" stands what the next page says.
type step[T any] struct {
	path        string // behind the address of the thing
	key, button string
	form        field.Form[T]
	// check is the rule, told together with a day that could not be read; nil: the form has no day.
	check func(stands, typed T, today value.Date) error
	do    func(ctx context.Context, a *app.App, by app.Person, base int, typed T) error
}

// thing is one thing of a register: its address, its name for what the next page says, and the keys of its labels.
type thing[T any] struct {
	keys, to, name string
	stands         T
	version        int
}

// take is what the form of a step does; again shows the page of the thing.
func (x step[T]) take(s *Room, c *gin.Context, in url.Values, of thing[T], again func(page.Typed) error) page.Act {
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
	return page.ActOf(s.Kit, in, e)
}

// stepForm is one step as a form.
type stepForm struct {
	Title, Hint, Action, Button string
	Version                     string // that it starts from
	Fields                      []field.Cell
	Plain                       bool // not the main action of the page
	Fold                        bool // behind its title
}

// lay lays the form of a step out, with what stands in it.
func (x step[T]) lay(s *Room, of thing[T], look stepForm, t page.Typed) (stepForm, field.Summary) {
	f := s.sheet(of.keys, t)
	look.Title, look.Button = cmp.Or(look.Title, s.Text.Say(x.key)), s.Text.Say(x.button)
	look.Action, look.Version = of.to+x.path, t.Version(of.version)
	look.Fields = x.form.Lay(f).Cells
	return look, f.Summary()
}

// stepAt is the step of a path.
func stepAt[T any](all []step[T], path string) step[T] {
	return all[slices.IndexFunc(all, func(x step[T]) bool { return x.path == path })]
}

// sheet begins the fields of a page whose labels stand under these keys.
func (s *Room) sheet(keys string, t page.Typed) *field.Sheet {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = keys
	return f
}

// problemsOf are the problems of an error, none where it is another one.
func problemsOf(err error) (out value.Problems) {
	errors.As(err, &out)
	return out
}

// fileOf is the file that came along in a field; nil where none did.
func fileOf(c *gin.Context, name string) *multipart.FileHeader {
	if files := page.SentFiles(c, name); len(files) > 0 {
		return files[0]
	}
	return nil
}
