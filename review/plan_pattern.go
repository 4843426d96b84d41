package review

import (
	"slices"
	"strings"

	"rasoat/value"
)

// SetAside keeps a plan as a pattern: it is followed by nobody and shown to nobody until somebody takes it over.
func SetAside(p Plan) Plan {
	p.Pattern, p.Draft, p.InForce = true, true, false
	return p
}

// Holder is who makes a pattern their own plan: who issues and signs it, to whom its papers go, and which kind of unit
// it is ("xã", "phường").
type Holder struct {
	Issuer, Signer, Unit string
	Upward               Upward
}

// TakeOver makes the plan of a holder for a year out of another commune's: its targets, duties, tasks and indicators
// with every date moved to that year. Number, day and the plans of that commune's own superiors are the holder's to
// write.
//
// Practice, not law: docs/decisions/0042.
func TakeOver(pattern Plan, year int, by Holder) Plan {
	p := CopyPlan(pattern, year, Upward{})
	p.Pattern, p.CopiedFrom = false, ""
	p.Issuer, p.Signer, p.Upward = by.Issuer, by.Signer, by.Upward
	p.References = slices.DeleteFunc(p.References, func(r Reference) bool { return isLocal(r.Issuer) })
	p.Grounds = GroundsForAll(p.Grounds)
	p = Readdress(p, NamedUpward(pattern))
	return p.ofUnit(by.Unit)
}

// EmptyPlan is a plan of a holder for a year with the campaigns of a pattern and the grounds that hold for everybody,
// and nothing else.
func EmptyPlan(pattern Plan, year int, by Holder) Plan {
	p := Plan{Draft: true, Year: year, Issuer: by.Issuer, Signer: by.Signer, Upward: by.Upward}
	for _, c := range pattern.Campaigns {
		p.Campaigns = append(p.Campaigns, CampaignPlan{ID: c.ID, Name: c.Name})
	}
	p.Grounds = GroundsForAll(pattern.Grounds)
	return p
}

// BeginPlan has a plan followed from its own day on: one that was signed before the program knew of it.
func BeginPlan(p Plan) Plan {
	p.Pattern, p.Draft, p.InForce, p.From, p.Closed = false, false, true, value.Date{}, value.Date{}
	return p
}

// isLocal reports whether a document is of an authority of one province or district.
func isLocal(issuer string) bool {
	issuer = strings.ToLower(strings.TrimSpace(issuer))
	return strings.HasPrefix(issuer, "ubnd") || strings.HasPrefix(issuer, "ủy ban nhân dân") ||
		strings.HasPrefix(issuer, "hđnd") || strings.HasPrefix(issuer, "hội đồng nhân dân")
}

// NamedUpward is to whom a plan's own words send its papers: the monthly report, and the result of its first campaign.
func NamedUpward(p Plan) (out Upward) {
	for _, d := range p.Duties {
		if d.Monthly > 0 && out.Superior == "" {
			out.Superior = d.To
		}
	}
	if len(p.Campaigns) > 0 {
		out.Addressee = p.Campaigns[0].To
	}
	return out
}

// ofUnit names the committee of a plan's own unit as one of another kind: "Văn phòng UBND xã" is "Văn phòng UBND
// phường" in a ward.
func (p Plan) ofUnit(kind string) Plan {
	const committee = "UBND "
	if kind == "" || kind == "xã" {
		return p
	}
	named := strings.NewReplacer(committee+"xã", committee+kind).Replace
	for i := range p.Duties {
		d := &p.Duties[i]
		d.Owner, d.To = named(d.Owner), named(d.To)
	}
	for i := range p.Tasks {
		p.Tasks[i].Owner = named(p.Tasks[i].Owner)
	}
	for i := range p.Indicators {
		ind := &p.Indicators[i]
		ind.Lead, ind.Support = named(ind.Lead), named(ind.Support)
		ind.Numerator, ind.Denominator = named(ind.Numerator), named(ind.Denominator)
	}
	return p
}
