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
	"rasoat/value"
)

// tableNamed is the table of a name; the test fails where there is none.
func tableNamed(t *testing.T, d report.Document, name string) report.Table {
	t.Helper()
	tables := reporttest.Tables(d)
	i := slices.IndexFunc(tables, func(x report.Table) bool { return x.Name == name })
	if i < 0 {
		t.Fatalf("no table %q", name)
	}
	return tables[i]
}

func everyRow([]report.Cell) bool { return true }

// addsUp fails where a column of numbers does not come to what the row of totals says.
func addsUp(t *testing.T, table report.Table, pick func([]report.Cell) bool) {
	t.Helper()
	summed := 0
	for i, cell := range table.Total {
		if cell.Number.Unit != report.Count && cell.Number.Unit != report.Dong {
			continue
		}
		summed++
		if sum := strconv.FormatInt(reporttest.Sum(t, table, i, pick), 10); sum != cell.Number.Plain {
			t.Errorf("%s, %s: rows come to %s, the total says %s", table.Name, table.Columns[i].Head, sum,
				cell.Number.Plain)
		}
	}
	if summed == 0 {
		t.Errorf("%s has no totals", table.Name)
	}
}

// Every total is the sum of its rows: of the counts by field, of the costs, of the year.
func TestTotals(t *testing.T) {
	summary := reporttest.ExampleD(t).Document()
	reporttest.CheckTables(t, summary)
	addsUp(t, tableNamed(t, summary, "Phụ lục I.1"), everyRow)
	addsUp(t, tableNamed(t, summary, "Phụ lục III.1"), everyRow)

	tally := func(n int, saved value.Money) review.Tally {
		return review.Tally{Assigned: n, Done: n - 1, OnTime: n - 2, Late: 1, Returned: n / 2, Saved: saved}
	}
	plus := func(a, b review.Tally) review.Tally {
		return review.Tally{
			Assigned: a.Assigned + b.Assigned,
			Done:     a.Done + b.Done,
			OnTime:   a.OnTime + b.OnTime,
			Late:     a.Late + b.Late,
			Undated:  a.Undated + b.Undated,
			Returned: a.Returned + b.Returned,
			Saved:    a.Saved + b.Saved,
		}
	}
	a, b, c := tally(5, 1_200_000), tally(3, -50_000), tally(2, 0)
	year := report.Year{
		Plan:  review.Plan{Number: "29/KH-UBND", Year: 2024},
		Whole: true,
		Shown: func(o string) string { return o },
		Table: review.YearTable{
			AsOf: on("2024-12-31"),
			Units: []review.YearUnit{
				{Unit: "Văn phòng", Tally: plus(a, b), Officers: []review.YearOfficer{{Officer: "Lan", Tally: a}, {Officer: "Minh", Tally: b}}},
				{Unit: "Tư pháp", Tally: c, Officers: []review.YearOfficer{{Officer: "Hoa", Tally: c}}},
			},
			Total: plus(plus(a, b), c),
		},
	}
	sheet := year.Document()
	reporttest.CheckTables(t, sheet)
	table := tableNamed(t, sheet, "Tổng hợp năm 2024")
	addsUp(t, table, func(row []report.Cell) bool { return row[0].Bold })  // units
	addsUp(t, table, func(row []report.Cell) bool { return !row[0].Bold }) // people
}

// Handbook §6.1: the report on a review by its parts; the annexes carry the figures, people the judgement.
func TestReviewSummary_sections(t *testing.T) {
	d := reporttest.ExampleD(t).Document()
	says(t, "headings", reporttest.Headings(d),
		"I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
		"II. KẾT QUẢ RÀ SOÁT, ĐÁNH GIÁ",
		"1. Rà soát thủ tục hành chính nội bộ nhóm B",
		"2. Tổng hợp, phương án và chi phí tuân thủ",
		"III. ĐÁNH GIÁ CHUNG",
		"1. Kết quả đạt được",
		"2. Tồn tại, hạn chế",
		"3. Nguyên nhân",
		"IV. KIẾN NGHỊ, ĐỀ XUẤT",
	)
	says(t, "campaign", reporttest.Section(t, d, "1. Rà soát thủ tục hành chính nội bộ nhóm B"),
		"Danh mục rà soát có 12 thủ tục; đã rà soát 12 thủ tục. Kết luận: abolish 1; cut 2; amend 0; merge 0; "+
			"decentralise 0; keep 9.",
		"- Tỷ lệ thủ tục được rà soát: 100,00% (12/12 thủ tục); chỉ tiêu 100%: đạt.",
		"- Tỷ lệ số lượng thủ tục được cắt giảm, đơn giản hóa: 25,00% (3/12 thủ tục); chỉ tiêu 20%: đạt.",
		"- Tỷ lệ chi phí tuân thủ được cắt giảm, tính listed: 18,60% (20.974.080/112.787.888 đồng/năm); chỉ tiêu 20%: "+
			"chưa đạt, còn phải cắt giảm thêm 1.583.498 đồng/năm.",
		"- Để tham khảo, theo cách tính khác, with_proposal: 86,00% (20.974.080/24.387.888 đồng/năm), đạt.",
	)
	says(t, "annex II", reporttest.Section(t, d, "1. Thủ tục “Nghỉ phép hằng năm” (mã số: NB-01)"),
		"Phương án đã được phê duyệt theo Quyết định số 45/QĐ-UBND ngày 20 tháng 7 năm 2024.")
	for _, a := range d.Annexes[:1] {
		if !a.Landscape {
			t.Errorf("%s lies across its page", a.Title)
		}
	}
	_, passages := d.Holes()
	for _, want := range []string{"kết quả đạt được", "tồn tại, hạn chế", "nguyên nhân", "kiến nghị với cơ quan cấp trên"} {
		if !slices.Contains(passages, want) {
			t.Errorf("%q is not left to people: %q", want, passages)
		}
	}
}

func proposed(t *testing.T) report.Proposed {
	t.Helper()
	whole := reporttest.ExampleD(t)
	c := whole.Campaigns[0]
	in := report.Proposed{
		Letterhead: whole.Letterhead,
		Number:     "45",
		Date:       whole.Date,
		Superior:   "UBND huyện Vĩnh Linh",
		Plan:       whole.Plan,
		Campaign:   c.Plan,
		Names:      whole.Names,
		Grounds: []review.Ground{
			{Type: "Luật", Number: "77/2015/QH13", Title: "Tổ chức chính quyền địa phương"},
			{Type: "Nghị định", Number: "63/2010/NĐ-CP", Date: on("2010-06-08"), Issuer: "Chính phủ", Title: "về kiểm soát thủ tục hành chính"},
			{Type: "Quyết định", Number: "1085/QĐ-TTg", Issuer: "Thủ tướng Chính phủ", Title: "Ban hành Kế hoạch rà soát"},
		},
	}
	for _, s := range c.Standings {
		if s.Review != nil && s.Review.Conclusion != review.Keep {
			in.Standings = append(in.Standings, s)
		}
	}
	var err error
	if in.Costs, err = review.CostLines(in.Standings, review.Proposed); err != nil {
		t.Fatal(err)
	}
	if in.Decided, err = review.CostLines(in.Standings, review.Granted); err != nil {
		t.Fatal(err)
	}
	in.Shares = c.Shares
	return in
}

// asPublic is the same about public procedures, on which the commune asks others to decide.
func asPublic(in report.Proposed) report.Proposed {
	in.Campaign.ID = review.CampaignPublic
	in.Standings = slices.Clone(in.Standings)
	for i := range in.Standings {
		in.Standings[i].Item.Kind, in.Standings[i].Item.Group = catalog.Public, ""
	}
	return in
}

func texts(blocks []report.Block) (out []string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			out = append(out, report.Plain(b.Runs))
		case report.Bullet:
			out = append(out, "- "+report.Plain(b.Runs))
		case report.Dotted:
			out = append(out, "["+b.What+"]")
		}
	}
	return out
}

// Decree 30/2020/NĐ-CP, appendix I (Proposed.Decision): authority, grounds in italics ending in semicolons and a full
// stop, QUYẾT ĐỊNH, three articles; the chairman signs by the office.
func TestDecision_appendixI(t *testing.T) {
	d := proposed(t).Decision()
	body := texts(d.Body)
	if body[0] != "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH CHẤP" {
		t.Errorf("authority %q", body[0])
	}
	at := slices.Index(body, "QUYẾT ĐỊNH:")
	if at < 2 {
		t.Fatalf("no decision in %q", body)
	}
	for i, ground := range body[1:at] {
		end := ";"
		if i == at-2 {
			end = "."
		}
		if !strings.HasPrefix(ground, "Căn cứ ") && !strings.HasPrefix(ground, "Theo đề nghị ") ||
			!strings.HasSuffix(ground, end) {
			t.Errorf("ground %d: %q", i+1, ground)
		}
		if !d.Body[1+i].(report.Paragraph).Runs[0].Italic {
			t.Errorf("ground %d is not slanted", i+1)
		}
	}
	isOther := func(s string) bool { return !strings.HasPrefix(s, "Điều ") }
	articles := slices.DeleteFunc(slices.Clone(body[at+1:]), isOther)
	if len(articles) != 3 || articles[0] != body[at+1] || articles[2] != body[len(body)-1] {
		t.Errorf("articles %q", articles)
	}
	for i, a := range articles {
		if !strings.HasPrefix(a, "Điều "+strconv.Itoa(i+1)+". ") {
			t.Errorf("article %d: %q", i+1, a)
		}
	}
	if got := report.Plain(d.RecipientLines()[0]); got != "- Như Điều 3;" {
		t.Errorf("whoever carries it out gets it: %q", got)
	}
	if got := report.Plain(d.Attached()); !strings.HasSuffix(got, " của Chủ tịch UBND xã Vĩnh Chấp)") {
		t.Errorf("attached to %q", got)
	}
	above, _ := d.Letterhead.SignatureLines()
	if len(above) != 1 || report.Plain(above[0]) != "CHỦ TỊCH" {
		t.Errorf("signed for %v", above)
	}
	if d.Addressees != nil {
		t.Errorf("a decision is addressed to %q", d.Addressees)
	}
	if len(d.Annexes) != 2 || d.AnnexLabel(1) != "Phụ lục II" {
		t.Errorf("%d annexes", len(d.Annexes))
	}
	reporttest.CheckTables(t, d)
	costs := tableNamed(t, d, "Phụ lục II.1")
	for _, row := range costs.Rows {
		if note := row[len(row)-1].Text; note != "" {
			t.Errorf("the decision says of its own row %q", note)
		}
	}
	addsUp(t, costs, everyRow)
}

// Plan 29/KH-UBND, III.1(b) (Proposed.Submission): on internal procedures the office asks the chairman, on public ones
// the commune its superior; the opinion of whoever checked is a dotted line.
func TestSubmission_who(t *testing.T) {
	in := proposed(t)
	for _, tt := range []struct {
		name                                   string
		of                                     report.Proposed
		issuer, addressee, symbol, asks, signs string
	}{
		{"internal", in, "VĂN PHÒNG HĐND VÀ UBND", "Chủ tịch Ủy ban nhân dân xã Vĩnh Chấp", "TTr-VP",
			"Văn phòng HĐND và UBND xã Vĩnh Chấp kính trình Chủ tịch UBND xã Vĩnh Chấp xem xét, quyết định./.", "CHÁNH VĂN PHÒNG Lê Thị Lan"},
		{"public", asPublic(in), "ỦY BAN NHÂN DÂN|XÃ VĨNH CHẤP", "UBND huyện Vĩnh Linh", "BC-UBND",
			"UBND xã Vĩnh Chấp kính trình UBND huyện Vĩnh Linh xem xét, quyết định./.", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Võ Văn Tuấn"},
	} {
		d := tt.of.Submission()
		if body := texts(d.Body); body[len(body)-1] != tt.asks {
			t.Errorf("%s: it ends %q", tt.name, body[len(body)-1])
		}
		signed := ""
		above, name := d.Letterhead.SignatureLines()
		for _, line := range append(above, []report.Run{name}) {
			signed += " " + report.Plain(line)
		}
		if signed != " "+tt.signs {
			t.Errorf("%s is signed %q", tt.name, signed)
		}
		var issuer []string
		for _, line := range d.Letterhead.IssuerLines() {
			issuer = append(issuer, report.Plain(line))
		}
		if got := strings.Join(issuer, "|"); got != tt.issuer || d.Addressees[0] != tt.addressee ||
			d.Letterhead.NumberSuffix != tt.symbol {
			t.Errorf("%s: %s to %q under %s", tt.name, got, d.Addressees, d.Letterhead.NumberSuffix)
		}
		if _, passages := d.Holes(); !slices.Contains(passages, "ý kiến thẩm tra") {
			t.Errorf("%s: nobody is asked for an opinion: %q", tt.name, passages)
		}
	}
	in.Letterhead = report.Letterhead{}
	if particulars, _ := in.Submission().Holes(); !slices.Contains(particulars, "cơ quan nhận báo cáo") {
		t.Errorf("an unknown commune's chairman is named: %q", particulars)
	}
}

// Circular 02/2017/TT-VPCP, article 27 (Proposed.List): what the proposals cost and save stands in the sentence and in
// the annex; without tables nothing is said of it.
func TestProposedList_costs(t *testing.T) {
	in := proposed(t)
	d := in.List()
	reporttest.CheckTables(t, d)
	total := tableNamed(t, d, "Phụ lục II.1").Total
	sentence := texts(d.Body)[0]
	for _, i := range []int{3, 5} { // before, saved
		if !strings.Contains(sentence, total[i].Text+" đồng/năm") {
			t.Errorf("the annex says %s, the letter %q", total[i].Text, sentence)
		}
	}
	in.Costs, in.Decided = review.CostTable{}, review.CostTable{}
	if sentence := texts(in.List().Body)[0]; strings.Contains(sentence, "chi phí") ||
		!strings.Contains(sentence, "03 thủ tục.") {
		t.Errorf("without tables it says %q", sentence)
	}
}

// Plan 29/KH-UBND, III.1(b) (InternalList.Document, Additions.Document): a part that is known not to exist says so, one
// of which nothing is known is a dotted line; every procedure is counted once.
func TestProcedureContents(t *testing.T) {
	procedure := catalog.Procedure{
		Code:  "NB-01",
		Name:  "Nghỉ phép hằng năm",
		Group: catalog.GroupB,
		Steps: []catalog.Step{{Text: "Gửi đơn."}},
		None:  []catalog.Part{catalog.PartFees},
	}
	part := func(p catalog.Part) string { return "Phần " + string(p) }
	list := report.InternalList{AsOf: on("2024-07-15"), Holding: []catalog.Procedure{procedure}, Part: part}.Document()
	request := report.Additions{Items: []report.AddedProcedure{{Procedure: procedure}}, Part: part}.Document()
	for name, d := range map[string]report.Document{"list": list, "request": request} {
		reporttest.CheckTables(t, d)
		says(t, name+": steps", reporttest.Section(t, d, "1.1. Phần steps"), "Gửi đơn.")
		says(t, name+": fees", reporttest.Section(t, d, "1.9. Phần fees"), "Không có.")
		says(t, name+": forms", reporttest.Section(t, d, "1.10. Phần forms"), "[phần forms]")
		headings := 0
		for _, a := range d.Annexes {
			for _, b := range a.Body {
				if h, is := b.(report.Heading); is && h.Level == 3 {
					headings++
				}
			}
		}
		if headings != 12 {
			t.Errorf("%s: %d parts of one procedure, want 12", name, headings)
		}
	}
	if text := texts(request.Body); !slices.Contains(text, "- Nghỉ phép hằng năm: …………") {
		t.Errorf("no gap for the reason: %q", text)
	}
	if particulars, _ := request.Holes(); !slices.Contains(particulars, "lý do") {
		t.Errorf("the reason is not missed: %q", particulars)
	}
}

// The register has a row for each decision and one for each procedure that it touches.
func TestAnnouncementRegister(t *testing.T) {
	in := report.AnnouncementRegister{
		Year:  2024,
		Today: on("2024-07-15"),
		Touch: func(k review.TouchKind) string { return "<" + string(k) + ">" },
		State: func(a review.Announcement) string { return "state of " + a.Number },
		Items: []review.Announcement{
			{Number: "1", Date: on("2024-05-20"), Received: on("2024-05-22"), Issuer: "UBND tỉnh", Title: "Công bố",
				Touches: []review.Touch{{Kind: review.TouchAmend, Procedure: "1.000001"}, {Kind: review.TouchReplace, Procedure: "1.000002", By: "1.000003"}}},
			{Number: "2", Date: on("2024-06-20"), Received: on("2024-06-22"), Due: on("2024-06-29"),
				Posting: review.Posting{On: on("2024-06-25"), Place: "Một cửa", By: "Lan"}, Touches: []review.Touch{{Kind: review.TouchRepeal, Procedure: "1.000004"}}},
		},
	}
	d := in.Document()
	reporttest.CheckTables(t, d)
	if title := d.Annexes[0].Title; !strings.HasSuffix(title, "NĂM 2024") {
		t.Errorf("title %q", title)
	}
	rows := func(name string) (out []string) {
		for _, row := range tableNamed(t, d, name).Rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, c.Text)
			}
			out = append(out, strings.Join(cells, "|"))
		}
		return out
	}
	says(t, "decisions", rows("Quyết định"),
		"1|1|20/5/2024|UBND tỉnh|Công bố|22/5/2024||||||state of 1",
		"2|2|20/6/2024|||22/6/2024||29/6/2024|25/6/2024|Một cửa|Lan|state of 2",
	)
	says(t, "procedures", rows("Thủ tục"),
		"1|1|20/5/2024|1.000001|<amend>|",
		"2|1|20/5/2024|1.000002|<replace>|1.000003",
		"3|2|20/6/2024|1.000004|<repeal>|",
	)
	in.Year = 0
	if title := in.Document().Annexes[0].Title; strings.Contains(title, "NĂM") {
		t.Errorf("the register of all years is called %q", title)
	}
}
