package indicator

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// monthOf is a month as an address or a form says it; no month where it says none.
func monthOf(raw string) (value.Month, error) {
	if raw == "" {
		return value.Month{}, nil
	}
	m, err := value.ParseMonth(raw)
	if err != nil {
		return m, value.Problems{{Field: "thang", Code: "month.form", Args: []any{raw}}}
	}
	return m, nil
}

// Month shows a month of the indicators, to be filled in by those who may.
func (s *Room) Month(c *gin.Context) error {
	now, err := s.askedMonth(c, c.Query("thang"))
	if err != nil {
		return err
	}
	g := s.storedGrid(now)
	if n, err := strconv.Atoi(c.Query("da-luu")); err == nil && n >= 0 {
		g.done = s.Text.Say("indicator.saved", n)
	}
	return s.showIndicators(c, http.StatusOK, now, g)
}

// askedMonth is the month that an address or a form names, of the plan that the page is about.
func (s *Room) askedMonth(c *gin.Context, raw string) (app.IndicatorMonth, error) {
	m, err := monthOf(raw)
	if err != nil {
		return app.IndicatorMonth{}, err
	}
	return s.App.Indicators(c.Request.Context(), s.PlanID(c), m)
}

// Save saves a month's figures, or takes figures from a sheet into the page without saving them.
func (s *Room) Save(c *gin.Context) error {
	in, err := s.Uploaded(c)
	if err != nil {
		return err
	}
	now, err := s.askedMonth(c, in.Get("thang"))
	if err != nil {
		return err
	}
	g := s.typedGrid(now, in)
	s.keepUploads(c, now, &g)
	if in.Get("do") == "read" {
		return s.readSheet(c, now, g)
	}
	if key, use := strings.CutPrefix(in.Get("do"), "use:"); use {
		g.use(key, now)
		return s.showIndicators(c, http.StatusOK, now, g)
	}
	entries := g.entries(now)
	if len(g.problems) > 0 {
		return s.showIndicators(c, http.StatusUnprocessableEntity, now, g)
	}
	n, err := s.App.EnterFigures(c.Request.Context(), s.Person(c), s.PlanID(c), now.Table.Month, entries)
	var conflict *value.Conflict
	switch {
	case errors.As(err, &g.problems):
		return s.showIndicators(c, http.StatusUnprocessableEntity, now, g)
	case errors.As(err, &conflict):
		return s.showClash(c, now, g)
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, page.MonthHref(page.IndicatorsPath, now.Table.Month)+"&da-luu="+strconv.Itoa(n))
	return nil
}

// keepUploads keeps the files that came with the rows, so that they are not lost where the form is refused.
func (s *Room) keepUploads(c *gin.Context, now app.IndicatorMonth, g *typedGrid) {
	for i := range g.rows {
		r := &g.rows[i]
		for _, head := range c.Request.MultipartForm.File[r.key+".file"] {
			f, err := head.Open()
			if err != nil {
				g.problems.Add(r.key+".file", "form.unreadable")
				continue
			}
			e, err := s.App.PutEvidence(c.Request.Context(), s.Person(c), head.Filename, f)
			f.Close() // only read
			var problems value.Problems
			switch {
			case errors.As(err, &problems):
				g.problems = append(g.problems, problems.Under(r.key+".file")...)
			case err != nil:
				s.Log.Error("evidence not kept", "request", c.GetString(page.RequestID), "error", err)
				g.problems.Add(r.key+".file", "evidence.not_kept", head.Filename)
			default:
				r.evidence = append(r.evidence, e)
			}
		}
	}
}

// readSheet puts the figures of a sheet, or of a pasted table, into the page.
func (s *Room) readSheet(c *gin.Context, now app.IndicatorMonth, g typedGrid) error {
	raw := []byte(g.paste)
	if files := c.Request.MultipartForm.File["sheet"]; len(files) > 0 {
		f, err := files[0].Open()
		if err != nil {
			return err
		}
		defer f.Close() // only read
		if raw, err = io.ReadAll(f); err != nil {
			return err
		}
	}
	rows, err := s.App.ReadFigures(c.Request.Context(), s.Person(c), s.PlanID(c), raw)
	if errors.As(err, &g.problems) {
		return s.showIndicators(c, http.StatusUnprocessableEntity, now, g)
	}
	if err != nil {
		return err
	}
	for _, r := range rows {
		for i := range g.rows {
			if t := &g.rows[i]; t.key == r.Key {
				t.numerator, t.denominator = r.Numerator, r.Denominator
				if r.Note != "" {
					t.note = r.Note
				}
			}
		}
	}
	g.paste, g.done = "", s.Text.Say("indicator.read", len(rows))
	g.entries(now)
	status := http.StatusOK
	if len(g.problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return s.showIndicators(c, status, now, g)
}

// showClash shows what somebody else saved meanwhile beside what was typed; saving again takes what is typed.
func (s *Room) showClash(c *gin.Context, before app.IndicatorMonth, g typedGrid) error {
	now, err := s.App.Indicators(c.Request.Context(), s.PlanID(c), before.Table.Month)
	if err != nil {
		return err
	}
	people := s.ShownNames(c)
	for i := range g.rows {
		r := &g.rows[i]
		saved := now.Saved[r.key]
		if r.base == saved.Version {
			continue
		}
		r.base = saved.Version
		f, _ := now.Figure(r.key) // a clash is about a figure that is there
		if typed, _ := r.figure(f); !app.SameFigure(typed, f) {
			r.clash = s.Text.Say("indicator.clash", people(saved.By), countText(f.Numerator), countText(f.Denominator))
			g.problems.Add(r.key, "indicator.clashed")
		}
	}
	return s.showIndicators(c, http.StatusConflict, now, g)
}

// Price judges the figures while they are typed; nothing is saved.
func (s *Room) Price(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	now, err := s.askedMonth(c, in.Get("thang"))
	if err != nil {
		return err
	}
	g := s.typedGrid(now, in)
	g.entries(now)
	var b bytes.Buffer
	if err := s.Pages.Part(&b, "part/indicator_grid", s.indicatorGrid(c, now, g, true)); err != nil {
		return err
	}
	c.Data(http.StatusOK, "text/html; charset=utf-8", b.Bytes())
	return nil
}

// Release makes a month public.
func (s *Room) Release(c *gin.Context) error {
	return s.changeRelease(c, func(m value.Month, base int, _ url.Values) error {
		return s.App.ReleaseIndicators(c.Request.Context(), s.Person(c), s.PlanID(c), m, base)
	})
}

// Reopen takes a released month up again.
func (s *Room) Reopen(c *gin.Context) error {
	return s.changeRelease(c, func(m value.Month, base int, in url.Values) error {
		return s.App.ReopenIndicators(c.Request.Context(), s.Person(c), s.PlanID(c), m, base, in.Get("reason"))
	})
}

func (s *Room) changeRelease(c *gin.Context, change func(value.Month, int, url.Values) error) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	now, err := s.askedMonth(c, in.Get("thang"))
	if err != nil {
		return err
	}
	base, err := strconv.Atoi(in.Get("base"))
	if err != nil {
		return value.Problems{{Field: "base", Code: "form.unreadable"}}
	}
	g := s.storedGrid(now)
	g.reason = in.Get("reason")
	err = change(now.Table.Month, base, in)
	if errors.As(err, &g.problems) {
		return s.showIndicators(c, http.StatusUnprocessableEntity, now, g)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, page.MonthHref(page.IndicatorsPath, now.Table.Month))
	return nil
}

// Sheet hands out the month as a workbook to fill in.
func (s *Room) Sheet(c *gin.Context) error {
	now, err := s.askedMonth(c, c.Query("thang"))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.App.WriteFigures(c.Request.Context(), s.Person(c), s.PlanID(c), now.Table.Month, &b); err != nil {
		return err
	}
	page.Attach(c, "chi-tieu-"+now.Table.Month.String()+".xlsx")
	c.Data(http.StatusOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b.Bytes())
	return nil
}

// Evidence hands out a file of evidence, to be saved and never to be shown in the page.
func (s *Room) Evidence(c *gin.Context) error {
	f, name, err := s.App.Evidence(c.Request.Context(), s.Person(c), s.PlanID(c), c.Param("sha"))
	if err != nil {
		return err
	}
	defer f.Close() // only read
	page.Attach(c, name)
	c.DataFromReader(http.StatusOK, -1, "application/octet-stream", f, nil)
	return nil
}

// Released shows a released month to everybody.
func (s *Room) Released(c *gin.Context) error {
	ctx := c.Request.Context()
	m, err := monthOf(c.Query("thang"))
	if err != nil {
		return err
	}
	all, err := s.App.Released(ctx)
	if err != nil {
		return err
	}
	model := indicatorPublic{Frame: s.Frame(c, s.Text.Say("page.released"))}
	if len(all) == 0 && m.IsZero() {
		model.Headline = s.Text.Say("page.released")
		model.Nothing = page.EmptyState{Text: s.Text.Say("released.none"), Next: page.Link{Text: s.Text.Say("page.home"), Href: "/"}}
		return s.Show(c, http.StatusOK, "indicator/public", model)
	}
	r, err := s.App.ReleasedMonth(ctx, m)
	if err != nil {
		return err
	}
	table := r.Table()
	model.Headline = s.Text.Say("released.headline", viet.MonthYear(r.Month))
	model.State = s.Text.Say("released.state", r.PlanNumber, viet.ShortDate(r.On))
	if r.Reopened != nil {
		model.Notice = s.Text.Say("released.reopened")
	}
	for i := len(all) - 1; i >= 0; i-- {
		x := all[i]
		model.Months = append(model.Months, page.MonthTab{Text: s.Text.Say("month.short", int(x.Month.Month)), Label: s.Text.Say("month.tab_public", int(x.Month.Month), viet.MonthYear(x.Month)),
			Href: page.MonthHref(page.ReleasedPath, x.Month), Current: x.Month == r.Month})
	}
	model.Counts = s.indicatorCounts(table)
	model.Grid = s.publicGrid(review.Plan{Groups: r.Groups}, table)
	return s.Show(c, http.StatusOK, "indicator/public", model)
}

// indicatorPublic is a released month as everybody sees it. Template: indicator/public.
type indicatorPublic struct {
	page.Frame
	Headline string
	State    string
	Months   []page.MonthTab
	Notice   string // that it is being put right
	Counts   []page.Verdict
	Grid     indicatorGrid
	Nothing  page.EmptyState // where nothing was released yet
}
