package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// jsonlSchema is the version of the catalogue format that is written; each line carries it.
const jsonlSchema = 1

// maxLine bounds one procedure: the longest of the portal has 133 kB.
const maxLine = 4 << 20

// maxBadLines ends the reading of a file that is bad throughout.
const maxBadLines = 1000

// LineError is what is wrong with one line of a file.
type LineError struct {
	Line     int // from 1
	Problems value.Problems
}

func (e LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Problems) }

// LineErrors is an error: the lines that could not be read.
type LineErrors []LineError

func (e LineErrors) Error() string {
	texts := make([]string, len(e))
	for i, x := range e {
		texts[i] = x.Error()
	}
	return strings.Join(texts, "\n")
}

// ReadJSONL reads the program's own catalogue format, one procedure a line, and hands each good one on with
// its line. Bad lines do not end it: they come back as LineErrors once the rest is read. An error of each
// ends it at once and is returned. Blank lines count but say nothing.
//
//	schema.unknown(1) line.too_long(bytes) and the codes of fields and of catalog.Check
func ReadJSONL(r io.Reader, each func(row int, p catalog.Procedure) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	var bad LineErrors
	row := 0
	for lines.Scan() && len(bad) < maxBadLines {
		row++
		line := bytes.TrimPrefix(lines.Bytes(), []byte("\uFEFF"))
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		p, problems := readLine(line)
		if len(problems) > 0 {
			bad = append(bad, LineError{row, problems})
			continue
		}
		if err := each(row, p); err != nil {
			return err
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		bad = append(bad, LineError{row + 1, value.Problems{{Code: "line.too_long", Args: []any{maxLine}}}})
	case err != nil:
		return err
	}
	if len(bad) > 0 {
		return bad
	}
	return nil
}

func readLine(line []byte) (catalog.Procedure, value.Problems) {
	var p problemList
	n := parseJSON(line, &p)
	if n == nil {
		return catalog.Procedure{}, p.Problems
	}
	out := readProcedure(n, &p)
	for _, x := range catalog.Check(out) {
		if !p.fields[x.Field] {
			p.add(x.Field, x.Code, x.Args...)
		}
	}
	return out, p.Problems
}

// WriteJSONL writes procedures as ReadJSONL reads them, one a line.
func WriteJSONL(w io.Writer, procedures iter.Seq2[catalog.Procedure, error]) error {
	buffered := bufio.NewWriter(w)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	for p, err := range procedures {
		if err != nil {
			return err
		}
		line := struct {
			Schema int `json:"schema"`
			catalog.Procedure
		}{jsonlSchema, p}
		if err := out.Encode(line); err != nil {
			return fmt.Errorf("procedure %s: %w", p.Code, err)
		}
	}
	return buffered.Flush()
}
