package catalog

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

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
