package app

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

var (
	reviewerHoa = Person{Name: "hoa", Roles: []account.Role{account.Reviewer}}
	officeLan   = Person{Name: "lan", Roles: []account.Role{account.Office}}
	chairTuan   = Person{Name: "tuan", Roles: []account.Role{account.Chairman}}
	adminAnh    = Person{Name: "anh", Roles: []account.Role{account.Admin}}
)

func entry(key, variant string, num, den int64, base int) FigureEntry {
	opt := func(n int64) value.Opt[int64] {
		if n == none {
			return value.Opt[int64]{}
		}
		return value.Known(n)
	}
	return FigureEntry{
		Figure: review.Figure{Indicator: key, Variant: variant, Numerator: opt(num), Denominator: opt(den)},
		Base:   base,
	}
}

const none = -1 << 40

// fieldCodes is "field code" of each problem, or what else the error is.
func fieldCodes(err error) string {
	var p value.Problems
	var conflict *value.Conflict
	switch {
	case err == nil:
		return ""
	case errors.As(err, &p):
		var out []string
		for _, x := range p {
			out = append(out, x.Field+" "+x.Code)
		}
		return strings.Join(out, "; ")
	case errors.As(err, &conflict):
		return "conflict"
	case errors.Is(err, value.ErrForbidden):
		return "forbidden"
	case errors.Is(err, value.ErrNotFound):
		return "not found"
	}
	return err.Error()
}

// The clock stands at 2024-07-15. A refusal stores nothing, not even the entries that were right.
func TestEnterFigures(t *testing.T) {
	a := openTest(t)
	right := entry("nq01-3", "", 5, 9, 0)
	tests := []struct {
		name    string
		by      Person
		month   string
		entries []FigureEntry
		want    string
		saved   int
	}{
		{"the chairman does not enter", chairTuan, "2024-06", []FigureEntry{right}, "forbidden", 0},
		{"nor does the administrator", adminAnh, "2024-06", []FigureEntry{right}, "forbidden", 0},
		{"nor somebody unknown", Person{}, "2024-06", []FigureEntry{right}, "forbidden", 0},
		{"numerator above denominator", officeLan, "2024-06", []FigureEntry{right, entry("nq01-1", "", 10, 9, 0)}, "nq01-1.numerator numerator.above_denominator", 0},
		{"negative", officeLan, "2024-06", []FigureEntry{right, entry("nq01-4", "papers", -2, -1, 0)}, "nq01-4.papers.numerator numerator.negative; nq01-4.papers.denominator denominator.negative", 0},
		{"a month in the future", officeLan, "2024-08", []FigureEntry{right}, "month month.future", 0},
		{"another year", officeLan, "2023-12", []FigureEntry{right}, "month month.other_year", 0},
		{"no such indicator", officeLan, "2024-06", []FigureEntry{right, entry("nq09-1", "", 1, 2, 0)}, "nq09-1 figure.unknown", 0},
		{"the indicator that shares another's figures", officeLan, "2024-06", []FigureEntry{right, entry("nq02-5", "", 1, 2, 0)}, "nq02-5 figure.unknown", 0},
		{"a variant that is not in use", officeLan, "2024-06", []FigureEntry{right, entry("nq02-2", "units", 1, 2, 0)}, "nq02-2.units figure.unknown", 0},
		{"evidence that was never sent", officeLan, "2024-06", []FigureEntry{{Figure: review.Figure{Indicator: "nq01-1", Evidence: []review.Evidence{{SHA: strings.Repeat("a", 64), Name: "x"}}}}}, "nq01-1.evidence evidence.missing", 0},
		{"evidence that is no file", officeLan, "2024-06", []FigureEntry{{Figure: review.Figure{Indicator: "nq01-1", Evidence: []review.Evidence{{SHA: "../../rasoat.db", Name: "x"}}}}}, "nq01-1.evidence evidence.missing", 0},
		{"a base that never was", officeLan, "2024-06", []FigureEntry{entry("nq01-1", "", 1, 2, 3)}, "not found", 0},
		{"two of them", reviewerHoa, "2024-06", []FigureEntry{right, entry("nq02-2", "requests", none, 0, 0)}, "", 2},
		{"the same again saves nothing", officeLan, "2024-06", []FigureEntry{right}, "", 0},
		{"somebody else was faster", officeLan, "2024-06", []FigureEntry{entry("nq01-1", "", 1, 2, 0), entry("nq01-3", "", 6, 9, 0)}, "conflict", 0},
		{"the next version", officeLan, "2024-06", []FigureEntry{entry("nq01-3", "", 6, 9, 1)}, "", 1},
		{"taken back", officeLan, "2024-06", []FigureEntry{entry("nq01-3", "", none, none, 2)}, "", 1},
	}
	for _, tt := range tests {
		before := saved(t, a)
		n, err := a.EnterFigures(t.Context(), tt.by, "", value.MustMonth(tt.month), tt.entries)
		if got := fieldCodes(err); got != tt.want || n != tt.saved {
			t.Errorf("%s: %q and %d saved, want %q and %d", tt.name, got, n, tt.want, tt.saved)
		}
		if after := saved(t, a); after-before != tt.saved {
			t.Errorf("%s: %d versions were stored", tt.name, after-before)
		}
	}
}

// saved is how many versions of figures are stored.
func saved(t *testing.T, a *App) (versions int) {
	t.Helper()
	all, err := a.store.Figures(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		versions += f.Number
	}
	return versions
}

func TestReleaseIndicators(t *testing.T) {
	a := openTest(t)
	june := value.MustMonth("2024-06")
	enter := func(num int64, base int) string {
		_, err := a.EnterFigures(t.Context(), officeLan, "", june, []FigureEntry{entry("nq01-3", "", num, 9, base)})
		return fieldCodes(err)
	}
	release := func(by Person, base int) string {
		return fieldCodes(a.ReleaseIndicators(t.Context(), by, "", june, base))
	}
	reopen := func(by Person, base int, reason string) string {
		return fieldCodes(a.ReopenIndicators(t.Context(), by, "", june, base, reason))
	}
	public := func() string {
		r, err := a.ReleasedMonth(t.Context(), value.Month{})
		if err != nil {
			return fieldCodes(err)
		}
		n := r.Table().Rows[2].Month
		return fmt.Sprint(n.Part, "/", n.Whole)
	}
	steps := []struct{ name, got, want string }{
		{"nothing was released yet", public(), "not found"},
		{"an empty month", release(officeLan, 0), "month month.empty"},
		{"enter", enter(5, 0), ""},
		{"officials do not release", release(reviewerHoa, 0), "forbidden"},
		{"nothing to reopen", reopen(officeLan, 0, "nhầm"), "month month.not_released"},
		{"the office does", release(officeLan, 0), ""},
		{"it is public", public(), "5/9"},
		{"twice", release(chairTuan, 1), "month month.released"},
		{"a released month changed", enter(6, 1), "month month.released"},
		{"reopened without a reason", reopen(officeLan, 1, " "), "reason reason.missing"},
		{"by an official", reopen(reviewerHoa, 1, "nhầm"), "forbidden"},
		{"from an old page", reopen(officeLan, 7, "nhầm"), "conflict"},
		{"reopened", reopen(chairTuan, 1, "nhầm cột"), ""},
		{"put right", enter(6, 1), ""},
		{"meanwhile the old figures are public", public(), "5/9"},
		{"released anew", release(officeLan, 2), ""},
		{"the new ones are", public(), "6/9"},
	}
	for _, s := range steps {
		if s.got != s.want {
			t.Errorf("%s: %q, want %q", s.name, s.got, s.want)
		}
	}
}

// The month that is worked on is the first that was not released, from the plan's own on.
func TestIndicators_whichMonth(t *testing.T) {
	a := openTest(t)
	at := func() string {
		now, err := a.Indicators(t.Context(), "", value.Month{})
		if err != nil {
			t.Fatal(err)
		}
		return now.Table.Month.String()
	}
	if got := at(); got != "2024-03" {
		t.Errorf("a fresh store begins with %s", got)
	}
	if err := a.FillDemo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := at(); got != "2024-06" {
		t.Errorf("the demo works on %s", got)
	}
	now, err := a.Indicators(t.Context(), "29/KH-UBND", value.MustMonth("2024-06"))
	if err != nil {
		t.Fatal(err)
	}
	var lacking []string
	for _, ind := range now.Table.NotEntered() {
		lacking = append(lacking, ind.ID)
	}
	if got := strings.Join(lacking, " "); got != "nq02-3 nq02-6 nq02-7" || len(now.Months) != 7 ||
		now.Months[5].Entered != 10 || !now.Months[4].Release.IsFrozen() {
		t.Errorf("June of the demo: not entered %q, %d of %d months", got, now.Months[5].Entered, len(now.Months))
	}
	all, err := a.Released(t.Context())
	if err != nil || len(all) != 3 || all[0].Month != value.MustMonth("2024-05") {
		t.Errorf("released in the demo: %d, %v", len(all), err)
	}
}

func TestEvidence(t *testing.T) {
	a := openTest(t)
	put := func(by Person, text string) (review.Evidence, string) {
		e, err := a.PutEvidence(t.Context(), by, "Bảng kê.csv", strings.NewReader(text))
		return e, fieldCodes(err)
	}
	if _, got := put(chairTuan, "x"); got != "forbidden" {
		t.Errorf("the chairman: %q", got)
	}
	if _, got := put(officeLan, ""); got != " evidence.empty" {
		t.Errorf("an empty file: %q", got)
	}
	e, got := put(reviewerHoa, "a;b\n1;2\n")
	if got != "" {
		t.Fatal(got)
	}
	if _, _, err := a.Evidence(t.Context(), officeLan, "", e.SHA); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a file that no figure names is given out: %v", err)
	}
	with := entry("nq01-3", "", 5, 9, 0)
	with.Evidence = []review.Evidence{e}
	if _, err := a.EnterFigures(t.Context(), reviewerHoa, "", value.MustMonth("2024-06"),
		[]FigureEntry{with}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := a.Evidence(t.Context(), Person{}, "", e.SHA); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the public gets evidence: %v", err)
	}
	r, name, err := a.Evidence(t.Context(), chairTuan, "", e.SHA)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil || b.String() != "a;b\n1;2\n" || name != "Bảng kê.csv" {
		t.Errorf("%q of %s, %v", b.String(), name, err)
	}
}

// The sheet of a month reads back, for those who may enter figures.
func TestReadFigures(t *testing.T) {
	a := openDemo(t)
	var b bytes.Buffer
	if err := a.WriteFigures(t.Context(), chairTuan, "", value.MustMonth("2024-05"), &b); err != nil {
		t.Fatal(err)
	}
	if _, err := a.ReadFigures(t.Context(), chairTuan, "", b.Bytes()); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the chairman imports: %v", err)
	}
	rows, err := a.ReadFigures(t.Context(), reviewerHoa, "", b.Bytes())
	if err != nil || len(rows) != 13 || rows[2].Key != "nq01-3" || rows[2].Numerator != "171" || rows[2].Note == "" {
		t.Errorf("%+v, %v", rows, err)
	}
}
