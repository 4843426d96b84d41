package campaign

import (
	"strconv"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// course is how far a campaign came over time against its last day, drawn as steps: places in percent of the picture.
// Label says the same in words. Part: course.
type course struct {
	Label, Caption string
	Lines          []courseLine
	X, Y           string // where it is today
	Due            string // where its last day is; empty: it has none
}

type courseLine struct{ X1, Y1, X2, Y2 string }

// The height of the whole list and of none of it in the picture, and its width, in percent.
const courseTop, courseBottom, courseWidth = 12.0, 92.0, 98.0

// courseOf draws the course of a campaign; of a single day there is nothing to draw.
func (s *Room) courseOf(b app.Board) (out course) {
	points := b.Course
	if len(points) == 0 || points[0].On == b.AsOf {
		return course{}
	}
	from, until, whole, last := points[0].On, b.AsOf, 1, points[len(points)-1]
	if b.LastDay.After(until) {
		until = b.LastDay
	}
	for _, p := range points {
		whole = max(whole, p.Listed)
	}
	x := func(d value.Date) string { return place(courseWidth * float64(d.Sub(from)) / float64(until.Sub(from))) }
	y := func(n int) string { return place(courseBottom - (courseBottom-courseTop)*float64(n)/float64(whole)) }
	var words []string
	for i, p := range points {
		if i > 0 {
			was := points[i-1]
			out.Lines = append(out.Lines,
				courseLine{x(was.On), y(was.Reviewed), x(p.On), y(was.Reviewed)},
				courseLine{x(p.On), y(was.Reviewed), x(p.On), y(p.Reviewed)})
		}
		words = append(words, s.Text.Say("course.point", viet.ShortDate(p.On), p.Reviewed, p.Listed))
	}
	out.X, out.Y = x(last.On), y(last.Reviewed)
	due := ""
	if !b.LastDay.IsZero() {
		out.Due, due = x(b.LastDay), s.Text.Say("course.due", viet.ShortDate(b.LastDay))
	}
	out.Label = page.Joined("; ", append(words, due)...)
	out.Caption = page.Joined("; ",
		s.Text.Say("course.caption", viet.ShortDate(from), viet.ShortDate(last.On), last.Reviewed, last.Listed), due)
	return out
}

// place is a place in a drawing; floats may do there.
func place(percent float64) string { return strconv.FormatFloat(percent, 'f', 1, 64) }
