package exchange

import (
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// pastedSteps reads steps from pasted lines, or from a table: the longest text of a line is what is done, another
// before it the name of the step.
func pastedSteps(text string) (out []catalog.Step) {
	for _, cells := range pastedLines(text, "noi dung", "trinh tu", "buoc") {
		s := catalog.Step{Text: cells[0]}
		if len(cells) > 1 {
			s = catalog.Step{Name: cells[0], Text: strings.Join(cells[1:], "\n")}
		}
		out = append(out, s)
	}
	return out
}

// pastedPapers reads papers from pasted lines, or from a table: the name first, then how many originals and copies.
func pastedPapers(text string) (out []catalog.Paper) {
	for _, cells := range pastedLines(text, "ten giay to", "giay to", "thanh phan", "ho so") {
		p := catalog.Paper{Name: cells[0]}
		counts := []*value.Opt[int]{&p.Originals, &p.Copies}
		for i, c := range cells[1:min(len(cells), 3)] {
			number, _, _ := strings.Cut(c, " ")
			if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < 1_000 {
				*counts[i] = value.Known(n)
			}
		}
		out = append(out, p)
	}
	return out
}

// pastedLaw reads legal documents from pasted lines, or from a table: the number where one is found, and the whole line
// as the name.
func pastedLaw(text string) (out []catalog.LegalBasis) {
	for _, cells := range pastedLines(text, "so van ban", "van ban", "can cu", "so ky hieu") {
		line := strings.Join(cells, " ")
		l := catalog.LegalBasis{Number: decisionNumber.FindString(line), Name: line}
		if len(cells) > 1 && l.Number == cells[0] {
			l.Name = strings.Join(cells[1:], " ")
		}
		out = append(out, l)
	}
	return out
}

// pastedLines are the filled cells of pasted lines, without what numbers a line and without a line of heads, which
// begins like one of the words.
func pastedLines(text string, heads ...string) (out [][]string) {
	rows := listedNames(text)
	if strings.Contains(text, "\t") {
		rows, _ = pastedCells(text) // what is too large is cut off where it is
	}
	for i, row := range rows {
		var cells []string
		for _, c := range row {
			if c = viet.CleanText(c); c == "" || len(cells) == 0 && len(row) > 1 && isSerial(c) {
				continue
			}
			cells = append(cells, c)
		}
		if len(cells) == 0 || i == 0 && len(row) > 1 && isHeadLike(row, heads) {
			continue
		}
		cells[0] = strings.TrimSpace(listMark.ReplaceAllString(cells[0]+" ", ""))
		if cells[0] != "" {
			out = append(out, cells)
		}
	}
	return out
}

// isHeadLike reports whether a line says what the columns are.
func isHeadLike(row []string, heads []string) bool {
	for _, c := range row {
		folded := viet.Fold(c)
		if ownColumnOf(c) == ownSerial {
			return true
		}
		for _, h := range heads {
			if folded == h || strings.HasPrefix(folded, h+" ") && len(folded) < 40 {
				return true
			}
		}
	}
	return false
}

// ReadPart reads a pasted list as what a list of a procedure's form holds, by the name of the list: "steps", "papers"
// or "legal_basis". Papers stand in one case.
func ReadPart(list, text string) (p catalog.Procedure) {
	switch list {
	case "steps":
		p.Steps = pastedSteps(text)
	case "papers":
		if papers := pastedPapers(text); len(papers) > 0 {
			p.Dossier = []catalog.DossierCase{{Papers: papers}}
		}
	case "legal_basis":
		p.Law = pastedLaw(text)
	}
	return p
}
