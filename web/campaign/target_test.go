package campaign_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
)

// Every figure of the review summary opens to what it was made from: which procedures count, the sum under each
// denominator, and the sum behind what is missing.
func TestTargetTrace(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	office := site.As("office")
	for at, says := range map[string][]string{
		"/chi-tieu/internal-b-cost": {"18,60% (20.974.080/112.787.888 đồng)", "24.387.888 đồng/năm, tỷ lệ 86,00%",
			"Mốc 20% của 112.787.888 là 22.557.578 đồng/năm; 22.557.578 − 20.974.080 = 1.583.498",
			`data-label="Tiết kiệm được tính">18.106.704<`, `data-label="Chi phí hiện tại">112.787.888<`,
			`data-label="Thuộc các TTHC có phương án">24.387.888 đồng<`},
		"/chi-tieu/internal-b-number":                      {"25,00% (3/12 thủ tục)", `data-label="Tính vào tử số">3/12<`},
		"/chi-tieu/internal-b-reviewed":                    {"8/12 thủ tục", "Mốc 100% của 12 là 12 thủ tục; 12 − 8 = 4 thủ tục"},
		"/chi-tieu/public-reviewed":                        {"8/12 thủ tục"},
		"/chi-tieu/internal-b-number?tinh=co":              {"Hiện 3/12 thủ tục"},
		"/chi-tieu/internal-b-number?ngay=01%2F7%2F2024":   {"tính đến ngày 01/7/2024"},
		"/chi-tieu/internal-b-cost?tinh-ca=dang-trinh":     {"31,04% (35.012.000/112.787.888 đồng)", "tiết kiệm 35.012.000"},
		"/bao-cao/tong-hop":                                {`href="/chi-tieu/internal-b-cost"`, `href="/chi-tieu/public-reviewed"`},
		"/chi-tieu":                                        {`href="/chi-tieu/internal-b-cost?ngay=15%2F7%2F2024"`, `href="/chi-tieu/public-reviewed?ngay`},
		"/chi-tieu/internal-b-cost?xep=truoc-giam&tinh=co": {"NB-02"},
	} {
		office.Get(at).Want(t, http.StatusOK, says...)
	}
	counted := strings.Count(office.Get("/chi-tieu/internal-b-number").Body, "✓ có tính")
	if counted != 3 {
		t.Errorf("%d procedures count, want 3", counted)
	}
	if r := office.Get("/chi-tieu/internal-b-cost?tai-ve=xlsx"); r.Status != http.StatusOK ||
		!strings.Contains(r.Header.Get("Content-Disposition"), "xlsx") {
		t.Errorf("as a file: %d %v", r.Status, r.Header)
	}
	for _, at := range []string{"/chi-tieu/internal-b-additions", "/chi-tieu/khong-co", "/chi-tieu/internal-b-cost?ngay=x"} {
		office.Get(at).Want(t, http.StatusNotFound)
	}
}
