package review_test

import (
	"testing"

	"pgregory.net/rapid"

	"rasoat/review"
	"rasoat/value"
)

// The course of a campaign says on every day what the figures of that day say, and its last point is today's.
//
// Plan 29/KH-UBND, III.1(a).
func TestCourse_IsWhatTheFiguresSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		from, until := value.MustDate("2024-07-28"), value.MustDate("2024-08-05")
		for _, items := range in.Lists {
			points := review.Course(items, in.Proposals, from, until)
			if points[0].On != from || points[len(points)-1].On != until {
				t.Fatalf("from %s to %s: %+v", from, until, points)
			}
			now := review.CoursePoint{}
			for day := from; !day.After(until); day = day.Add(1) {
				if len(points) > 0 && points[0].On == day {
					now, points = points[0], points[1:]
				}
				all, err := review.Standings(items, in.Proposals, day)
				if err != nil {
					t.Fatal(err)
				}
				if told := review.Summarise(all).Total; told.Reviewed != now.Reviewed || told.Listed != now.Listed {
					t.Fatalf("%s: %d of %d, drawn %+v", day, told.Reviewed, told.Listed, now)
				}
			}
		}
	})
}
