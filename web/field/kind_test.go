package field

import (
	"net/url"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/value"
)

// everything has one answer of each kind.
type everything struct {
	Text    string
	Long    string
	Lines   []string
	Word    catalog.Group
	Words   []catalog.Level
	Offer   string
	Either  bool
	Pick    string
	Tick    bool
	Date    value.Date
	Whole   int
	Big     int64
	Count   value.Opt[int]
	Decimal value.Decimal
	Percent value.Decimal
	Open    value.Opt[value.Decimal]
	Money   value.Money
}

var kinds = Form[everything]{
	Text("text", func(e *everything) *string { return &e.Text }),
	Long("long", func(e *everything) *string { return &e.Long }),
	Lines("lines", func(e *everything) *[]string { return &e.Lines }),
	Word("word", func(e *everything) *catalog.Group { return &e.Word }, "group", []catalog.Group{"", "A", "B"}),
	Words("words", func(e *everything) *[]catalog.Level { return &e.Words }, "level", catalog.Levels),
	Offer("offer", func(e *everything) *string { return &e.Offer }, "people"),
	Either("either", func(e *everything) *bool { return &e.Either }, "before", "itself"),
	Pick("pick", []string{"2", "1", "0"}, func(e *everything) string {
		if e.Pick == "" {
			return "2"
		}
		return e.Pick
	}, func(e *everything, word string) { e.Pick = word }),
	Tick("tick", func(e *everything) *bool { return &e.Tick }),
	Date("date", func(e *everything) *value.Date { return &e.Date }),
	Whole("whole", func(e *everything) *int { return &e.Whole }, 1, 31),
	Whole("big", func(e *everything) *int64 { return &e.Big }, 1, 10_000_000),
	Count("count", func(e *everything) *value.Opt[int] { return &e.Count }, 1000),
	Decimal("decimal", func(e *everything) *value.Decimal { return &e.Decimal }),
	Percent("percent", func(e *everything) *value.Decimal { return &e.Percent }).Refused("rules.threshold"),
	PercentOr("open", func(e *everything) *value.Opt[value.Decimal] { return &e.Open }),
	Money("money", func(e *everything) *value.Money { return &e.Money }),
}

func TestKinds_Read(t *testing.T) {
	decimal := func(s string) value.Decimal {
		d, err := value.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name, field string
		typed       []string
		want        everything
	}{
		{"blanks around and within are one", "text", []string{"  Ủy  ban "}, everything{Text: "Ủy ban"}},
		{"letters that are composed", "text", []string{"U\u0309y ban"}, everything{Text: "Ủy ban"}},
		{"lines stay lines", "long", []string{"một\r\nhai"}, everything{Long: "một\nhai"}},
		{"empty lines are none", "lines", []string{"một\r\n\r\n  hai "}, everything{Lines: []string{"một", "hai"}}},
		{"a word", "word", []string{"B"}, everything{Word: "B"}},
		{"several words", "words", []string{"commune", "province"}, everything{Words: []catalog.Level{"commune",
			"province"}}},
		{"what is offered", "offer", []string{"lan"}, everything{Offer: "lan"}},
		{"the second of two", "either", []string{"itself"}, everything{Either: true}},
		{"one of several", "pick", []string{"0"}, everything{Pick: "0"}},
		{"no choice is the first", "pick", []string{""}, everything{Pick: "2"}},
		{"ticked", "tick", []string{"1"}, everything{Tick: true}},
		{"a day", "date", []string{"09/8/2024"}, everything{Date: value.Date{Year: 2024, Month: 8, Day: 9}}},
		{"a day as browsers send it", "date", []string{"2024-08-09"}, everything{Date: value.Date{Year: 2024, Month: 8,
			Day: 9}}},
		{"the least", "whole", []string{"1"}, everything{Whole: 1}},
		{"the most", "whole", []string{"31"}, everything{Whole: 31}},
		{"groups of three", "big", []string{"3.250"}, everything{Big: 3250}},
		{"known to be none", "count", []string{"0"}, everything{Count: value.Known(0)}},
		{"not known", "count", []string{""}, everything{}},
		{"a comma", "decimal", []string{"0,5"}, everything{Decimal: decimal("0.5")}},
		{"with its sign", "percent", []string{"20 %"}, everything{Percent: value.Whole(20)}},
		{"left open", "open", []string{" "}, everything{}},
		{"not left open", "open", []string{"0"}, everything{Open: value.Known(value.Decimal(0))}},
		{"đồng", "money", []string{"48.248 đồng"}, everything{Money: 48248}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got everything
			r := kinds.Read(url.Values{c.field: c.typed}, &got)
			if len(r.Problems) > 0 {
				t.Fatalf("%q: problems %v, want none", c.typed, r.Problems)
			}
			if d := cmp.Diff(c.want, got, compare); d != "" {
				t.Errorf("%q read (-want +got):\n%s", c.typed, d)
			}
		})
	}
}

func TestKinds_Refused(t *testing.T) {
	for _, c := range []struct{ field, typed, code string }{
		{"either", "maybe", "typed.choice"},
		{"pick", "3", "typed.choice"},
		{"date", "31/4/2024", "date.typed"},
		{"whole", "0", "typed.whole"},
		{"whole", "32", "typed.whole"},
		{"whole", "-1", "typed.whole"},
		{"whole", "1,0", "typed.whole"},
		{"big", "10.000.001", "typed.whole"},
		{"count", "-1", "typed.whole"},
		{"count", "1001", "typed.whole"},
		{"decimal", "-0,5", "typed.decimal"},
		{"decimal", "0,12345", "typed.decimal"},
		{"decimal", "5%", "typed.decimal"},
		{"percent", "hai mươi", "rules.threshold"},
		{"open", "x", "typed.percent"},
		{"money", "1,5", "typed.money"},
		{"money", "99999999999999999999", "typed.money"},
	} {
		var got everything
		r := kinds.Read(url.Values{c.field: {c.typed}}, &got)
		if len(r.Problems) != 1 || r.Problems[0].Code != c.code || r.Problems[0].Field != c.field {
			t.Errorf("%s %q: problems %+v, want one %s", c.field, c.typed, r.Problems, c.code)
		}
		if d := cmp.Diff(everything{}, got, compare); d != "" {
			t.Errorf("%s %q changed what stood there:\n%s", c.field, c.typed, d)
		}
	}
}

// A page that does not ask for a field leaves it as it stands; a box that is not ticked is not sent, and was asked.
func TestKinds_NotSent(t *testing.T) {
	full := everything{
		Text: "a", Lines: []string{"b"}, Word: "A", Words: []catalog.Level{"commune"}, Either: true, Tick: true,
		Whole: 3,
		Count: value.Known(2), Percent: value.Whole(5), Money: 7,
	}
	got := full
	if r := kinds.Read(url.Values{}, &got); len(r.Problems) > 0 {
		t.Fatal(r.Problems)
	}
	want := full
	want.Tick, want.Words = false, nil
	if d := cmp.Diff(want, got, compare); d != "" {
		t.Errorf("after a form that sent nothing (-want +got):\n%s", d)
	}
}

func TestKinds_ThereAndBack(t *testing.T) {
	full := everything{
		Text: "Ủy ban", Long: "một\nhai", Lines: []string{"một", "hai"}, Word: "B", Words: []catalog.Level{"commune",
			"province"},
		Offer: "lan", Either: true, Pick: "1", Tick: true, Date: value.Date{Year: 2024, Month: 2, Day: 29}, Whole: 31,
		Big: 1_234_567,
		Count: value.Known(
			0,
		), Decimal: 12_345, Percent: value.Whole(100), Open: value.Known(value.Whole(33)), Money: 77_893_240,
	}
	for name, want := range map[string]everything{"empty": {Pick: "2"}, "full": full} {
		var got everything
		if r := kinds.Read(kinds.Values(want), &got); len(r.Problems) > 0 {
			t.Errorf("%s: problems %v, want none", name, r.Problems)
		}
		if d := cmp.Diff(want, got, compare); d != "" {
			t.Errorf("%s after writing and reading (-want +got):\n%s", name, d)
		}
	}
}

// An answer in words has its unit, the words of its choice, and what holds where nothing was answered.
func TestForm_Answers(t *testing.T) {
	w := words(t)
	got := Form[everything]{kinds[9], kinds[14], kinds[4]}.Answers(w, "planform", everything{
		Date:    value.Date{Year: 2024, Month: 8, Day: 9},
		Percent: value.Whole(20),
		Words:   []catalog.Level{"commune", "province"},
	})
	var texts []string
	for _, a := range got {
		texts = append(texts, a.Name+": "+a.Text)
	}
	want := []string{
		"date: 09/8/2024",
		"percent: 20%",
		"words: " + w.Name("level", "commune") + "; " + w.Name("level", "province"),
	}
	if !slices.Equal(texts, want) {
		t.Errorf("answers %q, want %q", texts, want)
	}
}

func TestForm_Named(t *testing.T) {
	got := kinds.Named("date", "text", "nothing").Values(everything{Text: "a"})
	if len(got) != 2 || got.Get("text") != "a" || !got.Has("date") {
		t.Errorf("values %v, want text and date alone", got)
	}
}

// No page carries a password, not even back to who typed it.
func TestSheet_Password(t *testing.T) {
	s := NewSheet(words(t), url.Values{"password": {"hoa gạo tháng ba"}}, nil)
	if c := s.Cell("password", "Mật khẩu", Kind("password")); c.Value != "" {
		t.Errorf("the cell carries %q", c.Value)
	}
}

// The first field of a short form has the focus; where something is wrong, the summary has it.
func TestSheet_Focus(t *testing.T) {
	if c := NewSheet(words(t), nil, nil).Cell("name", "Tên", Focused); !c.Focus {
		t.Error("an opened form has no focus")
	}
	if c := NewSheet(words(t), nil, value.Problems{{Field: "x", Code: "form.frozen"}}).Cell("name", "Tên",
		Focused); c.Focus {
		t.Error("a field takes the focus from the summary")
	}
}
