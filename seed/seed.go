// Package seed holds what a fresh installation starts with, embedded as files: the plan with its source
// text, targets, duties, tasks and indicators; the public procedures of a commune; the typical internal
// procedures; hourly rates, holidays and vocabulary; and the campaigns of the demo. It knows no other room:
// whoever loads a file reads it with the importer of its format, as if it came from outside.
package seed

import "embed"

//go:embed *.json *.jsonl *.md demo
var files embed.FS

// Files of the starting content, in the formats of package exchange or as plain JSON.
const (
	PlanFile    = "plan-29.json"           // review.Plan without its source text
	PlanSource  = "plan-29.md"             // the text of Plan 29/KH-UBND, unchanged, typing errors included
	PublicFile  = "public.jsonl"           // public procedures, own catalogue format
	TypicalFile = "internal_typical.jsonl" // TB-01 …, own catalogue format
	HolidayFile = "holidays.json"
	RateFile    = "rates.json"
	CeasedFile  = "ceased.json" // levels and offices that there are no more, since when and by what
	WordsFile   = "vocabulary.json"
	LifeFile    = "life-events.json" // events of a life with their procedures in order

	DemoInternal = "demo/campaign-internal-b.json" // NB-01 …: invented, in the demo only
	DemoPublic   = "demo/campaign-public.json"
	DemoForms    = "demo/forms.json"   // review forms of the demo's officers
	DemoFigures  = "demo/figures.json" // of the indicators: month, what is counted, numerator and denominator; invented
)

// Read returns an embedded file by one of the names above.
func Read(name string) ([]byte, error) { return files.ReadFile(name) }
