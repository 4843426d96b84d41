package page

import (
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// Remarks says the changes of a procedure in words.
func (k *Kit) Remarks(list []catalog.Remark) []string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = k.Text.Say("change."+r.Code, k.remarkArgs(r)...)
	}
	return out
}

// remarkArgs puts names for the values of enumerations among a remark's arguments.
func (k *Kit) remarkArgs(r catalog.Remark) []any {
	args := make([]any, len(r.Args))
	for i, a := range r.Args {
		args[i] = a
		switch v := a.(type) {
		case value.Money:
			args[i] = viet.Number(int64(v))
		case string:
			args[i] = k.remarkName(r.Code, i, v)
		}
	}
	return args
}

func (k *Kit) remarkName(code string, i int, v string) string {
	switch {
	case strings.HasPrefix(code, "channel."):
		return k.Text.Name("channel", v)
	case code == "status.changed":
		return k.Text.Name("status", v)
	case code == "field.changed":
		return k.Text.Name("part", v)
	case i == 2 && strings.HasPrefix(code, "limit."):
		return k.Text.Name("unit", v)
	case i == 2 && strings.HasPrefix(code, "fee.") && v == "":
		return k.Text.Say("money.unit")
	case strings.HasPrefix(code, "limit."):
		return viet.Comma(v)
	}
	return v
}

// Compared lays the items of a part out on the two sides and in one line of text.
func Compared(part catalog.PartDiff, title string) ComparedPart {
	out := ComparedPart{ID: string(part.Part), Title: title}
	for _, item := range part.Items {
		words := item.Words
		switch item.Op {
		case catalog.OpInsert:
			words = []catalog.Segment{{Op: catalog.OpInsert, Text: item.New}}
		case catalog.OpDelete:
			words = []catalog.Segment{{Op: catalog.OpDelete, Text: item.Old}}
		case catalog.OpReplace:
		default:
			words = []catalog.Segment{{Op: catalog.OpEqual, Text: item.New}}
		}
		for _, w := range append(words, catalog.Segment{Op: catalog.OpEqual, Text: "\n"}) {
			switch w.Op {
			case catalog.OpInsert:
				out.After = append(out.After, DiffSegment{Op: "ins", Text: w.Text})
				out.Inline = append(out.Inline, DiffSegment{Op: "ins", Text: w.Text})
			case catalog.OpDelete:
				out.Before = append(out.Before, DiffSegment{Op: "del", Text: w.Text})
				out.Inline = append(out.Inline, DiffSegment{Op: "del", Text: w.Text})
			default:
				same := DiffSegment{Op: "same", Text: w.Text}
				out.Before = append(out.Before, same)
				out.After = append(out.After, same)
				out.Inline = append(out.Inline, same)
			}
		}
	}
	return out
}

// ComparedPart is one part that changed. Before and After are the two sides; Inline is both in one.
type ComparedPart struct {
	ID     string
	Title  string
	Words  string // "bỏ 01 giấy tờ"
	Before DiffText
	After  DiffText
	Inline DiffText
}
