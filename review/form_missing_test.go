package review_test

import (
	"slices"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// What is handed in without an answer in its review form states why (StateForms); a reason that none needs is dropped,
// and none stands for the answers of what is kept.
//
// Practice, not law: docs/decisions/0027.
func TestStateForms(t *testing.T) {
	whole, err := review.AnswerRest(review.Form{}, catalog.Procedure{}, "Hoa", value.MustDate("2024-07-15"))
	if err != nil {
		t.Fatal(err)
	}
	one := review.Form{Answers: map[string]review.Answer{review.Necessity: {Value: review.Yes}}}
	told := review.Form{StateGoals: []review.Goal{{Text: "Quản lý dân cư"}}}
	for _, c := range []struct {
		name       string
		conclusion review.Conclusion
		forms      map[catalog.Code]review.Form
		reason     string
		kept, code string
	}{
		{"nobody began", review.Cut, nil, "", "", "form_reason.missing"},
		{"a reason of blanks", review.Cut, nil, " \n", "", "form_reason.missing"},
		{"a reason", review.Abolish, nil, " sẽ lập sau ", "sẽ lập sau", ""},
		{"no answer though goals", review.Cut, map[catalog.Code]review.Form{"NB-01": told, "NB-02": whole}, "", "",
			"form_reason.missing"},
		{"one of two without", review.Cut, map[catalog.Code]review.Form{"NB-01": whole}, "", "", "form_reason.missing"},
		{"begun", review.Cut, map[catalog.Code]review.Form{"NB-01": one, "NB-02": one}, "thừa", "", ""},
		{"whole", review.Amend, map[catalog.Code]review.Form{"NB-01": whole, "NB-02": whole}, "", "", ""},
		{"kept is CheckKept's", review.Keep, nil, "thừa", "", ""},
	} {
		p := review.Proposal{Conclusion: c.conclusion, FormReason: "cũ", Members: []review.Member{
			{Procedure: "NB-01"},
			{Procedure: "NB-02"},
		}}
		got, err := review.StateForms(p, c.forms, c.reason)
		if got.FormReason != c.kept || codes(err) != c.code {
			t.Errorf("%s: reason %q, %v; want %q, %q", c.name, got.FormReason, err, c.kept, c.code)
		}
	}
}

// OpenForms counts the answers of each form; one answered to the end is not open.
//
// Practice, not law: docs/decisions/0027.
func TestOpenForms(t *testing.T) {
	one := review.Form{Answers: map[string]review.Answer{"name.clear": {Value: review.Yes}}}
	whole := review.Form{Answers: map[string]review.Answer{}}
	for _, q := range review.Questions() {
		whole.Answers[q.ID] = review.Answer{Value: review.Yes}
	}
	p := review.Proposal{Members: []review.Member{{Procedure: "NB-01"}, {Procedure: "NB-02"}, {Procedure: "NB-03"}}}
	got := review.OpenForms(p, map[catalog.Code]review.Form{"NB-01": one, "NB-03": whole})
	total := len(review.Questions())
	want := []review.OpenForm{{Procedure: "NB-01", Answered: 1, Total: total}, {Procedure: "NB-02", Total: total}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] || got[0].IsMissing() || !got[1].IsMissing() {
		t.Errorf("open %v, want %v", got, want)
	}
}

// FiledWithoutForm names each review that stated a reason once, and none that lies in draft or came from a file.
//
// Practice, not law: docs/decisions/0027.
func TestFiledWithoutForm(t *testing.T) {
	told, imported := &review.Proposal{ID: 1, FormReason: "sẽ lập sau"}, &review.Proposal{ID: 2}
	draft := &review.Proposal{ID: 3, FormReason: "bị trả lại"}
	got := review.FiledWithoutForm([]review.Standing{
		{},
		{Review: told, State: review.Submitted},
		{Review: told, State: review.Submitted},
		{Review: imported, State: review.Approved},
		{Review: draft, State: review.Draft},
	})
	if len(got) != 1 || got[0].ID != 1 {
		t.Errorf("filed without form: %v", got)
	}
}

// FormSections hold every part that the form asks about once, in the order of the questions.
//
// Circular 02/2017/TT-VPCP, article 25.
func TestFormSections_Article25(t *testing.T) {
	var asked, held []catalog.Part
	for _, q := range review.Questions() {
		if q.Part != "" && !slices.Contains(asked, q.Part) {
			asked = append(asked, q.Part)
		}
	}
	for _, parts := range review.FormSections {
		held = append(held, parts...)
	}
	if !slices.Equal(asked, held) {
		t.Errorf("asked %v, in sections %v", asked, held)
	}
}
