package catalogue

import (
	"io"
	"mime/multipart"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ImportForm shows where files are handed in.
func (s *Room) ImportForm(c *gin.Context) error { return s.showImport(c, page.Shown(nil)) }

func (s *Room) showImport(c *gin.Context, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, atFiles(s.Text, t.Problems))
	m := importForm{
		Frame:   s.Frame(c, s.Text.Say("import.title")),
		Problem: f.Problem("files", s.Text.Say("import.files")),
		Force: tick{
			ID:      "force",
			Name:    "force",
			Value:   "true",
			Text:    s.Text.Say("import.force"),
			Checked: t.Values.Get("force") != "",
		},
	}
	formats := []field.Option{{Value: "auto", Text: s.Text.Say("import.auto")}}
	for _, name := range s.App.ImportFormats() {
		formats = append(formats, field.Option{Value: name, Text: viet.Capital(s.Text.Name("format", name))})
	}
	m.Format = f.Cell("format", s.Text.Say("import.format"), field.Choose(formats...), field.Medium)
	m.Summary = f.Summary()
	earlier, err := s.App.ImportTasks(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	for _, t := range earlier {
		m.Earlier = append(m.Earlier, importLine{
			Href: page.ImportTaskHref(t.ID),
			Text: s.taskName(t),
			When: viet.ShortDate(value.On(t.Started)),
			Who:  t.Actor,
		})
	}
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

func (s *Room) taskName(t app.ImportTask) string {
	var files []string
	for _, f := range t.Files {
		files = append(files, f.Name)
	}
	what := "import.did"
	if t.Check {
		what = "import.checked"
	}
	return s.Text.Say(what, page.Joined(", ", files...))
}

// BeginImport takes files in and begins to check them.
func (s *Room) BeginImport(c *gin.Context, in url.Values) (page.Act, error) {
	var files []app.Upload
	if form := c.Request.MultipartForm; form != nil {
		for _, h := range form.File["files"] {
			files = append(files, app.Upload{Name: h.Filename, Open: opener(h)})
		}
	}
	return page.Act{
		Do: func() (page.Done, error) {
			force := in.Get("force") != ""
			id, err := s.App.BeginImport(c.Request.Context(), s.Person(c), files, in.Get("format"), force)
			if err != nil {
				return page.Done{}, err
			}
			s.waitShortly(c, id)
			return page.Done{To: page.ImportTaskHref(id), Say: "import.received", Args: []any{len(files)}}, nil
		},
		Again: func(t page.Typed) error { return s.showImport(c, t) },
	}, nil
}

func opener(h *multipart.FileHeader) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return h.Open() }
}

// How long a request waits for a task that may end soon, so that a small file shows its result at once.
const (
	taskWait = time.Second
	taskLook = 20 * time.Millisecond
)

func (s *Room) waitShortly(c *gin.Context, id int64) {
	for range taskWait / taskLook {
		t, err := s.App.ImportTask(c.Request.Context(), s.Person(c), id)
		if err != nil || !t.Running {
			return
		}
		time.Sleep(taskLook)
	}
}

func taskID(c *gin.Context) (int64, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return 0, value.ErrNotFound
	}
	return id, nil
}

// ImportTask shows a task as it stands; one that runs is looked at again every other second, by the browser itself.
func (s *Room) ImportTask(c *gin.Context) error {
	id, err := taskID(c)
	if err != nil {
		return err
	}
	return s.showTask(c, id, page.Shown(nil))
}

// ConfirmImport imports what was checked.
func (s *Room) ConfirmImport(c *gin.Context, _ url.Values) (page.Act, error) {
	id, err := taskID(c)
	return page.Act{
		Do: func() (page.Done, error) {
			next, err := s.App.ConfirmImport(c.Request.Context(), s.Person(c), id)
			if err != nil {
				return page.Done{}, err
			}
			s.waitShortly(c, next)
			return page.Done{
				To:   page.ImportTaskHref(next),
				Say:  "import.begun",
				Args: []any{strconv.FormatInt(id, 10)},
			}, nil
		},
		Again: func(t page.Typed) error { return s.showTask(c, id, t) },
	}, err
}

func (s *Room) showTask(c *gin.Context, id int64, typed page.Typed) error {
	t, err := s.App.ImportTask(c.Request.Context(), s.Person(c), id)
	if err != nil {
		return err
	}
	m := importTask{
		Frame:    s.Frame(c, s.Text.Say("import.title")),
		Headline: s.taskName(t),
		State:    page.Joined(" · ", viet.ShortDate(value.On(t.Started)), t.Actor),
		Again:    page.Link{Text: s.Text.Say("import.again"), Href: importPath},
	}
	if len(typed.Problems) > 0 {
		m.Problem = s.Sentence(typed.Problems[0])
	}
	switch {
	case t.Running:
		c.Header("Refresh", "2")
		m.Running, m.Bar = s.progress(t)
		return s.Show(c, typed.Status, "catalogue/import_task", m)
	case t.Problem != "":
		m.Problem = viet.Capital(s.Text.Say(t.Problem))
	}
	usable, held := 0, 0
	for _, r := range t.Results {
		m.Files = append(m.Files, s.importResult(t, r))
		held += r.Held
		if r.Failed == 0 {
			usable++
		}
	}
	switch {
	case t.Problem != "":
	case !t.Check:
		m.Next = s.afterImport(held)
	case usable > 0:
		m.Confirm = s.Text.Say("import.confirm", usable)
	}
	return s.Show(c, typed.Status, "catalogue/import_task", m)
}

// afterImport leads on from what was imported.
func (s *Room) afterImport(held int) (out []page.Link) {
	if held > 0 {
		out = append(out, page.Link{Text: s.Text.Say("import.see_held"), Href: heldPath})
	}
	return append(out,
		page.Link{Text: s.Text.Say("import.see_unsorted"), Href: cataloguePath + "?ours=unsorted"},
		page.Link{Text: s.Text.Say("import.sort"), Href: sortPath})
}

// progress is how far a task has come, in words and as a bar.
func (s *Room) progress(t app.ImportTask) (string, page.Bar) {
	if t.Total == 0 {
		return s.Text.Say("import.reading"), page.Bar{}
	}
	text := s.Text.Say("import.progress", viet.Number(int64(t.Done)), viet.Number(int64(t.Total)), t.What)
	return text, page.Bar{Percent: strconv.Itoa(t.Done * 100 / t.Total), Label: text}
}

func (s *Room) importResult(t app.ImportTask, r app.ImportCount) importResult {
	out := importResult{File: r.File, Format: s.Text.Name("format", r.Format)}
	switch {
	case r.Failed > 0:
		out.Verdict = page.Verdict{Sign: "✗", Text: s.Text.Say("import.refused"), Tone: "bad"}
	case r.Stored:
		out.Verdict = page.Verdict{Sign: "✓", Text: s.Text.Say("import.stored"), Tone: "met"}
	default:
		out.Verdict = page.Verdict{Sign: "✓", Text: s.Text.Say("import.can"), Tone: "met"}
	}
	for _, x := range []struct {
		name string
		n    int
	}{{"read", r.Read}, {"created", r.Created}, {"updated", r.Updated}, {"unchanged", r.Unchanged}, {"held", r.Held},
		{"failed_rows", r.Failed}} {
		out.Figures = append(
			out.Figures,
			page.Fact{Term: s.Text.Say("import." + x.name), Text: viet.Number(int64(x.n))},
		)
	}
	for _, e := range r.Errors {
		out.Errors = append(out.Errors, s.importNote(e))
	}
	if more := r.Failed - len(r.Errors); more > 0 {
		out.MoreErrors = s.Text.Say("import.more", viet.Number(int64(more)))
	}
	if r.Warned > 0 {
		out.WarningsText = s.Text.Say("import.warnings", viet.Number(int64(r.Warned)), len(r.Warnings))
	}
	for _, g := range r.Warnings {
		w := warningGroup{
			Count: viet.Number(int64(g.Count)),
			Field: s.importPlace(g.Field),
			Text:  viet.Capital(g.First[0].Message),
		}
		for _, l := range g.First {
			w.First = append(w.First, s.importNote(l))
		}
		if more := g.Count - len(g.First); more > 0 {
			w.More = s.Text.Say("import.more", viet.Number(int64(more)))
		}
		out.Warnings = append(out.Warnings, w)
	}
	return out
}

// importPlace is where in a row a note stands: a part of the procedure, or a field of the file.
func (s *Room) importPlace(field string) string {
	if s.Text.Has("part." + field) {
		return s.Text.Name("part", field)
	}
	return s.Text.PlaceName(field)
}

func (s *Room) importNote(l app.ImportLine) importNote {
	n := importNote{Code: l.Code, Text: viet.Capital(l.Message)}
	if l.Row > 0 {
		n.Row = s.Text.Say("place.row", l.Row)
	}
	if l.Field != "" {
		n.Field = s.importPlace(l.Field)
	}
	return n
}

// ImportForm is where files are handed in. Template: catalogue/import.
type importForm struct {
	page.Frame
	Summary field.Summary
	Problem string // at the field of the files
	Format  field.Cell
	Force   tick
	Earlier []importLine
}

type importLine struct {
	Href string
	Text string
	When string
	Who  string
}

// ImportTask is an import, or its check, as it stands. Template: catalogue/import_task.
type importTask struct {
	page.Frame
	Headline string
	State    string
	Running  string // "đã đọc 1.200/2.642 bản ghi của …"; empty: ended
	Bar      page.Bar
	Problem  string
	Again    page.Link
	Files    []importResult
	Confirm  string // words of the button; empty: nothing to confirm
	Next     []page.Link
}

type importResult struct {
	File, Format string
	Verdict      page.Verdict
	Figures      []page.Fact
	Errors       []importNote
	MoreErrors   string
	Warnings     []warningGroup
	WarningsText string
}

type importNote struct {
	Row, Code, Field, Text string
}

type warningGroup struct {
	Count string
	Field string
	Text  string
	First []importNote
	More  string
}
