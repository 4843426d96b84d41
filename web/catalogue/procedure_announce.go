package catalogue

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// AnnounceForm shows the page on which a decision announces or repeals a procedure.
func (s *Room) AnnounceForm(c *gin.Context) error {
	v, err := s.App.Procedure(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	return s.showAnnounce(c, http.StatusOK, v, url.Values{}, nil, "")
}

// Announce announces or repeals a procedure by a decision.
func (s *Room) Announce(c *gin.Context) error {
	ctx, code := c.Request.Context(), catalog.Code(c.Param("code"))
	typed, err := s.Posted(c)
	if err != nil {
		return err
	}
	base, _ := strconv.Atoi(typed.Get("version")) // 0 is no version, and so a conflict
	r := formReader{v: typed}
	var saved app.Saved
	if typed.Get("act") == "repeal" {
		until := r.date("validity.until")
		if err = r.problems.Err(); err == nil {
			saved, err = s.App.Repeal(ctx, s.Person(c), code, typed.Get("validity.repealed_by"), until, typed.Get("repeal.reason"), base)
		}
	} else {
		d := catalog.Decision{Number: typed.Get("decision.number"), Date: r.date("decision.date"), By: typed.Get("decision.by")}
		from := r.date("validity.from")
		if err = r.problems.Err(); err == nil {
			saved, err = s.App.Announce(ctx, s.Person(c), code, d, from, typed.Get("announce.reason"), base)
		}
	}
	if err == nil {
		c.Redirect(http.StatusSeeOther, page.SavedHref(saved))
		return nil
	}
	var problems value.Problems
	var conflict *value.Conflict
	status, stale := http.StatusUnprocessableEntity, ""
	if errors.As(err, &conflict) {
		status, stale = http.StatusConflict, s.Text.Say("announce.stale", conflict.Newest)
	} else if !errors.As(err, &problems) {
		return err
	}
	for i := range problems { // one page, two forms
		if problems[i].Field == "reason" {
			problems[i].Field = map[bool]string{true: "repeal.reason", false: "announce.reason"}[typed.Get("act") == "repeal"]
		}
	}
	v, err := s.App.Procedure(ctx, s.Reader(c), code)
	if err != nil {
		return err
	}
	return s.showAnnounce(c, status, v, typed, problems, stale)
}

func (s *Room) showAnnounce(c *gin.Context, status int, v app.Version, typed url.Values, problems value.Problems, stale string) error {
	p := v.Procedure
	f := field.NewSheet(s.Text, typed, problems)
	m := procedureAnnounce{Frame: s.Frame(c, s.Text.Say("announce.title")), Code: string(p.Code), Name: p.Name, Back: page.Link{Text: p.Name, Href: page.ProcedureHref(p.Code)},
		State: page.Joined(" · ", s.Text.Name("status", string(p.Status)), s.versionName(v)), Version: strconv.Itoa(v.Number), Stale: stale}
	day, why := field.Hint(s.Text.Say("edit.date_hint", viet.ShortDate(s.App.Today()))), field.Hint(s.Text.Say("edit.reason_hint"))
	m.Announce = []field.Cell{
		f.Cell("decision.number", s.Text.Say("edit.decision_number"), field.Need, field.Medium), f.Cell("decision.date", s.Text.Say("edit.decision_date"), field.Need, field.Short, day),
		f.Cell("decision.by", s.Text.Say("edit.decision_by"), field.Medium), f.Cell("validity.from", s.Text.Say("edit.valid_from"), field.Need, field.Short, day),
		f.Cell("announce.reason", s.Text.Say("announce.reason"), field.Need, why),
	}
	m.Repeal = []field.Cell{
		f.Cell("validity.repealed_by", s.Text.Say("edit.repealed_by"), field.Need, field.Medium), f.Cell("validity.until", s.Text.Say("edit.valid_until"), field.Need, field.Short, day),
		f.Cell("repeal.reason", s.Text.Say("repeal.reason"), field.Need, why),
	}
	m.Summary = f.Summary()
	return s.Show(c, status, "catalogue/procedure_announce", m)
}

// procedureAnnounce is the page on which a decision announces or repeals a procedure. Template: catalogue/procedure_announce.
type procedureAnnounce struct {
	page.Frame
	Code, Name string
	Back       page.Link
	State      string
	Version    string
	Summary    field.Summary
	Announce   []field.Cell
	Repeal     []field.Cell
	Stale      string // says that somebody else saved meanwhile; empty: nobody did
}
