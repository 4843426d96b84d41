package settings_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

func TestSettings(t *testing.T) {
	s := webtest.OpenSite(t)
	s.As("office").
		Get(page.SettingsPath).
		Want(t, http.StatusOK, "Người ký", "Võ Văn Tuấn", "Năm 2024", "48.248 đồng, từ 01/01/2024",
			"31.111 đồng, từ 01/7/2024",
			"Tỷ lệ cắt giảm chi phí tính trên mẫu số nào?", "Đợt đã bắt đầu giữ cách tính lúc bắt đầu", page.RulesPath)
	r := s.As("admin").Get(page.SettingsPath)
	r.Want(t, http.StatusOK, "Văn phòng sửa phần này.")
	if strings.Contains(r.Body, `href="`+page.RulesPath) {
		t.Error("the administrator is led to rules that only the office may edit")
	}
	fresh := webtest.OpenEmptySite(t)
	token, err := fresh.App.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := fresh.Visitor()
	c.Post(page.SetupPath, append(setupForm, "token", token)...)
	c.Get(page.SettingsPath).
		Want(t, http.StatusOK, "UBND xã An Bình", "Chưa ghi: in thành dòng chấm.", "Chưa ghi: in tên đơn vị.")
}

func TestSaveCommune_KeepsEverything(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	form := []string{
		"version",
		"1",
		"kind",
		"xã",
		"name",
		"Vĩnh Chấp",
		"signer",
		"Lê Thị Lan",
		"units",
		"Văn phòng\r\nĐịa chính",
		"inhabitants",
		"3.250",
	}
	office.Post(page.CommunePath, webtest.With(form, "name", "", "inhabitants", "ba nghìn")...).
		Want(t, http.StatusUnprocessableEntity, "Chưa ghi tên xã", "Phải là số nguyên", `value="ba nghìn"`,
			`value="Lê Thị Lan"`)
	if c, version, _ := s.App.Commune(t.Context()); version != 1 || c.Signer != "Võ Văn Tuấn" {
		t.Errorf("a refused form was stored: %+v", c)
	}
	if r := office.Post(page.CommunePath, form...); r.Status != http.StatusSeeOther ||
		r.Header.Get("Location") != page.SettingsPath {
		t.Fatal(r.Status, r.Body)
	}
	office.Get(page.SettingsPath).
		Want(t, http.StatusOK, "Đã lưu.", "Lê Thị Lan: “Võ Văn Tuấn” → “Lê Thị Lan”", "“3.200” → “3.250”")
	// somebody else began with version 1 as well
	r := s.As("admin").Post(page.CommunePath, webtest.With(form, "signer", "Phạm Quốc Anh")...)
	r.Want(
		t,
		http.StatusConflict,
		"Người khác vừa lưu bản mới hơn",
		"<td data-label=\"Đang lưu\">Lê Thị Lan</td><td data-label=\"Đã nhập\">Phạm Quốc Anh</td>",
		`value="Phạm Quốc Anh"`,
		`name="version" value="2"`,
	)
	if strings.Contains(r.Body, `<th scope="row">Các bộ phận</th>`) {
		t.Error("what is the same in both stands as a difference")
	}
	if c, _, _ := s.App.Commune(t.Context()); c.Signer != "Lê Thị Lan" {
		t.Error("saved over the other's edit")
	}
	if r := s.As("admin").Post(page.CommunePath, webtest.With(form, "signer", "Phạm Quốc Anh", "version",
		"2")...); r.Status != http.StatusSeeOther {
		t.Errorf("the second try from the new version: %d", r.Status)
	}
}

func TestSaveDays(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	office.Get(page.DaysPath).
		Want(t, http.StatusOK, "Ngày nghỉ và ngày làm bù năm 2024", `value="03/9/2024"`, `value="Quốc khánh"`,
			`value="04/5/2024"`, "30/4: Ngày Chiến thắng", "24/11: Ngày Văn hóa Việt Nam (đề xuất, từ năm 2026)")
	office.Get(page.DaysPath+"?nam=2025").Want(t, http.StatusOK, "năm 2025", `value="26/4/2025"`)
	office.Get(page.DaysPath+"?nam=xyz").Want(t, http.StatusBadRequest)
	form := []string{
		"version",
		"1",
		"days[0].date",
		"02/9/2024",
		"days[0].name",
		"Quốc khánh",
		"days[0].kind",
		"holiday",
		"days[1].date",
		"",
		"days[1].name",
		"",
		"days[1].kind",
		"holiday",
		"days[2].date",
		"17/8/2024",
		"days[2].name",
		"Làm bù 16/8",
		"days[2].kind",
		"workday",
	}
	for name, tt := range map[string]struct {
		change []string
		want   []string
	}{
		"no such day": {[]string{"days[0].date", "31/02/2024"}, []string{"“31/02/2024” không phải ngày",
			`value="31/02/2024"`, `href="#days%5B0%5D.date"`}},
		"twice": {[]string{"days[1].date", "2-9-2024", "days[1].name", "Quốc khánh"},
			[]string{"ngày 02/9/2024 có hai lần", `href="#days%5B1%5D.date"`}},
		"both kinds": {[]string{"days[2].date", "02/9/2024"}, []string{"có hai lần", `href="#days%5B2%5D.date"`}},
		"no name":    {[]string{"days[2].name", ""}, []string{"chưa ghi tên ngày", `href="#days%5B2%5D.name"`}},
		"no day":     {[]string{"days[0].date", ""}, []string{"chưa ghi ngày", `href="#days%5B0%5D.date"`}},
		"a working day": {[]string{"days[2].date", "14/8/2024"}, []string{"vốn là ngày làm việc",
			`href="#days%5B2%5D.date"`}},
		"another year": {[]string{"days[0].date", "02/9/2025"}, []string{"không thuộc năm 2024",
			`href="#days%5B0%5D.date"`}},
	} {
		r := office.Post(page.DaysPath+"?nam=2024", webtest.With(form, tt.change...)...)
		if r.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, r.Status)
		}
		for _, w := range append(tt.want, `value="17/8/2024"`)[:len(tt.want)] {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(w)) {
				t.Errorf("%s: no %q", name, w)
			}
		}
	}
	if h, _, _ := s.App.Holidays(t.Context()); len(h.Of(2024).Holidays) < 5 {
		t.Fatal("a refused table was stored")
	}
	if r := office.Post(page.DaysPath+"?nam=2024", form...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	h, _, _ := s.App.Holidays(t.Context())
	if y := h.Of(2024); len(y.Holidays) != 1 || len(y.Workdays) != 1 ||
		y.Workdays[0].Date != value.MustDate("2024-08-17") ||
		len(h.Of(2025).Holidays) == 0 {
		t.Errorf("%+v", y)
	}
	office.Get(page.DaysPath+"?nam=2024").Want(t, http.StatusOK,
		"Lê Thị Lan: thêm 02/9/2024 Quốc khánh (nghỉ), 17/8/2024 Làm bù 16/8 (làm bù); bỏ")
	office.Post(page.DaysPath+"?nam=2024", webtest.With(form, "days[0].name", "Lễ Quốc khánh")...).
		Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn", "02/9/2024 Quốc khánh (nghỉ)",
			"02/9/2024 Lễ Quốc khánh (nghỉ)", `name="version" value="2"`, `value="Lễ Quốc khánh"`)
}

// A yearly holiday that sources disagree on holds once the office confirms it, and no longer once that is taken back;
// the table of each year stays.
func TestConfirmHoliday(t *testing.T) {
	s := webtest.OpenSite(t)
	office, day := s.As("office"), value.MustDate("2026-11-24")
	works := func() bool {
		c, err := s.App.Calendar(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return c.IsWorking(day)
	}
	before, _, _ := s.App.Holidays(t.Context())
	office.Get(page.DaysPath+"?nam=2026").Want(t, http.StatusOK, "Chưa có hiệu lực", "Nghị quyết số 28/2026/QH16",
		"Xác nhận 24/11 là ngày nghỉ")
	if !works() {
		t.Fatal("a proposal had an effect")
	}
	form := []string{"version", "1", "yearly", "24/11/2026", "do", "xac-nhan"}
	for name, tt := range map[string]struct {
		change []string
		status int
	}{
		"no day":         {[]string{"yearly", "x"}, http.StatusUnprocessableEntity},
		"another day":    {[]string{"yearly", "25/11/2026"}, http.StatusNotFound},
		"an old version": {[]string{"version", "0"}, http.StatusConflict},
	} {
		r := office.Post(page.DaysPath+"?nam=2026", webtest.With(form, tt.change...)...)
		if r.Status != tt.status || !works() {
			t.Errorf("%s: %d, works %v", name, r.Status, works())
		}
	}
	if r := office.Post(page.DaysPath+"?nam=2026", form...); r.Status != http.StatusSeeOther || works() {
		t.Fatalf("%d, works %v", r.Status, works())
	}
	office.Get(page.DaysPath+"?nam=2026").Want(t, http.StatusOK, "Đã xác nhận là ngày nghỉ", "Bỏ xác nhận ngày 24/11",
		"thêm 24/11 hằng năm Ngày Văn hóa Việt Nam (nghỉ)")
	r := office.Post(page.DaysPath+"?nam=2026", webtest.With(form, "version", "2", "do", "bo-xac-nhan")...)
	if r.Status != http.StatusSeeOther || !works() {
		t.Fatalf("%d, works %v", r.Status, works())
	}
	after, _, err := s.App.Holidays(t.Context())
	if diff := cmp.Diff(before, after, cmpopts.EquateEmpty()); diff != "" || err != nil {
		t.Errorf("the table moved: %s %v", diff, err)
	}
}

func TestAddRate(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	form := []string{
		"version",
		"1",
		"from",
		"01/8/2024",
		"kind",
		"public",
		"rate",
		"50.000",
		"source",
		"Niên giám thống kê",
	}
	for name, tt := range map[string]struct {
		change []string
		want   string
	}{
		"half a đồng": {[]string{"rate", "48,5"}, "không phải số nguyên đồng"},
		"nothing":     {[]string{"rate", "0"}, "lớn hơn 0"},
		"no day":      {[]string{"from", "31/4/2024"}, "“31/4/2024” không phải ngày"},
		"no kind":     {[]string{"kind", ""}, "chọn TTHC hoặc"},
		"no source":   {[]string{"source", ""}, "chưa ghi căn cứ"},
		"known":       {[]string{"from", "01/01/2024", "rate", "48.248", "source", sourceOf(t, s)}, "đã có trong bảng"},
	} {
		r := office.Post(page.RatesPath, webtest.With(form, tt.change...)...)
		if r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(strings.ToLower(r.Body), strings.ToLower(tt.want)) {
			t.Errorf("%s: %d without %q", name, r.Status, tt.want)
		}
	}
	if r := office.Post(page.RatesPath, form...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	office.Get(page.RatesPath).
		Want(t, http.StatusOK, "50.000 đồng", "chưa đến ngày", "48.248 đồng", "đang áp dụng",
			"Lê Thị Lan: thêm mức 50.000 đồng")
	office.Post(page.RatesPath, webtest.With(form, "from", "01/9/2024")...).
		Want(t, http.StatusConflict, "Người khác vừa thêm một mức", `value="01/9/2024"`, `name="version" value="2"`)
}

func sourceOf(t *testing.T, s *webtest.Site) string {
	rates, _, err := s.App.Rates(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return rates[0].Source
}

func TestSaveRules(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	plan, version, err := s.App.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	v := string(rune('0' + version))
	form := []string{
		"version",
		v,
		"cost_denominator",
		"with_proposal",
		"amend",
		"never",
		"decentralise",
		"lighter",
		"deadline_day",
		"before",
		"percent_places",
		"2",
		"trim_zero",
		"no",
		"public_reviewed",
		"90,5",
		"posting_from",
		"signed",
		"posting_days",
		"3",
	}
	for name, change := range map[string][]string{"unknown": {"amend", "maybe"}, "above all": {"public_reviewed",
		"101"}, "words": {"public_reviewed", "hết"}, "places": {"percent_places", "7"},
		"no day to post": {"posting_days", "0"}, "days in words": {"posting_days", "năm"},
		"from nowhere": {"posting_from", "x"}} {
		if r := office.Post(page.RulesPath, webtest.With(form,
			change...)...); r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(r.Body, "Cần sửa") {
			t.Errorf("%s: %d", name, r.Status)
		}
	}
	if r := office.Post(page.RulesPath, form...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	threshold, err := value.ParseDecimal("90.5")
	if err != nil {
		t.Fatal(err)
	}
	if now, _, _ := s.App.Plan(t.Context(), ""); now.Rules != (review.Rules{CostDenominator: review.WithProposal,
		AmendNeverCounts: true, PublicReviewed: value.Known(threshold), PostingFromSigned: true,
		PostingDays: value.Known(3)}) ||
		now.Number != plan.Number {
		t.Errorf("%+v", now.Rules)
	}
	office.Get(page.RulesPath).
		Want(t, http.StatusOK, "“trên chi phí của toàn danh mục rà soát” → “trên chi phí của các TTHC có phương án”",
			`value="90,5"`, "Đợt đã bắt đầu")
	// the plan that the address names stays the one that is shown
	const named = "?ke-hoach=kh-29-2024"
	office.Get(page.SettingsPath+named).Want(t, http.StatusOK, `href="`+page.RulesPath+named+`"`)
	office.Get(page.RulesPath+named).Want(t, http.StatusOK, `action="`+page.RulesPath+named+`"`)
	again := webtest.With(form, "amend", "lighter", "version", strconv.Itoa(version+1))
	if r := office.Post(page.RulesPath+named, again...); r.Header.Get("Location") != page.SettingsPath+named {
		t.Errorf("%d to %s", r.Status, r.Header.Get("Location"))
	}
	office.Post(page.RulesPath, form...).
		Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn", "Sửa đổi, bổ sung có tính vào số TTHC")
}
