package plan

import (
	"testing"

	"rasoat/web/page/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) { pagetest.PagesFit(t, "plan", Templates, samples()) }
