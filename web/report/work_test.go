package report_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

var taskLink = regexp.MustCompile(`<p class="task-action"><a class="[^"]*" href="([^"]+)"`)

// Everybody finds what is theirs to do, under how urgent it is, and each task leads to a page that they may open.
func TestWork(t *testing.T) {
	s := webtest.OpenSite(t)
	for _, tt := range []struct {
		who          string
		tasks        int
		has, without []string
	}{
		{"office", 10,
			[]string{"10 việc, không có việc quá hạn", "Sắp đến hạn", "Đang chờ xử lý", "hạn hôm nay, 15/7/2024",
				"Báo cáo tháng 7/2024", `href="/bao-cao-thang?thang=2024-07">Soạn báo cáo`, "còn 2 ngày làm việc đến 17/7/2024", "2/2 đã nộp", "7/8 đã nộp"},
			[]string{"<h2>Quá hạn</h2>"}},
		{"reviewer", 2,
			[]string{"2 việc, ", "bộ phận của tôi", "7/8 đã nộp"},
			[]string{"2/2 đã nộp", "Phân công", "Chờ trả lời của cấp trên"}},
		{"chairman", 1,
			[]string{"Xem, quyết định", "2/2 đã nộp"},
			[]string{"Phương án chờ thẩm tra", "Sắp đến hạn"}},
		{"admin", 0, []string{"Không có việc nào đang chờ", "Mốc của kế hoạch", "bộ phận của tôi"}, nil},
	} {
		c := s.As(tt.who)
		r := c.Get(page.FirstPage)
		r.Want(t, http.StatusOK, tt.has...)
		for _, w := range tt.without {
			if strings.Contains(r.Body, w) {
				t.Errorf("%s reads %q", tt.who, w)
			}
		}
		links := taskLink.FindAllStringSubmatch(r.Body, -1)
		if len(links) != tt.tasks {
			t.Errorf("%s: %d links to tasks, want %d", tt.who, len(links), tt.tasks)
		}
		for _, m := range links {
			address, place, _ := strings.Cut(m[1], "#")
			there := c.Get(address)
			if there.Status == http.StatusSeeOther { // form 02 opens at its first open part
				there = c.Get(there.Header.Get("Location"))
			}
			if there.Status != http.StatusOK || place != "" && !strings.Contains(there.Body, ` id="`+place+`"`) {
				t.Errorf("%s: the task leads to %s: %d", tt.who, m[1], there.Status)
			}
		}
	}
	s.As("office").Get(page.FirstPage+"?ke-hoach=khong-co").Want(t, http.StatusNotFound)
	s.Visitor().Get(page.FirstPage).Want(t, http.StatusSeeOther)
}

// The year table counts what was reviewed in time and what it saves; its workbook says the same.
func TestYear(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	r := office.Get(page.YearPath)
	r.Want(t, http.StatusOK, "Tổng hợp kết quả thực hiện năm 2024", "Tài chính - Kế toán", "Văn hóa - Xã hội",
		"18.106.704", "2.867.376",
		"22.240.590", page.YearPath+".xlsx")
	sheet := office.Get(page.YearPath + ".xlsx")
	sheet.Want(t, http.StatusOK)
	if got := fileName(t, sheet); got != "Tổng hợp năm 2024.xlsx" || !holdsPart(t, sheet.Body, "xl/workbook.xml") {
		t.Errorf("the workbook is called %q", got)
	}
	r.Want(t, http.StatusOK, page.YearPath+".docx", "Bộ phận một cửa: đạt", "Phản ánh, kiến nghị", "Lê Thị Lan")
	paper := office.Get(page.YearPath + ".docx")
	paper.Want(t, http.StatusOK)
	if got := fileName(t, paper); got != "Tổng hợp năm 2024.docx" || !holdsPart(t, paper.Body, "word/document.xml") {
		t.Errorf("the document is called %q", got)
	}
	for _, address := range []string{page.YearPath, page.YearPath + ".docx", page.YearPath + ".xlsx"} {
		office.Get(address+"?ke-hoach=khong-co").Want(t, http.StatusNotFound)
		s.Visitor().Get(address).Want(t, http.StatusSeeOther)
	}
}
