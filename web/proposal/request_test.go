package proposal_test

import (
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// The documents that the demo's proposals ask to amend, and what they decentralise, stand on their pages and as Excel.
func TestRequests_Pages(t *testing.T) {
	c := webtest.OpenSite(t).As("office")
	c.Get(page.ProposalsPath).Want(t, 200, page.TextsPath, page.DecentralisedPath)
	c.Get(page.TextsPath).Want(t, 200, "Luật Đất đai số 31/2024/QH15", "Điều 235", "Làm rõ trách nhiệm xác minh")
	c.Get(page.DecentralisedPath).Want(t, 200, "Giao Hội đồng tư vấn cấp xã chủ trì xác minh thực địa", "/phuong-an/")
	if body := c.Get(page.TextsPath + "?tu-khoa=khong-co-van-ban-nay").Body; strings.Contains(body, "Điều 235") {
		t.Error("the table is not searched")
	}
	for _, at := range []string{page.TextsPath, page.DecentralisedPath} {
		r := c.Get(at + "?tai-ve=xlsx")
		r.Want(t, 200)
		if kind := r.Header.Get("Content-Type"); !strings.Contains(kind, "spreadsheet") {
			t.Errorf("%s: %s", at, kind)
		}
	}
}
