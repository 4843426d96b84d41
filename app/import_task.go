package app

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rasoat/account"
	"rasoat/exchange"
	"rasoat/store"
	"rasoat/value"
)

// ImportTask is files that somebody handed in on the page: first they are checked, and once the result was looked
// at the same bytes are imported.
type ImportTask struct {
	ID      int64
	Check   bool // a dry run, after which Confirm imports
	Files   []TaskFile
	Format  string
	Force   bool
	Actor   string
	Started time.Time

	Running bool
	Done    int
	Total   int
	What    string
	Problem string        // code of what ended it, "" where it ended well
	Results []ImportCount // one a file, once it has ended well
}

// FileNames are the names of its files in one line.
func (t ImportTask) FileNames() string {
	names := make([]string, len(t.Files))
	for i, f := range t.Files {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// TaskFile is one file of a task.
type TaskFile struct {
	Name   string `json:"name"`
	Upload string `json:"upload"` // where its bytes lie
	Size   int64  `json:"size"`
}

// ImportCount is what became of one file, its warnings counted by what they say.
type ImportCount struct {
	File      string         `json:"file"`
	Format    string         `json:"format"`
	Read      int            `json:"read"`
	Created   int            `json:"created"`
	Updated   int            `json:"updated"`
	Unchanged int            `json:"unchanged"`
	Held      int            `json:"held"`
	Warned    int            `json:"warned"`
	Stored    bool           `json:"stored"`
	Warnings  []WarningGroup `json:"warnings"` // most frequent first
	Failed    int            `json:"failed"`
	Errors    []ImportLine   `json:"errors"` // the first of them
}

// WarningGroup is the warnings of one kind on one field.
type WarningGroup struct {
	Field string       `json:"field"`
	Code  string       `json:"code"`
	Count int          `json:"count"`
	First []ImportLine `json:"first"`
}

// How many lines of each kind a page shows.
const (
	firstWarnings = 5
	firstErrors   = 100
)

// Counted is an import's document in short.
func (f ImportFile) Counted() ImportCount {
	out := ImportCount{
		File:      f.File,
		Format:    f.Format,
		Read:      f.Read,
		Created:   f.Created,
		Updated:   f.Updated,
		Unchanged: f.Unchanged,
		Held:      f.Held,
		Warned:    len(f.Warnings),
		Stored:    f.Stored,
		Failed:    len(f.Errors),
		Errors:    f.Errors[:min(len(f.Errors), firstErrors)],
	}
	at := map[[2]string]int{}
	for _, w := range f.Warnings {
		key := [2]string{w.Field, w.Kind}
		i, there := at[key]
		if !there {
			i = len(out.Warnings)
			at[key] = i
			out.Warnings = append(out.Warnings, WarningGroup{Field: w.Field, Code: w.Kind})
		}
		g := &out.Warnings[i]
		if g.Count++; len(g.First) < firstWarnings {
			g.First = append(g.First, w)
		}
	}
	slices.SortStableFunc(out.Warnings, func(a, b WarningGroup) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// taskNote is what the store keeps of a task, in the message of its job.
type taskNote struct {
	Files   []TaskFile    `json:"files"`
	Format  string        `json:"format,omitempty"`
	Force   bool          `json:"force,omitempty"`
	Problem string        `json:"problem,omitempty"`
	Results []ImportCount `json:"results,omitempty"`
}

// The kinds of import jobs.
const (
	jobImportCheck = "import.check"
	jobImport      = "import"
)

// BeginImport takes in files and begins to check them. What is plainly not one of the formats, too large as sent or
// a damaged archive is refused at once, each file with its problem under its name; then nothing is kept.
func (a *App) BeginImport(ctx context.Context, by Person, files []Upload, format string, force bool) (int64, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return 0, err
	}
	var ps value.Problems
	if len(files) == 0 {
		ps.Add("files", "upload.none")
	}
	note := taskNote{Format: format, Force: force}
	for _, f := range files {
		kept, err := a.takeUpload(ctx, f, format)
		var problems value.Problems
		switch {
		case errors.As(err, &problems):
			ps = append(ps, problems...)
		case err != nil:
			return 0, errors.Join(err, a.dropUploads(note.Files))
		default:
			note.Files = append(note.Files, kept)
		}
	}
	if len(ps) > 0 {
		return 0, errors.Join(ps, a.dropUploads(note.Files))
	}
	return a.beginTask(ctx, by, jobImportCheck, note)
}

// takeUpload keeps the bytes of a file as they were sent, once its beginning shows a format that can be read.
func (a *App) takeUpload(ctx context.Context, f Upload, format string) (TaskFile, error) {
	out := TaskFile{Name: filepath.Base(f.Name)}
	if err := readableUpload(f, out.Name, format); err != nil {
		return out, err
	}
	in, err := f.Open()
	if err != nil {
		return out, err
	}
	defer in.Close()
	out.Upload, out.Size, err = a.store.PutUpload(ctx, exchange.Sent(out.Name, in, exchange.Limits{}))
	return out, err
}

func readableUpload(f Upload, name, format string) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	body, err := exchange.Open(name, in, exchange.Limits{})
	if err != nil {
		return err
	}
	defer body.Close()
	_, err = formatOf(bufio.NewReaderSize(body, exchange.DetectHead), name, format)
	return err
}

func (a *App) dropUploads(files []TaskFile) error {
	var errs []error
	for _, f := range files {
		errs = append(errs, a.store.DropUpload(f.Upload))
	}
	return errors.Join(errs...)
}

// ConfirmImport imports the files of a check that ended well, the same bytes; those that were refused stay out.
//
//	import.not_checked import.gone import.nothing
func (a *App) ConfirmImport(ctx context.Context, by Person, id int64) (int64, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return 0, err
	}
	t, err := a.ImportTask(ctx, by, id)
	if err != nil {
		return 0, err
	}
	if !t.Check || t.Running || t.Problem != "" {
		return 0, value.Problems{{Code: "import.not_checked"}}
	}
	note := taskNote{Format: t.Format, Force: t.Force}
	for i, f := range t.Files {
		if t.Results[i].Failed > 0 {
			continue
		}
		in, err := a.store.OpenUpload(f.Upload)
		if errors.Is(err, value.ErrNotFound) {
			return 0, value.Problems{{Code: "import.gone", Args: []any{f.Name}}}
		}
		if err != nil {
			return 0, err
		}
		in.Close()
		note.Files = append(note.Files, f)
	}
	if len(note.Files) == 0 {
		return 0, value.Problems{{Code: "import.nothing"}}
	}
	return a.beginTask(ctx, by, jobImport, note)
}

func (a *App) beginTask(ctx context.Context, by Person, kind string, note taskNote) (id int64, err error) {
	raw, err := json.Marshal(note)
	if err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		id, err = tx.InsertJob(ctx, store.Job{Kind: kind, Message: string(raw)})
		return err
	})
	if err != nil {
		return 0, errors.Join(err, a.dropUploads(note.Files))
	}
	a.jobs.begin(id, func(ctx context.Context) { a.runTask(ctx, by, id, kind, note) })
	return id, nil
}

// runTask is the work of a task in the background. Its end is known here even where the store cannot write it down.
func (a *App) runTask(ctx context.Context, by Person, id int64, kind string, note taskNote) {
	var files []Upload
	for _, f := range note.Files {
		files = append(files, Upload{
			Name: f.Name,
			Open: func() (io.ReadCloser, error) { return a.store.OpenUpload(f.Upload) },
		})
	}
	doc, err := a.Import(ctx, files, ImportOptions{
		Format: note.Format,
		Force:  note.Force,
		DryRun: kind == jobImportCheck,
		Actor:  by.Name,
		Report: func(done, total int, what string) {
			a.jobs.set(id, JobProgress{State: store.JobRunning, Done: done, Total: total, What: what})
		},
	})
	job := store.Job{ID: id, State: store.JobDone}
	if err != nil {
		job.State, note.Problem = store.JobFailed, endedBy(err)
		a.log.Error("import ended", "job", id, "error", err)
	}
	usable := false
	for _, f := range doc.Files {
		note.Results = append(note.Results, f.Counted())
		job.Done, job.Total = job.Done+f.Read, job.Total+f.Read
		usable = usable || len(f.Errors) == 0
	}
	if raw, err := json.Marshal(note); err == nil {
		job.Message = string(raw)
	}
	if kind == jobImport || !usable {
		if err := a.dropUploads(note.Files); err != nil {
			a.log.Error("uploads not removed", "job", id, "error", err)
		}
	}
	err = a.store.Write(context.WithoutCancel(ctx), by.Name,
		func(tx *store.Tx) error { return tx.UpdateJob(context.WithoutCancel(ctx), job) })
	if err != nil {
		a.log.Error("end of import not noted", "job", id, "error", err)
	}
	a.jobs.set(id, JobProgress{State: job.State, Done: job.Done, Total: job.Total, What: job.Message})
	a.settle(ctx)
}

// endedBy is the code of the sentence for what ended a task.
func endedBy(err error) string {
	switch {
	case errors.Is(err, store.ErrFull):
		return "store.full"
	case errors.Is(err, context.Canceled):
		return "import.broken"
	}
	return "import.failed"
}

// ImportTask is a task as it stands now; value.ErrNotFound where there is none.
func (a *App) ImportTask(ctx context.Context, by Person, id int64) (ImportTask, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return ImportTask{}, err
	}
	j, err := a.store.Job(ctx, id)
	if err != nil {
		return ImportTask{}, err
	}
	if j.Kind != jobImport && j.Kind != jobImportCheck {
		return ImportTask{}, fmt.Errorf("job %d: %w", id, value.ErrNotFound)
	}
	out := ImportTask{ID: id, Check: j.Kind == jobImportCheck, Actor: j.Actor, Started: j.Started}
	message, state := j.Message, j.State
	if now, here := a.jobs.of(id); here {
		state = now.State
		if state == store.JobRunning {
			out.Done, out.Total, out.What = now.Done, now.Total, now.What
		} else {
			message = now.What
		}
	}
	var note taskNote
	if err := json.Unmarshal([]byte(message), &note); err != nil {
		return out, fmt.Errorf("job %d: %w", id, err)
	}
	out.Files, out.Format, out.Force, out.Results, out.Problem = note.Files, note.Format, note.Force, note.Results,
		note.Problem
	out.Running = state == store.JobRunning
	if state == store.JobBroken {
		out.Problem = "import.broken"
	}
	return out, nil
}

// tasksShown is how many earlier imports are listed.
const tasksShown = 10

// ImportTasks lists the newest checks and imports, newest first.
func (a *App) ImportTasks(ctx context.Context, by Person) ([]ImportTask, error) {
	if err := by.must(account.ImportCatalogue); err != nil {
		return nil, err
	}
	jobs, err := a.store.Jobs(ctx, 5*tasksShown)
	if err != nil {
		return nil, err
	}
	var out []ImportTask
	for _, j := range jobs {
		if j.Kind != jobImport && j.Kind != jobImportCheck || len(out) == tasksShown {
			continue
		}
		t, err := a.ImportTask(ctx, by, j.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// ImportFormats are the formats that can be imported, as ImportOptions spells them.
func (a *App) ImportFormats() []string {
	out := make([]string, len(exchange.Formats))
	for i, f := range exchange.Formats {
		out[i] = string(f)
	}
	return out
}
