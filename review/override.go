package review

import (
	"slices"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// override writes a whole part anew, in free words. Lists take one item per line. What stands per channel
// gives way with the part that it belongs to: a new time limit replaces those of all channels.
func (r *revision) override(o Override) {
	if !slices.Contains(catalog.Parts, o.Part) {
		r.refuse("part", "part.unknown", string(o.Part))
		return
	}
	if slices.Contains(r.over, o.Part) {
		r.refuse("part", "override.twice", string(o.Part))
		return
	}
	r.over = append(r.over, o.Part)
	text := strings.TrimSpace(o.Text)
	if text == "" {
		r.refuse("text", "override.empty")
		return
	}
	r.stated(o.Part)
	r.write(o.Part, text)
}

func (r *revision) write(part catalog.Part, text string) {
	p := &r.p
	switch part {
	case catalog.PartName:
		p.Name = text
	case catalog.PartSteps:
		p.Steps = lineItems(text, func(s string) catalog.Step { return catalog.Step{Text: s} })
	case catalog.PartChannels:
		r.writeChannels(text)
	case catalog.PartDossier:
		p.Dossier = []catalog.DossierCase{{Papers: lineItems(text,
			func(s string) catalog.Paper { return catalog.Paper{Name: s} })}}
	case catalog.PartCopies:
		r.writeCopies(text)
	case catalog.PartTimeLimit:
		p.Limit = catalog.TimeLimit{Text: text}
		for i := range p.Methods {
			p.Methods[i].Limit = catalog.TimeLimit{}
		}
	case catalog.PartApplicants:
		p.Applicants = lineItems(text, func(s string) string { return s })
	case catalog.PartAgency:
		p.Agencies = lineItems(text, named)
	case catalog.PartForms:
		p.Forms = lineItems(text, func(s string) string { return s })
	case catalog.PartConditions:
		p.Conditions = text
	case catalog.PartFees:
		p.Fees = lineItems(text, func(s string) catalog.Fee { return catalog.Fee{Text: s} })
		for i := range p.Methods {
			p.Methods[i].Fees = nil
		}
	case catalog.PartResult:
		p.Results = lineItems(text, named)
	case catalog.PartLegalBasis:
		p.Law = lineItems(text, func(s string) catalog.LegalBasis { return catalog.LegalBasis{Name: s} })
	}
}

// writeChannels keeps the channels with their limits and fees, which are parts of their own, and puts the
// words in place of what was said beside them.
func (r *revision) writeChannels(text string) {
	if len(r.p.Methods) == 0 {
		r.p.Methods = []catalog.Method{{}}
	}
	for i := range r.p.Methods {
		r.p.Methods[i].Text = ""
	}
	r.p.Methods[0].Text = text
}

// writeCopies reads "01", "1 bộ", "01 (một) bộ".
func (r *revision) writeCopies(text string) {
	digits, _, _ := strings.Cut(text, " ")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 {
		r.refuse("text", "copies.too_few")
		return
	}
	r.p.Copies = value.Known(n)
}

func named(s string) catalog.Named { return catalog.Named{Name: s} }

// lineItems makes an item of every line that says something.
func lineItems[T any](text string, item func(string) T) []T {
	var out []T
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, item(line))
		}
	}
	return out
}
