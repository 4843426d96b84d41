package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/value"
)

// TaskState is how far a task of the plan's part III.2 is in a month.
type TaskState string

// The states of a task; nobody has said how far it is where there is none.
const (
	TaskNotStated TaskState = ""
	TaskNotBegun  TaskState = "not_begun"
	TaskUnderWay  TaskState = "under_way"
	TaskDone      TaskState = "done"
	TaskStuck     TaskState = "stuck"
)

// TaskStates lists all states.
var TaskStates = []TaskState{TaskNotStated, TaskNotBegun, TaskUnderWay, TaskDone, TaskStuck}

// MonthEntry is what people write for a month at one place of the monthly report: the office's own words, which
// stay when figures move, and of a task its state, who has it in hand, its figures and what shows them. Words of the
// review summary are kept alike; they are of no month.
type MonthEntry struct {
	Month    value.Month   `json:"month"`
	Place    PlaceID       `json:"place"`
	Text     string        `json:"text,omitempty"`
	State    TaskState     `json:"state,omitempty"`
	Owner    string        `json:"owner,omitempty"`
	Figures  []MonthFigure `json:"figures,omitempty"`
	Evidence []Evidence    `json:"evidence,omitempty"`
	AnyPlace AnyPlace      `json:"any_place,omitzero"` // at PlaceAnyPlace alone

	// Page is on which opened page it was written: one page that saves again and again never meets itself.
	Page string `json:"page,omitempty"`
}

// MonthFigure is a figure of a task in a month: "văn bản gửi điện tử: 124 văn bản".
type MonthFigure struct {
	Name  string        `json:"name"`
	Value value.Decimal `json:"value"`
	Unit  string        `json:"unit,omitempty"`
}

// IsEmpty reports whether nothing was written.
func (e MonthEntry) IsEmpty() bool {
	return strings.TrimSpace(e.Text) == "" && e.State == TaskNotStated && e.Owner == "" && len(e.Figures) == 0 &&
		len(e.Evidence) == 0 && e.AnyPlace == (AnyPlace{})
}

// SaysWhat reports whether an entry says what another does, whoever wrote it and whatever files show it.
func (e MonthEntry) SaysWhat(other MonthEntry) bool {
	return strings.TrimSpace(e.Text) == strings.TrimSpace(other.Text) && e.State == other.State &&
		e.Owner == other.Owner && slices.Equal(e.Figures, other.Figures) && e.AnyPlace == other.AnyPlace
}

// Turn is what becomes of an entry that is sent to be saved.
type Turn int

// What becomes of it: it says nothing new, it is saved, or somebody else wrote something else meanwhile.
const (
	SaysNothing Turn = iota
	IsNext
	IsBehind
)

// TurnOf says what becomes of an entry that was typed on a page opened at version base. Versions are those that stand
// at its place, newest first. What its page found there, or wrote there last, and left as it was is nothing new, so
// that a page which is saved whole touches only the places that were written in.
func TurnOf(typed MonthEntry, base int, versions []value.Versioned[MonthEntry]) Turn {
	var newest, found value.Versioned[MonthEntry]
	own := false
	for i, v := range versions {
		if i == 0 {
			newest = v
		}
		if isOwn := typed.Page != "" && v.Value.Page == typed.Page; isOwn || v.Number == base {
			found, own = v, isOwn
			break
		}
	}
	switch isFound := typed.SaysWhat(found.Value); {
	case typed.SaysWhat(newest.Value), isFound && newest.Number != found.Number:
		return SaysNothing
	case newest.Number == base, own && newest.Number == found.Number:
		return IsNext
	}
	return IsBehind
}

// PlaceID names a place of the monthly report: "direction", "duty/D1", "task/III.2-1".
type PlaceID string

// The places that every monthly report has, beside those of duties and tasks.
const (
	PlaceDirection    PlaceID = "direction"    // chỉ đạo, điều hành
	PlaceAnyPlace     PlaceID = "any_place"    // tiếp nhận không phụ thuộc địa giới hành chính
	PlaceDifficulties PlaceID = "difficulties" // khó khăn, vướng mắc
	PlaceNext         PlaceID = "next"         // nhiệm vụ tháng sau
	PlaceRequests     PlaceID = "requests"     // kiến nghị, đề xuất
)

// DutyPlace and TaskPlace are the places of a duty and of a task.
func DutyPlace(d Duty) PlaceID { return PlaceID("duty/" + d.ID) }

// TaskPlace is the place of a task.
func TaskPlace(t Task) PlaceID { return PlaceID("task/" + t.ID) }

// PlaceTitle is what a place is called: the title of its duty, the words of its task; "" where it belongs to neither.
func (p Plan) PlaceTitle(id PlaceID) string {
	for _, d := range p.Duties {
		if DutyPlace(d) == id {
			return d.Title
		}
	}
	for _, t := range p.Tasks {
		if TaskPlace(t) == id {
			return t.Text
		}
	}
	return ""
}

// Places lists the places of a plan's monthly report in the order in which it is read. The monthly duty itself has
// none: the report is its fulfilment.
func (p Plan) Places() []PlaceID {
	out := []PlaceID{PlaceDirection}
	for _, d := range p.Duties {
		if d.Monthly == 0 {
			out = append(out, DutyPlace(d))
		}
	}
	for _, t := range p.Tasks {
		out = append(out, TaskPlace(t))
	}
	return append(out, PlaceAnyPlace, PlaceDifficulties, PlaceRequests, PlaceNext)
}

// CheckReportMonth lists what is wrong with a month on which a plan's monthly report is to be: one of another year, or
// one whose period has not begun. Last is the month of the period that is open today.
//
// Plan 29/KH-UBND, IV.
func CheckReportMonth(p Plan, m, last value.Month) value.Problems {
	var out value.Problems
	switch {
	case m.Year != p.Year:
		out.Add("month", "month.other_year", p.Year)
	case m.After(last):
		out.Add("month", "month.future")
	}
	return out
}

// CheckMonthEntry lists what is wrong with an entry: a place that the plan's report does not have, a month of
// another year or whose period has not begun, figures without name or below zero, an unknown state, and a state or
// figures where there is no task. Last is the month of the period that is open today.
//
// Plan 29/KH-UBND, IV.
func CheckMonthEntry(p Plan, e MonthEntry, last value.Month) value.Problems {
	var out value.Problems
	if !slices.Contains(p.Places(), e.Place) {
		out.Add("place", "place.unknown", string(e.Place))
	}
	out = append(out, CheckReportMonth(p, e.Month, last)...)
	if !slices.Contains(TaskStates, e.State) {
		out.Add("state", "task_state.unknown", string(e.State))
	}
	if !strings.HasPrefix(string(e.Place), "task/") && (e.State != TaskNotStated || len(e.Figures) > 0) {
		out.Add("state", "place.no_task")
	}
	out = append(out, e.checkAnyPlace()...)
	for i, f := range e.Figures {
		at := fmt.Sprintf("figures[%d]", i)
		if strings.TrimSpace(f.Name) == "" {
			out.Add(at+".name", "figure.name_missing")
		}
		if f.Value < 0 {
			out.Add(at+".value", "number.negative")
		}
	}
	return out
}
