package app

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/value"
)

// plainReport is a report as a page without its marks.
func plainReport(t *testing.T, a *App, o ReportOptions) string {
	t.Helper()
	o.Format = "docx"
	var b bytes.Buffer
	if err := a.Report(t.Context(), &b, o); err != nil {
		t.Fatalf("%s: %v", o.Kind, err)
	}
	return readWord(t, b.Bytes()).plain()
}

// openChecked is the demo with one proposal of each campaign that waits for its decision: 2.000815, and NB-03 too.
func openChecked(t *testing.T) *App {
	t.Helper()
	a := openDemo(t)
	all, err := a.store.Proposals(t.Context(), store.ProposalFilter{})
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, p := range all {
		if p.Members[0].Procedure == "NB-03" {
			step(t, a, officePerson, p.ID, review.Step{Action: review.ActionCheck})
			found++
		}
	}
	if found != 1 {
		t.Fatalf("%d proposals were checked", found)
	}
	return a
}

// The documents about the demo's proposals, word for word where it matters: who decides, on what, by which grounds, and
// the figures of the handbook's examples.
func TestProposalDocuments(t *testing.T) {
	a := openChecked(t)
	for _, tt := range []struct {
		name string
		o    ReportOptions
		says []string
		not  []string
	}{
		{"all proposals", ReportOptions{Kind: "proposals"}, []string{"Tổng hợp phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B năm 2024", "20.544.048", "2.437.344"}, []string{"Cấp tài khoản hệ thống thông tin"}},
		{"those on public procedures", ReportOptions{Kind: "proposals", Campaign: review.CampaignPublic}, []string{"77.893.240", "34.426.160", "43.467.080", "55,80"}, nil},
		{"the office asks the chairman", ReportOptions{Kind: "submission"}, []string{"VĂN PHÒNG HĐND VÀ UBND", "Chủ tịch Ủy ban nhân dân xã Vĩnh Chấp", "TTr-VP", "kính trình Chủ tịch UBND xã Vĩnh Chấp xem xét, quyết định", "CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ", "Lê Thị Lan", "phê duyệt phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B"}, []string{"TM. ỦY BAN NHÂN DÂN"}},
		{"the commune asks the district", ReportOptions{Kind: "submission", Campaign: review.CampaignPublic}, []string{"UBND huyện Vĩnh Linh", "TTr-UBND", "thông qua phương án đơn giản hóa thủ tục hành chính"}, []string{"VĂN PHÒNG"}},
		{"a decision that was taken", ReportOptions{Kind: "decision", Number: "45"}, []string{"QĐ-UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH CHẤP", "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;", "Quyết định số 1085/QĐ-TTg ngày 15 tháng 9 năm 2022 của Thủ tướng Chính phủ ban hành Kế hoạch rà soát", "của Ủy ban nhân dân huyện Vĩnh Linh về cải cách", "Như Điều 3", "của Chủ tịch UBND xã Vĩnh Chấp)", "Điều 1. Phê duyệt phương án", "Điều 3.", "Võ Văn Tuấn", "ngày 10 tháng 7 năm 2024"}, []string{"TM. ỦY BAN NHÂN DÂN", "Thông tư số 02/2017/TT-VPCP", "72/2025/QH15", "trạng thái", "Kết luận:", "Không có kiến nghị"}},
		{"on public procedures", ReportOptions{Kind: "decision", Campaign: review.CampaignPublic}, []string{"Thông tư số 02/2017/TT-VPCP", "Điều 1. Thông qua phương án", "xem xét, trình cơ quan có thẩm quyền sửa đổi, bổ sung"}, []string{"1085/QĐ-TTg"}},
		{"one cost table", ReportOptions{Kind: "form-03", Procedure: "1.004873"}, []string{"Chuẩn bị hồ sơ", "77.893.240", "34.426.160", "43.467.080 | 55,80", "10.132.080"}, []string{"1.001193"}},
		{"a table that nobody has begun", ReportOptions{Kind: "form-03", Procedure: "1.012812"}, []string{"(bảng tính chi phí hiện tại)", "(chi phí sau đơn giản hóa)"}, nil},
		{"a review form", ReportOptions{Kind: "form-02", Procedure: "1.004873"}, []string{"I. THÔNG TIN CHUNG", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "III. RÀ SOÁT, ĐÁNH GIÁ TỪNG BỘ PHẬN CẤU THÀNH", "Giấy tờ này có thật sự cần thiết", "UBND xã Vĩnh Chấp"}, nil},
		{"all review forms of a campaign", ReportOptions{Kind: "form-02", Campaign: review.CampaignInternalB}, []string{"NB-01", "NB-12"}, []string{"1.004873"}},
	} {
		text := plainReport(t, a, tt.o)
		for _, want := range tt.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", tt.name, want, text)
			}
		}
		for _, wrong := range tt.not {
			if strings.Contains(text, wrong) {
				t.Errorf("%s: %q does not belong there", tt.name, wrong)
			}
		}
	}
	for _, o := range []ReportOptions{{Kind: "form-02", Procedure: "9.999999"}, {Kind: "form-03", Procedure: "9.999999"}} {
		o.Format = "html"
		if err := a.Report(t.Context(), &bytes.Buffer{}, o); codeOf(err) != "procedure.not_listed" {
			t.Errorf("%s of a procedure on no list: %v", o.Kind, err)
		}
	}
	for _, o := range []ReportOptions{{Kind: "submission"}, {Kind: "decision"}, {Kind: "decision", Number: "46"}} {
		o.Format = "html"
		if err := openDemo(t).Report(t.Context(), &bytes.Buffer{}, o); codeOf(err) != "report.nothing_to_decide" {
			t.Errorf("%+v with nothing to decide: %v", o, err)
		}
	}
	if err := a.Report(t.Context(), &bytes.Buffer{}, ReportOptions{
		Kind:     "decision",
		Format:   "html",
		Campaign: "x",
	}); codeOf(err) != "campaign.unknown" {
		t.Errorf("a campaign that is none: %v", err)
	}
}

// A decision names the submission on which it was taken: the newest that went out until its day and asks for one of its
// procedures; before one went out, or after it was taken back, there are dots.
func TestDecision_Submission(t *testing.T) {
	a := openChecked(t)
	says := func(want string) {
		t.Helper()
		if text := plainReport(t, a, ReportOptions{Kind: "decision"}); !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	const dots = "Theo đề nghị của Văn phòng HĐND và UBND xã Vĩnh Chấp tại Tờ trình số ……/TTr-VP"
	says(dots)
	id, err := a.IssueReport(t.Context(), officePerson, ReportOptions{Kind: "submission", Number: "12", Date: DemoDay})
	if err != nil {
		t.Fatal(err)
	}
	says("tại Tờ trình số 12/TTr-VP ngày 15 tháng 7 năm 2024.")
	text := plainReport(t, a, ReportOptions{Kind: "decision", Number: "45"})
	if !strings.Contains(text, dots) {
		t.Errorf("a decision of five days before names it:\n%s", text)
	}
	public := ReportOptions{Kind: "submission", Campaign: review.CampaignPublic, Number: "13", Date: DemoDay}
	if _, err := a.IssueReport(t.Context(), officePerson, public); err != nil {
		t.Fatal(err)
	}
	public.Kind, public.Number = "decision", ""
	if text := plainReport(t, a, public); !strings.Contains(text, dots) {
		t.Errorf("what went to the superior is named as a submission to the chairman:\n%s", text)
	}
	if err := a.WithdrawReport(t.Context(), officePerson, id, "In sai"); err != nil {
		t.Fatal(err)
	}
	says(dots)
}

// What a decision saves is the sum over the procedures that it names, and its draft holds those that were checked
// alone.
func TestDecision_Sum(t *testing.T) {
	a := openDemo(t)
	in, err := a.gatherProposals(t.Context(), ReportOptions{}, "QĐ", nil)
	if err != nil {
		t.Fatal(err)
	}
	byDecision := map[string]value.Money{}
	for _, s := range in.Standings {
		if n := requestDigits(s.Review.Decision.Number); n != "" {
			byDecision[n] += s.Before.Or(0) - s.After.Or(0)
		}
	}
	if len(byDecision) == 0 {
		t.Fatal("the demo has no decision")
	}
	for number, saved := range byDecision {
		text := plainReport(t, a, ReportOptions{Kind: "decision", Number: number})
		if want := "tiết kiệm theo phương án " + vietMoney(saved) + "/năm"; !strings.Contains(text, want) {
			t.Errorf("decision %s does not say %q:\n%s", number, want, text)
		}
	}
}

// A decision that was taken prints what it decided as it was decided, whatever became of it and whenever it is printed;
// nothing that was sent upward stands where it does by that decision.
func TestDecision_asDecided(t *testing.T) {
	a := openDemo(t)
	number := ReportOptions{Kind: "decision", Number: "45"}
	first := plainReport(t, a, number)
	taken := proposalOn(t, a, "NB-02")
	summary := func(day string) string {
		return plainReport(t, a, ReportOptions{
			Kind:     "review-summary",
			Campaign: review.CampaignInternalB,
			Date:     value.MustDate(day),
		})
	}
	if text := summary("2024-07-15"); !strings.Contains(text, "theo Quyết định số 45/QĐ-UBND") {
		t.Errorf("the summary does not name the decision:\n%s", text)
	}
	same := func(when string, o ReportOptions) {
		t.Helper()
		if again := plainReport(t, a, o); again != first {
			t.Errorf("%s, decision 45 says\n%s\nand said\n%s", when, again, first)
		}
	}
	earlier := number
	earlier.Date = value.MustDate("2024-07-05")
	same("of another day", earlier)
	step(t, a, tuan, taken.ID, review.Step{Action: review.ActionForward, Note: "UBND huyện"})
	same("after it was sent upward", number)
	if text := summary("2024-07-15"); strings.Contains(text, "kiến nghị cấp trên theo Quyết định") {
		t.Errorf("sent upward by the decision:\n%s", text)
	}
	step(t, a, tuan, taken.ID, review.Step{Action: review.ActionReturn, Note: "Làm lại"})
	step(t, a, hoa, taken.ID, review.Step{Action: review.ActionReopen})
	p, err := a.store.Proposal(t.Context(), taken.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.SaveCosts(t.Context(), hoa, p.ID, p.Version, "NB-02", []cost.Row{costRow("1")},
		[]cost.Row{costRow("0.5")}); err != nil {
		t.Fatal(err)
	}
	same("after it was written anew", number)
}

// proposalOn is the proposal on a procedure.
func proposalOn(t *testing.T, a *App, code catalog.Code) review.Proposal {
	t.Helper()
	all, err := a.store.Proposals(t.Context(), store.ProposalFilter{})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(p review.Proposal) bool { return p.Members[0].Procedure == code })
	if i < 0 {
		t.Fatalf("no proposal on %s", code)
	}
	return all[i]
}

// vietMoney is a sum in a document, worked out apart from the program's own writer.
func vietMoney(m value.Money) string { return dotted(int64(m)) + " đồng" }
