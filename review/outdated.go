package review

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rasoat/value"
	"rasoat/viet"
)

// FindingKind says in which way something no longer holds.
type FindingKind string

// The kinds, in the order in which they are told.
const (
	FindDistrict  FindingKind = "district"  // the level of the district, a district by its name
	FindOffice    FindingKind = "office"    // an office that ceased
	FindYear      FindingKind = "year"      // a year that is not the plan's
	FindThreshold FindingKind = "threshold" // a threshold of a document of another year, or out of force
	FindGround    FindingKind = "ground"    // a ground of the plan's papers that is not in force
	FindHolidays  FindingKind = "holidays"  // a year of the plan's dates whose holidays are not entered
	FindRate      FindingKind = "rate"      // an hourly rate older than the newest dated one
)

// FindingKinds lists all kinds in order.
var FindingKinds = []FindingKind{
	FindDistrict, FindOffice, FindYear, FindThreshold, FindGround, FindHolidays, FindRate,
}

// Finding is one thing that no longer holds on a day of a plan.
type Finding struct {
	Kind   FindingKind
	Field  string     // where it is mended: "duties[2].title" of the plan, "commune.parent", "holidays", "rates"
	Of     string     // what the row at Field is called; the kind of procedures of a rate
	Words  string     // as they stand there; a year without holidays; the rate in use, "" for none
	Day    value.Date // since when it no longer holds; of a rate: since when the newer one holds
	Source string     // where that is read
}

// Ceased is what there is no more since a day: a level of government, offices.
type Ceased struct {
	Kind   FindingKind `json:"kind"` // FindDistrict, FindOffice
	Words  []string    `json:"words"`
	Day    value.Date  `json:"day"` // the first day without it
	Source string      `json:"source"`
}

// Words is a text of a plan or of the letterhead, at its field.
type Words struct {
	Field, Of, Text string
	Cited           bool // of another document: it names its own year rightly as long as that reaches the plan's
}

// DatedRate is an hourly rate of a kind of procedures from a day on.
type DatedRate struct {
	From   value.Date
	Kind   string
	Rate   value.Money
	Source string
}

// OutdatedInput is what is looked through.
type OutdatedInput struct {
	Plan       Plan
	Letterhead []Words // what the commune says of itself
	Calendar   viet.Calendar
	Rates      []DatedRate // in use
	Known      []DatedRate // with their sources, as far as the program knows
	Ceased     []Ceased
	Today      value.Date // taken into the plan's own time, as in GroundNotices
}

// Outdated names everything of a plan, and of what is set beside it, that no longer holds on its day: words of levels
// and offices that ceased, years that are not its own, thresholds and grounds of documents out of force, years without
// holidays into which its dates fall, rates older than the newest known. By kind, then in the order of the plan.
//
// Practice, not law: docs/decisions/0172.
func Outdated(in OutdatedInput) (out []Finding) {
	p, day := in.Plan, in.Plan.within(in.Today)
	texts := p.words(day)
	out = append(out, ceasedIn(append(texts, in.Letterhead...), in.Ceased, day)...)
	for _, w := range texts {
		for _, y := range otherYears(w, p.Year) {
			out = append(out, Finding{Kind: FindYear, Field: w.Field, Of: w.Of, Words: y})
		}
	}
	out = append(out, p.otherYearDates()...)
	out = append(out, p.foreignThresholds(day)...)
	out = append(out, p.groundsAmiss(in.Today)...)
	for _, y := range in.Calendar.Guessed(p.Dates()...) {
		out = append(out, Finding{Kind: FindHolidays, Field: "holidays", Words: strconv.Itoa(y)})
	}
	out = append(out, olderRates(in.Rates, in.Known, day)...)
	slices.SortStableFunc(out, func(a, b Finding) int {
		return slices.Index(FindingKinds, a.Kind) - slices.Index(FindingKinds, b.Kind)
	})
	return out
}

// words are the texts of a plan that people read or print, each at its field. Grounds that have ended by the day are
// left out: they are told as such.
func (p Plan) words(day value.Date) (out []Words) {
	of := func(at, name string, cited bool, pairs ...string) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i+1] != "" {
				out = append(out, Words{Field: at + pairs[i], Of: name, Text: pairs[i+1], Cited: cited})
			}
		}
	}
	of("", "", false, "title", p.Title, "issuer", p.Issuer, "signer", p.Signer, "superior", p.Upward.Superior,
		"addressee", p.Upward.Addressee, "funding", p.Funding)
	for _, to := range p.Upward.Recipients {
		of("", "", false, "recipients", to)
	}
	for i, c := range p.Campaigns {
		of(fmt.Sprintf("campaigns[%d].", i), c.Name, false, "name", c.Name, "to", c.To)
	}
	for i, d := range p.Duties {
		of(fmt.Sprintf("duties[%d].", i), d.Title, false, "title", d.Title, "source", d.Source, "owner", d.Owner,
			"to", d.To, "funding", d.Funding)
	}
	for i, t := range p.Targets {
		of(fmt.Sprintf("targets[%d].", i), p.campaignName(t.Campaign), false, "source", t.Source)
	}
	for i, t := range p.Tasks {
		of(fmt.Sprintf("tasks[%d].", i), t.Text, false, "text", t.Text, "source", t.Source, "owner", t.Owner)
	}
	for i, g := range p.Groups {
		of(fmt.Sprintf("groups[%d].", i), g.ID, false, "id", g.ID, "name", g.Name)
	}
	for i, ind := range p.Indicators {
		at, name := fmt.Sprintf("indicators[%d].", i), ind.Group+", "+ind.Number
		of(at, name, false, "number", ind.Number, "group", ind.Group, "above", ind.Above, "name", ind.Name,
			"unit", ind.Unit, "target_text", ind.TargetText, "lead", ind.Lead, "support", ind.Support,
			"numerator", ind.Numerator, "denominator", ind.Denominator, "source", ind.Source)
		for j, v := range ind.Variants {
			of(fmt.Sprintf("%svariants[%d].", at, j), name, false, "name", v.Name, "numerator", v.Numerator,
				"denominator", v.Denominator, "source", v.Source)
		}
	}
	for i, r := range p.References {
		of(fmt.Sprintf("references[%d].", i), r.Number, true, "number", r.Number, "issuer", r.Issuer, "title", r.Title)
	}
	for i, g := range p.Grounds {
		if !g.hasEnded(day) {
			of(fmt.Sprintf("grounds[%d].", i), g.Name(), true, "type", g.Type, "number", g.Number, "issuer", g.Issuer,
				"title", g.Title)
		}
	}
	return out
}

func (p Plan) campaignName(id CampaignID) string {
	c, _ := p.Campaign(id)
	return c.Name
}

// before is what may stand before the name of a level as part of the same words: "Văn phòng HĐND và UBND huyện".
const before = `(?:(?:Văn phòng|HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân|` +
	`Phòng \p{Lu}\p{L}* \p{L}+|Chủ tịch|cấp)(?:\s*(?:&|và)\s*|\s+))*`

// ceasedIn finds the words of what there is no more on a day, one finding a text and kind. A district is known by its
// name as well, once a text names it: "Vĩnh Linh" of "huyện Vĩnh Linh", but not the commune of that name.
func ceasedIn(texts []Words, all []Ceased, day value.Date) (out []Finding) {
	for _, c := range all {
		if day.Before(c.Day) {
			continue
		}
		var quoted []string
		for _, w := range c.Words {
			quoted = append(quoted, regexp.QuoteMeta(w))
		}
		level := `(?i:` + strings.Join(quoted, "|") + `)`
		search := []*regexp.Regexp{regexp.MustCompile(level)}
		if c.Kind == FindDistrict {
			search[0] = regexp.MustCompile(`(?i:` + before + `)` + level + `((?:\s+\p{Lu}\p{L}*)*)`)
			search = append(search, districtsNamed(texts, search[0])...)
		}
		for _, w := range texts {
			if words := firstWords(viet.NFC(w.Text), search); words != "" {
				out = append(out, Finding{c.Kind, w.Field, w.Of, words, c.Day, c.Source})
			}
		}
	}
	return out
}

// districtsNamed finds the names of the districts that texts name, alone.
func districtsNamed(texts []Words, district *regexp.Regexp) (out []*regexp.Regexp) {
	seen := map[string]bool{}
	for _, w := range texts {
		for _, m := range district.FindAllStringSubmatch(viet.NFC(w.Text), -1) {
			if name := strings.TrimSpace(m[1]); name != "" && !seen[strings.ToLower(name)] {
				seen[strings.ToLower(name)] = true
				out = append(out, regexp.MustCompile(`(?i:`+regexp.QuoteMeta(name)+`)`))
			}
		}
	}
	return out
}

// firstWords is the first match that stands as words of its own and is not the name of a unit that there still is.
func firstWords(text string, search []*regexp.Regexp) string {
	for i, re := range search {
		for _, at := range re.FindAllStringIndex(text, -1) {
			if !isApart(text, at) || i > 0 && followsUnit(text[:at[0]]) {
				continue
			}
			return strings.TrimSpace(text[at[0]:at[1]])
		}
	}
	return ""
}

// isApart reports whether no letter or digit touches a stretch of a text.
func isApart(text string, at []int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:at[0]])
	next, _ := utf8.DecodeRuneInString(text[at[1]:])
	return !isWord(last) && !isWord(next)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// followsUnit reports whether a text ends with the kind of a unit that there still is.
func followsUnit(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	return slices.ContainsFunc([]string{"xã", "phường", "tỉnh", "đặc khu"},
		func(kind string) bool { return strings.HasSuffix(text, kind) })
}

var (
	// a document is cited by its number and day, which are its own: "số 766/QĐ-TTg ngày 23/6/2022"
	citation = regexp.MustCompile(
		`(?i)\d+/(?:\d{4}/)?[\p{L}-]+\S*(?:\s+ngày\s+\d{1,2}(?:[/-]\d{1,2}[/-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})?`)
	period  = regexp.MustCompile(`(20\d\d)\s*[-–]\s*(20\d\d)`)
	outlook = regexp.MustCompile(`(?i)đến\s+(?:hết\s+)?năm\s+(20\d\d)`)
	oneYear = regexp.MustCompile(`20\d\d`)
)

// otherYears are the years and periods of a text that are not a year's, as they stand there, each once. A document
// that is cited names its own year rightly; a period that holds the year does, and what looks as far as it.
func otherYears(w Words, year int) (out []string) {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	text := citation.ReplaceAllString(viet.NFC(w.Text), " ")
	reaches := func(s string) bool { return number(s) >= year }
	if w.Cited && slices.ContainsFunc(oneYear.FindAllString(text, -1), reaches) {
		return nil
	}
	text = period.ReplaceAllStringFunc(text, func(s string) string {
		m := period.FindStringSubmatch(s)
		if year < number(m[1]) || year > number(m[2]) {
			add(s)
		}
		return " "
	})
	text = outlook.ReplaceAllStringFunc(text, func(s string) string {
		if number(outlook.FindStringSubmatch(s)[1]) >= year {
			return " "
		}
		return s
	})
	for _, at := range oneYear.FindAllStringIndex(text, -1) {
		if s := text[at[0]:at[1]]; isApart(text, at) && number(s) != year {
			add(s)
		}
	}
	return out
}

// groundsAmiss are the grounds that GroundNotices tells, each at the day that keeps it from being in force: its last,
// at "to", or its first, at "from".
func (p Plan) groundsAmiss(today value.Date) (out []Finding) {
	told := map[string]bool{}
	for _, n := range GroundNotices(p, today) {
		told[n.Field] = true
	}
	for i, g := range p.Grounds {
		f := Finding{Kind: FindGround, Of: g.Name(), Words: g.Name()}
		f.Field, f.Day = fmt.Sprintf("grounds[%d].to", i), g.To
		if f.Day.IsZero() || !told[f.Field] {
			f.Field, f.Day = fmt.Sprintf("grounds[%d].from", i), g.Begins()
		}
		if told[f.Field] {
			out = append(out, f)
		}
	}
	return out
}

// Dates are the days into whose years the plan falls: its year, and every deadline.
func (p Plan) Dates() []value.Date {
	out := []value.Date{{Year: p.Year, Month: 1, Day: 1}}
	for _, c := range p.Campaigns {
		out = append(out, c.Due, c.HandIn)
	}
	for _, t := range p.Targets {
		out = append(out, t.Deadline)
	}
	for _, d := range p.Duties {
		out = append(out, d.Deadline)
	}
	return out
}

// otherYearDates are the deadlines outside the plan's year.
func (p Plan) otherYearDates() (out []Finding) {
	add := func(field, of string, d value.Date) {
		if !d.IsZero() && d.Year != p.Year {
			out = append(out, Finding{Kind: FindYear, Field: field, Of: of, Words: viet.ShortDate(d)})
		}
	}
	for i, c := range p.Campaigns {
		add(fmt.Sprintf("campaigns[%d].due", i), c.Name, c.Due)
		add(fmt.Sprintf("campaigns[%d].hand_in", i), c.Name, c.HandIn)
	}
	for i, t := range p.Targets {
		add(fmt.Sprintf("targets[%d].deadline", i), p.campaignName(t.Campaign), t.Deadline)
	}
	for i, d := range p.Duties {
		add(fmt.Sprintf("duties[%d].deadline", i), d.Title, d.Deadline)
	}
	return out
}

// resolution is the number of a resolution of the Government after which a group of indicators is named: "NQ 02".
var resolution = regexp.MustCompile(`(?i)(?:NQ|Nghị quyết)\D{0,5}0*(\d+)`)

// foreignThresholds are the thresholds of indicators that a resolution of another year set, one for each group, and the
// thresholds of targets whose campaign rests on grounds of its own none of which is in force.
func (p Plan) foreignThresholds(day value.Date) (out []Finding) {
	told := map[string]bool{}
	for i, ind := range p.Indicators {
		m := resolution.FindStringSubmatch(ind.Group)
		if m == nil || told[ind.Group] {
			continue
		}
		told[ind.Group] = true
		for _, r := range p.References {
			n, is := strings.CutSuffix(r.Number, "/NQ-CP")
			if !is || strings.TrimLeft(n, "0") != m[1] || r.Date.IsZero() || r.Date.Year == p.Year ||
				slices.Contains(oneYear.FindAllString(r.Title, -1), strconv.Itoa(p.Year)) {
				continue
			}
			out = append(out, Finding{
				Kind:   FindThreshold,
				Field:  fmt.Sprintf("indicators[%d].target", i),
				Of:     ind.Group,
				Words:  ind.Group,
				Day:    r.Date,
				Source: r.Number + " ngày " + viet.ShortDate(r.Date),
			})
		}
	}
	for i, t := range p.Targets {
		g, ended := p.groundEnded(t.Campaign, day)
		if !ended || t.Metric != Number && t.Metric != Cost && t.Metric != Time {
			continue
		}
		out = append(out, Finding{
			Kind:   FindThreshold,
			Field:  fmt.Sprintf("targets[%d].threshold", i),
			Of:     p.campaignName(t.Campaign),
			Words:  viet.Comma(t.Threshold.String()) + "%",
			Day:    g.To,
			Source: g.Number,
		})
	}
	return out
}

// groundEnded is the first of a campaign's own grounds, where it has some and all of them have ended by a day.
func (p Plan) groundEnded(id CampaignID, day value.Date) (first Ground, ended bool) {
	for _, g := range p.Grounds {
		switch {
		case g.Campaign != id || id == "":
		case !g.hasEnded(day):
			return g, false
		case !ended:
			first, ended = g, true
		}
	}
	return first, ended
}

// olderRates are the kinds of procedures for which a newer rate is known on a day than the one in use.
func olderRates(used, known []DatedRate, day value.Date) (out []Finding) {
	newest := func(all []DatedRate, kind string) (best DatedRate) {
		for _, r := range all {
			if r.Kind == kind && !r.From.After(day) && !r.From.Before(best.From) {
				best = r
			}
		}
		return best
	}
	var kinds []string
	for _, r := range known {
		if slices.Contains(kinds, r.Kind) {
			continue
		}
		kinds = append(kinds, r.Kind)
		now, best := newest(used, r.Kind), newest(known, r.Kind)
		if best.From.IsZero() || !now.From.Before(best.From) {
			continue
		}
		f := Finding{Kind: FindRate, Field: "rates", Of: r.Kind, Day: best.From, Source: best.Source}
		if !now.From.IsZero() {
			f.Words = viet.Money(now.Rate)
		}
		out = append(out, f)
	}
	return out
}
