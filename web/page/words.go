package page

import (
	"html/template"
	"regexp"
	"slices"
	"strings"
	"time"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// words are the functions with which a template speaks the language of a table. No sentence stands in a template.
//
//	{{say "year.table"}}                  the sentence of a code, with its arguments in the places {0}, {1} …
//	{{rich "compare.key" .From .To}}      the same, where the sentence holds markup (<strong>, <a href="{0}">):
//	                                      links and badges among the arguments stand as such, all else as text
//	{{link .Href .What}}                  one link, as an argument of rich; without an address its text alone
//	{{vietnamese}}                        inside a tag: marks content that is Vietnamese in either language
//	{{either .Examples}}                  links as a choice: "a or b"; a list of links given to rich is "a, b"
func words(t *text.Table) template.FuncMap {
	return template.FuncMap{
		"lang": func() string { return string(t.Lang()) },
		"vietnamese": func() template.HTMLAttr {
			if t.Lang() == text.Vietnamese {
				return ""
			}
			return ` lang="vi"`
		},
		"say": t.Say,
		"rich": func(code string, args ...any) template.HTML {
			marked := make([]any, len(args))
			for i, a := range args {
				marked[i] = markup(a)
			}
			return template.HTML(t.Say(code, marked...)) //nolint:gosec // the table is ours, the arguments are escaped
		},
		"link": func(href, text string) Link { return Link{Text: text, Href: href} },
		"either": func(links []Link) template.HTML {
			var all template.HTML
			for i, l := range links {
				if i == 0 {
					all = markup(l)
					continue
				}
				all = template.HTML(t.Say("links.or", all, markup(l))) //nolint:gosec // made of escaped links
			}
			return all
		},
	}
}

// markup writes an argument of a sentence that holds markup: escaped, unless it is a link, links or a badge.
func markup(arg any) template.HTML {
	switch a := arg.(type) {
	case template.HTML:
		return a
	case Link:
		if a.Href == "" {
			return markup(a.Text)
		}
		return `<a href="` + markup(a.Href) + `">` + markup(a.Text) + `</a>`
	case []Link:
		all := make([]string, len(a))
		for i, l := range a {
			all[i] = string(markup(l))
		}
		return template.HTML(strings.Join(all, ", ")) //nolint:gosec // made of escaped links
	case Badge:
		class := "badge-word"
		if a.Tone != "" {
			class += " is-" + a.Tone
		}
		return `<span class="` + markup(class) + `">` + markup(a.Text) + `</span>`
	}
	return template.HTML(template.HTMLEscaper(arg)) //nolint:gosec // escaped
}

// notInCode is what a code has no place for.
var notInCode = regexp.MustCompile(`[^a-z0-9]+`)

// Holes are what a document lacks, as the page says it. A document names its gaps in Vietnamese: "số văn bản" stands in
// app/text under hole.so_van_ban. What is not there names something of the commune's own and stays.
func Holes(t *text.Table, names []string) []string {
	out := slices.Clone(names)
	for i, name := range out {
		if code := "hole." + notInCode.ReplaceAllString(viet.Fold(name), "_"); t.Has(code) {
			out[i] = t.Say(code)
		}
	}
	return out
}

// Moment is day and minute in Vietnam: "15/7/2024 08:05".
func Moment(t time.Time) string {
	return viet.ShortDate(value.On(t)) + " " + t.In(value.Vietnam).Format("15:04")
}

// DeadlineWords is a deadline as the plan writes it: "trước ngày 10/8/2025", "chậm nhất ngày 10/8/2025".
func (k *Kit) DeadlineWords(d value.Date, inclusive bool) string {
	switch {
	case d.IsZero():
		return ""
	case inclusive:
		return k.Text.Say("planform.on", viet.ShortDate(d))
	}
	return k.Text.Say("planform.before", viet.ShortDate(d))
}

// Joined joins the words that are not empty.
func Joined(sep string, words ...string) string {
	var out []string
	for _, w := range words {
		if strings.TrimSpace(w) != "" {
			out = append(out, strings.TrimSpace(w))
		}
	}
	return strings.Join(out, sep)
}

// ServicesState says in one line how far the reviews are and what those approved take off the user's shoulders.
func (k *Kit) ServicesState(all app.Restructurings) string {
	n := all.Count
	words := []string{k.Text.Say("services.state", n.Begun, n.Reviewed, n.Granted)}
	if n.Granted > 0 {
		if saved := k.SavedInWords(n.Before.Minus(n.After)); saved != "" {
			words = append(words, k.Text.Say("services.saved", saved))
		}
	}
	return Joined(" · ", words...)
}

// SavedInWords says what the user is spared, and what comes on top; nothing where neither.
func (k *Kit) SavedInWords(saved review.Burden) string {
	var parts []string
	for _, x := range []struct {
		name string
		n    int
	}{
		{"step", saved.Steps},
		{"trip", saved.Trips},
		{"paper", saved.Papers},
		{"retyping", saved.Retyped},
		{"minute", saved.Minutes},
	} {
		switch {
		case x.n > 0:
			parts = append(parts, k.Text.Say("services.fewer", viet.Number(int64(x.n)), k.Text.Say("services."+x.name)))
		case x.n < 0:
			name := k.Text.Say("services." + x.name)
			parts = append(parts, k.Text.Say("services.extra", viet.Number(int64(-x.n)), name))
		}
	}
	return strings.Join(parts, ", ")
}
