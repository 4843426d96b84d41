package value

import "time"

// Versioned is one version of something that is kept with all its earlier versions.
type Versioned[T any] struct {
	Number int       // from 1; 0: nothing was saved yet
	Author string    // user name of who saved it
	At     time.Time // in UTC
	Value  T
}

// Values are the values alone, in the same order.
func Values[T any](list []Versioned[T]) []T {
	out := make([]T, len(list))
	for i, v := range list {
		out[i] = v.Value
	}
	return out
}
