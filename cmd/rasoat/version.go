package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set at release: -ldflags "-X main.version=1.0.0".
var version = "dev"

// versionCmd prints version, commit and Go version. It touches no data folder.
type versionCmd struct {
	JSON bool
}

// Run is the command.
func (c *versionCmd) Run(w *world) error {
	commit := "?"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = s.Value
			}
		}
	}
	if c.JSON {
		return w.print(map[string]string{"version": version, "commit": commit, "go": runtime.Version()})
	}
	_, err := fmt.Fprintf(w.out, "rasoat %s\ncommit %s\n%s\n", version, commit, runtime.Version())
	return err
}
