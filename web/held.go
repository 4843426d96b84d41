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

// held lists the rows of imports that wait for a person.
func (s *Server) held(c *gin.Context) error {
	items, err := s.app.HeldItems(c.Request.Context(), s.person(c))
	if err != nil {
		return err
	}
	m := heldList{frame: s.frame(c, s.text.Say("held.title")), Count: s.text.Say("held.count", len(items)),
		Nothing: emptyState{Text: s.text.Say("held.nothing"), Next: link{s.text.Say("catalogue.import"), "/danh-muc/nhap"}}}
	if code := c.Query("xong"); code != "" {
		m.Saved = s.text.Say("held.done", code)
	}
	for _, i := range items {
		row := heldRow{Href: heldHref(i.ID), Code: i.Code, Name: i.Came.Name, Why: viet.Capital(s.text.Say(i.Reason, i.Args...)), From: s.heldFrom(i), When: viet.ShortDate(value.On(i.At))}
		if i.Stored.Number > 0 {
			row.Stored = i.Stored.Procedure.Name
		}
		m.Rows = append(m.Rows, row)
	}
	return s.show(c, http.StatusOK, "catalogue/held", m)
}

func heldHref(id int64) string { return "/danh-muc/cho-xu-ly/" + strconv.FormatInt(id, 10) }

func (s *Server) heldFrom(i app.HeldItem) string { return s.text.Say("held.from", i.File, i.Row) }

// heldRow shows one row that waits beside what is stored.
func (s *Server) heldRow(c *gin.Context) error {
	return s.showHeld(c, http.StatusOK, nil, nil)
}

func (s *Server) showHeld(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	id, err := taskID(c)
	if err != nil {
		return err
	}
	i, err := s.app.HeldItem(c.Request.Context(), s.person(c), id)
	if err != nil {
		return err
	}
	if typed == nil {
		typed = url.Values{"code": {string(i.Suggested)}}
	}
	m := heldShow{frame: s.frame(c, s.text.Say("held.title")), Code: i.Code, Name: i.Came.Name, Back: link{s.text.Say("held.title"), "/danh-muc/cho-xu-ly"},
		From: s.heldFrom(i), Why: viet.Capital(s.text.Say(i.Reason, i.Args...)), Theirs: s.text.Say("held.stored"), Mine: s.text.Say("held.came")}
	stored := catalog.Procedure{}
	if i.Stored.Number > 0 {
		stored = i.Stored.Procedure
		m.Stored = link{stored.Name, procedureHref(stored.Code)}
		m.Words = s.remarks(catalog.Describe(stored, i.Taken))
	} else {
		m.Nothing = s.text.Say("held.not_stored", i.Code)
	}
	for _, part := range catalog.Diff(stored, i.Taken).Parts {
		if part.Changed {
			m.Parts = append(m.Parts, s.compared(part))
		}
	}
	f := field.NewSheet(s.text, typed, problems)
	m.Take = []field.Cell{f.Cell("code", s.text.Say("held.code"), field.Need, field.Medium, field.Hint(s.text.Say("held.code_hint"))),
		f.Cell("take.reason", s.text.Say("held.take_reason"), field.Need)}
	m.Discard = f.Cell("discard.reason", s.text.Say("held.discard_reason"), field.Need)
	m.Summary = f.Summary()
	return s.show(c, status, "catalogue/held_row", m)
}

// decideHeld takes a row that waits, or discards it.
func (s *Server) decideHeld(c *gin.Context) error {
	id, err := taskID(c)
	if err != nil {
		return err
	}
	typed, err := s.posted(c)
	if err != nil {
		return err
	}
	act := "discard"
	if typed.Get("act") == "take" {
		act = "take"
		var saved app.Saved
		if saved, err = s.app.TakeHeld(c.Request.Context(), s.person(c), id, catalog.Code(typed.Get("code")), typed.Get("take.reason")); err == nil {
			c.Redirect(http.StatusSeeOther, savedHref(saved))
			return nil
		}
	} else {
		if err = s.app.DiscardHeld(c.Request.Context(), s.person(c), id, typed.Get("discard.reason")); err == nil {
			c.Redirect(http.StatusSeeOther, "/danh-muc/cho-xu-ly?xong="+strconv.FormatInt(id, 10))
			return nil
		}
	}
	var problems value.Problems
	if !errors.As(err, &problems) {
		return err
	}
	for i := range problems { // one page, two forms
		if problems[i].Field == "reason" {
			problems[i].Field = act + ".reason"
		}
	}
	return s.showHeld(c, http.StatusUnprocessableEntity, typed, problems)
}
