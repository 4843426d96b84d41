package exchange

import (
	"rasoat/catalog"
)

// procedureKeys are the keys of a line of the catalogue format: the fields of catalog.Procedure.
var procedureKeys = []string{"schema",
	"code", "name", "kind", "group", "status", "ours", "decider",
	"levels", "field", "field_code", "announcer", "decision", "published", "validity", "type",
	"steps", "methods", "dossier", "copies", "limit", "applicants", "agencies", "authorities", "delegates", "partners",
	"address", "forms", "conditions", "fees", "results", "result_validity", "legal_basis", "none",
	"also_known", "keywords", "note", "online_cases", "life_events", "full_online", "any_place"}

// readProcedure reads one line. Enumerations are checked by catalog.Check, together with everything else
// that a procedure must fulfil.
func readProcedure(n *node, p *problemList) catalog.Procedure {
	f := openObject(n, "", p, procedureKeys...)
	if n.kind != isObject {
		return catalog.Procedure{}
	}
	f.need("schema", "code", "name", "kind", "status")
	if s, ok := f.whole("schema").Get(); ok && s != jsonlSchema {
		p.add("schema", "schema.unknown", jsonlSchema)
	}
	return catalog.Procedure{
		Code:    catalog.Code(f.text("code")),
		Name:    f.text("name"),
		Kind:    catalog.Kind(f.text("kind")),
		Group:   catalog.Group(f.text("group")),
		Status:  catalog.Status(f.text("status")),
		Ours:    catalog.Ours(f.text("ours")),
		Decider: f.text("decider"),

		Levels:    words[catalog.Level](f, "levels"),
		Field:     f.text("field"),
		FieldCode: f.text("field_code"),
		Announcer: sub(f, "announcer", f.named),
		Decision:  sub(f, "decision", f.announced),
		Published: f.date("published"),
		Validity:  sub(f, "validity", f.validity),
		Type:      f.text("type"),

		Steps:          each(f, "steps", f.step),
		Methods:        each(f, "methods", f.method),
		Dossier:        each(f, "dossier", f.dossierCase),
		Copies:         f.count("copies"),
		Limit:          sub(f, "limit", f.limit),
		Applicants:     f.texts("applicants"),
		Agencies:       each(f, "agencies", f.named),
		Authorities:    each(f, "authorities", f.named),
		Delegates:      each(f, "delegates", f.named),
		Partners:       each(f, "partners", f.named),
		Address:        f.text("address"),
		Forms:          f.texts("forms"),
		Conditions:     f.text("conditions"),
		Fees:           each(f, "fees", f.fee),
		Results:        each(f, "results", f.named),
		ResultValidity: f.text("result_validity"),
		Law:            each(f, "legal_basis", f.law),
		None:           words[catalog.Part](f, "none"),

		AlsoKnown:   f.texts("also_known"),
		Keywords:    f.text("keywords"),
		Note:        f.text("note"),
		OnlineCases: each(f, "online_cases", f.onlineCase),
		LifeEvents:  f.texts("life_events"),
		FullOnline:  f.truth("full_online"),
		AnyPlace:    f.truth("any_place"),
	}
}

// sub reads the object at a key, the zero value where there is none.
func sub[T any](f fields, key string, read func(n *node, path string) T) T {
	var zero T
	if n := f.at(key); n != nil {
		return read(n, under(f.path, key))
	}
	return zero
}

// words is the list of enumerated values at a key.
func words[T ~string](f fields, key string) []T {
	var out []T
	for _, s := range f.texts(key) {
		out = append(out, T(s))
	}
	return out
}

func (f fields) named(n *node, path string) catalog.Named {
	f = openObject(n, path, f.p, "name", "code")
	return catalog.Named{Name: f.text("name"), Code: f.text("code")}
}

func (f fields) announced(n *node, path string) catalog.Decision {
	f = openObject(n, path, f.p, "number", "date", "by")
	return catalog.Decision{Number: f.text("number"), Date: f.date("date"), By: f.text("by")}
}

func (f fields) validity(n *node, path string) catalog.Validity {
	f = openObject(n, path, f.p, "from", "until", "repealed_by")
	return catalog.Validity{From: f.date("from"), Until: f.date("until"), RepealedBy: f.text("repealed_by")}
}

func (f fields) step(n *node, path string) catalog.Step {
	f = openObject(n, path, f.p, "name", "text")
	return catalog.Step{Name: f.text("name"), Text: f.text("text")}
}

func (f fields) method(n *node, path string) catalog.Method {
	f = openObject(n, path, f.p, "channel", "limit", "fees", "text").need("channel")
	return catalog.Method{
		Channel: catalog.Channel(f.text("channel")),
		Limit:   sub(f, "limit", f.limit),
		Fees:    each(f, "fees", f.fee),
		Text:    f.text("text"),
	}
}

func (f fields) limit(n *node, path string) catalog.TimeLimit {
	f = openObject(n, path, f.p, "number", "unit", "text")
	return catalog.TimeLimit{Number: f.decimal("number"), Unit: catalog.Unit(f.text("unit")), Text: f.text("text")}
}

func (f fields) fee(n *node, path string) catalog.Fee {
	f = openObject(n, path, f.p, "state", "kind", "amount", "currency", "text")
	return catalog.Fee{
		State:    catalog.FeeState(f.text("state")),
		Kind:     catalog.FeeKind(f.text("kind")),
		Amount:   f.amount("amount"),
		Currency: f.text("currency"),
		Text:     f.text("text"),
	}
}

func (f fields) dossierCase(n *node, path string) catalog.DossierCase {
	f = openObject(n, path, f.p, "name", "papers")
	return catalog.DossierCase{Name: f.text("name"), Papers: each(f, "papers", f.paper)}
}

func (f fields) paper(n *node, path string) catalog.Paper {
	f = openObject(n, path, f.p, "name", "code", "originals", "copies", "forms", "held").need("name")
	return catalog.Paper{
		Name:      f.text("name"),
		Code:      f.text("code"),
		Originals: f.count("originals"),
		Copies:    f.count("copies"),
		Forms:     f.texts("forms"),
		Held:      f.text("held"),
	}
}

func (f fields) law(n *node, path string) catalog.LegalBasis {
	f = openObject(n, path, f.p, "number", "name", "raw")
	return catalog.LegalBasis{Number: f.text("number"), Name: f.text("name"), Raw: f.text("raw")}
}

func (f fields) onlineCase(n *node, path string) catalog.OnlineCase {
	f = openObject(n, path, f.p, "code", "name", "limit")
	return catalog.OnlineCase{Code: f.text("code"), Name: f.text("name"), Limit: sub(f, "limit", f.limit)}
}
