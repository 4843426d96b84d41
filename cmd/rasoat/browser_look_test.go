package main

import (
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// sizes are the screens on which every page is looked at (look.md); on the narrowest, a page read at 400%, it only has
// to fit (WCAG 2.2, 1.4.10).
var sizes = []struct {
	name          string
	width, height int64
	more          []chromedp.EmulateViewportOption
}{
	{"", 320, 640, phone},
	{"390", 390, 844, phone},
	{"1366", 1366, 768, nil}, // the last, on which a walk goes on
}

var phone = []chromedp.EmulateViewportOption{chromedp.EmulateMobile, chromedp.EmulatePortrait}

// Look holds the page against what everybody needs: it fits the width of each screen and breaks no rule of axe.
// With RASOAT_SHOTS=DIR pictures of the whole page on both screens are left there.
func (v *visitor) Look(name string) *visitor {
	v.t.Helper()
	for _, size := range sizes {
		v.do("look at "+name, chromedp.EmulateViewport(size.width, size.height, size.more...))
		wide, err := js[int64](v, `document.documentElement.scrollWidth`)
		if err != nil || wide > size.width {
			v.t.Errorf("%s: %d wide on a screen of %d (%v)", name, wide, size.width, err)
		}
		if size.name != "" {
			v.shoot(name + "-" + size.name)
		}
	}
	if !v.plain { // which runs axe no more than any other script
		v.axe(name)
	}
	if v.phone {
		v.onPhone()
	}
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

// unroll makes the window as high as the page: what stays in sight while a page is scrolled hides nothing then.
func (v *visitor) unroll() {
	v.t.Helper()
	high, err := js[int64](v, `document.documentElement.scrollHeight`)
	if err != nil {
		v.t.Fatal(err)
	}
	v.do("unroll", chromedp.EmulateViewport(1366, max(high, 768)))
}

// axePath is the accessibility checker that npm brings for the tests.
const axePath = "../../web/front/node_modules/axe-core/axe.min.js"

// axe checks the page for barriers by the rules of WCAG 2.2 A and AA, and by what axe calls best practices.
func (v *visitor) axe(name string) {
	v.t.Helper()
	script, err := os.ReadFile(axePath)
	if err != nil {
		v.t.Log("axe-core is not installed: make tools installs it")
		return
	}
	v.unroll()
	found, err := js[[]string](v, string(script)+`;
		axe.run(document, {
			resultTypes: ["violations"],
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
		}).then((r) => r.violations.map((x) => x.id + ": " + x.help + " " +
			x.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" | ")))`, chromedp.EvalAwaitPromise)
	if err != nil {
		v.t.Errorf("%s: axe: %v", name, err)
	}
	for _, f := range found {
		v.t.Errorf("%s: %s", name, f)
	}
	v.do("roll up", chromedp.EmulateViewport(1366, 768))
}
