package settings

import (
	"slices"
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "settings", Templates, slices.Concat(publicSamples(), workSamples()))
}
