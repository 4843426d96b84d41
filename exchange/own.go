package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// OwnTable is a table of the commune's own procedures as it was pasted, or stood in a sheet.
type OwnTable struct {
	Rows    []OwnRow
	Ignored []string  // heads of the columns that are not read
	Skipped []OwnLine // lines that are no procedure: what stands above the table, headings of sections
	Headed  bool      // false: no line said what the columns are, so that the longest text is the name
}

// OwnRow is one procedure of the table: what its columns say of it, and what in them cannot be read. A problem has the
// name of its column as field.
type OwnRow struct {
	Line      int // 1 is the first of the table
	Procedure catalog.Procedure
	Problems  value.Problems
}

// OwnLine is a line that was passed over.
type OwnLine struct {
	Line int
	Text string
}

// maxOwnRows is how many procedures come in at once; no decision of a commune has so many.
const maxOwnRows = 500

// ownColumn is a column of the table.
type ownColumn string

const (
	ownSerial   ownColumn = "serial" // STT, which says nothing
	ownName     ownColumn = "name"
	ownCode     ownColumn = "code"
	ownField    ownColumn = "field"
	ownDecider  ownColumn = "decider"
	ownAgency   ownColumn = "agency"
	ownLimit    ownColumn = "limit"
	ownDecision ownColumn = "decision"
	ownDate     ownColumn = "date"
	ownNote     ownColumn = "note"
)

// ownHeads are the words, folded, by which a column is known; those that end in * may say more. Earlier ones win.
var ownHeads = []struct {
	column ownColumn
	words  []string
}{
	{ownSerial, []string{"stt", "tt", "so tt", "so thu tu"}},
	{ownName, []string{"ten thu tuc*", "ten tthc*", "ten quy trinh*", "ten", "ten goi", "thu tuc", "thu tuc hanh chinh",
		"thu tuc hanh chinh noi bo", "tthc", "tthc noi bo", "noi dung", "danh muc thu tuc*"}},
	{ownCode, []string{"ma", "ma thu tuc*", "ma tthc*", "ma so*"}},
	{ownField, []string{"linh vuc*"}},
	{ownDecider, []string{"tham quyen*", "nguoi quyet dinh*", "co quan quyet dinh*", "cap quyet dinh*",
		"co quan co tham quyen*"}},
	{ownAgency, []string{"co quan*", "bo phan*", "don vi*", "phong ban*"}},
	{ownLimit, []string{"thoi han*", "thoi gian giai quyet*", "thoi gian thuc hien*"}},
	{ownDate, []string{"ngay", "ngay ky*", "ngay ban hanh*", "ngay cong bo*", "ngay quyet dinh*"}},
	{ownDecision, []string{"quyet dinh*", "so quyet dinh*", "qd cong bo*", "van ban cong bo*"}},
	{ownNote, []string{"ghi chu*"}},
}

func ownColumnOf(cell string) ownColumn {
	folded := viet.Fold(viet.Clean(cell))
	for _, h := range ownHeads {
		for _, w := range h.words {
			begin, more := strings.CutSuffix(w, "*")
			if folded == begin || more && strings.HasPrefix(folded, begin+" ") {
				return h.column
			}
		}
	}
	return ""
}

// ReadOwn reads a table of the commune's own procedures: a workbook, CSV, or what was pasted from Word or Excel. A line
// of heads says what the columns are, in any order; without one the longest text is the name, a column of codes the
// code, and a mere list of names is read line by line. A heading "Lĩnh vực …" within the table is the field of what
// follows. What is no table is value.Problems.
func ReadOwn(raw []byte) (OwnTable, error) {
	rows, err := ReadCells(raw)
	if err != nil {
		return OwnTable{}, err
	}
	head, columns := ownHead(rows)
	out := OwnTable{Headed: head >= 0}
	if !out.Headed {
		if text := string(raw); !strings.Contains(text, "\t") && isText(raw) {
			rows = listedNames(text)
		}
		columns = guessOwn(rows)
	}
	for c := range widest(rows) {
		if _, read := columns[c]; !read {
			out.Ignored = append(out.Ignored, columnTitle(rows, head, c))
		}
	}
	field := ""
	for i, cells := range rows {
		line, said := i+1, viet.Clean(strings.Join(cells, " "))
		switch {
		case said == "" || i == head:
		case i < head:
			out.Skipped = append(out.Skipped, OwnLine{line, said})
		case isHeading(cells):
			if of, ok := fieldHeading(cells); ok {
				field = of
			}
			out.Skipped = append(out.Skipped, OwnLine{line, said})
		default:
			row := ownRow(cells, columns, unitIn(rows, head, columns))
			if row.Line = line; row.Procedure.Field == "" {
				row.Procedure.Field = field
			}
			out.Rows = append(out.Rows, row)
		}
	}
	switch {
	case len(out.Rows) == 0:
		return out, value.Problems{{Code: "own.none"}}
	case len(out.Rows) > maxOwnRows:
		return out, value.Problems{{Code: "own.too_many", Args: []any{maxOwnRows, len(out.Rows)}}}
	}
	return out, nil
}

// ownHead finds the line of heads: one of the first lines that has a head of a name, alone or among others; -1 where
// there is none.
func ownHead(rows [][]string) (line int, columns map[int]ownColumn) {
	const within = 15
	for i, cells := range rows[:min(len(rows), within)] {
		columns, filled := map[int]ownColumn{}, 0
		for c, cell := range cells {
			if viet.Clean(cell) == "" {
				continue
			}
			filled++
			if x := ownColumnOf(cell); x != "" && !slices.Contains(columnsIn(columns), x) {
				columns[c] = x
			}
		}
		if slices.Contains(columnsIn(columns), ownName) && (len(columns) > 1 || filled == 1) {
			return i, columns
		}
	}
	return -1, nil
}

func columnsIn(columns map[int]ownColumn) (out []ownColumn) {
	for _, x := range columns {
		out = append(out, x)
	}
	return out
}

// listMark is what stands before an item of a list: "1.", "2)", "-".
var listMark = regexp.MustCompile(`^\s*(\d{1,3}\s*[.)]|[-–•+*])\s+`)

// listedNames are the lines of a list as rows of one cell.
func listedNames(text string) (out [][]string) {
	for line := range strings.Lines(text) {
		out = append(out, []string{listMark.ReplaceAllString(line, "")})
	}
	return out
}

// guessOwn says what the columns of a table without heads are.
func guessOwn(rows [][]string) map[int]ownColumn {
	columns, name, most := map[int]ownColumn{}, 0, -1
	for c := range widest(rows) {
		letters, filled, serials, codes := 0, 0, 0, 0
		for _, cells := range rows {
			cell := cellOf(cells, c)
			if cell == "" {
				continue
			}
			filled++
			letters += len([]rune(cell))
			if isSerial(cell) {
				serials++
			} else if code := catalog.Code(cell); codeShape.MatchString(cell) && code.Valid() {
				codes++
			}
		}
		switch {
		case filled > 0 && serials == filled:
			columns[c] = ownSerial
		case filled > 0 && codes == filled && !slices.Contains(columnsIn(columns), ownCode):
			columns[c] = ownCode
		case letters > most:
			name, most = c, letters
		}
	}
	if _, taken := columns[name]; !taken {
		columns[name] = ownName
	}
	return columns
}

// codeShape is a word that can hardly be anything but a code: "NB-01", "1.001193".
var codeShape = regexp.MustCompile(`^(\d\.\d{6,9}\S*|\p{Lu}+[-._]?\d+)$`)

var serialShape = regexp.MustCompile(`^\(?(\d{1,4}([.,]\d{1,2})*|[IVXLC]{1,6}|[A-Z])\)?[.)]?$`)

// isSerial reports whether a cell numbers its line: "1", "2.1", "III.", "(4)".
func isSerial(cell string) bool { return serialShape.MatchString(cell) }

func widest(rows [][]string) (n int) {
	for _, cells := range rows {
		n = max(n, len(cells))
	}
	return n
}

// columnTitle is what a column is called for a person: its head, else "cột 3".
func columnTitle(rows [][]string, head, column int) string {
	if head >= 0 {
		if title := cellOf(rows[head], column); title != "" {
			return title
		}
	}
	return strconv.Itoa(column + 1)
}

// isHeading reports whether a line is none of the table's rows: the numbers of the columns "(1) (2) (3)", or a heading
// that stands alone in its line behind the number or letter of a section.
func isHeading(cells []string) bool {
	var words []string
	serials := 0
	for _, c := range cells {
		if c = viet.Clean(c); c != "" {
			words = append(words, c)
			if isSerial(c) {
				serials++
			}
		}
	}
	if serials == len(words) {
		return true
	}
	_, ofField := fieldHeading(cells)
	if len(words) == 2 && serials == 1 && isSerial(words[0]) {
		return ofField || words[0][0] < '0' || words[0][0] > '9'
	}
	return len(words) == 1 && (isSection(cells) || ofField && len(cells) > 1)
}

// fieldHeading is the field that a heading names: "II. LĨNH VỰC NỘI VỤ" is "Nội vụ".
func fieldHeading(cells []string) (string, bool) {
	for _, c := range cells {
		c = viet.Clean(c)
		if mark, rest, ok := strings.Cut(c, " "); ok && isSerial(mark) {
			c = rest
		}
		words := strings.Fields(c)
		if len(words) < 3 || viet.Fold(strings.Join(words[:2], " ")) != "linh vuc" {
			continue
		}
		of := strings.Join(words[2:], " ")
		if of == strings.ToUpper(of) {
			of = viet.Capital(strings.ToLower(of))
		}
		return strings.Trim(of, ":. "), true
	}
	return "", false
}

// unitIn is the unit that the head of the time limits names: "Thời hạn (ngày làm việc)".
func unitIn(rows [][]string, head int, columns map[int]ownColumn) catalog.Unit {
	for c, x := range columns {
		if x == ownLimit && head >= 0 {
			return limitUnit(viet.Fold(cellOf(rows[head], c)))
		}
	}
	return catalog.NoUnit
}

// ownRow reads one line.
func ownRow(cells []string, columns map[int]ownColumn, unit catalog.Unit) OwnRow {
	said := map[ownColumn]string{}
	for c, x := range columns {
		said[x] = cellOf(cells, c)
	}
	p := catalog.Procedure{
		Code:    ownCodeOf(said[ownCode]),
		Name:    said[ownName],
		Field:   said[ownField],
		Decider: said[ownDecider],
		Limit:   ReadLimit(said[ownLimit], unit),
		Note:    said[ownNote],
	}
	if agency := said[ownAgency]; agency != "" {
		p.Agencies = []catalog.Named{{Name: agency}}
	}
	row := OwnRow{Procedure: p}
	if p.Name == "" {
		row.Problems.Add("name", "own.name_missing")
	}
	row.Procedure.Decision, row.Problems = ownDecisionOf(said[ownDecision], said[ownDate], row.Problems)
	return row
}
