// Package indicator is the room of the indicators: the figures of a month, what is released of them, and their trend.
package indicator

import (
	"bytes"
	"cmp"
	"embed"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// Month shows a month of the indicators, to be filled in by those who may.
func (s *Room) Month(c *gin.Context) error {
	now, err := s.askedMonth(c, c.Query("thang"))
	if err != nil {
		return err
	}
	return s.showIndicators(c, http.StatusOK, now, s.storedGrid(now))
}

// askedMonth is the month that an address or a form names, of the plan that the page is about.
func (s *Room) askedMonth(c *gin.Context, raw string) (app.IndicatorMonth, error) {
	m, err := page.TypedMonth(raw)
	if err != nil {
		return app.IndicatorMonth{}, err
	}
	return s.App.Indicators(c.Request.Context(), s.PlanID(c), m)
}

// Save saves a month's figures, or takes figures from a sheet or a register into the page without saving them.
func (s *Room) Save(c *gin.Context, in url.Values) (page.Act, error) {
	now, err := s.askedMonth(c, in.Get("thang"))
	if err != nil {
		return page.Act{}, err
	}
	g := s.typedGrid(now, in)
	show := func() error { return s.showIndicators(c, http.StatusOK, now, g) }
	return page.Act{
		Do: func() (page.Done, error) {
			for i := range g.rows { // kept, so that they are not lost where the form is refused
				r := &g.rows[i]
				kept, problems := s.KeepEvidence(c, r.Key()+".file")
				r.Evidence, g.problems = append(r.Evidence, kept...), append(g.problems, problems...)
			}
			if in.Get("do") == "read" {
				return page.Done{Show: show}, s.readSheet(c, &g)
			}
			if key, use := strings.CutPrefix(in.Get("do"), "use:"); use {
				n, there := now.Counted[key]
				if r := g.row(key); r != nil && there {
					r.numerator, r.denominator = viet.Number(n.Part), viet.Number(n.Whole)
				}
				return page.Done{Show: show}, nil
			}
			figures, problems := g.read()
			if problems = append(g.problems, problems...); len(problems) > 0 {
				return page.Done{}, problems
			}
			entries, month := make([]app.FigureEntry, len(figures)), now.Table.Month
			for i, f := range figures {
				entries[i] = app.FigureEntry{Figure: f, Base: g.rows[i].base}
			}
			done := page.Done{To: page.MonthHref(page.IndicatorsPath, month), Say: "indicator.unchanged"}
			n, err := s.App.EnterFigures(c.Request.Context(), s.Person(c), s.PlanID(c), month, entries)
			if n > 0 {
				done.Say, done.Args = "indicator.saved", []any{n}
			}
			return done, err
		},
		Again: func(t page.Typed) error {
			g.problems, g.both = t.Problems, t.Both
			if t.Status == http.StatusConflict {
				if now, err = s.App.Indicators(c.Request.Context(), s.PlanID(c), now.Table.Month); err != nil {
					return err
				}
				s.clash(c, now, &g)
			}
			return s.showIndicators(c, t.Status, now, g)
		},
	}, nil
}

// readSheet puts the figures of a sheet, or of a pasted table, into the page.
func (s *Room) readSheet(c *gin.Context, g *typedGrid) error {
	raw := []byte(g.paste)
	if files := page.SentFiles(c, "sheet"); len(files) > 0 {
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
	if err != nil {
		return err
	}
	for _, r := range rows {
		if t := g.row(r.Key); t != nil {
			t.numerator, t.denominator, t.Note = r.Numerator, r.Denominator, cmp.Or(r.Note, t.Note)
		}
	}
	g.paste, g.done = "", s.Text.Say("indicator.read", len(rows))
	_, problems := g.read()
	return append(g.problems, problems...).Err()
}

// clash puts what somebody else saved meanwhile beside what was typed; saving again takes what is typed.
func (s *Room) clash(c *gin.Context, now app.IndicatorMonth, g *typedGrid) {
	people := s.Names(c)
	for i := range g.rows {
		r := &g.rows[i]
		saved := now.Saved[r.Key()]
		if r.base == saved.Version {
			continue
		}
		r.base = saved.Version
		stands, _ := now.Figure(r.Key()) // a clash is about a figure that is there
		if typed, _ := r.read(); app.SameFigure(typed, stands) {
			continue
		}
		numerator, denominator := countText(stands.Numerator), countText(stands.Denominator)
		r.clash = s.Text.Say("indicator.clash", people(saved.By), numerator, denominator)
		theirs := page.Joined("; ", numerator+"/"+denominator, stands.Note)
		mine := page.Joined("; ", r.numerator+"/"+r.denominator, r.Note)
		g.both.Rows = append(g.both.Rows, page.BothRow{Label: r.name, Saved: theirs, Typed: mine})
	}
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
	_, problems := g.read()
	f := field.NewSheet(s.Text, nil, append(g.problems, problems...))
	c.Header("Content-Type", "text/html; charset=utf-8")
	return s.Pages.Part(c.Writer, "part/indicator_grid", s.indicatorGrid(c, now, g, f, true))
}

// Release makes a month public.
func (s *Room) Release(c *gin.Context, in url.Values) (page.Act, error) {
	return s.changeRelease(c, in, "release.said", func(m value.Month, base int) error {
		return s.App.ReleaseIndicators(c.Request.Context(), s.Person(c), s.PlanID(c), m, base)
	})
}

// Reopen takes a released month up again.
func (s *Room) Reopen(c *gin.Context, in url.Values) (page.Act, error) {
	return s.changeRelease(c, in, "reopen.said", func(m value.Month, base int) error {
		return s.App.ReopenIndicators(c.Request.Context(), s.Person(c), s.PlanID(c), m, base, in.Get("reason"))
	})
}

func (s *Room) changeRelease(
	c *gin.Context, in url.Values, say string, change func(value.Month, int) error,
) (page.Act, error) {
	now, err := s.askedMonth(c, in.Get("thang"))
	if err != nil {
		return page.Act{}, err
	}
	base, err := strconv.Atoi(in.Get("base"))
	if err != nil {
		return page.Act{}, value.Problems{{Field: "base", Code: "form.unreadable"}}
	}
	month := now.Table.Month
	return page.Act{
		Do: func() (page.Done, error) {
			to := page.MonthHref(page.IndicatorsPath, month)
			return page.Done{To: to, Say: say, Args: []any{viet.MonthYear(month)}}, change(month, base)
		},
		Again: func(t page.Typed) error {
			newest, err := s.App.Indicators(c.Request.Context(), s.PlanID(c), month)
			if err != nil {
				return err
			}
			g := s.storedGrid(newest)
			g.reason, g.problems, g.both = t.Values.Get("reason"), t.Problems, t.Both
			return s.showIndicators(c, t.Status, newest, g)
		},
	}, nil
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
	return page.GiveDocument(c, "chi-tieu-"+now.Table.Month.String(), page.Excel, b.Bytes())
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
	m, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	all, err := s.App.Released(c.Request.Context())
	if err != nil {
		return err
	}
	model := indicatorPublic{Frame: s.Frame(c, s.Text.Say("page.released"))}
	if len(all) == 0 && m.IsZero() {
		return s.Show(c, http.StatusOK, "indicator/public", model)
	}
	r, err := s.App.ReleasedMonth(c.Request.Context(), m)
	if err != nil {
		return err
	}
	for _, x := range slices.Backward(all) {
		label := s.Text.Say("month.tab_public", int(x.Month.Month), viet.MonthYear(x.Month))
		model.Months = append(model.Months, s.monthTab(page.ReleasedPath, x.Month, r.Month, label))
	}
	table := r.Table()
	model.Of, model.Counts, model.Grid = r, s.indicatorCounts(table), s.publicGrid(r, table)
	return s.Show(c, http.StatusOK, "indicator/public", model)
}

// indicatorPublic is a released month as everybody sees it. Template: indicator/public.
type indicatorPublic struct {
	page.Frame
	Of     review.IndicatorRelease // of no month where nothing was released yet
	Months []page.MonthTab
	Counts []page.Verdict
	Grid   indicatorGrid
}
