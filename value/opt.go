package value

import (
	"bytes"
	"encoding/json"
)

// Opt is a value that may be unknown. Unknown is a state of its own and never zero. It is comparable
// where T is.
type Opt[T any] struct {
	value T
	known bool
}

// Known is v, known.
func Known[T any](v T) Opt[T] { return Opt[T]{v, true} }

// Get returns the value and whether it is known.
func (o Opt[T]) Get() (T, bool) { return o.value, o.known }

// IsKnown reports whether there is a value.
func (o Opt[T]) IsKnown() bool { return o.known }

// Or is the value, or v where it is unknown.
func (o Opt[T]) Or(v T) T {
	if o.known {
		return o.value
	}
	return v
}

// IsZero reports whether the value is unknown, so that `omitzero` leaves it out.
func (o Opt[T]) IsZero() bool { return !o.known }

// MarshalJSON writes the value, null where unknown.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.known {
		return []byte("null"), nil
	}
	return json.Marshal(o.value)
}

// UnmarshalJSON reads a value; null is unknown.
func (o *Opt[T]) UnmarshalJSON(b []byte) error {
	if bytes.Equal(bytes.TrimSpace(b), []byte("null")) {
		*o = Opt[T]{}
		return nil
	}
	var v T // a fresh one, so that nothing of an earlier value shows through
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	*o = Known(v)
	return nil
}
