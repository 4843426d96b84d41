package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// ownCodeOf is a code as it stands in a cell; a workbook keeps the national code 1.001190 as a number, which loses its
// point and the zeros at its end.
func ownCodeOf(cell string) catalog.Code {
	whole, rest, number := strings.Cut(cell, ",")
	if number && len(whole) == 1 && isDigits(whole) && isDigits(rest) && len(rest) <= 6 {
		return catalog.Code(whole + "." + (rest + "000000")[:6])
	}
	return catalog.Code(cell)
}

var (
	decisionNumber = regexp.MustCompile(`\d[\p{L}\d]*(/[\p{L}\d-]+)+`)
	decisionDay    = regexp.MustCompile(`(?i)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|` +
		`\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}`)
	writtenDay = regexp.MustCompile(`(?i)\s+(tháng|năm)\s+`)
	excelDay   = regexp.MustCompile(`^[345]\d{4}$`)
)

// ownDecisionOf reads the decision of one line: number and day in one cell or in two.
func ownDecisionOf(decision, day string, problems value.Problems) (catalog.Decision, value.Problems) {
	var out catalog.Decision
	if decision == "" && day == "" {
		return out, problems
	}
	rest := decision
	if found := decisionDay.FindString(decision); day == "" && found != "" {
		day, rest = found, strings.Replace(decision, found, "", 1)
	}
	switch out.Number = decisionNumber.FindString(rest); {
	case out.Number != "":
	case decision == "":
		problems.Add("decision", "own.decision_alone", day)
	default:
		problems.Add("decision", "own.decision_unread", decision)
	}
	if day == "" {
		return out, problems
	}
	var err error
	switch day = writtenDay.ReplaceAllString(day, "/"); {
	case excelDay.MatchString(day): // a workbook keeps days as their number since 30/12/1899
		n, _ := strconv.Atoi(day) // five digits
		out.Date = value.MustDate("1899-12-30").Add(n)
	default:
		out.Date, err = viet.ParseDate(strings.ReplaceAll(day, " ", ""))
	}
	if err != nil {
		problems.Add("date", "date.typed", day)
	}
	return out, problems
}

// limitForm is a time limit in words, folded: "khong qua 05 ngay lam viec", and what else is said.
var limitForm = regexp.MustCompile(`^((?:khong qua|toi da|trong|trong thoi han) )?0*(\d{1,4})(?: (\d))?` +
	`( ngay lam viec| ngay| gio| thang| nam)?(?: (.*))?$`)

// ReadLimit reads a time limit as tables write it: a number with its unit, the unit of the head where the cell gives
// none; what else is said stays as the text. A cell without a number is text alone.
func ReadLimit(cell string, head catalog.Unit) catalog.TimeLimit {
	if cell == "" {
		return catalog.TimeLimit{}
	}
	m := limitForm.FindStringSubmatch(viet.Fold(cell))
	if m == nil {
		return catalog.TimeLimit{Text: cell}
	}
	number := m[2]
	if m[3] != "" { // "0,5 ngày" is folded to "0 5 ngay", and "3-5 ngày" to "3 5 ngay"
		if !strings.Contains(cell, number+","+m[3]) {
			return catalog.TimeLimit{Text: cell}
		}
		number += "." + m[3]
	}
	n, err := value.ParseDecimal(number)
	unit := limitUnit(m[4])
	if unit == catalog.NoUnit {
		unit = head
	}
	if err != nil || n == 0 || unit == catalog.NoUnit && m[5] != "" {
		return catalog.TimeLimit{Text: cell}
	}
	out := catalog.TimeLimit{Number: value.Known(n), Unit: unit}
	if m[5] != "" || m[1] != "" && m[1] != "trong " {
		out.Text = cell
	}
	return out
}

// limitUnit is the unit that folded words name.
func limitUnit(folded string) catalog.Unit {
	for _, x := range []struct {
		words string
		unit  catalog.Unit
	}{
		{"ngay lam viec", catalog.WorkingDays},
		{"ngay", catalog.Days},
		{"gio", catalog.Hours},
		{"thang", catalog.Months},
		{"nam", catalog.Years},
	} {
		if strings.Contains(" "+folded+" ", " "+x.words+" ") {
			return x.unit
		}
	}
	return catalog.NoUnit
}
