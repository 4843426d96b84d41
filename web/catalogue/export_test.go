package catalogue

// What the tests from outside need of the inside.

const ResultsPerPage = resultsPerPage

var (
	ProcedureValues = procedureValues
	TidyForm        = tidyForm
	TypedProcedure  = typedProcedure
)
