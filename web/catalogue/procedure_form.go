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

// procedure is what the tables below speak of.
type procedure = catalog.Procedure

// procedureForm is what the form of a procedure asks, save its boxes to tick.
var procedureForm = slices.Concat(
	field.Form[procedure]{
		field.Own("code", func(p *procedure) string { return string(p.Code) }, readCode, field.Need, field.Medium),
		field.Text("name", func(p *procedure) *string { return &p.Name }, field.Need, field.Kind("textarea")),
		field.Lines("also_known", func(p *procedure) *[]string { return &p.AlsoKnown }),
		field.Text("field", func(p *procedure) *string { return &p.Field }, field.Medium),
		field.Offer("kind", func(p *procedure) *catalog.Kind { return &p.Kind }, "kind", field.Medium),
		field.Offer("group", func(p *procedure) *catalog.Group { return &p.Group }, "group", field.Medium),
		field.Text("decider", func(p *procedure) *string { return &p.Decider }, field.Medium),
		field.Offer("ours", func(p *procedure) *catalog.Ours { return &p.Ours }, "ours", field.Medium),
		field.Words("levels", func(p *procedure) *[]catalog.Level { return &p.Levels }, "level", catalog.Levels),
		field.Rows("steps", func(p *procedure) *[]catalog.Step { return &p.Steps }, stepForm),
		field.Rows("methods", func(p *procedure) *[]catalog.Method { return &p.Methods }, methodForm),
		field.Rows("dossier", func(p *procedure) *[]catalog.DossierCase { return &p.Dossier }, caseForm),
		count("copies", func(p *procedure) *value.Opt[int] { return &p.Copies }, field.Label("copies")),
	},
	limitForm(func(p *procedure) *catalog.TimeLimit { return &p.Limit }),
	field.Form[procedure]{
		lines("applicants", func(p *procedure) *[]string { return &p.Applicants }),
		named("agencies", func(p *procedure) *[]catalog.Named { return &p.Agencies }, field.Label("agency")),
		named("authorities", func(p *procedure) *[]catalog.Named { return &p.Authorities }),
		named("delegates", func(p *procedure) *[]catalog.Named { return &p.Delegates }),
		named("partners", func(p *procedure) *[]catalog.Named { return &p.Partners }),
		field.Text("address", func(p *procedure) *string { return &p.Address }),
		lines("forms", func(p *procedure) *[]string { return &p.Forms }),
		field.Long("conditions", func(p *procedure) *string { return &p.Conditions }),
		field.Rows("fees", func(p *procedure) *[]catalog.Fee { return &p.Fees }, feeForm),
		named("results", func(p *procedure) *[]catalog.Named { return &p.Results }, field.Label("result")),
		field.Text("result_validity", func(p *procedure) *string { return &p.ResultValidity }, field.Medium),
		field.Rows("legal_basis", func(p *procedure) *[]catalog.LegalBasis { return &p.Law }, lawForm),
		field.Text("decision.number", func(p *procedure) *string { return &p.Decision.Number }, field.Medium),
		day("decision.date", func(p *procedure) *value.Date { return &p.Decision.Date }),
		field.Text("decision.by", func(p *procedure) *string { return &p.Decision.By }, field.Medium),
		field.Text("announcer.name", func(p *procedure) *string { return &p.Announcer.Name },
			field.Label("announcer"), field.Medium),
		day("published", func(p *procedure) *value.Date { return &p.Published }),
		day("validity.from", func(p *procedure) *value.Date { return &p.Validity.From }, field.Label("valid_from")),
		day("validity.until", func(p *procedure) *value.Date { return &p.Validity.Until }, field.Label("valid_until")),
		field.Text("validity.repealed_by", func(p *procedure) *string { return &p.Validity.RepealedBy },
			field.Label("repealed_by"), field.Medium),
		field.Text("type", func(p *procedure) *string { return &p.Type }),
		field.Text("keywords", func(p *procedure) *string { return &p.Keywords }),
		lines("life_events", func(p *procedure) *[]string { return &p.LifeEvents }),
		field.Long("note", func(p *procedure) *string { return &p.Note }),
	},
)

// The rows of its lists.
var (
	stepForm = field.Form[catalog.Step]{
		field.Text("name", func(s *catalog.Step) *string { return &s.Name }, field.Label("step_name")),
		field.Long("text", func(s *catalog.Step) *string { return &s.Text }, field.Label("step_text")),
	}
	methodForm = slices.Concat(
		field.Form[catalog.Method]{
			field.Offer("channel", func(m *catalog.Method) *catalog.Channel { return &m.Channel }, "channel",
				field.Label("channel_kind"), field.Medium),
		},
		limitForm(func(m *catalog.Method) *catalog.TimeLimit { return &m.Limit }),
		field.Form[catalog.Method]{
			field.Long("text", func(m *catalog.Method) *string { return &m.Text }, field.Label("channel_text")),
			field.Rows("fees", func(m *catalog.Method) *[]catalog.Fee { return &m.Fees }, feeForm),
		},
	)
	feeForm = field.Form[catalog.Fee]{
		field.Offer("state", func(f *catalog.Fee) *catalog.FeeState { return &f.State }, "fee_state", field.Medium),
		field.Offer("kind", func(f *catalog.Fee) *catalog.FeeKind { return &f.Kind }, "fee_kind",
			field.Label("fee_kind"), field.Medium),
		field.Own("amount", writeAmount, readAmount, field.Label("fee_amount"), field.Short),
		field.Long("text", func(f *catalog.Fee) *string { return &f.Text }, field.Label("fee_text")),
		field.Text("currency", func(f *catalog.Fee) *string { return &f.Currency }, field.Kind("hidden")),
	}
	caseForm = field.Form[catalog.DossierCase]{
		field.Text("name", func(d *catalog.DossierCase) *string { return &d.Name }, field.Label("case_name")),
		field.Rows("papers", func(d *catalog.DossierCase) *[]catalog.Paper { return &d.Papers }, paperForm),
	}
	paperForm = field.Form[catalog.Paper]{
		field.Long("name", func(p *catalog.Paper) *string { return &p.Name }, field.Label("paper_name")),
		count("originals", func(p *catalog.Paper) *value.Opt[int] { return &p.Originals }),
		count("copies", func(p *catalog.Paper) *value.Opt[int] { return &p.Copies }, field.Label("paper_copies")),
		lines("forms", func(p *catalog.Paper) *[]string { return &p.Forms }, field.Label("paper_forms")),
	}
	lawForm = field.Form[catalog.LegalBasis]{
		field.Text("number", func(l *catalog.LegalBasis) *string { return &l.Number }, field.Medium),
		field.Text("name", func(l *catalog.LegalBasis) *string { return &l.Name }, field.Label("law_name")),
	}
)

func limitForm[T any](at func(*T) *catalog.TimeLimit) field.Form[T] {
	return field.Form[T]{
		field.DecimalOr("limit.number", func(t *T) *value.Opt[value.Decimal] { return &at(t).Number }).
			Refused("typed.number"),
		field.Offer("limit.unit", func(t *T) *catalog.Unit { return &at(t).Unit }, "unit", field.Medium),
		field.Text("limit.text", func(t *T) *string { return &at(t).Text }),
	}
}

func day(name string, at func(*procedure) *value.Date, looks ...field.Look) field.Field[procedure] {
	return field.Date(name, at, looks...).Hinted("edit.date_hint")
}

func lines[T any](name string, at func(*T) *[]string, looks ...field.Look) field.Field[T] {
	return field.Lines(name, at, looks...).Hinted("edit.one_a_line")
}

// readCode reads the code of a new procedure; one that has its code keeps it.
func readCode(p *procedure, typed string) *value.Problem {
	if p.Code == "" {
		p.Code = catalog.Code(viet.Clean(typed))
	}
	return nil
}

// named is names, one a line; one that still stands there keeps its code.
func named(name string, at func(*procedure) *[]catalog.Named, looks ...field.Look) field.Field[procedure] {
	write := func(p *procedure) string {
		var all []string
		for _, n := range *at(p) {
			all = append(all, n.Name)
		}
		return strings.Join(all, "\n")
	}
	read := func(p *procedure, typed string) *value.Problem {
		var all []catalog.Named
		for _, line := range field.SplitLines(typed) {
			n := catalog.Named{Name: line}
			if i := slices.IndexFunc(*at(p), func(b catalog.Named) bool { return viet.Clean(b.Name) == line }); i >= 0 {
				n = (*at(p))[i]
			}
			all = append(all, n)
		}
		*at(p) = all
		return nil
	}
	return field.Own(name, write, read, append(looks, field.Tall(0))...).Hinted("edit.one_a_line")
}

// count is a number of papers or sets that may be unknown; whether it may be negative is a rule.
func count[T any](name string, at func(*T) *value.Opt[int], looks ...field.Look) field.Field[T] {
	write := func(t *T) string {
		if n, known := at(t).Get(); known {
			return strconv.Itoa(n)
		}
		return ""
	}
	read := func(t *T, typed string) *value.Problem {
		*at(t) = value.Opt[int]{}
		if typed = viet.Clean(typed); typed == "" {
			return nil
		}
		n, err := strconv.Atoi(typed)
		if err != nil || n > 9999 || n < -9999 {
			return &value.Problem{Code: "typed.count", Args: []any{typed}}
		}
		*at(t) = value.Known(n)
		return nil
	}
	return field.Own(name, write, read, append(looks, field.Short)...)
}

func writeAmount(f *catalog.Fee) string {
	if n, known := f.Amount.Get(); known {
		return viet.Number(int64(n))
	}
	return ""
}

// readAmount reads what is to be paid: a fee of which nothing else is said is an amount then.
func readAmount(f *catalog.Fee, typed string) *value.Problem {
	if typed = viet.Clean(typed); typed == "" {
		return nil
	}
	amount, err := viet.ParseMoney(typed)
	if f.State == catalog.FeeUnknown {
		f.State = catalog.FeeAmount
	}
	if err != nil {
		return &value.Problem{Code: "typed.money", Args: []any{typed}}
	}
	f.Amount = value.Known(amount)
	if f.State == catalog.FeeFree && amount > 0 {
		return &value.Problem{Code: "typed.free_with_amount"}
	}
	return nil
}

// procedureValues is a procedure as its form shows it.
func procedureValues(p procedure) url.Values {
	v := procedureForm.Values(p)
	for name, yes := range map[string]bool{"full_online": p.FullOnline, "any_place": p.AnyPlace} {
		if yes {
			v.Set(name, "true")
		}
	}
	for _, part := range p.None {
		v.Set(noneName(part), "true")
	}
	return v
}

// noneName is the box that says that a procedure has no such part.
func noneName(part catalog.Part) string { return "none." + string(part) }

// typedProcedure is what a form says of a procedure, and what in it cannot be read. What no form shows, and the codes
// behind names that still stand there, come from base.
func typedProcedure(in url.Values, base procedure) (procedure, value.Problems) {
	p := base
	problems := append(procedureForm.Read(in, &p).Problems, unfinished(in)...)
	if p.Field != base.Field {
		p.FieldCode = ""
	}
	if p.Announcer.Name != base.Announcer.Name {
		p.Announcer.Code = ""
	}
	p.FullOnline, p.AnyPlace = in.Get("full_online") != "", in.Get("any_place") != ""
	p.None = nil
	for _, part := range catalog.Parts {
		asked := slices.ContainsFunc(editLayout, func(l partLayout) bool { return l.part == part })
		if asked && in.Get(noneName(part)) != "" ||
			!asked && slices.Contains(base.None, part) && catalog.Holds(p, part) != catalog.Present {
			p.None = append(p.None, part)
		}
	}
	keepUnasked(&p, base)
	return p, problems
}

// unfinished is what was begun and says nothing yet: a way to hand in without its channel, a unit without its number.
func unfinished(in url.Values) (out value.Problems) {
	limits := []string{"limit"}
	for _, n := range field.RowNumbers(in, "methods") {
		row := field.RowName("methods", n)
		limits = append(limits, row+".limit")
		if in.Get(row+".channel") == "" {
			out.Add(row+".channel", "channel.missing")
		}
	}
	for _, at := range limits {
		if viet.Clean(in.Get(at+".number")) == "" && in.Get(at+".unit") != "" {
			out.Add(at+".number", "typed.unit_alone")
		}
	}
	return out
}

// keepUnasked gives the papers and documents that still stand there what the form does not ask of them.
func keepUnasked(p *procedure, base procedure) {
	known := map[string]catalog.Paper{}
	for _, d := range base.Dossier {
		for _, x := range d.Papers {
			known[viet.Clean(x.Name)] = x
		}
	}
	for _, d := range p.Dossier {
		for i := range d.Papers {
			old := known[viet.Clean(d.Papers[i].Name)]
			d.Papers[i].Code, d.Papers[i].Held = old.Code, old.Held
		}
	}
	for i, l := range p.Law {
		for _, b := range base.Law {
			if b.Number == l.Number && viet.Clean(b.Name) == l.Name {
				p.Law[i] = b
			}
		}
	}
}
