package proposal

import (
	"net/url"
	"strings"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// proposalKeys is under which keys the labels of a proposal stand.
const proposalKeys = "proposal"

// proposalForm is what the form of a draft asks, all but what changes in its procedures.
var proposalForm = field.Form[app.ProposalText]{
	field.Word("conclusion", func(t *app.ProposalText) *review.Conclusion { return &t.Conclusion }, "conclusion",
		review.Conclusions, field.Medium).Choose(),
	field.Text("title", func(t *app.ProposalText) *string { return &t.Title }),
	field.PressedRows("measures", func(t *app.ProposalText) *[]review.Measure { return &t.Measures }, measureRows),
	field.PressedRows("amendments", func(t *app.ProposalText) *[]review.Amendment { return &t.Amendments },
		amendmentRows),
	field.Text("roadmap", func(t *app.ProposalText) *string { return &t.Roadmap }),
	field.Own("merged", writeMerged, readMerged, field.Tall(0)),
	field.DecimalOr("effort", func(t *app.ProposalText) *value.Opt[value.Decimal] { return &t.Effort }),
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

func writeMerged(t *app.ProposalText) string {
	var out []string
	for _, code := range t.Merged {
		out = append(out, string(code))
	}
	return strings.Join(out, "\n")
}

func readMerged(t *app.ProposalText, typed string) *value.Problem {
	t.Merged = nil
	for _, code := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune("\n\r,;", r) }) {
		if code = strings.TrimSpace(code); code != "" {
			t.Merged = append(t.Merged, catalog.Code(code))
		}
	}
	return nil
}

// textOf is what the form of a stored proposal holds.
func textOf(p review.Proposal) app.ProposalText {
	t := app.ProposalText{
		Title:      p.Title,
		Conclusion: p.Conclusion,
		Measures:   p.Measures,
		Merged:     p.Merged,
		Amendments: p.Amendments,
		Effort:     p.Effort,
		Roadmap:    p.Roadmap,
	}
	for _, m := range p.Members {
		t.Members = append(t.Members, app.MemberText{
			Procedure: m.Procedure,
			Changes:   m.Changes,
			Overrides: m.Overrides,
		})
	}
	return t
}

// baseVersions are the versions of procedures that the members of a proposal start from, by key: the fields of changes
// are numbered by their parts.
type baseVersions map[catalog.Code]catalog.Procedure

// typedProposal is the form of a draft read back: the text, and under which field of the form each change and each
// rewritten part of a member stands, so that problems find their place.
type typedProposal struct {
	Text  app.ProposalText
	read  field.Reading
	where map[string]string // "members[0].changes[1]" → "members[0].paper.0.1"
}

// readProposal reads the form of a draft.
func (s *Room) readProposal(in url.Values, bases baseVersions) (typedProposal, value.Problems) {
	out := typedProposal{where: map[string]string{}}
	out.read = proposalForm.Read(in, &out.Text)
	problems := out.read.Problems
	for _, n := range field.RowNumbers(in, "members") {
		name := field.RowName("members", n)
		m := app.MemberText{Procedure: catalog.Code(in.Get(name + ".code")).Key()}
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
func (s *Room) typedOfProposal(p review.Proposal, bases baseVersions) url.Values {
	out := proposalForm.Values(textOf(p))
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
