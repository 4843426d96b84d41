package docx

// The page of Decree 30/2020/NĐ-CP, appendix I, in twips: A4 with margins of 20 mm above and below, 30 mm
// on the left, 15 mm on the right.
const (
	pageShort, pageLong = 11906, 16838
	marginY             = 1134
	marginLeft          = 1701
	marginRight         = 850
	headerAt            = 510 // the page number stands in the middle of the top margin
	portraitWidth       = pageShort - marginLeft - marginRight
	landscapeWidth      = pageLong - marginLeft - marginRight
)

// headLeft and headRight are the columns of the head: the issuing body, and the national name, which must
// fit on one line.
const (
	headLeft  = 3855
	headRight = portraitWidth - headLeft
)

func textWidth(landscape bool) int {
	if landscape {
		return landscapeWidth
	}
	return portraitWidth
}

// section is the properties of a section: its own page numbers from 1, none shown on its first page.
//
// Decree 30/2020/NĐ-CP, appendix I.
func section(landscape bool) string {
	size := `<w:pgSz w:w="` + itoa(pageShort) + `" w:h="` + itoa(pageLong) + `"/>`
	if landscape {
		size = `<w:pgSz w:w="` + itoa(pageLong) + `" w:h="` + itoa(pageShort) + `" w:orient="landscape"/>`
	}
	return `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" ` +
		`r:id="rId5"/>` +
		`<w:type w:val="nextPage"/>` + size +
		`<w:pgMar w:top="` + itoa(marginY) + `" w:right="` + itoa(marginRight) + `" w:bottom="` + itoa(marginY) +
		`" w:left="` + itoa(marginLeft) + `" w:header="` + itoa(headerAt) + `" w:footer="510" w:gutter="0"/>` +
		`<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>`
}
