package main

import (
	"fmt"
	"strings"
	"testing"
)

// answer chooses an answer to the question of a form that begins so.
func (v *visitor) answer(question, words string) *visitor {
	v.t.Helper()
	v.until("answer "+words+" to "+question, inPage(fmt.Sprintf(`
		const set = question(%q);
		if (!set) return false;
		const l = [...set.querySelectorAll("label:has(input[type=radio])")].find((l) => words(l) === %q);
		if (!l) return false;
		l.scrollIntoView({block: "center"});
		l.click();
		return true;`, question, words)))
	v.fields++
	return v
}

// tell fills in a field of the question that begins so: its reason, or what should be changed.
func (v *visitor) tell(question, label, text string) *visitor {
	v.t.Helper()
	v.until(label+" of "+question, inPage(fmt.Sprintf(`
		const set = question(%q);
		const l = set && [...set.querySelectorAll("label[for]")].find((l) => words(l) === %q);
		if (!l || !l.control.checkVisibility()) return false;
		l.control.focus();
		l.control.value = %q;
		l.control.dispatchEvent(new Event("input", {bubbles: true}));
		return true;`, question, label, text)))
	v.fields++
	return v
}

// An official goes on with a begun form: a reason is missing and asked for; what a bad answer opens appears at
// once; a second editor is told and loses nothing; the answers come to a conclusion and a draft of the proposal.
func TestBrowser_ReviewForm(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("reviewer3")
	form := "/ra-soat/kh-29-2024/public/thu-tuc/1.001699"
	v.Go(form + "?phan=chung").See("không phải điền").Look("form-general")
	v.Go(form).See("III.5. Thời hạn giải quyết").See("còn thiếu").
		See("So với thời gian giải quyết thực tế, thời hạn có thể rút ngắn không? – chưa ghi lý do").Look("form-gap")
	v.tell("So với thời gian", "Lý do", "Hội đồng họp hằng tuần, không phải đợi 25 ngày").
		tell("So với thời gian", "Phương án xử lý đề xuất", "Rút còn 20 ngày").Press("Lưu và sang phần sau")
	v.See("Phần 8/15").NotSee("còn thiếu")

	w := visit(t, base).SignIn("office").Go(form + "?phan=doi-tuong").See("Phần 8/15")
	v.NotSee("Nội dung đơn giản hóa: Nội dung khác").answer("Đối tượng thực hiện có được xác định rõ ràng", "Có").
		answer("Có thể thu hẹp đối tượng", "Có").See("Nội dung đơn giản hóa: Nội dung khác")
	v.answer("Có thể thu hẹp đối tượng", "Không").NotSee("Nội dung đơn giản hóa: Nội dung khác")
	v.answer("Quy định về đối tượng", "Có").Press("Lưu và sang phần sau").See("Phần 9/15").See("3/3")

	w.answer("Đối tượng thực hiện có được xác định rõ ràng", "Không").
		tell("Đối tượng thực hiện có", "Lý do", "Chưa rõ người giám hộ").Press("Lưu và sang phần sau")
	w.See("Biểu mẫu có bản mới hơn").See("Phan Thị Hằng đã lưu").See("Chưa rõ người giám hộ").
		See("Chỗ không sửa ở đây").Look("form-conflict")
	w.Press("Lưu phần này như đang nhập").See("Phần 9/15")

	v.Go(form + "?phan=doi-tuong").See("III.6. Đối tượng thực hiện ✓ xong 3/3").Go(form + "?phan=can-thiet").
		Look("form-necessity")
	v.Go(form + "?phan=ho-so").Look("form-dossier")
	v.Go(form+"?phan=tham-gia").Fill("Người tham gia", "06 gia đình có người khuyết tật").
		Fill("Hình thức tham gia", "trao đổi tại nhà").Fill("Ngày tham gia", "31/6/2024").
		Press("Lưu và sang phần sau")
	v.See("“31/6/2024” không phải ngày").Look("form-people").Fill("Ngày tham gia", "12/6/2024").
		Press("Lưu và sang phần sau").See("Nội dung đơn giản hóa đề xuất từ kết quả trả lời").See("Rút còn 20 ngày").
		Look("form-end")

	v.Press("Kết luận giữ nguyên").See("kết luận giữ nguyên cần trả lời hết").Look("form-end-refused")
	v.Choose("Sửa đổi, bổ sung").Press("Lập phương án")
	if at := v.Address(); !strings.HasPrefix(at, "/phuong-an/") {
		t.Errorf("the proposal is at %s", at)
	}
	v.Go(form + "?phan=ket-luan").See("Cập nhật phương án")
	v.Go(form + "/toan-bo").See("cần xử lý").Look("form-whole")
	v.Go(form + "/phien-ban").See("Lê Thị Lan").See("Phan Thị Hằng").Look("form-versions").Press("1").
		See("Đây là bản 1")
}
