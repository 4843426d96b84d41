package page

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/value"
	"rasoat/web/field"
)

// maxForm is how many bytes a form without files may have; maxUpload is for one with files (issue: 16 MiB as sent).
const (
	maxForm   = 2 << 20
	MaxKept   = maxForm + 1<<16 // a sign-in page that carries a form
	maxUpload = 16 << 20
)

// tooLarge is the problem of a form that has more bytes.
const tooLarge = "form.too_large"

// Posted is what a form sent, as it was typed. A form that is too large or cannot be read is refused.
func (k *Kit) Posted(c *gin.Context) (url.Values, error) { return PostedUpTo(c, maxForm) }

// PostedUpTo is what a form of at most so many bytes sent.
func PostedUpTo(c *gin.Context, most int64) (url.Values, error) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, most)
	if err := c.Request.ParseForm(); err != nil {
		return nil, unreadable(err)
	}
	return c.Request.PostForm, nil
}

// Uploaded is posted for a form with files; they lie in c.Request.MultipartForm.
func (k *Kit) Uploaded(c *gin.Context) (url.Values, error) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxUpload+maxForm)
	if err := c.Request.ParseMultipartForm(maxForm); err != nil {
		return nil, unreadable(err)
	}
	return url.Values(c.Request.MultipartForm.Value), nil
}

// unreadable is why a form was not read, as a problem of the whole form.
func unreadable(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return value.Problems{{Code: tooLarge, Args: []any{large.Limit >> 20}}}
	}
	return value.Problems{{Code: "form.unreadable"}}
}

// Sentence says a problem to a person, with a capital letter.
func (k *Kit) Sentence(p value.Problem) string {
	return field.Sentence(k.Text, p)
}
