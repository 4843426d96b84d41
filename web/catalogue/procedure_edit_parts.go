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

// editKeys is under which keys the labels of a procedure's forms stand; a field without one there has the name of its
// part.
const editKeys = "edit"

// partLayout is a part of the form: a constituent part, or another group of fields with an id and a title of its own.
type partLayout struct {
	part            catalog.Part
	id, title, hint string
	fields          []string
	list            string
	of              string // what its fields are about, where their labels do not say it
}

// editLayout is the parts of the form in their order.
var editLayout = []partLayout{
	{id: "chung", title: "edit.basics",
		fields: []string{"name", "also_known", "field", "kind", "group", "decider", "ours"}},
	{part: catalog.PartSteps, list: "steps"},
	{part: catalog.PartChannels, list: "methods"},
	{part: catalog.PartDossier, list: "dossier", hint: "edit.dossier_hint", fields: []string{"copies"}},
	{part: catalog.PartTimeLimit, hint: "edit.whole_hint", of: "edit.whole",
		fields: []string{"limit.number", "limit.unit", "limit.text"}},
	{part: catalog.PartApplicants, fields: []string{"applicants"}},
	{part: catalog.PartAgency, fields: []string{"agencies", "authorities", "delegates", "partners", "address"}},
	{part: catalog.PartForms, fields: []string{"forms"}},
	{part: catalog.PartConditions, fields: []string{"conditions"}},
	{part: catalog.PartFees, list: "fees", hint: "edit.whole_hint"},
	{part: catalog.PartResult, fields: []string{"results", "result_validity"}},
	{part: catalog.PartLegalBasis, list: "legal_basis"},
	{id: "cong-bo", title: "edit.decision", hint: "edit.decision_hint",
		fields: []string{"decision.number", "decision.date", "decision.by", "announcer.name", "published",
			"validity.from", "validity.until", "validity.repealed_by"}},
	{id: "khac", title: "edit.others", fields: []string{"type", "keywords", "life_events", "note"}},
}

// listLayout is a list of the form, perhaps with a list inside each of its rows. Its sentences are given the number of
// the row, then that of the row around it.
type listLayout struct {
	name, title, add string
	first            string // the field that a new row begins with
	cells            func(*field.Sheet, string, field.Called) []field.Cell
	inner            *listLayout
	paste            string // the label of the field into which a whole list is pasted; "": there is none
}

var editLists = []listLayout{
	{"steps", "edit.step", "edit.add_step", "name", stepForm.Cells, nil, "edit.paste.steps"},
	{"methods", "edit.channel", "edit.add_channel", "channel", methodForm.Cells,
		&listLayout{"fees", "edit.fee_of", "edit.add_fee_of", "state", feeForm.Cells, nil, ""}, ""},
	{"dossier", "edit.case", "edit.add_case", "name", caseForm.Cells,
		&listLayout{"papers", "edit.paper", "edit.add_paper", "name", paperForm.Cells, nil, "edit.paste.papers"}, ""},
	{"fees", "edit.fee", "edit.add_fee", "state", feeForm.Cells, nil, ""},
	{"legal_basis", "edit.law", "edit.add_law", "number", lawForm.Cells, nil, "edit.paste.law"},
}

// tidyForm numbers all rows anew; with dropBlank those go in which nothing stands.
func tidyForm(v url.Values, dropBlank bool) {
	var keep func(string) bool
	if dropBlank {
		keep = func(row string) bool { return !field.IsBlank(v, row) }
	}
	for _, l := range editLists {
		if l.inner != nil {
			for _, n := range field.RowNumbers(v, l.name) {
				field.Renumber(v, field.RowName(l.name, n)+"."+l.inner.name, keep)
			}
		}
		field.Renumber(v, l.name, keep)
	}
}

// changeRows adds a row to a list of the form, or those that were pasted, or takes one out, where a button for that was
// pressed.
func (s *Room) changeRows(typed url.Values) (focus string, done bool) {
	row, list := typed.Get("bo"), typed.Get("them")
	if into := typed.Get("dan"); into != "" {
		return s.pasteRows(typed, into), true
	}
	if row == "" && list == "" {
		return "", false
	}
	if row != "" {
		field.DropRow(typed, row)
	}
	tidyForm(typed, false)
	for _, l := range editLists {
		if l.inner != nil && strings.HasSuffix(list, "."+l.inner.name) {
			l = *l.inner
		} else if list != l.name {
			continue
		}
		focus = field.RowName(list, len(field.RowNumbers(typed, list))) + "." + l.first
		typed.Set(focus, "")
		break
	}
	return focus, true
}

// editBuilder lays the form of a procedure out.
type editBuilder struct {
	*Room
	sheet  *field.Sheet
	isNew  bool
	focus  string   // the field of a row that was just added
	at     string   // address of the form
	fields []string // known fields of work
}

// editSheet is what was typed, what is wrong with it, and what there is to choose.
func (s *Room) editSheet(typed url.Values, problems value.Problems) *field.Sheet {
	f := field.NewSheet(s.Text, typed, atNone(problems))
	f.Keys = editKeys
	f.Offers = map[string][]field.Option{
		"kind":    optionsOf(s, "kind", catalog.Kinds),
		"group":   optionsOf(s, "group", catalog.Groups, "edit.no_group"),
		"ours":    optionsOf(s, "ours", catalog.Sortings),
		"channel": optionsOf(s, "channel", catalog.Methods, "edit.choose"),
		"unit":    optionsOf(s, "unit", catalog.Units),
		"fee_state": optionsOf(s, "fee_state", []catalog.FeeState{
			catalog.FeeUnknown, catalog.FeeFree, catalog.FeeAmount, catalog.FeeSetBy}),
		"fee_kind": optionsOf(s, "fee_kind", []catalog.FeeKind{
			catalog.FeeCharge, catalog.FeeFee, catalog.FeePrice}, "edit.fee_any"),
	}
	return f
}

// optionsOf are the values of an enumeration as options, behind one that chooses none where it has a name.
func optionsOf[T ~string](s *Room, enum string, values []T, none ...string) []field.Option {
	var out []field.Option
	for _, code := range none {
		out = append(out, field.Option{Text: s.Text.Say(code)})
	}
	for _, v := range values {
		out = append(out, field.Option{Value: string(v), Text: viet.Capital(s.Text.Name(enum, string(v)))})
	}
	return out
}

// called gives a field its label; one that has no place for the number of its row is named with the row in the summary.
func (b *editBuilder) called(row string, n int) field.Called {
	return func(key string) (label, full string) {
		if !b.Text.Has(key) {
			key = "part" + strings.TrimPrefix(key, editKeys)
		}
		label = b.Text.Say(key, n+1)
		if row != "" && !strings.Contains(b.Text.Line(key), "{0}") {
			full = row + ", " + viet.LowerFirst(label)
		}
		return label, full
	}
}

// partID is where a part stands on the page; some parts have a field of their own name.
func partID(part catalog.Part) string { return "phan-" + string(part) }

func (b *editBuilder) part(l partLayout) editPart {
	p := editPart{ID: l.id, Title: b.Text.Say(l.title), Hint: l.hint}
	names, of := l.fields, ""
	if l.part != "" {
		p.ID, p.Title = partID(l.part), b.Text.Name("part", string(l.part))
		none := b.tick(b.sheet.Typed, noneName(l.part), "true", b.Text.Say("edit.none"))
		none.Problem = b.sheet.Problem(none.ID, p.Title)
		p.None = &none
	}
	if l.of != "" {
		of = b.Text.Say(l.of)
	}
	if l.id == "chung" && b.isNew {
		names = append([]string{"code"}, names...)
	}
	p.Fields = procedureForm.Named(names...).Cells(b.sheet, "", b.called(of, 0))
	for i := range p.Fields {
		if p.Fields[i].ID == "field" {
			p.Fields[i].Suggest = b.fields
		}
	}
	switch l.id {
	case "chung":
		p.TickName = b.Text.Name("part", "levels")
		for _, level := range catalog.Levels {
			t := b.tick(b.sheet.Typed, "levels", string(level), b.Text.Name("level", string(level)))
			t.ID, t.Checked = "levels."+t.Value, slices.Contains(b.sheet.Typed["levels"], t.Value)
			p.Ticks = append(p.Ticks, t)
		}
	case "khac":
		p.TickName = b.Text.Say("edit.marks")
		for _, name := range []string{"full_online", "any_place"} {
			p.Ticks = append(p.Ticks, b.tick(b.sheet.Typed, name, "true", b.Text.Name("part", name)))
		}
	}
	for _, list := range editLists {
		if list.name == l.list {
			p.Rows = b.rows(list, list.name, p.ID, 0)
			p.Add = b.button("them", list.name, b.Text.Say(list.add), p.ID)
			p.Paste = b.paste(list, list.name, p.ID, 0)
			if list.inner != nil && len(p.Rows) == 0 { // the rows that are pasted make the first row around them
				p.Paste = b.paste(*list.inner, field.RowName(list.name, 0)+"."+list.inner.name, p.ID, 1)
			}
		}
	}
	p.Folded = b.isFolded(p)
	return p
}

// rows lays a list out, with the button of each row that takes it out; within is the number of the row around it.
func (b *editBuilder) rows(l listLayout, list, part string, within int) []editRow {
	var out []editRow
	for n := range field.RowNumbers(b.sheet.Typed, list) {
		name, title := field.RowName(list, n), b.Text.Say(l.title, n+1, within)
		remove := b.Text.Say("edit.remove", viet.LowerFirst(title))
		r := editRow{Title: title, Remove: b.button("bo", name, remove, part)}
		for _, c := range l.cells(b.sheet, name+".", b.called(title, n)) {
			c.Focus = c.Focus || c.ID == b.focus
			if n > 0 && c.Full != "" {
				c.Hint = "" // it stands in the first row
			}
			if c.Type != "hidden" {
				r.Fields = append(r.Fields, c)
			} else if c.Value != "" {
				r.Kept = append(r.Kept, c)
			}
		}
		if l.inner != nil {
			inner := name + "." + l.inner.name
			r.Inner = b.rows(*l.inner, inner, part, n+1)
			r.Add = b.button("them", inner, b.Text.Say(l.inner.add, n+1), part)
			r.Paste = b.paste(*l.inner, inner, part, n+1)
		}
		out = append(out, r)
	}
	return out
}

func (b *editBuilder) button(name, value, text, part string) editButton {
	return editButton{Text: text, Name: name, Value: value, At: b.at + "#" + part, Part: "#" + part}
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

// editPart is one part of the form: plain fields, then rows.
type editPart struct {
	ID, Title, Hint string
	None            *tick // "Thủ tục này không có phần này"
	Ticks           []tick
	TickName        string
	Fields          []field.Cell
	Rows            []editRow
	Add             editButton // Text empty: no rows can be added
	Paste           *editPaste // nil: no list can be pasted
	Folded          bool       // a part of a new procedure that may be left out, in which nothing stands
}

// editRow is one row of a list, with rows of its own inside.
type editRow struct {
	Title        string       // "Bước 1"
	Kept, Fields []field.Cell // what the form does not show, and what it does
	Inner        []editRow
	Add, Remove  editButton
	Paste        *editPaste
}

// editButton adds or takes out a row; without a script the page comes back at At.
type editButton struct {
	Text, Name, Value string
	At, Part          string // "/thu-tuc/1.001193/sua#phan-steps"; what a script puts anew: "#phan-steps"
}

// tick is a box to tick.
type tick struct {
	ID, Name, Value, Text string
	Checked               bool
	Problem               string
}

func (s *Room) tick(typed url.Values, name, value, text string) tick {
	return tick{ID: name, Name: name, Value: value, Text: text, Checked: typed.Get(name) != ""}
}
