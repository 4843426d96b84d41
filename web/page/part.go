package page

import (
	"html/template"

	"rasoat/web/field"
)

// FieldGroup is fields under one heading.
type FieldGroup struct {
	ID     string
	Title  string
	Text   string
	Fields []field.Cell
}

// CostCell is one cell.
type CostCell struct {
	Name    string // "before[2].hours"
	Label   string // "Dòng 1.2, Thời gian (giờ)"
	Value   string
	Problem string
}

// Link is a text that leads somewhere. An empty Href is plain text.
type Link struct {
	Text string
	Href string
}

// Badge is a word about the state of something. Tone colours it: "", "met", "warn", "bad", "accent"; the
// word says the same without the colour.
type Badge struct {
	Text string
	Tone string
}

// Bar is a progress bar against a mark. Percent and Mark are 0 to 100, written with a point, for the
// drawing alone ("18.6"); Label says it in words. An empty Mark draws none.
type Bar struct {
	Percent string
	Mark    string
	Tone    string
	Label   string
}

// EmptyState says why a list is empty and offers the next step.
type EmptyState struct {
	Text string
	Next Link
}

// Paging leads through the pages of a list; the place stands in the address.
type Paging struct {
	Text  string // "21–40 trong 112"
	Prev  string // address; empty at the first page
	Next  string
	Pages []PageLink
}

// PageLink leads to one page of a list.
type PageLink struct {
	Text    string
	Href    string // empty: a gap, "…"
	Current bool
}

// FacetList is one group of filters. Each value is a link that sets or lifts it.
type FacetList struct {
	Title  string
	Values []FacetValue
}

// FacetValue is one value of a filter.
type FacetValue struct {
	Text  string
	Count string
	Href  string
	Set   bool
}

// DiffText is a text compared word by word, in order.
type DiffText []DiffSegment

// DiffSegment is a run of words: "same", "ins" (underlined) or "del" (struck through).
type DiffSegment struct {
	Op   string
	Text string
}

// Marked is text with <mark> around what was searched for, escaped by the search.
type Marked = template.HTML

// MonthTab leads to a month of the plan's year.
type MonthTab struct {
	Text    string // "T6"
	Label   string // "Tháng 6/2024, đã công khai"
	Href    string
	Current bool
	Sign    string // "✓" released, "…" entered in part
}

// Term is a line of an indicator's definition.
type Term struct{ Term, Text string }

// BothVersions is what somebody else saved meanwhile beside what was typed: only what differs. No text: no conflict.
type BothVersions struct {
	Text string
	Rows []BothRow
}

// BothRow is one answer that differs between what was saved and what was typed.
type BothRow struct {
	Label string
	Saved string
	Typed string
}

// Verdict is met ✓, not met ✗ or not arising –, always with its word.
type Verdict struct {
	Sign string
	Text string
	Tone string
}
