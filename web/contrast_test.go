package web_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every ink can be read on every ground that it stands on: at least 4.5 : 1 in both schemes and in print,
// and 3 : 1 for the edges of fields and the bars.
func TestContrast(t *testing.T) {
	text, err := os.ReadFile("front/css/_tokens.scss")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, ok := strings.Cut(string(text), "@media (prefers-color-scheme: dark)")
	dark, print, ok2 := strings.Cut(rest, "@media print")
	if !ok || !ok2 {
		t.Fatal("_tokens.scss: the three sets of tokens are not found")
	}
	base := declarations(light)
	schemes := map[string]map[string]string{
		"light": base,
		"dark":  over(base, declarations(dark)),
		"print": over(base, declarations(print)),
	}
	for name, tokens := range schemes {
		t.Run(name, func(t *testing.T) { checkContrast(t, tokens) })
	}
}

func checkContrast(t *testing.T, tokens map[string]string) {
	everywhere := []string{"ground", "surface", "sunk"}
	pairs := []struct {
		ink     string
		grounds []string
		least   float64
	}{
		{
			"ink",
			append(
				everywhere,
				"accent-ground",
				"met-ground",
				"warning-ground",
				"removed-ground",
				"added-ground",
				"mark-ground",
			),
			4.5,
		},
		{"soft", append(everywhere, "accent-ground", "mark-ground"), 4.5},
		{"accent", append(everywhere, "accent-ground", "mark-ground"), 4.5},
		{"accent-strong", append(everywhere, "accent-ground", "mark-ground"), 4.5},
		{"met", append(everywhere, "met-ground", "accent-ground"), 4.5},
		{"warning", append(everywhere, "warning-ground", "accent-ground"), 4.5},
		{"danger", append(everywhere, "removed-ground", "accent-ground"), 4.5},
		{"on-accent", []string{"accent", "accent-strong"}, 4.5},
		{"edge", everywhere, 3},
	}
	for _, p := range pairs {
		for _, ground := range p.grounds {
			if p.ink == "on-accent" && tokens["--color-accent"] == tokens["--color-on-accent"] {
				continue // print: no button is filled
			}
			got := contrast(t, tokens, "--color-"+p.ink, "--color-"+ground)
			if got < p.least {
				t.Errorf("%s on %s: %.2f : 1, want at least %.1f", p.ink, ground, got, p.least)
			}
		}
	}
}

var declaration = regexp.MustCompile(`(--[a-z-]+):\s*([^;]+);`)

func declarations(css string) map[string]string {
	out := map[string]string{}
	for _, m := range declaration.FindAllStringSubmatch(css, -1) {
		out[m[1]] = m[2]
	}
	return out
}

func over(base, more map[string]string) map[string]string {
	out := map[string]string{}
	for k, v := range base {
		out[k] = v
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func contrast(t *testing.T, tokens map[string]string, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, tokens, a), luminance(t, tokens, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, tokens map[string]string, name string) float64 {
	t.Helper()
	v := tokens[name]
	if inner, ok := strings.CutPrefix(v, "var("); ok {
		v = tokens[strings.TrimSuffix(inner, ")")]
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(v, "#"), 16, 32)
	if err != nil || len(v) != 7 {
		t.Fatalf("%s: %q is no colour", name, v)
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}

// A colour is named in _tokens.scss alone; _bootstrap.scss needs one for Bootstrap's own arithmetic.
func TestColoursAreTokens(t *testing.T) {
	colour := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(`)
	for _, dir := range []string{"front/css", "front/css/part"} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if f.IsDir() || f.Name() == "_tokens.scss" || f.Name() == "_bootstrap.scss" {
				continue
			}
			text, err := os.ReadFile(dir + "/" + f.Name())
			if err != nil {
				t.Fatal(err)
			}
			if c := colour.Find(text); c != nil {
				t.Errorf("%s/%s names the colour %s", dir, f.Name(), c)
			}
		}
	}
}
