package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// RestructuringID numbers the reviews of online services of a commune.
type RestructuringID int64

// Restructuring is the review of one online public service (rà soát, tái cấu trúc quy trình dịch vụ công trực
// tuyến): what the user does today, what the user would do, and why. It goes the path of a proposal (see Next), and
// is counted in no target: its figures are steps, trips, papers and minutes, not đồng.
//
// Plan 29/KH-UBND, III.2.
type Restructuring struct {
	ID        RestructuringID `json:"id"`
	Plan      PlanID          `json:"plan"`
	Procedure catalog.Code    `json:"procedure"`
	Name      string          `json:"name"`               // of the procedure when the review began
	Baseline  int             `json:"baseline,omitempty"` // version of the procedure when the review began
	Author    string          `json:"author"`             // user name of who does it
	Due       value.Date      `json:"due,omitzero"`
	State     State           `json:"state"`
	Decided   value.Date      `json:"decided,omitzero"` // day on which the state was reached
	Past      []Reached       `json:"past,omitempty"`   // states before that one, oldest first
	Decision  DecisionRef     `json:"decision,omitzero"`
	Corrected []Correction    `json:"corrected,omitempty"` // how number and day of it were put right, oldest first
	Note      string          `json:"note,omitempty"`
	Finding   string          `json:"finding,omitempty"`   // what is wrong today
	Consulted string          `json:"consulted,omitempty"` // how users took part
	Change    string          `json:"change,omitempty"`    // what is to change
	Request   string          `json:"request,omitempty"`   // to whoever keeps the system or the rule
	// PartReason is why the service is to be online in part only (lý do cung cấp một phần).
	PartReason string  `json:"part_reason,omitempty"`
	Before     Service `json:"before"`
	After      Service `json:"after"`
}

// Service is an online service as its user meets it.
type Service struct {
	Level ServiceLevel `json:"level,omitempty"`
	Steps []UserStep   `json:"steps,omitempty"`
}

// ServiceLevel is how far a service is online; by which decree, see ServiceDecreeOn.
type ServiceLevel string

// The levels; "" is not known.
const (
	NotOnline  ServiceLevel = "none"
	PartOnline ServiceLevel = "partial" // một phần
	FullOnline ServiceLevel = "full"    // toàn trình
)

// ServiceLevels lists the levels from the lowest.
var ServiceLevels = []ServiceLevel{NotOnline, PartOnline, FullOnline}

// UserStep is one thing that the user of a service does.
type UserStep struct {
	Text    string    `json:"text"`
	Where   StepPlace `json:"where"`
	Papers  int       `json:"papers,omitempty"`  // handed in or uploaded
	Retyped int       `json:"retyped,omitempty"` // particulars typed that an authority holds already
	Minutes int       `json:"minutes,omitempty"` // of the user's own time
}

// StepPlace is where the user does a step.
type StepPlace string

// The places.
const (
	FromHome  StepPlace = "home"    // trên mạng, qua điện thoại
	AtOffice  StepPlace = "office"  // tại bộ phận một cửa
	ByPost    StepPlace = "post"    // qua bưu chính, không phải đi lại
	Elsewhere StepPlace = "outside" // nơi khác: ngân hàng, công chứng, cơ quan khác
)

// StepPlaces lists all places.
var StepPlaces = []StepPlace{FromHome, AtOffice, ByPost, Elsewhere}

// goes reports whether the user has to leave home for it.
func (p StepPlace) goes() bool { return p == AtOffice || p == Elsewhere }

// Bounds of a user's step.
const (
	maxUserSteps   = 60
	maxStepPapers  = 200
	maxStepMinutes = 100_000
)

// Burden is what a service asks of its user once.
type Burden struct {
	Steps   int
	Trips   int
	Papers  int
	Retyped int
	Minutes int
}

// Burden adds up what the service asks of its user. Steps that follow each other at the same place are one trip.
//
// Practice, not law: docs/decisions/0050.
func (s Service) Burden() Burden {
	b := Burden{Steps: len(s.Steps)}
	var at StepPlace
	for _, x := range s.Steps {
		if x.Where.goes() && x.Where != at {
			b.Trips++
		}
		at = x.Where
		b.Papers, b.Retyped, b.Minutes = b.Papers+x.Papers, b.Retyped+x.Retyped, b.Minutes+x.Minutes
	}
	return b
}

// Plus adds two burdens.
func (b Burden) Plus(o Burden) Burden {
	return Burden{b.Steps + o.Steps, b.Trips + o.Trips, b.Papers + o.Papers, b.Retyped + o.Retyped,
		b.Minutes + o.Minutes}
}

// Minus is what is saved where o comes in the place of b; negative where the burden grows.
func (b Burden) Minus(o Burden) Burden {
	return Burden{b.Steps - o.Steps, b.Trips - o.Trips, b.Papers - o.Papers, b.Retyped - o.Retyped,
		b.Minutes - o.Minutes}
}

// ServiceOf is the service as the catalogue describes it: where a review begins. The catalogue does not say where a
// step is done nor how long it takes: a person puts that right.
func ServiceOf(p catalog.Procedure) Service {
	s := Service{Level: levelOf(p)}
	where := AtOffice
	if s.Level != NotOnline {
		where = FromHome
	}
	for _, x := range p.Steps {
		text := strings.TrimSpace(x.Text)
		if text == "" {
			text = strings.TrimSpace(x.Name)
		}
		if text != "" && len(s.Steps) < maxUserSteps {
			s.Steps = append(s.Steps, UserStep{Text: text, Where: where})
		}
	}
	if len(s.Steps) > 0 && len(p.Dossier) > 0 {
		s.Steps[0].Papers = min(len(p.Dossier[0].Papers), maxStepPapers)
	}
	return s
}

func levelOf(p catalog.Procedure) ServiceLevel {
	online := len(p.OnlineCases) > 0 ||
		slices.ContainsFunc(p.Methods, func(m catalog.Method) bool { return m.Channel == catalog.Online })
	switch {
	case p.FullOnline:
		return FullOnline
	case online:
		return PartOnline
	}
	return NotOnline
}

// IsOnline reports whether the catalogue knows of an online service of the procedure.
func IsOnline(p catalog.Procedure) bool { return levelOf(p) != NotOnline }

// Keeps reports whether the review leaves the service as it is.
func (r Restructuring) Keeps() bool {
	return r.Before.Level == r.After.Level && slices.Equal(r.Before.Steps, r.After.Steps)
}

// IsEditable reports whether the content may still change; what was handed in is frozen.
func (r Restructuring) IsEditable() bool { return r.State == Draft }

// StateOn is the state at the end of a day: the last that it had reached by then, a draft before the first.
func (r Restructuring) StateOn(on value.Date) State {
	return stateOn(Reached{r.State, r.Decided}, r.Past, on)
}

// CheckRestructuringText lists what can never be stored: steps without words, unknown levels and places, numbers
// outside their bounds, more steps than anybody takes.
func CheckRestructuringText(r Restructuring) value.Problems {
	return append(r.Before.check().Under("before"), r.After.check().Under("after")...)
}

func (s Service) check() value.Problems {
	var out value.Problems
	if s.Level != "" && !slices.Contains(ServiceLevels, s.Level) {
		out.Add("level", "value.unknown", string(s.Level))
	}
	if len(s.Steps) > maxUserSteps {
		out.Add("steps", "rows.too_many", maxUserSteps)
	}
	for i, x := range s.Steps {
		out = append(out, x.check().Under(fmt.Sprintf("steps[%d]", i))...)
	}
	return out
}

func (x UserStep) check() value.Problems {
	var out value.Problems
	if strings.TrimSpace(x.Text) == "" {
		out.Add("text", "step.text_missing")
	}
	if !slices.Contains(StepPlaces, x.Where) {
		out.Add("where", "step.where_missing")
	}
	for _, n := range []struct {
		field       string
		number, top int
	}{
		{"papers", x.Papers, maxStepPapers},
		{"retyped", x.Retyped, maxStepPapers},
		{"minutes", x.Minutes, maxStepMinutes},
	} {
		switch {
		case n.number < 0:
			out.Add(n.field, "number.negative")
		case n.number > n.top:
			out.Add(n.field, "number.above", n.top)
		}
	}
	return out
}

// CheckRestructuring lists what keeps a review from being handed in: what was found, the level and the steps of both
// sides, and what is to change where the sides differ. A service that is whole online sends nobody out of the house.
//
// Decree 42/2022/NĐ-CP, article 11 clause 1.
func CheckRestructuring(r Restructuring) value.Problems {
	out := CheckRestructuringText(r)
	if strings.TrimSpace(r.Finding) == "" {
		out.Add("finding", "finding.missing")
	}
	if strings.TrimSpace(r.Change) == "" && !r.Keeps() {
		out.Add("change", "change.missing")
	}
	for _, side := range []struct {
		name string
		Service
	}{{"before", r.Before}, {"after", r.After}} {
		if side.Level == "" {
			out.Add(side.name+".level", "level.missing")
		}
		if len(side.Steps) == 0 {
			out.Add(side.name+".steps", "steps.missing")
		}
		if side.Level == FullOnline && side.Burden().Trips > 0 {
			out.Add(side.name+".level", "level.full_with_trip", side.Burden().Trips)
		}
	}
	return out
}

// ActOnRestructuring takes a review of a service one step further, or says everything that stands in the way: what it
// lacks where it is handed in, the path and four eyes as for a proposal.
//
// Practice, not law: docs/decisions/0024.
func ActOnRestructuring(r Restructuring, s Step) (Restructuring, error) {
	next, err := s.from(r.State, Actor{Name: s.By, Author: r.Author})
	if err != nil {
		return r, err
	}
	if s.Action == ActionSubmit {
		if err := append(CheckRestructuring(r), CheckPartReason(r, s.On)...).Err(); err != nil {
			return r, err
		}
	}
	r.Past = reachedBefore(r.Past, Reached{r.State, r.Decided})
	r.State, r.Note, r.Decided = next, strings.TrimSpace(s.Note), s.reached()
	switch s.Action {
	case ActionApprove:
		r.Decision = s.Decision
		r.Decision.Number = strings.TrimSpace(s.Decision.Number)
	case ActionReopen:
		r.Decision = DecisionRef{}
	}
	return r, nil
}

// RestructuringCount is what the reviews of online services of a plan come to on a day.
type RestructuringCount struct {
	Begun    int // all but those withdrawn
	Reviewed int // handed in or further
	Granted  int // approved, accepted, in force
	InForce  int
	Raised   int    // of those granted: to a higher level
	Kept     int    // of those granted: left as they are
	Before   Burden // of those granted
	After    Burden
}

// CountRestructurings counts as the states stand at the end of a day. A period has the difference of two counts.
//
// Plan 29/KH-UBND, III.2.
func CountRestructurings(all []Restructuring, on value.Date) RestructuringCount {
	var n RestructuringCount
	for _, r := range all {
		state := r.StateOn(on)
		if state == Withdrawn {
			continue
		}
		n.Begun++
		if IsReviewed(state) {
			n.Reviewed++
		}
		if !Granted.Has(state) {
			continue
		}
		n.Granted++
		if state == InForce {
			n.InForce++
		}
		if slices.Index(ServiceLevels, r.After.Level) > slices.Index(ServiceLevels, r.Before.Level) {
			n.Raised++
		}
		if r.Keeps() {
			n.Kept++
		}
		n.Before, n.After = n.Before.Plus(r.Before.Burden()), n.After.Plus(r.After.Burden())
	}
	return n
}
