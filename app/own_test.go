package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// ownOrder is a table of procedures that one decision announced.
func ownOrder(table string) OwnOrder {
	return OwnOrder{
		Table:    table,
		Kind:     catalog.Internal,
		Group:    catalog.GroupB,
		Ours:     catalog.Decides,
		Level:    catalog.Commune,
		Decision: catalog.Decision{Number: "95/QĐ-UBND", Date: value.MustDate("2024-01-05"), By: "UBND huyện"},
		Reason:   "Nhập danh mục của xã",
	}
}

// A table comes in at once or not at all: codes are given, what is there already stays as it is.
func TestTakeOwn(t *testing.T) {
	ctx := t.Context()
	a := openTest(t)
	table := "STT\tTên thủ tục\tMã\tLĩnh vực\tThời hạn\n1\tCấp phát văn phòng phẩm\t\tVăn phòng\t3 ngày\n" +
		"2\tSửa chữa trụ sở\tNB-02\t\t\n3\tcấp phát văn phòng phẩm\t\t\t\n4\tKiểm tra phòng cháy ở trụ sở\t\t\t\n"
	o := ownOrder(table)
	o.Field = "Hành chính"
	p, err := a.PreviewOwn(ctx, officePerson, o)
	if err != nil || p.Wrong() != 0 || p.Empty != 4 {
		t.Fatalf("%+v %v", p, err)
	}
	var got []string
	for _, r := range p.Rows {
		got = append(got, fmt.Sprintf("%d %s %s %s %s %v", r.Line, r.Procedure.Code, r.Procedure.Field, r.Match,
			r.Procedure.Status, r.IsPicked()))
	}
	want := []string{
		"2 NB-03 Văn phòng absent in_force true", "3 NB-02 Hành chính absent in_force true",
		"4 NB-04 Hành chính there in_force false", "5 NB-05 Hành chính absent in_force true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n%q want\n%q", got, want)
	}
	codes, err := a.TakeOwn(ctx, officePerson, o, []int{2, 3, 5}, p.Mark())
	if err != nil || !slices.Equal(codes, []catalog.Code{"NB-03", "NB-02", "NB-05"}) {
		t.Fatal(codes, err)
	}
	v, err := a.store.Procedure(ctx, "NB-03")
	if q := v.Procedure; err != nil || q.Decision != o.Decision || q.Validity.From != o.Decision.Date ||
		q.Kind != catalog.Internal || q.Group != catalog.GroupB || v.Reason != o.Reason || v.Number != 1 {
		t.Errorf("%+v %v", v, err)
	}
	if _, err := a.TakeOwn(ctx, officePerson, o, []int{2}, p.Mark()); !isConflictOf(err) {
		t.Errorf("stored over another preview: %v", err)
	}
	again, err := a.PreviewOwn(ctx, officePerson, o)
	if err != nil || !again.Rows[0].IsThere() || again.Rows[0].Like.Code != "NB-03" {
		t.Errorf("%+v %v", again.Rows[0], err)
	}
	if _, err := a.TakeOwn(ctx, officePerson, o, []int{2, 3}, again.Mark()); codeOf(err) != "own.none_picked" {
		t.Errorf("what is there came in again: %v", err)
	}
}

// The decision that announced a table's procedures is entered with them, or used where the register has it, however its
// number is spelt. What was to be posted by now is here for the record.
func TestTakeOwn_Decision(t *testing.T) {
	ctx := t.Context()
	a := openTest(t)
	take := func(name string, change func(*OwnOrder)) []catalog.Code {
		t.Helper()
		o := ownOrder(name + "\n")
		change(&o)
		p, err := a.PreviewOwn(ctx, officePerson, o)
		if err != nil {
			t.Fatal(name, err)
		}
		codes, err := a.TakeOwn(ctx, officePerson, o, []int{1}, p.Mark())
		if err != nil {
			t.Fatal(name, err)
		}
		return codes
	}
	register := func() map[string]Announcement {
		t.Helper()
		all, err := a.Announcements(ctx, officePerson)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]Announcement{}
		for _, x := range all {
			out[x.Number+" "+x.Issuer] = x
		}
		return out
	}
	before := len(register())
	first := take("Cấp phát bàn ghế", func(*OwnOrder) {})
	second := take("Thanh lý xe máy", func(o *OwnOrder) { o.Decision.Number, o.Decision.By = "095/QĐ-UBND", "" })
	take("Mượn hội trường", func(o *OwnOrder) { o.Decision.By = "UBND tỉnh" })
	take("Đặt lịch xe ô tô", func(o *OwnOrder) { o.Decision = catalog.Decision{Number: "7/QĐ-UBND", Date: a.Today()} })
	take("Soạn quy chế", func(o *OwnOrder) { o.Drafts, o.Decision = true, catalog.Decision{} })
	all := register()
	if len(all) != before+3 {
		t.Fatalf("%d decisions more, want 3: %+v", len(all)-before, all)
	}
	old := all["95/QĐ-UBND UBND huyện"]
	if len(old.Touches) != 2 || !old.IsConfirmed() || old.IsLate(a.Today().Add(90)) || !old.Before || old.Version != 2 {
		t.Errorf("%+v", old)
	}
	for i, code := range []catalog.Code{first[0], second[0]} {
		v, err := a.store.Procedure(ctx, code)
		if err != nil || v.Procedure.Decision != old.Decision() || old.Touches[i].Procedure != code.Key() {
			t.Errorf("%s: %+v, want the decision of the register (%v)", code, v.Procedure.Decision, err)
		}
		of, err := a.AnnouncementsOf(ctx, officePerson, code)
		if err != nil || len(of) != 1 || of[0].ID != old.ID {
			t.Errorf("%s is announced by %+v (%v)", code, of, err)
		}
	}
	if fresh := all["7/QĐ-UBND "]; fresh.Before || !fresh.IsOwed() || fresh.IsLate(a.Today()) {
		t.Errorf("a decision of today is still to be posted: %+v", fresh)
	}
	o := AnnouncementOrder{Announcement: old.Announcement}
	if o.Note = "để theo dõi"; a.EditAnnouncement(ctx, officePerson, old.ID, old.Version, o) != nil {
		t.Error("what was entered with a table cannot be edited")
	}
	if edited := register()["95/QĐ-UBND UBND huyện"]; !edited.Before || len(edited.Touches) != 2 {
		t.Errorf("edited: %+v", edited)
	}
}

func isConflictOf(err error) bool {
	var conflict *value.Conflict
	return errors.As(err, &conflict)
}

func TestTakeOwn_NothingPicked(t *testing.T) {
	a := openTest(t)
	o := ownOrder("Tạm ứng kinh phí\n")
	p, err := a.PreviewOwn(t.Context(), officePerson, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.TakeOwn(t.Context(), officePerson, o, nil, p.Mark()); codeOf(err) != "own.none_picked" {
		t.Error(err)
	}
	stranger := Person{Name: "hoa", Roles: []account.Role{account.Reviewer}}
	if _, err := a.TakeOwn(t.Context(), stranger, o, []int{1}, p.Mark()); err != value.ErrForbidden {
		t.Error(err)
	}
	if _, err := a.PreviewOwn(t.Context(), stranger, o); err != value.ErrForbidden {
		t.Error(err)
	}
}

// What is wrong with the whole is said at once, each at its field; a row that has a decision of its own needs none.
func TestPreviewOwn_Problems(t *testing.T) {
	a := openTest(t)
	for _, tt := range []struct {
		name  string
		order func(*OwnOrder)
		want  string
	}{
		{"all", func(o *OwnOrder) { *o = OwnOrder{} },
			"table file.empty, kind value.unknown, reason reason.missing, decision.number own.decision_missing"},
		{"number without its day", func(o *OwnOrder) { o.Decision.Date = value.Date{} },
			"decision.date decision.date_missing"},
		{"day to come", func(o *OwnOrder) { o.Decision.Date = value.MustDate("2030-01-01") },
			"decision.date date.future"},
		{"alien words", func(o *OwnOrder) { o.Level, o.Group, o.Ours = "x", "y", "z" },
			"ours value.unknown, group value.unknown, level value.unknown"},
		{"drafts", func(o *OwnOrder) { o.Drafts, o.Decision = true, catalog.Decision{} }, ""},
		{"public ones have no group", func(o *OwnOrder) { o.Kind = catalog.Public }, ""},
		{"decisions in the table", func(o *OwnOrder) {
			o.Decision = catalog.Decision{}
			o.Table = "Tên thủ tục\tQuyết định\nTạm ứng\t9/QĐ-UBND ngày 5/1/2024\n"
		}, ""},
	} {
		o := ownOrder("Tạm ứng kinh phí\n")
		tt.order(&o)
		_, err := a.PreviewOwn(t.Context(), officePerson, o)
		var problems value.Problems
		errors.As(err, &problems)
		var got []string
		for _, p := range problems {
			got = append(got, p.Field+" "+p.Code)
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %q, want %q (%v)", tt.name, strings.Join(got, ", "), tt.want, err)
		}
	}
}

// What is wrong with a row stands at the row.
func TestPreviewOwn_Rows(t *testing.T) {
	a := openTest(t)
	o := ownOrder("Tên thủ tục\tMã\tQuyết định\nTạm ứng\tNB 1\t\nThanh toán\tTB-01\t\nMua sắm\t\t96/QĐ-UBND\n" +
		"Kiểm kê\t\t95/QĐ-UBND\n")
	p, err := a.PreviewOwn(t.Context(), officePerson, o)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range p.Rows {
		for _, x := range r.Problems {
			got = append(got, fmt.Sprintf("%d %s %s", r.Line, x.Field, x.Code))
		}
	}
	want := []string{"2 code code.invalid", "3 code code.taken", "4 decision.date decision.date_missing"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if q := p.Rows[3].Procedure; q.Decision != o.Decision {
		t.Errorf("the number of the order alone is %+v", q.Decision)
	}
}

// Drafts have no decision; near names are shown, of the catalogue and of the same table.
func TestPreviewOwn_Near(t *testing.T) {
	a := openTest(t)
	o := ownOrder("Thanh toán chế độ công tác phí\nThanh toán chế độ công tác phí cho cán bộ\n")
	o.Drafts = true
	p, err := a.PreviewOwn(t.Context(), officePerson, o)
	if err != nil || len(p.Rows) != 2 {
		t.Fatal(p, err)
	}
	r := p.Rows[1]
	if r.Match != review.NamedElse || r.LikeLine != 1 ||
		r.Likeness != (value.Ratio{Part: 14, Whole: 17}) || !r.IsPicked() {
		t.Errorf("%+v", r)
	}
	if q := r.Procedure; q.Status != catalog.Draft || q.Decision != (catalog.Decision{}) {
		t.Errorf("%+v", q)
	}
}

func TestCheckList(t *testing.T) {
	a := openTest(t)
	o := ownOrder("Thanh toán chế độ công tác phí\nThanh toán chế độ công tác phí cho cán bộ\nMua sắm\n")
	p, err := a.PreviewOwn(t.Context(), officePerson, o)
	if err != nil {
		t.Fatal(err)
	}
	codes, err := a.TakeOwn(t.Context(), officePerson, o, []int{1, 2, 3}, p.Mark())
	if err != nil {
		t.Fatal(err)
	}
	full := catalog.Procedure{
		Code:   "NB-90",
		Name:   "Kiểm kê tài sản",
		Kind:   catalog.Internal,
		Status: catalog.Draft,
		Steps:  []catalog.Step{{Text: "Đếm"}},
	}
	if _, err := a.NewProcedure(t.Context(), officePerson, full, "thêm"); err != nil {
		t.Fatal(err)
	}
	check, err := a.CheckList(t.Context(), append(codes, "NB-90", "NB-99"))
	if err != nil || len(check.Empty) != 3 || len(check.Near) != 1 || check.Near[0].Second.Code != codes[1] {
		t.Errorf("%+v %v", check, err)
	}
	if none, err := a.CheckList(t.Context(), nil); err != nil || len(none.Empty) > 0 || len(none.Near) > 0 {
		t.Errorf("of no list: %+v %v", none, err)
	}
}
