package proposal

import (
	"slices"
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "proposal", Templates, slices.Concat(proposalSamples(), restructuringSamples()))
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "proposal", Templates, partSamples())
}
