package field

import "slices"

// Cell is one field as a page shows it: its label, what stands in it, and what is wrong with it.
type Cell struct {
	ID      string // also the name under which the form sends it, where Name is empty
	Name    string // where several forms of a page have a field of that name
	Label   string
	Full    string // the label in the summary, where it must name the row too; empty: the label
	Hint    string
	Unit    string // stands behind the field: "đồng", "giờ"
	Value   string // as typed
	Problem string // one sentence: where, what, how to put it right
	Focus   bool   // the first field of a short form in which nothing is wrong
	Type    string // "text", "password", "number", "textarea", "select", "email", "check", "checks"; empty is text
	Auto    string // autocomplete: "username", "current-password"
	Options []Option
	Rows    int      // of a textarea; 0: four
	Width   string   // "short", "medium", "" for full: how long an answer is expected
	Need    bool     // must be filled in
	Suggest []string // offered while typing; others may be typed
}

// Option is one answer of a choice; a hint stands beside a box to tick.
type Option struct {
	Value, Text, Hint string
	Selected          bool
}

// Look says what a field is beside its name, label and value.
type Look func(*Cell)

// Need marks a field that must be filled in.
func Need(c *Cell) { c.Need = true }

// Short and Medium say how long an answer is expected.
func Short(c *Cell) { c.Width = "short" }

// Medium is for a name, a place, a choice in words.
func Medium(c *Cell) { c.Width = "medium" }

// Focused puts the focus into a field of a short form where nothing is wrong.
func Focused(c *Cell) { c.Focus = true }

// Label is another label: in a table of fields a key, for a cell alone the words.
func Label(l string) Look { return func(c *Cell) { c.Label = l } }

// Hint is a sentence below the label; a table finds its own under the key of the label and ".hint".
func Hint(h string) Look { return func(c *Cell) { c.Hint = h } }

// Kind is how the field is typed into: "password", "textarea", "email".
func Kind(k string) Look { return func(c *Cell) { c.Type = k } }

// Auto says what a browser may fill in.
func Auto(a string) Look { return func(c *Cell) { c.Auto = a } }

// Tall makes a text of n lines.
func Tall(n int) Look { return func(c *Cell) { c.Type, c.Rows = "textarea", n } }

// Suggest offers answers while typing; others may be typed.
func Suggest(s ...string) Look { return func(c *Cell) { c.Suggest = s } }

// Choose makes a choice; each field marks its own answer.
func Choose(o ...Option) Look { return func(c *Cell) { c.Type, c.Options = "select", slices.Clone(o) } }

// Summary stands at the top of a refused form; each line leads to its field.
type Summary []Line

// Line is one problem and the address of its field, "#ten-xa"; without one it is of the whole form.
type Line struct{ Href, Text string }
