package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

func standings(t interface{ Fatal(...any) }, in review.TargetInput) []review.Standing {
	s, err := review.Standings(in.Lists[review.CampaignInternalB], in.Proposals, in.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Plan 29/KH-UBND, III.1(a): annex I, by field and in total, a group among them.
func TestSummarise(t *testing.T) {
	items := list("NB-01", "NB-02", "NB-03", "NB-04", "NB-05")
	for i, field := range []string{"Văn phòng", "Đất đai", "", "Văn phòng", "Đất đai"} {
		items[i].Field = field
	}
	group := of("NB-01", review.Cut, review.Approved, nil, nil)
	group.Members = append(group.Members, review.Member{Procedure: "NB-02"})
	group.Merged = []catalog.Code{"NB-05"}
	in := inputOf(items, group, of("NB-03", review.Keep, review.Refused, nil, nil),
		of("NB-04", review.Abolish, review.Draft, nil, nil))
	got := review.Summarise(standings(t, in))

	row := func(field string, listed, reviewed int, c ...review.Conclusion) review.SummaryRow {
		r := review.SummaryRow{
			Field:       field,
			Listed:      listed,
			Reviewed:    reviewed,
			Conclusions: map[review.Conclusion]int{},
		}
		for _, x := range review.Conclusions {
			r.Conclusions[x] = 0
		}
		for _, x := range c {
			r.Conclusions[x]++
		}
		return r
	}
	want := review.Summary{
		Fields: []review.SummaryRow{
			row("Đất đai", 2, 1, review.Cut), row("Văn phòng", 2, 1, review.Cut), row("", 1, 1, review.Keep),
		},
		Total: row("", 5, 3, review.Cut, review.Cut, review.Keep),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Handbook, §6.1: reviewed is the sum of the conclusions and not above what is listed; the fields add up.
func TestSummarise_AddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		for i := range in.Lists[review.CampaignInternalB] {
			in.Lists[review.CampaignInternalB][i].Field = rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "field")
		}
		s := review.Summarise(standings(t, in))
		listed, reviewed := 0, 0
		for _, row := range append(s.Fields, s.Total) {
			sum := 0
			for _, n := range row.Conclusions {
				sum += n
			}
			if sum != row.Reviewed || row.Reviewed > row.Listed {
				t.Fatalf("%+v", row)
			}
			listed, reviewed = listed+row.Listed, reviewed+row.Reviewed
		}
		if listed != 2*s.Total.Listed || reviewed != 2*s.Total.Reviewed {
			t.Fatalf("the fields do not add up to %+v", s.Total)
		}
		if int64(s.Total.Reviewed) != mustCheck(t, in).Targets[reviewedAt].Numerator {
			t.Fatal("annex and target disagree")
		}
	})
}

// Circular 02/2017/TT-VPCP, article 27: annex III. Practice, not law: docs/decisions/0168 (CostTable.Share).
func TestCostLines(t *testing.T) {
	in := inputOf(list("NB-01", "NB-02", "NB-03", "NB-04", "NB-05"),
		of("NB-01", review.Cut, review.Approved, table(100), table(60)),
		of("NB-02", review.Cut, review.Submitted, table(50), table(10)),
		of("NB-03", review.Cut, review.Approved, table(30), nil),
		of("NB-04", review.Abolish, review.Approved, table(20), nil))
	type row struct{ Before, After, Saving, Percent any }
	figure := func(o value.Opt[value.Money]) any {
		if v, known := o.Get(); known {
			return int64(v)
		}
		return nil
	}
	seen := func(l review.CostLine) row {
		share := ""
		if r, known := l.Share(); known {
			share = in.Plan.CostShares(review.CampaignInternalB, review.Rules{}).Plain(r)
		}
		return row{figure(l.Before), figure(l.After), figure(l.Saving), share}
	}
	got, err := review.CostLines(standings(t, in), review.Granted)
	if err != nil {
		t.Fatal(err)
	}
	want := []row{
		{int64(100), int64(60), int64(40), "40.00"},
		{int64(50), int64(50), int64(0), "0.00"}, // not decided yet
		{int64(30), nil, nil, ""},
		{int64(20), int64(0), int64(20), "100.00"},
		{nil, nil, nil, ""},
		{int64(200), int64(110), int64(60), "30.00"}, // each column comes to its total
	}
	var rows []row
	for _, l := range append(got.Lines, got.Total) {
		rows = append(rows, seen(l))
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]catalog.Code{"NB-03", "NB-05"}, got.Unpriced); diff != "" {
		t.Error(diff)
	}
	if share, known := got.Share(); known {
		t.Errorf("the whole saves %v, though two procedures are not priced", share)
	}
}

// The annex and the target come from the same sums.
func TestCostLines_AgreesWithTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		target := mustCheck(t, in).Proposed[costAt]
		got, err := review.CostLines(standings(t, in), review.Proposed)
		if err != nil {
			t.Fatal(err)
		}
		if got.Total.Saving.Or(-1) != value.Money(target.Numerator) ||
			got.Total.Before.Or(-1) != target.Readings[0].Whole {
			t.Fatalf("annex %v of %v, target %d of %d", got.Total.Saving, got.Total.Before, target.Numerator,
				target.Readings[0].Whole)
		}
		sum := value.Money(0)
		for _, l := range got.Lines {
			sum += l.Saving.Or(0)
		}
		if sum != value.Money(target.Numerator) {
			t.Fatalf("lines add up to %d, target %d", sum, target.Numerator)
		}
	})
}

// Two reviews of one procedure never count twice: the one that got further speaks.
func TestStandings_OneVoice(t *testing.T) {
	first := of("NB-01", review.Keep, review.Refused, table(10), nil)
	second := of("NB-01", review.Cut, review.Approved, table(100), table(60))
	third := of("NB-01", review.Abolish, review.Approved, table(100), nil)
	in := inputOf(list("NB-01"), first, second, third)
	s := standings(t, in)
	if len(s) != 1 || s[0].Review.ID != 2 || s[0].Saving() != 40 {
		t.Errorf("%+v", s)
	}
}

// Plan 29/KH-UBND, III.1(b): all procedures of the list are reviewed.
func TestSummaryRow_IsThrough(t *testing.T) {
	for _, tt := range []struct {
		listed, reviewed int
		want             bool
	}{{0, 0, false}, {12, 11, false}, {12, 12, true}, {1, 1, true}} {
		if got := (review.SummaryRow{Listed: tt.listed, Reviewed: tt.reviewed}).IsThrough(); got != tt.want {
			t.Errorf("%d of %d are a whole list: %v", tt.reviewed, tt.listed, got)
		}
	}
}
