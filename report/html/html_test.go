package html

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
)

// The page holds the figures, escapes what people wrote and asks no other host.
func TestWrite(t *testing.T) {
	d := reporttest.ExampleD(t).Document()
	d.Body = append(d.Body, report.Paragraph{Runs: report.Text("<script>x</script>")})
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{"18,60%", "86,00%", "25,00%", "&lt;script&gt;", `class="hole"`, "112.787.888"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if regexp.MustCompile(`src=|href="[^#]|url\(|<script`).MatchString(page) {
		t.Error("the page asks for something else or runs a script")
	}
}
