package docx

import (
	"regexp"
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
)

var (
	paragraphs = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
	pieces     = regexp.MustCompile(`(?s)<w:t(?: [^>]*)?>(.*?)</w:t>`)
	cellsOf    = regexp.MustCompile(`(?s)<w:tc>.*?</w:tc>`)
)

// lines are the texts of the paragraphs of a piece of a document, those alone that say something.
func lines(body string) (out []string) {
	for _, p := range paragraphs.FindAllString(body, -1) {
		s := ""
		for _, m := range pieces.FindAllStringSubmatch(p, -1) {
			s += m[1]
		}
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Decree 30/2020/NĐ-CP, appendix I (xmlText.head): issuing body and number on the left, national name, motto, place and
// day on the right; the issuer and the national name are bold, the superior is not, place and day are slanted.
func TestHead_decree30(t *testing.T) {
	d := reporttest.ExampleD(t).Document()
	d.Letterhead.Parent = "UBND HUYỆN VĨNH LINH"
	x := new(xmlText)
	x.head(d)
	cells := cellsOf.FindAllString(x.String(), -1)
	if len(cells) != 4 {
		t.Fatalf("%d cells, want two rows of two", len(cells))
	}
	for i, want := range []string{
		"UBND HUYỆN VĨNH LINH|ỦY BAN NHÂN DÂN|XÃ VĨNH CHẤP",
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc",
		"Số: 05/BC-UBND",
		"Vĩnh Chấp, ngày 05 tháng 01 năm 2024",
	} {
		if got := strings.Join(lines(cells[i]), "|"); got != want {
			t.Errorf("cell %d: %q, want %q", i+1, got, want)
		}
	}
	bold := func(cell, text string) bool {
		for _, p := range paragraphs.FindAllString(cell, -1) {
			if strings.Contains(p, ">"+text+"<") {
				return strings.Contains(p, "<w:b/>")
			}
		}
		t.Errorf("%q stands nowhere", text)
		return false
	}
	if bold(cells[0], "UBND HUYỆN VĨNH LINH") || !bold(cells[0], "XÃ VĨNH CHẤP") {
		t.Error("the superior stands out, or the issuer does not")
	}
	if !strings.Contains(cells[3], "<w:i/>") || strings.Contains(cells[2], "<w:i/>") {
		t.Error("place and day are not slanted, or the number is")
	}
}

// A head of which nothing is known has its dots, and no line for a superior.
func TestHead_nothingKnown(t *testing.T) {
	x := new(xmlText)
	x.head(report.Document{})
	cells := cellsOf.FindAllString(x.String(), -1)
	for i, want := range []string{
		"…………",
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc",
		"Số: ……/……",
		"…………, ngày …… tháng …… năm ……",
	} {
		if got := strings.Join(lines(cells[i]), "|"); got != want {
			t.Errorf("cell %d: %q, want %q", i+1, got, want)
		}
	}
}

// The rule below a line of the letterhead is as long as the letters above it need.
func TestBoldWidth(t *testing.T) {
	if a, b := boldWidth("ỦY BAN NHÂN DÂN", 12), boldWidth("UY BAN NHAN DAN", 12); a != b {
		t.Errorf("marks take width: %d, %d", a, b)
	}
	if got, want := boldWidth("AB", 10), (722+667)*10*20/1000; got != want {
		t.Errorf("AB is %d twips wide, want %d", got, want)
	}
	if boldWidth("", 12) != 0 {
		t.Error("nothing takes room")
	}
}
