package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

//go:embed static/dist
var assetFiles embed.FS

const (
	assetsPrefix = "/static/" // the path under which the built styles, scripts and type are served
	typeEnding   = ".woff2"   // of files of type, whose names carry their version
)

// assets are the built files of web/front. Their addresses carry a version, so that a browser may keep
// them for a year and still sees a new build at once.
type assets struct {
	files    fs.FS
	versions map[string]string
}

// newAssets reads the embedded files and computes their versions.
func newAssets() (*assets, error) {
	files, err := fs.Sub(assetFiles, "static/dist")
	if err != nil {
		return nil, err
	}
	a := &assets{files: files, versions: map[string]string{}}
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		a.versions[name] = hex.EncodeToString(sum[:6])
		return nil
	})
	return a, err
}

// Address is where the file called name is found: "/static/app.css?v=5f2c…"; type, which styles ask for too, by the
// name that it was built under: "latin-400.woff2" is "/static/…-latin-400-normal-GO7M….woff2". A name that was not
// built is an error, so that a misspelt one fails the test of its template.
func (a *assets) Address(name string) (string, error) {
	if kind, ok := strings.CutSuffix(name, typeEnding); ok {
		for built := range a.versions {
			if strings.Contains(built, "-"+kind+"-") && strings.HasSuffix(built, typeEnding) {
				return assetsPrefix + built, nil
			}
		}
	}
	version, ok := a.versions[name]
	if !ok {
		return "", fmt.Errorf("asset %q: not built", name)
	}
	return assetsPrefix + name + "?v=" + version, nil
}

// ServeHTTP answers for assetsPrefix. A request that names the version that stands may be kept for good;
// fonts carry their version in the name.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, assetsPrefix)
	version, ok := a.versions[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("ETag", `W/"`+version+`"`)
	w.Header().Set("Vary", "Accept-Encoding") // the same for everybody, whoever is signed in
	w.Header().Set("Cache-Control", "no-cache")
	if r.URL.Query().Get("v") == version || strings.HasSuffix(name, typeEnding) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeFileFS(w, r, a.files, name)
}

// compressed are the kinds of answers that gzip makes smaller; documents, pictures and type are packed already.
var compressed = []string{
	"text/html", "text/css", "text/javascript", "text/plain", "text/csv",
	"application/json", "application/problem+json", "application/jsonl", "image/svg+xml",
}

// newCompression is what packs answers for browsers that say that they can unpack them.
func newCompression() (func(http.Handler) http.HandlerFunc, error) {
	return gzhttp.NewWrapper(gzhttp.ContentTypes(compressed), gzhttp.MinSize(1024), gzhttp.EnableZstd(false))
}
