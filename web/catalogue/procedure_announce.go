package catalogue

import (
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// decided is what a decision says of a procedure: that it is announced, or repealed.
type decided struct {
	catalog.Decision
	catalog.Validity
	Reason string
}

// announceForm and repealForm stand on one page; their labels are those of the form of a procedure.
var (
	announceForm = field.Form[decided]{
		field.Text("decision.number", func(d *decided) *string { return &d.Number },
			field.Label("decision_number"), field.Need, field.Medium),
		field.Date("decision.date", func(d *decided) *value.Date { return &d.Date },
			field.Label("decision_date"), field.Need),
		field.Text("decision.by", func(d *decided) *string { return &d.By }, field.Label("decision_by"), field.Medium),
		field.Date("validity.from", func(d *decided) *value.Date { return &d.From },
			field.Label("valid_from"), field.Need),
		field.Text("announce.reason", func(d *decided) *string { return &d.Reason },
			field.Label("announce_reason"), field.Need),
	}
	repealForm = field.Form[decided]{
		field.Text("validity.repealed_by", func(d *decided) *string { return &d.RepealedBy },
			field.Label("repealed_by"), field.Need, field.Medium),
		field.Date("validity.until", func(d *decided) *value.Date { return &d.Until },
			field.Label("valid_until"), field.Need),
		field.Text("repeal.reason", func(d *decided) *string { return &d.Reason },
			field.Label("repeal_reason"), field.Need),
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
		Frame:     s.Frame(c, s.Text.Say("announce.title")),
		Procedure: v.Procedure,
		Stands:    s.versionName(v),
		Version:   t.Version(v.Number),
		Both:      t.Both,
		Announce:  announceForm.Lay(f).Cells,
		Repeal:    repealForm.Lay(f).Cells,
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/procedure_announce", m)
}

// savedDone leads to a procedure that was saved, and says what was done, the version and what changed with it.
func (s *Room) savedDone(saved app.Saved, say string, args ...any) page.Done {
	if saved.Version == 0 {
		return page.Done{}
	}
	return page.Done{
		To:   page.ProcedureHref(saved.Code),
		Say:  say,
		Args: append(args, strconv.Itoa(saved.Version), s.saidChanges(saved.Changes)),
	}
}

// mostSaid is how many changes are said of a version that was saved; the versions page says all.
const mostSaid = 5

func (s *Room) saidChanges(changes []catalog.Remark) string {
	words := s.Remarks(changes[:min(len(changes), mostSaid)])
	if more := len(changes) - mostSaid; more > 0 {
		words = append(words, s.Text.Say("edit.more_changes", more))
	}
	return page.Joined(", ", words...)
}

// procedureAnnounce is the page on which a decision announces or repeals a procedure. Template:
// catalogue/procedure_announce.
type procedureAnnounce struct {
	page.Frame
	Procedure        catalog.Procedure
	Stands, Version  string // the name of the version that stands, and the one that the form starts from
	Both             page.BothVersions
	Summary          field.Summary
	Announce, Repeal []field.Cell
}
