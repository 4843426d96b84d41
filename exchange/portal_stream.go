package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"rasoat/value"
)

// jsonStream cuts a single document, an array or JSON Lines into the raw bytes of their records. It looks
// at brackets and strings alone; whether a record is sound JSON shows when it is decoded.
type jsonStream struct {
	in     *bufio.Reader
	offset int64 // bytes read
	line   int   // line breaks read
	state  streamState

	start     int64 // of the latest record
	startLine int
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

func newJSONStream(in io.Reader) *jsonStream {
	s := &jsonStream{in: bufio.NewReaderSize(in, 1<<16)}
	if mark, _ := s.in.Peek(3); string(mark) == "\uFEFF" {
		n, _ := s.in.Discard(3)
		s.offset = int64(n)
	}
	return s
}

// next is the next record; io.EOF at the end.
func (s *jsonStream) next() ([]byte, error) {
	c, err := s.skipBlank()
	if s.state == streamFresh && err == nil {
		if s.state = streamLines; c == '[' {
			s.state = streamFirst
			c, err = s.skipBlank()
		}
	}
	switch {
	case err == io.EOF && s.state != streamFirst && s.state != streamInside:
		return nil, io.EOF
	case err == io.EOF:
		return nil, io.ErrUnexpectedEOF
	case err != nil:
		return nil, err
	case s.state == streamDone:
		return nil, errBehind
	case c == ']' && s.state != streamLines:
		s.state = streamDone
		return s.next()
	case s.state == streamInside && c != ',':
		return nil, errSeparator
	case s.state == streamInside:
		if c, err = s.skipBlank(); err != nil {
			return nil, unexpected(err)
		}
	case s.state == streamFirst:
		s.state = streamInside
	}
	s.start, s.startLine = s.offset-1, s.line
	return s.record(c)
}

// record reads on from the first byte of a value to its last.
func (s *jsonStream) record(c byte) ([]byte, error) {
	raw := []byte{c}
	if c != '{' && c != '[' && c != '"' {
		return s.scalar(raw)
	}
	depth, quoted := 0, c == '"'
	if !quoted {
		depth = 1
	}
	for escaped := false; depth > 0 || quoted; {
		c, err := s.readByte()
		if err != nil {
			return raw, unexpected(err)
		}
		raw = append(raw, c)
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = c == '\\', c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return raw, nil
}

// scalar reads a number or a word up to what ends it.
func (s *jsonStream) scalar(raw []byte) ([]byte, error) {
	for {
		next, err := s.in.Peek(1)
		if err == io.EOF || err == nil && bytes.IndexByte([]byte(" \t\r\n,]}"), next[0]) >= 0 {
			return raw, nil
		}
		if err != nil {
			return raw, err
		}
		c, _ := s.readByte()
		raw = append(raw, c)
	}
}

func (s *jsonStream) skipBlank() (byte, error) {
	for {
		c, err := s.readByte()
		if err != nil || c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c, err
		}
	}
}

func (s *jsonStream) readByte() (byte, error) {
	c, err := s.in.ReadByte()
	if err != nil {
		return 0, err
	}
	if s.offset++; c == '\n' {
		s.line++
	}
	return c, nil
}

// isFormat reports whether an error of next is the file's own fault, not that of the disk or the line.
func isFormat(err error) bool {
	return err == io.ErrUnexpectedEOF || err == errSeparator || err == errBehind
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// decode reads a record with its numbers as they are written.
func decode(raw []byte) (v any, at int64, err error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err = dec.Decode(&v); err == nil {
		if rest := bytes.TrimSpace(raw[dec.InputOffset():]); len(rest) > 0 {
			err, at = errors.New("text behind the value"), dec.InputOffset()
		}
		return v, at, err
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return nil, syntax.Offset, err
	}
	return nil, int64(len(raw)), err
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
		raw, err := p.stream.next()
		if err == io.EOF && p.rows == 0 {
			return p.refuse(errEmpty, 0, raw, nil)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil && !isFormat(err) {
			return fmt.Errorf("%s: record %d: %w", format.name, p.rows+1, err)
		}
		if raw == nil {
			return p.refuseHere(err)
		}
		v, at, broken := decode(raw)
		switch {
		case broken != nil:
			return p.refuse(errJSON, at, raw, broken)
		case err != nil:
			return p.refuse(errJSON, int64(len(raw)), raw, err)
		}
		if err := p.document(v, raw); err != nil {
			return err
		}
	}
}

// document takes the wrappings off: {"id","code","name","detail":{…}}, {"code":"OK","data":{…} or […]}, or none.
func (p *portalReader) document(v any, raw []byte) error {
	o, _ := v.(map[string]any)
	if list, ok := o["data"].([]any); ok && !p.is(o) {
		for _, item := range list {
			if err := p.document(item, raw); err != nil {
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
		return p.refuse(errOtherFormat, 0, raw, nil)
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

// refuse is the error at a byte of a record; refuseHere the one between records.
func (p *portalReader) refuse(code string, at int64, raw []byte, err error) error {
	line := p.stream.startLine + bytes.Count(raw[:min(int(at), len(raw))], []byte("\n"))
	return &FormatError{Format: p.format.name, Code: code, Row: p.rows + 1, Line: line + 1, Offset: p.stream.start + at, Err: err}
}

func (p *portalReader) refuseHere(err error) error {
	s := p.stream
	return &FormatError{Format: p.format.name, Code: errJSON, Row: p.rows + 1, Line: s.line + 1, Offset: s.offset, Err: err}
}
