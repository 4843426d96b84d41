package campaign

// What the tests from outside need of the inside.

var (
	PlanTable = planTable
	PlanLines = planLines
)
