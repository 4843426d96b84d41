package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
)

// Practice, not law: docs/decisions/0090. What looks like it says who somebody is, is not kept.
func TestKeptQuery(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
	}{
		{"a query", " xin  giấy khai\tsinh ", "xin giấy khai sinh"},
		{"a code", "1.001193", "1.001193"},
		{"a whole code", "thủ tục 1.001193.000.00.00.H50", "thủ tục 1.001193.000.00.00.H50"},
		{"a form", "mẫu 02/2020", ""},
		{"a short number", "mẫu CT01 tờ khai 12345", "mẫu CT01 tờ khai 12345"},
		{"a year", "khai sinh sinh năm 1990", "khai sinh sinh năm 1990"},
		{"nothing", " ", ""},
		{"one letter", "a", ""},
		{"signs", "??!", ""},
		{"an identity card", "cccd 045091001234 làm lại", ""},
		{"an old identity card", "mất cmnd 197 012 345", ""},
		{"a telephone", "gọi 0912.345.678 hỏi khai sinh", ""},
		{"a telephone from abroad", "+84 912-345-678", ""},
		{"a date of birth", "sinh ngày 12/05/1990", ""},
		{"an e-mail", "gửi cho an@example.vn", ""},
		{"an address of the web", "https://example.vn/abc", ""},
		{"a name", "khai sinh cho Nguyễn Văn An", ""},
		{"a name without accents", "tran thi b xin giay", ""},
		{"a name in capitals", "Lê Minh Châu đăng ký kết hôn", ""},
		{"no name", "Hồ sơ khai sinh", "Hồ sơ khai sinh"},
		{"no name either", "Đăng ký khai sinh", "Đăng ký khai sinh"},
		{"too long", strings.Repeat("khai sinh ", 11), ""},
		{"too long a word", strings.Repeat("a", 101), ""},
		{"broken bytes", "khai sinh\xff", "khai sinh"},
		{"nothing seen", "\u200b\u00ad", ""},
	} {
		got, ok := keepableQuery(c.text)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v, want %q", c.name, got, ok, c.want)
		}
	}
}

func FuzzKeptQuery(f *testing.F) {
	for _, s := range []string{"khai sinh", "0912 345 678", "1.001193", "Nguyễn Văn An", "a@b", "\xff\x00", "٠٩١٢٣٤٥٦٧٨"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := keepableQuery(s)
		if !ok {
			return
		}
		if again, ok := keepableQuery(got); !ok || again != got {
			t.Errorf("%q is kept as %q, and that as %q", s, got, again)
		}
		if strings.Contains(got, "@") || len([]rune(got)) > maxAskedLetters {
			t.Errorf("%q is kept as %q", s, got)
		}
	})
}

// Queries are counted by day and folded text, however they are typed; signed in apart from the public.
func TestNoteSearch_Counts(t *testing.T) {
	a := openWords(t)
	note := func(text string, internal bool) {
		t.Helper()
		scope := ScopePublic
		if internal {
			scope = ScopeOfficial
		}
		r, err := a.Find(t.Context(), SearchQuery{Text: text, Scope: scope})
		if err != nil {
			t.Fatal(err)
		}
		a.NoteSearch(text, internal, r)
	}
	for _, text := range []string{"Khai sinh", "KHAI SINH", "khai sinh", "khai sinh 0912345678"} {
		note(text, false)
	}
	note("khai sinh", true)
	note("xyzzy qwrt", false)
	if err := a.FlushSearches(); err != nil {
		t.Fatal(err)
	}
	note("khai sinh", false)
	if err := a.Close(); err != nil { // keeps the rest
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), a.dir, store.Options{Now: a.now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := s.Asked(t.Context(), store.AskedFilter{})
	if err != nil {
		t.Fatal(err)
	}
	want := []store.Asked{
		{Day: DemoDay, Query: "khai sinh", Text: "khai sinh", Times: 4, State: store.AskedFound},
		{Day: DemoDay, Query: "khai sinh", Text: "khai sinh", Internal: true, Times: 1, State: store.AskedFound},
		{Day: DemoDay, Query: "xyzzy qwrt", Text: "xyzzy qwrt", Times: 1, State: store.AskedNothing},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// A store that is busy holds nobody up: what does not fit the queue is not counted.
func TestNoteSearch_NeverWaits(t *testing.T) {
	hold, held := make(chan struct{}), make(chan struct{}, 1)
	var kept []store.Asked
	r := newRecorder(func(all []store.Asked) error {
		select {
		case held <- struct{}{}:
		default:
		}
		<-hold
		kept = append(kept, all...)
		return nil
	}, func() {})
	q := store.Asked{Query: "a", Times: 1}
	r.note(q)
	go r.flush()
	<-held // the store is busy from here on, until hold is closed: a note that waited for it would never return
	for range 20 * askedQueue {
		r.note(q)
	}
	close(hold)
	if err := r.end(); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, k := range kept {
		total += k.Times
	}
	if total < askedQueue || total > askedQueue+1 {
		t.Errorf("%d were counted, want what fits the queue: %d", total, askedQueue+1)
	}
	r.note(q) // after the end: nobody listens, nobody waits
	if err := r.flush(); err != nil {
		t.Error(err)
	}
}

// What a store does not take is tried again.
func TestNoteSearch_TriesAgain(t *testing.T) {
	fails, total := true, 0
	r := newRecorder(func(all []store.Asked) error {
		if fails {
			return errors.New("disk full")
		}
		for _, k := range all {
			total += k.Times
		}
		return nil
	}, func() {})
	r.note(store.Asked{Query: "a", Times: 1})
	if err := r.flush(); err == nil {
		t.Error("no error of the store")
	}
	fails = false
	r.note(store.Asked{Query: "a", Times: 1})
	if err := r.end(); err != nil || total != 2 {
		t.Errorf("%d counted, %v", total, err)
	}
}

func askedOn(day value.Date, text string, times int, internal bool, state store.AskedState) store.Asked {
	return store.Asked{Day: day, Query: search.Fold(text), Text: text, Times: times, Internal: internal, State: state}
}

// An earlier query is suggested where it was asked on different days, often enough, led somewhere each time, still
// does; to the public only what the public asked.
func TestSuggest_EarlierQueries(t *testing.T) {
	a := openWords(t)
	day := func(n int) value.Date { return DemoDay.Add(-n) }
	var all []store.Asked
	add := func(text string, internal bool, state store.AskedState, days ...int) {
		for _, d := range days {
			all = append(all, askedOn(day(d), text, 2, internal, state))
		}
	}
	add("khai sinh con", false, store.AskedFound, 1, 2)
	add("khai sinh một ngày", false, store.AskedFound, 1)
	add("khai sinh mất", false, store.AskedFound, 1, 2)
	add("khai sinh mất", false, store.AskedNothing, 3)
	add("khai sinh nội bộ", true, store.AskedFound, 1, 2, 3)
	add("oe oe", false, store.AskedFound, 1, 2) // led somewhere then, and to nothing today
	add("đăng ký khai sinh", false, store.AskedFound, 1, 2)
	if err := a.keepAsked(all); err != nil {
		t.Fatal(err)
	}
	a.lookEarlier()
	queries := func(typed string, scope search.Scope) (out []string) {
		t.Helper()
		found, err := a.Suggest(t.Context(), typed, 8, scope)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) > 8 {
			t.Errorf("%d suggestions for %q", len(found), typed)
		}
		for _, f := range found {
			if f.Kind == search.SuggestQuery {
				out = append(out, f.Text)
			}
		}
		return out
	}
	for _, c := range []struct {
		typed string
		scope search.Scope
		want  []string
	}{
		{"khai s", ScopePublic, []string{"khai sinh con"}},
		{"KHAI SINH", ScopePublic, []string{"khai sinh con"}},
		{"khai sinh con", ScopePublic, nil}, // is typed already
		{"khai s", ScopeOfficial, []string{"khai sinh nội bộ", "khai sinh con"}},
		{"sinh con", ScopePublic, nil},
		{"oe", ScopePublic, nil},
	} {
		if got := queries(c.typed, c.scope); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.typed, got, c.want)
		}
	}
}

// The office's list: what led nowhere, by times, weak ones marked; laid aside, taken up again, answered by a word and
// by a name of a procedure.
func TestUnanswered(t *testing.T) {
	a := openWords(t)
	err := a.keepAsked([]store.Asked{
		askedOn(DemoDay, "oe oe", 3, false, store.AskedNothing),
		askedOn(DemoDay.Add(-1), "Oe Oe", 2, false, store.AskedNothing),
		askedOn(DemoDay, "thẻ bay qqq", 4, false, store.AskedWeak),
		askedOn(DemoDay, "zzzz mmmm", 1, true, store.AskedNothing),
		askedOn(DemoDay, "khai sinh", 9, false, store.AskedFound),
		askedOn(DemoDay.Add(-40), "tháng trước", 9, false, store.AskedNothing),
	})
	if err != nil {
		t.Fatal(err)
	}
	list := func() Unanswered {
		t.Helper()
		u, err := a.Unanswered(t.Context(), anOffice, value.Month{})
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	texts := func(all []UnansweredQuery) (out []string) {
		for _, q := range all {
			out = append(out, q.Query)
		}
		return out
	}
	tasks := func() int {
		t.Helper()
		w, err := a.Work(t.Context(), anOffice, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, task := range w.Tasks {
			if task.Kind == TaskQueries {
				return task.Count
			}
		}
		return 0
	}
	u := list()
	if got := texts(u.Open); !slices.Equal(got, []string{"oe oe", "the bay qqq", "zzzz mmmm"}) {
		t.Fatalf("open %q, done %q", got, texts(u.Done))
	}
	if q := u.Open[0]; q.Times != 5 || q.Weak || q.Internal || q.Text != "oe oe" {
		t.Errorf("%+v", q)
	}
	if !u.Open[1].Weak || !u.Open[2].Internal {
		t.Errorf("%+v", u.Open[1:])
	}
	if len(u.Months) != 2 || u.Months[0] != (value.Month{Year: 2024, Month: 7}) {
		t.Errorf("months %v", u.Months)
	}
	if n := tasks(); n != 3 {
		t.Errorf("%d queries are a task, want 3", n)
	}
	if err := a.LayAside(t.Context(), anOffice, "the bay qqq", AsideNotOurs, 0); err != nil {
		t.Fatal(err)
	}
	if u = list(); len(u.Aside) != 1 || u.Aside[0].Aside != AsideNotOurs || tasks() != 2 {
		t.Errorf("laid aside: %+v, %d tasks", u.Aside, tasks())
	}
	var conflict *value.Conflict
	if err := a.LayAside(t.Context(), anOffice, "the bay qqq", "", 0); !errors.As(err, &conflict) {
		t.Errorf("from an old page: %v", err)
	}
	if err := a.LayAside(t.Context(), anOffice, "the bay qqq", "", 1); err != nil || len(list().Open) != 3 {
		t.Errorf("taken up again: %v", err)
	}
	if err := a.LayAside(t.Context(), anOffice, "chưa ai hỏi", AsideNotOurs, 0); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a query nobody asked: %v", err)
	}
	if err := a.LayAside(t.Context(), aReviewer, "the bay qqq", AsideNotOurs, 2); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer: %v", err)
	}
	if err := a.LayAside(t.Context(), anOffice, "the bay qqq", "khác", 2); !hasCode(err, "value.unknown") {
		t.Errorf("an unknown reason: %v", err)
	}
	if _, err := a.SaveWord(t.Context(), anOffice, WordEdit{Term: Term{
		Full:     "đăng ký khai sinh",
		Variants: []string{"oe oe"},
	}}); err != nil {
		t.Fatal(err)
	}
	if n := tasks(); n != 2 { // at once, without opening the list
		t.Errorf("%d tasks after a word was added, want 2", n)
	}
	saved, err := a.AddKnownName(t.Context(), anOffice, "1.001193.000.00.00.h50", "thẻ bay qqq")
	if err != nil || saved.Version < 2 {
		t.Fatalf("%+v, %v", saved, err)
	}
	if u = list(); !slices.Equal(texts(u.Done), []string{"oe oe", "the bay qqq"}) || !slices.Equal(texts(u.Open), []string{"zzzz mmmm"}) {
		t.Errorf("open %q, done %q", texts(u.Open), texts(u.Done))
	}
}

func TestAddKnownName_Refused(t *testing.T) {
	a := openWords(t)
	for _, c := range []struct{ code, name, field, want string }{
		{"", "giấy bé", "code", "known.no_code"},
		{"9.999999", "giấy bé", "code", "known.unknown_code"},
		{"1.001193", " ", "name", "known.no_name"},
		{"1.001193", "…", "name", "known.no_name"},
		{"1.001193", strings.Repeat("a", 201), "name", "text.too_long"},
		{"1.001193", "dang ky khai sinh", "name", "known.there"},
	} {
		if c.want == "known.there" {
			v, err := a.store.Procedure(t.Context(), "1.001193")
			if err != nil {
				t.Fatal(err)
			}
			c.name = strings.ToUpper(v.Procedure.Name)
		}
		_, err := a.AddKnownName(t.Context(), anOffice, c.code, c.name)
		var ps value.Problems
		if !errors.As(err, &ps) || ps[0].Field != c.field || ps[0].Code != c.want {
			t.Errorf("%q %q: %v, want %s", c.code, c.name, err, c.want)
		}
	}
	if _, err := a.AddKnownName(t.Context(), aReviewer, "1.001193", "giấy bé"); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer: %v", err)
	}
	v, err := a.store.Procedure(t.Context(), catalog.Code("1.001193"))
	if err != nil || v.Number != 1 {
		t.Errorf("version %d, %v", v.Number, err)
	}
}
