package proposal

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// stepCheck is what a step of a proposal will do, shown before it is done; t is what was typed into the page itself.
func (s *Room) stepCheck(c *gin.Context, o app.StepOrder, t page.Typed) (page.Check, error) {
	v, err := s.proposalOf(c)
	if err != nil {
		return page.Check{}, err
	}
	action := string(o.Action)
	out := page.Check{
		Headline: s.Text.Say("step.check." + action),
		State:    s.Text.Say("step.check.of", v.Proposal.ID, nameOf(v)),
		Do:       s.Text.Name("action", action),
	}
	switch o.Action {
	case review.ActionSubmit:
		out.Answers = s.proposalFacts(v)
		out.Missing, out.Notes = s.missing(v), s.problemLines(v, slices.DeleteFunc(slices.Clone(v.Notices), isUncosted))
		out.Asks, out.Problems = s.formReason(v, t)
		out.Follows = []string{s.Text.Say("step.follows.frozen"), s.Text.Say("step.follows.check",
			s.rolesThatMay(review.ActionCheck))}
	case review.ActionApprove:
		out.Answers = append(s.decisionFacts(c, o), s.proposalFacts(v)...)
		out.Notes = s.warnings(v)
		out.Follows = s.decisionFollows(c, o)
		return s.withGrounds(c, out, v.Proposal.Plan, o, v.Proposal.Campaign)
	case review.ActionAccept, review.ActionRefuse:
		out.Answers = append(s.answerFacts(o), s.proposalFacts(v)...)
		out.Follows = s.answerFollows(o)
	case review.ActionPutInForce:
		day := page.Fact{Term: s.Text.Say("step.in_force"), Text: s.stepDay(o)}
		out.Answers = append([]page.Fact{day}, s.proposalFacts(v)...)
		out.Follows = s.versionFollows(v, o)
	}
	return out, nil
}

// withGrounds adds to the check of a decision which grounds its paper leaves out on its day.
func (s *Room) withGrounds(
	c *gin.Context, out page.Check, plan review.PlanID, o app.StepOrder, campaigns ...review.CampaignID,
) (page.Check, error) {
	notes, mend, err := s.GroundNotes(c, plan, o.Decision.Date, campaigns...)
	out.Notes, out.Mend = append(out.Notes, notes...), mend
	return out, err
}

// isUncosted reports whether a problem is of a cost that nobody has worked out: zero is never put in its place.
func isUncosted(p value.Problem) bool {
	return p.Code == "cost.before_missing" || p.Code == "cost.after_missing"
}

// missing is what a proposal lacks that is handed in all the same: answers of review forms, costs that nobody worked
// out, each with where it is mended.
func (s *Room) missing(v app.ProposalView) []page.Link {
	var out []page.Link
	for _, f := range v.Forms {
		text := s.Text.Say("step.form_open", f.Procedure, f.Answered, f.Total)
		if f.IsMissing() {
			text = s.Text.Say("step.form_missing", f.Procedure)
		}
		out = append(out, page.Link{Text: text, Href: page.ReviewFormHref(app.ReviewForm{
			Plan:     v.Plan,
			Campaign: v.Proposal.Campaign,
			Item:     review.ListItem{Code: f.Procedure},
		})})
	}
	for i, m := range v.Members {
		here := func(p value.Problem) bool { return strings.HasPrefix(p.Field, field.RowName("members", i)+".") }
		for _, p := range v.Notices {
			if isUncosted(p) && here(p) {
				side := strings.TrimSuffix(strings.TrimPrefix(p.Code, "cost."), "_missing")
				out = append(out, page.Link{
					Text: s.Text.Say("step.cost_missing."+side, m.Item.Code),
					Href: page.ProposalHref(v.Proposal.ID) + "/chi-phi?" +
						url.Values{"thu-tuc": {string(m.Item.Code)}}.Encode(),
				})
			}
		}
	}
	return out
}

// reasonForm asks why a review form is missing; it is asked on the page of answers alone.
var reasonForm = field.Form[app.StepOrder]{
	field.Long("form_reason", func(o *app.StepOrder) *string { return &o.FormReason }, field.Need, field.Tall(2)),
}

// formReason is that field, where a form of the proposal has no answer at all: as typed, else as it was told before.
func (s *Room) formReason(v app.ProposalView, t page.Typed) ([]field.Cell, field.Summary) {
	if v.Proposal.Conclusion == review.Keep || !slices.ContainsFunc(v.Forms, review.OpenForm.IsMissing) {
		return nil, nil
	}
	typed := url.Values{"form_reason": {v.Proposal.FormReason}}
	if t.Values.Has("form_reason") {
		typed = t.Values
	}
	f := field.NewSheet(s.Text, typed, t.Problems)
	f.Keys = "step"
	return reasonForm.Lay(f).Cells, f.Summary()
}

// wantsReason reports whether a problem is that the reason is missing.
func wantsReason(p value.Problem) bool { return p.Code == "form_reason.missing" }

// serviceCheck is what a step of the review of an online service will do, shown before it is done.
func (s *Room) serviceCheck(c *gin.Context, r review.Restructuring, o app.StepOrder) page.Check {
	action := string(o.Action)
	out := page.Check{
		Headline: s.Text.Say("step.check." + action),
		State:    s.Text.Say("step.check.service", r.ID, r.Name),
		Do:       s.Text.Name("action", action),
	}
	switch o.Action {
	case review.ActionSubmit:
		out.Follows = []string{
			s.Text.Say("step.follows.frozen"),
			s.Text.Say("step.follows.check", s.rolesThatMay(review.ActionCheck)),
		}
	case review.ActionApprove:
		out.Answers = s.decisionFacts(c, o)
		out.Follows = []string{
			s.Text.Say("step.follows.number", s.App.DecisionNumber(c.Request.Context(), o.Decision.Number)),
			s.Text.Say("step.follows.final"),
		}
	case review.ActionAccept, review.ActionRefuse:
		out.Answers, out.Follows = s.answerFacts(o), s.answerFollows(o)
	case review.ActionPutInForce:
		out.Answers = []page.Fact{{Term: s.Text.Say("step.in_force"), Text: s.stepDay(o)}}
		out.Follows = []string{s.Text.Say("step.follows.in_force")}
	}
	saved := s.Text.Say("services.keeps")
	if !r.Keeps() {
		saved = s.Text.Say("services.in_words", s.SavedInWords(r.Before.Burden().Minus(r.After.Burden())))
	}
	out.Answers = append(out.Answers, page.Fact{Term: s.Text.Say("proposal.changes"), Text: saved})
	if r.Change != "" {
		out.Answers = append(out.Answers, page.Fact{Term: s.Text.Say("services.change"), Text: r.Change})
	}
	return out
}

// stepDay is the day of a step, today where none was typed.
func (s *Room) stepDay(o app.StepOrder) string {
	if o.Dated.IsZero() {
		return viet.ShortDate(s.App.Today())
	}
	return viet.ShortDate(o.Dated)
}

// answerFacts is what a superior answered, as it will stand.
func (s *Room) answerFacts(o app.StepOrder) []page.Fact {
	return []page.Fact{
		{Term: s.Text.Say("step.answer"), Text: o.Note},
		{Term: s.Text.Say("step.answered"), Text: s.stepDay(o)},
	}
}

func (s *Room) answerFollows(o app.StepOrder) []string {
	if o.Action == review.ActionRefuse {
		return []string{s.Text.Say("step.follows.refused")}
	}
	return []string{s.Text.Say("step.follows.counts", s.stepDay(o)), s.Text.Say("step.follows.final")}
}

// decisionFacts is a decision as it will stand: its whole number, its day, its scan and the opinion.
func (s *Room) decisionFacts(c *gin.Context, o app.StepOrder) []page.Fact {
	scan := cmp.Or(o.Scan.Name, s.Text.Say("step.no_scan"))
	out := []page.Fact{
		{Term: s.Text.Say("step.number"), Text: s.App.DecisionNumber(c.Request.Context(), o.Decision.Number)},
		{Term: s.Text.Say("step.date"), Text: viet.ShortDate(o.Decision.Date)},
		{Term: s.Text.Say("step.scan"), Text: scan},
	}
	if o.Note != "" {
		out = append(out, page.Fact{Term: s.Text.Say("step.opinion"), Text: o.Note})
	}
	return out
}

func (s *Room) decisionFollows(c *gin.Context, o app.StepOrder) []string {
	number := s.App.DecisionNumber(c.Request.Context(), o.Decision.Number)
	return []string{
		s.Text.Say("step.follows.counts", viet.ShortDate(o.Decision.Date)),
		s.Text.Say("step.follows.number", number),
		s.Text.Say("step.follows.correct"),
	}
}

// versionFollows says which procedures get a new version.
func (s *Room) versionFollows(v app.ProposalView, o app.StepOrder) []string {
	out := []string{s.Text.Say("step.follows.in_force")}
	for _, m := range v.Members {
		switch {
		case !o.NewVersions || !v.Renews(m):
			out = append(out, s.Text.Say("step.follows.no_version", m.Item.Code))
		case v.Proposal.Conclusion == review.Abolish:
			out = append(out, s.Text.Say("step.follows.repealed", m.Item.Code, v.Proposal.Decision.Number))
		default:
			out = append(out, s.Text.Say("step.follows.version", m.Item.Code, m.Newest+1,
				page.Joined(", ", s.Remarks(m.Remarks)...)))
		}
	}
	return out
}

// proposalFacts are what a proposal changes, what it saves and what it does to the targets.
func (s *Room) proposalFacts(v app.ProposalView) []page.Fact {
	p := v.Proposal
	out := []page.Fact{
		{Term: s.Text.Say("proposal.conclusion"), Text: s.Text.Name("conclusion", string(p.Conclusion))},
		{Term: s.Text.Say("proposal.changes"), Text: page.Joined("; ", s.inWords(v)...)},
		{Term: s.Text.Say("cost.before"), Text: s.moneyOr(v.Cost.Before)},
		{Term: s.Text.Say("cost.after"), Text: s.moneyOr(v.Cost.After)},
		{Term: s.Text.Say("cost.saving"), Text: s.savingWords(priced{v.Cost, v.Shares()})},
	}
	for _, m := range v.Members {
		if t := s.timeWords(p.Conclusion, m); t != "" {
			out = append(out, page.Fact{Term: s.Text.Say("proposal.time_of", m.Item.Code), Text: t})
		}
	}
	return append(out, s.impactFacts(impactOf(v))...)
}

// savingWords is what is saved with its share: "43.467.080 đồng (55,80%)".
func (s *Room) savingWords(c priced) string {
	if !c.Saving().IsKnown() {
		return s.Text.Say("cost.unpriced")
	}
	return s.moneyOr(c.Saving()) + " (" + c.Percent() + ")"
}

// impactFacts is each target as it stands and as it will: "12,00% → 20,00% (đạt)".
func (s *Room) impactFacts(lines []impactLine) []page.Fact {
	var out []page.Fact
	for _, x := range lines {
		target := page.Joined(", ", s.Text.Name("metric", string(x.With.Metric)), x.Campaign)
		out = append(out, page.Fact{
			Term: s.Text.Say("step.target", target),
			Text: s.Text.Say("step.becomes", x.Percent(x.Without), x.Percent(x.With),
				page.TargetVerdict(s.Text, x.With.Outcome(), x.With.Lacking(), x.With.Late).Text),
		})
	}
	return out
}
