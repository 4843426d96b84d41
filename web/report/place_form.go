package report

import (
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// placeKeys is under which keys the labels of a place stand.
const placeKeys = "month"

// placeForm is the form of one place. Many stand on one page: the names of its fields begin with the place.
func placeForm(place review.PlaceID) field.Form[review.MonthEntry] {
	type entry = review.MonthEntry
	at := anchorOf(place) + "."
	text := field.Long(at+"text", func(e *entry) *string { return &e.Text }, field.Label("text"))
	if place == review.PlaceAnyPlace {
		return field.Form[entry]{
			field.Count(at+"received_any", func(e *entry) *value.Opt[int64] { return &e.AnyPlace.Received },
				maxDossiers,
				field.Label("received_any")),
			field.Count(at+"returned_any", func(e *entry) *value.Opt[int64] { return &e.AnyPlace.Returned },
				maxDossiers,
				field.Label("returned_any")),
			text,
		}
	}
	if !isTask(place) {
		return field.Form[entry]{text}
	}
	state := func(e *entry) *review.TaskState { return &e.State }
	return field.Form[entry]{
		field.Word(at+"state", state, "task_state", review.TaskStates, field.Label("state")),
		field.Text(at+"owner", func(e *entry) *string { return &e.Owner }, field.Label("owner")),
		text,
		field.Rows(at+"figures", func(e *entry) *[]review.MonthFigure { return &e.Figures }, figureForm,
			field.Label("figure.name")),
	}
}

const maxDossiers = 1_000_000_000

var figureForm = field.Form[review.MonthFigure]{
	field.Text("name", func(f *review.MonthFigure) *string { return &f.Name }, field.Label("figure.name")),
	field.Own("value", func(f *review.MonthFigure) string { return viet.Decimal(f.Value) },
		func(f *review.MonthFigure, typed string) *value.Problem {
			if typed == "" {
				return &value.Problem{Code: "figure.value_missing"}
			}
			n, err := viet.ParseDecimal(typed)
			if err != nil {
				return &value.Problem{Code: "decimal.typed", Args: []any{typed}}
			}
			f.Value = n
			return nil
		}, field.Label("figure.value")),
	field.Text("unit", func(f *review.MonthFigure) *string { return &f.Unit }, field.Label("figure.unit")),
}

func isTask(place review.PlaceID) bool { return strings.HasPrefix(string(place), "task/") }

// anchorOf is a place as the page and its fields name it.
func anchorOf(place review.PlaceID) string {
	return strings.NewReplacer("/", "-", ".", "-").Replace(string(place))
}
