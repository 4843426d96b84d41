package web

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// importForm shows where files are handed in.
func (s *Server) importForm(c *gin.Context) error {
	return s.showImport(c, http.StatusOK, url.Values{}, nil)
}

func (s *Server) showImport(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	f := field.NewSheet(s.text, typed, problems)
	m := importForm{frame: s.frame(c, s.text.Say("import.title")), Problem: f.Problem("files", s.text.Say("import.files")),
		Force: tick{ID: "force", Name: "force", Value: "true", Text: s.text.Say("import.force"), Checked: typed.Get("force") != ""}}
	formats := []field.Option{{Value: "auto", Text: s.text.Say("import.auto")}}
	for _, name := range s.app.ImportFormats() {
		formats = append(formats, field.Option{Value: name, Text: viet.Capital(s.text.Name("format", name))})
	}
	m.Format = f.Cell("format", s.text.Say("import.format"), field.Choose(formats...), field.Medium)
	m.Summary = f.Summary()
	earlier, err := s.app.ImportTasks(c.Request.Context(), s.person(c))
	if err != nil {
		return err
	}
	for _, t := range earlier {
		m.Earlier = append(m.Earlier, importLine{Href: taskHref(t.ID), Text: s.taskName(t), When: viet.ShortDate(value.On(t.Started)), Who: t.Actor})
	}
	return s.show(c, status, "catalogue/import", m)
}

func taskHref(id int64) string { return "/danh-muc/nhap/" + strconv.FormatInt(id, 10) }

func (s *Server) taskName(t app.ImportTask) string {
	var files []string
	for _, f := range t.Files {
		files = append(files, f.Name)
	}
	what := "import.did"
	if t.Check {
		what = "import.checked"
	}
	return s.text.Say(what, joined(", ", files...))
}

// beginImport takes files in and begins to check them.
func (s *Server) beginImport(c *gin.Context) error {
	typed, err := s.uploaded(c)
	var problems value.Problems
	if errors.As(err, &problems) {
		status := http.StatusUnprocessableEntity
		if problems[0].Code == "form.too_large" {
			status = http.StatusRequestEntityTooLarge
		}
		return s.showImport(c, status, url.Values{}, problems)
	}
	if err != nil {
		return err
	}
	defer c.Request.MultipartForm.RemoveAll() // parts that were too large for memory
	var files []app.Upload
	for _, h := range c.Request.MultipartForm.File["files"] {
		files = append(files, app.Upload{Name: h.Filename, Open: opener(h)})
	}
	id, err := s.app.BeginImport(c.Request.Context(), s.person(c), files, typed.Get("format"), typed.Get("force") != "")
	if errors.As(err, &problems) {
		return s.showImport(c, http.StatusUnprocessableEntity, typed, problems)
	}
	if err != nil {
		return err
	}
	s.waitShortly(c, id)
	c.Redirect(http.StatusSeeOther, taskHref(id))
	return nil
}

func opener(h *multipart.FileHeader) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return h.Open() }
}

// How long a request waits for a task that may end soon, so that a small file shows its result at once.
const (
	taskWait = time.Second
	taskLook = 20 * time.Millisecond
)

func (s *Server) waitShortly(c *gin.Context, id int64) {
	for range taskWait / taskLook {
		t, err := s.app.ImportTask(c.Request.Context(), s.person(c), id)
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

// importTask shows a task as it stands; one that runs is looked at again every other second, by the browser itself.
func (s *Server) importTask(c *gin.Context) error {
	id, err := taskID(c)
	if err != nil {
		return err
	}
	return s.showTask(c, http.StatusOK, id, "")
}

// confirmImport imports what was checked.
func (s *Server) confirmImport(c *gin.Context) error {
	id, err := taskID(c)
	if err != nil {
		return err
	}
	next, err := s.app.ConfirmImport(c.Request.Context(), s.person(c), id)
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showTask(c, http.StatusUnprocessableEntity, id, s.sentence(problems[0]))
	}
	if err != nil {
		return err
	}
	s.waitShortly(c, next)
	c.Redirect(http.StatusSeeOther, taskHref(next))
	return nil
}

func (s *Server) showTask(c *gin.Context, status int, id int64, problem string) error {
	t, err := s.app.ImportTask(c.Request.Context(), s.person(c), id)
	if err != nil {
		return err
	}
	m := importTask{frame: s.frame(c, s.text.Say("import.title")), Headline: s.taskName(t), Problem: problem,
		State: joined(" · ", viet.ShortDate(value.On(t.Started)), t.Actor), Again: link{s.text.Say("import.again"), "/danh-muc/nhap"}}
	switch {
	case t.Running:
		c.Header("Refresh", "2")
		m.Running, m.Bar = s.progress(t)
		return s.show(c, status, "catalogue/task", m)
	case t.Problem != "":
		m.Problem = viet.Capital(s.text.Say(t.Problem))
	}
	usable := 0
	for _, r := range t.Results {
		m.Files = append(m.Files, s.importResult(t, r))
		if r.Failed == 0 {
			usable++
		}
	}
	if t.Check && t.Problem == "" && usable > 0 {
		m.Confirm = s.text.Say("import.confirm", usable)
	}
	if !t.Check && t.Problem == "" {
		held := 0
		for _, r := range t.Results {
			held += r.Held
		}
		if held > 0 {
			m.Next = append(m.Next, link{s.text.Say("import.see_held"), "/danh-muc/cho-xu-ly"})
		}
		m.Next = append(m.Next, link{s.text.Say("import.see_unsorted"), "/danh-muc?ours=unsorted"}, link{s.text.Say("import.sort"), "/danh-muc/phan-loai"})
	}
	return s.show(c, status, "catalogue/task", m)
}

// progress is how far a task has come, in words and as a bar.
func (s *Server) progress(t app.ImportTask) (string, bar) {
	if t.Total == 0 {
		return s.text.Say("import.reading"), bar{}
	}
	text := s.text.Say("import.progress", viet.Number(int64(t.Done)), viet.Number(int64(t.Total)), t.What)
	return text, bar{Percent: strconv.Itoa(t.Done * 100 / t.Total), Label: text}
}

func (s *Server) importResult(t app.ImportTask, r app.ImportCount) importResult {
	out := importResult{File: r.File, Format: s.text.Name("format", r.Format)}
	switch {
	case r.Failed > 0:
		out.Verdict = verdict{"✗", s.text.Say("import.refused"), "bad"}
	case r.Stored:
		out.Verdict = verdict{"✓", s.text.Say("import.stored"), "met"}
	default:
		out.Verdict = verdict{"✓", s.text.Say("import.can"), "met"}
	}
	for _, x := range []struct {
		name string
		n    int
	}{{"read", r.Read}, {"created", r.Created}, {"updated", r.Updated}, {"unchanged", r.Unchanged}, {"held", r.Held}, {"failed_rows", r.Failed}} {
		out.Figures = append(out.Figures, fact{s.text.Say("import." + x.name), viet.Number(int64(x.n))})
	}
	for _, e := range r.Errors {
		out.Errors = append(out.Errors, s.importNote(e))
	}
	if more := r.Failed - len(r.Errors); more > 0 {
		out.MoreErrors = s.text.Say("import.more", viet.Number(int64(more)))
	}
	if r.Warned > 0 {
		out.WarningsText = s.text.Say("import.warnings", viet.Number(int64(r.Warned)), len(r.Warnings))
	}
	for _, g := range r.Warnings {
		w := warningGroup{Count: viet.Number(int64(g.Count)), Field: s.importPlace(g.Field), Text: viet.Capital(g.First[0].Message)}
		for _, l := range g.First {
			w.First = append(w.First, s.importNote(l))
		}
		if more := g.Count - len(g.First); more > 0 {
			w.More = s.text.Say("import.more", viet.Number(int64(more)))
		}
		out.Warnings = append(out.Warnings, w)
	}
	return out
}

// importPlace is where in a row a note stands: a part of the procedure, or a field of the file.
func (s *Server) importPlace(field string) string {
	if s.text.Has("part." + field) {
		return s.text.Name("part", field)
	}
	return s.text.PlaceName(field)
}

func (s *Server) importNote(l app.ImportLine) importNote {
	n := importNote{Code: l.Code, Text: viet.Capital(l.Message)}
	if l.Row > 0 {
		n.Row = s.text.Say("place.row", l.Row)
	}
	if l.Field != "" {
		n.Field = s.importPlace(l.Field)
	}
	return n
}
