package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"rasoat/value"
)

// The bounds of the program's own JSON.
const (
	maxJSON     = 64 << 20 // bytes of one document
	maxDepth    = 32       // objects and lists within each other
	maxProblems = 200      // after which no more are told
)

// node is one value of a JSON document as it was written: keys in their order, numbers as their digits.
type node struct {
	kind   nodeKind
	text   string // of a string or a number
	truth  bool
	keys   []string // of an object, beside values
	values []*node  // of an object or a list
}

type nodeKind string

const (
	isNull   nodeKind = "null"
	isBool   nodeKind = "boolean"
	isNumber nodeKind = "number"
	isString nodeKind = "string"
	isObject nodeKind = "object"
	isList   nodeKind = "list"
)

// at is the value of a key, nil where the object has none.
func (n *node) at(key string) *node {
	for i, k := range n.keys {
		if k == key {
			return n.values[i]
		}
	}
	return nil
}

// problemList collects problems up to a bound and remembers which fields have one.
type problemList struct {
	value.Problems
	fields map[string]bool
}

func (p *problemList) add(field, code string, args ...any) {
	if p.fields == nil {
		p.fields = map[string]bool{}
	}
	p.fields[field] = true
	if len(p.Problems) < maxProblems {
		p.Add(field, code, args...)
	}
}

// readJSON reads one document of at most max bytes. Duplicate keys, text behind the document, bytes that
// are no UTF-8 and nesting without end are refused; nil where the document could not be read to its end.
//
//	file.empty file.too_large(MB) json.utf8(line) json.syntax(line, column) json.trailing(line)
//	json.depth(levels) key.duplicate decimal.comma
func readJSON(r io.Reader, max int64, p *problemList) (*node, error) {
	data, err := io.ReadAll(io.LimitReader(r, max+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > max {
		p.add("", "file.too_large", max>>20)
		return nil, nil
	}
	return parseJSON(data, p), nil
}

func parseJSON(data []byte, p *problemList) *node {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		p.add("", "file.empty")
		return nil
	case !utf8.Valid(data):
		p.add("", "json.utf8", lineOf(data, int64(badByte(data))))
		return nil
	}
	w := &walker{data: data, in: json.NewDecoder(bytes.NewReader(data)), problems: p}
	w.in.UseNumber()
	n := w.value("", 0)
	if n == nil {
		return nil
	}
	if _, err := w.in.Token(); !errors.Is(err, io.EOF) {
		p.add("", "json.trailing", lineOf(data, w.in.InputOffset()))
		return nil
	}
	return n
}

func badByte(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return at
}

func lineOf(data []byte, offset int64) int { return bytes.Count(data[:offset], []byte("\n")) + 1 }

// walker builds nodes from tokens: the decoder checks the grammar, the walker what the decoder lets pass.
type walker struct {
	data     []byte
	in       *json.Decoder
	problems *problemList
}

// value reads the value at path, nil where the document ends badly in it; the problem is added to the list then.
func (w *walker) value(path string, depth int) *node {
	token, err := w.in.Token()
	if err != nil {
		w.broken(path)
		return nil
	}
	if depth > maxDepth {
		w.problems.add(path, "json.depth", maxDepth)
		return nil
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return w.object(path, depth)
		}
		return w.list(path, depth)
	case string:
		return &node{kind: isString, text: t}
	case json.Number:
		return &node{kind: isNumber, text: t.String()}
	case bool:
		return &node{kind: isBool, truth: t}
	}
	return &node{kind: isNull}
}

func (w *walker) object(path string, depth int) *node {
	n := &node{kind: isObject}
	seen := map[string]bool{}
	last := path
	for w.in.More() {
		token, err := w.in.Token()
		key, isKey := token.(string)
		if err != nil || !isKey {
			w.broken(last)
			return nil
		}
		last = under(path, key)
		if seen[key] {
			w.problems.add(last, "key.duplicate", key)
		}
		seen[key] = true
		v := w.value(last, depth+1)
		if v == nil {
			return nil
		}
		n.keys, n.values = append(n.keys, key), append(n.values, v)
	}
	if _, err := w.in.Token(); err != nil {
		w.broken(last)
		return nil
	}
	return n
}

func (w *walker) list(path string, depth int) *node {
	n := &node{kind: isList}
	for w.in.More() {
		v := w.value(item(path, len(n.values)), depth+1)
		if v == nil {
			return nil
		}
		n.values = append(n.values, v)
	}
	if _, err := w.in.Token(); err != nil {
		w.broken(path)
		return nil
	}
	return n
}

// broken tells where the grammar ends. A number followed by a comma and digits is a decimal comma: 0,5.
func (w *walker) broken(path string) {
	at := w.in.InputOffset()
	left, right := bytes.TrimRight(w.data[:at], " \t\r\n,"), bytes.TrimLeft(w.data[at:], " \t\r\n,")
	between := w.data[len(left) : len(w.data)-len(right)]
	if bytes.Count(between, []byte(",")) == 1 && endsInDigit(left) && len(right) > 0 && isDigit(right[0]) {
		w.problems.add(path, "decimal.comma")
		return
	}
	line := lineOf(w.data, at)
	column := utf8.RuneCount(w.data[bytes.LastIndexByte(w.data[:at], '\n')+1:at]) + 1
	w.problems.add(path, "json.syntax", line, column)
}

func endsInDigit(b []byte) bool { return len(b) > 0 && isDigit(b[len(b)-1]) }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// under and item spell paths as people read them: before[2].hours.
func under(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func item(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
