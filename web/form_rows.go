package web

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A form with lists spells its fields as the problems of catalog.Check do: "dossier[0].papers[1].name". Rows are
// numbered in the order in which they stand; a row that was taken out leaves a gap until the form is tidied.

// rowNumbers are the numbers of the rows of a list that a form sent, in order.
func rowNumbers(v url.Values, list string) []int {
	form := regexp.MustCompile(`^` + regexp.QuoteMeta(list) + `\[(\d{1,4})\]\.`)
	var out []int
	for key := range v {
		if m := form.FindStringSubmatch(key); m != nil {
			n, _ := strconv.Atoi(m[1]) // four digits at most
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// rowName is the name of one row of a list: "steps[2]".
func rowName(list string, n int) string { return list + "[" + strconv.Itoa(n) + "]" }

// renumber moves the rows of a list to the numbers 0, 1, 2 … and leaves out those that keep says nothing stands in;
// nil keeps all.
func renumber(v url.Values, list string, keep func(row string) bool) {
	rows := rowNumbers(v, list)
	moved := url.Values{}
	to := 0
	for _, n := range rows {
		from := rowName(list, n)
		kept := keep == nil || keep(from)
		for key, values := range v {
			rest, ours := strings.CutPrefix(key, from+".")
			if !ours {
				continue
			}
			if kept {
				moved[rowName(list, to)+"."+rest] = values
			}
			delete(v, key)
		}
		if kept {
			to++
		}
	}
	for key, values := range moved {
		v[key] = values
	}
}

// isBlank reports whether nothing was typed or chosen in a row.
func isBlank(v url.Values, row string) bool {
	for key, values := range v {
		if strings.HasPrefix(key, row+".") && strings.TrimSpace(strings.Join(values, "")) != "" {
			return false
		}
	}
	return true
}

// dropRow takes a row out of a form.
func dropRow(v url.Values, row string) {
	for key := range v {
		if strings.HasPrefix(key, row+".") {
			delete(v, key)
		}
	}
}

// typedLines are the lines of a field that has one thing a line; blank ones are none.
func typedLines(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
