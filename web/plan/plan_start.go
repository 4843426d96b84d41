package plan

import (
	"bytes"
	"cmp"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// What the form of the first plan sends beside its fields: out of what the plan is made, and the file that it is copied
// from.
const (
	startParam = "cach"
	startFile  = "tep"
)

// startHead is what is asked on a first plan in any case.
var startHead = headForm.Named("number", "date", "year", "title", "superior", "addressee", "recipients", "signer",
	"references")

// startForms are what is asked on a first plan, by what it is made of: where there are duties and targets, their dates
// too.
var startForms = map[app.PlanStart]planPart{
	app.StartPattern: startPart("campaigns", "duties", "targets"),
	app.StartFile:    startPart("campaigns", "duties", "targets"),
	app.StartEmpty:   startPart("campaigns"),
}

// startPart asks for what any plan says of itself, and for the dates of some of its parts.
func startPart(dated ...string) planPart {
	return planPart{slices.Concat(startHead, copyTable.Named(dated...)), planForm.putFirst}
}

// putFirst stores what a form of startForms asks.
func (f planForm) putFirst(p *review.Plan) {
	f.putCopied(p)
	p.Signer, p.References = f.Signer, f.References
}

// StartForm asks which plan the commune follows, and then for what it says of itself.
func (s *Room) StartForm(c *gin.Context) error {
	has, err := s.App.HasPlan(c.Request.Context())
	if err != nil {
		return err
	}
	if has {
		c.Redirect(http.StatusSeeOther, page.PlansPath)
		return nil
	}
	from := app.PlanStart(c.Query(startParam))
	if _, known := startForms[from]; !known || from == app.StartFile {
		return s.showStarts(c, page.Shown(nil))
	}
	draft, err := s.App.FirstPlan(c.Request.Context(), s.Person(c), from, review.Plan{}, s.App.Today().Year)
	if err != nil {
		return err
	}
	return s.showFirst(c, from, "", draft, page.Shown(startForms[from].Form.Values(FormOf(draft))))
}

// showStarts shows the ways to begin.
func (s *Room) showStarts(c *gin.Context, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := planStart{
		Frame: s.Frame(c, s.Text.Say("planstart.title")),
		File:  f.Cell("file", s.Text.Say("planstart.file"), field.Need, field.Kind("file")),
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "plan/start", m)
}

// showFirst shows the form of a first plan; file is what it is copied from.
func (s *Room) showFirst(c *gin.Context, from app.PlanStart, file string, draft review.Plan, t page.Typed) error {
	say := s.Text.Say
	m := planEdit{
		Headline: say("planstart.title"),
		State:    say("planstart.state." + string(from)),
		Back:     page.Link{Text: say("planstart.back"), Href: page.PlanStartPath},
		Action:   page.PlanStartPath,
		Hidden:   []page.HiddenField{{Name: startParam, Value: string(from)}, {Name: startFile, Value: file}},
		Button:   say("planstart.save"),
		Shifts:   from == app.StartPattern,
	}
	f := s.planSheet(draft, t)
	laid := startForms[from].Form.Lay(f)
	var err error
	if m.days, err = s.sayDays(c, &laid, draft, t.Values); err != nil {
		return err
	}
	s.nameRows(&laid, FormOf(draft))
	return s.showForm(c, m, laid, f, t)
}

// Start saves the first plan of the commune. A file that was chosen is read first, and its plan shown to be filled in.
func (s *Room) Start(c *gin.Context, in url.Values) (page.Act, error) {
	from, file := app.PlanStart(in.Get(startParam)), in.Get(startFile)
	part, known := startForms[from]
	if !known || from == app.StartFile && file == "" {
		return s.chooseFile(c, from), nil
	}
	var copied review.Plan
	if from == app.StartFile {
		var err error
		if copied, err = app.ReadPlanFile(strings.NewReader(file)); err != nil {
			return page.Act{}, err
		}
	}
	var asked planForm
	unread := headForm.Named("year").Read(in, &asked).Problems
	year := cmp.Or(asked.Year, s.App.Today().Year)
	first, err := s.App.FirstPlan(c.Request.Context(), s.Person(c), from, copied, year)
	if err != nil {
		return page.Act{}, err
	}
	again := func(t page.Typed) error { return s.showFirst(c, from, file, first, t) }
	switch do := in.Get("do"); {
	case do == "shift" && len(unread) == 0:
		return reshow(again, s.shiftFirst(in, part, first)), nil
	case do != "":
		return reshow(again, in), nil
	}
	return s.actOf(in, part, first, again, func(typed planForm, put func(*review.Plan)) (page.Done, error) {
		_, err := s.App.BeginPlan(c.Request.Context(), s.Person(c), first, put)
		return page.Done{To: page.FirstPage, Say: "planstart.said", Args: []any{typed.Number}}, err
	}), nil
}

// shiftFirst is what was typed with the dates of another year.
func (s *Room) shiftFirst(in url.Values, part planPart, first review.Plan) url.Values {
	out := part.Form.Values(FormOf(first))
	for name, values := range in {
		if !strings.HasSuffix(name, ".deadline") && !strings.HasSuffix(name, ".due") && name != "title" {
			out[name] = values
		}
	}
	return out
}

// chooseFile reads the file that was sent and shows its plan, to be filled in.
func (s *Room) chooseFile(c *gin.Context, from app.PlanStart) page.Act {
	return page.Act{
		Do: func() (page.Done, error) {
			if from != app.StartFile {
				return page.Done{}, value.Problems{{Field: "file", Code: "planstart.choose"}}
			}
			text, err := sentText(c, "file")
			if err != nil {
				return page.Done{}, err
			}
			copied, err := app.ReadPlanFile(strings.NewReader(text))
			if err != nil {
				return page.Done{}, err
			}
			year := max(copied.Year, s.App.Today().Year)
			first, err := s.App.FirstPlan(c.Request.Context(), s.Person(c), from, copied, year)
			if err != nil {
				return page.Done{}, err
			}
			values := startForms[from].Form.Values(FormOf(first))
			return page.Done{Show: func() error { return s.showFirst(c, from, text, first, page.Shown(values)) }}, nil
		},
		Again: func(t page.Typed) error { return s.showStarts(c, t) },
	}
}

// maxPlanFile is how many bytes a file of a plan may have: what a form carries beside its fields.
const maxPlanFile = 1 << 20

// sentText is the file that came in a field.
func sentText(c *gin.Context, name string) (string, error) {
	files := page.SentFiles(c, name)
	if len(files) == 0 {
		return "", value.Problems{{Field: name, Code: "planstart.choose"}}
	}
	if files[0].Size > maxPlanFile {
		return "", value.Problems{{Field: name, Code: "plan.file"}}
	}
	f, err := files[0].Open()
	if err != nil {
		return "", err
	}
	defer f.Close() // only read
	text, err := io.ReadAll(f)
	return string(text), err
}

// File gives a plan as a file that another installation can begin with.
func (s *Room) File(c *gin.Context) error {
	p, _, err := s.App.PlanFor(c.Request.Context(), s.Person(c), c.Param("plan"))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.App.WritePlanFile(c.Request.Context(), s.Person(c), string(p.ID), &b); err != nil {
		return err
	}
	return page.GiveDocument(c, s.Text.Say("planform.plan", p.Number), page.JSON, b.Bytes())
}

// planStart is the ways to begin the first plan. Template: plan/start.
type planStart struct {
	page.Frame
	Summary field.Summary
	File    field.Cell
}
