package app

import (
	"errors"
	"testing"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
)

var (
	anOffice   = Person{Name: "office", Roles: []account.Role{account.Office}}
	aReviewer  = Person{Name: "reviewer", Roles: []account.Role{account.Reviewer}}
	birth      = catalog.Code("1.001193")
	aReason    = "theo Quyết định số 12/QĐ-UBND"
	everything = Reader{Official: true}
)

func current(t *testing.T, a *App, code catalog.Code) Version {
	t.Helper()
	v, err := a.Procedure(t.Context(), everything, code)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// An edit is a new version with its author, day and reason, its changes in words, and no import takes it back.
func TestEditProcedure(t *testing.T) {
	a := openTest(t)
	v := current(t, a, birth)
	p := v.Procedure
	p.Note = "Trả kết quả tại nhà khi có yêu cầu"
	saved, err := a.EditProcedure(t.Context(), anOffice, birth, p, "  "+aReason+" ", v.Number)
	if err != nil || saved.Version != v.Number+1 || len(saved.Changes) == 0 {
		t.Fatalf("%+v %v", saved, err)
	}
	now := current(t, a, birth)
	if now.Author != "office" || now.Reason != aReason || value.On(now.At) != DemoDay ||
		now.Source.Format != catalog.FormatPerson || now.Origins["note"] != catalog.FormatPerson {
		t.Errorf("%+v", now)
	}
	if now.Origins["name"] != v.Origins["name"] {
		t.Errorf("the name was not edited and comes from %s", now.Origins["name"])
	}
	merged, _, _ := catalog.Merge(now.Procedure, now.Origins, v.Procedure, "jsonl")
	if merged.Note != p.Note {
		t.Errorf("an import took the note back: %q", merged.Note)
	}
}

func TestEditProcedure_Refused(t *testing.T) {
	a := openTest(t)
	v := current(t, a, birth)
	change := func(f func(*catalog.Procedure)) catalog.Procedure {
		p := v.Procedure
		f(&p)
		return p
	}
	noted := change(func(p *catalog.Procedure) { p.Note = "khác" })
	for _, c := range []struct {
		name   string
		by     Person
		p      catalog.Procedure
		reason string
		want   string
	}{
		{"no reason", anOffice, noted, " \n", "reason.missing"},
		{"nothing changed", anOffice, v.Procedure, aReason, "edit.nothing"},
		{"no name", anOffice, change(func(p *catalog.Procedure) { p.Name = " " }), aReason, "name.empty"},
		{"another code", anOffice, change(func(p *catalog.Procedure) { p.Code = "1.000000" }), aReason, "code.changed"},
		{"none and given", anOffice, change(func(p *catalog.Procedure) { p.None = []catalog.Part{catalog.PartName} }), aReason, "part.both_none_and_given"},
	} {
		_, err := a.EditProcedure(t.Context(), c.by, birth, c.p, c.reason, v.Number)
		if got := codeOf(err); got != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := a.EditProcedure(t.Context(), aReviewer, birth, noted, aReason, v.Number); !errors.Is(err,
		value.ErrForbidden) {
		t.Errorf("a reviewer edited: %v", err)
	}
	if _, err := a.EditProcedure(t.Context(), anOffice, "9.999999", noted, aReason, 1); !errors.Is(err,
		value.ErrNotFound) {
		t.Errorf("edited what is not there: %v", err)
	}
	if _, err := a.EditProcedure(t.Context(), anOffice, birth, noted, aReason, v.Number); err != nil {
		t.Fatal(err)
	}
	var conflict *value.Conflict
	other := change(func(p *catalog.Procedure) { p.Note = "khác nữa" })
	if _, err := a.EditProcedure(t.Context(), anOffice, birth, other, aReason, v.Number); !errors.As(err, &conflict) ||
		conflict.Newest != v.Number+1 {
		t.Errorf("an edit of an old version: %v", err)
	}
	if now := current(t, a, birth); now.Number != v.Number+1 || now.Procedure.Note != "khác" {
		t.Errorf("refused edits were stored: version %d, %q", now.Number, now.Procedure.Note)
	}
}

// What was saved is found by the very next search while the index follows.
func TestEditProcedure_IsFound(t *testing.T) {
	a := openTest(t)
	ready, _, err := a.FollowIndex(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	<-ready
	v := current(t, a, birth)
	p := v.Procedure
	p.AlsoKnown = append(p.AlsoKnown, "giấy sinh nhật xyzzy")
	if _, err := a.EditProcedure(t.Context(), anOffice, birth, p, aReason, v.Number); err != nil {
		t.Fatal(err)
	}
	r, err := a.Find(t.Context(), SearchQuery{Text: "xyzzy", Scope: ScopeOfficial})
	if err != nil || r.Total != 1 || r.Hits[0].Key != birth {
		t.Errorf("%d found: %v", r.Total, err)
	}
}

func TestNewProcedure(t *testing.T) {
	a := openTest(t)
	next, err := a.NextInternalCode(t.Context())
	if err != nil || next != "NB-01" {
		t.Fatal(next, err)
	}
	p := catalog.Procedure{
		Code:   next,
		Name:   "Đăng ký xe công tác",
		Kind:   catalog.Internal,
		Group:  catalog.GroupB,
		Ours:   catalog.Decides,
		Status: catalog.InForce,
	}
	saved, err := a.NewProcedure(t.Context(), anOffice, p, aReason)
	if err != nil || saved.Version != 1 {
		t.Fatal(saved, err)
	}
	if v := current(t, a, next); v.Procedure.Status != catalog.Draft || v.Reason != aReason ||
		v.Origins["name"] != catalog.FormatPerson {
		t.Errorf("%+v", v)
	}
	if next, _ = a.NextInternalCode(t.Context()); next != "NB-02" {
		t.Errorf("next is %s", next)
	}
	for _, c := range []struct {
		name, reason, want string
		p                  catalog.Procedure
	}{
		{"taken", aReason, "code.taken", catalog.Procedure{Code: "nb-01", Name: "x", Kind: catalog.Internal}},
		{"no code", aReason, "code.invalid", catalog.Procedure{Name: "x", Kind: catalog.Internal}},
		{"no reason", "", "reason.missing", catalog.Procedure{Code: "1.999999", Name: "x", Kind: catalog.Public}},
		{"a public one with a group", aReason, "group.public", catalog.Procedure{Code: "1.999999", Name: "x", Kind: catalog.Public, Group: catalog.GroupA}},
	} {
		if _, err := a.NewProcedure(t.Context(), anOffice, c.p, c.reason); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := a.NewProcedure(t.Context(), aReviewer, p, aReason); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer made one: %v", err)
	}
}

// A typical procedure is announced, holds from its day on, and is repealed; each is a version with its reason.
func TestAnnounceAndRepeal(t *testing.T) {
	a := openTest(t)
	code := catalog.Code("TB-01")
	v := current(t, a, code)
	if v.Procedure.Status != catalog.Typical {
		t.Fatalf("TB-01 is %s", v.Procedure.Status)
	}
	d := catalog.Decision{Number: "45/QĐ-UBND", Date: DemoDay}
	if _, err := a.Announce(t.Context(), anOffice, code, catalog.Decision{}, value.Date{}, aReason,
		v.Number); codeOf(err) != "decision.number_missing" {
		t.Errorf("announced by nothing: %v", err)
	}
	saved, err := a.Announce(t.Context(), anOffice, code, d, DemoDay.Add(1), aReason, v.Number)
	if err != nil {
		t.Fatal(err)
	}
	if got := current(t, a, code).Procedure; got.Status != catalog.Announced || got.Decision != d {
		t.Errorf("%s, %+v", got.Status, got.Decision)
	}
	if n, err := a.TurnDates(t.Context()); n != 0 || err != nil {
		t.Errorf("%d turned before the day: %v", n, err)
	}
	clock := a.now
	a.now = func() time.Time { return clock().AddDate(0, 0, 1) }
	a.store.Close()
	a.store, err = store.Open(t.Context(), a.dir, store.Options{Agency: agency, Now: a.now})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := a.TurnDates(t.Context()); n != 1 || err != nil {
		t.Errorf("%d turned on the day: %v", n, err)
	}
	now := current(t, a, code)
	if now.Procedure.Status != catalog.InForce || now.Number != saved.Version+1 || now.Author != systemActor ||
		now.Reason == "" {
		t.Errorf("%+v", now)
	}
	if _, err := a.Repeal(t.Context(), anOffice, code, "", DemoDay, aReason,
		now.Number); codeOf(err) != "decision.number_missing" {
		t.Errorf("repealed by nothing: %v", err)
	}
	if _, err := a.Repeal(t.Context(), anOffice, code, "50/QĐ-UBND", DemoDay.Add(1), aReason, now.Number); err != nil {
		t.Fatal(err)
	}
	if got := current(t, a, code).Procedure; got.Status != catalog.Repealed || got.Validity.RepealedBy != "50/QĐ-UBND" {
		t.Errorf("%s, %+v", got.Status, got.Validity)
	}
}
