package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

func TestMeasuresOf(t *testing.T) {
	tests := []struct {
		name   string
		change review.Change
		want   review.MeasureKind
	}{
		{"paper", review.Change{Op: review.RemovePaper}, review.CutDocument},
		{"copy", review.Change{Op: review.PhotoForCopy, Index: 1}, review.ReplaceCopy},
		{"no such paper", review.Change{Op: review.RemovePaper, Index: 9}, ""},
		{"step", review.Change{Op: review.RemoveStep}, review.CutStep},
		{"no such step", review.Change{Op: review.RemoveStep, Index: -1}, ""},
		{"join", review.Change{Op: review.JoinSteps, Index: 1}, review.MergeSteps},
		{"shorter", review.Change{Op: review.SetLimit, Limit: days(3, catalog.WorkingDays)}, review.ShortenTime},
		{"as long", review.Change{Op: review.SetLimit, Limit: days(5, catalog.WorkingDays)}, review.OtherMeasure},
		{"another unit compares with nothing", review.Change{Op: review.SetLimit, Limit: days(3, catalog.Days)}, review.OtherMeasure},
		{"shorter by channel", review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Limit: days(4, catalog.WorkingDays)}, review.ShortenTime},
		{"free", review.Change{Op: review.SetFee, Fee: catalog.Fee{State: catalog.FeeFree}}, review.CutFee},
		{"cheaper by channel", review.Change{Op: review.SetFee, Part: catalog.PartChannels, Fee: amount(9_000)}, review.CutFee},
		{"dearer", review.Change{Op: review.SetFee, Fee: amount(6_000)}, review.OtherMeasure},
		{"other currency", review.Change{Op: review.SetFee, Fee: catalog.Fee{State: catalog.FeeAmount, Currency: "USD", Amount: value.Known(value.Money(1))}}, review.OtherMeasure},
		{"set elsewhere is not free", review.Change{Op: review.SetFee, Fee: catalog.Fee{State: catalog.FeeSetBy}}, review.OtherMeasure},
		{"one more fee", review.Change{Op: review.SetFee, Index: 1, Fee: amount(1)}, review.OtherMeasure},
		{"channel", review.Change{Op: review.NewChannel, Channel: catalog.Online}, review.AddChannel},
		{"form", review.Change{Op: review.RemoveForm, Part: catalog.PartForms}, review.CutDocument},
		{"condition", review.Change{Op: review.ClearCondition}, review.DropCondition},
		{"fewer sets", review.Change{Op: review.SetCopies, Number: value.Known(1)}, review.CutDocument},
		{"more sets", review.Change{Op: review.SetCopies, Number: value.Known(3)}, review.OtherMeasure},
		{"agency", review.Change{Op: review.SetAgency, Text: "x"}, review.DecentraliseTo},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got review.MeasureKind
			for _, m := range review.MeasuresOf(leave(), []review.Change{tt.change}) {
				got = m.Kind
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A measure names what is changed: the paper, the step by its name or else by its text, the form; of the second of two
// as of the first.
func TestMeasuresOf_content(t *testing.T) {
	for _, c := range []struct {
		name   string
		change review.Change
		want   review.Measure
	}{
		{"a paper of the second case", review.Change{Op: review.RemovePaper, Case: 1, Index: 2},
			review.Measure{Kind: review.CutDocument, Part: catalog.PartDossier, Content: "E", Paper: "E"}},
		{"a copy of the second case", review.Change{Op: review.PhotoForCopy, Case: 1, Index: 0},
			review.Measure{Kind: review.ReplaceCopy, Part: catalog.PartDossier, Content: "C", Paper: "C"}},
		{"a step with a name", review.Change{Op: review.RemoveStep},
			review.Measure{Kind: review.CutStep, Part: catalog.PartSteps, Content: "Bước 1"}},
		{"a step without a name", review.Change{Op: review.JoinSteps, Index: 1},
			review.Measure{Kind: review.MergeSteps, Part: catalog.PartSteps, Content: "ký"}},
		{"the second form", review.Change{Op: review.RemoveForm, Part: catalog.PartForms, Index: 1},
			review.Measure{Kind: review.CutDocument, Part: catalog.PartForms, Content: "Mẫu 2"}},
		{"the forms of a paper", review.Change{Op: review.RemoveForm, Part: catalog.PartDossier, Case: 1, Index: 1},
			review.Measure{Kind: review.CutDocument, Part: catalog.PartForms, Content: "D"}},
		{"who decides", review.Change{Op: review.SetAgency, Text: "Công chức"},
			review.Measure{Kind: review.DecentraliseTo, Part: catalog.PartAgency, Content: "Công chức"}},
		{"a channel", review.Change{Op: review.NewChannel, Channel: catalog.Online},
			review.Measure{Kind: review.AddChannel, Part: catalog.PartChannels}},
		{"conditions", review.Change{Op: review.ClearCondition},
			review.Measure{Kind: review.DropCondition, Part: catalog.PartConditions}},
	} {
		got := review.MeasuresOf(two(), []review.Change{c.change})
		if diff := cmp.Diff([]review.Measure{c.want}, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Changes that do not fit the baseline derive nothing: one below the beginning, one behind the end.
func TestMeasuresOf_doesNotFit(t *testing.T) {
	for _, c := range []review.Change{
		{Op: review.RemovePaper, Case: -1}, {Op: review.RemovePaper, Case: 2}, {Op: review.RemovePaper, Index: -1},
		{Op: review.RemovePaper, Index: 2}, {Op: review.PhotoForCopy, Case: 1, Index: 3},
		{Op: review.RemoveStep, Index: -1}, {Op: review.RemoveStep, Index: 2}, {Op: review.JoinSteps, Index: 2},
		{Op: review.RemoveForm, Part: catalog.PartForms, Index: -1}, {Op: review.RemoveForm, Part: catalog.PartForms, Index: 2},
		{Op: review.RemoveForm, Part: catalog.PartDossier, Case: 2}, {Op: "burn"},
	} {
		if got := review.MeasuresOf(two(), []review.Change{c}); len(got) > 0 {
			t.Errorf("%+v: MeasuresOf = %+v, want nothing", c, got)
		}
	}
	if got := review.MeasuresOf(catalog.Procedure{}, []review.Change{{Op: review.RemovePaper}, {Op: review.RemoveStep}}); len(got) > 0 {
		t.Errorf("an empty procedure: MeasuresOf = %+v, want nothing", got)
	}
}

// Practice, not law: docs/decisions/0020. Shorter, cheaper and fewer are measured only against what is known, in one
// unit and one currency; what cannot be measured lowers no burden by itself.
func TestMeasuresOf_lighter(t *testing.T) {
	limit := func(n int64, u catalog.Unit) review.Change {
		return review.Change{Op: review.SetLimit, Part: catalog.PartTimeLimit, Limit: days(n, u)}
	}
	fee := func(f catalog.Fee) review.Change {
		return review.Change{Op: review.SetFee, Part: catalog.PartFees, Fee: f}
	}
	sets := func(n int) review.Change { return review.Change{Op: review.SetCopies, Number: value.Known(n)} }
	dollars := func(n value.Money) catalog.Fee {
		f := amount(n)
		f.Currency = "USD"
		return f
	}
	free := catalog.Fee{State: catalog.FeeFree}
	setBy := catalog.Fee{State: catalog.FeeSetBy, Amount: value.Known(value.Money(1))}
	costs := func(f ...catalog.Fee) catalog.Procedure { return catalog.Procedure{Fees: f} }
	takes := func(l catalog.TimeLimit) catalog.Procedure { return catalog.Procedure{Limit: l} }
	words := catalog.TimeLimit{Unit: catalog.Days, Text: "sớm nhất"}
	for _, c := range []struct {
		name   string
		base   catalog.Procedure
		change review.Change
		want   bool
	}{
		{"a day less", takes(days(5, catalog.Days)), limit(4, catalog.Days), true},
		{"the same", takes(days(5, catalog.Days)), limit(5, catalog.Days), false},
		{"a day more", takes(days(5, catalog.Days)), limit(6, catalog.Days), false},
		{"working days for days", takes(days(5, catalog.Days)), limit(4, catalog.WorkingDays), false},
		{"bare numbers", takes(days(5, catalog.NoUnit)), limit(4, catalog.NoUnit), false},
		{"nothing known before", catalog.Procedure{}, limit(4, catalog.Days), false},
		{"words before, in the same unit", takes(words), limit(0, catalog.Days), false},
		{"words now, in the same unit", takes(days(5, catalog.Days)),
			review.Change{Op: review.SetLimit, Limit: words}, false},
		{"the second channel", two(), review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: 1,
			Limit: days(8, catalog.Days)}, true},
		{"the first channel, longer than the second", two(), review.Change{Op: review.SetLimit, Part: catalog.PartChannels,
			Limit: days(8, catalog.Days)}, false},
		{"a third channel", two(), review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: 2,
			Limit: days(1, catalog.Days)}, false},
		{"a channel before the first", two(), review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: -1,
			Limit: days(1, catalog.Days)}, false},
		{"a đồng less", costs(amount(5000)), fee(amount(4999)), true},
		{"the same fee", costs(amount(5000)), fee(amount(5000)), false},
		{"a đồng more", costs(amount(5000)), fee(amount(5001)), false},
		{"free from now on", costs(amount(1)), fee(free), true},
		{"free for what cost 0", costs(amount(0)), fee(free), false},
		{"free for what the province had set", costs(setBy), fee(free), false},
		{"free for what nobody knew", costs(catalog.Fee{State: catalog.FeeAmount}), fee(free), false},
		{"set by the province from now on", costs(amount(5000)), fee(setBy), false},
		{"an amount that is not there", costs(amount(5000)), fee(catalog.Fee{State: catalog.FeeAmount}), false},
		{"dollars for đồng", costs(amount(5000)), fee(dollars(1)), false},
		{"fewer dollars", costs(dollars(10)), fee(dollars(9)), true},
		{"a fee more", costs(amount(5000)),
			review.Change{Op: review.SetFee, Part: catalog.PartFees, Index: 1, Fee: amount(1)}, false},
		{"a fee before the first", costs(amount(5000)),
			review.Change{Op: review.SetFee, Part: catalog.PartFees, Index: -1, Fee: amount(1)}, false},
		{"the second fee of the second channel", two(),
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: 1, Into: 1, Fee: amount(9000)}, true},
		{"the first fee of the first channel, dearer than before", two(),
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Fee: amount(9000)}, false},
		{"a fee of a third channel", two(),
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: 2, Fee: amount(1)}, false},
		{"a fee of a channel before the first", two(),
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: -1, Fee: amount(1)}, false},
		{"a set less", catalog.Procedure{Copies: value.Known(2)}, sets(1), true},
		{"the same sets", catalog.Procedure{Copies: value.Known(2)}, sets(2), false},
		{"sets that nobody had counted", catalog.Procedure{}, sets(-1), false},
		{"sets that nobody counts any more", catalog.Procedure{Copies: value.Known(2)}, review.Change{Op: review.SetCopies}, false},
	} {
		got := review.MeasuresOf(c.base, []review.Change{c.change})
		if len(got) != 1 || (got[0].Kind != review.OtherMeasure) != c.want || got[0].Kind.LowersBurden() != c.want {
			t.Errorf("%s: MeasuresOf = %+v, want lighter %v", c.name, got, c.want)
		}
	}
}
