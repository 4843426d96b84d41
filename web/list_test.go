package web_test

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/app"
	"rasoat/tools/webtest"
)

var (
	sortLink  = regexp.MustCompile(`class="sort" href="([^"]+)"`)
	shownRows = regexp.MustCompile(`role="status">Hiện ([0-9.]+)/([0-9.]+)`)
	rowStart  = regexp.MustCompile(`<tr[ >]`)
)

// Every list sorts by each of its columns and back, is searched, and is taken away as a file that holds just the rows
// that the address shows.
func TestLists(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	for _, number := range []string{"141", "142"} { // the demo issued none by its pages
		if _, err := s.App.IssueReport(t.Context(), office, app.ReportOptions{
			Kind: "internal-list", Number: number, Date: app.DemoDay,
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, x := range []struct{ who, path, words string }{
		{"office", "/danh-muc?kind=internal", "cong tac"},
		{"office", "/ra-soat/kh-29-2024/internal-b", "cong tac"},
		{"office", "/ra-soat/kh-29-2024/internal-b/ke-hoach", "cong tac"},
		{"reviewer", "/phuong-an", "cong tac"},
		{"reviewer", "/dich-vu-truc-tuyen", "dang ky"},
		{"office", "/cong-bo", "UBND"},
		{"office", "/phan-anh", "sao"},
		{"admin", "/nguoi-dung", "van phong"},
		{"office", "/danh-muc/thieu-noi-dung", "dang ky"},
		{"office", "/tu-vung", "khai sinh"},
		{"office", "/tu-vung/ten-thuong-goi", "khai sinh"},
		{"office", "/ke-hoach", "29"},
		{"office", "/bao-cao/da-phat-hanh", "thu tuc"},
	} {
		t.Run(x.path, func(t *testing.T) {
			c := s.As(x.who)
			sought := "tu-khoa="
			if strings.HasPrefix(x.path, "/danh-muc?") {
				sought = "q="
			}
			first := c.Get(x.path)
			first.Want(t, http.StatusOK, `aria-label="Tìm, lọc và xếp"`, "Tải về Excel (xlsx)")
			links := sortLink.FindAllStringSubmatch(first.Body, -1)
			if len(links) < 2 {
				t.Fatalf("%d columns sort", len(links))
			}
			for _, l := range links {
				up := html.UnescapeString(l[1])
				c.Get(up).Want(t, http.StatusOK, `aria-sort="ascending"`)
				c.Get(up+"-giam").Want(t, http.StatusOK, `aria-sort="descending"`)
			}
			narrowed := html.UnescapeString(links[len(links)-1][1]) + "&" + sought
			narrowed += strings.ReplaceAll(x.words, " ", "+")
			for _, address := range []string{html.UnescapeString(links[0][1]), narrowed} {
				page := c.Get(address)
				n := shownRows.FindStringSubmatch(page.Body)
				if n == nil || n[1] == "0" {
					t.Fatalf("%s shows nothing: %q", address, n)
				}
				rows := sheetRows(t, c.Get(address+"&tai-ve=xlsx"))
				if got := strings.ReplaceAll(n[1], ".", ""); got != fmt.Sprint(len(rows)) {
					t.Errorf("%s shows %s rows, the file has %d", address, got, len(rows))
				}
				// the page begins with the row that the file begins with
				table := page.Body[strings.Index(page.Body, "<tbody>"):]
				at := rowStart.FindAllStringIndex(table, 2)
				if len(at) == 2 {
					table = table[at[0][0]:at[1][0]]
				}
				if cell := html.EscapeString(rows[0][0]); cell != "" && !strings.Contains(table, cell) {
					t.Errorf("%s begins otherwise than its file, with %q: %.300s", address, cell, table)
				}
			}
		})
	}
}

// sheetRows are the rows of a list that was taken away, without title and heads.
func sheetRows(t *testing.T, r webtest.Response) [][]string {
	t.Helper()
	if r.Status != http.StatusOK || !strings.Contains(r.Header.Get("Content-Disposition"), ".xlsx") {
		t.Fatalf("%d, %s: no file", r.Status, r.Header.Get("Content-Disposition"))
	}
	f, err := excelize.OpenReader(bytes.NewReader([]byte(r.Body)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil || len(rows) < 4 {
		t.Fatalf("%d rows in the file: %v", len(rows), err)
	}
	return rows[3:]
}
