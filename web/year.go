package web

import (
	"bytes"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// yearPath is the year table of a plan, by unit and officer.
const yearPath = "/bang-nam"

// year shows what each unit and officer did under a plan in its year.
func (s *Server) year(c *gin.Context) error {
	t, err := s.app.Year(c.Request.Context(), s.person(c), s.planID(c))
	if err != nil {
		return err
	}
	say := s.text.Say
	m := yearTable{frame: s.frame(c, say("nav.year")), Headline: say("year.headline", t.Plan.Year), All: t.All, Sheet: yearPath + ".xlsx?" + planParam + "=" + string(t.Plan.ID),
		State: joined(" · ", say("plan.state", t.Plan.Number, viet.ShortDate(t.Plan.Date)), say("year.as_of", viet.ShortDate(t.AsOf)))}
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
		m.Nothing = emptyState{Text: say("year.none"), Next: link{say("nav.review"), "/ra-soat"}}
	case len(t.Units) == 0:
		m.Nothing = emptyState{Text: say("year.none_own"), Next: link{say("nav.work"), firstPage}}
	}
	return s.show(c, http.StatusOK, "year/table", m)
}

// yearLine writes a row; what is nothing of something is 0, what did not arise is a dash.
func (s *Server) yearLine(p review.Plan, name string, t review.Tally) yearLine {
	out := yearLine{Name: name, Assigned: strconv.Itoa(t.Assigned), Done: strconv.Itoa(t.Done), OnTime: strconv.Itoa(t.OnTime), Late: strconv.Itoa(t.Late),
		Undated: strconv.Itoa(t.Undated), Returned: strconv.Itoa(t.Returned), Saved: viet.Number(int64(t.Saved)), Share: "–"}
	if text, arose := t.Share().HonestPercent(p.Rules.PercentPlaces.Or(2), value.Whole(100)); arose {
		out.Share = viet.Percent(text, p.Rules.TrimZeroPercent)
	}
	return out
}

// yearSheet hands the table out as a workbook.
func (s *Server) yearSheet(c *gin.Context) error {
	var b bytes.Buffer
	plan := s.planID(c)
	if err := s.app.WriteYear(c.Request.Context(), s.person(c), plan, &b); err != nil {
		return err
	}
	p, _, err := s.app.Plan(c.Request.Context(), plan)
	if err != nil {
		return err
	}
	attach(c, s.text.Say("year.file", p.Year)+".xlsx")
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, fileTypes[1].media, b.Bytes())
	return nil
}
