package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts call the program itself, and ends the browser.
func TestMain(m *testing.M) {
	testscript.Main(untilBrowserEnds{m}, map[string]func(){"rasoat": func() {
		os.Exit(run(context.Background(), os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
	}})
}

type untilBrowserEnds struct{ tests *testing.M }

func (u untilBrowserEnds) Run() int {
	defer chromium.end()
	return u.tests.Run()
}

// TestScripts runs one promise of interface.md per file of testdata/script.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: scriptFiles})
}
