package search

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"rasoat/catalog"
)

// record is what a results page and the ranking need of a document. It is stored inside the index, so that
// an index is whole by itself.
type record struct {
	key, code    catalog.Code
	seq          int64 // of the change that brought it
	name, field  string
	kind         catalog.Kind
	group        catalog.Group
	status       catalog.Status
	ours         catalog.Ours
	free         string // "true", "false", "" where nothing is known
	levels       []string
	also, papers []string
}

func recordOf(d *Document, seq int64, c *content) *record {
	p := &d.Procedure
	r := &record{
		key: d.Key, code: p.Code, seq: seq, name: p.Name, field: p.Field, kind: p.Kind, group: p.Group,
		status: p.Status, ours: p.Ours, free: freeOf(p), also: p.AlsoKnown, papers: c.part,
	}
	if r.code == "" {
		r.code = d.Key
	}
	for _, l := range p.Levels {
		if !slices.Contains(r.levels, string(l)) {
			r.levels = append(r.levels, string(l))
		}
	}
	return r
}

// freeOf says whether the procedure is free of charge: only where every fee that is known of says so.
func freeOf(p *catalog.Procedure) string {
	if slices.Contains(p.None, catalog.PartFees) {
		return "true"
	}
	fees := slices.Clone(p.Fees)
	for _, m := range p.Methods {
		fees = append(fees, m.Fees...)
	}
	free := ""
	for _, f := range fees {
		switch f.State {
		case catalog.FeeFree:
			if free == "" {
				free = "true"
			}
		case catalog.FeeAmount, catalog.FeeSetBy:
			return "false"
		}
	}
	return free
}

// pack writes the record: lengths and bytes, strings in a fixed order.
func (r *record) pack() []byte {
	out := binary.AppendVarint(nil, r.seq)
	for _, s := range []string{
		string(r.key), string(r.code), r.name, r.field, string(r.kind), string(r.group), string(r.status),
		string(r.ours), r.free,
	} {
		out = appendString(out, s)
	}
	for _, list := range [][]string{r.levels, r.also, r.papers} {
		out = binary.AppendUvarint(out, uint64(len(list)))
		for _, s := range list {
			out = appendString(out, s)
		}
	}
	return out
}

func appendString(out []byte, s string) []byte {
	short := shorten(nil, s)
	return append(binary.AppendUvarint(out, uint64(len(short))), short...)
}

var errRow = errors.New("a row of the index cannot be read")

// unpack reads what pack wrote.
func unpack(b []byte) (*record, error) {
	in := reader{b: b}
	r := &record{seq: in.varint()}
	r.key, r.code = catalog.Code(in.string()), catalog.Code(in.string())
	r.name, r.field = in.string(), in.string()
	r.kind, r.group = catalog.Kind(in.string()), catalog.Group(in.string())
	r.status, r.ours = catalog.Status(in.string()), catalog.Ours(in.string())
	r.free = in.string()
	r.levels, r.also, r.papers = in.strings(), in.strings(), in.strings()
	if in.bad || len(in.b) > 0 {
		return nil, errRow
	}
	return r, nil
}

// reader takes values off the front of b; after the first that is not there, bad stays true.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) varint() int64 {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.bad = true
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *reader) length() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > uint64(len(r.b)-size) {
		r.bad = true
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

func (r *reader) string() string {
	n := r.length()
	if r.bad {
		return ""
	}
	s, ok := lengthen(r.b[:n])
	r.bad = r.bad || !ok
	r.b = r.b[n:]
	return s
}

func (r *reader) strings() []string {
	n := r.length()
	if r.bad || n == 0 {
		return nil
	}
	out := make([]string, 0, n)
	for range n {
		out = append(out, r.string())
	}
	return out
}

// place is one word of a text that is kept with its place.
type place struct {
	ids
	start, end uint32
	aside      aside
}

// aside is how far a word stands from what a name says.
type aside uint8

const (
	said       aside = iota
	inCase           // behind "đối với", "trong trường hợp": it says in which case
	inBrackets       // it says by whom or where
)

// cases begin what says in which case.
var cases = setOf("đối", "trường", "do", "thuộc", "áp")

// row is a record with its words numbered. It is never changed.
type row struct {
	*record
	words     []place // of the name
	alsoWords [][]ids // of each name it is also known by
	part      [][]ids // of each paper
	// the traces of each of alsoWords and part
	alsoTraces, partTraces []trace
	standing               float64
	lowKey                 string // key in small letters
}

func newRow(r *record, lex *lexicon) *row {
	out := &row{record: r, standing: standing(r), lowKey: strings.ToLower(string(r.key))}
	depth, at, kind := 0, 0, said
	words(r.name, func(start, end int) {
		depth = max(0, depth+strings.Count(r.name[at:start], "(")-strings.Count(r.name[at:start], ")"))
		at = start
		w := lex.intern(r.name[start:end])
		if len(out.words) > 3 && cases[lex.text[w.accented]] {
			kind = inCase
		}
		p := place{w, uint32(start), uint32(end), kind}
		if depth > 0 {
			p.aside = inBrackets
		}
		out.words = append(out.words, p)
	})
	for _, s := range r.also {
		list := idsOf(s, lex)
		out.alsoWords, out.alsoTraces = append(out.alsoWords, list), append(out.alsoTraces, traceOf(list))
	}
	for _, s := range r.papers {
		list := idsOf(s, lex)
		out.part, out.partTraces = append(out.part, list), append(out.partTraces, traceOf(list))
	}
	return out
}

func idsOf(text string, lex *lexicon) []ids {
	var out []ids
	words(text, func(start, end int) { out = append(out, lex.intern(text[start:end])) })
	return out
}

// trace is which words a text may have: a bit for each, shared by some. What it lacks the text has not.
type trace [4]uint64

func (t *trace) add(folded wordID) {
	bit := uint32(folded) * 2654435769 >> 24 // spread over the 256 bits
	t[bit>>6] |= 1 << (bit & 63)
}

// meets reports a bit that both have.
func (t *trace) meets(other trace) bool {
	return t[0]&other[0]|t[1]&other[1]|t[2]&other[2]|t[3]&other[3] != 0
}

func traceOf(text []ids) (t trace) {
	for _, w := range text {
		t.add(w.folded)
	}
	return t
}
