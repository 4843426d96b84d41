package page

import (
	"bytes"
	"cmp"
	"maps"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// What the address of a list says of it; filters have names of their own.
const (
	listSort   = "xep"     // the column that it is sorted by, "ten"; downwards "ten-giam"
	listSought = "tu-khoa" // the words that its rows hold
	ListPage   = "trang"   // from 1
	listPick   = "chon"    // "hien" ticks what the page shows, "bo" nothing
	listFile   = "tai-ve"  // "xlsx" is the list as a file

	downwards = "-giam"
	pickShown = "hien"
	pickNone  = "bo"
)

// listPerPage is how many rows stand on a page of a list; OnePage puts all of them on one.
const (
	listPerPage = 50
	OnePage     = math.MaxInt32
)

// List is a list of things described once: its columns, each of which it can be sorted by and written into a
// spreadsheet with, and what it can be narrowed by. Lay reads the address and lays it out; the room writes the rows of
// the table between part/list_tools, part/list_head and part/paging.
type List[T any] struct {
	Columns []Column[T]
	Filters []Filter[T]
	Sought  func(T) string // what is searched beside the columns; nil: nothing
	Asked   string         // what the address calls words that found the rows already; empty: the list is searched
	Of      string         // code of "12/47 thủ tục"; empty: "12/47 dòng"
	Ticks   string         // code of the head over the boxes to tick; empty: rows have none
	Boxes   string         // name of those boxes, which the links that tick them tick on the page
	Acts    string         // code of the head over what may be done to a row; empty: nothing
	PerPage int            // 0: fifty
}

// Column is one column of a list.
type Column[T any] struct {
	id, head string
	of       func(T) app.SheetCell
	order    func(a, b T) int // nil: as a dictionary orders words
	number   bool             // stands at the right
	looks    columnLooks
}

type columnLooks struct {
	unit          string
	beside, aside bool
}

// ColumnLook says what a column is beside its name and what stands in it.
type ColumnLook func(*columnLooks)

// InUnit is a second line of the head, and what the spreadsheet writes behind it: the code of "đồng/năm".
func InUnit(code string) ColumnLook { return func(l *columnLooks) { l.unit = code } }

// Beside puts a column behind the head of the one before: the page shows both in one cell.
func Beside(l *columnLooks) { l.beside = true }

// Aside keeps a column out of the table of the page: it can be sorted by where a row is a block, and the spreadsheet
// has it.
func Aside(l *columnLooks) { l.aside = true }

// WordsColumn holds words.
func WordsColumn[T any](id, head string, of func(T) string, looks ...ColumnLook) Column[T] {
	return column(Column[T]{id: id, head: head, of: func(x T) app.SheetCell { return app.SheetText(of(x)) }}, looks)
}

// CountColumn holds numbers of things; an unknown one stays empty.
func CountColumn[T any](id, head string, of func(T) value.Opt[int], looks ...ColumnLook) Column[T] {
	return numbers(id, head, of, app.SheetCount, looks)
}

// MoneyColumn holds đồng; an unknown amount stays empty.
func MoneyColumn[T any](id, head string, of func(T) value.Opt[value.Money], looks ...ColumnLook) Column[T] {
	return numbers(id, head, of, app.SheetMoney, looks)
}

func numbers[T any, N ~int | ~int64](
	id, head string, of func(T) value.Opt[N], cell func(N) app.SheetCell, looks []ColumnLook,
) Column[T] {
	written := func(x T) app.SheetCell {
		if n, known := of(x).Get(); known {
			return cell(n)
		}
		return app.SheetCell{}
	}
	order := func(a, b T) int { return cmp.Compare(of(a).Or(0), of(b).Or(0)) }
	return column(Column[T]{id: id, head: head, of: written, order: order, number: true}, looks)
}

// PercentColumn holds percentages as machines write them ("18.60"); "" stays empty.
func PercentColumn[T any](id, head string, of func(T) string, looks ...ColumnLook) Column[T] {
	written := func(x T) app.SheetCell {
		if percent := of(x); percent != "" {
			return app.SheetPercent(percent)
		}
		return app.SheetCell{}
	}
	amount := func(x T) value.Decimal {
		d, err := value.ParseDecimal(of(x))
		if err != nil {
			return 0 // of an empty cell, which stands behind all others anyway
		}
		return d
	}
	order := func(a, b T) int { return cmp.Compare(amount(a), amount(b)) }
	return column(Column[T]{id: id, head: head, of: written, order: order, number: true}, looks)
}

// DayColumn holds days.
func DayColumn[T any](id, head string, of func(T) value.Date, looks ...ColumnLook) Column[T] {
	return column(Column[T]{
		id:    id,
		head:  head,
		of:    func(x T) app.SheetCell { return app.SheetDay(of(x)) },
		order: func(a, b T) int { return of(a).Compare(of(b)) },
	}, looks)
}

func column[T any](c Column[T], looks []ColumnLook) Column[T] {
	for _, look := range looks {
		look(&c.looks)
	}
	return c
}

// Filter narrows a list by one thing of its rows: the values that a row has, each with its words. What no row has is
// not offered.
type Filter[T any] struct {
	ID    string // as the address spells it
	Title string // code; of chips "": they stand in the row of the filter before
	Of    func(T) []field.Option
	Chips bool     // links with their counts, in place of a choice
	Order []string // of the values; others stand behind, by their words
}

// One is the single value of a row; none where it is empty.
func One(value, words string) []field.Option {
	if value == "" {
		return nil
	}
	return []field.Option{{Value: value, Text: words}}
}

// Listing is a list laid out: what stands above its rows, and where its links lead.
type Listing struct {
	Path     string // of the page
	Search   field.Cell
	Choices  []field.Cell // filters, and the order for where the heads are not shown
	Keep     []Fact       // what else the address says, for the form
	Chips    []FacetList
	Heads    []ListHead
	Shown    string // "12/47 thủ tục"
	Narrowed bool
	Clear    string // address without filters
	Sheet    string // address of the list as a spreadsheet
	Here     string // address of the list as it is shown
	Paging   Paging
	Boxes    string // name of the boxes
	Ticks    string // over the boxes to tick; empty: rows have none
	Acts     string // over what may be done to a row
	PickAll  string // address that comes back with all that is shown ticked
	PickNone string
	Picked   string // what the address asks for: pickShown, pickNone or ""
}

// ListHead is the head of one or several columns that stand in one cell of a row.
type ListHead struct {
	Number bool
	Sorted string // "ascending", "descending" or "": aria-sort
	Links  []HeadLink
}

// HeadLink sorts by a column; Sign is ▲ or ▼ where it does already.
type HeadLink struct{ Text, Href, Unit, Sign string }

// Picks are the links that tick all or none of the boxes of that name on a page that is no list, and what its address
// asks for.
func Picks(address *url.URL, boxes string) Listing {
	name := listPick + "-" + boxes
	return Listing{
		Boxes:    boxes,
		Picked:   address.Query().Get(name),
		PickAll:  AddressWith(address, name, pickShown),
		PickNone: AddressWith(address, name, pickNone),
	}
}

// IsTicked reports whether a row is ticked: as it was typed, unless the address ticks all or none.
func (l Listing) IsTicked(typed bool) bool {
	return l.Picked == pickShown || typed && l.Picked != pickNone
}

// WantsSheet reports whether a list is asked for as a file.
func WantsSheet(c *gin.Context) bool { return c.Query(listFile) == Excel.Ending }

// SheetAddress is where a list is given as a file: all pages of what an address asks for.
func SheetAddress(address *url.URL) string {
	return AddressWith(address, ListPage, "", listPick, "", listFile, Excel.Ending)
}

// GiveSheet sends a list as the address asks for it, all pages of it, as a spreadsheet of that name.
func (l List[T]) GiveSheet(k *Kit, c *gin.Context, name string, all []T) error {
	var b bytes.Buffer
	if err := app.WriteSheet(&b, name, l.table(k.Text, name, l.answer(c.Request.URL.Query(), all))); err != nil {
		return err
	}
	return GiveDocument(c, name+" "+k.App.Today().String(), Excel, b.Bytes())
}

// Lay lays a list out as an address asks for it, and gives the rows of the page that it asks for.
func (l List[T]) Lay(words *text.Table, address *url.URL, all []T) (Listing, []T) {
	asked, rows := address.Query(), l.answer(address.Query(), all)
	at := func(pairs ...string) string {
		return AddressWith(address, append(pairs, listPick, "", listFile, "")...)
	}
	out := Listing{
		Path:   address.Path,
		Search: field.Cell{ID: l.sought(), Label: words.Say("list.search"), Value: asked.Get(l.sought())},
		Heads:  l.heads(words, asked, at),
		Shown:  words.Say(cmp.Or(l.Of, "list.shown"), viet.Number(int64(len(rows))), viet.Number(int64(len(all)))),
		Here:   at(),
		Sheet:  SheetAddress(address),
	}
	narrowing := []string{l.sought()}
	for _, f := range l.Filters {
		narrowing = append(narrowing, f.ID)
	}
	clear := []string{ListPage, ""}
	for _, name := range narrowing {
		out.Narrowed = out.Narrowed || asked.Get(name) != ""
		clear = append(clear, name, "")
	}
	out.Clear = at(clear...)
	l.layFilters(&out, words, asked, at, all)
	if len(l.Columns) > 0 {
		out.Choices = append(out.Choices, l.sortChoice(words, asked))
	}
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		inForm := func(c field.Cell) bool { return c.ID == name }
		if name == l.sought() || name == ListPage || name == listPick || slices.ContainsFunc(out.Choices, inForm) {
			continue
		}
		for _, v := range asked[name] {
			out.Keep = append(out.Keep, Fact{Term: name, Text: v})
		}
	}
	if l.Ticks != "" {
		out.Boxes, out.Ticks, out.Picked = l.Boxes, words.Say(l.Ticks), asked.Get(listPick)
		out.PickAll = AddressWith(address, listPick, pickShown)
		out.PickNone = AddressWith(address, listPick, pickNone)
	}
	if l.Acts != "" {
		out.Acts = words.Say(l.Acts)
	}
	per := cmp.Or(l.PerPage, listPerPage)
	n, err := strconv.Atoi(asked.Get(ListPage))
	if last := max(len(rows)-1, 0)/per + 1; err != nil || n < 1 {
		n = 1
	} else if n > last {
		n = last
	}
	from := (n - 1) * per
	out.Paging = Pages(words, len(rows), from, per, func(offset int) string {
		return at(ListPage, strconv.Itoa(offset/per+1))
	})
	return out, rows[from:min(from+per, len(rows))]
}

// sought is what the address calls the words that are searched for.
func (l List[T]) sought() string { return cmp.Or(l.Asked, listSought) }

// answer is the rows that an address asks for, in its order. What it says that the list does not know is as if it were
// not said.
func (l List[T]) answer(asked url.Values, all []T) []T {
	rows := l.narrowed(asked, all, "")
	id, down := strings.CutSuffix(asked.Get(listSort), downwards)
	for _, c := range l.Columns {
		if c.id == id {
			return c.sorted(rows, down)
		}
	}
	return rows
}

// narrowed is the rows that hold the words and meet the filters of an address, save one filter.
func (l List[T]) narrowed(asked url.Values, all []T, save string) []T {
	return slices.DeleteFunc(slices.Clone(all), func(x T) bool {
		for _, f := range l.Filters {
			set := asked.Get(f.ID)
			has := func(o field.Option) bool { return o.Value == set }
			if set != "" && f.ID != save && !slices.ContainsFunc(f.Of(x), has) {
				return true
			}
		}
		return l.Asked == "" && asked.Get(listSought) != "" && !viet.HoldsWords(l.words(x), asked.Get(listSought))
	})
}

// words are all words of a row.
func (l List[T]) words(x T) string {
	var all []string
	for _, c := range l.Columns {
		all = append(all, c.of(x).Text)
	}
	if l.Sought != nil {
		all = append(all, l.Sought(x))
	}
	return strings.Join(all, " ")
}

// sorted is rows in the order of a column; equal ones keep their order, and empty ones stand last either way.
func (c Column[T]) sorted(rows []T, down bool) []T {
	var full, empty []T
	for _, x := range rows {
		if c.of(x).Text == "" {
			empty = append(empty, x)
		} else {
			full = append(full, x)
		}
	}
	if down { // sorted backwards and turned round, equal ones stand as they stood
		slices.Reverse(full)
	}
	if c.order != nil {
		slices.SortStableFunc(full, c.order)
	} else {
		viet.SortBy(full, func(x T) string { return c.of(x).Text })
	}
	if down {
		slices.Reverse(full)
	}
	return append(full, empty...)
}

// heads are the heads of the table. A click sorts upwards, the next downwards, the third leaves the order that the list
// has by itself.
func (l List[T]) heads(words *text.Table, asked url.Values, at func(...string) string) (out []ListHead) {
	for _, c := range l.Columns {
		if c.looks.aside {
			continue
		}
		link := HeadLink{Text: words.Say(c.head)}
		if c.looks.unit != "" {
			link.Unit = words.Say(c.looks.unit)
		}
		next, sorted := c.id, ""
		switch asked.Get(listSort) {
		case c.id:
			next, sorted, link.Sign = c.id+downwards, "ascending", "▲"
		case c.id + downwards:
			next, sorted, link.Sign = "", "descending", "▼"
		}
		link.Href = at(listSort, next, ListPage, "")
		if k := len(out); c.looks.beside && k > 0 {
			h := &out[k-1]
			h.Links, h.Sorted = append(h.Links, link), cmp.Or(h.Sorted, sorted)
			continue
		}
		out = append(out, ListHead{Number: c.number, Sorted: sorted, Links: []HeadLink{link}})
	}
	return out
}

// sortChoice is the order as a choice, for where a row is a block and no head is shown.
func (l List[T]) sortChoice(words *text.Table, asked url.Values) field.Cell {
	options := []field.Option{{Text: words.Say("list.own_order")}}
	for _, c := range l.Columns {
		name := words.Say(c.head)
		options = append(options,
			field.Option{Value: c.id, Text: name},
			field.Option{Value: c.id + downwards, Text: words.Say("list.downwards", name)})
	}
	sheet := field.NewSheet(words, url.Values{listSort: {asked.Get(listSort)}}, nil)
	return sheet.Cell(listSort, words.Say("list.sort"), field.Choose(options...))
}

// layFilters lays the filters out, each value with how many rows would be left with it.
func (l List[T]) layFilters(
	out *Listing, words *text.Table, asked url.Values, at func(...string) string, all []T,
) {
	for _, f := range l.Filters {
		options := f.options(all, l.narrowed(asked, all, f.ID), asked.Get(f.ID))
		if len(options) == 0 {
			continue
		}
		if !f.Chips {
			choice := field.Cell{ID: f.ID, Label: words.Say(f.Title), Type: "select"}
			choice.Options = []field.Option{{Text: words.Say("filter.all")}}
			for _, o := range options {
				o.Option.Text += " (" + o.count + ")"
				choice.Options = append(choice.Options, o.Option)
			}
			out.Choices = append(out.Choices, choice)
			continue
		}
		var values []FacetValue
		for _, o := range options {
			v := FacetValue{Text: viet.Capital(o.Text), Count: o.count, Set: o.Selected}
			v.Href = at(f.ID, o.Value, ListPage, "")
			if v.Set {
				v.Href = at(f.ID, "", ListPage, "")
			}
			values = append(values, v)
		}
		if k := len(out.Chips); f.Title == "" && k > 0 {
			out.Chips[k-1].Values = append(out.Chips[k-1].Values, values...)
		} else {
			out.Chips = append(out.Chips, FacetList{Title: words.Say(f.Title), Values: values})
		}
	}
}

// countedOption is a value of a filter with how many rows would be left with it.
type countedOption struct {
	field.Option
	count string
}

// options are the values that the rows of a list have, and the one that is set, though no row has it.
func (f Filter[T]) options(all, left []T, set string) (out []countedOption) {
	count, known := map[string]int64{}, map[string]bool{}
	for _, x := range left {
		for _, o := range f.Of(x) {
			count[o.Value]++
		}
	}
	add := func(o field.Option) {
		if !known[o.Value] {
			known[o.Value], o.Selected = true, o.Value == set
			out = append(out, countedOption{o, viet.Number(count[o.Value])})
		}
	}
	for _, x := range all {
		for _, o := range f.Of(x) {
			add(o)
		}
	}
	if set != "" {
		add(field.Option{Value: set, Text: set})
	}
	viet.SortBy(out, func(o countedOption) string { return o.Text })
	place := func(o countedOption) int {
		if i := slices.Index(f.Order, o.Value); i >= 0 {
			return i
		}
		return len(f.Order)
	}
	slices.SortStableFunc(out, func(a, b countedOption) int { return cmp.Compare(place(a), place(b)) })
	return out
}

// table is rows as a spreadsheet holds them.
func (l List[T]) table(words *text.Table, name string, rows []T) app.SheetTable {
	out := app.SheetTable{Name: name}
	for _, c := range l.Columns {
		head := words.Say(c.head)
		if c.looks.unit != "" {
			head += " (" + words.Say(c.looks.unit) + ")"
		}
		out.Columns = append(out.Columns, app.SheetColumn{Head: head, Width: utf8.RuneCountInString(head)})
	}
	const widest = 48 // characters; what is longer stands in several lines
	for _, x := range rows {
		cells := make([]app.SheetCell, len(l.Columns))
		for i, c := range l.Columns {
			cells[i] = c.of(x)
			width := &out.Columns[i].Width
			*width = max(*width, min(utf8.RuneCountInString(cells[i].Text), widest))
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// AddressWith is an address with values set, or lifted where they are empty.
func AddressWith(address *url.URL, pairs ...string) string {
	q := address.Query()
	for pair := range slices.Chunk(pairs, 2) {
		if q.Set(pair[0], pair[1]); pair[1] == "" {
			q.Del(pair[0])
		}
	}
	if len(q) == 0 {
		return address.Path
	}
	return address.Path + "?" + q.Encode()
}

// Pages leads through a list: to the first page, the last, and those around the one at hand; gaps between them are "…".
// A list that fits on one page has none.
func Pages(words *text.Table, total, offset, limit int, at func(offset int) string) (p Paging) {
	if total <= limit && offset == 0 {
		return p
	}
	number := func(n int) string { return viet.Number(int64(n)) }
	p.Text = words.Say("paging", number(min(offset+1, total)), number(min(offset+limit, total)), number(total))
	here, last := offset/limit, (total-1)/limit
	gap := false
	for n := range last + 1 {
		if n > 0 && n < last && (n < here-2 || n > here+2) {
			gap = true
			continue
		}
		if gap {
			p.Pages, gap = append(p.Pages, PageLink{Text: "…"}), false
		}
		p.Pages = append(p.Pages, PageLink{Text: number(n + 1), Href: at(n * limit), Current: n == here})
	}
	if offset > 0 {
		p.Prev = at(max(offset-limit, 0))
	}
	if offset+limit < total {
		p.Next = at(offset + limit)
	}
	return p
}
