package page

import (
	"errors"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
)

// Post reads a form that was sent and says what there is to do with it. An error is of the address, not of what was
// typed: there is no such thing, or not for this person. Routes take forms of pages as a Post alone, by submit, so
// that each of them goes the one way below.
type Post func(c *gin.Context, in url.Values) (Act, error)

// Act is what a form is to do.
type Act struct {
	// Do does it and says where to go on. It refuses with value.Problems, a *value.Conflict, or one of the kinds of
	// failure of the store.
	Do func() (Done, error)
	// Again shows the page of the form as it was typed.
	Again func(Typed) error
}

// Done is what became of a form that was taken.
type Done struct {
	To   string // address of the page to go on with
	Say  string // key of the sentence that says there what was done; empty: the page shows it by itself
	Args []any
	Show func() error // answers in place of an address where nothing was stored: a preview, a row more
}

// Typed is a form as its page shows it: for the first time, or again.
type Typed struct {
	Status   int
	Values   url.Values
	Problems value.Problems
	Both     BothVersions // what somebody else saved meanwhile, beside what was typed
}

// Version is the version that a form which is shown starts from: the newest, save where it was refused for what was
// typed into it; then it goes on from its own, so that a newer one is still seen.
func (t Typed) Version(newest int) string {
	if v := t.Values.Get("version"); v != "" && t.Status != http.StatusConflict {
		return v
	}
	return strconv.Itoa(newest)
}

// Shown is a form as it is opened.
func Shown(values url.Values) Typed { return Typed{Status: http.StatusOK, Values: values} }

// Form answers a form that was sent; Submit alone makes one.
type Form gin.HandlerFunc

// Under these keys a request keeps what stands around the page that answers it.
const (
	RefusedKey = "refused" // the page is a form that was not taken
	alertKey   = "alert"   // a sentence above the page
)

// Forms are the addresses that take forms, as the routes spell them.
type Forms map[string]bool

// Add notes an address that takes a form: the group that it stands in, and the rest of it.
func (f Forms) Add(group, rest string) { f[path.Join(group, rest)] = true }

// Has reports whether a request sends a form.
func (f Forms) Has(c *gin.Context) bool {
	return c.Request.Method == http.MethodPost && f[c.FullPath()]
}

// Submit is the one way of every form: what was typed is read; the same form sent twice is done once; a refusal, a
// newer version and a store that cannot write give the page back as it was typed; what was done is said on the next
// page.
func (k *Kit) Submit(p Post) Form {
	return Form(k.Page(func(c *gin.Context) error {
		in, err := k.received(c)
		defer k.dropUploads(c)
		if err != nil {
			return err
		}
		number := in.Get(NumberField)
		switch who, sender := OpenedBy(number), k.Person(c).Name; {
		case who == "" || who == sender:
		case sender == "": // a page for everybody, opened by somebody whose session has ended
			return k.SignInAgain(c)
		default:
			return &foreignForm{openedBy: who}
		}
		in.Del(NumberField)
		act, err := p(c, in)
		if err != nil {
			return err
		}
		if kept := keptIn(c); kept != nil {
			c.Set(alertKey, k.Text.Say(kept.notice()))
			return act.Again(Shown(in))
		}
		done, err := k.once.do(c.Request.Context(), formKey(number, c.Request, in), act.Do)
		if err != nil {
			return k.Again(c, in, act, err)
		}
		if done.Show != nil {
			return done.Show()
		}
		if done.Say != "" {
			k.flash(c, done.Say, done.Args...)
		}
		c.Redirect(http.StatusSeeOther, done.To)
		return nil
	}))
}

// Again gives a form back that was not taken.
func (k *Kit) Again(c *gin.Context, in url.Values, act Act, err error) error {
	t := Typed{Status: http.StatusUnprocessableEntity, Values: in}
	var conflict *bothConflict
	switch {
	case errors.As(err, &t.Problems):
		if errors.Is(err, value.ErrForbidden) {
			t.Status = http.StatusForbidden
		}
	case errors.As(err, &conflict):
		t.Status, t.Both = http.StatusConflict, conflict.both
	case isConflict(err):
		t.Status, t.Both = http.StatusConflict, BothVersions{Text: k.Text.Say("setting.conflict")}
	case errors.Is(err, app.ErrFull), errors.Is(err, app.ErrBusy), errors.Is(err, app.ErrReadOnly):
		t.Status = statusOf(err) // nothing was stored, and it may be tried again
		k.Log.Error("form not stored", "request", c.GetString(RequestID), "path", c.Request.URL.Path, "error", err)
		c.Set(alertKey, k.Text.Say("form.not_stored."+StatusNumber(t.Status)))
	default:
		return err
	}
	c.Set(RefusedKey, true)
	return act.Again(t)
}

func isConflict(err error) bool {
	var conflict *value.Conflict
	return errors.As(err, &conflict)
}

// bothConflict is a newer version, with what differs between it and what was typed.
type bothConflict struct{ both BothVersions }

func (*bothConflict) Error() string { return "a newer version was saved meanwhile" }

// Newer refuses a form because of a newer version, with what a room says of both; any other error stays as it is.
func Newer(err error, both func() BothVersions) error {
	if isConflict(err) {
		return &bothConflict{both()}
	}
	return err
}

// foreignForm says that a form was opened by somebody else than who sends it.
type foreignForm struct{ openedBy string }

func (*foreignForm) Error() string { return "the form was opened by somebody else" }

// Edit is a form that is a table of fields: one thing as it stands, changed by what was typed. Check is the rule that
// saving holds what was typed to, told together with what could not be read; without one that is told alone. Save is
// also given read, which puts what was typed into another T, where the store hands out one of its own. Place puts a
// problem of the rule at the fields of this form, where the form is of a part.
type Edit[T any] struct {
	Form  field.Form[T]
	Keys  string // under which the labels stand
	Base  T      // as it stands
	Check func(T) value.Problems
	Save  func(typed T, read func(*T)) (Done, error)
	Again func(Typed) error // shows the page
	Place func(value.Problems) value.Problems
}

// ActOf is the Act of a table of fields.
func ActOf[T any](s *Kit, in url.Values, e Edit[T]) Act {
	return Act{Again: e.Again, Do: func() (Done, error) {
		typed := e.Base
		r := e.Form.Read(in, &typed)
		place := func(problems value.Problems) value.Problems {
			if e.Place != nil {
				problems = e.Place(problems)
			}
			return r.Place(problems)
		}
		if problems := r.Problems; len(problems) > 0 {
			if e.Check != nil {
				problems = joinProblems(problems, place(e.Check(typed)))
			}
			return Done{}, problems
		}
		done, err := e.Save(typed, func(t *T) { e.Form.Read(in, t) })
		var problems value.Problems
		switch {
		case errors.As(err, &problems):
			return done, place(problems)
		case isConflict(err):
			rows := e.Form.Differ(s.Text, e.Keys, e.Base, typed)
			return done, &bothConflict{BothVersions{Text: s.Text.Say("setting.conflict"), Rows: rows}}
		}
		return done, err
	}}
}

// joinProblems adds the problems of a rule to those of reading; what could not be read is said once.
func joinProblems(read, rule value.Problems) value.Problems {
	out := slices.Clone(read)
	for _, p := range rule {
		if !slices.ContainsFunc(read, func(r value.Problem) bool { return r.Field == p.Field }) {
			out = append(out, p)
		}
	}
	return out
}

// received is what a form sent, with files or without, or what was kept of it while its sender signed in.
func (k *Kit) received(c *gin.Context) (url.Values, error) {
	if kept := keptIn(c); kept != nil {
		c.Request.PostForm = kept.Values
		return kept.Values, nil
	}
	if strings.HasPrefix(c.ContentType(), "multipart/") {
		return k.Uploaded(c)
	}
	return k.Posted(c)
}

// dropUploads removes the files that a form sent, those that were too large for memory.
func (k *Kit) dropUploads(c *gin.Context) {
	if c.Request.MultipartForm == nil {
		return
	}
	if err := c.Request.MultipartForm.RemoveAll(); err != nil {
		k.Log.Error("upload not removed", "request", c.GetString(RequestID), "error", err)
	}
}
