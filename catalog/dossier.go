package catalog

import (
	"regexp"
	"slices"
	"strings"

	"rasoat/viet"
)

// PaperAnswer is what to bring: how many papers everybody needs, how many more there are that some need, and how many
// one person brings at least and at most. Papers of cases do not add up: nobody brings them all.
type PaperAnswer struct {
	Presence Presence
	Always   int // distinct
	Special  int // distinct, beside those that everybody needs
	Fewest   int // of one person
	Most     int
}

// PaperUse says who brings a paper.
type PaperUse string

// The uses of what stands in a list of papers.
const (
	BringAlways  PaperUse = "always"  // whoever is in the case
	BringSpecial PaperUse = "special" // its own words say when: "nếu có", "đối với trẻ bị bỏ rơi"
	NoPaper      PaperUse = "note"    // no paper at all: a remark that the source put into the list
)

// PaperGroup is the papers of one case, as the data has them, each with who brings it.
type PaperGroup struct {
	Name  string // without the marks of a list around it
	Use   PaperUse
	Items []GroupedPaper
}

// GroupedPaper is a paper and who brings it.
type GroupedPaper struct {
	Paper
	Use PaperUse
}

// PaperGroups are the papers of a procedure by case, in the order of the data. A case is for everybody where its name
// is a heading ("Giấy tờ phải nộp"), for some where it is a condition, a remark where it says so ("Lưu ý").
func PaperGroups(p Procedure) []PaperGroup {
	stated := slices.ContainsFunc(p.Dossier, func(c DossierCase) bool {
		return slices.ContainsFunc(c.Papers, statesNumber)
	})
	var out []PaperGroup
	for _, c := range p.Dossier {
		g := PaperGroup{Name: unlisted(c.Name), Use: caseUse(c.Name)}
		for _, x := range c.Papers {
			use := paperUse(x, stated)
			if g.Use == NoPaper {
				use = NoPaper
			}
			x.Name = strings.TrimLeft(x.Name, bullets)
			g.Items = append(g.Items, GroupedPaper{x, use})
		}
		out = append(out, g)
	}
	if len(out) == 1 && out[0].Use == BringSpecial {
		out[0].Use = BringAlways
	}
	return out
}

// papersOf counts what is to be brought. A paper that stands in each of several cases is needed by everybody as much as
// one that stands under a heading.
func papersOf(p Procedure) PaperAnswer {
	a := PaperAnswer{Presence: Holds(p, PartDossier)}
	groups := PaperGroups(p)
	always, all := map[string]bool{}, map[string]bool{}
	shared := map[string]int{} // in how many cases a paper stands that is for everybody there
	cases := 0
	for _, g := range groups {
		for _, x := range g.Items {
			name := viet.Fold(x.Name)
			if x.Use == NoPaper {
				continue
			}
			all[name] = true
			if x.Use == BringAlways && g.Use == BringAlways {
				always[name] = true
			}
		}
		if g.Use != BringSpecial {
			continue
		}
		cases++
		for name := range g.names(BringAlways) {
			shared[name]++
		}
	}
	for name, n := range shared {
		if cases > 1 && n == cases {
			always[name] = true
		}
	}
	a.Always, a.Special = len(always), len(all)-len(always)
	a.Fewest, a.Most = a.Always, len(all)
	if a.Always == 0 && cases > 1 {
		a.Fewest, a.Most = extremes(groups)
	}
	return a
}

// extremes is how many papers the cases ask for at least and at most, where nothing is asked of everybody.
func extremes(groups []PaperGroup) (fewest, most int) {
	fewest = -1
	for _, g := range groups {
		if g.Use != BringSpecial {
			continue
		}
		n := len(g.names(BringAlways))
		if fewest < 0 || n < fewest {
			fewest = n
		}
		most = max(most, len(g.names(BringAlways, BringSpecial)))
	}
	return fewest, most
}

// names are the distinct papers of a group that are brought so.
func (g PaperGroup) names(uses ...PaperUse) map[string]bool {
	out := map[string]bool{}
	for _, x := range g.Items {
		if slices.Contains(uses, x.Use) {
			out[viet.Fold(x.Name)] = true
		}
	}
	return out
}

// bullets are what stands before a line of a list.
const bullets = " \t-–—+*•"

// unlisted is a name without the marks of a list around it: "* Giấy tờ phải nộp:" is "Giấy tờ phải nộp".
func unlisted(name string) string { return strings.TrimRight(strings.TrimLeft(name, bullets), " :") }

// listNumber is the number of a line: "a) ", "(1) ", "1.2. ".
var listNumber = regexp.MustCompile(`^\(?(\pL|\d{1,2}|[ivx]{1,4})(\.\d{1,2})*[.)] `)

// unnumbered is a line without what stands before its words.
func unnumbered(line string) string {
	line = strings.TrimLeft(line, bullets)
	return strings.TrimSpace(strings.TrimPrefix(line, listNumber.FindString(line)))
}

// headings begin the names of cases that concern everybody; what else a case is called is its condition.
var headings = []string{
	"giay to phai", "giay to can", "giay to nop", "giay to xuat trinh", "thanh phan ho so nop", "thanh phan ho so phai",
	"thanh phan ho so xuat trinh", "xuat trinh", "ho so gom", "ho so bao gom", "ho so cua", "nguoi yeu cau chung thuc",
}

// headingsAlone are names of cases that concern everybody where nothing follows.
var headingsAlone = []string{"", "giay to", "ho so", "thanh phan ho so", "thanh phan ho so gom"}

func caseUse(name string) PaperUse {
	folded := viet.Fold(unnumbered(unlisted(name)))
	begins := func(with string) bool { return strings.HasPrefix(folded, with) }
	switch {
	case begins("luu y"), begins("ghi chu"):
		return NoPaper
	case slices.Contains(headingsAlone, folded), slices.ContainsFunc(headings, begins),
		strings.Contains(folded, "xuat trinh cac giay to"):
		return BringAlways
	}
	return BringSpecial
}

// Words by which a paper says that only some bring it: at its beginning, or within its first clause.
var (
	beginsCase = []string{"trường hợp ", "trừ trường hợp ", "đối với ", "nếu ", "riêng "}
	withinCase = []string{
		", nếu ", "(nếu ", ", đối với ", "(đối với ", "đối với trường hợp ", ", khi không ", "trong trường hợp ",
		"(trường hợp ", ", trường hợp ",
	}
	// a line without a number that begins like this, among papers with numbers, tells who does what
	beginsNote = []string{"trường hợp ", "đối với ", "người ", "cơ quan ", "cá nhân ", "việc "}
)

// paperUse says who brings what stands in a line; stated is whether the procedure says of its papers how many.
func paperUse(x Paper, stated bool) PaperUse {
	text := strings.ToLower(unnumbered(x.Name))
	begins := func(with string) bool { return strings.HasPrefix(text, with) }
	clause, _, _ := strings.Cut(text, ";")
	clause, _, _ = strings.Cut(clause, ". ")
	switch {
	case strings.HasSuffix(text, ":"), begins("lưu ý"), begins("ghi chú"),
		stated && !statesNumber(x) && len(x.Forms) == 0 && slices.ContainsFunc(beginsNote, begins):
		return NoPaper
	case slices.ContainsFunc(beginsCase, begins),
		slices.ContainsFunc(withinCase, func(word string) bool { return strings.Contains(clause, word) }):
		return BringSpecial
	}
	return BringAlways
}

func statesNumber(x Paper) bool { return x.Originals.IsKnown() || x.Copies.IsKnown() }
