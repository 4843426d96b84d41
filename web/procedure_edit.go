package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// editProcedure shows the form of a procedure.
func (s *Server) editProcedure(c *gin.Context) error {
	v, err := s.app.Procedure(c.Request.Context(), s.reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	return s.showProcedureEdit(c, http.StatusOK, v, procedureValues(v.Procedure), editFault{})
}

// newProcedure shows the form of a procedure that the catalogue lacks.
func (s *Server) newProcedure(c *gin.Context) error {
	code, err := s.app.NextInternalCode(c.Request.Context())
	if err != nil {
		return err
	}
	typed := url.Values{"code": {string(code)}, "kind": {string(catalog.Internal)}, "group": {string(catalog.GroupB)}, "ours": {string(catalog.Decides)}}
	return s.showProcedureEdit(c, http.StatusOK, app.Version{}, typed, editFault{})
}

// editFault is why a form comes back.
type editFault struct {
	problems value.Problems
	newest   *app.Version // what somebody else saved meanwhile
	focus    string       // the row that was added
}

// saveProcedure saves a form, or adds a row to it or takes one out and shows it again.
func (s *Server) saveProcedure(c *gin.Context) error {
	ctx := c.Request.Context()
	typed, err := s.posted(c)
	if err != nil {
		return err
	}
	code := catalog.Code(c.Param("code"))
	base := app.Version{}
	if code != "" {
		n, err := strconv.Atoi(typed.Get("version"))
		if err != nil {
			return value.Problems{{Field: "version", Code: "form.unreadable"}}
		}
		if base, err = s.app.VersionOf(ctx, s.reader(c), code, n); err != nil {
			return err
		}
	}
	if focus, done := changeRows(typed); done {
		return s.showProcedureEdit(c, http.StatusOK, base, typed, editFault{focus: focus})
	}
	tidyForm(typed, true)
	p, unread := typedProcedure(typed, base.Procedure)
	own, _ := typedProcedure(procedureValues(base.Procedure), base.Procedure)
	p = catalog.Retyped(base.Procedure, own, p)
	if len(unread) > 0 {
		problems := append(unread, catalog.Check(p)...)
		if viet.Clean(typed.Get("reason")) == "" {
			problems.Add("reason", "reason.missing")
		}
		return s.showProcedureEdit(c, http.StatusUnprocessableEntity, base, typed, editFault{problems: problems})
	}
	var saved app.Saved
	if code == "" {
		saved, err = s.app.NewProcedure(ctx, s.person(c), p, typed.Get("reason"))
	} else {
		saved, err = s.app.EditProcedure(ctx, s.person(c), code, p, typed.Get("reason"), base.Number)
	}
	var problems value.Problems
	var conflict *value.Conflict
	switch {
	case errors.As(err, &problems):
		return s.showProcedureEdit(c, http.StatusUnprocessableEntity, base, typed, editFault{problems: problems})
	case errors.As(err, &conflict):
		newest, err := s.app.Procedure(ctx, s.reader(c), code)
		if err != nil {
			return err
		}
		return s.showProcedureEdit(c, http.StatusConflict, base, typed, editFault{newest: &newest})
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, savedHref(saved))
	return nil
}

// savedHref is the page of a procedure that says what was just saved.
func savedHref(saved app.Saved) string {
	return procedureHref(saved.Code) + "?da-luu=" + strconv.Itoa(saved.Version)
}

// changeRows adds a row to a list of the form, or takes one out, where a button for that was pressed.
func changeRows(typed url.Values) (focus string, done bool) {
	if row := typed.Get("bo"); row != "" {
		field.DropRow(typed, row)
		tidyForm(typed, false)
		return "", true
	}
	list := typed.Get("them")
	if list == "" {
		return "", false
	}
	tidyForm(typed, false)
	first := firstField[list[strings.LastIndexByte(list, '.')+1:]]
	if first == "" {
		return "", true
	}
	focus = field.RowName(list, len(field.RowNumbers(typed, list))) + "." + first
	typed.Set(focus, "")
	return focus, true
}

// firstField is the first field of a row of each list.
var firstField = map[string]string{"steps": "name", "methods": "channel", "dossier": "name", "papers": "name", "fees": "state", "legal_basis": "number"}

func (s *Server) showProcedureEdit(c *gin.Context, status int, base app.Version, typed url.Values, fault editFault) error {
	fields, err := s.app.Fields(c.Request.Context())
	if err != nil {
		return err
	}
	b := &editBuilder{s: s, f: field.NewSheet(s.text, typed, atNone(fault.problems)), typed: typed, focus: fault.focus, at: c.Request.URL.Path, fields: fields}
	m := procedureEdit{Headline: s.text.Say("edit.new"), Back: link{s.text.Say("nav.catalogue"), "/danh-muc"}, State: s.text.Say("edit.new_state"),
		Submit: s.text.Say("edit.save_new"), Cancel: link{s.text.Say("edit.cancel"), "/danh-muc"}}
	isNew := base.Number == 0
	if !isNew {
		p := base.Procedure
		m.Code, m.Version = string(p.Code), strconv.Itoa(base.Number)
		m.Headline, m.Back = s.text.Say("edit.title"), link{p.Name, procedureHref(p.Code)}
		m.State = s.versionName(base)
		m.Submit, m.Cancel = s.text.Say("edit.save"), link{s.text.Say("edit.cancel"), procedureHref(p.Code)}
	}
	if n := fault.newest; n != nil {
		m.Version = strconv.Itoa(n.Number)
		m.Conflict = s.procedureConflict(base, *n, typed)
		m.Submit = s.text.Say("edit.save_over", n.Number)
	}
	m.Parts = b.parts(isNew)
	m.Reason = b.f.Cell("reason", s.text.Say("edit.reason"), field.Kind("textarea"), field.Need, field.Hint(s.text.Say("edit.reason_hint")))
	m.Summary = b.f.Summary()
	m.frame = s.frame(c, m.Headline)
	return s.show(c, status, "procedure/edit", m)
}

// procedureConflict lays what stands beside what was typed.
func (s *Server) procedureConflict(base, newest app.Version, typed url.Values) *editConflict {
	theirs := s.remarks(catalog.Describe(base.Procedure, newest.Procedure))
	mine, _ := typedProcedure(typed, newest.Procedure)
	own, _ := typedProcedure(procedureValues(newest.Procedure), newest.Procedure)
	mine = catalog.Retyped(newest.Procedure, own, mine)
	out := &editConflict{Text: s.text.Say("edit.conflict", newest.Author, newest.Number, strings.Join(theirs, ", "), newest.Reason),
		Theirs: s.versionName(newest), Mine: s.text.Say("edit.mine"), Words: s.remarks(catalog.Describe(newest.Procedure, mine))}
	for _, part := range catalog.Diff(newest.Procedure, mine).Parts {
		if part.Changed {
			out.Parts = append(out.Parts, s.compared(part))
		}
	}
	return out
}
