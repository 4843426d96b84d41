package exchange

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/viet"
)

// readIndex is the facts of the whole crawl by code: column name → value.
func readIndex(t *testing.T) map[string]map[string]string {
	t.Helper()
	f, err := os.Open(realData(t, "portal-index.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	lines.Scan()
	header := strings.Split(lines.Text(), "\t")
	out := map[string]map[string]string{}
	for lines.Scan() {
		row := map[string]string{}
		for i, v := range strings.Split(lines.Text(), "\t") {
			row[header[i]] = v
		}
		out[row["code"]] = row
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

var indexLevels = map[catalog.Level]string{
	catalog.Ministry: "bo", catalog.Province: "tinh", catalog.Commune: "xa", catalog.OtherAgency: "khac",
}

// indexLevelsOf leaves the vertical level aside, which pages do not print.
func indexLevelsOf(s string) string {
	parts := slices.DeleteFunc(strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '|' }),
		func(p string) bool { return p == "nganh-doc" })
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

func pageLevelsOf(p catalog.Procedure) string {
	var out []string
	for _, l := range p.Levels {
		out = append(out, indexLevels[l])
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

var indexUnits = map[catalog.Unit]string{
	catalog.WorkingDays: "WORKING_DAY", catalog.Days: "DAY", catalog.Hours: "HOUR", catalog.Months: "MONTH",
	catalog.Years: "YEAR", catalog.NoUnit: "OTHER",
}

var indexChannels = map[catalog.Channel]string{catalog.InPerson: "DIRECT", catalog.Online: "ONLINE", catalog.Postal: "POSTAL"}

// pageLimitsOf is the distinct limits as the index writes them; unknown is 0 OTHER there.
func pageLimitsOf(p catalog.Procedure) string {
	var out []string
	for _, m := range p.Methods {
		number := "0"
		if n, ok := m.Limit.Number.Get(); ok {
			number = n.String()
		}
		out = append(out, fmt.Sprintf("%s=%s %s", indexChannels[m.Channel], number, indexUnits[m.Limit.Unit]))
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " | ")
}

func indexLimitsOf(s string) string {
	parts := strings.Split(s, " | ")
	for i, p := range parts {
		if strings.Contains(p, "=text ") {
			parts[i] = p[:strings.Index(p, "=")] + "=0 OTHER"
		}
	}
	slices.Sort(parts)
	return strings.Join(slices.Compact(parts), " | ")
}

func papersOf(p catalog.Procedure) int {
	n := 0
	for _, c := range p.Dossier {
		n += len(c.Papers)
	}
	return n
}

// agreement counts per field in how many records two sources say the same.
type agreement map[string]int

func (a agreement) add(field string, same bool) {
	if same {
		a[field]++
	}
}

func (a agreement) check(t *testing.T, of int, floors []figure) {
	t.Helper()
	for _, f := range floors {
		t.Logf("%-12s agrees in %5d of %5d, README %5d", f.what, a[f.what], of, f.readme)
		if a[f.what] < f.ours {
			t.Errorf("%s agrees in %d of %d records, floor %d", f.what, a[f.what], of, f.ours)
		}
	}
}

// The crawl of the API is the answer key for what is read out of pages (README, section 2).
func checkPagesWithIndex(t *testing.T, pages []Row, index map[string]map[string]string) {
	a, of := agreement{}, 0
	for _, r := range pages {
		x, ok := index[r.Raw]
		if !ok {
			continue
		}
		of++
		p := r.Procedure
		number, _ := catalog.LegalNumber(x["decision_no"])
		a.add("name", viet.Fold(p.Name) == viet.Fold(x["name"]))
		a.add("decision", p.Decision.Number == x["decision_no"] || p.Decision.Number == number)
		a.add("levels", pageLevelsOf(p) == indexLevelsOf(x["levels"]))
		a.add("field", p.Field == x["field"])
		a.add("limits", pageLimitsOf(p) == indexLimitsOf(x["limits"]))
		a.add("papers", strconv.Itoa(papersOf(p)) == x["n_papers"])
		a.add("results", strconv.Itoa(len(p.Results)) == x["n_results"])
		a.add("legal", strconv.Itoa(len(p.Law)) == x["n_legal"])
	}
	a.check(t, of, []figure{
		{what: "name", readme: 2534, ours: 2530}, {what: "decision", readme: 2279, ours: 2270},
		{what: "levels", readme: 2492, ours: 2480}, {what: "field", readme: 2512, ours: 2500},
		{what: "limits", readme: 2266, ours: 2440}, {what: "papers", readme: 2372, ours: 2390},
		{what: "results", readme: 1910, ours: 2550}, {what: "legal", readme: 254, ours: 2030}, // ours: their number
	})
}

func checkPagesWithAnswers(t *testing.T, pages, api []Row) {
	answers := map[string]catalog.Procedure{}
	for _, r := range api {
		answers[r.Raw] = r.Procedure
	}
	a, of := agreement{}, 0
	for _, r := range pages {
		key, ok := answers[r.Raw]
		if !ok {
			continue
		}
		of++
		p := r.Procedure
		a.add("type", p.Type == key.Type)
		a.add("kind", p.Kind == key.Kind)
		a.add("steps", start(p.Steps) == start(key.Steps))
		a.add("methods", len(p.Methods) == len(key.Methods))
		a.add("fees", feesOf(p) == feesOf(key))
		a.add("quantities", quantitiesOf(p) == quantitiesOf(key))
		a.add("agencies", agenciesOf(p) == agenciesOf(key))
		a.add("results", resultsOf(p) == resultsOf(key))
		a.add("numbers", numbersOf(p) == numbersOf(key))
		a.add("conditions", viet.Fold(p.Conditions) == viet.Fold(key.Conditions))
		a.add("applicants", sortedLine(p.Applicants) == sortedLine(key.Applicants))
	}
	a.check(t, of, []figure{ // README: of 2,573 records, ours of the 673 that the commune file has too
		{what: "kind", ours: 673}, {what: "type", ours: 555}, // pages of internal procedures have no type
		{what: "steps", readme: 2410, ours: 655}, {what: "methods", readme: 2513, ours: 655},
		{what: "fees", ours: 650}, {what: "quantities", ours: 610}, {what: "results", readme: 1910, ours: 635},
		{what: "numbers", readme: 254, ours: 455}, {what: "conditions", ours: 660}, {what: "applicants", ours: 660},
		{what: "agencies", ours: 475}, // 149 pages name none
	})
}

func start(steps []catalog.Step) string {
	var text strings.Builder
	for _, s := range steps {
		text.WriteString(s.Name + " " + s.Text + " ")
	}
	s := viet.Fold(text.String())
	return s[:min(60, len(s))]
}

func feesOf(p catalog.Procedure) string {
	var out []string
	for _, m := range p.Methods {
		for _, f := range m.Fees {
			out = append(out, fmt.Sprint(m.Channel, f.State, f.Amount.Or(0), f.Currency))
		}
	}
	return sortedLine(out)
}

func quantitiesOf(p catalog.Procedure) string {
	var out []string
	for _, c := range p.Dossier {
		for _, x := range c.Papers {
			out = append(out, fmt.Sprint(x.Originals.Or(-1), x.Copies.Or(-1)))
		}
	}
	return sortedLine(out)
}

func agenciesOf(p catalog.Procedure) string {
	var out []string
	for _, n := range p.Agencies {
		out = append(out, viet.Fold(n.Name))
	}
	return sortedLine(out)
}

func resultsOf(p catalog.Procedure) string {
	var out []string
	for _, n := range p.Results {
		out = append(out, viet.Fold(n.Name)+" "+n.Code)
	}
	return sortedLine(out)
}

func numbersOf(p catalog.Procedure) string {
	var out []string
	for _, l := range p.Law {
		out = append(out, l.Number)
	}
	return sortedLine(out)
}

func sortedLine(words []string) string {
	words = slices.Clone(words)
	slices.Sort(words)
	return strings.Join(slices.Compact(words), "\n")
}
