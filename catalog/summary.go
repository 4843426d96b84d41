package catalog

import (
	"cmp"
	"slices"

	"rasoat/value"
)

// Summary is the five answers at the top of a procedure's page: what to bring, where to hand it in, how
// long it takes, what it costs, whether it can be done online. Each may be unknown.
type Summary struct {
	Papers   PaperAnswer
	Channels []Channel   // distinct; empty where unknown
	Limits   []TimeLimit // distinct; empty where unknown
	Fees     FeeAnswer
	Online   Answer
	// FullOnline says that the whole procedure can be done online (toàn trình).
	FullOnline bool
}

// Answer is yes, no, or nobody knows.
type Answer string

// The answers.
const (
	Yes      Answer = "yes"
	No       Answer = "no"
	NotKnown Answer = ""
)

// FeeAnswer is what it costs.
type FeeAnswer struct {
	State FeeState // FeeAmount where any fee is an amount, else FeeSetBy where any is, else FeeFree where all are
	Fees  []Fee    // distinct, those of channels included
	Mixed bool     // the fees are not all of one state, or some channel says nothing
}

// FreeWhere are the cases in which nothing is to be paid, in the words that stand beside each free fee; none where it
// is free whatever the case.
func (a FeeAnswer) FreeWhere() []string {
	var out []string
	for _, f := range a.Fees {
		if f.State == FeeFree && f.Text != "" && !slices.Contains(out, f.Text) {
			out = append(out, f.Text)
		}
	}
	return out
}

// Summarize answers the five questions.
func Summarize(p Procedure) Summary {
	return Summary{
		Papers:     papersOf(p),
		Channels:   Channels(p),
		Limits:     DistinctLimits(p),
		Fees:       FeesOf(p),
		Online:     onlineOf(p),
		FullOnline: p.FullOnline,
	}
}

// Channels are the distinct ways of handing in, in the order in which they stand.
func Channels(p Procedure) []Channel {
	var out []Channel
	for _, m := range p.Methods {
		if !slices.Contains(out, m.Channel) {
			out = append(out, m.Channel)
		}
	}
	return out
}

// DistinctLimits are the time limits of the whole and of the channels, each once; limits that say nothing
// are left out. The second reading of online services is not among them.
func DistinctLimits(p Procedure) []TimeLimit {
	var out []TimeLimit
	add := func(t TimeLimit) {
		if !t.IsZero() && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	add(p.Limit)
	for _, m := range p.Methods {
		add(m.Limit)
	}
	return out
}

// FeesOf is what a procedure costs. Nothing said is unknown, never free; "set by the province" is neither
// free nor unknown; free is what says so, or what is known to have no fee.
func FeesOf(p Procedure) FeeAnswer {
	all := slices.Clone(p.Fees)
	silent := false
	for _, m := range p.Methods {
		all = append(all, m.Fees...)
		silent = silent || len(m.Fees) == 0 && len(p.Fees) == 0
	}
	if len(all) == 0 {
		if slices.Contains(p.None, PartFees) {
			return FeeAnswer{State: FeeFree}
		}
		return FeeAnswer{State: FeeUnknown}
	}
	var a FeeAnswer
	count := map[FeeState]int{}
	for _, f := range all {
		count[f.State]++
		if !slices.Contains(a.Fees, f) {
			a.Fees = append(a.Fees, f)
		}
	}
	switch {
	case count[FeeAmount] > 0:
		a.State = FeeAmount
	case count[FeeSetBy] > 0:
		a.State = FeeSetBy
	case count[FeeFree] == len(all):
		a.State = FeeFree
	}
	a.Mixed = len(count) > 1 || silent
	slices.SortStableFunc(a.Fees, byAmount)
	return a
}

// byAmount puts the smallest known amount first and fees without amount last.
func byAmount(a, b Fee) int {
	const last = value.MaxTotal
	return cmp.Or(cmp.Compare(a.Currency, b.Currency), cmp.Compare(a.Amount.Or(last), b.Amount.Or(last)))
}

func onlineOf(p Procedure) Answer {
	switch {
	case p.FullOnline || len(p.OnlineCases) > 0 || slices.Contains(Channels(p), Online):
		return Yes
	case len(p.Methods) == 0:
		return NotKnown
	}
	return No
}
