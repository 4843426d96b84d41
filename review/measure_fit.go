package review

import (
	"cmp"
	"slices"
	"strings"
)

// FitMeasures puts more measures among those that are written in a proposal, where they come from its review form or
// from its changes: one that a written measure is about already fills what is empty there, and only what is new is
// added. Each written measure takes up one, and those of standing, which were put there before, come first.
//
// Practice, not law: docs/decisions/0027.
func FitMeasures(written, standing, more []Measure) []Measure {
	out, taken := slices.Clone(written), make([]bool, len(written))
	fit := func(measures []Measure, fill bool) (left []Measure) {
		places := placeMeasures(out, taken, measures)
		for i, m := range measures {
			switch at := places[i]; {
			case at < 0:
				left = append(left, m)
			case fill:
				out[at] = out[at].filled(m)
			}
		}
		return left
	}
	fit(standing, false)
	return append(out, fit(more, true)...)
}

// placeMeasures finds for each measure the written one that is about the same and not taken yet, -1 where none is. The
// surest likeness counts first, whichever measure has it.
func placeMeasures(written []Measure, taken []bool, measures []Measure) []int {
	places := slices.Repeat([]int{-1}, len(measures))
	for _, alike := range likenesses {
		for i, m := range measures {
			for at, w := range written {
				if places[i] < 0 && !taken[at] && w.Part == m.Part && mayBeOnePaper(w, m) && alike(w, m) {
					places[i], taken[at] = at, true
				}
			}
		}
	}
	return places
}

// likenesses are the ways in which two measures may be about the same, the surest first.
var likenesses = []func(written, m Measure) bool{isOnePaper, isSameMeasure, isSameKind, isSameReason, isSameBurden}

// isOnePaper reports whether both are known to be about the same paper of the dossier, which one change takes away or
// lightens.
func isOnePaper(w, m Measure) bool {
	return w.Paper != "" && m.Paper != "" && w.Kind.LowersBurden() && m.Kind.LowersBurden()
}

// mayBeOnePaper reports whether nothing says that the measures are about two papers.
func mayBeOnePaper(w, m Measure) bool {
	return w.Paper == "" || m.Paper == "" || IsSamePaper(w.Paper, m.Paper)
}

func isSameMeasure(w, m Measure) bool {
	return w.Kind == m.Kind && clean(w.Content) == clean(m.Content)
}

func isSameKind(w, m Measure) bool { return w.Kind == m.Kind }

func isSameReason(w, m Measure) bool {
	return clean(w.Reason) != "" && clean(w.Reason) == clean(m.Reason)
}

// isSameBurden reports whether the measures may be about one burden: both lower it, in whatever way, or one of them
// does not say yet what it changes.
func isSameBurden(w, m Measure) bool {
	return w.Kind.LowersBurden() && m.Kind.LowersBurden() || clean(w.Content) == "" || clean(m.Content) == ""
}

func clean(text string) string { return strings.TrimSpace(text) }

// filled is a written measure with what another about the same knows better: what it changes, and so of which kind it
// is, and why.
func (m Measure) filled(by Measure) Measure {
	if clean(m.Content) == "" && clean(by.Content) != "" {
		m.Kind, m.Content = by.Kind, by.Content
	}
	if clean(m.Reason) == "" {
		m.Reason = by.Reason
	}
	m.Paper = cmp.Or(m.Paper, by.Paper)
	return m
}

// WithoutDoubles are the measures written in a proposal without those that its changes brought beside one about the
// same: such a one has no reason yet. What the changes have not brought yet is not added.
func WithoutDoubles(written, derived []Measure) []Measure {
	kept := slices.DeleteFunc(slices.Clone(written), func(m Measure) bool {
		return clean(m.Reason) == "" && isAmong(derived)(m)
	})
	fitted := FitMeasures(kept, nil, derived)
	needed := slices.DeleteFunc(fitted[len(kept):], func(m Measure) bool { return !isAmong(written)(m) })
	return append(fitted[:len(kept)], needed...)
}

// NewMeasures are those of the measures that do not stand in the same words among others.
func NewMeasures(measures, others []Measure) []Measure {
	return slices.DeleteFunc(slices.Clone(measures), isAmong(others))
}

func isAmong(measures []Measure) func(Measure) bool {
	return func(m Measure) bool {
		return slices.ContainsFunc(measures, func(x Measure) bool {
			return x.Part == m.Part && mayBeOnePaper(x, m) && isSameMeasure(x, m)
		})
	}
}
