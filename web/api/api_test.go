package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/api"
	"rasoat/web/page"
)

// described are the addresses of the description, spelt as the routes are, each with what it answers.
type described struct {
	Paths map[string]map[string]struct {
		Responses map[string]struct {
			Content map[string]struct {
				Schema json.RawMessage `json:"schema"`
			} `json:"content"`
		} `json:"responses"`
	} `json:"paths"`
}

var pathParam = regexp.MustCompile(`\{([a-z]+)\}`)

// Every address of the API is described, and what is described is there.
func TestOpenAPI_Routes(t *testing.T) {
	var d described
	if err := json.Unmarshal(api.OpenAPI, &d); err != nil {
		t.Fatal(err)
	}
	want, got := map[string]bool{}, map[string]bool{}
	for path, methods := range d.Paths {
		for m := range methods {
			want[strings.ToUpper(m)+" "+page.APIPrefix+"v1"+pathParam.ReplaceAllString(path, ":$1")] = true
		}
	}
	for _, r := range webtest.OpenEmptySite(t).Server.Routes().Routes() {
		if strings.HasPrefix(r.Path, page.APIPrefix) {
			got[r.Method+" "+r.Path] = true
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("described and routed (-described +routed):\n%s", diff)
	}
}

// schemaOf is the schema of what an address answers with a status.
func schemaOf(t *testing.T, path, status, media string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(api.OpenAPI))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	escape := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D")
	s, err := c.Compile(
		"openapi.json#/paths/" + escape.Replace(
			path,
		) + "/get/responses/" + status + "/content/" + escape.Replace(
			media,
		) + "/schema",
	)
	if err != nil {
		t.Fatalf("%s %s: %v", path, status, err)
	}
	return s
}

// What the API answers is what the description says, errors too.
func TestOpenAPI_Answers(t *testing.T) {
	s := webtest.OpenSite(t)
	tests := []struct {
		who, ask, path string
		status         int
	}{
		{"", "/search?q=khai+sinh", "/search", 200},
		{"", "/search?q=GKS&explain=1&sort=name&free=true", "/search", 200},
		{"", "/search?q=x&limit=0", "/search", 400},
		{"office", "/search?q=nghi+phep", "/search", 200},
		{"", "/suggest?q=khai", "/suggest", 200},
		{"", "/procedures?limit=100", "/procedures", 200},
		{"office", "/procedures?limit=100", "/procedures", 200},
		{"", "/procedures?limit=x", "/procedures", 400},
		{"", "/procedures/1.001193", "/procedures/{code}", 200},
		{"", "/procedures/NB-01", "/procedures/{code}", 404},
		{"office", "/procedures/NB-01", "/procedures/{code}", 200},
		{"office", "/procedures/1.001193/versions", "/procedures/{code}/versions", 200},
		{"", "/procedures/9.999999/versions", "/procedures/{code}/versions", 404},
		{"", "/procedures/1.001193/diff?from=1&to=1", "/procedures/{code}/diff", 200},
		{"", "/procedures/1.001193/diff", "/procedures/{code}/diff", 400},
		{"", "/plans", "/plans", 403},
		{"reviewer", "/plans", "/plans", 200},
		{"", "/plans/kh-29-2024/targets", "/plans/{id}/targets", 403},
		{"reviewer", "/plans/kh-29-2024/targets", "/plans/{id}/targets", 200},
		{"reviewer", "/plans/kh-29-2024/targets?as_of=2024-08-01", "/plans/{id}/targets", 200},
		{"reviewer", "/plans/kh-29-2024/targets?as_of=1/8/2024", "/plans/{id}/targets", 400},
		{"reviewer", "/plans/kh-0/targets", "/plans/{id}/targets", 404},
		{"", "/openapi.json", "/openapi.json", 200},
	}
	people := map[string]*webtest.Client{"": s.Visitor(), "office": s.As("office"), "reviewer": s.As("reviewer")}
	for _, tt := range tests {
		t.Run(tt.who+" "+tt.ask, func(t *testing.T) {
			r := people[tt.who].Get("/api/v1" + tt.ask)
			media := "application/json"
			if tt.status != http.StatusOK {
				media = "application/problem+json"
			}
			if got := r.Header.Get("Content-Type"); r.Status != tt.status || !strings.HasPrefix(got, media) {
				t.Fatalf("%d %s, want %d %s: %s", r.Status, got, tt.status, media, r.Body)
			}
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(r.Body))
			if err != nil {
				t.Fatal(err)
			}
			if err := schemaOf(t, tt.path, page.StatusNumber(tt.status), media).Validate(v); err != nil {
				t.Errorf("%v\n%s", err, r.Body)
			}
		})
	}
}

// A schema that lets everything through would prove nothing.
func TestOpenAPI_Refuses(t *testing.T) {
	for path, bad := range map[string]string{
		"/plans/{id}/targets": `{"plan": "p", "as_of": "2024-08-01", "targets": [{"id": "x"}], "proposed": []}`,
		"/search":             `{"total": 1, "took_us": 1, "hits": [], "facets": {}, "more": 1}`,
		"/plans":              `{"plans": null}`,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if schemaOf(t, path, "200", "application/json").Validate(v) == nil {
			t.Errorf("%s lets %s through", path, bad)
		}
	}
}

// The API gives what the application has checked, figure by figure.
func TestAPITargets_AsChecked(t *testing.T) {
	s := webtest.OpenSite(t)
	want, err := s.App.Targets(t.Context(), "", value.MustDate("2024-07-11"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got := s.As("chairman").Get("/api/v1/plans/kh-29-2024/targets?as_of=2024-07-11")
	var a, b any
	if err := json.Unmarshal(raw, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(got.Body), &b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("(-application +API):\n%s", diff)
	}
}

// Requests are counted under their routes, never under what somebody asked for.
func TestMetrics(t *testing.T) {
	s := webtest.OpenSite(t)
	v := s.Visitor()
	v.Get("/thu-tuc/1.001193")
	v.Get("/api/v1/search?q=khai+sinh")
	v.Get("/?q=zzzzqqqq")
	v.Get("/khong-co-trang-nay")
	r := v.Get("/metrics")
	for _, want := range []string{
		`rasoat_request_duration_seconds_count{method="GET",route="/thu-tuc/:code",status="200"} 1`,
		`rasoat_request_duration_seconds_count{method="GET",route="none",status="404"} 1`,
		`rasoat_searches_total{found="true"} 1`,
		`rasoat_searches_total{found="false"} 1`,
		`rasoat_index_lag_changes 0`,
	} {
		if !strings.Contains(r.Body, want) {
			t.Errorf("no line %s in\n%s", want, r.Body)
		}
	}
	if strings.Contains(r.Body, "1.001193") || strings.Contains(r.Body, "khong-co") {
		t.Error("the figures tell what was asked for")
	}
}
