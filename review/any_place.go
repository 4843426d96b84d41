package review

import (
	"rasoat/catalog"
	"rasoat/value"
)

// AnyPlace is what came in in a period regardless of territory (tiếp nhận không phụ thuộc địa giới hành chính):
// dossiers of people of elsewhere, which other bodies settle. They are counted apart from the commune's own.
type AnyPlace struct {
	Received value.Opt[int64] `json:"received"`
	Returned value.Opt[int64] `json:"returned"` // whose result was given back here
}

// IsAnyPlace reports whether a procedure of the commune's is received regardless of territory on a day: it is in force
// and marked so.
//
// Practice, not law: docs/decisions/0175.
func IsAnyPlace(p catalog.Procedure) bool {
	return p.AnyPlace && p.Ours.IsOurs() && (p.Status == catalog.Announced || p.Status == catalog.InForce)
}

// checkAnyPlace lists what is wrong with the figures of what came in regardless of territory: below zero, or given at
// another place of the report.
func (e MonthEntry) checkAnyPlace() (out value.Problems) {
	for _, x := range []struct {
		field string
		n     value.Opt[int64]
	}{{"received_any", e.AnyPlace.Received}, {"returned_any", e.AnyPlace.Returned}} {
		n, known := x.n.Get()
		switch {
		case known && e.Place != PlaceAnyPlace:
			out.Add(x.field, "place.not_any_place")
		case n < 0:
			out.Add(x.field, "number.negative")
		}
	}
	return out
}
