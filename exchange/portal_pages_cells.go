package exchange

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

var pageChannels = map[string]catalog.Channel{
	"in_person": catalog.InPerson, "online": catalog.Online, "postal": catalog.Postal,
}

var pageUnits = map[string]catalog.Unit{
	"Ngày làm việc": catalog.WorkingDays, "Ngày": catalog.Days, "Giờ": catalog.Hours, "Tháng": catalog.Months,
	"Năm": catalog.Years, "": catalog.NoUnit,
}

// pageMethods reads the table of channels. Limit, fee and explanation are one text behind the limit.
func (r *rowReader) pageMethods(o object) []catalog.Method {
	var out []catalog.Method
	for _, m := range o.objects("methods", "channels") {
		m.know(pageMethodKeys)
		raw := m.raw("channel", "channels")
		channel, known := pageChannels[raw]
		if !known {
			r.warn("channels", warnEnum, raw)
		}
		cell := m.text("text", "channels")
		limit, cell := m.pageLimit(cell)
		fees, text := r.feeCell(cell)
		out = append(out, catalog.Method{Channel: channel, Limit: limit, Fees: fees, Text: text})
	}
	return out
}

// gluedLimit is a limit without unit and the fee behind it, run together: "1100,000" is 1 and 100,000. The
// limit is as short as it can be while an amount remains.
var gluedLimit = regexp.MustCompile(`^(\d{1,2}?)([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{1,5})$`)

// pageLimit reads the limit of a row and gives back its cell, with what of the fee was glued to the limit.
// A comma in a limit is never right. A row without limit whose cell begins with an amount has its limit
// there, for a page without one prints that there is no information.
func (o object) pageLimit(cell string) (catalog.TimeLimit, string) {
	const field = "time_limit"
	unitText := o.line("time_unit", field)
	unit, known := pageUnits[unitText]
	if !known {
		o.r.warn(field, warnEnum, unitText)
	}
	number, glued := o.number("time_limit"), ""
	if strings.Contains(number, ",") {
		glued = number
	} else if m := statedAmount.FindStringSubmatch(cell); number == "" && m != nil {
		glued, cell = m[1], cell[len(m[1]):]
	}
	if m := gluedLimit.FindStringSubmatch(glued); m != nil {
		o.r.warn(field, warnLimitGlued, glued, m[1], m[2])
		number, cell = m[1], m[2]+" "+strings.TrimSpace(cell)
	} else if number == "" {
		cell = glued + cell
	}
	if number == "" {
		o.r.warn(field, warnLimitZero)
		return catalog.TimeLimit{}, strings.TrimPrefix(cell, nothingKnown)
	}
	return o.r.limit(number, unit, known, unitText), cell
}

// number is a number at a key as it is written, in quotes or not.
func (o object) number(key string) string {
	if n, ok := o.m[key].(json.Number); ok {
		return n.String()
	}
	return o.line(key, "time_limit")
}

// statedAmount is a fee as the page prints it: thousands parted by commas, then the currency.
var statedAmount = regexp.MustCompile(`^(\d{1,3}(?:,\d{3})+|\d+)\s*(Việt Nam Đồng|VNĐ|USD|EUR)`)

const freeOfCharge = "Miễn phí"

// feeCell reads the fees at the start of a cell and gives back the text behind them. An explanation in
// brackets belongs to the fee before it.
func (r *rowReader) feeCell(cell string) (fees []catalog.Fee, text string) {
	if rest, ok := strings.CutPrefix(cell, nothingKnown); ok {
		return nil, strings.TrimSpace(rest)
	}
	for {
		var fee catalog.Fee
		var amount value.Money
		if m := statedAmount.FindStringSubmatch(cell); m != nil {
			n, err := value.ParseMoney(strings.ReplaceAll(m[1], ",", ""))
			if err != nil || n >= value.MaxTotal {
				r.warn("fees", warnFeeUnread, m[0])
				return fees, cell
			}
			amount, fee.Currency, cell = n, currencyOf(m[2]), cell[len(m[0]):]
		} else if rest, ok := strings.CutPrefix(cell, freeOfCharge); ok {
			cell = rest
		} else {
			return fees, strings.TrimSpace(cell)
		}
		fee.Text, cell = bracketed(cell)
		fees = append(fees, r.fee(fee, amount, true))
	}
}

// bracketed cuts an explanation in brackets from the start of a text. One that never closes is all of it.
func bracketed(s string) (inside, rest string) {
	if !strings.HasPrefix(s, "(") {
		return "", s
	}
	depth := 0
	for i, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return strings.TrimSpace(s[1:i]), s[i+1:]
		}
	}
	return strings.TrimSpace(s[1:]), ""
}

// pageDossier groups the papers by their case.
func (r *rowReader) pageDossier(o object) []catalog.DossierCase {
	var out []catalog.DossierCase
	for _, x := range o.objects("dossier", "dossier") {
		x.know(pagePaperKeys)
		name := x.pageText("case", "dossier")
		if n := len(out); n == 0 || out[n-1].Name != name {
			out = append(out, catalog.DossierCase{Name: name})
		}
		paper, ok := r.pagePaper(x)
		if !ok {
			r.warn("dossier", warnPaperUnnamed)
			continue
		}
		last := &out[len(out)-1]
		last.Papers = append(last.Papers, paper)
	}
	if !hasPaper(out) {
		return nil
	}
	return out
}

// mostPapers is the highest quantity that one digit can say; the portal's own go up to 11, three times.
const mostPapers = 9

// pagePaper reads a paper; digits of its name that were glued to the quantity go back to it.
func (r *rowReader) pagePaper(o object) (catalog.Paper, bool) {
	paper := catalog.Paper{Name: o.text("name", "dossier")}
	originals, copies := r.unglue(o, "originals", &paper.Name), r.unglue(o, "copies", &paper.Name)
	if paper.Name == "" {
		return paper, false
	}
	r.quantities(&paper, originals, copies)
	if form := o.line("form_file", "forms"); form != "" {
		paper.Forms = []string{form}
		if first, _ := utf8.DecodeRuneInString(form); !unicode.IsLetter(first) && !unicode.IsDigit(first) {
			r.warn("forms", warnFormCut, form)
		}
	}
	return paper, true
}

// unglue reads a quantity. Above nine only its last digit is one; what stands before ends the paper's name.
func (r *rowReader) unglue(o object, key string, name *string) int {
	n, _ := o.quantity(key, "dossier")
	if n <= mostPapers {
		return n
	}
	r.warn("dossier", warnPaperGlued, n, n%10)
	*name = viet.CleanText(glue(*name, n/10))
	return n % 10
}

// glue puts a number behind a name: at once behind a date, a code or a dot, as a word of its own elsewhere.
func glue(name string, n int) string {
	digits := strconv.Itoa(n)
	last, _ := utf8.DecodeLastRuneInString(name)
	if name == "" || unicode.IsDigit(last) || unicode.IsUpper(last) || strings.ContainsRune("/.-", last) {
		return name + digits
	}
	return name + " " + digits
}
