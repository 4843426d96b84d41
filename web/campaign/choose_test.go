package campaign_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
)

// nextBoard is a campaign of a plan of next year in force, whose list is still to be frozen.
func nextBoard(t *testing.T, s *webtest.Site) string {
	t.Helper()
	by := app.Person{Name: "office", Roles: []account.Role{account.Office}}
	id, err := s.App.CopyPlan(t.Context(), by, "kh-29-2024", 2025, func(p *review.Plan) {
		p.Number, p.Date = "31/KH-UBND", value.MustDate("2024-07-10")
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.PutPlanInForce(t.Context(), by, id, 1, value.MustDate("2024-07-10")); err != nil {
		t.Fatal(err)
	}
	return "/ra-soat/" + string(id) + "/internal-b"
}

// Nothing is chosen at first; what is shown can be chosen and dropped by a button, and what was chosen outlives another
// filter. Count and cost of the choice stand beside the button.
func TestChooseList(t *testing.T) {
	s := webtest.OpenSite(t)
	at := nextBoard(t, s) + "/danh-muc"
	office := s.As("office")
	ticked := func(code string) string { return `value="` + code + `" checked` }
	carried := func(code string) string { return `<input type="hidden" name="code" value="` + code + `">` }
	for _, tt := range []struct {
		name, query string
		status      int
		want, not   []string
	}{
		{"at first", "", 200, []string{"Hiện 12/12 thủ tục", "Đã chọn 0 thủ tục", `value="NB-01"`}, []string{" checked"}},
		{
			"what is shown", "linh-vuc=Văn+phòng&chon=hien", 200,
			[]string{"Đã chọn", "đồng/năm", " checked", "Bỏ lọc"},
			[]string{"Đã chọn 0", "Đã chọn 12"},
		},
		{"all", "chon=hien", 200, []string{"Đã chọn 12 thủ tục", ticked("NB-01")}, nil},
		{
			"another filter", "linh-vuc=không+có&code=NB-01", 200,
			[]string{"Hiện 0/12", carried("NB-01"), "Đã chọn 1 thủ tục", "Không có thủ tục nào hợp"},
			[]string{" checked"},
		},
		{"the filter lifted", "linh-vuc=không+có&code=NB-01&loc=bo", 200, []string{"Hiện 12/12", ticked("NB-01")}, nil},
		{"what is shown dropped", "code=NB-01&code=NB-02&chon=bo", 200, []string{"Đã chọn 0 thủ tục"}, []string{" checked"}},
		{"what may not enter", "code=TB-01", 200, []string{"Đã chọn 0 thủ tục"}, []string{" checked"}},
		{"nothing to freeze", "buoc=xac-nhan", 422, []string{"hưa chọn thủ tục nào", "Hiện 12/12"}, nil},
		{
			"what freezing fixes", "buoc=xac-nhan&code=NB-01&code=NB-02&linh-vuc=Tài+chính", 200,
			[]string{
				"Danh mục 2 thủ tục, chốt ngày 15/7/2024", "ít nhất 100%, tức 2 trong 2 thủ tục",
				"ít nhất 20%, tức 1 trong 2 thủ tục", "trang “Thêm, bớt thủ tục”", "Chốt danh mục 2 thủ tục",
				"danh-muc?code=NB-01&amp;code=NB-02",
			},
			[]string{"NB-03"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reads(t, office.Get(at+"?"+tt.query), tt.status, tt.want, tt.not...)
		})
	}
	r := office.Post(at, "code", "NB-01", "code", "NB-02")
	if r.Status != http.StatusSeeOther {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	reads(t, office.Get(r.Header.Get("Location")), http.StatusOK,
		[]string{"Đã chốt danh mục 2 thủ tục", "Phân công rà soát", "Thêm, bớt thủ tục"})
}

const changeAddress = boardAddress + "/thay-doi"

// papersOfList print where the targets of a list stand: of one that has changed, also over the list as it was frozen.
var papersOfList = []string{
	"/bao-cao/review-summary?dot=internal-b", "/bao-cao/tong-hop?dot=internal-b",
	"/bao-cao/monthly?thang=2024-07", "/bao-cao-thang?thang=2024-07",
}

// A decision is shown before it is recorded; afterwards the board, the targets of its day and the report say both
// lists, and an earlier day uses the old one.
func TestChangeList_Page(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	reads(t, office.Get(changeAddress), http.StatusOK, []string{"Danh mục gồm 12 thủ tục, chốt", `name="leaving" value="NB-12"`})
	reads(t, office.Get(changeAddress+"?chon-leaving=hien"), http.StatusOK, []string{
		`name="leaving" value="NB-01" checked`, `name="leaving" value="NB-12" checked`, `data-pick="leaving"`,
	}, `name="entering" value="NB-13" checked`)
	reads(t, s.As("reviewer").Get(boardAddress), http.StatusOK, []string{"NB-12"}, "thay-doi")

	reads(t, office.Post(changeAddress, "step", "ask", "date", "12/7/2024", "leaving", "NB-12"),
		http.StatusUnprocessableEntity,
		[]string{"hưa ghi số quyết định", "hưa ghi lý do", `value="12/7/2024"`, `value="NB-12" checked`})
	for _, paper := range papersOfList {
		reads(t, office.Get(paper), http.StatusOK, nil, "danh mục đã chốt ban đầu")
	}
	typed := []string{
		"number", "60/QĐ-UBND", "date", "12/7/2024", "reason", "Bị bãi bỏ", "leaving", "NB-12", "leaving", "NB-03",
	}
	reads(t, office.Post(changeAddress, append(typed, "step", "ask")...), http.StatusOK, []string{
		"Từ ngày 12/7/2024 danh mục có 10 thủ tục thay cho 12", "NB-03 đã có phương án",
		`<input type="hidden" name="leaving" value="NB-12">`, "Ghi vào danh mục",
	})
	reads(t, office.Post(changeAddress, append(typed, "step", "back")...), http.StatusOK, []string{
		`value="NB-12" checked`, "Bị bãi bỏ</textarea>",
	})
	if r := office.Post(changeAddress, append(typed, "step", "record")...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	reads(t, office.Get(boardAddress), http.StatusOK, []string{
		"Đã ghi thay đổi danh mục: thêm 0, bớt 2", "anh mục gồm 12 thủ tục, chốt ngày", "nay 10 thủ tục", "60/QĐ-UBND",
		"Bị bãi bỏ", "Bớt 2",
	}, `thu-tuc/NB-12"`)
	targets := office.Get("/chi-tieu?ngay=" + url.QueryEscape("12/7/2024"))
	reads(t, targets, http.StatusOK, []string{"/10 thủ tục", "Theo danh mục đã chốt ban đầu:", "/12 thủ tục)"})
	reads(t, office.Get("/chi-tieu?ngay="+url.QueryEscape("11/7/2024")), http.StatusOK, []string{"/12 thủ tục"},
		"danh mục đã chốt ban đầu")
	for _, paper := range papersOfList {
		reads(t, office.Get(paper), http.StatusOK, []string{"Tính theo danh mục đã chốt ban đầu:"})
	}
	right := changeAddress + "/dinh-chinh"
	as := "?so=" + url.QueryEscape("60/QĐ-UBND") + "&ngay=2024-07-12"
	reads(t, office.Get(changeAddress), http.StatusOK, []string{"dinh-chinh?ngay=2024-07-12"})
	reads(t, office.Get(right+as), http.StatusOK, []string{"Đang ghi: 60/QĐ-UBND ngày 12/7/2024"})
	old := []string{"so", "60/QĐ-UBND", "ngay", "2024-07-12"}
	reads(t, office.Post(right, append(old, "number", "60", "date", "12/7/2024", "reason", "Gõ nhầm")...),
		http.StatusUnprocessableEntity, []string{"không có gì để đính chính"})
	reads(t, office.Post(right, append(old, "number", "61", "date", "31/7/2024")...), http.StatusUnprocessableEntity,
		[]string{"hưa ghi lý do", `value="31/7/2024"`})
	r := office.Post(right, append(old, "number", "61", "date", "11/7/2024", "reason", "Gõ nhầm số")...)
	if r.Status != http.StatusSeeOther {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	reads(t, office.Get(changeAddress), http.StatusOK, []string{
		"Đã đính chính: quyết định 61/QĐ-UBND ngày 11/7/2024.", "trước ghi 60/QĐ-UBND ngày 12/7/2024; lý do: Gõ nhầm số",
	})
	reads(t, office.Get("/chi-tieu?ngay="+url.QueryEscape("11/7/2024")), http.StatusOK, []string{"/10 thủ tục"})
	reads(t, office.Get(right+as), http.StatusNotFound, nil)
	if r := s.As("reviewer").Get("/ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12"); !strings.Contains(r.Body,
		"ra khỏi danh mục rà soát") {
		t.Errorf("the form of what has left: %d", r.Status)
	}
}
