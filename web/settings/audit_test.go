package settings_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

func TestAudit(t *testing.T) {
	s := webtest.OpenSite(t)
	office, admin := s.As("office"), s.As("admin")
	office.Post(page.CommunePath, "version", "1", "kind", "xã", "name", "Vĩnh Chấp")
	admin.Post(page.UserHref("reviewer2") + "/dong")
	office.Get(page.AuditPath).
		Want(t, http.StatusOK, "<b>Phạm Quốc Anh</b> đã đóng tài khoản reviewer2",
			"<b>Lê Thị Lan</b> đã lưu thiết lập đơn vị và văn bản (bản 2)", `rel="next"`)
	r := office.Get(page.AuditPath + "?nguoi=admin")
	r.Want(t, http.StatusOK, "đóng tài khoản reviewer2", `<option value="admin" selected>`)
	if strings.Contains(r.Body, "<b>Lê Thị Lan</b>") || strings.Contains(r.Body, "Cũ hơn") {
		t.Error("others' entries stand there")
	}
	office.Get(page.AuditPath+"?loai=procedure&ma=1.001193").
		Want(t, http.StatusOK, `<a href="/thu-tuc/1.001193">lưu thủ tục 1.001193 (bản 1)</a>`)
	// what lies in a plan is named, not spelt in keys
	r = office.Get(page.AuditPath + "?loai=figure")
	r.Want(t, http.StatusOK, "lưu số liệu chỉ tiêu 29/KH-UBND, NQ 02 7, Theo lượt đánh giá, tháng 5/2024")
	if strings.Contains(r.Body, "nq02-7") {
		t.Error("a figure stands there by its keys")
	}
	office.Get(page.AuditPath+"?loai=form&ma=NB-04").
		Want(t, http.StatusOK, "biểu mẫu rà soát 29/KH-UBND, Rà soát thủ tục hành chính nội bộ nhóm B, NB-04 (bản 1)")
	office.Get(page.AuditPath+"?ma=khong-co").Want(t, http.StatusOK, "Không có dòng nào hợp với điều kiện lọc")
	office.Get(page.AuditPath+"?truoc=x").Want(t, http.StatusBadRequest)
	older := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(office.Get(page.AuditPath).Body)
	if len(older) != 2 {
		t.Fatal("no way to older entries")
	}
	office.Get(older[1]).Want(t, http.StatusOK, "Mới nhất")
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
			if kind == "target" {
				kind = "plan"
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
