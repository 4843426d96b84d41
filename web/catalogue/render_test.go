package catalogue

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rasoat/tools/pagetest"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(
		t,
		"catalogue",
		Templates,
		slices.Concat(catalogueSamples(), publicSamples(), vocabularySamples(), workSamples()),
	)
}

func TestPartsFitTheirModels(t *testing.T) {
	pagetest.PartsFit(t, "catalogue", Templates, partSamples())
}

// A page that fails half way leaves nothing behind.
func TestPageWritesAllOrNothing(t *testing.T) {
	r := pagetest.Renderer(t, "catalogue", Templates)
	var page bytes.Buffer
	if err := r.Page(&page, "catalogue/home", results{}); err == nil {
		t.Error("a model of another page was accepted")
	}
	if err := r.Page(&page, "no/such", home{}); err == nil {
		t.Error("an unknown page was accepted")
	}
	if err := r.Part(&page, "part/no_such", nil); err == nil {
		t.Error("an unknown part was accepted")
	}
	if page.Len() != 0 {
		t.Errorf("%d bytes were written", page.Len())
	}
}

// What was searched for and what was typed is text, never markup.
func TestPageEscapes(t *testing.T) {
	r := pagetest.Renderer(t, "catalogue", Templates)
	m := sampleResults()
	m.For, m.Query = `<script>alert(1)</script>`, `"><b>`
	var page bytes.Buffer
	if err := r.Page(&page, "catalogue/results", m); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>alert", `""><b>`} {
		if strings.Contains(page.String(), bad) {
			t.Errorf("page holds %q", bad)
		}
	}
}
