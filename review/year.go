package review

import (
	"cmp"
	"slices"
	"time"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// PathStep is one step that a proposal took, as it was kept: who took it when, and where it led.
type PathStep struct {
	Action Action
	By     string // user name
	On     value.Date
	To     State
}

// YearInput is what the year table of a plan looks at.
type YearInput struct {
	Targets TargetInput // of which AsOf is YearEnd
	Began   value.Date  // the day on which the program came into use; what was due before it is not judged
	Paths   map[ProposalID][]PathStep
	UnitOf  func(officer string) string
}

// YearEnd is the day on which the year table of a plan is drawn up: the last of its year, today before that.
//
// Plan 29/KH-UBND, II.1.
func YearEnd(p Plan, today value.Date) value.Date {
	if end := (value.Date{Year: p.Year, Month: time.December, Day: 31}); end.Before(today) {
		return end
	}
	return today
}

// Tally is what somebody, a unit or the whole commune did under a plan in its year. Done = OnTime + Late + Undated.
type Tally struct {
	Assigned int         // được giao: procedures of the frozen lists
	Done     int         // hoàn thành: of these, handed in and neither sent back nor taken back
	OnTime   int         // đúng hạn: of those done
	Late     int         // of those done, handed in after the day
	Undated  int         // of those done: no day was set since the program came into use, or nobody knows the day
	Returned int         // trả lại: how many times something handed in was sent back
	Saved    value.Money // tiết kiệm, đồng a year: by what was decided
}

// Share is how much of what was done with a known day was in time. A Whole of 0 did not arise: it is a dash, never 0%.
//
// Practice, not law: docs/decisions/0043.
func (t Tally) Share() value.Ratio {
	return value.Ratio{Part: int64(t.OnTime), Whole: int64(t.OnTime + t.Late)}
}

func (t *Tally) add(o Tally) {
	t.Assigned += o.Assigned
	t.Done += o.Done
	t.OnTime += o.OnTime
	t.Late += o.Late
	t.Undated += o.Undated
	t.Returned += o.Returned
	t.Saved += o.Saved
}

// YearTable is the table by which a plan's year is judged: each unit with its officers, and the whole. Officer and unit
// are empty where something is assigned to nobody.
type YearTable struct {
	AsOf  value.Date
	Units []YearUnit // in the order of their names, what nobody has last
	Total Tally
}

// YearUnit is one unit with its officers.
type YearUnit struct {
	Unit string
	Tally
	Officers []YearOfficer
}

// YearOfficer is one officer.
type YearOfficer struct {
	Officer string // user name
	Tally
}

// Year draws up the year table of a plan. Each procedure of each campaign's list is one review and stands once: with
// the officer whom the list names on that day, so that a review that changes hands goes over whole. A return is an
// event and stands with whoever had handed in what was returned.
//
// Practice, not law: docs/decisions/0043.
func Year(in YearInput) (YearTable, error) {
	t := YearTable{AsOf: in.Targets.AsOf}
	by := map[string]*Tally{}
	of := func(officer string) *Tally {
		if by[officer] == nil {
			by[officer] = &Tally{}
		}
		return by[officer]
	}
	for _, c := range in.Targets.Plan.Campaigns {
		own := in.own(c.ID)
		all, err := Standings(in.Targets.Lists[c.ID], own, t.AsOf)
		if err != nil {
			return t, err
		}
		officers := map[catalog.Code]string{}
		for _, s := range all {
			officers[s.Item.Code.Key()] = s.Item.Officer
			of(s.Item.Officer).add(in.tally(c, s))
		}
		for _, p := range own {
			for _, who := range in.returned(p, officers) {
				of(who).Returned++
			}
		}
	}
	t.gather(by, in.UnitOf)
	return t, nil
}

// own are the main proposals of a campaign as they stood at the end of the day.
func (in YearInput) own(c CampaignID) []Proposal {
	var out []Proposal
	for _, p := range in.Targets.Proposals {
		if p.Plan != in.Targets.Plan.ID || p.Campaign != c || p.Alternative {
			continue
		}
		p.State, p.Decided, p.Past = p.StateOn(in.Targets.AsOf), value.Date{}, nil
		out = append(out, p)
	}
	return out
}

func (in YearInput) tally(c CampaignPlan, s Standing) Tally {
	t := Tally{Assigned: 1}
	if Granted.Has(s.State) {
		t.Saved = s.Saving()
	}
	if !IsReviewed(s.State) {
		return t
	}
	t.Done = 1
	switch due, handed := in.due(c, s.Item), in.handedIn(*s.Review); {
	case due.IsZero() || handed.IsZero() || due.Before(in.Began):
		t.Undated = 1
	case handed.After(due):
		t.Late = 1
	default:
		t.OnTime = 1
	}
	if t.Late == 1 && !in.isExact(*s.Review) {
		t.Late, t.Undated = 0, 1 // it was handed in before that day, nobody knows how long
	}
	return t
}

// due is the last day on which a review is handed in in time: that of the review plan, else the day on which officials
// hand in, else the campaign's.
func (in YearInput) due(c CampaignPlan, item ListItem) value.Date {
	rules, copied := in.Targets.Rules[c.ID]
	if !copied {
		rules = in.Targets.Plan.Rules
	}
	switch {
	case !item.Due.IsZero():
		return item.Due
	case !c.HandIn.IsZero():
		return in.Targets.Calendar.LastDay(c.HandIn, true)
	case !c.Due.IsZero():
		return in.Targets.Calendar.LastDay(c.Due, c.Inclusive || rules.DayItselfOnTime)
	}
	return value.Date{}
}

// handedIn is the day on which the work that stands was handed in: after a return, when it came again. Of a review
// whose path was not kept here (an import) it is the day of its state, before which it was handed in; no day where
// there is none.
func (in YearInput) handedIn(p Proposal) value.Date {
	if s, kept := in.lastHandIn(p.ID); kept {
		return s.On
	}
	for _, original := range in.Targets.Proposals {
		if original.ID == p.ID && !original.Decided.After(in.Targets.AsOf) {
			return original.Decided
		}
	}
	return value.Date{}
}

// isExact reports whether handedIn is the day itself and not one by which it had been handed in.
func (in YearInput) isExact(p Proposal) bool {
	_, kept := in.lastHandIn(p.ID)
	return kept || p.State == Submitted
}

func (in YearInput) lastHandIn(id ProposalID) (PathStep, bool) {
	for _, s := range slices.Backward(in.Paths[id]) {
		if s.Action == ActionSubmit && !s.On.After(in.Targets.AsOf) {
			return s, true
		}
	}
	return PathStep{}, false
}

// returned lists who had handed in what was sent back, once for each time. Where the path was not kept, a proposal that
// stands returned was sent back once; then it is its author's, else that of the first officer of its procedures.
func (in YearInput) returned(p Proposal, officers map[catalog.Code]string) []string {
	author := p.Author
	if author == "" && len(p.Members) > 0 {
		author = officers[p.Members[0].Procedure.Key()]
	}
	var out []string
	who := author
	for _, s := range in.Paths[p.ID] {
		if s.On.After(in.Targets.AsOf) {
			break
		}
		switch s.Action {
		case ActionSubmit:
			who = s.By
		case ActionReturn:
			out = append(out, who)
		}
	}
	if p.State == Returned && len(out) == 0 {
		out = append(out, author)
	}
	return out
}

// gather sets officers below their units and adds up.
func (t *YearTable) gather(by map[string]*Tally, unitOf func(string) string) {
	at := map[string]*YearUnit{}
	for officer, tally := range by {
		unit := ""
		if officer != "" {
			unit = unitOf(officer)
		}
		if at[unit] == nil {
			at[unit] = &YearUnit{Unit: unit}
		}
		u := at[unit]
		u.add(*tally)
		u.Officers = append(u.Officers, YearOfficer{Officer: officer, Tally: *tally})
		t.Total.add(*tally)
	}
	for _, u := range at {
		slices.SortFunc(u.Officers, func(a, b YearOfficer) int {
			return cmp.Or(emptyLast(a.Officer, b.Officer), cmp.Compare(a.Officer, b.Officer))
		})
		t.Units = append(t.Units, *u)
	}
	slices.SortFunc(t.Units, func(a, b YearUnit) int { return cmp.Compare(a.Unit, b.Unit) })
	viet.SortBy(t.Units, func(u YearUnit) string { return u.Unit })
	slices.SortStableFunc(t.Units, func(a, b YearUnit) int { return emptyLast(a.Unit, b.Unit) })
}

func emptyLast(a, b string) int {
	switch {
	case a == "" && b != "":
		return 1
	case a != "" && b == "":
		return -1
	}
	return 0
}
