package proposal

// What the tests from outside need of the inside.

var (
	ReadProposal    = readProposal
	Short           = short
	TypedOf         = typedOf
	TypedOfProposal = typedOfProposal
)
