package search

import (
	"math"
	"slices"

	"rasoat/catalog"
)

// What a candidate's name is judged by: how much of the query it covers, how much of it the query covers,
// and whether neighbours in the one are neighbours in the other.
const (
	shareCover   = 0.55
	shareWhole   = 0.27
	shareNear    = 0.18
	coverPower   = 1.4
	insideCover  = 0.4 // of a name that stands inside a long query
	insideNear   = 0.3
	insidePower  = 2
	insideSays   = 4.0 // weight from which a name says something
	paperCover   = 0.3
	paperWhole   = 0.3
	paperNear    = 0.4
	foldedShare  = 0.9 // of a word whose typed accents no name has
	otherShare   = 0.7 // of a word whose typed accents make another word of it
	asideShare   = 0.3 // of a word in brackets
	caseShare    = 0.6 // of a word that says in which case
	usualShare   = 0.4 // of a word of the usual case that was not asked for
	specialShare = 1.5 // of a word that makes another procedure of it, likewise
	alsoShare    = 0.97
	paperLeast   = 0.4 // of the reading that a paper must have to be judged
	paperShare   = 0.7
	textShare    = 0.25
	isName       = 0.9 // cover and whole from which the query is the name
	namesShare   = 0.2 // of what all names of a document cover together, where it has more than one
	loneShare    = 0.5 // of a word that stands without a neighbour of the query, in a sentence
	papersFor    = 12  // candidates whose papers are judged too
)

// Cause is one reason for the place of a hit.
type Cause struct {
	What  string // "reading", "name", "also", "paper", "standing"; "code", "all" where no words were asked for
	Text  string // what it was found in
	Value float64
}

// fit is how well one text fits a reading, each from 0 to 1, and how much the words say that they share.
type fit struct{ cover, whole, near, tight, says float64 }

// power is x to the 1.5: what lacks much of the query falls faster than what lacks little.
func power(x float64) float64 { return x * math.Sqrt(x) }

// score is that of a name that the query asks for.
func (f fit) score() float64 {
	return power(f.cover) * (shareCover + shareWhole*f.whole + shareNear*f.near)
}

// inside is that of a name that stands in a longer query.
func (f fit) inside() float64 {
	return f.whole * f.whole * (1 - insideCover - insideNear + insideCover*f.cover + insideNear*f.tight) *
		f.says / (f.says + insideSays)
}

// named is the better of both where the reading is loose. A question as typed counts less than what it asks,
// unless it is the name.
func (f fit) named(r *reading) float64 {
	score := f.score()
	if r.loose && !(f.cover > isName && f.whole > isName) {
		score = max(score, f.inside())
		if r.sentence {
			return score * worthSentence
		}
	}
	return score
}

// paper is the score of a paper: long ones have any word, so that neighbours count for more.
func (f fit) paper() float64 {
	return power(f.cover) * (paperCover + paperWhole*f.whole + paperNear*f.near)
}

// judge ranks the best that were retrieved, and those named within, by one reading and keeps, for each document,
// the better of what it and earlier readings say.
func (s *search) judge(r *reading, best, within []uint32, order []ranked) []ranked {
	s.point(r)
	for i, n := range append(best, within...) {
		if i >= len(best) && slices.Contains(best, n) {
			continue
		}
		score := round(r.weight*s.relevance(r, s.rows[n], i < papersFor && s.names == 0) + s.rows[n].standing)
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
	s.traces = zeroed(s.traces, len(r.words))
	for i, a := range r.words {
		for _, id := range a.ids {
			s.traces[i].add(id)
			if s.asked[id] == 0 {
				s.asked[id] = int16(i + 1)
			}
		}
	}
}

// relevance is how well a document fits a reading, 0 to 1. Texts that cannot change it by what their traces
// tell are not compared.
func (s *search) relevance(r *reading, d *row, papers bool) float64 {
	name := s.nameFit(r, d).named(r)
	for i, also := range d.alsoWords {
		most := s.mostCovered(r, d.alsoTraces[i])
		if most == 0 || !r.loose && alsoShare*power(most) <= name {
			continue
		}
		name = max(name, alsoShare*s.fitOf(r, also).named(r))
	}
	if len(d.alsoWords) > 0 {
		name += namesShare * (1 - name) * power(s.coversNames(r, d)/r.total)
	}
	if !papers {
		return name
	}
	paper := 0.0
	for i, words := range d.part {
		if most := s.mostCovered(r, d.partTraces[i]); most < paperLeast || power(most) <= paper {
			continue
		}
		if s.covers(r, words) >= paperLeast*r.total {
			paper = max(paper, s.fitOf(r, words).paper())
		}
	}
	return max(name+textShare*(1-name)*paper, paperShare*paper+(1-paperShare)*name)
}

// mostCovered is how much of the reading a text can have by its trace, at most.
func (s *search) mostCovered(r *reading, t trace) float64 {
	sum := 0.0
	for i := range r.words {
		if t.meets(s.traces[i]) {
			sum += r.words[i].weight
		}
	}
	return sum / r.total * (1 + 1e-9) // no less than what the same weights come to in another order
}

// covers is the weight of the words of the reading that a text has.
func (s *search) covers(r *reading, text []ids) float64 {
	sum := 0.0
	s.stamp++
	for _, w := range text {
		at := s.asked[w.folded]
		if at > 0 && r.words[at-1].twin > 0 {
			at = int16(r.place(int(at), w))
		}
		if at > 0 && s.stamps[at-1] != s.stamp {
			s.stamps[at-1] = s.stamp
			sum += r.words[at-1].weight
		}
	}
	return sum
}

// coversNames is the weight of the words of the reading that all names of a document have together.
func (s *search) coversNames(r *reading, d *row) float64 {
	sum := 0.0
	s.stamp++
	meet := func(w ids) {
		at := s.asked[w.folded]
		if at > 0 && r.words[at-1].twin > 0 {
			at = int16(r.place(int(at), w))
		}
		if at > 0 && s.stamps[at-1] != s.stamp {
			s.stamps[at-1] = s.stamp
			sum += r.words[at-1].weight
		}
	}
	for _, w := range d.words {
		meet(w.ids)
	}
	for _, also := range d.alsoWords {
		for _, w := range also {
			meet(w)
		}
	}
	return sum
}

// nameFit compares the name of a document with the reading that s.asked points to.
func (s *search) nameFit(r *reading, d *row) fit {
	m := s.meter(r)
	for _, w := range d.words {
		m.add(w.ids, asideShares[w.aside])
	}
	return m.fit()
}

var asideShares = [...]float64{said: 1, inCase: caseShare, inBrackets: asideShare}

// fitOf compares one text with the reading that s.asked points to.
func (s *search) fitOf(r *reading, text []ids) fit {
	m := s.meter(r)
	for _, w := range text {
		m.add(w, 1)
	}
	return m.fit()
}

// meter adds up, word by word, how a text fits a reading.
type meter struct {
	s                    *search
	r                    *reading
	covered, whole, mine float64
	pairs, tight, says   float64
	before               int // place in the reading + 1 of the word before
	weightBefore         float64
}

// meter begins a comparison.
func (s *search) meter(r *reading) meter {
	s.seen, s.beside = zeroed(s.seen, len(r.words)), zeroed(s.beside, len(r.typed))
	return meter{s: s, r: r}
}

func (m *meter) add(w ids, share float64) {
	weight := float64(m.s.weightOf[w.accented]) * share
	at := int(m.s.asked[w.folded])
	if at > 0 && m.r.words[at-1].twin > 0 {
		at = m.r.place(at, w)
	}
	if at == 0 {
		m.whole += float64(m.s.restOf[w.accented]) * share
	} else {
		m.whole += weight
		a := &m.r.words[at-1]
		agrees := 1.0
		switch {
		case !a.hasAccent() || a.exact == w.accented:
		case a.exact != 0:
			agrees = otherShare
		default:
			agrees = foldedShare
		}
		m.mine += weight * agrees
		if had := m.s.seen[at-1]; agrees > had {
			m.covered += a.weight * (agrees - had)
			if had == 0 {
				m.says += weight
			}
			m.s.seen[at-1] = agrees
		}
	}
	if m.weightBefore > 0 {
		pair := weight + m.weightBefore
		m.pairs += pair
		if at > 0 && m.before > 0 && markPair(m.r, m.before-1, at-1, m.s.beside) {
			m.tight += pair
		}
	}
	m.before, m.weightBefore = at, weight
}

func (m *meter) fit() fit {
	if m.whole == 0 || m.r.total == 0 {
		return fit{}
	}
	out := fit{cover: m.covered / m.r.total, whole: m.mine / m.whole, near: 1, tight: 1, says: m.says}
	if m.pairs > 0 {
		out.tight = m.tight / m.pairs
	}
	if m.r.loose {
		out.cover -= m.lonely() / m.r.total * loneShare
	}
	near, all := 0.0, 0.0
	for i := 1; i < len(m.r.typed); i++ {
		weight := m.r.words[m.r.typed[i-1]].weight + m.r.words[m.r.typed[i]].weight
		all += weight
		if m.s.beside[i] {
			near += weight
		}
	}
	if all > 0 {
		out.near = near / all
	}
	return out
}

// lonely is the weight of the words that the text has without a neighbour that the query has beside it.
func (m *meter) lonely() float64 {
	sum := 0.0
	for at := range m.r.words {
		if m.s.seen[at] == 0 {
			continue
		}
		met := false
		for i, w := range m.r.typed {
			if w == at && (m.s.beside[i] || i+1 < len(m.r.typed) && m.s.beside[i+1]) {
				met = true
				break
			}
		}
		if !met {
			sum += m.r.words[at].weight * m.s.seen[at]
		}
	}
	return sum
}

// markPair notes every place of the query where b follows a, and reports whether there is one.
func markPair(r *reading, a, b int, nextTo []bool) bool {
	found := false
	for i := 1; i < len(r.typed); i++ {
		if r.typed[i-1] == a && r.typed[i] == b {
			nextTo[i], found = true, true
		}
	}
	return found
}

// standing parts documents of equal relevance: ours before others, in force before repealed.
func standing(d *record) float64 {
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
	switch {
	case s.text == "":
		return []Cause{{"all", "", 0}}
	case s.code != "":
		return []Cause{{"code", s.code, r.score}}
	case r.by == nil:
		return []Cause{{"reading", "", r.score}}
	}
	s.point(r.by)
	out := []Cause{{"reading", r.by.why, r.by.weight}}
	if f := round(s.nameFit(r.by, d).named(r.by)); f > 0 {
		out = append(out, Cause{"name", d.name, f})
	}
	also, paper := Cause{What: "also"}, Cause{What: "paper"}
	for i, words := range d.alsoWords {
		if f := round(s.fitOf(r.by, words).named(r.by)); f > also.Value {
			also.Text, also.Value = d.also[i], f
		}
	}
	for i, words := range d.part {
		if f := s.fitOf(r.by, words); f.cover > 0.5 && round(f.paper()) > paper.Value {
			paper.Text, paper.Value = d.papers[i], round(f.paper())
		}
	}
	for _, c := range []Cause{also, paper} { // the best of each says it
		if c.Value > 0 {
			out = append(out, c)
		}
	}
	return append(out, Cause{"standing", "", d.standing})
}
