package proposal

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// offer is one thing that the form of a member may change: what can be chosen, and what is typed beside it.
type offer struct {
	part       catalog.Part // under whose heading it stands
	key, label string       // of the field that says whether anything changes: "paper.0.1"
	looks      []field.Look
	box        bool     // its only answer is ticked
	answers    []answer // a single one without a word: the field is typed into
	typed      []typedField

	lead string            // of a limit that is the same as another channel's: the key of that one, which goes for both
	now  catalog.TimeLimit // of such a limit: what stands, which typed apart changes nothing
}

type answer struct {
	word, text string
	change     review.Change
}

// typedField is a field of an offer that is typed into, or a word about what is.
type typedField struct {
	key, label, standard string // the standard is chosen while nothing is
	looks                []field.Look
	write                func(c review.Change) string
	read                 func(c *review.Change, typed string) *value.Problem
}

// read is the change that a form asks for; false where it asks for none.
func (o offer) read(get func(key string) string) (c review.Change, changes bool, wrong value.Problems) {
	key := get
	if o.follows(get) {
		get = func(k string) string { return key(o.lead + strings.TrimPrefix(k, o.key)) }
	}
	word := get(o.key)
	if word == "" {
		return c, false, nil
	}
	i := slices.IndexFunc(o.answers, func(a answer) bool { return a.word == word || a.word == "" })
	if i < 0 {
		return c, false, value.Problems{{Field: o.key, Code: "typed.choice"}}
	}
	c = o.answers[i].change
	for _, f := range o.typed {
		if p := f.read(&c, get(f.key)); p != nil {
			wrong.Add(f.key, p.Code, p.Args...)
		}
	}
	switch {
	case o.follows(key):
		return c, len(wrong) == 0, nil // what is wrong stands at the field that goes for both
	case o.lead != "" && c.Limit.Number == o.now.Number && c.Limit.Unit == o.now.Unit:
		return c, false, wrong
	}
	return c, true, wrong
}

// follows reports whether the field was left to the one that goes for several channels.
func (o offer) follows(get func(key string) string) bool { return o.lead != "" && get(o.key) == "" }

// setApart leaves a field that says the same as the one for several channels to that one, and says what stands where
// that one changed and this did not.
func (o offer) setApart(get func(key string) string, set func(key, typed string)) {
	if o.lead == "" || get(o.lead) == "" {
		return
	}
	switch unit := ".unit"; {
	case get(o.key) == "":
		set(o.key, viet.Decimal(o.now.Number.Or(0)))
		set(o.key+unit, string(o.now.Unit))
	case get(o.key) == get(o.lead) && get(o.key+unit) == get(o.lead+unit):
		set(o.key, "")
		set(o.key+unit, "")
	}
}

// write sets the fields of the offer as the change would have been typed, where it is about this.
func (o offer) write(c review.Change, set func(key, typed string)) {
	for _, a := range o.answers {
		if withoutTyped(a.change) == withoutTyped(c) {
			set(o.key, a.word)
			for _, f := range o.typed {
				set(f.key, f.write(c))
			}
		}
	}
}

func withoutTyped(c review.Change) review.Change {
	c.Text, c.Number, c.Limit, c.Fee = "", value.Opt[int]{}, catalog.TimeLimit{}, catalog.Fee{State: c.Fee.State}
	return c
}

type offerList struct {
	*Room
	all []offer
}

// offers are all that the form of a procedure may change, part by part in the order of the page.
func (s *Room) offers(base catalog.Procedure) []offer {
	l := &offerList{Room: s}
	for _, gather := range []func(catalog.Procedure){l.papers, l.steps, l.limits, l.fees, l.boxes, l.texts} {
		gather(base)
	}
	return l.all
}

func (l *offerList) add(o offer) { l.all = append(l.all, o) }

func (l *offerList) addTyped(part catalog.Part, c review.Change, fields ...typedField) {
	l.add(offer{part: part, key: fields[0].key, answers: []answer{{change: c}}, typed: fields})
}

func (l *offerList) say(code string, args ...any) string {
	return l.Text.Say("proposal."+code, args...)
}

func (l *offerList) now(is string) field.Look {
	return field.Hint(l.say("now", cmp.Or(is, l.Text.Say("unknown"))))
}

func (l *offerList) channel(ch catalog.Channel) string {
	return viet.Capital(l.Text.Name("channel", string(ch)))
}

func (l *offerList) papers(base catalog.Procedure) {
	for i, d := range base.Dossier {
		for j, p := range d.Papers {
			drop := review.Change{Op: review.RemovePaper, Part: catalog.PartDossier, Case: i, Index: j}
			photo, form := drop, drop
			photo.Op, form.Op = review.PhotoForCopy, review.RemoveForm
			answers := []answer{{"remove", l.say("drop_paper"), drop}, {"photo", l.say("photo"), photo}}
			if len(p.Forms) > 0 {
				answers = append(answers, answer{"form", l.say("drop_form"), form})
			}
			key, label := fmt.Sprintf("paper.%d.%d", i, j), page.Joined(": ", d.Name, p.Name)
			l.add(offer{part: drop.Part, key: key, label: label, answers: answers})
		}
	}
}

func (l *offerList) steps(base catalog.Procedure) {
	for i, st := range base.Steps {
		c := review.Change{Op: review.RemoveStep, Part: catalog.PartSteps, Index: i}
		answers := []answer{{"remove", l.say("drop_step"), c}}
		for j := range base.Steps {
			if j != i {
				c.Op, c.Into = review.JoinSteps, j
				answers = append(answers, answer{"into." + strconv.Itoa(j), l.say("join_step", j+1), c})
			}
		}
		label := l.numbered(i+1, page.Joined(". ", st.Name, st.Text))
		l.add(offer{part: c.Part, key: "step." + strconv.Itoa(i), label: label, answers: answers})
	}
}

// numbered is a step under its number, which is not said twice where the text begins with it.
func (l *offerList) numbered(n int, text string) string {
	label := l.say("step_label", n, "")
	begins := strings.TrimRight(label, ": ")
	if rest, cut := strings.CutPrefix(viet.LowerFirst(text), viet.LowerFirst(begins)); cut {
		if after := strings.TrimLeft(rest, " .:)–-"); after != rest || rest == "" {
			text = viet.Capital(after)
		}
	}
	return label + short(text)
}

// short is the beginning of a long text, cut between words.
func short(text string) string {
	const most = 160
	runes := []rune(strings.ReplaceAll(text, "\n", " "))
	if len(runes) <= most {
		return string(runes)
	}
	cut := string(runes[:most])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// limits offers the time limit of each channel that has one, and that of the whole where there is one or none. Channels
// with one limit share a field; each of them can be set apart.
func (l *offerList) limits(base catalog.Procedure) {
	for i, m := range base.Methods {
		if m.Limit.IsZero() {
			continue
		}
		c := review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: i}
		same := func(x catalog.Method) bool { return x.Limit.Number == m.Limit.Number && x.Limit.Unit == m.Limit.Unit }
		first := slices.IndexFunc(base.Methods, same)
		channels := l.channel(m.Channel)
		for _, x := range base.Methods[i+1:] {
			if first == i && same(x) {
				channels += ", " + l.Text.Name("channel", string(x.Channel))
			}
		}
		l.limit("limit."+strconv.Itoa(i), l.say("limit_of", channels), m.Limit, c)
		if first < i && m.Limit.Number.IsKnown() {
			o := &l.all[len(l.all)-1]
			o.lead, o.now = "limit."+strconv.Itoa(first), m.Limit
		}
	}
	if !slices.ContainsFunc(l.all, func(o offer) bool { return o.part == catalog.PartTimeLimit }) ||
		!base.Limit.IsZero() {
		c := review.Change{Op: review.SetLimit, Part: catalog.PartTimeLimit}
		l.limit("limit.all", l.say("limit_all"), base.Limit, c)
	}
}

// limit offers another number or unit; what stands beside the number ("kể từ ngày nhận đủ hồ sơ") stays, unless it says
// a number of its own.
func (l *offerList) limit(key, label string, now catalog.TimeLimit, c review.Change) {
	if !strings.ContainsAny(now.Text, "0123456789") {
		c.Limit.Text = now.Text
	}
	var units []field.Option
	for _, u := range []catalog.Unit{catalog.WorkingDays, catalog.Days, catalog.Hours, catalog.Months} {
		units = append(units, field.Option{Value: string(u), Text: l.Text.Name("unit", string(u))})
	}
	unit := textField(key+".unit", l.say("unit"), func(c *review.Change) *catalog.Unit { return &c.Limit.Unit },
		field.Choose(units...), field.Short)
	unit.standard = string(now.Unit)
	number := numberField(key, label, func(c *review.Change) *value.Opt[value.Decimal] { return &c.Limit.Number },
		viet.Decimal, viet.ParseDecimal, "cell.decimal", field.Short, l.now(l.TimeLimit(now)))
	l.addTyped(catalog.PartTimeLimit, c, number, unit)
}

func textField[S ~string](key, label string, at func(*review.Change) *S, looks ...field.Look) typedField {
	write := func(c review.Change) string { return string(*at(&c)) }
	read := func(c *review.Change, typed string) *value.Problem { *at(c) = S(typed); return nil }
	return typedField{key: key, label: label, looks: looks, write: write, read: read}
}

// numberField is a number; unread is the code of what is none.
func numberField[N any](
	key, label string, at func(*review.Change) *value.Opt[N],
	write func(N) string, parse func(string) (N, error), unread string, looks ...field.Look,
) typedField {
	out := typedField{key: key, label: label, looks: looks}
	out.write = func(c review.Change) string {
		if n, known := at(&c).Get(); known {
			return write(n)
		}
		return ""
	}
	out.read = func(c *review.Change, typed string) *value.Problem {
		n, err := parse(typed)
		*at(c) = value.Known(n)
		return wrongNumber(err, unread, typed)
	}
	return out
}

func wrongNumber(err error, code, typed string) *value.Problem {
	if err == nil {
		return nil
	}
	return &value.Problem{Code: code, Args: []any{typed}}
}

func (l *offerList) fees(base catalog.Procedure) {
	for i, m := range base.Methods {
		for j, fee := range m.Fees {
			c := review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: i, Into: j}
			l.fee(fmt.Sprintf("fee.%d.%d", i, j), l.say("fee_of", l.channel(m.Channel), j+1), fee, c)
		}
	}
	for j, fee := range base.Fees {
		c := review.Change{Op: review.SetFee, Part: catalog.PartFees, Index: j}
		l.fee("fee.all."+strconv.Itoa(j), l.say("fee_all", j+1), fee, c)
	}
}

func (l *offerList) fee(key, label string, now catalog.Fee, c review.Change) {
	free, other := c, c
	free.Fee = catalog.Fee{Kind: now.Kind, State: catalog.FeeFree}
	other.Fee = catalog.Fee{Kind: now.Kind, State: catalog.FeeAmount, Currency: now.Currency}
	amount := numberField(key+".amount", l.say("amount"),
		func(c *review.Change) *value.Opt[value.Money] { return &c.Fee.Amount },
		func(m value.Money) string { return viet.Number(int64(m)) }, viet.ParseMoney, "cell.whole", field.Short)
	read := amount.read
	amount.read = func(c *review.Change, typed string) *value.Problem {
		switch {
		case c.Fee.State == catalog.FeeFree:
			return nil
		case typed == "":
			return &value.Problem{Code: "cell.empty"}
		case strings.HasPrefix(typed, "-"):
			return &value.Problem{Code: "number.negative"}
		}
		return read(c, typed)
	}
	looks, typed := []field.Look{field.Medium, l.now(catalog.FeeText(now))}, []typedField{amount}
	answers := []answer{{"free", l.say("free"), free}, {"amount", l.say("new_fee"), other}}
	l.add(offer{part: catalog.PartFees, key: key, label: label, looks: looks, answers: answers, typed: typed})
}

func (l *offerList) boxes(base catalog.Procedure) {
	box := func(key, label string, c review.Change) {
		l.add(offer{part: c.Part, key: key, label: label, box: true, answers: []answer{{word: "1", change: c}}})
	}
	for _, ch := range []catalog.Channel{catalog.InPerson, catalog.Online, catalog.Postal} {
		if !slices.ContainsFunc(base.Methods, func(m catalog.Method) bool { return m.Channel == ch }) {
			box("channel."+string(ch), l.say("add_channel", l.Text.Name("channel", string(ch))),
				review.Change{Op: review.NewChannel, Part: catalog.PartChannels, Channel: ch})
		}
	}
	for i, form := range base.Forms {
		box("form."+strconv.Itoa(i), l.say("drop_form_named", form),
			review.Change{Op: review.RemoveForm, Part: catalog.PartForms, Index: i})
	}
}

// texts offers what is left of the conditions, another number of copies, and who else decides.
func (l *offerList) texts(base catalog.Procedure) {
	words := func(c *review.Change) *string { return &c.Text }
	if base.Conditions != "" {
		c := review.Change{Op: review.ClearCondition, Part: catalog.PartConditions}
		o := offer{part: c.Part, key: "condition", label: l.say("condition"), looks: []field.Look{field.Medium}}
		o.answers = []answer{{"clear", l.say("drop_condition"), c}}
		o.typed = []typedField{textField("condition.left", l.say("condition_left"), words)}
		l.add(o)
	}
	copies := ""
	if n, known := base.Copies.Get(); known {
		copies = strconv.Itoa(n)
	}
	l.addTyped(catalog.PartCopies, review.Change{Op: review.SetCopies, Part: catalog.PartCopies},
		numberField("copies", l.say("copies"), func(c *review.Change) *value.Opt[int] { return &c.Number },
			strconv.Itoa, strconv.Atoi, "cell.whole", field.Short, l.now(copies)))
	agency := base.Decider
	for _, other := range slices.Concat(base.Authorities, base.Agencies) {
		agency = cmp.Or(agency, other.Name)
	}
	l.addTyped(catalog.PartAgency, review.Change{Op: review.SetAgency, Part: catalog.PartAgency},
		textField("agency", l.say("agency"), words, field.Medium, l.now(agency)))
}

type memberEdit struct {
	Name, Title   string // the name is of the fields: "members[0]"
	Code          catalog.Code
	Open, Written bool       // it stands open; a part is rewritten
	Remove        field.Cell // where there are several
	Parts         []partEdit
	Rewrite       []rewriteEdit
}

type partEdit struct {
	Part           catalog.Part
	Text           []string // what stands there now, where the fields do not say it
	Fields, Checks []field.Cell
	Apart          []field.Cell // fields that another goes for unless they are filled in
	IsApart        bool         // one of them is
}

type rewriteEdit struct {
	Now   []string
	Field field.Cell
}

func (s *Room) memberEdit(f *field.Sheet, name string, code catalog.Code, base catalog.Procedure) memberEdit {
	m := memberEdit{Name: name, Code: code, Title: base.Name}
	for _, o := range s.offers(base) {
		if len(m.Parts) == 0 || m.Parts[len(m.Parts)-1].Part != o.part {
			m.Parts = append(m.Parts, partEdit{Part: o.part})
		}
		part, key := &m.Parts[len(m.Parts)-1], name+"."+o.key
		switch {
		case o.box:
			part.Checks = append(part.Checks, f.Cell(key, o.label))
		case o.answers[0].word != "":
			options := []field.Option{{Text: s.Text.Say("proposal.keep_it")}}
			for _, a := range o.answers {
				options = append(options, field.Option{Value: a.word, Text: a.text})
			}
			looks := append([]field.Look{field.Choose(options...)}, o.looks...)
			part.Fields = append(part.Fields, f.Cell(key, o.label, looks...))
		}
		for _, t := range o.typed {
			cell := f.Cell(name+"."+t.key, t.label, t.looks...)
			for i, x := range cell.Options {
				cell.Options[i].Selected = x.Value == cmp.Or(cell.Value, t.standard)
			}
			if o.lead == "" {
				part.Fields = append(part.Fields, cell)
				continue
			}
			part.Apart = append(part.Apart, cell)
			part.IsApart = part.IsApart || f.Typed.Get(name+"."+o.key) != "" || cell.Problem != ""
		}
		if o.part == catalog.PartConditions {
			part.Text = page.Paragraphs(base.Conditions)
		}
	}
	for _, part := range catalog.Parts {
		label := s.Text.Say("proposal.rewrite", s.Text.Name("part", string(part)))
		cell := f.Cell(name+".rewrite."+string(part), label, field.Tall(0))
		m.Written = m.Written || cell.Value != "" || cell.Problem != ""
		m.Rewrite = append(m.Rewrite, rewriteEdit{catalog.PartLines(base, part), cell})
	}
	return m
}
