package proposal

import (
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Approval is a decision in one screen.
func (s *Room) Approval(c *gin.Context) error {
	return s.showApproval(c, page.Shown(nil))
}

func (s *Room) showApproval(c *gin.Context, t page.Typed) error {
	v, who, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	m := proposalApprove{
		Frame:    s.Frame(c, s.Text.Say("proposal.approval")),
		Head:     s.proposalHead(v, who),
		Both:     t.Both,
		InWords:  s.inWords(v),
		Cost:     s.proposalCost(v.Cost),
		Impact:   s.impact(v),
		Measures: s.measures(v.Proposal),
		Warnings: s.warnings(v),
	}
	m.Actions, m.Summary = s.stepForms(v, s.Person(c), t, true)
	for i, x := range v.Members {
		m.Parts = append(m.Parts, s.memberShow(i, v, x, true))
	}
	return s.Show(c, t.Status, "proposal/approve", m)
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
		for _, r := range slices.Concat(rowsIn(m.Member.Before), rowsIn(m.Member.After)) {
			if r.Source == cost.Estimate {
				estimates++
			}
		}
	}
	if estimates > 0 {
		out = append(out, s.Text.Say("warning.estimates", estimates))
	}
	return append(out, s.problemLines(v, v.Notices)...)
}

// stepForms are the actions with their fields. On the page of the decision approving comes first and stands open.
func (s *Room) stepForms(
	v app.ProposalView, by app.Person, t page.Typed, deciding bool,
) ([]proposalAction, field.Summary) {
	f := s.stepSheet(t)
	out := s.actions(v.Proposal, by)
	for i := range out {
		a := &out[i]
		if a.Why != "" {
			continue
		}
		a.Post, a.Version = page.ProposalHref(v.Proposal.ID)+"/buoc", t.Version(v.Proposal.Version)
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
		a.Primary = a.Primary || t.Values.Get("action") == a.Action
	}
	return out, f.Summary()
}

// stepFields are the fields of a step, each under the name of its action: several forms stand on one page.
func (s *Room) stepFields(f *field.Sheet, a review.Action) []field.Cell {
	say := s.Text.Say
	ask := func(name, label string, more ...field.Look) field.Cell {
		return f.Cell(string(a)+"."+name, say(label), more...)
	}
	today := field.Hint(say("step.dated_hint"))
	switch a {
	case review.ActionApprove:
		return []field.Cell{
			ask("number", "step.number", field.Need, field.Medium, field.Hint(say("step.number_hint"))),
			ask("date", "step.date", field.Need, field.Short, field.Hint(say("step.date_hint"))),
		}
	case review.ActionReturn:
		return []field.Cell{ask("note", "step.reason", field.Need, field.Tall(0))}
	case review.ActionForward:
		hint := field.Hint(say("step.addressee_hint"))
		return []field.Cell{ask("note", "step.addressee", field.Need, field.Medium, hint)}
	case review.ActionAccept, review.ActionRefuse:
		return []field.Cell{
			ask("note", "step.answer", field.Need, field.Tall(0)),
			ask("dated", "step.answered", field.Short, today),
		}
	case review.ActionPutInForce:
		return []field.Cell{ask("dated", "step.in_force", field.Short, today)}
	case review.ActionWithdraw:
		return []field.Cell{ask("note", "step.why_withdraw", field.Tall(0))}
	}
	return nil
}

// stepSheet is the sheet of the steps: each problem stands at the field of the form that was sent.
func (s *Room) stepSheet(t page.Typed) *field.Sheet {
	action := t.Values.Get("action")
	problems := slices.Clone(t.Problems)
	for i, p := range problems {
		switch p.Field {
		case "decision.number", "decision.date":
			problems[i].Field = action + strings.TrimPrefix(p.Field, "decision")
		case "note", "dated", "scan", "date":
			problems[i].Field = action + "." + p.Field
		}
	}
	return field.NewSheet(s.Text, t.Values, problems)
}

// Step takes a proposal one step along its path.
func (s *Room) Step(c *gin.Context, in url.Values) (page.Act, error) {
	id, err := proposalID(c)
	show := s.showProposal
	if in.Get("page") == "duyet" {
		show = s.showApproval
	}
	return page.Act{
		Do: func() (page.Done, error) {
			order, err := readStep(in)
			if err != nil {
				return page.Done{}, err
			}
			scan, closeScan, err := openScan(c, in.Get("action"))
			if err != nil {
				return page.Done{}, err
			}
			defer closeScan()
			order.Scan = scan
			err = s.App.Step(c.Request.Context(), s.Person(c), id, page.Version(in), order)
			return s.stepDone(page.ProposalHref(id), order, s.Text.Say("step.proposal", id)), err
		},
		Again: func(t page.Typed) error { return show(c, t) },
	}, err
}

// stepDone says which step something took.
func (s *Room) stepDone(to string, o app.StepOrder, what string) page.Done {
	return page.Done{To: to, Say: "step.said." + string(o.Action), Args: []any{what, o.Decision.Number}}
}

// readStep reads the step that a form asks for; its fields stand under the name of its action.
func readStep(in url.Values) (app.StepOrder, error) {
	action := in.Get("action")
	get := func(key string) string { return strings.TrimSpace(in.Get(action + "." + key)) }
	var problems value.Problems
	date := func(key, at string) value.Date {
		d, p := field.ReadDate(get(key))
		if p != nil {
			problems.Add(at, p.Code, p.Args...)
		}
		return d
	}
	o := app.StepOrder{NewVersions: action == string(review.ActionPutInForce) && in.Get("new_versions") == "1"}
	o.Action, o.Note, o.Dated = review.Action(action), get("note"), date("dated", "dated")
	if o.Action == review.ActionApprove {
		o.Decision = review.DecisionRef{Number: get("number"), Date: date("date", "decision.date")}
	}
	return o, problems.Err()
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
	Both     page.BothVersions
	InWords  []string
	Cost     proposalCost
	Impact   []impactLine
	Warnings []string
	Measures []measureLine
	Actions  []proposalAction
	Parts    []memberShow
}
