package report

import (
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) { pagetest.PagesFit(t, "report", Templates, samples()) }
