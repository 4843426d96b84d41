package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/value"
	"rasoat/viet"
)

// maxForm is how many bytes a form without files may have; maxUpload is for one with files (issue: 16 MiB as sent).
const (
	maxForm   = 2 << 20
	maxUpload = 16 << 20
)

// posted is what a form sent, as it was typed. A form that is too large or cannot be read is refused.
func (s *Server) posted(c *gin.Context) (url.Values, error) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxForm)
	if err := c.Request.ParseForm(); err != nil {
		return nil, unreadable(err)
	}
	return c.Request.PostForm, nil
}

// uploaded is posted for a form with files; they lie in c.Request.MultipartForm.
func (s *Server) uploaded(c *gin.Context) (url.Values, error) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxUpload+maxForm)
	if err := c.Request.ParseMultipartForm(maxForm); err != nil {
		return nil, unreadable(err)
	}
	return url.Values(c.Request.MultipartForm.Value), nil
}

// unreadable is why a form was not read, as a problem of the whole form.
func unreadable(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return value.Problems{{Code: "form.too_large", Args: []any{large.Limit >> 20}}}
	}
	return value.Problems{{Code: "form.unreadable"}}
}

// formView makes the fields of a page out of what was typed and what is wrong with it. Fields are asked for in
// the order of the page: the first with a problem gets the focus.
type formView struct {
	s        *Server
	typed    url.Values
	problems value.Problems
	taken    []bool // problems that stand at their field
	lines    errorSummary
	focused  bool
}

// form begins a page's fields. Typed holds what stands in them, by field name; problems may be nil.
func (s *Server) form(typed url.Values, problems value.Problems) *formView {
	return &formView{s: s, typed: typed, problems: problems, taken: make([]bool, len(problems))}
}

// field is one field: its value as typed and its problem, where it has one.
func (f *formView) field(id, label string, more ...func(*field)) field {
	out := field{ID: id, Label: label, Value: f.typed.Get(id), Problem: f.problem(id, label)}
	for _, m := range more {
		m(&out)
	}
	for i := range out.Options {
		out.Options[i].Selected = out.Options[i].Value == out.Value
	}
	if len(f.problems) > 0 {
		out.Focus = out.Problem != "" && !f.focused
		f.focused = f.focused || out.Problem != ""
	}
	return out
}

// problem is the sentences at a field, "" where nothing is wrong with it; the summary leads to it.
func (f *formView) problem(id, label string) string {
	var all []string
	for i, p := range f.problems {
		if p.Field != id || f.taken[i] {
			continue
		}
		f.taken[i] = true
		text := f.s.sentence(p)
		f.lines = append(f.lines, fieldProblem{Href: "#" + id, Text: label + ": " + text})
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// summary is what stands at the top of a refused form: the problems of the fields asked for so far, then those
// that no field took.
func (f *formView) summary() errorSummary {
	out := slices.Clone(f.lines)
	for i, p := range f.problems {
		if f.taken[i] {
			continue
		}
		text := f.s.sentence(p)
		if place := capital(f.s.text.PlaceName(p.Field)); place != "" && p.Field != "action" {
			text = place + ": " + text
		}
		out = append(out, fieldProblem{Text: text})
	}
	return out
}

// sentence says a problem to a person, with a capital letter and its arguments by name where they are values of
// an enumeration.
func (s *Server) sentence(p value.Problem) string { return capital(s.said(p)) }

// said is a problem within a sentence: after the place that it speaks of.
func (s *Server) said(p value.Problem) string {
	p = s.named(p)
	if strings.HasSuffix(p.Code, ".unknown") && len(p.Args) > 0 && p.Args[0] == "" {
		return s.text.Say("value.not_chosen")
	}
	return s.text.Say(p.Code, p.Args...)
}

func capital(text string) string { return viet.Capital(text) }

// What a field may be beside its name, label and value.

func need(f *field) { f.Need = true }

// focused puts the focus into a field of a short form where nothing is wrong yet.
func focused(f *field) { f.Focus = true }

func kind(t string) func(*field)  { return func(f *field) { f.Type = t } }
func auto(a string) func(*field)  { return func(f *field) { f.Auto = a } }
func width(w string) func(*field) { return func(f *field) { f.Width = w } }
func rows(n int) func(*field)     { return func(f *field) { f.Rows = n } }
func hint(h string) func(*field)  { return func(f *field) { f.Hint = h } }
func choose(o ...option) func(*field) {
	return func(f *field) { f.Type, f.Options = "select", slices.Clone(o) } // each field marks its own choice
}
