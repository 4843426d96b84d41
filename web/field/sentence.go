package field

import (
	"strings"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Sentence says a problem to a person, with a capital letter.
func Sentence(w *text.Table, p value.Problem) string { return viet.Capital(Clause(w, p)) }

// Clause says a problem within a sentence, after the place that it speaks of: names and numbers among its arguments as
// people write them.
func Clause(w *text.Table, p value.Problem) string {
	if strings.HasSuffix(p.Code, ".unknown") && len(p.Args) > 0 && p.Args[0] == "" {
		return w.Say("value.not_chosen")
	}
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = written(w, p.Code, a)
	}
	return w.Say(p.Code, args...)
}

// written is an argument of a problem as people write it.
func written(w *text.Table, code string, a any) any {
	switch v := a.(type) {
	case review.State:
		return w.Name("state", string(v))
	case review.Action:
		return viet.LowerFirst(w.Name("action", string(v)))
	case value.Money:
		return viet.Money(v)
	case value.Decimal:
		return viet.Decimal(v)
	case int64:
		return viet.Number(v)
	case value.Date:
		return viet.ShortDate(v)
	case string:
		if strings.HasPrefix(code, "action.") {
			return viet.LowerFirst(w.Name("action", v))
		}
	}
	return a
}
