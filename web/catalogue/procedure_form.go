package catalogue

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// formLists are the lists of the form of a procedure with the lists inside their rows.
var formLists = []struct{ list, inner string }{
	{"steps", ""}, {"methods", "fees"}, {"dossier", "papers"}, {"fees", ""}, {"legal_basis", ""},
}

// tidyForm numbers all rows anew; with dropBlank those go in which nothing stands.
func tidyForm(v url.Values, dropBlank bool) {
	var keep func(string) bool
	if dropBlank {
		keep = func(row string) bool { return !field.IsBlank(v, row) }
	}
	for _, l := range formLists {
		if l.inner != "" {
			for _, n := range field.RowNumbers(v, l.list) {
				field.Renumber(v, field.RowName(l.list, n)+"."+l.inner, keep)
			}
		}
		field.Renumber(v, l.list, keep)
	}
}

// noneParts are the parts of which the form can say that there are none.
var noneParts = []catalog.Part{
	catalog.PartSteps,
	catalog.PartChannels,
	catalog.PartDossier,
	catalog.PartTimeLimit,
	catalog.PartApplicants,
	catalog.PartAgency,
	catalog.PartForms,
	catalog.PartConditions,
	catalog.PartFees,
	catalog.PartResult,
	catalog.PartLegalBasis,
}

// procedureValues is a procedure as its form shows it.
func procedureValues(p catalog.Procedure) url.Values {
	v := url.Values{}
	set := func(key, text string) {
		if text != "" {
			v.Set(key, text)
		}
	}
	set("code", string(p.Code))
	set("name", p.Name)
	set("kind", string(p.Kind))
	set("group", string(p.Group))
	set("decider", p.Decider)
	set("ours", string(p.Ours))
	set("field", p.Field)
	for _, l := range p.Levels {
		v.Add("levels", string(l))
	}
	set("also_known", strings.Join(p.AlsoKnown, "\n"))
	for i, s := range p.Steps {
		row := field.RowName("steps", i)
		v.Set(row+".name", s.Name)
		v.Set(row+".text", s.Text)
	}
	for i, m := range p.Methods {
		row := field.RowName("methods", i)
		v.Set(row+".channel", string(m.Channel))
		setLimit(v, row+".limit", m.Limit)
		v.Set(row+".text", m.Text)
		setFees(v, row+".fees", m.Fees)
	}
	for i, d := range p.Dossier {
		row := field.RowName("dossier", i)
		v.Set(row+".name", d.Name)
		for j, x := range d.Papers {
			paper := field.RowName(row+".papers", j)
			v.Set(paper+".name", x.Name)
			v.Set(paper+".originals", plainCount(x.Originals))
			v.Set(paper+".copies", plainCount(x.Copies))
			v.Set(paper+".forms", strings.Join(x.Forms, "\n"))
		}
	}
	set("copies", plainCount(p.Copies))
	setLimit(v, "limit", p.Limit)
	setFees(v, "fees", p.Fees)
	for key, list := range map[string][]string{"applicants": p.Applicants, "agencies": names(p.Agencies),
		"authorities": names(p.Authorities),
		"delegates":   names(p.Delegates), "partners": names(p.Partners), "forms": p.Forms, "results": names(p.Results),
		"life_events": p.LifeEvents} {
		set(key, strings.Join(list, "\n"))
	}
	set("address", p.Address)
	set("conditions", p.Conditions)
	set("result_validity", p.ResultValidity)
	for i, l := range p.Law {
		row := field.RowName("legal_basis", i)
		v.Set(row+".number", l.Number)
		v.Set(row+".name", l.Name)
	}
	set("decision.number", p.Decision.Number)
	set("decision.date", viet.ShortDate(p.Decision.Date))
	set("decision.by", p.Decision.By)
	set("validity.from", viet.ShortDate(p.Validity.From))
	set("validity.until", viet.ShortDate(p.Validity.Until))
	set("validity.repealed_by", p.Validity.RepealedBy)
	set("published", viet.ShortDate(p.Published))
	set("announcer.name", p.Announcer.Name)
	set("type", p.Type)
	set("keywords", p.Keywords)
	set("note", p.Note)
	for key, yes := range map[string]bool{"full_online": p.FullOnline, "any_place": p.AnyPlace} {
		if yes {
			v.Set(key, "true")
		}
	}
	for _, part := range p.None {
		v.Set("none."+string(part), "true")
	}
	return v
}

func names(list []catalog.Named) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = n.Name
	}
	return out
}

func plainCount(n value.Opt[int]) string {
	if v, known := n.Get(); known {
		return strconv.Itoa(v)
	}
	return ""
}

func setLimit(v url.Values, at string, t catalog.TimeLimit) {
	if n, known := t.Number.Get(); known {
		v.Set(at+".number", viet.Decimal(n))
	}
	v.Set(at+".unit", string(t.Unit))
	v.Set(at+".text", t.Text)
}

func setFees(v url.Values, list string, fees []catalog.Fee) {
	for i, f := range fees {
		row := field.RowName(list, i)
		v.Set(row+".state", string(f.State))
		v.Set(row+".kind", string(f.Kind))
		if n, known := f.Amount.Get(); known {
			v.Set(row+".amount", viet.Number(int64(n)))
		}
		v.Set(row+".currency", f.Currency)
		v.Set(row+".text", f.Text)
	}
}

// typedProcedure is what a form says of a procedure, and what in it cannot be read. What no form shows, and the
// codes behind names that still stand there, come from base.
func typedProcedure(v url.Values, base catalog.Procedure) (catalog.Procedure, value.Problems) {
	r := formReader{v: v}
	p := base
	p.Name, p.Kind, p.Group = r.line("name"), catalog.Kind(v.Get("kind")), catalog.Group(v.Get("group"))
	p.Decider, p.Ours, p.Field = r.line("decider"), catalog.Ours(v.Get("ours")), r.line("field")
	if base.Code == "" {
		p.Code = catalog.Code(r.line("code"))
	}
	if p.Field != base.Field {
		p.FieldCode = ""
	}
	p.Levels = nil
	for _, l := range v["levels"] {
		p.Levels = append(p.Levels, catalog.Level(l))
	}
	p.AlsoKnown = r.lines("also_known")
	p.Steps, p.Methods, p.Dossier = r.steps(), r.methods(), r.dossier(base)
	p.Copies, p.Limit, p.Fees = r.count("copies"), r.limit("limit"), r.fees("fees")
	p.Applicants, p.Forms, p.LifeEvents = r.lines("applicants"), r.lines("forms"), r.lines("life_events")
	p.Agencies, p.Authorities = r.named("agencies", base.Agencies), r.named("authorities", base.Authorities)
	p.Delegates, p.Partners = r.named("delegates", base.Delegates), r.named("partners", base.Partners)
	p.Results, p.ResultValidity = r.named("results", base.Results), r.line("result_validity")
	p.Address, p.Conditions = r.text("address"), r.text("conditions")
	p.Law = r.law(base.Law)
	p.Decision = catalog.Decision{
		Number: r.line("decision.number"),
		Date:   r.date("decision.date"),
		By:     r.line("decision.by"),
	}
	p.Validity = catalog.Validity{
		From:       r.date("validity.from"),
		Until:      r.date("validity.until"),
		RepealedBy: r.line("validity.repealed_by"),
	}
	p.Published = r.date("published")
	if name := r.line("announcer.name"); name != base.Announcer.Name {
		p.Announcer = catalog.Named{Name: name}
	}
	p.Type, p.Keywords, p.Note = r.line("type"), r.text("keywords"), r.text("note")
	p.FullOnline, p.AnyPlace = v.Get("full_online") != "", v.Get("any_place") != ""
	p.None = nil
	for _, part := range catalog.Parts {
		asked := slices.Contains(noneParts, part)
		if asked && v.Get("none."+string(part)) != "" ||
			!asked && slices.Contains(base.None, part) && catalog.Holds(p, part) != catalog.Present {
			p.None = append(p.None, part)
		}
	}
	return p, r.problems
}

// formReader reads typed fields; what it cannot read it remembers and leaves unknown.
type formReader struct {
	v        url.Values
	problems value.Problems
}

func (r *formReader) line(key string) string { return viet.Clean(r.v.Get(key)) }

func (r *formReader) text(key string) string { return viet.CleanText(r.v.Get(key)) }

func (r *formReader) lines(key string) []string {
	return field.SplitLines(viet.CleanText(r.v.Get(key)))
}

// named keeps the code of a name that still stands there.
func (r *formReader) named(key string, base []catalog.Named) []catalog.Named {
	var out []catalog.Named
	for _, l := range r.lines(key) {
		n := catalog.Named{Name: l}
		if i := slices.IndexFunc(base, func(b catalog.Named) bool { return viet.Clean(b.Name) == l }); i >= 0 {
			n = base[i]
		}
		out = append(out, n)
	}
	return out
}

func (r *formReader) count(key string) value.Opt[int] {
	text := r.line(key)
	if text == "" {
		return value.Opt[int]{}
	}
	n, err := strconv.Atoi(text)
	if err != nil || n > 9999 || n < -9999 {
		r.problems.Add(key, "typed.count", text)
		return value.Opt[int]{}
	}
	return value.Known(n)
}

func (r *formReader) date(key string) value.Date {
	text := r.line(key)
	if text == "" {
		return value.Date{}
	}
	d, err := viet.ParseDate(text)
	if err != nil {
		r.problems.Add(key, "date.typed", text)
	}
	return d
}

func (r *formReader) limit(at string) catalog.TimeLimit {
	t := catalog.TimeLimit{Unit: catalog.Unit(r.v.Get(at + ".unit")), Text: r.text(at + ".text")}
	text := r.line(at + ".number")
	if text == "" {
		if t.Unit != catalog.NoUnit {
			r.problems.Add(at+".number", "typed.unit_alone")
		}
		return t
	}
	n, err := viet.ParseDecimal(text)
	if err != nil {
		r.problems.Add(at+".number", "typed.number", text)
		return t
	}
	t.Number = value.Known(n)
	return t
}

func (r *formReader) fees(list string) []catalog.Fee {
	var out []catalog.Fee
	for _, n := range field.RowNumbers(r.v, list) {
		row := field.RowName(list, n)
		f := catalog.Fee{
			State:    catalog.FeeState(r.v.Get(row + ".state")),
			Kind:     catalog.FeeKind(r.v.Get(row + ".kind")),
			Currency: r.line(row + ".currency"),
			Text:     r.text(row + ".text"),
		}
		if text := r.line(row + ".amount"); text != "" {
			amount, err := viet.ParseMoney(text)
			if err != nil {
				r.problems.Add(row+".amount", "typed.money", text)
			} else {
				f.Amount = value.Known(amount)
			}
			if f.State == catalog.FeeUnknown {
				f.State = catalog.FeeAmount
			}
			if f.State == catalog.FeeFree && amount > 0 {
				r.problems.Add(row+".amount", "typed.free_with_amount")
			}
		}
		out = append(out, f)
	}
	return out
}

func (r *formReader) steps() []catalog.Step {
	var out []catalog.Step
	for _, n := range field.RowNumbers(r.v, "steps") {
		row := field.RowName("steps", n)
		out = append(out, catalog.Step{Name: r.line(row + ".name"), Text: r.text(row + ".text")})
	}
	return out
}

func (r *formReader) methods() []catalog.Method {
	var out []catalog.Method
	for _, n := range field.RowNumbers(r.v, "methods") {
		row := field.RowName("methods", n)
		m := catalog.Method{
			Channel: catalog.Channel(r.v.Get(row + ".channel")),
			Limit:   r.limit(row + ".limit"),
			Fees:    r.fees(row + ".fees"),
			Text:    r.text(row + ".text"),
		}
		if m.Channel == "" {
			r.problems.Add(row+".channel", "channel.missing")
		}
		out = append(out, m)
	}
	return out
}

func (r *formReader) dossier(base catalog.Procedure) []catalog.DossierCase {
	known := map[string]catalog.Paper{}
	for _, d := range base.Dossier {
		for _, x := range d.Papers {
			known[viet.Clean(x.Name)] = x
		}
	}
	var out []catalog.DossierCase
	for _, n := range field.RowNumbers(r.v, "dossier") {
		row := field.RowName("dossier", n)
		d := catalog.DossierCase{Name: r.text(row + ".name")}
		for _, m := range field.RowNumbers(r.v, row+".papers") {
			at := field.RowName(row+".papers", m)
			name := r.text(at + ".name")
			x := known[viet.Clean(name)] // its code and who holds it
			x.Name, x.Originals, x.Copies, x.Forms = name, r.count(at+".originals"), r.count(at+".copies"), r.lines(
				at+".forms",
			)
			d.Papers = append(d.Papers, x)
		}
		out = append(out, d)
	}
	return out
}

func (r *formReader) law(base []catalog.LegalBasis) []catalog.LegalBasis {
	var out []catalog.LegalBasis
	for _, n := range field.RowNumbers(r.v, "legal_basis") {
		row := field.RowName("legal_basis", n)
		l := catalog.LegalBasis{Number: r.line(row + ".number"), Name: r.text(row + ".name")}
		for _, b := range base {
			if b.Number == l.Number && viet.CleanText(b.Name) == l.Name {
				l = b
			}
		}
		out = append(out, l)
	}
	return out
}
