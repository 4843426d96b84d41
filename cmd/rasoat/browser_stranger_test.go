package main

import "testing"

// signInFirst signs out, and in as somebody whose password another person set, which is changed at once.
func (v *visitor) signInFirst(name string) *visitor {
	v.t.Helper()
	return v.Press("Đăng xuất").Press("Đăng nhập").Fill("Tên đăng nhập", name).Fill("Mật khẩu", givenPassword).
		Press("Đăng nhập").See("Đặt mật khẩu của mình").Look("password-own").Fill("Mật khẩu được cấp", givenPassword).
		Fill("Mật khẩu mới", ownPassword).Fill("Nhập lại mật khẩu", ownPassword).Press("Đặt mật khẩu")
}

const givenPassword = "cây đa bến nước sân đình"

const ownPassword = "hoa gạo tháng ba đỏ"

// twelve are procedures of a commune as the table of its decision names them.
const twelve = "STT\tTên thủ tục hành chính nội bộ\tLĩnh vực\tBộ phận thực hiện\n" +
	"1\tGiải quyết nghỉ phép hằng năm\tTổ chức cán bộ\tVăn phòng\n" +
	"2\tThanh toán công tác phí\tTài chính\tTài chính - Kế toán\n" +
	"3\tCấp văn phòng phẩm\tTài sản\tVăn phòng\n" +
	"4\tMượn hồ sơ lưu trữ\tVăn thư, lưu trữ\tVăn phòng\n" +
	"5\tĐăng ký phòng họp\tVăn thư, lưu trữ\tVăn phòng\n" +
	"6\tCử cán bộ đi đào tạo\tTổ chức cán bộ\tVăn phòng\n" +
	"7\tĐánh giá, xếp loại công chức\tTổ chức cán bộ\tVăn phòng\n" +
	"8\tMua sắm tài sản công\tTài sản\tTài chính - Kế toán\n" +
	"9\tSửa chữa trụ sở\tTài sản\tTài chính - Kế toán\n" +
	"10\tCấp tài khoản thư điện tử\tVăn thư, lưu trữ\tVăn phòng\n" +
	"11\tSao lục văn bản đến\tVăn thư, lưu trữ\tVăn phòng\n" +
	"12\tĐề nghị khen thưởng thường xuyên\tTổ chức cán bộ\tVăn phòng\n"

// A stranger's whole way, by what stands on the pages alone: from the one-time link over plan, people, the commune's
// own procedures, list and assignment to a proposal with cost tables that is handed in.
func TestBrowser_StrangersWay(t *testing.T) { walkAsStranger(t, (*visitor).onDesk) }

func TestBrowser_StrangersWayOnPhone_Slow(t *testing.T) { walkAsStranger(t, (*visitor).onPhone) }

func TestBrowser_StrangersWayWithoutScript_Slow(t *testing.T) {
	walkAsStranger(t, func(v *visitor) *visitor { return v.onPhone().withoutScript() })
}

func walkAsStranger(t *testing.T, how func(*visitor) *visitor) {
	t.Parallel()
	base, said, _ := startedOn(t, "2024-03-20", t.TempDir())
	v := how(visit(t, base))

	// what papers need, and the plan
	v.Go(setupLink(t, base, said)).See("Thiết lập lần đầu")
	v.Fill("Loại đơn vị", "xã").Fill("Tên đơn vị", "Ba Lòng").
		Fill("Cơ quan cấp trên", "UBND huyện Đakrông").
		Fill("Cơ quan nhận báo cáo tổng hợp", "Văn phòng HĐND và UBND huyện Đakrông").
		Fill("Dân số (người)", "3.200").
		Fill("Thể thức đề ký (TM., KT., TL., TUQ.)", "TM. ỦY BAN NHÂN DÂN").
		Fill("Chức vụ của người ký", "CHỦ TỊCH").Fill("Người ký", "Trần Văn Bảo").
		Fill("Các bộ phận", "Văn phòng\nTư pháp - Hộ tịch\nTài chính - Kế toán").
		Fill("Họ và tên", "Hồ Văn Quang").Fill("Tên đăng nhập", "quang.ho").Fill("Mật khẩu", ownPassword).
		Fill("Nhập lại mật khẩu", ownPassword).Press("Xem đầu văn bản").See("XÃ BA LÒNG").Look("stranger-setup")
	v.Fill("Mật khẩu", ownPassword).Fill("Nhập lại mật khẩu", ownPassword). // which no page gives back
										Press("Lưu và bắt đầu").
										See("khai kế hoạch của đơn vị").Look("stranger-plan")
	v.Press("Dùng kế hoạch mẫu").Fill("Số kế hoạch", "12/KH-UBND").Fill("Ngày ban hành", "18/3/2024").
		Fill("Cơ quan cấp trên", "UBND huyện Đakrông").Fill("Người ký", "Trần Văn Bảo").Press("Lưu kế hoạch").
		See("Đã khai Kế hoạch 12/KH-UBND").See("Đã xong 1/5 bước").NotSee("quá hạn").Look("stranger-steps")

	// people
	for _, p := range []struct{ name, full, unit, role string }{
		{"lan.le", "Lê Thị Lan", "Văn phòng", "Văn phòng"},
		{"hoa.nguyen", "Nguyễn Thị Hoa", "Tư pháp - Hộ tịch", "Công chức chuyên môn"},
		{"bao.tran", "Trần Văn Bảo", "", "Chủ tịch"},
	} {
		v.Press("Thêm người dùng").Fill("Tên đăng nhập", p.name).Fill("Họ và tên", p.full)
		if p.unit != "" {
			v.Fill("Bộ phận", p.unit)
		}
		v.Choose(p.role).Fill("Mật khẩu mới", givenPassword).Fill("Nhập lại mật khẩu", givenPassword).
			Press("Tạo tài khoản").See("Đã tạo tài khoản " + p.name)
	}

	// the commune's own procedures, from the table of the decision that announced them
	v.signInFirst("lan.le").See("Đã xong 2/5 bước")
	v.Press("Nhập thủ tục").Fill("Bảng thủ tục", twelve).Fill("Số quyết định", "95/QĐ-UBND").
		Fill("Ngày quyết định", "5/1/2024").Fill("Lý do", "Danh mục đã công bố của xã").Press("Xem trước").
		See("12 thủ tục sẽ nhập").Look("stranger-table")
	v.Press("Nhập các dòng đã đánh dấu").See("Đã nhập 12 thủ tục")

	// the list, and who reviews it
	v.Open("Việc của tôi").Press("Chốt danh mục").Press("Chọn những thủ tục đang hiện").See("Đã chọn 12 thủ tục")
	v.Press("Tiếp tục").See("Xác nhận chốt danh mục").Look("stranger-freeze")
	v.Press("Chốt danh mục 12 thủ tục").See("Đã chốt danh mục 12 thủ tục").Press("Phân công rà soát")
	v.Press("Chọn tất cả dòng đang hiện").Fill("Người rà soát", "Nguyễn Thị Hoa").
		Fill("Thời hạn", "31/5/2024").Press("Điền các dòng đã chọn và lưu").See("Đã lưu").Look("stranger-assigned")
	v.Open("Việc của tôi").NotSee("Các bước đầu tiên")

	// a proposal with its cost before and after
	v.signInFirst("hoa.nguyen").See("Giải quyết nghỉ phép hằng năm").Look("stranger-reviewer")
	v.Open("Phương án").Press("Lập phương án").Choose("NB-01 Giải quyết nghỉ phép").Press("Lập phương án")
	v.Fill("Kết luận", "Đơn giản hóa, cắt giảm").Press("Thêm nội dung").Fill("Loại 1", "Bỏ bước thực hiện").
		Fill("Nội dung 1", "Bỏ bước nộp phiếu giấy").Fill("Lý do 1", "Phiếu đã có trên hệ thống").
		Press("Lưu và tính chi phí")
	v.Fill("Số đối tượng/năm", "24").Fill("Số lần/năm", "2").Press("Thêm các dòng thường gặp")
	for _, r := range []struct{ row, activity, hours string }{
		{"1.1", "Viết đơn, xin ý kiến phụ trách", "1"},
		{"2.1", "Nộp tại Văn phòng", "0,25"},
		{"5.1", "Thẩm tra, trình ký", "1"},
		{"6.1", "Nhận giấy phép", "0,25"},
	} {
		v.Fill("Hiện tại, dòng "+r.row+", Hoạt động", r.activity).
			Fill("Hiện tại, dòng "+r.row+", Thời gian (giờ)", r.hours)
	}
	v.Press("Chép bảng hiện tại sang bảng sau").Fill("Sau đơn giản hóa, dòng 1.1, Thời gian (giờ)", "0,25").
		Press("Lưu bảng chi phí").See("30,00%").Look("stranger-costs")
	v.Press("Tiếp theo: xem lại và trình phương án").Press("Trình thẩm tra").See("Kiểm tra trước khi trình").
		Look("stranger-check")
	v.Fill("Lý do chưa lập biểu mẫu 02/RS-KSTT", "Thủ tục mới công bố, lập biểu mẫu ở quý sau").
		Press("Trình thẩm tra").See("việc của Văn phòng").Look("stranger-filed")
	v.wants(75, 55)
}

// The ten-minute proposal: a public procedure of which most answers are plain, with its form 02, one change, what it
// asks of the law, and cost before and after.
func TestBrowser_TenMinutes(t *testing.T) { walkTenMinutes(t, (*visitor).onDesk) }

func TestBrowser_TenMinutesOnPhone_Slow(t *testing.T) { walkTenMinutes(t, (*visitor).onPhone) }

func TestBrowser_TenMinutesWithoutScript_Slow(t *testing.T) {
	walkTenMinutes(t, func(v *visitor) *visitor { return v.onPhone().withoutScript() })
}

func walkTenMinutes(t *testing.T, how func(*visitor) *visitor) {
	t.Parallel()
	base, _ := served(t)
	v := how(visit(t, base)).SignIn("reviewer3")

	v.Press("Rà soát 1.014027").Press("III.5. Thời hạn giải quyết").answer("So với thời gian", "Có").
		tell("So với thời gian", "Lý do", "Xác minh qua cơ sở dữ liệu, thường xong trong 06 ngày").
		tell("So với thời gian", "Phương án xử lý đề xuất", "Rút còn 07 ngày làm việc").Press("Lưu và sang phần sau")
	v.Press("Kết luận").Press("42 câu còn lại: đạt").See("Đã trả lời 43/43 câu").See("Phan Thị Hằng")
	v.Choose("Sửa đổi, bổ sung").Press("Lập phương án").See("theo biểu mẫu của thủ tục 1.014027")

	v.Fill("Trực tuyến, bưu chính công ích, trực tiếp: thời hạn mới", "7").
		Press("Thêm kiến nghị").NotSee("ghi hai lần").Fill("Văn bản phải sửa 1", "Nghị định số 176/2025/NĐ-CP").
		Fill("Nội dung kiến nghị 1", "Thời hạn giải quyết còn 07 ngày làm việc").Press("Lưu và tính chi phí")

	v.Fill("Số đối tượng/năm", "40").Fill("Số lần/năm", "1").Press("Thêm các dòng thường gặp")
	for _, r := range []struct{ row, activity, hours string }{
		{"1.1", "Viết văn bản đề nghị", "1"},
		{"2.1", "Nộp tại xã", "1"},
		{"6.1", "Nhận quyết định", "0,5"},
	} {
		v.Fill("Hiện tại, dòng "+r.row+", Hoạt động", r.activity).
			Fill("Hiện tại, dòng "+r.row+", Thời gian (giờ)", r.hours)
	}
	v.Press("Xóa các dòng chưa có số liệu").Press("Chép bảng hiện tại sang bảng sau").
		Fill("Sau đơn giản hóa, dòng 2.1, Thời gian (giờ)", "0,5").Press("Lưu bảng chi phí").See("20,00%")
	v.Press("Tiếp theo: xem lại và trình phương án").See("Rút ngắn thời hạn").Press("Trình thẩm tra").
		See("Kiểm tra trước khi trình").Press("Trình thẩm tra").See("việc của Văn phòng")
	v.wants(30, 25)
}
