package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"rasoat/value"
)

// jsonStream reads a single document, an array or JSON Lines record by record and knows where each stands.
type jsonStream struct {
	in    *lineCounter
	dec   *json.Decoder
	state streamState
	start int64 // of the latest record, in bytes
}

type streamState int

const (
	streamFresh  streamState = iota // nothing read
	streamLines                     // values side by side
	streamFirst                     // behind the [ of an array
	streamInside                    // behind a value of an array
	streamDone                      // behind the ] of an array
)

var (
	errSeparator = errors.New("neither a comma nor the end of the list")
	errBehind    = errors.New("text behind the end of the list")
)

// blanks may stand between values.
const blanks = " \t\r\n"

// jsonFault says at which byte a file stops being JSON.
type jsonFault struct {
	at  int64
	err error
}

func (f *jsonFault) Error() string { return fmt.Sprintf("byte %d: %v", f.at, f.err) }

func newJSONStream(in io.Reader) *jsonStream {
	lines := &lineCounter{in: bufio.NewReaderSize(in, 1<<16)}
	if mark, _ := lines.in.Peek(3); string(mark) == "\uFEFF" {
		n, _ := lines.in.Discard(3)
		lines.skipped = int64(n)
	}
	dec := json.NewDecoder(lines)
	dec.UseNumber()
	return &jsonStream{in: lines, dec: dec}
}

// next is the next record, its numbers as they are written; io.EOF at the end, a *jsonFault where the file is no JSON.
func (s *jsonStream) next() (any, error) {
	c, there := s.ahead()
	if s.state == streamFresh && there {
		if s.state = streamLines; c == '[' {
			s.state = streamFirst
			s.dec.Token() // the bracket that was seen
			c, there = s.ahead()
		}
	}
	open := s.state == streamFirst || s.state == streamInside
	switch at := s.offset(); {
	case s.in.err != nil:
		return nil, s.in.err
	case !there && open:
		return nil, &jsonFault{at, io.ErrUnexpectedEOF}
	case !there:
		return nil, io.EOF
	case s.state == streamDone:
		return nil, &jsonFault{at + 1, errBehind}
	case c == ']' && open:
		s.dec.Token() // the bracket that was seen
		s.state = streamDone
		return s.next()
	case s.state == streamInside && c != ',':
		return nil, &jsonFault{at + 1, errSeparator}
	}
	s.begin(c == ',' && s.state == streamInside)
	if s.state == streamFirst {
		s.state = streamInside
	}
	var v any
	if err := s.dec.Decode(&v); err != nil {
		return nil, s.broken(err)
	}
	return v, nil
}

// ahead is the next byte that is no blank; there is none at the end of the file and where reading fails.
func (s *jsonStream) ahead() (c byte, there bool) {
	s.dec.More() // reads on to that byte, or leaves the blanks before the end
	var b [1]byte
	n, _ := s.dec.Buffered().Read(b[:])
	return b[0], n == 1 && !bytes.ContainsAny(b[:], blanks)
}

func (s *jsonStream) offset() int64 { return s.in.skipped + s.dec.InputOffset() }

// begin notes where a record begins: here, or behind the comma that stands here.
func (s *jsonStream) begin(comma bool) {
	s.start = s.offset()
	if comma {
		// a longer gap is no position that anybody looks up
		rest, _ := io.ReadAll(io.LimitReader(s.dec.Buffered(), 256))
		s.start += int64(len(rest) - len(bytes.TrimLeft(rest, ","+blanks)))
	}
	s.in.forget(s.start)
}

// broken finds the byte at which a record stops being JSON: the decoder counts from where it last read a value.
func (s *jsonStream) broken(err error) error {
	if s.in.err != nil {
		return s.in.err
	}
	rest, _ := io.ReadAll(s.dec.Buffered())
	raw := bytes.TrimLeft(rest, blanks)
	s.start = s.offset() + int64(len(rest)-len(raw))
	at := int64(len(raw))
	if syntax, ok := errors.AsType[*json.SyntaxError](json.Unmarshal(raw, new(any))); ok {
		at = syntax.Offset
	}
	return &jsonFault{s.start + at, err}
}

// lineCounter reads on and remembers where lines end, those alone that were not forgotten.
type lineCounter struct {
	in      *bufio.Reader
	skipped int64   // bytes before the first
	read    int64   // bytes, skipped ones too
	breaks  []int64 // where lines end
	before  int     // line breaks that were forgotten
	err     error   // why reading failed
}

func (l *lineCounter) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	l.read = max(l.read, l.skipped)
	for i, c := range p[:n] {
		if c == '\n' {
			l.breaks = append(l.breaks, l.read+int64(i))
		}
	}
	l.read += int64(n)
	if err != nil && err != io.EOF {
		l.err = err
	}
	return n, err
}

// forget drops the line breaks before a byte: nobody asks for a line above it any more.
func (l *lineCounter) forget(at int64) {
	n, _ := slices.BinarySearch(l.breaks, at)
	l.before += n
	l.breaks = append(l.breaks[:0], l.breaks[n:]...)
}

// line is the line in which a byte stands, from 1.
func (l *lineCounter) line(at int64) int {
	n, _ := slices.BinarySearch(l.breaks, at)
	return l.before + n + 1
}

// portalFormat is what the two foreign JSON formats of the portal differ in.
type portalFormat struct {
	name string
	own  []string // keys that only this format has; a record needs one
	read func(r *rowReader, o object)
}

// portalReader reads a file of one format record by record.
type portalReader struct {
	format portalFormat
	stream *jsonStream
	each   func(Row) error
	rows   int
	seen   map[string]bool // unknown keys already warned of in this file
}

func readPortal(in io.Reader, format portalFormat, each func(Row) error) error {
	p := &portalReader{format: format, stream: newJSONStream(in), each: each, seen: map[string]bool{}}
	for {
		v, err := p.stream.next()
		fault, broken := errors.AsType[*jsonFault](err)
		switch {
		case err == io.EOF && p.rows == 0:
			return &FormatError{Format: format.name, Code: errEmpty, Row: 1, Line: 1}
		case err == io.EOF:
			return nil
		case broken:
			return p.refuse(errJSON, fault.at, fault.err)
		case err != nil:
			return fmt.Errorf("%s: record %d: %w", format.name, p.rows+1, err)
		}
		if err := p.document(v); err != nil {
			return err
		}
	}
}

// document takes the wrappings off: {"id","code","name","detail":{…}}, {"code":"OK","data":{…} or […]}, or none.
func (p *portalReader) document(v any) error {
	o, _ := v.(map[string]any)
	if list, ok := o["data"].([]any); ok && !p.is(o) {
		for _, item := range list {
			if err := p.document(item); err != nil {
				return err
			}
		}
		return nil
	}
	inner := o
	for _, key := range []string{"detail", "data"} {
		if x, ok := o[key].(map[string]any); ok && !p.is(o) {
			inner = x
			break
		}
	}
	if !p.is(inner) && p.rows == 0 {
		return p.refuse(errOtherFormat, p.stream.start, nil)
	}
	p.rows++
	r := &rowReader{Row: Row{Number: p.rows}, seen: p.seen}
	if p.is(inner) {
		r.code(o, inner)
		p.format.read(r, object{r, inner, ""})
	} else {
		r.Err = value.Problems{{Code: errRowShape, Args: []any{p.format.name, p.rows}}}
	}
	return p.each(r.Row)
}

// is reports whether an object is a record of the format.
func (p *portalReader) is(o map[string]any) bool {
	for _, key := range p.format.own {
		if _, ok := o[key]; ok {
			return true
		}
	}
	return false
}

// refuse is the error at a byte of the file.
func (p *portalReader) refuse(code string, at int64, err error) error {
	return &FormatError{
		Format: p.format.name,
		Code:   code,
		Row:    p.rows + 1,
		Line:   p.stream.in.line(at),
		Offset: at,
		Err:    err,
	}
}
