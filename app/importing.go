package app

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/store"
	"rasoat/value"
)

// Upload is a file that came in: its name and its bytes, packed or not.
type Upload struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// ImportOptions say how files are taken in.
type ImportOptions struct {
	Format string // one of exchange.Formats; "" or "auto": detected from the content
	DryRun bool   // everything is checked and counted, nothing stored
	Force  bool   // a person says that this source stands above what is there
	Actor  string
	Report func(done, total int, what string) // progress; may be nil
}

// ImportDoc is the answer to an import (interface.md, Import).
type ImportDoc struct {
	Files []ImportFile `json:"files"`
}

// ImportFile is what became of one file. Read = Created + Updated + Unchanged + Held + len(Errors).
type ImportFile struct {
	File      string       `json:"file"`
	Format    string       `json:"format"`
	Read      int          `json:"read"`
	Created   int          `json:"created"`
	Updated   int          `json:"updated"`
	Unchanged int          `json:"unchanged"`
	Held      int          `json:"held"`
	Warnings  []ImportLine `json:"warnings"`
	Errors    []ImportLine `json:"errors"`
	Stored    bool         `json:"stored"`
}

// ImportLine is a warning or an error, in the language of the App.
type ImportLine struct {
	Row     int    `json:"row,omitempty"` // 0: the whole file
	Code    string `json:"code,omitempty"`
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
	Kind    string `json:"-"` // the code of the message
}

// errDry ends the transaction of a dry run.
var errDry = errors.New("dry run")

// tried is what a transaction that was only tried would have been refused for.
func tried(err error) error {
	if errors.Is(err, errDry) {
		return nil
	}
	return err
}

// Import takes files in one after the other, all or nothing for each. It returns an error only where the
// store fails; what is wrong with a file stands in the document.
func (a *App) Import(ctx context.Context, files []Upload, o ImportOptions) (ImportDoc, error) {
	doc := ImportDoc{Files: []ImportFile{}}
	for _, f := range files {
		out, err := a.importFile(ctx, f, o)
		if err != nil {
			return doc, fmt.Errorf("%s: %w", f.Name, err)
		}
		doc.Files = append(doc.Files, out)
	}
	a.nudge()
	return doc, nil
}

// OK reports whether every file was stored, or would have been.
func (d ImportDoc) OK() bool {
	for _, f := range d.Files {
		if len(f.Errors) > 0 {
			return false
		}
	}
	return true
}

func (a *App) importFile(ctx context.Context, f Upload, o ImportOptions) (ImportFile, error) {
	out := ImportFile{File: filepath.Base(f.Name), Format: o.Format, Warnings: []ImportLine{}, Errors: []ImportLine{}}
	in, err := f.Open()
	if err != nil {
		return out, err
	}
	defer in.Close()
	body, err := exchange.Open(f.Name, in, exchange.Limits{})
	if err != nil {
		return a.tellRefusal(out, err)
	}
	defer body.Close()
	content := bufio.NewReaderSize(body, exchange.DetectHead)
	format, err := formatOf(content, f.Name, o.Format)
	out.Format = string(format)
	if err != nil {
		return a.tellRefusal(out, err)
	}
	if format == exchange.Campaign {
		return a.importCampaign(ctx, out, content, o)
	}
	rows, err := readRows(format, content)
	if err != nil {
		return a.tellRefusal(out, err)
	}
	return a.importRows(ctx, out, rows, o)
}

// tellRefusal turns what is wrong with a file into its document; anything else is our fault and comes back.
func (a *App) tellRefusal(out ImportFile, err error) (ImportFile, error) {
	var problems value.Problems
	var format *exchange.FormatError
	var lines exchange.LineErrors
	switch {
	case errors.As(err, &lines):
		for _, l := range lines {
			for _, p := range l.Problems {
				out.Errors = append(out.Errors, ImportLine{
					Row:     l.Line,
					Field:   p.Field,
					Message: a.notes.Say(p.Code, p.Args...),
				})
			}
		}
	case errors.As(err, &problems):
		for _, p := range problems {
			out.Errors = append(out.Errors, ImportLine{Field: p.Field, Message: a.notes.Say(p.Code, p.Args...)})
		}
	case errors.As(err, &format):
		p := format.Problem()
		out.Errors = append(out.Errors, ImportLine{Row: format.Row, Message: a.notes.Say(p.Code, p.Args...)})
	default:
		return out, err
	}
	out.Read = len(out.Errors) // nothing else of a refused file counts
	return out, nil
}

// formatOf is the format that was asked for, or the one that the file's beginning shows.
func formatOf(content *bufio.Reader, name, asked string) (exchange.Format, error) {
	if asked != "" && asked != "auto" {
		f := exchange.Format(asked)
		if !f.CanRead() {
			return f, value.Problems{{Field: name, Code: "format.unsupported", Args: []any{asked}}}
		}
		return f, nil
	}
	head, err := content.Peek(exchange.DetectHead)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return exchange.Detect(head, name)
}

// readRows reads a whole file of procedures: the rule for held rows needs to see all of it first.
func readRows(format exchange.Format, r io.Reader) ([]exchange.Row, error) {
	var rows []exchange.Row
	keep := func(row exchange.Row) error {
		rows = append(rows, row)
		return nil
	}
	switch format {
	case exchange.PortalJSON:
		return rows, exchange.ReadPortalJSON(r, keep)
	case exchange.PortalPages:
		return rows, exchange.ReadPortalPages(r, keep)
	case exchange.JSONL:
		err := exchange.ReadJSONL(r, func(n int, p catalog.Procedure) error {
			return keep(exchange.Row{Number: n, Raw: string(p.Code), Procedure: p})
		})
		return rows, err
	}
	return nil, value.Problems{{Code: "format.unsupported", Args: []any{string(format)}}}
}

func (a *App) importRows(
	ctx context.Context, out ImportFile, rows []exchange.Row, o ImportOptions,
) (ImportFile, error) {
	run := importRun{app: a, o: o, out: &out, holder: catalog.NewHolder(),
		source: catalog.Source{Format: out.Format, File: out.File, Date: a.Today()}}
	for _, row := range rows {
		run.holder.Add(row.Raw, row.Procedure.Name, row.Procedure.Decision.Number)
	}
	var err error
	if run.names, err = seedNames(); err != nil {
		return out, err
	}
	err = a.store.Write(ctx, o.Actor, func(tx *store.Tx) error {
		if err := run.load(ctx, tx); err != nil {
			return err
		}
		for i, row := range rows {
			if err := run.row(ctx, tx, row); err != nil {
				return err
			}
			if o.Report != nil {
				o.Report(i+1, len(rows), out.File)
			}
		}
		if o.DryRun || len(out.Errors) > 0 {
			return errDry
		}
		return nil
	})
	switch {
	case errors.Is(err, errDry):
	case err != nil:
		return out, err
	default:
		out.Stored = true
	}
	return out, nil
}

// importRun is the taking in of one file of procedures.
type importRun struct {
	app     *App
	o       ImportOptions
	out     *ImportFile
	holder  *catalog.Holder
	source  catalog.Source
	current map[catalog.Code]store.Version
	waiting map[string]bool // held rows that wait already, or that a person has decided about
	names   knownNames
}

func (r *importRun) load(ctx context.Context, tx *store.Tx) error {
	versions, err := tx.Procedures(ctx, store.Filter{})
	if err != nil {
		return err
	}
	r.current = make(map[catalog.Code]store.Version, len(versions))
	for _, v := range versions {
		r.current[v.Key] = v
	}
	held, err := tx.HeldRows(ctx)
	if err != nil {
		return err
	}
	decided, err := tx.DecidedRows(ctx)
	if err != nil {
		return err
	}
	r.waiting = make(map[string]bool, len(held)+len(decided))
	for _, h := range append(held, decided...) {
		r.waiting[heldMark(h)] = true
	}
	return nil
}

func (r *importRun) row(ctx context.Context, tx *store.Tx, row exchange.Row) error {
	r.out.Read++
	if row.Err != nil {
		var problems value.Problems
		if !errors.As(row.Err, &problems) {
			return row.Err
		}
		for i, p := range problems {
			if i == 0 { // one row is one error in the count; its first problem says why
				r.out.Errors = append(r.out.Errors, ImportLine{
					Row:     row.Number,
					Code:    row.Raw,
					Field:   p.Field,
					Message: r.app.notes.Say(p.Code, p.Args...),
				})
			}
		}
		return nil
	}
	for _, w := range row.Warnings {
		r.warn(row, w.Field, w.Message, w.Args)
	}
	p := row.Procedure
	key := p.Code.Key()
	stored, there := r.current[key]
	var names []string
	if there {
		names = []string{stored.Procedure.Name}
	}
	if reason, args, held := r.holder.Reason(row.Raw, p.Name, p.Decision.Number, names); held {
		return r.hold(ctx, tx, row, reason, args)
	}
	if other, twin := r.holder.Twin(row.Raw, p.Name, p.Decision.Number); twin {
		r.warn(row, "name", catalog.NoteTwin, []any{other})
	}
	return r.merge(ctx, tx, row, stored, there)
}

func (r *importRun) merge(ctx context.Context, tx *store.Tx, row exchange.Row, stored store.Version, there bool) error {
	merge := catalog.Merge
	if r.o.Force {
		merge = catalog.MergeForced
	}
	merged, origins, notes := merge(stored.Procedure, stored.Origins, row.Procedure, r.source.Format)
	for _, n := range notes {
		r.warn(row, n.Field, n.Code, n.Args)
	}
	if !there {
		r.names.give(&merged, origins)
	}
	if there && catalog.Equal(merged, stored.Procedure) {
		r.out.Unchanged++
		return nil
	}
	n, err := tx.SaveProcedure(ctx, merged, origins, stored.Number, "", r.source)
	if err != nil {
		return fmt.Errorf("row %d: %w", row.Number, err)
	}
	key := merged.Code.Key()
	r.current[key] = store.Version{Procedure: merged, Key: key, Number: n, Origins: origins}
	if there {
		r.out.Updated++
	} else {
		r.out.Created++
	}
	return nil
}

func (r *importRun) warn(row exchange.Row, field, code string, args []any) {
	r.out.Warnings = append(r.out.Warnings, ImportLine{
		Row:     row.Number,
		Code:    row.Raw,
		Field:   field,
		Message: r.app.notes.Say(code, args...),
		Kind:    code,
	})
}
