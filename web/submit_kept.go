package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
)

// A form that is sent after its session ended is not lost: the sign-in page carries what was typed, and once the same
// person has signed in, the page of the form comes back with it.

// keptForm is a form that waits for its sender to sign in.
type keptForm struct {
	address string // to which it was sent
	values  url.Values
	files   bool // files were chosen; a browser does not choose them again by itself
	words   func(code string, args ...any) string
}

// Hidden fields of the sign-in page: the address of the form that is kept, whether it had files, and its fields.
const (
	keptAddress = "giu-dia-chi"
	keptFiles   = "giu-tep"
	keptPrefix  = "giu."
)

// keptIn is the form with which a request goes on after signing in; nil: it is a form that was sent just now.
func keptIn(c *gin.Context) *keptForm {
	k, _ := c.Request.Context().Value(keptKey).(*keptForm)
	return k
}

// notice says above the page what happened to the form.
func (k *keptForm) notice() string {
	if k.files {
		return k.words("session.kept_files")
	}
	return k.words("session.kept")
}

// secrets are the fields that no page carries.
var secrets = []string{"password", "again", "old"}

// keep takes up a form that nobody may send who is not signed in; nil: there is nothing typed to be kept.
func (s *Server) keep(c *gin.Context) (*keptForm, error) {
	in, err := s.received(c)
	if err != nil {
		return nil, err
	}
	for _, secret := range secrets {
		in.Del(secret)
	}
	k := &keptForm{address: c.Request.URL.RequestURI(), values: in, words: s.text.Say}
	if c.Request.MultipartForm != nil {
		for _, files := range c.Request.MultipartForm.File {
			for _, f := range files {
				k.files = k.files || f.Size > 0
			}
		}
	}
	return k, nil
}

// keptOf is the form that a sign-in page carries, nil where it carries none.
func (s *Server) keptOf(in url.Values) *keptForm {
	address := in.Get(keptAddress)
	if !isOwnPath(address) {
		return nil
	}
	k := &keptForm{address: address, values: url.Values{}, files: in.Get(keptFiles) != "", words: s.text.Say}
	for name, values := range in {
		if name, kept := strings.CutPrefix(name, keptPrefix); kept {
			k.values[name] = values
		}
	}
	return k
}

// hidden are the fields that carry the form through the sign-in page.
func (k *keptForm) hidden() []hiddenField {
	if k == nil {
		return nil
	}
	out := []hiddenField{{keptAddress, k.address}}
	if k.files {
		out = append(out, hiddenField{keptFiles, "1"})
	}
	for _, name := range sortedNames(k.values) {
		for _, v := range k.values[name] {
			out = append(out, hiddenField{keptPrefix + name, v})
		}
	}
	return out
}

// goOn answers a sign-in with the page of the form that was kept: it is shown as it was typed, and sent again by its
// own button. What somebody else typed is not shown.
func (s *Server) goOn(c *gin.Context, k *keptForm) error {
	who := openedBy(k.values.Get(numberField))
	if who != "" && who != s.person(c).Name {
		s.flash(c, "session.of_other", who)
		c.Redirect(http.StatusSeeOther, firstPage)
		return nil
	}
	to, err := url.Parse(k.address)
	if err != nil {
		return err
	}
	k.values.Set(numberField, newNumber(s.person(c).Name))
	c.Request = c.Request.WithContext(withKept(c.Request.Context(), k))
	c.Request.URL, c.Request.Method = to, http.MethodPost
	s.engine.HandleContext(c)
	return nil
}
