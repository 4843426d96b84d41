package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// Sheets of A4 within the margins of the print styles, in the pixels of a page.
const sheetWidth, wideSheetWidth = 680, 1031

// asPrinted lets the rules for paper hold and those for screens not.
const asPrinted = `(() => {
	for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
		if (!(rule instanceof CSSMediaRule)) continue;
		if (rule.media.mediaText === "print") rule.media.mediaText = "all";
		else if (rule.media.mediaText.startsWith("screen")) rule.media.mediaText = "not all";
	}
})()`

// notOnPaper names what stands on the page and has no place on paper: what can be pressed, the frame, and what is
// wider than its sheet.
const notOnPaper = `(() => {
	const seen = (e) => e.checkVisibility() && e.getClientRects().length > 0;
	const pressed = [...document.querySelectorAll("button, .btn, input[type=file]")];
	const frame = [...document.querySelectorAll(".side, .head, .foot, .proposal-steps")];
	const wide = [...document.querySelectorAll("main table, main svg")].filter((e) =>
		e.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
	const typed = [...document.querySelectorAll("main table :is(input:not([type=checkbox]), textarea)")];
	const boxes = typed.filter((e) =>
		parseFloat(getComputedStyle(e).borderTopWidth) > 0 || e.scrollWidth > e.clientWidth + 1);
	return [...pressed, ...frame, ...wide, ...boxes].filter(seen).map((e) => e.outerHTML.slice(0, 120));
})()`

// Every family of pages prints on its sheet: no frame, nothing to press, no column cut off, and what can be typed as
// what stands there.
func TestBrowser_Print(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office")
	for _, sheet := range []struct {
		width int64
		path  string
	}{
		{sheetWidth, "/thu-tuc/1.001193"},
		{sheetWidth, "/chi-tieu"},
		{sheetWidth, "/ke-hoach/kh-29-2024"},
		{sheetWidth, "/bao-cao-thang?thang=2024-07"},
		{sheetWidth, "/viec"},
		{sheetWidth, "/bao-cao/xem/monthly?thang=2024-07"},
		{wideSheetWidth, "/phuong-an/1"}, // its costs stand on a wide sheet
		{wideSheetWidth, "/phuong-an/21/chi-phi"},
		{wideSheetWidth, "/ra-soat/kh-29-2024/internal-b"},
		{wideSheetWidth, "/ra-soat/kh-29-2024/internal-b/ke-hoach"},
		{wideSheetWidth, "/chi-tieu-cu-the?thang=2024-06"},
		{wideSheetWidth, "/danh-muc"},
		{wideSheetWidth, "/phuong-an"},
	} {
		v.do("take a sheet", chromedp.EmulateViewport(sheet.width, 1000))
		v.Go(sheet.path)
		if _, err := js[any](v, asPrinted); err != nil {
			t.Fatal(err)
		}
		wrong, err := js[[]string](v, notOnPaper)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range wrong {
			t.Errorf("%s on paper: %s", sheet.path, w)
		}
	}
}
