package proposal

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// proposalAction is a step that may follow: its form, or the reason beside what may not be done.
type proposalAction struct {
	Action               review.Action
	Why                  value.Problem // none: it may be done
	Post, Version, Page  string        // of the form; the page is "duyet" where it is decided
	Href                 string        // a page of its own instead of a form
	Fields               []field.Cell
	Scan                 scanField // of an approval
	FormReason           string    // of a submit: what was typed on the page before it
	NewVersions, Primary bool      // the first is the question whether new versions are written
}

// Asks reports whether the step cannot be taken without an answer. An opinion may be left out.
func (a proposalAction) Asks() bool {
	return slices.ContainsFunc(a.Fields, func(c field.Cell) bool { return c.Need })
}

type pathStep struct {
	State         review.State
	Who           string
	When          value.Date
	Done, Current bool
}

// stepRecord is a step that was taken, with the full name of who took it.
type stepRecord struct {
	app.ProposalStep
	Who string
}

// stepForms is what each step asks, under the name of its action: several forms stand on one page.
var stepForms = map[review.Action]field.Form[app.StepOrder]{
	review.ActionApprove: {
		field.Text("approve.number", func(o *app.StepOrder) *string { return &o.Decision.Number },
			field.Need, field.Medium, field.Label("number")),
		field.Date("approve.date", func(o *app.StepOrder) *value.Date { return &o.Decision.Date },
			field.Need, field.Label("date")),
		field.Long("approve.note", stepNote, field.Label("opinion"), field.Tall(2)),
	},
	review.ActionCheck:   {field.Long("check.note", stepNote, field.Label("opinion"), field.Tall(2))},
	review.ActionReturn:  {field.Long("return.note", stepNote, field.Need, field.Label("reason"))},
	review.ActionForward: {field.Text("forward.note", stepNote, field.Need, field.Medium, field.Label("addressee"))},
	review.ActionAccept: {
		field.Long("accept.note", stepNote, field.Need, field.Label("answer")),
		field.Date("accept.dated", stepDated, field.Label("answered")),
	},
	review.ActionRefuse: {
		field.Long("refuse.note", stepNote, field.Need, field.Label("answer")),
		field.Date("refuse.dated", stepDated, field.Label("answered")),
	},
	review.ActionPutInForce: {field.Date("put_in_force.dated", stepDated, field.Label("in_force"))},
	review.ActionWithdraw:   {field.Long("withdraw.note", stepNote, field.Label("why_withdraw"))},
}

func stepNote(o *app.StepOrder) *string      { return &o.Note }
func stepDated(o *app.StepOrder) *value.Date { return &o.Dated }

// stepSheet is the sheet of the steps: each problem stands at the field of the form that was sent.
func (s *Room) stepSheet(t page.Typed) *field.Sheet {
	problems := slices.Clone(t.Problems)
	for i, p := range problems {
		name := strings.TrimPrefix(p.Field, "decision.")
		if slices.Contains([]string{"number", "date", "note", "dated", "scan", "place"}, name) {
			problems[i].Field = t.Values.Get("action") + "." + name
		}
	}
	f := field.NewSheet(s.Text, t.Values, problems)
	f.Keys = "step"
	return f
}

// steps are what may follow a state of what an author wrote, each with its form, or why it may not be done.
func (s *Room) steps(
	f *field.Sheet, state review.State, author string, by app.Person, post, version string,
) []proposalAction {
	var out []proposalAction
	for _, a := range review.Actions {
		x := proposalAction{Action: a}
		var problems value.Problems
		_, err := review.Next(state, a, review.Actor{Name: by.Name, Author: author})
		if errors.As(err, &problems) && len(problems) > 0 {
			x.Why = problems[0]
		}
		switch {
		case x.Why.Code == "action.not_now":
			continue
		case !account.May(by.Roles, account.Action(a)):
			x.Why = value.Problem{Code: "action.who_may", Args: []any{s.rolesThatMay(a)}}
		case x.Why.Code == "":
			x.Post, x.Version, x.Fields = post, version, stepForms[a].Lay(f).Cells
			if a == review.ActionSubmit {
				x.FormReason = f.Typed.Get("form_reason")
			}
			x.Primary = a == review.ActionSubmit || a == review.ActionCheck || a == review.ActionApprove ||
				f.Typed.Get("action") == string(a)
		}
		out = append(out, x)
	}
	return out
}

func (s *Room) rolesThatMay(a review.Action) string {
	var names []string
	for _, r := range account.Roles {
		if account.May([]account.Role{r}, account.Action(a)) {
			names = append(names, s.Text.Name("role", string(r)))
		}
	}
	return strings.Join(names, ", ")
}

// proposalSteps are the steps of a proposal; an alternative can only be withdrawn and opened again.
func (s *Room) proposalSteps(
	f *field.Sheet, v app.ProposalView, by app.Person, t page.Typed, deciding bool,
) []proposalAction {
	p := v.Proposal
	href := page.ProposalHref(p.ID)
	var out []proposalAction
	for _, a := range s.steps(f, p.State, p.Author, by, href+"/buoc", t.Version(p.Version)) {
		if p.Alternative && a.Action != review.ActionWithdraw && a.Action != review.ActionReopen {
			continue
		}
		if !review.Suits(p, v.Kind(), a.Action) {
			continue
		}
		a.Primary = a.Primary || a.Action == review.ActionForward && v.Kind() == catalog.Public && a.Post != ""
		if a.Post != "" && deciding {
			a.Page = "duyet"
		}
		switch {
		case a.Post == "":
		case a.Action == review.ActionApprove && !deciding:
			a.Href = href + "/duyet"
		case a.Action == review.ActionApprove:
			a.Scan = s.scanField(f, "approve.scan")
		case a.Action == review.ActionReturn:
			place := f.Cell("return.place", s.Text.Say("remark.where"), field.Choose(s.placeOptions(p)...))
			a.Fields = append([]field.Cell{place}, a.Fields...)
		case a.Action == review.ActionPutInForce:
			a.NewVersions = v.MayRenew() && by.May(account.EditProcedure)
		}
		out = append(out, a)
	}
	return out
}

// proposalPath is the line draft → … → in force; a proposal that came from an import has its state and no steps.
func (s *Room) proposalPath(v app.ProposalView, who func(string) string) []pathStep {
	p := v.Proposal
	out := []pathStep{{State: review.Draft, Who: who(p.Author)}}
	for _, x := range v.Steps {
		out = append(out, pathStep{State: x.To, Who: who(x.Actor), When: value.On(x.At)})
	}
	if len(v.Steps) == 0 && p.State != review.Draft {
		out = append(out, pathStep{State: p.State, When: p.Decided})
	}
	switch {
	case p.Conclusion == review.Keep:
		return ahead(out, p.State, review.Draft, review.Submitted, review.Checked)
	case v.Kind() == catalog.Public:
		return ahead(out, p.State, review.Draft, review.Submitted, review.Checked, review.Forwarded, review.Accepted,
			review.InForce)
	}
	return ahead(out, p.State, straightWay...)
}

// straightWay is how a proposal about internal procedures goes.
var straightWay = []review.State{review.Draft, review.Submitted, review.Checked, review.Approved, review.InForce}

// ahead ends the path that was taken to a state with the way on from there.
func ahead(taken []pathStep, at review.State, way ...review.State) []pathStep {
	for i := range taken {
		taken[i].Done, taken[i].Current = true, i == len(taken)-1
	}
	switch at {
	case review.Returned, review.Withdrawn:
		at = review.Draft
	case review.Forwarded:
		way = []review.State{review.Forwarded, review.Accepted, review.InForce}
	case review.Accepted:
		way = []review.State{review.Accepted, review.InForce}
	}
	if i := slices.Index(way, at); i >= 0 {
		for _, state := range way[i+1:] {
			taken = append(taken, pathStep{State: state})
		}
	}
	return taken
}

// checkedSteps are the steps that show what they do before they do it: they are not taken back.
var checkedSteps = []review.Action{
	review.ActionSubmit,
	review.ActionApprove,
	review.ActionAccept,
	review.ActionRefuse,
	review.ActionPutInForce,
}

// Step takes a proposal one step along its path.
func (s *Room) Step(c *gin.Context, in url.Values) (page.Act, error) {
	id, err := numberIn[review.ProposalID](c)
	if err != nil {
		return page.Act{}, err
	}
	show := s.showProposal
	if in.Get("page") == "duyet" {
		show = s.showApproval
	}
	ctx, by, at := c.Request.Context(), s.Person(c), []app.ProposalAt{{ID: id, Version: page.Version(in)}}
	again := func(t page.Typed) error {
		if !slices.ContainsFunc(t.Problems, wantsReason) {
			return show(c, t)
		}
		order, _ := readStep(t.Values) // a submit has nothing else to be wrong
		asked, err := s.stepCheck(c, order, t)
		if err != nil {
			return err
		}
		return s.ShowCheck(c, t.Status, t.Values, asked)
	}
	act := page.Act{Again: again, Do: func() (page.Done, error) {
		order, err := readStep(in)
		if err == nil {
			err = s.App.StepTogether(ctx, by, at, order)
		}
		return s.stepDone(c, page.ProposalHref(id), order, s.Text.Say("step.proposal", id)), err
	}}
	if !slices.Contains(checkedSteps, review.Action(in.Get("action"))) {
		return act, nil
	}
	return s.Checked(c, in, func() (page.Check, error) {
		order, err := s.readOrder(c, in)
		if err == nil {
			err = s.App.CheckStep(ctx, by, at, order)
		}
		if problems := problemsIn(err); slices.ContainsFunc(problems, wantsReason) { // which the page will ask for
			err = slices.DeleteFunc(slices.Clone(problems), wantsReason).Err()
		}
		if err != nil {
			return page.Check{}, err
		}
		return s.stepCheck(c, order, page.Shown(in))
	}, act), nil
}

// readOrder is the step that a form asks for, with the scan that came along kept; all that is wrong at once.
func (s *Room) readOrder(c *gin.Context, in url.Values) (app.StepOrder, error) {
	unkept, err := s.KeepScan(c, in, "approve.scan")
	if err != nil {
		return app.StepOrder{}, err
	}
	order, err := readStep(in)
	return order, append(problemsIn(err), unkept...).Err()
}

// problemsIn are the problems of a reader, which finds nothing else.
func problemsIn(err error) (out value.Problems) {
	errors.As(err, &out)
	return out
}

func (s *Room) stepDone(c *gin.Context, to string, o app.StepOrder, what string) page.Done {
	number := s.App.DecisionNumber(c.Request.Context(), o.Decision.Number)
	return page.Done{To: to, Say: "step.said." + string(o.Action), Args: []any{what, number}}
}

func readStep(in url.Values) (app.StepOrder, error) {
	var o app.StepOrder
	o.Action = review.Action(in.Get("action"))
	o.Place = in.Get("return.place")
	o.NewVersions = o.Action == review.ActionPutInForce && in.Get("new_versions") == "1"
	r := stepForms[o.Action].Read(in, &o)
	if o.Action == review.ActionSubmit {
		o.FormReason = in.Get("form_reason")
	}
	if o.Action == review.ActionApprove {
		o.Scan = page.ReadScan(in, "approve.scan")
	}
	return o, r.Problems.Err()
}

// scanField asks for the signed scan of a decision; Kept is one that came with the form before. Part: scan.
type scanField struct {
	field.Cell
	Kept review.Evidence
}

func (s *Room) scanField(f *field.Sheet, name string) scanField {
	cell := f.Cell(name, s.Text.Say("step.scan"), field.Hint(s.Text.Say("step.scan.hint")))
	return scanField{cell, page.ReadScan(f.Typed, name)}
}

// MakeMain puts an alternative in the place of the main proposal.
func (s *Room) MakeMain(c *gin.Context, in url.Values) (page.Act, error) {
	id, err := numberIn[review.ProposalID](c)
	again := func(t page.Typed) error { return s.showProposal(c, t) }
	return page.Act{Again: again, Do: func() (page.Done, error) {
		err := s.App.MakeMain(c.Request.Context(), s.Person(c), id, page.Version(in))
		return page.Done{To: page.ProposalHref(id), Say: "proposal.said.main", Args: []any{id}}, err
	}}, err
}
