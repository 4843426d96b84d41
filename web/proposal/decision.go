package proposal

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// decisionCorrect puts right the decision of a proposal. Template: proposal/decision.
type decisionCorrect struct {
	proposalPage
	Fields []field.Cell
	Scan   scanField
	Others []review.Proposal // approved by the same paper
	Alone  bool
}

// mayCorrect reports whether somebody may put right the decision of a proposal, which has one.
func mayCorrect(p review.Proposal, by app.Person) bool {
	return p.Decision.Number != "" && by.May(account.ApproveProposal)
}

// CorrectForm is the page on which a wrong decision is put right.
func (s *Room) CorrectForm(c *gin.Context) error {
	v, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	if !mayCorrect(v.Proposal, s.Person(c)) {
		c.Redirect(http.StatusSeeOther, page.ProposalHref(v.Proposal.ID))
		return nil
	}
	return s.showCorrect(c, v, page.Shown(page.CorrectForm.Values(app.DecisionOrder{DecisionRef: v.Proposal.Decision})))
}

func (s *Room) showCorrect(c *gin.Context, v app.ProposalView, t page.Typed) error {
	others, err := s.App.DecidedWith(c.Request.Context(), s.Person(c), v.Proposal.ID)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, withoutDecision(t.Problems))
	f.Keys = "step"
	m := decisionCorrect{
		proposalPage: s.proposalPage(c, v, t, s.Text.Say("decision.correct")),
		Fields:       page.CorrectForm.Lay(f).Cells,
		Scan:         s.scanField(f, "scan"),
		Others:       others,
		Alone:        t.Values.Get("alone") != "",
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/decision", m)
}

// withoutDecision puts what is wrong with a decision at the fields of its form.
func withoutDecision(problems value.Problems) value.Problems {
	out := make(value.Problems, len(problems))
	for i, p := range problems {
		p.Field = strings.TrimPrefix(p.Field, "decision.")
		out[i] = p
	}
	return out
}

// Correct puts right the decision of a proposal with a reason; what stood before stays on its path.
func (s *Room) Correct(c *gin.Context, in url.Values) (page.Act, error) {
	v, err := s.proposalOf(c)
	if err != nil {
		return page.Act{}, err
	}
	ctx, by, id, base := c.Request.Context(), s.Person(c), v.Proposal.ID, page.Version(in)
	read := func() (app.DecisionOrder, value.Problems) {
		o := app.DecisionOrder{Alone: in.Get("alone") != "", Scan: page.ReadScan(in, "scan")}
		problems := page.CorrectForm.Read(in, &o).Problems
		return o, problems
	}
	act := page.Act{Again: func(t page.Typed) error { return s.showCorrect(c, v, t) }, Do: func() (page.Done, error) {
		o, problems := read()
		if len(problems) > 0 {
			return page.Done{}, problems
		}
		err := s.App.CorrectDecision(ctx, by, id, base, o)
		number := s.App.DecisionNumber(ctx, o.Number)
		return page.Done{To: page.ProposalHref(id), Say: "decision.said.corrected", Args: []any{number}}, err
	}}
	return s.Checked(c, in, func() (page.Check, error) {
		unkept, err := s.KeepScan(c, in, "scan")
		if err != nil {
			return page.Check{}, err
		}
		o, problems := read()
		if problems = append(problems, unkept...); len(problems) > 0 {
			return page.Check{}, problems
		}
		if err := s.App.CheckCorrection(ctx, by, id, base, o); err != nil {
			return page.Check{}, err
		}
		return s.correctCheck(c, v, o)
	}, act), nil
}

func (s *Room) correctCheck(c *gin.Context, v app.ProposalView, o app.DecisionOrder) (page.Check, error) {
	others, err := s.App.DecidedWith(c.Request.Context(), s.Person(c), v.Proposal.ID)
	if err != nil {
		return page.Check{}, err
	}
	old, becomes := v.Proposal.Decision, func(was, is string) string {
		if was == is {
			return is
		}
		return s.Text.Say("decision.becomes", was, is)
	}
	number := s.App.DecisionNumber(c.Request.Context(), o.Number)
	out := page.Check{
		Headline: s.Text.Say("decision.check"),
		State:    s.Text.Say("step.check.of", v.Proposal.ID, nameOf(v)),
		Do:       s.Text.Say("decision.correct"),
		Answers: []page.Fact{
			{Term: s.Text.Say("step.number"), Text: becomes(old.Number, number)},
			{Term: s.Text.Say("step.date"), Text: becomes(viet.ShortDate(old.Date), viet.ShortDate(o.Date))},
		},
		Follows: []string{
			s.Text.Say("decision.follows.record"),
			s.Text.Say("step.follows.counts", viet.ShortDate(o.Date)),
		},
	}
	if o.Scan.Name != "" {
		out.Answers = append(out.Answers, page.Fact{Term: s.Text.Say("step.scan"), Text: o.Scan.Name})
	}
	out.Answers = append(out.Answers, page.Fact{Term: s.Text.Say("step.why_correct"), Text: o.Reason})
	if len(others) > 0 && !o.Alone {
		out.Follows = append(out.Follows, s.Text.Say("decision.follows.others", len(others)))
	}
	return out, nil
}
