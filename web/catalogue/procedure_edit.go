package catalogue

import (
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
	v, err := s.asked(c)
	if err != nil {
		return err
	}
	return s.showProcedureEdit(c, v, page.Shown(procedureValues(v.Procedure)), "")
}

// NewProcedure shows the form of a procedure that the catalogue lacks.
func (s *Room) NewProcedure(c *gin.Context) error {
	code, err := s.App.NextInternalCode(c.Request.Context())
	if err != nil {
		return err
	}
	base, err := s.newProcedure(c)
	if err != nil {
		return err
	}
	p := base.Procedure
	if p.Name == "" {
		p.Kind, p.Group = catalog.Internal, catalog.GroupB
	}
	if p.Code = code; !p.Ours.IsOurs() {
		p.Ours = catalog.Decides
	}
	return s.showProcedureEdit(c, base, page.Shown(procedureValues(p)), "")
}

// copyParam names in the address the procedure that a new one begins as a copy of.
const copyParam = "tu"

// newProcedure is what a new procedure begins with: a draft, or a copy of the one that the address names.
func (s *Room) newProcedure(c *gin.Context) (app.Version, error) {
	code := catalog.Code(c.Query(copyParam))
	if code == "" {
		return app.Version{Procedure: catalog.Procedure{Status: catalog.Draft}}, nil
	}
	v, err := s.App.Procedure(c.Request.Context(), s.Reader(c), code)
	return app.Version{Procedure: catalog.CopyOf(v.Procedure)}, err
}

// editedVersion is the version that a form started from; of a new procedure it has no number.
func (s *Room) editedVersion(c *gin.Context, in url.Values) (app.Version, error) {
	code := catalog.Code(c.Param("code"))
	if code == "" {
		return s.newProcedure(c)
	}
	n, err := strconv.Atoi(in.Get("version"))
	if err != nil {
		return app.Version{}, value.Problems{{Field: "version", Code: "form.unreadable"}}
	}
	return s.App.VersionOf(c.Request.Context(), s.Reader(c), code, n)
}

// SaveProcedure saves a form, or adds a row to it or takes one out and shows it again.
func (s *Room) SaveProcedure(c *gin.Context, in url.Values) (page.Act, error) {
	base, err := s.editedVersion(c, in)
	if err != nil {
		return page.Act{}, err
	}
	focus, changed := s.changeRows(in)
	again := func(t page.Typed) error { return s.showProcedureEdit(c, base, t, focus) }
	if changed {
		show := page.Done{Show: func() error { return again(page.Shown(in)) }}
		return page.Act{Again: again, Do: func() (page.Done, error) { return show, nil }}, nil
	}
	tidyForm(in, true)
	return page.Act{Again: again, Do: func() (page.Done, error) {
		p, unread := retyped(in, base.Procedure)
		unread = append(unread, waitingPastes(in)...)
		if len(unread) > 0 {
			problems := append(unread, catalog.Check(p)...)
			if viet.Clean(in.Get("reason")) == "" {
				problems.Add("reason", "reason.missing")
			}
			return page.Done{}, problems
		}
		ctx, by, reason := c.Request.Context(), s.Person(c), in.Get("reason")
		if base.Number == 0 {
			saved, err := s.App.NewProcedure(ctx, by, p, reason)
			args := []any{string(saved.Code)}
			return page.Done{To: page.ProcedureHref(saved.Code), Say: "edit.saved_new", Args: args}, err
		}
		saved, err := s.App.EditProcedure(ctx, by, base.Procedure.Code, p, reason, base.Number)
		return s.savedDone(saved, "edit.saved"), err
	}}, nil
}

// retyped is what a form makes of a procedure: what it shows as it was and nobody changed stays as it is stored.
func retyped(in url.Values, base catalog.Procedure) (catalog.Procedure, value.Problems) {
	p, unread := typedProcedure(in, base)
	own, _ := typedProcedure(procedureValues(base), base)
	return catalog.Retyped(base, own, p), unread
}

func (s *Room) showProcedureEdit(c *gin.Context, base app.Version, t page.Typed, focus string) error {
	ctx := c.Request.Context()
	fields, err := s.App.Fields(ctx)
	if err != nil {
		return err
	}
	isNew := base.Number == 0
	b := &editBuilder{s, s.editSheet(t.Values, t.Problems), isNew, focus, c.Request.URL.RequestURI(), fields}
	title := "edit.title"
	if isNew {
		title = "edit.new"
	}
	m := procedureEdit{Frame: s.Frame(c, s.Text.Say(title)), Base: base, Version: base.Number}
	if isNew {
		m.From = catalog.Code(c.Query(copyParam))
	}
	if t.Status == http.StatusConflict && !isNew {
		newest, err := s.App.Procedure(ctx, s.Reader(c), base.Procedure.Code)
		if err != nil {
			return err
		}
		m.Version, m.Conflict = newest.Number, s.procedureConflict(base, newest, t.Values, s.Names(c)(newest.Author))
	}
	for _, l := range editLayout {
		m.Parts = append(m.Parts, b.part(l))
	}
	m.Index.Label = s.Text.Say("procedure.parts")
	for _, x := range m.Parts {
		m.Index.Add(x.Title, x.ID)
	}
	m.Index.Add(s.Text.Say("edit.reason_part"), "ly-do")
	m.Reason = b.sheet.Cell("reason", s.Text.Say("edit.reason"), field.Kind("textarea"), field.Need,
		field.Hint(s.Text.Say("edit.reason_hint")))
	m.Summary = b.sheet.Summary()
	return s.Show(c, t.Status, "catalogue/procedure_edit", m)
}

// procedureConflict lays what stands, saved by somebody, beside what was typed.
func (s *Room) procedureConflict(base, newest app.Version, typed url.Values, who string) *editConflict {
	theirs := s.Remarks(catalog.Describe(base.Procedure, newest.Procedure))
	mine, _ := retyped(typed, newest.Procedure)
	return &editConflict{
		Text:   s.Text.Say("edit.conflict", who, newest.Number, strings.Join(theirs, ", "), newest.Reason),
		Theirs: s.versionName(newest),
		Parts:  s.changedParts(catalog.Diff(newest.Procedure, mine)),
	}
}

// procedureEdit is the form of a procedure. Template: catalogue/procedure_edit.
type procedureEdit struct {
	page.Frame
	Base     app.Version  // as it stood when the form was opened; no number: a new procedure
	Version  int          // that the form starts from
	From     catalog.Code // the code of the procedure that a new one is a copy of
	Summary  field.Summary
	Conflict *editConflict
	Index    page.Index
	Parts    []editPart
	Reason   field.Cell
}

// editConflict says what somebody else saved meanwhile, beside what was typed.
type editConflict struct {
	Text, Theirs string // "Trong lúc đang sửa, Lê Thị Lan đã lưu bản 5: thêm 1 giấy tờ."; "Bản 5, ngày 15/7/2024"
	Parts        []page.ComparedPart
}

// decided is what a decision says of a procedure: that it is announced, or repealed.
type decided struct {
	catalog.Decision
	catalog.Validity
	Reason string
}

// announceForm and repealForm stand on one page; their labels are those of the form of a procedure.
var (
	announceForm = field.Form[decided]{
		field.Text("decision.number", func(d *decided) *string { return &d.Number }, field.Need, field.Medium),
		field.Date("decision.date", func(d *decided) *value.Date { return &d.Date }, field.Need),
		field.Text("decision.by", func(d *decided) *string { return &d.By }, field.Medium),
		field.Date("validity.from", func(d *decided) *value.Date { return &d.From },
			field.Label("valid_from"), field.Need),
		field.Text("announce.reason", func(d *decided) *string { return &d.Reason }, field.Need),
	}
	repealForm = field.Form[decided]{
		field.Text("validity.repealed_by", func(d *decided) *string { return &d.RepealedBy },
			field.Label("repealed_by"), field.Need, field.Medium),
		field.Date("validity.until", func(d *decided) *value.Date { return &d.Until },
			field.Label("valid_until"), field.Need),
		field.Text("repeal.reason", func(d *decided) *string { return &d.Reason }, field.Need),
	}
)

// AnnounceForm shows the page on which a decision announces or repeals a procedure.
func (s *Room) AnnounceForm(c *gin.Context) error {
	v, err := s.asked(c)
	if err != nil {
		return err
	}
	return s.showAnnounce(c, v, page.Shown(nil))
}

// Announce announces or repeals a procedure by a decision.
func (s *Room) Announce(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, code, base := c.Request.Context(), s.Person(c), catalog.Code(c.Param("code")), page.Version(in)
	v, err := s.asked(c)
	if err != nil {
		return page.Act{}, err
	}
	form, act := announceForm, "announce"
	save := func(d decided) (app.Saved, error) {
		return s.App.Announce(ctx, by, code, d.Decision, d.From, d.Reason, base)
	}
	if in.Get("act") == "repeal" {
		form, act = repealForm, "repeal"
		save = func(d decided) (app.Saved, error) {
			return s.App.Repeal(ctx, by, code, d.RepealedBy, d.Until, d.Reason, base)
		}
	}
	return page.ActOf(s.Kit, in, page.Edit[decided]{
		Form: form,
		Keys: editKeys,
		Base: decided{Decision: v.Procedure.Decision, Validity: v.Procedure.Validity},
		Save: func(typed decided, _ func(*decided)) (page.Done, error) {
			saved, err := save(typed)
			return s.savedDone(saved, act+".said", string(saved.Code)), err
		},
		Place: reasonOf(act),
		Again: func(t page.Typed) error { return s.showAnnounce(c, v, t) },
	}), nil
}

// reasonOf puts the problem of a reason at the form that was sent, where one page has two.
func reasonOf(act string) func(value.Problems) value.Problems {
	return func(problems value.Problems) value.Problems {
		for i := range problems {
			if problems[i].Field == "reason" {
				problems[i].Field = act + ".reason"
			}
		}
		return problems
	}
}

func (s *Room) showAnnounce(c *gin.Context, v app.Version, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = editKeys
	m := procedureAnnounce{
		Frame:    s.Frame(c, s.Text.Say("announce.title")),
		Stands:   v,
		Version:  t.Version(v.Number),
		Both:     t.Both,
		Announce: announceForm.Lay(f).Cells,
		Repeal:   repealForm.Lay(f).Cells,
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/procedure_announce", m)
}

// mostSaid is how many changes are said of a version that was saved; the versions page says all.
const mostSaid = 5

// savedDone leads to a procedure that was saved, and says what was done, the version and what changed with it.
func (s *Room) savedDone(saved app.Saved, say string, args ...any) page.Done {
	if saved.Version == 0 {
		return page.Done{}
	}
	words := s.Remarks(saved.Changes[:min(len(saved.Changes), mostSaid)])
	if more := len(saved.Changes) - mostSaid; more > 0 {
		words = append(words, s.Text.Say("edit.more_changes", more))
	}
	args = append(args, strconv.Itoa(saved.Version), page.Joined(", ", words...))
	return page.Done{To: page.ProcedureHref(saved.Code), Say: say, Args: args}
}

// procedureAnnounce is the page on which a decision announces or repeals a procedure. Template:
// catalogue/procedure_announce.
type procedureAnnounce struct {
	page.Frame
	Stands           app.Version
	Version          string // that the form starts from
	Both             page.BothVersions
	Summary          field.Summary
	Announce, Repeal []field.Cell
}
