package review

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// The law on local government as it followed upon itself, two decrees of one name in force together, and a plan that
// ran out.
func someGrounds() []Ground {
	day := value.MustDate
	return []Ground{
		{Type: "Luật", Number: "77/2015/QH13", Title: "Tổ chức chính quyền địa phương", From: day("2016-01-01"), To: day("2025-02-28")},
		{Type: "Luật", Number: "65/2025/QH15", Title: "Tổ chức chính quyền địa phương", From: day("2025-03-01"), To: day("2025-06-30")},
		{Type: "Luật", Number: "72/2025/QH15", Title: "Tổ chức chính quyền địa phương", From: day("2025-07-01")},
		{Type: "Nghị định", Number: "48/2013/NĐ-CP", Title: "sửa đổi", Date: day("2013-05-14"), Campaign: "public"},
		{Type: "Nghị định", Number: "92/2017/NĐ-CP", Title: "sửa đổi", Date: day("2017-08-07"), Campaign: "public"},
		{Type: "Quyết định", Number: "1085/QĐ-TTg", Title: "ban hành Kế hoạch", Date: day("2022-09-15"), To: day("2025-12-31"), Campaign: "internal-b"},
	}
}

// Practice, not law: docs/decisions/0164. A paper rests on what is in force on its day; what is not is pointed out
// unless another version of it stands there. Decree 30/2020/NĐ-CP, appendix I, wants each whole.
func TestGroundsOn(t *testing.T) {
	numbers := func(all []Ground) (out []string) {
		for _, g := range all {
			out = append(out, g.Number)
		}
		return out
	}
	for _, tt := range []struct {
		name, campaign, day string
		holding, gone       []string
	}{
		{"2024, internal", "internal-b", "2024-07-10", []string{"77/2015/QH13", "1085/QĐ-TTg"}, nil},
		{"2024, public", "public", "2024-07-10", []string{"77/2015/QH13", "48/2013/NĐ-CP", "92/2017/NĐ-CP"}, nil},
		{"the last day", "public", "2025-02-28", []string{"77/2015/QH13", "48/2013/NĐ-CP", "92/2017/NĐ-CP"}, nil},
		{"the day after", "public", "2025-03-01", []string{"65/2025/QH15", "48/2013/NĐ-CP", "92/2017/NĐ-CP"}, nil},
		{"2026, internal", "internal-b", "2026-03-02", []string{"72/2025/QH15"}, []string{"1085/QĐ-TTg"}},
		{"before a decree", "public", "2016-05-05", []string{"77/2015/QH13", "48/2013/NĐ-CP"}, []string{"92/2017/NĐ-CP"}},
		{"before the law", "public", "2014-05-05", []string{"48/2013/NĐ-CP"}, []string{"77/2015/QH13", "65/2025/QH15", "72/2025/QH15", "92/2017/NĐ-CP"}},
	} {
		holding, gone := GroundsOn(someGrounds(), CampaignID(tt.campaign), value.MustDate(tt.day))
		if diff := cmp.Diff(tt.holding, numbers(holding)); diff != "" {
			t.Errorf("%s: in force %s", tt.name, diff)
		}
		if diff := cmp.Diff(tt.gone, numbers(gone)); diff != "" {
			t.Errorf("%s: out of force %s", tt.name, diff)
		}
	}
	if all := someGrounds(); all[2].Campaign != "" || len(all) != 6 {
		t.Error("the list itself was changed")
	}
}

// Practice, not law: docs/decisions/0164. A law has its name where others have body and date.
func TestGround_IsLaw(t *testing.T) {
	for kind, want := range map[string]bool{
		"Luật": true, "BỘ LUẬT": true, "Pháp lệnh ": true, "Nghị định": false, "Luật sư": false, "": false,
	} {
		if got := (Ground{Type: kind}).IsLaw(); got != want {
			t.Errorf("%q: %v", kind, got)
		}
	}
}

func TestGroundNotices(t *testing.T) {
	day := value.MustDate
	p := Plan{Year: 2026, Date: day("2026-01-10"), Grounds: someGrounds(),
		Campaigns: []CampaignPlan{{ID: "internal-b"}, {ID: "public"}}}
	for _, tt := range []struct{ today, name string }{
		{"2024-07-15", "a plan made ahead is looked at on its own date"},
		{"2026-05-05", "today"},
		{"2028-05-05", "its year is over"},
	} {
		got := GroundNotices(p, day(tt.today))
		want := value.Problems{{Field: "grounds[5].to", Code: "ground.ended", Args: []any{"Quyết định số 1085/QĐ-TTg", "31/12/2025"}}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	p.Grounds[3].From = day("2027-01-01")
	if got := codesOf(GroundNotices(p, day("2026-05-05")).Err()); !slices.Contains(got,
		"grounds[3].from ground.not_yet") {
		t.Errorf("not in force yet: %v", got)
	}
	p.Year, p.Date = 2024, value.Date{}
	if got := GroundNotices(p, day("2020-05-05")); len(got) != 1 || got[0].Code != "ground.not_yet" {
		t.Errorf("a plan without a date begins with its year: %v", got)
	}
	p.Grounds = nil
	if got := codesOf(GroundNotices(p, day("2024-05-05")).Err()); !slices.Equal(got, []string{"grounds ground.none"}) {
		t.Errorf("without any: %v", got)
	}
}

func TestCheckGrounds(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*Ground)
		want   string
	}{
		"whole":                    {func(*Ground) {}, ""},
		"a law without its number": {func(g *Ground) { g.Type, g.Number = "Luật", "" }, ""},
		"no type":                  {func(g *Ground) { g.Type = " " }, "grounds[0].type ground.type_missing"},
		"no words":                 {func(g *Ground) { g.Title = "" }, "grounds[0].title ground.title_missing"},
		"no number":                {func(g *Ground) { g.Number = "" }, "grounds[0].number ground.number_missing"},
		"ends before it begins":    {func(g *Ground) { g.To = value.MustDate("2010-06-07") }, "grounds[0].to ground.ends_first"},
		"of no campaign":           {func(g *Ground) { g.Campaign = "x" }, "grounds[0].campaign rules.choose"},
	} {
		p := CopyPlan(copyable(), 2024, Upward{})
		p.Number, p.Date = "1/KH", value.MustDate("2024-01-05")
		g := Ground{Type: "Nghị định", Number: "63/2010/NĐ-CP", Title: "về kiểm soát thủ tục hành chính",
			Date: value.MustDate("2010-06-08")}
		tt.change(&g)
		p.Grounds = []Ground{g}
		got := codesOf(CheckPlan(p).Err())
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("%s: %v, want %q", name, got, tt.want)
		}
	}
}

// A copied plan takes the grounds over; another commune's plan those that hold for everybody.
func TestGrounds_takenOver(t *testing.T) {
	old := copyable()
	old.Grounds = append(someGrounds(), Ground{Type: "Kế hoạch", Number: "46/KH-UBND",
		Issuer: "Ủy ban nhân dân tỉnh Quảng Trị", Title: "về cải cách"})
	if got := CopyPlan(old, 2025, Upward{}); !cmp.Equal(got.Grounds, old.Grounds) ||
		&got.Grounds[0] == &old.Grounds[0] {
		t.Errorf("copied: %v", got.Grounds)
	}
	for name, p := range map[string]Plan{"taken over": TakeOver(old, 2026, Holder{}), "empty": EmptyPlan(old, 2026, Holder{})} {
		if !cmp.Equal(p.Grounds, someGrounds()) {
			t.Errorf("%s: %v", name, p.Grounds)
		}
	}
}
