package main

import (
	"fmt"
	"strings"
	"testing"
)

// Thirty procedures of one decision come in with six answers, by the labels alone.
func TestBrowser_OwnProcedures(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office")
	table := "STT\tTên thủ tục hành chính nội bộ\tLĩnh vực\tBộ phận thực hiện\n"
	for i, thing := range strings.Fields("máy xe loa đèn bàn ghế tủ quạt rèm phông cờ biển thang bạt dù") {
		table += fmt.Sprintf("%d\tCấp phát %s cho đơn vị\tTài sản\tVăn phòng\n", 2*i+1, thing)
		table += fmt.Sprintf("%d\tThu hồi, thanh lý %s hỏng trong năm\tTài sản\tVăn phòng\n", 2*i+2, thing)
	}
	inputs := 0
	fill := func(label, text string) {
		v.Fill(label, text)
		inputs++
	}
	v.Go("/danh-muc").Press("Nhập từ bảng").Look("own")
	fill("Bảng thủ tục", table)
	fill("Loại thủ tục", "internal")
	fill("Nhóm", "B")
	fill("Số quyết định", "95/QĐ-UBND")
	fill("Ngày quyết định", "5/1/2024")
	fill("Lý do", "Nhập danh mục theo Quyết định 95/QĐ-UBND")
	v.Press("Xem trước").See("30 dòng trong bảng, 30 thủ tục sẽ nhập").Look("own-preview")
	v.Press("Nhập các dòng đã đánh dấu").See("Đã nhập 30 thủ tục, mã từ NB-13 đến NB-42").Look("own-done")
	if inputs > 6 {
		t.Errorf("%d answers, want at most 6", inputs)
	}
	v.Go("/thu-tuc/NB-42").See("Thu hồi, thanh lý dù hỏng trong năm").See("còn hiệu lực").See("Văn phòng")
}
