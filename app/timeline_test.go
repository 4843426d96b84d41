package app

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

func dueOf(t *testing.T, a *App, id string) review.Due {
	t.Helper()
	d, err := a.Timeline(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range d.Dues {
		if x.ID == id {
			return x
		}
	}
	t.Fatalf("no duty %s", id)
	return review.Due{}
}

// A duty with targets is done by them, one without by the paper that somebody notes; and no one else.
func TestMarkDone(t *testing.T) {
	a := openTest(t)
	ctx := t.Context()
	tests := []struct {
		name       string
		by         Person
		id, number string
		day        string
		want       string
	}{
		{"a reviewer", reviewer, "D1", "1/BC-UBND", "2024-06-18", "forbidden"},
		{"no such duty", office, "D99", "1/BC-UBND", "2024-06-18", "not found"},
		{"figures decide", office, "D3", "1/BC-UBND", "2024-06-18", "not found"},
		{"without a date", office, "D6", "1/BC-UBND", "2024-06-18", "not found"},
		{"tomorrow", office, "D1", "1/BC-UBND", "2024-07-16", "date.future"},
		{"without a number", office, "D1", " ", "2024-06-18", "paper.number_missing"},
		{"a report", office, "D1", "1/BC-UBND", "2024-06-18", ""},
		{"a month", office, "D4/2024-05", "2/BC-UBND", "2024-05-16", ""},
		{"a request", office, "D2", "3/TTr-UBND", "2024-04-22", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := a.MarkDone(ctx, tt.by, demoPlan, tt.id, tt.number, value.MustDate(tt.day))
			got := ""
			if err != nil {
				got = kindOf(err)
			}
			if got != tt.want {
				t.Fatalf("got %q (%v), want %q", got, err, tt.want)
			}
			if tt.want == "" && dueOf(t, a, tt.id).Done != value.MustDate(tt.day) {
				t.Errorf("%+v", dueOf(t, a, tt.id))
			}
		})
	}
	if !dueOf(t, a, "D4/2024-05").Late || dueOf(t, a, "D1").Late {
		t.Error("late is not told from in time")
	}
	rep, err := a.Targets(ctx, "", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rep.Targets {
		if r.ID == "internal-b-additions" && (r.Met == nil || !*r.Met) {
			t.Error("the request is noted and its target not met")
		}
	}
	if err := a.MarkDone(ctx, office, demoPlan, "D1", "", value.Date{}); err != nil || !dueOf(t, a, "D1").IsOpen() {
		t.Errorf("the note was not taken back: %v", err)
	}
}
