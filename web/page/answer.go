package page

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
)

// RequestID is under which key a request keeps its id.
const RequestID = "request"

// NewID is a new id of a request.
func NewID() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}

// Page is the one adapter from a handler's error to what a person sees.
func (k *Kit) Page(h func(*gin.Context) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			k.Fail(c, err)
		}
	}
}

// Show renders a page whole, or fails whole.
func (k *Kit) Show(c *gin.Context, status int, name string, model any) error {
	var b bytes.Buffer
	if err := k.Pages.Page(&b, name, model); err != nil {
		return err
	}
	c.Header("Cache-Control", "no-cache")
	if k.Person(c).Name != "" {
		c.Header("Cache-Control", "private, no-cache")
	}
	page := numberForms(b.Bytes(), newNumber(k.Person(c).Name))
	if status == http.StatusOK && len(page) == b.Len() && isUnchanged(c, page) {
		return nil
	}
	c.Data(status, "text/html; charset=utf-8", page)
	return nil
}

// isUnchanged gives a page its mark (ETag), and answers 304 where the browser has it already. A page is never shown
// without asking: what stands in it may have changed a second ago. Pages with forms have none: each form carries a
// number of its own.
func isUnchanged(c *gin.Context, page []byte) bool {
	sum := sha256.Sum256(page)
	mark := `W/"` + hex.EncodeToString(sum[:12]) + `"`
	c.Header("ETag", mark)
	if c.Request.Method != http.MethodGet || c.GetHeader("If-None-Match") != mark {
		return false
	}
	c.Status(http.StatusNotModified)
	c.Writer.WriteHeaderNow()
	return true
}

// ErrorPage is what is said where a page cannot be shown: 403, 404, 413, 500. Template: page/error.
type ErrorPage struct {
	Frame
	Status   string // "404"; empty where nothing went wrong
	Headline string // "Không tìm thấy trang này"
	Text     string // what to do
	Request  string // id of the request, for 500
	Next     []Link
}

// Fail answers with a page, or with a problem document where the API was asked (RFC 9457).
func (k *Kit) Fail(c *gin.Context, err error) {
	if c.Writer.Written() {
		return
	}
	status, id := statusOf(err), c.GetString(RequestID)
	if status == http.StatusInternalServerError && !errors.Is(err, context.Canceled) {
		k.Log.Error("request failed", "request", id, "path", c.Request.URL.Path, "error", err)
	}
	if IsAPI(c) {
		k.Problem(c, status, id, err)
		return
	}
	headline := ErrorHeadline(status)
	model := ErrorPage{
		Frame:    k.Frame(c, k.Text.Say("page.error.title")),
		Status:   StatusNumber(status),
		Headline: k.Text.Say(headline),
		Text:     k.Text.Say(headline + ".text"),
		Next:     []Link{{Text: k.Text.Say("page.home"), Href: "/"}},
	}
	if status == http.StatusInternalServerError {
		model.Request = id
	}
	var foreign *foreignForm
	var problems value.Problems
	switch {
	case errors.Is(err, app.ErrNoPlan):
		model.Status = "" // a page like any other: nothing is missing that was there
		model.Headline, model.Text = k.Text.Say("page.no_plan"), k.Text.Say("page.no_plan.text")
		model.Title = model.Headline
		if k.Person(c).May(account.BeginPlan) {
			model.Next = []Link{{Text: k.Text.Say("page.no_plan.begin"), Href: PlanStartPath}}
		}
	case errors.As(err, &foreign):
		model.Headline, model.Text = k.Text.Say("form.of_other"), k.Text.Say("form.of_other.text", foreign.openedBy)
	case errors.As(err, &problems) && len(problems) > 0:
		model.Text = k.Sentence(problems[0])
	}
	if err := k.Show(c, status, "page/error", model); err != nil {
		k.Log.Error("error page failed", "request", id, "error", err)
		c.String(status, k.Text.Say("failed", id))
	}
}

// statusOf is the HTTP status of a kind of error; ErrorHeadline has a sentence for each.
func statusOf(err error) int {
	var problems value.Problems
	var foreign *foreignForm
	switch {
	case errors.As(err, &foreign), errors.Is(err, value.ErrForbidden):
		return http.StatusForbidden
	case errors.Is(err, value.ErrNotFound):
		return http.StatusNotFound
	case errors.As(err, &problems):
		if len(problems) > 0 && problems[0].Code == tooLarge {
			return http.StatusRequestEntityTooLarge
		}
		return http.StatusBadRequest
	case isConflict(err):
		return http.StatusConflict
	case errors.Is(err, app.ErrFull):
		return http.StatusInsufficientStorage
	case errors.Is(err, app.ErrNoIndex), errors.Is(err, app.ErrBusy), errors.Is(err, app.ErrReadOnly):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// StatusNumber writes an HTTP status: "404".
func StatusNumber(status int) string { return strconv.Itoa(status) }

// ErrorHeadline is the code of the sentence that heads the page of an error.
func ErrorHeadline(status int) string { return "page.error." + StatusNumber(status) }

// flashCookie carries what was done to the page that follows: a store that cannot write now must not hide it, and
// somebody who is not signed in has no session. It waits so many seconds for that page.
const (
	flashCookie = "rasoat-da"
	flashLife   = 60
)

type flashWords struct {
	Say  string `json:"say"`
	Args []any  `json:"args,omitempty"`
}

// flash says on the next page what was done.
func (k *Kit) flash(c *gin.Context, say string, args ...any) {
	raw, err := json.Marshal(flashWords{say, args})
	if err != nil {
		return // arguments are words and numbers
	}
	setFlash(c, base64.RawURLEncoding.EncodeToString(raw), flashLife)
}

func setFlash(c *gin.Context, words string, life int) {
	http.SetCookie(c.Writer, &http.Cookie{
		Name:     flashCookie,
		Value:    words,
		Path:     "/",
		MaxAge:   life,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
}

// takeFlash is what was done before this page, said once; "" where nothing was.
func (k *Kit) takeFlash(c *gin.Context) string {
	cookie, err := c.Request.Cookie(flashCookie)
	if err != nil || cookie.Value == "" {
		return ""
	}
	setFlash(c, "", -1)
	raw, err := base64.RawURLEncoding.DecodeString(cookie.Value)
	var words flashWords
	if err != nil || json.Unmarshal(raw, &words) != nil || !k.Text.Has(words.Say) {
		return ""
	}
	return k.Text.Say(words.Say, words.Args...)
}
