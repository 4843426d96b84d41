package main

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
)

// status asks an address and gives its status and page.
func status(t *testing.T, c *http.Client, address string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// A new start makes a new link and voids the old one; the command line opens an account beside the running
// server, closes it there, and its session ends at once; with an administrator no link is printed any more.
func TestFirstStart_AcrossStarts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	base, said, stop := started(t, dir)
	old := setupLink(t, base, said)
	got, page := status(t, http.DefaultClient, base+old)
	if got != http.StatusOK || !strings.Contains(page, "Thiết lập lần đầu") {
		t.Fatalf("the link: %d", got)
	}
	stop()
	base, said, stop = started(t, dir)
	link := setupLink(t, base, said)
	got, page = status(t, http.DefaultClient, base+old)
	if got != http.StatusForbidden || strings.Contains(page, "Tài khoản quản trị") {
		t.Errorf("the old link: %d", got)
	}
	if got, _ := status(t, http.DefaultClient, base+link); got != http.StatusOK {
		t.Errorf("the new link: %d", got)
	}
	command := func(in string, args ...string) {
		t.Helper()
		var out saidBy
		if code := run(t.Context(), append([]string{"--data", dir}, args...), func(string) string { return "" }, strings.NewReader(in), &out, &out); code != exitDone {
			t.Fatalf("%v: %d %s", args, code, &out)
		}
	}
	command("hoa gạo tháng ba", "user", "add", "anh", "--role", "admin")
	command("hoa gạo tháng ba", "user", "add", "lan", "--role", "office")
	if got, _ := status(t, http.DefaultClient, base+link); got != http.StatusForbidden {
		t.Errorf("the link beside an administrator: %d", got)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	asItComes := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	lan := &http.Client{Jar: jar, CheckRedirect: asItComes}
	resp, err := lan.PostForm(base+"/dang-nhap", url.Values{"username": {"lan"}, "password": {"hoa gạo tháng ba"}})
	if err != nil || resp.StatusCode != http.StatusSeeOther {
		t.Fatalf("the new account cannot sign in: %v", err)
	}
	resp.Body.Close()
	if got, _ := status(t, lan, base+"/ke-hoach"); got != http.StatusOK {
		t.Errorf("signed in: %d", got)
	}
	command("", "user", "disable", "lan")
	if got, _ := status(t, lan, base+"/ke-hoach"); got != http.StatusSeeOther {
		t.Errorf("closed on the command line, and in: %d", got)
	}
	stop()
	base, said, _ = started(t, dir)
	if got, _ := status(t, http.DefaultClient, base+"/"); got != http.StatusOK { // it answers when all has been said
		t.Errorf("the home page: %d", got)
	}
	if strings.Contains(said.String(), "/bat-dau") {
		t.Errorf("a link beside an administrator: %s", said)
	}
}
