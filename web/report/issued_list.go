package report

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// issuedList is the reports of a plan that went out. Template: report/issued_list.
type issuedList struct {
	page.Frame
	All  int
	List page.Listing
	Rows []issuedRow
}

// issuedRow is one of them.
type issuedRow struct {
	app.IssuedReport
	Name, By string // of its kind; of who issued it
}

// Href is its page.
func (r issuedRow) Href() string { return page.IssuedHref(r.ID) + "/trang" }

// IssuedReports lists the reports of the plan that went out, newest first, with those that were taken back.
func (s *Room) IssuedReports(c *gin.Context) error {
	plan, _, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	all, err := s.App.IssuedReports(c.Request.Context(), plan.ID)
	if err != nil {
		return err
	}
	names := s.Names(c)
	rows := make([]issuedRow, len(all))
	for i, r := range all {
		rows[i] = issuedRow{r, s.Text.Name("report_kind", r.Kind), names(r.Author)}
	}
	list := s.issuedList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("issued.list"), rows)
	}
	m := issuedList{Frame: s.Frame(c, s.Text.Say("issued.list")), All: len(rows)}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, rows)
	return s.Show(c, http.StatusOK, "report/issued_list", m)
}

func (s *Room) issuedList() page.List[issuedRow] {
	type row = issuedRow
	state := func(r row) string {
		if r.Withdrawn != nil {
			return s.Text.Say("issued.state.withdrawn")
		}
		return s.Text.Say("issued.state.stands")
	}
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("so", "plan.col.number", func(r row) string { return r.Number }),
			page.DayColumn("ngay", "col.date", func(r row) value.Date { return r.Date }),
			page.WordsColumn("loai", "col.kind", func(r row) string { return r.Name }),
			page.WordsColumn("ten", "col.name", func(r row) string { return r.Title }, page.Beside),
			page.WordsColumn("nguoi", "issued.col.by", func(r row) string { return r.By }),
			page.WordsColumn("trang-thai", "col.status", state),
			page.WordsColumn("ly-do", "issued.col.reason", func(r row) string {
				if r.Withdrawn == nil {
					return ""
				}
				return r.Withdrawn.Reason
			}, page.Aside),
		},
		Filters: []page.Filter[row]{
			{ID: "loai", Title: "col.kind", Chips: true, Of: func(r row) []field.Option {
				return page.One(r.Kind, r.Name)
			}},
			{ID: "tinh-trang", Title: "col.status", Of: func(r row) []field.Option {
				return page.One(state(r), state(r))
			}},
		},
	}
}
