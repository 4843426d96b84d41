package review

// FeedbackPeriod is what the register of petitions has to tell of a period.
type FeedbackPeriod struct {
	Received     int
	Kinds        map[FeedbackKind]int // of those received; "" has no kind yet
	SetAside     int                  // of those received
	Answered     int
	InTime       int        // of those answered
	Late         int        // of those answered
	Open         int        // being answered, or waiting, on the last day of the period
	Overdue      int        // of those open
	Forwarded    []Feedback // sent on in it, as they were received
	Verified     []Feedback // whose verification came to an end in it
	Difficulties []Feedback // of officials: received in it, or open on its last day; no petition
}

// FeedbackIn counts what the register of petitions has to tell of a period as it was at its end.
//
// Plan 29/KH-UBND, IV.
func FeedbackIn(all []Feedback, period Period) FeedbackPeriod {
	out := FeedbackPeriod{Kinds: map[FeedbackKind]int{}}
	for _, f := range all {
		if f.IsDifficulty() {
			isNow := period.Has(f.Received) || !f.Received.After(period.To) && f.isOpenOn(period)
			if isNow && f.State != FeedbackSetAside {
				out.Difficulties = append(out.Difficulties, f)
			}
			continue
		}
		out.add(f, period)
	}
	return out
}

func (n *FeedbackPeriod) add(f Feedback, period Period) {
	if period.Has(f.Received) {
		n.Received++
		if f.State == FeedbackSetAside {
			n.SetAside++
		} else {
			n.Kinds[f.Kind]++
		}
	}
	if f.State == FeedbackSetAside || f.Received.After(period.To) {
		return
	}
	if period.Has(f.Forwarded.On) {
		n.Forwarded = append(n.Forwarded, f)
	}
	if period.Has(f.Verified.On) {
		n.Verified = append(n.Verified, f)
	}
	if period.Has(f.Answered) {
		n.Answered++
		switch {
		case f.InTime():
			n.InTime++
		case !f.Before:
			n.Late++
		}
	}
	if f.isOpenOn(period) {
		n.Open++
		if !f.Before && !f.Due.IsZero() && period.To.After(f.Due) {
			n.Overdue++
		}
	}
}

// isOpenOn reports whether it was neither answered nor sent on by the end of a period.
func (f Feedback) isOpenOn(period Period) bool {
	done := f.Answered
	if done.IsZero() {
		done = f.Forwarded.On
	}
	return done.IsZero() || done.After(period.To)
}
