package settings_test

import (
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

var auditKey = regexp.MustCompile(`đã [^<]*(kh-29-2024|nq0\d-|internal-b|[0-9a-f]{20})`)

func TestAudit(t *testing.T) {
	s := webtest.OpenSite(t)
	office, admin := s.As("office"), s.As("admin")
	office.Post(page.CommunePath, "version", "1", "kind", "xã", "name", "Vĩnh Chấp")
	admin.Post(page.UserHref("reviewer2") + "/dong")
	office.Get(page.AuditPath).
		Want(t, http.StatusOK, "<b>Phạm Quốc Anh</b> đã khóa tài khoản reviewer2, Trần Văn Minh",
			"<b>Lê Thị Lan</b> đã lưu thiết lập đơn vị và văn bản (bản 2)", `rel="next"`)
	r := office.Get(page.AuditPath + "?nguoi=admin")
	r.Want(t, http.StatusOK, "khóa tài khoản reviewer2", `<option value="admin" selected>`)
	if strings.Contains(r.Body, "<b>Lê Thị Lan</b>") || strings.Contains(r.Body, "Cũ hơn") {
		t.Error("others' entries stand there")
	}
	office.Get(page.AuditPath+"?loai=procedure&ma=1.001193").Want(t, http.StatusOK,
		`<a href="/thu-tuc/1.001193">lưu thủ tục 1.001193 Thủ tục đăng ký khai sinh (bản 1)</a>`)
	// What lies in a plan is named, not spelt in keys; a figure says what it was and what it became.
	figure := webtest.Month("2024-06", webtest.FigureRow("nq02-1", "1", "291", "296"))
	r = office.Upload(page.IndicatorsPath, "", "", "", append(figure, "reason", "đếm lại")...)
	if r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	s.As("chairman").Post("/dich-vu-truc-tuyen/1/dinh-chinh", "version", "5", "number", "54", "date", "09/7/2024",
		"reason", "Gõ nhầm số")
	for query, words := range map[string]string{
		"?loai=restructuring&ma=khai+sinh": "đính chính số, ngày văn bản của rà soát dịch vụ công trực tuyến 1, 1.001193 " +
			"Thủ tục đăng ký khai sinh: 44/QĐ-UBND ngày 08/7/2024 → 54/QĐ-UBND ngày 09/7/2024",
		"?loai=figure":           "lưu số liệu chỉ tiêu số 1 (NQ 02), tháng 6/2024, 29/KH-UBND: 290/296 → 291/296",
		"?loai=form&ma=NB-04":    "biểu mẫu rà soát NB-04 Nâng bậc lương thường xuyên, Rà soát thủ tục hành chính nội bộ nhóm B",
		"?ma=cong+tac+phi":       "giao Trần Văn Minh rà soát NB-03 Thanh toán công tác phí",
		"?ma=so+theo+doi":        "lưu tệp Sổ theo dõi hồ sơ tháng 5.csv",
		"?loai=announcement":     "lưu quyết định công bố 1498/QĐ-UBND Công bố thủ tục hành chính được sửa đổi",
		"?ma=Hoa&loai=user":      "tạo tài khoản reviewer, Nguyễn Thị Hoa",
		"?loai=restructuring":    "lưu rà soát dịch vụ công trực tuyến số 3, 2.000635 Cấp bản sao Trích lục hộ tịch",
		"?tu=16/7/2024":          "Không có dòng nào hợp với điều kiện lọc",
		"?den=14/7/2024":         "Không có dòng nào hợp với điều kiện lọc",
		"?ma=zzz":                "Không có dòng nào hợp với điều kiện lọc",
		"?tu=15/7/2024&ma=NB-04": "NB-04 Nâng bậc lương thường xuyên",
	} {
		office.Get(page.AuditPath+query).Want(t, http.StatusOK, words)
	}
	office.Get(page.AuditPath+"?tu=31/6/2024").
		Want(t, http.StatusUnprocessableEntity, `href="#tu"`, `value="31/6/2024"`)
	for _, query := range []string{"", "?loai=figure", "?loai=form", "?loai=campaign", "?loai=release", "?loai=file"} {
		body := office.Get(page.AuditPath + query).Body
		if key := auditKey.FindString(body); key != "" {
			t.Errorf("%q speaks in keys: %s", query, key)
		}
	}
	office.Get(page.AuditPath+"?truoc=x").Want(t, http.StatusBadRequest)
	older := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(office.Get(page.AuditPath).Body)
	if len(older) != 2 {
		t.Fatal("no way to older entries")
	}
	office.Get(older[1]).Want(t, http.StatusOK, "Mới nhất")
	// from the oldest on, as the filter says, page after page, each entry once
	var numbers []int
	for at := page.AuditPath + "?loai=procedure&xep=so"; at != ""; {
		r := office.Get(at)
		for _, m := range regexp.MustCompile(`>số ([0-9.]+)<`).FindAllStringSubmatch(r.Body, -1) {
			n, err := strconv.Atoi(strings.ReplaceAll(m[1], ".", ""))
			if err != nil || len(numbers) > 0 && n <= numbers[len(numbers)-1] {
				t.Fatalf("%v then %s", numbers, m[1])
			}
			numbers = append(numbers, n)
		}
		at = ""
		if next := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(r.Body); len(next) == 2 {
			at = html.UnescapeString(next[1])
		}
	}
	if len(numbers) < 60 || numbers[0] > 10 {
		t.Errorf("%d entries of procedures, oldest first: %v", len(numbers), numbers)
	}
	office.Post(page.AuditPath+"/kiem-tra").Want(t, http.StatusOK, "không có gì bị sửa ngoài chương trình", "is-met")
}

// Every action that the store can note has its sentence, so that no entry speaks in codes.
func TestAudit_HasWords(t *testing.T) {
	s := webtest.OpenEmptySite(t)
	files, err := filepath.Glob("../../store/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	noted := regexp.MustCompile(`tx\.(?:note|putVersion)\(ctx, (?:v, )?"([a-z]+\.[a-z_]+)"|tx\.(keep)\(ctx, "([a-z]+)"`)
	found := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range noted.FindAllStringSubmatch(string(text), -1) {
			action := m[1]
			if m[2] == "keep" {
				action = m[3] + ".save"
			}
			found++
			kind, _, _ := strings.Cut(action, ".")
			switch kind {
			case "target":
				kind = "plan"
			case "paper": // of any kind
				kind = "restructuring"
			}
			if !s.Server.Text.Has("audit."+action) || !s.Server.Text.Has("audit.kind."+kind) {
				t.Errorf("%s notes %s: app/text lacks audit.%s or audit.kind.%s", f, action, action, kind)
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d actions found in store", found)
	}
}

// The log is taken away as the filter leaves it, all pages of it; a filter that cannot be read gives no file.
func TestAudit_Sheet(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	r := office.Get(page.AuditPath + "?loai=procedure&tai-ve=xlsx&truoc=2")
	if r.Status != http.StatusOK || !strings.Contains(r.Header.Get("Content-Disposition"), ".xlsx") {
		t.Fatalf("%d, %s", r.Status, r.Header.Get("Content-Disposition"))
	}
	f, err := excelize.OpenReader(strings.NewReader(r.Body))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil || len(rows) < 60 {
		t.Fatalf("%d rows, want more than a page of the log: %v", len(rows), err)
	}
	for _, row := range rows[3:] {
		if !strings.Contains(row[4], "thủ tục") {
			t.Fatalf("%q is not about a procedure", row)
		}
	}
	office.Get(page.AuditPath+"?tu=hom+qua&tai-ve=xlsx").Want(t, http.StatusUnprocessableEntity, "không phải ngày")
}
