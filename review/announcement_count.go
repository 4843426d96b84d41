package review

import "rasoat/value"

// PostedInTime is the register of decisions: those posted in time, of those due.
const PostedInTime Register = "posted_in_time"

// PostingsDue counts for a month the decisions whose last day to post lies in it and is not ahead, and of them those
// posted in time; list is what stands behind the sum, in the order given. Those that the commune does not have to post
// and those entered for the record count nowhere. Used is false where the register had nothing yet in that month: then
// nothing was entered, which is another thing than nothing arising.
//
// Practice, not law: docs/decisions/0063.
func PostingsDue(all []Announcement, m value.Month, today value.Date) (n value.Ratio, list []Announcement, used bool) {
	for _, a := range all {
		used = used || !value.MonthOf(a.Received).After(m)
		if a.Before || !a.IsOwed() && !a.IsPosted() || value.MonthOf(a.Due) != m || a.Due.After(today) {
			continue
		}
		list = append(list, a)
		n.Whole++
		if a.InTime() {
			n.Part++
		}
	}
	return n, list, used
}

// PostingPeriod is what the register of decisions has to tell of a period.
type PostingPeriod struct {
	Received int               // decisions that came in
	Posted   int               // decisions posted
	InTime   int               // of those posted
	Overdue  int               // not posted on the last day of the period, their own last day past
	Touched  map[TouchKind]int // procedures touched by those that came in
}

// PostingsIn counts what the register of decisions has to tell of a period as it was at its end.
//
// Plan 29/KH-UBND, IV.
func PostingsIn(all []Announcement, period Period) PostingPeriod {
	out := PostingPeriod{Touched: map[TouchKind]int{}}
	for _, a := range all {
		if period.Has(a.Received) {
			out.Received++
			for _, t := range a.Touches {
				out.Touched[t.Kind]++
			}
		}
		if period.Has(a.Posting.On) {
			out.Posted++
			if a.InTime() {
				out.InTime++
			}
		}
		open := a.Exempt == "" && !a.Before && (!a.IsPosted() || a.Posting.On.After(period.To))
		if open && !a.Received.After(period.To) && period.To.After(a.Due) {
			out.Overdue++
		}
	}
	return out
}
