package exchange

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"rasoat/catalog"
	"rasoat/value"
)

// ownLine is a row of a table as the tests write it.
func ownLine(r OwnRow) string {
	p := r.Procedure
	agency := ""
	if len(p.Agencies) > 0 {
		agency = p.Agencies[0].Name
	}
	limit := p.Limit.Text
	if n, known := p.Limit.Number.Get(); known {
		limit = strings.TrimSpace(n.String() + " " + string(p.Limit.Unit) + " " + limit)
	}
	said := []string{string(p.Code), p.Name, p.Field, agency, p.Decider, limit, p.Decision.Number, p.Decision.Date.String()}
	if p.Decision.Date.IsZero() {
		said[7] = ""
	}
	for _, x := range r.Problems {
		said = append(said, x.Field+" "+x.Code)
	}
	return strings.TrimRight(strings.Join(said, "|"), "|")
}

func TestReadOwn(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		want        []string
		ignored     []string
		skipped     int
	}{
		{
			"a table of a decision",
			"STT\tTên thủ tục hành chính nội bộ\tLĩnh vực\tCơ quan thực hiện\n1\tXét nâng bậc lương\tNội vụ\tVăn phòng\n",
			[]string{"|Xét nâng bậc lương|Nội vụ|Văn phòng"}, nil, 0,
		},
		{
			"no accents, another order, a title above, the numbers of the columns below",
			"DANH MUC\t\t\nLinh vuc\tThoi han giai quyet\tTen thu tuc\n(1)\t(2)\t(3)\nNội vụ\t05 ngày làm việc\tXét nâng lương\n",
			[]string{"|Xét nâng lương|Nội vụ|||5 working_days"}, nil, 2,
		},
		{
			"columns that say nothing known",
			"TT\tTên TTHC\tĐường dẫn\tMã số\n1\tXét nâng lương\thttp://a\tNB-7\n",
			[]string{"NB-7|Xét nâng lương"}, []string{"Đường dẫn"}, 0,
		},
		{
			"no heads: the longest text is the name, a column of codes the code",
			"1\tNB-01\tNội vụ\tXét nâng bậc lương thường xuyên\n2\tNB-02\tNội vụ\tXét khen thưởng đột xuất\n",
			[]string{"NB-01|Xét nâng bậc lương thường xuyên", "NB-02|Xét khen thưởng đột xuất"}, []string{"3"}, 0,
		},
		{
			"a list of names",
			"1. Xét nâng lương; phụ cấp\n\n- Cho thuê, cho mượn hội trường\n",
			[]string{"|Xét nâng lương; phụ cấp", "|Cho thuê, cho mượn hội trường"}, nil, 0,
		},
		{
			"a name alone below its head", "Tên thủ tục\nXét nâng lương\n", []string{"|Xét nâng lương"}, nil, 0,
		},
		{
			"cells of several lines, and a quote that is none",
			"STT\tTên thủ tục\tBộ phận\n1\t\"Xét nâng lương\ntrước \"\"hạn\"\"\"\tVăn phòng\n2\t\"Một cửa\" liên thông\tTư pháp\n",
			[]string{`|Xét nâng lương trước "hạn"||Văn phòng`, `|"Một cửa" liên thông||Tư pháp`}, nil, 0,
		},
		{
			"headings of fields and sections",
			"STT\tTên thủ tục\tCơ quan\nI\tLĨNH VỰC NỘI VỤ\t\n1\tXét nâng lương\tVăn phòng\nB. Cấp xã\t\t\n" +
				"\tLĩnh vực tài chính\t\n2\tTạm ứng\tKế toán\n",
			[]string{"|Xét nâng lương|Nội vụ|Văn phòng", "|Tạm ứng|tài chính|Kế toán"}, nil, 3,
		},
		{
			"decisions in one cell and in two",
			"Tên thủ tục\tQuyết định\tNgày ký\nXét nâng lương\tQĐ số 95/QĐ-UBND ngày 05 tháng 01 năm 2024\t\n" +
				"Tạm ứng\t96/QĐ-UBND\t31/2/2024\nMua sắm\tkhông rõ\t\nKiểm kê\t\t6/1/2024\n\t97/QĐ-UBND\t\n",
			[]string{
				"|Xét nâng lương|||||95/QĐ-UBND|2024-01-05",
				"|Tạm ứng|||||96/QĐ-UBND||date date.typed",
				"|Mua sắm|||||||decision own.decision_unread",
				"|Kiểm kê||||||2024-01-06|decision own.decision_alone",
				"||||||97/QĐ-UBND||name own.name_missing",
			}, nil, 0,
		},
		{
			"the unit of the limits in their head",
			"Tên\tThời hạn (ngày làm việc)\tNgười quyết định\nTạm ứng\t5\tChủ tịch\n",
			[]string{"|Tạm ứng|||Chủ tịch|5 working_days"}, nil, 0,
		},
		{
			"parted by semicolons", "stt;tên thủ tục;lĩnh vực\n1;Tạm ứng;Tài chính\n",
			[]string{"|Tạm ứng|Tài chính"}, nil, 0,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadOwn([]byte(tt.table))
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, r := range got.Rows {
				lines = append(lines, ownLine(r))
			}
			if diff := cmp.Diff(tt.want, lines); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.ignored, got.Ignored); diff != "" {
				t.Error(diff)
			}
			if len(got.Skipped) != tt.skipped {
				t.Errorf("skipped %v, want %d", got.Skipped, tt.skipped)
			}
		})
	}
}

func TestReadOwn_Refuses(t *testing.T) {
	for name, tt := range map[string]struct{ table, code string }{
		"nothing":            {" \n", "file.empty"},
		"heads alone":        {"STT\tTên thủ tục\n", "own.none"},
		"a picture":          {"\x89PNG\x00\x01", "cells.unreadable"},
		"more than there is": {"Tên thủ tục\n" + strings.Repeat("Tạm ứng\n", 501), "own.too_many"},
	} {
		_, err := ReadOwn([]byte(tt.table))
		if problems, _ := err.(value.Problems); len(problems) != 1 || problems[0].Code != tt.code {
			t.Errorf("%s: %v, want %s", name, err, tt.code)
		}
	}
}

// A workbook keeps codes and days as numbers.
func TestReadOwn_Workbook(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"STT", "Tên thủ tục", "Mã", "Ngày ban hành", "Quyết định"},
		{1, "Tạm ứng", 1.00119, 45296, "95/QĐ-UBND"},
	} {
		if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	got, err := ReadOwn(b.Bytes())
	if err != nil || len(got.Rows) != 1 {
		t.Fatal(got, err)
	}
	if line := ownLine(got.Rows[0]); line != "1.001190|Tạm ứng|||||95/QĐ-UBND|2024-01-05" {
		t.Error(line)
	}
}

func TestReadLimit(t *testing.T) {
	days := func(n int64, u catalog.Unit, text string) catalog.TimeLimit {
		return catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: u, Text: text}
	}
	for _, tt := range []struct {
		cell string
		want catalog.TimeLimit
	}{
		{"05 ngày làm việc", days(5, catalog.WorkingDays, "")},
		{"Trong 10 ngày", days(10, catalog.Days, "")},
		{"Không quá 3 giờ", days(3, catalog.Hours, "Không quá 3 giờ")},
		{"15 ngày kể từ ngày nhận", days(15, catalog.Days, "15 ngày kể từ ngày nhận")},
		{"7", days(7, catalog.NoUnit, "")},
		{"0,5 ngày", catalog.TimeLimit{Number: value.Known(value.Decimal(5000)), Unit: catalog.Days}},
		{"3-5 ngày", catalog.TimeLimit{Text: "3-5 ngày"}},
		{"Trong ngày", catalog.TimeLimit{Text: "Trong ngày"}},
		{"0", catalog.TimeLimit{Text: "0"}},
		{"", catalog.TimeLimit{}},
	} {
		if got := ReadLimit(tt.cell, catalog.NoUnit); got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.cell, got, tt.want)
		}
	}
}

// What Excel puts on the clipboard comes back cell by cell, whatever stands in the cells.
func FuzzPasteCells(f *testing.F) {
	f.Add("a", "b\"\n\tc", "\"d\"")
	f.Add("", "\"", "\"\"x")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		unix := strings.NewReplacer("\r\n", "\n", "\r", "\n")
		rows := [][]string{{unix.Replace(a), unix.Replace(b)}, {unix.Replace(c), "x"}}
		got, err := pastedCells(PasteCells(rows))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(rows, got); diff != "" {
			t.Error(diff)
		}
	})
}

// Whatever is pasted, no row without a name is silent and no line is read twice.
func FuzzReadOwn(f *testing.F) {
	f.Add("STT\tTên thủ tục\tQuyết định\n1\tTạm ứng\t95/QĐ-UBND ngày 5/1/2024\n")
	f.Add("1. Tạm ứng\n2) Mua sắm")
	f.Add("\"Một\tcửa\nI\tLĨNH VỰC X Y\n")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ReadOwn([]byte(text))
		if err != nil {
			return
		}
		last := 0
		for _, r := range got.Rows {
			if r.Line <= last {
				t.Fatalf("line %d behind %d", r.Line, last)
			}
			if last = r.Line; r.Procedure.Name == "" && len(r.Problems) == 0 {
				t.Fatalf("line %d has no name and no problem", r.Line)
			}
		}
	})
}

func TestPasted(t *testing.T) {
	none := value.Opt[int]{}
	steps := []catalog.Step{{Text: "Nộp hồ sơ"}, {Text: "Thẩm định"}}
	if diff := cmp.Diff(steps, pastedSteps("1. Nộp hồ sơ\n\n- Thẩm định\n")); diff != "" {
		t.Error(diff)
	}
	steps = []catalog.Step{{Name: "Bước 1", Text: "Nộp hồ sơ\ntại bộ phận một cửa"}}
	if diff := cmp.Diff(steps, pastedSteps("STT\tBước\tNội dung\n"+
		"1\tBước 1\t\"Nộp hồ sơ\ntại bộ phận một cửa\"\n")); diff != "" {
		t.Error(diff)
	}
	papers := []catalog.Paper{
		{Name: "Đơn đề nghị", Originals: value.Known(1), Copies: value.Known(0)},
		{Name: "Ảnh", Originals: none, Copies: none},
	}
	table := "TT\tTên giấy tờ\tBản chính\tBản sao\n1\tĐơn đề nghị\t01 bản\t0\n2\tẢnh\n"
	if diff := cmp.Diff(papers, pastedPapers(table), cmpopts.EquateComparable(value.Opt[int]{})); diff != "" {
		t.Error(diff)
	}
	law := []catalog.LegalBasis{
		{Number: "63/2010/NĐ-CP", Name: "Nghị định số 63/2010/NĐ-CP của Chính phủ"},
		{Number: "95/QĐ-UBND", Name: "về danh mục"},
	}
	got := append(pastedLaw("- Nghị định số 63/2010/NĐ-CP của Chính phủ"), pastedLaw("95/QĐ-UBND\tvề danh mục")...)
	if diff := cmp.Diff(law, got); diff != "" {
		t.Error(diff)
	}
}
