package proposal

import (
	"net/url"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// proposalKeys is under which keys the labels of a proposal stand.
const proposalKeys = "proposal"

// proposalForm is what the form of a draft asks, all but what changes in its procedures.
var proposalForm = field.Form[review.Proposal]{
	field.Word("conclusion", func(p *review.Proposal) *review.Conclusion { return &p.Conclusion }, "conclusion",
		review.Conclusions, field.Medium).Choose(),
	field.Text("title", func(p *review.Proposal) *string { return &p.Title }),
	field.PressedRows("measures", func(p *review.Proposal) *[]review.Measure { return &p.Measures }, measureRows),
	field.PressedRows("amendments", func(p *review.Proposal) *[]review.Amendment { return &p.Amendments }, amendmentRows),
	field.Text("roadmap", func(p *review.Proposal) *string { return &p.Roadmap }),
	field.Own("merged", writeMerged, readMerged, field.Tall(0)),
	field.DecimalOr("effort", func(p *review.Proposal) *value.Opt[value.Decimal] { return &p.Effort }),
}

var measureRows = field.Form[review.Measure]{
	field.Word("kind", func(m *review.Measure) *review.MeasureKind { return &m.Kind }, "measure",
		review.MeasureKinds).Given(),
	field.Word("part", func(m *review.Measure) *catalog.Part { return &m.Part }, "part",
		append([]catalog.Part{""}, catalog.Parts...)).Given(),
	field.Long("content", func(m *review.Measure) *string { return &m.Content }),
	field.Long("reason", func(m *review.Measure) *string { return &m.Reason }),
}

var amendmentRows = field.Form[review.Amendment]{
	field.Text("document", func(a *review.Amendment) *string { return &a.Document }),
	field.Text("article", func(a *review.Amendment) *string { return &a.Article }),
	field.Long("request", func(a *review.Amendment) *string { return &a.Request }),
	field.Text("by", func(a *review.Amendment) *string { return &a.By }, field.Label("amended_by")),
}

func writeMerged(p *review.Proposal) string {
	var out []string
	for _, code := range p.Merged {
		out = append(out, string(code))
	}
	return strings.Join(out, "\n")
}

func readMerged(p *review.Proposal, typed string) *value.Problem {
	p.Merged = nil
	for _, code := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune("\n\r,;", r) }) {
		if code = strings.TrimSpace(code); code != "" {
			p.Merged = append(p.Merged, catalog.Code(code))
		}
	}
	return nil
}

// typedProposal is the form of a draft read back: the text, and under which field of the form each change and each
// rewritten part of a member stands, so that problems find their place.
type typedProposal struct {
	Text  review.Proposal
	read  field.Reading
	where map[string]string // "members[0].changes[1]" → "members[0].paper.0.1"
}

// readProposal reads the form of a draft. Bases are the versions that its members start from, by key: the fields of
// changes are numbered by their parts.
func (s *Room) readProposal(in url.Values, bases map[catalog.Code]catalog.Procedure) (typedProposal, value.Problems) {
	out := typedProposal{where: map[string]string{}}
	out.read = proposalForm.Read(in, &out.Text)
	problems := out.read.Problems
	for _, n := range field.RowNumbers(in, "members") {
		name := field.RowName("members", n)
		m := review.Member{Procedure: catalog.Code(in.Get(name + ".code")).Key()}
		if m.Procedure == "" || in.Get(name+".remove") == "1" {
			continue
		}
		at := field.RowName("members", len(out.Text.Members)) + "."
		get := func(key string) string { return strings.TrimSpace(in.Get(name + "." + key)) }
		for _, o := range s.offers(bases[m.Procedure]) {
			c, changes, wrong := o.read(get)
			problems = append(problems, wrong.Under(name)...)
			if changes {
				out.where[at+field.RowName("changes", len(m.Changes))] = name + "." + o.key
				m.Changes = append(m.Changes, c)
			}
		}
		for _, part := range catalog.Parts {
			key := "rewrite." + string(part)
			if words := strings.ReplaceAll(get(key), "\r\n", "\n"); words != "" {
				out.where[at+field.RowName("overrides", len(m.Overrides))] = name + "." + key
				m.Overrides = append(m.Overrides, review.Override{Part: part, Text: words})
			}
		}
		out.Text.Members = append(out.Text.Members, m)
	}
	return out, problems
}

// placed moves problems to the fields of the form that they speak of.
func (t typedProposal) placed(problems value.Problems) value.Problems {
	out := t.read.Place(problems)
	for i, p := range problems {
		for from, to := range t.where {
			if p.Field == from || strings.HasPrefix(p.Field, from+".") {
				out[i].Field = to
			}
		}
		if strings.HasPrefix(p.Field, "merged[") {
			out[i].Field = "merged"
		}
	}
	return out
}

// typedOfProposal writes a stored draft as its form would have sent it.
func (s *Room) typedOfProposal(p review.Proposal, bases map[catalog.Code]catalog.Procedure) url.Values {
	out := proposalForm.Values(p)
	for i, m := range p.Members {
		name := field.RowName("members", i) + "."
		out.Set(name+"code", string(m.Procedure))
		for _, o := range s.offers(bases[m.Procedure.Key()]) {
			for _, c := range m.Changes {
				o.write(c, func(key, typed string) { out.Set(name+key, typed) })
			}
		}
		for _, o := range m.Overrides {
			out.Set(name+"rewrite."+string(o.Part), o.Text)
		}
	}
	return out
}
