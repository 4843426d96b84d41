package settings_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// Until the first start is done, everybody's pages answer as usual, and nothing carries another commune's name:
// neither the pages nor a report.
func TestFreshStore_NamesNobody(t *testing.T) {
	s := webtest.OpenEmptySite(t)
	token, err := s.App.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := s.Visitor()
	for _, path := range []string{"/", "/?q=khai+sinh", "/thu-tuc/1.001193", "/dang-nhap", "/kha-nang-tiep-can",
		page.SetupPath + "?ma=" + token, "/api/v1/search?q=khai+sinh"} {
		r := c.Get(path)
		if r.Status != http.StatusOK || strings.Contains(strings.ToLower(r.Body), "vĩnh") {
			t.Errorf("%s: %d, another commune's name: %v", path, r.Status, strings.Contains(r.Body, "Vĩnh"))
		}
	}
	for _, kind := range app.ReportKinds() {
		var report bytes.Buffer
		err := s.App.Report(t.Context(), &report, app.ReportOptions{Kind: kind, Format: "html"})
		if decides := kind == "submission" || kind == "decision"; decides != (err != nil) {
			t.Fatalf("%s with nothing to decide: %v", kind, err)
		} else if decides {
			continue
		}
		text := strings.ToLower(report.String())
		for _, bad := range []string{"vĩnh chấp", "vĩnh linh", "võ văn"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s says %q: …%s…", kind, bad, around(text, bad))
			}
		}
		for _, hole := range []string{"cơ quan ban hành", "cơ quan ban hành kế hoạch", "địa danh", "họ tên người ký",
			"cơ quan nhận báo cáo"} {
			if !strings.Contains(text, hole) && !strings.Contains(withoutLine[kind], hole) {
				t.Errorf("%s has no dotted line for %q", kind, hole)
			}
		}
	}
}

// withoutLine are the particulars that a kind of report has no line for: a plan goes to nobody, forms have no
// letterhead.
var withoutLine = map[string]string{
	"review-plan": "cơ quan nhận báo cáo",
	"form-02":     "cơ quan ban hành kế hoạch, địa danh, họ tên người ký, cơ quan nhận báo cáo",
	"form-03":     "cơ quan ban hành kế hoạch, địa danh, họ tên người ký, cơ quan nhận báo cáo",
}

func around(text, words string) string {
	i := strings.Index(text, words)
	return text[max(0, i-100):min(len(text), i+100)]
}

var setupForm = []string{
	"kind",
	"xã",
	"name",
	"An Bình",
	"year",
	"2024",
	"holidays",
	"02/9/2024 – Quốc khánh",
	"units",
	"Văn phòng\nĐịa chính",
	"inhabitants",
	"3.200",
	"username",
	"bao.tran",
	"password",
	"hoa gạo tháng ba",
	"again",
	"hoa gạo tháng ba",
}

func TestSetup(t *testing.T) {
	s := webtest.OpenEmptySite(t)
	old, err := s.App.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	token, err := s.App.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := s.Visitor()
	for _, void := range []string{old, "", "x"} {
		for _, r := range []webtest.Response{c.Get(page.SetupPath + "?ma=" + void), c.Post(page.SetupPath,
			webtest.With(setupForm, "token", void)...)} {
			if r.Status != http.StatusForbidden || strings.Contains(r.Body, "Tài khoản quản trị") {
				t.Errorf("token %q: %d", void, r.Status)
			}
		}
	}
	for name, tt := range map[string]struct {
		change []string
		want   string
	}{
		"no name": {[]string{"name", " "}, "chưa ghi tên xã"},
		"no kind": {[]string{"kind", ""}, "chọn xã, phường"},
		"no such day": {[]string{"holidays", "02/9/2024 – Quốc khánh\n30/02/2024 – Không có"},
			"dòng 2: “30/02/2024 – Không có”: không có ngày này"},
		"no day": {[]string{"holidays", "Quốc khánh"}, "không bắt đầu bằng ngày"},
		"a day twice": {[]string{"holidays", "02/9/2024 – Quốc khánh\n\n2/9/2024: Quốc khánh"},
			"dòng 3: ngày 02/9/2024 có hai lần"},
		"a nameless day":   {[]string{"holidays", "02/9/2024"}, "dòng 1: chưa ghi tên ngày"},
		"another year":     {[]string{"holidays", "02/9/2025 – Quốc khánh"}, "không thuộc năm 2024"},
		"half a person":    {[]string{"inhabitants", "3,5"}, "phải là số nguyên"},
		"weak password":    {[]string{"password", "Password2024", "again", "Password2024"}, "dễ đoán"},
		"passwords differ": {[]string{"again", "hoa gạo tháng tư"}, "hai lần nhập không giống nhau"},
		"name with signs":  {[]string{"username", "Bảo"}, "không dùng làm tên đăng nhập được"},
	} {
		r := c.Post(page.SetupPath, append(webtest.With(setupForm, tt.change...), "token", token)...)
		if r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(strings.ToLower(r.Body), strings.ToLower(tt.want)) {
			t.Errorf("%s: %d, no %q", name, r.Status, tt.want)
		}
		if strings.Contains(r.Body, "hoa gạo") || !strings.Contains(r.Body, "Địa chính") {
			t.Errorf("%s: the password comes back, or what was typed is lost", name)
		}
	}
	shown := webtest.With(setupForm, "do", "preview", "sign_title", "CHỦ TỊCH", "token", token)
	c.Post(page.SetupPath, shown...).Want(t, http.StatusOK,
		"XÃ AN BÌNH", "An Bình, ngày", "<b>CHỦ TỊCH</b>", "họ tên người ký",
		"Địa chính")
	if _, version, _ := s.App.Commune(t.Context()); version != 0 {
		t.Fatal("a refused form was stored")
	}
	if r := c.Post(page.SetupPath, append(setupForm, "token", token)...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	if r := c.Get("/ke-hoach"); r.Status != http.StatusOK || !strings.Contains(r.Body, "UBND xã An Bình") {
		t.Errorf("not signed in afterwards: %d", r.Status)
	}
	if r := s.Visitor().Get(page.SetupPath + "?ma=" + token); r.Status != http.StatusForbidden {
		t.Errorf("the link opens twice: %d", r.Status)
	}
	c.Get(page.SettingsPath).Want(t, http.StatusOK, "XÃ AN BÌNH", "cơ quan nhận báo cáo")
	c.Post(page.CommunePath, "do", "preview", "kind", "phường", "name", "Cao Lãnh").
		Want(t, http.StatusOK, "PHƯỜNG CAO LÃNH", "Cao Lãnh, ngày")
	if commune, _, _ := s.App.Commune(t.Context()); commune.Inhabitants != 3200 || len(commune.Units) != 2 ||
		commune.Superior != "" {
		t.Errorf("%+v", commune)
	}
}
