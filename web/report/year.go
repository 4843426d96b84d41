package report

import (
	"bytes"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

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
	say := s.Text.Say
	plan := say("plan.state", t.Plan.Number, viet.ShortDate(t.Plan.Date))
	m := yearTable{
		Frame:    s.Frame(c, say("nav.year")),
		Headline: say("year.headline", t.Plan.Year),
		All:      t.All,
		Sheet:    page.YearPath + ".xlsx?" + page.PlanParam + "=" + string(t.Plan.ID),
		State:    page.Joined(" · ", plan, say("year.as_of", viet.ShortDate(t.AsOf))),
	}
	for _, u := range t.Units {
		unit := yearUnit{Name: u.Unit}
		if unit.Name == "" {
			unit.Name = say("year.no_unit")
		}
		unit.Line = s.yearLine(t.Plan, unit.Name, u.Tally)
		for _, o := range u.Officers {
			name := t.Shown(o.Officer)
			if name == "" {
				name = viet.Capital(say("campaign.nobody"))
			}
			unit.Officers = append(unit.Officers, s.yearLine(t.Plan, name, o.Tally))
		}
		m.Units = append(m.Units, unit)
	}
	m.Total = s.yearLine(t.Plan, say("year.total"), t.Total)
	switch {
	case len(t.Units) == 0 && t.All:
		m.Nothing = page.EmptyState{Text: say("year.none"), Next: page.Link{Text: say("nav.review"), Href: "/ra-soat"}}
	case len(t.Units) == 0:
		m.Nothing = page.EmptyState{
			Text: say("year.none_own"),
			Next: page.Link{Text: say("nav.work"), Href: page.FirstPage},
		}
	}
	return s.Show(c, http.StatusOK, "report/year", m)
}

// yearLine writes a row; what is nothing of something is 0, what did not arise is a dash.
func (s *Room) yearLine(p review.Plan, name string, t review.Tally) yearLine {
	out := yearLine{
		Name:     name,
		Assigned: strconv.Itoa(t.Assigned),
		Done:     strconv.Itoa(t.Done),
		OnTime:   strconv.Itoa(t.OnTime),
		Late:     strconv.Itoa(t.Late),
		Undated:  strconv.Itoa(t.Undated),
		Returned: strconv.Itoa(t.Returned),
		Saved:    viet.Number(int64(t.Saved)),
		Share:    "–",
	}
	if text, arose := t.Share().HonestPercent(p.Rules.PercentPlaces.Or(2), value.Whole(100)); arose {
		out.Share = viet.Percent(text, p.Rules.TrimZeroPercent)
	}
	return out
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
	Headline string // "Bảng năm 2024"
	State    string
	All      bool // everybody's rows; else those of who asks
	Units    []yearUnit
	Total    yearLine
	Sheet    string // address of the workbook
	Nothing  page.EmptyState
}

// yearUnit is a unit with its officers.
type yearUnit struct {
	Name     string
	Line     yearLine
	Officers []yearLine
}

// yearLine is a row, finished: "4", "66,67%", "20.974.080"; a dash for what did not arise.
type yearLine struct {
	Name     string
	Assigned string
	Done     string
	OnTime   string
	Late     string
	Undated  string
	Share    string
	Returned string
	Saved    string
}
