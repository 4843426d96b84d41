package catalogue

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// editBuilder makes the parts of the form of a procedure, in the order in which they stand on the page.
type editBuilder struct {
	s      *Room
	f      *field.Sheet
	typed  url.Values
	focus  string // the field of a row that was just added
	at     string // address of the form
	fields []string
}

func (b *editBuilder) parts(isNew bool) []editPart {
	return []editPart{
		b.basics(isNew),
		b.steps(),
		b.channels(),
		b.dossier(),
		b.timeLimit(),
		b.lines("applicants", catalog.PartApplicants),
		b.agencies(),
		b.lines("forms", catalog.PartForms),
		b.conditions(),
		b.fees(),
		b.results(),
		b.law(),
		b.decision(),
		b.others(),
	}
}

// field is a field of the form; the first of a row just added has the focus.
func (b *editBuilder) field(id, label string, more ...field.Look) field.Cell {
	f := b.f.Cell(id, label, more...)
	f.Focus = f.Focus || id == b.focus
	return f
}

// inRow is a field whose row says by its title what it is about: its own label is short, and only where something is
// wrong with it the summary names the row too.
func (b *editBuilder) inRow(id, row, label string, more ...field.Look) field.Cell {
	f := b.field(id, row+", "+viet.LowerFirst(label), more...)
	f.Label = label
	return f
}

// once is a hint that stands in the first row of a list alone.
func once(n int, text string) field.Look {
	if n > 0 {
		text = ""
	}
	return field.Hint(text)
}

func (b *editBuilder) say(code string, args ...any) string { return b.s.Text.Say(code, args...) }

// partID is where a part stands on the page; some parts have a field of their own name.
func partID(part catalog.Part) string { return "phan-" + string(part) }

// part begins a part of the procedure, with the box that says that there is none.
func (b *editBuilder) part(part catalog.Part) editPart {
	p := editPart{ID: partID(part), Title: b.s.Text.Name("part", string(part))}
	if slices.Contains(noneParts, part) {
		id := "none." + string(part)
		p.None = &tick{
			ID:      id,
			Name:    id,
			Value:   "true",
			Text:    b.say("edit.none"),
			Checked: b.typed.Get(id) != "",
			Problem: b.f.Problem(id, p.Title),
		}
	}
	return p
}

// atNone puts the problems of saying that a part does not exist at the box of that part: a rule counts the parts said
// to be absent, the form counts none, so that the part itself stands among their arguments.
func atNone(problems value.Problems) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		if strings.HasPrefix(p.Field, "none[") && len(p.Args) == 1 {
			out[i].Field = fmt.Sprint("none.", p.Args[0])
		}
	}
	return out
}

func (b *editBuilder) name(part catalog.Part) string { return b.s.Text.Name("part", string(part)) }

func (b *editBuilder) lines(key string, part catalog.Part) editPart {
	p := b.part(part)
	p.Fields = []field.Cell{b.field(key, p.Title, field.Kind("textarea"), field.Hint(b.say("edit.one_a_line")))}
	return p
}

// names are the values of an enumeration as options.
func optionsOf[T ~string](b *editBuilder, enum string, values []T) []field.Option {
	out := make([]field.Option, len(values))
	for i, v := range values {
		out[i] = field.Option{Value: string(v), Text: viet.Capital(b.s.Text.Name(enum, string(v)))}
	}
	return out
}

func (b *editBuilder) basics(isNew bool) editPart {
	p := editPart{ID: "chung", Title: b.say("edit.basics"), TickName: b.name("levels")}
	if isNew {
		p.Fields = append(
			p.Fields,
			b.field("code", b.name("code"), field.Need, field.Medium, field.Hint(b.say("edit.code_hint"))),
		)
	}
	group := append([]field.Option{{Text: b.say("edit.no_group")}}, optionsOf(b, "group", catalog.Groups)...)
	p.Fields = append(p.Fields,
		b.field("name", b.name(catalog.PartName), field.Need, field.Kind("textarea")),
		b.field("also_known", b.name("also_known"), field.Kind("textarea"), field.Hint(b.say("edit.also_known_hint"))),
		b.field("field", b.name("field"), field.Medium, offered(b.fields)),
		b.field("kind", b.name("kind"), field.Medium, field.Choose(optionsOf(b, "kind", catalog.Kinds)...)),
		b.field("group", b.name("group"), field.Medium, field.Choose(group...), field.Hint(b.say("edit.group_hint"))),
		b.field("decider", b.name("decider"), field.Medium, field.Hint(b.say("edit.decider_hint"))),
		b.field("ours", b.name("ours"), field.Medium, field.Choose(optionsOf(b, "ours", catalog.Sortings)...)),
	)
	for _, l := range catalog.Levels {
		p.Ticks = append(
			p.Ticks,
			tick{ID: "levels." + string(l), Name: "levels", Value: string(l), Text: b.s.Text.Name("level", string(l)),
				Checked: slices.Contains(b.typed["levels"], string(l))},
		)
	}
	return p
}

// row begins a row of a list with the button that takes it out; part is what a script puts anew.
func (b *editBuilder) row(part, list string, n int, title string) editRow {
	id := field.RowName(list, n)
	return editRow{ID: id, Title: title, Remove: b.button("bo", id, b.say("edit.remove", viet.LowerFirst(title)), part)}
}

func (b *editBuilder) button(name, value, text, part string) editButton {
	return editButton{Text: text, Name: name, Value: value, At: b.at + "#" + part, Part: "#" + part}
}

func (b *editBuilder) steps() editPart {
	p := b.part(catalog.PartSteps)
	for n := range field.RowNumbers(b.typed, "steps") {
		r := b.row(p.ID, "steps", n, b.say("edit.step", n+1))
		r.Fields = []field.Cell{
			b.field(r.ID+".name", b.say("edit.step_name", n+1)),
			b.field(r.ID+".text", b.say("edit.step_text", n+1), field.Kind("textarea")),
		}
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "steps", b.say("edit.add_step"), p.ID)
	return p
}

func (b *editBuilder) channels() editPart {
	p := b.part(catalog.PartChannels)
	channels := append([]field.Option{{Text: b.say("edit.choose")}}, optionsOf(b, "channel", catalog.Methods)...)
	for n := range field.RowNumbers(b.typed, "methods") {
		r := b.row(p.ID, "methods", n, b.say("edit.channel", n+1))
		r.Fields = append(
			r.Fields,
			b.field(r.ID+".channel", b.say("edit.channel_kind", n+1), field.Medium, field.Choose(channels...)),
		)
		r.Fields = append(r.Fields, b.limit(r.ID+".limit", b.say("edit.channel", n+1), n)...)
		r.Fields = append(r.Fields, b.field(r.ID+".text", b.say("edit.channel_text", n+1), field.Kind("textarea")))
		r.Inner = b.feeRows(p.ID, r.ID+".fees", b.say("edit.channel", n+1))
		r.Add = b.button("them", r.ID+".fees", b.say("edit.add_fee_of", n+1), p.ID)
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "methods", b.say("edit.add_channel"), p.ID)
	return p
}

func (b *editBuilder) limit(at, of string, n int) []field.Cell {
	units := optionsOf(b, "unit", catalog.Units)
	return []field.Cell{
		b.inRow(at+".number", of, b.say("edit.limit_number"), field.Short, once(n, b.say("edit.limit_hint"))),
		b.inRow(at+".unit", of, b.say("edit.limit_unit"), field.Medium, field.Choose(units...)),
		b.inRow(at+".text", of, b.say("edit.limit_text"), once(n, b.say("edit.limit_text_hint"))),
	}
}

func (b *editBuilder) feeRows(part, list, of string) []editRow {
	var out []editRow
	states := optionsOf(
		b,
		"fee_state",
		[]catalog.FeeState{catalog.FeeUnknown, catalog.FeeFree, catalog.FeeAmount, catalog.FeeSetBy},
	)
	kinds := append(
		[]field.Option{{Text: b.say("edit.fee_any")}},
		optionsOf(b, "fee_kind", []catalog.FeeKind{catalog.FeeCharge, catalog.FeeFee, catalog.FeePrice})...)
	for n := range field.RowNumbers(b.typed, list) {
		title := b.say("edit.fee", n+1)
		if of != "" {
			title = b.say("edit.fee_of", n+1, viet.LowerFirst(of))
		}
		r := b.row(part, list, n, title)
		r.Fields = []field.Cell{
			b.inRow(r.ID+".state", title, b.say("edit.fee_state"), field.Medium, field.Choose(states...)),
			b.inRow(r.ID+".kind", title, b.say("edit.fee_kind"), field.Medium, field.Choose(kinds...)),
			b.inRow(
				r.ID+".amount",
				title,
				b.say("edit.fee_amount"),
				field.Short,
				once(n, b.say("edit.fee_amount_hint")),
			),
			b.inRow(
				r.ID+".text",
				title,
				b.say("edit.fee_text"),
				field.Kind("textarea"),
				once(n, b.say("edit.fee_text_hint")),
			),
		}
		out = append(out, r)
	}
	return out
}

func (b *editBuilder) dossier() editPart {
	p := b.part(catalog.PartDossier)
	p.Hint = b.say("edit.dossier_hint")
	for n := range field.RowNumbers(b.typed, "dossier") {
		r := b.row(p.ID, "dossier", n, b.say("edit.case", n+1))
		r.Fields = []field.Cell{
			b.field(r.ID+".name", b.say("edit.case_name", n+1), field.Hint(b.say("edit.case_hint"))),
		}
		for m := range field.RowNumbers(b.typed, r.ID+".papers") {
			title := b.say("edit.paper", m+1, n+1)
			x := b.row(p.ID, r.ID+".papers", m, title)
			x.Fields = []field.Cell{
				b.inRow(x.ID+".name", title, b.say("edit.paper_name"), field.Kind("textarea")),
				b.inRow(x.ID+".originals", title, b.say("edit.paper_originals"), field.Short),
				b.inRow(x.ID+".copies", title, b.say("edit.paper_copies"), field.Short),
				b.inRow(
					x.ID+".forms",
					title,
					b.say("edit.paper_forms"),
					field.Kind("textarea"),
					once(m, b.say("edit.one_a_line")),
				),
			}
			r.Inner = append(r.Inner, x)
		}
		r.Add = b.button("them", r.ID+".papers", b.say("edit.add_paper", n+1), p.ID)
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "dossier", b.say("edit.add_case"), p.ID)
	p.Fields = []field.Cell{
		b.field("copies", b.name(catalog.PartCopies), field.Short, field.Hint(b.say("edit.copies_hint"))),
	}
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
	one := field.Hint(b.say("edit.one_a_line"))
	p.Fields = []field.Cell{
		b.field("agencies", p.Title, field.Kind("textarea"), one),
		b.field("authorities", b.name("authorities"), field.Kind("textarea"), one),
		b.field("delegates", b.name("delegates"), field.Kind("textarea"), one),
		b.field("partners", b.name("partners"), field.Kind("textarea"), one),
		b.field("address", b.name("address")),
	}
	return p
}

func (b *editBuilder) conditions() editPart {
	p := b.part(catalog.PartConditions)
	p.Fields = []field.Cell{b.field("conditions", p.Title, field.Kind("textarea"))}
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
	p.Fields = append(p.Fields, b.field("result_validity", b.name("result_validity"), field.Medium))
	return p
}

func (b *editBuilder) law() editPart {
	p := b.part(catalog.PartLegalBasis)
	for n := range field.RowNumbers(b.typed, "legal_basis") {
		r := b.row(p.ID, "legal_basis", n, b.say("edit.law", n+1))
		r.Fields = []field.Cell{
			b.field(r.ID+".number", b.say("edit.law_number", n+1), field.Medium),
			b.field(r.ID+".name", b.say("edit.law_name", n+1)),
		}
		p.Rows = append(p.Rows, r)
	}
	p.Add = b.button("them", "legal_basis", b.say("edit.add_law"), p.ID)
	return p
}

func (b *editBuilder) decision() editPart {
	day := field.Hint(b.say("edit.date_hint"))
	return editPart{
		ID:    "cong-bo",
		Title: b.say("edit.decision"),
		Hint:  b.say("edit.decision_hint"),
		Fields: []field.Cell{
			b.field(
				"decision.number",
				b.say("edit.decision_number"),
				field.Medium,
			), b.field("decision.date", b.say("edit.decision_date"), field.Short, day),
			b.field(
				"decision.by",
				b.say("edit.decision_by"),
				field.Medium,
			), b.field("announcer.name", b.name("announcer"), field.Medium),
			b.field(
				"published",
				b.name("published"),
				field.Short,
				day,
			), b.field("validity.from", b.say("edit.valid_from"), field.Short, day),
			b.field(
				"validity.until",
				b.say("edit.valid_until"),
				field.Short,
				day,
			), b.field("validity.repealed_by", b.say("edit.repealed_by"), field.Medium),
		},
	}
}

func (b *editBuilder) others() editPart {
	p := editPart{ID: "khac", Title: b.say("edit.others"), TickName: b.say("edit.marks"), Fields: []field.Cell{
		b.field(
			"type",
			b.name("type"),
		), b.field("keywords", b.name("keywords")), b.field("life_events", b.name("life_events"),
			field.Kind("textarea"), field.Hint(b.say("edit.one_a_line"))),
		b.field("note", b.name("note"), field.Kind("textarea")),
	}}
	for _, key := range []string{"full_online", "any_place"} {
		p.Ticks = append(
			p.Ticks,
			tick{ID: key, Name: key, Value: "true", Text: b.s.Text.Name("part", key), Checked: b.typed.Get(key) != ""},
		)
	}
	return p
}

// offered offers values while somebody types; others may be typed.
func offered(list []string) field.Look { return func(f *field.Cell) { f.Suggest = list } }

// editPart is one part of the form: plain fields, then rows.
type editPart struct {
	ID, Title string
	Hint      string
	None      *tick // "Thủ tục này không có phần này"
	Ticks     []tick
	TickName  string
	Fields    []field.Cell
	Rows      []editRow
	Add       editButton // Text empty: no rows can be added
}

// editRow is one row of a list, with rows of its own inside.
type editRow struct {
	ID     string
	Title  string // "Bước 1"
	Fields []field.Cell
	Remove editButton
	Inner  []editRow
	Add    editButton
}

// editButton adds or takes out a row; without a script the page comes back at At.
type editButton struct {
	Text  string
	Name  string
	Value string
	At    string // address with its place: "/thu-tuc/1.001193/sua#phan-steps"
	Part  string // what a script puts anew: "#phan-steps"
}

// tick is a box to tick.
type tick struct {
	ID      string
	Name    string
	Value   string
	Text    string
	Checked bool
	Problem string
}
