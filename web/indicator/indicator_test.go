package indicator_test

import (
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/indicator"
)

// Who enters what into June 2024 (the demo's day is 15 July), what the page says, and what stands afterwards.
func TestSaveIndicators(t *testing.T) {
	site := webtest.OpenSite(t)
	stands := func(m, key string) string {
		now, err := site.App.Indicators(t.Context(), "", value.MustMonth(m))
		if err != nil {
			t.Fatal(err)
		}
		f, _ := now.Figure(key)
		return indicator.CountText(f.Numerator) + "/" + indicator.CountText(f.Denominator)
	}
	tests := []struct {
		name   string
		who    string
		form   []string
		status int
		shows  []string
		month  string
		key    string
		want   string
	}{
		{
			"numerator above denominator",
			"office",
			webtest.Month(
				"2024-06",
				webtest.FigureRow("nq02-6", "0", "3", "2"),
				webtest.FigureRow("nq02-3", "0", "150", "310"),
			),
			422,
			[]string{
				"tử số (3) lớn hơn mẫu số (2)",
				`value="150"`,
				`value="310"`,
				`aria-invalid="true"`,
				`href="#nq02-6.numerator"`,
			},
			"2024-06",
			"nq02-3",
			"/",
		},
		{
			"negative",
			"office",
			webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "-1", "2")),
			422,
			[]string{"tử số không được âm", `value="-1"`},
			"2024-06",
			"nq02-6",
			"/",
		},
		{
			"no number",
			"office",
			webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "hai", "2,5")),
			422,
			[]string{"đã ghi “hai”", "đã ghi “2,5”", `value="hai"`, `value="2,5"`},
			"2024-06",
			"nq02-6",
			"/",
		},
		{
			"a month in the future",
			"office",
			webtest.Month("2024-08", webtest.FigureRow("nq02-6", "0", "1", "2")),
			422,
			[]string{"tháng này chưa tới"},
			"2024-08",
			"nq02-6",
			"/",
		},
		{
			"a released month",
			"office",
			webtest.Month("2024-05", webtest.FigureRow("nq01-3", "1", "1", "2")),
			422,
			[]string{"đã công khai"},
			"2024-05",
			"nq01-3",
			"171/301",
		},
		{"a month that is none", "office", webtest.Month("2024-13"), 400, nil, "2024-06", "nq02-6", "/"},
		{
			"the chairman",
			"chairman",
			webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "1", "2")),
			403,
			nil,
			"2024-06",
			"nq02-6",
			"/",
		},
		{
			"nobody",
			"",
			webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "1", "2")),
			401,
			nil,
			"2024-06",
			"nq02-6",
			"/",
		},
		{
			"a row that is not in the plan is no row",
			"office",
			webtest.Month("2024-06", webtest.FigureRow("nq99-1", "0", "1", "2")),
			303,
			nil,
			"2024-06",
			"nq02-6",
			"/",
		},
		{
			"as people write",
			"reviewer",
			webtest.Month("2024-06", webtest.FigureRow("nq02-3", "0", " 1.150 ", "1.310")),
			303,
			nil,
			"2024-06",
			"nq02-3",
			"1.150/1.310",
		},
		{
			"nothing arose",
			"reviewer",
			webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "", "0")),
			303,
			nil,
			"2024-06",
			"nq02-6",
			"/0",
		},
		{
			"from an old page",
			"office",
			webtest.Month("2024-06", webtest.FigureRow("nq02-3", "0", "7", "8")),
			409,
			[]string{
				"Nguyễn Thị Hoa đã lưu 1.150/1.310",
				`name="nq02-3.numerator" id="nq02-3.numerator" value="7"`,
				`name="nq02-3.base" value="1"`,
			},
			"2024-06",
			"nq02-3",
			"1.150/1.310",
		},
		{
			"and saved again",
			"office",
			webtest.Month("2024-06", webtest.FigureRow("nq02-3", "1", "7", "8")),
			303,
			nil,
			"2024-06",
			"nq02-3",
			"7/8",
		},
		{
			"two pages, other rows",
			"office",
			webtest.Month(
				"2024-06",
				webtest.FigureRow("nq02-7.ratings", "0", "9", "9"),
				webtest.FigureRow("nq02-3", "0", "7", "8"),
			),
			303,
			nil,
			"2024-06",
			"nq02-7.ratings",
			"9/9",
		},
	}
	clients := map[string]*webtest.Client{
		"":         site.Visitor(),
		"office":   site.As("office"),
		"reviewer": site.As("reviewer"),
		"chairman": site.As("chairman"),
	}
	for _, tt := range tests {
		r := clients[tt.who].Upload("/chi-tieu-cu-the", "", "", "", tt.form...)
		if r.Status != tt.status {
			t.Errorf("%s: status %d, want %d", tt.name, r.Status, tt.status)
		}
		for _, s := range tt.shows {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(s)) {
				t.Errorf("%s: %q is not on the page", tt.name, s)
			}
		}
		if got := stands(tt.month, tt.key); got != tt.want {
			t.Errorf("%s: %s stands, want %s", tt.name, got, tt.want)
		}
	}
}

// Figures that stand already are not stored again, and not called saved.
func TestSaveIndicators_Unchanged(t *testing.T) {
	site := webtest.OpenSite(t)
	office := site.As("office")
	send := func(base, want, not string) {
		form := webtest.Month("2024-06", webtest.FigureRow("nq02-3", base, "150", "310"))
		if r := office.Upload("/chi-tieu-cu-the", "", "", "", form...); r.Status != 303 {
			t.Fatalf("%d", r.Status)
		}
		r := office.Get("/chi-tieu-cu-the?thang=2024-06")
		if r.Want(t, 200, want); strings.Contains(r.Body, not) {
			t.Errorf("the page says %q", not)
		}
		now, err := site.App.Indicators(t.Context(), "", value.MustMonth("2024-06"))
		if err != nil || now.Saved["nq02-3"].Version != 1 {
			t.Errorf("version %d, %v", now.Saved["nq02-3"].Version, err)
		}
	}
	send("0", "Đã lưu 1 dòng số liệu", "không có gì thay đổi")
	send("1", "Số liệu không có gì thay đổi.", "Đã lưu")
}

// A sheet goes into the page, is looked at, and only then saved; what is wrong in it stands at its cell.
func TestReadSheet(t *testing.T) {
	site := webtest.OpenSite(t)
	office := site.As("office")
	read := func(field, content string, more ...string) webtest.Response {
		return office.Upload(
			"/chi-tieu-cu-the",
			field,
			"bảng.csv",
			content,
			append(webtest.Month("2024-06", more), "do", "read")...)
	}
	tests := []struct {
		name, field, content string
		more                 []string
		status               int
		shows                []string
	}{
		{
			"a file",
			"sheet",
			"Mã;Tử số;Mẫu số\nnq02-3;150;310\n",
			nil,
			200,
			[]string{"Đã đưa 1 dòng vào lưới, chưa lưu", `id="nq02-3.numerator" value="150"`, "48,39%"},
		},
		{
			"pasted",
			"",
			"",
			[]string{"paste", "Mã\tTử số\tMẫu số\nnq02-6\t2\t2\n"},
			200,
			[]string{`id="nq02-6.numerator" value="2"`},
		},
		{
			"what was typed beside it stays",
			"sheet",
			"Mã;Tử số;Mẫu số\nnq02-3;150;310\n",
			webtest.FigureRow("nq02-6", "0", "4", "5"),
			200,
			[]string{`id="nq02-6.numerator" value="4"`},
		},
		{
			"what is wrong in it",
			"sheet",
			"Mã;Tử số;Mẫu số\nnq02-3;mười;310\n",
			nil,
			422,
			[]string{"đã ghi “mười”", `id="nq02-3.numerator" value="mười"`},
		},
		{"no table", "", "", []string{"paste", "chào"}, 422, []string{"không thấy dòng tiêu đề", "chào</textarea>"}},
		{"nothing", "", "", nil, 422, []string{"tệp không có dòng dữ liệu nào"}},
	}
	for _, tt := range tests {
		r := read(tt.field, tt.content, tt.more...)
		if r.Status != tt.status {
			t.Errorf("%s: status %d, want %d", tt.name, r.Status, tt.status)
		}
		for _, s := range tt.shows {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(s)) {
				t.Errorf("%s: %q is not on the page", tt.name, s)
			}
		}
	}
	now, err := site.App.Indicators(t.Context(), "", value.MustMonth("2024-06"))
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := now.Figure("nq02-3"); !f.IsEmpty() {
		t.Errorf("reading a sheet saved %+v", f)
	}
}

// Evidence is kept although the form that brought it is refused, goes with the figure, and can be taken off again.
func TestIndicatorEvidence(t *testing.T) {
	site := webtest.OpenSite(t)
	office := site.As("office")
	refused := office.Upload(
		"/chi-tieu-cu-the",
		"nq02-6.file",
		`C:\Bảng "kê".csv`,
		"a;b",
		webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "3", "2"))...)
	_, rest, found := strings.Cut(refused.Body, `name="nq02-6.evidence" value="`)
	if refused.Status != 422 || !found {
		t.Fatalf("status %d, file kept: %v", refused.Status, found)
	}
	sha := rest[:64]
	if r := office.Get("/chi-tieu-cu-the/tai-lieu/" + sha); r.Status != 404 {
		t.Errorf("a file that no figure names is given out: %d", r.Status)
	}
	with := append(
		webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "2", "3")),
		"nq02-6.evidence",
		sha+"|Bảng kê.csv",
	)
	if r := office.Upload("/chi-tieu-cu-the", "", "", "", with...); r.Status != 303 {
		t.Fatalf("saved with %d", r.Status)
	}
	r := site.As("chairman").Get("/chi-tieu-cu-the/tai-lieu/" + sha)
	if r.Status != 200 || r.Body != "a;b" || r.Header.Get("Content-Type") != "application/octet-stream" ||
		!strings.HasPrefix(r.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("%d %q %v", r.Status, r.Body, r.Header)
	}
	if r := office.Upload("/chi-tieu-cu-the", "", "", "", append(webtest.Month("2024-06", webtest.FigureRow("nq02-6",
		"1", "2", "3")), "nq02-6.evidence", sha+"|Bảng kê.csv", "nq02-6.drop",
		sha+"|Bảng kê.csv")...); r.Status != 303 {
		t.Fatalf("taken off with %d", r.Status)
	}
	if r := office.Get("/chi-tieu-cu-the/tai-lieu/" + sha); r.Status != 404 {
		t.Errorf("a file that was taken off is given out: %d", r.Status)
	}
	if r := office.Upload("/chi-tieu-cu-the", "nq02-3.file", "leer.csv", "", webtest.Month("2024-06",
		webtest.FigureRow("nq02-3", "0", "1", "2"))...); r.Status != 422 ||
		!strings.Contains(r.Body, "rỗng") {
		t.Errorf("an empty file: %d", r.Status)
	}
}

// What was released is public, and nothing else of the indicators is.
func TestReleased(t *testing.T) {
	site := webtest.OpenSite(t)
	public, office := site.Visitor(), site.As("office")
	if r := public.Get("/chi-tieu-cong-khai"); r.Status != 200 || !strings.Contains(r.Body, "tháng 5/2024") ||
		!strings.Contains(r.Body, "171/301") {
		t.Errorf("the newest month: %d", r.Status)
	}
	for _, secret := range []string{"Theo sổ theo dõi", "tai-lieu", "Lê Thị Lan", "189/310"} {
		if r := public.Get("/chi-tieu-cong-khai"); strings.Contains(r.Body, secret) {
			t.Errorf("%q is public", secret)
		}
	}
	for address, want := range map[string]int{
		"?thang=2024-03": 200,
		"?thang=2024-06": 404,
		"?thang=2024-99": 400,
		"?thang=":        200,
	} {
		if r := public.Get("/chi-tieu-cong-khai" + address); r.Status != want {
			t.Errorf("%s: %d, want %d", address, r.Status, want)
		}
	}
	if r := office.Post("/chi-tieu-cu-the/cong-khai", "thang", "2024-06", "base", "0"); r.Status != 303 {
		t.Errorf("release: %d", r.Status)
	}
	office.Get("/chi-tieu-cu-the?thang=2024-06").Want(t, 200, "Đã công khai số liệu tháng 6/2024.")
	if r := office.Post("/chi-tieu-cu-the/cong-khai", "thang", "2024-06", "base", "1"); r.Status != 422 ||
		!strings.Contains(r.Body, "đã công khai; muốn sửa") {
		t.Errorf("released twice: %d", r.Status)
	}
	if r := public.Get("/"); !strings.Contains(r.Body, "Tháng 6/2024: 5/13 chỉ tiêu đạt") {
		t.Error("the first page does not say it")
	}
	if r := office.Post("/chi-tieu-cu-the/mo-lai", "thang", "2024-06", "base", "1", "reason", " "); r.Status != 422 ||
		!strings.Contains(r.Body, "Chưa ghi lý do") {
		t.Errorf("reopened without a reason: %d", r.Status)
	}
	if r := office.Post("/chi-tieu-cu-the/mo-lai", "thang", "2024-06", "base", "1", "reason", "nhầm"); r.Status != 303 {
		t.Errorf("reopened: %d", r.Status)
	}
	office.Get("/chi-tieu-cu-the?thang=2024-06").Want(t, 200, "Đã mở lại tháng 6/2024 để sửa.")
	old := office.Post("/chi-tieu-cu-the/cong-khai", "thang", "2024-06", "base", "1")
	old.Want(t, 409, "Người khác vừa lưu bản mới hơn", `name="base" value="2"`)
	if r := public.Get("/chi-tieu-cong-khai"); !strings.Contains(r.Body, "đang được văn phòng xem lại") ||
		strings.Contains(r.Body, "nhầm") {
		t.Error("a reopened month is not marked, or its reason is public")
	}
	if r := webtest.OpenEmptySite(t).Visitor().Get("/chi-tieu-cong-khai"); r.Status != 200 ||
		!strings.Contains(r.Body, "Chưa công khai số liệu tháng nào") {
		t.Errorf("a fresh installation: %d", r.Status)
	}
}
