package review

import (
	"strings"

	"rasoat/viet"
)

// Variant is one of several ways in which practice measures an indicator, with its source: a definition beside
// others, or a part that is counted apart. Figures stay with the variant under which they were counted.
type Variant struct {
	ID          string   `json:"id"` // "papers"
	Name        string   `json:"name"`
	Numerator   string   `json:"numerator"`
	Denominator string   `json:"denominator"`
	Source      string   `json:"source,omitempty"`
	Register    Register `json:"register,omitempty"` // that counts for it by itself
}

// Combination says how the variants of an indicator make one.
type Combination string

// The combinations.
const (
	OneOf Combination = "one_of" // definitions: the plan chose one
	Each  Combination = "each"   // parts: each has to reach the target
	SumOf Combination = "sum_of" // parts: their numerators and denominators are added up
)

// single is the id of the only way to measure an indicator without variants.
const single = ""

// Measured lists what is counted for the indicator, each with its definition: one way, or each part.
//
// Practice, not law: docs/decisions/0060.
func (ind Indicator) Measured() []Variant {
	if len(ind.Variants) == 0 {
		return []Variant{{ID: single, Numerator: ind.Numerator, Denominator: ind.Denominator, Source: ind.Source}}
	}
	if ind.Combine == Each || ind.Combine == SumOf {
		return ind.Variants
	}
	for _, v := range ind.Variants {
		if v.ID == ind.Chosen {
			return []Variant{v}
		}
	}
	return ind.Variants[:1]
}

// IsLedBy reports whether a unit of the commune leads the indicator (thực hiện): "Văn phòng" leads what "Văn phòng
// UBND xã" does.
func (ind Indicator) IsLedBy(unit string) bool { return names(ind.Lead, unit) }

// IsSupportedBy is IsLedBy for the unit that supports (phối hợp).
func (ind Indicator) IsSupportedBy(unit string) bool { return names(ind.Support, unit) }

func names(who, unit string) bool {
	unit = viet.Fold(viet.Clean(unit))
	return unit != "" && strings.Contains(viet.Fold(viet.Clean(who)), unit)
}
