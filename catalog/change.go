package catalog

import (
	"slices"

	"rasoat/value"
)

// Remark is one change, or one finding, as a stable code with what its sentence needs; app/text has the
// sentences ("bỏ 02 giấy tờ", "rút ngắn 05 → 03 ngày làm việc").
type Remark struct {
	Code string `json:"code"`
	Args []any  `json:"args,omitempty"`
}

// Describe says in words what changed from old to new, in the order of form 02/RS-KSTT.
//
//	name.changed old new · status.changed old new
//	steps|papers|forms|results|law|applicants|agencies .removed|.added|.changed n; steps.moved n
//	channel.added|removed channel
//	copies.fewer|more old new; copies.stated new
//	limit.shortened|lengthened old new unit; limit.stated|dropped text; limit.changed
//	conditions.dropped|added|changed
//	fee.lowered|raised old new currency; fee.freed; fee.stated; fee.changed
//	field.changed name, for every other field that differs
func Describe(old, new Procedure) []Remark {
	d := describer{old: Canonical(old), new: Canonical(new)}
	for _, s := range sections {
		if p := diffPart(s, d.old, d.new); p.Changed {
			d.part(p)
		}
	}
	return d.out
}

type describer struct {
	old, new Procedure
	out      []Remark
}

func (d *describer) add(code string, args ...any) {
	d.out = append(d.out, Remark{code, args})
}

func (d *describer) part(p PartDiff) {
	switch p.Part {
	case PartName:
		d.add("name.changed", d.old.Name, d.new.Name)
	case PartSteps:
		d.items("steps", p.Items)
	case PartChannels:
		d.channels()
	case PartDossier:
		d.items("papers", onlyPapers(p.Items, d.old, d.new))
	case PartCopies:
		d.copies()
	case PartTimeLimit:
		if d.differs(limits) {
			d.limit()
		}
	case PartApplicants:
		d.items("applicants", p.Items)
	case PartAgency:
		d.items("agencies", p.Items)
	case PartForms:
		d.items("forms", p.Items)
	case PartConditions:
		d.conditions()
	case PartFees:
		if d.differs(fees) {
			d.fee()
		}
	case PartResult:
		d.items("results", p.Items)
	case PartLegalBasis:
		d.items("law", p.Items)
	case "status":
		d.add("status.changed", string(d.old.Status), string(d.new.Status))
	default:
		d.add("field.changed", string(p.Part))
	}
}

func (d *describer) items(what string, items []ItemDiff) {
	count := map[Op]int{}
	for _, i := range items {
		count[i.Op]++
	}
	for _, x := range []struct {
		op   Op
		code string
	}{{OpDelete, ".removed"}, {OpInsert, ".added"}, {OpReplace, ".changed"}, {OpMove, ".moved"}} {
		if n := count[x.op]; n > 0 {
			d.add(what+x.code, n)
		}
	}
}

// onlyPapers leaves out the names of cases, which stand among the papers of a dossier.
func onlyPapers(items []ItemDiff, old, new Procedure) []ItemDiff {
	isCase := func(p Procedure, text string) bool {
		return text != "" && slices.ContainsFunc(p.Dossier, func(c DossierCase) bool { return c.Name == text })
	}
	return slices.DeleteFunc(slices.Clone(items), func(i ItemDiff) bool {
		return isCase(old, i.Old) || isCase(new, i.New)
	})
}

func (d *describer) channels() {
	before, after := Channels(d.old), Channels(d.new)
	changed := false
	for _, c := range before {
		if !slices.Contains(after, c) {
			d.add("channel.removed", string(c))
			changed = true
		}
	}
	for _, c := range after {
		if !slices.Contains(before, c) {
			d.add("channel.added", string(c))
			changed = true
		}
	}
	if !changed {
		d.add("channels.changed")
	}
}

func (d *describer) copies() {
	before, had := d.old.Copies.Get()
	after, has := d.new.Copies.Get()
	switch {
	case !had:
		d.add("copies.stated", after)
	case !has:
		d.add("copies.dropped", before)
	case after < before:
		d.add("copies.fewer", before, after)
	default:
		d.add("copies.more", before, after)
	}
}

// differs reports whether the limits or fees differ in the channels that both versions have: a channel that
// comes or goes with its own is shown as a channel.
func (d *describer) differs(entries func(Procedure) []entry) bool {
	before, after := Channels(d.old), Channels(d.new)
	shared := func(p Procedure) []string {
		p.Methods = slices.DeleteFunc(slices.Clone(p.Methods), func(m Method) bool {
			return !slices.Contains(before, m.Channel) || !slices.Contains(after, m.Channel)
		})
		return lines(entries(p))
	}
	return len(before) == 0 || len(after) == 0 || !sameLines(shared(d.old), shared(d.new), false)
}

// limit compares the time limits where each version has exactly one; limits of different units are never
// measured against each other.
func (d *describer) limit() {
	before, after := DistinctLimits(d.old), DistinctLimits(d.new)
	switch {
	case len(before) == 0 && len(after) == 1:
		d.add("limit.stated", LimitText(after[0]))
		return
	case len(after) == 0 && len(before) == 1:
		d.add("limit.dropped", LimitText(before[0]))
		return
	case len(before) != 1 || len(after) != 1:
		d.add("limit.changed")
		return
	}
	from, stated := before[0].Number.Get()
	to, states := after[0].Number.Get()
	switch unit := after[0].Unit; {
	case !stated || !states || before[0].Unit != unit || from == to:
		d.add("limit.changed")
	case to < from:
		d.add("limit.shortened", from.String(), to.String(), string(unit))
	default:
		d.add("limit.lengthened", from.String(), to.String(), string(unit))
	}
}

func (d *describer) conditions() {
	switch {
	case d.old.Conditions == "":
		d.add("conditions.added")
	case d.new.Conditions == "":
		d.add("conditions.dropped")
	default:
		d.add("conditions.changed")
	}
}

func (d *describer) fee() {
	before, after := FeesOf(d.old), FeesOf(d.new)
	from, currency, one := onlyAmount(before)
	to, sameCurrency, other := onlyAmount(after)
	switch {
	case before.State != FeeUnknown && before.State != FeeFree && after.State == FeeFree:
		d.add("fee.freed")
	case before.State == FeeUnknown && len(before.Fees) == 0:
		d.add("fee.stated")
	case !one || !other || currency != sameCurrency || from == to:
		d.add("fee.changed")
	case to < from:
		d.add("fee.lowered", from, to, currency)
	default:
		d.add("fee.raised", from, to, currency)
	}
}

// onlyAmount is the amount where a procedure asks for exactly one.
func onlyAmount(f FeeAnswer) (amount value.Money, currency string, ok bool) {
	if len(f.Fees) != 1 || f.State != FeeAmount {
		return 0, "", false
	}
	amount, ok = f.Fees[0].Amount.Get()
	return amount, f.Fees[0].Currency, ok
}
