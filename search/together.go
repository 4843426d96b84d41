package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Bounds of a word that is taken apart: in letters, the whole, its pieces, and all such words of a query.
const (
	leastTogether = 4
	mostTogether  = 72
	longestPiece  = 9
	mostApart     = 160
)

// joined puts together what a bad copy has torn apart ("Th ủ t ụ c"): neighbours of which one is no word,
// where the whole is one.
func (s *search) joined(list []string) []string {
	tries := 0
	for i := 0; i+1 < len(list); i++ {
		if s.isWord(list[i]) && s.isWord(list[i+1]) {
			continue
		}
		for n := min(4, len(list)-i); n > 1 && tries < maxJoins; n-- {
			tries++
			if whole := strings.Join(list[i:i+n], ""); len(whole) <= longestWord &&
				s.lex.find(formsOf(whole).accented) != 0 {
				list = slices.Replace(slices.Clone(list), i, i+n, whole)
				break
			}
		}
	}
	return list
}

// maxJoins bounds what nonsense can cost; a torn name takes less.
const maxJoins = 200

// longestWord is how long a word of Vietnamese can be, in bytes.
const longestWord = 24

func (s *search) isWord(written string) bool {
	f := s.spell.of(written)
	return s.vocab.has(f.folded) || s.lex.find(f.accented) != 0
}

// apart takes apart what was run together ("dangkykhaisinh", "DangKyKhaiSinh", "giaykhaisinh"): words that no name,
// no paper and no vocabulary has, where their pieces stand side by side in names or in what citizens say. The last
// one may be unfinished where the query is.
func (s *search) apart(list []string) []string {
	var out []string
	left := mostApart
	for i, w := range list {
		letters := []rune(w)
		if len(letters) < leastTogether || len(letters) > left || s.isWord(w) ||
			strings.ContainsFunc(w, unicode.IsDigit) {
			out = append(out, w)
			continue
		}
		left -= len(letters)
		if parts := s.pieces(letters, s.names > 0 && i == len(list)-1); parts != nil {
			out = append(out, parts...)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// piece is a part of a word run together that is a word itself, at the end of the best way to take apart what is
// before.
type piece struct {
	text, folded string
	id           wordID // of a word of names; 0 where the vocabulary alone has it
	loose        bool   // may stand beside anything: it makes a question, or joins
	prev         *piece
	breaks       int // neighbours that were never met side by side
	count        int
	weight       float32
}

// pieces is the words that letters were run together from, nil where they were not.
func (s *search) pieces(letters []rune, unfinished bool) []string {
	if len(letters) > mostTogether {
		return nil
	}
	humps := camelHumps(letters)
	if len(humps) > 1 && !slices.ContainsFunc(humps, func(h string) bool { return !s.isWord(h) }) {
		return humps
	}
	ends := make([][]*piece, len(letters)+1) // before each letter, the pieces that end there
	ends[0] = []*piece{{loose: true}}
	for end := 1; end <= len(letters); end++ {
		for start := max(0, end-longestPiece); start < end; start++ {
			if len(ends[start]) == 0 {
				continue
			}
			if p := s.piece(string(letters[start:end]), ends[start]); p != nil {
				ends[end] = append(ends[end], p)
			}
		}
	}
	last := len(letters)
	p := s.likeliest(ends[last], "")
	for at := last - 1; unfinished && at > 0 && at >= len(letters)-longestPiece; at-- {
		q := s.likeliest(ends[at], string(letters[at:]))
		if q == nil {
			continue
		}
		q.count++ // the unfinished one
		if p == nil || cmp.Or(q.breaks-p.breaks, q.count-p.count) < 0 {
			p, last = q, at
		}
	}
	if p == nil || last == len(letters) && p.count < 2 {
		return nil
	}
	var out []string
	if last < len(letters) {
		out = append(out, string(letters[last:]))
	}
	for ; p.prev != nil; p = p.prev {
		out = append(out, p.text)
	}
	slices.Reverse(out)
	return out
}

// likeliest is the best of some pieces behind which a rest may go on, nil where too many neighbours never met.
func (s *search) likeliest(ends []*piece, rest string) *piece {
	var best *piece
	for _, p := range ends {
		if (best == nil || comparePieces(p, best) < 0) && p.breaks <= p.count/3 && (rest == "" || s.goesOn(p, rest)) {
			best = p
		}
	}
	return best
}

// goesOn reports a word of names that begins so and stands behind a piece.
func (s *search) goesOn(p *piece, rest string) bool {
	return slices.ContainsFunc(s.completions(s.spell.of(rest).folded, begunMost), func(id wordID) bool {
		return p.id != 0 && s.lex.beside(p.id, id)
	})
}

// piece is a text as the next piece behind the best of those before, nil where it is no word.
func (s *search) piece(text string, before []*piece) *piece {
	f := s.spell.of(text)
	p := piece{text: text, folded: f.folded, loose: questionFolded[f.folded], weight: float32(s.idf(0))}
	if id := s.lex.find(f.folded); id != 0 && s.inNames(id) {
		p.id, p.weight = id, s.weightOf[id]
	} else if !s.vocab.said[f.folded] && (len(f.folded) < 3 || len(s.vocab.shorts[f.folded]) == 0) {
		return nil
	}
	var best *piece
	for _, b := range before {
		next := p
		next.prev, next.breaks, next.count, next.weight = b, b.breaks, b.count+1, b.weight+p.weight
		if !s.besides(b, &p) {
			if len(f.folded) < 2 { // "y" in "y tế" alone
				continue
			}
			if !b.loose && !p.loose {
				next.breaks++
			}
		}
		if best == nil || comparePieces(&next, best) < 0 {
			best = &next
		}
	}
	return best
}

// besides reports two pieces that stand side by side in a name or in what citizens say.
func (s *search) besides(a, b *piece) bool {
	return a.id != 0 && b.id != 0 && s.lex.beside(a.id, b.id) || s.vocab.besides[[2]string{a.folded, b.folded}]
}

// comparePieces puts the better way first: fewer breaks, fewer words, commoner ones.
func comparePieces(a, b *piece) int {
	return cmp.Or(cmp.Compare(a.breaks, b.breaks), cmp.Compare(a.count, b.count),
		cmp.Compare(a.weight, b.weight), strings.Compare(a.text, b.text))
}

// camelHumps is a word parted before its capitals: "DangKy" is Dang and Ky.
func camelHumps(letters []rune) []string {
	var out []string
	from := 0
	for i := 1; i < len(letters); i++ {
		if unicode.IsUpper(letters[i]) && unicode.IsLower(letters[i-1]) {
			out = append(out, string(letters[from:i]))
			from = i
		}
	}
	return append(out, string(letters[from:]))
}
