package field

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// steps is a list whose rows come by a button, with an answer that a new row comes with.
var steps = Form[review.Restructuring]{
	PressedRows("after.steps", func(r *review.Restructuring) *[]review.UserStep { return &r.After.Steps }, stepRows,
		Label("steps_after")),
}

var stepRows = Form[review.UserStep]{
	Long("text", func(u *review.UserStep) *string { return &u.Text }),
	Word("where", func(u *review.UserStep) *review.StepPlace { return &u.Where }, "step_place",
		review.StepPlaces).Given().Capital().Choose(),
	Whole("papers", func(u *review.UserStep) *int { return &u.Papers }, 0, 100),
}

// A button adds a row and takes one out; an empty row stands on the page, says its number, and is not read.
func TestPressedRows(t *testing.T) {
	in := url.Values{"after.steps[2].text": {"Gửi tờ khai."}, "after.steps[2].where": {"home"}}
	if row := EditRows(in, "add.after.steps"); row != "after.steps[3]" {
		t.Errorf("the row that came is %q, want after.steps[3]", row)
	}
	in.Set("after.steps[3].where", "office")
	s := NewSheet(words(t), in, nil)
	s.Keys = "services"
	list := steps.Lay(s).Lists[0]
	if len(list.Rows) != 2 || list.New != nil {
		t.Fatalf("%d rows and one more %v, want 2 and none", len(list.Rows), list.New)
	}
	row := list.Rows[1]
	if row.Number != "2 (sau)" || row.Cells[0].Label != "Việc phải làm, bước 2 (sau)" {
		t.Errorf("row %q with label %q, want 2 (sau) and its label", row.Number, row.Cells[0].Label)
	}
	places := row.Cells[1].Options
	if places[0] != (Option{Text: "– chọn –"}) || places[1].Text != "Trực tuyến" {
		t.Errorf("answers %v, want an open one, then capitals", places)
	}

	var got review.Restructuring
	r := steps.Read(in, &got)
	if want := []review.UserStep{{Text: "Gửi tờ khai.", Where: "home"}}; !slices.Equal(got.After.Steps, want) {
		t.Errorf("read %v, want %v", got.After.Steps, want)
	}
	placed := r.Place(value.Problems{{Field: "after.steps[0].text"}})
	if placed[0].Field != "after.steps[2].text" {
		t.Errorf("a problem stands at %s, want after.steps[2].text", placed[0].Field)
	}

	if EditRows(in, "remove.after.steps[2]"); !slices.Equal(RowNumbers(in, "after.steps"), []int{3}) {
		t.Errorf("rows %v after one was taken out, want 3", RowNumbers(in, "after.steps"))
	}
	if row := EditRows(url.Values{}, "add.measures"); row != "measures[0]" {
		t.Errorf("the first row is %q, want measures[0]", row)
	}
}

// A number that may stay open is not 0, and keeps what stood where it cannot be read.
func TestDecimalOr(t *testing.T) {
	form := Form[review.Proposal]{
		DecimalOr("effort", func(p *review.Proposal) *value.Opt[value.Decimal] { return &p.Effort }),
	}
	for typed, want := range map[string]string{"": "", "0": "0", " 2,50 ": "2,5", "hai": "1"} {
		p := review.Proposal{Effort: value.Known(value.Decimal(10_000))}
		r := form.Read(url.Values{"effort": {typed}}, &p)
		if got := form.Values(p).Get("effort"); got != want || (len(r.Problems) > 0) != (typed == "hai") {
			t.Errorf("%q is %q %v, want %q", typed, got, r.Problems, want)
		}
	}
}

// A page that makes its rows itself gets the cells of one, and says how each is called there and in the summary.
func TestCells(t *testing.T) {
	in := url.Values{"after.steps[1].papers": {"ba"}}
	s := NewSheet(words(t), in, value.Problems{{Field: "after.steps[1].papers", Code: "typed.choice"}})
	s.Keys = "services"
	cells := stepRows.Cells(s, "after.steps[1].", func(key string) (string, string) { return key, "row 2, " + key })
	if len(cells) != 3 || cells[2].ID != "after.steps[1].papers" || cells[2].Label != "services.papers" {
		t.Fatalf("cells %v, want three with the labels that they were given", cells)
	}
	lines := s.Summary()
	if len(lines) != 1 || !strings.HasPrefix(lines[0].Text, "row 2, services.papers: ") {
		t.Errorf("summary %v, want the field with its row", lines)
	}
}

// A hint that several fields share gives way to one of its own.
func TestHinted(t *testing.T) {
	s := NewSheet(words(t), nil, nil)
	s.Keys = "services"
	shared := Long("nowhere", func(u *review.UserStep) *string { return &u.Text }).Hinted("date.hint")
	own := Long("nowhere", func(u *review.UserStep) *string { return &u.Text }, Hint("own")).Hinted("date.hint")
	cells := Form[review.UserStep]{shared, own}.Cells(s, "", nil)
	if cells[0].Hint != words(t).Say("date.hint") || cells[1].Hint != "own" {
		t.Errorf("hints %q and %q, want the shared one and its own", cells[0].Hint, cells[1].Hint)
	}
}
