// Package exchange reads and writes what comes from and goes to other programs: the national portal's
// JSON and pages, and the program's own formats (cost tables, campaign files, the catalogue as JSON Lines).
// Its own formats are read strictly, foreign ones leniently with warnings. It knows no store, no search and
// no report, and decides nothing about what it reads.
package exchange

import "slices"

// Format names a file format as `--format` spells it.
type Format string

// The formats that can be read.
const (
	PortalJSON  Format = "portal-json"
	PortalPages Format = "portal-pages"
	Campaign    Format = "campaign"
	JSONL       Format = "jsonl"
)

// Formats lists the formats that `import` reads.
var Formats = []Format{PortalJSON, PortalPages, Campaign, JSONL}

// Kinds of files that are recognised and not read. CSVFile and ExcelFile hold lists in many shapes.
const (
	PDFFile    Format = "pdf"
	ExcelFile  Format = "xlsx"
	WordFile   Format = "docx"
	HTMLFile   Format = "html"
	CSVFile    Format = "csv"
	OtherJSON  Format = "other-json"
	TextFile   Format = "text"
	BinaryFile Format = "binary"
	EmptyFile  Format = "empty"
)

// CanRead reports whether f is a format that `import` reads.
func (f Format) CanRead() bool { return slices.Contains(Formats, f) }
