package search

import (
	"html"
	"slices"
	"strings"
)

// passageBytes is about how long a passage is.
const passageBytes = 220

// span is a part of a text to be marked.
type span struct{ start, end int }

// highlight is the name with what was asked marked, and the best passage of the papers where the name lacks
// a word.
func (s *search) highlight(d *row, by *reading) (name, passage string) {
	if len(s.readings) == 0 {
		return html.EscapeString(d.name), ""
	}
	s.mark(s.readings[0], true)
	s.mark(by, true)
	var spans []span
	for i, w := range d.words {
		if s.marked[w.folded] && !s.lonely(d.words, i) {
			spans = append(spans, span{int(w.start), int(w.end)})
		}
	}
	name = marked(d.name, join(d.name, spans))
	if by == nil {
		by = s.readings[0]
	}
	s.mark(s.readings[0], false)
	s.mark(by, true)
	if lacks := s.lacking(d, by); len(lacks) > 0 {
		passage = s.passage(d, lacks)
	}
	s.mark(by, false)
	return name, passage
}

// mark sets what is highlighted: the words of a reading.
func (s *search) mark(r *reading, on bool) {
	if r == nil {
		return
	}
	for _, a := range r.words {
		for _, id := range a.ids {
			s.marked[id] = on
		}
	}
}

// lacking is the words of the reading that say something and that the name has not.
func (s *search) lacking(d *row, r *reading) []wordID {
	var out []wordID
	for _, a := range r.words {
		if len(a.ids) == 0 || a.filler || isQuestion(a) {
			continue
		}
		if !slices.ContainsFunc(d.words, func(w place) bool { return slices.Contains(a.ids, w.folded) }) {
			out = append(out, a.ids...)
		}
	}
	return out
}

// lonely reports a filler that stands beside no marked word: marking it would say nothing.
func (s *search) lonely(words []place, i int) bool {
	if !fillersFolded[s.lex.text[words[i].folded]] {
		return false
	}
	beside := func(j int) bool { return j >= 0 && j < len(words) && s.marked[words[j].folded] }
	return !beside(i-1) && !beside(i+1)
}

// passage is the part of a paper that has most of what the name lacks.
func (s *search) passage(d *row, lacks []wordID) string {
	var wanted trace
	for _, id := range lacks {
		s.asked[id] = lacked
		wanted.add(id)
	}
	defer func() {
		for _, id := range lacks {
			s.asked[id] = 0
		}
	}()
	best, weight := -1, float32(0)
	for i, words := range d.part {
		if !d.partTraces[i].meets(wanted) {
			continue
		}
		sum := float32(0)
		for at, w := range words {
			if s.asked[w.folded] == lacked && !slices.Contains(words[:at], w) {
				sum += s.weightOf[w.folded]
			}
		}
		if sum > weight {
			best, weight = i, sum
		}
	}
	if best < 0 {
		return ""
	}
	return s.excerpt(d.papers[best], d.part[best])
}

// lacked marks in s.asked what a name lacks.
const lacked = -1

// excerpt is the part of a text around its marked words, cut at word ends; list is its words.
func (s *search) excerpt(text string, list []ids) string {
	all, hits := make([]span, 0, len(list)), []span(nil)
	words(text, func(start, end int) {
		if s.marked[list[len(all)].folded] {
			hits = append(hits, span{start, end})
		}
		all = append(all, span{start, end})
	})
	if len(hits) == 0 {
		return ""
	}
	from, to := window(text, all, densest(hits))
	var inside []span
	for _, h := range hits {
		if h.start >= from && h.end <= to {
			inside = append(inside, span{h.start - from, h.end - from})
		}
	}
	part := text[from:to]
	out := marked(part, join(part, inside))
	if from > 0 {
		out = "… " + out
	}
	if to < len(text) {
		out += " …"
	}
	return out
}

// densest is where most marked words stand within the length of a passage.
func densest(hits []span) span {
	best, most := hits[0], 0
	for i := range hits {
		j := i
		for j+1 < len(hits) && hits[j+1].end-hits[i].start <= passageBytes {
			j++
		}
		if j-i+1 > most {
			best, most = span{hits[i].start, hits[j].end}, j-i+1
		}
	}
	return best
}

// window widens a span to the length of a passage, at word ends.
func window(text string, all []span, core span) (from, to int) {
	if len(text) <= passageBytes {
		return 0, len(text)
	}
	room := max(passageBytes-(core.end-core.start), 0)
	from, to = core.start, core.end
	for _, w := range all {
		if w.start < core.start && core.start-w.start <= room/3 {
			from = min(from, w.start)
		}
		if w.end > core.end && w.end-core.end <= room-room/3 {
			to = max(to, w.end)
		}
	}
	return from, to
}

// join makes one span of neighbours with nothing but blanks between them.
func join(text string, spans []span) []span {
	var out []span
	for _, p := range spans {
		if n := len(out); n > 0 && strings.TrimSpace(text[out[n-1].end:p.start]) == "" {
			out[n-1].end = p.end
			continue
		}
		out = append(out, p)
	}
	return out
}

// marked is the text escaped, with its spans in <mark>.
func marked(text string, spans []span) string {
	var out strings.Builder
	at := 0
	for _, p := range spans {
		out.WriteString(html.EscapeString(text[at:p.start]))
		out.WriteString("<mark>")
		out.WriteString(html.EscapeString(text[p.start:p.end]))
		out.WriteString("</mark>")
		at = p.end
	}
	out.WriteString(html.EscapeString(text[at:]))
	return out.String()
}
