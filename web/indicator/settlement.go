package indicator

import (
	"bytes"
	"cmp"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Settlement shows the files received and settled in a month, by field, to be filled in by those who may.
func (s *Room) Settlement(c *gin.Context) error {
	b, err := s.settlementOf(c, c.Query("thang"))
	if err != nil {
		return err
	}
	return s.showSettlement(c, http.StatusOK, b, settlementPage{Typed: settlementValues(b)})
}

// settlementOf is the table of the month that an address or a form names.
func (s *Room) settlementOf(c *gin.Context, raw string) (app.SettlementBook, error) {
	m, err := page.TypedMonth(raw)
	if err != nil {
		return app.SettlementBook{}, err
	}
	return s.App.Settlement(c.Request.Context(), s.Person(c), s.PlanID(c), m)
}

// settlementPage is what stands in the cells, as it was typed or as it is stored.
type settlementPage struct {
	Typed    url.Values
	problems value.Problems
	both     page.BothVersions
	said     string // what was taken into the table
	version  string // that the page starts from; empty: the one that stands
}

// settlementValues is a stored table in its cells; where nobody has entered anything, the fields alone.
func settlementValues(b app.SettlementBook) url.Values {
	v := url.Values{}
	rows := b.Now.Rows
	if b.Number == 0 {
		for _, f := range b.Before.Rows {
			rows = append(rows, review.FieldFiles{Field: f.Field})
		}
	}
	if len(rows) == 0 {
		for _, f := range b.Fields {
			rows = append(rows, review.FieldFiles{Field: f})
		}
	}
	for i, f := range rows {
		at := field.RowName("rows", i)
		v.Set(at+".field", f.Field)
		for id, n := range f.Files {
			v.Set(at+"."+id, viet.Number(n))
		}
	}
	return v
}

// readSettlement reads the cells; lines without a count are left out, and every line stands at the number of its cells.
func readSettlement(m value.Month, in url.Values) (review.Settlement, value.Problems) {
	counts := func(row string) bool {
		for _, c := range review.SettlementColumns {
			if strings.TrimSpace(in.Get(row+"."+c.ID)) != "" {
				return true
			}
		}
		return false
	}
	out, problems := review.Settlement{Month: m}, value.Problems(nil)
	for _, n := range field.RowNumbers(in, "rows") {
		at := field.RowName("rows", n)
		if !counts(at) {
			continue
		}
		f := review.FieldFiles{Field: viet.Clean(in.Get(at + ".field")), Files: map[string]int64{}}
		for _, c := range review.SettlementColumns {
			typed := strings.TrimSpace(in.Get(at + "." + c.ID))
			if typed == "" {
				continue
			}
			count, err := viet.ParseCount(typed)
			if err != nil {
				problems.Add(at+"."+c.ID, "figure.whole", typed)
				continue
			}
			f.Files[c.ID] = count
		}
		out.Rows = append(out.Rows, f)
	}
	return out, problems
}

// countsFirst moves lines with counts before those without, so that a rule numbers them as the page does.
func countsFirst(in url.Values) {
	var full, bare []string
	for _, n := range field.RowNumbers(in, "rows") {
		row := url.Values{}
		at := field.RowName("rows", n)
		for _, c := range review.SettlementColumns {
			row.Set("rows[0]."+c.ID, in.Get(at+"."+c.ID))
		}
		if field.IsBlank(row, "rows[0]") {
			bare = append(bare, at)
		} else {
			full = append(full, at)
		}
	}
	moved := url.Values{}
	for i, from := range append(full, bare...) {
		to := field.RowName("rows", i)
		for _, id := range settlementCells() {
			if typed := in.Get(from + "." + id); typed != "" {
				moved.Set(to+"."+id, typed)
			}
		}
	}
	for name := range in {
		if strings.HasPrefix(name, "rows[") {
			delete(in, name)
		}
	}
	for name, typed := range moved {
		in[name] = typed
	}
}

func settlementCells() []string {
	out := []string{"field"}
	for _, c := range review.SettlementColumns {
		out = append(out, c.ID)
	}
	return out
}

// SaveSettlement saves the files of a month, or takes figures from a table or from the period before into the page
// without saving them.
func (s *Room) SaveSettlement(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.settlementOf(c, in.Get("thang"))
	if err != nil {
		return page.Act{}, err
	}
	base, err := strconv.Atoi(in.Get("version"))
	if err != nil || base < 0 {
		return page.Act{}, value.Problems{{Code: "form.unreadable"}}
	}
	countsFirst(in)
	g := settlementPage{Typed: in, version: in.Get("version")}
	show := func() error { return s.showSettlement(c, http.StatusOK, b, g) }
	return page.Act{
		Do: func() (page.Done, error) {
			switch in.Get("do") {
			case "read":
				n, err := s.takeFiles(c, in)
				g.said = s.Text.Say("settlement.read", n)
				return page.Done{Show: show}, err
			case "carry":
				g.said = s.Text.Say("settlement.carried", carryOver(b.Before, in))
				return page.Done{Show: show}, nil
			}
			files, problems := readSettlement(b.Now.Month, in)
			if len(problems) > 0 {
				return page.Done{}, problems
			}
			done := page.Done{To: page.MonthHref(page.SettlementPath, b.Now.Month), Say: "settlement.unchanged"}
			saved, err := s.App.SaveSettlement(c.Request.Context(), s.Person(c), s.PlanID(c), files, base)
			if saved {
				done.Say, done.Args = "settlement.saved", []any{viet.MonthYear(b.Now.Month)}
			}
			return done, err
		},
		Again: func(t page.Typed) error {
			g.Typed = t.Values
			return s.showSettlementAgain(c, b, g, t)
		},
	}, nil
}

// showSettlementAgain shows a refused table with all that was typed; where somebody else saved one meanwhile, beside
// it.
func (s *Room) showSettlementAgain(c *gin.Context, b app.SettlementBook, g settlementPage, t page.Typed) error {
	g.Typed, g.problems = t.Values, t.Problems
	if t.Status == http.StatusConflict {
		newest, err := s.settlementOf(c, t.Values.Get("thang"))
		if err != nil {
			return err
		}
		b = newest
		g.both = page.BothVersions{Text: s.Text.Say("settlement.both", b.By), Rows: s.filesDiffer(b, t.Values)}
	}
	g.version = t.Version(b.Number)
	return s.showSettlement(c, t.Status, b, g)
}

// filesDiffer is what a saved table and the cells say differently, a line a field.
func (s *Room) filesDiffer(b app.SettlementBook, in url.Values) (out []page.BothRow) {
	typed, _ := readSettlement(b.Now.Month, in)
	said := func(all []review.FieldFiles, name string) string {
		for _, f := range all {
			if viet.Fold(f.Field) == viet.Fold(name) {
				var words []string
				for _, c := range review.SettlementColumns {
					if n, entered := f.Files[c.ID]; entered {
						words = append(words, columnName(c)+": "+viet.Number(n))
					}
				}
				return strings.Join(words, "; ")
			}
		}
		return ""
	}
	for _, f := range append(append([]review.FieldFiles(nil), b.Now.Rows...), typed.Rows...) {
		row := page.BothRow{Label: f.Field, Saved: said(b.Now.Rows, f.Field), Typed: said(typed.Rows, f.Field)}
		known := false
		for _, x := range out {
			known = known || x.Label == row.Label
		}
		if row.Saved != row.Typed && !known {
			out = append(out, row)
		}
	}
	return out
}

// takeFiles puts a pasted table or a file into the cells: a field that stands there gets the figures, a new one is
// added.
func (s *Room) takeFiles(c *gin.Context, in url.Values) (int, error) {
	raw := []byte(in.Get("paste"))
	if files := page.SentFiles(c, "sheet"); len(files) > 0 {
		f, err := files[0].Open()
		if err != nil {
			return 0, err
		}
		defer f.Close() // only read
		if raw, err = io.ReadAll(f); err != nil {
			return 0, err
		}
	}
	rows, err := s.App.ReadSettlement(raw)
	if err != nil {
		return 0, err
	}
	for _, r := range rows {
		at := rowOfField(in, r.Field)
		in.Set(at+".field", r.Field)
		for id, cell := range r.Cells {
			in.Set(at+"."+id, cell)
		}
	}
	in.Del("paste")
	countsFirst(in)
	return len(rows), nil
}

// rowOfField is the name of a field's row, or of the next free one.
func rowOfField(in url.Values, name string) string {
	next := 0
	for _, n := range field.RowNumbers(in, "rows") {
		next = n + 1
		if at := field.RowName("rows", n); viet.Fold(in.Get(at+".field")) == viet.Fold(name) {
			return at
		}
	}
	return field.RowName("rows", next)
}

// carryOver fills the empty cells of what was carried over with what the period before left open, as far as it is
// known, and says in how many fields.
func carryOver(before review.Settlement, in url.Values) (n int) {
	for _, f := range before.Rows {
		left, known := before.Carried(f.Field).Get()
		at := rowOfField(in, f.Field)
		if !known || in.Get(at+"."+review.CarriedFiles) != "" {
			continue
		}
		in.Set(at+".field", f.Field)
		in.Set(at+"."+review.CarriedFiles, viet.Number(left))
		n++
	}
	countsFirst(in)
	return n
}

// columnName names a column with the head above it.
func columnName(c review.SettlementColumn) string { return c.Group + " – " + viet.LowerFirst(c.Head) }

func (s *Room) showSettlement(c *gin.Context, status int, b app.SettlementBook, g settlementPage) error {
	now, _ := readSettlement(b.Now.Month, g.Typed)
	m := settlement{
		Frame:   s.Frame(c, s.Text.Say("settlement.link")),
		Of:      b,
		Said:    g.said,
		Both:    g.both,
		Version: cmp.Or(g.version, strconv.Itoa(b.Number)),
		Columns: review.SettlementColumns,
		Open:    s.Person(c).May(account.EnterFigures),
	}
	state := s.Text.Say("settlement.none")
	if b.Number > 0 {
		at := b.At.In(value.Vietnam)
		state = s.Text.Say("settlement.saved_by", at.Format(clockOfDay), viet.ShortDate(value.On(b.At)), b.By)
	}
	from, to := viet.ShortDate(b.Period.From), viet.ShortDate(b.Period.To)
	m.State = s.Text.Say("settlement.state", b.Plan.Number, from, to, state)
	for _, x := range b.Months {
		tab := s.monthTab(page.SettlementPath, x, b.Now.Month, "")
		tab.Label = page.Joined(", ", tab.Text, viet.MonthYear(x))
		m.Months = append(m.Months, tab)
	}
	if err := b.Plan.TakesWork(); err != nil && m.Open {
		m.Locked, m.Open = s.Text.Say("plan.is_draft", b.Plan.Number), false
	}
	f := field.NewSheet(s.Text, g.Typed, g.problems)
	numbers := field.RowNumbers(g.Typed, "rows")
	if m.Open {
		for range spareRows {
			numbers = append(numbers, nextNumber(numbers))
		}
	}
	for i, n := range numbers {
		m.Rows = append(m.Rows, s.settlementRow(f, i, field.RowName("rows", n), b.Before))
	}
	if len(now.Rows) > 1 {
		for _, c := range review.SettlementColumns {
			m.Totals = append(m.Totals, countText(now.Total(c)))
		}
	}
	for _, x := range review.CarriedOtherwise(b.Before, now) {
		m.Notices = append(m.Notices, s.Sentence(x))
	}
	m.Carry = s.leftOpen(b.Before)
	m.Paste = f.Cell("paste", s.Text.Say("settlement.paste"), field.Kind("textarea"))
	m.Problems = f.Summary()
	return s.Show(c, status, "indicator/settlement", m)
}

const (
	spareRows  = 3
	clockOfDay = "15:04"
)

func nextNumber(numbers []int) int {
	if len(numbers) == 0 {
		return 0
	}
	return numbers[len(numbers)-1] + 1
}

func (s *Room) settlementRow(f *field.Sheet, i int, at string, before review.Settlement) settlementRow {
	title := f.Typed.Get(at + ".field")
	called := func(column string) string { return s.Text.Say("settlement.at", i+1, column) }
	row := settlementRow{ID: at, Title: title}
	row.Field = f.Cell(at+".field", called(s.Text.Say("settlement.field")))
	typed := review.FieldFiles{Files: map[string]int64{}}
	for _, c := range review.SettlementColumns {
		if n, err := viet.ParseCount(strings.TrimSpace(f.Typed.Get(at + "." + c.ID))); err == nil {
			typed.Files[c.ID] = n
		}
	}
	for _, c := range review.SettlementColumns {
		cell := settlementCell{Cell: f.Cell(at+"."+c.ID, called(columnName(c))), Column: columnName(c)}
		if cell.Value == "" {
			cell.Sum = countText(typed.Count(c))
		}
		if n, known := before.Carried(title).Get(); known && c.ID == review.CarriedFiles && cell.Value == "" {
			cell.Was = viet.Number(n)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// leftOpen says what the period before left open, "" where it is not known of any field.
func (s *Room) leftOpen(before review.Settlement) string {
	var words []string
	for _, f := range before.Rows {
		if n, known := before.Carried(f.Field).Get(); known {
			words = append(words, f.Field+" "+viet.Number(n))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return s.Text.Say("settlement.carry_text", viet.MonthYear(before.Month), strings.Join(words, "; "))
}

// SettlementSheet hands out the table of a month as a workbook.
func (s *Room) SettlementSheet(c *gin.Context) error {
	b, err := s.settlementOf(c, c.Query("thang"))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	err = s.App.WriteSettlement(c.Request.Context(), s.Person(c), s.PlanID(c), b.Now.Month, &out)
	if err != nil {
		return err
	}
	return page.GiveDocument(c, "ho-so-theo-linh-vuc-"+b.Now.Month.String(), page.Excel, out.Bytes())
}

// settlement is the files received and settled in a month. Template: indicator/settlement.
type settlement struct {
	page.Frame
	Of                           app.SettlementBook
	State, Said, Locked, Version string
	Months                       []page.MonthTab
	Both                         page.BothVersions
	Problems                     field.Summary
	Columns                      []review.SettlementColumn
	Rows                         []settlementRow
	Totals                       []string // by column; none where there are not two fields
	Notices                      []string
	Carry                        string // what the period before left open
	Open                         bool   // figures may be entered
	Paste                        field.Cell
}

type settlementRow struct {
	ID, Title string
	Field     field.Cell
	Cells     []settlementCell
}

// settlementCell is a count: as it was typed, else what it comes to.
type settlementCell struct {
	field.Cell
	Column string
	Sum    string
	Was    string // what the period before left open, where nothing is typed
}
