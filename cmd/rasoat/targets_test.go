package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
)

// Last days in a year whose holidays nobody entered are said on standard error; the document stays as interface.md has
// it, and nothing is said once they are there.
func TestTargets_withoutHolidays(t *testing.T) {
	dir := t.TempDir()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return value.MustDate("2024-08-01").Start() }
	targets := func() (out, said bytes.Buffer) {
		args := []string{"--data", dir, "targets", "--json"}
		env := func(string) string { return "" }
		if code := run(t.Context(), args, env, strings.NewReader(""), &out, &said); code != exitDone {
			t.Fatalf("%d: %s", code, said.String())
		}
		return out, said
	}
	const sentence = "Chưa ghi ngày nghỉ năm 2024: "
	if _, said := targets(); strings.Contains(said.String(), sentence) {
		t.Errorf("said though the holidays are there: %s", said.String())
	}
	a, err := app.Open(t.Context(), app.Config{Dir: dir, Text: table, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	_, version, err := a.Holidays(t.Context())
	if err == nil {
		err = a.SaveHolidays(t.Context(), app.CommandPerson, 2024, app.Holidays{}, version)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	out, said := targets()
	if strings.Count(said.String(), sentence) != 1 {
		t.Errorf("standard error: %s", said.String())
	}
	if !json.Valid(out.Bytes()) || strings.Contains(out.String(), "holiday") {
		t.Errorf("standard output: %s", out.String())
	}
}
