package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/value"
	"rasoat/viet"
)

// SettlementTitle names the table of files received and settled by field, SettlementUnit what it counts.
const (
	SettlementTitle = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
	SettlementUnit  = "số hồ sơ thủ tục hành chính"
)

// SettlementSource says where title and columns come from: form II.06a of Circular 01/2020/TT-VPCP, as a one-stop
// application shows it. Whether the circular still holds is not confirmed, so that the table does not carry the form's
// number; whoever has another form replaces the data.
const SettlementSource = "Circular 01/2020/TT-VPCP, form II.06a (handbook, §6.2(b))"

// SettlementColumn is a column of the table.
type SettlementColumn struct {
	ID    string
	Group string   // the head above it, as the form has it
	Head  string   // of the column itself
	Sums  []string // the columns that it is the sum of; nil: it is counted
}

// IDs of the columns that a rule is about.
const (
	ReceivedFiles = "received"
	CarriedFiles  = "carried"
	SettledFiles  = "settled"
	OpenFiles     = "open"
)

// SettlementColumns are the columns in the order of the form.
var SettlementColumns = []SettlementColumn{
	{ReceivedFiles, "Tiếp nhận", "Tổng số", []string{"online", "direct", CarriedFiles}},
	{"online", "Tiếp nhận", "Trong kỳ: trực tuyến", nil},
	{"direct", "Tiếp nhận", "Trong kỳ: trực tiếp, bưu chính", nil},
	{CarriedFiles, "Tiếp nhận", "Từ kỳ trước", nil},
	{SettledFiles, "Đã giải quyết", "Tổng số", []string{"early", "on_time", "late"}},
	{"early", "Đã giải quyết", "Trước hạn", nil},
	{"on_time", "Đã giải quyết", "Đúng hạn", nil},
	{"late", "Đã giải quyết", "Quá hạn", nil},
	{OpenFiles, "Đang giải quyết", "Tổng số", []string{"in_time", "overdue"}},
	{"in_time", "Đang giải quyết", "Trong hạn", nil},
	{"overdue", "Đang giải quyết", "Quá hạn", nil},
}

// FieldFiles is a line of the table: the files of a field, by column; a column that is not there was not entered.
type FieldFiles struct {
	Field string           `json:"field"`
	Files map[string]int64 `json:"files,omitempty"`
}

// Settlement is the files received and settled in a reporting period, by field.
type Settlement struct {
	Month value.Month  `json:"month"`
	Rows  []FieldFiles `json:"rows,omitempty"`
}

// Count is a number of a line: as it was entered, else the sum of its columns where all of them were.
func (f FieldFiles) Count(c SettlementColumn) value.Opt[int64] {
	if n, entered := f.Files[c.ID]; entered {
		return value.Known(n)
	}
	return f.sum(c)
}

func (f FieldFiles) sum(c SettlementColumn) value.Opt[int64] {
	var total int64
	for _, id := range c.Sums {
		n, entered := f.Files[id]
		if !entered {
			return value.Opt[int64]{}
		}
		total += n
	}
	if c.Sums == nil {
		return value.Opt[int64]{}
	}
	return value.Known(total)
}

// ColumnOf is the column with an ID.
func ColumnOf(id string) SettlementColumn {
	return SettlementColumns[slices.IndexFunc(SettlementColumns, func(c SettlementColumn) bool { return c.ID == id })]
}

// Total is a column added up over the fields; unknown where one of them is.
func (s Settlement) Total(c SettlementColumn) value.Opt[int64] {
	var total int64
	for _, f := range s.Rows {
		n, known := f.Count(c).Get()
		if !known {
			return value.Opt[int64]{}
		}
		total += n
	}
	return value.Known(total)
}

// Files of one field are at most MostFiles: more is a slip of the hand.
const MostFiles = 10_000_000

// CheckSettlement lists what does not come out in a table: a total that is not the sum of its columns, files received
// that are not those settled and open together, a field without a name or twice. Fields are "rows[0].received".
//
// Practice, not law: docs/decisions/0177.
func CheckSettlement(s Settlement) value.Problems {
	var p value.Problems
	for i, f := range s.Rows {
		at := fmt.Sprintf("rows[%d]", i)
		same := func(x FieldFiles) bool { return viet.Fold(x.Field) == viet.Fold(f.Field) }
		switch first := slices.IndexFunc(s.Rows, same); {
		case strings.TrimSpace(f.Field) == "":
			p.Add(at+".field", "settlement.no_field")
		case first < i:
			p.Add(at+".field", "settlement.twice", first+1)
		}
		p = append(p, f.check().Under(at)...)
	}
	return p
}

func (f FieldFiles) check() value.Problems {
	var p value.Problems
	for _, c := range SettlementColumns {
		entered, there := f.Files[c.ID]
		sum, known := f.sum(c).Get()
		switch {
		case there && (entered < 0 || entered > MostFiles):
			p.Add(c.ID, "settlement.range", viet.Number(MostFiles))
		case there && known && entered != sum:
			p.Add(c.ID, "settlement.sum", viet.Number(entered), viet.Number(sum))
		}
	}
	if len(p) > 0 {
		return p
	}
	received, one := f.Count(ColumnOf(ReceivedFiles)).Get()
	settled, two := f.Count(ColumnOf(SettledFiles)).Get()
	open, three := f.Count(ColumnOf(OpenFiles)).Get()
	if one && two && three && received != settled+open {
		p.Add(ReceivedFiles, "settlement.balance", viet.Number(received), viet.Number(settled), viet.Number(open))
	}
	return p
}

// Carried is how many files of a field the period before left open: what this one takes over, as far as it is known.
func (s Settlement) Carried(field string) value.Opt[int64] {
	for _, f := range s.Rows {
		if viet.Fold(f.Field) == viet.Fold(field) {
			return f.Count(ColumnOf(OpenFiles))
		}
	}
	return value.Opt[int64]{}
}

// CarriedOtherwise lists the fields whose files carried over are not those that the period before left open: no fault,
// for either may be right.
//
// Practice, not law: docs/decisions/0177.
func CarriedOtherwise(before, now Settlement) value.Problems {
	var p value.Problems
	for i, f := range now.Rows {
		left, known := before.Carried(f.Field).Get()
		if n, entered := f.Files[CarriedFiles]; entered && known && n != left {
			p.Add(fmt.Sprintf("rows[%d].%s", i, CarriedFiles), "settlement.carried_otherwise", f.Field, viet.Number(n),
				viet.Number(left))
		}
	}
	return p
}
