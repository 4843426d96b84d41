package web

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"text/template/parse"
)

// eachTemplate calls visit with the text of every template of every room.
func eachTemplate(t *testing.T, visit func(name, text string)) {
	t.Helper()
	for room, files := range templates {
		err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(files, name)
			if err == nil {
				visit(room+"/"+name, string(text))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Every file says in its first line what it runs on, and nothing in it needs a policy laxer than
// default-src 'self': no style and no script inside the page.
func TestTemplatesAreTyped(t *testing.T) {
	first := regexp.MustCompile(`^\{\{- /\* (page|part|layout): \S.* \*/ -\}\}\n`)
	inline := regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|<script(?:>| [^>]*>[^<])|javascript:`)
	eachTemplate(t, func(name, text string) {
		if !first.MatchString(text) {
			t.Errorf("%s: the first line does not name its view model", name)
		}
		if m := inline.FindString(text); m != "" {
			t.Errorf("%s: %q inside the page", name, m)
		}
	})
}

// Templates compute nothing: they compare, ask how many there are and put the name of a sentence together, but cut and
// count nothing. The kit's own functions write values and say words (page/write.go, page/words.go).
func TestTemplatesComputeNothing(t *testing.T) {
	computing := map[string]bool{}
	for _, f := range strings.Fields("call html index js printf println slice urlquery") {
		computing[f] = true
	}
	eachTemplate(t, func(name, text string) {
		tree := parse.New(name)
		tree.Mode = parse.SkipFuncCheck
		all := map[string]*parse.Tree{}
		if _, err := tree.Parse(strings.TrimSpace(text), "", "", all); err != nil {
			t.Fatal(err)
		}
		for at, tree := range all {
			eachIdentifier(tree.Root, func(name string) {
				if computing[name] {
					t.Errorf("template %s calls %s", at, name)
				}
			})
		}
	})
}

func eachIdentifier(n parse.Node, visit func(string)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, x := range n.Nodes {
			eachIdentifier(x, visit)
		}
	case *parse.ActionNode:
		eachIdentifier(n.Pipe, visit)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			for _, a := range c.Args {
				eachIdentifier(a, visit)
			}
		}
	case *parse.IdentifierNode:
		visit(n.Ident)
	case *parse.IfNode:
		eachBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		eachBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		eachBranch(&n.BranchNode, visit)
	case *parse.TemplateNode:
		eachIdentifier(n.Pipe, visit)
	}
}

func eachBranch(n *parse.BranchNode, visit func(string)) {
	eachIdentifier(n.Pipe, visit)
	eachIdentifier(n.List, visit)
	eachIdentifier(n.ElseList, visit)
}
