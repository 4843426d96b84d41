package indicator

import (
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "indicator", Templates, indicatorSamples())
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "indicator", Templates, partSamples())
}
