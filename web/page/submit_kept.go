package page

import (
	"context"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// A form that is sent after its session ended is not lost: the sign-in page carries what was typed, and once the same
// person has signed in, the page of the form comes back with it.

// KeptForm is a form that waits for its sender to sign in.
type KeptForm struct {
	address string // to which it was sent
	Values  url.Values
	files   bool // files were chosen; a browser does not choose them again by itself
}

// keptKey is under which a request that goes on after signing in carries the form that was kept.
type keptKey struct{}

// Hidden fields of the sign-in page: the address of the form that is kept, whether it had files, and its fields.
const (
	keptAddress = "giu-dia-chi"
	keptFiles   = "giu-tep"
	keptPrefix  = "giu."
)

// keptIn is the form with which a request goes on after signing in; nil: it is a form that was sent just now.
func keptIn(c *gin.Context) *KeptForm {
	k, _ := c.Request.Context().Value(keptKey{}).(*KeptForm)
	return k
}

// notice is the code of the sentence that says above the page what happened to the form.
func (k *KeptForm) notice() string {
	if k.files {
		return "session.kept_files"
	}
	return "session.kept"
}

// Keep takes up a form that nobody may send who is not signed in; nil: there is nothing typed to be kept.
func (k *Kit) Keep(c *gin.Context) (*KeptForm, error) {
	in, err := k.received(c)
	if err != nil {
		return nil, err
	}
	for _, secret := range []string{"password", "again", "old"} {
		in.Del(secret) // no page carries it
	}
	kept := &KeptForm{address: c.Request.URL.RequestURI(), Values: in}
	if c.Request.MultipartForm != nil {
		for _, files := range c.Request.MultipartForm.File {
			chosen := func(f *multipart.FileHeader) bool { return f.Size > 0 }
			kept.files = kept.files || slices.ContainsFunc(files, chosen)
		}
	}
	return kept, nil
}

// KeptOf is the form that a sign-in page carries, nil where it carries none.
func (k *Kit) KeptOf(in url.Values) *KeptForm {
	address := in.Get(keptAddress)
	if !isOwnPath(address) {
		return nil
	}
	form := &KeptForm{address: address, Values: url.Values{}, files: in.Get(keptFiles) != ""}
	for name, values := range in {
		if name, kept := strings.CutPrefix(name, keptPrefix); kept {
			form.Values[name] = values
		}
	}
	return form
}

// Hidden are the fields that carry the form through the sign-in page.
func (k *KeptForm) Hidden() []HiddenField {
	if k == nil {
		return nil
	}
	out := []HiddenField{{keptAddress, k.address}}
	if k.files {
		out = append(out, HiddenField{keptFiles, "1"})
	}
	for _, name := range slices.Sorted(maps.Keys(k.Values)) {
		for _, v := range k.Values[name] {
			out = append(out, HiddenField{keptPrefix + name, v})
		}
	}
	return out
}

// GoOn answers a sign-in with the page of the form that was kept: it is shown as it was typed, and sent again by its
// own button. What somebody else typed is not shown.
func (k *Kit) GoOn(c *gin.Context, kept *KeptForm) error {
	who := OpenedBy(kept.Values.Get(NumberField))
	if who != "" && who != k.Person(c).Name {
		k.flash(c, "session.of_other", who)
		c.Redirect(http.StatusSeeOther, FirstPage)
		return nil
	}
	to, err := url.Parse(kept.address)
	if err != nil {
		return err
	}
	kept.Values.Set(NumberField, newNumber(k.Person(c).Name))
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), keptKey{}, kept))
	c.Request.URL, c.Request.Method = to, http.MethodPost
	k.Engine.HandleContext(c)
	return nil
}

// OnlyForms lets a form that goes on after signing in reach a form alone: the address that the sign-in page carried
// could be any.
func (k *Kit) OnlyForms(c *gin.Context) {
	if keptIn(c) != nil && !k.Forms.Has(c) {
		c.Redirect(http.StatusSeeOther, FirstPage)
		c.Abort()
	}
}

// HiddenField is a field that nobody sees.
type HiddenField struct{ Name, Value string }
