package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// visitor is a person before a browser: fields are found by their labels, buttons and links by their words.
type visitor struct {
	t    *testing.T
	ctx  context.Context
	base string

	phone, plain   bool // on a phone; no script of a page runs
	fields, clicks int  // filled or ticked, passwords apart; and pressed
}

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

// until waits for a script to say true; what it waits for stands in the failure. The page itself looks again and again
// for a second, and is asked anew: it may have been left meanwhile. A page without scripts has no clock to look by.
func (v *visitor) until(what, script string) {
	v.t.Helper()
	looking := fmt.Sprintf(`(async () => {
		for (const end = Date.now() + 1000; Date.now() < end; await new Promise((go) => setTimeout(go, 20))) {
			if (%s) return true;
		}
		return false;
	})()`, script)
	if v.plain {
		looking = "!!(" + script + ")"
	}
	var last error
	waitFor(v.t, what, func() bool {
		done, err := js[bool](v, looking, chromedp.EvalAwaitPromise)
		last = err
		return err == nil && done
	}, func() string { return fmt.Sprintf("(%v) at %s:\n%s", last, v.Address(), v.Text()) })
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

// onDesk goes on as the visit began.
func (v *visitor) onDesk() *visitor { return v }

// onPhone goes on with the screen of a phone, on which the menu stands behind a button.
func (v *visitor) onPhone() *visitor {
	v.phone = true
	v.do("phone", chromedp.EmulateViewport(390, 844, phone...))
	return v
}

// withoutScript goes on in a browser that runs no script of a page.
func (v *visitor) withoutScript() *visitor {
	v.plain = true
	v.do("no script", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		off := emulation.SetScriptExecutionDisabledParams{Value: true}
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, off)
		return err
	}))
	return v
}

// Open follows a link of the menu.
func (v *visitor) Open(words string) *visitor {
	v.t.Helper()
	if v.phone {
		v.Press("Mục lục")
	}
	return v.Press(words)
}

// SignIn signs in as a person of the demo.
func (v *visitor) SignIn(name string) *visitor {
	v.t.Helper()
	return v.Go("/dang-nhap").Fill("Tên đăng nhập", name).Fill("Mật khẩu", passwords[name]).Press("Đăng nhập").
		See("Đăng xuất")
}

// finder is the script that finds a field by its label or a button by its words: the whole words first, then the
// beginning of what stands there.
const finder = `
const words = (e) => (e.innerText || e.textContent || "").replace(/\s+/g, " ").trim();
const best = (all, text, of) =>
	all.find((e) => of(e) === text) || all.find((e) => of(e).startsWith(text)) || all.find((e) => of(e).includes(text));
const inputs = "input, textarea, select";
const field = (label) => {
	const aria = best([...document.querySelectorAll(inputs)].filter((e) => e.hasAttribute("aria-label")), label, name);
	const found = best([...document.querySelectorAll("label, legend")], label, words);
	if (found && found.tagName === "LEGEND") return found.closest("fieldset").querySelector(inputs);
	if (found && (!aria || words(found) === label)) return found.control || found.querySelector(inputs);
	return aria;
};
const question = (text) =>
	best([...document.querySelectorAll("fieldset:has(> legend)")], text, (f) => words(f.querySelector("legend")));
const name = (e) => e.getAttribute("aria-label") || words(e);
const seen = (all) => [...document.querySelectorAll(all)].filter((e) => e.checkVisibility());
const pressable = (text) => {
	const button = best(seen("button, summary"), text, name);
	if (button && name(button) === text) return button;
	return best(seen("button, summary, a[href]"), text, name);
};
// leaving does something in the page and marks the window where a link or a form then leads to another page: the mark
// is gone with the page.
const leaving = (act) => {
	const goes = (e) => {
		const a = e.type === "click" && e.target.closest("a[href]");
		const stays = a && a.hash && a.href.split("#")[0] === location.href.split("#")[0];
		if (!e.defaultPrevented && !stays && (a || e.type === "submit")) window.leaves = true;
	};
	for (const type of ["click", "submit"]) window.addEventListener(type, goes);
	act();
	for (const type of ["click", "submit"]) window.removeEventListener(type, goes);
};
// marking is leaving where no script hears of a click: what is pressed leads to another page.
const marking = (e) => {
	const stays = e.tagName === "SUMMARY" || e.hash && e.href.split("#")[0] === location.href.split("#")[0];
	if (!stays) window.leaves = true;
	e.click();
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
	if !strings.Contains(label, "ật khẩu") {
		v.fields++
	}
	return v
}

// wants says how much the visitor was asked for, and fails where it was more than that.
func (v *visitor) wants(fields, clicks int) {
	v.t.Helper()
	v.t.Logf("%d fields, %d clicks", v.fields, v.clicks)
	if v.fields > fields || v.clicks > clicks {
		v.t.Errorf("%d fields and %d clicks, want at most %d and %d", v.fields, v.clicks, fields, clicks)
	}
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
	v.until("choice "+label, inPage(fmt.Sprintf(`
		const f = field(%q);
		if (f) f.click();
		return !!f;`, label)))
	v.fields++
	return v
}

// Press presses the button or follows the link with those words, and waits for the page that comes, or for what a
// script fetches into this one. A link that only downloads a file is for Download.
func (v *visitor) Press(words string) *visitor {
	v.t.Helper()
	v.until("button "+words, inPage(fmt.Sprintf(`
		const b = pressable(%q);
		if (!b) return false;
		b.scrollIntoView({block: "center"});
		if (%t) marking(b);
		else leaving(() => b.click());
		return true;`, words, v.plain)))
	v.arrive("page after " + words)
	v.clicks++
	return v
}

// arrive waits until the page that was asked for is there, and nothing that a script asked for is on its way.
func (v *visitor) arrive(what string) {
	v.t.Helper()
	v.until(what, `!window.leaves && document.readyState === "complete" &&
		!document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling, form[inert]")`)
}

// See waits until the page shows those words.
func (v *visitor) See(words string) *visitor {
	v.t.Helper()
	v.until("see "+strconv.Quote(words), fmt.Sprintf(`document.body &&
		document.body.innerText.replace(/\s+/g, " ").toLowerCase().includes(%s)`, quoted(squeezed(words))))
	return v
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
	v.until("field "+label, inPage(fmt.Sprintf(`
		const f = field(%q);
		if (f) f.setAttribute("data-upload", "");
		return !!f;`, label)))
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
