package page

import (
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/viet"
)

// Attach has the browser keep what is sent as a file of that name.
func Attach(c *gin.Context, name string) {
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
}

// GiveScan sends a scan as a file of that name.
func (k *Kit) GiveScan(c *gin.Context, f app.ScanFile, name string) error {
	defer func() {
		if err := f.Content.Close(); err != nil {
			k.Log.Error("scan not closed", "error", err)
		}
	}()
	h := c.Writer.Header()
	h.Set("Content-Type", f.MIME)
	h.Set("Content-Disposition", `attachment; filename="`+name+f.Ending+`"`)
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "private, no-store")
	http.ServeContent(c.Writer, c.Request, "", k.App.Now(), f.Content)
	return nil
}

// FileTypes are what a report is downloaded as.
var FileTypes = []struct{ Ending, Name, Media string }{
	{"docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{"xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}

// Attachment names a file for a download, in Vietnamese for whoever understands it and without accents else.
func Attachment(name, ending string) string {
	plain := strings.ReplaceAll(viet.Fold(name), " ", "-") + "." + ending
	return mime.FormatMediaType("attachment", map[string]string{"filename": plain}) +
		"; filename*=UTF-8''" + url.PathEscape(name+"."+ending)
}
