package proposal

import (
	"cmp"
	"strconv"
	"strings"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// memberEdit is one procedure with everything that may change in it, part by part. A part that it does not have
// has nothing to choose and is left out; it may still be written in free words.
func (s *Room) memberEdit(
	f *field.Sheet, name string, code catalog.Code, base catalog.Procedure, v app.ProposalView, group bool,
) memberEdit {
	m := memberEdit{Name: name, Code: string(code), Title: base.Name, Href: page.ProcedureHref(code)}
	if base.Name == "" {
		for _, x := range v.List {
			if x.Code.Key() == code.Key() {
				m.Title = x.Name
			}
		}
	}
	if group {
		m.Remove = &checkbox{
			Name:    name + ".remove",
			Value:   "1",
			Text:    s.Text.Say("proposal.remove_member", string(code)),
			Checked: f.Typed.Get(name+".remove") == "1",
		}
	}
	e := memberEditor{s: s, f: f, name: name, base: base}
	for _, lay := range []func() partEdit{
		e.papers, e.steps, e.limits, e.fees, e.channels, e.forms, e.conditions, e.copies, e.agency,
	} {
		if part := lay(); len(part.Fields)+len(part.Checks) > 0 {
			m.Parts = append(m.Parts, part)
		}
	}
	for _, part := range catalog.Parts {
		label := e.say("rewrite", s.Text.Name("part", string(part)))
		x := rewriteEdit{
			Now:   catalog.PartLines(base, part),
			Field: e.field("rewrite."+string(part), label, field.Tall(0)),
		}
		if x.Field.Value != "" || x.Field.Problem != "" {
			m.Written++
		}
		m.Rewrite = append(m.Rewrite, x)
	}
	return m
}

type memberEditor struct {
	s    *Room
	f    *field.Sheet
	name string
	base catalog.Procedure
}

func (e memberEditor) say(code string, args ...any) string {
	return e.s.Text.Say("proposal."+code, args...)
}

func (e memberEditor) part(p catalog.Part) partEdit {
	return partEdit{Title: e.s.Text.Name("part", string(p))}
}

func (e memberEditor) field(key, label string, more ...field.Look) field.Cell {
	return e.f.Cell(e.name+"."+key, label, more...)
}

func (e memberEditor) check(key, text string) checkbox {
	name := e.name + "." + key
	return checkbox{
		Name:    name,
		Value:   "1",
		Text:    text,
		Checked: e.f.Typed.Get(name) == "1",
		Problem: e.f.Problem(name, text),
	}
}

// choose offers to keep what there is, or another answer: each value is followed by its words.
func (e memberEditor) choose(answers ...string) field.Look {
	options := []field.Option{{Text: e.say("keep_it")}}
	for i := 0; i+1 < len(answers); i += 2 {
		options = append(options, field.Option{Value: answers[i], Text: answers[i+1]})
	}
	return field.Choose(options...)
}

// now says what there is.
func (e memberEditor) now(is string) field.Look {
	return field.Hint(e.say("now", cmp.Or(is, e.s.Text.Say("unknown"))))
}

// at is the beginning of a label: through which channel.
func (e memberEditor) at(ch catalog.Channel) string {
	return viet.Capital(e.s.Text.Name("channel", string(ch)))
}

func (e memberEditor) papers() partEdit {
	out := e.part(catalog.PartDossier)
	for i, d := range e.base.Dossier {
		for j, p := range d.Papers {
			answers := []string{"remove", e.say("drop_paper"), "photo", e.say("photo")}
			if len(p.Forms) > 0 {
				answers = append(answers, "form", e.say("drop_form"))
			}
			paper := e.field(key("paper", i, j), page.Joined(": ", d.Name, p.Name), e.choose(answers...))
			out.Fields = append(out.Fields, paper)
		}
	}
	return out
}

func (e memberEditor) steps() partEdit {
	out := e.part(catalog.PartSteps)
	for i, st := range e.base.Steps {
		answers := []string{"remove", e.say("drop_step")}
		for j := range e.base.Steps {
			if j != i {
				answers = append(answers, "into."+strconv.Itoa(j), e.say("join_step", j+1))
			}
		}
		label := e.say("step_label", i+1, short(page.Joined(". ", st.Name, st.Text)))
		out.Fields = append(out.Fields, e.field(key("step", i), label, e.choose(answers...)))
	}
	return out
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

// limits asks for the time limit of each channel that has one, and for that of the whole where there is one or none.
func (e memberEditor) limits() partEdit {
	out := e.part(catalog.PartTimeLimit)
	ask := func(at, label string, now catalog.TimeLimit) {
		units := []field.Option{}
		for _, u := range []catalog.Unit{catalog.WorkingDays, catalog.Days, catalog.Hours, catalog.Months} {
			units = append(units, field.Option{Value: string(u), Text: e.s.Text.Name("unit", string(u))})
		}
		unit := e.field("limit."+at+".unit", e.say("unit"), field.Choose(units...), field.Short)
		if e.f.Typed.Get(unit.ID) == "" && now.Unit != "" {
			for i := range unit.Options {
				unit.Options[i].Selected = unit.Options[i].Value == string(now.Unit)
			}
		}
		out.Fields = append(out.Fields, e.field("limit."+at, label, field.Short, e.now(e.s.TimeLimit(now))), unit)
	}
	some := false
	for i, m := range e.base.Methods {
		if !m.Limit.IsZero() {
			some = true
			ask(strconv.Itoa(i), e.say("limit_of", e.at(m.Channel)), m.Limit)
		}
	}
	if !some || !e.base.Limit.IsZero() {
		ask("all", e.say("limit_all"), e.base.Limit)
	}
	return out
}

func (e memberEditor) fees() partEdit {
	out := e.part(catalog.PartFees)
	ask := func(at, label string, now catalog.Fee) {
		answers := e.choose("free", e.say("free"), "amount", e.say("new_fee"))
		out.Fields = append(out.Fields,
			e.field("fee."+at, label, field.Medium, e.now(catalog.FeeText(now)), answers),
			e.field("fee."+at+".amount", e.say("amount"), field.Short))
	}
	for i, m := range e.base.Methods {
		for j, fee := range m.Fees {
			ask(key(i, j), e.say("fee_of", e.at(m.Channel), j+1), fee)
		}
	}
	for j, fee := range e.base.Fees {
		ask(key("all", j), e.say("fee_all", j+1), fee)
	}
	return out
}

func (e memberEditor) channels() partEdit {
	out := e.part(catalog.PartChannels)
	has := map[catalog.Channel]bool{}
	for _, m := range e.base.Methods {
		has[m.Channel] = true
	}
	for _, ch := range channels {
		if !has[ch] {
			text := e.say("add_channel", e.s.Text.Name("channel", string(ch)))
			out.Checks = append(out.Checks, e.check("channel."+string(ch), text))
		}
	}
	return out
}

func (e memberEditor) forms() partEdit {
	out := e.part(catalog.PartForms)
	for i, form := range e.base.Forms {
		out.Checks = append(out.Checks, e.check(key("form", i), e.say("drop_form_named", form)))
	}
	return out
}

func (e memberEditor) conditions() partEdit {
	out := e.part(catalog.PartConditions)
	if e.base.Conditions == "" {
		return out
	}
	out.Text = page.Paragraphs(e.base.Conditions)
	out.Fields = []field.Cell{
		e.field("condition", e.say("condition"), field.Medium, e.choose("clear", e.say("drop_condition"))),
		e.field("condition.left", e.say("condition_left")),
	}
	return out
}

func (e memberEditor) copies() partEdit {
	out := e.part(catalog.PartCopies)
	is := ""
	if n, known := e.base.Copies.Get(); known {
		is = strconv.Itoa(n)
	}
	out.Fields = []field.Cell{e.field("copies", e.say("copies"), field.Short, e.now(is))}
	return out
}

func (e memberEditor) agency() partEdit {
	out := e.part(catalog.PartAgency)
	is := e.base.Decider
	if is == "" && len(e.base.Authorities) > 0 {
		is = e.base.Authorities[0].Name
	}
	if is == "" && len(e.base.Agencies) > 0 {
		is = e.base.Agencies[0].Name
	}
	out.Fields = []field.Cell{e.field("agency", e.say("agency"), field.Medium, e.now(is))}
	return out
}

// memberEdit is one procedure with everything that may change in it.
type memberEdit struct {
	Name    string // of the fields: "members[0]"
	Code    string
	Title   string
	Href    string
	Open    bool
	Remove  *checkbox
	Parts   []partEdit
	Rewrite []rewriteEdit
	Written int // parts rewritten
}

// partEdit is the changes of one constituent part.
type partEdit struct {
	Title  string
	Text   []string // what stands there now, where the fields do not say it
	Fields []field.Cell
	Checks []checkbox
}

// rewriteEdit is a part that may be written anew in free words.
type rewriteEdit struct {
	Now   []string
	Field field.Cell
}

// checkbox is a box to tick.
type checkbox struct {
	Name    string
	Value   string
	Text    string
	Checked bool
	Problem string
}
