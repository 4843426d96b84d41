package review_test

import (
	"strings"
	"testing"

	"rasoat/review"
)

func files(field string, counts ...int64) review.FieldFiles {
	f := review.FieldFiles{Field: field, Files: map[string]int64{}}
	i := 0
	for _, c := range review.SettlementColumns {
		if c.Sums == nil && i < len(counts) {
			f.Files[c.ID] = counts[i]
			i++
		}
	}
	return f
}

// Practice, not law: docs/decisions/0177: a total is the sum of its columns, what was received was settled or is open
// (CheckSettlement).
func TestCheckSettlement(t *testing.T) {
	with := func(f review.FieldFiles, id string, n int64) review.FieldFiles {
		f.Files[id] = n
		return f
	}
	whole := func() review.FieldFiles { return files("Hộ tịch", 40, 55, 5, 20, 60, 4, 15, 1) }
	for _, c := range []struct {
		name string
		rows []review.FieldFiles
		want string
	}{
		{"it comes out", []review.FieldFiles{whole()}, ""},
		{"with its totals too", []review.FieldFiles{with(with(whole(), "received", 100), "open", 16)}, ""},
		{"a total that is not the sum", []review.FieldFiles{with(whole(), "settled", 85)}, "rows[0].settled settlement.sum"},
		{"more received than settled and open", []review.FieldFiles{with(whole(), "online", 41)},
			"rows[0].received settlement.balance"},
		{"what is not entered is no zero", []review.FieldFiles{files("Hộ tịch", 40, 55)}, ""},
		{"totals alone", []review.FieldFiles{with(with(with(files("Đất đai"), "received", 9), "settled", 5), "open", 3)},
			"rows[0].received settlement.balance"},
		{"too many", []review.FieldFiles{files("Hộ tịch", 1, 99_000_000)}, "rows[0].direct settlement.range"},
		{"no field", []review.FieldFiles{files("", 1)}, "rows[0].field settlement.no_field"},
		{"a field twice", []review.FieldFiles{whole(), files("hộ tịch")}, "rows[1].field settlement.twice"},
	} {
		var got []string
		for _, p := range review.CheckSettlement(review.Settlement{Rows: c.rows}) {
			got = append(got, p.Field+" "+p.Code)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Practice, not law: docs/decisions/0177: what the period before left open is what this one takes over; where the
// figures differ both are told, and none is invented (CarriedOtherwise).
func TestCarriedOtherwise(t *testing.T) {
	before := review.Settlement{Rows: []review.FieldFiles{files("Hộ tịch", 1, 1, 0, 1, 0, 0, 0, 1), files("Đất đai", 3)}}
	if n, known := before.Carried("hộ tịch").Get(); !known || n != 1 {
		t.Errorf("left open %d, %v", n, known)
	}
	if _, known := before.Carried("Đất đai").Get(); known {
		t.Error("what is not known is carried over")
	}
	now := review.Settlement{Rows: []review.FieldFiles{files("Hộ tịch", 1, 1, 4), files("Đất đai", 1, 1, 9)}}
	got := review.CarriedOtherwise(before, now)
	if len(got) != 1 || got[0].Field != "rows[0].carried" || got[0].Args[1] != "4" || got[0].Args[2] != "1" {
		t.Errorf("%v", got)
	}
}

// A total over the fields is known where every field is.
func TestSettlement_Total(t *testing.T) {
	s := review.Settlement{Rows: []review.FieldFiles{files("Hộ tịch", 1, 2, 3), files("Đất đai", 10, 20, 30)}}
	if n, known := s.Total(review.ColumnOf(review.ReceivedFiles)).Get(); !known || n != 66 {
		t.Errorf("received %d, %v", n, known)
	}
	if _, known := s.Total(review.ColumnOf(review.OpenFiles)).Get(); known {
		t.Error("what nobody entered has a total")
	}
}
