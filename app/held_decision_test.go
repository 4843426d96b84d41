package app

import (
	"errors"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
)

const otherBirth = `{"schema":1,"code":"1.001193","name":"Hoàn toàn khác biệt giữa hai chữ","kind":"public",` +
	`"status":"in_force","note":"lạ"}` + "\n"

// heldOf imports a file and gives the rows that wait then.
func heldOf(t *testing.T, a *App, content string) []HeldItem {
	t.Helper()
	doc, err := a.Import(t.Context(), []Upload{uploadOf("x.jsonl", content)}, ImportOptions{Actor: "office"})
	if err != nil || !doc.OK() {
		t.Fatal(err, doc)
	}
	items, err := a.HeldItems(t.Context(), anOffice)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

// A row that is taken stands above what was there, with its reason; it leaves the list and is not asked about again.
func TestTakeHeld(t *testing.T) {
	a := openTest(t)
	before := current(t, a, birth)
	items := heldOf(t, a, otherBirth)
	if len(items) != 1 || items[0].Reason != catalog.HeldOtherName || items[0].Stored.Number != before.Number ||
		items[0].Suggested != birth || items[0].Taken.Field != before.Procedure.Field {
		t.Fatalf("%+v", items)
	}
	id := items[0].ID
	for _, c := range []struct {
		code   catalog.Code
		reason string
		want   string
	}{{"", aReason, "code.invalid"}, {birth, " ", "reason.missing"}} {
		if _, err := a.TakeHeld(t.Context(), anOffice, id, c.code, c.reason); codeOf(err) != c.want {
			t.Errorf("%q %q: %v", c.code, c.reason, err)
		}
	}
	if _, err := a.TakeHeld(t.Context(), aReviewer, id, birth, aReason); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer takes it: %v", err)
	}
	saved, err := a.TakeHeld(t.Context(), anOffice, id, birth, aReason)
	if err != nil || saved.Version != before.Number+1 {
		t.Fatal(saved, err)
	}
	now := current(t, a, birth)
	if now.Procedure.Name != "Hoàn toàn khác biệt giữa hai chữ" || now.Procedure.Note != "lạ" ||
		now.Reason != aReason || now.Author != "office" || now.Procedure.Field != before.Procedure.Field {
		t.Errorf("%+v", now)
	}
	if _, err := a.TakeHeld(t.Context(), anOffice, id, birth, aReason); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("taken twice: %v", err)
	}
	if n, err := a.HeldCount(t.Context()); err != nil || n != 0 {
		t.Errorf("%d wait: %v", n, err)
	}
	audited(t, a, "held.resolve", "take")
}

func TestDiscardHeld(t *testing.T) {
	a := openTest(t)
	before := current(t, a, birth)
	id := heldOf(t, a, otherBirth)[0].ID
	if err := a.DiscardHeld(t.Context(), anOffice, id, ""); codeOf(err) != "reason.missing" {
		t.Errorf("without a reason: %v", err)
	}
	if err := a.DiscardHeld(t.Context(), aReviewer, id, aReason); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer discards it: %v", err)
	}
	if err := a.DiscardHeld(t.Context(), anOffice, id, aReason); err != nil {
		t.Fatal(err)
	}
	if now := current(t, a, birth); now.Number != before.Number {
		t.Error("discarding changed the procedure")
	}
	if again := heldOf(t, a, otherBirth); len(again) != 0 {
		t.Errorf("asked again: %+v", again)
	}
	if other := heldOf(t, a, strings.Replace(otherBirth, "lạ", "khác nữa", 1)); len(other) != 1 {
		t.Errorf("another row of that code does not wait: %d", len(other))
	}
	audited(t, a, "held.resolve", "discard")
}

// audited holds that the audit trail names what was done.
func audited(t *testing.T, a *App, action, detail string) {
	t.Helper()
	entries, err := a.store.Audit(t.Context(), store.AuditFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Action == action && e.Actor == "office" && strings.Contains(string(e.Detail), detail) {
			return
		}
	}
	t.Errorf("the audit does not name %s %s", action, detail)
}
