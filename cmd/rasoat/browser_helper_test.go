package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// served is the whole program, serving the demo in a folder of the test; the address ends without a slash.
// More arguments may follow "serve".
func served(t *testing.T, args ...string) (address string, said *saidBy) {
	t.Helper()
	return servedIn(t, t.TempDir(), args...)
}

// servedIn is served in a folder that the test knows, so that commands can be run beside it.
func servedIn(t *testing.T, dir string, args ...string) (address string, said *saidBy) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	said = &saidBy{}
	ended := make(chan int, 1)
	if len(args) == 0 {
		args = []string{"--demo"}
	}
	args = append([]string{"--data", dir, "serve", "--addr", "127.0.0.1:0"}, args...)
	go func() { ended <- run(ctx, args, func(string) string { return "" }, strings.NewReader(""), said, said) }()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	for range 600 {
		if _, rest, there := strings.Cut(said.String(), "http://"); there {
			address, _, _ = strings.Cut(rest, "/")
			return "http://" + address, said
		}
		select {
		case code := <-ended:
			ended <- code
			t.Fatalf("serve ended with %d: %s", code, said)
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatalf("serve said no address: %s", said)
	return "", said
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

// visitor is a person before a browser: fields are found by their labels, buttons and links by their words.
type visitor struct {
	t    *testing.T
	ctx  context.Context
	base string
}

// visit opens a browser on a served program, or skips the test where there is no Chromium.
func visit(t *testing.T, base string) *visitor {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed: make tools installs it")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1366, 768),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true))
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(func() {
		stop()
		stopAlloc()
	})
	v := &visitor{t: t, ctx: ctx, base: base}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil { // the browser lives as long as this first context
		t.Fatal(err)
	}
	return v
}

// patience is how long a page may take on a busy machine before a test gives up.
const patience = 30 * time.Second

func (v *visitor) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, stop := context.WithTimeout(v.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		v.t.Fatalf("%s: %v\nat %s\n%s", what, err, v.Address(), v.Text())
	}
}

// js runs a script in the page and gives its value.
func js[T any](v *visitor, script string, more ...chromedp.EvaluateOption) (T, error) {
	ctx, stop := context.WithTimeout(v.ctx, patience)
	defer stop()
	return chromedp.Run(ctx, chromedp.Evaluate[T](script, more...))
}

// until waits for a script to say true; what it waits for stands in the failure.
func (v *visitor) until(what, script string) {
	v.t.Helper()
	for end := time.Now().Add(patience / 2); ; {
		done, err := js[bool](v, script)
		if err == nil && done {
			return
		}
		if time.Now().After(end) {
			v.t.Fatalf("%s: not to be had (%v) at %s:\n%s", what, err, v.Address(), v.Text())
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// Go opens an address of the program.
func (v *visitor) Go(path string) *visitor {
	v.t.Helper()
	v.do("go to "+path, chromedp.Navigate(v.base+path))
	return v
}

// Address is where the browser stands, without the server.
func (v *visitor) Address() string {
	at, _ := js[string](v, `document.location.toString()`) // a browser that is gone stands nowhere
	return strings.TrimPrefix(at, v.base)
}

// Text is what can be read on the page.
func (v *visitor) Text() string {
	text, _ := js[string](v, `document.body ? document.body.innerText : ""`) // likewise
	return text
}

// SignIn signs in as a person of the demo.
func (v *visitor) SignIn(name string) *visitor {
	v.t.Helper()
	return v.Go("/dang-nhap").Fill("Tên đăng nhập", name).Fill("Mật khẩu", passwords[name]).Press("Đăng nhập").See("Đăng xuất")
}

// finder is the script that finds a field by its label or a button by its words: the whole words first, then the
// beginning of what stands there.
const finder = `
const words = (e) => (e.innerText || e.textContent || "").replace(/\s+/g, " ").trim();
const best = (all, text, of) => all.find((e) => of(e) === text) || all.find((e) => of(e).startsWith(text)) || all.find((e) => of(e).includes(text));
const field = (label) => {
	const aria = best([...document.querySelectorAll("[aria-label]:is(input, textarea, select)")], label, (e) => e.getAttribute("aria-label"));
	const found = best([...document.querySelectorAll("label, legend")], label, words);
	if (found && found.tagName === "LEGEND") return found.closest("fieldset").querySelector("input, textarea, select");
	if (found && (!aria || words(found) === label)) return found.control || found.querySelector("input, textarea, select");
	return aria;
};
const name = (e) => e.getAttribute("aria-label") || words(e);
const pressable = (text) => {
	const button = best([...document.querySelectorAll("button, summary")], text, name);
	return button && name(button) === text ? button : best([...document.querySelectorAll("button, summary, a[href]")], text, name);
};
`

// inPage runs a script that may use the finder.
func inPage(script string) string { return "(() => {" + finder + script + "})()" }

// Fill types into the field with that label, in place of what stood there. A choice is made by its value or words.
func (v *visitor) Fill(label, text string) *visitor {
	v.t.Helper()
	v.until("field "+label, inPage(fmt.Sprintf(`
		const f = field(%q), text = %q;
		if (!f) return false;
		f.scrollIntoView({block: "center"});
		f.focus();
		if (f.tagName === "SELECT") {
			const o = [...f.options].find((o) => o.value === text || words(o) === text);
			if (!o) return false;
			f.value = o.value;
		} else f.value = text;
		f.dispatchEvent(new Event("input", {bubbles: true}));
		f.dispatchEvent(new Event("change", {bubbles: true}));
		return true;`, label, text)))
	return v
}

// Value is what stands in the field with that label.
func (v *visitor) Value(label string) string {
	v.t.Helper()
	v.until("field "+label, inPage(fmt.Sprintf(`return !!field(%q)`, label)))
	text, _ := js[string](v, inPage(fmt.Sprintf(`return field(%q).value`, label))) // it was there
	return text
}

// Choose clicks the radio button or the box with that label.
func (v *visitor) Choose(label string) *visitor {
	v.t.Helper()
	v.until("choice "+label, inPage(fmt.Sprintf(`const f = field(%q); if (!f) return false; f.click(); return true`, label)))
	return v
}

// Press presses the button or follows the link with those words, and waits for the page that comes.
func (v *visitor) Press(words string) *visitor {
	v.t.Helper()
	v.until("button "+words, inPage(fmt.Sprintf(`const b = pressable(%q); if (!b) return false; b.scrollIntoView({block: "center"}); b.click(); return true`, words)))
	time.Sleep(150 * time.Millisecond) // the browser begins to leave the page
	v.until("page after "+words, `document.readyState === "complete" && !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling, form[inert]")`)
	return v
}

// See waits until the page shows those words.
func (v *visitor) See(words string) *visitor {
	v.t.Helper()
	for end := time.Now().Add(patience / 3); ; {
		if strings.Contains(squeezed(v.Text()), squeezed(words)) {
			return v
		}
		if time.Now().After(end) {
			v.t.Fatalf("%q is not to be seen at %s:\n%s", words, v.Address(), v.Text())
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// NotSee fails where the page shows those words.
func (v *visitor) NotSee(words string) *visitor {
	v.t.Helper()
	if strings.Contains(squeezed(v.Text()), squeezed(words)) {
		v.t.Fatalf("%q is to be seen at %s", words, v.Address())
	}
	return v
}

// squeezed is text without its case and its runs of blanks: styles set capitals.
func squeezed(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Upload puts a file into the field with that label.
func (v *visitor) Upload(label, path string) *visitor {
	v.t.Helper()
	v.until("field "+label, inPage(fmt.Sprintf(`const f = field(%q); if (!f) return false; f.setAttribute("data-upload", ""); return true`, label)))
	v.do("upload "+label, chromedp.SetUploadFiles(chromedp.CSS(`[data-upload]`), []string{path}))
	return v
}

// Download fetches an address as the signed-in browser does, and gives what came.
func (v *visitor) Download(path string) []byte {
	v.t.Helper()
	text, err := js[string](v, fmt.Sprintf(`fetch(%q).then(async (r) => {
		if (!r.ok) throw new Error(r.status);
		let out = "";
		for (const b of new Uint8Array(await r.arrayBuffer())) out += String.fromCharCode(b);
		return btoa(out);
	})`, path), chromedp.EvalAwaitPromise)
	if err != nil {
		v.t.Fatalf("download %s: %v", path, err)
	}
	file, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		v.t.Fatalf("download %s: %v", path, err)
	}
	return file
}

// sizes are the screens on which every page is looked at (look.md).
var sizes = []struct {
	name          string
	width, height int64
	more          []chromedp.EmulateViewportOption
}{{"1366", 1366, 768, nil}, {"390", 390, 844, []chromedp.EmulateViewportOption{chromedp.EmulateMobile, chromedp.EmulatePortrait}}}

// Look holds the page against what everybody needs: it fits the width of both screens and breaks no rule of axe.
// With RASOAT_SHOTS=DIR both pictures of the whole page are left there.
func (v *visitor) Look(name string) *visitor {
	v.t.Helper()
	for _, size := range sizes {
		v.do("look at "+name, chromedp.EmulateViewport(size.width, size.height, size.more...))
		wide, err := js[int64](v, `document.documentElement.scrollWidth`)
		if err != nil || wide > size.width {
			v.t.Errorf("%s is %d wide on a screen of %d (%v)", name, wide, size.width, err)
		}
		v.shoot(name + "-" + size.name)
	}
	v.do("screen", chromedp.EmulateViewport(sizes[0].width, sizes[0].height))
	v.axe(name)
	return v
}

func (v *visitor) shoot(name string) {
	v.t.Helper()
	dir := os.Getenv("RASOAT_SHOTS")
	if dir == "" {
		return
	}
	picture, err := chromedp.Run(v.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		v.t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		v.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
		v.t.Fatal(err)
	}
}

// axePath is the accessibility checker that npm brings for the tests.
const axePath = "../../web/front/node_modules/axe-core/axe.min.js"

// axe checks the page for barriers by the rules of WCAG 2.1 A and AA.
func (v *visitor) axe(name string) {
	v.t.Helper()
	script, err := os.ReadFile(axePath)
	if err != nil {
		v.t.Log("axe-core is not installed: make tools installs it")
		return
	}
	found, err := js[[]string](v, string(script)+`;axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
		.then(r => r.violations.map(x => x.id + ": " + x.help + " " + x.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(" | ")))`, chromedp.EvalAwaitPromise)
	if err != nil {
		v.t.Errorf("%s: axe: %v", name, err)
	}
	for _, f := range found {
		v.t.Errorf("%s: %s", name, f)
	}
}
