package docx

import "rasoat/report"

// head is the letterhead: a table of two columns without lines; issuing body and number on the left,
// national name, motto, place and day on the right.
//
// Decree 30/2020/NĐ-CP, appendix I.
func (x *xmlText) head(d report.Document) {
	x.openTable("TableNormal", portraitWidth, []int{headLeft, headRight})
	x.raw(`<w:tr>`)
	x.cell(headLeft, func() { x.issuer(d.Letterhead) })
	x.cell(headRight, x.nation)
	x.raw(`</w:tr><w:tr>`)
	above := `w:before="160" w:after="0"`
	x.cell(headLeft, func() { x.para(paragraph{style: "HeadText", spacing: above}, d.NumberLine()...) })
	x.cell(headRight, func() { x.para(paragraph{style: "HeadText", spacing: above}, report.Italic(d.PlaceDate())...) })
	x.raw(`</w:tr></w:tbl>`)
}

func (x *xmlText) cell(width int, content func()) {
	x.raw(`<w:tc><w:tcPr><w:tcW w:w="` + itoa(width) + `" w:type="dxa"/></w:tcPr>`)
	content()
	x.raw(`</w:tc>`)
}

// issuer is the superior where there is one, the issuing body, and a rule of two fifths of its line.
func (x *xmlText) issuer(l report.Letterhead) {
	if l.Parent != "" {
		x.line(12, report.Run{Text: l.Parent})
	}
	last := ""
	for _, line := range l.IssuerLines() {
		x.line(12, line...)
		last = report.Plain(line)
	}
	x.rule(headLeft, min(boldWidth(last, 12), headLeft)*2/5)
}

// nation is the national name, and the motto with a rule as long as its text.
func (x *xmlText) nation() {
	x.line(12, report.Run{Text: report.NationalName, Bold: true})
	x.line(13, report.Run{Text: report.Motto, Bold: true})
	x.rule(headRight, boldWidth(report.Motto, 13))
}

// line writes a line of the head in its own type size.
func (x *xmlText) line(points int, runs ...report.Run) {
	style := "HeadText"
	if points == 12 {
		style = "HeadName"
	}
	x.para(paragraph{style: style}, runs...)
}

// foot is the list of recipients on the left and the signature on the right; the rows stay together.
func (x *xmlText) foot(d report.Document) {
	const left, right = 4200, portraitWidth - 4200
	x.para(paragraph{
		style:    "Rule",
		keepNext: true,
		spacing:  `w:before="0" w:after="0" w:line="160" w:lineRule="exact"`,
	})
	x.openTable("TableNormal", portraitWidth, []int{left, right})
	x.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	x.cell(left, func() {
		x.para(paragraph{style: "RecipientsHead"}, report.Run{Text: "Nơi nhận:"})
		for _, line := range d.RecipientLines() {
			x.para(paragraph{style: "Recipients"}, line...)
		}
	})
	x.cell(right, func() { x.signature(d.Letterhead) })
	x.raw(`</w:tr></w:tbl>`)
}

// signatures are two who sign a form, side by side below place and day; they stay on one page.
func (x *xmlText) signatures(b report.Signatures, width int) {
	left := width / 2
	x.openTable("TableNormal", width, []int{left, width - left})
	x.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for i, side := range []struct {
		above [][]report.Run
		name  report.Run
	}{{b.Left, b.Author}, {b.Right, b.Name}} {
		x.cell(left, func() {
			day := b.Day
			if i == 0 {
				day = nil
			}
			x.para(paragraph{style: "HeadText"}, day...)
			for _, line := range side.above {
				x.para(paragraph{style: "Signature"}, line...)
			}
			x.para(paragraph{style: "Signature", spacing: `w:before="1100" w:after="0"`}, side.name)
		})
	}
	x.raw(`</w:tr></w:tbl>`)
	x.para(paragraph{style: "Rule", spacing: `w:before="0" w:after="0" w:line="20" w:lineRule="exact"`})
}

// signature leaves room for the hand and the seal between title and name.
func (x *xmlText) signature(l report.Letterhead) {
	above, name := l.SignatureLines()
	for _, line := range above {
		x.para(paragraph{style: "Signature"}, line...)
	}
	x.para(paragraph{style: "Signature", spacing: `w:before="1400" w:after="0"`}, name)
}
