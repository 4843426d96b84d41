package search

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"

	"rasoat/catalog"
)

// What a candidate's name is judged by: how much of the query it covers, how much of it the query covers,
// and whether neighbours in the query are neighbours in the name.
const (
	shareCover  = 0.55
	shareWhole  = 0.27
	shareNear   = 0.18
	paperCover  = 0.3
	paperWhole  = 0.3
	paperNear   = 0.4
	foldedShare = 0.9 // of a word whose typed accents are not those of the name
	alsoShare   = 0.95
	paperShare  = 0.7
	textShare   = 0.25
	papersFor   = 30 // candidates whose papers are judged too
)

// Cause is one reason for the place of a hit.
type Cause struct {
	What  string // "reading", "name", "also", "paper", "standing"
	Text  string // what it was found in
	Value float64
}

// fit is how well one text fits a reading, each from 0 to 1.
type fit struct{ cover, whole, near float64 }

func (f fit) score() float64 {
	return math.Pow(f.cover, 1.4) * (shareCover + shareWhole*f.whole + shareNear*f.near)
}

// paper is the score of a paper: long ones have any word, so that neighbours count for more.
func (f fit) paper() float64 {
	return math.Pow(f.cover, 1.4) * (paperCover + paperWhole*f.whole + paperNear*f.near)
}

// judge ranks the best of a set by one reading and keeps, for each document, the better of what it and
// earlier readings say.
func (s *search) judge(r *reading, set *roaring.Bitmap, order []ranked) []ranked {
	s.point(r)
	for i, n := range s.best(set, candidates) {
		score := round(r.weight*s.relevance(r, s.rows[n], i < papersFor) + standing(s.rows[n]))
		order = better(order, ranked{n, score, r})
	}
	return order
}

func better(order []ranked, r ranked) []ranked {
	for i := range order {
		if order[i].number == r.number {
			if r.score > order[i].score {
				order[i] = r
			}
			return order
		}
	}
	return append(order, r)
}

func round(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// point makes s.asked the words of the reading.
func (s *search) point(r *reading) {
	clear(s.asked)
	for i, a := range r.words {
		for _, id := range a.ids {
			if s.asked[id] == 0 {
				s.asked[id] = int16(i + 1)
			}
		}
	}
}

// relevance is how well a document fits a reading, 0 to 1.
func (s *search) relevance(r *reading, d *row, papers bool) float64 {
	name := fitOf(s, r, d.words, func(p place) ids { return p.ids }).score()
	for _, also := range d.alsoWords {
		name = max(name, alsoShare*fitOf(s, r, also, same).score())
	}
	if !papers {
		return name
	}
	paper := 0.0
	for _, words := range d.part {
		paper = max(paper, fitOf(s, r, words, same).paper())
	}
	return max(name+textShare*(1-name)*paper, paperShare*paper+(1-paperShare)*name)
}

func same(w ids) ids { return w }

// fitOf compares one text with the reading that s.asked points to.
func fitOf[T any](s *search, r *reading, text []T, word func(T) ids) fit {
	if len(text) == 0 || r.total == 0 {
		return fit{}
	}
	var seen [maxQueryWords]float64
	covered, whole, mine, near, pairs := 0.0, 0.0, 0.0, 0.0, 0.0
	var nextTo [maxQueryWords]bool // typed places whose pair was met
	before := 0
	for _, t := range text {
		w := word(t)
		weight := float64(s.weightOf[w.folded])
		whole += weight
		at := int(s.asked[w.folded])
		if at > 0 {
			a := &r.words[at-1]
			share := 1.0
			if a.hasAccent() && a.exact != w.accented {
				share = foldedShare
			}
			mine += weight * share
			if share > seen[at-1] {
				covered += a.weight * (share - seen[at-1])
				seen[at-1] = share
			}
			if before > 0 {
				markPair(r, before-1, at-1, nextTo[:])
			}
		}
		before = at
	}
	for i := 1; i < len(r.typed); i++ {
		weight := r.words[r.typed[i-1]].weight + r.words[r.typed[i]].weight
		pairs += weight
		if nextTo[i] {
			near += weight
		}
	}
	out := fit{cover: covered / r.total, near: 1}
	if whole > 0 {
		out.whole = mine / whole
	}
	if pairs > 0 {
		out.near = near / pairs
	}
	return out
}

// markPair notes every place of the query where b follows a.
func markPair(r *reading, a, b int, nextTo []bool) {
	for i := 1; i < len(r.typed); i++ {
		if r.typed[i-1] == a && r.typed[i] == b {
			nextTo[i] = true
		}
	}
}

// standing parts documents of equal relevance: ours before others, in force before repealed.
func standing(d *row) float64 {
	score := 0.0
	switch {
	case d.ours.IsOurs():
		score += 0.004
	case d.ours == catalog.NotOurs:
		score -= 0.004
	}
	switch d.status {
	case catalog.Repealed:
		score -= 0.02
	case catalog.Typical:
		score -= 0.01
	}
	for _, l := range d.levels {
		if l == string(catalog.Commune) {
			score += 0.002
		}
	}
	return score
}

// explain says in causes why a hit stands where it stands.
func (s *search) explain(r ranked) []Cause {
	d := s.rows[r.number]
	if r.by == nil {
		return []Cause{{"reading", "", r.score}}
	}
	s.point(r.by)
	out := []Cause{
		{"reading", r.by.why, r.by.weight},
		{"name", d.name, round(fitOf(s, r.by, d.words, func(p place) ids { return p.ids }).score())},
	}
	for i, also := range d.alsoWords {
		if f := fitOf(s, r.by, also, same).score(); f > 0 {
			out = append(out, Cause{"also", d.also[i], round(f)})
		}
	}
	for i, words := range d.part {
		if f := fitOf(s, r.by, words, same); f.cover > 0.5 {
			out = append(out, Cause{"paper", d.papers[i], round(f.paper())})
		}
	}
	return append(out, Cause{"standing", "", standing(d)})
}
