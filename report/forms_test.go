package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

func forms02(f ...report.Form02) report.Forms02 {
	return report.Forms02{
		Letterhead: report.Letterhead{Name: "UBND xã Vĩnh Chấp"},
		Forms:      f,
		Names: report.FormNames{
			Part:     func(p catalog.Part) string { return "Phần " + string(p) },
			Solution: func(s review.Solution) string { return "Giải pháp " + string(s) },
			Answer: func(a review.AnswerValue) string {
				if a == review.NotAnswered {
					return "–"
				}
				return string(a)
			},
		},
	}
}

// Circular 02/2017/TT-VPCP, article 25: the form's four parts in their order, each question with its answer, reason and
// measure (Forms02.Document); what nobody wrote is a dotted line or a dash.
func TestForms02_Article25(t *testing.T) {
	procedure := catalog.Procedure{Code: "1.001193", Name: "Đăng ký khai sinh", Field: "Hộ tịch", Law: []catalog.LegalBasis{{Number: "60/2014/QH13", Name: "Luật Hộ tịch"}, {Number: "123/2015/NĐ-CP"}}}
	first := review.Questions()[0]
	form := review.Form{
		StateGoals: []review.Goal{{
			Text:    "Quản lý dân cư",
			Changed: review.Answer{Value: review.No},
			Reached: review.Answer{Value: review.Yes, Reason: "Đủ số liệu"},
		}},
		Answers:  map[string]review.Answer{first.ID: {Value: review.Yes, Reason: "Luật định", Measure: "Giữ nguyên"}},
		Solution: "keep", SolutionNote: "không có cách khác",
		Contact:      review.Contact{Name: "Nguyễn Thị Hoa", Title: "Công chức"},
		Participants: []review.Participant{{Who: "05 hộ dân", How: "Phiếu hỏi", Date: on("2024-06-01"), Said: "Bớt bản sao"}, {Who: "Trưởng thôn", How: "Họp"}},
	}
	d := forms02(report.Form02{Procedure: procedure, Form: form, Begun: true}).Document()
	reporttest.CheckTables(t, d)
	if !d.Section {
		t.Error("the form has a letterhead")
	}
	headings := reporttest.Headings(d)
	var parts []string
	for _, h := range headings {
		if strings.HasPrefix(h, "I") {
			parts = append(parts, h)
		}
	}
	says(t, "parts", parts, "I. THÔNG TIN CHUNG", "II. SỰ CẦN THIẾT CỦA THỦ TỤC HÀNH CHÍNH",
		"III. RÀ SOÁT, ĐÁNH GIÁ TỪNG BỘ PHẬN CẤU THÀNH", "IV. THÔNG TIN LIÊN HỆ")
	says(t, "general", reporttest.Section(t, d, "I. THÔNG TIN CHUNG"),
		"1. Tên thủ tục hành chính: Đăng ký khai sinh (mã số: 1.001193).",
		"2. Lĩnh vực: Hộ tịch",
		"3. Văn bản quy định về thủ tục hành chính: Luật Hộ tịch số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP.",
		"4. Cơ quan thực hiện rà soát: UBND xã Vĩnh Chấp.",
	)
	says(t, "goals", reporttest.Section(t, d, "1. Mục tiêu cụ thể"),
		"a) Đối với quản lý nhà nước:",
		"Mục tiêu; lý do, nếu có | Có thay đổi? | Được đáp ứng?",
		"a.1. Quản lý dân cư | no | yes",
		"Lý do về đáp ứng: đủ số liệu.",
		"b) Bảo đảm quyền, nghĩa vụ, lợi ích hợp pháp của cá nhân, tổ chức:",
		"[mục tiêu bảo đảm quyền, nghĩa vụ, lợi ích hợp pháp của cá nhân, tổ chức]",
	)
	necessity := reporttest.Section(t, d, "2. Đánh giá sự cần thiết")
	want := "Lý do: luật định. Phương án xử lý: giữ nguyên."
	if necessity[1] != first.Text+" | yes" || necessity[2] != want || !strings.HasSuffix(necessity[3], " | –") {
		t.Errorf("necessity %q, want %q", necessity[1:], want)
	}
	says(t, "solution", reporttest.Section(t, d, "3. Giải pháp dự kiến"), "Giải pháp keep. không có cách khác.")
	says(t, "contact", reporttest.Section(t, d, "IV. THÔNG TIN LIÊN HỆ"),
		"Người điền: Nguyễn Thị Hoa; chức vụ: Công chức; điện thoại: [điện thoại người điền biểu mẫu]; thư điện tử: "+
			"[thư điện tử người điền biểu mẫu].",
		"- Đối tượng tham gia rà soát: 05 hộ dân: phiếu hỏi, ngày 01/6/2024; ý kiến: bớt bản sao.",
		"- Đối tượng tham gia rà soát: Trưởng thôn: họp.",
	)
	asked, sections := 0, []string{}
	for _, table := range reporttest.Tables(d) {
		if table.Name != "Câu hỏi" {
			continue
		}
		for _, row := range table.Rows {
			switch {
			case row[0].Cols == 0:
				asked++
			case !row[0].Italic: // a reason is no section
				sections = append(sections, row[0].Text)
			}
		}
	}
	if n := len(review.FormSections); len(sections) != n || sections[4] != "III.5. Phần time_limit" ||
		sections[3] != "III.4. Phần dossier, phần copies" {
		t.Errorf("sections %q", sections)
	}
	if asked != len(review.Questions()) {
		t.Errorf("%d of %d questions are printed", asked, len(review.Questions()))
	}
}

// Of what is not needed the parts are not weighed; of nothing there is one dotted line.
func TestForms02_edges(t *testing.T) {
	needless := review.Form{Answers: map[string]review.Answer{review.Necessity: {Value: review.No}}}
	d := forms02(report.Form02{Procedure: catalog.Procedure{Name: "Thừa"}, Form: needless}).Document()
	says(t, "parts", reporttest.Section(t, d, "III. RÀ SOÁT, ĐÁNH GIÁ TỪNG BỘ PHẬN CẤU THÀNH"),
		"Thủ tục không cần thiết nên không đánh giá từng bộ phận.")
	particulars, passages := d.Holes()
	says(t, "particulars", particulars, "lĩnh vực", "họ tên người điền biểu mẫu", "chức vụ người điền biểu mẫu",
		"điện thoại người điền biểu mẫu", "thư điện tử người điền biểu mẫu", "địa danh", "ngày ban hành",
		"tháng ban hành",
		"năm ban hành", "quyền hạn của người ký", "chức vụ của người ký", "họ tên người lập biểu", "họ tên người ký")
	if !slices.Contains(passages, "văn bản quy định về thủ tục") || !slices.Contains(passages, "giải pháp dự kiến") {
		t.Errorf("passages %q", passages)
	}
	_, passages = forms02().Document().Holes()
	says(t, "of none", passages, "thủ tục được rà soát")
}

// Several forms are folded away, each under its name with how far it is; one alone is not. What was answered in one act
// is said with who did it.
func TestForms02_folds(t *testing.T) {
	form, err := review.AnswerRest(review.Form{}, catalog.Procedure{}, "Trần Văn Minh", on("2024-07-15"))
	if err != nil {
		t.Fatal(err)
	}
	one := report.Form02{Procedure: catalog.Procedure{Code: "NB-01", Name: "Nghỉ phép"}, Form: form, Begun: true}
	none := report.Form02{Procedure: catalog.Procedure{Code: "NB-02", Name: "Công tác phí"}}
	count := func(forms ...report.Form02) (titles []string, ends int) {
		for _, b := range forms02(forms...).Document().Body {
			if f, is := b.(report.Fold); is && f.Title != "" {
				titles = append(titles, f.Title)
			} else if is {
				ends++
			}
		}
		return titles, ends
	}
	var headings [][]string
	for _, b := range forms02(one, none).Document().Body {
		if f, is := b.(report.Fold); is && f.Title != "" {
			headings = append(headings, f.Heading)
		}
	}
	if len(headings[0]) != 0 || !slices.Equal(headings[1], []string{
		"BIỂU MẪU RÀ SOÁT, ĐÁNH GIÁ THỦ TỤC HÀNH CHÍNH",
		report.ReferenceForm02,
	}) {
		t.Errorf("the forms begin with %q", headings)
	}
	all := strconv.Itoa(len(review.Questions()))
	titles, ends := count(one, none)
	says(t, "titles", titles, "NB-01 Nghỉ phép (đã trả lời "+all+"/"+all+" câu)", "NB-02 Công tác phí (chưa điền)")
	if alone, _ := count(one); ends != 2 || len(alone) != 0 {
		t.Errorf("%d ends of two, %d folds of one", ends, len(alone))
	}
	var act string
	for _, b := range forms02(one).Document().Body {
		if x, is := b.(report.Bullet); is && strings.Contains(x.Runs[0].Text, "trong một lần") {
			act = x.Runs[0].Text
		}
	}
	if act != all+" câu hỏi còn lại do Trần Văn Minh trả lời là đạt trong một lần, ngày 15/7/2024." {
		t.Errorf("the act is told as %q", act)
	}
}

// form03 is two rows before and one after, priced by review/cost.
func form03(t *testing.T) report.Form03 {
	t.Helper()
	row := func(task cost.Task, what string, hours value.Decimal, fees value.Money) cost.Row {
		return cost.Row{
			Task:            task,
			Activity:        what,
			Hours:           hours,
			HourlyRate:      24_000,
			Fees:            fees,
			TimesPerYear:    value.Whole(2),
			SubjectsPerYear: 10,
			Source:          cost.Survey,
		}
	}
	f := report.Form03{
		Code:   "NB-01",
		Name:   "Nghỉ phép hằng năm",
		Before: []cost.Row{row(cost.Submit, "Nộp đơn", value.Whole(1), 0), row(cost.Prepare, "Viết đơn", value.Whole(2), 5_000), row(cost.Prepare, "Sao giấy tờ", 5_000, 2_000)},
		After:  []cost.Row{row(cost.Prepare, "Viết đơn", value.Whole(1), 0)},
	}
	var err error
	if f.Priced, err = cost.Price(f.Before, f.After); err != nil {
		t.Fatal(err)
	}
	f.Saved = review.Standing{
		Before: value.Known(f.Priced.Before.AnnualTotal),
		After:  value.Known(f.Priced.After.AnnualTotal),
	}
	return f
}

func forms03(f ...report.Form03) report.Forms03 {
	return report.Forms03{
		Forms:  f,
		Task:   func(x cost.Task) string { return "Việc " + string(x) },
		Source: func(s cost.Source) string { return string(s) },
	}
}

// Circular 02/2017/TT-VPCP, article 27: rows stand below their group of work, each priced row by row, and the total is
// the sum of the rows (Forms03.Document).
func TestForms03_Article27(t *testing.T) {
	f := form03(t)
	d := forms03(f).Document()
	reporttest.CheckTables(t, d)
	says(t, "comparison", reporttest.Section(t, d, "So sánh chi phí trước và sau đơn giản hóa"),
		"STT | Mã | Tên thủ tục hành chính | Hiện tại | Sau đơn giản hóa | Tiết kiệm | Tỷ lệ (%)",
		"1 | NB-01 | Nghỉ phép hằng năm | 1.820.000 | 480.000 | 1.340.000 | 73,63",
	)
	before := reporttest.Section(t, d, "I. Chi phí thực hiện thủ tục hành chính hiện tại")
	says(t, "before", before[1:],
		"1 | Việc prepare",
		"1.1 | Viết đơn | 2 | 24.000 | 0 | 5.000 | 2 | 10 | 53.000 | 1.060.000 | survey",
		"1.2 | Sao giấy tờ | 0,5 | 24.000 | 0 | 2.000 | 2 | 10 | 14.000 | 280.000 | survey",
		"2 | Việc submit",
		"2.1 | Nộp đơn | 1 | 24.000 | 0 | 0 | 2 | 10 | 24.000 | 480.000 | survey",
		"Tổng số | 91.000 | 1.820.000",
	)
	for _, table := range reporttest.Tables(d) {
		if table.Total == nil {
			continue
		}
		for _, column := range []int{8, 9} {
			every := func([]report.Cell) bool { return true }
			if sum := value.Money(reporttest.Sum(t, table, column,
				every)).String(); sum != table.Total[column].Number.Plain {
				t.Errorf("%s, %s: rows come to %s, the total says %s", table.Name, table.Columns[column].Head, sum,
					table.Total[column].Number.Plain)
			}
		}
	}
	if !d.Annexes[0].Landscape || d.Annexes[0].Title != "Thủ tục “Nghỉ phép hằng năm” (mã số: NB-01)" {
		t.Errorf("annex %+v", d.Annexes[0].Title)
	}
}

// Circular 02/2017/TT-VPCP, article 27: a group of work keeps its number where those before it are empty, and each
// hourly rate is printed with its source.
func TestForms03_groups(t *testing.T) {
	f := form03(t)
	f.Name = "Thủ tục nghỉ phép"
	f.Before = f.Before[:1]
	f.Before[0].Task = cost.Receive
	f.Rates = []report.RateUsed{{Rate: 24_000, Source: "GDP bình quân đầu người năm 2022"}, {Rate: 30_000}}
	f.Author = "Nguyễn Thị Hoa"
	d := forms03(f).Document()
	if got := reporttest.Section(t, d, "I. Chi phí thực hiện thủ tục hành chính hiện tại"); got[1] !=
		"6 | Việc receive" || !strings.HasPrefix(got[2], "6.1 | ") {
		t.Errorf("the last group alone is numbered %q", got[1:])
	}
	after := reporttest.Section(t, d, "II. Chi phí thực hiện thủ tục hành chính sau đơn giản hóa")
	if want := "Mức thu nhập bình quân 01 giờ làm việc: 24.000 đồng (nguồn: GDP bình quân đầu người năm 2022); " +
		"30.000 đồng (nguồn: [nguồn của mức thu nhập bình quân])."; after[len(after)-1] != want {
		t.Errorf("rates %q, want %q", after[len(after)-1], want)
	}
	if title := d.Annexes[0].Title; title != "Thủ tục nghỉ phép (mã số: NB-01)" {
		t.Errorf("title %q", title)
	}
	signed, ok := d.Annexes[0].Body[len(d.Annexes[0].Body)-1].(report.Signatures)
	if !ok || signed.Author.Text != "Nguyễn Thị Hoa" {
		t.Errorf("signed %+v", signed)
	}
}

// Nothing worked out is a dash or a dotted line, never 0; what costs nothing afterwards says so without a table.
func TestForms03_unknown(t *testing.T) {
	abolished := form03(t)
	abolished.After, abolished.Saved.After = nil, value.Known[value.Money](0)
	unknown := report.Form03{Code: "NB-02", Name: "Mua sắm"}
	d := forms03(abolished, unknown).Document()
	reporttest.CheckTables(t, d)
	says(t, "comparison", reporttest.Section(t, d, "So sánh chi phí trước và sau đơn giản hóa")[1:],
		"1 | NB-01 | Nghỉ phép hằng năm | 1.820.000 | 0 | 1.820.000 | 100,00",
		"2 | NB-02 | Mua sắm | – | – | – | –",
	)
	says(t, "after", reporttest.Section(t, d, "II. Chi phí thực hiện thủ tục hành chính sau đơn giản hóa"),
		"Không lập bảng: chi phí sau đơn giản hóa là 0 đồng/năm.",
		"Mức thu nhập bình quân 01 giờ làm việc: [mức thu nhập bình quân và nguồn].")
	_, passages := d.Holes()
	says(t, "passages", passages, "bảng tính chi phí hiện tại", "chi phí sau đơn giản hóa")
	_, passages = forms03().Document().Holes()
	says(t, "of none", passages, "thủ tục được tính chi phí tuân thủ")
}
