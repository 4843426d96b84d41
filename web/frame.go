package web

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// frame is what stands around a page for whoever asked.
func (s *Server) frame(c *gin.Context, title string) frame {
	ctx := c.Request.Context()
	f := frame{Title: title, Demo: s.demo, Query: c.Query("q")}
	if commune, _, err := s.app.Commune(ctx); err == nil && commune.Name != "" {
		f.Commune = "UBND " + commune.Title()
	}
	if n, err := s.app.DataVersion(ctx); err == nil {
		f.DataVersion = s.text.Say("page.data_version", viet.ShortDate(s.app.Today()), viet.Number(n))
	}
	return f
}

// reader says for whom this request reads.
func (s *Server) reader(*gin.Context) app.Reader { return app.Reader{} }

// number is a whole number of the address within bounds, the default where it is missing.
func number(c *gin.Context, name string, standard, least, most int) (int, error) {
	raw := c.Query(name)
	if raw == "" {
		return standard, nil
	}
	n, err := strconv.Atoi(raw)
	if err != nil || n < least || n > most {
		return 0, value.Problems{{Field: name, Code: "address.number", Args: []any{least, most, raw}}}
	}
	return n, nil
}

func httpNumber(status int) string { return strconv.Itoa(status) }

func (s *Server) notFound(*gin.Context) error { return value.ErrNotFound }

// healthz says that the process answers.
func (s *Server) healthz(c *gin.Context) { c.String(http.StatusOK, "ok\n") }

// readyz says whether the index has caught up with the store; pages answer meanwhile.
func (s *Server) readyz(c *gin.Context) {
	ready, err := s.app.Ready(c.Request.Context())
	if err != nil || !ready {
		c.String(http.StatusServiceUnavailable, "not ready\n")
		return
	}
	c.String(http.StatusOK, "ready\n")
}
