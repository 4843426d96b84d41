package web

import (
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app/text"
	"rasoat/web/page"
)

// languageCookie keeps the language that somebody chose, for languageKept.
const (
	languageCookie = "rasoat_lang"
	languageKept   = 365 * 24 * time.Hour
)

// byLanguage answers each request in the language that its sender chose; who chose none gets the language of s. The
// other language is made ready when it is first asked for: its pages take 25 MB, and most communes need one language.
func (s *Server) byLanguage() http.Handler {
	s.Engine = s.Routes()
	inOther, lang := sync.OnceValues(s.inOther), string(text.Other(s.Text.Lang()))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if chosen, err := r.Cookie(languageCookie); err != nil || chosen.Value != lang {
			s.Engine.ServeHTTP(w, r)
			return
		}
		other, err := inOther()
		if err != nil {
			s.Log.Error("other language not ready", "language", lang, "error", err)
			s.Engine.ServeHTTP(w, r)
			return
		}
		other.Engine.ServeHTTP(w, r)
	})
}

// inOther is this window in the other language: one App, one set of sessions, figures and limits; words and pages of
// its own.
func (s *Server) inOther() (*Server, error) {
	words, err := text.Load(text.Other(s.Text.Lang()))
	if err != nil {
		return nil, err
	}
	o := *s
	if err := o.open(*s.Kit, words); err != nil {
		return nil, err
	}
	o.Engine = o.Routes()
	return &o, nil
}

// chooseLanguage keeps the language that was chosen and goes back to the page.
func (s *Server) chooseLanguage(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	lang := text.Vietnamese
	if in.Get("lang") == string(text.English) {
		lang = text.English
	}
	http.SetCookie(c.Writer, &http.Cookie{
		Name:     languageCookie,
		Value:    string(lang),
		Path:     "/",
		MaxAge:   int(languageKept.Seconds()),
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
	back := in.Get("back")
	if back == "" {
		back = "/"
	}
	c.Redirect(http.StatusSeeOther, page.OwnPath(back))
	return nil
}
