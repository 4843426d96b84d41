package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// guides are the texts that a walk reads and does: the guide of each role, and the tour of each README.
var guides = []string{
	"docs/huong-dan/nguoi-dan.md",
	"docs/huong-dan/cong-chuc.md",
	"docs/huong-dan/van-phong.md",
	"docs/huong-dan/chu-tich.md",
	"docs/huong-dan/quan-tri.md",
	"README.md",
	"README.vi.md",
}

// root is the folder of the project, seen from here.
const root = "../.."

// guidePiece is what a guide is made of for a walk: what is to be done ("<!-- walk", one act a line, in a comment that
// no reader sees), a picture of the page where that led, and in bold what is to be found on that page.
var guidePiece = regexp.MustCompile("(?s)<!-- walk\n(.*?)-->" + `|!\[[^\]]*\]\(([^)]+\.png)\)|\*\*(.+?)\*\*`)

// A guide says what is there: each is walked in the order of its text, and every button, field and heading that it
// names in bold must be on the page that it tells about. With RASOAT_PICTURES=DIR its pictures are left below there.
func TestBrowser_Guide(t *testing.T) {
	t.Parallel()
	for _, file := range guides {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			source, err := os.ReadFile(filepath.Join(root, file))
			if err != nil {
				t.Fatal(err)
			}
			base, _ := served(t)
			v := visit(t, base)
			walks, names := 0, 0
			for _, piece := range guidePiece.FindAllStringSubmatch(string(source), -1) {
				acts, picture, name := piece[1], piece[2], piece[3]
				switch {
				case acts != "":
					walks++
					for act := range strings.Lines(acts) {
						v.act(strings.TrimSpace(act))
					}
				case picture != "":
					v.picture(filepath.Join(filepath.Dir(file), picture), walks > 0)
				default:
					names++
					v.has(name)
				}
			}
			if walks == 0 || names < 5 {
				t.Errorf("%d walks, %d names: a guide that nobody walks", walks, names)
			}
		})
	}
}

// The guide itself reads well on every screen, and is found where one stands.
func TestBrowser_GuidePages(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/huong-dan").See("Hướng dẫn sử dụng").Look("guide")
	v.Press("Công chức chuyên môn").See("Rà soát một thủ tục").Look("guide-chapter")
	v.SignIn("office").Go("/bang-nam").Press("Hướng dẫn trang này").See("đếm theo bộ phận và công chức").
		Look("guide-work")
	if v.Address() != "/huong-dan/van-phong#tong-hop-nam" {
		t.Errorf("the year table leads to %s", v.Address())
	}
	v.Press("English").See("The guide itself is in Vietnamese").See("đếm theo bộ phận và công chức")
}

// act does one line of a walk.
func (v *visitor) act(line string) {
	v.t.Helper()
	verb, what, _ := strings.Cut(line, " ")
	switch verb {
	case "as":
		v.Go("/").post("/dang-xuat", "").post("/ngon-ngu", "lang=vi").SignIn(what)
	case "lang":
		v.post("/ngon-ngu", "lang="+what).Go(v.Address())
	case "go":
		v.Go(what)
	case "press":
		v.Press(what)
	case "see":
		v.See(what)
	case "choose":
		v.Choose(what)
	case "fill":
		label, text, _ := strings.Cut(what, " = ")
		v.Fill(label, text)
	default:
		v.t.Fatalf("%q is nothing that a walk can do", line)
	}
}

// post sends a form that the page in the window need not have.
func (v *visitor) post(path, form string) *visitor {
	v.t.Helper()
	send := fmt.Sprintf(`fetch(%q, {method: "POST", body: new URLSearchParams(%q)}).then((r) => r.ok)`, path, form)
	_, err := js[bool](v, send, chromedp.EvalAwaitPromise)
	if err != nil {
		v.t.Fatalf("post %s: %v", path, err)
	}
	return v
}

// has fails where nothing on the page that one can press, fill or read as a heading begins with these words.
func (v *visitor) has(words string) {
	v.t.Helper()
	found, err := js[bool](v, inPage(fmt.Sprintf(`
		const at = "button, summary, a[href], label, legend, h1, h2, h3, th, dt, option, [aria-label]";
		return [...document.querySelectorAll(at)].some((e) => name(e).startsWith(%[1]q) || words(e).startsWith(%[1]q))`,
		words)))
	if err != nil || !found {
		v.t.Errorf("the guide names %q; it is not at %s (%v)", words, v.Address(), err)
	}
}

// picture takes what the window shows, where pictures are wanted and this walk has come anywhere; otherwise it only
// looks whether there is one.
func (v *visitor) picture(file string, arrived bool) {
	v.t.Helper()
	dir := os.Getenv("RASOAT_PICTURES")
	if dir == "" || !arrived {
		if _, err := os.Stat(filepath.Join(root, file)); err != nil {
			v.t.Errorf("%v: make pictures makes it", err)
		}
		return
	}
	if _, err := js[bool](v, `document.activeElement.blur(); scrollTo(0, 0); true`); err != nil {
		v.t.Fatal(err)
	}
	shot, err := chromedp.Run(v.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		v.t.Fatal(err)
	}
	small, err := fewColours(shot)
	if err != nil {
		v.t.Fatal(err)
	}
	file = filepath.Join(dir, file)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		v.t.Fatal(err)
	}
	if err := os.WriteFile(file, small, 0o644); err != nil {
		v.t.Fatal(err)
	}
}

// fewColours is a picture in its 256 most frequent colours: pages are text and plain areas, and half as large so.
func fewColours(file []byte) ([]byte, error) {
	from, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	count := map[color.RGBA]int{}
	bounds := from.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			count[color.RGBAModel.Convert(from.At(x, y)).(color.RGBA)]++
		}
	}
	var all []color.RGBA
	for c := range count {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if n := count[b] - count[a]; n != 0 {
			return n
		}
		return (int(a.R)<<16 | int(a.G)<<8 | int(a.B)) - (int(b.R)<<16 | int(b.G)<<8 | int(b.B))
	})
	var palette color.Palette
	for _, c := range all[:min(len(all), 256)] {
		palette = append(palette, c)
	}
	to := image.NewPaletted(bounds, palette)
	draw.Draw(to, bounds, from, bounds.Min, draw.Src)
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, to)
	return out.Bytes(), err
}
