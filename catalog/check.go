package catalog

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/value"
)

// The values that enumerated fields may have. NoUnit and the empty states are "none given".
var (
	Kinds    = []Kind{Public, Internal}
	Groups   = []Group{GroupA, GroupB}
	Statuses = []Status{Draft, Announced, InForce, Repealed, Typical}
	Sortings = []Ours{NotSorted, Receives, Decides, Shared, NotOurs}
	Levels   = []Level{Ministry, Province, District, Commune, OtherAgency, Vertical, Undetermined}
	Methods  = []Channel{InPerson, Online, Postal}
	Units    = []Unit{NoUnit, WorkingDays, Days, Hours, Months, Years}
)

// maxLimit bounds the number of a time limit; nothing real comes near it.
const maxLimit = 100_000

// Check says everything that keeps p from being saved. Fields are named by their JSON paths.
//
//	code.invalid name.empty value.unknown(value) group.public number.negative number.too_large
//	item.empty dates.reversed part.both_none_and_given
func Check(p Procedure) value.Problems {
	var ps value.Problems
	if !p.Code.Valid() {
		ps.Add("code", "code.invalid", string(p.Code))
	}
	if strings.TrimSpace(p.Name) == "" {
		ps.Add("name", "name.empty")
	}
	known(&ps, "kind", p.Kind, Kinds)
	known(&ps, "status", p.Status, Statuses)
	known(&ps, "ours", p.Ours, Sortings)
	if p.Group != "" {
		known(&ps, "group", p.Group, Groups)
		if p.Kind == Public {
			ps.Add("group", "group.public")
		}
	}
	for i, l := range p.Levels {
		known(&ps, at("levels", i), l, Levels)
	}
	if v := p.Validity; !v.From.IsZero() && !v.Until.IsZero() && v.Until.Before(v.From) {
		ps.Add("validity.until", "dates.reversed", v.From, v.Until)
	}
	checkMethods(&ps, p)
	checkDossier(&ps, p)
	checkCount(&ps, "copies", p.Copies)
	checkLimit(&ps, "limit", p.Limit)
	checkFees(&ps, "fees", p.Fees)
	for i, c := range p.OnlineCases {
		checkLimit(&ps, at("online_cases", i)+".limit", c.Limit)
	}
	checkNone(&ps, p)
	return ps
}

func known[T ~string](ps *value.Problems, field string, v T, allowed []T) {
	if !slices.Contains(allowed, v) {
		ps.Add(field, "value.unknown", string(v))
	}
}

// at is the path of one item of a list: "methods[2]".
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

func checkMethods(ps *value.Problems, p Procedure) {
	for i, m := range p.Methods {
		path := at("methods", i)
		known(ps, path+".channel", m.Channel, Methods)
		checkLimit(ps, path+".limit", m.Limit)
		checkFees(ps, path+".fees", m.Fees)
	}
}

func checkDossier(ps *value.Problems, p Procedure) {
	for i, c := range p.Dossier {
		for j, x := range c.Papers {
			path := at(at("dossier", i)+".papers", j)
			if strings.TrimSpace(x.Name) == "" {
				ps.Add(path+".name", "item.empty")
			}
			checkCount(ps, path+".originals", x.Originals)
			checkCount(ps, path+".copies", x.Copies)
		}
	}
}

func checkCount(ps *value.Problems, field string, n value.Opt[int]) {
	if n.Or(0) < 0 {
		ps.Add(field, "number.negative", n.Or(0))
	}
}

func checkLimit(ps *value.Problems, field string, t TimeLimit) {
	known(ps, field+".unit", t.Unit, Units)
	switch n := t.Number.Or(0); {
	case n < 0:
		ps.Add(field+".number", "number.negative", n)
	case n > value.Whole(maxLimit):
		ps.Add(field+".number", "number.too_large", n, maxLimit)
	}
}

func checkFees(ps *value.Problems, field string, fees []Fee) {
	for i, f := range fees {
		path := at(field, i)
		known(ps, path+".state", f.State, []FeeState{FeeUnknown, FeeFree, FeeAmount, FeeSetBy})
		known(ps, path+".kind", f.Kind, []FeeKind{"", FeeCharge, FeeFee, FeePrice})
		if f.Amount.Or(0) < 0 {
			ps.Add(path+".amount", "number.negative", f.Amount.Or(0))
		}
	}
}

// checkNone refuses parts that do not exist and parts that are said to be absent and yet stand there.
func checkNone(ps *value.Problems, p Procedure) {
	for i, part := range p.None {
		known(ps, at("none", i), part, Parts)
		if Holds(p, part) == Present {
			ps.Add(at("none", i), "part.both_none_and_given", string(part))
		}
	}
}

// Warnings says what looks doubtful in p and yet does not keep it from being saved: parts that must be
// there and are not, and numbers that do not say what they seem to.
//
//	part.missing result.missing limit.unit_missing fee.zero_with_text fee.tiny fee.no_amount
func Warnings(p Procedure) value.Problems {
	var ps value.Problems
	for _, part := range MissingParts(p) {
		if part == PartResult {
			ps.Add(string(part), "result.missing")
			continue
		}
		ps.Add(string(part), "part.missing", string(part))
	}
	eachLimit(p, func(path string, t TimeLimit) {
		if BareNumber(t) {
			ps.Add(path, "limit.unit_missing", t.Number.Or(0))
		}
	})
	eachFee(p, func(path string, f Fee) {
		switch amount, ok := f.Amount.Get(); {
		case ok && amount == 0 && f.Text != "" && f.State != FeeFree:
			ps.Add(path, "fee.zero_with_text")
		case ok && amount > 0 && amount < tinyFee && f.Currency == "":
			ps.Add(path, "fee.tiny", amount)
		case !ok && f.State == FeeAmount:
			ps.Add(path, "fee.no_amount")
		}
	})
	return ps
}

// tinyFee is the least amount in đồng that is believed: below it stand thousands written short, and placeholders.
const tinyFee value.Money = 1000

// MissingParts lists the constituent parts that a procedure must have and of which nothing is known, in
// order: the seven that are always required, and the result, which counts among those required where they
// exist but is hardly ever absent. Forms, conditions and fees may be empty without a word.
//
// Decree 63/2010/NĐ-CP, article 8 clause 2.
func MissingParts(p Procedure) []Part {
	always := []Part{PartName, PartSteps, PartChannels, PartDossier, PartTimeLimit, PartApplicants, PartAgency}
	var out []Part
	for _, part := range append(always, PartResult) {
		if Holds(p, part) == Unknown {
			out = append(out, part)
		}
	}
	return out
}

// BareNumber reports whether a limit is a number without unit and without words: it says neither days nor
// working days, and 0 says nothing at all.
func BareNumber(t TimeLimit) bool { return t.Number.IsKnown() && t.Unit == NoUnit && t.Text == "" }

func eachLimit(p Procedure, f func(path string, t TimeLimit)) {
	f("limit", p.Limit)
	for i, m := range p.Methods {
		f(at("methods", i)+".limit", m.Limit)
	}
	for i, c := range p.OnlineCases {
		f(at("online_cases", i)+".limit", c.Limit)
	}
}

func eachFee(p Procedure, f func(path string, x Fee)) {
	for i, x := range p.Fees {
		f(at("fees", i), x)
	}
	for i, m := range p.Methods {
		for j, x := range m.Fees {
			f(at(at("methods", i)+".fees", j), x)
		}
	}
}
