package report

import (
	"regexp"
	"slices"
	"strings"

	"rasoat/viet"
)

// The national name and motto (quốc hiệu, tiêu ngữ) stand on every document.
const (
	NationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	Motto        = "Độc lập - Tự do - Hạnh phúc"
)

// Archive is the last line of "Nơi nhận": where the paper is kept, and the unit that wrote it.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (u ControlUnit) Archive() string {
	if u.Symbol == "" {
		return "Lưu: VT"
	}
	return "Lưu: VT, " + u.Symbol
}

// submissionSymbol is the symbol of its submissions, "TTr-VP"; "" where it has none.
func (u ControlUnit) submissionSymbol() string {
	if u.Symbol == "" {
		return ""
	}
	return "TTr-" + u.Symbol
}

// inText is the unit within a sentence that has no place for a gap.
func (u ControlUnit) inText() string {
	if u.Name == "" {
		return "đơn vị kiểm soát thủ tục hành chính"
	}
	return u.Name
}

// NameRun is the unit in running text.
func (u ControlUnit) NameRun() Run {
	return orHole(u.Name, "đơn vị kiểm soát thủ tục hành chính")
}

// IssuerLines is the issuing body, a line each; a hole where it is not known.
func (l Letterhead) IssuerLines() [][]Run {
	var lines [][]Run
	for _, s := range l.Issuer {
		if strings.TrimSpace(s) != "" {
			lines = append(lines, []Run{{Text: s, Bold: true}})
		}
	}
	if len(lines) == 0 {
		return [][]Run{{Hole("cơ quan ban hành")}}
	}
	return lines
}

// NameRun is the issuing body in running text.
func (l Letterhead) NameRun() Run { return orHole(l.Name, "cơ quan ban hành") }

// NumberLine is number and symbol, "Số: 05/BC-UBND"; numbers below 10 get a leading zero.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) NumberLine() []Run {
	return append([]Run{{Text: "Số: "}}, d.symbol()...)
}

func (d Document) symbol() []Run {
	number := strings.TrimSpace(d.Number)
	if len(number) == 1 && number[0] >= '0' && number[0] <= '9' {
		number = "0" + number
	}
	return []Run{orShortHole(number, "số văn bản"), {Text: "/"},
		orShortHole(d.Letterhead.NumberSuffix, "ký hiệu văn bản")}
}

// PlaceDate is place and day, "Vĩnh Chấp, ngày 05 tháng 01 năm 2024".
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) PlaceDate() []Run {
	return append([]Run{orHole(d.Letterhead.Place, "địa danh"), {Text: ", "}}, d.day()...)
}

func (d Document) day() []Run {
	if d.Date.IsZero() {
		return []Run{{Text: "ngày "}, shortHole("ngày ban hành"), {Text: " tháng "}, shortHole("tháng ban hành"),
			{Text: " năm "}, shortHole("năm ban hành")}
	}
	return Text(viet.LongDate(d.Date))
}

// AnnexLabel is "Phụ lục I", without a number where the document has one annex only.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) AnnexLabel(i int) string {
	if len(d.Annexes) == 1 {
		return "Phụ lục"
	}
	return "Phụ lục " + Roman(i+1)
}

// Attached says to which document an annex belongs: "(Kèm theo Báo cáo số …/BC-UBND ngày … của …)".
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) Attached() []Run {
	runs := []Run{{Text: "(Kèm theo " + viet.Capital(strings.ToLower(d.Type)) + " số "}}
	runs = append(runs, d.symbol()...)
	runs = append(runs, Run{Text: " "})
	runs = append(runs, d.day()...)
	runs = append(runs, Run{Text: " của "}, d.Letterhead.NameRun(), Run{Text: ")"})
	for i := range runs {
		runs[i].Italic = true
	}
	return runs
}

// AddresseeLines is the line "Kính gửi: …", or a line each where there are several.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) AddresseeLines() [][]Run {
	switch len(d.Addressees) {
	case 0:
		return nil
	case 1:
		return [][]Run{{{Text: "Kính gửi: "}, orHole(d.Addressees[0], "cơ quan nhận báo cáo")}}
	}
	lines := [][]Run{{{Text: "Kính gửi:"}}}
	for i, a := range d.Addressees {
		lines = append(lines, []Run{{Text: "- "}, orHole(a, "cơ quan nhận báo cáo"),
			{Text: listEnd(i, len(d.Addressees))}})
	}
	return lines
}

// OtherRecipients are those who get the document beside the ones to whom it is addressed, who stand as "Như trên".
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) OtherRecipients() []string {
	return slices.DeleteFunc(slices.Clone(d.Letterhead.Recipients), func(r string) bool {
		return slices.ContainsFunc(d.Addressees, func(a string) bool { return viet.Fold(a) == viet.Fold(r) })
	})
}

// RecipientLines is the list below "Nơi nhận:".
//
// Decree 30/2020/NĐ-CP, appendix I.
func (d Document) RecipientLines() [][]Run {
	var names []Run
	if len(d.Addressees) > 0 {
		names = append(names, Run{Text: "Như trên"})
	}
	for _, r := range d.OtherRecipients() {
		names = append(names, orHole(r, "nơi nhận"))
	}
	if len(d.Letterhead.Recipients) == 0 {
		names = append(names, Hole("nơi nhận, nơi lưu"))
	}
	lines := make([][]Run, len(names))
	for i, n := range names {
		lines[i] = []Run{{Text: "- "}, n, {Text: listEnd(i, len(names))}}
	}
	return lines
}

// CapacityLines are the authorities by which somebody signs, a line each: on behalf of a body (TM.), in the place of
// its head (KT.), by order (TL.), by authorisation (TUQ.).
//
// Decree 30/2020/NĐ-CP, appendix I.
func CapacityLines(capacity string) (out []string) {
	for line := range strings.SplitSeq(capacity, ";") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

var authority = regexp.MustCompile(`^(TM|KT|TL|TUQ|Q)\. *\S`)

// IsCapacity reports whether every line names an authority by which papers are signed.
//
// Decree 30/2020/NĐ-CP, appendix I.
func IsCapacity(capacity string) bool {
	isWrong := func(line string) bool { return !authority.MatchString(strings.ToUpper(line)) }
	return !slices.ContainsFunc(CapacityLines(capacity), isWrong)
}

// ByOffice is who signs as the head of a body that papers are otherwise signed for: without the line "TM. …".
//
// Decree 30/2020/NĐ-CP, appendix I.
func (s Signature) ByOffice() Signature {
	isForBody := func(line string) bool { return strings.HasPrefix(strings.ToUpper(line), "TM.") }
	s.Capacity = strings.Join(slices.DeleteFunc(CapacityLines(s.Capacity), isForBody), "; ")
	return s
}

// signedBy is the letterhead of a paper that somebody signs by the office they hold.
func (l Letterhead) signedBy(s Signature) Letterhead {
	l.Capacity, l.Title, l.Signer, l.InPerson = s.Capacity, s.Title, s.Signer, true
	return l
}

// commune is the commune's name in running text, "xã Vĩnh Chấp"; "" where it is not known.
func (l Letterhead) commune() string { return strings.TrimPrefix(l.Name, "UBND ") }

// ofChairman is the letterhead of the chairman's own papers, which the chairman issues and signs and of which those who
// carry them out get one.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (l Letterhead) ofChairman() Letterhead {
	by := l.Chairman
	if by == (Signature{}) {
		by = Signature{Capacity: l.Capacity, Title: l.Title, Signer: l.Signer}.ByOffice()
	}
	l = l.signedBy(by)
	if l.Name != "" {
		l.Name = "Chủ tịch " + l.Name
	}
	others := l.Recipients
	if len(others) == 0 {
		others = []string{""}
	}
	l.Recipients = append([]string{"Như Điều 3"}, others...)
	return l
}

// SignatureLines are capacity and title above the signature, and the name below it.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (l Letterhead) SignatureLines() (above [][]Run, name Run) {
	capacities := CapacityLines(l.Capacity)
	if len(capacities) == 0 && !l.InPerson {
		capacities = []string{""}
	}
	var lines []Run
	for _, c := range capacities {
		lines = append(lines, orHole(c, "quyền hạn của người ký"))
	}
	for _, s := range append(lines, orHole(l.Title, "chức vụ của người ký")) {
		s.Bold = true
		above = append(above, []Run{s})
	}
	name = orHole(l.Signer, "họ tên người ký")
	name.Bold = true
	return above, name
}

func listEnd(i, n int) string {
	if i == n-1 {
		return "."
	}
	return ";"
}

func orHole(s, what string) Run {
	if strings.TrimSpace(s) == "" {
		return Hole(what)
	}
	return Run{Text: s}
}

func orShortHole(s, what string) Run {
	if strings.TrimSpace(s) == "" {
		return shortHole(what)
	}
	return Run{Text: s}
}

func shortHole(what string) Run { return Run{Text: "……", Hole: what} }

// Roman is n in Roman numerals, as annexes and parts are numbered; none is 0.
func Roman(n int) string {
	var out strings.Builder
	for _, x := range []struct {
		value   int
		letters string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= x.value; n -= x.value {
			out.WriteString(x.letters)
		}
	}
	return out.String()
}
