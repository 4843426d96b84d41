// Command rasoat keeps a commune's catalogue of administrative procedures, reviews them, prices compliance
// and reports. This package is the doors: it reads flags and the environment, wires the rooms and prints;
// it decides nothing.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"rasoat/app/text"
	"rasoat/value"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
}

// Exit statuses (interface.md, Commands).
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// cli is the command line; its help stands in app/text (see translate).
type cli struct {
	Data string `default:"data" env:"RASOAT_DATA" placeholder:"DIR"`

	Cost    costCmd    `cmd:""`
	Export  exportCmd  `cmd:""`
	Import  importCmd  `cmd:""`
	Reindex reindexCmd `cmd:""`
	Report  reportCmd  `cmd:""`
	Search  searchCmd  `cmd:""`
	Serve   serveCmd   `cmd:""`
	Targets targetsCmd `cmd:""`
	User    userCmd    `cmd:""`
	Version versionCmd `cmd:""`
}

// world is what a command may touch of the machine.
type world struct {
	ctx    context.Context
	data   string
	getenv func(string) string
	in     io.Reader
	out    io.Writer
	err    io.Writer
	text   *text.Table
	now    func() time.Time
	log    *slog.Logger
}

// errUsage is a wrong use of the command: exit status 2.
type errUsage struct{ err error }

func (e errUsage) Error() string { return e.err.Error() }
func (e errUsage) Unwrap() error { return e.err }

// errAnswered ends a command that failed after it printed its document.
var errAnswered = errors.New("answered")

// run is the whole program; tests call it too.
func run(ctx context.Context, args []string, getenv func(string) string, in io.Reader, out, errw io.Writer) int {
	table, err := text.Load(text.Lang(getenv("RASOAT_LANG")))
	if err != nil {
		fmt.Fprintln(errw, err)
		return exitFailed
	}
	w := &world{ctx: ctx, getenv: getenv, in: in, out: out, err: errw, text: table,
		log: slog.New(slog.NewTextHandler(errw, &slog.HandlerOptions{Level: slog.LevelWarn}))}
	today := getenv("RASOAT_TODAY")
	if w.now, err = clock(today); err != nil {
		return w.fail(errUsage{value.Problems{{Field: "RASOAT_TODAY", Code: "date.form", Args: []any{today}}}})
	}
	var c cli
	exited := -1
	parser, err := kong.New(
		&c,
		kong.Name("rasoat"),
		kong.Description(table.Say("cli.status")),
		kong.Writers(out, errw),
		kong.Exit(func(code int) { exited = code }),
		kong.Help(helpIn(table)),
		kong.UsageOnError(),
	)
	if err != nil {
		return w.fail(err)
	}
	translate(parser, table)
	parsed, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(errw, table.Say("usage", parseFault(table, err)))
		return exitUsage
	}
	w.data = c.Data
	if err := parsed.Run(w); err != nil {
		return w.fail(err)
	}
	return exitDone
}

// clock is the machine's, or one that holds the day while the time of day runs on.
func clock(day string) (func() time.Time, error) {
	if day == "" {
		return time.Now, nil
	}
	held, err := value.ParseDate(day)
	if err != nil {
		return nil, err
	}
	return func() time.Time {
		now := time.Now()
		return held.Start().Add(now.Sub(value.On(now).Start()))
	}, nil
}

// fail says on standard error what went wrong, a line for each problem, and gives the exit status.
func (w *world) fail(err error) int {
	var usage errUsage
	status := exitFailed
	if errors.As(err, &usage) {
		status = exitUsage
	}
	if errors.Is(err, errAnswered) {
		return status
	}
	for _, line := range w.sentences(err) {
		fmt.Fprintln(w.err, line)
	}
	return status
}
