package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rasoat/app"
	"rasoat/app/apptest"
	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web"
)

// onFolder is an App on a data folder, its clock on the demo's day, filled as told.
func onFolder(t *testing.T, dir string, fill func(*app.App) error) (*app.App, *text.Table) {
	t.Helper()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return app.DemoDay.Start().Add(8 * time.Hour) }
	a, err := app.Open(t.Context(), app.Config{Dir: dir, Text: table, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	if err := fill(a); err != nil {
		t.Fatal(err)
	}
	return a, table
}

// windowOn serves an App's window.
func windowOn(t *testing.T, a *app.App, table *text.Table, demo bool) string {
	t.Helper()
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Config{App: a, Text: table, Demo: demo})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// signedIn is a person of the demo who asks a served window.
func signedIn(t *testing.T, base, name string) func(path string) string {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &http.Client{Jar: jar}
	answer := func(r *http.Response, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		if err != nil || r.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d, %v", r.Request.URL, r.StatusCode, err)
		}
		return string(body)
	}
	answer(c.PostForm(base+"/dang-nhap", url.Values{"username": {name}, "password": {passwords[name]}}))
	return func(path string) string { return answer(c.Get(base + path)) }
}

// The page, the command, the API and the report say the same of every target, on every day of the demo's July: the
// same whole numbers behind the same verdict.
func TestTargets_PageCommandAPIAndReportAgree(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	apptest.Demo(t, dir)
	a, table := onFolder(t, dir, func(*app.App) error { return nil })
	get := signedIn(t, windowOn(t, a, table, true), "office")
	command := func(args ...string) string {
		var out, errs bytes.Buffer
		env := func(name string) string { return map[string]string{"RASOAT_TODAY": app.DemoDay.String()}[name] }
		if code := run(t.Context(), append([]string{"--data", dir}, args...), env, strings.NewReader(""), &out, &errs); code != 0 {
			t.Fatalf("%v: %d %s", args, code, errs.String())
		}
		return out.String()
	}
	for _, day := range []string{"2024-06-01", "2024-07-05", "2024-07-10", "2024-07-15", "2024-08-12"} {
		checked, err := a.Targets(t.Context(), "", value.MustDate(day))
		if err != nil {
			t.Fatal(err)
		}
		want, err := json.Marshal(checked)
		if err != nil {
			t.Fatal(err)
		}
		same(t, day+" command", want, command("targets", "--json", "--as-of", day))
		same(t, day+" API", want, get("/api/v1/plans/kh-29-2024/targets?as_of="+day))
		page := get("/chi-tieu?ngay=" + day)
		report := command("report", "review-summary", "--format", "html", "--out", "-", "--date", day)
		if got := get("/bao-cao/review-summary?ngay=" + day); got != report {
			t.Errorf("%s: the report read in the window is not the one of the command", day)
		}
		words := command("targets", "--as-of", day)
		for _, r := range checked.Targets {
			for place, text := range map[string]string{"page": page, "report": report, "command": words} {
				if r.Metric == review.Issued && place != "page" {
					continue
				}
				for _, figure := range figuresOf(r) {
					if !strings.Contains(text, figure) {
						t.Errorf("%s %s: the %s does not say %q", day, r.ID, place, figure)
					}
				}
			}
		}
	}
}

// figuresOf is what each place has to print of a target.
func figuresOf(r review.TargetResult) []string {
	if r.Denominator == 0 || r.Metric == review.Issued {
		return nil
	}
	percent, _ := r.Ratio().HonestPercent(2, r.Threshold)
	out := []string{viet.Number(r.Numerator) + "/" + viet.Number(r.Denominator), viet.Percent(percent)}
	if r.Missing > 0 && r.Metric == review.Cost {
		out = append(out, "còn phải cắt giảm thêm "+viet.Money(value.Money(r.Missing)))
	} else if r.Missing > 0 {
		out = append(out, "còn thiếu "+viet.Number(r.Missing))
	}
	for _, x := range r.Readings {
		if x.Percent != nil {
			honest, _ := value.Ratio{Part: r.Numerator, Whole: int64(x.Whole)}.HonestPercent(2, r.Threshold)
			out = append(out, viet.Percent(honest))
		}
	}
	return out
}

func same(t *testing.T, what string, want []byte, got string) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal(want, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(got), &b); err != nil {
		t.Fatalf("%s: %v\n%s", what, err, got)
	}
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("%s (-checked +said):\n%s", what, diff)
	}
}
