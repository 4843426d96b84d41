package catalog

import (
	"cmp"
	"reflect"
	"slices"

	"rasoat/viet"
)

// Canonical is p in the one form in which two versions are compared: every text in NFC, lists whose order
// means nothing (levels, applicants, agencies, results, forms, legal basis …) sorted and without
// repetitions, empty lists nil. It shares nothing with p. It is for comparing; what is kept and shown
// keeps the order of its source.
func Canonical(p Procedure) Procedure {
	p.Code, p.Name, p.Decider = Code(viet.NFC(string(p.Code))), viet.NFC(p.Name), viet.NFC(p.Decider)
	p.Levels = set(p.Levels, same[Level], cmp.Compare[Level])
	p.Field, p.FieldCode, p.Type = viet.NFC(p.Field), viet.NFC(p.FieldCode), viet.NFC(p.Type)
	p.Announcer = named(p.Announcer)
	p.Decision.Number, p.Decision.By = viet.NFC(p.Decision.Number), viet.NFC(p.Decision.By)
	p.Validity.RepealedBy = viet.NFC(p.Validity.RepealedBy)

	p.Steps = list(p.Steps, step)
	p.Methods = list(p.Methods, method)
	p.Dossier = list(p.Dossier, dossierCase)
	p.Limit = limit(p.Limit)
	p.Applicants = texts(p.Applicants)
	p.Agencies, p.Authorities = nameds(p.Agencies), nameds(p.Authorities)
	p.Delegates, p.Partners = nameds(p.Delegates), nameds(p.Partners)
	p.Address, p.Conditions = viet.NFC(p.Address), viet.NFC(p.Conditions)
	p.Forms = texts(p.Forms)
	p.Fees = list(p.Fees, fee)
	p.Results, p.ResultValidity = nameds(p.Results), viet.NFC(p.ResultValidity)
	p.Law = set(p.Law, legalBasis, compareLaw)
	p.None = set(p.None, same[Part], cmp.Compare[Part])

	p.AlsoKnown, p.LifeEvents = texts(p.AlsoKnown), texts(p.LifeEvents)
	p.Keywords, p.Note = viet.NFC(p.Keywords), viet.NFC(p.Note)
	p.OnlineCases = list(p.OnlineCases, onlineCase)
	return p
}

// Equal reports whether two versions say the same: their canonical forms are equal.
func Equal(a, b Procedure) bool {
	return reflect.DeepEqual(Canonical(a), Canonical(b))
}

// list is a copy of s with f applied to each item, nil where s is empty.
func list[T any](s []T, f func(T) T) []T {
	if len(s) == 0 {
		return nil
	}
	out := make([]T, len(s))
	for i, x := range s {
		out[i] = f(x)
	}
	return out
}

// set is list, sorted and without repetitions.
func set[T comparable](s []T, f func(T) T, compare func(a, b T) int) []T {
	out := list(s, f)
	slices.SortFunc(out, compare)
	return slices.Compact(out)
}

func same[T any](x T) T { return x }

func texts(s []string) []string { return set(s, viet.NFC, cmp.Compare[string]) }

func nameds(s []Named) []Named { return set(s, named, compareNamed) }

func named(n Named) Named { return Named{Name: viet.NFC(n.Name), Code: viet.NFC(n.Code)} }

func compareNamed(a, b Named) int {
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Code, b.Code))
}

func compareLaw(a, b LegalBasis) int {
	return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Raw, b.Raw))
}

func legalBasis(l LegalBasis) LegalBasis {
	return LegalBasis{Number: viet.NFC(l.Number), Name: viet.NFC(l.Name), Raw: viet.NFC(l.Raw)}
}

func step(s Step) Step { return Step{Name: viet.NFC(s.Name), Text: viet.NFC(s.Text)} }

func limit(t TimeLimit) TimeLimit {
	t.Text = viet.NFC(t.Text)
	return t
}

func fee(f Fee) Fee {
	f.Currency, f.Text = viet.NFC(f.Currency), viet.NFC(f.Text)
	return f
}

func method(m Method) Method {
	m.Limit, m.Fees, m.Text = limit(m.Limit), list(m.Fees, fee), viet.NFC(m.Text)
	return m
}

func paper(p Paper) Paper {
	p.Name, p.Code, p.Held = viet.NFC(p.Name), viet.NFC(p.Code), viet.NFC(p.Held)
	p.Forms = texts(p.Forms)
	return p
}

func dossierCase(c DossierCase) DossierCase {
	return DossierCase{Name: viet.NFC(c.Name), Papers: list(c.Papers, paper)}
}

func onlineCase(c OnlineCase) OnlineCase {
	return OnlineCase{Code: viet.NFC(c.Code), Name: viet.NFC(c.Name), Limit: limit(c.Limit)}
}
