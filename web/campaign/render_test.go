package campaign

import (
	"slices"
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "campaign", Templates, slices.Concat(campaignSamples(), formSamples(), workSamples()))
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "campaign", Templates, partSamples())
}
