package web_test

import (
	"bytes"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// pageForm is a form as it stands on a page, with the values that stand in it.
type pageForm struct {
	action string     // the address it is sent to
	files  bool       // it is sent with files
	values url.Values // what its own button sends
	typed  []string   // names of the fields that a person types into or chooses in
}

// isSame reports whether a form goes where another does and asks for the same; it may have come to ask for more.
func (f pageForm) isSame(other pageForm) bool {
	lacks := func(name string) bool { return !slices.Contains(f.typed, name) }
	return f.action == other.action && !slices.ContainsFunc(other.typed, lacks)
}

// formsOf are the forms of a page that are sent to an address by POST, those of the frame around it left out.
func formsOf(t *testing.T, at, body string) []pageForm {
	t.Helper()
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var out []pageForm
	for n := range root.Descendants() {
		if n.Data != "form" || !strings.EqualFold(attribute(n, "method"), "post") || hasAttribute(n, "data-frame") {
			continue
		}
		f := pageForm{
			action: attribute(n, "action"),
			files:  attribute(n, "enctype") == "multipart/form-data",
			values: url.Values{},
		}
		if f.action == "" {
			f.action = at
		}
		id, button := attribute(n, "id"), false
		for x := range root.Descendants() {
			if within(x, n) || id != "" && attribute(x, "form") == id {
				f.add(x, &button)
			}
		}
		out = append(out, f)
	}
	return out
}

// add takes up one field; of the buttons the first is pressed.
func (f *pageForm) add(x *html.Node, button *bool) {
	name := attribute(x, "name")
	value := attribute(x, "value")
	kind := attribute(x, "type")
	switch {
	case x.Data == "button" && (kind == "submit" || kind == "") && !*button:
		if *button = true; name != "" {
			f.values.Add(name, value)
		}
	case name == "" || hasAttribute(x, "disabled"):
	case name == "website": // a trap that people do not see
	case x.Data == "textarea":
		f.values.Add(name, strings.TrimPrefix(textOf(x), "\n"))
		f.typed = append(f.typed, name)
	case x.Data == "select":
		f.values.Add(name, chosen(x))
		f.typed = append(f.typed, name)
	case x.Data != "input" || kind == "file" || kind == "submit":
	case kind == "hidden":
		f.values.Add(name, value)
	case kind == "checkbox" || kind == "radio":
		if hasAttribute(x, "checked") {
			f.values.Add(name, value)
		}
		if !slices.Contains(f.typed, name) {
			f.typed = append(f.typed, name)
		}
	default:
		f.values.Add(name, value)
		f.typed = append(f.typed, name)
	}
}

// chosen is the value of the option that is selected, else of the first.
func chosen(x *html.Node) (value string) {
	first := true
	for o := range x.Descendants() {
		if o.Data == "option" && (first || hasAttribute(o, "selected")) {
			if value = attribute(o, "value"); !hasAttribute(o, "value") {
				value = textOf(o)
			}
			first = false
		}
	}
	return value
}

func textOf(x *html.Node) string {
	var b strings.Builder
	for n := range x.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func within(x, n *html.Node) bool {
	for ; x != nil; x = x.Parent {
		if x == n {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// route is the address of a form as the routes spell it.
func (f pageForm) route(routes page.Forms) string {
	path, _, _ := strings.Cut(f.action, "#")
	path, _, _ = strings.Cut(path, "?")
	if routes[path] {
		return path
	}
	parts := strings.Split(path, "/")
	for r := range routes {
		like := strings.Split(r, "/")
		same := len(like) == len(parts)
		for i := range like {
			same = same && (like[i] == parts[i] || strings.HasPrefix(like[i], ":"))
		}
		if same {
			return r
		}
	}
	return ""
}

// with is the form with other values.
func (f pageForm) with(pairs ...string) pageForm {
	f.values = maps.Clone(f.values)
	for i := 0; i+1 < len(pairs); i += 2 {
		f.values[pairs[i]] = []string{pairs[i+1]}
	}
	return f
}

// send sends a form as a browser does; no file is chosen.
func send(c *webtest.Client, f pageForm) webtest.Response {
	c.T.Helper()
	body, kind := strings.NewReader(f.values.Encode()), "application/x-www-form-urlencoded"
	if f.files {
		var b bytes.Buffer
		w := multipart.NewWriter(&b)
		for name, values := range f.values {
			for _, v := range values {
				if err := w.WriteField(name, v); err != nil {
					c.T.Error(err)
				}
			}
		}
		if err := w.Close(); err != nil {
			c.T.Error(err)
		}
		body, kind = strings.NewReader(b.String()), w.FormDataContentType()
	}
	r, err := http.NewRequestWithContext(c.T.Context(), http.MethodPost, c.Site.Address+f.action, body)
	if err != nil {
		c.T.Error(err)
		return webtest.Response{}
	}
	r.Header.Set("Content-Type", kind)
	return c.Do(r)
}
