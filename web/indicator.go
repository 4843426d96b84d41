package web

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

const (
	indicatorsPath = "/chi-tieu-cu-the"
	releasedPath   = "/chi-tieu-cong-khai"
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

func monthHref(path string, m value.Month) string {
	return path + "?" + url.Values{"thang": {m.String()}}.Encode()
}

// indicators shows a month of the indicators, to be filled in by those who may.
func (s *Server) indicators(c *gin.Context) error {
	now, err := s.askedMonth(c, c.Query("thang"))
	if err != nil {
		return err
	}
	g := s.storedGrid(now)
	if n, err := strconv.Atoi(c.Query("da-luu")); err == nil && n >= 0 {
		g.done = s.text.Say("indicator.saved", n)
	}
	return s.showIndicators(c, http.StatusOK, now, g)
}

// askedMonth is the month that an address or a form names, of the plan that the page is about.
func (s *Server) askedMonth(c *gin.Context, raw string) (app.IndicatorMonth, error) {
	m, err := monthOf(raw)
	if err != nil {
		return app.IndicatorMonth{}, err
	}
	return s.app.Indicators(c.Request.Context(), s.planID(c), m)
}

// saveIndicators saves a month's figures, or takes figures from a sheet into the page without saving them.
func (s *Server) saveIndicators(c *gin.Context) error {
	in, err := s.uploaded(c)
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
	n, err := s.app.EnterFigures(c.Request.Context(), s.person(c), s.planID(c), now.Table.Month, entries)
	var conflict *value.Conflict
	switch {
	case errors.As(err, &g.problems):
		return s.showIndicators(c, http.StatusUnprocessableEntity, now, g)
	case errors.As(err, &conflict):
		return s.showClash(c, now, g)
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, monthHref(indicatorsPath, now.Table.Month)+"&da-luu="+strconv.Itoa(n))
	return nil
}

// keepUploads keeps the files that came with the rows, so that they are not lost where the form is refused.
func (s *Server) keepUploads(c *gin.Context, now app.IndicatorMonth, g *typedGrid) {
	for i := range g.rows {
		r := &g.rows[i]
		for _, head := range c.Request.MultipartForm.File[r.key+".file"] {
			f, err := head.Open()
			if err != nil {
				g.problems.Add(r.key+".file", "form.unreadable")
				continue
			}
			e, err := s.app.PutEvidence(c.Request.Context(), s.person(c), head.Filename, f)
			f.Close() // only read
			var problems value.Problems
			switch {
			case errors.As(err, &problems):
				g.problems = append(g.problems, problems.Under(r.key+".file")...)
			case err != nil:
				s.log.Error("evidence not kept", "request", c.GetString(requestID), "error", err)
				g.problems.Add(r.key+".file", "evidence.not_kept", head.Filename)
			default:
				r.evidence = append(r.evidence, e)
			}
		}
	}
}

// readSheet puts the figures of a sheet, or of a pasted table, into the page.
func (s *Server) readSheet(c *gin.Context, now app.IndicatorMonth, g typedGrid) error {
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
	rows, err := s.app.ReadFigures(c.Request.Context(), s.person(c), s.planID(c), raw)
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
	g.paste, g.done = "", s.text.Say("indicator.read", len(rows))
	g.entries(now)
	status := http.StatusOK
	if len(g.problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return s.showIndicators(c, status, now, g)
}

// showClash shows what somebody else saved meanwhile beside what was typed; saving again takes what is typed.
func (s *Server) showClash(c *gin.Context, before app.IndicatorMonth, g typedGrid) error {
	now, err := s.app.Indicators(c.Request.Context(), s.planID(c), before.Table.Month)
	if err != nil {
		return err
	}
	people := s.shownNames(c)
	for i := range g.rows {
		r := &g.rows[i]
		saved := now.Saved[r.key]
		if r.base == saved.Version {
			continue
		}
		r.base = saved.Version
		f, _ := now.Figure(r.key) // a clash is about a figure that is there
		if typed, _ := r.figure(f); !app.SameFigure(typed, f) {
			r.clash = s.text.Say("indicator.clash", people(saved.By), countText(f.Numerator), countText(f.Denominator))
			g.problems.Add(r.key, "indicator.clashed")
		}
	}
	return s.showIndicators(c, http.StatusConflict, now, g)
}

// priceIndicators judges the figures while they are typed; nothing is saved.
func (s *Server) priceIndicators(c *gin.Context) error {
	in, err := s.posted(c)
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
	if err := s.pages.Part(&b, "part/indicator_grid", s.indicatorGrid(c, now, g, true)); err != nil {
		return err
	}
	c.Data(http.StatusOK, "text/html; charset=utf-8", b.Bytes())
	return nil
}

// releaseIndicators makes a month public.
func (s *Server) releaseIndicators(c *gin.Context) error {
	return s.changeRelease(c, func(m value.Month, base int, _ url.Values) error {
		return s.app.ReleaseIndicators(c.Request.Context(), s.person(c), s.planID(c), m, base)
	})
}

// reopenIndicators takes a released month up again.
func (s *Server) reopenIndicators(c *gin.Context) error {
	return s.changeRelease(c, func(m value.Month, base int, in url.Values) error {
		return s.app.ReopenIndicators(c.Request.Context(), s.person(c), s.planID(c), m, base, in.Get("reason"))
	})
}

func (s *Server) changeRelease(c *gin.Context, change func(value.Month, int, url.Values) error) error {
	in, err := s.posted(c)
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
	c.Redirect(http.StatusSeeOther, monthHref(indicatorsPath, now.Table.Month))
	return nil
}

// indicatorSheet hands out the month as a workbook to fill in.
func (s *Server) indicatorSheet(c *gin.Context) error {
	now, err := s.askedMonth(c, c.Query("thang"))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.app.WriteFigures(c.Request.Context(), s.person(c), s.planID(c), now.Table.Month, &b); err != nil {
		return err
	}
	attach(c, "chi-tieu-"+now.Table.Month.String()+".xlsx")
	c.Data(http.StatusOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b.Bytes())
	return nil
}

// evidence hands out a file of evidence, to be saved and never to be shown in the page.
func (s *Server) evidence(c *gin.Context) error {
	f, name, err := s.app.Evidence(c.Request.Context(), s.person(c), s.planID(c), c.Param("sha"))
	if err != nil {
		return err
	}
	defer f.Close() // only read
	attach(c, name)
	c.DataFromReader(http.StatusOK, -1, "application/octet-stream", f, nil)
	return nil
}

func attach(c *gin.Context, name string) {
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
}

// released shows a released month to everybody.
func (s *Server) released(c *gin.Context) error {
	ctx := c.Request.Context()
	m, err := monthOf(c.Query("thang"))
	if err != nil {
		return err
	}
	all, err := s.app.Released(ctx)
	if err != nil {
		return err
	}
	model := indicatorPublic{frame: s.frame(c, s.text.Say("page.released"))}
	if len(all) == 0 && m.IsZero() {
		model.Headline = s.text.Say("page.released")
		model.Nothing = emptyState{s.text.Say("released.none"), link{s.text.Say("page.home"), "/"}}
		return s.show(c, http.StatusOK, "indicator/public", model)
	}
	r, err := s.app.ReleasedMonth(ctx, m)
	if err != nil {
		return err
	}
	table := r.Table()
	model.Headline = s.text.Say("released.headline", viet.MonthYear(r.Month))
	model.State = s.text.Say("released.state", r.PlanNumber, viet.ShortDate(r.On))
	if r.Reopened != nil {
		model.Notice = s.text.Say("released.reopened")
	}
	for i := len(all) - 1; i >= 0; i-- {
		x := all[i]
		model.Months = append(model.Months, monthTab{Text: s.text.Say("month.short", int(x.Month.Month)), Label: s.text.Say("month.tab_public", int(x.Month.Month), viet.MonthYear(x.Month)),
			Href: monthHref(releasedPath, x.Month), Current: x.Month == r.Month})
	}
	model.Counts = s.indicatorCounts(table)
	model.Grid = s.publicGrid(review.Plan{Groups: r.Groups}, table)
	return s.show(c, http.StatusOK, "indicator/public", model)
}
