package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// dear is a row that costs so many times 10¹² đồng a year; 9·10¹⁵ is too much.
func dear(times int) string {
	return fmt.Sprintf(`{"task":"fees","activity":"a","hours":0,"hourly_rate":0,"fees":1000000000000,`+
		`"times_per_year":%d,"subjects_per_year":1}`, times)
}

// campaignWith is a small campaign file with the list NB-01, NB-02 and 1.001193 and the reviews given.
func campaignWith(reviews string) string {
	return `{"plan":"kh-29-2024","campaign":"internal-b","procedures":[
	 {"code":"NB-01","name":"Một","kind":"internal","group":"B","field":"Tổ chức"},
	 {"code":"NB-02","name":"Hai","kind":"internal"},
	 {"code":"1.001193","name":"Ba","kind":"public"}],"reviews":[` + reviews + `]}`
}

func TestReadCampaign(t *testing.T) {
	got, err := ReadCampaign(strings.NewReader(campaignWith(`
	 {"procedure":"NB-01","conclusion":"cut","status":"approved","decided":"2024-07-20",
	  "decision":{"number":"45/QĐ-UBND","date":"2024-07-20"},
	  "measures":[{"kind":"cut_document","part":"dossier","content":"bỏ","reason":"thừa"},{"content":"khác"}],
	  "merged":["NB-04"],"amendments":[{"document":"a","article":"b","request":"c"}],
	  "before":[` + goodRow + `],"after":[],"effort":3},
	 {"procedure":"1.001193.000.00.00.H50","conclusion":"keep","status":"draft","merged":[],"effort":"0.5"}`)))
	if err != nil {
		t.Fatal(err)
	}
	row := cost.Row{
		Task:            cost.Prepare,
		Activity:        "Điền Tờ khai",
		Hours:           5000,
		HourlyRate:      48248,
		TimesPerYear:    value.Whole(1),
		SubjectsPerYear: 420,
		Source:          cost.Estimate,
	}
	day := value.MustDate("2024-07-20")
	want := CampaignFile{
		Plan: "kh-29-2024", Campaign: review.CampaignInternalB,
		Procedures: []ListEntry{
			{"NB-01", "Một", catalog.Internal, catalog.GroupB, "Tổ chức"},
			{"NB-02", "Hai", catalog.Internal, "", ""},
			{"1.001193", "Ba", catalog.Public, "", ""},
		},
		Reviews: []ReviewEntry{
			{Procedure: "NB-01", Conclusion: review.Cut, Status: review.Approved, Decided: day,
				Decision: review.DecisionRef{Number: "45/QĐ-UBND", Date: day},
				Measures: []review.Measure{
					{Kind: review.CutDocument, Part: catalog.PartDossier, Content: "bỏ", Reason: "thừa"},
					{Kind: review.OtherMeasure, Content: "khác"}},
				Merged:     []catalog.Code{"NB-04"},
				Amendments: []review.Amendment{{Document: "a", Article: "b", Request: "c"}},
				Before:     &[]cost.Row{row}, After: &[]cost.Row{}, Effort: value.Known(value.Whole(3))},
			{Procedure: "1.001193.000.00.00.H50", Conclusion: review.Keep, Status: review.Draft, Effort: value.Known(value.Decimal(5000))},
		},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(sameOpt)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func sameOpt(a, b value.Opt[value.Decimal]) bool { return a == b }

// interface.md, Campaign file: what is refused.
func TestReadCampaignRefuses(t *testing.T) {
	list := func(entries string) string { return `{"plan":"p","campaign":"c","procedures":[` + entries + `]}` }
	review := func(rest string) string {
		return campaignWith(`{"procedure":"NB-01","conclusion":"cut","status":"draft"` + rest + `}`)
	}
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"the least there is", `{"plan":"p","campaign":"c"}`, nil},
		{"nothing named", `{}`, []string{"plan key.missing", "campaign key.missing"}},
		{"blank names", `{"plan":" ","campaign":""}`, []string{"plan plan.empty", "campaign campaign.empty"}},
		{"a list", `[]`, []string{"type.wrong"}},
		{"an unknown key", `{"plan":"p","campaign":"c","extra":1}`, []string{"extra key.unknown"}},
		{"an empty entry", list(`{}`), []string{"procedures[0].code key.missing", "procedures[0].name key.missing", "procedures[0].kind key.missing"}},
		{"a bad code", list(`{"code":"a b","name":"n","kind":"public"}`), []string{"procedures[0].code code.invalid"}},
		{"a code with a blank before it", list(`{"code":" 1.014325","name":"n","kind":"public"}`), []string{"procedures[0].code code.invalid"}},
		{"a code as number", list(`{"code":1.001193,"name":"n","kind":"public"}`), []string{"procedures[0].code type.wrong"}},
		{"a blank name", list(`{"code":"a","name":" ","kind":"public"}`), []string{"procedures[0].name name.empty"}},
		{"an unknown kind", list(`{"code":"a","name":"n","kind":"other"}`), []string{"procedures[0].kind value.unknown"}},
		{"an unknown group", list(`{"code":"a","name":"n","kind":"internal","group":"C"}`), []string{"procedures[0].group value.unknown"}},
		{"a public procedure with a group", list(`{"code":"a","name":"n","kind":"public","group":"B"}`), []string{"procedures[0].group group.public"}},
		{"an empty group", list(`{"code":"a","name":"n","kind":"public","group":""}`), nil},
		{"one code twice", list(`{"code":"NB-1","name":"n","kind":"internal"},{"code":"nb-1","name":"m","kind":"internal"}`), []string{"procedures[1].code code.twice"}},
		{"one national key twice", list(`{"code":"1.001193","name":"n","kind":"public"},{"code":"1.001193.000.00.00.H50","name":"m","kind":"public"}`), []string{"procedures[1].code code.twice"}},
		{"an empty review", campaignWith(`{}`), []string{"reviews[0].procedure key.missing", "reviews[0].conclusion key.missing", "reviews[0].status key.missing"}},
		{"a review of what is not listed", campaignWith(`{"procedure":"NB-09","conclusion":"cut","status":"draft"}`), []string{"reviews[0].procedure review.not_listed"}},
		{"two reviews of one code", campaignWith(`{"procedure":"NB-01","conclusion":"cut","status":"draft"},{"procedure":"nb-01","conclusion":"keep","status":"draft"}`), []string{"reviews[1].procedure review.twice"}},
		{"an unknown conclusion and status", campaignWith(`{"procedure":"NB-01","conclusion":"cutt","status":""}`), []string{"reviews[0].conclusion value.unknown", "reviews[0].status value.unknown"}},
		{"an unknown measure", review(`,"measures":[{"kind":"cut"}]`), []string{"reviews[0].measures[0].kind value.unknown"}},
		{"an unknown part", review(`,"measures":[{"kind":"other","part":"paper"}]`), []string{"reviews[0].measures[0].part value.unknown"}},
		{"an unknown key of an amendment", review(`,"amendments":[{"law":""}]`), []string{"reviews[0].amendments[0].law key.unknown"}},
		{"a day that does not exist", review(`,"decided":"2024-02-30"`), []string{"reviews[0].decided date.invalid"}},
		{"a day as people write it", review(`,"decision":{"date":"20/7/2024"}`), []string{"reviews[0].decision.date date.invalid"}},
		{"a merged code that is none", review(`,"merged":["a b", 1]`), []string{"reviews[0].merged[0] code.invalid", "reviews[0].merged[1] type.wrong"}},
		{"a negative effort", review(`,"effort":-1`), []string{"reviews[0].effort effort.negative"}},
		{"a bad row", review(`,"before":[` + rowWith("hours", `"0,5"`) + `]`), []string{"reviews[0].before[0].hours decimal.comma"}},
		{"a row beyond the bound", review(`,"before":[` + dear(9001) + `]`), []string{"reviews[0].before[0].annual_cost total.too_large"}},
		{"a table whose sum is", review(`,"before":[` + dear(5000) + `,` + dear(5000) + `]`), []string{"reviews[0].before.annual_total total.too_large"}},
		{"tables whose sum is", campaignWith(`{"procedure":"NB-01","conclusion":"cut","status":"draft","before":[` + dear(5000) + `]},
			{"procedure":"NB-02","conclusion":"cut","status":"draft","before":[` + dear(5000) + `]}`), []string{"reviews total.too_large"}},
		{"a key twice", review(`,"status":"draft"`), []string{"reviews[0].status key.duplicate"}},
	} {
		_, err := ReadCampaign(strings.NewReader(c.in))
		if diff := cmp.Diff(c.want, told(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// interface.md, Campaign file: keep with a different after is refused.
func TestKeepKeepsTheCost(t *testing.T) {
	other := rowWith("hours", `2`)
	for _, c := range []struct {
		name, tables string
		refused      bool
	}{
		{"no tables", ``, false},
		{"before alone", `,"before":[` + goodRow + `]`, false},
		{"an empty after", `,"before":[` + goodRow + `],"after":[]`, false},
		{"the same", `,"before":[` + goodRow + `],"after":[` + goodRow + `]`, false},
		{"the same written otherwise", `,"before":[` + goodRow + `],"after":[` + rowWith("hours", `0.50`) + `]`, false},
		{"the same in another order", `,"before":[` + goodRow + `,` + other + `],"after":[` + other + `,` + goodRow + `]`, false},
		{"another row", `,"before":[` + goodRow + `],"after":[` + other + `]`, true},
		{"one row twice", `,"before":[` + goodRow + `,` + other + `],"after":[` + goodRow + `,` + goodRow + `]`, true},
		{"fewer rows", `,"before":[` + goodRow + `,` + other + `],"after":[` + goodRow + `]`, true},
		{"no before", `,"after":[` + goodRow + `]`, true},
	} {
		in := campaignWith(`{"procedure":"NB-01","conclusion":"keep","status":"approved"` + c.tables + `}`)
		_, err := ReadCampaign(strings.NewReader(in))
		var want []string
		if c.refused {
			want = []string{"reviews[0].after keep.after_differs"}
		}
		if diff := cmp.Diff(want, told(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		if _, err := ReadCampaign(strings.NewReader(strings.Replace(in, `"keep"`, `"cut"`, 1))); err != nil {
			t.Errorf("%s: as a cut: %v", c.name, err)
		}
	}
}

func TestCampaignRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCampaign().Draw(t, "campaign")
		var out bytes.Buffer
		if err := WriteCampaign(&out, c); err != nil {
			t.Fatal(err)
		}
		back, err := ReadCampaign(&out)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c, back, cmp.Comparer(sameOpt)); diff != "" {
			t.Fatalf("-written +read\n%s", diff)
		}
	})
}

// A proposal of one procedure comes back from its entry with everything that the format has a place for.
func TestEntryOfProposal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, e := range anyCampaign().Draw(t, "campaign").Reviews {
			if diff := cmp.Diff(e, EntryOf(e.Proposal(), 0), cmp.Comparer(sameOpt)); diff != "" {
				t.Fatalf("-entry +back\n%s", diff)
			}
		}
	})
	group := review.Proposal{Effort: value.Known(value.Whole(3)), Members: []review.Member{{Procedure: "A"}, {Procedure: "B", Before: new([]cost.Row)}}}
	first, second := EntryOf(group, 0), EntryOf(group, 1)
	if first.Effort.Or(0) != value.Whole(3) || second.Effort != value.Known(value.Decimal(0)) {
		t.Errorf("effort of a group's members: %v and %v, want 3 and 0", first.Effort, second.Effort)
	}
	if first.Before != nil || second.Before == nil || *second.Before == nil {
		t.Error("a missing table and an empty one come out as one")
	}
}

// anyCampaign draws campaign files as ReadCampaign gives them: no list is empty rather than nil, but for cost tables.
func anyCampaign() *rapid.Generator[CampaignFile] {
	return rapid.Custom(func(t *rapid.T) CampaignFile {
		c := CampaignFile{
			Plan:     filledText().Draw(t, "plan"),
			Campaign: review.CampaignID(filledText().Draw(t, "campaign")),
		}
		seen := map[catalog.Code]bool{}
		for range rapid.IntRange(0, 5).Draw(t, "procedures") {
			e := ListEntry{
				Code:  anyCode().Draw(t, "code"),
				Name:  filledText().Draw(t, "name"),
				Kind:  rapid.SampledFrom(catalog.Kinds).Draw(t, "kind"),
				Field: anyText().Draw(t, "field"),
			}
			if e.Kind == catalog.Internal {
				e.Group = rapid.SampledFrom(append([]catalog.Group{""}, catalog.Groups...)).Draw(t, "group")
			}
			if seen[e.Code.Key()] {
				continue
			}
			seen[e.Code.Key()] = true
			c.Procedures = append(c.Procedures, e)
			if rapid.Bool().Draw(t, "reviewed") {
				c.Reviews = append(c.Reviews, reviewOf(t, e.Code.Key()))
			}
		}
		return c
	})
}

func reviewOf(t *rapid.T, code catalog.Code) ReviewEntry {
	r := ReviewEntry{
		Procedure:  code,
		Conclusion: rapid.SampledFrom(review.Conclusions).Draw(t, "conclusion"),
		Status:     rapid.SampledFrom(review.States).Draw(t, "status"),
		Decided:    anyDay().Draw(t, "decided"),
		Decision:   review.DecisionRef{Number: anyText().Draw(t, "number"), Date: anyDay().Draw(t, "date")},
		Before:     anyTable().Draw(t, "before"),
		After:      anyTable().Draw(t, "after"),
		Effort:     optional(upTo(1_000_000)).Draw(t, "effort"),
	}
	if r.Conclusion == review.Keep {
		r.After = table(r.Before)
	}
	r.Measures = some(rapid.Custom(func(t *rapid.T) review.Measure {
		return review.Measure{
			Kind:    rapid.SampledFrom(review.MeasureKinds).Draw(t, "kind"),
			Part:    rapid.SampledFrom(append([]catalog.Part{""}, catalog.Parts...)).Draw(t, "part"),
			Content: anyText().Draw(t, "content"),
			Reason:  anyText().Draw(t, "reason"),
		}
	})).Draw(t, "measures")
	r.Merged = some(rapid.Map(anyCode(), catalog.Code.Key)).Draw(t, "merged")
	r.Amendments = some(rapid.Custom(func(t *rapid.T) review.Amendment {
		return review.Amendment{
			Document: anyText().Draw(t, "d"),
			Article:  anyText().Draw(t, "a"),
			Request:  anyText().Draw(t, "r"),
			By:       anyText().Draw(t, "b"),
			Due:      rapid.SampledFrom([]value.Date{{}, value.MustDate("2024-08-31")}).Draw(t, "due"),
		}
	})).Draw(t, "amendments")
	return r
}

func anyTable() *rapid.Generator[*[]cost.Row] {
	row := rapid.Custom(func(t *rapid.T) cost.Row {
		money := rapid.Int64Range(0, 10_000_000) // small enough for the totals of a whole campaign
		return cost.Row{
			Task:            rapid.SampledFrom(cost.Tasks).Draw(t, "task"),
			Activity:        filledText().Draw(t, "activity"),
			Hours:           upTo(100*value.DecimalScale).Draw(t, "hours"),
			HourlyRate:      value.Money(money.Draw(t, "rate")),
			ServiceCost:     value.Money(money.Draw(t, "service")),
			Fees:            value.Money(money.Draw(t, "fees")),
			TimesPerYear:    upTo(100*value.DecimalScale).Draw(t, "times"),
			SubjectsPerYear: rapid.Int64Range(0, 1000).Draw(t, "subjects"),
			Source:          rapid.SampledFrom(cost.Sources).Draw(t, "source"),
			Note:            anyText().Draw(t, "note"),
		}
	})
	return rapid.Custom(func(t *rapid.T) *[]cost.Row {
		if rapid.Bool().Draw(t, "missing") {
			return nil
		}
		rows := append([]cost.Row{}, rapid.SliceOfN(row, 0, 3).Draw(t, "rows")...)
		return &rows
	})
}

func FuzzReadCampaign(f *testing.F) {
	f.Add([]byte(campaignWith(`{"procedure":"NB-01","conclusion":"keep","status":"approved","before":[` + goodRow +
		`],"after":[]}`)))
	f.Add([]byte(`{"plan":"p","campaign":"c","procedures":[{"code":"` + strings.Repeat("a", 41) + `"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ReadCampaign(bytes.NewReader(data))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteCampaign(&out, c); err != nil {
			t.Fatal(err)
		}
		back, err := ReadCampaign(&out)
		if diff := cmp.Diff(c, back, cmp.Comparer(sameOpt)); err != nil || diff != "" {
			t.Errorf("ReadCampaign(%q): %v: -read +read again\n%s", data, err, diff)
		}
	})
}
