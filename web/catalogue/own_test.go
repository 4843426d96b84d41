package catalogue_test

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/webtest"
)

const ownPath = "/danh-muc/nhap-bang"

// ownFields is the form as it opens, with a table and its decision.
func ownFields(table string, more ...string) []string {
	return webtest.With([]string{
		"table", table, "kind", "internal", "group", "B", "level", "commune", "ours", "decide", "drafts", "announced",
		"decision.number", "95/QĐ-UBND", "decision.date", "5/1/2024", "reason", "Nhập danh mục của xã",
	}, more...)
}

var (
	pickBox  = regexp.MustCompile(`name="pick" value="(\d+)"[^>]*( checked)`)
	seenMark = regexp.MustCompile(`name="seen" value="([^"]+)"`)
)

// picked are the lines that a preview ticks, as the form sends them, and its mark.
func picked(t *testing.T, body string) (pairs []string) {
	t.Helper()
	for _, m := range pickBox.FindAllStringSubmatch(body, -1) {
		pairs = append(pairs, "pick", m[1])
	}
	m := seenMark.FindStringSubmatch(body)
	if m == nil {
		t.Fatal("the page shows no preview")
	}
	return append(pairs, "seen", m[1], "do", "save")
}

// What is new comes in, what is there or stands twice does not; what was typed stays in the form.
func TestOwn(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	office.Get("/danh-muc").Want(t, http.StatusOK, `href="`+ownPath+`"`)
	office.Get("/danh-muc/nhap").Want(t, http.StatusOK, `href="`+ownPath+`"`)
	admin := s.As("admin").Get("/danh-muc/nhap")
	if strings.Contains(admin.Body, ownPath) {
		t.Error("who may not use the page is led to it")
	}
	table := "STT\tTên thủ tục\tLĩnh vực\tGhi rõ\n1\tCấp phát văn phòng phẩm\tVăn phòng\tx\n" +
		"2\tThanh toán công tác phí\t\t\n3\tCấp phát văn phòng phẩm\t\t\n4\tCấp phát văn phòng phẩm hằng tháng\t\t\n"
	r := office.Post(ownPath, append(ownFields(table), "do", "preview")...)
	r.Want(t, http.StatusOK, "4 dòng trong bảng, 2 thủ tục sẽ nhập", "Cột không nhập", "“Ghi rõ”", "đã có",
		"trùng dòng khác", "tên gần giống", "dòng 2 của bảng", "95/QĐ-UBND, 05/01/2024",
		"chưa có nội dung", html.EscapeString("1\tCấp phát"))
	if strings.Contains(r.Body, "<details class=\"page-part\" open") {
		t.Error("the fields stand open above a preview without faults")
	}
	saved := office.Post(ownPath, append(ownFields(table), picked(t, r.Body)...)...)
	if saved.Status != http.StatusSeeOther {
		t.Fatalf("%d", saved.Status)
	}
	office.Get(saved.Header.Get("Location")).Want(t, http.StatusOK, "Đã nhập 2 thủ tục, mã từ NB-13 đến NB-15",
		"Cấp phát văn phòng phẩm hằng tháng")
	r = office.Post(ownPath, append(ownFields(table), picked(t, r.Body)...)...)
	r.Want(t, http.StatusConflict, "đã thay đổi từ lúc xem trước", "4 dòng trong bảng, 0 thủ tục sẽ nhập")
}

// Thirty procedures of one decision come in with six answers, pasted or as a sheet: the rest stands in the form as it
// opens. The decision stands in the register, they are announced by it, and a list may take them.
func TestOwn_Thirty(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	for name, things := range map[string]string{
		"pasted": "máy xe loa đèn bàn ghế tủ quạt rèm phông cờ biển thang bạt dù",
		"sheet":  "sổ bút mực dao kéo kìm búa cưa đục xẻng cuốc liềm ấm chén đĩa",
	} {
		rows := [][]any{{"STT", "Tên thủ tục", "Lĩnh vực"}}
		for _, thing := range strings.Fields(things) {
			rows = append(rows, []any{len(rows), "Cấp phát " + thing + " cho đơn vị", "Tài sản"})
			rows = append(rows, []any{len(rows), "Thu hồi, thanh lý " + thing + " hỏng trong năm", "Tài sản"})
		}
		opened := fieldsOf(office.Get(ownPath).Body)
		typed := []string{"decision.number", "41/QĐ-UBND", "decision.date", "6/2/2024", "decision.by", "UBND huyện " + name}
		send := func(more ...string) webtest.Response {
			form := append(webtest.With(opened, typed...), more...)
			if name == "pasted" {
				return office.Post(ownPath, webtest.With(form, "table", pasted(rows))...)
			}
			return office.Upload(ownPath, "file", "bang.xlsx", sheetOf(t, rows), form...)
		}
		if inputs := 1 + len(typed)/2; inputs > 6 {
			t.Errorf("%s: %d answers", name, inputs)
		}
		preview := send("do", "preview")
		preview.Want(t, http.StatusOK, "30 thủ tục sẽ nhập",
			"30 thủ tục do Quyết định số 41/QĐ-UBND ngày 06/02/2024 công bố; quyết định được ghi vào sổ công bố "+
				"cùng lúc")
		saved := send(picked(t, preview.Body)...)
		if saved.Status != http.StatusSeeOther {
			t.Fatalf("%s: %d", name, saved.Status)
		}
		office.Get(saved.Header.Get("Location")).
			Want(t, http.StatusOK, "Đã nhập 30 thủ tục", "quyết định công bố đã ghi trong sổ công bố")
		all, err := s.App.Announcements(t.Context(), app.CommandPerson)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(all, func(x app.Announcement) bool { return x.Issuer == "UBND huyện "+name })
		if at < 0 || len(all[at].Touches) != 30 || all[at].IsLate(s.App.Today()) {
			t.Fatalf("%s: the register holds %+v", name, all)
		}
		may, _, err := s.App.Candidates(t.Context(), review.ScopeInternalB)
		if err != nil {
			t.Fatal(err)
		}
		for _, touch := range all[at].Touches {
			if !slices.ContainsFunc(may, func(c app.Choice) bool { return c.Code.Key() == touch.Procedure }) {
				t.Errorf("%s: no list may take %s", name, touch.Procedure)
			}
		}
	}
}

var (
	openedField  = regexp.MustCompile(`<(?:input|textarea)[^>]* name="([^"]+)"(?:[^>]* value="([^"]*)")?`)
	openedChoice = regexp.MustCompile(`(?s)<select[^>]* name="([^"]+)".*?<option value="([^"]*)" selected`)
	openedRadio  = regexp.MustCompile(`<input[^>]* type="radio"[^>]*>`)
)

// fieldsOf is the form of the page as it opens.
func fieldsOf(body string) (pairs []string) {
	for _, m := range openedField.FindAllStringSubmatch(openedRadio.ReplaceAllString(body, ""), -1) {
		pairs = append(pairs, m[1], html.UnescapeString(m[2]))
	}
	for _, m := range openedChoice.FindAllStringSubmatch(body, -1) {
		pairs = append(pairs, m[1], m[2])
	}
	return pairs
}

// pasted is a table as a workbook leaves it on the clipboard.
func pasted(rows [][]any) (out string) {
	for _, row := range rows {
		out += fmt.Sprintf("%v\t%v\t%v\n", row...)
	}
	return out
}

// sheetOf is a workbook of these rows.
func sheetOf(t *testing.T, rows [][]any) string {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A row with a fault is said with its line, what is wrong and how to put it right, and nothing comes in before.
func TestOwn_Faults(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	table := "Tên thủ tục\tMã\tQuyết định\n\tNB-77\t\nTạm ứng\tNB-01\tkhông rõ\n"
	r := office.Post(ownPath, append(ownFields(table), "do", "preview")...)
	r.Want(t, http.StatusUnprocessableEntity, "Dòng 2: tên: chưa có tên thủ tục; ghi tên, hoặc xóa dòng này.",
		`href="#dong-3"`, "Dòng 3: quyết định: không thấy số quyết định", "2 dòng còn lỗi")
	if strings.Contains(r.Body, `value="save"`) {
		t.Error("a table with faults may be brought in")
	}
	office.Post(ownPath, append(ownFields(table), picked(t, r.Body)...)...).
		Want(t, http.StatusUnprocessableEntity, "2 dòng còn lỗi")
	r = office.Post(ownPath, ownFields("", "kind", "x", "decision.date", "31/2/2024", "reason", "", "do", "preview")...)
	r.Want(t, http.StatusUnprocessableEntity, "Bảng thủ tục: ", "Loại thủ tục: Không có lựa chọn “x”",
		"Ngày quyết định: ", "Lý do: Chưa ghi lý do")
	office.Post(ownPath, ownFields("Tạm ứng", "decision.number", "", "decision.date", "")...).
		Want(t, http.StatusUnprocessableEntity, "Chưa ghi quyết định công bố; ghi số và ngày, hoặc chọn dự thảo.")
	r = office.Post(ownPath, ownFields("Tạm ứng kinh phí đi học")...)
	pairs := slices.DeleteFunc(picked(t, r.Body), func(s string) bool { return s == "pick" || s == "1" })
	office.Post(ownPath, append(ownFields("Tạm ứng kinh phí đi học"), pairs...)...).
		Want(t, http.StatusUnprocessableEntity, "Chưa đánh dấu dòng nào")
}

// A sheet is put into the field for the table, where it can be seen and put right; drafts need no decision.
func TestOwn_Sheet(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	sheet := sheetOf(t, [][]any{{"STT", "Tên thủ tục"}, {1, "Tạm ứng kinh phí\nđi học"}})
	form := ownFields("", "drafts", "draft", "decision.number", "", "decision.date", "")
	r := office.Upload(ownPath, "file", "bang.xlsx", sheet, form...)
	r.Want(t, http.StatusOK, "1 dòng trong bảng, 1 thủ tục sẽ nhập",
		html.EscapeString("1\t\"Tạm ứng kinh phí\nđi học\""))
	table := "STT\tTên thủ tục\n1\t\"Tạm ứng kinh phí\nđi học\"\n"
	saved := office.Post(ownPath, append(webtest.With(form, "table", table), picked(t, r.Body)...)...)
	if saved.Status != http.StatusSeeOther {
		t.Fatalf("%d", saved.Status)
	}
	office.Get(saved.Header.Get("Location")).Want(t, http.StatusOK, "Đã nhập 1 dự thảo")
	v, err := s.App.VersionOf(t.Context(), app.Reader{Official: true}, "NB-13", 1)
	if err != nil || v.Procedure.Status != catalog.Draft {
		t.Errorf("%+v", v.Procedure)
	}
	office.Upload(ownPath, "file", "anh.png", "\x89PNG\x00", form...).
		Want(t, http.StatusUnprocessableEntity, "Hoặc tệp Excel (.xlsx): Không đọc được bảng")
}
