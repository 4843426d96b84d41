package field

import (
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
)

// The forms of the tests are those of a plan's duties and references: labels and words come from the real tables.

var duties = Form[review.Plan]{
	Text("title", func(p *review.Plan) *string { return &p.Title }),
	Lines("recipients", func(p *review.Plan) *[]string { return &p.Upward.Recipients }),
	Rows("duties", func(p *review.Plan) *[]review.Duty { return &p.Duties }, Form[review.Duty]{
		Key("id", func(d *review.Duty) *string { return &d.ID }),
		Text("title", func(d *review.Duty) *string { return &d.Title }, Label("duty")),
		Date("deadline", func(d *review.Duty) *value.Date { return &d.Deadline }, Label("due")),
		Either("day", func(d *review.Duty) *bool { return &d.Inclusive }, "before", "itself"),
		Whole("monthly", func(d *review.Duty) *int { return &d.Monthly }, 1, 31),
		Offer("campaign", func(d *review.Duty) *review.CampaignID { return &d.Campaign }, "campaigns"),
	}, At("nhiem-vu")),
	FixedRows(
		"campaigns",
		func(p *review.Plan) *[]review.CampaignPlan { return &p.Campaigns },
		Form[review.CampaignPlan]{
			Key("id", func(c *review.CampaignPlan) *review.CampaignID { return &c.ID }),
			Text("name", func(c *review.CampaignPlan) *string { return &c.Name }),
			Date("due", func(c *review.CampaignPlan) *value.Date { return &c.Due }),
		},
	),
	Rows("references", func(p *review.Plan) *[]review.Reference { return &p.References }, Form[review.Reference]{
		Text("number", func(r *review.Reference) *string { return &r.Number }),
		Date("date", func(r *review.Reference) *value.Date { return &r.Date }),
	}),
}

func plan() review.Plan {
	return review.Plan{
		Title:  "Rà soát năm 2024",
		Upward: review.Upward{Recipients: []string{"UBND huyện", "Văn phòng"}},
		Duties: []review.Duty{
			{ID: "a", Title: "Rà soát", Deadline: value.Date{Year: 2024, Month: 8, Day: 10}, Owner: "Văn phòng"},
			{ID: "b", Title: "Báo cáo", Monthly: 18, Inclusive: true},
		},
		Campaigns:  []review.CampaignPlan{{ID: "public", Name: "Thủ tục", To: "huyện"}},
		References: []review.Reference{{Number: "61/2018/NĐ-CP"}},
	}
}

var compare = cmp.Options{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b value.Opt[int]) bool { return a == b }),
	cmp.Comparer(func(a, b value.Opt[value.Decimal]) bool { return a == b }),
}

func words(t testing.TB) *text.Table {
	t.Helper()
	w, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// What the form does not ask for, the owner of a duty and the addressee of a campaign, is kept by the key of the row.
func TestForm_ThereAndBack(t *testing.T) {
	base := plan()
	got := plan()
	r := duties.Read(duties.Values(base), &got)
	if len(r.Problems) > 0 {
		t.Fatalf("problems %v, want none", r.Problems)
	}
	if d := cmp.Diff(base, got, compare); d != "" {
		t.Errorf("plan after writing and reading (-want +got):\n%s", d)
	}
}

func TestForm_ReadRows(t *testing.T) {
	in := duties.Values(plan())
	in.Set("duties[0].drop", "1")
	in.Set("duties[7].title", "Việc mới")
	in.Set("duties[7].day", "before")
	in.Set("duties[9].day", "before") // the empty row at the end
	in.Set("duties[1].owner", "not asked")
	got := plan()
	r := duties.Read(in, &got)
	if len(r.Problems) > 0 {
		t.Fatalf("problems %v, want none", r.Problems)
	}
	want := []review.Duty{{ID: "b", Title: "Báo cáo", Monthly: 18, Inclusive: true}, {Title: "Việc mới"}}
	if d := cmp.Diff(want, got.Duties, compare); d != "" {
		t.Errorf("duties (-want +got):\n%s", d)
	}
	placed := r.Place(
		value.Problems{
			{Field: "duties[1].title"},
			{Field: "duties[2].title"},
			{Field: "title"},
			{Field: "campaigns[0].due"},
		},
	)
	for i, want := range []string{"duties[7].title", "duties[2].title", "title", "campaigns[0].due"} {
		if placed[i].Field != want {
			t.Errorf("problem %d stands at %q, want %q", i, placed[i].Field, want)
		}
	}
}

func TestForm_ReadProblems(t *testing.T) {
	for _, c := range []struct{ name, typed, field, code string }{
		{"no date", "hôm qua", "duties[0].deadline", "date.typed"},
		{"a day that is none", "31/2/2024", "duties[0].deadline", "date.typed"},
		{"below the bounds", "0", "duties[1].monthly", "typed.whole"},
		{"above the bounds", "32", "duties[1].monthly", "typed.whole"},
		{"not whole", "1,5", "duties[1].monthly", "typed.whole"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := duties.Values(plan())
			in.Set(c.field, c.typed)
			got := plan()
			r := duties.Read(in, &got)
			if len(r.Problems) != 1 || r.Problems[0].Field != c.field || r.Problems[0].Code != c.code {
				t.Errorf("typed %q: problems %+v, want one %s at %s", c.typed, r.Problems, c.code, c.field)
			}
			if d := cmp.Diff(plan(), got, compare); d != "" {
				t.Errorf("what could not be read changed the plan:\n%s", d)
			}
		})
	}
}

func TestForm_Lay(t *testing.T) {
	in := duties.Values(plan())
	in.Set("duties[0].deadline", "31/2/2024")
	s := NewSheet(
		words(t),
		in,
		value.Problems{
			{Field: "duties[0].deadline", Code: "date.typed", Args: []any{"31/2/2024"}},
			{Code: "form.frozen"},
		},
	)
	s.Keys = "planform"
	s.Offers = map[string][]Option{"campaigns": {{Value: "", Text: "không"}, {Value: "public", Text: "công khai"}}}
	l := duties.Lay(s)
	if c := l.Cell("title"); c == nil || c.Value != "Rà soát năm 2024" || c.Problem != "" {
		t.Errorf("title %+v", c)
	}
	list := l.List("duties")
	if list == nil || len(list.Rows) != 2 || list.New == nil || list.ID != "nhiem-vu" {
		t.Fatalf("duties %+v, want two rows and an empty one at nhiem-vu", list)
	}
	first := list.Rows[0]
	if first.Title != "Rà soát" || first.Key != "a" || first.KeyName != "duties[0].id" || !first.Drop {
		t.Errorf("first row %+v", first)
	}
	due := first.Cell("deadline")
	if due == nil || due.Value != "31/2/2024" || due.Problem == "" || due.Label != "Hạn" ||
		due.Hint != "Ví dụ: 22/4/2024" {
		t.Errorf("deadline %+v, want it as typed with its problem, label and hint", due)
	}
	if list.New.Name != "duties[2]" || list.New.Drop {
		t.Errorf("empty row %q, want duties[2], not to be dropped", list.New.Name)
	}
	if l.List("campaigns").New != nil {
		t.Error("a fixed list offers an empty row")
	}
	sum := s.Summary()
	if len(sum) != 2 || sum[0].Href != "#duties%5B0%5D.deadline" || sum[1].Href != "" {
		t.Errorf("summary %+v, want the deadline's line, then that of the whole form", sum)
	}
}

func TestForm_Differ(t *testing.T) {
	saved, typed := plan(), plan()
	typed.Title = "Rà soát năm 2025"
	typed.Duties = []review.Duty{{ID: "b", Title: "Báo cáo", Monthly: 20}, {Title: "Việc mới"}}
	typed.References = nil
	want := []Difference{
		{words(t).Say("planform.title"), "Rà soát năm 2024", "Rà soát năm 2025"},
		{"Các đợt và nhiệm vụ có thời hạn", "Rà soát", ""},
		{"Báo cáo, Thời hạn", "đến hết ngày", "trước ngày"},
		{"Báo cáo, Hằng tháng, vào ngày", "18", "20"},
		{"Các đợt và nhiệm vụ có thời hạn", "", "Việc mới"},
		{"Căn cứ", "61/2018/NĐ-CP", ""},
	}
	got := duties.Differ(words(t), "planform", saved, typed)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("differences (-want +got):\n%s", d)
	}
	swapped := plan()
	swapped.Duties[0], swapped.Duties[1] = swapped.Duties[1], swapped.Duties[0]
	if got := duties.Differ(words(t), "planform", saved, swapped); len(got) != 1 || got[0].Saved != "Rà soát; Báo cáo" {
		t.Errorf("rows in another order: %+v, want their order alone", got)
	}
}

// Whatever stands in a plan stands in it after it was written into a form and read again, and differs in nothing.
func TestForm_ThereAndBack_property(t *testing.T) {
	w := words(t)
	word := rapid.StringMatching(`[a-zA-Zđĩơư]{1,8}( [a-z]{1,5})?`)
	day := rapid.Custom(func(t *rapid.T) value.Date {
		return value.Date{
			Year:  rapid.IntRange(2020, 2030).Draw(t, "year"),
			Month: 5,
			Day:   rapid.IntRange(1, 31).Draw(t, "day"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		p := review.Plan{
			Title:  word.Draw(t, "title"),
			Upward: review.Upward{Recipients: rapid.SliceOfN(word, 1, 3).Draw(t, "to")},
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "duties") {
			p.Duties = append(
				p.Duties,
				review.Duty{ID: string(rune('a' + i)), Title: word.Draw(t, "duty"), Deadline: day.Draw(t, "due"),
					Inclusive: rapid.Bool().
						Draw(t, "inclusive"),
					Monthly: rapid.IntRange(0, 31).Draw(t, "monthly"), Owner: word.Draw(t, "owner")},
			)
		}
		in := duties.Values(p)
		// numbers with gaps between them, as after a removal
		for list, ids := range map[string]int{"duties": len(p.Duties)} {
			moved := url.Values{}
			for name, typed := range in {
				if l, n, rest, ok := cutRow(name); ok && l == list && n < ids {
					name = RowName(list, 3*n) + rest
				}
				moved[name] = typed
			}
			in = moved
		}
		got := p
		if r := duties.Read(in, &got); len(r.Problems) > 0 {
			t.Fatalf("problems %v of %v", r.Problems, in)
		}
		if d := cmp.Diff(p, got, compare); d != "" {
			t.Fatalf("after writing and reading (-want +got):\n%s", d)
		}
		if d := duties.Differ(w, "planform", p, got); len(d) > 0 {
			t.Fatalf("the same plan differs: %v", d)
		}
	})
}

// Nothing that is sent breaks a form: it is read, laid out and placed.
func FuzzForm_Read(f *testing.F) {
	w := words(f)
	f.Add("duties[0].title=a&duties[00].day=itself&duties[99999].x=y", "duties[1].title")
	f.Add("duties[1].id=a&duties[1].drop=1&campaigns[3].id=public&campaigns[3].due=1/1/2024", "campaigns[0].due")
	f.Add("title=%ff&duties[].title=&references[0].number=[", "duties[-1]x[")
	f.Fuzz(func(t *testing.T, body, field string) {
		in, err := url.ParseQuery(body)
		if err != nil {
			t.Skip()
		}
		p := plan()
		r := duties.Read(in, &p)
		s := NewSheet(w, in, append(r.Place(value.Problems{{Field: field, Code: "form.frozen"}}), r.Problems...))
		s.Keys = "planform"
		l := duties.Lay(s)
		if len(l.Lists) != 3 || len(s.Summary()) != len(r.Problems)+1 {
			t.Fatalf("summary %v of problems %v", s.Summary(), r.Problems)
		}
	})
}
