package page

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/review"
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
func (k *Kit) Sentence(p value.Problem) string { return field.Sentence(k.Text, p) }

// Renamed are the same problems at fields of other names.
func Renamed(err error, names map[string]string) error {
	var problems value.Problems
	if !errors.As(err, &problems) {
		return err
	}
	out := slices.Clone(problems)
	for i, p := range out {
		out[i].Field = cmp.Or(names[p.Field], p.Field)
	}
	return out
}

// PlanOf is the plan that the form of a plan's document is about.
func PlanOf(in url.Values) review.PlanID { return review.PlanID(in.Get("plan")) }

// TypedMonth reads the month of an address; none is the one whose period holds today.
func TypedMonth(text string) (value.Month, error) {
	if text == "" {
		return value.Month{}, nil
	}
	m, err := value.ParseMonth(text)
	if err != nil {
		return m, value.Problems{{Field: "thang", Code: "month.form", Args: []any{text}}}
	}
	return m, nil
}

// TypedDate reads a day as people write it; a field that is empty is no day and no problem.
func TypedDate(in url.Values, name string) (value.Date, value.Problems) {
	d, p := field.ReadDate(in.Get(name))
	if p == nil {
		return d, nil
	}
	p.Field = name
	return d, value.Problems{*p}
}

// Version is the version that a form started from: 0 of a new thing, −1, which never stood, for what is no number.
func Version(in url.Values) int {
	n, err := strconv.Atoi(cmp.Or(in.Get("version"), "0"))
	if err != nil {
		return -1
	}
	return n
}
