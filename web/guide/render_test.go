package guide

import (
	"strings"
	"testing"

	"rasoat/tools/pagetest"
	"rasoat/web/page"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "guide", Templates, []pagetest.Sample{
		{Page: "guide/guide", State: "filled", Model: guidePage{
			Frame:    pagetest.WorkFrame("Văn phòng", ""),
			Chapters: []page.NavItem{{Text: "Văn phòng", Href: "/huong-dan/van-phong", Current: true}},
			Sections: []page.Link{{Text: "Bảng năm", Href: "#bang-nam"}},
			Body:     `<h1 id="van-phong">Văn phòng</h1><h2 id="bang-nam">Bảng năm</h2><p>…</p>`,
		}},
	})
}

// What walks do is for nobody's eyes, links between the files lead between the pages, and markup stays text.
func TestReadChapter(t *testing.T) {
	ch, err := readChapter([]byte("# Văn phòng\n\n<!-- walk\ngo /viec\n-->\n## Bảng năm\n\n" +
		"[Lịch](van-phong.md#bang-nam), [đầu](README.md), <b>đậm</b>\n\n![Tìm](hinh/tim-kiem.png)\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := chapter{title: "Văn phòng", sections: []page.Link{{Text: "Bảng năm", Href: "#bang-nam"}}}
	if ch.title != want.title || len(ch.sections) != 1 || ch.sections[0] != want.sections[0] {
		t.Errorf("%+v", ch)
	}
	for _, words := range []string{
		`<h2 id="bang-nam">Bảng năm</h2>`,
		`href="/huong-dan/van-phong#bang-nam"`,
		`href="/huong-dan"`,
		`src="/huong-dan/hinh/tim-kiem.png"`,
		`width="1366"`,
	} {
		if !strings.Contains(string(ch.body), words) {
			t.Errorf("%q is not in %s", words, ch.body)
		}
	}
	for _, bad := range []string{"walk", "viec", "<b>"} {
		if strings.Contains(string(ch.body), bad) {
			t.Errorf("%q is in %s", bad, ch.body)
		}
	}
	if _, err := readChapter([]byte("![Hình](hinh/khong-co.png)")); err == nil {
		t.Error("a picture that is not there was taken")
	}
}
