package web

import (
	"net/http"

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
