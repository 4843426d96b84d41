package catalogue_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// Where and when one hands in stands with what is handed in at the commune and on the first page; what another level
// receives does not show the commune's address, and what is not set is said to be unknown.
func TestDesk(t *testing.T) {
	s := webtest.OpenSite(t)
	citizen, office, reviewer := s.Visitor(), s.As("office"), s.As("reviewer")
	const birth, department = "/thu-tuc/1.001193", "/thu-tuc/1.010824" // of the commune; of the Sở Nội vụ
	set := []string{page.CommunePath + "#mot-cua", "Ghi nơi người dân nộp hồ sơ"}
	lacks := func(c *webtest.Client, path string, words ...string) {
		t.Helper()
		body := c.Get(path).Body
		for _, w := range words {
			if strings.Contains(body, w) {
				t.Errorf("%s says %q", path, w)
			}
		}
	}
	save := func(place, hours, phone string) {
		t.Helper()
		commune, version, err := s.App.Commune(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		commune.DeskPlace, commune.DeskHours, commune.DeskPhone = place, hours, phone
		if err := s.App.SaveCommune(t.Context(), app.CommandPerson, commune, version); err != nil {
			t.Fatal(err)
		}
	}
	save("Trung tâm Phục vụ hành chính công xã An Bình, thôn Đông", "7 giờ – 11 giờ", "0233 3820 125; 113")
	for _, path := range []string{"/", birth} {
		citizen.Get(path).Want(t, http.StatusOK, "công xã An Bình, thôn Đông",
			"Giờ làm việc: <span>7 giờ – 11 giờ</span>",
			`<a href="tel:02333820125">0233 3820 125</a>; <a href="tel:113">113</a>`)
		lacks(office, path, set...)
	}
	lacks(citizen, department, "thôn Đông", "Giờ làm việc")

	save("Thôn Đông", "", "")
	citizen.Get(birth).Want(t, http.StatusOK, "Thôn Đông", "Giờ làm việc: <span>chưa có thông tin</span>",
		"Điện thoại: chưa có thông tin")
	save("", "", "")
	citizen.Get(birth).Want(t, http.StatusOK, "Địa chỉ, giờ làm việc, điện thoại: chưa có thông tin")
	lacks(citizen, birth, set...)
	lacks(reviewer, birth, set...)
	lacks(citizen, "/", "chưa có thông tin", "Nộp hồ sơ trực tiếp")
	lacks(office, department, set...)
	for _, path := range []string{"/", birth} {
		office.Get(path).Want(t, http.StatusOK, set...)
	}
	office.Get(page.CommunePath).Want(t, http.StatusOK, `id="mot-cua"`, "Tên, địa chỉ nơi nộp hồ sơ")
	office.Get(page.SettingsPath).Want(t, http.StatusOK, "Chưa ghi: người dân thấy “chưa có thông tin”.",
		"bỏ “Thôn Đông”")
}
