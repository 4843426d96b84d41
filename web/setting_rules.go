package web

import (
	"cmp"
	"errors"
	"math"
	"net/url"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// ruleKeys is under which keys the labels of ruleTable stand.
const ruleKeys = "rules"

// ruleTable is the rules of a plan that the law leaves open, each asked as a question. A default is not kept as a choice.
var ruleTable = field.Form[review.Rules]{
	field.Pick("cost_denominator", []string{string(review.Listed), string(review.WithProposal)},
		func(r *review.Rules) string { return string(cmp.Or(r.CostDenominator, review.Listed)) },
		func(r *review.Rules, word string) {
			if r.CostDenominator = ""; word == string(review.WithProposal) {
				r.CostDenominator = review.WithProposal
			}
		}),
	field.Either("amend", func(r *review.Rules) *bool { return &r.AmendNeverCounts }, "lighter", "never"),
	field.Either("decentralise", func(r *review.Rules) *bool { return &r.DecentraliseNever }, "lighter", "never"),
	field.Either("deadline_day", func(r *review.Rules) *bool { return &r.DayItselfOnTime }, "before", "itself"),
	field.Pick("percent_places", []string{"2", "1", "0"},
		func(r *review.Rules) string { return strconv.Itoa(r.PercentPlaces.Or(2)) },
		func(r *review.Rules, word string) {
			r.PercentPlaces = value.Opt[int]{}
			if n, err := strconv.Atoi(word); err == nil && n != 2 {
				r.PercentPlaces = value.Known(n)
			}
		}),
	field.Either("trim_zero", func(r *review.Rules) *bool { return &r.TrimZeroPercent }, "no", "yes"),
	field.PercentOr("public_reviewed", func(r *review.Rules) *value.Opt[value.Decimal] { return &r.PublicReviewed }).Refused("rules.threshold"),
	field.Either("posting_from", func(r *review.Rules) *bool { return &r.PostingFromSigned }, "received", "signed"),
	field.Count("posting_days", func(r *review.Rules) *value.Opt[int] { return &r.PostingDays }, math.MaxInt16),
}

// rulesPart is the rules of the plan that the page is about.
func (s *Server) rulesPart(c *gin.Context) (settingPart, error) {
	out := settingPart{ID: "cach-tinh", Title: s.text.Say("setting.rules"), Edit: link{s.text.Say("setting.edit"), rulesPath}, Closed: s.closedTo(c, account.EditPlan)}
	plan, _, err := s.app.Plan(c.Request.Context(), s.planID(c))
	if errors.Is(err, value.ErrNotFound) {
		out.Closed = s.text.Say("setting.no_plan")
		return out, nil
	}
	if err != nil {
		return out, err
	}
	if out.Text, err = s.rulesNotice(c, plan); err != nil {
		return out, err
	}
	past, err := s.rulesPast(c, plan.ID)
	if err != nil {
		return out, err
	}
	for _, a := range ruleTable.Answers(s.text, ruleKeys, plan.Rules) {
		out.Asks = append(out.Asks, settingSaid{
			Question: a.Label,
			Answer:   a.Text,
			Default:  s.ruleDefault(a.Name),
			Source:   s.text.Say("rules." + a.Name + ".source"),
			History:  severalOf(past[a.Name]),
		})
	}
	return out, nil
}

// rulesNotice says which campaigns keep the rules they started under.
func (s *Server) rulesNotice(c *gin.Context, plan review.Plan) (string, error) {
	boards, err := s.app.Boards(c.Request.Context(), string(plan.ID))
	if err != nil {
		return "", err
	}
	var started []string
	for _, b := range boards {
		if !b.Started.IsZero() {
			started = append(started, b.Campaign.Name)
		}
	}
	if len(started) == 0 {
		return s.text.Say("setting.rules.state", plan.Number), nil
	}
	return s.text.Say("setting.rules.state", plan.Number) + " " + s.text.Say("setting.rules.started", strings.Join(started, "; ")), nil
}

func (s *Server) rulesPast(c *gin.Context, plan review.PlanID) (map[string][]string, error) {
	history, err := s.app.RulesHistory(c.Request.Context(), plan)
	if err != nil {
		return nil, err
	}
	said := make([][]field.Answer, len(history))
	for i, r := range history {
		said[i] = ruleTable.Answers(s.text, ruleKeys, r.Value)
	}
	by := stampsOf(history)
	return s.past(c, said, by[:max(0, len(by)-1)]) // what the plan came with is no change
}

// rulesForm is the form for the rules of the plan that the page is about.
func (s *Server) rulesForm(c *gin.Context) error {
	plan, version, err := s.app.Plan(c.Request.Context(), s.planID(c))
	if err != nil {
		return err
	}
	return s.showRules(c, plan, version, shown(ruleTable.Values(plan.Rules)))
}

func (s *Server) showRules(c *gin.Context, plan review.Plan, version int, t Typed) error {
	past, err := s.rulesPast(c, plan.ID)
	if err != nil {
		return err
	}
	m := settingShow{
		frame:    s.frame(c, s.text.Say("setting.rules")),
		Headline: s.text.Say("setting.rules"),
		State:    s.text.Say("setting.rules.why"),
		Both:     t.Both,
		Action:   rulesPath,
		PlanID:   string(plan.ID),
		Version:  t.version(version),
	}
	if m.Notice, err = s.rulesNotice(c, plan); err != nil {
		return err
	}
	f := field.NewSheet(s.text, t.Values, t.Problems)
	f.Keys = ruleKeys
	group := settingGroup{ID: "cach-tinh", Title: s.text.Say("setting.rules.group")}
	for _, cell := range ruleTable.Lay(f).Cells {
		group.Asks = append(group.Asks, settingAsk{
			Field:   cell,
			Default: s.ruleDefault(cell.ID),
			Source:  s.text.Say("rules." + cell.ID + ".source"),
			History: past[cell.ID],
		})
	}
	m.Groups, m.Summary = []settingGroup{group}, f.Summary()
	return s.show(c, t.Status, "setting/show", m)
}

// ruleDefault says what holds where nobody chose.
func (s *Server) ruleDefault(id string) string {
	for _, a := range ruleTable.Answers(s.text, ruleKeys, review.Rules{}) {
		if a.Name == id {
			return s.text.Say("setting.default", a.Text)
		}
	}
	return ""
}

// saveRules saves the rules of the plan that the page is about.
func (s *Server) saveRules(c *gin.Context, in url.Values) (Act, error) {
	plan, newest, err := s.app.Plan(c.Request.Context(), s.planID(c))
	return edit(s, in, Edit[review.Rules]{
		Form: ruleTable,
		Keys: ruleKeys,
		Base: plan.Rules,
		Save: func(rules review.Rules, _ func(*review.Rules)) (Done, error) {
			err := s.app.SaveRules(c.Request.Context(), plan.ID, rules, version(in), s.person(c))
			return Done{To: settingsPath, Say: "setting.saved"}, err
		},
		Again: func(t Typed) error { return s.showRules(c, plan, newest, t) },
	}), err
}
