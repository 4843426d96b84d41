package report

import (
	"slices"
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(
		t,
		"report",
		Templates,
		slices.Concat(campaignSamples(), monthSamples(), planSamples(), workSamples()),
	)
}
