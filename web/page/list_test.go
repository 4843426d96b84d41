package page_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/app/text"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// listed is a row of the lists of these tests; at is where it stands before anything is asked.
type listed struct {
	at    int
	name  string
	count value.Opt[int]
	cost  value.Opt[value.Money]
	share string
	due   value.Date
	state string
}

var listOfTests = page.List[listed]{
	Columns: []page.Column[listed]{
		page.WordsColumn("ten", "col.name", func(x listed) string { return x.name }),
		page.CountColumn("so", "col.kind", func(x listed) value.Opt[int] { return x.count }, page.Beside),
		page.MoneyColumn("tien", "campaign.col.before", func(x listed) value.Opt[value.Money] { return x.cost },
			page.InUnit("campaign.col.dong_a_year")),
		page.PercentColumn("ty-le", "cost.share", func(x listed) string { return x.share }),
		page.DayColumn("han", "col.due", func(x listed) value.Date { return x.due }),
	},
	Filters: []page.Filter[listed]{
		{
			ID: "trang-thai", Title: "col.status", Chips: true, Order: []string{"sau", "dau"},
			Of: func(x listed) []field.Option { return page.One(x.state, x.state) },
		},
		{ID: "chu", Title: "col.kind", Of: func(x listed) []field.Option {
			if x.name == "" {
				return nil
			}
			first := string([]rune(x.name)[:1])
			return page.One(first, first)
		}},
	},
	Sought:  func(x listed) string { return x.state },
	Ticks:   "campaign.col.pick",
	PerPage: 3,
}

func someRows() []listed {
	return []listed{
		{0, "Ước lượng", value.Known(10), value.Known[value.Money](5_000_000), "9.50", value.MustDate("2024-07-05"), "dau"},
		{1, "", value.Opt[int]{}, value.Opt[value.Money]{}, "", value.Date{}, "sau"},
		{2, "Đăng ký", value.Known(9), value.Known[value.Money](-1), "18.60", value.MustDate("2024-12-01"), "sau"},
		{3, "Đất đai", value.Known(100), value.Known[value.Money](0), "100.00", value.MustDate("2023-01-31"), "dau"},
		{4, "Dân số", value.Known(9), value.Known[value.Money](20), "-3.00", value.MustDate("2024-07-05"), ""},
	}
}

func vietnamese(t testing.TB) *text.Table {
	t.Helper()
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func layOut(t testing.TB, query string, rows []listed) (page.Listing, []int) {
	t.Helper()
	address, err := url.Parse("/so?" + query)
	if err != nil {
		t.Fatal(err)
	}
	l, shown := listOfTests.Lay(vietnamese(t), address, rows)
	at := []int{}
	for _, x := range shown {
		at = append(at, x.at)
	}
	return l, at
}

func TestList(t *testing.T) {
	for _, x := range []struct {
		why, query string
		want       []int
		shown      string
	}{
		{"as they stand, a page of them", "", []int{0, 1, 2}, "Hiện 5/5 dòng"},
		{"the second page", "trang=2", []int{3, 4}, "Hiện 5/5 dòng"},
		{"a page that is not there is the last", "trang=99", []int{3, 4}, "Hiện 5/5 dòng"},
		{"a page that is no number is the first", "trang=hai", []int{0, 1, 2}, "Hiện 5/5 dòng"},
		{"words as in a dictionary, D before Đ", "xep=ten", []int{4, 2, 3}, "Hiện 5/5 dòng"},
		{"backwards, the empty one is last still", "xep=ten-giam&trang=2", []int{4, 1}, "Hiện 5/5 dòng"},
		{"numbers as numbers, equal ones as they stood", "xep=so", []int{2, 4, 0}, "Hiện 5/5 dòng"},
		{"numbers backwards, equal ones as they stood", "xep=so-giam", []int{3, 0, 2}, "Hiện 5/5 dòng"},
		{"money, below zero first", "xep=tien", []int{2, 3, 4}, "Hiện 5/5 dòng"},
		{"percentages as numbers", "xep=ty-le", []int{4, 0, 2}, "Hiện 5/5 dòng"},
		{"days by time, not by their letters", "xep=han", []int{3, 0, 4}, "Hiện 5/5 dòng"},
		{"a column that there is not", "xep=mau", []int{0, 1, 2}, "Hiện 5/5 dòng"},
		{"words without accents, in any order", "tu-khoa=ky+dang", []int{2}, "Hiện 1/5 dòng"},
		{"words beside the columns", "tu-khoa=sau", []int{1, 2}, "Hiện 2/5 dòng"},
		{"a number as it is written", "tu-khoa=18,60", []int{2}, "Hiện 1/5 dòng"},
		{"a state", "trang-thai=dau", []int{0, 3}, "Hiện 2/5 dòng"},
		{"a state and words, sorted", "trang-thai=dau&tu-khoa=d&xep=han", []int{3, 0}, "Hiện 2/5 dòng"},
		{"a state that no row has", "trang-thai=giua", []int{}, "Hiện 0/5 dòng"},
	} {
		l, got := layOut(t, x.query, someRows())
		if !slices.Equal(got, x.want) || l.Shown != x.shown {
			t.Errorf("%s (%s): rows %v, %q, want %v, %q", x.why, x.query, got, l.Shown, x.want, x.shown)
		}
	}
}

// The links of a list keep what the address says, and change one thing of it.
func TestList_address(t *testing.T) {
	l, _ := layOut(t, "trang-thai=dau&xep=so&tu-khoa=d&chon=hien&dot=x&trang=1", someRows())
	number, cost := l.Heads[0].Links[1], l.Heads[1].Links[0]
	state := l.Chips[0].Values
	for _, x := range []struct{ what, got, want string }{
		{"the column that sorts", number.Href, "/so?dot=x&trang-thai=dau&tu-khoa=d&xep=so-giam"},
		{"how it sorts", l.Heads[0].Sorted + number.Sign, "ascending▲"},
		{"another column", cost.Href, "/so?dot=x&trang-thai=dau&tu-khoa=d&xep=tien"},
		{"how that sorts", l.Heads[1].Sorted + cost.Sign, ""},
		{"its unit", cost.Unit, "đồng/năm"},
		{"the state that is set", state[1].Href, "/so?dot=x&tu-khoa=d&xep=so"},
		{"another state", state[0].Href, "/so?dot=x&trang-thai=sau&tu-khoa=d&xep=so"},
		{"how many another state would leave", state[0].Text + " " + state[0].Count, "Sau 1"},
		{"without filters", l.Clear, "/so?dot=x&xep=so"},
		{"the file", l.Sheet, "/so?dot=x&tai-ve=xlsx&trang-thai=dau&tu-khoa=d&xep=so"},
		{"all ticked", l.PickAll, "/so?chon=hien&dot=x&trang=1&trang-thai=dau&tu-khoa=d&xep=so"},
	} {
		if x.got != x.want {
			t.Errorf("%s: %q, want %q", x.what, x.got, x.want)
		}
	}
	if !l.Narrowed || !l.IsTicked(false) {
		t.Errorf("narrowed %v, ticked %v, want both", l.Narrowed, l.IsTicked(false))
	}
	kept := []page.Fact{{Term: "dot", Text: "x"}, {Term: "trang-thai", Text: "dau"}}
	if !slices.Equal(l.Keep, kept) {
		t.Errorf("the form sends %v along, want %v", l.Keep, kept)
	}
	var answers []string
	for _, o := range l.Choices[0].Options {
		answers = append(answers, o.Text)
	}
	if got := strings.Join(answers, "; "); l.Choices[0].ID != "chu" || !strings.HasPrefix(got, "Tất cả; ") {
		t.Errorf("choice %q: %s", l.Choices[0].ID, got)
	}
	if down, _ := layOut(t, "xep=so-giam", someRows()); down.Heads[0].Links[1].Href != "/so" ||
		down.Heads[0].Sorted != "descending" {
		t.Errorf("sorted downwards: %+v", down.Heads[0])
	}
	if none, _ := layOut(t, "chon=bo", someRows()); none.IsTicked(true) {
		t.Error("none is to be ticked, and one is")
	}
}

// Whatever is asked for, sorting loses no row and makes none, equal rows keep their order, and empty ones are last.
func TestList_sortIsStable(t *testing.T) {
	words := vietnamese(t)
	all := listOfTests
	all.PerPage = 1000
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) listed {
			x := listed{name: rapid.SampledFrom([]string{"", "đa", "Đa", "da", "dã", "ước"}).Draw(t, "name")}
			if rapid.Bool().Draw(t, "known") {
				x.count = value.Known(rapid.IntRange(-2, 2).Draw(t, "count"))
				x.cost = value.Known(value.Money(rapid.Int64Range(-2, 2).Draw(t, "cost")))
				x.share = rapid.SampledFrom([]string{"", "0.50", "-1.00", "10.00"}).Draw(t, "share")
				x.due = value.MustDate("2024-07-15").Add(rapid.IntRange(-1, 1).Draw(t, "due"))
			}
			return x
		}), 0, 30).Draw(t, "rows")
		for i := range rows {
			rows[i].at = i
		}
		id := rapid.SampledFrom([]string{"ten", "so", "tien", "ty-le", "han"}).Draw(t, "column")
		up := sortedAs(all, words, id, rows)
		down := sortedAs(all, words, id+"-giam", rows)
		for _, got := range [][]listed{up, down} {
			seen := map[int]bool{}
			for _, x := range got {
				seen[x.at] = true
			}
			if len(got) != len(rows) || len(seen) != len(rows) {
				t.Fatalf("%d rows became %d, %d of them apart", len(rows), len(got), len(seen))
			}
		}
		same := func(a, b listed) bool {
			switch id {
			case "ten":
				return a.name == b.name
			case "so":
				return a.count == b.count
			case "tien":
				return a.cost == b.cost
			case "ty-le":
				return a.share == b.share
			}
			return a.due == b.due
		}
		for _, got := range [][]listed{up, down} {
			for i := 1; i < len(got); i++ {
				if same(got[i-1], got[i]) && got[i-1].at > got[i].at {
					t.Fatalf("equal rows %d and %d changed places", got[i].at, got[i-1].at)
				}
				if isEmpty(id, got[i-1]) && !isEmpty(id, got[i]) {
					t.Fatalf("row %d, which is empty, stands before one that is not", got[i-1].at)
				}
			}
		}
	})
}

func sortedAs(l page.List[listed], words *text.Table, sort string, rows []listed) []listed {
	_, out := l.Lay(words, &url.URL{Path: "/so", RawQuery: "xep=" + sort}, rows)
	return out
}

func isEmpty(id string, x listed) bool {
	switch id {
	case "ten":
		return x.name == ""
	case "so":
		return !x.count.IsKnown()
	case "tien":
		return !x.cost.IsKnown()
	case "ty-le":
		return x.share == ""
	}
	return x.due.IsZero()
}
