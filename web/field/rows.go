package field

import (
	"cmp"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// List is a list of a form laid out: its rows, and an empty one for one more.
type List struct {
	Name        string // "duties", of its fields: "duties[2].title"
	ID          string // its place on the page
	Title, Text string // the text says what is to be known about it
	Rows        []Row
	New         *Row   // nil: none comes
	Add         string // on the button that opens it
	More        Link   // in place of an empty row: a page of its own
}

// Row is one row of a list. Key names what it stands for, "" where it is new; it is sent as KeyName: "duties[2].id".
type Row struct {
	Name          string // "duties[2]"
	Number        string // "3", where the labels of its fields say it
	KeyName, Key  string
	Title         string
	Cells         []Cell
	Lists         []List
	Drop, Dropped bool // it may be taken out, and was
	Open          Link // a page of its own
}

// First is the first cell of a row, which a page shows wider than the others.
func (r Row) First() Cell {
	if len(r.Cells) == 0 {
		return Cell{}
	}
	return r.Cells[0]
}

// Rest are the cells behind the first.
func (r Row) Rest() []Cell { return r.Cells[min(len(r.Cells), 1):] }

// Link is a text that leads somewhere.
type Link struct{ Text, Href string }

// Cell is the cell of a row by its name without that of the row; nil where the row asks for none.
func (r *Row) Cell(name string) *Cell { return cellNamed(r.Cells, r.Name+"."+name) }

// All are the rows and the empty one.
func (l *List) All() []*Row {
	var out []*Row
	for i := range l.Rows {
		out = append(out, &l.Rows[i])
	}
	if l.New != nil {
		out = append(out, l.New)
	}
	return out
}

// rows is a list inside a T.
type rows[T any] interface {
	write(list string, t *T, to url.Values)
	read(list string, in url.Values, t *T, r *Reading)
	lay(s *Sheet, list string, looks []Look) List
	differ(c *comparison, list, within string, old, now *T)
}

// rowList is a list of rows R at a place of a T.
type rowList[T, R any] struct {
	at    func(*T) *[]R
	form  Form[R]
	fixed bool
	press bool // a button adds a row and takes one out
}

// Rows is a list whose rows come and go; a row in which nothing was typed is none. A row form with a Key keeps what
// it does not ask. A row is titled by the first field that it asks.
func Rows[T, R any](name string, at func(*T) *[]R, form Form[R], looks ...Look) Field[T] {
	return Field[T]{name: name, looks: looks, rows: rowList[T, R]{at: at, form: form}}
}

// FixedRows is a list of which the form asks something, row by row; none comes and none goes. Its row form has a Key.
func FixedRows[T, R any](name string, at func(*T) *[]R, form Form[R], looks ...Look) Field[T] {
	return Field[T]{name: name, looks: looks, rows: rowList[T, R]{at: at, form: form, fixed: true}}
}

// PressedRows are Rows that a button adds and another takes out, by EditRows: each that was sent stands on the page,
// and each label says the number of its row, in the words under the key of the list and ".of".
func PressedRows[T, R any](name string, at func(*T) *[]R, form Form[R], looks ...Look) Field[T] {
	return Field[T]{name: name, looks: looks, rows: rowList[T, R]{at: at, form: form, press: true}}
}

// EditRows does what a button of PressedRows says: "add.steps" adds a row and gives its name, "remove.steps[2]" takes
// one out.
func EditRows(in url.Values, do string) string {
	what, of, _ := strings.Cut(do, ".")
	switch what {
	case "add":
		row := RowName(of, 0)
		if all := RowNumbers(in, of); len(all) > 0 {
			row = RowName(of, all[len(all)-1]+1)
		}
		in.Set(row+".new", "")
		return row
	case "remove":
		DropRow(in, of)
	}
	return ""
}

func (l rowList[T, R]) write(list string, t *T, to url.Values) {
	all := *l.at(t)
	for i := range all {
		l.form.write(RowName(list, i)+".", &all[i], to)
	}
}

func (l rowList[T, R]) read(list string, in url.Values, t *T, r *Reading) {
	old := *l.at(t)
	if l.fixed {
		*l.at(t) = l.readFixed(list, in, slices.Clone(old), r)
		return
	}
	var all []R
	for _, n := range RowNumbers(in, list) {
		row := RowName(list, n)
		if in.Get(row+dropped) != "" || l.isBlank(in, row) {
			continue
		}
		var x R
		if i := l.form.find(old, in, row); i >= 0 {
			x = old[i]
		}
		r.rows[list] = append(r.rows[list], n)
		l.form.read(row+".", in, &x, r)
		all = append(all, x)
	}
	*l.at(t) = all
}

func (l rowList[T, R]) readFixed(list string, in url.Values, all []R, r *Reading) []R {
	for i := range all {
		r.rows[list] = append(r.rows[list], i) // a rule may find fault with a row that was not sent
	}
	for _, n := range RowNumbers(in, list) {
		if i := l.form.find(all, in, RowName(list, n)); i >= 0 {
			r.rows[list][i] = n
			l.form.read(RowName(list, n)+".", in, &all[i], r)
		}
	}
	return all
}

// dropped is what the box of a row says that takes it out.
const dropped = ".drop"

// key is the field that names a row, without a name where the rows have none.
func (f Form[R]) key() (key Field[R]) {
	for _, x := range f {
		if x.key {
			return x
		}
	}
	return key
}

// find is where the line stands that a row was made from; -1: it is new.
func (f Form[R]) find(all []R, in url.Values, row string) int {
	key := f.key()
	return key.line(all, in.Get(row+"."+key.name))
}

// line is where the row of a key stands; -1: it is new, or rows have no key.
func (x Field[R]) line(all []R, key string) int {
	if !x.key || key == "" {
		return -1
	}
	return slices.IndexFunc(all, func(r R) bool { return x.write(&r)[0] == key })
}

// isBlank reports whether nothing stands in a row but what stands in an empty one.
func (l rowList[T, R]) isBlank(in url.Values, row string) bool {
	var none R
	empty := url.Values{}
	l.form.write(row+".", &none, empty)
	for name, typed := range in {
		field, ours := strings.CutPrefix(name, row+".")
		if !ours || slices.ContainsFunc(l.form, func(x Field[R]) bool { return x.given && x.name == field }) {
			continue
		}
		if s := strings.TrimSpace(strings.Join(typed, "")); s != "" && s != strings.Join(empty[name], "") {
			return false
		}
	}
	return true
}

func (l rowList[T, R]) lay(s *Sheet, list string, looks []Look) List {
	look := Cell{ID: anchor(list), Label: list}
	for _, f := range looks {
		f(&look)
	}
	key := s.Keys + "." + look.Label
	out := List{Name: list, ID: look.ID, Title: s.Words.Say(key)}
	if s.Words.Has(key + ".text") {
		out.Text = s.Words.Say(key + ".text")
	}
	next := 0
	for _, n := range RowNumbers(s.Typed, list) {
		next = n + 1
		row := RowName(list, n)
		switch {
		case l.press:
			number := strconv.Itoa(len(out.Rows) + 1)
			if s.Words.Has(key + ".number") {
				number = s.Words.Say(key+".number", number)
			}
			s.called = func(label string) (string, string) {
				return s.Words.Say(key+".of", s.Words.Say(label), number), ""
			}
			out.Rows = append(out.Rows, l.layRow(s, row))
			out.Rows[len(out.Rows)-1].Number = number
			s.called = nil
		case l.fixed || !l.isBlank(s.Typed, row):
			out.Rows = append(out.Rows, l.layRow(s, row))
		}
	}
	if !l.fixed && !l.press {
		blank := l.layRow(s, RowName(list, next))
		blank.Title, blank.Drop = s.Words.Say("rows.new"), false
		out.New, out.Add = &blank, s.Words.Say("rows.add")
	}
	return out
}

func (l rowList[T, R]) layRow(s *Sheet, row string) Row {
	out := Row{Name: row, Drop: !l.fixed, Dropped: s.Typed.Get(row+dropped) != ""}
	laid := l.form.lay(s, row+".")
	out.Cells, out.Lists = laid.Cells, laid.Lists
	if x := l.form.key(); x.key {
		out.KeyName, out.Key = row+"."+x.name, s.Typed.Get(row+"."+x.name)
	}
	out.Title = cmp.Or(l.titleOf(s, row, out.Cells), s.Words.Say("rows.new"))
	return out
}

// titleOf is what a row is called.
func (l rowList[T, R]) titleOf(s *Sheet, row string, cells []Cell) string {
	for _, x := range l.form {
		if x.title != nil {
			var typed R
			l.form.read(row+".", s.Typed, &typed, &Reading{rows: map[string][]int{}})
			return x.title(s.Words, &typed)
		}
	}
	if len(cells) == 0 {
		return ""
	}
	return cells[0].said()
}

// said is what stands in a cell as a person reads it.
func (c Cell) said() string {
	for _, o := range c.Options {
		if o.Selected {
			return o.Text
		}
	}
	return c.Value
}

// At gives a list its place on the page, where its name will not do.
func At(id string) Look { return func(c *Cell) { c.ID = id } }

func anchor(list string) string {
	return strings.NewReplacer("[", "-", "]", "", ".", "-").Replace(list)
}

// RowName is the name of one row of a list: "steps[2]".
func RowName(list string, n int) string { return list + "[" + strconv.Itoa(n) + "]" }

// RowNumbers are the numbers of the rows of a list that a form sent, in order.
func RowNumbers(v url.Values, list string) []int {
	form := regexp.MustCompile(`^` + regexp.QuoteMeta(list) + `\[(\d{1,4})\]\.`)
	var out []int
	for key := range v {
		if m := form.FindStringSubmatch(key); m != nil {
			n, _ := strconv.Atoi(m[1]) // four digits at most
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Renumber moves the rows of a list to the numbers 0, 1, 2 … and leaves out those that keep says nothing stands in;
// nil keeps all.
func Renumber(v url.Values, list string, keep func(row string) bool) {
	moved, to := url.Values{}, 0
	for _, n := range RowNumbers(v, list) {
		from := RowName(list, n)
		kept := keep == nil || keep(from)
		for key, values := range v {
			rest, ours := strings.CutPrefix(key, from+".")
			if !ours {
				continue
			}
			if kept {
				moved[RowName(list, to)+"."+rest] = values
			}
			delete(v, key)
		}
		if kept {
			to++
		}
	}
	maps.Copy(v, moved)
}

// IsBlank reports whether nothing was typed or chosen in a row.
func IsBlank(v url.Values, row string) bool {
	for key, values := range v {
		if strings.HasPrefix(key, row+".") && strings.TrimSpace(strings.Join(values, "")) != "" {
			return false
		}
	}
	return true
}

// DropRow takes a row out of a form.
func DropRow(v url.Values, row string) {
	maps.DeleteFunc(v, func(key string, _ []string) bool { return strings.HasPrefix(key, row+".") })
}

// cutRow takes a path apart at its first row: "steps[2].name" is the list steps, line 2, and ".name".
func cutRow(path string) (list string, line int, rest string, ok bool) {
	list, behind, ok := strings.Cut(path, "[")
	if !ok {
		return path, 0, "", false
	}
	number, rest, ok := strings.Cut(behind, "]")
	line, err := strconv.Atoi(number)
	return list, line, rest, ok && err == nil && line >= 0
}
