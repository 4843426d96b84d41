package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rasoat/viet"
)

// The main job, end to end, through real pages: an official finds a procedure, reads it, writes its simplification
// with cost tables before and after, hands it in; the office checks it; the chairman approves it with number, date
// and scan; the targets say where the 20% stand; the review summary carries the figure as a Word document.
//
// Plan 29/KH-UBND, III.1(b).
func TestBrowser_MainJob(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	base, _ := servedIn(t, dir)
	v := visit(t, base).SignIn("reviewer")

	// search → procedure → what its review says
	v.Go("/").Fill("Tên thủ tục, mã hoặc việc cần làm", "cap tai khoan he thong").Press("Tìm").
		See("Cấp tài khoản hệ thống thông tin")
	v.Press("Cấp tài khoản hệ thống thông tin").See("NB-12")
	v.Go("/ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12?phan=trinh-tu").See("chưa ghi lý do").
		tell("Trách nhiệm của từng cơ ", "Lý do", "Chưa ghi ai cấp tài khoản, ai kiểm tra")
	v.Press("Lưu và sang phần sau").NotSee("chưa ghi lý do")

	// measures
	v.Go("/phuong-an?trang-thai=draft&dot=internal-b").See("NB-12").Press("Cấp tài khoản hệ thống thông tin").
		See("dự thảo").Press("Sửa nội dung").See("1. Kết luận rà soát")
	v.Fill("Kết luận", "Đơn giản hóa, cắt giảm").Press("Thêm nội dung").See("Nội dung 1").Look("proposal-edit")
	v.Fill("Loại 1", "Bỏ bước thực hiện").Fill("Bộ phận 1", "Trình tự thực hiện").
		Fill("Nội dung 1", "Bỏ bước nộp phiếu giấy").Fill("Lý do 1", "Phiếu đã có trên hệ thống")
	v.Press("Lưu và tính chi phí").See("Điền nhanh")

	// cost: the handbook's example B typed over what stood there, totals while typing
	type row struct{ at, activity, hours, fees string }
	fill := func(side string, rows ...row) {
		for _, r := range rows {
			cell := side + ", dòng " + r.at + ", "
			v.Fill(cell+"Hoạt động", r.activity).Fill(cell+"Thời gian (giờ)", r.hours).
				Fill(cell+"Thu nhập/giờ", "23.932").Fill(cell+"Thuê tư vấn, dịch vụ", "0").
				Fill(cell+"Phí, lệ phí, chi phí khác", r.fees).Fill(cell+"Số lần/năm", "2").
				Fill(cell+"Số đối tượng/năm", "24")
		}
	}
	fill("Hiện tại",
		row{"1.1", "Viết đơn theo mẫu, in", "0,5", "1.000"},
		row{"1.2", "Xin ý kiến phụ trách bộ phận bằng văn bản", "0,5", "0"},
		row{"2.1", "Nộp trực tiếp tại Văn phòng UBND xã", "0,25", "0"},
		row{"5.1", "Công chức VP thẩm tra, lập giấy phép, trình ký", "1", "500"},
		row{"6.1", "Nhận giấy bản giấy", "0,25", "0"})
	v.See("2.943.840 đồng")
	v.Press("Điền nhanh").Press("Chép bảng hiện tại sang bảng sau").See("Sau đơn giản hóa")
	v.until("row 1.2 of the table after to go", inPage(`
		const b = document.querySelector('[aria-label="Xóa dòng 1.2"][value^="delete.after"]');
		if (b) leaving(() => b.click());
		return !!b;`))
	v.arrive("the page without that row")
	v.until("the table after to be short", inPage(`
		const there = (row) => [...document.querySelectorAll(inputs)].some((e) => name(e) === row + ", Hoạt động");
		return there("Sau đơn giản hóa, dòng 1.1") && !there("Sau đơn giản hóa, dòng 1.2");`))
	v.Fill("Sau đơn giản hóa, dòng 1.1, Thời gian (giờ)", "một phần tư").Press("Lưu bảng chi phí").
		See("Sau đơn giản hóa, dòng 1.1, Thời gian (giờ): Phải là số").Look("proposal-cost-refused")
	fill("Sau đơn giản hóa",
		row{"1.1", "Điền đơn điện tử", "0,25", "0"},
		row{"2.1", "Gửi qua hệ thống (ký số)", "0,05", "0"},
		row{"5.1", "Công chức VP kiểm tra, trình duyệt điện tử", "0,5", "0"},
		row{"6.1", "Nhận kết quả điện tử", "0,05", "0"})
	v.See("976.464 đồng").See("1.967.376 đồng").See("66,83%")
	v.Press("Lưu bảng chi phí").See("Đã lưu bản").See("1.967.376 đồng").Look("proposal-cost")

	// submit → check → approve
	v.Press("Xem").See("Lập phương án thay thế").Look("proposal-draft")
	href := v.Address()
	v.Press("Trình thẩm tra").See("Kiểm tra trước khi trình").See("1.967.376 đồng (66,83%)").Look("proposal-check")
	v.Press("Trình thẩm tra").See("việc của Văn phòng").NotSee("Sửa nội dung")
	v.Press("Đăng xuất").SignIn("office").Go("/phuong-an?cho-toi=1").See("NB-12").Go(href).Press("Thẩm tra").
		See("Kiến nghị cấp trên")
	v.Press("Đăng xuất").SignIn("chairman").Go("/phuong-an?cho-toi=1").See("NB-12").Go(href).Look("proposal-checked").
		Press("Phê duyệt").See("Chỉ tiêu trước và sau quyết định này").Look("proposal-approve")
	scan := filepath.Join(t.TempDir(), "Quyết định 61.pdf")
	if err := os.WriteFile(scan, []byte("%PDF-1.7 bản ký"), 0o600); err != nil {
		t.Fatal(err)
	}
	v.Fill("Số quyết định", "61/QĐ-UBND").Fill("Ngày quyết định", "15/7/2024").
		Upload("Bản quét quyết định đã ký", scan).Press("Phê duyệt").
		See("Kiểm tra trước khi phê duyệt").See("Quyết định 61.pdf").Look("approve-check").Press("Phê duyệt").
		See("Quyết định số 61/QĐ-UBND ngày 15/7/2024").See("Quyết định 61.pdf")
	v.Look("proposal-approved")

	// targets → report, through their pages; the command line says the same of the same store
	percents := targetPercents(t, dir)
	v.Go("/chi-tieu").See("Chỉ tiêu rà soát, cắt giảm")
	for id, percent := range percents {
		if id == "internal-b-number" || id == "internal-b-cost" {
			v.See(viet.Percent(percent))
		}
	}
	v.Press("Đăng xuất").SignIn("office").Go("/bao-cao").See("Word")
	text := wordText(t, v.Download("/bao-cao/review-summary.docx?dot=internal-b"))
	for _, want := range []string{viet.Percent(percents["internal-b-cost"]), viet.Percent(percents["internal-b-number"]), "1.967.376", "Cấp tài khoản hệ thống thông tin"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the Word document", want)
		}
	}
}

// beside runs a command on the demo's folder while it is served, and gives what it printed.
func beside(t *testing.T, dir string, args ...string) string {
	t.Helper()
	var out, said bytes.Buffer
	env := func(name string) string {
		if name == "RASOAT_TODAY" {
			return "2024-07-15"
		}
		return ""
	}
	args = append([]string{"--data", filepath.Join(dir, "demo")}, args...)
	if code := run(t.Context(), args, env, strings.NewReader(""), &out, &said); code != 0 {
		t.Fatalf("%v: %d %s", args, code, said.String())
	}
	return out.String()
}

// targetPercents are the percentages that have been reached, by target.
func targetPercents(t *testing.T, dir string) map[string]string {
	t.Helper()
	var doc struct {
		Targets []struct {
			ID      string
			Percent *string
		}
	}
	if err := json.Unmarshal([]byte(beside(t, dir, "targets", "--json")), &doc); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, x := range doc.Targets {
		if x.Percent != nil {
			out[x.ID] = *x.Percent
		}
	}
	if out["internal-b-cost"] == "" || out["internal-b-number"] == "" {
		t.Fatalf("%+v", doc)
	}
	return out
}

var markup = regexp.MustCompile(`<[^>]+>`)

// wordText is the text of a Word document.
func wordText(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return markup.ReplaceAllString(string(raw), "")
}
