package review_test

import (
	"testing"

	"rasoat/review"
)

// Plan 29/KH-UBND, II.1: every petition of the year stands once, with the unit and the person; sums come to the total.
func TestPetitions(t *testing.T) {
	f := func(unit, officer, received string, set func(*review.Feedback)) review.Feedback {
		out := review.Feedback{Unit: unit, Officer: officer, Received: day(received), State: review.FeedbackTaken,
			Due: day(received).Add(20)}
		if set != nil {
			set(&out)
		}
		return out
	}
	answered := func(on string) func(*review.Feedback) {
		return func(f *review.Feedback) { f.State, f.Answered = review.FeedbackAnswered, day(on) }
	}
	all := []review.Feedback{
		f("Văn phòng", "hoa", "2024-03-01", answered("2024-03-21")),
		f("văn  phòng", "hoa", "2024-03-01", answered("2024-03-22")),
		f("Văn phòng", "", "2024-07-10", nil),
		f("Văn phòng", "lan", "2024-06-01", nil),
		f("", "minh", "2024-06-01", func(f *review.Feedback) {
			f.State, f.Forwarded = review.FeedbackForwarded, review.Forwarding{To: "Sở", On: day("2024-06-02")}
		}),
		f("Văn phòng", "hoa", "2024-03-01", func(f *review.Feedback) {
			answered("2024-03-05")(f)
			f.Verified = review.Verification{Finding: review.PartTrue, On: day("2024-03-05")}
		}),
		f("Văn phòng", "hoa", "2023-12-31", nil),
		f("Văn phòng", "hoa", "2024-07-16", nil),
		f("Văn phòng", "hoa", "2024-03-01", func(f *review.Feedback) { f.State = review.FeedbackSetAside }),
		f("Văn phòng", "hoa", "2024-03-01", func(f *review.Feedback) { f.Channel = review.ByOfficial }),
	}
	got := review.Petitions(all, 2024, day("2024-07-15"), func(string) string { return "Tài chính" })
	want := review.PetitionTally{Received: 6, Answered: 3, InTime: 2, Late: 1, Forwarded: 1, Open: 2,
		Overdue: 1, Found: 1}
	if got.Total != want {
		t.Errorf("total %+v", got.Total)
	}
	if len(got.Units) != 2 || got.Units[0].Unit != "Tài chính" || got.Units[0].Forwarded != 1 ||
		len(got.Units[1].Officers) != 3 || got.Units[1].Officers[0].Officer != "hoa" ||
		got.Units[1].Officers[0].Answered != 3 || got.Units[1].Officers[2].Officer != "" {
		t.Errorf("%+v", got.Units)
	}
	if own := got.Only("hoa"); len(own.Units) != 1 || own.Units[0].Received != 3 || own.Total.Received != 0 {
		t.Errorf("one person's: %+v", own)
	}
	if own := got.Only(""); len(own.Units) != 0 {
		t.Errorf("nobody's: %+v", own)
	}
}
