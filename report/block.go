package report

// Block is one piece of a document's body: Heading, Paragraph, Bullet, Table, Dotted, Fold or Signatures.
type Block interface{ block() }

// Align is how lines stand between the margins.
type Align int

// The alignments; ByDefault is justified in paragraphs, left in tables.
const (
	ByDefault Align = iota
	Left
	Center
	Right
)

// Run is text of one look. A run with a Hole is a particular that is missing: Text is the dots that are
// printed, Hole says what belongs there.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Hole   string
}

// Text is s as plain runs.
func Text(s string) []Run { return []Run{{Text: s}} }

// Italic makes runs slanted.
func Italic(runs []Run) []Run {
	for i := range runs {
		runs[i].Italic = true
	}
	return runs
}

// Hole is a dotted gap within a line, for what is missing.
func Hole(what string) Run { return Run{Text: "…………", Hole: what} }

// Plain is the text of runs without their look.
func Plain(runs []Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}

// Heading is a numbered heading: level 1 "I. …", level 2 "1. …", level 3 "1.1. …".
type Heading struct {
	Level int // 1-3
	Text  string
}

// Paragraph is a paragraph of the body. Flush leaves the indent of its first line away; one that is Kept does not stand
// at the foot of a page without what follows it.
type Paragraph struct {
	Runs  []Run
	Align Align
	Flush bool
	Kept  bool
}

// Bullet is an entry of a list, printed behind "- ".
type Bullet struct{ Runs []Run }

// Dotted is a passage that only a person can write: dotted lines, and what belongs there.
type Dotted struct{ What string }

// Fold begins a stretch that a page shows folded away under its title, an index of a long document; one without a title
// ends it. On paper it begins a page of its own, under its heading.
type Fold struct {
	Title   string
	Heading []string // lines in the middle of the page, in bold
}

// Signatures are who wrote a form and who signs it, side by side, below place and day.
type Signatures struct {
	Day          []Run
	Left, Right  [][]Run // lines above the hand
	Author, Name Run
}

func (Heading) block()    {}
func (Paragraph) block()  {}
func (Bullet) block()     {}
func (Table) block()      {}
func (Dotted) block()     {}
func (Fold) block()       {}
func (Signatures) block() {}
