package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The year table: the office sees everybody and takes the workbook away, a reviewer the own row.
func TestBrowser_YearTable_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/bao-cao").Press("Tổng hợp năm").See("Trần Văn Minh").See("Tổng cộng").Look("year-table")
	f, err := excelize.OpenReader(bytes.NewReader(v.Download("/bang-nam.xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := f.GetRows(f.GetSheetName(0)); err != nil || len(rows) < 6 {
		t.Errorf("the sheet has %d rows (%v)", len(rows), err)
	}
	v.Press("Đăng xuất").SignIn("reviewer").Go("/bang-nam").See("Nguyễn Thị Hoa").NotSee("Trần Văn Minh").
		NotSee("Tổng cộng").Look("year-table-own")
}

// The office copies the plan into the next year, puts it as the paper says, puts it in force and works under it; last
// year's stays within reach. What was typed wrongly is told at its field and stays as it was typed.
func TestBrowser_NextPlan_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/ke-hoach").Press("Sao chép cho năm khác").See("Từ Kế hoạch 29/KH-UBND năm 2024").
		See("Ngày này nghỉ (Chủ nhật); ngày làm việc cuối: 08/8/2025").Look("plan-copy")
	if got := v.Value("Tên, trích yếu"); got != "Cải cách thủ tục hành chính trọng tâm năm 2025" {
		t.Errorf("the copy is called %q", got)
	}
	v.Fill("Số kế hoạch", "31/KH-UBND").Fill("Ngày ban hành", "31/02/2025").
		Fill("Cơ quan cấp trên", "UBND tỉnh Quảng Trị").
		Fill("Nơi nhận báo cáo rà soát", "Văn phòng UBND tỉnh Quảng Trị")
	v.Press("Lưu thành dự thảo").See("31/02/2025").See("không phải ngày")
	if got := v.Value("Cơ quan cấp trên"); got != "UBND tỉnh Quảng Trị" {
		t.Errorf("typed was lost: %q", got)
	}
	v.Fill("Ngày ban hành", "15/7/2024").Press("Lưu thành dự thảo").See("Kế hoạch 31/KH-UBND").See("dự thảo").
		See("UBND tỉnh Quảng Trị").See("trước ngày 20/6/2025").Look("plan-draft")
	plan, _, _ := strings.Cut(v.Address(), "?")
	// the threshold, a duty, an indicator
	v.Go(plan + "/sua/chi-tieu").Go(plan + "/sua/chi-tieu-cu-the")
	v.Press("Thêm chỉ tiêu cải cách TTHC").Fill("Số trong kế hoạch", "8").Fill("Nhóm", "NQ 02").
		Fill("Tên chỉ tiêu", "Tỷ lệ hồ sơ giải quyết trước hạn").Fill("Chỉ tiêu năm (%)", "abc").Press("Lưu").
		See("phải là số")
	v.Fill("Chỉ tiêu năm (%)", "30").Press("Lưu").See("NQ 02, 8: Tỷ lệ hồ sơ giải quyết trước hạn")
	v.Go(plan + "/chi-tieu/nq01-4").See("Các cách tính").Look("plan-indicator")
	v.Go(plan + "/sua/moc-thoi-han").See("Hằng tháng, vào ngày").Go(plan + "/sua/chung").See("Nơi nhận khác")
	v.Go(plan).Press("Bắt đầu thực hiện kế hoạch").Fill("Có hiệu lực từ ngày", "15/7/2024").Press("Bắt đầu thực hiện").
		See("đang thực hiện từ 15/7/2024").See("14 chỉ tiêu cải cách TTHC")
	v.Go("/chi-tieu").Press("Xem kế hoạch khác").Press("29/KH-UBND, năm 2024").
		See("các trang mặc định theo Kế hoạch 31/KH-UBND").Look("plan-picked")
	v.Go("/bao-cao/monthly?thang=2024-06").See("UBND huyện Vĩnh Linh")
}

// Plan 29 copied into 2026 names what no longer holds, at the copy, in the work list and on the page of the plan; each
// link leads to where it is mended. The day on which sources disagree is confirmed on the page of days off.
func TestBrowser_AnotherYear_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/ke-hoach/sao-chep?tu=kh-29-2024").Fill("Năm", "2026").Press("Tính lại các hạn").
		See("Bản sao giữ nguyên những nội dung dưới đây").Look("another-year-copy")
	v.Fill("Số kế hoạch", "31/KH-UBND").Fill("Ngày ban hành", "15/01/2026").Press("Lưu thành dự thảo").
		See("Không còn đúng với năm 2026").See("Cấp huyện không còn từ ngày 01/7/2025").
		See("Kế hoạch số 55/KH-UBND đã hết hiệu lực").Look("another-year-plan")
	v.Go("/viec").See("Kế hoạch có nội dung không còn đúng").Look("another-year-work")
	v.Go("/thiet-lap/ngay-nghi?nam=2026").See("Ngày Văn hóa Việt Nam").See("Chưa có hiệu lực").Look("another-year-days")
	v.Press("Xác nhận 24/11 là ngày nghỉ").See("Đã xác nhận là ngày nghỉ")
	v.Go("/thiet-lap/ngay-nghi?nam=2027").See("Chưa ghi: hạn mới chỉ trừ").Look("another-year-empty")
	v.Go("/cong-bo/them").See("Áp dụng đến hết ngày").Look("another-year-decision")
}
