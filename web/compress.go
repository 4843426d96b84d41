package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"
)

// compressed are the kinds of answers that gzip makes smaller; documents, pictures and type are packed already.
var compressed = []string{
	"text/html",
	"text/css",
	"text/javascript",
	"text/plain",
	"text/csv",
	"application/json",
	"application/problem+json",
	"application/jsonl",
	"image/svg+xml",
}

// newCompression is what packs answers for browsers that say that they can unpack them.
func newCompression() (func(http.Handler) http.HandlerFunc, error) {
	return gzhttp.NewWrapper(gzhttp.ContentTypes(compressed), gzhttp.MinSize(1024), gzhttp.EnableZstd(false))
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
