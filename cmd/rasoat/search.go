package main

import (
	"fmt"
	"strings"

	"rasoat/app"
	"rasoat/search"
	"rasoat/value"
)

// searchCmd searches the catalogue as the search page shows it to an official.
type searchCmd struct {
	Words  []string `arg:"" optional:"" name:"word" `
	Kind   string   `enum:"public,internal," default:""`
	Field  string   `placeholder:"F"`
	Status string   `enum:"draft,announced,in_force,repealed,typical," default:""`
	Limit  int      `default:"10"`
	Offset int      `default:"0"`
	JSON   bool
}

// Run is the command. A server that runs is asked; else the index is opened.
func (c *searchCmd) Run(w *world) error {
	if c.Limit < 1 || c.Limit > 100 {
		return errUsage{value.Problems{{Field: "--limit", Code: "search.limit", Args: []any{c.Limit}}}}
	}
	if c.Offset < 0 {
		return errUsage{value.Problems{{Field: "--offset", Code: "search.offset", Args: []any{c.Offset}}}}
	}
	q := search.Query{
		Text:   strings.Join(c.Words, " "),
		Kind:   c.Kind,
		Field:  c.Field,
		Status: c.Status,
		Limit:  c.Limit,
		Offset: c.Offset,
		Scope:  search.Official,
	}
	doc, asked, err := w.askSearch(q)
	if !asked {
		err = w.withApp(true, func(a *app.App) error {
			doc, err = a.Search(w.ctx, q)
			return err
		})
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return w.print(doc)
	}
	fmt.Fprintln(w.out, w.text.Say("search.count", doc.Total, q.Text))
	for _, h := range doc.Hits {
		fmt.Fprintf(w.out, "%-12s %s · %s\n", h.Code, h.Name, h.Field)
	}
	return nil
}

// reindexCmd builds the index anew.
type reindexCmd struct {
	JSON bool
}

// Run is the command.
func (c *reindexCmd) Run(w *world) error {
	n, asked, err := w.askReindex()
	if !asked {
		err = w.withApp(false, func(a *app.App) error {
			n, err = a.Reindex(w.ctx)
			return err
		})
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return w.print(map[string]int{"indexed": n})
	}
	_, err = fmt.Fprintln(w.out, w.text.Say("reindex.done", n))
	return err
}
