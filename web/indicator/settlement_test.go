package indicator_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// The files by field are pasted, looked at, saved, told where they do not come out, taken over into the next month, and
// nothing that was typed is lost.
func TestSettlement(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.As("reviewer")
	at := func(month string) string { return page.SettlementPath + "?plan=kh-29-2024&thang=" + month }
	send := func(month, version string, pairs ...string) webtest.Response {
		return c.Upload(page.SettlementPath, "", "", "",
			append([]string{"plan", "kh-29-2024", "thang", month, "version", version}, pairs...)...)
	}
	has := func(what, body string, want ...string) {
		t.Helper()
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%s: %q does not stand there", what, w)
			}
		}
	}
	table := "TT\tLĩnh vực\tTổng\tTrực tuyến\n1\tHộ tịch\t100\t40\t55\t5\t84\t20\t60\t4\t16\t15\t1\n" +
		"2\tChứng thực\t1.250\t250\t1000\t0\t1250\t1250\t0\t0\t0\t0\t0\n\tTổng số\t1350"
	r := send("2024-06", "0", "do", "read", "paste", table)
	has("pasted", r.Body, "Đã đưa 2 lĩnh vực vào bảng", `value="Chứng thực"`,
		`name="rows[1].received" id="rows[1].received" value="1.250"`)
	full := []string{"rows[0].field", "Hộ tịch", "rows[0].received", "100", "rows[0].online", "40", "rows[0].direct", "55",
		"rows[0].carried", "5", "rows[0].early", "20", "rows[0].on_time", "60", "rows[0].late", "4", "rows[0].in_time", "15",
		"rows[0].overdue", "1", "rows[1].field", "", "rows[2].field", "Chứng thực", "rows[2].online", "x"}
	r = send("2024-06", "0", full...)
	if r.Status != http.StatusUnprocessableEntity {
		t.Errorf("a word for a number: %d", r.Status)
	}
	has("a word for a number", r.Body, "Phải là số nguyên", `value="x"`, `value="55"`)
	full[3], full[len(full)-1] = "99", "7"
	r = send("2024-06", "0", full...)
	has("a total that is not the sum", r.Body, "Ghi 99, nhưng các cột thành phần cộng lại là 100",
		`value="99"`, `value="7"`)
	full[3] = ""
	if r = send("2024-06", "0", full...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, r.Body)
	}
	has("saved", c.Get(at("2024-06")).Body, `value="55"`, `<span class="second">100</span>`)
	has("next month", c.Get(at("2024-07")).Body, "(tháng 6/2024) còn đang giải quyết: Hộ tịch 16.")
	r = send("2024-07", "0", "do", "carry")
	has("carried over", r.Body, `id="rows[0].carried" value="16"`)
	r = send("2024-07", "0", "rows[0].field", "Hộ tịch", "rows[0].carried", "9")
	has("carried otherwise", c.Get(at("2024-07")).Body,
		"Hộ tịch: ghi từ kỳ trước chuyển sang 9, kỳ trước còn đang giải quyết 16")
	r = send("2024-06", "0", "rows[0].field", "Hộ tịch", "rows[0].online", "41")
	if r.Status != http.StatusConflict {
		t.Errorf("an older version: %d", r.Status)
	}
	has("an older version", r.Body, "Trong kỳ: trực tuyến", `value="41"`)
	office := s.As("office")
	has("the record", office.Get(page.AuditPath+"?loai=settlement").Body,
		"lưu số hồ sơ tiếp nhận, giải quyết theo lĩnh vực, tháng 6/2024")
	if r = c.Get(page.SettlementPath + ".xlsx?plan=kh-29-2024&thang=2024-06"); r.Status != http.StatusOK ||
		!strings.HasPrefix(r.Body, "PK") {
		t.Errorf("as a workbook: %d", r.Status)
	}
}
