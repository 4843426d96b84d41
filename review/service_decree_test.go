package review_test

import (
	"testing"

	"rasoat/review"
)

// Decree 224/2026/NĐ-CP, article 90 clause 2: in force from 01/7/2026 in the place of Decree 42/2022.
func TestServiceDecreeOn(t *testing.T) {
	for on, want := range map[string]string{
		"2022-07-31": "",
		"2022-08-01": "Nghị định số 42/2022/NĐ-CP",
		"2026-06-30": "Nghị định số 42/2022/NĐ-CP",
		"2026-07-01": "Nghị định số 224/2026/NĐ-CP",
	} {
		d, known := review.ServiceDecreeOn(day(on))
		if d.Name != want || known != (want != "") {
			t.Errorf("%s: %q, %v", on, d.Name, known)
		}
	}
}

// A service online in part says why from the day on which the decree wants it; the whole and none need no reason.
func TestCheckPartReason(t *testing.T) {
	part := review.Restructuring{After: review.Service{Level: review.PartOnline}}
	said, full := part, part
	said.PartReason, full.After.Level = "Phải đối chiếu bản chính", review.FullOnline
	for _, tt := range []struct {
		name string
		r    review.Restructuring
		on   string
		want string
	}{
		{"the day before", part, "2026-06-30", ""},
		{"from its day on", part, "2026-07-01", "service.reason_missing"},
		{"said", said, "2026-07-01", ""},
		{"toàn trình", full, "2026-07-01", ""},
	} {
		if got := codes(review.CheckPartReason(tt.r, day(tt.on)).Err()); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	part.Before.Level = review.PartOnline
	part.State, part.Author, part.Finding = review.Draft, "hoa", "Phải đi lại."
	part.Before.Steps = []review.UserStep{{Text: "Nộp", Where: review.AtOffice}}
	part.After.Steps = part.Before.Steps
	for on, want := range map[string]string{"2026-06-30": "", "2026-07-01": "service.reason_missing"} {
		_, err := review.ActOnRestructuring(part, review.Step{Action: review.ActionSubmit, By: "hoa", On: day(on)})
		if got := codes(err); got != want {
			t.Errorf("handed in on %s: %q, want %q", on, got, want)
		}
	}
}

// Each service is counted by the decree of the day on which its review was handed in.
func TestCountLevels(t *testing.T) {
	granted := func(handed string, level review.ServiceLevel) review.Restructuring {
		return review.Restructuring{State: review.Approved, Decided: day("2026-08-01"), Name: "Cấp giấy",
			Past:  []review.Reached{{State: review.Submitted, On: day(handed)}},
			After: review.Service{Level: level}}
	}
	all := []review.Restructuring{
		granted("2026-06-30", review.PartOnline), granted("2026-07-01", review.PartOnline),
		granted("2026-07-02", review.FullOnline), granted("2026-07-02", review.NotOnline),
		{State: review.Submitted, Decided: day("2026-07-02"), After: review.Service{Level: review.FullOnline}},
	}
	got := review.CountLevels(all, day("2026-12-31"))
	if len(got) != 2 || got[0].Decree != "Nghị định số 42/2022/NĐ-CP" || len(got[0].Parts) != 1 ||
		got[0].Parts[0].Asked ||
		got[1].Full != 1 || got[1].None != 1 || len(got[1].Parts) != 1 || !got[1].Parts[0].Asked {
		t.Errorf("%+v", got)
	}
	if got = review.CountLevels(all, day("2026-07-31")); len(got) != 0 {
		t.Errorf("before they were granted: %+v", got)
	}
	draft := review.Restructuring{State: review.Draft, Past: []review.Reached{{State: review.Submitted,
		On: day("2026-06-30")}}}
	if on := draft.LevelsOn(day("2026-07-05")); on != day("2026-07-05") {
		t.Errorf("a draft that came back is judged as of %s", on)
	}
}
