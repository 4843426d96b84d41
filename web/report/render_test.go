package report

import (
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) { pagetest.PagesFit(t, "report", Templates, samples()) }
