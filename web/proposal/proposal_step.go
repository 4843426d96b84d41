package proposal

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Approval is a decision in one screen.
func (s *Room) Approval(c *gin.Context) error {
	return s.showApproval(c, http.StatusOK, nil, nil)
}

func (s *Room) showApproval(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	v, who, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	m := proposalApprove{Frame: s.Frame(c, s.Text.Say("proposal.approval")), Head: s.proposalHead(v, who), InWords: s.inWords(v), Cost: s.proposalCost(v.Cost),
		Impact: s.impact(v), Measures: s.measures(v.Proposal), Warnings: s.warnings(v)}
	m.Actions, m.Summary = s.stepForms(v, s.Person(c), typed, problems, true)
	for i, x := range v.Members {
		m.Parts = append(m.Parts, s.memberShow(i, v, x, true))
	}
	return s.Show(c, status, "proposal/approve", m)
}

// warnings is what the chairman should know before signing: law that others must amend, estimated figures, and
// what the proposal's own notices say.
func (s *Room) warnings(v app.ProposalView) []string {
	var out []string
	public := false
	for _, m := range v.Members {
		public = public || m.Item.Kind == catalog.Public
	}
	if public {
		out = append(out, s.Text.Say("warning.higher_law"))
	}
	for _, a := range v.Proposal.Amendments {
		if strings.TrimSpace(a.By) != "" {
			out = append(out, s.Text.Say("warning.amended_by", a.Document, a.By))
		}
	}
	estimates := 0
	for _, m := range v.Members {
		for _, rows := range [][]string{sourcesOf(m.Member)} {
			for _, src := range rows {
				if src == "estimate" {
					estimates++
				}
			}
		}
	}
	if estimates > 0 {
		out = append(out, s.Text.Say("warning.estimates", estimates))
	}
	return append(out, s.problemLines(v, v.Notices)...)
}

func sourcesOf(m review.Member) []string {
	var out []string
	for _, r := range append(rowsIn(m.Before), rowsIn(m.After)...) {
		out = append(out, string(r.Source))
	}
	return out
}

// stepForms are the actions with their fields. On the page of the decision approving comes first and stands open.
func (s *Room) stepForms(v app.ProposalView, by app.Person, typed url.Values, problems value.Problems, deciding bool) ([]proposalAction, field.Summary) {
	if typed == nil {
		typed = url.Values{}
	}
	f := field.NewSheet(s.Text, typed, s.stepProblems(typed.Get("action"), problems))
	out := s.actions(v.Proposal, by)
	for i := range out {
		a := &out[i]
		if a.Why != "" {
			continue
		}
		a.Post, a.Version = page.ProposalHref(v.Proposal.ID)+"/buoc", strconv.Itoa(v.Proposal.Version)
		if deciding {
			a.Page = "duyet"
		}
		a.Fields = s.stepFields(f, review.Action(a.Action))
		switch review.Action(a.Action) {
		case review.ActionApprove:
			if !deciding {
				a.Href, a.Fields = page.ProposalHref(v.Proposal.ID)+"/duyet", nil
			} else {
				a.Scan = f.Cell("approve.scan", s.Text.Say("step.scan"), field.Hint(s.Text.Say("step.scan_hint")))
			}
			a.Primary = true
		case review.ActionSubmit, review.ActionCheck:
			a.Primary = true
		case review.ActionPutInForce:
			a.NewVersions = v.MayRenew() && by.May("edit_procedure")
		}
		if typed.Get("action") == a.Action {
			a.Primary = true
		}
	}
	return out, f.Summary()
}

// stepFields are the fields of a step, each under the name of its action: several forms stand on one page.
func (s *Room) stepFields(f *field.Sheet, a review.Action) []field.Cell {
	name := func(key string) string { return string(a) + "." + key }
	note := func(label string, more ...field.Look) field.Cell {
		return f.Cell(name("note"), s.Text.Say(label), append(more, field.Kind("textarea"))...)
	}
	dated := f.Cell
	switch a {
	case review.ActionApprove:
		return []field.Cell{f.Cell(name("number"), s.Text.Say("step.number"), field.Need, field.Medium, field.Hint(s.Text.Say("step.number_hint"))),
			dated(name("date"), s.Text.Say("step.date"), field.Need, field.Short, field.Hint(s.Text.Say("step.date_hint")))}
	case review.ActionReturn:
		return []field.Cell{note("step.reason", field.Need)}
	case review.ActionForward:
		return []field.Cell{f.Cell(name("note"), s.Text.Say("step.addressee"), field.Need, field.Medium, field.Hint(s.Text.Say("step.addressee_hint")))}
	case review.ActionAccept, review.ActionRefuse:
		return []field.Cell{note("step.answer", field.Need), dated(name("dated"), s.Text.Say("step.answered"), field.Short, field.Hint(s.Text.Say("step.dated_hint")))}
	case review.ActionPutInForce:
		return []field.Cell{dated(name("dated"), s.Text.Say("step.in_force"), field.Short, field.Hint(s.Text.Say("step.dated_hint")))}
	case review.ActionWithdraw:
		return []field.Cell{note("step.why_withdraw")}
	}
	return nil
}

// stepProblems puts the problems of a step at the fields of its form.
func (s *Room) stepProblems(action string, problems value.Problems) value.Problems {
	out := problems
	for i, p := range out {
		switch p.Field {
		case "decision.number", "decision.date":
			out[i].Field = action + strings.TrimPrefix(p.Field, "decision")
		case "note", "dated", "scan", "date":
			out[i].Field = action + "." + p.Field
		}
	}
	return out
}

// Step takes a proposal one step along its path.
func (s *Room) Step(c *gin.Context) error {
	in, done, err := s.stepForm(c)
	if err != nil {
		return err
	}
	defer done()
	id, err := proposalID(c)
	if err != nil {
		return err
	}
	order, problems := stepOrder(in)
	scan, closeScan, err := openScan(c, in.Get("action"))
	if err != nil {
		return err
	}
	defer closeScan()
	order.Scan = scan
	if len(problems) == 0 {
		base, _ := strconv.Atoi(in.Get("version")) // no number is no version that stands
		err = s.App.Step(c.Request.Context(), s.Person(c), id, base, order)
		if err == nil {
			c.Redirect(http.StatusSeeOther, page.ProposalHref(id))
			return nil
		}
		if !errors.As(err, &problems) {
			return s.stepConflict(c, in, err)
		}
	}
	status := http.StatusUnprocessableEntity
	if errors.Is(err, value.ErrForbidden) {
		status = http.StatusForbidden
	}
	if in.Get("page") == "duyet" {
		return s.showApproval(c, status, in, problems)
	}
	return s.showProposal(c, status, in, problems)
}

// stepForm reads the form of a step, with or without a file; done removes what was uploaded.
func (s *Room) stepForm(c *gin.Context) (in url.Values, done func(), err error) {
	if c.ContentType() != "multipart/form-data" {
		in, err = s.Posted(c)
		return in, func() {}, err
	}
	in, err = s.Uploaded(c)
	return in, func() {
		if c.Request.MultipartForm == nil {
			return
		}
		if err := c.Request.MultipartForm.RemoveAll(); err != nil {
			s.Log.Error("upload not removed", "error", err)
		}
	}, err
}

// stepConflict shows the proposal as it stands now to somebody who decided on an older version: they read it again.
func (s *Room) stepConflict(c *gin.Context, in url.Values, err error) error {
	var conflict *value.Conflict
	if !errors.As(err, &conflict) {
		return err
	}
	problems := value.Problems{{Field: "action", Code: "proposal.step_conflict", Args: []any{conflict.Base, conflict.Newest}}}
	if in.Get("page") == "duyet" {
		return s.showApproval(c, http.StatusConflict, in, problems)
	}
	return s.showProposal(c, http.StatusConflict, in, problems)
}

// stepOrder reads the step that a form asks for.
func stepOrder(in url.Values) (app.StepOrder, value.Problems) {
	action := in.Get("action")
	get := func(key string) string { return strings.TrimSpace(in.Get(action + "." + key)) }
	var p value.Problems
	date := func(key, field string) value.Date {
		if get(key) == "" {
			return value.Date{}
		}
		d, err := viet.ParseDate(get(key))
		if err != nil {
			p.Add(field, "date.typed", get(key))
		}
		return d
	}
	o := app.StepOrder{NewVersions: action == string(review.ActionPutInForce) && in.Get("new_versions") == "1"}
	o.Action, o.Note = review.Action(action), get("note")
	o.Dated = date("dated", "dated")
	if o.Action == review.ActionApprove {
		o.Decision = review.DecisionRef{Number: get("number"), Date: date("date", "decision.date")}
	}
	return o, p
}

// openScan is the scan that came with an approval, nil where none did.
func openScan(c *gin.Context, action string) (*app.Scan, func(), error) {
	nothing := func() {}
	if action != string(review.ActionApprove) || c.Request.MultipartForm == nil {
		return nil, nothing, nil
	}
	files := c.Request.MultipartForm.File["approve.scan"]
	if len(files) == 0 || files[0].Size == 0 && files[0].Filename == "" {
		return nil, nothing, nil
	}
	f, err := files[0].Open()
	if err != nil {
		return nil, nothing, err
	}
	return &app.Scan{Name: files[0].Filename, Content: f}, func() { _ = f.Close() }, nil // it was only read
}

// proposalApprove is a decision in one screen. Template: proposal/approve.
type proposalApprove struct {
	page.Frame
	Head     proposalHead
	Summary  field.Summary
	InWords  []string
	Cost     proposalCost
	Impact   []impactLine
	Warnings []string
	Measures []measureLine
	Actions  []proposalAction
	Parts    []memberShow
}
