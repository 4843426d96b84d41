package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

func TestCheckPlan(t *testing.T) {
	if p := CheckPlan(copyable()); len(p) > 0 {
		t.Fatal(p)
	}
	for name, tt := range map[string]struct {
		change func(*Plan)
		want   string
	}{
		"no number":              {func(p *Plan) { p.Number = "" }, "number plan.number_missing"},
		"no title":               {func(p *Plan) { p.Title = " " }, "title plan.title_missing"},
		"year 1":                 {func(p *Plan) { p.Year = 1 }, "year plan.year"},
		"signed years before":    {func(p *Plan) { p.Date = value.MustDate("2020-01-01") }, "date plan.date_of_year"},
		"threshold 0":            {func(p *Plan) { p.Targets[0].Threshold = 0 }, "targets[0].threshold rules.threshold"},
		"threshold 101":          {func(p *Plan) { p.Targets[0].Threshold = value.Whole(101) }, "targets[0].threshold rules.threshold"},
		"unknown campaign":       {func(p *Plan) { p.Targets[0].Campaign = "x" }, "targets[0].campaign rules.choose"},
		"duty without a name":    {func(p *Plan) { p.Duties[0].Title = "" }, "duties[0].title plan.name_missing"},
		"dated and monthly":      {func(p *Plan) { p.Duties[0].Monthly = 5 }, "duties[0].monthly plan.once_or_monthly"},
		"day 32":                 {func(p *Plan) { p.Duties[1].Monthly = 32 }, "duties[1].monthly plan.day_of_month"},
		"task without words":     {func(p *Plan) { p.Tasks[0].Text = "" }, "tasks[0].text plan.name_missing"},
		"indicator of nothing":   {func(p *Plan) { p.Indicators[0].Name = "" }, "indicators[0].name plan.name_missing"},
		"indicator above all":    {func(p *Plan) { p.Indicators[0].Target = value.Whole(120) }, "indicators[0].target rules.threshold"},
		"all of less than all":   {func(p *Plan) { p.Indicators[0].Comparator = All }, "indicators[0].comparator indicator.all_is_100"},
		"unknown register":       {func(p *Plan) { p.Indicators[0].Register = "x" }, "indicators[0].register rules.choose"},
		"shares with nothing":    {func(p *Plan) { p.Indicators[0].SameAs = "x" }, "indicators[0].same_as indicator.shared_unknown"},
		"unknown variant chosen": {func(p *Plan) { p.Indicators[0].Chosen = "x" }, "indicators[0].chosen rules.choose"},
		"handed in after due":    {func(p *Plan) { p.Campaigns[0].HandIn = value.MustDate("2024-09-01") }, "campaigns[0].hand_in due.after_campaign"},
		"due on day 40":          {func(p *Plan) { p.Report.DueDay = 40 }, "due_day plan.day_of_month"},
	} {
		p := CopyPlan(copyable(), 2024, Upward{})
		p.Number, p.Date = "1/KH", value.MustDate("2024-01-05")
		tt.change(&p)
		if got := codesOf(CheckPlan(p).Err()); !slices.Contains(got, tt.want) {
			t.Errorf("%s: %v, want %s", name, got, tt.want)
		}
	}
}

func TestPlanNotices(t *testing.T) {
	p := copyable()
	p.Duties = append(p.Duties, Duty{ID: "D5", Title: "Thực hiện 13 chỉ tiêu cụ thể"})
	p.Duties[0].Title = "Cắt giảm ít nhất 20% chi phí tuân thủ"
	if got := codesOf(PlanNotices(p).Err()); !slices.Equal(got, []string{"duties[2].title plan.indicators_said"}) {
		t.Errorf("%v", got)
	}
	p.Indicators = make([]Indicator, 13)
	p.Targets[0].Threshold, p.Targets[0].Deadline = value.Whole(30), value.MustDate("2024-08-15")
	p.Duties[0].Deadline = value.MustDate("2025-08-10")
	want := []string{"duties[0].deadline plan.target_date", "duties[0].title plan.percent_said"}
	if got := codesOf(PlanNotices(p).Err()); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// faultsOf is what CheckPlan finds in the small plan after a change, as fields and codes.
func faultsOf(change func(*Plan)) []string {
	p := copyable()
	change(&p)
	return codesOf(CheckPlan(p).Err())
}

// Every bound of a plan from both sides: what is just right is taken, what is just wrong is refused at its field.
func TestCheckPlan_bounds(t *testing.T) {
	day := value.MustDate
	for _, c := range []struct {
		name   string
		change func(*Plan)
		want   []string
	}{
		{"the first year there is", func(p *Plan) { p.Year, p.Date = 2000, day("2000-01-01") }, nil},
		{"the year before", func(p *Plan) { p.Year, p.Date = 1999, day("1999-01-01") }, []string{"year plan.year"}},
		{"the last year there is", func(p *Plan) { p.Year, p.Date = 2100, day("2100-01-01") }, nil},
		{"the year after", func(p *Plan) { p.Year, p.Date = 2101, day("2101-01-01") }, []string{"year plan.year"}},
		{"signed in December before", func(p *Plan) { p.Date = day("2023-12-31") }, nil},
		{"signed two years before", func(p *Plan) { p.Date = day("2022-12-31") }, []string{"date plan.date_of_year"}},
		{"signed in the year after", func(p *Plan) { p.Date = day("2025-01-01") }, []string{"date plan.date_of_year"}},
		{"not signed", func(p *Plan) { p.Date = value.Date{} }, []string{"date on.missing"}},
		{"a threshold of all", func(p *Plan) { p.Targets[0].Threshold = value.Whole(100) }, nil},
		{"a ten-thousandth above all", func(p *Plan) { p.Targets[0].Threshold = value.Whole(100) + 1 },
			[]string{"targets[0].threshold rules.threshold"}},
		{"a ten-thousandth of a percent", func(p *Plan) { p.Targets[0].Threshold = 1 }, nil},
		{"a metric of no target", func(p *Plan) { p.Targets[0].Metric = "speed" }, []string{"targets[0].metric rules.choose"}},
		{"handed in on the day it is due", func(p *Plan) { p.Campaigns[0].HandIn = p.Campaigns[0].Due }, nil},
		{"handed in the day after", func(p *Plan) { p.Campaigns[0].HandIn = p.Campaigns[0].Due.Add(1) },
			[]string{"campaigns[0].hand_in due.after_campaign"}},
		{"handed in, never due", func(p *Plan) { p.Campaigns[0].Due = value.Date{} }, nil},
		{"due, never handed in", func(p *Plan) { p.Campaigns[0].HandIn = value.Date{} }, nil},
		{"a campaign without a name", func(p *Plan) { p.Campaigns[0].Name = " " }, []string{"campaigns[0].name plan.name_missing"}},
		{"due on the 31st", func(p *Plan) { p.Duties[1].Monthly = 31 }, nil},
		{"due on the day before the 1st", func(p *Plan) { p.Duties[1].Monthly = -1 },
			[]string{"duties[1].monthly plan.day_of_month"}},
		{"a duty on a page", func(p *Plan) { p.Duties[0].Page = PageYear }, nil},
		{"a duty on a page that is not there", func(p *Plan) { p.Duties[0].Page = "moon" }, []string{"duties[0].page rules.choose"}},
		{"a duty of a campaign", func(p *Plan) { p.Duties[0].Campaign = CampaignInternalB }, nil},
		{"a duty of a campaign that the plan has not", func(p *Plan) { p.Duties[0].Campaign = CampaignPublic },
			[]string{"duties[0].campaign rules.choose"}},
		{"a task of the register", func(p *Plan) { p.Tasks[0].Register = OnlineServices }, nil},
		{"a task of no register", func(p *Plan) { p.Tasks[0].Register = "moon" }, []string{"tasks[0].register rules.choose"}},
		{"an indicator of all", func(p *Plan) { p.Indicators[0].Target, p.Indicators[0].Comparator = value.Whole(100), All }, nil},
		{"at least all", func(p *Plan) { p.Indicators[0].Target = value.Whole(100) }, nil},
		{"an indicator of nothing", func(p *Plan) { p.Indicators[0].Target = 0 }, []string{"indicators[0].target rules.threshold"}},
		{"all of nothing is told once", func(p *Plan) { p.Indicators[0].Target, p.Indicators[0].Comparator = 0, All },
			[]string{"indicators[0].target rules.threshold"}},
		{"a hundredth less than all", func(p *Plan) {
			p.Indicators[0].Target, p.Indicators[0].Comparator = value.Whole(100)-100, All
		}, []string{"indicators[0].comparator indicator.all_is_100"}},
		{"a comparator that is none", func(p *Plan) { p.Indicators[0].Comparator = "about" },
			[]string{"indicators[0].comparator rules.choose"}},
		{"a combination that is none", func(p *Plan) { p.Indicators[0].Combine = "mix" }, []string{"indicators[0].combine rules.choose"}},
		{"each of its variants", func(p *Plan) { p.Indicators[0].Combine = Each }, nil},
		{"a group without a name", func(p *Plan) { p.Groups = []Group{{ID: "NQ 01"}} }, []string{"groups[0].name plan.name_missing"}},
		{"rules that no report can print", func(p *Plan) { p.Rules.PercentPlaces = value.Known(3) },
			[]string{"percent_places rules.places"}},
	} {
		if diff := cmp.Diff(c.want, faultsOf(c.change)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Days of a month: 0 is none given, 31 the last; each of the two is refused at its own field.
func TestReportRules_Check(t *testing.T) {
	for _, c := range []struct {
		first, due int
		want       []string
	}{
		{0, 0, nil},
		{1, 31, nil},
		{31, 1, nil},
		{-1, 5, []string{"first_day plan.day_of_month"}},
		{32, 5, []string{"first_day plan.day_of_month"}},
		{5, -1, []string{"due_day plan.day_of_month"}},
		{5, 32, []string{"due_day plan.day_of_month"}},
		{32, -1, []string{"due_day plan.day_of_month", "first_day plan.day_of_month"}},
	} {
		got := codesOf(ReportRules{FirstDay: c.first, DueDay: c.due}.Check().Err())
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("first day %d, due day %d: -want +got\n%s", c.first, c.due, diff)
		}
	}
}

// What stands twice is told at the second of the two, and what has no name of its own where it stands.
func TestCheckPlan_twice(t *testing.T) {
	twice := func(p *Plan) {
		p.Targets = append(p.Targets, p.Targets[0])
		p.Duties = append(p.Duties, p.Duties[0])
		p.Tasks = append(p.Tasks, p.Tasks[0])
		p.Indicators[0].Variants = []Variant{{ID: "a", Name: "A"}, {ID: "a", Name: "B"}}
	}
	want := []string{"duties[2].title plan.twice", "indicators[0].variants[1].name plan.twice", "targets[1].metric plan.target_twice",
		"tasks[1].text plan.twice"}
	if diff := cmp.Diff(want, faultsOf(twice)); diff != "" {
		t.Errorf("twice: -want +got\n%s", diff)
	}
	nameless := func(p *Plan) {
		p.Targets[0].ID, p.Duties[0].ID, p.Duties[0].Targets, p.Tasks[0].ID = "", "", nil, ""
		p.Indicators[0].Variants = []Variant{{Name: "A"}, {ID: "b"}}
	}
	want = []string{"duties[0].title plan.twice", "indicators[0].variants[0].name plan.twice",
		"indicators[0].variants[1].name plan.name_missing", "targets[0].metric plan.target_twice", "tasks[0].text plan.twice"}
	if diff := cmp.Diff(want, faultsOf(nameless)); diff != "" {
		t.Errorf("without an id: -want +got\n%s", diff)
	}
}

// Numbers of indicators are unique within their group; two groups may both have a 1, and many may have none yet.
func TestCheckPlan_numbersOfIndicators(t *testing.T) {
	for _, c := range []struct {
		name    string
		numbers [3]string // as group/number
		want    []string
	}{
		{"three numbers", [3]string{"NQ 01/1", "NQ 01/2", "NQ 01/3"}, nil},
		{"the same number in another group", [3]string{"NQ 01/1", "NQ 02/1", "NQ 01/2"}, nil},
		{"the same number twice", [3]string{"NQ 01/1", "NQ 01/2", "NQ 01/1"}, []string{"indicators[2].number indicator.number_taken"}},
		{"no number twice is no number taken", [3]string{"NQ 01/", "NQ 01/", "NQ 01/1"},
			[]string{"indicators[0].number indicator.number_missing", "indicators[1].number indicator.number_missing"}},
	} {
		got := faultsOf(func(p *Plan) {
			first := p.Indicators[0]
			p.Indicators = nil
			for i, n := range c.numbers {
				x := first
				x.ID = fmt.Sprint("i", i)
				x.Group, x.Number, _ = strings.Cut(n, "/")
				p.Indicators = append(p.Indicators, x)
			}
		})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// An indicator may share the measurement of one that measures by itself: not of itself, nor of one that shares too.
func TestCheckPlan_sharedMeasurement(t *testing.T) {
	for _, c := range []struct {
		name   string
		sameAs [3]string // of the indicators a, b and c
		want   []string
	}{
		{"none shares", [3]string{}, nil},
		{"two share with the first", [3]string{"", "a", "a"}, nil},
		{"the first shares with the last", [3]string{"c", "", ""}, nil},
		{"with itself", [3]string{"a", "", ""}, []string{"indicators[0].same_as indicator.shared_unknown"}},
		{"with one that shares", [3]string{"", "a", "b"}, []string{"indicators[2].same_as indicator.shared_unknown"}},
		{"with none of the plan", [3]string{"", "x", ""}, []string{"indicators[1].same_as indicator.shared_unknown"}},
	} {
		got := faultsOf(func(p *Plan) {
			first := p.Indicators[0]
			p.Indicators = nil
			for i, other := range c.sameAs {
				x := first
				x.ID, x.Number, x.SameAs = string(rune('a'+i)), fmt.Sprint(i), other
				p.Indicators = append(p.Indicators, x)
			}
		})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// The first variant is in use where none is chosen; one that is not among them cannot be.
func TestCheckIndicator_variants(t *testing.T) {
	base := copyable().Indicators[0]
	base.SameAs, base.Combine = "", ""
	for _, c := range []struct {
		name     string
		variants []Variant
		chosen   string
		want     []string
	}{
		{"none", nil, "", nil},
		{"two, none chosen", []Variant{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}}, "", nil},
		{"the second chosen", []Variant{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}}, "b", nil},
		{"one that is not there", []Variant{{ID: "a", Name: "A"}}, "A", []string{"chosen rules.choose"}},
		{"a register that is none", []Variant{{ID: "a", Name: "A", Register: "moon"}}, "",
			[]string{"variants[0].register rules.choose"}},
		{"a register", []Variant{{ID: "a", Name: "A", Register: PostedInTime}}, "", nil},
	} {
		ind := base
		ind.Variants, ind.Chosen = c.variants, c.chosen
		if diff := cmp.Diff(c.want, codesOf(CheckIndicator(ind).Err())); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
	if got := codesOf(CheckIndicator(Indicator{Comparator: AtLeast, Target: value.Whole(80)}).Err()); !slices.Equal(got,
		[]string{"group indicator.group_missing", "name plan.name_missing", "number indicator.number_missing"}) {
		t.Errorf("an indicator without words: %v", got)
	}
}

// Texts may have 1,000 letters, whatever bytes they take, and lists 200 items; each is refused at its own field.
func TestCheckPlan_tooMuch(t *testing.T) {
	texts := map[string]func(p *Plan) *string{
		"number":                    func(p *Plan) *string { return &p.Number },
		"title":                     func(p *Plan) *string { return &p.Title },
		"superior":                  func(p *Plan) *string { return &p.Upward.Superior },
		"addressee":                 func(p *Plan) *string { return &p.Upward.Addressee },
		"signer":                    func(p *Plan) *string { return &p.Signer },
		"funding":                   func(p *Plan) *string { return &p.Funding },
		"campaigns[0].name":         func(p *Plan) *string { return &p.Campaigns[0].Name },
		"campaigns[0].to":           func(p *Plan) *string { return &p.Campaigns[0].To },
		"targets[0].source":         func(p *Plan) *string { return &p.Targets[0].Source },
		"duties[0].title":           func(p *Plan) *string { return &p.Duties[0].Title },
		"duties[0].owner":           func(p *Plan) *string { return &p.Duties[0].Owner },
		"duties[0].to":              func(p *Plan) *string { return &p.Duties[0].To },
		"duties[0].funding":         func(p *Plan) *string { return &p.Duties[0].Funding },
		"duties[0].source":          func(p *Plan) *string { return &p.Duties[0].Source },
		"tasks[0].text":             func(p *Plan) *string { return &p.Tasks[0].Text },
		"indicators[0].number":      func(p *Plan) *string { return &p.Indicators[0].Number },
		"indicators[0].group":       func(p *Plan) *string { return &p.Indicators[0].Group },
		"indicators[0].name":        func(p *Plan) *string { return &p.Indicators[0].Name },
		"indicators[0].target_text": func(p *Plan) *string { return &p.Indicators[0].TargetText },
		"indicators[0].lead":        func(p *Plan) *string { return &p.Indicators[0].Lead },
		"indicators[0].support":     func(p *Plan) *string { return &p.Indicators[0].Support },
		"indicators[0].numerator":   func(p *Plan) *string { return &p.Indicators[0].Numerator },
		"indicators[0].denominator": func(p *Plan) *string { return &p.Indicators[0].Denominator },
		"indicators[0].source":      func(p *Plan) *string { return &p.Indicators[0].Source },
		"groups[0].name":            func(p *Plan) *string { p.Groups = []Group{{ID: "NQ 01"}}; return &p.Groups[0].Name },
	}
	for field, at := range texts {
		if got := faultsOf(func(p *Plan) { *at(p) = strings.Repeat("ế", 1000) }); len(got) > 0 {
			t.Errorf("%s of 1,000 letters: %v, want it taken", field, got)
		}
		want := []string{field + " text.too_long"}
		if diff := cmp.Diff(want, faultsOf(func(p *Plan) { *at(p) = strings.Repeat("ế", 1001) })); diff != "" {
			t.Errorf("%s of 1,001 letters: -want +got\n%s", field, diff)
		}
	}
	recipients := func(n int) func(*Plan) {
		return func(p *Plan) { p.Upward.Recipients = []string{strings.Repeat("a", n), strings.Repeat("b", 500)} }
	}
	if got := faultsOf(recipients(499)); len(got) > 0 {
		t.Errorf("recipients of 1,000 letters with the break between: %v", got)
	}
	if got := faultsOf(recipients(500)); !slices.Equal(got, []string{"recipients text.too_long"}) {
		t.Errorf("recipients of 1,001 letters with the break between: %v", got)
	}
	for list, grow := range map[string]func(p *Plan, i int){
		"duties":     func(p *Plan, i int) { p.Duties = append(p.Duties, Duty{ID: fmt.Sprint("x", i), Title: "Báo cáo"}) },
		"tasks":      func(p *Plan, i int) { p.Tasks = append(p.Tasks, Task{ID: fmt.Sprint("x", i), Text: "Số hóa"}) },
		"indicators": func(p *Plan, i int) { p.Indicators = append(p.Indicators, numbered(p.Indicators[0], i)) },
	} {
		for _, n := range []int{200, 201} {
			got := faultsOf(func(p *Plan) {
				had := map[string]int{"duties": len(p.Duties), "tasks": len(p.Tasks), "indicators": len(p.Indicators)}[list]
				for i := range n - had {
					grow(p, i)
				}
			})
			var want []string
			if n > 200 {
				want = []string{list + " plan.too_many"}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d %s: %v", n, list, got)
			}
		}
	}
}

func numbered(ind Indicator, i int) Indicator {
	ind.ID, ind.Number, ind.SameAs = fmt.Sprint("x", i), fmt.Sprint("9.", i), ""
	return ind
}

// A notice is no fault: a date outside the year of the plan, before the plan itself, or another one than that of the
// targets that fulfil the duty; a wording whose figures the plan has no more.
func TestPlanNotices_each(t *testing.T) {
	day := value.MustDate
	for _, c := range []struct {
		name   string
		change func(*Plan)
		want   []string
	}{
		{"as it was", func(p *Plan) {}, nil},
		{"due on the day of the plan", func(p *Plan) { p.Duties[0].Targets, p.Duties[0].Deadline = nil, p.Date }, nil},
		{"due the day before the plan", func(p *Plan) { p.Duties[0].Targets, p.Duties[0].Deadline = nil, p.Date.Add(-1) },
			[]string{"duties[0].deadline plan.before_date"}},
		{"a plan without a date", func(p *Plan) { p.Date = value.Date{} }, nil},
		{"due in the year after", func(p *Plan) { p.Duties[0].Targets, p.Duties[0].Deadline = nil, day("2025-01-01") }, nil},
		{"a day later than its target", func(p *Plan) { p.Duties[0].Deadline = day("2024-08-11") },
			[]string{"duties[0].deadline plan.target_date"}},
		{"the day itself on time for the duty alone", func(p *Plan) { p.Duties[0].Inclusive = true },
			[]string{"duties[0].deadline plan.target_date"}},
		{"a target of another duty", func(p *Plan) { p.Duties[0].Targets, p.Duties[0].Deadline = []string{"x"}, day("2024-08-11") }, nil},
		{"says its percentage", func(p *Plan) { p.Duties[0].Title = "Cắt giảm ít nhất 20% chi phí" }, nil},
		{"says a percentage with a comma", func(p *Plan) {
			p.Duties[0].Title, p.Targets[0].Threshold = "Cắt giảm ít nhất 12,5% chi phí", value.Whole(25)/2
		}, nil},
		{"says two percentages that the targets have not", func(p *Plan) { p.Duties[0].Title = "Cắt giảm 15% số lượng, 25% chi phí" },
			[]string{"duties[0].title plan.percent_said"}},
		{"says the right one and then a wrong one", func(p *Plan) { p.Duties[0].Title = "Cắt giảm 20% chi phí, 25% số lượng" },
			[]string{"duties[0].title plan.percent_said"}},
		{"a percentage of a duty without targets", func(p *Plan) { p.Duties[1].Title = "Báo cáo 100% hồ sơ" }, nil},
		{"says how many indicators there are", func(p *Plan) {
			p.Duties[1].Title = fmt.Sprintf("Thực hiện %d chỉ tiêu", len(p.Indicators))
		}, nil},
		{"says one indicator too many", func(p *Plan) {
			p.Duties[1].Title = fmt.Sprintf("Thực hiện %d chỉ tiêu", len(p.Indicators)+1)
		}, []string{"duties[1].title plan.indicators_said"}},
	} {
		p := copyable()
		c.change(&p)
		if diff := cmp.Diff(c.want, codesOf(PlanNotices(p).Err())); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// What the sentences of the notices need: the duty's own words, the days and percentages of both sides.
func TestPlanNotices_arguments(t *testing.T) {
	p := copyable()
	p.Duties[0].Title, p.Duties[0].Deadline = "Cắt giảm 25% chi phí", value.MustDate("2023-08-09")
	want := value.Problems{
		{Field: "duties[0].deadline", Code: "plan.before_date", Args: []any{"Cắt giảm 25% chi phí", "09/8/2023"}},
		{Field: "duties[0].title", Code: "plan.percent_said", Args: []any{"Cắt giảm 25% chi phí", "25%"}},
		{Field: "duties[0].deadline", Code: "plan.target_date", Args: []any{"Cắt giảm 25% chi phí", "09/8/2023", "10/8/2024"}},
	}
	if diff := cmp.Diff(want, PlanNotices(p)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
