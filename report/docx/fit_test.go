package docx

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/report"
)

// A line may end at a blank, and in a code behind a hyphen that no digit follows; a figure, a date and a negative sum
// stay whole.
func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"Số lần/năm":             "Số|lần/năm",
		"-123.456.789.012 đồng":  "-123.456.789.012|đồng",
		"QTI-VINHLINH-NOIBO-006": "QTI-|VINHLINH-|NOIBO-006",
		"45/QĐ-UBND":             "45/QĐ-|UBND",
		"NB-01":                  "NB-01",
		"-":                      "-",
	} {
		if got := strings.Join(words(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Every column is as wide as its widest word in the type that is chosen, all of them as wide as the page; the usual
// type stays while there is room.
func TestFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := report.Table{}
		n := rapid.IntRange(1, 12).Draw(t, "columns")
		for range n {
			table.Columns = append(table.Columns, report.Column{
				Head:  rapid.SampledFrom([]string{"", "STT", "Số đối tượng/năm", "Chi phí thuê tư vấn, dịch vụ (đồng)"}).Draw(t, "head"),
				Width: rapid.IntRange(0, 40).Draw(t, "share"),
			})
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			var row []report.Cell
			for range n {
				row = append(row, report.TextCell(rapid.SampledFrom([]string{"", "12", "123.456.789.012", "Lĩnh vực hộ tịch"}).Draw(t, "cell")))
			}
			table.Rows = append(table.Rows, row)
		}
		widths, points := fit(table, landscapeWidth)
		sum := 0
		for i, word := range widestWords(table, points) {
			sum += widths[i]
			if points > smallestTable && widths[i] < word+cellMargins {
				t.Fatalf("column %d is %d wide, its widest word %d", i, widths[i], word)
			}
			if widths[i] < 0 {
				t.Fatalf("widths %v", widths)
			}
		}
		if sum != landscapeWidth {
			t.Fatalf("columns take %d of %d", sum, landscapeWidth)
		}
		if points < tableType {
			least := 0
			for _, word := range widestWords(table, points+1) {
				least += word + cellMargins
			}
			if least <= landscapeWidth {
				t.Fatalf("type of %d points where %d has room", points, points+1)
			}
		}
	})
	roomy := report.Table{Columns: []report.Column{{Head: "STT", Width: 10}, {Head: "Tên", Width: 90}}}
	if widths, points := fit(roomy, 10_000); points != tableType || !slices.Equal(widths, []int{1000, 9000}) {
		t.Errorf("with room for all: %v in %d points", widths, points)
	}
}

// A row across the table stays with the rows that it heads, and the last block of a body with the signature.
func TestKeptTogether(t *testing.T) {
	table := sampleTable(0)
	table.Total = nil
	table.Rows = [][]report.Cell{{{Text: "Nhóm", Bold: true, Cols: 3}}, {{Text: "1"}, {Text: "a"}, {Text: "b"}}}
	rows := tableRows.FindAllString(tableXML(table, portraitWidth), -1)
	if !strings.Contains(rows[1], "<w:keepNext/>") || strings.Contains(rows[2], "<w:keepNext/>") {
		t.Errorf("the heading row may stand alone: %s", rows[1])
	}
	d := report.Document{Body: []report.Block{
		report.Paragraph{Runs: report.Text("Đầu.")}, report.Paragraph{Runs: report.Text("Trên đây là kết quả./.")},
	}}
	for _, p := range paragraphs.FindAllString(string(body(d)), -1) {
		switch text := strings.Join(lines(p), ""); {
		case strings.Contains(text, "Trên đây") && !strings.Contains(p, "<w:keepNext/>"):
			t.Error("the closing sentence may leave the signature alone on its page")
		case strings.Contains(text, "Đầu.") && strings.Contains(p, "<w:keepNext/>"):
			t.Error("the whole body is kept together")
		}
	}
}
