package plan

import (
	"slices"
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "plan", Templates, slices.Concat(planSamples(), workSamples()))
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "plan", Templates, partSamples())
}
