package web

import (
	"errors"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// ruleFields are the rules of a plan that the law leaves open, in order.
var ruleFields = []string{"cost_denominator", "amend", "decentralise", "deadline_day", "percent_places", "trim_zero", "public_reviewed", "posting_from", "posting_days"}

// ruleOptions are the answers to choose from; a rule without any is typed.
var ruleOptions = map[string][]string{
	"cost_denominator": {"listed", "with_proposal"}, "amend": {"lighter", "never"}, "decentralise": {"lighter", "never"},
	"deadline_day": {"before", "itself"}, "percent_places": {"2", "1", "0"}, "trim_zero": {"no", "yes"}, "posting_from": {"received", "signed"},
}

// typedRules is how rules stand in the form; what was never said is the default.
func typedRules(r review.Rules) url.Values {
	pick := func(yes bool, a, b string) string {
		if yes {
			return a
		}
		return b
	}
	v := url.Values{"cost_denominator": {pick(r.CostDenominator == review.WithProposal, "with_proposal", "listed")}, "amend": {pick(r.AmendNeverCounts, "never", "lighter")},
		"decentralise": {pick(r.DecentraliseNever, "never", "lighter")}, "deadline_day": {pick(r.DayItselfOnTime, "itself", "before")},
		"percent_places": {strconv.Itoa(r.PercentPlaces.Or(2))}, "trim_zero": {pick(r.TrimZeroPercent, "yes", "no")},
		"posting_from": {pick(r.PostingFromSigned, "signed", "received")}}
	if t, some := r.PublicReviewed.Get(); some {
		v.Set("public_reviewed", viet.Comma(t.String()))
	}
	if n, some := r.PostingDays.Get(); some {
		v.Set("posting_days", strconv.Itoa(n))
	}
	return v
}

// readRules reads what was typed. A default is not kept as a choice.
func readRules(in url.Values) (review.Rules, value.Problems) {
	var p value.Problems
	r := review.Rules{AmendNeverCounts: in.Get("amend") == "never", DecentraliseNever: in.Get("decentralise") == "never",
		DayItselfOnTime: in.Get("deadline_day") == "itself", TrimZeroPercent: in.Get("trim_zero") == "yes", PostingFromSigned: in.Get("posting_from") == "signed"}
	for _, id := range ruleFields {
		if options, some := ruleOptions[id]; some && !slices.Contains(options, in.Get(id)) {
			p.Add(id, "rules.choose")
		}
	}
	if in.Get("cost_denominator") == "with_proposal" {
		r.CostDenominator = review.WithProposal
	}
	if n, err := strconv.Atoi(in.Get("percent_places")); err == nil && n != 2 {
		r.PercentPlaces = value.Known(n)
	}
	if text := strings.TrimSpace(strings.TrimSuffix(viet.Clean(in.Get("public_reviewed")), "%")); text != "" {
		if d, err := viet.ParseDecimal(text); err != nil {
			p.Add("public_reviewed", "rules.threshold", text)
		} else {
			r.PublicReviewed = value.Known(d)
		}
	}
	if text := strings.TrimSpace(in.Get("posting_days")); text != "" {
		if n, err := viet.ParseCount(text); err != nil || n > math.MaxInt16 {
			p.Add("posting_days", "rules.days", text)
		} else {
			r.PostingDays = value.Known(int(n))
		}
	}
	return r, p
}

// ruleAnswer is an answer in words.
func (s *Server) ruleAnswer(id, typed string) string {
	if _, some := ruleOptions[id]; some {
		return s.text.Say("rules." + id + "." + typed)
	}
	if typed == "" {
		return s.text.Say("rules." + id + ".default")
	}
	if id == "posting_days" {
		return s.text.Say("rules.posting_days.answer", typed)
	}
	return typed + "%"
}

func (s *Server) ruleDefault(id string) string {
	return s.text.Say("setting.default", s.ruleAnswer(id, typedRules(review.Rules{}).Get(id)))
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
	typed := typedRules(plan.Rules)
	for _, id := range ruleFields {
		out.Asks = append(out.Asks, settingSaid{Question: s.text.Say("rules." + id), Answer: s.ruleAnswer(id, typed.Get(id)), Default: s.ruleDefault(id),
			Source: s.text.Say("rules." + id + ".source"), History: severalOf(past[id])})
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
	said := make([]url.Values, len(history))
	for i, r := range history {
		typed := typedRules(r.Value)
		said[i] = url.Values{}
		for _, id := range ruleFields {
			said[i].Set(id, s.ruleAnswer(id, typed.Get(id)))
		}
	}
	by := stampsOf(history)
	return s.past(c, ruleFields, said, by[:max(0, len(by)-1)]) // what the plan came with is no change
}

// rulesForm is the form for the rules of the plan that the page is about.
func (s *Server) rulesForm(c *gin.Context) error {
	plan, version, err := s.app.Plan(c.Request.Context(), s.planID(c))
	if err != nil {
		return err
	}
	return s.showRules(c, http.StatusOK, plan, version, typedRules(plan.Rules), nil, bothVersions{})
}

func (s *Server) showRules(c *gin.Context, status int, plan review.Plan, version int, typed url.Values, problems value.Problems, both bothVersions) error {
	past, err := s.rulesPast(c, plan.ID)
	if err != nil {
		return err
	}
	m := settingShow{frame: s.frame(c, s.text.Say("setting.rules")), Headline: s.text.Say("setting.rules"), State: s.text.Say("setting.rules.why"), Both: both,
		Action: rulesPath, PlanID: string(plan.ID), Version: strconv.Itoa(version)}
	if m.Notice, err = s.rulesNotice(c, plan); err != nil {
		return err
	}
	f := field.NewSheet(s.text, typed, problems)
	group := settingGroup{ID: "cach-tinh", Title: s.text.Say("setting.rules.group")}
	for _, id := range ruleFields {
		ask := settingAsk{Default: s.ruleDefault(id), Source: s.text.Say("rules." + id + ".source"), History: past[id]}
		if options, some := ruleOptions[id]; some {
			var all []field.Option
			for _, o := range options {
				all = append(all, field.Option{Value: o, Text: s.ruleAnswer(id, o)})
			}
			ask.Field = f.Cell(id, s.text.Say("rules."+id), field.Choose(all...))
		} else {
			ask.Field = f.Cell(id, s.text.Say("rules."+id), field.Hint(s.text.Say("rules."+id+".hint")), field.Short)
		}
		group.Asks = append(group.Asks, ask)
	}
	m.Groups, m.Summary = []settingGroup{group}, f.Summary()
	return s.show(c, status, "setting/show", m)
}

// saveRules saves the rules of the plan that the page is about.
func (s *Server) saveRules(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	plan, newest, err := s.app.Plan(c.Request.Context(), s.planID(c))
	if err != nil {
		return err
	}
	rules, problems := readRules(in)
	if err = problems.Err(); err == nil {
		err = s.app.SaveRules(c.Request.Context(), plan.ID, rules, version(in), s.person(c))
	}
	return s.saved(c, err, func(status int, problems value.Problems) error {
		if status != http.StatusConflict {
			return s.showRules(c, status, plan, version(in), in, problems, bothVersions{})
		}
		stands, typed := url.Values{}, url.Values{}
		for _, id := range ruleFields {
			stands.Set(id, s.ruleAnswer(id, typedRules(plan.Rules).Get(id)))
			typed.Set(id, s.ruleAnswer(id, in.Get(id)))
		}
		return s.showRules(c, status, plan, newest, in, nil, s.both(ruleFields, "rules.", stands, typed))
	})
}
