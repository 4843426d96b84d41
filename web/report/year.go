package report

import (
	"bytes"
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// Year shows what each unit and officer did under a plan in its year.
func (s *Room) Year(c *gin.Context) error {
	t, err := s.App.Year(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	m := yearTable{Frame: s.Frame(c, s.Text.Say("nav.year")), Table: t}
	return s.Show(c, http.StatusOK, "report/year", m)
}

// YearSheet hands the table out as a workbook.
func (s *Room) YearSheet(c *gin.Context) error {
	var b bytes.Buffer
	plan := s.PlanID(c)
	if err := s.App.WriteYear(c.Request.Context(), s.Person(c), plan, &b); err != nil {
		return err
	}
	p, _, err := s.App.Plan(c.Request.Context(), plan)
	if err != nil {
		return err
	}
	page.Attach(c, s.Text.Say("year.file", p.Year)+".xlsx")
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, page.FileTypes[1].Media, b.Bytes())
	return nil
}

// yearTable is what each unit and officer did under a plan in its year. Template: report/year.
type yearTable struct {
	page.Frame
	Table app.YearTable
}

// yearCells is a row of the table.
type yearCells struct {
	review.Tally
	Share string // "66,67%"; a dash where it did not arise
}

// Cells is a row of the table.
func (m yearTable) Cells(t review.Tally) yearCells {
	rules := m.Table.Plan.Rules
	share, arose := t.Share().HonestPercent(rules.PercentPlaces.Or(2), value.Whole(100))
	if !arose {
		return yearCells{t, "–"}
	}
	return yearCells{t, viet.Percent(share, rules.TrimZeroPercent)}
}
