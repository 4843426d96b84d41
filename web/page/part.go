package page

import (
	"html/template"
	"unicode/utf8"

	"rasoat/web/field"
)

// FieldGroup is fields under one heading.
type FieldGroup struct {
	ID, Title, Text string
	Fields          []field.Cell
}

// CostCell is one cell: its name "before[2].hours", its label "Dòng 1.2, Thời gian (giờ)".
type CostCell struct{ Name, Label, Value, Problem string }

// Link is a text that leads somewhere. An empty Href is plain text.
type Link struct{ Text, Href string }

// longName is how many characters a name has that needs more than about three lines.
const longName = 150

// IsLong reports whether a text is cut in a list until it is opened.
func (l Link) IsLong() bool { return utf8.RuneCountInString(l.Text) > longName }

// Index leads to the parts of a long page: at its side where there is room, folded above it where there is none.
type Index struct {
	Label string
	Links []Link
}

// Add leads to the part of the page that has an id.
func (x *Index) Add(text, id string) {
	x.Links = append(x.Links, Link{Text: text, Href: field.Fragment(id)})
}

// Badge is a word about the state of something. Tone colours it: "", "met", "warn", "bad", "accent"; the
// word says the same without the colour.
type Badge struct{ Text, Tone string }

// Bar is a progress bar against a mark. Percent and Mark are 0 to 100, written with a point, for the
// drawing alone ("18.6"); Label says it in words. An empty Mark draws none.
type Bar struct{ Percent, Mark, Tone, Label string }

// EmptyState says why a list is empty and offers the next step.
type EmptyState struct {
	Text string
	Next Link
}

// Paging leads through the pages of a list ("21–40 trong 112"); without an address there is no page before or behind.
type Paging struct {
	Text, Prev, Next string
	Pages            []PageLink
}

// PageLink leads to one page of a list; without an address it is a gap, "…".
type PageLink struct {
	Text, Href string
	Current    bool
}

// FacetList is one group of filters. Each value is a link that sets or lifts it.
type FacetList struct {
	Title  string
	Values []FacetValue
}

// FacetValue is one value of a filter.
type FacetValue struct {
	Text, Count, Href string
	Set               bool
}

// DiffText is a text compared word by word, in order.
type DiffText []DiffSegment

// DiffSegment is a run of words: "same", "ins" (underlined) or "del" (struck through).
type DiffSegment struct{ Op, Text string }

// Marked is text with <mark> around what was searched for, escaped by the search.
type Marked = template.HTML

// MonthTab leads to a month of the plan's year: "T6", for who hears it "Tháng 6/2024, đã công khai". Its sign is "✓"
// where it is released, "…" where it is entered in part.
type MonthTab struct {
	Text, Label, Href string
	Current           bool
	Sign              string
}

// Term is a line of an indicator's definition.
type Term struct{ Term, Text string }

// Fact is a name with what it is.
type Fact struct{ Term, Text string }

// BothVersions is what somebody else saved meanwhile beside what was typed: only what differs. No text: no conflict.
type BothVersions struct {
	Text string
	Rows []BothRow
}

// BothRow is one answer that differs between what was saved and what was typed.
type BothRow = field.Difference

// Verdict is met ✓, not met ✗, or – where nothing can be said yet or nothing arose, always with its words.
type Verdict struct{ Sign, Text, Tone string }
