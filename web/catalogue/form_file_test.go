package catalogue_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/tools/webtest"
)

// A form that was attached to a paper is downloaded from the paper's line, with its kind and size; where only its name
// is known the page says so.
func TestFormFile(t *testing.T) {
	s := webtest.OpenSite(t)
	office, citizen := s.As("office"), s.Visitor()
	const page, form = "/thu-tuc/1.001193", "Tờ khai đăng ký khai sinh"
	citizen.Get(page).Want(t, http.StatusOK, form, "chưa có tệp để tải")
	office.Get(page+"/bieu-mau").Want(t, http.StatusOK, form, "Giấy chứng sinh", "chưa có tệp để tải")
	office.Get(page).Want(t, http.StatusOK, page+"/bieu-mau")
	r := office.Upload(page+"/bieu-mau", "file", "a.exe", "MZ", "form", form)
	r.Want(t, http.StatusUnprocessableEntity, "A.exe không phải docx, xlsx, pdf", "selected>"+form)
	office.Post(page+"/bieu-mau", "form", form).Want(t, http.StatusUnprocessableEntity, "hưa chọn tệp")
	content := "%PDF-1.7\n" + strings.Repeat("x", 3000)
	r = office.Upload(page+"/bieu-mau", "file", "to khai.pdf", content, "form", form)
	if r.Status != http.StatusSeeOther {
		t.Fatalf("attaching: %d", r.Status)
	}
	r = citizen.Get(page)
	r.Want(t, http.StatusOK, "(pdf, 3 KB)")
	href := regexp.MustCompile(`href="(/thu-tuc/1\.001193/bieu-mau/[0-9a-f]{64})" download`).FindStringSubmatch(r.Body)
	if href == nil {
		t.Fatal("the page has no form to download")
	}
	r = citizen.Get(href[1])
	r.Want(t, http.StatusOK, content)
	for name, want := range map[string]string{
		"Content-Type":        "application/pdf",
		"Content-Disposition": `attachment; filename="to-khai-dang-ky-khai-sinh.pdf"`,
	} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	citizen.Get(strings.Replace(href[1], "1.001193", "1.000656", 1)).Want(t, http.StatusNotFound)
	r = office.Post(page+"/bieu-mau", "form", form, "do", "detach")
	if citizen.Get(href[1]).Want(t, http.StatusNotFound); r.Status != http.StatusSeeOther {
		t.Errorf("taking away: %d", r.Status)
	}
}
