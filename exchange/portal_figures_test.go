package exchange

import (
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/viet"
)

// figure is one count of the data's own description beside what the reader finds.
type figure struct {
	what   string
	readme int
	ours   int
	reason deviation
}

// deviation is what the reader has to find, and why, where that is not what the README says.
type deviation struct {
	want int
	why  string
}

var same deviation

func because(want int, why string) deviation { return deviation{want, why} }

func checkFigures(t *testing.T, figures []figure) {
	t.Helper()
	for _, f := range figures {
		want := f.readme
		if f.reason != same {
			want = f.reason.want
		}
		t.Logf("%-44s README %6d  ours %6d  %s", f.what, f.readme, f.ours, f.reason.why)
		if f.ours != want {
			t.Errorf("%s: README says %d, the reader should find %d and finds %d", f.what, f.readme, want, f.ours)
		}
	}
}

// found counts the rows with a warning, and how often the thing was found; "" is any field.
func found(rows []Row, field, message string) (records, entries int) {
	for _, r := range rows {
		hit := 0
		for _, w := range r.Warnings {
			if w.Message == message && (field == "" || w.Field == field) {
				hit += w.Args[0].(int)
			}
		}
		if entries += hit; hit > 0 {
			records++
		}
	}
	return records, entries
}

func records(rows []Row, field, message string) int { n, _ := found(rows, field, message); return n }
func entries(rows []Row, field, message string) int { _, n := found(rows, field, message); return n }

// count adds up what one says of each procedure.
func count(rows []Row, one func(p *catalog.Procedure) int) int {
	n := 0
	for i := range rows {
		n += one(&rows[i].Procedure)
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func countMethods(rows []Row, is func(m catalog.Method) bool) int {
	return count(rows, func(p *catalog.Procedure) (n int) {
		for _, m := range p.Methods {
			n += one(is(m))
		}
		return n
	})
}

func countFees(rows []Row, is func(f catalog.Fee) bool) int {
	return count(rows, func(p *catalog.Procedure) (n int) {
		for _, m := range p.Methods {
			for _, f := range m.Fees {
				n += one(is(f))
			}
		}
		return n
	})
}

func countPapers(rows []Row, is func(x catalog.Paper) bool) int {
	return count(rows, func(p *catalog.Procedure) (n int) {
		for _, c := range p.Dossier {
			for _, x := range c.Papers {
				n += one(is(x))
			}
		}
		return n
	})
}

func distinct(rows []Row, key func(p *catalog.Procedure) string) map[string]int {
	seen := map[string]int{}
	for i := range rows {
		seen[key(&rows[i].Procedure)]++
	}
	return seen
}

func at(p *catalog.Procedure, level catalog.Level) bool {
	for _, l := range p.Levels {
		if l == level {
			return true
		}
	}
	return false
}

func announcedBy(p *catalog.Procedure, letter string) bool {
	return at(p, catalog.Commune) && strings.HasPrefix(p.Announcer.Code, letter)
}

func repeatsChannel(p *catalog.Procedure) bool {
	seen := map[catalog.Channel]bool{}
	for _, m := range p.Methods {
		if seen[m.Channel] {
			return true
		}
		seen[m.Channel] = true
	}
	return false
}

func hasNone(p *catalog.Procedure) bool { return len(p.None) > 0 }

func checkAnswerFigures(t *testing.T, rows []Row) {
	named, group := 0, 0
	for _, n := range distinct(rows, func(p *catalog.Procedure) string { return strings.ToLower(p.Name) }) {
		if n > 1 {
			group++
			named += n
		}
	}
	sum := func(f func(p *catalog.Procedure) bool) int {
		return count(rows, func(p *catalog.Procedure) int { return one(f(p)) })
	}
	checkFigures(t, []figure{
		{"records", 1290, len(rows), same},
		{"distinct codes", 1290, len(distinct(rows, func(p *catalog.Procedure) string { return string(p.Code) })), same},
		{"commune level", 1115, sum(func(p *catalog.Procedure) bool { return at(p, catalog.Commune) }), same},
		{"  of central bodies", 779, sum(func(p *catalog.Procedure) bool { return announcedBy(p, "G") }),
			because(776, "3 are of a body with code D01, neither ministry nor province")},
		{"  of provinces", 336, sum(func(p *catalog.Procedure) bool { return announcedBy(p, "H") }), same},
		{"internal by any sign", 191, sum(func(p *catalog.Procedure) bool { return p.Kind == catalog.Internal }), same},
		{"signs of internal disagree", 3, records(rows, "kind", warnKindDisagree), same},
		{"fields", 133, len(distinct(rows, func(p *catalog.Procedure) string { return p.Field })), because(131, "two carry their own code in the name and are one with those that do not")},
		{"decision dates missing", 5, sum(func(p *catalog.Procedure) bool { return p.Decision.Date.IsZero() }), same},
		{"code not d.dddddd", 1, records(rows, "code", warnCodeForm), same},
		{"code ends in 0", 138, sum(func(p *catalog.Procedure) bool { return strings.HasSuffix(string(p.Code), "0") }), same},
		{"name: outer space", 45, records(rows, "name", warnOuterSpace), same},
		{"name: tab", 11, records(rows, "name", warnTab), same},
		{"name: line break", 28, records(rows, "name", warnLineBreak), same},
		{"name: double space", 19, records(rows, "name", warnDoubleSpace), same},
		{"name: NFD", 24, records(rows, "name", warnNotNFC), same},
		{"name: all capitals", 11, records(rows, "name", warnCapitals), same},
		{"same name: groups", 39, group, same},
		{"same name: records", 136, named, same},
		{"not NFC in the field", 17, records(rows, "field", warnNotNFC), same},
		{"not NFC anywhere", 289, records(rows, "", warnNotNFC), same},
		{"zero-width", 31, records(rows, "", warnZeroWidth), same},
		{"no-break space", 27, records(rows, "", warnNoBreak), same},
		{"tab", 246, records(rows, "", warnTab), same},
		{"look-alike letters", 1, records(rows, "", warnLookAlike), same},
		{"methods", 3702, countMethods(rows, func(catalog.Method) bool { return true }), same},
		{"same channel more than once", 98, sum(repeatsChannel), same},
		{"time: float", 66, countMethods(rows, func(m catalog.Method) bool { return m.Limit.Number.Or(0)%10_000 != 0 }), same},
		{"time: sentence, entries", 103, entries(rows, "time_limit", warnLimitText), same},
		{"time: sentence, records", 35, records(rows, "time_limit", warnLimitText), same},
		{"time: number as string", 16, entries(rows, "time_limit", warnLimitString), same},
		{"time: OTHER 0 and '0'", 210, entries(rows, "time_limit", warnLimitZero), same},
		{"time: OTHER 1 and more", 375, entries(rows, "time_limit", warnLimitNoUnit), same},
		{"fee entries", 2625, countFees(rows, func(catalog.Fee) bool { return true }), same},
		{"no fee entry: records", 454, records(rows, "fees", warnMissing), same},
		{"no fee entry: methods", 1439, countMethods(rows, func(m catalog.Method) bool { return m.Fees == nil }), same},
		{"0 without text: free", 1268, countFees(rows, func(f catalog.Fee) bool { return f.State == catalog.FeeFree }),
			because(1266, "2 have their tariff in a file: not free")},
		{"0 with text: set elsewhere", 772, countFees(rows, func(f catalog.Fee) bool { return f.State == catalog.FeeSetBy }), because(774, "these 2")},
		{"null: text only or nothing", 277, countFees(rows, func(f catalog.Fee) bool { return f.State == catalog.FeeUnknown }), same},
		{"null with text", 276, entries(rows, "fees", warnFeeTextOnly), same},
		{"positive", 308, countFees(rows, func(f catalog.Fee) bool { return f.State == catalog.FeeAmount }), same},
		{"below 1,000 đồng: entries", 60, entries(rows, "fees", warnFeeSmall), same},
		{"below 1,000 đồng: records", 38, records(rows, "fees", warnFeeSmall), same},
		{"USD", 4, countFees(rows, func(f catalog.Fee) bool { return f.Currency == "USD" }), same},
		{"cases", 1985, count(rows, func(p *catalog.Procedure) int { return len(p.Dossier) }), because(1902, "cases with neither name nor named paper say nothing")},
		{"papers, without 9 unnamed", 6741 - 9, countPapers(rows, func(catalog.Paper) bool { return true }), same},
		{"quantity not stated", 885, countPapers(rows, func(x catalog.Paper) bool { return !x.Originals.IsKnown() }), same},
		{"papers without name", 9, entries(rows, "dossier", warnPaperUnnamed), same},
		{"same paper twice: cases", 30, entries(rows, "dossier", warnPaperTwice), same},
		{"no paper at all", 57, records(rows, "dossier", warnMissing), same},
		{"forms", 918, count(rows, func(p *catalog.Procedure) (n int) {
			for _, c := range p.Dossier {
				for _, x := range c.Papers {
					n += len(x.Forms)
				}
			}
			return n
		}), same},
		{"steps in one entry", 910, sum(func(p *catalog.Procedure) bool { return len(p.Steps) == 1 }), same},
		{"no agency", 35, records(rows, "agency", warnMissing), same},
		{"null among the groups", 22, records(rows, "agency", warnListNull), same},
		{"no legal basis", 45, records(rows, "legal_basis", warnMissing), same},
		{"no result", 5, records(rows, "result", warnMissing), same},
		{"no applicant", 0, records(rows, "applicants", warnMissing), same},
		{"legal basis", 6319, count(rows, func(p *catalog.Procedure) int { return len(p.Law) }), same},
		{"legal basis beginning with words", 404, entries(rows, "legal_basis", warnLawCleaned), because(497, "also those with blanks and dots to clean")},
		{"same number twice", 20, records(rows, "legal_basis", warnLawTwice), because(23, "3 are the same only once cleaned")},
		{"condition says there is none", 149, sum(hasNone), because(153, "with 4 times 'Không có yêu cầu, điều kiện'")},
		{"mentions cấp huyện", 93, records(rows, "", warnDistrict), same},
		{"decision not number/QĐ-body", 1290 - 1137 - 45, records(rows, "decision", warnDecisionForm), same},
	})
	for _, r := range rows {
		if r.Procedure.Status != catalog.InForce || r.Procedure.Name != viet.Clean(r.Procedure.Name) {
			t.Fatalf("%s: status %s, name %q", r.Raw, r.Procedure.Status, r.Procedure.Name)
		}
	}
}

func checkPageFigures(t *testing.T, rows []Row) {
	sum := func(f func(p *catalog.Procedure) bool) int {
		return count(rows, func(p *catalog.Procedure) int { return one(f(p)) })
	}
	checkFigures(t, []figure{
		{"records", 2642, len(rows), same},
		{"distinct codes", 2642, len(distinct(rows, func(p *catalog.Procedure) string { return string(p.Code) })), same},
		{"code ends in 0", 265, sum(func(p *catalog.Procedure) bool { return strings.HasSuffix(string(p.Code), "0") }), same},
		{"commune level", 588, sum(func(p *catalog.Procedure) bool { return at(p, catalog.Commune) }), same},
		{"only commune level", 306, sum(func(p *catalog.Procedure) bool { return at(p, catalog.Commune) && len(p.Levels) == 1 }), same},
		{"internal", 111, sum(func(p *catalog.Procedure) bool { return p.Kind == catalog.Internal }), same},
		{"fields", 140, len(distinct(rows, func(p *catalog.Procedure) string { return p.Field })), same},
		{"methods", 7077, countMethods(rows, func(catalog.Method) bool { return true }), same},
		{"no method", 15, records(rows, "channels", warnMissing), same},
		{"limit without unit: methods", 763, entries(rows, "time_limit", warnLimitNoUnit), because(852, "9 are 0: not stated; 98 more stood glued to a fee")},
		{"limit without unit: records", 316, records(rows, "time_limit", warnLimitNoUnit), because(355, "as above")},
		{"no limit: methods", 432, entries(rows, "time_limit", warnLimitZero), because(343, "with these 9, without these 98")},
		{"fee glued to the limit", 6, entries(rows, "time_limit", warnLimitGlued), because(104, "README counts those with a comma in the limit; 98 have no limit and 1 before the fee")},
		{"decimal limit", 3, countMethods(rows, func(m catalog.Method) bool { return m.Limit.Number.Or(0)%10_000 != 0 }), same},
		{"working days", 4154, countMethods(rows, func(m catalog.Method) bool { return m.Limit.Unit == catalog.WorkingDays }), same},
		{"days", 1577, countMethods(rows, func(m catalog.Method) bool { return m.Limit.Unit == catalog.Days }), same},
		{"hours", 137, countMethods(rows, func(m catalog.Method) bool { return m.Limit.Unit == catalog.Hours }), same},
		{"months", 14, countMethods(rows, func(m catalog.Method) bool { return m.Limit.Unit == catalog.Months }), same},
		{"free though explained: set elsewhere", 1170, entries(rows, "fees", warnFeeSetBy), because(1213, "all 2,642 pages, not the 2,573 with an API record")},
		{"quantity glued: papers", 111, entries(rows, "dossier", warnPaperGlued), same},
		{"quantity glued: records", 77, records(rows, "dossier", warnPaperGlued), same},
		{"paper without name: papers", 119, entries(rows, "dossier", warnPaperUnnamed), same},
		{"paper without name: records", 65, records(rows, "dossier", warnPaperUnnamed), same},
		{"paper without quantity", 1181, countPapers(rows, func(x catalog.Paper) bool { return !x.Originals.IsKnown() }), because(1164, "the unnamed are left out")},
		{"no paper", 51, records(rows, "dossier", warnMissing), same},
		{"legal numbers glued", 14029 - 4951, entries(rows, "legal_basis", warnLawGlued), because(8589, "README: in no API record; ours: not in this page's raw text")},
		{"no legal basis", 78, records(rows, "legal_basis", warnMissing), same},
		{"result code glued: codes", 1011, entries(rows, "result", warnResultGlued), because(874, "we count codes with something behind their last digit")},
		{"result code glued: records", 720, records(rows, "result", warnResultGlued), because(605, "as above")},
		{"frame of the page", 9, records(rows, "", warnFrame), same},
		{"zero-width", 31, records(rows, "", warnZeroWidth), same},
		{"tab", 308, records(rows, "", warnTab), same},
		{"private-use bullets", 12, records(rows, "", warnPrivateUse), same},
		{"Greek or Cyrillic", 3, records(rows, "", warnLookAlike), same},
		{"name: line break", 15, records(rows, "name", warnLineBreak), same},
		{"name: double space", 40, records(rows, "name", warnDoubleSpace), same},
		{"condition says there is none", 118, sum(hasNone), because(120, "with 2 misspelt ones")},
		{"mentions cấp huyện", 84, records(rows, "", warnDistrict), because(85, "README counts small letters only")},
		{"no implementing agency", 302, records(rows, "agency", warnMissing), same},
		{"decision not number/QĐ-body", 113, records(rows, "decision", warnDecisionForm), because(101, "README reads the endings more narrowly")},
	})
}
