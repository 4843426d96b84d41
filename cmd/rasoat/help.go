package main

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"rasoat/app/text"
)

// translate gives the command line its help in the language of a table: "cli.serve" is what a command does,
// "cli.serve.addr" what an argument or an option of it is, "cli.json" what an option is on every command.
func translate(k *kong.Kong, t *text.Table) {
	k.Model.HelpFlag.Help = t.Say("cli.help")
	_ = kong.Visit(k.Model, func(n kong.Visitable, next kong.Next) error {
		switch x := n.(type) {
		case *kong.Node:
			if x.Type == kong.CommandNode {
				x.Help = t.Say(helpCode(t, x, ""))
			}
			for _, p := range x.Positional {
				p.Help = t.Say(helpCode(t, x, p.Name))
			}
			for _, f := range x.Flags {
				if f != k.Model.HelpFlag {
					f.Help = t.Say(helpCode(t, x, f.Name))
				}
			}
		case *kong.Application:
			for _, f := range x.Flags {
				if f != k.Model.HelpFlag {
					f.Help = t.Say(helpCode(t, x.Node, f.Name))
				}
			}
		}
		return next(nil)
	})
}

// helpCode is under which code the help of a command stands, or of what it takes.
func helpCode(t *text.Table, n *kong.Node, name string) string {
	path := "cli"
	if n.Type == kong.CommandNode {
		path += "." + strings.ReplaceAll(strings.TrimPrefix(n.FullPath(), "rasoat "), " ", ".")
	}
	switch {
	case name == "":
		return path
	case t.Has(path + "." + name):
		return path + "." + name
	}
	return "cli." + name
}

// helpIn prints help as kong does, with its headings in the language of a table.
func helpIn(t *text.Table) kong.HelpPrinter {
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		var page bytes.Buffer
		out := ctx.Stdout
		ctx.Stdout = &page
		err := kong.DefaultHelpPrinter(options, ctx)
		ctx.Stdout = out
		if err != nil {
			return err
		}
		headings := strings.NewReplacer(
			"Usage: ", t.Say("cli.heading.usage")+" ",
			"\nArguments:\n", "\n"+t.Say("cli.heading.arguments")+"\n",
			"\nFlags:\n", "\n"+t.Say("cli.heading.options")+"\n",
			"\nCommands:\n", "\n"+t.Say("cli.heading.commands")+"\n",
			`Run "rasoat <command> --help" for more information on a command.`, t.Say("cli.heading.more"),
		)
		_, err = headings.WriteString(out, page.String())
		return err
	}
}

// parseFaults are the sentences in which kong refuses a command line, and our codes for them; the groups are the
// arguments. A sentence that is not here is passed on as it is.
var parseFaults = []struct {
	form *regexp.Regexp
	code string
}{
	{regexp.MustCompile(`^unknown flag (\S+?)(?:, did you mean .*)?$`), "cli.fault.option"},
	{regexp.MustCompile(`^unexpected argument (.+?)(?:, did you mean .*)?$`), "cli.fault.argument"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "cli.fault.missing"},
	{regexp.MustCompile(`^expected one of (.+)$`), "cli.fault.command"},
	{regexp.MustCompile(`^expected (.+)$`), "cli.fault.missing"},
	{regexp.MustCompile(`^(\S+) must be one of (.+) but got "(.*)"$`), "cli.fault.choice"},
	{regexp.MustCompile(`^(\S+?)(?:=\S+)?: expected .* but got "(.*?)"(?: \(.*\))?$`), "cli.fault.value"},
	{regexp.MustCompile(`^(\S+?)(?:=\S+)?: missing value`), "cli.fault.no_value"},
}

// parseFault says why a command line was refused.
func parseFault(t *text.Table, err error) string {
	for _, f := range parseFaults {
		m := f.form.FindStringSubmatch(err.Error())
		if m == nil {
			continue
		}
		args := make([]any, len(m)-1)
		for i, a := range m[1:] {
			args[i] = a
		}
		return t.Say(f.code, args...)
	}
	return err.Error()
}
