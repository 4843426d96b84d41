package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
)

// Config is what a Server is made of.
type Config struct {
	App  *app.App
	Text *text.Table  // the language of who has chosen none
	Log  *slog.Logger // nil: discarded
	Demo bool         // every page says that it is illustration
}

// Server is the window in one language: pages and JSON API over one App.
type Server struct {
	app    *app.App
	text   *text.Table
	log    *slog.Logger
	demo   bool
	spoken string // what the scripts say, as JSON

	pages  *Renderer
	assets *Assets

	compress func(http.Handler) http.HandlerFunc
	metrics  *metrics
	sessions *scs.SessionManager
	sends    *limiter  // of the public feedback form
	once     *onlyOnce // what became of forms
	engine   *gin.Engine
}

// New makes the handler of the whole window. It fails where a template or an asset is broken.
func New(c Config) (http.Handler, error) {
	s, err := newServer(c)
	if err != nil {
		return nil, err
	}
	return s.handler(), nil
}

// handler is the routes behind what protects all of them.
func (s *Server) handler() http.Handler {
	return s.compress(http.NewCrossOriginProtection().Handler(s.sessions.LoadAndSave(s.byLanguage())))
}

func newServer(c Config) (*Server, error) {
	assets, err := NewAssets()
	if err != nil {
		return nil, err
	}
	s := &Server{
		app:      c.App,
		text:     c.Text,
		log:      c.Log,
		demo:     c.Demo,
		assets:   assets,
		metrics:  newMetrics(c.App.IndexLag),
		sessions: newSessions(c.App),
		sends:    &limiter{},
		once:     &onlyOnce{},
	}
	if s.spoken, err = scriptWords(c.Text); err != nil {
		return nil, err
	}
	if s.compress, err = newCompression(); err != nil {
		return nil, err
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.pages, err = NewRenderer(assets, s.text); err != nil {
		return nil, err
	}
	s.sessions.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		s.log.Error("session not kept", "path", r.URL.Path, "error", err)
		http.Error(w, s.text.Say("page.error.500"), http.StatusInternalServerError)
	}
	return s, nil
}

// policy lets a page load from this server alone, and nothing written into it run.
const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// guard sends the headers that every answer carries, gives the request its id and catches what breaks.
func (s *Server) guard(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Frame-Options", "DENY")
	c.Set(requestID, newID())
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("handler broke", "request", c.GetString(requestID), "panic", r)
			s.fail(c, errBroke)
		}
	}()
	c.Next()
}

const requestID = "request"

var errBroke = errors.New("handler broke")

func newID() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}

// page is the one adapter from a handler's error to what a person sees.
func (s *Server) page(h func(*gin.Context) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			s.fail(c, err)
		}
	}
}

// show renders a page whole, or fails whole.
func (s *Server) show(c *gin.Context, status int, name string, model any) error {
	var b bytes.Buffer
	if err := s.pages.Page(&b, name, model); err != nil {
		return err
	}
	c.Header("Cache-Control", "no-cache")
	if s.person(c).Name != "" {
		c.Header("Cache-Control", "private, no-cache")
	}
	page := numberForms(b.Bytes(), newNumber(s.person(c).Name))
	if status == http.StatusOK && len(page) == b.Len() && isUnchanged(c, page) {
		return nil
	}
	c.Data(status, "text/html; charset=utf-8", page)
	return nil
}

// statusOf is the HTTP status of a kind of error.
func statusOf(err error) int {
	var problems value.Problems
	var conflict *value.Conflict
	var foreign *foreignForm
	switch {
	case errors.As(err, &foreign):
		return http.StatusForbidden
	case errors.Is(err, value.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, value.ErrForbidden):
		return http.StatusForbidden
	case errors.As(err, &problems):
		return http.StatusBadRequest
	case errors.As(err, &conflict):
		return http.StatusConflict
	case errors.Is(err, app.ErrFull):
		return http.StatusInsufficientStorage
	case errors.Is(err, app.ErrNoIndex), errors.Is(err, app.ErrBusy), errors.Is(err, app.ErrReadOnly):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// fail answers with a page, or with a problem document where the API was asked (RFC 9457).
func (s *Server) fail(c *gin.Context, err error) {
	if c.Writer.Written() {
		return
	}
	status, id := statusOf(err), c.GetString(requestID)
	if status == http.StatusInternalServerError && !errors.Is(err, context.Canceled) {
		s.log.Error("request failed", "request", id, "path", c.Request.URL.Path, "error", err)
	}
	if isAPI(c) {
		s.problem(c, status, id, err)
		return
	}
	model := errorPage{frame: s.frame(c, s.text.Say("page.error.title")), Status: http.StatusText(status),
		Headline: s.text.Say(headline(status)), Text: s.text.Say(headline(status) + ".text"),
		Next: []link{{Text: s.text.Say("page.home"), Href: "/"}}}
	if status == http.StatusInternalServerError {
		model.Request = id
	}
	model.Status = httpNumber(status)
	var foreign *foreignForm
	var problems value.Problems
	switch {
	case errors.As(err, &foreign):
		model.Headline, model.Text = s.text.Say("form.of_other"), s.text.Say("form.of_other.text", foreign.openedBy)
	case errors.As(err, &problems) && len(problems) > 0:
		model.Text = s.sentence(problems[0])
	}
	if err := s.show(c, status, "error", model); err != nil {
		s.log.Error("error page failed", "request", id, "error", err)
		c.String(status, s.text.Say("failed", id))
	}
}

func headline(status int) string {
	switch status {
	case http.StatusNotFound, http.StatusForbidden, http.StatusBadRequest, http.StatusConflict, http.StatusServiceUnavailable, http.StatusInsufficientStorage:
		return "page.error." + httpNumber(status)
	}
	return "page.error.500"
}

// waitToClose is how long requests under way may take when the server closes.
const waitToClose = 5 * time.Second

// Serve answers on a listener until ctx ends, then waits for what is under way.
func Serve(ctx context.Context, srv *http.Server, serve func() error) error {
	ended := make(chan error, 1)
	go func() { ended <- serve() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), waitToClose)
	defer cancel()
	if err := srv.Shutdown(closing); err != nil {
		return err
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
