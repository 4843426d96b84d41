package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// Propose is the procedure as a proposal would have it: the baseline version with the changes and then the
// overrides applied. Every index refers to the baseline, so that taking away two papers does not shift the
// second. What a change says by its fields:
//
//	remove_paper    Case, Index: the paper
//	photo_for_copy  Case, Index: the paper; Text: its new name, else derived from the old one
//	remove_step     Index
//	join_steps      Index joins Into; Text: what the joined step says, else both texts
//	set_limit       Part channels: of the method Index; Part time_limit: of the whole; Limit
//	set_fee         Part channels: fee Into of the method Index; Part fees: fee Index of the whole; Fee.
//	                The place behind the last fee adds one
//	new_channel     Channel, Limit, Text
//	remove_form     Part dossier: the forms of paper Case, Index; Part forms: form Index
//	clear_condition Text: what is left of the conditions, else nothing
//	set_copies      Number, at least 1
//	set_agency      Text: who decides; Index: which of several
//
// The error is a value.Problems with fields "changes[1].index", "overrides[0].part". The baseline is left as it is.
func Propose(base catalog.Procedure, changes []Change, overrides []Override) (catalog.Procedure, error) {
	r := newRevision(base)
	for i, c := range changes {
		r.field = fmt.Sprintf("changes[%d]", i)
		r.apply(c)
	}
	r.joinTexts()
	r.compact()
	for i, o := range overrides {
		r.field = fmt.Sprintf("overrides[%d]", i)
		r.override(o)
	}
	if err := r.problems.Err(); err != nil {
		return catalog.Procedure{}, err
	}
	return r.p, nil
}

// revision is a procedure in the middle of being changed. Items that go are marked and leave at the end.
type revision struct {
	p        catalog.Procedure
	field    string         // where the change stands that is being applied
	touched  map[place]bool // changed already: no two changes speak of one thing
	gone     map[place]bool // to be taken out by compact
	joins    []join         // steps that go up in others
	over     []catalog.Part // parts overridden already
	problems value.Problems
}

// place names an item of the baseline.
type place struct {
	list string // "paper", "step", "form", …
	a, b int
}

type join struct {
	field      string
	from, into int
	text       string
}

func newRevision(base catalog.Procedure) *revision {
	r := &revision{p: base, touched: map[place]bool{}, gone: map[place]bool{}}
	r.p.Steps = slices.Clone(base.Steps)
	r.p.Methods = slices.Clone(base.Methods)
	for i := range r.p.Methods {
		r.p.Methods[i].Fees = slices.Clone(base.Methods[i].Fees)
	}
	r.p.Dossier = slices.Clone(base.Dossier)
	for i := range r.p.Dossier {
		r.p.Dossier[i].Papers = slices.Clone(base.Dossier[i].Papers)
	}
	r.p.Forms, r.p.Fees, r.p.None = slices.Clone(base.Forms), slices.Clone(base.Fees), slices.Clone(base.None)
	r.p.Agencies, r.p.Authorities = slices.Clone(base.Agencies), slices.Clone(base.Authorities)
	return r
}

func (r *revision) refuse(field, code string, args ...any) {
	r.problems.Add(r.field+"."+field, code, args...)
}

// touch claims a place for the change at hand; false where another change speaks of it already.
func (r *revision) touch(at place) bool {
	if r.touched[at] {
		r.refuse("index", "change.twice")
		return false
	}
	r.touched[at] = true
	return true
}

func (r *revision) apply(c Change) {
	switch c.Op {
	case RemovePaper, PhotoForCopy:
		r.paper(c)
	case RemoveStep, JoinSteps:
		r.step(c)
	case SetLimit:
		r.limit(c)
	case SetFee:
		r.fee(c)
	case NewChannel:
		r.channel(c)
	case RemoveForm:
		r.form(c)
	case ClearCondition:
		r.condition(c)
	case SetCopies:
		r.copies(c)
	case SetAgency:
		r.agency(c)
	default:
		r.refuse("op", "change.unknown", string(c.Op))
	}
}

// paperAt finds the paper a change speaks of.
func (r *revision) paperAt(c Change) *catalog.Paper {
	if c.Case < 0 || c.Case >= len(r.p.Dossier) {
		r.refuse("case", "change.no_such_item", c.Case+1)
		return nil
	}
	return at(r, "index", r.p.Dossier[c.Case].Papers, c.Index)
}

// at is the i-th item of a list, nil and a problem where there is none.
func at[T any](r *revision, field string, list []T, i int) *T {
	if i < 0 || i >= len(list) {
		r.refuse(field, "change.no_such_item", i+1)
		return nil
	}
	return &list[i]
}

func (r *revision) paper(c Change) {
	paper := r.paperAt(c)
	here := place{"paper", c.Case, c.Index}
	if paper == nil || !r.touch(here) {
		return
	}
	if c.Op == RemovePaper {
		r.gone[here] = true
		return
	}
	if text := strings.TrimSpace(c.Text); text != "" {
		paper.Name = text
		return
	}
	paper.Name = photoName(paper.Name)
}

func (r *revision) step(c Change) {
	if at(r, "index", r.p.Steps, c.Index) == nil {
		return
	}
	if c.Op == JoinSteps && (at(r, "into", r.p.Steps, c.Into) == nil || c.Into == c.Index) {
		if c.Into == c.Index {
			r.refuse("into", "change.joins_itself")
		}
		return
	}
	here := place{"step", c.Index, 0}
	if !r.touch(here) {
		return
	}
	r.gone[here] = true
	if c.Op == JoinSteps {
		r.joins = append(r.joins, join{r.field, c.Index, c.Into, strings.TrimSpace(c.Text)})
	}
}

func (r *revision) limit(c Change) {
	if c.Limit.IsZero() {
		r.refuse("limit", "limit.missing")
		return
	}
	if c.Part != catalog.PartChannels {
		if r.touch(place{"limit", -1, 0}) {
			r.p.Limit = c.Limit
			r.stated(catalog.PartTimeLimit)
		}
		return
	}
	if m := at(r, "index", r.p.Methods, c.Index); m != nil && r.touch(place{"limit", c.Index, 0}) {
		m.Limit = c.Limit
		r.stated(catalog.PartTimeLimit)
	}
}

func (r *revision) fee(c Change) {
	if c.Fee == (catalog.Fee{}) {
		r.refuse("fee", "fee.missing")
		return
	}
	fees, i, here := &r.p.Fees, c.Index, place{"fee", -1, c.Index}
	if c.Part == catalog.PartChannels {
		m := at(r, "index", r.p.Methods, c.Index)
		if m == nil {
			return
		}
		fees, i, here = &m.Fees, c.Into, place{"fee", c.Index, c.Into}
	}
	if i == len(*fees) {
		*fees = append(*fees, catalog.Fee{})
	}
	if f := at(r, "index", *fees, i); f != nil && r.touch(here) {
		*f = c.Fee
		r.stated(catalog.PartFees)
	}
}

func (r *revision) channel(c Change) {
	switch c.Channel {
	case catalog.InPerson, catalog.Online, catalog.Postal:
	default:
		r.refuse("channel", "channel.unknown", string(c.Channel))
		return
	}
	if slices.ContainsFunc(r.p.Methods, func(m catalog.Method) bool { return m.Channel == c.Channel }) {
		r.refuse("channel", "channel.exists", string(c.Channel))
		return
	}
	r.p.Methods = append(r.p.Methods, catalog.Method{
		Channel: c.Channel,
		Limit:   c.Limit,
		Text:    strings.TrimSpace(c.Text),
	})
	r.stated(catalog.PartChannels)
	if !c.Limit.IsZero() {
		r.stated(catalog.PartTimeLimit)
	}
}

func (r *revision) form(c Change) {
	if c.Part == catalog.PartDossier {
		if paper := r.paperAt(c); paper != nil && r.touch(place{"form of paper", c.Case, c.Index}) {
			paper.Forms = nil
		}
		return
	}
	here := place{"form", c.Index, 0}
	if at(r, "index", r.p.Forms, c.Index) != nil && r.touch(here) {
		r.gone[here] = true
	}
}

func (r *revision) condition(c Change) {
	if !r.touch(place{list: "condition"}) {
		return
	}
	if r.p.Conditions = strings.TrimSpace(c.Text); r.p.Conditions == "" {
		r.none(catalog.PartConditions)
	}
}

func (r *revision) copies(c Change) {
	if n, known := c.Number.Get(); !known || n < 1 {
		r.refuse("number", "copies.too_few")
		return
	}
	if r.touch(place{list: "copies"}) {
		r.p.Copies = c.Number
		r.stated(catalog.PartCopies)
	}
}

// agency says who decides: the decider of an internal procedure, else the competent authority, else the
// agency that carries it out.
func (r *revision) agency(c Change) {
	name := strings.TrimSpace(c.Text)
	if name == "" {
		r.refuse("text", "agency.missing")
		return
	}
	if !r.touch(place{"agency", c.Index, 0}) {
		return
	}
	list := &r.p.Authorities
	switch {
	case r.p.Decider != "":
		r.p.Decider = name
		return
	case len(*list) == 0:
		list = &r.p.Agencies
	}
	if len(*list) == 0 && c.Index == 0 {
		*list = []catalog.Named{{}}
	}
	if a := at(r, "index", *list, c.Index); a != nil {
		*a = catalog.Named{Name: name}
		r.stated(catalog.PartAgency)
	}
}

// joinTexts writes what joined steps say, in the order of the changes.
func (r *revision) joinTexts() {
	for _, j := range r.joins {
		r.field = j.field
		if r.gone[place{"step", j.into, 0}] {
			r.refuse("into", "change.joins_gone")
			continue
		}
		into := &r.p.Steps[j.into]
		if into.Text = strings.TrimSpace(into.Text + "\n" + r.p.Steps[j.from].Text); j.text != "" {
			into.Text = j.text
		}
	}
}

// compact takes out what has been marked. A part of which nothing is left is known not to exist.
func (r *revision) compact() {
	had := len(r.p.Forms) > 0
	r.p.Steps = left(r, r.p.Steps, func(i int) place { return place{"step", i, 0} })
	r.p.Forms = left(r, r.p.Forms, func(i int) place { return place{"form", i, 0} })
	if had && len(r.p.Forms) == 0 {
		r.none(catalog.PartForms)
	}
	papers, kept := 0, 0
	for c := range r.p.Dossier {
		papers += len(r.p.Dossier[c].Papers)
		r.p.Dossier[c].Papers = left(r, r.p.Dossier[c].Papers, func(i int) place { return place{"paper", c, i} })
		kept += len(r.p.Dossier[c].Papers)
	}
	if papers > 0 && kept == 0 {
		r.none(catalog.PartDossier)
	}
}

// left is the list without the items that go.
func left[T any](r *revision, list []T, where func(int) place) []T {
	out := list[:0]
	for i, item := range list {
		if !r.gone[where(i)] {
			out = append(out, item)
		}
	}
	return out
}

// certified are the ways in which a certified copy is asked for, longest first.
var certified = []string{"bản sao có chứng thực", "bản sao chứng thực", "bản sao công chứng"}

// plainCopy is what stands in their place.
const plainCopy = "bản chụp (xuất trình bản chính để đối chiếu)"

// photoName words the name of a paper anew, of which a plain copy beside the original is now enough.
func photoName(name string) string {
	for _, old := range certified {
		capital := viet.Capital(old)
		if strings.Contains(name, old) {
			return strings.Replace(name, old, plainCopy, 1)
		}
		if strings.Contains(name, capital) {
			return strings.Replace(name, capital, viet.Capital(plainCopy), 1)
		}
	}
	return strings.TrimSpace(name + ": " + plainCopy)
}

// stated takes a part that is written anew from those known not to exist.
func (r *revision) stated(part catalog.Part) {
	r.p.None = slices.DeleteFunc(r.p.None, func(p catalog.Part) bool { return p == part })
}

func (r *revision) none(part catalog.Part) {
	if !slices.Contains(r.p.None, part) {
		r.p.None = append(r.p.None, part)
	}
}
