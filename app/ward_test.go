package app

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// wardCampaigns are the lists and reviews of a ward of 2026, in no word of which a commune, a district or its office
// stands.
var wardCampaigns = []string{`{"plan": "kh-15-2026", "campaign": "internal-b",
 "procedures": [{"code": "NB-01", "name": "Giải quyết nghỉ phép hằng năm", "kind": "internal", "group": "B", "field": "Tổ chức cán bộ"},
  {"code": "NB-02", "name": "Thanh toán công tác phí", "kind": "internal", "group": "B", "field": "Tài chính"},
  {"code": "NB-03", "name": "Cấp lại thẻ công chức", "kind": "internal", "group": "B", "field": "Tổ chức cán bộ"}],
 "reviews": [{"procedure": "NB-01", "conclusion": "cut", "status": "checked", "decided": "2026-06-10",
   "measures": [{"kind": "cut_step", "part": "steps", "content": "Bỏ bước xin ý kiến bằng văn bản", "reason": "Duyệt trên hệ thống"}],
   "amendments": [{"document": "Quy chế làm việc", "article": "khoản 2 Điều 12", "request": "Bỏ bước xin ý kiến", "by": "Tổ nhân sự", "due": "2026-07-31"}],
   "before": [{"task": "prepare", "activity": "Viết đơn", "hours": "1", "hourly_rate": 33638, "subjects_per_year": 60}],
   "after": [{"task": "prepare", "activity": "Gửi đơn", "hours": "0.5", "hourly_rate": 33638, "subjects_per_year": 60}]},
  {"procedure": "NB-02", "conclusion": "keep", "status": "checked", "decided": "2026-06-10"},
  {"procedure": "NB-03", "conclusion": "abolish", "status": "approved", "decided": "2026-05-20", "decision": {"number": "21/QĐ-UBND", "date": "2026-05-20"},
   "measures": [{"kind": "abolish", "content": "Bãi bỏ thủ tục", "reason": "Không còn phát sinh"}],
   "before": [{"task": "prepare", "activity": "Viết đơn", "hours": "1", "hourly_rate": 33638, "subjects_per_year": 5}]}]}`,
	`{"plan": "kh-15-2026", "campaign": "public",
 "procedures": [{"code": "9.000001", "name": "Thủ tục cấp giấy xác nhận", "kind": "public", "field": "Hộ tịch"},
  {"code": "9.000002", "name": "Đăng ký nhận con", "kind": "public", "field": "Hộ tịch"}],
 "reviews": [{"procedure": "9.000001", "conclusion": "amend", "status": "checked", "decided": "2026-06-10",
   "measures": [{"kind": "shorten_time", "part": "time_limit", "content": "Trả kết quả trong ngày", "reason": "Dữ liệu có sẵn"}],
   "amendments": [{"document": "Nghị định số 123/2015/NĐ-CP", "article": "Điều 22", "request": "Rút ngắn thời hạn", "by": "Chính phủ"}]}]}`}

// openWard is a ward of 2026 with a centre for public services, its own plan, lists and reviews.
func openWard(t *testing.T) *App {
	t.Helper()
	now := func() time.Time { return value.MustDate("2026-06-19").Start().Add(8 * time.Hour) }
	a, err := openAt(t.Context(), startingContent.Copy(t), now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	token, err := a.OpenSetup(t.Context())
	must(err)
	setup := sampleSetup
	setup.Commune = Commune{
		Kind: "phường", Name: "Cao Lãnh", Superior: "UBND tỉnh Đồng Tháp", Addressee: "Sở Tư pháp tỉnh Đồng Tháp",
		Symbol:   "UBND",
		Capacity: "TM. ỦY BAN NHÂN DÂN", SignTitle: "CHỦ TỊCH", Signer: "Trần Thị Mai",
		ControlUnit: "Trung tâm Phục vụ hành chính công", ControlSymbol: "TTPVHCC", ControlTitle: "GIÁM ĐỐC",
		ControlSigner: "Lê Văn Bảo",
	}
	_, err = a.FinishSetup(t.Context(), token, setup)
	must(err)
	first, err := a.FirstPlan(t.Context(), officePerson, StartEmpty, review.Plan{}, 2026)
	must(err)
	day := value.MustDate
	_, err = a.BeginPlan(t.Context(), officePerson, first, func(p *review.Plan) {
		p.Number, p.Date, p.Title = "15/KH-UBND", day("2026-01-12"), "Cải cách thủ tục hành chính năm 2026"
		for i := range p.Campaigns {
			p.Campaigns[i].Due, p.Campaigns[i].HandIn = day("2026-08-10"), day("2026-07-20")
		}
		for _, m := range []review.Metric{review.Reviewed, review.Number, review.Cost} {
			p.Targets = append(p.Targets, review.Target{Campaign: review.CampaignInternalB, Metric: m,
				Threshold: value.Whole(30), Deadline: day("2026-08-10")})
		}
		p.Duties = []review.Duty{{ID: "D1", Title: "Báo cáo kết quả thực hiện", Source: "IV", Monthly: 15,
			Owner: "Trung tâm", To: "UBND tỉnh Đồng Tháp"}}
		p.Tasks = []review.Task{{ID: "N1", Text: "Số hóa hồ sơ", Source: "III.2", Owner: "Trung tâm"}}
		p.Groups = []review.Group{{ID: "NQ 66", Name: "Chỉ tiêu giao tại Nghị quyết số 66/NQ-CP"}}
		p.Indicators = []review.Indicator{{Number: "1", Group: "NQ 66", Name: "Tỷ lệ hồ sơ trực tuyến", Unit: "%",
			Target:     value.Whole(80),
			Comparator: review.AtLeast, Lead: "Trung tâm", Numerator: "số hồ sơ trực tuyến",
			Denominator: "tổng số hồ sơ"}}
	})
	must(err)
	for _, file := range wardCampaigns {
		doc, err := a.Import(t.Context(), []Upload{{Name: "dot.json", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(file)), nil
		}}}, ImportOptions{Format: "campaign"})
		if must(err); !doc.OK() {
			t.Fatalf("%+v", doc.Files[0].Errors)
		}
	}
	return a
}

// foreignWords are those that no paper of such a ward says of itself: a commune, a district, an office that it has not.
var foreignWords = regexp.MustCompile(`(?i)(^|[^\p{L}])(xã|huyện|văn phòng|vp)($|[^\p{L}])`)

// sayingOf is the first words around a foreign one. Names of others, of the country, of the level in the titles of the
// catalogue (a ward is of "cấp xã" too) are not counted.
func sayingOf(text string) string {
	text = strings.NewReplacer("Văn phòng Chính phủ", "", "TT-VPCP", "", "XÃ HỘI CHỦ NGHĨA", "", "xã hội", "",
		"cấp xã", "").Replace(text)
	at := foreignWords.FindStringIndex(text)
	if at == nil {
		return ""
	}
	return strings.ToValidUTF8(text[max(0, at[0]-60):min(len(text), at[1]+60)], "")
}

// Every kind of document of a ward of 2026 with a centre for public services: none says "xã", "huyện", "Văn phòng", and
// what the ward is, who keeps procedure control and who signs stand where they belong.
func TestWard_everyKind(t *testing.T) {
	a := openWard(t)
	texts := map[string]string{}
	for _, kind := range report.Kinds {
		for _, campaign := range []review.CampaignID{review.CampaignInternalB, review.CampaignPublic} {
			o := ReportOptions{Kind: string(kind), Campaign: campaign, Month: value.MustMonth("2026-06")}
			texts[string(kind)+" "+string(campaign)] = plainReport(t, a, o)
			o.Format = "html"
			var page bytes.Buffer
			if err := a.Report(t.Context(), &page, o); err != nil {
				t.Fatal(err)
			}
			_, body, _ := strings.Cut(page.String(), "<body")
			texts[string(kind)+" "+string(campaign)+" as a page"] = body
		}
	}
	texts["decision taken"] = plainReport(t, a, ReportOptions{Kind: "decision", Number: "21"})
	touches := map[review.TouchKind]string{review.TouchAmend: "9.000001"}
	id, err := a.RecordAnnouncement(t.Context(), anOffice, AnnouncementOrder{Lists: touches,
		Announcement: review.Announcement{
			Number: "812/QĐ-UBND", Date: value.MustDate("2026-06-10"), Received: value.MustDate("2026-06-12"),
			Issuer: "Chủ tịch UBND tỉnh Đồng Tháp", Title: "Công bố thủ tục hành chính được sửa đổi",
		}})
	if err != nil {
		t.Fatal(err)
	}
	var posting bytes.Buffer
	if err := a.PostingList(t.Context(), anOffice, &posting, id); err != nil {
		t.Fatal(err)
	}
	texts["posting list"] = readWord(t, posting.Bytes()).plain()
	for name, text := range texts {
		if said := sayingOf(text); said != "" {
			t.Errorf("%s says …%s…", name, said)
		}
	}
	for name, want := range map[string][]string{
		"decision internal-b": {
			"CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG CAO LÃNH", "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
			"Theo đề nghị của Trung tâm Phục vụ hành chính công phường Cao Lãnh tại Tờ trình số ……/TTr-TTPVHCC",
			"1. Tổ nhân sự soạn thảo, trình ban hành văn bản sửa đổi khoản 2 Điều 12 Quy chế làm việc: bỏ bước xin ý kiến",
			"Người đứng đầu Trung tâm Phục vụ hành chính công phường Cao Lãnh", "- Như Điều 3;", "- Lưu: VT, TTPVHCC.",
			"của Chủ tịch UBND phường Cao Lãnh)",
		},
		"decision public":       {"kiến nghị UBND tỉnh Đồng Tháp xem xét", "của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn"},
		"submission internal-b": {"UBND PHƯỜNG CAO LÃNH", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "TTr-TTPVHCC", "GIÁM ĐỐC", "Lê Văn Bảo", "kính trình Chủ tịch UBND phường Cao Lãnh xem xét, quyết định./."},
		"submission public":     {"UBND phường Cao Lãnh kính trình UBND tỉnh Đồng Tháp xem xét, quyết định./.", "TTr-UBND", "Trần Thị Mai"},
		"review-plan public":    {"công chức gửi kết quả về Trung tâm Phục vụ hành chính công phường Cao Lãnh"},
	} {
		for _, words := range want {
			if !strings.Contains(texts[name], words) {
				t.Errorf("%s: no %q in\n%s", name, words, texts[name])
			}
		}
	}
	if gone := []string{"1085/QĐ-TTg", "77/2015/QH13", "198/KH-UBND", "46/KH-UBND"}; slices.ContainsFunc(gone,
		func(n string) bool { return strings.Contains(texts["decision internal-b"], n) }) {
		t.Error("the decision rests on what is out of force")
	}
}
