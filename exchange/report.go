package exchange

import (
	"fmt"

	"rasoat/catalog"
	"rasoat/value"
)

// Row is one record of an imported file.
type Row struct {
	Number    int               // 1 for the first record
	Raw       string            // the code as it stands in the file, blanks included
	Procedure catalog.Procedure // what could be read
	Warnings  []Warning
	Err       error // value.Problems: the record cannot be read at all, and so nothing of the file is stored
}

// Warning is something in a row that a person should know of; it refuses nothing. Each code stands once
// per row and field: Args[0] is how often it was found, the others belong to the first find.
type Warning struct {
	Row     int
	Code    string // of the procedure, as it stands
	Field   string // the part as interface.md spells it, or a field of the procedure by its JSON name
	Message string // a code of WarningCodes
	Args    []any
}

// FormatError says where a file stops being what its format asks for.
type FormatError struct {
	Format string // "portal-json"
	Code   string // "file.json", "file.empty", "file.other_format"
	Row    int    // record in which it was found, from 1
	Line   int    // from 1
	Offset int64  // in bytes from the start
	Err    error  // nil where the JSON is sound but not this format's
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("%s: %s: record %d, line %d, byte %d: %v", e.Format, e.Code, e.Row, e.Line, e.Offset, e.Err)
}

func (e *FormatError) Unwrap() error { return e.Err }

// Problem is the error for app/text: its arguments are format, record, line and byte.
func (e *FormatError) Problem() value.Problem {
	return value.Problem{Code: e.Code, Args: []any{e.Format, e.Row, e.Line, e.Offset}}
}

// Messages of warnings. Args[0] is always how often.
const (
	warnKeyUnknown = "key.foreign"  // key, once per file
	warnTypeWrong  = "type.foreign" // key
	warnListNull   = "list.null"    // key
	warnEnum       = "enum.unknown"
	warnMissing    = "part.missing" // nothing is said of the part

	warnCodeForm     = "code.form"     // not d.dddddd
	warnCodeDisagree = "code.disagree" // two codes in one record: the other one
	warnCodeNumber   = "code.number"   // written as a number: a zero at its end may be lost
	warnKindDisagree = "kind.disagree" // internal by one sign, public by another

	warnOuterSpace  = "text.outer_space"
	warnDoubleSpace = "text.double_space"
	warnLineBreak   = "text.line_break"
	warnTab         = "text.tab"
	warnCapitals    = "text.capitals"
	warnNotNFC      = "text.nfd"
	warnZeroWidth   = "text.zero_width"
	warnNoBreak     = "text.nbsp"
	warnLookAlike   = "text.lookalike"
	warnPrivateUse  = "text.private_use"
	warnReplaced    = "text.broken"
	warnFrame       = "text.frame"
	warnDistrict    = "text.district"

	warnDecisionForm = "decision.form"
	warnDecisionDate = "decision.no_date"
	warnFieldMany    = "field.many"

	warnLimitText    = "limit.sentence"
	warnLimitString  = "limit.number_as_text"
	warnLimitNoUnit  = "limit.no_unit"
	warnLimitZero    = "limit.not_stated"
	warnLimitUnread  = "limit.unread"
	warnLimitGlued   = "limit.glued_fee"
	warnLimitReading = "limit.other_reading" // the online service gives another limit

	warnFeeSetBy    = "fee.set_by"    // 0 with an explanation: not free
	warnFeeTextOnly = "fee.text_only" // no amount, an explanation
	warnFeeSmall    = "fee.small"     // below 1,000 đồng
	warnFeeCurrency = "fee.currency"
	warnFeeUnread   = "fee.unread"
	warnFeeFile     = "fee.tariff_file"

	warnPaperUnnamed  = "paper.unnamed"
	warnPaperTwice    = "paper.twice"
	warnPaperQuantity = "paper.no_quantity"
	warnPaperGlued    = "paper.glued_quantity"
	warnFormCut       = "form.cut"

	warnLawUnread   = "law.unread"
	warnLawCleaned  = "law.cleaned"
	warnLawTwice    = "law.twice"
	warnLawGlued    = "law.glued"
	warnResultGlued = "result.glued_code"
	warnAgencyOne   = "agency.not_split"
)

// WarningCodes lists every message a reader of the portal's formats can give; app/text has a sentence for each.
var WarningCodes = []string{
	warnKeyUnknown, warnTypeWrong, warnListNull, warnEnum, warnMissing,
	warnCodeForm, warnCodeDisagree, warnCodeNumber, warnKindDisagree,
	warnOuterSpace, warnDoubleSpace, warnLineBreak, warnTab, warnCapitals, warnNotNFC, warnZeroWidth, warnNoBreak,
	warnLookAlike, warnPrivateUse, warnReplaced, warnFrame, warnDistrict,
	warnDecisionForm, warnDecisionDate, warnFieldMany,
	warnLimitText, warnLimitString, warnLimitNoUnit, warnLimitZero, warnLimitUnread, warnLimitGlued, warnLimitReading,
	warnFeeSetBy, warnFeeTextOnly, warnFeeSmall, warnFeeCurrency, warnFeeUnread, warnFeeFile,
	warnPaperUnnamed, warnPaperTwice, warnPaperQuantity, warnPaperGlued, warnFormCut,
	warnLawUnread, warnLawCleaned, warnLawTwice, warnLawGlued, warnResultGlued, warnAgencyOne,
}

// Codes of a FormatError and of a Row's Err.
const (
	errJSON        = "file.json"
	errEmpty       = "file.empty"
	errOtherFormat = "file.other_format"
	errRowShape    = "row.other_format"
)

// FileErrorCodes lists the codes with which a reader of the portal's formats refuses a file or a row.
var FileErrorCodes = []string{errJSON, errEmpty, errOtherFormat, errRowShape}
