package review_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

func service(level review.ServiceLevel, places ...review.StepPlace) review.Service {
	s := review.Service{Level: level}
	for _, p := range places {
		s.Steps = append(s.Steps, review.UserStep{Text: "Làm một việc.", Where: p, Papers: 1, Minutes: 10})
	}
	return s
}

func serviceReview() review.Restructuring {
	return review.Restructuring{
		Plan:      "kh",
		Procedure: "1.001193",
		Author:    "hoa",
		State:     review.Draft,
		Finding:   "Phải đến hai lần.",
		Change:    "Bỏ một lần.",
		Before:    service(review.PartOnline, review.FromHome, review.AtOffice, review.AtOffice),
		After:     service(review.FullOnline, review.FromHome, review.ByPost),
	}
}

// Practice, not law: docs/decisions/0050: trips are counted once for steps that follow each other at one place.
func TestService_Burden(t *testing.T) {
	tests := []struct {
		name   string
		places []review.StepPlace
		trips  int
	}{
		{"nothing to do", nil, 0},
		{"at home and by post", []review.StepPlace{review.FromHome, review.ByPost}, 0},
		{"one visit", []review.StepPlace{review.AtOffice, review.AtOffice}, 1},
		{"two visits", []review.StepPlace{review.AtOffice, review.FromHome, review.AtOffice}, 2},
		{"the bank between", []review.StepPlace{review.AtOffice, review.Elsewhere, review.AtOffice}, 3},
	}
	for _, tt := range tests {
		b := service(review.PartOnline, tt.places...).Burden()
		if b.Trips != tt.trips || b.Steps != len(tt.places) || b.Papers != len(tt.places) ||
			b.Minutes != 10*len(tt.places) {
			t.Errorf("%s: %+v, want %d trips", tt.name, b, tt.trips)
		}
	}
}

// What a review needs before it is handed in.
func TestCheckRestructuring(t *testing.T) {
	tests := []struct {
		name string
		set  func(*review.Restructuring)
		want string
	}{
		{"whole", func(*review.Restructuring) {}, ""},
		{"nothing found", func(r *review.Restructuring) { r.Finding = " " }, "finding.missing"},
		{"what changes is not told", func(r *review.Restructuring) { r.Change = "" }, "change.missing"},
		{"kept as it is", func(r *review.Restructuring) { r.Change, r.After = "", r.Before }, ""},
		{"levels not told", func(r *review.Restructuring) { r.Before.Level, r.After.Level = "", "" }, "level.missing level.missing"},
		{"no steps after", func(r *review.Restructuring) { r.After.Steps = nil }, "steps.missing"},
		{"whole online and yet a trip", func(r *review.Restructuring) { r.After.Steps[1].Where = review.AtOffice }, "level.full_with_trip"},
		{"in part with a trip", func(r *review.Restructuring) {
			r.After.Steps[1].Where, r.After.Level = review.AtOffice, review.PartOnline
		}, ""},
		{"a step without words", func(r *review.Restructuring) { r.After.Steps[0].Text = "" }, "step.text_missing"},
		{"a step nowhere", func(r *review.Restructuring) { r.After.Steps[0].Where = "" }, "step.where_missing"},
		{"fewer than no papers", func(r *review.Restructuring) { r.Before.Steps[0].Papers = -1 }, "number.negative"},
		{"the most papers", func(r *review.Restructuring) { r.Before.Steps[0].Papers = 200 }, ""},
		{"more papers than anybody carries", func(r *review.Restructuring) { r.Before.Steps[0].Papers = 201 }, "number.above"},
		{"a level of its own", func(r *review.Restructuring) { r.Before.Level = "4" }, "value.unknown"},
		{"sixty steps", func(r *review.Restructuring) { r.Before = longService(60) }, ""},
		{"sixty-one", func(r *review.Restructuring) { r.Before = longService(61) }, "rows.too_many"},
	}
	for _, tt := range tests {
		r := serviceReview()
		tt.set(&r)
		if got := codes(review.CheckRestructuring(r).Err()); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func longService(n int) review.Service {
	places := make([]review.StepPlace, n)
	for i := range places {
		places[i] = review.FromHome
	}
	return service(review.PartOnline, places...)
}

// The path of a proposal, with four eyes, and content that stands still once it is handed in.
func TestActOnRestructuring(t *testing.T) {
	on := day("2024-07-15")
	act := func(r review.Restructuring, a review.Action, by string) (review.Restructuring, error) {
		return review.ActOnRestructuring(r, review.Step{
			Action:   a,
			By:       by,
			On:       on,
			Note:     "Vì chưa đủ.",
			Decision: review.DecisionRef{Number: " 44/QĐ-UBND ", Date: day("2024-07-08")},
		})
	}
	r := serviceReview()
	unfinished := r
	unfinished.Finding = ""
	for _, tt := range []struct {
		name   string
		from   review.Restructuring
		action review.Action
		by     string
		want   string
		state  review.State
	}{
		{"handed in unfinished", unfinished, review.ActionSubmit, "hoa", "finding.missing", review.Draft},
		{"handed in by somebody else", r, review.ActionSubmit, "minh", "action.author_only", review.Draft},
		{"checked before it is handed in", r, review.ActionCheck, "lan", "action.not_now", review.Draft},
		{"handed in", r, review.ActionSubmit, "hoa", "", review.Submitted},
	} {
		got, err := act(tt.from, tt.action, tt.by)
		if c := codes(err); c != tt.want || got.State != tt.state {
			t.Errorf("%s: %q %s, want %q %s", tt.name, c, got.State, tt.want, tt.state)
		}
	}
	r, err := act(r, review.ActionSubmit, "hoa")
	if err != nil {
		t.Fatal(err)
	}
	if r.IsEditable() {
		t.Error("it may still be edited")
	}
	if _, err := act(r, review.ActionCheck, "hoa"); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the author checked: %v", err)
	}
	if r, err = act(r, review.ActionCheck, "lan"); err != nil {
		t.Fatal(err)
	}
	if r, err = act(r, review.ActionApprove, "tuan"); err != nil {
		t.Fatal(err)
	}
	if r.Decision.Number != "44/QĐ-UBND" || r.Decided != day("2024-07-08") {
		t.Errorf("%+v, reached %s", r.Decision, r.Decided)
	}
	for on, want := range map[string]review.State{"2024-07-07": review.Draft, "2024-07-08": review.Approved, "2024-07-15": review.Approved} {
		if got := r.StateOn(day(on)); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	if r, err = act(r, review.ActionPutInForce, "lan"); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]review.State{"2024-07-07": review.Draft, "2024-07-14": review.Approved, "2024-07-15": review.InForce} {
		if got := r.StateOn(day(on)); got != want {
			t.Errorf("put in force, on %s: %s, want %s", on, got, want)
		}
	}
}

// A service begins as the catalogue describes it.
func TestServiceOf(t *testing.T) {
	p := catalog.Procedure{Steps: []catalog.Step{{Name: "Bước 1", Text: "Nộp hồ sơ."}, {Name: "Nhận kết quả"}, {}},
		Dossier: []catalog.DossierCase{{Papers: make([]catalog.Paper, 3)}, {Papers: make([]catalog.Paper, 9)}}}
	s := review.ServiceOf(p)
	if s.Level != review.NotOnline || len(s.Steps) != 2 || s.Steps[0].Where != review.AtOffice ||
		s.Steps[0].Papers != 3 || s.Steps[1].Text != "Nhận kết quả" {
		t.Errorf("%+v", s)
	}
	p.Methods = []catalog.Method{{Channel: catalog.Online}}
	if s := review.ServiceOf(p); s.Level != review.PartOnline || s.Steps[0].Where != review.FromHome {
		t.Errorf("online: %+v", s)
	}
	p.FullOnline = true
	if s := review.ServiceOf(p); s.Level != review.FullOnline || !review.IsOnline(p) {
		t.Errorf("whole online: %+v", s)
	}
}

// What the reviews come to is what they say one by one, and never counts one that was taken back.
func TestCountRestructurings(t *testing.T) {
	on := day("2024-07-15")
	rapid.Check(t, func(rt *rapid.T) {
		var want review.RestructuringCount
		var all []review.Restructuring
		for range rapid.IntRange(0, 8).Draw(rt, "reviews") {
			r := serviceReview()
			r.State = rapid.SampledFrom(review.States).Draw(rt, "state")
			if rapid.Bool().Draw(rt, "later") {
				r.Decided = day("2024-07-16")
			}
			if rapid.Bool().Draw(rt, "kept") {
				r.After = r.Before
			}
			all = append(all, r)
			state := r.State
			if !r.Decided.IsZero() {
				state = review.Draft
			}
			if state == review.Withdrawn {
				continue
			}
			want.Begun++
			switch state {
			case review.Draft, review.Returned:
				continue
			case review.InForce:
				want.InForce++
				fallthrough
			case review.Approved, review.Accepted:
				want.Granted++
				want.Before, want.After = want.Before.Plus(r.Before.Burden()), want.After.Plus(r.After.Burden())
				if r.Keeps() {
					want.Kept++
				} else {
					want.Raised++
				}
			}
			want.Reviewed++
		}
		if got := review.CountRestructurings(all, on); got != want {
			rt.Fatalf("%+v, want %+v", got, want)
		}
	})
}

// Both sides differ by what each side has.
func TestBurden_Minus(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(0, 50)
		a := review.Burden{
			Steps:   n.Draw(rt, "steps"),
			Trips:   n.Draw(rt, "trips"),
			Papers:  n.Draw(rt, "papers"),
			Retyped: n.Draw(rt, "retyped"),
			Minutes: n.Draw(rt, "minutes"),
		}
		b := review.Burden{
			Steps:   n.Draw(rt, "steps"),
			Trips:   n.Draw(rt, "trips"),
			Papers:  n.Draw(rt, "papers"),
			Retyped: n.Draw(rt, "retyped"),
			Minutes: n.Draw(rt, "minutes"),
		}
		if a.Minus(b).Plus(b) != a || a.Plus(b).Minus(b) != a {
			rt.Fatal("what is taken away does not come back")
		}
	})
}

// A service begins as the catalogue describes it: its steps by their text or else their name, at home where it can be
// done online, with the papers of the first case at the first step.
func TestServiceOf_steps(t *testing.T) {
	many := make([]catalog.Step, 60)
	for i := range many {
		many[i].Text = "Làm một việc."
	}
	papers := catalog.DossierCase{Papers: make([]catalog.Paper, 3)}
	for _, c := range []struct {
		name   string
		p      catalog.Procedure
		level  review.ServiceLevel
		where  review.StepPlace
		steps  int
		papers int
	}{
		{"nothing known", catalog.Procedure{}, review.NotOnline, "", 0, 0},
		{"papers and no steps", catalog.Procedure{Dossier: []catalog.DossierCase{papers}}, review.NotOnline, "", 0, 0},
		{"steps and no papers", catalog.Procedure{Steps: many[:2]}, review.NotOnline, review.AtOffice, 2, 0},
		{"both, by post", catalog.Procedure{Steps: many[:2], Dossier: []catalog.DossierCase{papers, {Papers: make([]catalog.Paper, 9)}},
			Methods: []catalog.Method{{Channel: catalog.Postal}}}, review.NotOnline, review.AtOffice, 2, 3},
		{"a channel online", catalog.Procedure{Steps: many[:1], Methods: []catalog.Method{{Channel: catalog.Online}}},
			review.PartOnline, review.FromHome, 1, 0},
		{"an online service", catalog.Procedure{Steps: many[:1], OnlineCases: []catalog.OnlineCase{{}}}, review.PartOnline,
			review.FromHome, 1, 0},
		{"whole online", catalog.Procedure{Steps: many[:1], FullOnline: true}, review.FullOnline, review.FromHome, 1, 0},
		{"steps without a word are none", catalog.Procedure{Steps: []catalog.Step{{Text: " "}, {Name: "Nộp"}}}, review.NotOnline,
			review.AtOffice, 1, 0},
	} {
		got := review.ServiceOf(c.p)
		if got.Level != c.level || len(got.Steps) != c.steps || got.Burden().Papers != c.papers {
			t.Errorf("%s: %s, %d steps, %d papers; want %s, %d, %d", c.name, got.Level, len(got.Steps),
				got.Burden().Papers, c.level,
				c.steps, c.papers)
		}
		if c.steps > 0 && (got.Steps[0].Where != c.where || got.Steps[0].Papers != c.papers) {
			t.Errorf("%s: first step %+v, want at %s with %d papers", c.name, got.Steps[0], c.where, c.papers)
		}
		if online := review.IsOnline(c.p); online != (c.level != review.NotOnline) {
			t.Errorf("%s: online %v", c.name, online)
		}
	}
	of := func(n int) []value.Problem {
		p := catalog.Procedure{Steps: make([]catalog.Step, n)}
		for i := range p.Steps {
			p.Steps[i].Text = "Làm một việc."
		}
		return review.CheckRestructuringText(review.Restructuring{Before: review.ServiceOf(p)})
	}
	for _, n := range []int{1, 50, 500} {
		if got := of(n); len(got) > 0 {
			t.Errorf("%d steps of the catalogue make a review that cannot be stored: %v", n, got)
		}
	}
}

// Practice, not law: docs/decisions/0050. Each number of a burden is added up by itself.
func TestBurden_eachNumber(t *testing.T) {
	s := review.Service{Steps: []review.UserStep{
		{Where: review.AtOffice, Papers: 1, Retyped: 10, Minutes: 100},
		{Where: review.FromHome, Papers: 2, Retyped: 20, Minutes: 200},
	}}
	if got, want := s.Burden(), (review.Burden{Steps: 2, Trips: 1, Papers: 3, Retyped: 30, Minutes: 300}); got != want {
		t.Errorf("Burden() = %+v, want %+v", got, want)
	}
	more := review.Burden{Steps: 1, Trips: 2, Papers: 3, Retyped: 4, Minutes: 5}
	if got, want := s.Burden().Plus(more), (review.Burden{Steps: 3, Trips: 3, Papers: 6, Retyped: 34,
		Minutes: 305}); got != want {
		t.Errorf("Plus = %+v, want %+v", got, want)
	}
	if got, want := s.Burden().Minus(more), (review.Burden{Steps: 1, Trips: -1, Papers: 0, Retyped: 26,
		Minutes: 295}); got != want {
		t.Errorf("Minus = %+v, want %+v", got, want)
	}
}

// A service is kept where neither its level nor any of its steps differs.
func TestRestructuring_Keeps(t *testing.T) {
	a := service(review.PartOnline, review.FromHome, review.AtOffice)
	other := service(review.PartOnline, review.FromHome, review.AtOffice)
	other.Steps[1].Minutes++
	for _, c := range []struct {
		name  string
		after review.Service
		want  bool
	}{
		{"the same", service(review.PartOnline, review.FromHome, review.AtOffice), true},
		{"a higher level", service(review.FullOnline, review.FromHome, review.AtOffice), false},
		{"a step less", service(review.PartOnline, review.FromHome), false},
		{"a minute more", other, false},
	} {
		if got := (review.Restructuring{Before: a, After: c.after}).Keeps(); got != c.want {
			t.Errorf("%s: Keeps() = %v, want %v", c.name, got, c.want)
		}
	}
}

// Every number of a step within its own bounds: papers and fields typed again up to one, minutes up to another.
func TestCheckRestructuringText_bounds(t *testing.T) {
	const papers, minutes = 200, 100000
	for _, c := range []struct {
		name string
		step review.UserStep
		want string
	}{
		{"nothing", review.UserStep{}, ""},
		{"as much as may be", review.UserStep{Papers: papers, Retyped: papers, Minutes: minutes}, ""},
		{"a paper too many", review.UserStep{Papers: papers + 1}, "before.steps[0].papers number.above"},
		{"a field too many", review.UserStep{Retyped: papers + 1}, "before.steps[0].retyped number.above"},
		{"a minute too many", review.UserStep{Minutes: minutes + 1}, "before.steps[0].minutes number.above"},
		{"papers below 0", review.UserStep{Papers: -1}, "before.steps[0].papers number.negative"},
		{"fields below 0", review.UserStep{Retyped: -1}, "before.steps[0].retyped number.negative"},
		{"minutes below 0", review.UserStep{Minutes: -1}, "before.steps[0].minutes number.negative"},
	} {
		c.step.Text, c.step.Where = "Nộp.", review.AtOffice
		r := review.Restructuring{Before: review.Service{Steps: []review.UserStep{c.step}}}
		var got []string
		for _, p := range review.CheckRestructuringText(r) {
			got = append(got, p.Field+" "+p.Code)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// Practice, not law: docs/decisions/0024. What an approval of a service writes down, and what reopening takes away.
func TestActOnRestructuring_writes(t *testing.T) {
	on := day("2024-07-15")
	signed := review.DecisionRef{Number: " 44/QĐ-UBND ", Date: day("2024-07-08"), File: "44.pdf"}
	r := serviceReview()
	r.State = review.Checked
	got, err := review.ActOnRestructuring(r, review.Step{Action: review.ActionApprove, By: "tuan", On: on,
		Note:     " đồng ý ",
		Decision: signed})
	want := review.DecisionRef{Number: "44/QĐ-UBND", Date: day("2024-07-08"), File: "44.pdf"}
	if err != nil || got.Decision != want || got.Note != "đồng ý" || got.Decided != day("2024-07-08") {
		t.Errorf("approved: %+v, %v; want the decision %+v", got, err, want)
	}
	r.State, r.Decision = review.Returned, want
	got, err = review.ActOnRestructuring(r, review.Step{Action: review.ActionReopen, By: "hoa", On: on})
	if err != nil || got.Decision != (review.DecisionRef{}) || !got.IsEditable() {
		t.Errorf("reopened: %+v, %v", got, err)
	}
}
