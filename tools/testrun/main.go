// Command testrun runs "go test" with the arguments that it gets, prints what go test prints, and then names the ten
// slowest tests and those that were skipped, with their reasons. Its exit status is that of go test.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

func main() {
	cmd := exec.Command("go", append([]string{"test", "-json"}, os.Args[1:]...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	r := run{out: os.Stdout, said: map[test][]string{}}
	r.read(out)
	r.close()
	var exit *exec.ExitError
	switch err := cmd.Wait(); {
	case errors.As(err, &exit):
		os.Exit(max(exit.ExitCode(), 1)) // ended by a signal: -1
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// event is a line of "go test -json" (go doc test2json).
type event struct {
	Action  string
	Package string
	Test    string
	Elapsed float64 // seconds
	Output  string
}

type test struct{ pkg, name string }

// run is a test run as it is read.
type run struct {
	out     io.Writer
	said    map[test][]string // by tests that have not ended
	times   []took
	skipped []string
}

type took struct {
	test    test
	seconds float64
}

// read prints what goes on; a line that is no event, such as one of the linker, as it stands.
func (r *run) read(in io.Reader) {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		var e event
		if json.Unmarshal([]byte(line), &e) == nil {
			r.take(e)
		} else {
			fmt.Fprint(r.out, line)
		}
		if err != nil {
			return
		}
	}
}

func (r *run) take(e event) {
	at := test{e.Package, e.Test}
	switch {
	case e.Action == "build-output":
		fmt.Fprint(r.out, e.Output)
	case e.Action == "output" && e.Test != "":
		if !strings.HasPrefix(e.Output, "=== ") {
			r.said[at] = append(r.said[at], e.Output)
		}
	case e.Action == "output" && e.Output != "PASS\n": // the closing line of a package among others
		fmt.Fprint(r.out, e.Output)
	case e.Test != "":
		r.end(at, e)
	case e.Action == "fail":
		r.unended(e.Package)
	}
}

// end is a test that has ended: what it said stands in the output where it failed.
func (r *run) end(at test, e event) {
	switch e.Action {
	case "fail":
		r.print(at)
	case "skip":
		r.skipped = append(r.skipped, fmt.Sprintf("%s %s: %s", at.pkg, at.name, reason(r.said[at])))
	case "pass":
	default:
		return // run, pause, cont
	}
	delete(r.said, at)
	if !strings.Contains(at.name, "/") && e.Elapsed > 0 {
		r.times = append(r.times, took{at, e.Elapsed})
	}
}

// unended prints what the tests of a package said that never ended, as when the time was up.
func (r *run) unended(pkg string) {
	for at := range r.said {
		if at.pkg == pkg {
			r.print(at)
			delete(r.said, at)
		}
	}
}

func (r *run) print(at test) { fmt.Fprint(r.out, strings.Join(r.said[at], "")) }

// reason is what a skipped test said, without the place where it said so.
func reason(said []string) string {
	for _, line := range said {
		if _, why, found := strings.Cut(line, ".go:"); found {
			_, why, _ = strings.Cut(why, ": ")
			return strings.TrimSpace(why)
		}
	}
	return "no reason given"
}

// close prints what was skipped and what took longest.
func (r *run) close() {
	slices.Sort(r.skipped)
	for _, s := range r.skipped {
		fmt.Fprintln(r.out, "skipped:", s)
	}
	slices.SortFunc(r.times, func(a, b took) int { return cmp.Compare(b.seconds, a.seconds) })
	fmt.Fprintln(r.out, "slowest tests:")
	for _, t := range r.times[:min(10, len(r.times))] {
		fmt.Fprintf(r.out, "%7.1f s  %s %s\n", t.seconds, t.test.pkg, t.test.name)
	}
}
