package catalog_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/value"
)

// whole lets cmp look into values that may be unknown.
var whole = cmp.Exporter(func(reflect.Type) bool { return true })

var mergeFormats = []string{"campaign", "seed", "portal-xlsx", "portal-pages", "portal-json", "jsonl", "person"}

func TestRank(t *testing.T) {
	for i := 1; i < len(mergeFormats); i++ {
		if lower, higher := mergeFormats[i-1], mergeFormats[i]; catalog.Rank(lower) >= catalog.Rank(higher) {
			t.Errorf("rank of %s is %d, of %s %d", lower, catalog.Rank(lower), higher, catalog.Rank(higher))
		}
	}
}

func limited(days int64) catalog.Procedure {
	return catalog.Procedure{Code: "1.000001", Name: "Cấp thẻ", Kind: catalog.Public, Status: catalog.InForce,
		Limit: catalog.TimeLimit{Number: value.Known(value.Whole(days)), Unit: catalog.Days}}
}

// A source that knows less never erases what a better one said, and what it says otherwise is a note
// (interface.md, Import).
func TestMerge_oneField(t *testing.T) {
	for _, c := range []struct {
		what           string
		stands         int64 // 0 is unknown
		origin         string
		says           int64
		format         string
		want           int64
		wantOrigin     string
		note           bool
		forced         int64
		forcedByPerson bool
	}{
		{"fills what is empty", 0, "", 3, "seed", 3, "seed", false, 3, false},
		{"better source wins", 5, "portal-pages", 3, "portal-json", 3, "portal-json", false, 3, false},
		{"same source, newer", 5, "portal-pages", 3, "portal-pages", 3, "portal-pages", false, 3, false},
		{"lesser source differs", 5, "portal-json", 3, "portal-pages", 5, "portal-json", true, 3, true},
		{"lesser source agrees", 5, "portal-json", 5, "portal-pages", 5, "portal-json", false, 5, false},
		{"better source agrees", 5, "portal-pages", 5, "portal-json", 5, "portal-json", false, 5, false},
		{"better source knows nothing", 5, "portal-pages", 0, "portal-json", 5, "portal-pages", false, 5, false},
		{"same source knows it no more", 5, "portal-json", 0, "portal-json", 0, "", false, 0, false},
		{"a person said it", 5, "person", 3, "jsonl", 5, "person", true, 3, true},
		{"a person emptied it", 0, "person", 3, "portal-json", 0, "person", true, 3, true},
		{"nobody knows who said it", 5, "", 3, "seed", 3, "seed", false, 3, false},
	} {
		current, incoming := limited(c.stands), limited(c.says)
		if c.stands == 0 {
			current.Limit = catalog.TimeLimit{}
		}
		if c.says == 0 {
			incoming.Limit = catalog.TimeLimit{}
		}
		origins := catalog.Origins{}
		for _, field := range []string{"name", "kind", "status"} {
			origins[field] = c.format
		}
		if c.origin != "" {
			origins["limit"] = c.origin
		}
		got, said, notes := catalog.Merge(current, origins, incoming, c.format)
		if n := got.Limit.Number.Or(0); n != value.Whole(c.want) || said["limit"] != c.wantOrigin ||
			(len(notes) > 0) != c.note {
			t.Errorf("%s: %v of %q, notes %v; want %d of %q, note %v", c.what, n, said["limit"], notes, c.want,
				c.wantOrigin, c.note)
		}
		got, said, notes = catalog.MergeForced(current, origins, incoming, c.format)
		if n := got.Limit.Number.Or(0); n != value.Whole(c.forced) ||
			(said["limit"] == "person") != (c.forcedByPerson) || len(notes) > 0 {
			t.Errorf("%s, forced: %v of %q, notes %v; want %d", c.what, n, said["limit"], notes, c.forced)
		}
	}
}

func TestMerge_whatIsOursStays(t *testing.T) {
	current := limited(5)
	current.Ours, current.Group, current.Decider = catalog.Receives, catalog.GroupB, "Chủ tịch"
	incoming := limited(5)
	incoming.Ours, incoming.Group, incoming.Decider = catalog.NotOurs, catalog.GroupA, "Sở Nội vụ"
	for _, merge := range []func(catalog.Procedure, catalog.Origins, catalog.Procedure, string) (catalog.Procedure,
		catalog.Origins, []catalog.Note){
		catalog.Merge, catalog.MergeForced,
	} {
		got, _, _ := merge(current, nil, incoming, "jsonl")
		if got.Ours != catalog.Receives || got.Group != catalog.GroupB || got.Decider != "Chủ tịch" {
			t.Errorf("ours %q, group %q, decider %q", got.Ours, got.Group, got.Decider)
		}
		got, _, _ = merge(current, nil, limited(5), "portal-json")
		if got.Ours != catalog.Receives {
			t.Errorf("ours %q after an import that does not know it", got.Ours)
		}
	}
}

func TestMerge_decision(t *testing.T) {
	day := value.MustDate("2026-06-23")
	full := catalog.Decision{Number: "163/QĐ-BTP", Date: day, By: "Bộ trưởng"}
	p := func(d catalog.Decision) catalog.Procedure { x := limited(5); x.Decision = d; return x }
	for _, c := range []struct {
		what             string
		stands           catalog.Decision
		origin           string
		says             catalog.Decision
		format           string
		want             catalog.Decision
		otherwiseThanOld bool
	}{
		{"the number alone takes no date away", full, "portal-pages", catalog.Decision{Number: "163/QĐ-BTP"}, "portal-pages", full, false},
		{"a lesser source adds the date", catalog.Decision{Number: "163/QĐ-BTP"}, "portal-json", full, "seed", full, false},
		{"another decision takes the old date along", full, "seed", catalog.Decision{Number: "9/QĐ-BTP"}, "portal-pages", catalog.Decision{Number: "9/QĐ-BTP"}, false},
		{"a lesser source names another", full, "portal-json", catalog.Decision{Number: "9/QĐ-BTP"}, "portal-pages", full, true},
	} {
		got, _, notes := catalog.Merge(p(c.stands), catalog.Origins{"decision": c.origin}, p(c.says), c.format)
		if got.Decision != c.want || (len(notes) > 0) != c.otherwiseThanOld {
			t.Errorf("%s: %v, notes %v, want %v", c.what, got.Decision, notes, c.want)
		}
	}
}

// "Không có" is a statement: it fills, it wins and it loses as a text does.
func TestMerge_none(t *testing.T) {
	none, text := limited(5), limited(5)
	none.None = []catalog.Part{catalog.PartConditions}
	text.Conditions = "Có nhà ở."
	got, _, notes := catalog.Merge(none, catalog.Origins{"conditions": "portal-json"}, text, "portal-pages")
	if got.Conditions != "" || len(got.None) != 1 || len(notes) != 1 {
		t.Errorf("the page overruled the API: %q, %v, %v", got.Conditions, got.None, notes)
	}
	got, said, _ := catalog.Merge(text, catalog.Origins{"conditions": "portal-pages"}, none, "portal-json")
	if got.Conditions != "" || len(got.None) != 1 || said["conditions"] != "portal-json" {
		t.Errorf("the API did not overrule the page: %q, %v, %v", got.Conditions, got.None, said)
	}
}

// The words of joined agencies are no contradiction to the same ones apart.
func TestMerge_sameThingOtherwiseWritten(t *testing.T) {
	api, page := limited(5), limited(5)
	api.Agencies = []catalog.Named{{Name: "Sở Nội vụ", Code: "H50.1"}, {Name: "UBND cấp xã"}}
	page.Agencies = []catalog.Named{{Name: "UBND cấp xã, Sở Nội vụ"}}
	api.Applicants, page.Applicants = []string{"Doanh nghiệp", "Công dân Việt Nam"}, []string{"Công dân Việt Nam", "Doanh nghiệp"}
	api.Steps = []catalog.Step{{Name: "Bước 1", Text: "Nộp."}, {Name: "Bước 2", Text: "Nhận."}}
	page.Steps = []catalog.Step{{Text: "Bước 1\nNộp.\nBước 2\nNhận."}}
	api.Levels, page.Levels = []catalog.Level{catalog.Commune, catalog.Vertical}, []catalog.Level{catalog.Commune}
	api.Announcer, page.Announcer = catalog.Named{
		Name: "Bộ xây dựng (Giao thông vận tải cũ)",
		Code: "G04",
	}, catalog.Named{Name: "Bộ Xây dựng"}
	first, said, _ := catalog.Merge(catalog.Procedure{}, nil, api, "portal-json")
	got, _, notes := catalog.Merge(first, said, page, "portal-pages")
	if len(notes) > 0 || !cmp.Equal(got, first, whole) {
		t.Errorf("notes %v, %s", notes, cmp.Diff(first, got, whole))
	}
}

// drawn is a procedure of which each field is known or not, with few values so that sources agree and differ.
func drawn(t *rapid.T, label string) catalog.Procedure {
	pick := func(field string, values ...string) string { return rapid.SampledFrom(values).Draw(t, label+field) }
	p := catalog.Procedure{
		Code:   "1.000001",
		Name:   pick("name", "Cấp thẻ", "Đổi thẻ"),
		Kind:   catalog.Public,
		Status: catalog.InForce,
	}
	p.Field = pick("field", "", "Hộ tịch", "Cư trú")
	p.Decision.Number = pick("number", "", "1/QĐ-BTP", "2/QĐ-BTP")
	if p.Decision.Number != "" && rapid.Bool().Draw(t, label+"dated") {
		p.Decision.Date = value.MustDate("2026-01-0" + p.Decision.Number[:1])
	}
	if s := pick("steps", "", "Nộp", "Nhận"); s != "" {
		p.Steps = []catalog.Step{{Text: s}}
	}
	if s := pick("conditions", "", "Không", "Có nhà"); s == "Không" {
		p.None = []catalog.Part{catalog.PartConditions}
	} else {
		p.Conditions = s
	}
	if s := pick("agencies", "", "Sở Nội vụ", "UBND xã"); s != "" {
		p.Agencies = []catalog.Named{{Name: s}}
	}
	if s := pick("law", "", "1/2020/NĐ-CP", "2/2020/NĐ-CP"); s != "" {
		p.Law = []catalog.LegalBasis{{Number: s}}
	}
	p.FullOnline = rapid.Bool().Draw(t, label+"online")
	return p
}

func TestMerge_orderOfTwoSourcesLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(mergeFormats)-3).Draw(t, "lesser")
		j := rapid.IntRange(i+1, len(mergeFormats)-2).Draw(t, "better")
		a, b := drawn(t, "a"), drawn(t, "b")
		both := func(x catalog.Procedure, xf string, y catalog.Procedure, yf string) (catalog.Procedure,
			catalog.Origins) {
			p, said, _ := catalog.Merge(catalog.Procedure{}, nil, x, xf)
			p, said, _ = catalog.Merge(p, said, y, yf)
			return p, said
		}
		p, said := both(a, mergeFormats[i], b, mergeFormats[j])
		q, saidToo := both(b, mergeFormats[j], a, mergeFormats[i])
		if d := cmp.Diff(p, q, whole) + cmp.Diff(said, saidToo); d != "" {
			t.Fatalf("%s then %s is not %s then %s:\n%s", mergeFormats[i], mergeFormats[j], mergeFormats[j],
				mergeFormats[i], d)
		}
	})
}

func TestMerge_twiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		formats := rapid.SliceOfN(rapid.SampledFrom(mergeFormats[:len(mergeFormats)-1]), 1, 3).Draw(t, "formats")
		p, said := catalog.Procedure{}, catalog.Origins(nil)
		var last catalog.Procedure
		for i, f := range formats {
			last = drawn(t, string(rune('a'+i)))
			p, said, _ = catalog.Merge(p, said, last, f)
		}
		q, saidToo, _ := catalog.Merge(p, said, last, formats[len(formats)-1])
		if d := cmp.Diff(p, q, whole) + cmp.Diff(said, saidToo); d != "" {
			t.Fatalf("the second import of %v changed:\n%s", formats, d)
		}
	})
}
