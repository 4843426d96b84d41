package review

import (
	"rasoat/catalog"
	"rasoat/value"
)

// MeasuresOf derives the typed measures from the changes to a baseline, one per change and in their order.
// Content is the name of what is changed where it has one; words and reasons are left for people. A limit or
// a fee that does not go down, and what cannot be compared, is an "other" measure: it may be one for
// all we know, but it lowers no burden by itself. Changes that do not fit the baseline derive nothing.
func MeasuresOf(base catalog.Procedure, changes []Change) []Measure {
	var out []Measure
	for _, c := range changes {
		if m, fits := c.measure(base); fits {
			out = append(out, m)
		}
	}
	return out
}

func (c Change) measure(base catalog.Procedure) (m Measure, fits bool) {
	switch c.Op {
	case RemovePaper, PhotoForCopy:
		name, fits := paperName(base, c)
		kind := CutDocument
		if c.Op == PhotoForCopy {
			kind = ReplaceCopy
		}
		return Measure{Kind: kind, Part: catalog.PartDossier, Content: name, Paper: paperAsked(name)}, fits
	case RemoveStep, JoinSteps:
		name, fits := stepName(base, c.Index)
		kind := CutStep
		if c.Op == JoinSteps {
			kind = MergeSteps
		}
		return Measure{Kind: kind, Part: catalog.PartSteps, Content: name}, fits
	case SetLimit:
		return Measure{
			Kind: onlyIf(isShorter(LimitBefore(base, c), c.Limit), ShortenTime),
			Part: catalog.PartTimeLimit,
		}, true
	case SetFee:
		return Measure{Kind: onlyIf(isCheaper(feeOf(base, c), c.Fee), CutFee), Part: catalog.PartFees}, true
	case NewChannel:
		return Measure{Kind: AddChannel, Part: catalog.PartChannels}, true
	case RemoveForm:
		name, fits := formName(base, c)
		return Measure{Kind: CutDocument, Part: catalog.PartForms, Content: name}, fits
	case ClearCondition:
		return Measure{Kind: DropCondition, Part: catalog.PartConditions}, true
	case SetCopies:
		return Measure{Kind: onlyIf(isFewer(base.Copies, c.Number), CutDocument), Part: catalog.PartCopies}, true
	case SetAgency:
		return Measure{Kind: DecentraliseTo, Part: catalog.PartAgency, Content: c.Text}, true
	}
	return Measure{}, false
}

func onlyIf(lighter bool, kind MeasureKind) MeasureKind {
	if lighter {
		return kind
	}
	return OtherMeasure
}

func paperName(base catalog.Procedure, c Change) (string, bool) {
	if c.Case < 0 || c.Case >= len(base.Dossier) || c.Index < 0 || c.Index >= len(base.Dossier[c.Case].Papers) {
		return "", false
	}
	return base.Dossier[c.Case].Papers[c.Index].Name, true
}

// paperAsked is a paper's name as the review form asks of it (PapersAsked).
func paperAsked(name string) string {
	asked := PapersAsked(catalog.Procedure{Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{Name: name}}}}})
	if len(asked) == 0 {
		return ""
	}
	return asked[0]
}

func stepName(base catalog.Procedure, i int) (string, bool) {
	if i < 0 || i >= len(base.Steps) {
		return "", false
	}
	if s := base.Steps[i]; s.Name != "" {
		return s.Name, true
	}
	return base.Steps[i].Text, true
}

func formName(base catalog.Procedure, c Change) (string, bool) {
	if c.Part == catalog.PartDossier {
		return paperName(base, c)
	}
	if c.Index < 0 || c.Index >= len(base.Forms) {
		return "", false
	}
	return base.Forms[c.Index], true
}

// LimitBefore is the time limit of the baseline that a change replaces, zero where there is none.
func LimitBefore(base catalog.Procedure, c Change) catalog.TimeLimit {
	if c.Part != catalog.PartChannels {
		return base.Limit
	}
	if c.Index < 0 || c.Index >= len(base.Methods) {
		return catalog.TimeLimit{}
	}
	return base.Methods[c.Index].Limit
}

// isShorter compares limits of one unit; a bare number has none and compares with nothing.
func isShorter(old, new catalog.TimeLimit) bool {
	a, knownOld := old.Number.Get()
	b, knownNew := new.Number.Get()
	return knownOld && knownNew && old.Unit != catalog.NoUnit && old.Unit == new.Unit && b < a
}

// feeOf is the fee of the baseline that a change replaces, none where it adds one.
func feeOf(base catalog.Procedure, c Change) catalog.Fee {
	fees, i := base.Fees, c.Index
	if c.Part == catalog.PartChannels {
		if c.Index < 0 || c.Index >= len(base.Methods) {
			return catalog.Fee{}
		}
		fees, i = base.Methods[c.Index].Fees, c.Into
	}
	if i < 0 || i >= len(fees) {
		return catalog.Fee{}
	}
	return fees[i]
}

// isCheaper compares amounts in one currency; free is cheaper than any amount above 0, and "set elsewhere"
// and unknown compare with nothing.
func isCheaper(old, new catalog.Fee) bool {
	a, paid := old.Amount.Get()
	if old.State != catalog.FeeAmount || !paid || a <= 0 {
		return false
	}
	b, known := new.Amount.Get()
	return new.State == catalog.FeeFree ||
		new.State == catalog.FeeAmount && known && old.Currency == new.Currency && b < a
}

func isFewer(old, new value.Opt[int]) bool {
	a, knownOld := old.Get()
	b, knownNew := new.Get()
	return knownOld && knownNew && b < a
}
