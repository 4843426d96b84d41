package catalog

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/value"
)

// What a person changed stands above every source, also where they took something away; the rest keeps its source.
func TestEdited(t *testing.T) {
	current, origins, _ := Merge(Procedure{}, nil, Procedure{
		Code:       "1.000010",
		Name:       "Cấp thẻ",
		Kind:       Public,
		Status:     InForce,
		Field:      "Hộ tịch",
		Conditions: "Đủ 18 tuổi",
		Steps:      []Step{{Text: "Nộp"}},
		Limit:      TimeLimit{Text: "Trong ngày"},
	}, "portal-json")
	edited := current
	edited.Name, edited.Conditions, edited.None = "Cấp lại thẻ", "", []Part{PartConditions, PartFees}
	said := Edited(current, origins, edited)
	want := Origins{
		"name":       FormatPerson,
		"conditions": FormatPerson,
		"fees":       FormatPerson,
		"kind":       "portal-json",
		"status":     "portal-json",
		"field":      "portal-json",
		"steps":      "portal-json",
		"limit":      "portal-json",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if origins["name"] != "portal-json" {
		t.Error("the origins of the version before were changed")
	}
	again, _, notes := Merge(edited, said, current, "portal-json")
	if !Equal(again, edited) || len(notes) != 2 {
		t.Errorf("an import took back what a person said: %v", cmp.Diff(edited, again))
	}
}

func TestAnnounce(t *testing.T) {
	today := value.MustDate("2024-07-15")
	for _, c := range []struct {
		name   string
		d      Decision
		from   value.Date
		status Status
		codes  []string
	}{
		{"in force at once", Decision{Number: "12/QĐ-UBND", Date: today}, today, InForce, nil},
		{"from a later day", Decision{Number: "12/QĐ-UBND", Date: today}, today.Add(1), Announced, nil},
		{"nothing given", Decision{}, value.Date{}, InForce, []string{"decision.number decision.number_missing", "decision.date decision.date_missing", "validity.from validity.from_missing"}},
		{"signed tomorrow", Decision{Number: "12/QĐ-UBND", Date: today.Add(1)}, today, InForce, []string{"decision.date date.future"}},
	} {
		p, err := Announce(Procedure{
			Status:   Typical,
			Validity: Validity{Until: today, RepealedBy: "1/QĐ"},
		}, c.d, c.from, today)
		if diff := cmp.Diff(c.codes, codesOf(err)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if err == nil && (p.Status != c.status || p.Validity != (Validity{From: c.from})) {
			t.Errorf("%s: %s, %+v", c.name, p.Status, p.Validity)
		}
	}
}

func TestRepeal(t *testing.T) {
	today := value.MustDate("2024-07-15")
	in := Procedure{Status: InForce, Validity: Validity{From: today.Add(-10)}}
	for _, c := range []struct {
		name, by string
		from     value.Date
		status   Status
		codes    []string
	}{
		{"from today", "9/QĐ-UBND", today, Repealed, nil},
		{"from tomorrow it still holds today", "9/QĐ-UBND", today.Add(1), InForce, nil},
		{"nothing given", " ", value.Date{}, "", []string{"validity.repealed_by decision.number_missing", "validity.until validity.until_missing"}},
		{"before it began", "9/QĐ-UBND", today.Add(-11), "", []string{"validity.until dates.reversed"}},
	} {
		p, err := Repeal(in, c.by, c.from, today)
		if diff := cmp.Diff(c.codes, codesOf(err)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if err == nil && (p.Status != c.status || p.Validity.Until != c.from || p.Validity.RepealedBy != c.by) {
			t.Errorf("%s: %s, %+v", c.name, p.Status, p.Validity)
		}
	}
}

func TestOnDay(t *testing.T) {
	day := value.MustDate("2024-07-15")
	for _, c := range []struct {
		name string
		p    Procedure
		want Status
	}{
		{"its first day", Procedure{Status: Announced, Validity: Validity{From: day}}, InForce},
		{"the day before", Procedure{Status: Announced, Validity: Validity{From: day.Add(1)}}, Announced},
		{"no first day known", Procedure{Status: Announced}, Announced},
		{"its end", Procedure{Status: InForce, Validity: Validity{Until: day, RepealedBy: "1/QĐ"}}, Repealed},
		{"the day before its end", Procedure{Status: InForce, Validity: Validity{Until: day.Add(1), RepealedBy: "1/QĐ"}}, InForce},
		{"an end without a decision", Procedure{Status: InForce, Validity: Validity{Until: day}}, InForce},
		{"announced and over", Procedure{Status: Announced, Validity: Validity{From: day.Add(-9), Until: day, RepealedBy: "1/QĐ"}}, Repealed},
		{"a draft", Procedure{Status: Draft, Validity: Validity{From: day}}, Draft},
		{"a typical one", Procedure{Status: Typical, Validity: Validity{From: day}}, Typical},
	} {
		if got := OnDay(c.p, day).Status; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What a decision says is tidied, and a decision that says nothing but blanks says nothing.
func TestAnnounce_decision(t *testing.T) {
	today := value.MustDate("2024-07-15")
	p, err := Announce(Procedure{}, Decision{Number: " 12/QĐ-UBND ", Date: today, By: "Chủ  tịch "}, today, today)
	want := Decision{Number: "12/QĐ-UBND", Date: today, By: "Chủ tịch"}
	if err != nil || p.Decision != want {
		t.Errorf("Announce: %+v, %v; want %+v", p.Decision, err, want)
	}
	_, err = Announce(Procedure{}, Decision{Number: " \t", Date: today}, today, today)
	if diff := cmp.Diff([]string{"decision.number decision.number_missing"}, codesOf(err)); diff != "" {
		t.Errorf("a number of blanks: -want +got\n%s", diff)
	}
	if p, err := Announce(Procedure{}, want, today.Add(-400), today); err != nil || p.Status != InForce {
		t.Errorf("from a day long past: %s, %v; want %s", p.Status, err, InForce)
	}
}

// handbook §4.5: a procedure holds on a day where from ≤ day < until.
func TestRepeal_bounds(t *testing.T) {
	today := value.MustDate("2024-07-15")
	for _, c := range []struct {
		name        string
		began, ends value.Date
		status      Status
		codes       []string
	}{
		{"the day on which it began: it never held", today, today, Repealed, nil},
		{"the day before it began", today, today.Add(-1), Repealed, []string{"validity.until dates.reversed"}},
		{"no day known on which it began", value.Date{}, today.Add(-9000), Repealed, nil},
		{"yesterday", today.Add(-9), today.Add(-1), Repealed, nil},
		{"tomorrow", today.Add(-9), today.Add(1), InForce, nil},
	} {
		p, err := Repeal(Procedure{Status: InForce, Validity: Validity{From: c.began}}, "  9/QĐ-UBND", c.ends, today)
		if diff := cmp.Diff(c.codes, codesOf(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		if want := (Validity{From: c.began, Until: c.ends, RepealedBy: "9/QĐ-UBND"}); p.Status != c.status ||
			p.Validity != want {
			t.Errorf("%s: %s %+v, want %s %+v", c.name, p.Status, p.Validity, c.status, want)
		}
	}
	_, err := Repeal(Procedure{Validity: Validity{From: today, Until: today.Add(40)}}, "9/QĐ", today.Add(-1), today)
	want := value.Problems{{Field: "validity.until", Code: "dates.reversed", Args: []any{today, today.Add(-1)}}}
	if diff := cmp.Diff(want, err); diff != "" {
		t.Errorf("what the sentence needs: -want +got\n%s", diff)
	}
}

// A status and its dates: only what was announced or is in force moves by the calendar, and only by days that are
// known.
func TestOnDay_whoMoves(t *testing.T) {
	day := value.MustDate("2024-07-15")
	over := Validity{Until: day.Add(-3), RepealedBy: "1/QĐ"}
	for _, c := range []struct {
		name string
		p    Procedure
		want Status
	}{
		{"announced, its first day past", Procedure{Status: Announced, Validity: Validity{From: day.Add(-1)}}, InForce},
		{"in force, its first day ahead", Procedure{Status: InForce, Validity: Validity{From: day.Add(1)}}, InForce},
		{"in force, no day known", Procedure{Status: InForce}, InForce},
		{"in force, a repealing decision without a day", Procedure{Status: InForce, Validity: Validity{RepealedBy: "1/QĐ"}},
			InForce},
		{"in force, over", Procedure{Status: InForce, Validity: over}, Repealed},
		{"announced, never begun, over", Procedure{Status: Announced, Validity: over}, Repealed},
		{"a draft, over", Procedure{Status: Draft, Validity: over}, Draft},
		{"a typical one, over", Procedure{Status: Typical, Validity: over}, Typical},
		{"repealed, though it has a day ahead", Procedure{Status: Repealed, Validity: Validity{Until: day.Add(5), RepealedBy: "1/QĐ"}},
			Repealed},
	} {
		if got := OnDay(c.p, day).Status; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// handbook §4.5: announced and repealed by two decisions, a procedure is in force on exactly the days from ≤ day <
// until, on whatever day the two are entered and looked at.
func TestOnDay_validity(t *testing.T) {
	start := value.MustDate("2024-02-25")
	rapid.Check(t, func(t *rapid.T) {
		days := func(label string, from, to int) value.Date {
			return start.Add(rapid.IntRange(from, to).Draw(t, label))
		}
		from := days("from", 0, 10)
		until := from.Add(rapid.IntRange(0, 10).Draw(t, "length"))
		entered, day := days("entered", 0, 20), days("day", 0, 30)
		p, err := Announce(Procedure{}, Decision{Number: "1/QĐ", Date: start}, from, entered)
		if err == nil {
			p, err = Repeal(p, "2/QĐ", until, entered)
		}
		if err != nil {
			t.Fatal(err)
		}
		if day.Before(entered) {
			return // nobody looks into the past with what was entered later
		}
		want := InForce
		switch {
		case !day.Before(until):
			want = Repealed
		case day.Before(from):
			want = Announced
		}
		if got := OnDay(p, day).Status; got != want {
			t.Fatalf("from %s until %s, entered on %s: on %s it is %s, want %s", from, until, entered, day, got, want)
		}
	})
}

// A procedure that has no origins yet gets them for what a person changed, and for nothing else.
func TestEdited_firstEdit(t *testing.T) {
	current := certificate()
	edited := certificate()
	edited.FullOnline, edited.Steps[0].Text = true, "Người dân nộp hồ sơ trực tuyến."
	want := Origins{"full_online": FormatPerson, "steps": FormatPerson}
	if diff := cmp.Diff(want, Edited(current, nil, edited)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if got := Edited(current, nil, current); got == nil || len(got) > 0 {
		t.Errorf("nothing changed: %v, want no origin", got)
	}
}

func codesOf(err error) (out []string) {
	ps, _ := err.(value.Problems)
	for _, p := range ps {
		out = append(out, p.Field+" "+p.Code)
	}
	return out
}

func TestRetyped(t *testing.T) {
	base := Procedure{
		Code:       "1.000010",
		Name:       "Cấp  thẻ ",
		Conditions: "a\n\n\nb",
		Forms:      []string{" M1"},
		None:       []Part{PartFees},
	}
	read := Procedure{
		Code:       "1.000010",
		Name:       "Cấp thẻ",
		Conditions: "a\n\nb",
		Forms:      []string{"M1"},
		None:       []Part{PartFees},
	}
	typed := read
	typed.Conditions, typed.None = "b", nil
	want := base
	want.Conditions, want.None = "b", nil
	if diff := cmp.Diff(want, Retyped(base, read, typed),
		cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
