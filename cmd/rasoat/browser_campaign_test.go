package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rasoat/app"
)

// The pages of campaigns, targets and dates as the office sees them in the demo.
func TestBrowser_CampaignPages_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office")
	v.Go("/ra-soat").See("Rà soát thủ tục hành chính nội bộ nhóm B").See("% chi phí").Look("campaigns")
	v.Go("/ra-soat/kh-29-2024/internal-b").See("Giải quyết nghỉ phép").See("Cả danh mục, theo phương án đã phê duyệt").
		Look("board")
	v.Go("/ra-soat/kh-29-2024/internal-b?trang-thai=submitted").See("Hiện 2/12").See("NB-03").NotSee("NB-01")
	v.Go("/ra-soat/kh-29-2024/internal-b/ke-hoach").See("Điền cho nhiều thủ tục").Look("review-plan")
	v.Go("/chi-tieu").See("Hai cách tính")
	v.See("còn thiếu").Look("targets")
	v.Go("/viec").See("Đang chờ xử lý").Look("work-office")
	v.Go("/bao-cao").See("số văn bản").Look("reports")
	v.Go("/bao-cao/review-summary?dot=internal-b&so=15").See("15/BC-UBND").shoot("report-page")
	v.Go("/ke-hoach").See("ngày 15 hằng tháng").See("đạt 1/3 chỉ tiêu").Look("plan-dates")
	v.Press("Đăng xuất").SignIn("reviewer").Go("/viec").See("Quá hạn").Look("work-reviewer")
	v.Press("Đăng xuất").SignIn("chairman").Go("/viec").See("Xem, quyết định").Look("work-chairman")
}

// A campaign on a fresh store: the office chooses the list, freezes it after a question, assigns the reviews to
// several procedures at once, and finds board, targets and report in step; the reviewer finds the task.
func TestBrowser_StartCampaign_Slow(t *testing.T) {
	t.Parallel()
	a, table := onFolder(t, t.TempDir(), func(a *app.App) error {
		for _, c := range []app.Account{
			{Name: "office", FullName: "Lê Thị Lan", Unit: "Văn phòng", Roles: []string{"office"}},
			{Name: "reviewer", FullName: "Nguyễn Thị Hoa", Unit: "Tư pháp - Hộ tịch", Roles: []string{"reviewer"}},
		} {
			if err := a.AddPerson(t.Context(), app.CommandPerson, c, passwords[c.Name]); err != nil {
				return err
			}
		}
		return nil
	})
	v := visit(t, windowOn(t, a, table, false))
	v.SignIn("office").Go("/chi-tieu").See("Chưa có danh mục rà soát").Look("targets-none")
	v.Go("/ra-soat").See("Chưa có danh mục rà soát").Look("campaigns-none")
	v.Go("/ra-soat/kh-29-2024/internal-b").Press("Chốt danh mục").See("Chưa có thủ tục nào đưa vào danh mục được").
		See("Là thủ tục mẫu gợi ý").Look("choose-none")

	v.Go("/ra-soat/kh-29-2024/public").Press("Chốt danh mục").See("Chọn thủ tục đưa vào danh mục rà soát").
		shoot("choose")
	v.keepChosen("1.001193", "1.004873", "1.000894").See("Đã chọn 3 thủ tục").Press("Tiếp tục").
		See("Xác nhận chốt danh mục").See("3 thủ tục").NotSee("1.004884").Look("choose-confirm")
	v.Press("Chọn lại").See("Chọn thủ tục đưa vào danh mục").Press("Tiếp tục").See("3 thủ tục").
		Press("Chốt danh mục 3 thủ tục")
	v.See("Đã chốt danh mục 3 thủ tục").See("0/3 đã rà soát").See("chưa phân công").Look("board-fresh")

	v.Press("Phân công rà soát").See("3 thủ tục chưa phân công").Choose("Chọn 1.001193").Choose("Chọn 1.000894")
	v.Fill("Căn cứ lựa chọn", "Kế hoạch 29/KH-UBND, mục III.1.a").Fill("Người rà soát", "Nguyễn Thị Hoa").
		Fill("Thời hạn", "32/5/2024").Fill("Dự kiến sản phẩm", "Biểu mẫu 02/RS-KSTT")
	v.Press("Điền các dòng đã chọn và lưu").See("“32/5/2024” không phải ngày").Look("review-plan-refused")
	v.Fill("Thời hạn", "31/5/2024").Press("Điền các dòng đã chọn và lưu").See("Đã lưu").
		See("1 thủ tục chưa phân công: 1.004873")
	v.Go("/ra-soat/kh-29-2024/public").See("Nguyễn Thị Hoa").See("31/5/2024")
	v.Go("/ra-soat/kh-29-2024/public/danh-muc") // a frozen list is not chosen again
	if v.Address() != "/ra-soat/kh-29-2024/public" {
		t.Errorf("a frozen list is offered for choice at %s", v.Address())
	}
	v.Go("/chi-tieu").See("0/3 thủ tục")
	v.Go("/bao-cao?dot=public").See("họ tên người ký").Look("reports-fresh")
	if word := v.fetch("/bao-cao/review-summary.docx?dot=public"); !strings.HasPrefix(word, "PK") {
		t.Errorf("the Word file begins with %.20q", word)
	}
	v.Press("Đăng xuất").SignIn("reviewer")
	if v.Address() != "/viec" {
		t.Errorf("who signs in comes to %s", v.Address())
	}
	v.See("Rà soát thủ tục").See("1.001193").See("Quá hạn").See("bộ phận của tôi")
}

// keepChosen leaves only those procedures ticked.
func (v *visitor) keepChosen(codes ...string) *visitor {
	v.t.Helper()
	v.until("choices", `(() => {
		const keep = `+quoted(codes)+`;
		for (const b of document.querySelectorAll("input[name=code]")) {
			if (b.checked !== keep.includes(b.value)) b.click();
		}
		return true;
	})()`)
	return v
}

// fetch is the beginning of what an address gives to whoever is signed in.
func (v *visitor) fetch(path string) string {
	v.t.Helper()
	got, err := js[string](v, `fetch("`+path+`")
		.then(r => r.ok ? r.text() : "status " + r.status).then(s => s.slice(0, 40))`, chromedp.EvalAwaitPromise)
	if err != nil {
		v.t.Fatal(err)
	}
	return got
}

// quoted is a value as a script writes it.
func quoted(v any) string {
	raw, _ := json.Marshal(v) // strings always marshal
	return string(raw)
}
