package catalog

import (
	"fmt"
	"strings"

	"rasoat/value"
	"rasoat/viet"
)

// mergeFields are the fields of a procedure as sources state them, by JSON name.
var mergeFields = []mergeField{
	mergeText("name", "", neverLose, func(p *Procedure) *string { return &p.Name }),
	mergeValue("kind", "", neverLose, func(p *Procedure) *Kind { return &p.Kind }),
	mergeValue("group", "", neverTake, func(p *Procedure) *Group { return &p.Group }),
	mergeValue("status", "", neverLose, func(p *Procedure) *Status { return &p.Status }),
	mergeValue("ours", "", neverTake, func(p *Procedure) *Ours { return &p.Ours }),
	mergeText("decider", "", neverTake, func(p *Procedure) *string { return &p.Decider }),

	mergeList("levels", "", func(p *Procedure) *[]Level { return &p.Levels }, sayLevels),
	mergeText("field", "", mayAll, func(p *Procedure) *string { return &p.Field }),
	mergeText("field_code", "", mayAll, func(p *Procedure) *string { return &p.FieldCode }),
	announcerField(),
	decisionField(),
	mergeValue("published", "", mayAll, func(p *Procedure) *value.Date { return &p.Published }),
	mergeValue("validity", "", mayAll, func(p *Procedure) *Validity { return &p.Validity }),
	mergeText("type", "", mayAll, func(p *Procedure) *string { return &p.Type }),

	mergeList("steps", PartSteps, func(p *Procedure) *[]Step { return &p.Steps }, saySteps),
	mergeList("methods", PartChannels, func(p *Procedure) *[]Method { return &p.Methods }, sayEach(sayMethod)),
	mergeList("dossier", PartDossier, func(p *Procedure) *[]DossierCase { return &p.Dossier }, sayDossier),
	mergeValue("copies", PartCopies, mayAll, func(p *Procedure) *value.Opt[int] { return &p.Copies }),
	mergeValue("limit", PartTimeLimit, mayAll, func(p *Procedure) *TimeLimit { return &p.Limit }),
	mergeList("applicants", PartApplicants, func(p *Procedure) *[]string { return &p.Applicants }, sayEach(viet.Fold)),
	mergeList("agencies", PartAgency, func(p *Procedure) *[]Named { return &p.Agencies }, sayNamed),
	mergeList("authorities", "", func(p *Procedure) *[]Named { return &p.Authorities }, sayNamed),
	mergeList("delegates", "", func(p *Procedure) *[]Named { return &p.Delegates }, sayNamed),
	mergeList("partners", "", func(p *Procedure) *[]Named { return &p.Partners }, sayNamed),
	mergeText("address", "", mayAll, func(p *Procedure) *string { return &p.Address }),
	mergeList("forms", PartForms, func(p *Procedure) *[]string { return &p.Forms }, sayEach(viet.Fold)),
	mergeText("conditions", PartConditions, mayAll, func(p *Procedure) *string { return &p.Conditions }),
	mergeList("fees", PartFees, func(p *Procedure) *[]Fee { return &p.Fees }, sayEach(sayFee)),
	mergeList("results", PartResult, func(p *Procedure) *[]Named { return &p.Results }, sayNamed),
	mergeText("result_validity", "", mayAll, func(p *Procedure) *string { return &p.ResultValidity }),
	mergeList("legal_basis", PartLegalBasis, func(p *Procedure) *[]LegalBasis { return &p.Law }, sayEach(sayLaw)),

	mergeList("also_known", "", func(p *Procedure) *[]string { return &p.AlsoKnown }, sayEach(viet.Fold)),
	mergeText("keywords", "", mayAll, func(p *Procedure) *string { return &p.Keywords }),
	mergeText("note", "", mayAll, func(p *Procedure) *string { return &p.Note }),
	mergeList("online_cases", "", func(p *Procedure) *[]OnlineCase { return &p.OnlineCases }, sayEach(sayOnline)),
	mergeList("life_events", "", func(p *Procedure) *[]string { return &p.LifeEvents }, sayEach(viet.Fold)),
	mergeValue("full_online", "", mayAll, func(p *Procedure) *bool { return &p.FullOnline }),
	mergeValue("any_place", "", mayAll, func(p *Procedure) *bool { return &p.AnyPlace }),
}

// mergeValue is a field that is empty at its zero value and says what it is.
func mergeValue[T comparable](name string, part Part, keep keeping, at func(*Procedure) *T) mergeField {
	var zero T
	return mergeField{
		name: name, part: part, keep: keep,
		empty: func(p *Procedure) bool { return *at(p) == zero },
		take:  func(to, from *Procedure) { *at(to) = *at(from) },
		says:  func(p *Procedure) string { return fmt.Sprint(*at(p)) },
	}
}

// mergeText is a field of words: case, accents and punctuation are no contradiction.
func mergeText(name string, part Part, keep keeping, at func(*Procedure) *string) mergeField {
	f := mergeValue(name, part, keep, at)
	f.says = func(p *Procedure) string { return viet.Fold(*at(p)) }
	return f
}

func mergeList[T any](name string, part Part, at func(*Procedure) *[]T, says func([]T) string) mergeField {
	return mergeField{
		name: name, part: part,
		empty: func(p *Procedure) bool { return len(*at(p)) == 0 },
		take:  func(to, from *Procedure) { *at(to) = *at(from) },
		says:  func(p *Procedure) string { return says(*at(p)) },
	}
}

// decisionField is number, date and signer as one statement: a source that gives the number alone neither
// contradicts the date nor takes it away, but another number takes the old date along.
func decisionField() mergeField {
	f := mergeValue("decision", "", mayAll, func(p *Procedure) *Decision { return &p.Decision })
	f.says = func(p *Procedure) string { return viet.Fold(p.Decision.Number) }
	f.fill = func(to, from *Procedure) {
		if to.Decision.Date.IsZero() {
			to.Decision.Date = from.Decision.Date
		}
		if to.Decision.By == "" {
			to.Decision.By = from.Decision.By
		}
	}
	return f
}

// announcerField is name and code as one statement. Merged ministries stand on the portal with their old
// name in brackets.
func announcerField() mergeField {
	f := mergeValue("announcer", "", mayAll, func(p *Procedure) *Named { return &p.Announcer })
	f.says = func(p *Procedure) string {
		name, _, _ := strings.Cut(p.Announcer.Name, "(")
		return viet.Fold(name)
	}
	f.fill = func(to, from *Procedure) {
		if to.Announcer.Code == "" {
			to.Announcer.Code = from.Announcer.Code
		}
	}
	return f
}

// sayEach is what a list says whose order is no statement.
func sayEach[T any](say func(T) string) func([]T) string {
	return func(list []T) string {
		var out []string
		for _, x := range list {
			out = append(out, say(x))
		}
		return sorted(out)
	}
}

// sayLevels leaves the vertical level aside: it never stands alone, and pages do not print it.
func sayLevels(levels []Level) string {
	var out []string
	for _, l := range levels {
		if l != Vertical {
			out = append(out, string(l))
		}
	}
	return sorted(out)
}

// saySteps does not care how a text is cut into steps.
func saySteps(steps []Step) string {
	var text strings.Builder
	for _, s := range steps {
		text.WriteString(s.Name + " " + s.Text + " ")
	}
	return viet.Fold(text.String())
}

// sayMethod leaves the explaining text aside, in which pages hold half of what the portal keeps apart.
func sayMethod(m Method) string {
	n, known := m.Limit.Number.Get()
	return fmt.Sprint(m.Channel, n, known, m.Limit.Unit)
}

func sayFee(f Fee) string {
	n, known := f.Amount.Get()
	return fmt.Sprint(f.State, f.Kind, n, known, f.Currency)
}

func sayLaw(l LegalBasis) string {
	if l.Number == "" {
		return viet.Fold(l.Name + " " + l.Raw)
	}
	return viet.Fold(l.Number)
}

func sayOnline(c OnlineCase) string { return fmt.Sprint(c.Code, viet.Fold(c.Name), c.Limit) }

// sayNamed is the words of all names: pages join agencies with commas that names hold too.
func sayNamed(list []Named) string {
	var words []string
	for _, n := range list {
		words = append(words, strings.Fields(viet.Fold(n.Name))...)
	}
	return sorted(words)
}

func sayDossier(cases []DossierCase) string {
	var out []string
	for _, c := range cases {
		for _, p := range c.Papers {
			out = append(out, viet.Fold(p.Name))
		}
	}
	return sorted(out)
}
