// Package web is the door of the window of rasoat: who may come to which address, what protects all of them, and the
// built styles and scripts. It knows every room; the rooms know the kit, and what lies behind app by its types alone.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/web/api"
	"rasoat/web/campaign"
	"rasoat/web/catalogue"
	"rasoat/web/guide"
	"rasoat/web/indicator"
	"rasoat/web/page"
	"rasoat/web/plan"
	"rasoat/web/proposal"
	"rasoat/web/register"
	"rasoat/web/report"
	"rasoat/web/settings"
)

// Config is what a Server is made of.
type Config struct {
	App  *app.App
	Text *text.Table  // the language of who has chosen none
	Log  *slog.Logger // nil: discarded
	Demo bool         // every page says that it is illustration
}

// Server is the door of the window in one language: it knows every room, who may come to which address, and what
// protects all of them.
type Server struct {
	*page.Kit
	assets   *assets
	metrics  *metrics
	compress func(http.Handler) http.HandlerFunc

	catalogue *catalogue.Room
	proposal  *proposal.Room
	campaign  *campaign.Room
	plan      *plan.Room
	indicator *indicator.Room
	report    *report.Room
	register  *register.Room
	settings  *settings.Room
	guide     *guide.Room
	api       *api.Room
}

// New makes the handler of the whole window. It fails where a template or an asset is broken.
func New(c Config) (http.Handler, error) {
	s, err := NewServer(c)
	if err != nil {
		return nil, err
	}
	return s.Handler(), nil
}

// Handler is the routes behind what protects all of them.
func (s *Server) Handler() http.Handler {
	return s.compress(http.NewCrossOriginProtection().Handler(s.Sessions.LoadAndSave(s.byLanguage())))
}

// SetupPath is the page of the first start; the one-time link leads there.
const SetupPath = page.SetupPath

// templates are those of every room, by its name.
var templates = map[string]fs.FS{
	"page":      page.Templates,
	"catalogue": catalogue.Templates,
	"proposal":  proposal.Templates,
	"campaign":  campaign.Templates,
	"plan":      plan.Templates,
	"indicator": indicator.Templates,
	"report":    report.Templates,
	"register":  register.Templates,
	"settings":  settings.Templates,
	"guide":     guide.Templates,
}

// NewServer opens every room, in the language of c. It fails where a template or an asset is broken.
func NewServer(c Config) (*Server, error) {
	assets, err := newAssets()
	if err != nil {
		return nil, err
	}
	compress, err := newCompression()
	if err != nil {
		return nil, err
	}
	kit := page.NewKit(page.Kit{App: c.App, Log: c.Log, Demo: c.Demo, Sessions: newSessions(c.App)})
	kit.Sessions.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		kit.Log.Error("session not kept", "path", r.URL.Path, "error", err)
		http.Error(w, c.Text.Say("page.error.500"), http.StatusInternalServerError)
	}
	s := &Server{assets: assets, metrics: newMetrics(c.App.IndexLag), compress: compress, register: register.New(kit)}
	return s, s.open(*kit, c.Text)
}

// open opens the rooms in one language: sessions, figures, limits and what became of forms are those of the other too.
func (s *Server) open(kit page.Kit, words *text.Table) (err error) {
	kit.Text = words
	kit.Spoken = scriptWords(words)
	if kit.Pages, err = page.NewRenderer(s.assets.Address, words, templates); err != nil {
		return err
	}
	s.Kit = &kit
	s.catalogue, s.proposal, s.campaign = catalogue.New(&kit), proposal.New(&kit), campaign.New(&kit)
	s.plan, s.indicator, s.report = plan.New(&kit), indicator.New(&kit), report.New(&kit)
	s.register, s.settings = s.register.In(&kit), settings.New(&kit)
	s.guide, s.api = guide.New(&kit), api.New(&kit)
	kit.Searched, kit.Problem, kit.SignInAgain = s.metrics.searched, s.api.Problem, s.signInAgain
	return nil
}

// scriptWords are the sentences that web/front/js says, as JSON by their codes without "script.", with the places left
// open that a script fills.
func scriptWords(t *text.Table) string {
	words := map[string]string{}
	for _, code := range t.Codes() {
		if name, ours := strings.CutPrefix(code, "script."); ours {
			words[name] = t.Say("script."+name, "{0}")
		}
	}
	out, _ := json.Marshal(words) // words alone
	return string(out)
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
	c.Set(page.RequestID, page.NewID())
	defer func() {
		if r := recover(); r != nil {
			s.Log.Error("handler broke", "request", c.GetString(page.RequestID), "panic", r)
			s.Fail(c, errors.New("handler broke"))
		}
	}()
	c.Next()
}

// Serve answers on a listener until ctx ends, then waits five seconds for what is under way.
func Serve(ctx context.Context, srv *http.Server, serve func() error) error {
	ended := make(chan error, 1)
	go func() { ended <- serve() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(closing); err != nil {
		return err
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// healthz says that the process answers.
func (s *Server) healthz(c *gin.Context) { c.String(http.StatusOK, "ok\n") }

// readyz says whether the index has caught up with the store; pages answer meanwhile.
func (s *Server) readyz(c *gin.Context) {
	ready, err := s.App.Ready(c.Request.Context())
	if err != nil || !ready {
		c.String(http.StatusServiceUnavailable, "not ready\n")
		return
	}
	c.String(http.StatusOK, "ready\n")
}
