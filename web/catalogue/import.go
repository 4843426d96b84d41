package catalogue

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ImportForm shows where files are handed in.
func (s *Room) ImportForm(c *gin.Context) error { return s.showImport(c, page.Shown(nil)) }

func (s *Room) showImport(c *gin.Context, t page.Typed) error {
	earlier, err := s.App.ImportTasks(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, atFiles(s.Text, t.Problems))
	m := importForm{
		Frame:   s.Frame(c, s.Text.Say("import.title")),
		Problem: f.Problem("files", s.Text.Say("import.files")),
		Force:   t.Values.Get("force") != "",
		CanEdit: s.Person(c).May(account.EditProcedure),
		Earlier: earlier,
	}
	formats := []field.Option{{Value: "auto", Text: s.Text.Say("import.auto")}}
	formats = append(formats, optionsOf(s, "format", s.App.ImportFormats())...)
	m.Format = f.Cell("format", s.Text.Say("import.format"), field.Choose(formats...), field.Medium)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/import", m)
}

// atFiles puts the problems of files at the field in which they were chosen, each with the name of its file.
func atFiles(w *text.Table, problems value.Problems) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		if p.Field != "" && p.Field != "files" && p.Field != "format" {
			out[i] = value.Problem{Field: "files", Code: "import.of_file", Args: []any{p.Field, field.Clause(w, p)}}
		}
	}
	return out
}

// BeginImport takes files in and begins to check them.
func (s *Room) BeginImport(c *gin.Context, in url.Values) (page.Act, error) {
	var files []app.Upload
	if form := c.Request.MultipartForm; form != nil {
		for _, h := range form.File["files"] {
			open := func() (io.ReadCloser, error) { return h.Open() }
			files = append(files, app.Upload{Name: h.Filename, Open: open})
		}
	}
	return page.Act{
		Do: func() (page.Done, error) {
			force := in.Get("force") != ""
			id, err := s.App.BeginImport(c.Request.Context(), s.Person(c), files, in.Get("format"), force)
			return s.begun(c, id, err, "import.received", len(files))
		},
		Again: func(t page.Typed) error { return s.showImport(c, t) },
	}, nil
}

// begun leads to a task that has begun, and waits up to a second for its end, so that a small file shows its result at
// once.
func (s *Room) begun(c *gin.Context, id int64, err error, say string, args ...any) (page.Done, error) {
	if err != nil {
		return page.Done{}, err
	}
	for range 50 {
		t, err := s.App.ImportTask(c.Request.Context(), s.Person(c), id)
		if err != nil || !t.Running {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	return page.Done{To: page.ImportTaskHref(id), Say: say, Args: args}, nil
}

// taskID is the number in an address; what is no number is 0, which none has.
func taskID(c *gin.Context) int64 {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// ImportTask shows a task as it stands; one that runs is looked at again every other second, by the browser itself.
func (s *Room) ImportTask(c *gin.Context) error { return s.showTask(c, page.Shown(nil)) }

// ConfirmImport imports what was checked.
func (s *Room) ConfirmImport(c *gin.Context, _ url.Values) (page.Act, error) {
	return page.Act{
		Do: func() (page.Done, error) {
			id := taskID(c)
			next, err := s.App.ConfirmImport(c.Request.Context(), s.Person(c), id)
			return s.begun(c, next, err, "import.begun", page.ID(id))
		},
		Again: func(t page.Typed) error { return s.showTask(c, t) },
	}, nil
}

func (s *Room) showTask(c *gin.Context, typed page.Typed) error {
	t, err := s.App.ImportTask(c.Request.Context(), s.Person(c), taskID(c))
	if err != nil {
		return err
	}
	m := importTask{Frame: s.Frame(c, s.Text.Say("import.title")), Task: t, place: s.importPlace}
	if len(typed.Problems) > 0 {
		m.Problem = s.Sentence(typed.Problems[0])
	}
	switch {
	case t.Running:
		c.Header("Refresh", "2")
		m.Bar = s.progress(t)
	case t.Problem != "":
		m.Problem = viet.Capital(s.Text.Say(t.Problem))
	}
	for _, r := range t.Results {
		m.Held = m.Held || r.Held > 0
		if t.Check && r.Failed == 0 {
			m.Usable++
		}
	}
	return s.Show(c, typed.Status, "catalogue/import_task", m)
}

// progress is how far a task has come, in words and as a bar.
func (s *Room) progress(t app.ImportTask) page.Bar {
	if t.Total == 0 {
		return page.Bar{Label: s.Text.Say("import.reading")}
	}
	text := s.Text.Say("import.progress", viet.Number(int64(t.Done)), viet.Number(int64(t.Total)), t.What)
	return page.Bar{Percent: strconv.Itoa(t.Done * 100 / t.Total), Label: text}
}

// importPlace is where in a row a note stands: a part of the procedure, or a field of the file.
func (s *Room) importPlace(field string) string {
	if s.Text.Has("part." + field) {
		return s.Text.Name("part", field)
	}
	return s.Text.PlaceName(field)
}

// importForm is where files are handed in. Template: catalogue/import.
type importForm struct {
	page.Frame
	Summary field.Summary
	Problem string // at the field of the files
	Format  field.Cell
	Force   bool
	CanEdit bool // and so bring in a table of own procedures
	Earlier []app.ImportTask
}

// importTask is an import, or its check, as it stands. Template: catalogue/import_task.
type importTask struct {
	page.Frame
	Task    app.ImportTask
	Bar     page.Bar // while it runs
	Problem string
	Usable  int  // files that were checked and can be imported
	Held    bool // some rows are
	place   func(field string) string
}

// Place is where in a row a note stands.
func (m importTask) Place(field string) string { return m.place(field) }

// Says is what the warnings of a group say.
func (importTask) Says(g app.WarningGroup) string { return g.First[0].Message }

// MoreErrors and MoreOf are how many lines are not shown.
func (importTask) MoreErrors(r app.ImportCount) int { return max(r.Failed-len(r.Errors), 0) }
func (importTask) MoreOf(g app.WarningGroup) int    { return max(g.Count-len(g.First), 0) }

// Held lists the rows of imports that wait for a person.
func (s *Room) Held(c *gin.Context) error {
	items, err := s.App.HeldItems(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	all := make([]heldItem, len(items))
	for i, x := range items {
		all[i] = s.heldItem(x)
	}
	if page.WantsSheet(c) {
		return heldRows.GiveSheet(s.Kit, c, s.Text.Say("held.title"), all)
	}
	m := heldList{Frame: s.Frame(c, s.Text.Say("held.title")), All: len(all)}
	m.List, m.Rows = heldRows.Lay(s.Text, c.Request.URL, all)
	return s.Show(c, http.StatusOK, "catalogue/held", m)
}

func (s *Room) heldItem(i app.HeldItem) heldItem {
	return heldItem{i, viet.Capital(s.Text.Say(i.Reason, i.Args...))}
}

// HeldRow shows one row that waits beside what is stored.
func (s *Room) HeldRow(c *gin.Context) error { return s.showHeld(c, page.Shown(nil)) }

func (s *Room) showHeld(c *gin.Context, t page.Typed) error {
	i, err := s.App.HeldItem(c.Request.Context(), s.Person(c), taskID(c))
	if err != nil {
		return err
	}
	if t.Values == nil {
		t.Values = url.Values{"code": {string(i.Suggested)}}
	}
	stored := i.Stored.Procedure
	m := heldShow{
		Frame: s.Frame(c, s.Text.Say("held.title")),
		Item:  s.heldItem(i),
		Parts: s.changedParts(catalog.Diff(stored, i.Taken)),
	}
	if i.Stored.Number > 0 {
		m.Words = s.Remarks(catalog.Describe(stored, i.Taken))
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Take = []field.Cell{
		f.Cell("code", s.Text.Say("held.code"), field.Need, field.Medium, field.Hint(s.Text.Say("held.code_hint"))),
		f.Cell("take.reason", s.Text.Say("held.take_reason"), field.Need),
	}
	m.Discard = f.Cell("discard.reason", s.Text.Say("held.discard_reason"), field.Need)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/held_row", m)
}

// DecideHeld takes a row that waits, or discards it. Whether it still waits is asked by what is done: the same form
// sent twice gets the same answer.
func (s *Room) DecideHeld(c *gin.Context, in url.Values) (page.Act, error) {
	id := taskID(c)
	act, do := "discard", func() (page.Done, error) {
		err := s.App.DiscardHeld(c.Request.Context(), s.Person(c), id, in.Get("discard.reason"))
		return page.Done{To: cataloguePath + "/cho-xu-ly", Say: "held.done", Args: []any{page.ID(id)}}, err
	}
	if in.Get("act") == "take" {
		act, do = "take", func() (page.Done, error) {
			code := catalog.Code(in.Get("code"))
			saved, err := s.App.TakeHeld(c.Request.Context(), s.Person(c), id, code, in.Get("take.reason"))
			args := []any{page.ID(id), string(saved.Code), strconv.Itoa(saved.Version)}
			return page.Done{To: page.ProcedureHref(saved.Code), Say: "held.taken", Args: args}, err
		}
	}
	return page.Act{Do: do, Again: func(t page.Typed) error {
		t.Problems = reasonOf(act)(t.Problems)
		return s.showHeld(c, t)
	}}, nil
}

// heldList is the rows that wait. Template: catalogue/held.
type heldList struct {
	page.Frame
	All  int
	List page.Listing
	Rows []heldItem
}

// heldRows is the list of rows that wait.
var heldRows = page.List[heldItem]{
	Columns: []page.Column[heldItem]{
		page.WordsColumn("ma", "col.code", func(i heldItem) string { return i.Code }),
		page.WordsColumn("ten", "held.col.row", func(i heldItem) string { return i.Came.Name }, page.Beside),
		page.WordsColumn("dang-co", "held.stored", func(i heldItem) string {
			if i.Stored.Number == 0 {
				return ""
			}
			return i.Stored.Procedure.Name
		}),
		page.WordsColumn("vi-sao", "held.col.why", func(i heldItem) string { return i.Why }),
		page.WordsColumn("tep", "held.col.file", func(i heldItem) string { return i.File }),
		page.CountColumn("dong", "held.col.line", func(i heldItem) value.Opt[int] {
			return value.Known(i.Row)
		}, page.Beside),
		page.DayColumn("ngay", "col.date", func(i heldItem) value.Date { return value.On(i.At) }, page.Beside),
	},
	Filters: []page.Filter[heldItem]{{ID: "trong-tep", Title: "held.col.file", Of: func(i heldItem) []field.Option {
		return page.One(i.File, i.File)
	}}},
}

// heldItem is a row with why it waits, in words.
type heldItem struct {
	app.HeldItem
	Why string
}

// heldShow is one row that waits, beside what is stored. Template: catalogue/held_row.
type heldShow struct {
	page.Frame
	Item    heldItem
	Summary field.Summary
	Words   []string
	Parts   []page.ComparedPart
	Take    []field.Cell
	Discard field.Cell
}
