package campaign

// What the tests from outside need of the inside.

var (
	OrDash    = orDash
	TypedPlan = typedPlan
)
