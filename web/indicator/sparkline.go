package indicator

import (
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// The box of a sparkline, and how far apart its months stand at most.
const (
	sparkLeft, sparkRight = 4.0, 96.0
	sparkTop, sparkBottom = 4.0, 24.0
	sparkStep             = 24.0
	allPercent            = 100
)

// sparkline draws the months of a part: a dot where there is a percentage, a line where the months follow each other,
// the target as a mark. The height is that of what there is to see, not 0 to 100: the figures stand beside it.
func (s *Room) sparkline(ind review.Indicator, trend []review.TrendPoint) sparkline {
	out := sparkline{}
	scale := sparkScale(ind, trend)
	step := min(sparkStep, (sparkRight-sparkLeft)/max(float64(len(trend)-1), 1))
	var words, run []string
	flush := func() {
		if len(run) > 1 {
			out.Lines = append(out.Lines, strings.Join(run, " "))
		}
		run = nil
	}
	for i, p := range trend {
		name := s.Text.Say("month.short", int(p.Month.Month))
		percent, ok := p.Score.Percent(2)
		if !ok {
			flush()
			words = append(words, name+" "+s.Text.Name("indicator", string(p.Score.Verdict)))
			continue
		}
		x, y := coordinate(sparkLeft+step*float64(i)), scale(percentOf(p.Score))
		run = append(run, x+","+y)
		out.Dots = append(out.Dots, sparkDot{X: x, Y: y, Tone: s.score(p.Score.Verdict).Tone})
		words = append(words, name+" "+viet.Percent(percent, false))
	}
	flush()
	if len(out.Dots) > 0 {
		out.Mark = scale(targetOf(ind))
	}
	out.Label = strings.Join(words, "; ")
	return out
}

// sparkScale gives the height of a percentage, between the least and the most that the picture has to show.
func sparkScale(ind review.Indicator, trend []review.TrendPoint) func(float64) string {
	least, most := targetOf(ind), targetOf(ind)
	for _, p := range trend {
		if p.Score.Whole > 0 {
			least, most = min(least, percentOf(p.Score)), max(most, percentOf(p.Score))
		}
	}
	return func(percent float64) string {
		if most == least {
			return coordinate((sparkTop + sparkBottom) / 2)
		}
		return coordinate(sparkBottom - (sparkBottom-sparkTop)*(percent-least)/(most-least))
	}
}

// Floats may do in a drawing; no verdict hangs on them.

func percentOf(s review.Score) float64 { return allPercent * float64(s.Part) / float64(s.Whole) }

func targetOf(ind review.Indicator) float64 { return float64(ind.Target) / value.DecimalScale }

func coordinate(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }

// sparkline is the year of an indicator as a small picture, drawn in a box of 100 by 28. Part: sparkline.
type sparkline struct {
	Label string   // the same in words
	Lines []string // points of each unbroken run
	Dots  []sparkDot
	Mark  string // height of the target; empty: none
}

type sparkDot struct {
	X, Y string
	Tone string
}
