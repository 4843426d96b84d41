package main

import (
	"bytes"
	"context"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rasoat/app/apptest"
	"rasoat/tools/pages"
)

// patience is how long anything may take on a machine that is busy with other things before a test gives up.
const patience = 3 * time.Minute

// waitFor waits until done; what it waits for stands in the failure, with what say tells about the state of things.
func waitFor(t *testing.T, what string, done func() bool, say func() string) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.After(patience); !done(); {
		select {
		case <-tick.C:
		case <-end:
			t.Fatalf("%s: not to be had\n%s", what, say())
		}
	}
}

// served is the whole program, serving the demo in a folder of the test; the address ends without a slash.
// More arguments may follow "serve"; with "--demo" alone it fills an empty folder itself.
func served(t *testing.T, args ...string) (address string, said *saidBy) {
	t.Helper()
	return servedIn(t, t.TempDir(), args...)
}

// servedIn is served in a folder that the test knows, so that commands can be run beside it.
func servedIn(t *testing.T, dir string, args ...string) (address string, said *saidBy) {
	t.Helper()
	if len(args) == 0 {
		apptest.Demo(t, filepath.Join(dir, "demo"))
		args = []string{"--demo"}
	}
	address, said, _ = started(t, dir, args...)
	return address, said
}

// started is the program serving a data folder until the test says stop, today.
func started(t *testing.T, dir string, args ...string) (address string, said *saidBy, stop func()) {
	t.Helper()
	return startedOn(t, "", dir, args...)
}

// startedOn is started on a day (2024-03-20), or today.
func startedOn(t *testing.T, today, dir string, args ...string) (address string, said *saidBy, stop func()) {
	t.Helper()
	env := func(name string) string { return map[string]string{"RASOAT_TODAY": today}[name] }
	ctx, cancel := context.WithCancel(context.Background())
	said = &saidBy{}
	ended := make(chan struct{})
	code := 0
	go func() {
		defer close(ended)
		args := append([]string{"--data", dir, "serve", "--addr", "127.0.0.1:0"}, args...)
		code = run(ctx, args, env, strings.NewReader(""), said, said)
	}()
	stop = func() {
		cancel()
		<-ended
	}
	t.Cleanup(stop)
	waitFor(t, "the address of the server", func() bool {
		select {
		case <-ended:
			t.Fatalf("serve ended with %d: %s", code, said)
		default:
		}
		_, rest, there := strings.Cut(said.String(), "Đang chạy tại ")
		address, _, _ = strings.Cut(rest, "/\n")
		return there
	}, said.String)
	return address, said, stop
}

// saidBy is what a running command printed so far.
type saidBy struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *saidBy) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *saidBy) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// chromium is the one browser of the test run: the first visit starts it, TestMain ends it. Each visitor has a browser
// context of its own in it, as a private window has, so that nobody meets the cookies of another.
var chromium sharedBrowser

type sharedBrowser struct {
	once sync.Once
	ctx  context.Context
	stop func()
	err  error
}

// start starts the browser at path, with a new and empty folder for its data.
func (b *sharedBrowser) start(path string) (context.Context, error) {
	b.once.Do(func() {
		options := append(chromedp.DefaultExecAllocatorOptions[:], // headless, no first run, no updates, no sync
			chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1366, 768),
			chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
			chromedp.Flag("hide-scrollbars", true),
			chromedp.Flag("js-flags", "--no-opt --no-maglev")) // no page lives long enough to be worth compiling twice
		allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, stop := chromedp.NewContext(allocator)
		b.ctx, b.stop = ctx, func() { stop(); stopAllocator() }
		b.err = chromedp.Do(ctx) // the browser lives as long as this context
	})
	return b.ctx, b.err
}

func (b *sharedBrowser) end() {
	if b.stop != nil {
		b.stop()
	}
}

// visit opens a window on a served program, or skips the test where there is no Chromium. With RASOAT_KEEP_PAGES=DIR
// every page that comes is left there, as it was sent (package pages).
func visit(t *testing.T, base string) *visitor {
	t.Helper()
	path := pages.Browser()
	if path == "" {
		t.Skip("chromium is not installed: make tools installs it")
	}
	browser, err := chromium.start(path)
	if err != nil {
		t.Fatal(err)
	}
	if keep := pages.Keeper(t.Name(), base); keep != nil {
		between := httptest.NewServer(keep)
		t.Cleanup(between.Close)
		base = between.URL
	}
	ctx, stop := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	v := &visitor{t: t, ctx: ctx, base: base}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1366, 768)); err != nil { // the window lives as long as ctx
		t.Fatal(err)
	}
	return v
}
