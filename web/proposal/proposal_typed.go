package proposal

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// typedProposal is the form of a draft read back: the text, and under which field of the form each change and each
// rewritten part of a member stands, so that problems find their place.
type typedProposal struct {
	Text  app.ProposalText
	where map[string]string // "members[0].changes[1]" → "members[0].paper.0.1"
}

// readProposal reads the form of a draft. Bases are the versions of the members by code, whose parts the fields of
// changes are numbered by.
func readProposal(in url.Values, bases map[catalog.Code]catalog.Procedure) (typedProposal, value.Problems) {
	out := typedProposal{where: map[string]string{}}
	var p value.Problems
	t := &out.Text
	t.Title, t.Conclusion, t.Roadmap = strings.TrimSpace(in.Get("title")), review.Conclusion(in.Get("conclusion")), strings.TrimSpace(in.Get("roadmap"))
	if typed := strings.TrimSpace(in.Get("effort")); typed != "" {
		d, err := viet.ParseDecimal(typed)
		if err != nil {
			p.Add("effort", "cell.decimal", typed)
		}
		t.Effort = value.Known(d)
	}
	for _, code := range strings.FieldsFunc(in.Get("merged"), func(r rune) bool { return r == '\n' || r == '\r' || r == ',' || r == ';' }) {
		if code = strings.TrimSpace(code); code != "" {
			t.Merged = append(t.Merged, catalog.Code(code))
		}
	}
	kept := 0
	for _, n := range numbered(in, "members") {
		name := "members[" + strconv.Itoa(n) + "]"
		code := catalog.Code(in.Get(name + ".code"))
		if code == "" || in.Get(name+".remove") == "1" {
			continue
		}
		m := app.MemberText{Procedure: code.Key()}
		r := changeReader{in: in, name: name, at: "members[" + strconv.Itoa(kept) + "]", where: out.where}
		m.Changes, m.Overrides = r.read(bases[code.Key()])
		p = append(p, r.problems...)
		t.Members = append(t.Members, m)
		kept++
	}
	for _, n := range numbered(in, "measures") {
		at := "measures[" + strconv.Itoa(n) + "]."
		m := review.Measure{Kind: review.MeasureKind(in.Get(at + "kind")), Part: catalog.Part(in.Get(at + "part")),
			Content: strings.TrimSpace(in.Get(at + "content")), Reason: strings.TrimSpace(in.Get(at + "reason"))}
		if m.Content != "" || m.Reason != "" {
			out.where["measures["+strconv.Itoa(len(t.Measures))+"]"] = strings.TrimSuffix(at, ".")
			t.Measures = append(t.Measures, m)
		}
	}
	for _, n := range numbered(in, "amendments") {
		at := "amendments[" + strconv.Itoa(n) + "]."
		a := review.Amendment{Document: strings.TrimSpace(in.Get(at + "document")), Article: strings.TrimSpace(in.Get(at + "article")),
			Request: strings.TrimSpace(in.Get(at + "request")), By: strings.TrimSpace(in.Get(at + "by"))}
		if a != (review.Amendment{}) {
			out.where["amendments["+strconv.Itoa(len(t.Amendments))+"]"] = strings.TrimSuffix(at, ".")
			t.Amendments = append(t.Amendments, a)
		}
	}
	return out, p
}

var numberedForm = regexp.MustCompile(`^(members|measures|amendments)\[(\d{1,3})\]\.`)

// numbered are the numbers of the rows that a form sent, in order.
func numbered(in url.Values, list string) []int {
	var out []int
	for name := range in {
		if m := numberedForm.FindStringSubmatch(name); m != nil && m[1] == list {
			n, _ := strconv.Atoi(m[2]) // three digits at most
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// placed moves problems to the fields of the form that they speak of.
func (t typedProposal) placed(problems value.Problems) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		best := ""
		for from := range t.where {
			if (p.Field == from || strings.HasPrefix(p.Field, from+".")) && len(from) > len(best) {
				best = from
			}
		}
		switch {
		case best == "":
		case strings.HasPrefix(best, "measures"), strings.HasPrefix(best, "amendments"):
			out[i].Field = t.where[best] + strings.TrimPrefix(p.Field, best)
		default:
			out[i].Field = t.where[best]
		}
		if strings.HasPrefix(p.Field, "merged[") {
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
			r.fee(key(i, j), review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: i, Into: j}, base.Methods[i].Fees[j])
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
		r.add("condition", review.Change{Op: review.ClearCondition, Part: catalog.PartConditions, Text: r.get("condition.left")})
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
	out := url.Values{}
	set := func(name, v string) {
		if v != "" {
			out.Set(name, v)
		}
	}
	set("title", p.Title)
	set("conclusion", string(p.Conclusion))
	set("roadmap", p.Roadmap)
	if d, known := p.Effort.Get(); known {
		set("effort", viet.Decimal(d))
	}
	var merged []string
	for _, code := range p.Merged {
		merged = append(merged, string(code))
	}
	set("merged", strings.Join(merged, "\n"))
	for i, m := range p.Members {
		name := "members[" + strconv.Itoa(i) + "]"
		set(name+".code", string(m.Procedure))
		for _, c := range m.Changes {
			typedChange(func(k, v string) { set(name+"."+k, v) }, c)
		}
		for _, o := range m.Overrides {
			set(name+".rewrite."+string(o.Part), o.Text)
		}
	}
	for i, m := range p.Measures {
		at := "measures[" + strconv.Itoa(i) + "]."
		out.Set(at+"kind", string(m.Kind))
		out.Set(at+"part", string(m.Part))
		out.Set(at+"content", m.Content)
		out.Set(at+"reason", m.Reason)
	}
	for i, a := range p.Amendments {
		at := "amendments[" + strconv.Itoa(i) + "]."
		out.Set(at+"document", a.Document)
		out.Set(at+"article", a.Article)
		out.Set(at+"request", a.Request)
		out.Set(at+"by", a.By)
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
