package register

import (
	"maps"
	"net/url"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// What the forms of a request for additions ask, by the names that review gives its fields.

// additionKeys is under which keys their labels stand.
const additionKeys = "additions"

// itemsForm is what is asked for.
var itemsForm = field.Form[review.AdditionRequest]{
	field.Rows("items", func(r *review.AdditionRequest) *[]review.Addition { return &r.Items },
		field.Form[review.Addition]{
			field.Key("procedure", func(a *review.Addition) *catalog.Code { return &a.Procedure }),
			field.Titled(func(_ *text.Table, a *review.Addition) string { return string(a.Procedure) }),
			field.Long("reason", func(a *review.Addition) *string { return &a.Reason }, field.Need),
		}),
}

// addTicked gives the procedures that were ticked to be added a row each, as the others have.
func addTicked(in url.Values) {
	next := 0
	for _, n := range field.RowNumbers(in, "items") {
		next = n + 1
	}
	for i, code := range in["add"] {
		in.Set(field.RowName("items", next+i)+".procedure", string(catalog.Code(code).Key()))
	}
	in.Del("add")
}

// additionValues is what stands in the forms of a request: what was typed, and the rows of the request where the form
// that was sent had none.
func additionValues(r review.AdditionRequest, typed url.Values) url.Values {
	if len(field.RowNumbers(typed, "items")) > 0 {
		return typed
	}
	out := itemsForm.Values(r)
	maps.Copy(out, typed)
	return out
}

// sourceForm is where a list handed down comes from.
var sourceForm = field.Form[review.AdditionRequest]{
	field.Text("from", func(r *review.AdditionRequest) *string { return &r.HandedFrom }),
}

// issueForm is under which number and date the request went out.
var issueForm = field.Form[review.AdditionRequest]{
	field.Text("number", func(r *review.AdditionRequest) *string { return &r.Number }, field.Need, field.Medium),
	field.Date("date", func(r *review.AdditionRequest) *value.Date { return &r.Date }, field.Need),
}

// decidedForm is the decision by which the superior announced what was asked for; who issued it stands in no request.
var decidedForm = field.Form[review.AdditionRequest]{
	field.Text("decision", func(r *review.AdditionRequest) *string { return &r.Announced.Number },
		field.Need, field.Medium),
	field.Date("decided", func(r *review.AdditionRequest) *value.Date { return &r.Announced.Date }, field.Need),
	field.Date("valid", func(r *review.AdditionRequest) *value.Date { return &r.From }),
}
