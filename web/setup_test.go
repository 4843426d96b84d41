package web

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
)

// Until the first start is done, everybody's pages answer as usual, and nothing carries another commune's name:
// neither the pages nor a report.
func TestFreshStore_NamesNobody(t *testing.T) {
	s := openEmptySite(t)
	token, err := s.app.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := s.visitor()
	for _, path := range []string{"/", "/?q=khai+sinh", "/thu-tuc/1.001193", "/dang-nhap", "/kha-nang-tiep-can", SetupPath + "?ma=" + token, "/api/v1/search?q=khai+sinh"} {
		r := c.get(path)
		if r.status != http.StatusOK || strings.Contains(strings.ToLower(r.body), "vĩnh") {
			t.Errorf("%s: %d, another commune's name: %v", path, r.status, strings.Contains(r.body, "Vĩnh"))
		}
	}
	for _, kind := range app.ReportKinds() {
		var report bytes.Buffer
		if err := s.app.Report(t.Context(), &report, app.ReportOptions{Kind: kind, Format: "html"}); err != nil {
			t.Fatal(err)
		}
		text := strings.ToLower(report.String())
		for _, bad := range []string{"vĩnh chấp", "vĩnh linh", "võ văn"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s says %q: …%s…", kind, bad, around(text, bad))
			}
		}
		for _, hole := range []string{"cơ quan ban hành", "cơ quan ban hành kế hoạch", "địa danh", "họ tên người ký", "cơ quan nhận báo cáo"} {
			if !strings.Contains(text, hole) && !strings.Contains(withoutLine[kind], hole) {
				t.Errorf("%s has no dotted line for %q", kind, hole)
			}
		}
	}
}

// withoutLine are the particulars that a kind of report has no line for: a plan and a decision go to nobody, forms have no
// letterhead.
var withoutLine = map[string]string{"review-plan": "cơ quan nhận báo cáo", "decision": "cơ quan nhận báo cáo, cơ quan ban hành kế hoạch",
	"form-02": "cơ quan ban hành kế hoạch, địa danh, họ tên người ký, cơ quan nhận báo cáo", "form-03": "cơ quan ban hành kế hoạch, địa danh, họ tên người ký, cơ quan nhận báo cáo"}

func around(text, words string) string {
	i := strings.Index(text, words)
	return text[max(0, i-100):min(len(text), i+100)]
}

var setupForm = []string{"kind", "xã", "name", "An Bình", "year", "2024", "holidays", "02/9/2024 – Quốc khánh", "units", "Văn phòng\nĐịa chính",
	"inhabitants", "3.200", "username", "bao.tran", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"}

// with is the form with other values.
func with(form []string, pairs ...string) []string {
	out := append([]string(nil), form...)
	for i := 0; i+1 < len(pairs); i += 2 {
		found := false
		for j := 0; j+1 < len(out); j += 2 {
			if out[j] == pairs[i] {
				out[j+1], found = pairs[i+1], true
			}
		}
		if !found {
			out = append(out, pairs[i], pairs[i+1])
		}
	}
	return out
}

func TestSetup(t *testing.T) {
	s := openEmptySite(t)
	old, err := s.app.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	token, err := s.app.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := s.visitor()
	for _, void := range []string{old, "", "x"} {
		for _, r := range []response{c.get(SetupPath + "?ma=" + void), c.post(SetupPath, with(setupForm, "token", void)...)} {
			if r.status != http.StatusForbidden || strings.Contains(r.body, "Tài khoản quản trị") {
				t.Errorf("token %q: %d", void, r.status)
			}
		}
	}
	for name, tt := range map[string]struct {
		change []string
		want   string
	}{
		"no name":          {[]string{"name", " "}, "chưa ghi tên xã"},
		"no kind":          {[]string{"kind", ""}, "chọn xã, phường"},
		"no such day":      {[]string{"holidays", "02/9/2024 – Quốc khánh\n30/02/2024 – Không có"}, "dòng 2: “30/02/2024 – Không có”: không có ngày này"},
		"no day":           {[]string{"holidays", "Quốc khánh"}, "không bắt đầu bằng ngày"},
		"a day twice":      {[]string{"holidays", "02/9/2024 – Quốc khánh\n\n2/9/2024: Quốc khánh"}, "dòng 3: ngày 02/9/2024 có hai lần"},
		"a nameless day":   {[]string{"holidays", "02/9/2024"}, "dòng 1: chưa ghi tên ngày"},
		"another year":     {[]string{"holidays", "02/9/2025 – Quốc khánh"}, "không thuộc năm 2024"},
		"half a person":    {[]string{"inhabitants", "3,5"}, "phải là số nguyên"},
		"weak password":    {[]string{"password", "Password2024", "again", "Password2024"}, "dễ đoán"},
		"passwords differ": {[]string{"again", "hoa gạo tháng tư"}, "hai lần nhập không giống nhau"},
		"name with signs":  {[]string{"username", "Bảo"}, "không dùng làm tên đăng nhập được"},
	} {
		r := c.post(SetupPath, append(with(setupForm, tt.change...), "token", token)...)
		if r.status != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(r.body), strings.ToLower(tt.want)) {
			t.Errorf("%s: %d, no %q", name, r.status, tt.want)
		}
		if strings.Contains(r.body, "hoa gạo") || !strings.Contains(r.body, "Địa chính") {
			t.Errorf("%s: the password comes back, or what was typed is lost", name)
		}
	}
	if _, version, _ := s.app.Commune(t.Context()); version != 0 {
		t.Fatal("a refused form was stored")
	}
	if r := c.post(SetupPath, append(setupForm, "token", token)...); r.status != http.StatusSeeOther {
		t.Fatal(r.status, r.body)
	}
	if r := c.get("/ke-hoach"); r.status != http.StatusOK || !strings.Contains(r.body, "UBND xã An Bình") {
		t.Errorf("not signed in afterwards: %d", r.status)
	}
	if r := s.visitor().get(SetupPath + "?ma=" + token); r.status != http.StatusForbidden {
		t.Errorf("the link opens twice: %d", r.status)
	}
	if commune, _, _ := s.app.Commune(t.Context()); commune.Inhabitants != 3200 || len(commune.Units) != 2 || commune.Superior != "" {
		t.Errorf("%+v", commune)
	}
}
