package catalogue

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/web/page"
)

// Incomplete lists the commune's procedures that lack a part which the law requires (Decree 63/2010/NĐ-CP, article 8
// clause 2), each with its form.
func (s *Room) Incomplete(c *gin.Context) error {
	all, err := s.App.Incomplete(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	m := incompleteList{
		Frame:   s.Frame(c, s.Text.Say("incomplete.title")),
		Count:   s.Text.Say("work.count.incomplete", len(all)),
		Nothing: page.EmptyState{Text: s.Text.Say("incomplete.none")},
	}
	for _, p := range all {
		row := incompleteRow{Code: string(p.Code), Name: p.Name, Href: page.ProcedureHref(p.Code)}
		for _, part := range p.Missing {
			row.Missing = append(row.Missing, page.Link{
				Text: s.Text.Name("part", string(part)),
				Href: row.Href + "/sua#" + partID(part),
			})
		}
		m.Rows = append(m.Rows, row)
	}
	return s.Show(c, http.StatusOK, "catalogue/incomplete", m)
}

// incompleteList is the procedures that lack a part. Template: catalogue/incomplete.
type incompleteList struct {
	page.Frame
	Count   string
	Rows    []incompleteRow
	Nothing page.EmptyState
}

type incompleteRow struct {
	Code, Name, Href string
	Missing          []page.Link // to the part on the procedure's form
}
