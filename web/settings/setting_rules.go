package settings

import (
	"errors"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// rulesPart is the rules of the plan that the page is about.
func (s *Room) rulesPart(c *gin.Context) (settingPart, error) {
	out := settingPart{
		ID:    "cach-tinh",
		Title: s.Text.Say("setting.rules"),
		Edit:  page.Link{Text: s.Text.Say("setting.edit"), Href: page.RulesPath + page.OfPlan(c)},
	}
	if !s.Person(c).May(account.EditPlan) {
		out.Closed = s.Text.Say("setting.closed.edit_plan")
	}
	plan, _, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if errors.Is(err, value.ErrNotFound) {
		out.Closed = s.Text.Say("setting.no_plan")
		return out, nil
	}
	if err != nil {
		return out, err
	}
	if out.Text, err = s.rulesNotice(c, plan); err != nil {
		return out, err
	}
	out.Asks, err = s.rulesAsks(c, plan)
	return out, err
}

// rulesAsks are the rules of a plan, each with its default, its source and how it was changed.
func (s *Room) rulesAsks(c *gin.Context, plan review.Plan) ([]settingAsk, error) {
	history, err := s.App.RulesHistory(c.Request.Context(), plan.ID)
	told := max(0, len(history)-1) // what the plan came with is no change
	changed := past(s, c, page.RuleTable, page.RuleKeys, history, told)
	defaults := page.RuleTable.Answers(s.Text, page.RuleKeys, review.Rules{})
	var out []settingAsk
	for i, a := range page.RuleTable.Answers(s.Text, page.RuleKeys, plan.Rules) {
		out = append(out, settingAsk{
			Question: a.Label,
			Answer:   a.Text,
			Default:  s.Text.Say("setting.default", defaults[i].Text),
			Source:   s.Text.Say("rules." + a.Name + ".source"),
			History:  changed[a.Name],
		})
	}
	return out, err
}

// rulesNotice says which campaigns keep the rules they started under.
func (s *Room) rulesNotice(c *gin.Context, plan review.Plan) (string, error) {
	boards, err := s.App.Boards(c.Request.Context(), string(plan.ID))
	if err != nil {
		return "", err
	}
	var started []string
	for _, b := range boards {
		if !b.Started.IsZero() {
			started = append(started, b.Campaign.Name)
		}
	}
	state := s.Text.Say("setting.rules.state", plan.Number)
	if len(started) == 0 {
		return state, nil
	}
	return state + " " + s.Text.Say("setting.rules.started", strings.Join(started, "; ")), nil
}

// RulesForm is the form for the rules of the plan that the page is about.
func (s *Room) RulesForm(c *gin.Context) error {
	plan, version, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	return s.showRules(c, plan, version, page.Shown(page.RuleTable.Values(plan.Rules)))
}

func (s *Room) showRules(c *gin.Context, plan review.Plan, version int, t page.Typed) error {
	asks, err := s.rulesAsks(c, plan)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = page.RuleKeys
	for i, cell := range page.RuleTable.Lay(f).Cells {
		asks[i].Field = cell
	}
	m := settingShow{
		Frame:    s.Frame(c, s.Text.Say("setting.rules")),
		Headline: s.Text.Say("setting.rules"),
		State:    s.Text.Say("setting.rules.why"),
		Summary:  f.Summary(),
		Both:     t.Both,
		Action:   page.RulesPath + page.OfPlan(c),
		PlanID:   plan.ID,
		Version:  t.Version(version),
		Groups:   []settingGroup{{"cach-tinh", s.Text.Say("setting.rules.group"), asks}},
	}
	if m.Notice, err = s.rulesNotice(c, plan); err != nil {
		return err
	}
	return s.Show(c, t.Status, "settings/show", m)
}

// SaveRules saves the rules of the plan that the page is about.
func (s *Room) SaveRules(c *gin.Context, in url.Values) (page.Act, error) {
	plan, newest, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	return page.ActOf(s.Kit, in, page.Edit[review.Rules]{
		Form: page.RuleTable,
		Keys: page.RuleKeys,
		Base: plan.Rules,
		Save: func(rules review.Rules, _ func(*review.Rules)) (page.Done, error) {
			err := s.App.SaveRules(c.Request.Context(), plan.ID, rules, page.Version(in), s.Person(c))
			return page.Done{To: page.SettingsPath + page.OfPlan(c), Say: "setting.saved"}, err
		},
		Again: func(t page.Typed) error { return s.showRules(c, plan, newest, t) },
	}), err
}
