package app

import (
	"sync/atomic"
	"testing"
	"time"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// What a decision changes until a day stands on that day, in the catalogue and in search, and is gone on the next
// without anybody pressing; a list that begins then starts from what came back. The decision that begins the day after
// is applied to what came back.
func TestAnnouncement_untilADay(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	var days atomic.Int64
	a, err := Open(t.Context(), Config{Dir: t.TempDir(), Text: table, Now: func() time.Time {
		return DemoDay.Add(int(days.Load())).Start().Add(8 * time.Hour)
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	const code, renewed, fresh = catalog.Code("1.001193"), catalog.Code("1.000593"), catalog.Code("TB-02")
	before, once := current(t, a, code), current(t, a, renewed)
	o := anOrder(map[review.TouchKind]string{review.TouchAmend: string(code + "\n" + renewed), review.TouchAnnounce: string(fresh)})
	o.To = value.MustDate("2024-07-31")
	id, err := a.RecordAnnouncement(t.Context(), anOffice, o)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := a.ApplyAnnouncement(t.Context(), anOffice, id, 1); err != nil || n != 3 {
		t.Fatalf("%d changed, %v", n, err)
	}
	v := current(t, a, code)
	edited := v.Procedure
	edited.Name, edited.Ours = "Đăng ký khai sinh quyzzx tạm thời", catalog.Shared
	if _, err := a.EditProcedure(t.Context(), anOffice, code, edited, "theo quyết định", v.Number); err != nil {
		t.Fatal(err)
	}
	next := anOrder(map[review.TouchKind]string{review.TouchAmend: string(renewed)})
	next.Number, next.From = "900/QĐ-UBND", value.MustDate("2024-08-01")
	renewal, err := a.RecordAnnouncement(t.Context(), anOffice, next)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.ApplyAnnouncement(t.Context(), anOffice, renewal, 1); err != nil {
		t.Fatal(err)
	}
	found := func() int64 {
		t.Helper()
		if err := a.CatchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		r, err := a.Find(t.Context(), SearchQuery{Text: "quyzzx", Scope: ScopeOfficial})
		if err != nil {
			t.Fatal(err)
		}
		return int64(r.Total)
	}
	days.Store(16) // 31 July, the last day
	if n, err := a.TurnDates(t.Context()); n != 0 || err != nil {
		t.Fatalf("%d turned on the last day, %v", n, err)
	}
	fallen := current(t, a, fresh).Procedure.Status != catalog.InForce
	if p := current(t, a, code).Procedure; p.Name != edited.Name || fallen || found() != 1 {
		t.Errorf("on the last day: %s, %s, found %d", p.Name, current(t, a, fresh).Procedure.Status, found())
	}
	days.Store(17)
	if n, err := a.TurnDates(t.Context()); n != 4 || err != nil { // three come back, one is amended anew
		t.Fatalf("%d turned on the day after, %v", n, err)
	}
	now := current(t, a, code)
	if p := now.Procedure; p.Name != before.Procedure.Name || p.Decision != before.Procedure.Decision ||
		p.Ours != catalog.Shared || p.Status != catalog.InForce || found() != 0 {
		t.Errorf("the day after: %q by %q, %s, found %d", p.Name, p.Decision.Number, p.Ours, found())
	}
	want := "hết thời gian áp dụng Quyết định số 812/QĐ-UBND ngày 05/7/2024 (đến hết ngày 31/7/2024), " +
		"trở lại nội dung trước đó"
	if now.Reason != want || now.Author != systemActor {
		t.Errorf("%s by %s", now.Reason, now.Author)
	}
	if p := current(t, a, fresh).Procedure; p.Status != catalog.Repealed ||
		p.Validity.Until != value.MustDate("2024-08-01") {
		t.Errorf("%s, until %s", p.Status, p.Validity.Until)
	}
	if p := current(t, a, renewed).Procedure; p.Decision.Number != "900/QĐ-UBND" || p.Name != once.Procedure.Name {
		t.Errorf("renewed: %q by %s", p.Name, p.Decision.Number)
	}
	x, err := a.Announcement(t.Context(), anOffice, id)
	if err != nil || x.IsTemporary() || x.Touches[0].Kept || x.Touches[0].Returned != value.MustDate("2024-08-01") {
		t.Errorf("%+v, %v", x.Touches, err)
	}
	if n, err := a.TurnDates(t.Context()); n != 0 || err != nil {
		t.Errorf("%d turned twice, %v", n, err)
	}
	err = a.StartCampaign(t.Context(), anOffice, demoPlan, review.CampaignPublic, []catalog.Code{code})
	if err != nil {
		t.Fatal(err)
	}
	list := frozen(t, a, review.CampaignPublic)
	base, err := a.store.ProcedureVersion(t.Context(), code, list[0].Version)
	if err != nil || base.Procedure.Name != before.Procedure.Name {
		t.Errorf("a list that begins now is measured from %q, %v", base.Procedure.Name, err)
	}
}

// A last day before the first is refused; one that is put right later counts, and takes effect at once where it is
// past; what was let in without a change has nothing to come back to.
func TestAnnouncement_lastDayPutRight(t *testing.T) {
	a := openTest(t)
	o := anOrder(map[review.TouchKind]string{review.TouchAmend: "1.001193"})
	o.To = value.MustDate("2024-07-04")
	if _, err := a.RecordAnnouncement(t.Context(), anOffice, o); codeOf(err) != "announcement.to_before" {
		t.Errorf("ends before it begins: %v", err)
	}
	o.To = value.Date{}
	id, err := a.RecordAnnouncement(t.Context(), anOffice, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.ApplyAnnouncement(t.Context(), anOffice, id, 1); err != nil {
		t.Fatal(err)
	}
	amended := current(t, a, "1.001193")
	o.To = DemoDay
	if err := a.EditAnnouncement(t.Context(), anOffice, id, 2, o); err != nil {
		t.Fatal(err)
	}
	if got := current(t, a, "1.001193"); got.Number != amended.Number {
		t.Error("it came back on its last day")
	}
	o.To = DemoDay.Add(-1)
	if err := a.EditAnnouncement(t.Context(), anOffice, id, 3, o); err != nil {
		t.Fatal(err)
	}
	if got := current(t, a, "1.001193"); got.Procedure.Decision == o.Decision() {
		t.Error("it did not come back though its last day is past")
	}
	o.To = DemoDay.Add(30)
	if err := a.EditAnnouncement(t.Context(), anOffice, id, 5, o); err != nil {
		t.Fatal(err)
	}
	if x, _ := a.Announcement(t.Context(), anOffice, id); x.To != DemoDay.Add(-1) {
		t.Errorf("what has come back ends on %s", x.To)
	}
}
