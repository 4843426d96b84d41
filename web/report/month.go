package report

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Month shows the monthly report of a month as the office writes it: without one, of the month that waits to be
// written.
func (s *Room) Month(c *gin.Context) error {
	m, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	return s.showMonth(c, m, page.Shown(nil))
}

// showMonth shows the page; what was typed is that of the places, or of the issue.
func (s *Room) showMonth(c *gin.Context, month value.Month, t page.Typed) error {
	b, err := s.App.Month(c.Request.Context(), s.PlanID(c), month)
	if err != nil {
		return err
	}
	d, err := s.App.MonthDraft(c.Request.Context(), b)
	if err != nil {
		return err
	}
	query := page.MonthHref("", b.Period.Month)
	section := page.Link{Text: s.Text.Say("month.section"), Href: "/bao-cao/monthly.docx" + query + "&phan=1"}
	m := monthBook{
		Frame:  s.Frame(c, s.Text.Say("month.headline", viet.MonthYear(b.Period.Month))),
		Book:   b,
		Both:   t.Both,
		Months: s.monthTabs(b),
		Issued: s.issuedLines(b.Issued),
		Draft: draft{
			Preview: previewPath + monthlyKind + query,
			Files:   append(reportFiles("/bao-cao/"+monthlyKind, query), section),
			Found:   d.Found,
			Holes:   strings.Join(page.Holes(s.Text, d.Holes), "; "),
		},
		Opened:   opened(t),
		MayEdit:  s.mayEditMonth(c, b),
		MayIssue: s.mayIssueMonth(c, b),
	}
	stands := func(x issuedLine) bool { return x.Withdrawn == "" }
	if i := slices.IndexFunc(m.Issued, stands); i >= 0 {
		m.Standing = m.Issued[i]
	}
	places := s.monthPlaces(c, b)
	f := field.NewSheet(s.Text, places.values(t), t.Problems)
	f.Keys = placeKeys
	m.Places = s.lay(c, places, f, t, m.MayEdit)
	if f.Typed.Get("date") == "" && !t.Values.Has("date") {
		f.Typed.Set("date", viet.ShortDate(s.App.Today()))
	}
	if m.MayIssue {
		m.Issue = monthIssue.Lay(f).Cells
	}
	m.Summary, m.Index = f.Summary(), s.bookIndex(m.Draft, m.Places, m.MayIssue)
	return s.Show(c, t.Status, "report/month", m)
}

// mayEditMonth and mayIssueMonth say what who asks may do with the report of a month that has begun.
func (s *Room) mayEditMonth(c *gin.Context, b app.MonthBook) bool {
	return s.Person(c).May(account.EnterFigures) && monthOpen(b)
}

func (s *Room) mayIssueMonth(c *gin.Context, b app.MonthBook) bool {
	return s.Person(c).May(account.IssueReport) && monthOpen(b)
}

func monthOpen(b app.MonthBook) bool {
	return b.Plan.TakesWork() == nil && len(review.CheckReportMonth(b.Plan, b.Period.Month, b.Last)) == 0
}

// monthPlaces are the places of a month's report.
func (s *Room) monthPlaces(c *gin.Context, b app.MonthBook) book {
	return book{
		places:  b.Plan.Places(),
		month:   b.Period.Month,
		entries: b.Entries,
		title: func(id review.PlaceID) string {
			return cmp.Or(b.Plan.PlaceTitle(id), s.Text.Name("place", string(id)))
		},
		check: func(e review.MonthEntry) value.Problems { return review.CheckMonthEntry(b.Plan, e, b.Last) },
		save: func(ctx context.Context, typed []app.TypedEntry) error {
			return s.App.SaveMonth(ctx, s.Person(c), b.Plan.ID, typed)
		},
		newest: func() (map[review.PlaceID]app.SavedEntry, error) {
			now, err := s.App.Month(c.Request.Context(), string(b.Plan.ID), b.Period.Month)
			return now.Entries, err
		},
		to:    page.MonthHref(page.MonthPath, b.Period.Month),
		again: func(t page.Typed) error { return s.showMonth(c, b.Period.Month, t) },
	}
}

// SaveMonth keeps what was written for a month.
func (s *Room) SaveMonth(c *gin.Context, in url.Values) (page.Act, error) {
	month, err := page.TypedMonth(in.Get("month"))
	if err != nil {
		return page.Act{}, err
	}
	b, err := s.App.Month(c.Request.Context(), s.PlanID(c), month)
	if err != nil {
		return page.Act{}, err
	}
	places := s.monthPlaces(c, b).beside(in, previewPath+page.MonthHref(monthlyKind, b.Period.Month),
		func(t page.Typed) error { return s.previewMonth(c, b, t) })
	return s.saveBook(c, in, places), nil
}

// monthTabs are the months of the plan that may be written, from its first on.
func (s *Room) monthTabs(b app.MonthBook) []page.MonthTab {
	var out []page.MonthTab
	for m := b.Plan.FirstMonth(); !m.After(b.Last) && m.Year == b.Plan.Year; m = m.Add(1) {
		out = append(out, page.MonthTab{
			Text:    s.Text.Say("month.short", int(m.Month)),
			Label:   s.Text.Say("month.tab_public", int(m.Month), viet.MonthYear(m)),
			Href:    page.MonthHref(page.MonthPath, m),
			Current: m == b.Period.Month,
		})
	}
	return out
}

var monthIssue = field.Form[app.ReportOptions]{
	field.Text("number", func(o *app.ReportOptions) *string { return &o.Number }, field.Need, field.Short),
	field.Date("date", func(o *app.ReportOptions) *value.Date { return &o.Date }, field.Need),
}

// IssueMonth asks before the monthly report goes out under its number and date, and freezes it.
func (s *Room) IssueMonth(c *gin.Context, in url.Values) (page.Act, error) {
	month, err := page.TypedMonth(in.Get("month"))
	if err != nil {
		return page.Act{}, err
	}
	act := func(save func(app.ReportOptions) (page.Done, error)) page.Act {
		return page.ActOf(s.Kit, in, page.Edit[app.ReportOptions]{
			Form:  monthIssue,
			Keys:  placeKeys,
			Base:  app.ReportOptions{Kind: monthlyKind, Plan: s.PlanID(c), Month: month},
			Save:  func(o app.ReportOptions, _ func(*app.ReportOptions)) (page.Done, error) { return save(o) },
			Again: func(t page.Typed) error { return s.showMonth(c, month, t) },
		})
	}
	return s.Checked(c, in, func() (asked page.Check, err error) {
		_, err = act(func(o app.ReportOptions) (page.Done, error) {
			asked, err = s.checkIssue(c, o)
			return page.Done{}, err
		}).Do()
		return asked, err
	}, act(func(o app.ReportOptions) (page.Done, error) { return s.issue(c, o) })), nil
}

// monthBook is the monthly report as the office writes it. Template: report/month.
type monthBook struct {
	page.Frame
	Book              app.MonthBook
	Both              page.BothVersions
	Summary           field.Summary
	Months            []page.MonthTab
	Issued            []issuedLine
	Standing          issuedLine // the newest that was not taken back
	Draft             draft
	Opened            string // names the opened page
	Index             page.Index
	Places            []placeShow
	Issue             []field.Cell
	MayEdit, MayIssue bool
}
