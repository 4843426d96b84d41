package page

import (
	"fmt"
	"html/template"
	"strconv"
	"time"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// written are the functions with which a template writes a value of the domain as people do, and leads to its page.
// They decide nothing: which of the values stands where, the handler says.
//
//	{{name "state" .State}}    a word of an enumeration
//	{{joined ", " .A .B}}      the words that are not empty
//	{{day .Signed}}            "09/8/2024", nothing for no day; {{day (on .At)}} of an instant
//	{{moment .At}}             "09/8/2024 14:05"
//	{{month .Month}}           "7/2024"
//	{{number .Count}}          "1.204", of an amount "–" where it is not worked out; {{decimal .Hours}} "0,5"
//	{{money .Saving}}          "77.893.240 đồng"; of an amount that is not worked out the words for that
//	{{state .State}}           the badge of a state, for its part
//	{{verdict .Outcome .Lacking .Late}} what is said of a target, for its part; {{targetSum .}} "3/12 thủ tục"
//	{{targetLacks .}}          "còn thiếu 2 TTHC"
//	{{sentence .Problem}}      a problem, with a capital letter
//	{{deadline .Due .Inclusive}} "trước ngày 10/8/2025"; {{campaign .Plan .ID}} the name of a campaign
//	{{empty (say "x.none") (link "/ke-hoach" (say "page.plan"))}} why a list is empty and the next step, for its part
//	{{proposalHref .ID}}       an address; the others have the names of their functions too
func written(t *text.Table) template.FuncMap {
	k := &Kit{Text: t} // the words of a kit alone
	return template.FuncMap{
		"name":     func(enum string, word any) string { return t.Name(enum, fmt.Sprint(word)) },
		"day":      viet.ShortDate,
		"on":       value.On,
		"moment":   Moment,
		"joined":   Joined,
		"month":    viet.MonthYear,
		"number":   number,
		"decimal":  viet.Decimal,
		"money":    func(m any) (string, error) { return money(t, m) },
		"capital":  viet.Capital,
		"sentence": k.Sentence,
		"state":    func(s review.State) Badge { return StateBadge(t, s) },
		"verdict": func(o review.Outcome, lacking int, late bool) Verdict {
			return TargetVerdict(t, o, lacking, late)
		},
		"targetSum":   func(r review.TargetResult) string { return TargetSum(t, r) },
		"targetHref":  TargetHref,
		"targetLacks": func(r review.TargetResult) string { return TargetLacks(t, r) },
		"campaign":    CampaignName,
		"empty":       func(text string, next Link) EmptyState { return EmptyState{Text: text, Next: next} },
		"deadline":    k.DeadlineWords,

		"fees":       k.fees,
		"paragraphs": Paragraphs,
		"stated":     k.stated,
		"timeLimit":  k.TimeLimit,

		"announcementHref": AnnouncementHref,
		"campaignHref":     CampaignHref,
		"feedbackHref":     FeedbackHref,
		"guideHref":        GuideHref,
		"heldHref":         HeldHref,
		"importTaskHref":   ImportTaskHref,
		"issuedHref":       IssuedHref,
		"monthHref":        MonthHref,
		"planHref":         PlanHref,
		"procedureHref":    ProcedureHref,
		"proposalHref":     ProposalHref,
		"serviceHref":      ServiceHref,
		"userHref":         UserHref,
		"wordHref":         WordHref,
	}
}

// number writes a whole number with its thousands apart.
func number(n any) (string, error) {
	switch n := n.(type) {
	case int:
		return viet.Number(int64(n)), nil
	case int64:
		return viet.Number(n), nil
	case time.Month:
		return viet.Number(int64(n)), nil
	case value.Opt[int]:
		if v, known := n.Get(); known {
			return viet.Number(int64(v)), nil
		}
		return "", nil
	case value.Money:
		return viet.Number(int64(n)), nil
	case value.Opt[value.Money]:
		if v, known := n.Get(); known {
			return viet.Number(int64(v)), nil
		}
		return "–", nil
	}
	return "", fmt.Errorf("number of %T", n)
}

func money(t *text.Table, m any) (string, error) {
	switch m := m.(type) {
	case value.Money:
		return viet.Money(m), nil
	case int64: // of a target, which may count money
		return viet.Money(value.Money(m)), nil
	case value.Opt[value.Money]:
		if v, known := m.Get(); known {
			return viet.Money(v), nil
		}
		return t.Say("cost.unpriced"), nil
	}
	return "", fmt.Errorf("money of %T", m)
}

// StateBadge is where a proposal stands, in a word and its colour.
func StateBadge(t *text.Table, state review.State) Badge {
	return Badge{t.Name("state", string(state)), stateTones[state]}
}

var stateTones = map[review.State]string{
	review.Approved: "met", review.Accepted: "met", review.InForce: "met",
	review.Returned: "bad", review.Refused: "bad", review.Withdrawn: "bad",
	review.Submitted: "accent", review.Checked: "accent", review.Forwarded: "accent",
}

// TargetVerdict is what can be said of a target while so many procedures are not priced or measured: ✓ met, ✗ not
// met, which is bad once it is late, – while it cannot be concluded or nothing is measured.
func TargetVerdict(t *text.Table, o review.Outcome, lacking int, late bool) Verdict {
	v := Verdict{Sign: "–", Text: t.Say("verdict."+string(o), lacking)}
	switch o {
	case review.TargetMet:
		v.Sign, v.Tone = "✓", "met"
	case review.NotConcluded, review.NotMeasured:
		v.Tone = "warn"
	case review.TargetNotMet:
		if v.Sign = "✗"; late {
			v.Tone = "bad"
		}
	}
	return v
}

// TargetSum is what the share of a target is made of: "3/12 thủ tục", "20.974.080/112.787.888 đồng".
func TargetSum(t *text.Table, r review.TargetResult) string {
	said := "targets.sum_count"
	switch r.Metric {
	case review.Cost:
		said = "targets.sum_cost"
	case review.Time:
		said = "targets.sum_time"
	}
	return t.Say(said, r.Amount(r.Numerator), r.Amount(r.Denominator))
}

// TargetLacks is what a target still needs: "còn thiếu 2 TTHC".
func TargetLacks(t *text.Table, r review.TargetResult) string {
	switch r.Metric {
	case review.Cost:
		return t.Say("targets.missing_cost", viet.Money(value.Money(r.Missing)))
	case review.Time:
		return t.Say("targets.missing_time", r.Amount(r.Missing))
	}
	return t.Say("targets.missing_count", r.Missing)
}

// ID writes the number of a thing as an address and a form have it.
func ID[N ~int64](n N) string { return strconv.FormatInt(int64(n), 10) }
