package app

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// anOrder is a decision of July 2024 that repeals and amends procedures of the starting content.
func anOrder(lists map[review.TouchKind]string) AnnouncementOrder {
	return AnnouncementOrder{
		Announcement: review.Announcement{
			Number:   "812/QĐ-UBND",
			Date:     value.MustDate("2024-07-05"),
			Received: value.MustDate("2024-07-10"),
			Issuer:   "UBND tỉnh Quảng Trị",
		},
		Lists: lists,
	}
}

// Bad input is refused, whoever enters it, and nothing is stored.
func TestRecordAnnouncement_refused(t *testing.T) {
	a := openTest(t)
	good := map[review.TouchKind]string{review.TouchAmend: "1.001193"}
	for _, tt := range []struct {
		name string
		by   Person
		set  func(*AnnouncementOrder)
		code string
	}{
		{"a reviewer", aReviewer, func(*AnnouncementOrder) {}, "forbidden"},
		{"received tomorrow", anOffice, func(o *AnnouncementOrder) { o.Received = DemoDay.Add(1) }, "date.future"},
		{"an unknown code", anOffice, func(o *AnnouncementOrder) { o.Lists = map[review.TouchKind]string{review.TouchRepeal: "9.999999"} }, "procedure.unknown"},
		{"nothing touched", anOffice, func(o *AnnouncementOrder) { o.Lists = nil }, "announcement.touches_missing"},
		{"a typical one repealed", anOffice, func(o *AnnouncementOrder) { o.Lists = map[review.TouchKind]string{review.TouchRepeal: "TB-01"} }, "announcement.not_announced"},
	} {
		o := anOrder(good)
		tt.set(&o)
		_, err := a.RecordAnnouncement(t.Context(), tt.by, o)
		got := codeOf(err)
		if errors.Is(err, value.ErrForbidden) {
			got = "forbidden"
		}
		if got != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
	if _, err := a.KeepScan(t.Context(), anOffice, Scan{
		Name:    "x.exe",
		Content: strings.NewReader("MZ"),
	}); codeOf(err) != "scan.kind" {
		t.Errorf("a scan that is none: %v", err)
	}
	sheet, err := a.PutEvidence(t.Context(), anOffice, "sổ.csv", strings.NewReader("a;b\n1;2\n"))
	if err != nil {
		t.Fatal(err)
	}
	o := anOrder(good)
	if o.Scan = sheet; !errors.Is(func() error {
		_,
			err := a.RecordAnnouncement(t.Context(), anOffice, o)
		return err
	}(), value.ErrNotFound) {
		t.Error("a file that is no scan became one")
	}
	if all, err := a.Announcements(t.Context(), anOffice); err != nil || len(all) != 0 {
		t.Errorf("%d were stored, %v", len(all), err)
	}
	if _, err := a.Announcements(t.Context(), Person{}); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("nobody reads the register: %v", err)
	}
	if _, err := a.RecordAnnouncement(t.Context(), anOffice, anOrder(good)); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RecordAnnouncement(t.Context(), anOffice, anOrder(good)); codeOf(err) != "announcement.twice" {
		t.Errorf("the same decision twice: %v", err)
	}
}

// From receipt to the end of a procedure: nothing changes before somebody lets the decision into the catalogue; then
// the repealed procedure leaves search's default view and keeps its history, which names the decision.
func TestAnnouncement_repeal(t *testing.T) {
	a := openTest(t)
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	const code = catalog.Code("1.001193")
	found := func(q SearchQuery) bool {
		r, err := a.Find(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			if h.Key == code {
				return true
			}
		}
		return false
	}
	id, err := a.RecordAnnouncement(t.Context(), anOffice,
		anOrder(map[review.TouchKind]string{review.TouchRepeal: "1\t1.001193\tĐăng ký khai sinh"}))
	if err != nil {
		t.Fatal(err)
	}
	before := current(t, a, code)
	if before.Procedure.Status != catalog.InForce || !found(SearchQuery{
		Text:  "đăng ký khai sinh",
		Scope: ScopePublic,
	}) {
		t.Fatal("recording a decision changed the catalogue")
	}
	x, err := a.Announcement(t.Context(), anOffice, id)
	if err != nil || x.Due != value.MustDate("2024-07-17") || x.From != x.Date {
		t.Fatalf("due %s, holds from %s, %v", x.Due, x.From, err)
	}
	effects, err := a.AnnouncementEffects(t.Context(), aReviewer, x.Announcement)
	if err != nil || len(effects) != 1 || effects[0].After.Status != catalog.Repealed || effects[0].Waits {
		t.Fatalf("preview %+v, %v", effects, err)
	}
	if _, err := a.ApplyAnnouncement(t.Context(), aReviewer, id, 1); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer repealed a procedure: %v", err)
	}
	if n, err := a.ApplyAnnouncement(t.Context(), anOffice, id, 1); err != nil || n != 1 {
		t.Fatalf("%d changed, %v", n, err)
	}
	now := current(t, a, code)
	if p := now.Procedure; p.Status != catalog.Repealed || p.Validity.RepealedBy != "812/QĐ-UBND" ||
		p.Validity.Until != value.MustDate("2024-07-05") ||
		now.Number != before.Number+1 || now.Author != anOffice.Name ||
		now.Reason != "bãi bỏ theo Quyết định số 812/QĐ-UBND ngày 05/7/2024" {
		t.Errorf("%s, %+v, version %d by %s: %s", p.Status, p.Validity, now.Number, now.Author, now.Reason)
	}
	for _, tt := range []struct {
		q    SearchQuery
		want bool
	}{
		{SearchQuery{Text: "đăng ký khai sinh", Scope: ScopePublic}, false},
		{SearchQuery{Text: "đăng ký khai sinh", Scope: ScopeOfficial}, false},
		{SearchQuery{Text: "1.001193", Scope: ScopeOfficial}, false},
		{SearchQuery{Text: "đăng ký khai sinh", Scope: ScopeOfficial, Status: "repealed"}, true},
		{SearchQuery{Text: "đăng ký khai sinh", Scope: ScopePublic, Status: "repealed"}, false},
	} {
		if got := found(tt.q); got != tt.want {
			t.Errorf("%+v finds it: %v", tt.q, got)
		}
	}
	if old, err := a.VersionOf(t.Context(), anOffice.Reader(), code, before.Number); err != nil ||
		old.Procedure.Status != catalog.InForce {
		t.Errorf("its history is gone: %v", err)
	}
	of, err := a.AnnouncementsOf(t.Context(), aReviewer, "1.001193.000.00.00.H50")
	if err != nil || len(of) != 1 || of[0].ID != id || !of[0].IsConfirmed() || of[0].Touches[0].Applied != DemoDay {
		t.Errorf("decisions of the procedure: %+v, %v", of, err)
	}
	if _, err := a.ApplyAnnouncement(t.Context(), anOffice, id, 2); codeOf(err) != "announcement.confirmed" {
		t.Errorf("applied twice: %v", err)
	}
	var conflict *value.Conflict
	if _, err := a.ApplyAnnouncement(t.Context(), anOffice, id, 1); !errors.As(err, &conflict) {
		t.Errorf("from an old page: %v", err)
	}
	// The procedures stay; the rest may be put right (TestEditAnnouncement_Correct).
	o := anOrder(map[review.TouchKind]string{review.TouchRepeal: "1.000593"})
	o.Title = "Bãi bỏ một thủ tục"
	if err := a.EditAnnouncement(t.Context(), anOffice, id, 2, o); err != nil {
		t.Fatal(err)
	}
	x, err = a.Announcement(t.Context(), anOffice, id)
	if err != nil || x.Number != "812/QĐ-UBND" || x.Title != "Bãi bỏ một thủ tục" || x.Touches[0].Procedure != code ||
		x.Touches[0].Applied.IsZero() {
		t.Errorf("after an edit %+v, %v", x, err)
	}
}

// What a future decision amends stays as it is until its day; the clock makes it, at midnight, nobody presses.
func TestAnnouncement_clock(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	var days atomic.Int64
	var midnight atomic.Bool // comes after the clock has been asked once more
	a, err := Open(t.Context(), Config{
		Dir:  t.TempDir(),
		Text: table,
		Now: func() time.Time {
			now := DemoDay.Add(int(days.Load())).Start().Add(8 * time.Hour)
			if midnight.CompareAndSwap(true, false) {
				days.Add(1)
			}
			return now
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	o := anOrder(map[review.TouchKind]string{review.TouchAmend: "1.001193", review.TouchRepeal: "1.000593", review.TouchReplace: "1.003583 → TB-01", review.TouchAnnounce: "TB-02"})
	o.From = value.MustDate("2024-08-01")
	id, err := a.RecordAnnouncement(t.Context(), anOffice, o)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := a.ApplyAnnouncement(t.Context(), anOffice, id, 1); err != nil || n != 4 {
		t.Fatalf("%d changed, %v", n, err)
	}
	check := func(when string, want map[catalog.Code]catalog.Status, amended bool) {
		t.Helper()
		for code, s := range want {
			if got := current(t, a, code).Procedure.Status; got != s {
				t.Errorf("%s: %s is %s, want %s", when, code, got, s)
			}
		}
		if got := current(t, a, "1.001193"); (got.Procedure.Decision.Number == "812/QĐ-UBND") != amended ||
			got.Procedure.Status != catalog.InForce {
			t.Errorf("%s: 1.001193 %s by %s", when, got.Procedure.Status, got.Procedure.Decision.Number)
		}
	}
	waiting := map[catalog.Code]catalog.Status{"1.000593": catalog.InForce, "1.003583": catalog.InForce, "TB-01": catalog.Announced, "TB-02": catalog.Announced}
	done := map[catalog.Code]catalog.Status{"1.000593": catalog.Repealed, "1.003583": catalog.Repealed, "TB-01": catalog.InForce, "TB-02": catalog.InForce}
	check("let in", waiting, false)
	days.Store(16) // 31 July
	if n, err := a.TurnDates(t.Context()); n != 0 || err != nil {
		t.Errorf("%d turned before the day, %v", n, err)
	}
	check("the day before", waiting, false)
	midnight.Store(true)
	if n, err := a.TurnDates(t.Context()); n != 0 || err != nil || days.Load() != 17 {
		t.Errorf("%d turned while 1 August began, %v", n, err)
	}
	check("over midnight", waiting, false)
	ended := a.FollowDates(t.Context(), time.Millisecond)
	t.Cleanup(func() { <-ended }) // the test's context has ended by then
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	end := time.Now().Add(3 * time.Minute) // for a machine that is busy with other things
	for current(t, a, "1.001193").Procedure.Decision.Number != "812/QĐ-UBND" && time.Now().Before(end) {
		<-tick.C
	}
	check("on the day", done, true)
	v := current(t, a, "1.001193")
	if v.Author != systemActor || v.Reason != "sửa đổi, bổ sung theo Quyết định số 812/QĐ-UBND ngày 05/7/2024" ||
		v.Procedure.Validity.From != o.From {
		t.Errorf("%s: %s", v.Author, v.Reason)
	}
	x, err := a.Announcement(t.Context(), anOffice, id)
	if err != nil || x.IsPending() {
		t.Errorf("it still waits: %+v, %v", x.Touches, err)
	}
	if n, err := a.TurnDates(t.Context()); n != 0 || err != nil {
		t.Errorf("%d turned twice, %v", n, err)
	}
}

// Posting fulfils the duty; the register proposes the figures of NQ 02, 4 with what it holds, and nothing before it
// holds anything.
func TestAnnouncement_posting(t *testing.T) {
	a := openTest(t)
	july := value.MustMonth("2024-07")
	counted := func(m value.Month) (value.Ratio, bool) {
		now, err := a.Indicators(t.Context(), "", m)
		if err != nil {
			t.Fatal(err)
		}
		n, there := now.Counted["nq02-4"]
		return n, there
	}
	if n, there := counted(july); there {
		t.Errorf("an empty register proposes %v", n)
	}
	o := anOrder(map[review.TouchKind]string{review.TouchAmend: "1.001193"})
	scan, err := a.KeepScan(t.Context(), anOffice, Scan{
		Name:    "../812.pdf",
		Content: strings.NewReader("%PDF-1.4 minh họa"),
	})
	if err != nil {
		t.Fatal(err)
	}
	o.Received, o.Scan = value.MustDate("2024-07-08"), scan
	id, err := a.RecordAnnouncement(t.Context(), anOffice, o)
	if err != nil {
		t.Fatal(err)
	}
	if n, there := counted(july); !there || n != (value.Ratio{Whole: 1}) {
		t.Errorf("on its last day, not posted: %v, %v", n, there)
	}
	if n, there := counted(value.MustMonth("2024-06")); there {
		t.Errorf("June had no register, and proposes %v", n)
	}
	post := review.Posting{On: DemoDay, Place: "Bộ phận một cửa", By: "Nguyễn Thị Hoa"}
	if err := a.PostAnnouncement(t.Context(), Person{Name: "x"}, id, 1, post); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("nobody posted it: %v", err)
	}
	if err := a.PostAnnouncement(t.Context(), aReviewer, id, 1, post); err != nil {
		t.Fatal(err)
	}
	if n, _ := counted(july); n != (value.Ratio{Part: 1, Whole: 1}) {
		t.Errorf("posted on its last day: %v", n)
	}
	f, err := a.AnnouncementScan(t.Context(), aReviewer, id)
	if err != nil || f.MIME != "application/pdf" || f.Number != "812/QĐ-UBND" {
		t.Fatalf("%+v, %v", f, err)
	}
	f.Content.Close()
	history, err := a.AnnouncementHistory(t.Context(), anOffice, id)
	if err != nil || len(history) != 2 || history[0].Author != aReviewer.Name {
		t.Errorf("history %+v, %v", history, err)
	}
	// A rule that changes later moves no last day that stands, one that is put right gets it.
	p, version, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	p.Rules.PostingDays = value.Known(2)
	if err := a.SaveRules(t.Context(), anOffice, p.ID, p.Rules, version); err != nil {
		t.Fatal(err)
	}
	o.Scan, o.Note = review.Evidence{}, "đã kiểm tra"
	if err := a.EditAnnouncement(t.Context(), anOffice, id, 2, o); err != nil {
		t.Fatal(err)
	}
	due := func() string {
		x, err := a.Announcement(t.Context(), anOffice, id)
		if err != nil || x.Scan.Name != "812.pdf" {
			t.Fatalf("scan %q, %v", x.Scan.Name, err)
		}
		return x.Due.String()
	}
	if got := due(); got != "2024-07-15" {
		t.Errorf("another rule moved the last day to %s", got)
	}
	o.Received = value.MustDate("2024-07-09")
	if err := a.EditAnnouncement(t.Context(), anOffice, id, 3, o); err != nil {
		t.Fatal(err)
	}
	if got := due(); got != "2024-07-11" {
		t.Errorf("received a day later, with two days: %s", got)
	}
}

// The demo's register and the figures that the demo entered by hand agree for every month that has both.
func TestFillDemo_announcements(t *testing.T) {
	a := openDemo(t)
	agreed := 0
	for m := value.MustMonth("2024-03"); !m.After(value.MustMonth("2024-07")); m = m.Add(1) {
		now, err := a.Indicators(t.Context(), "", m)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := now.Figure("nq02-4")
		n, there := now.Counted["nq02-4"]
		if !there || f.IsEmpty() {
			continue
		}
		agreed++
		if f.Numerator.Or(-1) != n.Part || f.Denominator.Or(-1) != n.Whole {
			t.Errorf("%s: the register counts %v, entered was %d/%d", m, n, f.Numerator.Or(-1), f.Denominator.Or(-1))
		}
	}
	if agreed != 2 { // May and June
		t.Errorf("%d months have both", agreed)
	}
}

// A decision that was let into the catalogue under a wrong number, day or body is put right with a reason, in the
// procedures as well; the day from which it holds and its procedures stay.
func TestEditAnnouncement_Correct(t *testing.T) {
	a := openTest(t)
	ctx := t.Context()
	id, err := a.RecordAnnouncement(ctx, anOffice, anOrder(map[review.TouchKind]string{
		review.TouchAmend: "1.001193", review.TouchRepeal: "1.004884",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.ApplyAnnouncement(ctx, anOffice, id, 1); err != nil {
		t.Fatal(err)
	}
	x, err := a.Announcement(ctx, anOffice, id)
	if err != nil {
		t.Fatal(err)
	}
	o := AnnouncementOrder{Announcement: x.Announcement, Lists: map[review.TouchKind]string{}}
	o.Number, o.Date, o.Issuer, o.From = "821/QĐ-UBND", o.Date.Add(-1), "UBND tỉnh", o.Date.Add(-9)
	if err := a.EditAnnouncement(ctx, anOffice, id, x.Version, o); fieldCodes(err) != "why reason.missing" {
		t.Errorf("without a reason: %v", err)
	}
	o.Why = "Gõ nhầm số"
	if err := a.EditAnnouncement(ctx, anOffice, id, x.Version, o); err != nil {
		t.Fatal(err)
	}
	now, err := a.Announcement(ctx, anOffice, id)
	if err != nil || now.Decision() != o.Decision() || now.From != x.From || len(now.Touches) != 2 {
		t.Errorf("%+v, %v", now, err)
	}
	amended, err := a.store.Procedure(ctx, "1.001193")
	if err != nil || amended.Procedure.Decision != o.Decision() || !strings.Contains(amended.Reason, "Gõ nhầm số") {
		t.Errorf("amended by %+v for %q, %v", amended.Procedure.Decision, amended.Reason, err)
	}
	repealed, err := a.store.Procedure(ctx, "1.004884")
	if err != nil || repealed.Procedure.Validity.RepealedBy != "821/QĐ-UBND" {
		t.Errorf("repealed by %q, %v", repealed.Procedure.Validity.RepealedBy, err)
	}
}
