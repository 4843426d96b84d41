package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// announceForm shows the page on which a decision announces or repeals a procedure.
func (s *Server) announceForm(c *gin.Context) error {
	v, err := s.app.Procedure(c.Request.Context(), s.reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	return s.showAnnounce(c, http.StatusOK, v, url.Values{}, nil, "")
}

func (s *Server) announce(c *gin.Context) error {
	ctx, code := c.Request.Context(), catalog.Code(c.Param("code"))
	typed, err := s.posted(c)
	if err != nil {
		return err
	}
	base, _ := strconv.Atoi(typed.Get("version")) // 0 is no version, and so a conflict
	r := formReader{v: typed}
	var saved app.Saved
	if typed.Get("act") == "repeal" {
		until := r.date("validity.until")
		if err = r.problems.Err(); err == nil {
			saved, err = s.app.Repeal(ctx, s.person(c), code, typed.Get("validity.repealed_by"), until, typed.Get("repeal.reason"), base)
		}
	} else {
		d := catalog.Decision{Number: typed.Get("decision.number"), Date: r.date("decision.date"), By: typed.Get("decision.by")}
		from := r.date("validity.from")
		if err = r.problems.Err(); err == nil {
			saved, err = s.app.Announce(ctx, s.person(c), code, d, from, typed.Get("announce.reason"), base)
		}
	}
	if err == nil {
		c.Redirect(http.StatusSeeOther, savedHref(saved))
		return nil
	}
	var problems value.Problems
	var conflict *value.Conflict
	status, stale := http.StatusUnprocessableEntity, ""
	if errors.As(err, &conflict) {
		status, stale = http.StatusConflict, s.text.Say("announce.stale", conflict.Newest)
	} else if !errors.As(err, &problems) {
		return err
	}
	for i := range problems { // one page, two forms
		if problems[i].Field == "reason" {
			problems[i].Field = map[bool]string{true: "repeal.reason", false: "announce.reason"}[typed.Get("act") == "repeal"]
		}
	}
	v, err := s.app.Procedure(ctx, s.reader(c), code)
	if err != nil {
		return err
	}
	return s.showAnnounce(c, status, v, typed, problems, stale)
}

func (s *Server) showAnnounce(c *gin.Context, status int, v app.Version, typed url.Values, problems value.Problems, stale string) error {
	p := v.Procedure
	f := field.NewSheet(s.text, typed, problems)
	m := procedureAnnounce{frame: s.frame(c, s.text.Say("announce.title")), Code: string(p.Code), Name: p.Name, Back: link{p.Name, procedureHref(p.Code)},
		State: joined(" · ", s.text.Name("status", string(p.Status)), s.versionName(v)), Version: strconv.Itoa(v.Number), Stale: stale}
	day, why := field.Hint(s.text.Say("edit.date_hint", viet.ShortDate(s.app.Today()))), field.Hint(s.text.Say("edit.reason_hint"))
	m.Announce = []field.Cell{
		f.Cell("decision.number", s.text.Say("edit.decision_number"), field.Need, field.Medium), f.Cell("decision.date", s.text.Say("edit.decision_date"), field.Need, field.Short, day),
		f.Cell("decision.by", s.text.Say("edit.decision_by"), field.Medium), f.Cell("validity.from", s.text.Say("edit.valid_from"), field.Need, field.Short, day),
		f.Cell("announce.reason", s.text.Say("announce.reason"), field.Need, why),
	}
	m.Repeal = []field.Cell{
		f.Cell("validity.repealed_by", s.text.Say("edit.repealed_by"), field.Need, field.Medium), f.Cell("validity.until", s.text.Say("edit.valid_until"), field.Need, field.Short, day),
		f.Cell("repeal.reason", s.text.Say("repeal.reason"), field.Need, why),
	}
	m.Summary = f.Summary()
	return s.show(c, status, "procedure/announce", m)
}
