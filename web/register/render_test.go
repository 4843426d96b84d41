package register

import (
	"slices"
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	samples := slices.Concat(additionSamples(), announcementSamples(), feedbackSamples())
	pagetest.PagesFit(t, "register", Templates, samples)
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "register", Templates, partSamples())
}
