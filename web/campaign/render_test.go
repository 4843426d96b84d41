package campaign

import (
	"slices"
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "campaign", Templates, slices.Concat(campaignSamples(), formSamples(), workSamples()))
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "campaign", Templates, partSamples())
}
