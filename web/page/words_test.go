package page

import (
	"html/template"
	"strings"
	"testing"

	"rasoat/app/text"
	"rasoat/value"
	"rasoat/web/field"
)

// A sentence with markup holds its arguments as text, unless they are links or badges.
func TestWords(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		arg  any
		want string
	}{
		{`<b>"a" & b</b>`, "&lt;b&gt;&#34;a&#34; &amp; b&lt;/b&gt;"},
		{12, "12"},
		{Link{Text: "a<b", Href: `/?q="x"&y=1`}, `<a href="/?q=&#34;x&#34;&amp;y=1">a&lt;b</a>`},
		{Link{Text: "a<b"}, "a&lt;b"},
		{[]Link{{Text: "a", Href: "/a"}, {Text: "b"}}, `<a href="/a">a</a>, b`},
		{Badge{Text: "đạt", Tone: "met"}, `<span class="badge-word is-met">đạt</span>`},
		{Badge{Text: "đạt"}, `<span class="badge-word">đạt</span>`},
	} {
		if got := string(markup(tt.arg)); got != tt.want {
			t.Errorf("%v is %s, want %s", tt.arg, got, tt.want)
		}
	}
	either := words(table)["either"].(func([]Link) template.HTML)
	links := []Link{{Text: "a", Href: "/a"}, {Text: "b", Href: "/b"}, {Text: "c", Href: "/c"}}
	want := template.HTML(`<a href="/a">a</a> hoặc <a href="/b">b</a> hoặc <a href="/c">c</a>`)
	if got := either(links); got != want {
		t.Errorf("a choice is %s, want %s", got, want)
	}
	if table.Say("links.or", "a", "b") != "a hoặc b" {
		t.Error("a choice reads otherwise")
	}
}

// A problem names the place and its values as the page does, never as the program does.
func TestProblemsAreSaidByName(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	f := field.NewSheet(table, nil, value.Problems{
		{Field: "status", Code: "value.unknown", Args: []any{""}},
		{Field: "methods[1].limit.number", Code: "number.negative", Args: []any{-3}},
		{Field: "no_such_thing", Code: "date.future", Args: []any{""}},
	})
	var got []string
	for _, line := range f.Summary() {
		got = append(got, line.Text)
	}
	want := []string{"Trạng thái: Chưa chọn.", "Cách thức thực hiện, dòng 2, thời hạn giải quyết, số: "}
	for i, w := range want {
		if !strings.HasPrefix(got[i], w) {
			t.Errorf("%q, want %q", got[i], w)
		}
	}
	if strings.Contains(got[2], "no_such") {
		t.Errorf("%q names a field of the program", got[2])
	}
}

// Every gap that a document may have is named in the language of the page.
func TestHolesHaveNames(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	english, err := text.Load(text.English)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, code := range table.Codes() {
		if !strings.HasPrefix(code, "hole.") {
			continue
		}
		found++
		name := []string{table.Line(code)}
		if got := Holes(table, name); got[0] != name[0] {
			t.Errorf("%q is said %q", name[0], got[0])
		}
		if got := Holes(english, name); got[0] != english.Line(code) {
			t.Errorf("%q is said %q in English", name[0], got[0])
		}
	}
	if found < 40 {
		t.Errorf("only %d gaps have names", found)
	}
	if got := Holes(english, []string{"nội dung của NB-01"}); got[0] != "nội dung của NB-01" {
		t.Errorf("%q", got)
	}
}
