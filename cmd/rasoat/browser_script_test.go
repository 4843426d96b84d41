package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// countPosts makes the page count what its scripts send from now on, in window.sent.
func (v *visitor) countPosts() *visitor {
	v.t.Helper()
	v.until("counting", `(() => {
		window.sent = 0;
		const send = window.fetch;
		window.fetch = (...what) => (window.sent++, send(...what));
		return true;
	})()`)
	return v
}

// At puts the cursor into the field with that label.
func (v *visitor) At(label string) *visitor {
	v.t.Helper()
	v.until("field "+label, inPage(fmt.Sprintf(`
		const f = field(%q);
		if (!f) return false;
		f.focus();
		f.select();
		return true;`, label)))
	return v
}

// Type presses keys where the cursor is.
func (v *visitor) Type(keys string, more ...chromedp.KeyOption) *visitor {
	v.t.Helper()
	v.do("keys "+keys, chromedp.KeyEvent(keys, more...))
	return v
}

// Paste puts a text in where the cursor is, as from the clipboard.
func (v *visitor) Paste(text string) *visitor {
	v.t.Helper()
	v.until("pasting", fmt.Sprintf(`(() => {
		const data = new DataTransfer();
		data.setData("text/plain", %q);
		const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
		return document.activeElement.dispatchEvent(paste) || true;
	})()`, text))
	return v
}

// Focus is the name of the field where the cursor is, else the words of what has the focus.
func (v *visitor) Focus() string {
	v.t.Helper()
	name, err := js[string](v,
		`document.activeElement.name || document.activeElement.innerText || document.activeElement.tagName`)
	if err != nil {
		v.t.Fatal(err)
	}
	return name
}

// draftCosts opens the cost tables of the draft on NB-12 of the demo.
func draftCosts(t *testing.T) *visitor {
	t.Helper()
	base, _ := served(t)
	v := visit(t, base).SignIn("reviewer").Go("/phuong-an?trang-thai=draft&dot=internal-b")
	v.Press("Cấp tài khoản hệ thống thông tin").See("dự thảo").Press("Sửa nội dung").Press("Chi phí tuân thủ").
		See("Hiện tại")
	return v
}

const hoursOf = `[...document.querySelectorAll('#bang-before input[name$=".hours"]')].map((f) => f.value).join("|")`

// A key pressed in a cost table asks once for its price, and Ctrl+Z takes back what was pasted. A block that is
// longer than the table makes the rows that it needs; they are stored like all others.
func TestBrowser_CostTableKeys(t *testing.T) {
	t.Parallel()
	v := draftCosts(t).countPosts()
	v.At("Hiện tại, dòng 1.1, Thời gian (giờ)").Type("7").
		until("an answer", `document.querySelector('[data-figure="before"]').textContent !== "" && window.sent > 0`)
	v.See("Hiện tại")
	if sent, _ := js[int](v, `window.sent`); sent != 1 {
		t.Errorf("one key was sent %d times", sent)
	}

	was, _ := js[string](v, hoursOf)
	block := strings.Repeat("0,25\n", strings.Count(was, "|")) + "0,5\n0,75\n1,25"
	v.At("Hiện tại, dòng 1.1, Thời gian (giờ)").Paste(block).See("Đã thêm 2 dòng cho khối vừa dán")
	if pasted, _ := js[string](v, hoursOf); pasted != strings.ReplaceAll(block, "\n", "|") {
		t.Errorf("%q was pasted as %q", block, pasted)
	}
	v.Type("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)).
		until("the paste to be taken back", hoursOf+fmt.Sprintf(` === %q`, was))
	v.NotSee("cho khối vừa dán").Type("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)).
		until("the key to be taken back", hoursOf+` !== `+fmt.Sprintf("%q", was))

	v.At("Hiện tại, dòng 1.1, Hoạt động").Paste(strings.Repeat("Việc\t0,5\n", strings.Count(was, "|")+2)).
		See("Đã thêm 1 dòng")
	v.until("each row to have its subjects", `
		[...document.querySelectorAll('#bang-before input[name$=".subjects_per_year"]')].every((f) => f.value = "24")`)
	v.Press("Lưu bảng chi phí").See("Đã lưu bản")
	if saved, _ := js[string](v, hoursOf); saved != strings.Repeat("0,5|", strings.Count(was, "|")+1)+"0,5" {
		t.Errorf("saved were %q", saved)
	}
}

// A session that ends while somebody types in a cost table is told, and what was typed stays, also after signing in
// again.
func TestBrowser_CostTableSignedOut(t *testing.T) {
	t.Parallel()
	v := draftCosts(t)
	_, err := js[bool](v, `fetch("/dang-xuat", {method: "POST"}).then(() => true)`, chromedp.EvalAwaitPromise)
	if err != nil {
		t.Fatal(err)
	}
	v.Fill("Hiện tại, dòng 1.1, Thời gian (giờ)", "7,5").See("Phiên làm việc đã hết").See("Đăng nhập lại")
	v.Press("Thêm dòng vào mục 1").See("Nội dung vừa nhập còn nguyên")
	v.Fill("Tên đăng nhập", "reviewer").Fill("Mật khẩu", passwords["reviewer"]).Press("Đăng nhập").See("Đăng xuất")
	if got := v.Value("Hiện tại, dòng 1.1, Thời gian (giờ)"); got != "7,5" {
		t.Errorf("typed was 7,5, there stands %q", got)
	}
}

// Figures of indicators stand in rows that are given: what does not fit is said, not dropped.
func TestBrowser_PasteOverTheEnd(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office").Go("/chi-tieu-cu-the").At("NQ 02, số 3, Tử số").countPosts()
	v.Paste(strings.Repeat("1\n", 30)).See("không có chỗ và chưa được đưa vào").Look("paste-over")
	if sent, _ := js[int](v, `window.sent`); sent > 1 {
		t.Errorf("one block was sent %d times", sent)
	}
}

// Adding a row puts the cursor into its first field, taking one out into the row beside it or on the button that
// adds one; the page stays where it was read, and what was unfolded stays so.
func TestBrowser_RowsKeepThePlace(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("reviewer").Go("/phuong-an?trang-thai=draft&dot=internal-b")
	v.Press("Cấp tài khoản hệ thống thông tin").See("dự thảo").Press("Sửa nội dung").See("1. Kết luận rà soát")
	step := func(press, focus string) {
		t.Helper()
		v.until("the button "+press+" in the middle of the page", inPage(fmt.Sprintf(`
			const b = pressable(%q);
			if (b) b.scrollIntoView({block: "center"});
			return !!b;`, press)))
		was, _ := js[int](v, `Math.round(scrollY)`)
		v.Press(press)
		if got := v.Focus(); got != focus {
			t.Errorf("%s leads to %q, not to %q", press, got, focus)
		}
		if now, _ := js[int](v, `Math.round(scrollY)`); now < was-400 || now > was+700 {
			t.Errorf("%s moves the page from %d to %d", press, was, now)
		}
	}
	count, _ := js[int](v, `document.querySelectorAll("#noi-dung-don-gian .row-edit").length`)
	first := count + 1
	step("Thêm nội dung", fmt.Sprintf("measures[%d].kind", count))
	v.Fill(fmt.Sprintf("Lý do %d", first), "vừa gõ").
		until("an unfolded part", `document.querySelector(".rewrite").open = true`)
	step("Thêm nội dung", fmt.Sprintf("measures[%d].kind", count+1))
	step(fmt.Sprintf("Bỏ nội dung %d", first+1), fmt.Sprintf("measures[%d].kind", count))
	if got := v.Value(fmt.Sprintf("Lý do %d", first)); got != "vừa gõ" {
		t.Errorf("what was typed is %q", got)
	}
	if open, _ := js[bool](v, `document.querySelector(".rewrite").open`); !open {
		t.Error("what was unfolded is folded again")
	}
	for n := first; n > 1; n-- {
		v.Press("Bỏ nội dung 1")
	}
	step("Bỏ nội dung 1", "do")
	if words, _ := js[string](v, `document.activeElement.innerText`); words != "Thêm nội dung" {
		t.Errorf("after the last row the cursor is on %q", words)
	}

	v.Press("Đăng xuất").SignIn("office").Go("/danh-muc/them").Press("Thêm bước")
	v.until("the first field of the step", `document.activeElement.name === "steps[0].name"`)
	step("Thêm bước", "steps[1].name")
	step("Bỏ bước 1", "steps[0].name")
	step("Bỏ bước 1", "them")
}

// Pressing twice sends once, and a page that is gone back to can be sent again.
func TestBrowser_SentOnce(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).Go("/gop-y")
	v.until("counting", `(() => {
		document.addEventListener("submit", (e) => {
			if (!e.defaultPrevented) sessionStorage.sent = Number(sessionStorage.sent || 0) + 1;
		});
		return true;
	})()`)
	v.until("pressing twice", inPage(`
		const b = pressable("Gửi phản ánh");
		if (!b) return false;
		leaving(() => { b.click(); b.click(); });
		return true;`))
	v.arrive("the answer")
	v.See("Cần sửa")
	if sent, _ := js[string](v, `sessionStorage.sent`); sent != "1" {
		t.Errorf("two presses were sent %s times", sent)
	}
	v.do("back", chromedp.NavigateBack())
	v.until("the form", inPage(`return document.readyState === "complete" && !!pressable("Gửi phản ánh")`))
	v.Press("Gửi phản ánh").See("Cần sửa")
}

// A refused page begins at its summary; a link of it leads into the field.
func TestBrowser_SummaryTakesTheFocus(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office").Go("/danh-muc/them").Press("Lưu").See("Cần sửa")
	if class, _ := js[string](v, `document.activeElement.className`); class != "error-summary" {
		t.Errorf("the focus is on %q", class)
	}
	v.until("the first link", `(() => { document.querySelector(".error-summary a").click(); return true })()`)
	if id, _ := js[string](v, `document.activeElement.id`); id == "" {
		t.Error("the link leads into no field")
	}
}
