package indicator

import (
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "indicator", Templates, indicatorSamples())
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "indicator", Templates, partSamples())
}
