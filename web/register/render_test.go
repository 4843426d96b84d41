package register

import (
	"slices"
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "register", Templates, slices.Concat(additionSamples(), announcementSamples(), indicatorSamples()))
}
