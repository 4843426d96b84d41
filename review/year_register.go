package review

import (
	"cmp"
	"slices"

	"rasoat/value"
	"rasoat/viet"
)

// PetitionTally is what somebody, a unit or the whole commune did with petitions in a year.
type PetitionTally struct {
	Received  int // đã nhận, those that wait or were sent on too; Received = Answered + Forwarded + Open
	Answered  int
	InTime    int // of those answered
	Late      int // of those answered
	Forwarded int // đã chuyển cơ quan có thẩm quyền
	Open      int
	Overdue   int // of those open
	Found     int // of those about conduct: verified, and confirmed whole or in part
}

func (t *PetitionTally) add(o PetitionTally) {
	t.Received += o.Received
	t.Answered += o.Answered
	t.InTime += o.InTime
	t.Late += o.Late
	t.Forwarded += o.Forwarded
	t.Open += o.Open
	t.Overdue += o.Overdue
	t.Found += o.Found
}

// PetitionYear is the petitions of a year by unit and person, and all of them.
type PetitionYear struct {
	Units []PetitionUnit // in the order of their names, what no unit has last
	Total PetitionTally
}

// PetitionUnit is one unit with its people.
type PetitionUnit struct {
	Unit string
	PetitionTally
	Officers []PetitionOfficer
}

// PetitionOfficer is who answered, sent on or has petitions; "" where nobody is noted.
type PetitionOfficer struct {
	Officer string // user name
	PetitionTally
}

// Petitions counts the petitions that came in in a year, as they stand at the end of a day, by the unit that answers
// and the person who took the last step. Those set aside, and the difficulties of officials, count nowhere.
//
// Plan 29/KH-UBND, II.1.
func Petitions(all []Feedback, year int, asOf value.Date, unitOf func(officer string) string) (out PetitionYear) {
	for _, f := range all {
		if f.IsDifficulty() || f.State == FeedbackSetAside || f.Received.Year != year || f.Received.After(asOf) {
			continue
		}
		tally := f.tally(asOf)
		unit := f.Unit
		if unit == "" && f.Officer != "" {
			unit = unitOf(f.Officer)
		}
		out.unit(unit).of(f.Officer).add(tally)
		out.unit(unit).add(tally)
		out.Total.add(tally)
	}
	for _, u := range out.Units {
		slices.SortFunc(u.Officers, func(a, b PetitionOfficer) int {
			return cmp.Or(emptyLast(a.Officer, b.Officer), cmp.Compare(a.Officer, b.Officer))
		})
	}
	viet.SortBy(out.Units, func(u PetitionUnit) string { return u.Unit })
	slices.SortStableFunc(out.Units, func(a, b PetitionUnit) int { return emptyLast(a.Unit, b.Unit) })
	return out
}

// unit is the unit of a name, however its letters and blanks are written; it is added where there is none.
func (y *PetitionYear) unit(name string) *PetitionUnit {
	i := slices.IndexFunc(y.Units, func(u PetitionUnit) bool { return viet.Fold(u.Unit) == viet.Fold(name) })
	if i < 0 {
		i, y.Units = len(y.Units), append(y.Units, PetitionUnit{Unit: name})
	}
	return &y.Units[i]
}

func (u *PetitionUnit) of(officer string) *PetitionOfficer {
	i := slices.IndexFunc(u.Officers, func(o PetitionOfficer) bool { return o.Officer == officer })
	if i < 0 {
		i, u.Officers = len(u.Officers), append(u.Officers, PetitionOfficer{Officer: officer})
	}
	return &u.Officers[i]
}

func (f Feedback) tally(asOf value.Date) PetitionTally {
	t := PetitionTally{Received: 1}
	isBy := func(d value.Date) bool { return !d.IsZero() && !d.After(asOf) }
	switch {
	case isBy(f.Answered):
		t.Answered = 1
		if f.InTime() {
			t.InTime = 1
		} else if !f.Before {
			t.Late = 1
		}
	case isBy(f.Forwarded.On):
		t.Forwarded = 1
	default:
		t.Open = 1
		if !f.Before && !f.Due.IsZero() && asOf.After(f.Due) {
			t.Overdue = 1
		}
	}
	if isBy(f.Verified.On) && f.Verified.Finding != Unfounded {
		t.Found = 1
	}
	return t
}

// Only leaves what one person did, with no unit's sum and no total.
func (y PetitionYear) Only(officer string) (out PetitionYear) {
	for _, u := range y.Units {
		for _, o := range u.Officers {
			if o.Officer == officer && officer != "" {
				out.Units = append(out.Units, PetitionUnit{u.Unit, o.PetitionTally, []PetitionOfficer{o}})
			}
		}
	}
	return out
}
