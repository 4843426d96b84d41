package page

import (
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// ProcedurePart is one constituent part of a procedure for reading. At most one of the lists is filled; with none, Text
// says what is known, and Unknown that nothing is. Feedback is the address of the form, "Góp ý về phần này".
type ProcedurePart struct {
	ID, Title, Feedback string
	Lead                string // in a sentence, before the list
	Text                []string
	Steps               []catalog.Step
	Dossier             []PaperGroup
	Forms               []FormLine
	Methods             []catalog.Method
	Law                 []catalog.LegalBasis
	Unknown             bool
}

// ProcedurePart lays one part of a procedure out for reading; files are its forms that can be downloaded.
func (k *Kit) ProcedurePart(p catalog.Procedure, part catalog.Part, files ...catalog.FormFile) ProcedurePart {
	out := ProcedurePart{ID: string(part), Title: k.Text.Name("part", string(part)),
		Feedback: SendPath + "?" + url.Values{"thu-tuc": {string(p.Code)}, "phan": {string(part)}}.Encode()}
	switch holds := catalog.Holds(p, part); {
	case holds == catalog.Absent:
		out.Text = []string{k.Text.Say("none")}
	case holds == catalog.Unknown:
		out.Unknown = true
	case part == catalog.PartSteps:
		out.Steps = p.Steps
	case part == catalog.PartChannels:
		out.Methods = p.Methods
	case part == catalog.PartDossier:
		papers := catalog.Summarize(p).Papers
		said, more := k.PapersToBring(papers)
		if papers.Always > 0 && papers.Special > 0 {
			said = k.Text.Say("procedure.everybody_brings", said)
		}
		out.Lead, out.Dossier = Joined("; ", said, more), k.paperGroups(p, files)
	case part == catalog.PartForms:
		out.Forms = k.FormLines(catalog.PartLines(p, part), p.Code, files)
	case part == catalog.PartLegalBasis:
		out.Law = p.Law
	default:
		out.Text = catalog.PartLines(p, part)
	}
	return out
}

// fees writes the fees of a way to hand a dossier in; "" where none is known.
func (k *Kit) fees(all []catalog.Fee) string {
	var out []string
	for _, f := range all {
		kind := ""
		if f.State == catalog.FeeAmount {
			kind = k.Text.Name("fee_kind", string(f.Kind))
		}
		out = append(out, Joined(" ", kind, k.Fee(f), f.Text))
	}
	return strings.Join(out, "; ")
}

// stated writes how many of a paper are asked for.
func (k *Kit) stated(n value.Opt[int]) string {
	if v, known := n.Get(); known {
		return viet.Number(int64(v))
	}
	return k.Text.Say("not_stated")
}

// Fee writes one fee with its amount, or the word for its state.
func (k *Kit) Fee(f catalog.Fee) string {
	n, known := f.Amount.Get()
	switch {
	case f.State != catalog.FeeAmount || !known:
		return k.Text.Name("fee_state", string(f.State))
	case f.Currency != "":
		return viet.Number(int64(n)) + " " + f.Currency
	}
	return viet.Money(n)
}

// TimeLimit writes a time limit: "3 ngày làm việc", its sentence where a unit is missing, what the source wrote where
// that is missing too: a bare number is no number of days.
func (k *Kit) TimeLimit(l catalog.TimeLimit) string {
	n, known := l.Number.Get()
	if !known || l.Unit == catalog.NoUnit && l.Text != "" {
		return l.Text
	}
	unit := "none"
	if l.Unit != catalog.NoUnit {
		unit = string(l.Unit)
	}
	return k.Text.Say("length."+unit, viet.Decimal(n))
}

// Paragraphs are the lines of a text that are not blank.
func Paragraphs(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// DecisionsOf are the decisions of the register that touch a procedure, as links in words.
func (k *Kit) DecisionsOf(c *gin.Context, code catalog.Code) ([]Link, error) {
	all, err := k.App.AnnouncementsOf(c.Request.Context(), k.Person(c), code)
	if err != nil {
		return nil, err
	}
	var out []Link
	for _, x := range all {
		for _, t := range x.Touches {
			if words := k.TouchOn(t, code.Key()); words != "" {
				out = append(out, Link{
					Text: k.Text.Say("announcement.on_procedure", x.Number, viet.ShortDate(x.Date), words),
					Href: AnnouncementHref(x.ID, ""),
				})
			}
		}
	}
	return out, nil
}

// TouchOn says what a decision does to a procedure; "" where it does nothing to it.
func (k *Kit) TouchOn(t review.Touch, key catalog.Code) string {
	switch {
	case t.Procedure.Key() == key && t.By != "":
		return k.Text.Say("announcement.replaced_by", string(t.By))
	case t.Procedure.Key() == key:
		return k.Text.Name("touch", string(t.Kind))
	case t.By.Key() == key:
		return k.Text.Say("announcement.replaces", string(t.Procedure))
	}
	return ""
}

// Remarks says the changes of a procedure in words.
func (k *Kit) Remarks(list []catalog.Remark) []string {
	out := make([]string, len(list))
	for i, r := range list {
		args := slices.Clone(r.Args)
		for i, a := range args {
			switch v := a.(type) {
			case value.Money:
				args[i] = viet.Number(int64(v))
			case string:
				args[i] = k.remarkName(r.Code, i, v)
			}
		}
		out[i] = k.Text.Say("change."+r.Code, args...)
	}
	return out
}

// remarkName is the name of the value of an enumeration among a remark's arguments; any other word stays.
func (k *Kit) remarkName(code string, i int, v string) string {
	subject, _, _ := strings.Cut(code, ".")
	switch {
	case subject == "channel":
		return k.Text.Name("channel", v)
	case code == "status.changed":
		return k.Text.Name("status", v)
	case code == "field.changed":
		return k.Text.Name("part", v)
	case subject == "limit" && i == 2:
		return k.Text.Name("unit", v)
	case subject == "limit":
		return viet.Comma(v)
	case subject == "fee" && i == 2 && v == "":
		return k.Text.Say("money.unit")
	}
	return v
}

// ComparedPart is one part that changed, item by item. Words says it in short: "bỏ 01 giấy tờ". Steps are drawn as a
// flow: each in a box with its number and what became of it. Part: compared.
type ComparedPart struct {
	ID, Title, Words string
	Steps            bool
	Items            []ComparedItem
}

// ComparedItem is one item on both sides; Inline is both in one, for a narrow page. Was and Now are its numbers among
// the steps, 0 on the side that it is not on.
type ComparedItem struct {
	Op                    catalog.Op
	Was, Now              int
	Before, After, Inline DiffText
}

// Sign is what became of an item, for those who see: "−" gone, "+" new, "~" reworded, "↕" moved; "" stayed.
func (i ComparedItem) Sign() string {
	return map[catalog.Op]string{
		catalog.OpDelete: "−", catalog.OpInsert: "+", catalog.OpReplace: "~", catalog.OpMove: "↕",
	}[i.Op]
}

// Moved reports whether an item stands on both sides, under another number.
func (i ComparedItem) Moved() bool { return i.Was > 0 && i.Now > 0 && i.Was != i.Now }

// Compared lays the items of a part out on the two sides and in one line of text.
func Compared(part catalog.PartDiff, title string) ComparedPart {
	out := ComparedPart{ID: string(part.Part), Title: title, Steps: part.Part == catalog.PartSteps}
	for _, item := range part.Items {
		out.Items = append(out.Items, comparedItem(item))
	}
	return out
}

func comparedItem(item catalog.ItemDiff) ComparedItem {
	out, words := ComparedItem{Op: item.Op, Was: item.Was, Now: item.Now}, item.Words
	switch item.Op {
	case catalog.OpInsert:
		words = []catalog.Segment{{Op: catalog.OpInsert, Text: item.New}}
	case catalog.OpDelete:
		words = []catalog.Segment{{Op: catalog.OpDelete, Text: item.Old}}
	case catalog.OpReplace:
	default:
		words = []catalog.Segment{{Op: catalog.OpEqual, Text: item.New}}
	}
	for _, w := range words {
		s := DiffSegment{Op: "same", Text: w.Text}
		switch w.Op {
		case catalog.OpInsert:
			s.Op = "ins"
			out.After = append(out.After, s)
		case catalog.OpDelete:
			s.Op = "del"
			out.Before = append(out.Before, s)
		default:
			out.Before, out.After = append(out.Before, s), append(out.After, s)
		}
		out.Inline = append(out.Inline, s)
	}
	return out
}
