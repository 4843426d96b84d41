package store

import (
	"database/sql"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"rasoat/review"
	"rasoat/value"
)

// Numbers that were given before the row of numbers was kept stand in it; of two equal ones the first has it.
func TestPapersOfBefore(t *testing.T) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(t.TempDir(), "old.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	p, err := migrator(db)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), 35); err != nil {
		t.Fatal(err)
	}
	for i, r := range []struct{ number, date, figures string }{
		{"12", "2024-06-14", `{"document":{"Letterhead":{"NumberSuffix":"BC-UBND"}}}`},
		{"12/BC-UBND", "2024-07-15", `{"document":{"Letterhead":{"NumberSuffix":"BC-UBND"}}}`},
		{"095", "2024-07-15", `{"document":{"Letterhead":{"NumberSuffix":"TTr-UBND"}}}`},
		{"khong so", "2024-07-15", `{"document":{"Letterhead":{"NumberSuffix":"BC-UBND"}}}`},
		{"3", "2024-07-15", `{}`},
	} {
		if _, err := db.Exec(`INSERT INTO report VALUES ('xa', ?, 'p', 'monthly', ?, ?, '', ?, '', '', 'an', '')`,
			i+1, r.number, r.date, r.figures); err != nil {
			t.Fatal(err)
		}
	}
	on := value.MustDate("2024-07-10")
	for i, number := range []string{"45/QĐ-UBND", "45 / QĐ-UBND", "45", ""} {
		body, _, err := proposalForm.seal(review.Proposal{Decision: review.DecisionRef{Number: number, Date: on}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(`INSERT INTO proposal VALUES ('xa', ?, 'p', 'c', 1, 0, 'approved', 'an', ?)`,
			i+1, body); err != nil {
			t.Fatal(err)
		}
	}
	body, _, err := restructuringForm.seal(review.Restructuring{
		Decision: review.DecisionRef{Number: "46/QĐ-UBND", Date: on},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`INSERT INTO restructuring VALUES ('xa', 1, 'p', 'c', 'approved', 1, ?)`, body); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, err := db.Query(`
SELECT symbol || ' ' || year || ' ' || number || ' ' || date || ' ' || item
FROM paper
ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var got []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		got = append(got, line)
	}
	want := []string{
		"BC-UBND 2024 12 2024-06-14 report 1",
		"QĐ-UBND 2024 45 2024-07-10 decision",
		"QĐ-UBND 2024 46 2024-07-10 decision",
		"TTR-UBND 2024 95 2024-07-15 report 3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the row of numbers is %q, want %q", got, want)
	}
}
