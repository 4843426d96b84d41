package report

import "strings"

// Text is a document as lines of text: cells joined by " | ", holes as what belongs there in brackets.
func (d Document) Text() string {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	tell := func(list []Block) {
		for _, s := range Lines(list) {
			line(s)
		}
	}
	for _, l := range d.Letterhead.IssuerLines() {
		line(told(l))
	}
	line(told(d.NumberLine()))
	line(told(d.PlaceDate()))
	line(d.Type)
	line(d.Title)
	for _, l := range d.AddresseeLines() {
		line(told(l))
	}
	tell(d.Body)
	above, name := d.Letterhead.SignatureLines()
	for _, l := range append(above, []Run{name}) {
		line(told(l))
	}
	for _, l := range d.RecipientLines() {
		line(told(l))
	}
	for i, a := range d.Annexes {
		line(d.AnnexLabel(i))
		line(a.Title)
		line(told(d.Attached()))
		tell(a.Body)
	}
	return b.String()
}

// Lines are blocks as lines of text.
func Lines(list []Block) []string {
	out := []string{}
	line := func(s string) { out = append(out, s) }
	for _, b := range list {
		switch x := b.(type) {
		case Heading:
			line(x.Text)
		case Paragraph:
			line(told(x.Runs))
		case Bullet:
			line("- " + told(x.Runs))
		case Dotted:
			line("[" + x.What + "]")
		case Table:
			for _, rows := range [][][]Cell{x.Heads(), x.Rows, {x.Total}} {
				for _, row := range rows {
					if row != nil {
						line(RowText(row))
					}
				}
			}
		}
	}
	return out
}

// told is runs with their holes named.
func told(list []Run) string {
	s := ""
	for _, r := range list {
		if r.Hole != "" {
			s += "[" + r.Hole + "]"
		} else {
			s += r.Text
		}
	}
	return s
}

// RowText is the cells of a row that say something.
func RowText(row []Cell) string {
	var out []string
	for _, c := range row {
		if c.Text != "" {
			out = append(out, c.Text)
		}
	}
	return strings.Join(out, " | ")
}
