package proposal

import (
	"net/url"
	"strconv"
	"strings"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
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

// typedProposal is the form of a draft read back: the text, and under which field of the form each change and each
// rewritten part of a member stands, so that problems find their place.
type typedProposal struct {
	Text  app.ProposalText
	read  field.Reading
	where map[string]string // "members[0].changes[1]" → "members[0].paper.0.1"
}

// readProposal reads the form of a draft. Bases are the versions of the members by code, whose parts the fields of
// changes are numbered by.
func readProposal(in url.Values, bases map[catalog.Code]catalog.Procedure) (typedProposal, value.Problems) {
	out := typedProposal{where: map[string]string{}}
	out.read = proposalForm.Read(in, &out.Text)
	problems := out.read.Problems
	for _, n := range field.RowNumbers(in, "members") {
		name := field.RowName("members", n)
		code := catalog.Code(in.Get(name + ".code")).Key()
		if code == "" || in.Get(name+".remove") == "1" {
			continue
		}
		r := changeReader{in: in, name: name, at: field.RowName("members", len(out.Text.Members)), where: out.where}
		m := app.MemberText{Procedure: code}
		m.Changes, m.Overrides = r.read(bases[code])
		problems = append(problems, r.problems...)
		out.Text.Members = append(out.Text.Members, m)
	}
	return out, problems
}

// placed moves problems to the fields of the form that they speak of.
func (t typedProposal) placed(problems value.Problems) value.Problems {
	out := t.read.Place(problems)
	for i, p := range problems {
		best := ""
		for from := range t.where {
			if (p.Field == from || strings.HasPrefix(p.Field, from+".")) && len(from) > len(best) {
				best = from
			}
		}
		switch {
		case best != "":
			out[i].Field = t.where[best]
		case strings.HasPrefix(p.Field, "merged["):
			out[i].Field = "merged"
		}
	}
	return out
}

// changeReader reads what is to change in one member.
type changeReader struct {
	in       url.Values
	name     string // of the fields: "members[2]"
	at       string // of the problems: "members[1]", counted without those taken out
	where    map[string]string
	problems value.Problems
	changes  []review.Change
}

func (r *changeReader) get(key string) string { return strings.TrimSpace(r.in.Get(r.name + "." + key)) }

// add is a change with the field of the form that asked for it.
func (r *changeReader) add(key string, c review.Change) {
	r.where[r.at+".changes["+strconv.Itoa(len(r.changes))+"]"] = r.name + "." + key
	r.changes = append(r.changes, c)
}

func key(parts ...any) string {
	var out []string
	for _, p := range parts {
		switch v := p.(type) {
		case int:
			out = append(out, strconv.Itoa(v))
		case string:
			out = append(out, v)
		}
	}
	return strings.Join(out, ".")
}

func (r *changeReader) read(base catalog.Procedure) ([]review.Change, []review.Override) {
	for i, d := range base.Dossier {
		for j := range d.Papers {
			r.paper(i, j)
		}
	}
	for i := range base.Steps {
		r.step(i)
	}
	r.limit("all", review.Change{Op: review.SetLimit, Part: catalog.PartTimeLimit})
	for i := range base.Methods {
		r.limit(strconv.Itoa(i), review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: i})
		for j := range base.Methods[i].Fees {
			r.fee(key(i, j), review.Change{
				Op:    review.SetFee,
				Part:  catalog.PartChannels,
				Index: i,
				Into:  j,
			}, base.Methods[i].Fees[j])
		}
	}
	for j := range base.Fees {
		r.fee(key("all", j), review.Change{Op: review.SetFee, Part: catalog.PartFees, Index: j}, base.Fees[j])
	}
	for _, ch := range channels {
		if r.get("channel."+string(ch)) == "1" {
			r.add("channel."+string(ch), review.Change{Op: review.NewChannel, Part: catalog.PartChannels, Channel: ch})
		}
	}
	for i := range base.Forms {
		if r.get(key("form", i)) == "1" {
			r.add(key("form", i), review.Change{Op: review.RemoveForm, Part: catalog.PartForms, Index: i})
		}
	}
	if r.get("condition") == "clear" {
		r.add("condition", review.Change{
			Op:   review.ClearCondition,
			Part: catalog.PartConditions,
			Text: r.get("condition.left"),
		})
	}
	r.copies()
	if who := r.get("agency"); who != "" {
		r.add("agency", review.Change{Op: review.SetAgency, Part: catalog.PartAgency, Text: who})
	}
	return r.changes, r.overrides()
}

// channels are the ways in which a dossier may be handed in.
var channels = []catalog.Channel{catalog.InPerson, catalog.Online, catalog.Postal}

func (r *changeReader) paper(i, j int) {
	c := review.Change{Part: catalog.PartDossier, Case: i, Index: j}
	switch r.get(key("paper", i, j)) {
	case "remove":
		c.Op = review.RemovePaper
	case "photo":
		c.Op = review.PhotoForCopy
	case "form":
		c.Op = review.RemoveForm
	default:
		return
	}
	r.add(key("paper", i, j), c)
}

func (r *changeReader) step(i int) {
	what := r.get(key("step", i))
	c := review.Change{Op: review.RemoveStep, Part: catalog.PartSteps, Index: i}
	if into, joins := strings.CutPrefix(what, "into."); joins {
		n, err := strconv.Atoi(into)
		if err != nil {
			n = -1 // no such step: the change says so
		}
		c.Op, c.Into = review.JoinSteps, n
	} else if what != "remove" {
		return
	}
	r.add(key("step", i), c)
}

func (r *changeReader) limit(at string, c review.Change) {
	typed := r.get("limit." + at)
	if typed == "" {
		return
	}
	d, err := viet.ParseDecimal(typed)
	if err != nil {
		r.problems.Add(r.name+".limit."+at, "cell.decimal", typed)
	}
	c.Limit = catalog.TimeLimit{Number: value.Known(d), Unit: catalog.Unit(r.get("limit." + at + ".unit"))}
	r.add("limit."+at, c)
}

func (r *changeReader) fee(at string, c review.Change, old catalog.Fee) {
	name := "fee." + at
	c.Fee = catalog.Fee{Kind: old.Kind}
	switch r.get(name) {
	case "free":
		c.Fee.State = catalog.FeeFree
	case "amount":
		typed := r.get(name + ".amount")
		m, err := viet.ParseMoney(typed)
		switch {
		case typed == "":
			r.problems.Add(r.name+"."+name+".amount", "cell.empty")
		case err != nil:
			r.problems.Add(r.name+"."+name+".amount", "cell.whole", typed)
		case m < 0:
			r.problems.Add(r.name+"."+name+".amount", "number.negative")
		}
		c.Fee.State, c.Fee.Amount, c.Fee.Currency = catalog.FeeAmount, value.Known(m), old.Currency
	default:
		return
	}
	r.add(name, c)
}

func (r *changeReader) copies() {
	typed := r.get("copies")
	if typed == "" {
		return
	}
	n, err := strconv.Atoi(typed)
	if err != nil {
		r.problems.Add(r.name+".copies", "cell.whole", typed)
	}
	r.add("copies", review.Change{Op: review.SetCopies, Part: catalog.PartCopies, Number: value.Known(n)})
}

func (r *changeReader) overrides() []review.Override {
	var out []review.Override
	for _, part := range catalog.Parts {
		if text := strings.ReplaceAll(r.get("rewrite."+string(part)), "\r\n", "\n"); text != "" {
			r.where[r.at+".overrides["+strconv.Itoa(len(out))+"]"] = r.name + ".rewrite." + string(part)
			out = append(out, review.Override{Part: part, Text: text})
		}
	}
	return out
}

// typedOfProposal writes a stored draft as its form would have sent it.
func typedOfProposal(p review.Proposal) url.Values {
	out := proposalForm.Values(textOf(p))
	for i, m := range p.Members {
		name := field.RowName("members", i)
		out.Set(name+".code", string(m.Procedure))
		for _, c := range m.Changes {
			typedChange(func(k, v string) { out.Set(name+"."+k, v) }, c)
		}
		for _, o := range m.Overrides {
			out.Set(name+".rewrite."+string(o.Part), o.Text)
		}
	}
	return out
}

func typedChange(set func(key, v string), c review.Change) {
	switch c.Op {
	case review.RemovePaper:
		set(key("paper", c.Case, c.Index), "remove")
	case review.PhotoForCopy:
		set(key("paper", c.Case, c.Index), "photo")
	case review.RemoveForm:
		if c.Part == catalog.PartDossier {
			set(key("paper", c.Case, c.Index), "form")
		} else {
			set(key("form", c.Index), "1")
		}
	case review.RemoveStep:
		set(key("step", c.Index), "remove")
	case review.JoinSteps:
		set(key("step", c.Index), "into."+strconv.Itoa(c.Into))
	case review.SetLimit:
		at := "all"
		if c.Part == catalog.PartChannels {
			at = strconv.Itoa(c.Index)
		}
		set("limit."+at, viet.Decimal(c.Limit.Number.Or(0)))
		set("limit."+at+".unit", string(c.Limit.Unit))
	case review.SetFee:
		at := key("all", c.Index)
		if c.Part == catalog.PartChannels {
			at = key(c.Index, c.Into)
		}
		if c.Fee.State == catalog.FeeFree {
			set("fee."+at, "free")
			return
		}
		set("fee."+at, "amount")
		set("fee."+at+".amount", viet.Number(int64(c.Fee.Amount.Or(0))))
	case review.NewChannel:
		set("channel."+string(c.Channel), "1")
	case review.ClearCondition:
		set("condition", "clear")
		set("condition.left", c.Text)
	case review.SetCopies:
		set("copies", strconv.Itoa(c.Number.Or(0)))
	case review.SetAgency:
		set("agency", c.Text)
	}
}
