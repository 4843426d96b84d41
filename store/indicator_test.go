package store_test

import (
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func figureOf(month string, num, den value.Opt[int64]) review.Figure {
	return review.Figure{
		Indicator:   "nq01-4",
		Variant:     "papers",
		Month:       value.MustMonth(month),
		Numerator:   num,
		Denominator: den,
	}
}

func TestSaveFigure(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	put := func(f review.Figure, base int) error {
		return s.Write(t.Context(), "hoa", func(tx *store.Tx) error {
			n, err := tx.SaveFigure(t.Context(), "p", f, base)
			if err == nil && n != base+1 {
				t.Errorf("version %d on %d", n, base)
			}
			return err
		})
	}
	june := figureOf("2024-06", value.Known(int64(8)), value.Known(int64(10)))
	half := figureOf("2024-05", value.Opt[int64]{}, value.Known(int64(0)))
	half.Note, half.Evidence = "không phát sinh", []review.Evidence{{SHA: "ab", Name: "Bảng.xlsx"}}
	wantIs(t, put(june, 1), value.ErrNotFound)
	for _, f := range []review.Figure{june, half} {
		if err := put(f, 0); err != nil {
			t.Fatal(err)
		}
	}
	june.Numerator = value.Known(int64(9))
	wantConflict(t, put(june, 0), value.Conflict{What: "figure p/nq01-4/papers/2024-06", Base: 0, Newest: 1})
	if err := put(june, 1); err != nil {
		t.Fatal(err)
	}
	all, err := s.Figures(t.Context(), "p")
	if err != nil || len(all) != 2 || all[1].Number != 2 || all[1].Author != "hoa" ||
		!all[1].At.Equal(storetest.Now()) {
		t.Fatalf("%+v, %v", all, err)
	}
	diff(t, all[0].Value, half)
	diff(t, all[1].Value, june)
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
	rawExec(t, s, `UPDATE indicator_figure SET body = replace(body, '9', '8') WHERE month = '2024-06'`)
	wantIs(t, s.VerifyVersions(t.Context()), store.ErrDamaged)
}

func TestSaveRelease(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	put := func(r review.IndicatorRelease, base int) error {
		return s.Write(t.Context(), "lan", func(tx *store.Tx) error {
			_, err := tx.SaveRelease(t.Context(), r, base)
			return err
		})
	}
	may := review.IndicatorRelease{
		Plan:    "p",
		Month:   value.MustMonth("2024-05"),
		By:      "lan",
		On:      value.MustDate("2024-06-03"),
		Year:    2024,
		Figures: []review.Figure{figureOf("2024-05", value.Known(int64(1)), value.Known(int64(1)))},
	}
	june := may
	june.Month = value.MustMonth("2024-06")
	for _, r := range []review.IndicatorRelease{may, june} {
		if err := put(r, 0); err != nil {
			t.Fatal(err)
		}
	}
	may.Reopened = &review.Reopening{By: "lan", On: value.MustDate("2024-06-10"), Reason: "nhầm"}
	wantConflict(t, put(may, 0), value.Conflict{What: "release p/2024-05", Base: 0, Newest: 1})
	if err := put(may, 1); err != nil {
		t.Fatal(err)
	}
	all, err := s.Releases(t.Context(), "p")
	if err != nil || len(all) != 2 || all[0].Value.Month != june.Month || all[1].Number != 2 ||
		all[1].Value.IsFrozen() {
		t.Fatalf("%+v, %v", all, err)
	}
	diff(t, all[1].Value, may)
	if none, err := s.Releases(t.Context(), "another"); err != nil || len(none) != 0 {
		t.Errorf("%+v, %v", none, err)
	}
	if every, err := s.Releases(t.Context(), ""); err != nil || len(every) != 2 {
		t.Errorf("%+v, %v", every, err)
	}
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
}
