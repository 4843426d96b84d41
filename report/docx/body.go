package docx

import (
	"strings"

	"rasoat/report"
)

// body is word/document.xml.
func body(d report.Document) []byte {
	x := &xmlText{}
	x.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	if !d.Section {
		x.head(d)
	}
	x.title(d)
	x.addressees(d)
	if d.Section {
		x.blocks(d.Body, portraitWidth)
	} else {
		last := max(len(d.Body)-1, 0)
		x.blocks(d.Body[:last], portraitWidth)
		x.closing(d.Body[last:])
		x.foot(d)
	}
	landscape := false
	for i, a := range d.Annexes {
		x.endSection(landscape)
		landscape = a.Landscape
		x.annex(d, i)
	}
	x.raw(tail(paragraph{}) + section(landscape) + `</w:body></w:document>`)
	return x.Bytes()
}

// endSection closes the pages written so far; the paragraph that does it takes no room.
func (x *xmlText) endSection(landscape bool) { x.raw(tail(paragraph{sect: section(landscape)})) }

func tail(p paragraph) string {
	p.style = "Rule"
	p.spacing = `w:before="0" w:after="0" w:line="20" w:lineRule="exact"`
	var x xmlText
	x.para(p)
	return x.String()
}

func (x *xmlText) title(d report.Document) {
	x.para(paragraph{style: "Title"}, report.Run{Text: d.Type})
	x.para(paragraph{style: "Subtitle"}, report.Run{Text: d.Title})
	width := boldWidth(longestLine(d.Title), 14)
	x.rule(portraitWidth, min(width, portraitWidth)*2/5)
	x.para(paragraph{style: "Rule", spacing: `w:before="0" w:after="0" w:line="240" w:lineRule="exact"`})
}

func longestLine(s string) string {
	longest := ""
	for _, line := range strings.Split(s, "\n") {
		if len(line) > len(longest) {
			longest = line
		}
	}
	return longest
}

// rule draws a line of the given length in the middle of a column.
func (x *xmlText) rule(column, length int) {
	side := itoa((column - length) / 2)
	x.para(paragraph{style: "Rule", rule: true, ind: `w:left="` + side + `" w:right="` + side + `"`})
}

func (x *xmlText) addressees(d report.Document) {
	lines := d.AddresseeLines()
	for i, line := range lines {
		p := paragraph{style: "Addressee"}
		if len(lines) > 1 { // the list hangs below its "Kính gửi:"
			p.ind, p.jc = `w:left="2835"`, "left"
			if i == 0 {
				p.ind = `w:left="1701"`
			}
		}
		if i == len(lines)-1 {
			p.spacing = `w:before="0" w:after="240"`
		}
		x.para(p, line...)
	}
}

func (x *xmlText) annex(d report.Document, i int) {
	a := d.Annexes[i]
	x.para(paragraph{style: "AnnexLabel"}, report.Run{Text: d.AnnexLabel(i)})
	x.para(paragraph{style: "AnnexTitle"}, report.Run{Text: a.Title})
	if !d.Section {
		x.para(paragraph{style: "AnnexNote"}, d.Attached()...)
	}
	width := textWidth(a.Landscape)
	x.rule(width, 2200)
	x.para(paragraph{style: "Rule", spacing: `w:before="0" w:after="0" w:line="200" w:lineRule="exact"`})
	x.blocks(a.Body, width)
}

func (x *xmlText) blocks(blocks []report.Block, width int) {
	for i, b := range blocks {
		switch b := b.(type) {
		case report.Fold:
			for n, line := range b.Heading {
				own := n == 0 && i > 0
				x.para(paragraph{style: "Title", keepNext: true, newPage: own}, report.Run{Text: line})
			}
		case report.Signatures:
			x.signatures(b, width)
		case report.Heading:
			x.para(paragraph{style: "Heading" + itoa(min(max(b.Level, 1), 3))}, report.Run{Text: b.Text})
		case report.Paragraph:
			x.para(bodyParagraph(b), b.Runs...)
		case report.Bullet:
			x.para(paragraph{style: "BodyText"}, append([]report.Run{{Text: "- "}}, b.Runs...)...)
		case report.Table:
			x.table(b, width)
		case report.Dotted:
			x.dottedLines(b, width)
		}
	}
}

// closing writes the last block of a body, which stays on the page of the signature: none stands alone on a page.
func (x *xmlText) closing(last []report.Block) {
	for _, b := range last {
		if p, is := b.(report.Paragraph); is {
			kept := bodyParagraph(p)
			kept.keepNext = true
			x.para(kept, p.Runs...)
			continue
		}
		x.blocks([]report.Block{b}, portraitWidth)
	}
}

func bodyParagraph(b report.Paragraph) paragraph {
	p := paragraph{style: "BodyText", jc: justify(b.Align), keepNext: b.Kept}
	if b.Flush || b.Align == report.Center || b.Align == report.Right {
		p.ind = `w:firstLine="0"`
	}
	return p
}

func justify(a report.Align) string {
	return [...]string{"", "left", "center", "right"}[a]
}

// dottedLines leaves room to write: what belongs there, a leader to the margin, and one more line.
func (x *xmlText) dottedLines(b report.Dotted, width int) {
	x.open(paragraph{style: "BodyText", keepNext: true, leader: width, jc: "left"})
	x.run(report.Run{Text: "(" + b.What + ") ", Italic: true})
	x.raw(`<w:r><w:tab/></w:r>`)
	x.closeParagraph()
	x.open(paragraph{style: "BodyText", leader: width, ind: `w:firstLine="0"`, jc: "left"})
	x.raw(`<w:r><w:tab/></w:r>`)
	x.closeParagraph()
}
