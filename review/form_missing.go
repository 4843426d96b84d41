package review

import (
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// OpenForm is a procedure of a proposal whose review form is not answered to the end: nobody has begun it where
// nothing is answered.
type OpenForm struct {
	Procedure       catalog.Code
	Answered, Total int
}

// OpenForms lists them in the order of the proposal. Forms are those saved, by key.
//
// Practice, not law: docs/decisions/0027.
func OpenForms(p Proposal, forms map[catalog.Code]Form) []OpenForm {
	var out []OpenForm
	for _, m := range p.Members {
		n := Progress(forms[m.Procedure.Key()])
		if n.Answered < n.Total {
			out = append(out, OpenForm{m.Procedure, n.Answered, n.Total})
		}
	}
	return out
}

// IsMissing reports whether nothing of the form is answered.
func (f OpenForm) IsMissing() bool { return f.Answered == 0 }

// StateForms is a proposal as it is handed in, with the reason why a review form of it has no answer at all; a reason
// that none needs is dropped. It refuses a proposal that needs one and has none. What keeps a procedure needs the
// answers themselves (CheckKept): no reason stands for them.
//
// Practice, not law: docs/decisions/0027.
func StateForms(p Proposal, forms map[catalog.Code]Form, reason string) (Proposal, error) {
	var missing []string
	for _, f := range OpenForms(p, forms) {
		if f.IsMissing() && p.Conclusion != Keep {
			missing = append(missing, string(f.Procedure))
		}
	}
	p.FormReason = ""
	if len(missing) == 0 {
		return p, nil
	}
	if p.FormReason = strings.TrimSpace(reason); p.FormReason == "" {
		return p, value.Problems{{
			Field: "form_reason",
			Code:  "form_reason.missing",
			Args:  []any{strings.Join(missing, ", ")},
		}}
	}
	return p, nil
}

// FiledWithoutForm lists the reviews of a campaign that were handed in without a review form, each once, in the order
// of its list. Reviews that a campaign file brought along state no reason and are not judged.
//
// Practice, not law: docs/decisions/0027.
func FiledWithoutForm(all []Standing) []Proposal {
	var out []Proposal
	for _, s := range all {
		if s.Review == nil || s.Review.FormReason == "" || !IsReviewed(s.State) {
			continue
		}
		if !slices.ContainsFunc(out, func(p Proposal) bool { return p.ID == s.Review.ID }) {
			out = append(out, *s.Review)
		}
	}
	return out
}
