package main

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"

	"rasoat/app"
)

// importCmd takes files in.
type importCmd struct {
	Files  []string `arg:"" name:"file" `
	Format string   `enum:"auto,portal-json,portal-pages,portal-xlsx,xlsx,csv,jsonl,campaign" default:"auto"`
	DryRun bool
	Force  bool
	JSON   bool
}

// Run is the command. The document is printed even where a file is refused.
func (c *importCmd) Run(w *world) error {
	var files []app.Upload
	for _, name := range c.Files {
		if _, err := os.Stat(name); err != nil {
			return err
		}
		files = append(files, app.Upload{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(name) }})
	}
	return w.withApp(true, func(a *app.App) error {
		bar := progress(w.err)
		o := app.ImportOptions{Format: c.Format, DryRun: c.DryRun, Force: c.Force, Actor: commandActor, Report: bar}
		doc, err := a.Import(w.ctx, files, o)
		if err != nil {
			return err
		}
		if err := a.CatchUp(w.ctx); err != nil {
			return err
		}
		if err := c.print(w, doc); err != nil {
			return err
		}
		if !doc.OK() {
			return errAnswered
		}
		return nil
	})
}

// commandActor is who the audit trail names for what is done on the command line.
const commandActor = "cmd"

func (c *importCmd) print(w *world, doc app.ImportDoc) error {
	for _, f := range doc.Files {
		for _, e := range f.Errors {
			fmt.Fprintln(w.err, w.text.Say("import.error", f.File, e.Row, e.Code, e.Field, e.Message))
		}
	}
	if c.JSON {
		return w.print(doc)
	}
	for _, f := range doc.Files {
		fmt.Fprintln(w.out, w.text.Say("import.counts", f.File, f.Format,
			f.Read, f.Created, f.Updated, f.Unchanged, f.Held, len(f.Warnings), len(f.Errors)))
	}
	return nil
}

// progress draws a bar on a terminal and nothing elsewhere.
func progress(errw io.Writer) func(done, total int, what string) {
	f, ok := errw.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int, what string) {
		if done == 1 {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(errw),
				progressbar.OptionSetDescription(what), progressbar.OptionClearOnFinish())
		}
		_ = bar.Set(done)
	}
}
