package main

import (
	"encoding/json"
	"io"
	"os"

	"rasoat/exchange"
	"rasoat/review/cost"
)

// costCmd prices cost tables. It touches no data folder.
type costCmd struct {
	File string `arg:""`
	JSON bool
}

// Run is the command.
func (c *costCmd) Run(w *world) error {
	in, err := w.open(c.File)
	if err != nil {
		return err
	}
	defer in.Close()
	before, after, err := exchange.ReadCost(in)
	if err != nil {
		return err
	}
	result, err := cost.Price(before, after)
	if err != nil {
		return err
	}
	return w.print(result)
}

// open is a named file, or standard input for "-".
func (w *world) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(w.in), nil
	}
	return os.Open(name)
}

// print writes one JSON document.
func (w *world) print(v any) error {
	e := json.NewEncoder(w.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
