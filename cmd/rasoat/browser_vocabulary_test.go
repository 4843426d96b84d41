package main

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A citizen's query finds nothing; the office meets it in its list, adds a word after seeing what that changes, and the
// same query finds the procedure at once. A second one becomes a name of a procedure, a third is laid aside.
func TestBrowser_Vocabulary_Slow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	base, _ := servedIn(t, dir)
	citizen := visit(t, base)
	citizen.Go("/?q=oe+oe").See("Không")
	const weak = "mừng cháu chào đời"
	citizen.Go("/?q=" + url.QueryEscape(weak)).Go("/?q=shopee")
	v := visit(t, base)
	v.SignIn("office").Go("/tu-vung/khong-tim-thay").See("3 từ khóa chưa có kết quả").Go("/viec").
		See("từ khóa trong 30 ngày qua").Press("Xem, bổ sung").See("oe oe").See("chỉ có kết quả gần đúng").
		Look("vocabulary-unanswered")
	v.Press("Thêm từ cho từ khóa oe oe").See("Từ khóa tìm không có kết quả").Press("Xem trước").See("Chưa ghi").
		Look("vocabulary-refused")
	if got := v.Value("Người dân thường gọi là gì?"); got != "oe oe" {
		t.Errorf("what was typed is lost: %q", got)
	}
	v.Fill("Từ dùng trong tên thủ tục", "đăng ký khai sinh").Press("Xem trước").See("Nếu lưu").See("Từ khóa “oe oe”").
		See("Sau khi lưu").See("Các từ khóa tìm khác").Look("vocabulary-preview")
	citizen.Go("/?q=oe+oe").NotSee("1.001193")
	v.Press("Lưu").See("Đã lưu").See("Nay đã có kết quả: 1 từ khóa")
	citizen.Go("/?q=oe+oe").See("1.001193")
	var out, said saidBy
	beside := []string{"--data", filepath.Join(dir, "demo"), "search", "oe", "oe"} // a command asks the server that runs
	code := run(t.Context(), beside, func(string) string { return "" }, strings.NewReader(""), &out, &said)
	if code != 0 || !strings.Contains(out.String(), "1.001193") {
		t.Errorf("the command beside the server ends with %d: %s%s", code, &out, &said)
	}
	v.Press("Thêm tên thường gọi cho từ khóa "+weak).Fill("Mã thủ tục", "9.999999").Press("Thêm tên").
		See("không có thủ tục mã “9.999999”").Look("vocabulary-known-refused")
	v.Fill("Mã thủ tục", "1.001193").Press("Thêm tên").See("Đã thêm tên thường gọi")
	citizen.Go("/?q=" + url.QueryEscape(weak)).See("1.001193")
	v.Fill("Lý do loại từ khóa shopee", "not_ours").Press("Loại khỏi danh sách từ khóa shopee").
		See("Đã loại khỏi danh sách từ khóa “shopee”").See("Đã loại khỏi danh sách: 1 từ khóa").
		See("không có từ khóa nào chờ xử lý").Look("vocabulary-done")
	v.Go("/tu-vung").See("xã thêm 1").Look("vocabulary")
	v.Press("oe oe").See("Lịch sử thay đổi").Look("vocabulary-word")
	v.Go("/tu-vung/ten-thuong-goi?tu-khoa=mung+chau").See(weak).Look("vocabulary-known")
	v.Press("Sửa tên thường gọi của 1.001193").See("Tên thường gọi của các thủ tục").
		Press("Tên thường gọi của các thủ tục").See("tên thường gọi của")
	// A word that would turn other queries round is shown doing so.
	v.Go("/tu-vung/them").Fill("Từ viết tắt", "hộ").Fill("Từ dùng trong tên thủ tục", "chứng thực chữ ký").
		Press("Xem trước").See("đổi trong ba kết quả đầu").Look("vocabulary-effects")
}

// Suggestions are had by keyboard and heard: arrows choose, Escape closes, Enter takes.
func TestBrowser_SuggestionsByKeyboard(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/")
	v.do("type", chromedp.SendKeys(chromedp.CSS("#tim"), "khai s"))
	box := `document.querySelector("#tim")`
	active := fmt.Sprintf(`(document.getElementById(%s.getAttribute("aria-activedescendant")) || {}).id || ""`, box)
	expanded := func(want string) {
		t.Helper()
		v.until("expanded "+want, fmt.Sprintf(`%s.getAttribute("aria-expanded") === %q`, box, want))
	}
	expanded("true")
	v.until("the count is said", `/^\d+ gợi ý/.test(document.querySelector("[role=status]").textContent)`)
	v.until("a combobox with its listbox", fmt.Sprintf(`%s.getAttribute("role") === "combobox" &&
		document.getElementById(%s.getAttribute("aria-controls")).getAttribute("role") === "listbox"`, box, box))
	v.Look("suggestions")
	press := func(key string) {
		t.Helper()
		v.do("press", chromedp.KeyEvent(key))
	}
	at := func() string {
		t.Helper()
		id, err := js[string](v, active)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	if at() != "" {
		t.Error("something is chosen before an arrow was pressed")
	}
	press(kb.ArrowDown)
	first := at()
	press(kb.ArrowDown)
	second := at()
	press(kb.ArrowUp)
	if first == "" || second == "" || first == second || at() != first {
		t.Errorf("arrows choose %q, %q, %q", first, second, at())
	}
	v.until("one is selected", `document.querySelectorAll("[role=option][aria-selected=true]").length === 1`)
	press(kb.Escape)
	expanded("false")
	if at() != "" {
		t.Error("something is chosen after Escape")
	}
	if text, _ := js[string](v, box+".value"); text != "khai s" {
		t.Errorf("after Escape the box has %q", text)
	}
	press(kb.ArrowDown) // opens them again
	expanded("true")
	v.do("type", chromedp.SendKeys(chromedp.CSS("#tim"), "inh"))
	v.until("new suggestions, none chosen", fmt.Sprintf(`%s.value === "khai sinh" &&
		!%s.hasAttribute("aria-activedescendant") && document.querySelectorAll("[role=option]").length > 0`, box, box))
	press(kb.ArrowDown)
	code, _ := js[string](v, fmt.Sprintf(
		`document.getElementById(%s.getAttribute("aria-activedescendant")).dataset.code || ""`, box))
	press(kb.Enter)
	v.until("the procedure", fmt.Sprintf(
		`location.pathname === "/thu-tuc/%s" && document.readyState === "complete"`, code))
	if !strings.Contains(v.Text(), code) || code == "" {
		t.Errorf("Enter leads to %s", v.Address())
	}
}

// The orders and the explanation of a page of results.
func TestBrowser_ResultsExplained(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/?q=GKS").Press("Giải thích thứ tự").Press("Vì sao có kết quả này?").
		See("Đã viết đủ chữ viết tắt").Look("results-why")
	v.Press("Ẩn giải thích").NotSee("Đã viết đủ chữ viết tắt").Press("mới cập nhật trước")
	if !strings.Contains(v.Address(), "sort=changed") {
		t.Errorf("at %s", v.Address())
	}
	v.Go("/?q=khai+sih").Press("khai sinh").See("cho khai sinh")
	if v.Address() != "/?q=khai+sinh" {
		t.Errorf("did you mean leads to %s", v.Address())
	}
}
