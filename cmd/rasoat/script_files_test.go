package main

import (
	"compress/gzip"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptFiles are commands of the scripts that make files too large to stand in them.
var scriptFiles = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	// filler FILE N: one good row, then N empty lines; packed where the name ends in .gz.
	"filler": func(ts *testscript.TestScript, neg bool, args []string) {
		n, err := strconv.Atoi(args[1])
		ts.Check(err)
		f, err := os.Create(ts.MkAbs(args[0]))
		ts.Check(err)
		defer f.Close()
		var w io.Writer = f
		if strings.HasSuffix(args[0], ".gz") {
			z := gzip.NewWriter(f)
			defer z.Close()
			w = z
		}
		_, err = io.WriteString(w, `{"schema":1,"code":"1.900001","name":"Cấp thẻ thử","kind":"public","status":"in_force"}`+"\n")
		ts.Check(err)
		lines := strings.Repeat("\n", 1<<20)
		for ; n > 0; n -= len(lines) {
			_, err = io.WriteString(w, lines[:min(n, len(lines))])
			ts.Check(err)
		}
	},
	// shorten FILE N: cuts off the last N bytes.
	"shorten": func(ts *testscript.TestScript, neg bool, args []string) {
		n, err := strconv.ParseInt(args[1], 10, 64)
		ts.Check(err)
		info, err := os.Stat(ts.MkAbs(args[0]))
		ts.Check(err)
		ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()-n))
	},
}
