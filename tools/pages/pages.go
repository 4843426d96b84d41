// Package pages keeps the pages that tests were served, so that one HTML validator looks at all of them at the end of
// a test run: browser walks and tests of the window leave them in the folder that RASOAT_KEEP_PAGES names, and
// TestCollected, run afterwards with the same folder in RASOAT_CHECK_PAGES, has them checked.
package pages

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// Browser is the path of the Chromium that the tests walk with, "" where none is installed: the one without a window,
// which does the same with half of the work, before the whole one.
func Browser() string {
	for _, name := range []string{"chromium-headless-shell", "chromium"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Keep leaves a page in the folder of the test run, named after the test, the request and the status; what is no whole
// page is left out. It does nothing where no folder is named.
func Keep(test, method, path string, status int, page []byte) error {
	dir := os.Getenv("RASOAT_KEEP_PAGES")
	if dir == "" || !whole(page) {
		return nil
	}
	name := unfit.ReplaceAllString(fmt.Sprintf("%s %d %s %s", method, status, strings.Trim(path, "/"), test), "_")
	hash := sha256.Sum256(page)
	return os.WriteFile(filepath.Join(dir, fmt.Sprintf("%.140s %x.html", name, hash[:6])), page, 0o600)
}

// unfit is what a file's name had better not hold.
var unfit = regexp.MustCompile(`[^A-Za-z0-9_. -]+`)

func whole(page []byte) bool {
	return bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(page[:min(len(page), 64)])), []byte("<!doctype html"))
}

// Keeper stands between a browser and the program at base and keeps every page that goes through; nil where no folder
// is named.
func Keeper(test, base string) http.Handler {
	if os.Getenv("RASOAT_KEEP_PAGES") == "" {
		return nil
	}
	to, err := url.Parse(base)
	if err != nil {
		panic(err) // the caller's own server
	}
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(to)
			r.Out.Host = r.In.Host              // the program compares it with the origin of a form
			r.Out.Header.Del("Accept-Encoding") // the transport asks for gzip itself, and unpacks it
		},
		ModifyResponse: func(r *http.Response) error {
			if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
				return nil
			}
			page, err := io.ReadAll(r.Body)
			if err != nil {
				return err
			}
			r.Body.Close()
			r.Body = io.NopCloser(bytes.NewReader(page))
			return Keep(test, r.Request.Method, r.Request.URL.Path, r.StatusCode, page)
		},
	}
}
