package register

import (
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
	path   string // behind the address of the thing
	key    string
	button string // its key
	form   field.Form[T]
	// check is the rule, told together with a day that could not be read; nil: the form has no day.
	check func(stands, typed T, today value.Date) error
	do    func(ctx context.Context, a *app.App, by app.Person, base int, typed T) error
}

// taken is a step as somebody sends it.
type taken[T any] struct {
	keys   string // under which the labels of its fields stand
	stands T
	to     string // address of the thing
	name   string // of the thing, for what the next page says
	again  func(page.Typed) error
}

// take is what the form of a step does.
func (x step[T]) take(s *Room, c *gin.Context, in url.Values, t taken[T]) page.Act {
	e := page.Edit[T]{
		Form: x.form,
		Keys: t.keys,
		Base: t.stands,
		Save: func(typed T, _ func(*T)) (page.Done, error) {
			err := x.do(c.Request.Context(), s.App, s.Person(c), page.Version(in), typed)
			return page.Done{To: t.to, Say: x.key + ".said", Args: []any{t.name}}, err
		},
		Again: t.again,
	}
	if x.check != nil {
		e.Check = func(typed T) value.Problems { return problemsOf(x.check(t.stands, typed, s.App.Today())) }
	}
	return page.ActOf(s.Kit, in, e)
}

// stepAt is the step of a path.
func stepAt[T any](all []step[T], path string) step[T] {
	return all[slices.IndexFunc(all, func(x step[T]) bool { return x.path == path })]
}

// problemsOf are the problems of an error, none where it is another one.
func problemsOf(err error) (out value.Problems) {
	errors.As(err, &out)
	return out
}

// fileOf is the file that came along in a field; nil where none did.
func fileOf(c *gin.Context, name string) *multipart.FileHeader {
	if c.Request.MultipartForm == nil || len(c.Request.MultipartForm.File[name]) == 0 {
		return nil
	}
	return c.Request.MultipartForm.File[name][0]
}
