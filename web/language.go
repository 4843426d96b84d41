package web

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app/text"
	"rasoat/web/page"
)

// LanguageCookie keeps the language that somebody chose, for languageKept.
const (
	LanguageCookie = "rasoat_lang"
	languageKept   = 365 * 24 * time.Hour
)

// byLanguage answers each request in the language that its sender chose; who chose none gets the language of s.
func (s *Server) byLanguage() http.Handler {
	s.Engine, s.other.Engine = s.Routes(), s.other.Routes()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		chosen, err := r.Cookie(LanguageCookie)
		if err == nil && chosen.Value == string(s.other.Text.Lang()) {
			s.other.Engine.ServeHTTP(w, r)
			return
		}
		s.Engine.ServeHTTP(w, r)
	})
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
		Name:     LanguageCookie,
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
