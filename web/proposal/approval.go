package proposal

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// approvalTogether is the proposals that wait to be approved, for one decision. Template: proposal/approval.
type approvalTogether struct {
	page.Frame
	Action  string
	Summary field.Summary
	Waiting []waitingProposal
	Picks   page.Listing
	Impact  []impactLine // of all of them together
	Fields  []field.Cell
	Scan    scanField
}

// waitingProposal is one of them: what it changes and saves, and what the chairman should know.
type waitingProposal struct {
	app.ProposalView
	Name, Problem string
	Value         string // of its box: "12.5", number and version
	Chosen        bool
	InWords       []string
	Warnings      []string
	Cost          priced
}

// Href is the page on which it is decided alone.
func (w waitingProposal) Href() string { return page.ProposalHref(w.Proposal.ID) + "/duyet" }

// togetherForm is the one decision, asked as for a single proposal.
var togetherForm = stepForms[review.ActionApprove]

// ApprovalTogether is the page on which one decision approves many proposals.
func (s *Room) ApprovalTogether(c *gin.Context) error {
	return s.showTogether(c, page.Shown(nil))
}

func (s *Room) showTogether(c *gin.Context, t page.Typed) error {
	all, err := s.App.Approval(c.Request.Context(), s.Person(c), s.PlanID(c), nil)
	if err != nil {
		return err
	}
	t.Values = cloned(t.Values)
	t.Values.Set("action", string(review.ActionApprove))
	chosen := proposalsIn(t.Values)
	f := s.stepSheet(page.Typed{Values: t.Values, Problems: s.atProposals(t.Problems, chosen)})
	m := approvalTogether{
		Frame:  s.Frame(c, s.Text.Say("approve.together")),
		Action: page.ApprovalPath + page.OfPlan(c),
		Picks:  page.Picks(c.Request.URL, "proposal"),
		Impact: impactTogether(all, func(review.CampaignID) bool { return true }),
	}
	for _, v := range all.Waiting {
		at := app.ProposalAt{ID: v.Proposal.ID, Version: v.Proposal.Version}
		name := s.Text.Say("step.proposal", at.ID)
		isChosen := slices.ContainsFunc(chosen, func(x app.ProposalAt) bool { return x.ID == at.ID })
		m.Waiting = append(m.Waiting, waitingProposal{
			ProposalView: v,
			Name:         nameOf(v),
			Problem:      f.Problem("proposal."+page.ID(at.ID), name),
			Value:        boxOf(at),
			Chosen:       m.Picks.IsTicked(isChosen),
			InWords:      s.inWords(v),
			Warnings:     s.warnings(v),
			Cost:         priced{v.Cost, v.Shares()},
		})
	}
	m.Fields, m.Scan = togetherForm.Lay(f).Cells, s.scanField(f, "approve.scan")
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/approval", m)
}

func cloned(in url.Values) url.Values {
	out := url.Values{}
	for name, values := range in {
		out[name] = slices.Clone(values)
	}
	return out
}

// nameOf is what a proposal is called.
func nameOf(v app.ProposalView) string {
	items := make([]review.ListItem, len(v.Members))
	for i, m := range v.Members {
		items[i] = m.Item
	}
	return proposalName(v.Proposal, items)
}

func boxOf(at app.ProposalAt) string { return page.ID(at.ID) + "." + strconv.Itoa(at.Version) }

// proposalsIn are the proposals whose boxes were ticked; a box that is none is left out.
func proposalsIn(in url.Values) []app.ProposalAt {
	var out []app.ProposalAt
	for _, box := range in["proposal"] {
		id, version, _ := strings.Cut(box, ".")
		n, wrong := strconv.ParseInt(id, 10, 64)
		v, wrongToo := strconv.Atoi(version)
		if wrong == nil && wrongToo == nil {
			out = append(out, app.ProposalAt{ID: review.ProposalID(n), Version: v})
		}
	}
	return out
}

// atProposals puts what is wrong with one of the chosen proposals at its box.
func (s *Room) atProposals(problems value.Problems, chosen []app.ProposalAt) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		for n, at := range chosen {
			if strings.HasPrefix(p.Field, field.RowName("proposals", n)+".") {
				out[i].Field = "proposal." + page.ID(at.ID)
			}
		}
	}
	return out
}

// ApproveTogether approves the ticked proposals by one decision, all of them or none.
func (s *Room) ApproveTogether(c *gin.Context, in url.Values) (page.Act, error) {
	in.Set("action", string(review.ActionApprove))
	ctx, by, chosen := c.Request.Context(), s.Person(c), proposalsIn(in)
	act := page.Act{Again: func(t page.Typed) error { return s.showTogether(c, t) }, Do: func() (page.Done, error) {
		order, err := readStep(in)
		if err == nil {
			err = s.App.StepTogether(ctx, by, chosen, order)
		}
		return s.stepDone(c, page.ProposalsPath, order, s.Text.Say("approve.many", len(chosen))), err
	}}
	return s.Checked(c, in, func() (page.Check, error) {
		order, err := s.readOrder(c, in)
		if err == nil {
			err = s.App.CheckStep(ctx, by, chosen, order)
		}
		if err != nil {
			return page.Check{}, err
		}
		return s.togetherCheck(c, chosen, order)
	}, act), nil
}

// togetherCheck is what one decision about many proposals will do, shown before it is done.
func (s *Room) togetherCheck(c *gin.Context, chosen []app.ProposalAt, o app.StepOrder) (page.Check, error) {
	var ids []review.ProposalID
	for _, at := range chosen {
		ids = append(ids, at.ID)
	}
	all, err := s.App.Approval(c.Request.Context(), s.Person(c), s.PlanID(c), ids)
	if err != nil {
		return page.Check{}, err
	}
	out := page.Check{
		Headline: s.Text.Say("step.check.approve"),
		State:    s.Text.Say("approve.many", len(chosen)),
		Do:       s.Text.Name("action", string(o.Action)),
		Answers:  s.decisionFacts(c, o),
		Follows:  s.decisionFollows(c, o),
	}
	for _, v := range all.Waiting {
		saves := s.Text.Say("approve.saves", s.savingWords(priced{v.Cost, v.Shares()}))
		words := page.Joined("; ", append(s.inWords(v), saves)...)
		out.Answers = append(out.Answers, page.Fact{
			Term: s.Text.Say("step.check.of", v.Proposal.ID, nameOf(v)),
			Text: words,
		})
		for _, w := range s.warnings(v) {
			out.Notes = append(out.Notes, s.Text.Say("approve.warning_of", v.Proposal.ID, w))
		}
	}
	campaigns := func(id review.CampaignID) bool {
		return slices.ContainsFunc(all.Waiting, func(v app.ProposalView) bool { return v.Proposal.Campaign == id })
	}
	out.Answers = append(out.Answers, s.impactFacts(impactTogether(all, campaigns))...)
	var decided []review.CampaignID
	for _, v := range all.Waiting {
		decided = append(decided, v.Proposal.Campaign)
	}
	return s.withGrounds(c, out, all.Plan.ID, o, decided...)
}

// impactTogether is what proposals that wait do together to the targets of campaigns, each with the name of its own.
func impactTogether(all app.Approval, of func(review.CampaignID) bool) []impactLine {
	out := impactLines(all.Without, all.With, of)
	for i, x := range out {
		if len(all.Waiting) > 0 {
			out[i].Campaign = page.CampaignName(all.Waiting[0].Plan, x.With.Campaign)
		}
	}
	return out
}
