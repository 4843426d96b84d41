package catalogue

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// EditProcedure shows the form of a procedure.
func (s *Room) EditProcedure(c *gin.Context) error {
	v, err := s.App.Procedure(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	return s.showProcedureEdit(c, http.StatusOK, v, procedureValues(v.Procedure), editFault{})
}

// NewProcedure shows the form of a procedure that the catalogue lacks.
func (s *Room) NewProcedure(c *gin.Context) error {
	code, err := s.App.NextInternalCode(c.Request.Context())
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

// SaveProcedure saves a form, or adds a row to it or takes one out and shows it again.
func (s *Room) SaveProcedure(c *gin.Context) error {
	ctx := c.Request.Context()
	typed, err := s.Posted(c)
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
		if base, err = s.App.VersionOf(ctx, s.Reader(c), code, n); err != nil {
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
		saved, err = s.App.NewProcedure(ctx, s.Person(c), p, typed.Get("reason"))
	} else {
		saved, err = s.App.EditProcedure(ctx, s.Person(c), code, p, typed.Get("reason"), base.Number)
	}
	var problems value.Problems
	var conflict *value.Conflict
	switch {
	case errors.As(err, &problems):
		return s.showProcedureEdit(c, http.StatusUnprocessableEntity, base, typed, editFault{problems: problems})
	case errors.As(err, &conflict):
		newest, err := s.App.Procedure(ctx, s.Reader(c), code)
		if err != nil {
			return err
		}
		return s.showProcedureEdit(c, http.StatusConflict, base, typed, editFault{newest: &newest})
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, page.SavedHref(saved))
	return nil
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

func (s *Room) showProcedureEdit(c *gin.Context, status int, base app.Version, typed url.Values, fault editFault) error {
	fields, err := s.App.Fields(c.Request.Context())
	if err != nil {
		return err
	}
	b := &editBuilder{s: s, f: field.NewSheet(s.Text, typed, atNone(fault.problems)), typed: typed, focus: fault.focus, at: c.Request.URL.Path, fields: fields}
	m := procedureEdit{Headline: s.Text.Say("edit.new"), Back: page.Link{Text: s.Text.Say("nav.catalogue"), Href: "/danh-muc"}, State: s.Text.Say("edit.new_state"),
		Submit: s.Text.Say("edit.save_new"), Cancel: page.Link{Text: s.Text.Say("edit.cancel"), Href: "/danh-muc"}}
	isNew := base.Number == 0
	if !isNew {
		p := base.Procedure
		m.Code, m.Version = string(p.Code), strconv.Itoa(base.Number)
		m.Headline, m.Back = s.Text.Say("edit.title"), page.Link{Text: p.Name, Href: page.ProcedureHref(p.Code)}
		m.State = s.versionName(base)
		m.Submit, m.Cancel = s.Text.Say("edit.save"), page.Link{Text: s.Text.Say("edit.cancel"), Href: page.ProcedureHref(p.Code)}
	}
	if n := fault.newest; n != nil {
		m.Version = strconv.Itoa(n.Number)
		m.Conflict = s.procedureConflict(base, *n, typed)
		m.Submit = s.Text.Say("edit.save_over", n.Number)
	}
	m.Parts = b.parts(isNew)
	m.Reason = b.f.Cell("reason", s.Text.Say("edit.reason"), field.Kind("textarea"), field.Need, field.Hint(s.Text.Say("edit.reason_hint")))
	m.Summary = b.f.Summary()
	m.Frame = s.Frame(c, m.Headline)
	return s.Show(c, status, "catalogue/procedure_edit", m)
}

// procedureConflict lays what stands beside what was typed.
func (s *Room) procedureConflict(base, newest app.Version, typed url.Values) *editConflict {
	theirs := s.Remarks(catalog.Describe(base.Procedure, newest.Procedure))
	mine, _ := typedProcedure(typed, newest.Procedure)
	own, _ := typedProcedure(procedureValues(newest.Procedure), newest.Procedure)
	mine = catalog.Retyped(newest.Procedure, own, mine)
	out := &editConflict{Text: s.Text.Say("edit.conflict", newest.Author, newest.Number, strings.Join(theirs, ", "), newest.Reason),
		Theirs: s.versionName(newest), Mine: s.Text.Say("edit.mine"), Words: s.Remarks(catalog.Describe(newest.Procedure, mine))}
	for _, part := range catalog.Diff(newest.Procedure, mine).Parts {
		if part.Changed {
			out.Parts = append(out.Parts, s.compared(part))
		}
	}
	return out
}

// procedureEdit is the form of a procedure. Template: catalogue/procedure_edit.
type procedureEdit struct {
	page.Frame
	Code     string // empty for a new one
	Headline string
	Back     page.Link
	State    string
	Summary  field.Summary
	Version  string // the form started from it
	Conflict *editConflict
	Parts    []editPart
	Reason   field.Cell
	Submit   string
	Cancel   page.Link
}

// editConflict says what somebody else saved meanwhile, beside what was typed.
type editConflict struct {
	Text   string   // "Trong lúc đang sửa, Lê Thị Lan đã lưu bản 5: thêm 1 giấy tờ."
	Theirs string   // name of the version that stands: "Bản 5, ngày 15/7/2024"
	Mine   string   // "Nội dung vừa nhập"
	Words  []string // from theirs to mine, in words
	Parts  []page.ComparedPart
}
