package docx

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rasoat/report"
)

// xmlText gathers XML. Markup goes in raw; what people wrote goes in through text.
type xmlText struct {
	bytes.Buffer
	points int // type size of what is written; 0: that of its style
}

func (x *xmlText) raw(s string) { x.WriteString(s) }

// text writes s escaped, without the characters that XML cannot hold.
func (x *xmlText) text(s string) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			x.raw("&amp;")
		case r == '<':
			x.raw("&lt;")
		case r == '>':
			x.raw("&gt;")
		case r == '"':
			x.raw("&quot;")
		case r == utf8.RuneError && size == 1 || !inXML(r):
		default:
			x.raw(s[i : i+size])
		}
		i += size
	}
}

// inXML reports whether r is a Char of XML 1.0.
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
}

// paragraph is what a paragraph may say of itself beside its style.
type paragraph struct {
	style    string
	keepNext bool
	newPage  bool // begins a page
	rule     bool // a line along its upper edge, between the indents
	leader   int  // a dotted leader up to this position, in twips; 0: none
	spacing  string
	ind      string
	jc       string
	sect     string
}

// open writes the start of a paragraph; its properties stand in the order of the schema.
func (x *xmlText) open(p paragraph) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="` + p.style + `"/>`)
	if p.keepNext {
		x.raw(`<w:keepNext/>`)
	}
	if p.newPage {
		x.raw(`<w:pageBreakBefore/>`)
	}
	if p.rule {
		x.raw(`<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>`)
	}
	if p.leader > 0 {
		x.raw(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="` + itoa(p.leader) + `"/></w:tabs>`)
	}
	if p.spacing != "" {
		x.raw(`<w:spacing ` + p.spacing + `/>`)
	}
	if p.ind != "" {
		x.raw(`<w:ind ` + p.ind + `/>`)
	}
	if p.jc != "" {
		x.raw(`<w:jc w:val="` + p.jc + `"/>`)
	}
	x.raw(p.sect + `</w:pPr>`)
}

func (x *xmlText) closeParagraph() { x.raw(`</w:p>`) }

// para writes a whole paragraph.
func (x *xmlText) para(p paragraph, runs ...report.Run) {
	x.open(p)
	x.runs(runs)
	x.closeParagraph()
}

func (x *xmlText) runs(runs []report.Run) {
	for _, r := range runs {
		x.run(r)
	}
}

func (x *xmlText) run(r report.Run) {
	if r.Text == "" {
		return
	}
	x.raw(`<w:r>`)
	if r.Bold || r.Italic || x.points > 0 {
		x.raw(`<w:rPr>`)
		if r.Bold {
			x.raw(`<w:b/><w:bCs/>`)
		}
		if r.Italic {
			x.raw(`<w:i/><w:iCs/>`)
		}
		if x.points > 0 {
			x.raw(`<w:sz w:val="` + itoa(2*x.points) + `"/><w:szCs w:val="` + itoa(2*x.points) + `"/>`)
		}
		x.raw(`</w:rPr>`)
	}
	for i, line := range strings.Split(strings.ReplaceAll(r.Text, "\r\n", "\n"), "\n") {
		if i > 0 {
			x.raw(`<w:br/>`)
		}
		x.raw(`<w:t xml:space="preserve">`)
		x.text(line)
		x.raw(`</w:t>`)
	}
	x.raw(`</w:r>`)
}
