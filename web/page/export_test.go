package page

// What the tests from outside need of the inside.

const (
	AlertKey    = alertKey
	KeptAddress = keptAddress
)
