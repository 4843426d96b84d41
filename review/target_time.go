package review

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// hoursPerDay is how many working hours a working day has.
const hoursPerDay = 8

// Hours is a time limit in working hours, 8 a working day; false where it is given in calendar days, months, years,
// without a unit or without a number.
//
// Practice, not law: docs/decisions/0170.
func Hours(l catalog.TimeLimit) (value.Decimal, bool) {
	n, known := l.Number.Get()
	switch {
	case !known || n < 0:
		return 0, false
	case l.Unit == catalog.WorkingDays:
		return n * hoursPerDay, true
	case l.Unit == catalog.Hours:
		return n, true
	}
	return 0, false
}

// ProcessingTime is how long a procedure may take, in working hours, before and after its review; unknown where one of
// its limits cannot be given in hours.
type ProcessingTime struct{ Before, After value.Opt[value.Decimal] }

// TimeOf is the processing time of a procedure and of what a conclusion makes of it. Every limit counts once: channels
// that share one count together, and as the longest of them afterwards; cases of one channel count each. What has no
// limit of its own has that of the whole. Of what is abolished nothing is left, and what is kept stays.
//
// Practice, not law: docs/decisions/0170.
func TimeOf(c Conclusion, base, proposed catalog.Procedure) ProcessingTime {
	before, after := sumLimits(base, proposed)
	switch c {
	case Abolish:
		after = value.Known(value.Decimal(0))
	case Keep:
		after = before
	}
	return ProcessingTime{before, after}
}

// sumLimits adds up the limits of a procedure in hours, and what becomes of them.
func sumLimits(base, proposed catalog.Procedure) (before, after value.Opt[value.Decimal]) {
	pairs := limitPairs(base, proposed)
	cases := map[value.Decimal]map[catalog.Channel][]value.Decimal{} // before → channel → after, a case each
	wasKnown, isKnown := len(pairs) > 0, true
	for _, p := range pairs {
		was, measured := Hours(p.Before)
		is, stays := Hours(p.After)
		wasKnown, isKnown = wasKnown && measured, isKnown && stays
		if cases[was] == nil {
			cases[was] = map[catalog.Channel][]value.Decimal{}
		}
		cases[was][p.channel] = append(cases[was][p.channel], is)
	}
	var sumBefore, sumAfter value.Decimal
	for was, channels := range cases {
		longest := longestOf(channels)
		for _, is := range longest {
			sumBefore, sumAfter = sumBefore+was, sumAfter+is
		}
	}
	if wasKnown {
		before = value.Known(sumBefore)
	}
	if wasKnown && isKnown {
		after = value.Known(sumAfter)
	}
	return before, after
}

// longestOf is what is left of one limit, a case each: of channels that share it, the longest.
func longestOf(channels map[catalog.Channel][]value.Decimal) (out []value.Decimal) {
	for _, cases := range channels {
		slices.SortFunc(cases, func(a, b value.Decimal) int { return cmp.Compare(b, a) })
		for i, is := range cases {
			if i == len(out) {
				out = append(out, is)
			}
			out[i] = max(out[i], is)
		}
	}
	return out
}

// ProcedureVersion names one version of a procedure by its key.
type ProcedureVersion struct {
	Code   catalog.Code
	Number int
}

// Baseline is the version of the procedure from which its time is counted: the one that its review starts from, else
// the one that stood when the list was frozen.
func (s Standing) Baseline() ProcedureVersion {
	v := ProcedureVersion{s.Item.Code.Key(), s.Item.Version}
	if s.Member != nil && s.Member.Baseline > 0 {
		v.Number = s.Member.Baseline
	}
	return v
}

// Time is the processing time of the procedure before and after its own review; versions are those of Baseline.
func (s Standing) Time(versions map[ProcedureVersion]catalog.Procedure) ProcessingTime {
	base, known := versions[s.Baseline()]
	if !known {
		return ProcessingTime{}
	}
	if s.Review == nil {
		return TimeOf(Keep, base, base)
	}
	proposed, err := s.Member.Revised(s.Review.Conclusion, base)
	if err != nil { // changes that do not fit the baseline say nothing of what comes after
		return ProcessingTime{Before: TimeOf(Keep, base, base).Before}
	}
	return TimeOf(s.Review.Conclusion, base, proposed)
}

// Baselines are the versions from which the processing times of the input and of more proposals are counted, each once;
// none where the plan wants no time cut.
func (in TargetInput) Baselines(more ...Proposal) (out []ProcedureVersion) {
	seen := map[ProcedureVersion]bool{}
	add := func(code catalog.Code, number int) {
		if v := (ProcedureVersion{code.Key(), number}); number > 0 && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	for c, items := range in.Lists {
		for _, x := range items {
			if in.Plan.MeasuresTime(c) {
				add(x.Code, x.Version)
			}
		}
	}
	for _, p := range slices.Concat(in.Proposals, more) {
		for _, m := range p.Members {
			if in.Plan.MeasuresTime(p.Campaign) {
				add(m.Procedure, m.Baseline)
			}
		}
	}
	return out
}

// timeSums are the sums of the time target on one basis, in ten-thousandths of an hour.
type timeSums struct {
	n          value.Ratio
	unmeasured []catalog.Code
	// one of those that are not measured has a review that counts: its saving is still to come
	countsUnmeasured bool
}

// maxHours bounds the sum of a campaign.
const maxHours = value.Decimal(value.MaxTotal)

// sumTime adds up the time target: what is before of every procedure on the list, and before − after of the reviews
// that count on the basis. What cannot be given in hours is named and not counted as 0 in silence.
func sumTime(all []Standing, b Basis, versions map[ProcedureVersion]catalog.Procedure) (timeSums, error) {
	sums := timeSums{unmeasured: []catalog.Code{}}
	for _, s := range all {
		t := s.Time(versions)
		before, wasKnown := t.Before.Get()
		after, isKnown := t.After.Get()
		counts := b.Has(s.State)
		if !wasKnown || counts && !isKnown {
			sums.unmeasured = append(sums.unmeasured, s.Item.Code)
			sums.countsUnmeasured = sums.countsUnmeasured || counts
		}
		if before > maxHours || after > maxHours || sums.n.Whole > int64(maxHours) || sums.n.Part < -int64(maxHours) {
			return sums, fmt.Errorf("procedure %s: %w", s.Item.Code, value.ErrOverflow)
		}
		sums.n.Whole += int64(before)
		if counts && wasKnown && isKnown {
			sums.n.Part += int64(before - after)
		}
	}
	slices.Sort(sums.unmeasured)
	return sums, nil
}

// settleTime judges the time target. A sum over the whole list proves nothing while a procedure on it is not measured.
func (r *TargetResult) settleTime(
	all []Standing, b Basis, versions map[ProcedureVersion]catalog.Procedure,
) error {
	sums, err := sumTime(all, b, versions)
	if err != nil {
		return err
	}
	r.settle(sums.n)
	r.Unmeasured, r.Complete = sums.unmeasured, len(sums.unmeasured) == 0
	reached := r.Met != nil && *r.Met
	r.Turns = !r.Complete && (reached || r.Met == nil || sums.countsUnmeasured)
	if reached && !r.Complete {
		*r.Met = false
	}
	return nil
}

// MeasuresTime reports whether the plan wants the processing time of a campaign cut.
func (p Plan) MeasuresTime(c CampaignID) bool { return p.measures(c, Time) }

// MeasuresCost reports whether the plan wants the cost of a campaign cut.
func (p Plan) MeasuresCost(c CampaignID) bool { return p.measures(c, Cost) }

func (p Plan) measures(c CampaignID, m Metric) bool {
	return slices.ContainsFunc(p.Targets, func(t Target) bool { return t.Campaign == c && t.Metric == m })
}

// plainResult is a result without the way in which hours are written.
type plainResult TargetResult

// hoursResult is a result whose sums are hours.
type hoursResult struct {
	plainResult
	Numerator   hours `json:"numerator"`
	Denominator hours `json:"denominator"`
	Missing     hours `json:"missing"`
}

// MarshalJSON writes the sums of a time target as hours; all others are whole numbers as they are held.
func (r TargetResult) MarshalJSON() ([]byte, error) {
	if r.Metric != Time {
		return json.Marshal(plainResult(r))
	}
	return json.Marshal(hoursResult{plainResult(r), hours(r.Numerator), hours(r.Denominator), hours(r.Missing)})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *TargetResult) UnmarshalJSON(b []byte) error {
	var of struct{ Metric Metric }
	if err := json.Unmarshal(b, &of); err != nil {
		return err
	}
	if of.Metric != Time {
		return json.Unmarshal(b, (*plainResult)(r))
	}
	var in hoursResult
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	*r = TargetResult(in.plainResult)
	r.Numerator, r.Denominator, r.Missing = int64(in.Numerator), int64(in.Denominator), int64(in.Missing)
	return nil
}

// hours are ten-thousandths of an hour, a plain number in JSON: 40, 0.5, -8.
type hours int64

func (h hours) String() string { return value.FormatScaled(big.NewInt(int64(h)), 4) }

// MarshalJSON writes a number.
func (h hours) MarshalJSON() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalJSON reads a number.
func (h *hours) UnmarshalJSON(b []byte) error {
	text, negative := strings.CutPrefix(string(b), "-")
	d, err := value.ParseDecimal(text)
	if *h = hours(d); negative {
		*h = -*h
	}
	return err
}
