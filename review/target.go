package review

import (
	"errors"
	"fmt"
	"slices"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// TargetInput is what the target check of a plan looks at.
type TargetInput struct {
	Plan      Plan
	Rules     map[CampaignID]Rules      // those a campaign started under; without an entry the plan's
	Lists     map[CampaignID][]ListItem // frozen lists and what moved since; no entry or an empty one: not started
	Proposals []Proposal                // those of other plans and campaigns are passed over
	// what the lists and proposals of campaigns start from whose processing time is measured
	Versions map[ProcedureVersion]catalog.Procedure
	Issued   map[string]value.Date // target id → day on which the request went out
	AsOf     value.Date            // the end of this day is looked at
	Calendar viet.Calendar
}

// TargetReport is the answer to "are the targets met?" (interface.md, Targets).
type TargetReport struct {
	Plan     PlanID         `json:"plan"`
	AsOf     value.Date     `json:"as_of"`
	Targets  []TargetResult `json:"targets"`  // what has been decided
	Proposed []TargetResult `json:"proposed"` // with what is on its way
	Frozen   []TargetResult `json:"-"`        // what has been decided, over frozen lists that have changed since
	// years into which last days fall though nobody entered their holidays; people are told beside the document
	Guessed []int `json:"-"`
}

// ResultOf is the result of one target among several; false where there is none of it.
func ResultOf(all []TargetResult, id string) (TargetResult, bool) {
	i := slices.IndexFunc(all, func(x TargetResult) bool { return x.ID == id })
	if i < 0 {
		return TargetResult{}, false
	}
	return all[i], true
}

// TargetResult is one target on one basis. Percent and Met are nil where the denominator is 0.
type TargetResult struct {
	ID        string        `json:"id"`
	Campaign  CampaignID    `json:"-"`
	Metric    Metric        `json:"metric"`
	Threshold value.Decimal `json:"threshold"`
	// procedures, đồng of saving, or ten-thousandths of an hour (Amount writes them)
	Numerator   int64          `json:"numerator"`
	Denominator int64          `json:"denominator"` // likewise, before
	Percent     *string        `json:"percent"`
	Met         *bool          `json:"met"`
	Missing     int64          `json:"missing"` // procedures, đồng or time still needed
	Deadline    value.Date     `json:"deadline,omitzero"`
	LastDay     value.Date     `json:"last_day,omitzero"`
	OnDay       bool           `json:"-"` // Deadline itself is on time
	Late        bool           `json:"late"`
	Complete    bool           `json:"complete"`
	Unpriced    []catalog.Code `json:"unpriced,omitzero"`   // of the cost target, in order of code
	Unmeasured  []catalog.Code `json:"unmeasured,omitzero"` // of the time target, likewise
	Turns       bool           `json:"-"`                   // of the time target: what is not measured yet may turn it
	Readings    []Reading      `json:"readings,omitzero"`   // of the cost target
	Own         Denominator    `json:"-"`                   // which of them is the plan's own
	Rules       Rules          `json:"-"`                   // how its percentage is written
}

// Shown is the percentage as people read it, "" where nothing arose.
func (r TargetResult) Shown() string { return r.Rules.Percent(r.Ratio(), r.Threshold) }

// ShownReading is the percentage of one of the readings as people read it.
func (r TargetResult) ShownReading(x Reading) string {
	return r.Rules.Percent(value.Ratio{Part: r.Numerator, Whole: int64(x.Whole)}, r.Threshold)
}

// Amount writes a numerator, denominator or what is missing: "20.974.080", "37,5".
func (r TargetResult) Amount(n int64) string {
	if r.Metric == Time {
		return viet.Comma(hours(n).String())
	}
	return viet.Number(n)
}

// Lacking is how many procedures are not priced, or not measured in hours.
func (r TargetResult) Lacking() int { return len(r.Unpriced) + len(r.Unmeasured) }

// Ratio is what the target counted, for pages that print more places than two.
func (r TargetResult) Ratio() value.Ratio {
	return value.Ratio{Part: r.Numerator, Whole: r.Denominator}
}

// Reading is the cost target with one of the two denominators.
type Reading struct {
	Denominator Denominator `json:"denominator"`
	Percent     *string     `json:"percent"`
	Met         *bool       `json:"met"`
	Whole       value.Money `json:"-"` // the denominator itself
	Missing     value.Money `json:"-"` // đồng of saving still needed under this reading
	Outcome     Outcome     `json:"-"` // what people are told of it
}

// errNoDay says that a target check was asked for without a day.
var errNoDay = errors.New("review: target check without a day")

// CheckTargets checks the targets of a plan on the day AsOf, once for what is decided and once with what is
// proposed. It fails where a cost table cannot be priced or a sum leaves the range of value.Money.
//
// Plan 29/KH-UBND, III.1(b).
func CheckTargets(in TargetInput) (TargetReport, error) {
	if in.AsOf.IsZero() {
		return TargetReport{}, errNoDay
	}
	c := checker{in: in, standings: map[CampaignID][]Standing{}}
	rep := TargetReport{Plan: in.Plan.ID, AsOf: in.AsOf, Targets: []TargetResult{}, Proposed: []TargetResult{}}
	var counted []value.Date
	for _, t := range in.Plan.Targets {
		granted, err := c.check(t, Granted)
		if err != nil {
			return TargetReport{}, fmt.Errorf("target %s: %w", t.ID, err)
		}
		proposed, err := c.check(t, Proposed)
		if err != nil {
			return TargetReport{}, fmt.Errorf("target %s: %w", t.ID, err)
		}
		rep.Targets = append(rep.Targets, granted)
		rep.Proposed = append(rep.Proposed, proposed)
		counted = append(counted, granted.Deadline, granted.LastDay)
	}
	rep.Guessed = in.Calendar.Guessed(counted...)
	var err error
	rep.Frozen, err = in.checkFrozen()
	return rep, err
}

// checkFrozen checks the targets of campaigns whose list has changed over the list that was frozen.
func (in TargetInput) checkFrozen() ([]TargetResult, error) {
	was := checker{in: in, standings: map[CampaignID][]Standing{}}
	was.in.Lists = make(map[CampaignID][]ListItem, len(in.Lists))
	for id, items := range in.Lists {
		was.in.Lists[id] = FrozenList(items)
	}
	var out []TargetResult
	for _, t := range in.Plan.Targets {
		if !HasChanged(in.Lists[t.Campaign], in.AsOf) {
			continue
		}
		r, err := was.check(t, Granted)
		if err != nil {
			return nil, fmt.Errorf("target %s: %w", t.ID, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// checker prices each campaign once for all of its targets.
type checker struct {
	in        TargetInput
	standings map[CampaignID][]Standing
}

func (c *checker) check(t Target, b Basis) (TargetResult, error) {
	rules := c.rules(t.Campaign)
	res := TargetResult{
		ID: t.ID, Campaign: t.Campaign, Metric: t.Metric, Threshold: threshold(t, rules),
		Deadline: t.Deadline, OnDay: t.Inclusive || rules.DayItselfOnTime, Complete: true, Rules: rules,
	}
	if !t.Deadline.IsZero() {
		res.LastDay = c.in.Calendar.LastDay(t.Deadline, res.OnDay)
	}
	if err := c.measure(&res, t, b, rules); err != nil {
		return res, err
	}
	res.Late = isLate(res, c.in.AsOf)
	return res, nil
}

func (c *checker) measure(res *TargetResult, t Target, b Basis, rules Rules) error {
	if t.Metric == Issued {
		res.settleIssued(c.in.Issued[t.ID], c.in.AsOf)
		return nil
	}
	all, err := c.campaign(t.Campaign)
	if err != nil {
		return err
	}
	switch t.Metric {
	case Reviewed:
		res.settle(countReviewed(all))
	case Number:
		res.settle(countSimplified(all, b, rules))
	case Cost:
		return res.settleCost(all, b, rules)
	case Time:
		return res.settleTime(all, b, c.in.Versions)
	default:
		return fmt.Errorf("review: unknown metric %q", t.Metric)
	}
	return nil
}

// campaign is where the procedures of a campaign stand, worked out once.
func (c *checker) campaign(id CampaignID) ([]Standing, error) {
	if s, done := c.standings[id]; done {
		return s, nil
	}
	var own []Proposal
	for _, p := range c.in.Proposals {
		if p.Plan == c.in.Plan.ID && p.Campaign == id {
			own = append(own, p)
		}
	}
	s, err := Standings(c.in.Lists[id], own, c.in.AsOf)
	if err == nil {
		c.standings[id] = s
	}
	return s, err
}

// rules are those a campaign started under, the plan's while it has not started.
func (c *checker) rules(id CampaignID) Rules {
	if r, copied := c.in.Rules[id]; copied {
		return r
	}
	return c.in.Plan.Rules
}

// threshold is the target's own, but for the review of public procedures, for which the plan states none
// and a setting does.
//
// Practice, not law: docs/decisions/0021.
func threshold(t Target, r Rules) value.Decimal {
	if t.Campaign == CampaignPublic && t.Metric == Reviewed {
		return r.PublicReviewed.Or(t.Threshold)
	}
	return t.Threshold
}

// isLate reports whether the last day has passed and the target is not met, be it missed or not known.
//
// Plan 29/KH-UBND, III.1(b).
func isLate(r TargetResult, asOf value.Date) bool {
	return !r.LastDay.IsZero() && asOf.After(r.LastDay) && !(r.Met != nil && *r.Met)
}

// Since is the report for those who work with the program: no target is late whose last day was past before the
// program came into use.
func (r TargetReport) Since(began value.Date) TargetReport {
	r.Targets = slices.Clone(r.Targets)
	for i := range r.Targets {
		t := &r.Targets[i]
		t.Late = t.Late && !t.LastDay.Before(began)
	}
	return r
}

// settle fills in what follows from the counted ratio.
func (r *TargetResult) settle(n value.Ratio) {
	r.Numerator, r.Denominator = n.Part, n.Whole
	r.Percent, r.Met, r.Missing = percent(n), meets(n, r.Threshold), n.Missing(r.Threshold)
}

// settleIssued judges a request that has to go out (đề nghị công bố bổ sung danh mục): it is there once it is
// issued, and it meets the target where that was on or before the last day.
//
// Plan 29/KH-UBND, III.1(b).
func (r *TargetResult) settleIssued(on, asOf value.Date) {
	n := value.Ratio{Whole: 1}
	if !on.IsZero() && !on.After(asOf) {
		n.Part = 1
	}
	r.settle(n)
	if n.Part == 1 && !r.LastDay.IsZero() && on.After(r.LastDay) {
		*r.Met = false
	}
}

// percent has two places, as machines get it; pages may print more (value.Ratio.HonestPercent).
func percent(n value.Ratio) *string {
	s, ok := n.Percent(2)
	if !ok {
		return nil
	}
	return &s
}

// meets is nil where there is nothing to compare with.
func meets(n value.Ratio, threshold value.Decimal) *bool {
	if n.Whole == 0 {
		return nil
	}
	met := n.Meets(threshold)
	return &met
}
