package page

import (
	"net/url"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// ProcedurePart lays one part of a procedure out for reading.
func (k *Kit) ProcedurePart(p catalog.Procedure, part catalog.Part) ProcedurePart {
	out := ProcedurePart{ID: string(part), Title: k.Text.Name("part", string(part)),
		Feedback: SendPath + "?" + url.Values{"thu-tuc": {string(p.Code)}, "phan": {string(part)}}.Encode()}
	switch catalog.Holds(p, part) {
	case catalog.Absent:
		out.Text = []string{k.Text.Say("none")}
		return out
	case catalog.Unknown:
		out.Unknown = true
		return out
	}
	switch part {
	case catalog.PartSteps:
		for _, st := range p.Steps {
			out.Steps = append(out.Steps, StepLine{Name: st.Name, Text: Paragraphs(st.Text)})
		}
	case catalog.PartChannels:
		for _, m := range p.Methods {
			out.Methods = append(out.Methods, k.method(m))
		}
	case catalog.PartDossier:
		for _, d := range p.Dossier {
			out.Dossier = append(out.Dossier, k.dossier(d))
		}
	case catalog.PartLegalBasis:
		for _, l := range p.Law {
			out.Law = append(out.Law, LawLine{Number: l.Number, Name: l.Name})
		}
	default:
		out.Text = catalog.PartLines(p, part)
	}
	return out
}

func (k *Kit) method(m catalog.Method) MethodLine {
	line := MethodLine{Channel: k.Text.Name("channel", string(m.Channel)), Text: m.Text, Limit: k.TimeLimit(m.Limit)}
	var fees []string
	for _, f := range m.Fees {
		kind := ""
		if f.State == catalog.FeeAmount {
			kind = k.Text.Name("fee_kind", string(f.Kind))
		}
		fees = append(fees, Joined(" ", kind, k.Fee(f), f.Text))
	}
	line.Fee = strings.Join(fees, "; ")
	if line.Limit == "" {
		line.Limit = k.Text.Say("unknown")
	}
	if line.Fee == "" {
		line.Fee = k.Text.Say("unknown")
	}
	return line
}

func (k *Kit) dossier(d catalog.DossierCase) DossierTable {
	t := DossierTable{Name: d.Name}
	for _, p := range d.Papers {
		line := PaperLine{Name: p.Name, Originals: k.count(p.Originals), Copies: k.count(p.Copies), Held: p.Held}
		for _, f := range p.Forms {
			line.Forms = append(line.Forms, Link{Text: f})
		}
		t.Papers = append(t.Papers, line)
	}
	return t
}

func (k *Kit) count(n value.Opt[int]) string {
	if v, known := n.Get(); known {
		return strconv.Itoa(v)
	}
	return k.Text.Say("not_stated")
}

// Paragraphs are the lines of a text that are not blank.
func Paragraphs(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

// TimeLimit writes a time limit: "3 ngày làm việc", "1 (không ghi đơn vị)", or its sentence.
func (k *Kit) TimeLimit(l catalog.TimeLimit) string {
	n, known := l.Number.Get()
	if !known {
		return l.Text
	}
	if l.Unit == catalog.NoUnit {
		return k.Text.Say("length.none", viet.Decimal(n))
	}
	return k.Text.Say("length."+string(l.Unit), viet.Decimal(n))
}

// Fee writes one fee with its amount, or the word for its state.
func (k *Kit) Fee(f catalog.Fee) string {
	n, known := f.Amount.Get()
	if f.State != catalog.FeeAmount || !known {
		return k.Text.Name("fee_state", string(f.State))
	}
	if f.Currency != "" {
		return viet.Number(int64(n)) + " " + f.Currency
	}
	return viet.Money(n)
}

// ProcedurePart is one constituent part. At most one of the lists is filled; with none, Text says what is
// known, and Unknown that nothing is.
type ProcedurePart struct {
	ID       string // "ho-so": place in the page
	Title    string // "Thành phần hồ sơ"
	Text     []string
	Steps    []StepLine
	Dossier  []DossierTable
	Methods  []MethodLine
	Law      []LawLine
	Facts    []Fact
	Unknown  bool   // shown as "chưa có thông tin"
	Feedback string // address of the form, "Góp ý về phần này"
}

// StepLine is one step of a procedure.
type StepLine struct {
	Name string
	Text []string
}

// DossierTable is the papers of one case; Name is its condition, empty for the only case.
type DossierTable struct {
	Name   string
	Papers []PaperLine
}

// PaperLine is one paper of a dossier.
type PaperLine struct {
	Name      string
	Originals string // "1"; "chưa rõ" where it is not stated
	Copies    string
	Forms     []Link
	Held      string // "đã có trong CSDL quốc gia về dân cư"
}

// MethodLine is one way to hand a dossier in.
type MethodLine struct {
	Channel string
	Limit   string
	Fee     string
	Text    string
}

// LawLine is one document that a procedure rests on.
type LawLine struct {
	Number string
	Name   string
}

// Fact is a name with what it is.
type Fact struct {
	Term string
	Text string
}
