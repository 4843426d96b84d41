package plan

// What the tests from outside need of the inside.

var (
	CopyTable     = copyTable
	IndicatorAt   = indicatorAt
	IndicatorForm = indicatorForm
)
