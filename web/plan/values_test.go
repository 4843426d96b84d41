package plan_test

import (
	"maps"
	"net/url"

	"rasoat/review"
	"rasoat/web/plan"
)

// planValues is everything of a plan as it stands in its forms.
func planValues(p review.Plan) url.Values {
	out := url.Values{}
	for _, part := range plan.PlanPartForms {
		maps.Copy(out, part.Form.Values(plan.FormOf(p)))
	}
	return out
}
