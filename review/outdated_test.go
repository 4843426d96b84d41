package review_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/review"
	"rasoat/seed"
	"rasoat/value"
	"rasoat/viet"
)

func readSeed(t testing.TB, name string, into any) {
	t.Helper()
	raw, err := seed.Read(name)
	if err == nil {
		err = json.Unmarshal(raw, into)
	}
	if err != nil {
		t.Fatal(name, err)
	}
}

// seededPlan is the plan of the starting content.
func seededPlan(t testing.TB) (p review.Plan) {
	readSeed(t, seed.PlanFile, &p)
	return p
}

// outdatedIn is what a plan is looked through with: the offices that ceased, holidays of 2024 to 2026.
func outdatedIn(t testing.TB, p review.Plan, today string) review.OutdatedInput {
	in := review.OutdatedInput{Plan: p, Today: value.MustDate(today)}
	readSeed(t, seed.CeasedFile, &in.Ceased)
	in.Calendar.Holidays = map[value.Date]string{}
	for _, d := range []string{"2024-02-08", "2025-01-27", "2026-02-16"} {
		in.Calendar.Holidays[value.MustDate(d)] = "Tết Nguyên đán"
	}
	return in
}

// found are findings as "kind field words".
func found(all []review.Finding) (out []string) {
	for _, f := range all {
		out = append(out, fmt.Sprintf("%s %s %s", f.Kind, f.Field, f.Words))
	}
	return out
}

// Practice, not law: docs/decisions/0172. Everything of the plan of 2024 that no longer holds in 2026.
func TestOutdated_Plan29In2026(t *testing.T) {
	p := review.CopyPlan(seededPlan(t), 2026, review.Upward{
		Superior:  "UBND huyện Vĩnh Linh",
		Addressee: "Văn phòng HĐND và UBND huyện Vĩnh Linh",
	})
	in := outdatedIn(t, p, "2026-11-30")
	in.Letterhead = []review.Words{
		{Field: "commune.parent", Text: "UBND HUYỆN VĨNH LINH"},
		{Field: "commune.name", Text: "xã Vĩnh Chấp"},
	}
	rate := func(from, kind string, n value.Money) review.DatedRate {
		return review.DatedRate{From: value.MustDate(from), Kind: kind, Rate: n, Source: from}
	}
	in.Rates = []review.DatedRate{rate("2024-01-01", "public", 48_248), rate("2026-07-01", "internal", 33_638)}
	in.Known = append(slices.Clone(in.Rates), rate("2026-01-01", "public", 59_422),
		rate("2027-01-01", "public", 60_000))
	want := []string{
		"district superior UBND huyện Vĩnh Linh",
		"district addressee Văn phòng HĐND và UBND huyện Vĩnh Linh",
		"district campaigns[0].to Văn phòng HĐND và UBND huyện Vĩnh Linh",
		"district campaigns[1].to Văn phòng HĐND và UBND huyện Vĩnh Linh",
		"district duties[1].to Văn phòng HĐND và UBND huyện Vĩnh Linh",
		"district duties[3].to UBND huyện Vĩnh Linh",
		"district indicators[7].name Phòng Tư pháp cấp huyện",
		"district references[8].issuer UBND huyện Vĩnh Linh",
		"district commune.parent UBND HUYỆN VĨNH LINH",
		"office indicators[7].name Phòng Tư pháp",
		"year references[0].title 2024",
		"year references[2].title 2024",
		"year references[3].title 2024",
		"year references[4].title 2020 - 2025",
		"year references[7].title 2024",
		"year references[8].title 2024",
		"year references[9].title 2022 - 2025",
		"threshold indicators[0].target NQ 01",
		"threshold indicators[6].target NQ 02",
		"threshold targets[1].threshold 20%",
		"threshold targets[2].threshold 20%",
		"ground grounds[1].to Luật số 47/2019/QH14",
		"ground grounds[8].to Quyết định số 1085/QĐ-TTg",
		"ground grounds[9].to Kế hoạch số 198/KH-UBND",
		"ground grounds[10].to Kế hoạch số 46/KH-UBND",
		"ground grounds[11].to Kế hoạch số 55/KH-UBND",
		"rate rates 48.248 đồng",
	}
	got := review.Outdated(in)
	if diff := cmp.Diff(want, found(got)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, f := range got {
		if f.Kind == review.FindDistrict &&
			(f.Day != value.MustDate("2025-07-01") || !strings.Contains(f.Source, "72/2025/QH15")) {
			t.Errorf("%s: since %s by %q", f.Field, f.Day, f.Source)
		}
		if f.Kind == review.FindRate && (f.Of != "public" || f.Day != value.MustDate("2026-01-01")) {
			t.Errorf("%+v", f)
		}
	}
}

// Nothing is said of the plan of 2024 in its own year, nor of one of 2025 before the districts ended.
func TestOutdated_ownTime(t *testing.T) {
	p := seededPlan(t)
	for _, today := range []string{"2024-07-15", "2026-11-30", "2023-01-01"} {
		if got := review.Outdated(outdatedIn(t, p, today)); len(got) > 0 {
			t.Errorf("on %s: %v", today, found(got))
		}
	}
	next := review.CopyPlan(p, 2025, review.Upward{})
	for today, want := range map[string]bool{"2025-06-30": false, "2025-07-01": true} {
		got := slices.ContainsFunc(review.Outdated(outdatedIn(t, next, today)),
			func(f review.Finding) bool { return f.Kind == review.FindDistrict })
		if got != want {
			t.Errorf("on %s a district is told: %v", today, got)
		}
	}
}

// What is mended is not told any more.
func TestOutdated_mended(t *testing.T) {
	p := review.CopyPlan(seededPlan(t), 2026, review.Upward{})
	p.References = []review.Reference{{Number: "01/NQ-CP", Date: value.MustDate("2026-01-08"), Title: "năm 2026"},
		{Number: "06/QĐ-TTg", Title: "giai đoạn 2022 - 2025, tầm nhìn đến năm 2030"},
		{Number: "02/2017/TT-VPCP", Title: "Hướng dẫn (Chương V)"}}
	p.Grounds = slices.DeleteFunc(p.Grounds, func(g review.Ground) bool { return !g.To.IsZero() })
	for i := range p.Campaigns {
		p.Campaigns[i].To = "Văn phòng UBND tỉnh Quảng Trị"
	}
	for i := range p.Duties {
		p.Duties[i].To = "UBND xã Vĩnh Linh" // the commune that took the district's name
	}
	p.Indicators[7].Name = "Tỷ lệ chứng thực bản sao điện tử từ bản chính tại UBND cấp xã"
	p.Upward.Recipients = []string{"Đảng ủy xã"}
	if got := review.Outdated(outdatedIn(t, p, "2026-05-05")); len(got) > 0 {
		t.Errorf("%v", found(got))
	}
}

// The years that are not a year's: those of a document that is cited are its own, a period that holds the year is.
func TestOutdated_years(t *testing.T) {
	for text, want := range map[string][]string{
		"Cải cách năm 2024":                                  {"2024"},
		"Cải cách năm 2026":                                  nil,
		"Báo cáo năm 2025 trước ngày 15/01/2026":             {"2025"},
		"trước ngày 10/8/2024":                               {"2024"},
		"Quyết định số 766/QĐ-TTg ngày 23/6/2022":            nil,
		"Quyết định số 104/QĐ-TTg ngày 25 tháng 01 năm 2024": nil,
		"theo Luật số 72/2025/QH15":                          nil,
		"theo Thông tư 02/2017/TT-VPCP":                      nil,
		"giai đoạn 2022 - 2025":                              {"2022 - 2025"},
		"giai đoạn 2026–2030":                                nil,
		"Chương trình 2021-2030":                             nil,
		"đến năm 2030":                                       nil,
		"đến hết năm 2025":                                   {"2025"},
		"so với năm 2024, 2025 và 2024":                      {"2024", "2025"},
		"mã 120245":                                          nil,
		"Nghị quyết số 01/NQ-CP năm 2024; Chỉ thị năm 2025.": {"2024", "2025"},
	} {
		p := review.Plan{Year: 2026, Duties: []review.Duty{{ID: "D1", Title: text}},
			Grounds: []review.Ground{{Type: "Luật", Title: "Đất đai"}}}
		var got []string
		for _, f := range review.Outdated(outdatedIn(t, p, "2026-05-05")) {
			if f.Kind != review.FindYear || f.Field != "duties[0].title" {
				t.Errorf("%q: %+v", text, f)
			}
			got = append(got, f.Words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// The words of a level end where others begin; a district is known by its name alone once it is named.
func TestOutdated_districts(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"UBND huyện", "UBND huyện"},
		{"Gửi HĐND&UBND huyện Vĩnh Linh để tổng hợp", "HĐND&UBND huyện Vĩnh Linh"},
		{"Phòng Nội vụ huyện; UBND tỉnh", "Phòng Nội vụ huyện"},
		{"UBND thị xã Quảng Trị", "UBND thị xã Quảng Trị"},
		{"UBND THỊ TRẤN HỒ XÁ", "UBND THỊ TRẤN HỒ XÁ"},
		{"báo cáo Vĩnh Linh", "Vĩnh Linh"},
		{"UBND xã Vĩnh Linh", ""},
		{"phường Vĩnh Linh", ""},
		{"Vĩnh Linhơ", ""},
		{"huyệnh", ""},
		{"UBND tỉnh", ""},
	} {
		p := review.Plan{Year: 2026, Tasks: []review.Task{{ID: "1", Text: tt.text}, {ID: "2", Text: "UBND huyện Vĩnh Linh"}},
			Grounds: []review.Ground{{Type: "Luật", Title: "Đất đai"}}}
		got := ""
		for _, f := range review.Outdated(outdatedIn(t, p, "2026-05-05")) {
			if f.Kind == review.FindDistrict && f.Field == "tasks[0].text" {
				got = f.Words
			}
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Deadlines outside the year, and years of them whose holidays nobody entered.
func TestOutdated_dates(t *testing.T) {
	p := review.Plan{
		Year:    2027,
		Grounds: []review.Ground{{Type: "Luật", Title: "Đất đai"}},
		Campaigns: []review.CampaignPlan{{
			ID: "public", Name: "Đợt 1", HandIn: value.MustDate("2026-12-30"), Due: value.MustDate("2027-03-01"),
		}},
		Targets: []review.Target{{
			ID: "a", Campaign: "public", Metric: review.Reviewed, Deadline: value.MustDate("2028-01-05"),
		}},
		Duties: []review.Duty{{ID: "D1", Title: "Báo cáo", Deadline: value.MustDate("2028-02-01")}},
	}
	want := []string{
		"year campaigns[0].hand_in 30/12/2026", "year targets[0].deadline 05/01/2028", "year duties[0].deadline 01/02/2028",
		"holidays holidays 2027", "holidays holidays 2028",
	}
	if diff := cmp.Diff(want, found(review.Outdated(outdatedIn(t, p, "2027-05-05")))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A rate is older where a newer one is known by the day, not where a newer one begins later or the office has its own.
func TestOutdated_rates(t *testing.T) {
	rate := func(from string, n value.Money) review.DatedRate {
		return review.DatedRate{From: value.MustDate(from), Kind: "public", Rate: n}
	}
	known := []review.DatedRate{rate("2024-01-01", 1), rate("2025-01-01", 2), rate("2026-01-01", 3)}
	for _, tt := range []struct {
		name string
		used []review.DatedRate
		want string
	}{
		{"none", nil, ""},
		{"the same", known, "-"},
		{"of the year before", known[:1], "1 đồng"},
		{"its own, later", []review.DatedRate{rate("2025-06-01", 9)}, "-"},
		{"its own, not yet in force", []review.DatedRate{rate("2024-01-01", 1), rate("2026-06-01", 9)}, "1 đồng"},
	} {
		p := review.Plan{Year: 2025, Grounds: []review.Ground{{Type: "Luật", Title: "Đất đai"}}}
		in := outdatedIn(t, p, "2025-12-31")
		in.Rates, in.Known = tt.used, known
		got := "-"
		for _, f := range review.Outdated(in) {
			if got = f.Words; f.Day != value.MustDate("2025-01-01") {
				t.Errorf("%s: %+v", tt.name, f)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// unread are the fields of a plan that hold no words of its own: names of rows, what a choice is called, where the text
// of the old plan stood, notes that are never printed.
var unread = regexp.MustCompile(`(^|\.)(ID|Number|Source|CopiedFrom|Campaign|Metric|Scope|` +
	`Register|Comparator|Combine|Chosen|SameAs|Page|Note|CostDenominator|Targets)$`)

// eachWord calls do with every text of a plan and the path by which problems name it.
func eachWord(v reflect.Value, path string, do func(path string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.String:
		do(path, v)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			rows := f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct
			switch {
			case !f.IsExported() || unread.MatchString(path+"."+f.Name) && !rows:
			case f.Name == "Upward":
				eachWord(v.Field(i), path, do)
			default:
				eachWord(v.Field(i), path+"."+f.Name, do)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			at := fmt.Sprintf("%s[%d]", path, i)
			if strings.HasSuffix(path, "Recipients") {
				at = path
			}
			eachWord(v.Index(i), at, do)
		}
	}
}

var capitals = regexp.MustCompile(`([a-z])([A-Z])`)

// named is a path as problems spell it: ".Indicators[3].TargetText" is "indicators[3].target_text".
func named(path string) string {
	return strings.ToLower(capitals.ReplaceAllString(strings.TrimPrefix(path, "."), "${1}_$2"))
}

// Whatever text of a plan names the district, it is told at its field: no field is forgotten.
func TestOutdated_everyField_property(t *testing.T) {
	base := review.CopyPlan(seededPlan(t), 2026, review.Upward{Superior: "UBND tỉnh", Addressee: "Văn phòng UBND tỉnh"})
	base.Upward.Recipients = []string{"Đảng ủy"}
	base.Groups = []review.Group{{ID: "NQ 01", Name: "Chỉ tiêu"}}
	for i := range base.Grounds {
		base.Grounds[i].To = value.Date{}
	}
	var paths []string
	eachWord(reflect.ValueOf(&base).Elem(), "", func(path string, _ reflect.Value) { paths = append(paths, path) })
	if len(paths) < 100 {
		t.Fatalf("%d texts", len(paths))
	}
	rapid.Check(t, func(rt *rapid.T) {
		at := rapid.SampledFrom(paths).Draw(rt, "at")
		raw, _ := json.Marshal(base)
		var p review.Plan
		if err := json.Unmarshal(raw, &p); err != nil {
			rt.Fatal(err)
		}
		eachWord(reflect.ValueOf(&p).Elem(), "", func(path string, v reflect.Value) {
			if path == at {
				v.SetString("của UBND huyện Hải Lăng")
			}
		})
		for _, f := range review.Outdated(outdatedIn(t, p, "2026-05-05")) {
			if f.Kind == review.FindDistrict && f.Field == named(at) && f.Words == "UBND huyện Hải Lăng" {
				return
			}
		}
		rt.Fatalf("%s is not told", named(at))
	})
}

// No word of the district and no year of the old plan is left in a copy without being told.
func TestOutdated_nothingLeft(t *testing.T) {
	p := review.CopyPlan(seededPlan(t), 2026, review.Upward{Superior: "UBND huyện Vĩnh Linh"})
	told := map[string]string{}
	for _, f := range review.Outdated(outdatedIn(t, p, "2026-05-05")) {
		told[f.Field] += " " + f.Words
		if f.Kind == review.FindGround { // with all that it says
			told[f.Field[:strings.Index(f.Field, ".")]] = "*"
		}
	}
	left := regexp.MustCompile(`(?i)huyện|Vĩnh Linh|20(?:[013-9]\d|2[0-57-9])`)
	n := 0
	eachWord(reflect.ValueOf(&p).Elem(), "", func(path string, v reflect.Value) {
		row, _, _ := strings.Cut(named(path), ".")
		for _, word := range left.FindAllString(v.String(), -1) {
			n++
			isOfDocument := strings.Contains(v.String(), "ngày 23/6/2022") ||
				strings.Contains(v.String(), "tầm nhìn đến năm 2030")
			isTold := strings.Contains(strings.ToLower(told[named(path)]), strings.ToLower(word))
			if !isTold && told[row] != "*" && !isOfDocument {
				t.Errorf("%s: %q is left of %q", named(path), word, v.String())
			}
		}
	})
	if n < 20 {
		t.Fatalf("%d words were looked at", n)
	}
}

// Whatever stands in a plan, it is looked through without a panic, and twice the same.
func TestOutdated_any_property(t *testing.T) {
	words := rapid.SampledFrom([]string{"huyện", "UBND", "Vĩnh Linh", "2024", "2022 - 2025", "/", "số", "ngày 1/1/2024", "và", "(", "\\"})
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(words, 0, 8).Draw(rt, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(rt, "sep"))
		p := review.Plan{Year: 2026, Title: text, Tasks: []review.Task{{Text: text}},
			References: []review.Reference{{Title: text}}}
		in := outdatedIn(t, p, "2026-05-05")
		in.Calendar = viet.Calendar{}
		if a, b := review.Outdated(in), review.Outdated(in); !slices.Equal(a, b) {
			rt.Fatalf("%v, then %v", a, b)
		}
	})
}
