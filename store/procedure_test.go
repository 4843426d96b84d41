package store_test

import (
	"fmt"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

// whole is a procedure in which much is known, unknown, and known not to exist.
func whole() catalog.Procedure {
	return catalog.Procedure{
		Code:      "1.001193.000.00.00.H50",
		Name:      "Đăng ký khai sinh",
		Kind:      catalog.Public,
		Status:    catalog.InForce,
		Ours:      catalog.Decides,
		Levels:    []catalog.Level{catalog.Commune},
		Field:     "Hộ tịch",
		Announcer: catalog.Named{Name: "Bộ Tư pháp"},
		Decision:  catalog.Decision{Number: "1/QĐ", Date: value.MustDate("2024-02-29")},
		Steps:     []catalog.Step{{Text: "Nộp <hồ sơ> & chờ"}},
		Methods: []catalog.Method{{
			Channel: catalog.Online,
			Limit:   catalog.TimeLimit{Number: value.Known(value.Decimal(5000)), Unit: catalog.WorkingDays},
			Fees:    []catalog.Fee{{State: catalog.FeeAmount, Amount: value.Known(value.Money(8000))}, {State: catalog.FeeSetBy, Text: "HĐND"}},
		}},
		Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{
			Name:      "Tờ khai",
			Originals: value.Known(0),
			Forms:     []string{"TK-01"},
		}}}},
		Copies: value.Known(1),
		None:   []catalog.Part{catalog.PartConditions},
	}
}

func TestSaveProcedure_RoundTrip(t *testing.T) {
	s := storetest.Open(t)
	want := store.Version{
		Procedure: whole(),
		Key:       "1.001193",
		Number:    1,
		Author:    "an",
		At:        storetest.Now().UTC(),
		Reason:    "nhập",
		Source:    catalog.Source{Format: "portal-json", File: "a.json", Date: value.MustDate("2024-07-01")},
		Origins:   catalog.Origins{"name": "portal-json"},
	}
	write(t, s, func(tx *store.Tx) error {
		n, err := tx.SaveProcedure(t.Context(), want.Procedure, want.Origins, 0, want.Reason, want.Source)
		if n != 1 {
			t.Errorf("version %d", n)
		}
		return err
	})
	got, err := s.Procedure(t.Context(), "1.001193")
	if err != nil || len(got.Hash) != 64 {
		t.Fatalf("%+v, %v", got, err)
	}
	want.Hash = got.Hash
	diff(t, got, want)
	heads, err := s.ProcedureHeads(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, heads, []store.Head{{
		Key:     "1.001193",
		Code:    want.Procedure.Code,
		Name:    "Đăng ký khai sinh",
		Kind:    catalog.Public,
		Status:  catalog.InForce,
		Ours:    catalog.Decides,
		Field:   "Hộ tịch",
		Version: 1,
		Hash:    got.Hash,
	}})
}

func TestSaveProcedure_KeepsVersions(t *testing.T) {
	s := storetest.Open(t)
	addProcedures(t, s, procedure("NB-01", "Một"))
	write(t, s, func(tx *store.Tx) error { return save(t.Context(), tx, procedure("NB-01", "Một, sửa"), 1) })
	all, err := s.ProcedureVersions(t.Context(), "NB-01")
	if err != nil || len(all) != 2 || all[0].Number != 2 || all[1].Number != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	if all[0].Procedure.Name != "Một, sửa" || all[1].Procedure.Name != "Một" || all[0].Hash == all[1].Hash {
		t.Errorf("%+v", all)
	}
	first, err := s.ProcedureVersion(t.Context(), "NB-01", 1)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, first, all[1])
	_, err = s.ProcedureVersion(t.Context(), "NB-01", 3)
	wantIs(t, err, value.ErrNotFound)
	changes, err := s.Changes(t.Context(), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, changes, []store.Change{{Seq: 1, Kind: "procedure", Key: "NB-01"}, {Seq: 2, Kind: "procedure", Key: "NB-01"}})
	if changes, err = s.Changes(t.Context(), 1, 1); err != nil || len(changes) != 1 || changes[0].Seq != 2 {
		t.Errorf("%v, %v", changes, err)
	}
}

func TestSaveProcedure_Conflict(t *testing.T) {
	s := storetest.Open(t)
	addProcedures(t, s, procedure("NB-01", "Một"))
	try := func(code catalog.Code, base int) error {
		return s.Write(t.Context(), "bình",
			func(tx *store.Tx) error { return save(t.Context(), tx, procedure(code, "Khác"), base) })
	}
	wantConflict(t, try("nb-01", 0), value.Conflict{What: "procedure NB-01", Base: 0, Newest: 1})
	wantConflict(t, try("NB-01", 7), value.Conflict{What: "procedure NB-01", Base: 7, Newest: 1})
	wantIs(t, try("NB-02", 1), value.ErrNotFound)
	if v, err := s.Procedure(t.Context(), "NB-01"); err != nil || v.Number != 1 || v.Procedure.Name != "Một" {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestSetOurs(t *testing.T) {
	s := storetest.Open(t)
	sorted := procedure("NB-02", "Hai")
	sorted.Ours = catalog.Shared
	addProcedures(t, s, procedure("NB-01", "Một"), sorted)
	write(t, s, func(tx *store.Tx) error {
		n, err := tx.SetOurs(t.Context(), []catalog.Code{"NB-01", "NB-02"}, catalog.Shared, "phân loại")
		if n != 1 {
			t.Errorf("%d changed, want 1", n)
		}
		return err
	})
	v, err := s.Procedure(t.Context(), "NB-01")
	if err != nil || v.Number != 2 || v.Procedure.Ours != catalog.Shared || v.Source.Format != "person" ||
		v.Reason != "phân loại" {
		t.Errorf("%+v, %v", v, err)
	}
	err = s.Write(t.Context(), "an", func(tx *store.Tx) error {
		_, err := tx.SetOurs(t.Context(), []catalog.Code{"NB-01", "NB-99"}, catalog.NotOurs, "")
		return err
	})
	wantIs(t, err, value.ErrNotFound)
	if v, err = s.Procedure(t.Context(), "NB-01"); err != nil || v.Number != 2 {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestProcedures_Filter(t *testing.T) {
	s := storetest.Open(t)
	a := procedure("NB-01", "Một")
	b := procedure("NB-02", "Hai")
	b.Group, b.Ours, b.Field = catalog.GroupA, catalog.Receives, "Đất đai"
	c := procedure("TB-01", "Ba")
	c.Status, c.Ours, c.Field = catalog.Typical, catalog.NotOurs, "Hộ tịch"
	e := procedure("TB-02", "Năm")
	e.Status = catalog.Typical
	d := procedure("1.001193", "Bốn")
	d.Kind, d.Group, d.Ours, d.Field = catalog.Public, "", catalog.Decides, "Hộ tịch"
	addProcedures(t, s, c, b, d, e, a)
	tests := []struct {
		name string
		f    store.Filter
		want string
	}{
		{"all, by key", store.Filter{}, "1.001193 NB-01 NB-02 TB-01 TB-02"},
		{"kind", store.Filter{Kind: catalog.Public}, "1.001193"},
		{"group", store.Filter{Group: catalog.GroupB}, "NB-01 TB-01 TB-02"},
		{"status", store.Filter{Status: catalog.InForce, Kind: catalog.Internal}, "NB-01 NB-02"},
		{"what the commune decides", store.Filter{Ours: catalog.Decides}, "1.001193"},
		{"not yet sorted", store.Filter{Ours: store.Unsorted}, "NB-01"},
		{"ours in any way", store.Filter{Ours: store.AnyOurs}, "1.001193 NB-02"},
		{"not ours", store.Filter{Ours: catalog.NotOurs}, "TB-01"},
		{"field", store.Filter{Field: "Hộ tịch"}, "1.001193 TB-01"},
		{"keys", store.Filter{Keys: []catalog.Code{"TB-01", "NB-01", "X"}}, "NB-01 TB-01"},
		{"no keys", store.Filter{Keys: []catalog.Code{}}, ""},
		{"behind a key", store.Filter{AfterKey: "NB-01"}, "NB-02 TB-01 TB-02"},
		{"a page", store.Filter{AfterKey: "1.001193", Limit: 2}, "NB-01 NB-02"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all, err := s.Procedures(t.Context(), tt.f)
			if err != nil {
				t.Fatal(err)
			}
			heads, err := s.ProcedureHeads(t.Context(), tt.f)
			if err != nil || len(heads) != len(all) {
				t.Fatalf("%d heads, %d procedures, %v", len(heads), len(all), err)
			}
			got := make([]string, len(all))
			for i, v := range all {
				got[i] = string(v.Key)
				if heads[i].Key != v.Key || heads[i].Name != v.Procedure.Name {
					t.Errorf("head %+v of %+v", heads[i], v)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			tt.f.Limit = 0
			if n, err := s.CountProcedures(t.Context(), tt.f); err != nil || tt.name != "a page" && n != len(all) {
				t.Errorf("counted %d, %v", n, err)
			}
		})
	}
	fields, err := s.Fields(t.Context())
	if err != nil || len(fields) != 2 {
		t.Errorf("fields %q, %v", fields, err)
	}
	names, err := s.ProcedureNames(t.Context())
	if err != nil || len(names) != 5 || names["TB-01"] != "Ba" {
		t.Errorf("names %q, %v", names, err)
	}
}

// catalogueSize is how many procedures the national portal lists.
const catalogueSize = 2642

// heavy is a procedure of the size that the portal's have.
func heavy(i int) catalog.Procedure {
	p := whole()
	p.Code = catalog.Code(fmt.Sprintf("1.%06d", i))
	p.Steps = make([]catalog.Step, 12)
	for j := range p.Steps {
		p.Steps[j].Text = strings.Repeat("Cá nhân nộp hồ sơ tại Trung tâm Phục vụ hành chính công. ", 9)
	}
	return p
}

func saveAll(b *testing.B, s *store.Store, all []catalog.Procedure) {
	b.Helper()
	write(b, s, func(tx *store.Tx) error {
		for _, p := range all {
			if err := save(b.Context(), tx, p, 0); err != nil {
				return err
			}
		}
		return nil
	})
}

func catalogue() []catalog.Procedure {
	all := make([]catalog.Procedure, catalogueSize)
	for i := range all {
		all[i] = heavy(i)
	}
	return all
}

func BenchmarkSaveProcedure_Catalogue(b *testing.B) {
	all := catalogue()
	for b.Loop() {
		b.StopTimer()
		s := storetest.Open(b)
		b.StartTimer()
		saveAll(b, s, all)
	}
}

func BenchmarkProcedures_Catalogue(b *testing.B) {
	s := storetest.Open(b)
	saveAll(b, s, catalogue())
	for b.Loop() {
		if all, err := s.Procedures(b.Context(), store.Filter{}); err != nil || len(all) != catalogueSize {
			b.Fatal(len(all), err)
		}
	}
}

func BenchmarkProcedureHeads_Catalogue(b *testing.B) {
	s := storetest.Open(b)
	saveAll(b, s, catalogue())
	for b.Loop() {
		if all, err := s.ProcedureHeads(b.Context(), store.Filter{}); err != nil || len(all) != catalogueSize {
			b.Fatal(len(all), err)
		}
	}
}
