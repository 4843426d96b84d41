package web

import (
	"cmp"
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// planAnswer is one thing that a plan says: under which key, how it is called, and what it says. Answers of one row
// share the row.
type planAnswer struct {
	key, row, label, text string
}

// planAnswers is everything that a plan says, for telling two versions apart.
func (s *Server) planAnswers(p review.Plan) []planAnswer {
	say := s.text.Say
	var out []planAnswer
	add := func(row, what, label, text string) {
		out = append(out, planAnswer{key: row + "/" + what, row: row, label: label, text: oneLine(text)})
	}
	head := func(what, text string) { add("", what, say("planform."+what), text) }
	head("state", s.text.Name("plan_state", string(p.State())))
	head("from", viet.ShortDate(p.From))
	head("closed", viet.ShortDate(p.Closed))
	head("number", p.Number)
	head("date", viet.ShortDate(p.Date))
	typed := typedWholePlan(p)
	for _, what := range []string{"year", "title", "signer", "funding", "superior", "addressee", "recipients", "first_day", "due_day"} {
		head(what, typed.Get(what))
	}
	for _, c := range p.Campaigns {
		row, name := "campaign/"+string(c.ID), c.Name
		add(row, "", say("planform.campaign"), name)
		add(row, "due", name+", "+say("planform.due"), s.deadlineWords(c.Due, c.Inclusive))
		add(row, "hand_in", name+", "+say("planform.hand_in"), viet.ShortDate(c.HandIn))
		add(row, "to", name+", "+say("planform.to"), c.To)
	}
	for _, t := range p.Targets {
		row, name := "target/"+t.ID, s.targetWords(p, t)
		add(row, "", say("planform.target"), name)
		add(row, "threshold", name+", "+say("planform.threshold"), viet.Comma(p.Threshold(t).String())+"%")
		add(row, "deadline", name+", "+say("planform.due"), s.deadlineWords(t.Deadline, t.Inclusive))
		add(row, "source", name+", "+say("planform.source"), t.Source)
	}
	for _, d := range p.Duties {
		row, name := "duty/"+d.ID, d.Title
		add(row, "", say("planform.duty"), name)
		add(row, "deadline", name+", "+say("planform.due"), s.dutyWords(d))
		add(row, "owner", name+", "+say("planform.owner"), d.Owner)
		add(row, "to", name+", "+say("planform.to"), d.To)
		add(row, "funding", name+", "+say("planform.funding"), d.Funding)
		add(row, "source", name+", "+say("planform.source"), d.Source)
		add(row, "campaign", name+", "+say("planform.campaign"), campaignName(p, d.Campaign))
	}
	for _, t := range p.Tasks {
		row := "task/" + t.ID
		add(row, "", say("planform.task"), t.Text)
		add(row, "owner", t.Text+", "+say("planform.owner"), t.Owner)
		add(row, "source", t.Text+", "+say("planform.source"), t.Source)
	}
	for _, g := range p.Groups {
		add("group/"+g.ID, "", say("planform.group")+" "+g.ID, g.Name)
	}
	var order []string
	for _, ind := range p.Indicators {
		order = append(order, ind.Group+" "+ind.Number)
		row, name := "indicator/"+ind.ID, ind.Group+", "+ind.Number
		add(row, "", say("planform.indicator")+" "+name, ind.Name)
		typed := typedIndicator(ind)
		for _, what := range []string{"number", "group", "unit", "target", "comparator", "target_text", "lead", "support", "numerator", "denominator", "source", "same_as", "level", "register", "combine", "chosen"} {
			add(row, what, say("planform.indicator")+" "+name+", "+say("planform."+what), s.indicatorWord(what, typed.Get(what)))
		}
		var variants []string
		for _, v := range ind.Variants {
			variants = append(variants, joined(": ", v.Name, joined(" / ", v.Numerator, v.Denominator)))
		}
		add(row, "variants", say("planform.indicator")+" "+name+", "+say("planform.variants"), strings.Join(variants, "; "))
	}
	add("", "order", say("planform.order"), strings.Join(order, ", "))
	var references []string
	for _, r := range p.References {
		references = append(references, joined(" ", r.Number, viet.ShortDate(r.Date), r.Issuer, r.Title))
	}
	add("", "references", say("planform.references"), strings.Join(references, "; "))
	rules := typedRules(p.Rules)
	for _, id := range ruleFields {
		add("", "rules/"+id, say("rules."+id), s.ruleAnswer(id, rules.Get(id)))
	}
	return out
}

// differing are the answers of two versions that differ; of a row that came or went its name alone.
func differing(before, after []planAnswer) (out []bothRow) {
	index := func(all []planAnswer) (by map[string]planAnswer, rows map[string]bool) {
		by, rows = map[string]planAnswer{}, map[string]bool{}
		for _, a := range all {
			by[a.key], rows[a.row] = a, true
		}
		return by, rows
	}
	old, oldRows := index(before)
	now, nowRows := index(after)
	isRow := func(a planAnswer) bool { return a.key == a.row+"/" }
	for _, a := range after {
		b, there := old[a.key]
		if a.text == b.text && there || !there && oldRows[a.row] && a.text == "" || !oldRows[a.row] && !isRow(a) {
			continue
		}
		out = append(out, bothRow{Label: a.label, Saved: b.text, Typed: a.text})
	}
	for _, b := range before {
		if _, there := now[b.key]; !there && !nowRows[b.row] && isRow(b) {
			out = append(out, bothRow{Label: b.label, Saved: b.text})
		}
	}
	return out
}

// deadlineWords is a deadline as the plan writes it: "trước ngày 10/8/2025", "chậm nhất ngày 10/8/2025".
func (s *Server) deadlineWords(d value.Date, inclusive bool) string {
	switch {
	case d.IsZero():
		return ""
	case inclusive:
		return s.text.Say("planform.on", viet.ShortDate(d))
	}
	return s.text.Say("planform.before", viet.ShortDate(d))
}

func (s *Server) dutyWords(d review.Duty) string {
	if d.Monthly > 0 {
		return s.text.Say("due.monthly", d.Monthly)
	}
	return s.deadlineWords(d.Deadline, d.Inclusive)
}

func (s *Server) targetWords(p review.Plan, t review.Target) string {
	return joined(": ", campaignName(p, t.Campaign), s.text.Name("metric", string(t.Metric)))
}

// indicatorWord is an answer of an indicator's form in words.
func (s *Server) indicatorWord(what, typed string) string {
	switch what {
	case "comparator", "level", "combine", "register":
		return s.text.Say("planform." + what + "." + cmp.Or(typed, "none"))
	}
	return typed
}
