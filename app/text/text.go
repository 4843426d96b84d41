// Package text holds every sentence and name that a person reads, Vietnamese and English, one per code.
// It imports nothing of ours: other rooms hand it a code and arguments and never a sentence.
package text

import (
	"embed"
	"encoding/json"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

//go:embed vi.json en.json
var files embed.FS

// Lang is a language of the interface.
type Lang string

// The languages; Vietnamese is the first.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Other is the other language.
func Other(lang Lang) Lang {
	if lang == English {
		return Vietnamese
	}
	return English
}

// Table is the sentences of one language.
type Table struct {
	lang  Lang
	lines map[string]string
}

// Load reads the table of a language; anything but English is Vietnamese.
func Load(lang Lang) (*Table, error) {
	if lang != English {
		lang = Vietnamese
	}
	raw, err := files.ReadFile(string(lang) + ".json")
	if err != nil {
		return nil, err
	}
	t := &Table{lang: lang}
	if err := json.Unmarshal(raw, &t.lines); err != nil {
		return nil, fmt.Errorf("text %s: %w", lang, err)
	}
	return t, nil
}

// Lang is the language of the table.
func (t *Table) Lang() Lang { return t.lang }

// Has reports whether a code has a sentence.
func (t *Table) Has(code string) bool { _, ok := t.lines[code]; return ok }

// Codes lists all codes in order.
func (t *Table) Codes() []string {
	codes := make([]string, 0, len(t.lines))
	for c := range t.lines {
		codes = append(codes, c)
	}
	sort.Strings(codes)
	return codes
}

// slot is a place for an argument, {0}, or words that follow its number, {0:day|days}.
var slot = regexp.MustCompile(`\{(\d+)(?::([^|{}]*)\|([^|{}]*))?\}`)

// Line is the sentence of a code as it stands in the table, with its places; empty where there is none.
func (t *Table) Line(code string) string { return t.lines[code] }

// Say is the sentence of a code with its arguments put in for {0}, {1} …; {0:day|days} is the first word where argument
// 0 is one, the second where it is not. A code without a sentence comes back as itself, so that nothing is hidden; a
// test holds that no code in use lacks one.
func (t *Table) Say(code string, args ...any) string {
	line, ok := t.lines[code]
	if !ok {
		if len(args) == 0 {
			return code
		}
		return code + " " + fmt.Sprint(args...)
	}
	if !strings.Contains(line, "{") {
		return line
	}
	return slot.ReplaceAllStringFunc(line, func(m string) string {
		part := slot.FindStringSubmatch(m)
		n, _ := strconv.Atoi(part[1])
		if n >= len(args) {
			return "…"
		}
		said := fmt.Sprint(args[n])
		switch {
		case m == "{"+part[1]+"}":
			return said
		case said == "1":
			return part[2]
		}
		return part[3]
	})
}

// Name is the name of a value of an enumeration: Name("conclusion", "abolish") is "Bãi bỏ". An empty value
// has the name of "none" in that enumeration.
func (t *Table) Name(enum, value string) string {
	if value == "" {
		value = "none"
	}
	if s, ok := t.lines[enum+"."+value]; ok {
		return s
	}
	return value
}

var index = regexp.MustCompile(`\[(\d+)\]`)

// Place writes the path of a field for the reader of a file, who finds its keys there: "before[2].hours" is "before,
// dòng 3, hours".
func (t *Table) Place(field string) string {
	field = index.ReplaceAllStringFunc(field, func(m string) string {
		n, _ := strconv.Atoi(m[1 : len(m)-1])
		return ", " + t.Say("place.row", n+1) + ","
	})
	field = strings.ReplaceAll(field, ",.", ", ")
	return strings.Trim(strings.ReplaceAll(field, ",,", ","), " ,")
}

// PlaceName writes the path of a field for the reader of a page, by the names of what is on it: "before[2].hours" is
// "bảng hiện tại, dòng 3, thời gian (giờ)". A part of the path without a name is left out.
func (t *Table) PlaceName(field string) string {
	var names []string
	for part := range strings.SplitSeq(field, ".") {
		name, row, _ := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		if s, ok := t.lines["field."+name]; ok {
			names = append(names, s)
		}
		if n, err := strconv.Atoi(row); err == nil {
			names = append(names, t.Say("place.row", n+1))
		}
	}
	return strings.Join(names, ", ")
}
