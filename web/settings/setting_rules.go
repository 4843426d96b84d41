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
		ID:     "cach-tinh",
		Title:  s.Text.Say("setting.rules"),
		Edit:   page.Link{Text: s.Text.Say("setting.edit"), Href: page.RulesPath},
		Closed: s.closedTo(c, account.EditPlan),
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
	past, err := s.rulesPast(c, plan.ID)
	if err != nil {
		return out, err
	}
	for _, a := range page.RuleTable.Answers(s.Text, page.RuleKeys, plan.Rules) {
		out.Asks = append(out.Asks, settingSaid{
			Question: a.Label,
			Answer:   a.Text,
			Default:  s.ruleDefault(a.Name),
			Source:   s.Text.Say("rules." + a.Name + ".source"),
			History:  severalOf(past[a.Name]),
		})
	}
	return out, nil
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

func (s *Room) rulesPast(c *gin.Context, plan review.PlanID) (map[string][]string, error) {
	history, err := s.App.RulesHistory(c.Request.Context(), plan)
	if err != nil {
		return nil, err
	}
	said := make([][]field.Answer, len(history))
	for i, r := range history {
		said[i] = page.RuleTable.Answers(s.Text, page.RuleKeys, r.Value)
	}
	by := stampsOf(history)
	return s.past(c, said, by[:max(0, len(by)-1)]) // what the plan came with is no change
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
	past, err := s.rulesPast(c, plan.ID)
	if err != nil {
		return err
	}
	m := settingShow{
		Frame:    s.Frame(c, s.Text.Say("setting.rules")),
		Headline: s.Text.Say("setting.rules"),
		State:    s.Text.Say("setting.rules.why"),
		Both:     t.Both,
		Action:   page.RulesPath,
		PlanID:   string(plan.ID),
		Version:  t.Version(version),
	}
	if m.Notice, err = s.rulesNotice(c, plan); err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = page.RuleKeys
	group := settingGroup{ID: "cach-tinh", Title: s.Text.Say("setting.rules.group")}
	for _, cell := range page.RuleTable.Lay(f).Cells {
		group.Asks = append(group.Asks, settingAsk{
			Field:   cell,
			Default: s.ruleDefault(cell.ID),
			Source:  s.Text.Say("rules." + cell.ID + ".source"),
			History: past[cell.ID],
		})
	}
	m.Groups, m.Summary = []settingGroup{group}, f.Summary()
	return s.Show(c, t.Status, "settings/show", m)
}

// ruleDefault says what holds where nobody chose.
func (s *Room) ruleDefault(id string) string {
	for _, a := range page.RuleTable.Answers(s.Text, page.RuleKeys, review.Rules{}) {
		if a.Name == id {
			return s.Text.Say("setting.default", a.Text)
		}
	}
	return ""
}

// SaveRules saves the rules of the plan that the page is about.
func (s *Room) SaveRules(c *gin.Context, in url.Values) (page.Act, error) {
	plan, newest, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	return page.ActOf(s.Kit, in, page.Edit[review.Rules]{
		Form: page.RuleTable,
		Keys: page.RuleKeys,
		Base: plan.Rules,
		Save: func(rules review.Rules, _ func(*review.Rules)) (page.Done, error) {
			err := s.App.SaveRules(c.Request.Context(), s.Person(c), plan.ID, rules, page.Version(in))
			return page.Done{To: page.SettingsPath, Say: "setting.saved"}, err
		},
		Again: func(t page.Typed) error { return s.showRules(c, plan, newest, t) },
	}), err
}
