package review

import (
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// Summary counts a campaign's reviews for annex I of the review summary (báo cáo tổng hợp kết quả rà soát).
type Summary struct {
	Fields []SummaryRow // in Vietnamese order; procedures without a field come last, under ""
	Total  SummaryRow
}

// SummaryRow is one field, or the total. Reviewed is the sum of the conclusions and never above Listed.
type SummaryRow struct {
	Field       string
	Listed      int
	Reviewed    int
	Conclusions map[Conclusion]int // every conclusion has its entry
}

// IsThrough reports whether a list is reviewed whole; an empty one is not.
//
// Plan 29/KH-UBND, III.1(b).
func (r SummaryRow) IsThrough() bool { return r.Listed > 0 && r.Reviewed == r.Listed }

func newSummaryRow(field string) *SummaryRow {
	row := &SummaryRow{Field: field, Conclusions: make(map[Conclusion]int, len(Conclusions))}
	for _, c := range Conclusions {
		row.Conclusions[c] = 0
	}
	return row
}

func (r *SummaryRow) count(s Standing) {
	r.Listed++
	if IsReviewed(s.State) {
		r.Reviewed++
		r.Conclusions[s.Review.Conclusion]++
	}
}

// Summarise counts, by field and in total, the procedures of a campaign's list, those reviewed on the day and
// what their reviews conclude. Each procedure of a group counts by itself; a merged one counts through its
// own review only.
//
// Plan 29/KH-UBND, III.1(a).
func Summarise(all []Standing) Summary {
	total := newSummaryRow("")
	byField := map[string]*SummaryRow{}
	var rows []*SummaryRow
	for _, s := range all {
		row := byField[s.Item.Field]
		if row == nil {
			row = newSummaryRow(s.Item.Field)
			byField[s.Item.Field] = row
			rows = append(rows, row)
		}
		row.count(s)
		total.count(s)
	}
	viet.SortBy(rows, func(r *SummaryRow) string { return r.Field })
	out := Summary{Total: *total}
	for _, r := range rows {
		if r.Field != "" {
			out.Fields = append(out.Fields, *r)
		}
	}
	if rest := byField[""]; rest != nil {
		out.Fields = append(out.Fields, *rest)
	}
	return out
}

// CostTable is what complying costs before and after, for annex III of the review summary.
type CostTable struct {
	Lines    []CostLine
	Total    CostLine       // each the sum of its column; before and saving agree with the cost target's listed reading
	Unpriced []catalog.Code // as the cost target names them
}

// Share is how much of the cost before the whole table saves; false while a procedure of it is not priced, or where
// nothing costs anything.
//
// Practice, not law: docs/decisions/0168.
func (t CostTable) Share() (value.Ratio, bool) {
	if len(t.Unpriced) > 0 {
		return value.Ratio{}, false
	}
	return t.Total.Share()
}

// CostLine is one procedure of the list. After is what it will cost once what counts on the basis is in force:
// the same as before where nothing does, unknown where that is not worked out.
type CostLine struct {
	Of     Standing
	Counts bool // its review counts on the basis
	Before value.Opt[value.Money]
	After  value.Opt[value.Money]
	Saving value.Opt[value.Money]
}

// Share is how much of the cost before is saved; false where that is not worked out or nothing.
func (l CostLine) Share() (value.Ratio, bool) {
	r := value.Ratio{Part: int64(l.Saving.Or(0)), Whole: int64(l.Before.Or(0))}
	return r, l.Saving.IsKnown() && r.Whole != 0
}

// CostLines prices every procedure of a campaign's list before and after the reviews that count on the basis.
//
// Circular 02/2017/TT-VPCP, article 27.
func CostLines(all []Standing, b Basis) (CostTable, error) {
	sums, err := sumCost(all, b)
	if err != nil {
		return CostTable{}, err
	}
	t := CostTable{Unpriced: sums.unpriced}
	after := value.Money(0)
	for _, s := range all {
		line := costLine(s, b)
		t.Lines = append(t.Lines, line)
		if after, err = value.AddMoney(after, line.After.Or(0)); err != nil {
			return CostTable{}, err
		}
	}
	t.Total = CostLine{
		Before: value.Known(sums.listed),
		After:  value.Known(after),
		Saving: value.Known(sums.saving),
	}
	return t, nil
}

func costLine(s Standing, b Basis) CostLine {
	line := CostLine{Of: s, Counts: b.Has(s.State), Before: s.Before, After: s.Before}
	if line.Counts {
		line.After = s.After
	}
	line.Saving = PricedProposal{line.Before, line.After}.Saving()
	return line
}

// CountProposals is how many proposals (phương án đơn giản hóa) of a campaign were handed in or decided and change
// something; one for a group counts once.
//
// Plan 29/KH-UBND, III.1(b).
func CountProposals(all []Standing) int {
	seen := map[ProposalID]bool{}
	for _, s := range all {
		if Proposed.Has(s.State) && s.Review.Conclusion != Keep {
			seen[s.Review.ID] = true
		}
	}
	return len(seen)
}
