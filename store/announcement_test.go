package store_test

import (
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveAnnouncement(t *testing.T) {
	s := storetest.Open(t)
	first := review.Announcement{
		Number:   "812/QĐ-UBND",
		Date:     value.MustDate("2024-07-01"),
		Received: value.MustDate("2024-07-03"),
		Due:      value.MustDate("2024-07-10"),
		From:     value.MustDate("2024-08-01"),
		Touches:  []review.Touch{{Kind: review.TouchRepeal, Procedure: "1.000001"}, {Kind: review.TouchReplace, Procedure: "1.000002", By: "1.000003"}},
	}
	second := review.Announcement{
		Number:   "900/QĐ-UBND",
		Date:     value.MustDate("2024-07-05"),
		Received: value.MustDate("2024-07-08"),
		Due:      value.MustDate("2024-07-15"),
		From:     value.MustDate("2024-07-05"),
		Touches:  []review.Touch{{Kind: review.TouchAmend, Procedure: "1.000003"}},
	}
	write(t, s, func(tx *store.Tx) error {
		for want, a := range []review.Announcement{first, second} {
			id, err := tx.AddAnnouncement(t.Context(), a)
			if err != nil || id != review.AnnouncementID(want+1) {
				t.Fatalf("number %d, %v", id, err)
			}
		}
		return nil
	})
	one, err := s.Announcement(t.Context(), 1)
	if err != nil || one.Number != 1 {
		t.Fatalf("%+v, %v", one, err)
	}
	first.ID = 1
	diff(t, one.Value, first)
	one.Value.Confirmed, one.Value.Posting = value.MustDate("2024-07-04"), review.Posting{
		On:    value.MustDate("2024-07-04"),
		Place: "Bộ phận một cửa",
		By:    "Lan",
	}
	one.Value.Touches = one.Value.Touches[:1]
	save := func(base int) error {
		return s.Write(t.Context(), "lan", func(tx *store.Tx) error {
			_, err := tx.SaveAnnouncement(t.Context(), one.Value, base)
			return err
		})
	}
	if err := save(1); err != nil {
		t.Fatal(err)
	}
	wantConflict(t, save(1), value.Conflict{What: "announcement 1", Base: 1, Newest: 2})
	for _, tt := range []struct {
		name string
		f    store.AnnouncementFilter
		want []review.AnnouncementID
	}{
		{"all, what came last first", store.AnnouncementFilter{}, []review.AnnouncementID{2, 1}},
		{"still to be posted", store.AnnouncementFilter{Owed: true}, []review.AnnouncementID{2}},
		{"with work in it", store.AnnouncementFilter{Open: true}, []review.AnnouncementID{2}},
		{"with an effect that waits", store.AnnouncementFilter{Pending: true}, []review.AnnouncementID{1}},
		{"about a procedure", store.AnnouncementFilter{Procedure: "1.000001.000.00.00.H50"}, []review.AnnouncementID{1}},
		{"about one that is not touched any more", store.AnnouncementFilter{Procedure: "1.000002"}, nil},
		{"about what replaced one then and is amended now", store.AnnouncementFilter{Procedure: "1.000003"}, []review.AnnouncementID{2}},
		{"one", store.AnnouncementFilter{Limit: 1}, []review.AnnouncementID{2}},
	} {
		all, err := s.Announcements(t.Context(), tt.f)
		if err != nil {
			t.Fatal(err)
		}
		var got []review.AnnouncementID
		for _, a := range all {
			got = append(got, a.Value.ID)
		}
		t.Log(tt.name)
		diff(t, got, tt.want)
	}
	history, err := s.AnnouncementHistory(t.Context(), 1)
	if err != nil || len(history) != 2 || history[0].Author != "lan" || len(history[1].Value.Touches) != 2 {
		t.Errorf("history %+v, %v", history, err)
	}
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
}

// Only what its own dates turn is read: announced ones that begin, those that a decision ends.
func TestTurningProcedures(t *testing.T) {
	s := storetest.Open(t)
	day := value.MustDate("2024-08-01")
	for code, p := range map[catalog.Code]catalog.Procedure{
		"begins":    {Status: catalog.Announced, Validity: catalog.Validity{From: day}},
		"later":     {Status: catalog.Announced, Validity: catalog.Validity{From: day.Add(1)}},
		"ends":      {Status: catalog.InForce, Validity: catalog.Validity{From: day.Add(-9), Until: day, RepealedBy: "1/QĐ"}},
		"ends-late": {Status: catalog.InForce, Validity: catalog.Validity{Until: day.Add(1), RepealedBy: "1/QĐ"}},
		"stands":    {Status: catalog.InForce, Validity: catalog.Validity{From: day.Add(-9)}},
		"ended":     {Status: catalog.Repealed, Validity: catalog.Validity{Until: day.Add(-9), RepealedBy: "1/QĐ"}},
		"draft":     {Status: catalog.Draft, Validity: catalog.Validity{From: day}},
	} {
		p.Code, p.Name, p.Kind = code, string(code), catalog.Public
		write(t, s, func(tx *store.Tx) error {
			_, err := tx.SaveProcedure(t.Context(), p, nil, 0, "made", catalog.Source{Format: catalog.FormatPerson})
			return err
		})
	}
	got, err := s.TurningProcedures(t.Context(), day)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, got, []catalog.Code{"BEGINS", "ENDS"})
}
