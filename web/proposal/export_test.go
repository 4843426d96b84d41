package proposal

// What the tests from outside need of the inside.

var (
	ReadProposal    = (*Room).readProposal
	Short           = short
	TypedOf         = typedOf
	TypedOfProposal = (*Room).typedOfProposal
)
