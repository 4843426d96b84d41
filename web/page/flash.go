package page

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
)

// flashCookie carries what was done to the page that follows: a store that cannot write now must not hide it, and
// somebody who is not signed in has no session.
const flashCookie = "rasoat-da"

// flashLife is how long it waits for that page, in seconds.
const flashLife = 60

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
