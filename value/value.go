// Package value holds the small values that every other room is built from: Money, Decimal, Ratio,
// Date, Opt and the list of Problems with which bad input is refused. A value that exists is valid;
// parsing is strict and names what it refuses. The package knows no procedure, no page and no clock.
package value

import (
	"errors"
	"fmt"
	"strings"
)

// ErrOverflow is returned where a result leaves the range that a signed report may print.
var ErrOverflow = errors.New("value: total out of range")

// ErrNotFound says that what was asked for does not exist.
var ErrNotFound = errors.New("not found")

// ErrForbidden says that the actor may not do this.
var ErrForbidden = errors.New("forbidden")

// Problem is one thing wrong with an input. It holds no sentence: app/text has one per code and language.
type Problem struct {
	Field string // path, spelt as in the form and the JSON: "before[2].hours"
	Code  string // stable: "hours.negative"
	Args  []any  // what the sentence needs
}

// Problems is everything that is wrong with an input, all at once. It is an error when it is not empty.
type Problems []Problem

// Error lists fields and codes; sentences for people come from app/text.
func (p Problems) Error() string {
	parts := make([]string, len(p))
	for i, x := range p {
		parts[i] = fmt.Sprintf("%s: %s %v", x.Field, x.Code, x.Args)
	}
	return strings.Join(parts, "; ")
}

// Add appends a problem.
func (p *Problems) Add(field, code string, args ...any) {
	*p = append(*p, Problem{Field: field, Code: code, Args: args})
}

// Err is p as an error, nil where nothing is wrong.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Under returns the problems with their fields moved below prefix: "hours" becomes "before[2].hours".
func (p Problems) Under(prefix string) Problems {
	out := make(Problems, len(p))
	for i, x := range p {
		if x.Field == "" {
			x.Field = prefix
		} else {
			x.Field = prefix + "." + x.Field
		}
		out[i] = x
	}
	return out
}

// Conflict says that a newer version exists than the one an edit started from.
type Conflict struct {
	What         string // "procedure 1.001193"
	Base, Newest int    // version the edit started from; version that stands now
}

func (c *Conflict) Error() string {
	return fmt.Sprintf("%s: edit started from version %d, version %d exists", c.What, c.Base, c.Newest)
}
