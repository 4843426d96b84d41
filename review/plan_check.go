package review

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rasoat/value"
	"rasoat/viet"
)

// Bounds of what a plan may say.
const (
	maxPlanText  = 1000
	maxPlanItems = 200
	firstYear    = 2000
	lastYear     = 2100
)

// CheckPlan lists everything that is wrong with a plan, at its fields: "duties[2].title", "targets[0].threshold",
// "indicators[4].target". Rows are those of the plan's own lists.
func CheckPlan(p Plan) value.Problems {
	var out value.Problems
	needText(&out, "number", p.Number, "plan.number_missing")
	needText(&out, "title", p.Title, "plan.title_missing")
	if p.Date.IsZero() {
		out.Add("date", "on.missing")
	}
	if p.Year < firstYear || p.Year > lastYear {
		out.Add("year", "plan.year", firstYear, lastYear)
	} else if !p.Date.IsZero() && p.Date.Year != p.Year && p.Date.Year != p.Year-1 {
		out.Add("date", "plan.date_of_year", p.Year)
	}
	longTexts(&out, "", "superior", p.Upward.Superior, "addressee", p.Upward.Addressee, "signer", p.Signer, "funding",
		p.Funding,
		"recipients", strings.Join(p.Upward.Recipients, "\n"))
	out = append(out, p.Report.Check()...)
	out = append(out, p.Rules.Check()...)
	out = append(out, p.checkCampaigns()...)
	out = append(out, p.checkGrounds()...)
	out = append(out, p.checkTargets()...)
	out = append(out, p.checkDuties()...)
	out = append(out, p.checkTasks()...)
	return append(out, p.checkIndicators()...)
}

// Check refuses days that no month has.
func (r ReportRules) Check() value.Problems {
	var out value.Problems
	if r.FirstDay < 0 || r.FirstDay > 31 {
		out.Add("first_day", "plan.day_of_month")
	}
	if r.DueDay < 0 || r.DueDay > 31 {
		out.Add("due_day", "plan.day_of_month")
	}
	return out
}

func needText(out *value.Problems, field, text, code string) {
	if strings.TrimSpace(text) == "" {
		out.Add(field, code)
		return
	}
	longText(out, field, text)
}

func longText(out *value.Problems, field, text string) {
	if utf8.RuneCountInString(text) > maxPlanText {
		out.Add(field, "text.too_long", maxPlanText)
	}
}

// longTexts is longText for fields and texts in turn.
func longTexts(out *value.Problems, at string, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		longText(out, at+pairs[i], pairs[i+1])
	}
}

func (p Plan) checkCampaigns() value.Problems {
	var out value.Problems
	for i, c := range p.Campaigns {
		at := fmt.Sprintf("campaigns[%d].", i)
		needText(&out, at+"name", c.Name, "plan.name_missing")
		longText(&out, at+"to", c.To)
		if !slices.Contains(Scopes, c.Takes()) {
			out.Add(at+"scope", "rules.choose")
		}
		if !c.HandIn.IsZero() && !c.Due.IsZero() && c.HandIn.After(c.Due) {
			out.Add(at+"hand_in", "due.after_campaign", viet.ShortDate(c.Due))
		}
	}
	return out
}

func (p Plan) hasCampaign(id CampaignID) bool {
	for _, c := range p.Campaigns {
		if c.ID == id {
			return true
		}
	}
	return false
}

func (p Plan) checkTargets() value.Problems {
	var out value.Problems
	seen := map[string]bool{}
	for i, t := range p.Targets {
		at := fmt.Sprintf("targets[%d].", i)
		switch t.Metric {
		case Reviewed, Number, Cost, Time, Issued:
		default:
			out.Add(at+"metric", "rules.choose")
		}
		if !p.hasCampaign(t.Campaign) {
			out.Add(at+"campaign", "rules.choose")
		}
		if t.Threshold <= 0 || t.Threshold > value.Whole(100) {
			out.Add(at+"threshold", "rules.threshold", t.Threshold)
		}
		if t.ID == "" || seen[t.ID] {
			out.Add(at+"metric", "plan.target_twice")
		}
		seen[t.ID] = true
		longText(&out, at+"source", t.Source)
	}
	return out
}

func (p Plan) checkDuties() value.Problems {
	var out value.Problems
	seen := map[string]bool{}
	for i, d := range p.Duties {
		at := fmt.Sprintf("duties[%d].", i)
		needText(&out, at+"title", d.Title, "plan.name_missing")
		if d.Monthly < 0 || d.Monthly > 31 {
			out.Add(at+"monthly", "plan.day_of_month")
		}
		if d.Monthly > 0 && !d.Deadline.IsZero() {
			out.Add(at+"monthly", "plan.once_or_monthly")
		}
		if d.Page != "" && !slices.Contains(DutyPages, d.Page) {
			out.Add(at+"page", "rules.choose")
		}
		if d.Campaign != "" && !p.hasCampaign(d.Campaign) {
			out.Add(at+"campaign", "rules.choose")
		}
		if d.ID == "" || seen[d.ID] {
			out.Add(at+"title", "plan.twice")
		}
		seen[d.ID] = true
		longTexts(&out, at, "owner", d.Owner, "to", d.To, "funding", d.Funding, "source", d.Source)
	}
	return tooMany(out, "duties", len(p.Duties))
}

func (p Plan) checkTasks() value.Problems {
	var out value.Problems
	seen := map[string]bool{}
	for i, t := range p.Tasks {
		at := fmt.Sprintf("tasks[%d].", i)
		needText(&out, at+"text", t.Text, "plan.name_missing")
		if t.ID == "" || seen[t.ID] {
			out.Add(at+"text", "plan.twice")
		}
		if t.Register != "" && t.Register != OnlineServices {
			out.Add(at+"register", "rules.choose")
		}
		seen[t.ID] = true
	}
	return tooMany(out, "tasks", len(p.Tasks))
}

func (p Plan) checkIndicators() value.Problems {
	var out value.Problems
	ids := map[string]Indicator{}
	for _, ind := range p.Indicators {
		ids[ind.ID] = ind
	}
	numbers := map[string]bool{}
	for i, ind := range p.Indicators {
		at := fmt.Sprintf("indicators[%d]", i)
		out = append(out, CheckIndicator(ind).Under(at)...)
		if key := ind.Group + "\x00" + ind.Number; ind.Number != "" && numbers[key] {
			out.Add(at+".number", "indicator.number_taken", ind.Number)
		} else {
			numbers[key] = true
		}
		if ind.SameAs == "" {
			continue
		}
		other, there := ids[ind.SameAs]
		if !there || other.SameAs != "" || ind.SameAs == ind.ID {
			out.Add(at+".same_as", "indicator.shared_unknown")
		}
	}
	for i, g := range p.Groups {
		needText(&out, fmt.Sprintf("groups[%d].name", i), g.Name, "plan.name_missing")
	}
	return tooMany(out, "indicators", len(p.Indicators))
}

// CheckIndicator lists what is wrong with one indicator by itself.
func CheckIndicator(ind Indicator) value.Problems {
	var out value.Problems
	needText(&out, "number", ind.Number, "indicator.number_missing")
	needText(&out, "group", ind.Group, "indicator.group_missing")
	needText(&out, "name", ind.Name, "plan.name_missing")
	if ind.Target <= 0 || ind.Target > value.Whole(100) {
		out.Add("target", "rules.threshold", ind.Target)
	}
	switch ind.Comparator {
	case AtLeast, All:
	default:
		out.Add("comparator", "rules.choose")
	}
	if ind.Comparator == All && ind.Target != value.Whole(100) && ind.Target > 0 {
		out.Add("comparator", "indicator.all_is_100")
	}
	if !KnownRegister(ind.Register) {
		out.Add("register", "rules.choose")
	}
	longTexts(&out, "", "target_text", ind.TargetText, "lead", ind.Lead, "support", ind.Support, "numerator",
		ind.Numerator,
		"denominator", ind.Denominator, "source", ind.Source)
	return append(out, ind.checkVariants()...)
}

func (ind Indicator) checkVariants() value.Problems {
	var out value.Problems
	chosen := ind.Chosen == ""
	seen := map[string]bool{}
	for i, v := range ind.Variants {
		at := fmt.Sprintf("variants[%d].", i)
		needText(&out, at+"name", v.Name, "plan.name_missing")
		if v.ID == "" || seen[v.ID] {
			out.Add(at+"name", "plan.twice")
		}
		if !KnownRegister(v.Register) {
			out.Add(at+"register", "rules.choose")
		}
		seen[v.ID] = true
		chosen = chosen || v.ID == ind.Chosen
	}
	if !chosen {
		out.Add("chosen", "rules.choose")
	}
	switch ind.Combine {
	case "", OneOf, Each, SumOf:
	default:
		out.Add("combine", "rules.choose")
	}
	return out
}

func tooMany(out value.Problems, field string, n int) value.Problems {
	if n > maxPlanItems {
		out.Add(field, "plan.too_many", maxPlanItems)
	}
	return out
}

// Numbers that a duty's wording repeats: "13 chỉ tiêu", "ít nhất 20% số lượng".
var (
	saidIndicators = regexp.MustCompile(`(\d+) chỉ tiêu`)
	saidPercent    = regexp.MustCompile(`(\d+(?:,\d+)?)%`)
)

// wordingNotices tells where a duty's wording names another number of indicators, or a percentage that none of its
// targets has any more.
func wordingNotices(p Plan, d Duty, at string) (out value.Problems) {
	if m := saidIndicators.FindStringSubmatch(d.Title); m != nil && m[1] != strconv.Itoa(len(p.Indicators)) {
		out.Add(at, "plan.indicators_said", d.Title, len(p.Indicators))
	}
	thresholds := map[string]bool{}
	for _, t := range p.Targets {
		if slices.Contains(d.Targets, t.ID) {
			thresholds[viet.Comma(t.Threshold.String())] = true
		}
	}
	for _, m := range saidPercent.FindAllStringSubmatch(d.Title, -1) {
		if len(thresholds) > 0 && !thresholds[m[1]] {
			out.Add(at, "plan.percent_said", d.Title, m[0])
			break
		}
	}
	return out
}

// PlanNotices tells what looks odd in a plan without being wrong: a duty before the plan's own date, a duty whose
// targets have another date or another threshold than its wording says. What no longer holds is told by Outdated.
func PlanNotices(p Plan) value.Problems {
	var out value.Problems
	for i, d := range p.Duties {
		at := fmt.Sprintf("duties[%d].deadline", i)
		if !d.Deadline.IsZero() && !p.Date.IsZero() && d.Deadline.Before(p.Date) {
			out.Add(at, "plan.before_date", d.Title, viet.ShortDate(d.Deadline))
		}
		out = append(out, wordingNotices(p, d, fmt.Sprintf("duties[%d].title", i))...)
		for _, t := range p.Targets {
			for _, id := range d.Targets {
				if id == t.ID && (t.Deadline != d.Deadline || t.Inclusive != d.Inclusive) {
					out.Add(at, "plan.target_date", d.Title, viet.ShortDate(d.Deadline), viet.ShortDate(t.Deadline))
				}
			}
		}
	}
	return out
}
