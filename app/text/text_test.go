package text

import "testing"

func TestTable(t *testing.T) {
	vi, err := Load(Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	en, err := Load("en")
	if err != nil {
		t.Fatal(err)
	}
	if other, err := Load("fr"); err != nil || other.Lang() != Vietnamese {
		t.Errorf("%v, %v: another language is Vietnamese", other.Lang(), err)
	}
	for _, tt := range []struct{ got, want string }{
		{vi.Say("place.row", 3), "dòng 3"},
		{en.Say("place.row", 3), "row 3"},
		{vi.Say("place.row"), "dòng …"},
		{en.Say("due.left", 1), "1 working day left"},
		{en.Say("due.left", 12), "12 working days left"},
		{vi.Say("due.left", 1), "còn 1 ngày làm việc"},
		{vi.Say("no.such_code"), "no.such_code"},
		{vi.Say("no.such_code", 1, "a"), "no.such_code 1a"},
		{vi.Name("conclusion", "abolish"), "Bãi bỏ"},
		{vi.Name("unit", ""), vi.Say("unit.none")},
		{vi.Name("conclusion", "unheard_of"), "unheard_of"},
		{vi.Place("before[2].hours"), "before, dòng 3, hours"},
		{vi.PlaceName("before[2].hours"), "bảng hiện tại, dòng 3, thời gian (giờ)"},
		{en.PlaceName("before[2].hours"), "current table, row 3, time (hours)"},
		{vi.PlaceName("[0].status"), "dòng 1, trạng thái"},
		{vi.PlaceName("unheard_of"), ""},
		{vi.PlaceName(""), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}
