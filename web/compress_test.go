package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web"
)

// fetch gets an address as a browser does that unpacks gzip, with more headers in pairs.
func fetch(t *testing.T, address string, headers ...string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = answer.Body.Close() })
	return answer
}

// Pages, styles, scripts and data go packed; what they are may be kept as long as it stays the same.
func TestAnswersAreLight(t *testing.T) {
	s := webtest.OpenSite(t)
	assets, err := web.NewAssets()
	if err != nil {
		t.Fatal(err)
	}
	style, err := assets.Address("app.css")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path, cache, vary string
		most              int // bytes on the line
	}{
		{"/", "no-cache", "Accept-Encoding Cookie", 4 << 10},
		{"/?q=", "no-cache", "Accept-Encoding Cookie", 10 << 10},
		{"/thu-tuc/1.001193", "no-cache", "Accept-Encoding Cookie", 12 << 10},
		{style, "public, max-age=31536000, immutable", "Accept-Encoding", 10 << 10},
		{"/static/app.js", "no-cache", "Accept-Encoding", 6 << 10},
		{"/api/v1/openapi.json", "", "Accept-Encoding Cookie", 10 << 10},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			answer := fetch(t, s.Address+tt.path)
			if got := answer.Header.Get("Content-Encoding"); got != "gzip" {
				t.Fatalf("packed as %q", got)
			}
			if got := answer.Header.Get("Cache-Control"); got != tt.cache {
				t.Errorf("Cache-Control: %q, want %q", got, tt.cache)
			}
			if got := strings.Join(answer.Header.Values("Vary"), " "); got != tt.vary {
				t.Errorf("Vary: %q, want %q", got, tt.vary)
			}
			packed, err := io.ReadAll(answer.Body)
			if err != nil || len(packed) > tt.most {
				t.Errorf("%d bytes on the line, want %d at most (%v)", len(packed), tt.most, err)
			}
			plain, err := gzip.NewReader(strings.NewReader(string(packed)))
			if err != nil {
				t.Fatal(err)
			}
			if whole, err := io.ReadAll(plain); err != nil || len(whole) <= len(packed) {
				t.Errorf("unpacks to %d bytes (%v)", len(whole), err)
			}
			mark := answer.Header.Get("ETag")
			if mark == "" {
				return
			}
			if again := fetch(t, s.Address+tt.path, "If-None-Match", mark); again.StatusCode != http.StatusNotModified {
				t.Errorf("asked for again: %d", again.StatusCode)
			}
		})
	}
	if got := fetch(t, s.Address+"/").Header.Get("ETag"); got == "" {
		t.Error("the first page has no mark to ask for again")
	}
}

// Each page for everybody says in a sentence of its own what it is about; pages of officials are kept out of search
// engines.
func TestPagesAreDescribed(t *testing.T) {
	s := webtest.OpenSite(t)
	seen := map[string]string{}
	for _, path := range []string{"/", "/?q=khai+sinh", "/thu-tuc/1.001193", "/gop-y"} {
		_, rest, there := strings.Cut(s.Visitor().Get(path).Body, `<meta name="description" content="`)
		sentence, _, _ := strings.Cut(rest, `"`)
		if !there || len(sentence) < 50 || strings.Contains(sentence, "…") || seen[sentence] != "" {
			t.Errorf("%s is described as %q (%s)", path, sentence, seen[sentence])
		}
		seen[sentence] = path
	}
	if page := s.As("office").Get("/viec").Body; !strings.Contains(page, `<meta name="robots" content="noindex">`) ||
		strings.Contains(page, `name="description"`) {
		t.Error("a page of officials is offered to search engines")
	}
}
