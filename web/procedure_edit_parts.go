package web

import (
	"net/url"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/viet"
)

// editBuilder makes the parts of the form of a procedure, in the order in which they stand on the page.
type editBuilder struct {
	s      *Server
	f      *formView
	typed  url.Values
	focus  string // the field of a row that was just added
	at     string // address of the form
	fields []string
}

func (b *editBuilder) parts(isNew bool) []editPart {
	return []editPart{b.basics(isNew), b.steps(), b.channels(), b.dossier(), b.timeLimit(), b.lines("applicants", catalog.PartApplicants), b.agencies(),
		b.lines("forms", catalog.PartForms), b.conditions(), b.fees(), b.results(), b.law(), b.decision(), b.others()}
}

// field is a field of the form; the first of a row just added has the focus.
func (b *editBuilder) field(id, label string, more ...func(*field)) field {
	f := b.f.field(id, label, more...)
	f.Focus = f.Focus || id == b.focus
	return f
}

// inRow is a field whose row says by its title what it is about: its own label is short, and only where something is
// wrong with it the summary names the row too.
func (b *editBuilder) inRow(id, row, label string, more ...func(*field)) field {
	f := b.field(id, row+", "+viet.LowerFirst(label), more...)
	f.Label = label
	return f
}

// once is a hint that stands in the first row of a list alone.
func once(n int, text string) func(*field) {
	if n > 0 {
		text = ""
	}
	return hint(text)
}

func (b *editBuilder) say(code string, args ...any) string { return b.s.text.Say(code, args...) }

// part begins a part of the procedure, with the box that says that there is none.
func (b *editBuilder) part(part catalog.Part) editPart {
	p := editPart{ID: string(part), Title: b.s.text.Name("part", string(part))}
	if slices.Contains(noneParts, part) {
		id := "none." + string(part)
		p.None = &tick{ID: id, Name: id, Value: "true", Text: b.say("edit.none"), Checked: b.typed.Get(id) != "", Problem: b.noneProblem(part)}
	}
	return p
}

// noneProblem is what is wrong with saying that a part does not exist. Problems count the parts said to be absent;
// the form counts none, so that the part itself stands among their arguments.
func (b *editBuilder) noneProblem(part catalog.Part) string {
	for i, p := range b.f.problems {
		if !b.f.taken[i] && strings.HasPrefix(p.Field, "none[") && len(p.Args) == 1 && p.Args[0] == string(part) {
			b.f.taken[i] = true
			text := b.s.sentence(p)
			b.f.lines = append(b.f.lines, fieldProblem{Href: "#none." + string(part), Text: b.s.text.Name("part", string(part)) + ": " + text})
			return text
		}
	}
	return ""
}

func (b *editBuilder) name(part catalog.Part) string { return b.s.text.Name("part", string(part)) }

func (b *editBuilder) lines(key string, part catalog.Part) editPart {
	p := b.part(part)
	p.Fields = []field{b.field(key, p.Title, kind("textarea"), hint(b.say("edit.one_a_line")))}
	return p
}

// names are the values of an enumeration as options.
func optionsOf[T ~string](b *editBuilder, enum string, values []T) []option {
	out := make([]option, len(values))
	for i, v := range values {
		out[i] = option{Value: string(v), Text: capital(b.s.text.Name(enum, string(v)))}
	}
	return out
}

func (b *editBuilder) basics(isNew bool) editPart {
	p := editPart{ID: "chung", Title: b.say("edit.basics"), TickName: b.name("levels")}
	if isNew {
		p.Fields = append(p.Fields, b.field("code", b.name("code"), need, width("medium"), hint(b.say("edit.code_hint"))))
	}
	group := append([]option{{"", b.say("edit.no_group"), false}}, optionsOf(b, "group", catalog.Groups)...)
	p.Fields = append(p.Fields,
		b.field("name", b.name(catalog.PartName), need, kind("textarea")),
		b.field("also_known", b.name("also_known"), kind("textarea"), hint(b.say("edit.also_known_hint"))),
		b.field("field", b.name("field"), width("medium"), offered(b.fields)),
		b.field("kind", b.name("kind"), width("medium"), choose(optionsOf(b, "kind", catalog.Kinds)...)),
		b.field("group", b.name("group"), width("medium"), choose(group...), hint(b.say("edit.group_hint"))),
		b.field("decider", b.name("decider"), width("medium"), hint(b.say("edit.decider_hint"))),
		b.field("ours", b.name("ours"), width("medium"), choose(optionsOf(b, "ours", catalog.Sortings)...)),
	)
	for _, l := range catalog.Levels {
		p.Ticks = append(p.Ticks, tick{ID: "levels." + string(l), Name: "levels", Value: string(l), Text: b.s.text.Name("level", string(l)),
			Checked: slices.Contains(b.typed["levels"], string(l))})
	}
	return p
}

// row begins a row of a list with the button that takes it out; part is what a script puts anew.
func (b *editBuilder) row(part, list string, n int, title string) editRow {
	id := rowName(list, n)
	return editRow{ID: id, Title: title, Remove: b.button("bo", id, b.say("edit.remove", viet.LowerFirst(title)), part)}
}

func (b *editBuilder) button(name, value, text, part string) editButton {
	return editButton{Text: text, Name: name, Value: value, At: b.at + "#" + part, Part: "#" + part}
}

func (b *editBuilder) steps() editPart {
	p := b.part(catalog.PartSteps)
	for n := range rowNumbers(b.typed, "steps") {
		r := b.row(p.ID, "steps", n, b.say("edit.step", n+1))
		r.Fields = []field{b.field(r.ID+".name", b.say("edit.step_name", n+1)), b.field(r.ID+".text", b.say("edit.step_text", n+1), kind("textarea"))}
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "steps", b.say("edit.add_step"), p.ID)
	return p
}

func (b *editBuilder) channels() editPart {
	p := b.part(catalog.PartChannels)
	channels := append([]option{{"", b.say("edit.choose"), false}}, optionsOf(b, "channel", catalog.Methods)...)
	for n := range rowNumbers(b.typed, "methods") {
		r := b.row(p.ID, "methods", n, b.say("edit.channel", n+1))
		r.Fields = append(r.Fields, b.field(r.ID+".channel", b.say("edit.channel_kind", n+1), width("medium"), choose(channels...)))
		r.Fields = append(r.Fields, b.limit(r.ID+".limit", b.say("edit.channel", n+1), n)...)
		r.Fields = append(r.Fields, b.field(r.ID+".text", b.say("edit.channel_text", n+1), kind("textarea")))
		r.Inner = b.feeRows(p.ID, r.ID+".fees", b.say("edit.channel", n+1))
		r.Add = b.button("them", r.ID+".fees", b.say("edit.add_fee_of", n+1), p.ID)
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "methods", b.say("edit.add_channel"), p.ID)
	return p
}

func (b *editBuilder) limit(at, of string, n int) []field {
	units := optionsOf(b, "unit", catalog.Units)
	return []field{
		b.inRow(at+".number", of, b.say("edit.limit_number"), width("short"), once(n, b.say("edit.limit_hint"))),
		b.inRow(at+".unit", of, b.say("edit.limit_unit"), width("medium"), choose(units...)),
		b.inRow(at+".text", of, b.say("edit.limit_text"), once(n, b.say("edit.limit_text_hint"))),
	}
}

func (b *editBuilder) feeRows(part, list, of string) []editRow {
	var out []editRow
	states := optionsOf(b, "fee_state", []catalog.FeeState{catalog.FeeUnknown, catalog.FeeFree, catalog.FeeAmount, catalog.FeeSetBy})
	kinds := append([]option{{"", b.say("edit.fee_any"), false}}, optionsOf(b, "fee_kind", []catalog.FeeKind{catalog.FeeCharge, catalog.FeeFee, catalog.FeePrice})...)
	for n := range rowNumbers(b.typed, list) {
		title := b.say("edit.fee", n+1)
		if of != "" {
			title = b.say("edit.fee_of", n+1, viet.LowerFirst(of))
		}
		r := b.row(part, list, n, title)
		r.Fields = []field{
			b.inRow(r.ID+".state", title, b.say("edit.fee_state"), width("medium"), choose(states...)),
			b.inRow(r.ID+".kind", title, b.say("edit.fee_kind"), width("medium"), choose(kinds...)),
			b.inRow(r.ID+".amount", title, b.say("edit.fee_amount"), width("short"), once(n, b.say("edit.fee_amount_hint"))),
			b.inRow(r.ID+".text", title, b.say("edit.fee_text"), kind("textarea"), once(n, b.say("edit.fee_text_hint"))),
		}
		out = append(out, r)
	}
	return out
}

func (b *editBuilder) dossier() editPart {
	p := b.part(catalog.PartDossier)
	p.Hint = b.say("edit.dossier_hint")
	for n := range rowNumbers(b.typed, "dossier") {
		r := b.row(p.ID, "dossier", n, b.say("edit.case", n+1))
		r.Fields = []field{b.field(r.ID+".name", b.say("edit.case_name", n+1), hint(b.say("edit.case_hint")))}
		for m := range rowNumbers(b.typed, r.ID+".papers") {
			title := b.say("edit.paper", m+1, n+1)
			x := b.row(p.ID, r.ID+".papers", m, title)
			x.Fields = []field{
				b.inRow(x.ID+".name", title, b.say("edit.paper_name"), kind("textarea")),
				b.inRow(x.ID+".originals", title, b.say("edit.paper_originals"), width("short")),
				b.inRow(x.ID+".copies", title, b.say("edit.paper_copies"), width("short")),
				b.inRow(x.ID+".forms", title, b.say("edit.paper_forms"), kind("textarea"), once(m, b.say("edit.one_a_line"))),
			}
			r.Inner = append(r.Inner, x)
		}
		r.Add = b.button("them", r.ID+".papers", b.say("edit.add_paper", n+1), p.ID)
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "dossier", b.say("edit.add_case"), p.ID)
	p.Fields = []field{b.field("copies", b.name(catalog.PartCopies), width("short"), hint(b.say("edit.copies_hint")))}
	return p
}

func (b *editBuilder) timeLimit() editPart {
	p := b.part(catalog.PartTimeLimit)
	p.Hint = b.say("edit.whole_hint")
	p.Fields = b.limit("limit", b.say("edit.whole"), 0)
	return p
}

func (b *editBuilder) agencies() editPart {
	p := b.part(catalog.PartAgency)
	one := hint(b.say("edit.one_a_line"))
	p.Fields = []field{b.field("agencies", p.Title, kind("textarea"), one), b.field("authorities", b.name("authorities"), kind("textarea"), one),
		b.field("delegates", b.name("delegates"), kind("textarea"), one), b.field("partners", b.name("partners"), kind("textarea"), one),
		b.field("address", b.name("address"))}
	return p
}

func (b *editBuilder) conditions() editPart {
	p := b.part(catalog.PartConditions)
	p.Fields = []field{b.field("conditions", p.Title, kind("textarea"))}
	return p
}

func (b *editBuilder) fees() editPart {
	p := b.part(catalog.PartFees)
	p.Hint = b.say("edit.whole_hint")
	p.Rows = b.feeRows(p.ID, "fees", "")
	p.Add = b.button("them", "fees", b.say("edit.add_fee"), p.ID)
	return p
}

func (b *editBuilder) results() editPart {
	p := b.lines("results", catalog.PartResult)
	p.Fields = append(p.Fields, b.field("result_validity", b.name("result_validity"), width("medium")))
	return p
}

func (b *editBuilder) law() editPart {
	p := b.part(catalog.PartLegalBasis)
	for n := range rowNumbers(b.typed, "legal_basis") {
		r := b.row(p.ID, "legal_basis", n, b.say("edit.law", n+1))
		r.Fields = []field{b.field(r.ID+".number", b.say("edit.law_number", n+1), width("medium")), b.field(r.ID+".name", b.say("edit.law_name", n+1))}
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "legal_basis", b.say("edit.add_law"), p.ID)
	return p
}

func (b *editBuilder) decision() editPart {
	day := hint(b.say("edit.date_hint"))
	return editPart{ID: "cong-bo", Title: b.say("edit.decision"), Hint: b.say("edit.decision_hint"), Fields: []field{
		b.field("decision.number", b.say("edit.decision_number"), width("medium")), b.field("decision.date", b.say("edit.decision_date"), width("short"), day),
		b.field("decision.by", b.say("edit.decision_by"), width("medium")), b.field("announcer.name", b.name("announcer"), width("medium")),
		b.field("published", b.name("published"), width("short"), day), b.field("validity.from", b.say("edit.valid_from"), width("short"), day),
		b.field("validity.until", b.say("edit.valid_until"), width("short"), day), b.field("validity.repealed_by", b.say("edit.repealed_by"), width("medium")),
	}}
}

func (b *editBuilder) others() editPart {
	p := editPart{ID: "khac", Title: b.say("edit.others"), TickName: b.say("edit.marks"), Fields: []field{
		b.field("type", b.name("type")), b.field("keywords", b.name("keywords")), b.field("life_events", b.name("life_events"), kind("textarea"), hint(b.say("edit.one_a_line"))),
		b.field("note", b.name("note"), kind("textarea")),
	}}
	for _, key := range []string{"full_online", "any_place"} {
		p.Ticks = append(p.Ticks, tick{ID: key, Name: key, Value: "true", Text: b.s.text.Name("part", key), Checked: b.typed.Get(key) != ""})
	}
	return p
}

// offered offers values while somebody types; others may be typed.
func offered(list []string) func(*field) { return func(f *field) { f.Suggest = list } }
