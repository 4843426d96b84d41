package review_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// Practice, not law: docs/decisions/0143: whatever was answered before stays, nothing is open afterwards, no answer of
// the act is a bad one, and the act names exactly what it answered (AnswerRest).
func TestAnswerRest(t *testing.T) {
	on := value.MustDate("2024-07-15")
	proc := catalog.Procedure{None: []catalog.Part{catalog.PartForms, catalog.PartFees}}
	rapid.Check(t, func(t *rapid.T) {
		f := review.Form{Answers: map[string]review.Answer{}}
		for _, q := range review.Questions() {
			switch rapid.IntRange(0, 3).Draw(t, q.ID) {
			case 0:
				f.Answers[q.ID] = review.Answer{Value: review.Yes, Reason: "đã xem"}
			case 1:
				f.Answers[q.ID] = review.Answer{Value: review.No}
			}
		}
		open := f.Unanswered()
		got, err := review.AnswerRest(f, proc, "Trần Văn Minh", on)
		if len(open) == 0 {
			if codes(err) != "form.nothing_open" {
				t.Fatalf("nothing open: %v", err)
			}
			return
		}
		if err != nil || len(got.Unanswered()) != 0 || len(got.Rest) != 1 {
			t.Fatalf("%v, %d open, %d acts", err, len(got.Unanswered()), len(got.Rest))
		}
		act := got.Rest[0]
		if act.By != "Trần Văn Minh" || act.On != on || len(act.Questions) != len(open) {
			t.Fatalf("recorded %+v", act)
		}
		for _, q := range review.Questions() {
			a := got.Answers[q.ID]
			if before, given := f.Answers[q.ID]; given && a != before {
				t.Fatalf("%s was %+v, is %+v", q.ID, before, a)
			}
			if !slices.Contains(act.Questions, q.ID) {
				continue
			}
			none := q.Optional && slices.Contains(proc.None, q.Part)
			if q.IsBad(a) || none != (a.Value == review.NotApplicable) {
				t.Fatalf("%s is answered %q", q.ID, a.Value)
			}
		}
		if len(review.FormFaults(got)) != 0 {
			t.Fatalf("%v", review.FormFaults(got))
		}
	})
}

// Practice, not law: docs/decisions/0143: what is kept was looked at to the end, each procedure of a group; no other
// conclusion asks for a form (CheckKept).
func TestCheckKept(t *testing.T) {
	whole, err := review.AnswerRest(review.Form{}, catalog.Procedure{}, "Minh", value.MustDate("2024-07-15"))
	if err != nil {
		t.Fatal(err)
	}
	needless := review.Form{Answers: map[string]review.Answer{
		review.Necessity:      {Value: review.No, Reason: "thừa"},
		"necessity.optimal":   {Value: review.Yes},
		"necessity.duplicate": {Value: review.No},
	}}
	for _, tt := range []struct {
		name       string
		conclusion review.Conclusion
		forms      map[catalog.Code]review.Form
		want       []string
	}{
		{"no form", review.Keep, nil, []string{"members[0].procedure", "members[1].procedure"}},
		{"one form", review.Keep, map[catalog.Code]review.Form{"NB-01": whole}, []string{"members[1].procedure"}},
		{"a form begun", review.Keep, map[catalog.Code]review.Form{"NB-01": whole, "NB-02": {}},
			[]string{"members[1].procedure"}},
		{"both", review.Keep, map[catalog.Code]review.Form{"NB-01": whole, "NB-02": needless}, nil},
		{"cut without a form", review.Cut, nil, nil},
	} {
		members := []review.Member{{Procedure: "NB-01"}, {Procedure: "nb-02"}}
		p := review.Proposal{Conclusion: tt.conclusion, Members: members}
		var got []string
		for _, x := range review.CheckKept(p, tt.forms) {
			got = append(got, x.Field)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
