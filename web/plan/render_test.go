package plan

import (
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) { pagetest.PagesFit(t, "plan", Templates, samples()) }
