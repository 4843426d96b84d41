package settings

import (
	"slices"
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "settings", Templates, slices.Concat(publicSamples(), workSamples()))
}
