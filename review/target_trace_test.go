package review_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// What each procedure gives comes to the sums of its target, under both denominators, and every procedure of the list
// stands there once.
//
// Plan 29/KH-UBND, III.1(b).
func TestTraceTarget_ComesToTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		rep, b := mustCheck(t, in), review.Granted
		targets := rep.Targets
		if rapid.Bool().Draw(t, "proposed") {
			targets, b = rep.Proposed, review.Proposed
		}
		for _, want := range targets {
			got, err := review.TraceTarget(in, want.ID, b)
			if want.Metric == review.Issued {
				if !errors.Is(err, value.ErrNotFound) {
					t.Fatalf("a trace of a request: %v", err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			var numerator, denominator, with int64
			seen := map[catalog.Code]bool{}
			for _, l := range got.Lines {
				if seen[l.Of.Item.Code] {
					t.Fatalf("%s twice", l.Of.Item.Code)
				}
				seen[l.Of.Item.Code] = true
				numerator += l.Numerator.Or(0)
				denominator += l.Denominator.Or(0)
				if l.WithProposal {
					with += l.Denominator.Or(0)
				}
			}
			if numerator != want.Numerator || denominator != want.Denominator {
				t.Fatalf("%s: %d/%d, want %d/%d", want.Metric, numerator, denominator, want.Numerator, want.Denominator)
			}
			if want.Metric == review.Cost && with != int64(want.Readings[1].Whole) {
				t.Fatalf("with a proposal %d, want %d", with, want.Readings[1].Whole)
			}
		}
	})
}

// A procedure that goes into another counts through it; one of its own counts by itself.
//
// Plan 29/KH-UBND, III.1(b).
func TestTraceTarget_Into(t *testing.T) {
	p := of("NB-01", review.Merge, review.Approved, table(5), table(3))
	p.Merged = []catalog.Code{"NB-02", "NB-03"}
	own := of("NB-03", review.Cut, review.Approved, table(5), table(3))
	in := inputOf(list("NB-01", "NB-02", "NB-03", "NB-04"), p, own)
	got, err := review.TraceTarget(in, mustID(t, in, review.Number), review.Granted)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		counts int64
		into   catalog.Code
	}{{1, ""}, {1, "NB-01"}, {1, ""}, {0, ""}} {
		if l := got.Lines[i]; l.Numerator != value.Known(want.counts) || l.Into != want.into {
			t.Errorf("%s: %+v, want %+v", l.Of.Item.Code, l, want)
		}
	}
	if _, err := review.TraceTarget(in, "khong-co", review.Granted); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a target that is none: %v", err)
	}
}

func mustID(t *testing.T, in review.TargetInput, m review.Metric) string {
	t.Helper()
	for _, x := range in.Plan.Targets {
		if x.Metric == m {
			return x.ID
		}
	}
	t.Fatalf("no target of %s", m)
	return ""
}

// Which kinds of measure lower a burden by themselves, each named: a change of one of them is a change of what counts.
//
// Practice, not law: docs/decisions/0020.
func TestMeasureKind_LowersBurden(t *testing.T) {
	not := map[review.MeasureKind]bool{
		review.AmendForm: true, review.DecentraliseTo: true, review.OtherMeasure: true, "": true,
	}
	if len(review.MeasureKinds) < 12 {
		t.Fatalf("only %d kinds", len(review.MeasureKinds))
	}
	for _, k := range append(review.MeasureKinds[:len(review.MeasureKinds):len(review.MeasureKinds)], "") {
		if got := k.LowersBurden(); got == not[k] {
			t.Errorf("%q lowers a burden: %v", k, got)
		}
	}
}
