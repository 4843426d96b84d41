package register_test

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
	"rasoat/web/register"
)

// decisionForm sends the form of a decision as a browser does, with a scan where there is one.
func decisionForm(c *webtest.Client, path, scan string, pairs ...string) webtest.Response {
	c.T.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for i := 0; i+1 < len(pairs); i += 2 {
		if err := w.WriteField(pairs[i], pairs[i+1]); err != nil {
			c.T.Fatal(err)
		}
	}
	f, err := w.CreateFormFile("scan", map[bool]string{true: "QĐ 1520.pdf"}[scan != ""])
	if err == nil {
		_, err = f.Write([]byte(scan))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		c.T.Fatal(err)
	}
	r, err := http.NewRequestWithContext(c.T.Context(), http.MethodPost, c.Site.Address+path, &body)
	if err != nil {
		c.T.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	return c.Do(r)
}

func decision(s *webtest.Site, id review.AnnouncementID) app.Announcement {
	s.T.Helper()
	office, err := s.App.Person(s.T.Context(), "office")
	if err != nil {
		s.T.Fatal(err)
	}
	x, err := s.App.Announcement(s.T.Context(), office, id)
	if err != nil {
		s.T.Fatal(err)
	}
	return x
}

func decisionCount(s *webtest.Site) int {
	s.T.Helper()
	office, err := s.App.Person(s.T.Context(), "office")
	if err != nil {
		s.T.Fatal(err)
	}
	all, err := s.App.Announcements(s.T.Context(), office)
	if err != nil {
		s.T.Fatal(err)
	}
	return len(all)
}

// Bad input stands at its field, nothing is stored, nothing typed is lost.
func TestRecordAnnouncement(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	office := site.As("office")
	good := []string{
		"number",
		"1520/QĐ-UBND",
		"date",
		"02/7/2024",
		"issuer",
		"UBND tỉnh",
		"title",
		"Bãi bỏ thủ tục",
		"received",
		"08/7/2024",
		"repeal",
		"1.003622",
	}
	for _, tt := range []struct {
		name  string
		set   []string
		scan  string
		shows []string
	}{
		{"a day that is none", []string{"date", "31/6/2024"}, "", []string{"“31/6/2024” không phải ngày", `id="date" name="date" value="31/6/2024"`}},
		{"an optional day that is none", []string{"from", "mai"}, "", []string{"“mai” không phải ngày", `value="mai"`}},
		{"tomorrow", []string{"received", "16/7/2024"}, "", []string{"ngày chưa tới", `value="16/7/2024"`}},
		{"received before it was signed", []string{"received", "01/7/2024"}, "", []string{"ngày nhận phải từ ngày ký", `value="01/7/2024"`}},
		{"a code that is not there", []string{"repeal", "1.003622\n9.999999"}, "", []string{"không có thủ tục mã 9.999999", "1.003622\n9.999999</textarea>"}},
		{"half a replacement", []string{"replace", "1.001193"}, "", []string{"mỗi dòng ghi mã cũ rồi mã mới"}},
		{"no procedure", []string{"repeal", ""}, "", []string{"chưa ghi thủ tục nào"}},
		{"a draft repealed", []string{"repeal", "TB-01"}, "", []string{"thủ tục TB-01 chưa được công bố"}},
		{"a scan that is none", nil, "<html>", []string{"PDF, JPEG hoặc PNG"}},
		{"a scan beside a mistake", []string{"number", ""}, "%PDF-1.4", []string{"chưa ghi số quyết định", "Đã nhận tệp QĐ 1520.pdf", `name="scan_name" value="QĐ 1520.pdf"`}},
		{"a decision that stands there", []string{"number", "1498/qđ-ubnd", "date", "08/7/2024", "received", "10/7/2024"}, "", []string{"đã có trong sổ, số thứ tự 5"}},
		{"everything at once", []string{"number", " ", "date", "x", "received", "", "repeal", ""}, "", []string{"chưa ghi số quyết định", "“x” không phải ngày", "chưa ghi ngày", "chưa ghi thủ tục nào"}},
	} {
		r := decisionForm(office, "/cong-bo/them", tt.scan, webtest.With(good, tt.set...)...)
		if r.Status != http.StatusUnprocessableEntity || decisionCount(site) != 5 {
			t.Errorf("%s: status %d, %d in the register", tt.name, r.Status, decisionCount(site))
		}
		for _, want := range append(tt.shows, "UBND tỉnh") {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(want)) {
				t.Errorf("%s: %q is not on the page", tt.name, want)
			}
		}
	}
	found := decisionForm(office, "/cong-bo/them", "", webtest.With(good, "do", "find", "find", "dang ky khai sinh")...)
	if found.Status != 200 || !strings.Contains(found.Body, `name="pick" value="1.001193"`) ||
		!strings.Contains(found.Body, `value="1520/QĐ-UBND"`) {
		t.Errorf("searching within the form: %d", found.Status)
	}
	picked := decisionForm(office, "/cong-bo/them", "",
		webtest.With(good, "do", "add", "pick", "1.001193", "into", "repeal")...)
	if !strings.Contains(picked.Body, "1.003622\n1.001193</textarea>") || decisionCount(site) != 5 {
		t.Error("what was picked does not stand in its list")
	}
	r := decisionForm(office, "/cong-bo/them", "%PDF-1.4 ký", good...)
	if r.Status != http.StatusSeeOther || decisionCount(site) != 6 {
		t.Fatalf("recorded with %d", r.Status)
	}
	office.Get(r.Header.Get("Location")).Want(t, http.StatusOK, "Đã ghi Quyết định số 1520/QĐ-UBND vào sổ.")
	if x := decision(site, 6); x.Due != value.MustDate("2024-07-15") || x.Scan.Name != "QĐ 1520.pdf" ||
		x.IsConfirmed() {
		t.Errorf("%+v", x.Announcement)
	}
	file := site.As("chairman").Get("/cong-bo/6/ban-quet")
	if file.Body != "%PDF-1.4 ký" || file.Header.Get("Content-Type") != "application/pdf" ||
		!strings.HasPrefix(file.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("the scan comes back as %d %v", file.Status, file.Header)
	}
}

// A procedure is repealed through the pages: it leaves search, for officials and the public, page and API, and its own
// page says by which decision it ended. Two people at once: the second is shown both versions.
func TestAnnouncementSteps(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	public, office, reviewer, chairman := site.Visitor(), site.As("office"), site.As("reviewer"), site.As("chairman")
	form := []string{"number", "1520/QĐ-UBND", "date", "02/7/2024", "received", "08/7/2024", "repeal", "1.003622"}
	if r := decisionForm(office, "/cong-bo/them", "", form...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status)
	}
	const find = "/?q=thong+bao+to+chuc+le+hoi+cap+xa"
	shown := func(c *webtest.Client, path string) bool { return strings.Contains(c.Get(path).Body, "1.003622") }
	if !shown(public, find) || !shown(office, find) {
		t.Fatal("recording a decision took the procedure out of search")
	}
	edited := webtest.With(form, "version", "1", "title", "Bãi bỏ thủ tục văn hóa")
	if r := decisionForm(office, "/cong-bo/6/sua", "", edited...); r.Status != http.StatusSeeOther {
		t.Fatalf("edited with %d", r.Status)
	}
	clash := decisionForm(office, "/cong-bo/6/sua", "",
		webtest.With(form, "version", "1", "title", "Tên khác", "note", "giữ lại")...)
	for _, want := range []string{"Bãi bỏ thủ tục văn hóa", `value="Tên khác"`, "giữ lại</textarea>", `name="version" value="2"`} {
		if clash.Status != http.StatusConflict || !strings.Contains(clash.Body, want) {
			t.Errorf("clash: %d without %q", clash.Status, want)
		}
	}
	for _, s := range []struct {
		name   string
		who    *webtest.Client
		step   string
		form   []string
		status int
		shows  string
	}{
		{"nobody posts", public, register.StepPost, []string{"version", "2"}, 401, ""},
		{"the chairman does not post", chairman, register.StepPost, []string{"version", "2"}, 403, ""},
		{"a reviewer does not change the catalogue", reviewer, register.StepApply, []string{"version", "2"}, 403, ""},
		{"posted before it came", reviewer, register.StepPost, []string{"version", "2", "posted", "07/7/2024", "place", "Nhà văn hóa", "by", "Hoa"}, 422, "không thể trước ngày nhận quyết định (08/7/2024)"},
		{"posted tomorrow", reviewer, register.StepPost, []string{"version", "2", "posted", "16/7/2024", "place", "Nhà văn hóa", "by", "Hoa"}, 422, "ngày chưa tới"},
		{"posted on a day that is none", reviewer, register.StepPost, []string{"version", "2", "posted", "31/6/2024", "place", "Nhà văn hóa", "by", ""}, 422, "“31/6/2024” không phải ngày"},
		{"posted by nobody", reviewer, register.StepPost, []string{"version", "2", "posted", "15/7/2024", "place", "Nhà văn hóa", "by", " "}, 422, "chưa ghi người niêm yết"},
		{"from an old page", reviewer, register.StepPost, []string{"version", "1", "posted", "15/7/2024", "place", "Nhà văn hóa", "by", "Hoa"}, 409, `value="Nhà văn hóa"`},
		{"exempt without a reason", office, register.StepExempt, []string{"version", "2"}, 422, "chưa ghi lý do"},
		{"posted", reviewer, register.StepPost, []string{"version", "2", "posted", "15/7/2024", "place", "Nhà văn hóa", "by", "Hoa"}, 303, "Đã ghi nhận niêm yết Quyết định số 1520/QĐ-UBND."},
		{"let in from an old page", office, register.StepApply, []string{"version", "2"}, 409, "vừa lưu bản mới hơn"},
		{"let in", office, register.StepApply, []string{"version", "3"}, 303, "Đã cập nhật danh mục: 1 thủ tục có bản mới theo Quyết định số 1520/QĐ-UBND."},
		{"let in twice", office, register.StepApply, []string{"version", "4"}, 422, "đã được cập nhật vào danh mục"},
	} {
		r := s.who.Post("/cong-bo/6"+s.step, append(s.form, page.CheckField, page.CheckYes)...)
		if r.Status == http.StatusSeeOther {
			r.Body = s.who.Get(r.Header.Get("Location")).Body
		}
		if r.Status != s.status || !strings.Contains(strings.ToLower(r.Body), strings.ToLower(s.shows)) {
			t.Errorf("%s: %d, want %d with %q", s.name, r.Status, s.status, s.shows)
		}
	}
	for path, want := range map[string]bool{find: false, "/api/v1/search?q=1.003622": false, find + "&status=repealed": true, "/api/v1/search?q=le+hoi&status=repealed": true, "/danh-muc?q=le+hoi": false} {
		if got := shown(office, path); got != want {
			t.Errorf("%s shows it: %v", path, got)
		}
		if strings.HasPrefix(path, "/danh-muc") {
			continue
		}
		if shown(public, path) {
			t.Errorf("%s shows it to the public", path)
		}
	}
	page := office.Get("/thu-tuc/1.003622")
	for _, want := range []string{"hết hiệu lực từ 02/7/2024 theo 1520/QĐ-UBND", "Quyết định số 1520/QĐ-UBND ngày 02/7/2024: bãi bỏ", `href="/cong-bo/6"`} {
		if page.Status != 200 || !strings.Contains(page.Body, want) {
			t.Errorf("its page: %d without %q", page.Status, want)
		}
	}
	history := office.Get("/thu-tuc/1.003622/phien-ban")
	if !strings.Contains(history.Body, "bãi bỏ theo Quyết định số 1520/QĐ-UBND ngày 02/7/2024") {
		t.Error("its history does not name the decision")
	}
	if v, err := site.App.VersionOf(t.Context(), app.Reader{Official: true}, "1.003622", 1); err != nil ||
		v.Procedure.Status != catalog.InForce {
		t.Errorf("its first version: %v", err)
	}
	if r := reviewer.Get("/cong-bo?xem=qua-han"); !strings.Contains(r.Body, "1402/QĐ-UBND") ||
		strings.Contains(r.Body, "1520/QĐ-UBND") {
		t.Error("the view of what is late")
	}
	for path, status := range map[string]int{"/cong-bo/99": 404, "/cong-bo/x": 404, "/cong-bo?nam=0": 400, "/cong-bo?thang=2024-13": 400} {
		if r := office.Get(path); r.Status != status {
			t.Errorf("%s: %d", path, r.Status)
		}
	}
}

// The register as a spreadsheet and the posting list as Word are files that hold what the pages say.
func TestAnnouncementFiles(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	office := site.As("office")
	read := func(r webtest.Response) string {
		z, err := zip.NewReader(strings.NewReader(r.Body), int64(len(r.Body)))
		if err != nil {
			t.Fatalf("status %d: %v", r.Status, err)
		}
		var all strings.Builder
		for _, f := range z.File {
			if !strings.HasSuffix(f.Name, ".xml") {
				continue
			}
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&all, in); err != nil {
				t.Fatal(err)
			}
			in.Close()
		}
		return all.String()
	}
	sheet := read(office.Get("/cong-bo/so.xlsx?nam=2024"))
	for _, want := range []string{"1498/QĐ-UBND", "1021/QĐ-UBND", "muộn", "đúng hạn", "1.003596", "17/7/2024"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %q", want)
		}
	}
	if empty := read(office.Get("/cong-bo/so.xlsx?nam=2023")); strings.Contains(empty, "1498/QĐ-UBND") {
		t.Error("the sheet of 2023 holds 2024")
	}
	list := read(office.Get("/cong-bo/5/danh-muc.docx"))
	for _, want := range []string{"Quyết định số 1498/QĐ-UBND", "Xác nhận thông tin về cư trú", "1.004941", "bãi bỏ từ 01/8/2024", "THỦ TỤC GỠ BỎ NIÊM YẾT"} {
		if !strings.Contains(list, want) {
			t.Errorf("the posting list lacks %q", want)
		}
	}
}

// What the superior announced on the commune's request is led into the register, once.
func TestAdditionsIntoRegister(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	office := site.As("office")
	r := office.Post("/bo-sung/cong-bo", "plan", "kh-29-2024", "version", "3", "decision", "1555/QĐ-UBND",
		"decided", "10/7/2024", "issuer", "UBND tỉnh", page.CheckField, page.CheckYes)
	if r.Status != http.StatusSeeOther {
		t.Fatalf("announced with %d", r.Status)
	}
	office.Get(r.Header.Get("Location")).
		Want(t, http.StatusOK, "Đã ghi nhận công bố theo Quyết định số 1555/QĐ-UBND.")
	board := office.Get("/bo-sung").Body
	_, rest, there := strings.Cut(board, `href="/cong-bo/them?`)
	if !there {
		t.Fatal("the request does not lead into the register")
	}
	query, _, _ := strings.Cut(rest, `"`)
	form := office.Get("/cong-bo/them?" + html.UnescapeString(query)).Body
	for _, want := range []string{`value="1555/QĐ-UBND"`, `value="10/7/2024"`, `value="UBND tỉnh"`, "TB-06\nTB-12\nTB-41</textarea>"} {
		if !strings.Contains(form, want) {
			t.Errorf("the form does not know %q", want)
		}
	}
	r = decisionForm(office, "/cong-bo/them", "", "number", "1555/QĐ-UBND", "date", "10/7/2024", "issuer", "UBND tỉnh",
		"received", "12/7/2024", "announce", "TB-06\nTB-12\nTB-41")
	if r.Status != http.StatusSeeOther {
		t.Fatalf("recorded with %d", r.Status)
	}
	if board := office.Get("/bo-sung").Body; strings.Contains(board, `href="/cong-bo/them?`) ||
		!strings.Contains(board, `href="/cong-bo/6"`) {
		t.Error("the request leads into the register twice")
	}
	if page := office.Get("/cong-bo/6").Body; strings.Count(page, "không thay đổi") != 3 {
		t.Error("what the request announced would be changed again")
	}
}

// Drafts that wait are ticked; a table without codes is known by its names, and what it does not find leads to the page
// where own procedures come in.
func TestAnnouncement_Drafts(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	r := office.Post("/danh-muc/them", "code", "NB-13", "name", "Cho mượn hội trường", "kind", "internal", "group", "B",
		"ours", "decide", "reason", "Thêm")
	r.Want(t, http.StatusSeeOther)
	office.Get("/cong-bo/them").Want(t, http.StatusOK, `name="draft" value="NB-13"`, `href="/danh-muc/nhap-bang"`)
	form := []string{"number", "96/QĐ-UBND", "date", "10/7/2024", "received", "12/7/2024"}
	office.Get("/cong-bo/them?so=9&chon-draft=hien").Want(t, http.StatusOK, `name="draft" value="NB-13" checked`,
		`data-pick="draft"`, `href="/cong-bo/them?chon-draft=bo&amp;so=9"`)
	r = office.Post("/cong-bo/them", append(webtest.With(form, "date", "x"), "draft", "NB-13")...)
	r.Want(t, http.StatusUnprocessableEntity, `name="draft" value="NB-13" checked`)
	table := "STT\tTên thủ tục\n1\tCho mượn hội trường\n2\tKhông có thủ tục này\n"
	r = office.Post("/cong-bo/them", append(form, "announce", table)...)
	r.Want(t, http.StatusUnprocessableEntity, "1 dòng không có mã", "Nhập thủ tục của xã từ bảng")
	table = "STT\tTên thủ tục\n1\tCho mượn hội trường\n"
	r = office.Post("/cong-bo/them", append(form, "announce", table, "draft", "NB-13")...)
	r.Want(t, http.StatusSeeOther)
	office.Get(r.Header.Get("Location")).Want(t, http.StatusOK, "Cho mượn hội trường", "NB-13")
}
